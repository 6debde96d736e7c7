//! A format that nobody told, learnt from the lines: only where each of its columns can be one thing alone. What is not
//! unambiguous stays unknown, and it is said what was missing.

mod columns;

use std::collections::BTreeSet;
use std::net::SocketAddr;

use columns::{Column, Kind};

use super::custom::{Custom, Meaning, Parts, is_none};
use super::{ALL, Code, is_dockers, unwrapped};
use crate::logs::time::{self, Clock};
use crate::model::log::Unlearnt;

/// Fewer lines teach nothing.
const FEWEST: usize = 20;
/// More are not needed.
const MOST: usize = 400;
/// So many of a hundred lines must be of the form that is learnt.
const ALIKE: usize = 95;

/// What columns are called that say what is of use here; the surest names first.
const STATUSES: &[&str] =
    &["status", "sc-status", "http_status", "response_status", "status_code", "sc_status", "code", "st"];
const PAGES: &[&str] = &["request", "request_uri", "uri", "path", "url", "req"];
const SERVERS: &[&str] = &["upstream_addr", "upstream", "upstream_host", "uaddr", "ua", "backend", "up"];
const SERVERS_STATUSES: &[&str] =
    &["upstream_status", "upstream_code", "backend_status", "up_status", "up_code", "ust", "us"];
const CONNECTS: &[&str] = &["upstream_connect_time", "uct"];
const HEADERS: &[&str] = &["upstream_header_time", "uht"];
const SITES: &[&str] = &["http_host", "host", "vhost", "server_name", "domain", "site"];

/// The form of lines that no known format reads, if they all have one, and if it is clear what its columns are.
///
/// # Errors
/// What is missing, where the lines may be those of a format of somebody's own; `None` where nothing is missing.
pub fn learn(sample: &[u8], now: i64) -> Result<Custom, Option<Unlearnt>> {
    // The last line may be cut.
    let whole = memchr::memrchr(b'\n', sample).and_then(|end| sample.get(..end)).unwrap_or_default();
    let lines: Vec<&[u8]> = whole
        .split(|byte| *byte == b'\n')
        .map(|line| line.strip_suffix(b"\r").unwrap_or(line))
        .filter(|line| !line.is_empty() && !is_dockers(line))
        .take(MOST)
        .collect();
    if lines.len() < FEWEST || lines.iter().filter(|line| is_known(line)).count() * 100 > lines.len() * (100 - ALIKE) {
        return Err(None);
    }
    let tried = Kind::ALL.into_iter().map(|kind| learn_parted(&lines, kind, now));
    let mut missing = Unlearnt::Form;
    for learnt in tried {
        match learnt {
            Ok(custom) => return Ok(custom),
            Err(what) => missing = missing.max(what),
        }
    }
    Err(Some(missing))
}

/// Whether a known format reads the line. An object of which nothing is understood is read by none, and the wide formats
/// take whatever begins with a date.
fn is_known(line: &[u8]) -> bool {
    let narrow = ALL.iter().filter(|format| !format.wide);
    let read = |format: &super::Format| {
        (format.read)(unwrapped(line))
            .is_some_and(|entry| format.id != "json" || entry.code != Code::None || !entry.message.is_empty())
    };
    narrow.into_iter().any(read)
}

fn learn_parted(lines: &[&[u8]], kind: Kind, now: i64) -> Result<Custom, Unlearnt> {
    let first = kind.columns(lines.first().copied().unwrap_or_default());
    let is_alike = |columns: &Vec<Column<'_>>| {
        columns.len() == first.len()
            && columns.iter().zip(&first).all(|(one, other)| (one.before, one.after) == (other.before, other.after))
    };
    let rows: Vec<Vec<Column<'_>>> = lines.iter().map(|line| kind.columns(line)).filter(is_alike).collect();
    if first.len() < 3 || rows.len() * 100 < lines.len() * ALIKE {
        return Err(Unlearnt::Form);
    }
    let table = Table { first: &first, rows: &rows };
    let clock = table.clock(now).ok_or(Unlearnt::Time)?;
    let page = table.page().ok_or(Unlearnt::Page)?;
    let (status, of_server) = table.status().ok_or(Unlearnt::Status)?;
    let server = table.server();
    let mut parts = Parts::default();
    let mut shape = Vec::new();
    for (place, column) in first.iter().enumerate() {
        let (meaning, word) = match place {
            _ if place == clock.0 => (Meaning::Time(clock.1), "time"),
            _ if place == page => (Meaning::Request, "request"),
            _ if place == status => (Meaning::Status, "status"),
            _ if Some(place) == server => (Meaning::Upstream, "server"),
            _ if Some(place) == of_server || named_as(column, SERVERS_STATUSES) => {
                (Meaning::UpstreamStatus, "server's status")
            }
            _ if named_as(column, CONNECTS) => (Meaning::ConnectTime, "…"),
            _ if named_as(column, HEADERS) => (Meaning::HeaderTime, "…"),
            _ if named_as(column, SITES) => (Meaning::Host, "site"),
            _ => (Meaning::Other, "…"),
        };
        if place > 0 {
            parts.text(kind.between());
        }
        parts.text(column.before);
        parts.value(meaning);
        parts.text(column.after);
        if shape.last() != Some(&"…") || word != "…" {
            shape.push(word);
        }
    }
    let learnt = Custom::of(format!("learnt: {}", shape.join(" ")), Vec::new(), parts).map_err(|_| Unlearnt::Form)?;
    Ok(learnt.with_columns_between(kind.between()))
}

fn named_as(column: &Column<'_>, names: &[&str]) -> bool {
    names.iter().any(|name| column.name.eq_ignore_ascii_case(name.as_bytes()))
}

/// Lines of one form, in columns.
struct Table<'t, 'a> {
    first: &'t [Column<'a>],
    rows: &'t [Vec<Column<'a>>],
}

impl Table<'_, '_> {
    fn values(&self, place: usize) -> impl Iterator<Item = &[u8]> {
        self.rows.iter().filter_map(move |row| Some(row.get(place)?.value))
    }

    fn all(&self, place: usize, is: impl Fn(&[u8]) -> bool) -> bool {
        self.values(place).all(is)
    }

    /// Nearly all of them: scanners send requests that are none.
    fn most(&self, place: usize, is: impl Fn(&[u8]) -> bool) -> bool {
        self.values(place).filter(|value| is(value)).count() * 100 >= self.rows.len() * ALIKE
    }

    fn places(&self) -> std::ops::Range<usize> {
        0..self.first.len()
    }

    /// The column that has the surest of these names, where it holds what it should.
    fn by_name(&self, names: &[&str], fits: impl Fn(usize) -> bool) -> Option<usize> {
        let at = |name: &&str| {
            only(self.places().filter(|place| self.first.get(*place).is_some_and(|one| named_as(one, &[name]))))
        };
        names.iter().filter_map(at).find(|place| fits(*place))
    }

    fn clock(&self, now: i64) -> Option<(usize, Clock)> {
        let clocks = [Clock::YearFirst, Clock::DayFirst, Clock::Spelled, Clock::Epoch];
        self.places().find_map(|place| {
            let read = |clock: &Clock| self.all(place, |value| is_time(*clock, value, now));
            Some((place, clocks.into_iter().find(read)?))
        })
    }

    fn page(&self) -> Option<usize> {
        let fits = |place: usize| self.most(place, is_page);
        self.by_name(PAGES, fits).or_else(|| only(self.places().filter(|place| fits(*place))))
    }

    /// The visitor's status, and the server's where a second column is the same in nearly every line: of two that differ
    /// nobody tells which is which. A name says more than a shape. Milliseconds and bytes are no status, and of those any
    /// number is as good as the next.
    fn status(&self) -> Option<(usize, Option<usize>)> {
        if let Some(place) = self.by_name(STATUSES, |place| self.all(place, is_status)) {
            return Some((place, None));
        }
        let nameless = |place: &usize| self.first.get(*place).is_some_and(|one| !named_as(one, SERVERS_STATUSES));
        let all: Vec<usize> = self.places().filter(|place| self.all(*place, is_status)).filter(nameless).collect();
        let known = |place: usize| self.all(place, is_a_known_status);
        match all.as_slice() {
            [place] if known(*place) => Some((*place, None)),
            [place, other] if known(*place) && known(*other) && self.agree(*place, *other) => {
                Some((*place, Some(*other)))
            }
            _ => None,
        }
    }

    fn agree(&self, one: usize, other: usize) -> bool {
        let same = self.values(one).zip(self.values(other)).filter(|(one, other)| one == other).count();
        same * 100 >= self.rows.len() * ALIKE
    }

    /// The servers behind: by name, or the one column with addresses and ports of which there are few. Visitors have no
    /// port in most formats, and where they have one it is another one each time. A name and a port may be the site's own,
    /// and so may an address with the port of a site.
    fn server(&self) -> Option<usize> {
        let fits = |place: usize| self.most(place, |value| is_none(value) || is_server(value));
        let few = |place: &usize| {
            let distinct: BTreeSet<&[u8]> = self.values(*place).filter(|value| !is_none(value)).collect();
            !distinct.is_empty() && distinct.len() * 4 <= self.rows.len()
        };
        let named = self.by_name(SERVERS, fits);
        let is_by_shape = |place: &usize| {
            self.most(*place, |value| is_none(value) || is_servers_address(value))
                && !self.first.get(*place).is_some_and(|one| named_as(one, SITES))
        };
        named.or_else(|| only(self.places().filter(is_by_shape).filter(few)))
    }
}

/// `10.0.0.5:80`, `app:8080`, `unix:/run/app.sock`, and several of them with commas, as nginx writes those that it tried.
fn is_server(value: &[u8]) -> bool {
    let one = |text: &str| {
        let bare = text.split_once("://").map_or(text, |(_, bare)| bare);
        let by_name = || {
            let (name, port) = bare.rsplit_once(':').unwrap_or_default();
            let fits = |byte: u8| byte.is_ascii_alphanumeric() || b"-._".contains(&byte);
            !name.is_empty()
                && name.bytes().all(fits)
                && name.bytes().any(|byte| byte.is_ascii_alphabetic())
                && port.parse::<u16>().is_ok()
        };
        bare.starts_with("unix:") || bare.parse::<SocketAddr>().is_ok() || by_name()
    };
    std::str::from_utf8(value).is_ok_and(|text| text.split(", ").all(one))
}

/// The same by numbers, at a port that is not a site's own, or a socket.
fn is_servers_address(value: &[u8]) -> bool {
    let one = |text: &str| {
        let bare = text.split_once("://").map_or(text, |(_, bare)| bare);
        let is_behind = |at: SocketAddr| !matches!(at.port(), 80 | 443);
        bare.starts_with("unix:") || bare.parse().is_ok_and(is_behind)
    };
    std::str::from_utf8(value).is_ok_and(|text| text.split(", ").all(one))
}

fn only(mut places: impl Iterator<Item = usize>) -> Option<usize> {
    places.next().filter(|_| places.next().is_none())
}

fn is_time(clock: Clock, value: &[u8], now: i64) -> bool {
    let read = time::read(clock, value, now);
    // A number may be anything: only one of the last years is a time.
    let years = 20 * 366 * 86_400;
    read.is_some_and(|time| clock != Clock::Epoch || (now - years..=now + 86_400).contains(&time.seconds))
}

fn is_status(value: &[u8]) -> bool {
    matches!(value, [b'1'..=b'5', b'0'..=b'9', b'0'..=b'9'])
}

/// One that somebody gives out: registered ones (RFC 9110 section 15, and what IANA's list has besides), and those of nginx,
/// of load balancers and of delivery networks.
fn is_a_known_status(value: &[u8]) -> bool {
    let number = std::str::from_utf8(value).ok().and_then(|text| text.parse::<u16>().ok());
    number.is_some_and(|number| {
        matches!(
            number,
            100..=103
                | 200..=208
                | 226
                | 300..=308
                | 400..=418
                | 421..=426
                | 428
                | 429
                | 431
                | 444
                | 451
                | 460
                | 463
                | 464
                | 494..=499
                | 500..=508
                | 510
                | 511
                | 520..=530
                | 561
        )
    })
}

/// `GET /page HTTP/1.1`, or a path alone.
fn is_page(value: &[u8]) -> bool {
    let mut words = value.split(|byte| *byte == b' ');
    let first = words.next().unwrap_or_default();
    match (words.next(), words.next()) {
        (None, None) => first.first() == Some(&b'/'),
        (Some(page), last) => {
            let method = (3..=8).contains(&first.len()) && first.iter().all(u8::is_ascii_uppercase);
            method
                && matches!(page.first(), Some(b'/' | b'h' | b'*'))
                && last.is_none_or(|last| last.starts_with(b"HTTP/"))
        }
        (None, Some(_)) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::logs::{Wish, summarise};

    const NOW: i64 = 1_795_313_500;

    fn sample(line: impl Fn(usize) -> String) -> String {
        (0..40).map(|number| line(number) + "\n").collect()
    }

    fn learnt(line: impl Fn(usize) -> String) -> Option<String> {
        learn(sample(line).as_bytes(), NOW).ok().map(|format| format.name)
    }

    #[test]
    fn lines_of_one_clear_form_are_learnt_and_then_counted() {
        let line = |number: usize| {
            let status = if number.is_multiple_of(4) { 502 } else { 200 };
            format!("192.0.2.{number} | 2026-11-22T02:10:{:02}Z | /page{number} | {status} | 0.0{number}", number % 60)
                .replace(" | ", "|")
        };
        let name = learnt(line).unwrap();
        assert_eq!(name, "learnt: … time request status …");
        let wish = Wish { now: NOW, ..Wish::default() };
        let summary = summarise("x", sample(line).as_bytes(), &wish, |_| true).unwrap();
        assert_eq!((summary.kinds[0].count, summary.unrecognised.count), (10, 0));
        assert_eq!((summary.formats[0].name.as_str(), summary.formats[0].count), (name.as_str(), 40));
        assert_eq!(summary.kinds[0].requests[0].name, "/page0");
    }

    #[test]
    fn names_of_columns_tell_what_two_like_ones_are() {
        let line = |number: usize| {
            let status = 500 + number % 3;
            format!(
                "ts=2026-11-22T02:10:{:02}Z status={status} uri=\"/a/{number}\" port=443 upstream_addr=10.0.0.5:80 upstream_status={status}",
                number % 60
            )
        };
        assert_eq!(learnt(line).as_deref(), Some("learnt: time status request … server server's status"));
    }

    #[test]
    fn the_sites_own_name_is_no_server_behind() {
        let with = |name: &'static str, site: &'static str| {
            learnt(move |number| {
                let status = if number.is_multiple_of(4) { 502 } else { 200 };
                format!("t=2026-11-22T02:10:{:02}Z {name}={site} req=\"GET /x HTTP/1.1\" st={status}", number % 60)
            })
        };
        assert_eq!(with("host", "shop.test:8443").as_deref(), Some("learnt: time site request status"));
        for (name, own) in [("x", "shop.test:8443"), ("x", "192.0.2.7:443")] {
            assert_eq!(with(name, own).as_deref(), Some("learnt: time … request status"), "{own}");
        }
        assert_eq!(with("x", "10.0.0.5:8080").as_deref(), Some("learnt: time server request status"));
    }

    #[test]
    fn a_line_with_more_columns_than_its_form_is_not_read() {
        let line = |page: &str| format!("2026-11-22T02:10:11Z;{page};200;200;10.0.0.5:8080");
        let format = learn(sample(|number| line(&format!("/p{number}"))).as_bytes(), NOW).unwrap();
        assert!(format.read(line("/x").as_bytes()).is_some());
        assert!(format.read(line("/x;502;502;10.66.6.6:8080").as_bytes()).is_none());
    }

    #[test]
    fn milliseconds_are_no_status() {
        let with = |third: &dyn Fn(usize) -> usize| {
            learnt(|number| format!("2026-11-22T02:10:{:02}Z|/page|{}", number % 60, third(number)))
        };
        assert_eq!(with(&|number| 190 + number * 8), None);
        assert_eq!(with(&|number| if number == 9 { 213 } else { 200 }), None);
        assert!(with(&|number| if number == 9 { 502 } else { 200 }).is_some());
    }

    #[test]
    fn what_may_be_two_things_is_not_guessed() {
        // Two columns that both look like a status.
        assert_eq!(learnt(|number| format!("2026-11-22T02:10:{:02}Z|/x|502|404", number % 60)), None);
        // No time, no page, no form at all, too few lines.
        assert_eq!(learnt(|number| format!("a|/x|50{}", number % 4)), None);
        assert_eq!(learnt(|number| format!("2026-11-22T02:10:{:02}Z|x|502", number % 60)), None);
        assert_eq!(learnt(|number| "word ".repeat(number % 7 + 1)), None);
        assert_eq!(learn(b"2026-11-22T02:10:11Z|/x|502|a\n", NOW).err(), Some(None));
        // A known format needs no other.
        let nginx = |number: usize| format!("2026/11/22 02:10:{:02} [error] 7#7: *1 /x 502", number % 60);
        assert_eq!(learnt(nginx), None);
    }

    #[test]
    fn forms_that_people_choose_are_learnt() {
        let status = |number: usize| if number.is_multiple_of(4) { 502 } else { 200 };
        let at = |number: usize| format!("2026-11-22T02:10:{:02}+00:00", number % 60);
        let forms: [(&str, &dyn Fn(usize) -> String); 5] = [
            ("time status server's status request server", &|number| {
                let status = status(number);
                format!("{} | {status} | {status} | GET /{number} HTTP/1.1 | 10.0.0.5:8080", at(number))
            }),
            ("time status … request server server's status", &|number| {
                let status = status(number);
                format!(
                    r#"{{"t": "{}", "code": {status}, "ms": {number}, "req": "GET /{number} HTTP/1.1", "up": "10.0.0.5:80", "up_code": "{status}"}}"#,
                    at(number)
                )
            }),
            ("time … request status server server's status … site", &|number| {
                let status = status(number);
                format!(
                    r#"{{"time_local":"22/Nov/2026:02:10:{:02} +0000","client":"192.0.2.1","request":"GET /{number} HTTP/1.1","status":"{status}","upstream_addr":"10.0.0.5:80","upstream_status":"{status}","took":"0.003","host":"shop.test"}}"#,
                    number % 60
                )
            }),
            ("time site request status server's status server …", &|number| {
                let status = status(number);
                format!(
                    "[22/Nov/2026:02:10:{:02} +0000] host=shop.test req=\"GET /{number} HTTP/1.1\" st={status} ust={status} uaddr=10.0.0.5:8080 urt=0.1",
                    number % 60
                )
            }),
            ("time … request status server's status server", &|number| {
                let status = status(number);
                format!(
                    "22/Nov/2026:02:10:{:02} +0000;192.0.2.1;GET;/{number};{status};{status};10.0.0.5:8080",
                    number % 60
                )
            }),
        ];
        let wish = Wish { now: NOW, ..Wish::default() };
        for (shape, line) in forms {
            assert_eq!(learnt(line).as_deref(), Some(format!("learnt: {shape}").as_str()));
            let summary = summarise("x", sample(line).as_bytes(), &wish, |_| true).unwrap();
            assert_eq!((summary.kinds[0].count, summary.unrecognised.count), (10, 0), "{shape}");
            let server = &summary.kinds[0].upstreams[0].name;
            assert!(server.starts_with("10.0.0.5:80"), "{server}");
        }
    }

    #[test]
    fn a_request_that_is_none_now_and_then_hides_nothing_and_a_forged_member_is_no_status() {
        let line = |request: &str, status: u16| {
            format!(r#"{{"t":"2026-11-22T02:10:11Z","req":"{request}","code":{status}}}"#) + "\n"
        };
        let text = line("GET / HTTP/1.1", 200).repeat(39) + &line("-", 400);
        assert!(learn(text.as_bytes(), NOW).is_ok());
        let forged = line(r#"GET /\",\"code\":502,\" HTTP/1.1"#, 200);
        let wish = Wish { now: NOW, ..Wish::default() };
        let summary = summarise("x", (text + &forged).as_bytes(), &wish, |_| true).unwrap();
        assert!(
            summary.kinds.iter().all(|kind| kind.cause != crate::model::Cause::OriginRefused),
            "{:?}",
            summary.kinds
        );
    }

    #[test]
    fn a_name_of_a_server_with_something_else_in_it_is_no_server() {
        let line = |number: usize| {
            let status = if number.is_multiple_of(4) { 502 } else { 200 };
            format!("2026-11-22T02:10:{:02}Z GET /{number} {status} upstream=10.0.0.5:8080/{status}", number % 60)
        };
        assert_eq!(learnt(line).as_deref(), Some("learnt: time … request status …"));
    }

    #[test]
    fn what_is_missing_is_told() {
        let missing = |line: &dyn Fn(usize) -> String| learn(sample(line).as_bytes(), NOW).err().flatten();
        assert_eq!(missing(&|number| format!("a{number}|/x|502|b")), Some(Unlearnt::Time));
        assert_eq!(missing(&|number| format!("2026-11-22T02:10:{:02}Z|x|502|b", number % 60)), Some(Unlearnt::Page));
        assert_eq!(
            missing(&|number| format!("2026-11-22T02:10:{:02}Z|/x|502|404", number % 60)),
            Some(Unlearnt::Status)
        );
        assert_eq!(missing(&|number| "word ".repeat(number % 7 + 1)), Some(Unlearnt::Form));
        assert_eq!(missing(&|_| "2026/11/22 02:10:11 [error] 7#7: *1 x".to_owned()), None);
    }
}
