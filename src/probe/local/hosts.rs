//! The hosts file: lines that send a name somewhere before any DNS server is asked.

use std::net::IpAddr;
use std::path::{Path, PathBuf};

use crate::model::device::{HostsEntry, HostsFile};
use crate::model::{Failure, FailureKind, Known};

use super::{file, not_seen};

/// Blocklists of some hundred thousand names still fit.
const MAX_BYTES: u64 = 4 * 1024 * 1024;

/// The lines of the hosts file that have one of these names; `None` for `path` means the system's own file.
///
/// A file above 4 MiB fails as too large. Names compare without case and without a dot at the end.
pub fn read(path: Option<&Path>, names: &[String]) -> Known<HostsFile> {
    let path = path.map_or_else(system_path, Path::to_path_buf);
    match file::text(&path, MAX_BYTES) {
        Ok(text) => Known::Seen(HostsFile { path: path.display().to_string(), entries: parse(&text, names) }),
        Err(error) if error.kind() == std::io::ErrorKind::FileTooLarge => {
            Known::Failed(Failure::with_detail(FailureKind::TooLarge, 0, error.to_string()))
        }
        Err(error) => not_seen(&error, 0),
    }
}

fn system_path() -> PathBuf {
    if cfg!(windows) {
        let root = std::env::var_os("SystemRoot").map_or_else(|| PathBuf::from(r"C:\Windows"), PathBuf::from);
        return root.join(r"System32\drivers\etc\hosts");
    }
    PathBuf::from("/etc/hosts")
}

/// One entry per wanted name and line, in the order of the file; line numbers start at 1 (hosts(5)).
fn parse(text: &str, names: &[String]) -> Vec<HostsEntry> {
    (1u32..).zip(text.lines()).flat_map(|(number, line)| entries_of(number, line, names)).collect()
}

fn entries_of(line_number: u32, line: &str, names: &[String]) -> Vec<HostsEntry> {
    let content = line.split('#').next().unwrap_or_default();
    let mut words = content.split_whitespace();
    let Some(ip) = words.next().and_then(ip_without_scope) else { return Vec::new() };
    let wanted = |word: &&str| names.iter().any(|name| same_name(name, word));
    words.filter(wanted).map(|name| HostsEntry { line_number, ip, name: name.to_owned() }).collect()
}

/// `fe80::1%lo0` is an address with a scope, which macOS has in its file.
fn ip_without_scope(word: &str) -> Option<IpAddr> {
    word.split('%').next()?.parse().ok()
}

fn same_name(left: &str, right: &str) -> bool {
    left.trim_end_matches('.').eq_ignore_ascii_case(right.trim_end_matches('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[(u32, &str, &str)]) {
        let names = ["shop.test".to_owned(), "www.shop.test".to_owned()];
        let seen: Vec<_> = parse(text, &names).into_iter().map(|e| (e.line_number, e.ip.to_string(), e.name)).collect();
        let expected: Vec<_> =
            expected.iter().map(|(n, ip, name)| (*n, (*ip).to_owned(), (*name).to_owned())).collect();
        assert_eq!(seen, expected, "{text:?}");
    }

    #[test]
    fn lines_of_the_three_systems() {
        check(
            "127.0.0.1\tlocalhost\n::1 ip6-localhost\n10.0.0.5\tShop.Test www.shop.test\n",
            &[(3, "10.0.0.5", "Shop.Test"), (3, "10.0.0.5", "www.shop.test")],
        );
        check("##\r\n# Host Database\r\n\r\n  0.0.0.0   shop.test # blocked\r\n", &[(4, "0.0.0.0", "shop.test")]);
        check("fe80::1%lo0 localhost\nfe80::2%en0 shop.test.\n", &[(2, "fe80::2", "shop.test.")]);
    }

    #[test]
    fn the_file_of_this_system() {
        let path = system_path();
        assert!(path.is_absolute());
        assert!(path.ends_with(if cfg!(windows) { "drivers/etc/hosts" } else { "/etc/hosts" }), "{path:?}");
    }

    #[test]
    fn comments_other_names_and_nonsense_are_no_entries() {
        check("#10.0.0.5 shop.test\n10.0.0.5 notshop.test # shop.test\nshop.test 10.0.0.5\n10.0.0.5\n\n", &[]);
    }

    #[test]
    fn a_mark_at_the_start_and_a_missing_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("hosts");
        std::fs::write(&path, "\u{feff}192.0.2.1 shop.test").unwrap();
        let names = ["shop.test".to_owned()];
        let seen = read(Some(&path), &names);
        assert_eq!(seen.seen().unwrap().entries.len(), 1);
        std::fs::write(&path, vec![b'\n'; 4 * 1024 * 1024 + 1]).unwrap();
        assert_eq!(read(Some(&path), &names).failed().unwrap().kind, FailureKind::TooLarge);
        let missing = read(Some(&folder.path().join("none")), &names);
        assert!(missing.failed().unwrap().os_code.is_some());
    }
}
