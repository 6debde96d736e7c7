//! Numbers, durations and times: one plain form, in which they stand as values in cases, and the message that writes each
//! of them in a language.

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

use super::phrase;
use crate::model::diagnosis::Words;

/// `340 ms`, `2.5 s`, `2 min`; what took no whole millisecond took under one. In plain form.
pub fn duration_ms(ms: u64) -> String {
    match ms {
        0 => UNDER_A_MILLISECOND.to_owned(),
        1..1_000 => format!("{ms} ms"),
        1_000..10_000 => format!("{}.{} s", ms / 1_000, ms % 1_000 / 100),
        10_000..120_000 => format!("{} s", ms / 1_000),
        120_000..7_200_000 => format!("{} min", ms / 60_000),
        _ => format!("{} h", ms / 3_600_000),
    }
}

/// A sentence begins with a capital, also where its words come from the middle of another. Scripts without capitals stay
/// as they are.
pub fn capitalised(sentence: &str) -> String {
    let mut letters = sentence.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// `512 B`, `64 KiB`, `3 MiB`. In plain form.
pub(super) fn bytes(count: u64) -> String {
    match count {
        0..1_024 => format!("{count} B"),
        1_024..1_048_576 => format!("{} KiB", count / 1_024),
        _ => format!("{} MiB", count / 1_048_576),
    }
}

/// `2026-11-24 10:00 UTC`, from Unix seconds. In plain form.
pub fn utc_minutes(unix_secs: i64) -> String {
    match Timestamp::from_second(unix_secs) {
        Ok(time) => time.strftime("%Y-%m-%d %H:%M UTC").to_string(),
        Err(_) => format!("{unix_secs} s"),
    }
}

const UNDER_A_MILLISECOND: &str = "under 1 ms";

const UNITS: [(&str, &str); 7] = [
    ("ms", "form-milliseconds"),
    ("s", "form-seconds"),
    ("min", "form-minutes"),
    ("h", "form-hours"),
    ("B", "form-bytes"),
    ("KiB", "form-kibibytes"),
    ("MiB", "form-mebibytes"),
];

/// The message that writes a value of plain form, where the whole of it is one.
pub(super) fn form(value: &str) -> Option<Words> {
    if value == UNDER_A_MILLISECOND {
        return Some(Words::new("form-under-a-millisecond"));
    }
    if let Some(phrase) = phrase::form(value) {
        return Some(phrase);
    }
    // Nearly all values end here.
    if !value.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    if let Some(moment) = value.strip_suffix(" UTC") {
        return time(moment);
    }
    let (number, unit) = value.split_once(' ')?;
    let (_, key) = UNITS.iter().find(|(name, _)| *name == unit)?;
    match number.split_once('.') {
        Some((whole, part)) if unit == "s" => are_digits(&[whole, part])
            .then(|| Words::new("form-parts-of-seconds").with("whole", whole).with("part", part)),
        Some(_) => None,
        None => are_digits(&[number]).then(|| Words::new(*key).with("number", number)),
    }
}

/// The parts of a list in plain form, `a, b, c`, of which none has a blank in it: addresses, paths, names of programs.
/// With blanks it may be a sentence.
pub(super) fn parts(value: &str) -> Option<Vec<&str>> {
    if !value.contains(", ") {
        return None;
    }
    let parts: Vec<&str> = value.split(", ").collect();
    parts.iter().all(|part| !part.is_empty() && !part.contains(char::is_whitespace)).then_some(parts)
}

/// `2026-11-24 10:00`, or with seconds.
fn time(moment: &str) -> Option<Words> {
    let (date, clock) = moment.split_once(' ')?;
    let date: Vec<&str> = date.split('-').collect();
    let [year, month, day] = date.as_slice() else { return None };
    let hands: Vec<&str> = clock.split(':').collect();
    let (minutes, seconds) = match hands.as_slice() {
        [hour, minute] => ([hour, minute], None),
        [hour, minute, second] => ([hour, minute], Some(second)),
        _ => return None,
    };
    let key = if seconds.is_some() { "form-time-with-seconds" } else { "form-time" };
    let [hour, minute] = minutes;
    let words = Words::new(key).with("year", year).with("month", month).with("day", day);
    let words = words.with("hour", hour).with("minute", minute);
    let all = [*year, *month, *day, *hour, *minute, seconds.copied().unwrap_or("0")];
    are_digits(&all).then(|| seconds.into_iter().fold(words, |words, second| words.with("second", second)))
}

/// The time of a log as it stands in a case: `2026-11-22T02:10:11Z`, which is told in this zone, or without a zone, as the
/// log's own clock showed it.
pub(super) fn log_time(value: &str, zone: Option<&TimeZone>) -> Option<Words> {
    let has_shape = matches!(value.len(), 19 | 20) && value.as_bytes().get(10) == Some(&b'T');
    if !has_shape {
        return None;
    }
    let (key, time) = match (value.strip_suffix('Z'), zone) {
        (Some(_), Some(zone)) => ("form-time-here", value.parse::<Timestamp>().ok()?.to_zoned(zone.clone()).datetime()),
        (Some(utc), None) => ("form-time-with-seconds", utc.parse().ok()?),
        (None, _) if value.len() == 19 => ("form-time-here", value.parse::<DateTime>().ok()?),
        (None, _) => return None,
    };
    let two = |number: i8| format!("{number:02}");
    let words = Words::new(key).with("year", time.year()).with("month", two(time.month())).with("day", two(time.day()));
    let words = words.with("hour", two(time.hour())).with("minute", two(time.minute()));
    Some(words.with("second", two(time.second())))
}

fn are_digits(parts: &[&str]) -> bool {
    parts.iter().all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_a_person_reads_them() {
        assert_eq!(duration_ms(0), "under 1 ms");
        assert_eq!(duration_ms(340), "340 ms");
        assert_eq!(duration_ms(2_540), "2.5 s");
        assert_eq!(duration_ms(61_000), "61 s");
        assert_eq!(duration_ms(7_200_000), "2 h");
        assert_eq!(bytes(65_536), "64 KiB");
        assert_eq!(utc_minutes(0), "1970-01-01 00:00 UTC");
    }

    #[test]
    fn every_plain_form_has_its_message() {
        for ms in [0, 1, 999, 1_000, 9_999, 10_000, 119_999, 120_000, 7_200_000, u64::MAX] {
            assert!(form(&duration_ms(ms)).is_some(), "{ms}");
        }
        for count in [0, 2_000, 3_000_000] {
            assert!(form(&bytes(count)).is_some(), "{count}");
        }
        for seconds in [0, 1_795_313_411] {
            assert!(form(&utc_minutes(seconds)).is_some(), "{seconds}");
        }
        assert_eq!(form("2026-11-24 10:00:07 UTC").unwrap().key, "form-time-with-seconds");
    }

    #[test]
    fn what_only_looks_like_a_form_stays_as_it_is() {
        for value in ["502", "192.0.2.1", "5 servers", "1.2.3 s", "2.5 ms", ".5 s", "x 5 s", "5 s left", "10:00 UTC"] {
            assert_eq!(form(value), None, "{value}");
        }
        for value in ["2026-11-24 UTC", "2026-11 10:00 UTC", "2026-11-24 10 UTC", "2026-11-24 10:0x UTC", ""] {
            assert_eq!(form(value), None, "{value}");
        }
    }

    #[test]
    fn only_letters_with_capitals_change() {
        let sentences = ["cannot", "über", "サイトは", "502 is"].map(capitalised);
        assert_eq!(sentences, ["Cannot", "Über", "サイトは", "502 is"]);
    }
}
