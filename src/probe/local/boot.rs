//! When this device was started: after that, what is said to need a restart has had one.

use std::io;

use jiff::Timestamp;

use super::not_seen;
use crate::model::Known;

/// By the clock on the wall.
pub fn started() -> Known<Timestamp> {
    match seconds() {
        Ok(Some(at)) => Timestamp::from_second(at).map_or_else(|_| Known::not_tried("no entry"), Known::Seen),
        Ok(None) => Known::not_tried("no entry"),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Known::not_tried("no tool to read the table"),
        Err(error) if error.kind() == io::ErrorKind::TimedOut => Known::not_tried("the tool did not answer in time"),
        Err(error) => not_seen(&error, 0),
    }
}

#[cfg(target_os = "linux")]
fn seconds() -> io::Result<Option<i64>> {
    /// A line for each processor and one for each interrupt.
    const MAX_BYTES: u64 = 4 * 1024 * 1024;
    super::file::text(std::path::Path::new("/proc/stat"), MAX_BYTES).map(|text| parse::proc_stat(&text))
}

#[cfg(target_vendor = "apple")]
fn seconds() -> io::Result<Option<i64>> {
    let said = super::command::output("/usr/sbin/sysctl", &["-n", "kern.boottime"], super::command::LIMIT);
    said.map(|text| parse::sysctl(&text))
}

#[cfg(windows)]
fn seconds() -> io::Result<Option<i64>> {
    /// It takes a second or two to start.
    const LIMIT: std::time::Duration = std::time::Duration::from_secs(10);
    const ASKS: &str =
        "[DateTimeOffset]::new((Get-CimInstance Win32_OperatingSystem).LastBootUpTime).ToUnixTimeSeconds()";
    let said = super::command::output("powershell", &["-NoProfile", "-NonInteractive", "-Command", ASKS], LIMIT);
    said.map(|text| parse::number(&text))
}

#[cfg(not(any(target_os = "linux", target_vendor = "apple", windows)))]
fn seconds() -> io::Result<Option<i64>> {
    Err(io::ErrorKind::NotFound.into())
}

/// The words of the three systems; all are built everywhere so that all are tested everywhere.
#[cfg_attr(not(test), expect(dead_code, reason = "each system uses its own words"))]
mod parse {
    /// The line `btime` (proc_stat(5)).
    pub fn proc_stat(text: &str) -> Option<i64> {
        number(text.lines().find_map(|line| line.strip_prefix("btime "))?)
    }

    /// `{ sec = 1764000000, usec = 0 } Mon Nov 24 …`.
    pub fn sysctl(text: &str) -> Option<i64> {
        number(text.split_once("sec = ")?.1.split(',').next()?)
    }

    pub fn number(text: &str) -> Option<i64> {
        text.trim().parse().ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_the_three_systems() {
        assert_eq!(parse::proc_stat("cpu  1 2 3\nbtime 1764000000\nprocesses 9\n"), Some(1_764_000_000));
        assert_eq!(parse::sysctl("{ sec = 1764000000, usec = 5 } Mon Nov 24 16:00:00 2025\n"), Some(1_764_000_000));
        assert_eq!(parse::number("1764000000\r\n"), Some(1_764_000_000));
        for nothing in ["", "btime\n", "btime soon\n", "sec = \n"] {
            assert_eq!((parse::proc_stat(nothing), parse::sysctl(nothing), parse::number(nothing)), (None, None, None));
        }
    }

    #[cfg(any(target_os = "linux", target_vendor = "apple"))]
    #[test]
    fn this_device_was_started_before_now() {
        let at = started();
        assert!(at.seen().is_some_and(|at| *at < Timestamp::now()), "{at:?}");
    }
}
