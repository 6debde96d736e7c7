//! Whether lines of a log are about a failure that is there now: by their time, and by the site that they name.

use super::Logged;
use crate::model::log::{CLOCKS, LogKind, NAMES_TOLD, RECENT};

/// The failure that the logs are asked about: when it was seen, in seconds since 1970, and with which status.
#[derive(Debug, Clone, Copy)]
pub struct Moment<'a> {
    pub now: i64,
    pub status: Option<u16>,
    /// The site that was asked for, and its twin.
    pub hosts: [&'a str; 2],
}

/// How well a line's time fits the failure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Timely {
    /// It is of another time.
    No,
    /// It fits if the log was written in another time zone, or tells no time.
    Perhaps,
    Yes,
}

/// Whether lines are about the site that fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum AboutSite {
    /// They name other sites only.
    No,
    /// They name none, or the site but another page or time.
    Untold,
    /// They name the site and the page, and were written while this program was asking.
    Yes,
}

impl Moment<'_> {
    pub fn timely(&self, logged: &Logged<'_>, kind: &LogKind) -> Timely {
        // Some were written while the page was asked for, whatever came after them.
        if kind.ours > 0 {
            return Timely::Yes;
        }
        let Some(last) = kind.last else { return Timely::Perhaps };
        let is_recent = |written: i64| (-CLOCKS..=RECENT).contains(&(self.now - written));
        if let Some(written) = logged.log.moment(last) {
            return if is_recent(written) { Timely::Yes } else { Timely::No };
        }
        let age = self.now - last.seconds;
        let in_local_time = is_recent(last.seconds - logged.utc_offset);
        // Zones lie up to fourteen hours apart, in steps of a quarter of an hour.
        let elsewhere = age.abs() <= 14 * 3600 && (age + CLOCKS).rem_euclid(900) <= CLOCKS + 60;
        if is_recent(last.seconds) || in_local_time || elsewhere { Timely::Perhaps } else { Timely::No }
    }

    pub fn about_site(&self, kind: &LogKind) -> AboutSite {
        if kind.ours > 0 {
            return AboutSite::Yes;
        }
        let own = kind.hosts.iter().any(|host| self.hosts.iter().any(|own| is_host(&host.name, own)));
        // Only the sites with the most lines are named.
        let others_only = !own && (1..NAMES_TOLD).contains(&kind.hosts.len());
        if others_only { AboutSite::No } else { AboutSite::Untold }
    }
}

/// Whether a log's name for a site, with or without a port, is this one.
fn is_host(written: &str, own: &str) -> bool {
    let rest = written.get(own.len()..).unwrap_or("?");
    written.get(..own.len()).is_some_and(|start| start.eq_ignore_ascii_case(own))
        && (rest.is_empty() || rest.starts_with(':'))
}
