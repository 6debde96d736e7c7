//! One JSON object a line: Caddy, Traefik, Envoy, Google, Azure, docker's own wrapper, systemd's export.

use memchr::memmem;

use super::{Code, Entry, Fields};
use crate::logs::time::Clock;

/// Keys of times, and how they are written.
const TIMES: [(&[u8], Clock); 8] = [
    (b"\"ts\":", Clock::Epoch),
    (b"\"time\":\"", Clock::YearFirst),
    (b"\"timestamp\":\"", Clock::YearFirst),
    (b"\"@timestamp\":\"", Clock::YearFirst),
    (b"\"start_time\":\"", Clock::YearFirst),
    (b"\"StartUTC\":\"", Clock::YearFirst),
    (b"\"__REALTIME_TIMESTAMP\":\"", Clock::Epoch),
    (b"\"timestamp\":", Clock::Epoch),
];

/// Only the value in which a server gives its reason is searched: every other string may come from a visitor. Inside a
/// string he cannot make such a key, since quotes are escaped there; the name of a header he can choose, and its value is
/// a list.
pub fn json(line: &[u8]) -> Option<Entry<'_>> {
    let inside = line.trim_ascii();
    if inside.first() != Some(&b'{') || inside.last() != Some(&b'}') {
        return None;
    }
    let found = TIMES.iter().find_map(|(key, clock)| {
        let place = memmem::find(line, key)? + key.len();
        Some((*clock, line.get(place..(place + 36).min(line.len()))?))
    });
    let (clock, time) = found.unwrap_or((Clock::Epoch, b""));
    let status = [b"\"status\":".as_slice(), b"\"DownstreamStatus\":", b"\"response_code\":"].iter().find_map(|key| {
        let place = memmem::find(line, key)? + key.len();
        line.get(place..place + 3).filter(|status| status.iter().all(u8::is_ascii_digit))
    });
    let message = message(inside);
    let code = match status {
        Some(status) if !message.1 && status.first() == Some(&b'5') => Code::Of("access", status, b""),
        Some(status) if status.first() != Some(&b'5') && status.first() != Some(&b'4') => Code::Fine,
        _ => Code::None,
    };
    Some(Entry { clock, time, message: message.0, code, fields: Fields::default() })
}

/// Keys in whose values a server gives its reason, those that say most first.
const REASONS: [&[u8]; 10] = [
    b"\"error\":",
    b"\"Error\":",
    b"\"response_flags\":\"U",
    b"\"response_code_details\":",
    b"\"statusDetails\":",
    b"\"errorInfo\":",
    b"\"error_details\":",
    b"\"response_flags\":",
    b"\"msg\":",
    b"\"message\":",
];

/// The key and its value, and whether it says more than a status.
fn message(object: &[u8]) -> (&[u8], bool) {
    let found = REASONS.iter().find_map(|key| {
        let start = memmem::find(object, key)?;
        let colon = start + memchr::memchr(b':', object.get(start..)?)?;
        let value = object.get(colon + 1..)?;
        if value.first() == Some(&b'[') {
            return None;
        }
        let length = match value.first() {
            Some(b'"') => 2 + end_of_string(value.get(1..)?),
            _ => value.iter().position(|byte| b",}".contains(byte)).unwrap_or(value.len()),
        };
        object.get(start..(colon + 1 + length).min(object.len()))
    });
    (found.unwrap_or_default(), found.is_some())
}

/// Where a string ends: at the first quote that is not escaped.
fn end_of_string(text: &[u8]) -> usize {
    let mut escaped = false;
    let end = text.iter().position(|byte| {
        let ends = *byte == b'"' && !escaped;
        escaped = *byte == b'\\' && !escaped;
        ends
    });
    end.unwrap_or(text.len())
}
