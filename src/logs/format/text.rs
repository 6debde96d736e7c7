//! Formats that begin with a time and go on with a text.

use memchr::{memchr, memchr_iter, memmem};

use super::{Code, Entry, Fields, Time};
use crate::logs::matcher::NGINX;
use crate::logs::time::Clock;

fn entry<'a>(clock: Clock, time: &'a [u8], message: &'a [u8]) -> Entry<'a> {
    Entry { clock, time, message, code: Code::None, fields: Fields::default() }
}

/// `2026-11-22 02:10:11` or with slashes or a T: digits and marks at their places.
#[inline]
fn is_year_first(line: &[u8]) -> bool {
    let at = |place: usize| line.get(place).copied().unwrap_or_default();
    line.len() >= 19
        && at(0).is_ascii_digit()
        && at(3).is_ascii_digit()
        && (at(4) == b'/' || at(4) == b'-')
        && at(7) == at(4)
        && matches!(at(10), b' ' | b'T')
        && at(13) == b':'
        && at(16) == b':'
        && at(18).is_ascii_digit()
}

/// What stands behind this byte, which is one of the first so many.
fn behind(text: &[u8], byte: u8, within: usize) -> Option<&[u8]> {
    let place = memchr(byte, text.get(..text.len().min(within))?)?;
    text.get(place + 1..)
}

/// A message without what nginx says of the visitor behind it. Commas are few, and found faster than the whole text.
fn before_client(message: &[u8]) -> &[u8] {
    let is_client = |place: &usize| message.get(*place..).is_some_and(|rest| rest.starts_with(b", client: "));
    let end = memchr_iter(b',', message).find(is_client);
    message.get(..end.unwrap_or(message.len())).unwrap_or_default()
}

/// Time and message of `2026/11/22 02:10:11 [error] 1234#1234: message`.
fn nginx_parts(line: &[u8]) -> Option<(&[u8], &[u8])> {
    const DIGITS: std::ops::RangeInclusive<u8> = b'0'..=b'9';
    let (start, rest) = line.split_first_chunk::<21>()?;
    let [first, _, _, fourth, b'/', _, _, b'/', _, _, b' ', _, _, b':', _, _, b':', _, last, b' ', b'['] = start else {
        return None;
    };
    if !(DIGITS.contains(first) && DIGITS.contains(fourth) && DIGITS.contains(last)) {
        return None;
    }
    // Levels have four to six letters (`ngx_log.c`, `err_levels`).
    let level_end = (4..=6).find(|place| rest.get(*place) == Some(&b']'))?;
    // The numbers of the process and of its thread.
    let digits = |text: &[u8]| text.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let process = rest.get(level_end + 2..)?;
    let thread = process.get(digits(process)..)?.strip_prefix(b"#")?;
    Some((line.get(..19)?, thread.get(digits(thread)..)?.strip_prefix(b": ")?))
}

/// `2026/11/22 02:10:11 [error] 1234#1234: *56 message, client: …` (nginx, `ngx_log.c`).
pub fn nginx_error(line: &[u8]) -> Option<Entry<'_>> {
    let (time, mut message) = nginx_parts(line)?;
    if message.first() == Some(&b'*') {
        // A number of at most twenty digits. A line may be cut in it.
        message = behind(message, b' ', 22).unwrap_or(message);
    }
    // What follows comes from the visitor and says nothing about the cause.
    Some(entry(Clock::YearFirst, time, before_client(message)))
}

/// The time of a line of nginx in which no known text stands anywhere, without a look at its parts.
pub fn nginx_error_of_no_kind(line: &[u8]) -> Option<Time<'_>> {
    let (time, message) = nginx_parts(line)?;
    (!NGINX.may_find(message)).then_some((Clock::YearFirst, time))
}

/// `[Sun Nov 22 02:10:11.123456 2026] [proxy:error] …` (Apache httpd, `ErrorLogFormat`).
pub fn apache_error(line: &[u8]) -> Option<Entry<'_>> {
    let inner = line.strip_prefix(b"[")?;
    let weekday = [b"Mon ", b"Tue ", b"Wed ", b"Thu ", b"Fri ", b"Sat ", b"Sun "];
    if !weekday.iter().any(|day| inner.starts_with(*day)) {
        return None;
    }
    let end = memchr(b']', inner)?;
    Some(entry(Clock::Spelled, inner.get(..end)?, inner.get(end + 1..)?))
}

/// `22-Nov-2026 02:10:11`
fn is_day_first(text: &[u8]) -> bool {
    let at = |place: usize| text.get(place).copied().unwrap_or_default();
    at(0).is_ascii_digit() && at(2) == b'-' && at(6) == b'-' && at(11) == b' ' && at(14) == b':' && at(17) == b':'
}

/// `[22-Nov-2026 02:10:11] WARNING: …` (PHP-FPM, `zlog.c`), and PHP's own `[22-Nov-2026 02:10:11 Europe/Berlin] …`.
pub fn php_fpm(line: &[u8]) -> Option<Entry<'_>> {
    let inner = line.strip_prefix(b"[").filter(|inner| is_day_first(inner))?;
    let end = memchr(b']', inner.get(..64.min(inner.len()))?)?;
    Some(entry(Clock::DayFirst, inner.get(..end)?, inner.get(end + 1..)?))
}

/// `22-Nov-2026 02:10:11.123 SEVERE …` (Tomcat's `catalina.out`).
pub fn day_first(line: &[u8]) -> Option<Entry<'_>> {
    is_day_first(line).then(|| Some(entry(Clock::DayFirst, line.get(..20)?, line.get(20..)?)))?
}

/// `[2026-11-22 02:10:11 +0000] [7] [CRITICAL] …` (gunicorn and many others).
pub fn bracketed(line: &[u8]) -> Option<Entry<'_>> {
    let inner = line.strip_prefix(b"[")?;
    let end = memchr(b']', inner.get(..48.min(inner.len()))?)?;
    is_year_first(inner).then(|| Some(entry(Clock::YearFirst, inner.get(..end)?, inner.get(end + 1..)?)))?
}

/// `[12345.678901] message` (kernel ring buffer: seconds since the start, which tell no date).
pub fn kernel(line: &[u8]) -> Option<Entry<'_>> {
    let inner = line.strip_prefix(b"[")?.trim_ascii_start();
    let end = memchr(b']', inner.get(..24.min(inner.len()))?)?;
    let (time, message) = inner.split_at_checked(end)?;
    let digits = time.iter().all(|byte| byte.is_ascii_digit() || *byte == b'.') && time.contains(&b'.');
    digits.then(|| entry(Clock::Epoch, time, message.get(1..).unwrap_or_default()))
}

/// `Nov 22 02:10:11 host program[7]: message` (RFC 3164), also with a priority or in the form of RFC 5424.
pub fn syslog(line: &[u8]) -> Option<Entry<'_>> {
    let mut rest = line;
    if let Some(after) = rest.strip_prefix(b"<") {
        let end = memchr(b'>', after.get(..5.min(after.len()))?)?;
        rest = after.get(end + 1..)?;
        if let Some(dated) = rest.strip_prefix(b"1 ").filter(|dated| is_year_first(dated)) {
            return Some(entry(Clock::YearFirst, dated.get(..32.min(dated.len()))?, dated.get(19..)?));
        }
    }
    let shape =
        rest.len() > 16 && rest.get(3) == Some(&b' ') && rest.get(6) == Some(&b' ') && rest.get(9) == Some(&b':');
    let months = b"JanFebMarAprMayJunJulAugSepOctNovDec";
    let month = rest.get(..3).is_some_and(|name| months.chunks_exact(3).any(|month| month == name));
    if !(shape && month) {
        return None;
    }
    // nginx itself writes to syslog in its own form.
    let message = rest.get(16..)?;
    let tag_end = memmem::find(message.get(..message.len().min(120))?, b": ");
    let inner = tag_end.and_then(|end| nginx_error(message.get(end + 2..)?));
    Some(inner.unwrap_or(entry(Clock::Syslog, rest.get(..15)?, message)))
}

/// `Sun Nov 22 02:10:11 2026 - message` (uWSGI and other programs with the C library's own way of writing a time).
pub fn spelled(line: &[u8]) -> Option<Entry<'_>> {
    let shape = line.get(3) == Some(&b' ') && line.get(7) == Some(&b' ') && line.get(13) == Some(&b':');
    let year_at = if line.get(20..24)?.iter().all(u8::is_ascii_digit) { 20 } else { 24 };
    let digits = line.get(year_at..year_at + 4)?.iter().all(u8::is_ascii_digit);
    (shape && digits).then(|| Some(entry(Clock::Spelled, line.get(..year_at + 4)?, line.get(year_at + 4..)?)))?
}

/// A date, a time, and anything: application servers of many kinds.
pub fn dated(line: &[u8]) -> Option<Entry<'_>> {
    is_year_first(line).then(|| Some(entry(Clock::YearFirst, line.get(..36.min(line.len()))?, line.get(19..)?)))?
}
