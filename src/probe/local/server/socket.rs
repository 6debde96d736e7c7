//! A socket in the file system: whether it is there, whose it is, and whether anybody takes connections at it.

use super::Found;
#[cfg(unix)]
use crate::model::Known;
use crate::model::server::SocketFile;

#[cfg(unix)]
pub const HOW: &[&str] = &["/proc/net/unix", "/etc/passwd", "/etc/group"];
#[cfg(not(unix))]
pub const HOW: &[&str] = &[];

#[cfg(not(unix))]
pub fn look(_path: &str) -> Found<SocketFile> {
    Found::no_way()
}

#[cfg(unix)]
pub use on_unix::look;
#[cfg(target_os = "linux")]
pub use on_unix::names;

#[cfg(unix)]
mod on_unix {
    use std::collections::HashMap;
    use std::fs::Metadata;
    use std::io;
    use std::os::unix::fs::{FileTypeExt, MetadataExt};
    use std::path::Path;
    use std::time::Instant;

    use super::super::super::file;
    use super::super::not_seen;
    use super::{Found, HOW, Known, SocketFile};
    use crate::model::server::FileRights;

    const LARGEST: u64 = 16 * 1024 * 1024;
    /// Sockets beside it that are told, at the most.
    const MOST: usize = 20;

    pub fn look(path: &str) -> Found<SocketFile> {
        let began = Instant::now();
        let mut how = vec![format!("stat {path}")];
        how.extend(HOW.iter().map(|one| (*one).to_owned()));
        let (users, groups) = (names("/etc/passwd"), names("/etc/group"));
        let rights = |path: &Path, about: &Metadata| FileRights {
            path: path.display().to_string(),
            is_socket: about.file_type().is_socket(),
            mode: about.mode() & 0o777,
            uid: about.uid(),
            gid: about.gid(),
            owner: users.get(&about.uid()).cloned(),
            group: groups.get(&about.gid()).cloned(),
        };
        let at = Path::new(path);
        let file = match std::fs::metadata(at) {
            Ok(about) => Some(rights(at, &about)),
            Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => None,
            Err(error) => return Found { how, what: not_seen(path, &error, began) },
        };
        let folders = at.ancestors().skip(1).filter(|folder| !folder.as_os_str().is_empty());
        let folders =
            folders.filter_map(|folder| Some(rights(folder, &std::fs::metadata(folder).ok()?))).collect::<Vec<_>>();
        let all = match file::text(Path::new("/proc/net/unix"), LARGEST) {
            Ok(text) => super::listening(&text),
            Err(error) => return Found { how, what: not_seen("/proc/net/unix", &error, began) },
        };
        // The same file may be bound by another name, such as /var/run for /run.
        let same = |other: &String| {
            other == path
                || file.is_some()
                    && at.canonicalize().is_ok_and(|at| Path::new(other).canonicalize().is_ok_and(|other| at == other))
        };
        let listening = all.iter().any(same);
        let beside = all
            .iter()
            .filter(|other| !same(other) && Path::new(other.as_str()).parent() == at.parent())
            .take(MOST)
            .cloned()
            .collect();
        Found { how, what: Known::Seen(SocketFile { file, listening, folders, beside }) }
    }

    /// Names by their numbers, from a file like /etc/passwd or /etc/group; empty where there is none.
    pub fn names(path: &str) -> HashMap<u32, String> {
        super::numbered(&file::text(Path::new(path), LARGEST).unwrap_or_default())
    }
}

/// `name:x:number:…` (passwd(5), group(5)).
#[cfg(unix)]
fn numbered(text: &str) -> std::collections::HashMap<u32, String> {
    let line = |line: &str| {
        let mut fields = line.split(':');
        let name = fields.next()?.to_owned();
        Some((fields.nth(1)?.parse().ok()?, name))
    };
    text.lines().filter_map(line).collect()
}

/// Paths of `/proc/net/unix` at which somebody listens: the flag __SO_ACCEPTCON (include/linux/net.h).
#[cfg(unix)]
fn listening(text: &str) -> Vec<String> {
    const ACCEPTS: u32 = 0x1_0000;
    let path = |line: &str| {
        let words: Vec<&str> = line.splitn(8, ' ').collect();
        let flags = u32::from_str_radix(words.get(3)?, 16).ok()?;
        // The inode is padded with blanks.
        let path = words.last()?.trim_start().split_once('/').map(|(_, rest)| format!("/{rest}"))?;
        (flags & ACCEPTS != 0).then_some(path)
    };
    let mut found: Vec<String> = text.lines().filter_map(path).collect();
    found.sort();
    found.dedup();
    found
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn the_kernels_table_and_the_files_of_names() {
        let text = "Num       RefCount Protocol Flags    Type St Inode Path\n\
            0000000000000000: 00000002 00000000 00010000 0001 01 12345 /run/php/php8.2-fpm.sock\n\
            0000000000000000: 00000003 00000000 00000000 0001 03 12346 /run/other.sock\n\
            0000000000000000: 00000002 00000000 00010000 0001 01   777 @abstract\n";
        assert_eq!(listening(text), ["/run/php/php8.2-fpm.sock"]);
        let names = numbered("root:x:0:0:root:/root:/bin/sh\nwww-data:x:33:33::/var/www:/bin/false\nbroken\n");
        assert_eq!(names.get(&33).map(String::as_str), Some("www-data"));
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_socket_of_our_own_a_dead_one_and_a_missing_one() {
        use std::os::unix::net::UnixListener;
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name).display().to_string();
        let _living = UnixListener::bind(at("living")).unwrap();
        drop(UnixListener::bind(at("dead")).unwrap());
        let seen = |name: &str| look(&at(name)).what.seen().unwrap().clone();
        assert!(seen("living").listening && seen("living").file.is_some_and(|file| file.is_socket));
        let dead = seen("dead");
        assert!(!dead.listening && dead.file.is_some());
        assert_eq!(dead.beside, [at("living")]);
        assert!(seen("none").file.is_none() && !seen("none").folders.is_empty());
    }
}
