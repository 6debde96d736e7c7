//! A format that nobody told, learnt from the lines: only where each of its columns can be one thing alone. What is not
//! unambiguous stays unknown.

use super::custom::{Custom, Meaning, Parts};
use super::{ALL, is_dockers, unwrapped};
use crate::logs::time::{self, Clock};

/// Fewer lines teach nothing.
const FEWEST: usize = 20;
/// More are not needed.
const MOST: usize = 400;
/// So many of a hundred lines must be of the form that is learnt.
const ALIKE: usize = 95;

/// A column as it stands in a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Column<'a> {
    /// What stands before its value: `[`, a quote, or `name=` with or without one.
    before: &'a [u8],
    value: &'a [u8],
    after: &'a [u8],
}

/// The form of lines that no known format reads, if they all have one, and if it is clear what its columns are.
pub fn learn(sample: &[u8], now: i64) -> Option<Custom> {
    // The last line may be cut.
    let whole = sample.get(..memchr::memrchr(b'\n', sample)?)?;
    let lines: Vec<&[u8]> = whole
        .split(|byte| *byte == b'\n')
        .map(|line| line.strip_suffix(b"\r").unwrap_or(line))
        .filter(|line| !line.is_empty() && !is_dockers(line))
        .take(MOST)
        .collect();
    // The wide ones take whatever begins with a date.
    let narrow = || ALL.iter().filter(|format| !format.wide);
    let is_known = |line: &&[u8]| narrow().any(|format| (format.read)(unwrapped(line)).is_some());
    if lines.len() < FEWEST || lines.iter().filter(|line| is_known(line)).count() * 100 > lines.len() * (100 - ALIKE) {
        return None;
    }
    [b'\t', b'|', b';', b' '].into_iter().find_map(|separator| learn_parted(&lines, separator, now))
}

fn learn_parted(lines: &[&[u8]], separator: u8, now: i64) -> Option<Custom> {
    let first = columns(lines.first()?, separator);
    let is_alike = |columns: &Vec<Column<'_>>| {
        columns.len() == first.len()
            && columns.iter().zip(&first).all(|(one, other)| (one.before, one.after) == (other.before, other.after))
    };
    let rows: Vec<Vec<Column<'_>>> = lines.iter().map(|line| columns(line, separator)).filter(is_alike).collect();
    if first.len() < 3 || rows.len() * 100 < lines.len() * ALIKE {
        return None;
    }
    let all = |place: usize, is: &dyn Fn(&Column<'_>) -> bool| rows.iter().all(|row| row.get(place).is_some_and(is));
    let clock = (0..first.len()).find_map(|place| {
        let read = |clock: Clock| all(place, &|column: &Column<'_>| is_time(clock, column.value, now));
        let clocks = [Clock::YearFirst, Clock::DayFirst, Clock::Spelled, Clock::Epoch];
        Some((place, clocks.into_iter().find(|clock| read(*clock))?))
    })?;
    let page = only((0..first.len()).filter(|place| all(*place, &is_page)))?;
    let named = |column: &Column<'_>, names: [&str; 2]| {
        let name = column.before.trim_ascii_start();
        names.iter().any(|wanted| {
            name.strip_prefix(wanted.as_bytes()).is_some_and(|rest| rest.starts_with(b"=") || rest.starts_with(b":"))
        })
    };
    let statuses: Vec<usize> = (0..first.len()).filter(|place| all(*place, &is_status)).collect();
    let by_name = |place: &usize| first.get(*place).is_some_and(|column| named(column, ["status", "sc-status"]));
    // A name says more than a shape; without one there must be no second column that could be it.
    // Nor may it be milliseconds or bytes, of which any number is as good as the next.
    let by_shape = || statuses.iter().copied().filter(|place| all(*place, &is_a_known_status));
    let status =
        only(statuses.iter().copied().filter(by_name)).or_else(|| only(by_shape()).filter(|_| statuses.len() == 1))?;
    let mut parts = Parts::default();
    let mut shape = Vec::new();
    for (place, column) in first.iter().enumerate() {
        let (meaning, word) = match place {
            _ if place == clock.0 => (Meaning::Time(clock.1), "time"),
            _ if place == page => (Meaning::Request, "request"),
            _ if place == status => (Meaning::Status, "status"),
            _ if named(column, ["upstream_addr", "upstream"]) => (Meaning::Upstream, "server"),
            _ if named(column, ["upstream_status", "upstream_code"]) => (Meaning::UpstreamStatus, "server's status"),
            _ if named(column, ["host", "vhost"]) => (Meaning::Host, "site"),
            _ => (Meaning::Other, "…"),
        };
        if place > 0 {
            parts.text(&[separator]);
        }
        parts.text(column.before);
        parts.value(meaning);
        parts.text(column.after);
        if shape.last() != Some(&"…") || word != "…" {
            shape.push(word);
        }
    }
    Custom::of(format!("learnt: {}", shape.join(" ")), Vec::new(), parts).ok()
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

fn is_status(column: &Column<'_>) -> bool {
    matches!(column.value, [b'1'..=b'5', b'0'..=b'9', b'0'..=b'9'])
}

/// One that somebody gives out: registered ones (RFC 9110 section 15, and what IANA's list has besides), and those of nginx,
/// of load balancers and of delivery networks.
fn is_a_known_status(column: &Column<'_>) -> bool {
    let number = std::str::from_utf8(column.value).ok().and_then(|text| text.parse::<u16>().ok());
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
fn is_page(column: &Column<'_>) -> bool {
    let mut words = column.value.split(|byte| *byte == b' ');
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

/// The line in columns: what stands between separators, and what stands in quotes or brackets as a whole.
fn columns(line: &[u8], separator: u8) -> Vec<Column<'_>> {
    let mut found = Vec::new();
    let mut rest = Some(line);
    while let Some(text) = rest {
        // `name="value"`, `name=value` and `name:value`, where the name is one word.
        let word = text.iter().take_while(|byte| byte.is_ascii_alphanumeric() || b"_-".contains(byte)).count();
        let is_named = word > 0
            && text.first().is_some_and(u8::is_ascii_alphabetic)
            && matches!(text.get(word), Some(b'=' | b':'));
        let name = if is_named { word + 1 } else { 0 };
        let closing = match text.get(name) {
            Some(b'"') => Some(b'"'),
            Some(b'[') => Some(b']'),
            _ => None,
        };
        let from = name + usize::from(closing.is_some());
        let inside = text.get(from..).unwrap_or_default();
        let closed = closing.and_then(|closing| {
            let ends = |place: &usize| inside.get(place + 1).is_none_or(|next| *next == separator);
            memchr::memchr_iter(closing, inside).find(ends)
        });
        let (from, end) = match closed {
            Some(end) => (from, end),
            None => {
                let inside = text.get(name..).unwrap_or_default();
                (name, memchr::memchr(separator, inside).unwrap_or(inside.len()))
            }
        };
        let value_end = from + end;
        let after_end = value_end + usize::from(closed.is_some());
        found.push(Column {
            before: text.get(..from).unwrap_or_default(),
            value: text.get(from..value_end).unwrap_or_default(),
            after: text.get(value_end..after_end).unwrap_or_default(),
        });
        rest = text.get(after_end + 1..);
    }
    found
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
        learn(sample(line).as_bytes(), NOW).map(|format| format.name)
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
        assert_eq!(learn(b"2026-11-22T02:10:11Z|/x|502|a\n", NOW).map(|format| format.name), None);
        // A known format needs no other.
        let nginx = |number: usize| format!("2026/11/22 02:10:{:02} [error] 7#7: *1 /x 502", number % 60);
        assert_eq!(learnt(nginx), None);
    }
}
