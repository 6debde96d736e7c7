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

/// The whole object is searched for known texts. What stands in a string of it may come from a visitor, so a kind that
/// asks for a text of JSON itself (`"error":"EOF"`) cannot be made by one: quotes are escaped inside strings.
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

/// What is searched, and whether it says more than a status.
fn message(object: &[u8]) -> (&[u8], bool) {
    let telling: [&[u8]; 6] =
        [b"\"error\":", b"\"Error\":", b"response_flags", b"statusDetails", b"errorInfo", b"error_details"];
    (object, telling.iter().any(|key| memmem::find(object, key).is_some()))
}
