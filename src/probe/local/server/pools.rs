//! Pools of php-fpm, by its configuration.

#[cfg(unix)]
use super::super::file;
use super::Found;
#[cfg(unix)]
use crate::model::Known;
use crate::model::server::PhpPool;

#[cfg(unix)]
pub const HOW: &[&str] = &[
    "/etc/php/*/fpm/pool.d/*.conf",
    "/etc/php-fpm.d/*.conf",
    "/etc/opt/remi/*/php-fpm.d/*.conf",
    "/usr/local/etc/php-fpm.d/*.conf",
    "/opt/homebrew/etc/php/*/php-fpm.d/*.conf",
];
#[cfg(not(unix))]
pub const HOW: &[&str] = &[];

#[cfg(unix)]
pub fn look() -> Found<Vec<PhpPool>> {
    /// A pool's file is one that somebody wrote, in bytes.
    const LARGEST: u64 = 1024 * 1024;
    const MOST: usize = 100;
    let files: Vec<_> =
        HOW.iter().filter_map(|pattern| glob::glob(pattern).ok()).flatten().filter_map(Result::ok).take(MOST).collect();
    if files.is_empty() {
        return Found::by(HOW, Known::not_tried("php-fpm has no pools at the usual places"));
    }
    let read: Vec<_> = files.iter().map(|path| (path, file::text(path, LARGEST))).collect();
    if read.iter().all(|(_, text)| text.is_err()) {
        return Found::by(HOW, Known::not_tried("php-fpm's pools may not be read by this user"));
    }
    let texts = read.into_iter().filter_map(|(path, text)| Some((path.display().to_string(), text.ok()?)));
    Found::by(HOW, Known::Seen(texts.flat_map(|(path, text)| pools(&path, &text)).collect()))
}

#[cfg(not(unix))]
pub fn look() -> Found<Vec<PhpPool>> {
    Found::no_way()
}

/// Sections with `name = value` lines (php.net, "List of php-fpm.conf directives").
#[cfg(any(unix, test))]
fn pools(file: &str, text: &str) -> Vec<PhpPool> {
    let mut found: Vec<PhpPool> = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.starts_with([';', '#'])) {
        if let Some(name) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            let (name, file, listen) = (name.to_owned(), file.to_owned(), String::new());
            found.push(PhpPool { name, file, listen, manager: None, max_children: None, request_limit: None });
            continue;
        }
        let Some((pool, (name, value))) = found.last_mut().zip(line.split_once('=')) else { continue };
        let value = value.split(';').next().unwrap_or_default().trim().trim_matches('"');
        match name.trim() {
            "listen" => pool.listen = value.replace("$pool", &pool.name),
            "pm" => pool.manager = Some(value.to_owned()),
            "request_terminate_timeout" => pool.request_limit = seconds(value),
            "pm.max_children" => pool.max_children = value.parse().ok(),
            _ => {}
        }
    }
    // The section of the whole program has none.
    found.retain(|pool| !pool.listen.is_empty());
    found
}

/// A time of php-fpm in seconds: a number with s, m, h or d, seconds by default.
#[cfg(any(unix, test))]
fn seconds(text: &str) -> Option<u64> {
    let (number, factor) = match text.char_indices().next_back()? {
        (end, 's') => (text.get(..end)?, 1),
        (end, 'm') => (text.get(..end)?, 60),
        (end, 'h') => (text.get(..end)?, 3_600),
        (end, 'd') => (text.get(..end)?, 86_400),
        _ => (text, 1),
    };
    number.trim().parse::<u64>().ok()?.checked_mul(factor)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pools_are_read_and_the_section_of_the_whole_is_none() {
        let text = "[global]\nerror_log = /x\n; listen = /no\n[www]\nlisten = /run/php/$pool.sock ; here\npm = dynamic\npm.max_children = 5\nrequest_terminate_timeout = 2m\n[api]\nlisten=127.0.0.1:9001\n";
        let found = pools("www.conf", text);
        assert_eq!(found.len(), 2);
        assert_eq!((found[0].listen.as_str(), found[0].max_children), ("/run/php/www.sock", Some(5)));
        assert_eq!(found[0].manager.as_deref(), Some("dynamic"));
        assert_eq!((found[0].request_limit, found[1].request_limit), (Some(120), None));
        assert_eq!((seconds("30"), seconds("30s"), seconds("0"), seconds("soon")), (Some(30), Some(30), Some(0), None));
        assert_eq!((found[1].name.as_str(), found[1].listen.as_str()), ("api", "127.0.0.1:9001"));
    }
}
