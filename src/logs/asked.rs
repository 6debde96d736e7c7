//! The page that this program asked for, so that the lines about it can be told from all others.

use super::format::Fields;
use crate::model::log::{CLOCKS, LogTime};

/// Clocks are cut to whole seconds, here and there.
const CLOCK_TICKS: i64 = 2;

/// What was asked for, and when.
#[derive(Debug, Clone, Default)]
pub struct Asked {
    /// The name of the site, and the port that was asked.
    pub host: String,
    pub port: u16,
    /// The path, without the query.
    pub path: String,
    /// When the first request was sent and when the last answer was there, in seconds since 1970.
    pub from: i64,
    pub to: i64,
    /// When the log is read: of a failure of now, when the last answer was there.
    pub read_at: i64,
    /// How the clock on the reader's wall differs from UTC, in seconds east.
    pub utc_offset: i64,
}

/// Lines about the page, by the two readings that a time without a zone allows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Ours {
    pub in_utc: u64,
    pub in_local_time: u64,
}

impl Ours {
    pub fn add(&mut self, other: Ours) {
        self.in_utc += other.in_utc;
        self.in_local_time += other.in_local_time;
    }

    /// How many they are, if times without a zone differ from UTC by this. Where that is not known, none are.
    pub fn at(self, utc_offset: Option<i64>) -> u64 {
        match utc_offset {
            Some(0) => self.in_utc,
            Some(_) => self.in_local_time,
            None => 0,
        }
    }
}

/// How a server answered this program's own requests for the page.
#[derive(Debug, Clone, Copy, Default)]
pub struct Own {
    pub good: Ours,
    pub failed: Ours,
    pub given_up: Ours,
}

impl Own {
    pub fn add(&mut self, other: Own) {
        self.good.add(other.good);
        self.failed.add(other.failed);
        self.given_up.add(other.given_up);
    }
}

impl Asked {
    /// Whether a line names the site and the page, and was written while this program asked. A line that does not name
    /// the site may be about any other that the same gateway serves.
    pub fn counts(&self, time: Option<LogTime>, fields: &Fields<'_>) -> Ours {
        let (Some(time), Some(host)) = (time, fields.host) else { return Ours::default() };
        let (name, port) = name_and_port(host);
        // Another port may be another program.
        let site = name.eq_ignore_ascii_case(self.host.as_bytes()) && port.is_none_or(|port| port == self.port);
        let page = fields.request.is_none_or(|request| page(request) == self.path.as_bytes());
        if !site || !page {
            return Ours::default();
        }
        self.meanwhile(time)
    }

    /// Whether a line was written while this program asked.
    fn meanwhile(&self, time: LogTime) -> Ours {
        let while_asking =
            |seconds: i64| u64::from((self.from - CLOCK_TICKS..=self.to + CLOCK_TICKS).contains(&seconds));
        let in_utc = while_asking(time.seconds);
        let in_local_time = if time.has_zone { in_utc } else { while_asking(time.seconds - self.utc_offset) };
        Ours { in_utc, in_local_time }
    }

    /// For an answer: whether it was written meanwhile, and whether it may be about the page. Any site's counts, since
    /// many logs name none: what is not there at all is surely not there for this one.
    pub fn arrived(&self, time: Option<LogTime>, request: Option<&[u8]>) -> (Ours, Ours) {
        let meanwhile = time.map_or_else(Ours::default, |time| self.meanwhile(time));
        let is_page = request.is_none_or(|request| page(request) == self.path.as_bytes());
        (meanwhile, if is_page { meanwhile } else { Ours::default() })
    }

    /// How the clock of a log without zones differs from UTC, in seconds east: it mostly shows UTC, or the time of the
    /// machine that reads it. `None` where neither, or both, may be: a line of hours ago would then pass for one of now.
    /// `newest` is the last time in the log, `modified` the file's own, in seconds since 1970.
    pub fn utc_offset_of(&self, newest: LogTime, modified: Option<i64>) -> Option<i64> {
        let written = |offset: &i64| newest.seconds - offset;
        let may_be = |offset: &i64| {
            written(offset) <= self.read_at + CLOCKS
                && modified.is_none_or(|modified| written(offset) <= modified + CLOCKS)
        };
        let mut offsets: Vec<i64> = [0, self.utc_offset].into_iter().filter(may_be).collect();
        offsets.dedup();
        if offsets.len() > 1 {
            // A log that is being written was changed when its last line was.
            offsets.retain(|offset| modified.is_some_and(|modified| (modified - written(offset)).abs() <= CLOCKS));
        }
        match offsets.as_slice() {
            [offset] => Some(*offset),
            _ => None,
        }
    }
}

/// The name of a host, and its port where one is written.
fn name_and_port(host: &[u8]) -> (&[u8], Option<u16>) {
    let bracketed = host.first() == Some(&b'[');
    let end = if bracketed { memchr::memchr(b']', host).map(|end| end + 1) } else { memchr::memchr(b':', host) };
    let (name, rest) = host.split_at(end.unwrap_or(host.len()));
    let port = rest.strip_prefix(b":").and_then(|port| std::str::from_utf8(port).ok()?.parse().ok());
    (name, port)
}

/// The page of `GET /cart?token=1 HTTP/1.1`: its path alone. A query may hold secrets.
pub fn page(request: &[u8]) -> &[u8] {
    let until_blank = |text: &[u8]| memchr::memchr(b' ', text).unwrap_or(text.len());
    let (first, rest) = request.split_at_checked(until_blank(request)).unwrap_or_default();
    let target = match rest.get(1..) {
        Some(second) if !first.starts_with(b"/") && !first.contains(&b':') => {
            second.get(..until_blank(second)).unwrap_or_default()
        }
        _ => first,
    };
    let target = target.get(..memchr::memchr2(b'?', b'#', target).unwrap_or(target.len())).unwrap_or_default();
    // Balancers write the whole address.
    let whole = if target.first() == Some(&b'/') { None } else { memchr::memmem::find(target, b"://") };
    let Some(after) = whole.and_then(|scheme_end| target.get(scheme_end + 3..)) else { return target };
    memchr::memchr(b'/', after).and_then(|path| after.get(path..)).unwrap_or(b"/")
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: i64 = 1_795_313_411;

    fn asked(utc_offset: i64) -> Asked {
        Asked {
            host: "shop.test".to_owned(),
            port: 443,
            path: "/cart".to_owned(),
            from: NOW - 5,
            to: NOW,
            read_at: NOW,
            utc_offset,
        }
    }

    fn at(seconds: i64) -> LogTime {
        LogTime { seconds, has_zone: false }
    }

    fn counted(time: LogTime, host: &str, request: &str) -> u64 {
        let fields = Fields { host: Some(host.as_bytes()), request: Some(request.as_bytes()), ..Fields::default() };
        asked(0).counts(Some(time), &fields).in_utc
    }

    #[test]
    fn only_lines_that_name_site_page_and_moment_are_ours() {
        assert_eq!(counted(at(NOW), "shop.test", "GET /cart?id=1 HTTP/1.1"), 1);
        assert_eq!(counted(at(NOW), "SHOP.test:443", "GET https://shop.test:443/cart HTTP/2.0"), 1);
        assert_eq!(counted(at(NOW), "shop.test:8443", "GET /cart HTTP/1.1"), 0);
        assert_eq!(counted(at(NOW), "www.shop.test", "GET /cart HTTP/1.1"), 0);
        assert_eq!(counted(at(NOW), "other.test", "GET /cart HTTP/1.1"), 0);
        assert_eq!(counted(at(NOW), "shop.test.other.test", "GET /cart HTTP/1.1"), 0);
        assert_eq!(counted(at(NOW), "shop.test", "GET /admin HTTP/1.1"), 0);
        assert_eq!(counted(at(NOW - 60), "shop.test", "GET /cart HTTP/1.1"), 0);
        assert_eq!(counted(at(NOW + 60), "shop.test", "GET /cart HTTP/1.1"), 0);
        let nameless = Fields { request: Some(b"GET /cart HTTP/1.1"), ..Fields::default() };
        assert_eq!(asked(0).counts(Some(at(NOW)), &nameless), Ours::default());
    }

    #[test]
    fn a_time_without_a_zone_is_read_only_where_one_reading_is_possible() {
        let hour = 3600;
        // East of UTC: a local time read as UTC lies in the future.
        assert_eq!(asked(hour).utc_offset_of(at(NOW + hour), None), Some(hour));
        // The newest line may be of now in UTC, or of an hour ago in local time.
        assert_eq!(asked(hour).utc_offset_of(at(NOW), None), None);
        assert_eq!(asked(hour).utc_offset_of(at(NOW), Some(NOW)), Some(0));
        assert_eq!(asked(-5 * hour).utc_offset_of(at(NOW - 5 * hour), None), None);
        assert_eq!(asked(-5 * hour).utc_offset_of(at(NOW - 5 * hour), Some(NOW)), Some(-5 * hour));
        assert_eq!(asked(-5 * hour).utc_offset_of(at(NOW - 5 * hour), Some(NOW - 5 * hour)), Some(0));
        // Nothing to choose from, and a log from yet another zone.
        assert_eq!(asked(0).utc_offset_of(at(NOW), None), Some(0));
        assert_eq!(asked(0).utc_offset_of(at(NOW + hour), None), None);
    }
}
