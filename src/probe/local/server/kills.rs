//! Programs that the kernel ended for want of memory, by its own log.

#[cfg(target_os = "linux")]
use super::super::command;
use super::Found;
#[cfg(target_os = "linux")]
use crate::model::Known;
use crate::model::server::Kill;

#[cfg(target_os = "linux")]
pub const HOW: &[&str] = &[
    "journalctl -k -q --no-pager -o short-unix -n 1",
    "journalctl -k -q --no-pager -o short-unix -p err --since=-1h",
    "dmesg --time-format=iso --level=emerg,alert,crit,err",
];
#[cfg(not(target_os = "linux"))]
pub const HOW: &[&str] = &[];

#[cfg(target_os = "linux")]
pub fn look() -> Found<Vec<Kill>> {
    let run = |line: Option<&&str>| {
        let mut words = line?.split(' ');
        let program = words.next()?;
        command::output(program, &words.collect::<Vec<_>>(), super::PATIENCE).ok()
    };
    // The journal says nothing to those who may not read it, and nothing where nothing happened. One line of any kind
    // parts the two.
    let readable = run(HOW.first()).is_some_and(|text| !text.trim().is_empty());
    if readable && let Some(text) = run(HOW.get(1)) {
        return Found::by(HOW.get(..2).unwrap_or_default(), Known::Seen(kills(&text)));
    }
    // A kernel that logged no error since it started prints nothing here, and so does one that may not be asked.
    match run(HOW.get(2)).filter(|text| !text.trim().is_empty()) {
        Some(text) => Found::by(HOW, Known::Seen(kills(&text))),
        None => Found::by(HOW, Known::not_tried("the kernel's log says nothing to this user")),
    }
}

#[cfg(not(target_os = "linux"))]
pub fn look() -> Found<Vec<Kill>> {
    Found::no_way()
}

/// Lines such as `Out of memory: Killed process 412 (node) total-vm:…` (mm/oom_kill.c), each behind its time.
#[cfg(any(target_os = "linux", test))]
fn kills(text: &str) -> Vec<Kill> {
    /// Told at the most: the newest.
    const MOST: usize = 20;
    let kill = |line: &str| {
        let (before, after) = line.split_once("Killed process ")?;
        if !before.to_ascii_lowercase().contains("out of memory: ") {
            return None;
        }
        let (_, name) = after.split_once(" (")?;
        let (name, _) = name.split_once(')')?;
        Some(Kill { at: moment(line.split(' ').next()?)?, program: name.to_owned() })
    };
    let mut found: Vec<Kill> = text.lines().filter_map(kill).collect();
    found.drain(..found.len().saturating_sub(MOST));
    found
}

/// `1795514300.123456` of the journal, or `2026-11-24T09:58:20,123456+00:00` of dmesg.
#[cfg(any(target_os = "linux", test))]
fn moment(word: &str) -> Option<i64> {
    if let Ok(stamp) = word.replace(',', ".").parse::<jiff::Timestamp>() {
        return Some(stamp.as_second());
    }
    word.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kills_are_read_from_the_journal_and_from_dmesg() {
        let journal = "1795514300.123456 web kernel: Out of memory: Killed process 412 (node) total-vm:9kB, anon-rss:1kB\n\
            1795514301.5 web kernel: Memory cgroup out of memory: Killed process 7 (php-fpm: pool w) total-vm:1kB\n\
            1795514302.5 web kernel: app[9]: segfault at 0 ip 0\n\
            1795514303.5 web kernel: Killed process 9 by hand (x)\n";
        let told: Vec<(i64, String)> = kills(journal).into_iter().map(|kill| (kill.at, kill.program)).collect();
        assert_eq!(told, [(1_795_514_300, "node".to_owned()), (1_795_514_301, "php-fpm: pool w".to_owned())]);
        let dmesg = "2026-11-24T09:58:20,123456+00:00 Out of memory: Killed process 412 (java) total-vm:9kB\n";
        assert_eq!(kills(dmesg)[0].at, 1_795_514_300);
        assert!(kills("garbage\n").is_empty());
    }
}
