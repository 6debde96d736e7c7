//! Finds the requests of somebody's case among the lines of a log.

use memchr::memmem;

use super::asked::page;
use super::format::Fields;
use crate::model::log::{CLOCKS, LogTime};
use crate::model::wanted::{FoundBy, FoundLine, Traced, Wanted, WantedRequest};

/// By the second, here and there.
const TICKS: i64 = 2;
/// The shortest number that is nobody else's by chance, in bytes.
const SHORTEST_ID: usize = 8;
/// Numbers are looked for in lines of that day, in seconds.
const DAY: i64 = 24 * 3600;
/// What this program calls itself in every request.
pub const PROGRAM: &[u8] = b"Gatemend/";
/// Lines that are shown.
const SHOWN: usize = 6;

/// What was found in a part of a log.
#[derive(Debug, Clone, Default)]
pub struct Found {
    before: bool,
    after: bool,
    count: u64,
    lines: Vec<(FoundBy, LogTime, Vec<u8>)>,
}

impl Found {
    /// Looks at one line with its time. `shown` makes what is shown of it.
    pub fn look(
        &mut self,
        wanted: &Wanted,
        (line, time): (&[u8], LogTime),
        fields: &Fields<'_>,
        shown: impl FnOnce(&[u8]) -> Vec<u8>,
    ) {
        // A time without a zone may be UTC, or that of the reader's wall.
        let mut offsets = vec![0];
        if !time.has_zone && wanted.utc_offset != 0 {
            offsets.push(wanted.utc_offset);
        }
        let moments: Vec<i64> = offsets.iter().map(|offset| time.seconds - offset).collect();
        let first = wanted.requests.iter().map(|one| one.from).min();
        let last = wanted.requests.iter().map(|one| one.to).max();
        let Some((first, last)) = first.zip(last) else { return };
        // Whichever reading of the clock is right.
        self.before |= moments.iter().all(|moment| *moment <= first);
        self.after |= moments.iter().all(|moment| *moment >= last);
        let Some(by) = moments.iter().filter_map(|moment| found_by(wanted, *moment, line, fields)).min() else {
            return;
        };
        self.count += 1;
        self.lines.push((by, time, shown(line)));
        self.keep_the_surest();
    }

    pub fn join(&mut self, other: Found) {
        self.before |= other.before;
        self.after |= other.after;
        self.count += other.count;
        self.lines.extend(other.lines);
        self.keep_the_surest();
    }

    fn keep_the_surest(&mut self) {
        self.lines.sort();
        self.lines.truncate(SHOWN);
    }

    /// `every` says whether such a log has a line for every request.
    pub fn told(&self, every: bool) -> Traced {
        let line = |(by, _, line): &(FoundBy, LogTime, Vec<u8>)| FoundLine {
            by: *by,
            line: String::from_utf8_lossy(line).into_owned(),
        };
        Traced {
            covers: self.before && self.after,
            has_every_request: every,
            count: self.count,
            lines: self.lines.iter().map(line).collect(),
        }
    }
}

fn found_by(wanted: &Wanted, moment: i64, line: &[u8], fields: &Fields<'_>) -> Option<FoundBy> {
    let near = |one: &WantedRequest, slack: i64| (one.from - slack..=one.to + slack).contains(&moment);
    let has = |text: &[u8]| memmem::find(line, text).is_some();
    let that_day = wanted.requests.iter().any(|one| near(one, DAY));
    if that_day && wanted.ids.iter().any(|id| id.len() >= SHORTEST_ID && has(id.as_bytes())) {
        return Some(FoundBy::Id);
    }
    let same_page = |one: &WantedRequest| match (&one.path, fields.request) {
        (Some(path), Some(request)) => page(request) == path.as_bytes(),
        _ => true,
    };
    let mut here = wanted.requests.iter().filter(|one| near(one, CLOCKS) && same_page(one)).peekable();
    here.peek()?;
    if has(PROGRAM) {
        return Some(FoundBy::Program);
    }
    if wanted.addresses.iter().any(|address| has_word(line, address.as_bytes())) {
        return Some(FoundBy::Address);
    }
    // By the page alone only where both tell one, and to the second.
    let exact = here.any(|one| near(one, TICKS) && one.path.is_some() && fields.request.is_some());
    exact.then_some(FoundBy::Page)
}

/// Whether the address stands there as a whole: 10.0.0.1 is no part of 10.0.0.12.
fn has_word(line: &[u8], address: &[u8]) -> bool {
    let part = |byte: Option<&u8>| byte.is_some_and(|byte| byte.is_ascii_hexdigit() || matches!(byte, b'.' | b':'));
    memmem::find_iter(line, address).any(|at| {
        let before = at.checked_sub(1).and_then(|place| line.get(place));
        let after = line.get(at + address.len());
        // A port may follow.
        !part(before) && (!part(after) || after == Some(&b':') && address.contains(&b'.'))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const AT: i64 = 1_795_313_411;

    fn wanted() -> Wanted {
        let request = WantedRequest { from: AT, to: AT + 1, path: Some("/cart".to_owned()) };
        Wanted {
            requests: vec![request],
            ids: vec!["8e1f0a2b3c4d5e6f".to_owned()],
            addresses: vec!["198.51.100.7".to_owned()],
            utc_offset: 3600,
        }
    }

    fn found(line: &str, seconds: i64, request: Option<&str>) -> Option<FoundBy> {
        let mut found = Found::default();
        let fields = Fields { request: request.map(str::as_bytes), ..Fields::default() };
        let time = LogTime { seconds, has_zone: true };
        found.look(&wanted(), (line.as_bytes(), time), &fields, <[u8]>::to_vec);
        found.told(true).best()
    }

    #[test]
    fn a_line_is_told_by_number_program_address_and_page() {
        let cart = Some("GET /cart?x=1 HTTP/1.1");
        assert_eq!(found("x 8e1f0a2b3c4d5e6f-FRA", AT + 3_600, None), Some(FoundBy::Id));
        assert_eq!(found("\"Gatemend/0.1.0\"", AT + 90, cart), Some(FoundBy::Program));
        assert_eq!(found("198.51.100.7 - -", AT - 90, cart), Some(FoundBy::Address));
        assert_eq!(found("203.0.113.9 - -", AT + 3, cart), Some(FoundBy::Page));
        // Near misses.
        assert_eq!(found("203.0.113.9 - -", AT + 9, cart), None);
        assert_eq!(found("203.0.113.9 - -", AT, Some("GET /cart/2 HTTP/1.1")), None);
        assert_eq!(found("198.51.100.77 - -", AT + 60, cart), None);
        assert_eq!(found("\"Gatemend/0.1.0\"", AT + 600, cart), None);
        assert_eq!(found("\"Gatemend/0.1.0\"", AT, Some("GET / HTTP/1.1")), None);
        assert_eq!(found("nothing of it", AT, None), None);
        assert_eq!(found("x 8e1f0a2b3c4d5e6f-FRA", AT + 3 * DAY, None), None);
    }

    #[test]
    fn a_log_covers_a_moment_when_it_has_lines_on_both_sides_by_any_clock() {
        let covers = |times: &[i64], has_zone: bool| {
            let mut all = Found::default();
            for seconds in times {
                let mut part = Found::default();
                part.look(
                    &wanted(),
                    (b"x", LogTime { seconds: *seconds, has_zone }),
                    &Fields::default(),
                    <[u8]>::to_vec,
                );
                all.join(part);
            }
            all.told(true).covers
        };
        assert!(covers(&[AT - 5, AT + 5], true) && !covers(&[AT - 5, AT - 1], true) && !covers(&[AT + 5], true));
        // Perhaps all of it is an hour earlier.
        assert!(!covers(&[AT - 5, AT + 5], false) && covers(&[AT - 5, AT + 4_000], false));
    }

    #[test]
    fn an_address_is_found_whole() {
        assert!(has_word(b"client: 10.0.0.1, x", b"10.0.0.1") && has_word(b"10.0.0.1:5000", b"10.0.0.1"));
        assert!(!has_word(b"10.0.0.12 ", b"10.0.0.1") && !has_word(b"110.0.0.1 ", b"10.0.0.1"));
        assert!(!has_word(b"2001:db8::51 ", b"2001:db8::5") && has_word(b"2001:db8::5 ", b"2001:db8::5"));
    }
}
