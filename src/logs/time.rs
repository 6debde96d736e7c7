//! Times as logs write them. Fast where lines are many: no allocation, and digits at fixed places.

use crate::model::log::LogTime;

/// How a time is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clock {
    /// `2026/11/22 02:10:11`, `2026-11-22 02:10:11`, `2026-11-22T02:10:11.123Z`, `… +0100`.
    YearFirst,
    /// `22/Nov/2026:02:10:11 +0000` (Common Log Format), `22-Nov-2026 02:10:11`.
    DayFirst,
    /// `Sun Nov 22 02:10:11.123456 2026`
    Spelled,
    /// `Nov 22 02:10:11`: no year.
    Syslog,
    /// Seconds or milliseconds since 1970.
    Epoch,
}

const SECONDS_OF_DAY: i64 = 86_400;

/// Reads a time. For one without a year, that of the newest year in which it does not lie after `now` is taken.
pub fn read(clock: Clock, text: &[u8], now: i64) -> Option<LogTime> {
    match clock {
        Clock::YearFirst => year_first(text),
        Clock::DayFirst => day_first(text),
        Clock::Spelled => spelled(text),
        Clock::Syslog => syslog(text, now),
        Clock::Epoch => epoch(text),
    }
}

fn number(text: &[u8], from: usize, digits: usize) -> Option<i64> {
    let text = text.get(from..from + digits)?;
    text.iter().try_fold(0, |sum, byte| match byte {
        b'0'..=b'9' => Some(sum * 10 + i64::from(byte - b'0')),
        b' ' if sum == 0 => Some(0),
        _ => None,
    })
}

/// Days since 1970 of a date of the Gregorian calendar (Howard Hinnant, days_from_civil).
fn days(year: i64, month: i64, day: i64) -> Option<i64> {
    let exists = |year, month, day| jiff::civil::Date::new(year, month, day).is_ok();
    if !(1970..=2999).contains(&year) || !exists(year.try_into().ok()?, month.try_into().ok()?, day.try_into().ok()?) {
        return None;
    }
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    Some(era * 146_097 + day_of_era - 719_468)
}

/// `02:10:11` at this place, in seconds of the day.
fn clock_time(text: &[u8], from: usize) -> Option<i64> {
    let (hour, minute, second) = (number(text, from, 2)?, number(text, from + 3, 2)?, number(text, from + 6, 2)?);
    let parted = text.get(from + 2) == Some(&b':') && text.get(from + 5) == Some(&b':');
    (parted && hour < 24 && minute < 60 && second <= 60).then_some(hour * 3600 + minute * 60 + second)
}

/// What stands after a time: a fraction, then `Z`, `UTC`, `+0100` or `+01:00`. In seconds east of UTC.
fn zone(after: &[u8]) -> Option<i64> {
    let mut rest = after;
    if let Some((b'.' | b',', fraction)) = rest.split_first() {
        let digits = fraction.iter().take_while(|byte| byte.is_ascii_digit()).count();
        rest = fraction.get(digits..)?;
    }
    if let Some((b' ', after_blank)) = rest.split_first() {
        rest = after_blank;
    }
    let (sign, rest) = match rest.split_first()? {
        (b'Z', _) => return Some(0),
        (b'U', [b'T', b'C', ..]) | (b'G', [b'M', b'T', ..]) => return Some(0),
        (b'+', rest) => (1, rest),
        (b'-', rest) => (-1, rest),
        _ => return None,
    };
    let minutes_at = if rest.get(2) == Some(&b':') { 3 } else { 2 };
    let (hours, minutes) = (number(rest, 0, 2)?, number(rest, minutes_at, 2)?);
    (hours <= 14 && minutes < 60).then_some(sign * (hours * 3600 + minutes * 60))
}

fn with_zone(seconds: i64, zone: Option<i64>) -> LogTime {
    LogTime { seconds: seconds - zone.unwrap_or(0), has_zone: zone.is_some() }
}

fn year_first(text: &[u8]) -> Option<LogTime> {
    let parted = matches!(text.get(4), Some(b'/' | b'-')) && matches!(text.get(10), Some(b' ' | b'T' | b'\t'));
    let day = days(number(text, 0, 4)?, number(text, 5, 2)?, number(text, 8, 2)?)?;
    let seconds = day * SECONDS_OF_DAY + clock_time(text, 11)?;
    parted.then(|| with_zone(seconds, zone(text.get(19..).unwrap_or_default())))
}

fn month(text: &[u8]) -> Option<i64> {
    const NAMES: &[u8] = b"JanFebMarAprMayJunJulAugSepOctNovDec";
    let place = NAMES.chunks_exact(3).position(|name| text.get(..3) == Some(name))?;
    i64::try_from(place + 1).ok()
}

fn day_first(text: &[u8]) -> Option<LogTime> {
    let day = days(number(text, 7, 4)?, month(text.get(3..)?)?, number(text, 0, 2)?)?;
    let seconds = day * SECONDS_OF_DAY + clock_time(text, 12)?;
    Some(with_zone(seconds, zone(text.get(20..).unwrap_or_default())))
}

fn spelled(text: &[u8]) -> Option<LogTime> {
    // The year stands at the end, after a fraction or a zone's name.
    let year_at = text.iter().rposition(|byte| *byte == b' ')? + 1;
    let day = days(number(text, year_at, 4)?, month(text.get(4..)?)?, number(text, 8, 2)?)?;
    Some(with_zone(day * SECONDS_OF_DAY + clock_time(text, 11)?, memchr::memmem::find(text, b" UTC ").map(|_| 0)))
}

fn syslog(text: &[u8], now: i64) -> Option<LogTime> {
    let (month, day, time) = (month(text)?, number(text, 4, 2)?, clock_time(text, 7)?);
    let this_year = jiff::Timestamp::from_second(now).ok()?.to_zoned(jiff::tz::TimeZone::UTC).year();
    let in_year = |year: i64| Some(days(year, month, day)? * SECONDS_OF_DAY + time);
    // Zones differ by up to fourteen hours: a time of the next hours may have happened.
    let seconds = in_year(i64::from(this_year)).filter(|seconds| *seconds <= now + SECONDS_OF_DAY);
    let seconds = seconds.or_else(|| in_year(i64::from(this_year) - 1))?;
    Some(LogTime { seconds, has_zone: false })
}

fn epoch(text: &[u8]) -> Option<LogTime> {
    let digits = text.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let value = number(text, 0, digits.min(18))?;
    let seconds = match digits {
        9 | 10 => value,
        12 | 13 => value / 1_000,
        15 | 16 => value / 1_000_000,
        _ => return None,
    };
    Some(LogTime { seconds, has_zone: true })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 2026-11-22T02:10:11Z
    const THEN: i64 = 1_795_313_411;

    fn seconds(clock: Clock, text: &str) -> Option<(i64, bool)> {
        read(clock, text.as_bytes(), THEN + 5).map(|time| (time.seconds, time.has_zone))
    }

    #[test]
    fn every_way_of_writing_a_time_is_read() {
        assert_eq!(seconds(Clock::YearFirst, "2026/11/22 02:10:11 [error]"), Some((THEN, false)));
        assert_eq!(seconds(Clock::YearFirst, "2026-11-22T02:10:11.123Z"), Some((THEN, true)));
        assert_eq!(seconds(Clock::YearFirst, "2026-11-22 03:10:11 +0100"), Some((THEN, true)));
        assert_eq!(seconds(Clock::YearFirst, "2026-11-21T21:10:11,5-05:00"), Some((THEN, true)));
        assert_eq!(seconds(Clock::DayFirst, "22/Nov/2026:02:10:11 +0000"), Some((THEN, true)));
        assert_eq!(seconds(Clock::DayFirst, "22-Nov-2026 02:10:11"), Some((THEN, false)));
        assert_eq!(seconds(Clock::DayFirst, "22-Nov-2026 02:10:11 UTC"), Some((THEN, true)));
        assert_eq!(seconds(Clock::DayFirst, "22-Nov-2026 02:10:11 Europe/Berlin"), Some((THEN, false)));
        assert_eq!(seconds(Clock::Spelled, "Sun Nov 22 02:10:11.123456 2026"), Some((THEN, false)));
        assert_eq!(seconds(Clock::Spelled, "Sun Nov 22 02:10:11 UTC 2026"), Some((THEN, true)));
        assert_eq!(seconds(Clock::Syslog, "Nov 22 02:10:11"), Some((THEN, false)));
        assert_eq!(seconds(Clock::Syslog, "Dec  1 00:00:00"), Some((1_764_547_200, false)));
        assert_eq!(seconds(Clock::Epoch, "1795313411.123"), Some((THEN, true)));
        assert_eq!(seconds(Clock::Epoch, "1795313411123"), Some((THEN, true)));
    }

    #[test]
    fn what_is_no_time_is_none() {
        for text in [
            "",
            "2026/13/22 02:10:11",
            "2026/02/29 02:10:11",
            "2100/02/29 02:10:11",
            "2026/04/31 02:10:11",
            "2026/11/22 25:10:11",
            "abcd/ef/gh 02:10:11",
            "2026",
        ] {
            assert_eq!(seconds(Clock::YearFirst, text), None, "{text}");
            assert_eq!(seconds(Clock::DayFirst, text), None, "{text}");
            assert_eq!(seconds(Clock::Spelled, text), None, "{text}");
            assert_eq!(seconds(Clock::Syslog, text), None, "{text}");
        }
        assert_eq!(seconds(Clock::Epoch, "12345.678"), None);
        assert!(seconds(Clock::YearFirst, "2028/02/29 02:10:11").is_some());
    }
}
