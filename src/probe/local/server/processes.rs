//! Gateways and application servers that run, and the user that each runs as; on Linux, from `/proc`.

#[cfg(target_os = "linux")]
use std::collections::HashMap;
#[cfg(target_os = "linux")]
use std::path::{Path, PathBuf};
#[cfg(target_os = "linux")]
use std::time::Instant;

#[cfg(target_os = "linux")]
use super::super::file;
use super::Found;
#[cfg(target_os = "linux")]
use super::not_seen;
#[cfg(target_os = "linux")]
use crate::model::Known;
use crate::model::server::Program;

#[cfg(target_os = "linux")]
pub const HOW: &[&str] = &["/proc/*/comm", "/proc/*/cmdline", "/proc/*/status", "/proc/*/ns/net", "/etc/passwd"];
#[cfg(not(target_os = "linux"))]
pub const HOW: &[&str] = &[];

/// What the names of gateways and application servers begin with, as the kernel cuts them (15 bytes).
#[cfg(any(target_os = "linux", test))]
const NAMES: &[&str] = &[
    "nginx",
    "openresty",
    "angie",
    "haproxy",
    "caddy",
    "apache2",
    "httpd",
    "traefik",
    "envoy",
    "varnishd",
    "squid",
    "lighttpd",
    "php-fpm",
    "php-cgi",
    "gunicorn",
    "uwsgi",
    "uvicorn",
    "hypercorn",
    "waitress",
    "python",
    "node",
    "deno",
    "bun",
    "puma",
    "unicorn",
    "passenger",
    "ruby",
    "java",
    "dotnet",
    "beam.smp",
    "docker-proxy",
];

#[cfg(any(target_os = "linux", test))]
fn is_known(name: &str) -> bool {
    NAMES.iter().any(|known| name.starts_with(known))
}

#[cfg(target_os = "linux")]
pub fn look() -> Found<Vec<Program>> {
    let began = Instant::now();
    let what = match std::fs::read_dir("/proc") {
        Ok(_) => Known::Seen(programs()),
        Err(error) => not_seen("/proc", &error, began),
    };
    Found::by(HOW, what)
}

#[cfg(not(target_os = "linux"))]
pub fn look() -> Found<Vec<Program>> {
    Found::no_way()
}

/// The folders of all processes. Those that end meanwhile give nothing.
#[cfg(target_os = "linux")]
fn processes() -> impl Iterator<Item = PathBuf> {
    let entries = std::fs::read_dir("/proc").into_iter().flatten().filter_map(Result::ok);
    entries
        .filter(|entry| entry.file_name().to_str().is_some_and(|name| name.bytes().all(|byte| byte.is_ascii_digit())))
        .map(|entry| entry.path())
}

/// A small file of a process.
#[cfg(target_os = "linux")]
fn text(process: &Path, name: &str) -> Option<String> {
    const LARGEST: u64 = 256 * 1024;
    file::text(&process.join(name), LARGEST).ok()
}

#[cfg(target_os = "linux")]
fn programs() -> Vec<Program> {
    let own_network = std::fs::read_link("/proc/self/ns/net").ok();
    let users = super::socket::names("/etc/passwd");
    let booted = file::text(Path::new("/proc/stat"), 1 << 20).ok().and_then(|stat| booted(&stat));
    let mut found: Vec<Program> = Vec::new();
    for process in processes() {
        let Some(name) = text(&process, "comm").map(|name| name.trim_end().to_owned()).filter(|name| is_known(name))
        else {
            continue;
        };
        // Where it can be told that its network is another one, such as a container's, it is not this machine's.
        let network = std::fs::read_link(process.join("ns/net")).ok();
        if network.is_some() && own_network.is_some() && network != own_network {
            continue;
        }
        let Some((uid, gids)) = text(&process, "status").and_then(|status| user_and_groups(&status)) else { continue };
        let command_line = text(&process, "cmdline").unwrap_or_default();
        let (pool, request_limit) = (pool_of(&command_line), request_limit_of(&command_line));
        let started = text(&process, "stat").zip(booted).and_then(|(stat, booted)| started(&stat, booted));
        let user = users.get(&uid).cloned();
        add(&mut found, Program { name, uid, user, gids, pool, count: 1, started, request_limit });
    }
    found.sort_by(|a, b| (&a.name, a.uid, &a.pool, a.request_limit).cmp(&(&b.name, b.uid, &b.pool, b.request_limit)));
    found
}

/// One more process: of a program that is there, where all that was told of it is the same. Two applications of one user
/// may wait for different times.
#[cfg(any(target_os = "linux", test))]
fn add(found: &mut Vec<Program>, one: Program) {
    let same = |other: &&mut Program| {
        (&other.name, other.uid, &other.gids) == (&one.name, one.uid, &one.gids)
            && (&other.pool, other.request_limit) == (&one.pool, one.request_limit)
    };
    match found.iter_mut().find(same) {
        Some(other) => {
            other.count += one.count;
            other.started = other.started.max(one.started);
        }
        None => found.push(one),
    }
}

/// The effective user, and all groups (proc_pid_status(5)).
#[cfg(any(target_os = "linux", test))]
fn user_and_groups(status: &str) -> Option<(u32, Vec<u32>)> {
    let numbers = |name: &str| -> Vec<u32> {
        let line = status.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'));
        line.unwrap_or_default().split_ascii_whitespace().filter_map(|word| word.parse().ok()).collect()
    };
    let uid = *numbers("Uid").get(1)?;
    let mut gids = numbers("Groups");
    gids.extend(numbers("Gid").get(1));
    gids.sort_unstable();
    gids.dedup();
    Some((uid, gids))
}

/// When the machine was started, in seconds since 1970 (proc_stat(5), btime).
#[cfg(any(target_os = "linux", test))]
fn booted(stat: &str) -> Option<i64> {
    stat.lines().find_map(|line| line.strip_prefix("btime "))?.trim().parse().ok()
}

/// When a process was started (proc_pid_stat(5), field 22), in seconds since 1970.
#[cfg(any(target_os = "linux", test))]
fn started(stat: &str, booted: i64) -> Option<i64> {
    /// Ticks of a second, as Linux shows them to programs on every machine.
    const TICKS: i64 = 100;
    // The name stands in brackets, and may have brackets and blanks of its own; the third field follows it.
    let (_, rest) = stat.rsplit_once(')')?;
    let ticks: i64 = rest.split_ascii_whitespace().nth(19)?.parse().ok()?;
    Some(booted + ticks / TICKS)
}

/// `gunicorn --timeout 120 app:app`: how long a worker may be silent, in seconds (docs.gunicorn.org, Settings, timeout).
#[cfg(any(target_os = "linux", test))]
fn request_limit_of(command_line: &str) -> Option<u64> {
    let mut words = command_line.split('\0');
    words.find(|word| word.rsplit('/').next() == Some("gunicorn"))?;
    while let Some(word) = words.next() {
        let value = match word {
            "-t" | "--timeout" => words.next(),
            _ => word.strip_prefix("--timeout="),
        };
        if let Some(seconds) = value.and_then(|value| value.parse().ok()) {
            return Some(seconds);
        }
    }
    None
}

/// `php-fpm: pool www`, as such a worker names itself.
#[cfg(any(target_os = "linux", test))]
fn pool_of(command_line: &str) -> Option<String> {
    let (_, pool) = command_line.split_once("php-fpm: pool ")?;
    let pool = pool.trim_end_matches(['\0', ' ']);
    (!pool.is_empty()).then(|| pool.to_owned())
}

/// Which program has each of these sockets open. Only processes of one's own, or root's eyes for all, can be seen into.
#[cfg(target_os = "linux")]
pub fn owners_of_sockets(inodes: &[u64]) -> HashMap<u64, String> {
    let mut owners = HashMap::new();
    for process in processes() {
        let Ok(open) = std::fs::read_dir(process.join("fd")) else { continue };
        for entry in open.filter_map(Result::ok) {
            let inode = std::fs::read_link(entry.path()).ok().and_then(|to| {
                let to = to.to_str()?.strip_prefix("socket:[")?.strip_suffix(']')?.parse::<u64>().ok()?;
                inodes.contains(&to).then_some(to)
            });
            let Some(inode) = inode.filter(|inode| !owners.contains_key(inode)) else { continue };
            if let Some(name) = text(&process, "comm") {
                owners.insert(inode, name.trim_end().to_owned());
            }
        }
    }
    owners
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn applications_that_wait_for_different_times_stay_apart() {
        let mut found = Vec::new();
        for (limit, started) in [(Some(120), 7), (Some(60), 8), (None, 9), (Some(120), 11), (Some(60), 8)] {
            let (name, gids) = ("gunicorn".to_owned(), vec![33]);
            let started = Some(started);
            let one = Program { name, uid: 33, user: None, gids, pool: None, count: 1, started, request_limit: limit };
            add(&mut found, one);
        }
        let told: Vec<_> = found.iter().map(|one| (one.request_limit, one.count, one.started)).collect();
        assert_eq!(told, [(Some(120), 2, Some(11)), (Some(60), 2, Some(8)), (None, 1, Some(9))]);
    }

    #[test]
    fn a_process_tells_its_user_its_groups_and_its_pool() {
        let status = "Name:\tnginx\nUmask:\t0000\nUid:\t0\t33\t33\t33\nGid:\t0\t33\t33\t33\nGroups:\t33 44 \n";
        assert_eq!(user_and_groups(status), Some((33, vec![33, 44])));
        assert_eq!(user_and_groups("Name:\tx\n"), None);
        assert_eq!(pool_of("php-fpm: pool www\0").as_deref(), Some("www"));
        assert_eq!(pool_of("php-fpm: master process (/etc/php/fpm.conf)\0"), None);
        let stat = "7 (gunicorn: (w) x) S 1 7 7 0 -1 4194560 1 0 0 0 0 0 0 0 20 0 1 0 12345 1 2";
        assert_eq!(started(stat, 1_000), Some(1_123));
        assert_eq!((started("7 (x) S 1", 1_000), booted("cpu 1\nbtime 1795000000\n")), (None, Some(1_795_000_000)));
        let limit = |line: &str| request_limit_of(&line.replace(' ', "\0"));
        assert_eq!(limit("/usr/bin/python3 /opt/venv/bin/gunicorn -w 4 --timeout 120 app:app"), Some(120));
        assert_eq!((limit("gunicorn --timeout=90 app:app"), limit("gunicorn -t 45 a:b")), (Some(90), Some(45)));
        // Another program's option of that name, and none.
        assert_eq!((limit("python3 job.py --timeout 5"), limit("gunicorn -w 4 app:app")), (None, None));
        assert!(is_known("php-fpm8.2") && is_known("gunicorn: worke") && !is_known("bash") && !is_known("sshd"));
    }
}
