//! Logs of IIS and of HTTP.sys, the part of Windows before it.

use super::{Code, Entry, Fields, site_name, status as told};
use crate::logs::time::Clock;

/// `2026-11-22 02:10:11 `: the beginning of both.
fn is_dated(line: &[u8]) -> bool {
    line.get(4) == Some(&b'-') && line.get(10) == Some(&b' ') && line.get(16) == Some(&b':')
}

fn is_number(word: &[u8]) -> bool {
    !word.is_empty() && word.iter().all(u8::is_ascii_digit)
}

/// How many numbers a line may end with: status, substatus, Windows' own code, bytes sent and received, and the time.
const NUMBERS: std::ops::RangeInclusive<usize> = 3..=6;

/// Among how many words the page stands: date, time, the site's own names and address, the method, the page.
const FIRST_WORDS: usize = 8;

/// W3C extended logs of IIS: `date time … host status substatus win32-status … time-taken`. Which columns there are is
/// the owner's choice, their order is not: the status is the first of the numbers at the end, the host stands before it.
pub fn w3c(line: &[u8]) -> Option<Entry<'_>> {
    if !is_dated(line) {
        return None;
    }
    let line = line.trim_ascii_end();
    let mut last = [b"".as_slice(); 7];
    for (place, word) in last.iter_mut().zip(line.rsplit(|byte| *byte == b' ')) {
        *place = word;
    }
    let numbers = last.iter().take_while(|word| is_number(word)).count();
    let status = last.get(numbers.checked_sub(1)?).filter(|status| status.len() == 3)?;
    if !NUMBERS.contains(&numbers) {
        return None;
    }
    // Lines of other programs may end with numbers too.
    let request = line.split(|byte| *byte == b' ').take(FIRST_WORDS).find(|word| word.first() == Some(&b'/'))?;
    // The codes are looked up as "502.3/12002" first, then as "502.3".
    let length = last.iter().take(numbers).map(|word| word.len() + 1).sum::<usize>() - 1;
    let span = line.get(line.len() - length..)?;
    let code = if status.first() == Some(&b'5') { Code::Of("iis", span, b"") } else { Code::Fine };
    let host = last.get(numbers).and_then(|word| site_name(word));
    let fields = Fields { request: Some(request), host, status: told(status), ..Fields::default() };
    Some(Entry { clock: Clock::YearFirst, time: line.get(..19)?, message: b"", code, fields })
}

/// HTTP.sys's own log: `date time client port server port version method path [stream] status site reason queue`.
pub fn httperr(line: &[u8]) -> Option<Entry<'_>> {
    if !is_dated(line) {
        return None;
    }
    let mut words = line.split(|byte| *byte == b' ').skip(2);
    let (_client, port) = (words.next()?, words.next()?);
    if !is_number(port) {
        return None;
    }
    const REASONS: [&[u8]; 6] = [
        b"AppOffline",
        b"QueueFull",
        b"AppShutdown",
        b"Connection_Dropped",
        b"Connection_Abandoned_By_ReqQueue",
        b"Timer_ConnectionIdle",
    ];
    // Up to the path the words are the visitor's.
    let reason = words.skip(5).find(|word| REASONS.contains(word))?;
    let code = Code::Of("httperr", reason, b"");
    Some(Entry { clock: Clock::YearFirst, time: line.get(..19)?, message: b"", code, fields: Fields::default() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_status_is_found_whatever_columns_were_chosen() {
        let start = "2026-11-22 02:10:11 10.0.0.4 GET /page - 80 - 203.0.113.7 Mozilla/5.0 -";
        for (end, codes, host) in [
            ("502 3 12030 15", "502 3 12030 15", None),
            ("502 3 12030", "502 3 12030", None),
            ("shop.test:80 502 3 12030 9 8 15", "502 3 12030 9 8 15", Some("shop.test")),
        ] {
            let line = format!("{start} {end}");
            let entry = w3c(line.as_bytes()).unwrap();
            assert_eq!(entry.code, Code::Of("iis", codes.as_bytes(), b""));
            assert_eq!(entry.fields.host, host.map(str::as_bytes));
        }
        assert!(w3c(format!("{start} 502 3").as_bytes()).is_none());
        assert!(w3c(b"2026-11-22 02:10:11 INFO pool sizes 500 20 30 1").is_none());
        assert!(w3c(format!("{start} 12030 3 502").as_bytes()).is_none());
    }

    #[test]
    fn a_reason_before_the_path_is_the_visitors() {
        let line = |method: &str, reason: &str| {
            format!("2026-11-22 02:10:11 203.0.113.7 51234 10.0.0.4 80 HTTP/1.1 {method} /page - 503 1 {reason} Pool")
        };
        assert!(httperr(line("QueueFull", "-").as_bytes()).is_none());
        let full = line("GET", "QueueFull");
        assert_eq!(httperr(full.as_bytes()).map(|entry| entry.code), Some(Code::Of("httperr", b"QueueFull", b"")));
    }
}
