//! Memory, and how often it ran out.

#[cfg(target_os = "linux")]
use std::path::Path;
#[cfg(target_os = "linux")]
use std::time::Instant;

#[cfg(target_os = "linux")]
use super::super::file;
use super::Found;
#[cfg(target_os = "linux")]
use super::not_seen;
#[cfg(target_os = "linux")]
use crate::model::Known;
use crate::model::server::Memory;
#[cfg(any(target_os = "linux", test))]
use crate::model::server::MemoryLimit;

#[cfg(target_os = "linux")]
pub const HOW: &[&str] =
    &["/proc/meminfo", "/proc/vmstat", "/sys/fs/cgroup/*/*/memory.events", "/sys/fs/cgroup/*/memory.events"];
#[cfg(not(target_os = "linux"))]
pub const HOW: &[&str] = &[];

#[cfg(target_os = "linux")]
pub fn look() -> Found<Memory> {
    const LARGEST: u64 = 256 * 1024;
    /// Services whose limit was met, at the most.
    const MOST: usize = 20;
    let began = Instant::now();
    let text = |path: &str| file::text(Path::new(path), LARGEST);
    let what = match text("/proc/meminfo") {
        Err(error) => not_seen("/proc/meminfo", &error, began),
        Ok(info) => {
            let kills = text("/proc/vmstat").ok().and_then(|stat| number(&stat, "oom_kill"));
            let folders = ["/sys/fs/cgroup/*/*/memory.events", "/sys/fs/cgroup/*/memory.events"];
            let files = folders.iter().filter_map(|pattern| glob::glob(pattern).ok()).flatten().filter_map(Result::ok);
            let met = files.filter_map(|path| {
                let unit = path.parent()?.file_name()?.to_str()?.to_owned();
                limit(unit, &file::text(&path, LARGEST).ok()?)
            });
            Known::Seen(Memory { kills, limits: met.take(MOST).collect(), ..of_meminfo(&info) })
        }
    };
    Found::by(HOW, what)
}

#[cfg(not(target_os = "linux"))]
pub fn look() -> Found<Memory> {
    Found::no_way()
}

/// `/proc/meminfo` (proc_meminfo(5)), whose numbers are units of 1024 bytes.
#[cfg(any(target_os = "linux", test))]
fn of_meminfo(text: &str) -> Memory {
    let bytes = |name: &str| number(text, name).unwrap_or(0).saturating_mul(1024);
    Memory {
        total: bytes("MemTotal:"),
        available: bytes("MemAvailable:"),
        swap_total: bytes("SwapTotal:"),
        swap_free: bytes("SwapFree:"),
        ..Memory::default()
    }
}

/// The number behind a name at the start of a line.
#[cfg(any(target_os = "linux", test))]
fn number(text: &str, name: &str) -> Option<u64> {
    text.lines().find_map(|line| {
        let mut words = line.split_ascii_whitespace();
        (words.next()? == name).then(|| words.next()?.parse().ok())?
    })
}

/// A `memory.events` file (Documentation/admin-guide/cgroup-v2.rst) that tells of an end.
#[cfg(any(target_os = "linux", test))]
fn limit(unit: String, text: &str) -> Option<MemoryLimit> {
    let kills = number(text, "oom_kill").filter(|kills| *kills > 0)?;
    Some(MemoryLimit { unit, kills })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_kernels_numbers_are_read() {
        let memory = of_meminfo("MemTotal:        2048 kB\nMemAvailable:     512 kB\nSwapTotal: 0 kB\n");
        assert_eq!((memory.total, memory.available, memory.swap_total), (2_097_152, 524_288, 0));
        assert_eq!(number("oom_kill_disable 0\noom_kill 3\n", "oom_kill"), Some(3));
        let met = limit("app.service".to_owned(), "low 0\nmax 9\noom 2\noom_kill 2\n");
        assert_eq!(met.map(|met| met.kills), Some(2));
        assert_eq!(limit("app.service".to_owned(), "oom 2\noom_kill 0\n"), None);
    }
}
