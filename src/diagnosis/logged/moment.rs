//! Whether lines of a log are about a failure that is there now: by their time, and by the site that they name.

use crate::logs::sign;
use crate::model::log::{LogKind, LogTime, NAMES_TOLD};

/// How old a line may be and still be about a failure of now, in seconds.
pub const RECENT: i64 = 15 * 60;
/// Clocks are cut to whole seconds, here and there.
const CLOCK_TICKS: i64 = 2;
/// How far clocks of two machines may differ, in seconds.
const CLOCKS: i64 = 2 * 60;

/// The failure that the logs are asked about: when it was seen, in seconds since 1970, and with which status.
#[derive(Debug, Clone, Copy)]
pub struct Moment<'a> {
    pub now: i64,
    pub status: Option<u16>,
    /// The site that was asked for, and its twin.
    pub hosts: [&'a str; 2],
    /// How long before that the first request was sent, in seconds.
    pub since: i64,
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
    /// They name none: an application, the kernel, a gateway that may serve many.
    Untold,
    /// A gateway wrote them while this program was asking, and they name no other site.
    Yes,
}

impl Moment<'_> {
    /// How old a time is, in seconds. Without a zone a log mostly shows UTC, or the time of the machine that reads it.
    fn ages(&self, time: LogTime, utc_offset: i64) -> impl Iterator<Item = i64> {
        let age = self.now - time.seconds;
        std::iter::once(age).chain((!time.has_zone).then_some(age + utc_offset))
    }

    pub fn timely(&self, kind: &LogKind, utc_offset: i64) -> Timely {
        let Some(last) = kind.last else { return Timely::Perhaps };
        if self.ages(last, utc_offset).any(|age| (-CLOCKS..=RECENT).contains(&age)) {
            return Timely::Yes;
        }
        let age = self.now - last.seconds;
        // Zones lie up to fourteen hours apart, in steps of a quarter of an hour.
        let elsewhere = !last.has_zone && age.abs() <= 14 * 3600 && (age + CLOCKS).rem_euclid(900) <= CLOCKS + 60;
        if elsewhere { Timely::Perhaps } else { Timely::No }
    }

    pub fn about_site(&self, kind: &LogKind, utc_offset: i64) -> AboutSite {
        let name = |host: &str| host.split(':').next().unwrap_or_default().to_ascii_lowercase();
        let own = kind.hosts.iter().filter(|host| self.hosts.contains(&name(&host.name).as_str())).count();
        let while_asking =
            |last: LogTime| self.ages(last, utc_offset).any(|age| (-CLOCKS..=self.since + CLOCK_TICKS).contains(&age));
        let by_a_gateway = sign::named(&kind.id).is_some_and(|sign| !sign.of_itself);
        match own {
            // Only the sites with the most lines are named.
            0 if (1..NAMES_TOLD).contains(&kind.hosts.len()) => AboutSite::No,
            // Times are those of all sites together: with others among them, the last line may be another's.
            _ if own == kind.hosts.len() && by_a_gateway && kind.last.is_some_and(while_asking) => AboutSite::Yes,
            _ => AboutSite::Untold,
        }
    }
}
