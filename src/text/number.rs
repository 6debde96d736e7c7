//! Numbers, durations and times as a person reads them.

use jiff::Timestamp;

/// `340 ms`, `2.5 s`, `2 min`; what took no whole millisecond took under one.
pub fn duration_ms(ms: u64) -> String {
    match ms {
        0 => "under 1 ms".to_owned(),
        1..1_000 => format!("{ms} ms"),
        1_000..10_000 => format!("{}.{} s", ms / 1_000, ms % 1_000 / 100),
        10_000..120_000 => format!("{} s", ms / 1_000),
        120_000..7_200_000 => format!("{} min", ms / 60_000),
        _ => format!("{} h", ms / 3_600_000),
    }
}

/// A sentence begins with a capital, also where its words come from the middle of another.
pub fn capitalised(sentence: &str) -> String {
    let mut letters = sentence.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// `512 B`, `64 KiB`, `3 MiB`.
pub fn bytes(count: u64) -> String {
    match count {
        0..1_024 => format!("{count} B"),
        1_024..1_048_576 => format!("{} KiB", count / 1_024),
        _ => format!("{} MiB", count / 1_048_576),
    }
}

/// `2026-11-24 10:00 UTC`, from Unix seconds.
pub fn utc_minutes(unix_secs: i64) -> String {
    match Timestamp::from_second(unix_secs) {
        Ok(time) => time.strftime("%Y-%m-%d %H:%M UTC").to_string(),
        Err(_) => format!("{unix_secs} s"),
    }
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
}
