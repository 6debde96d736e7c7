//! Logs of answers: the Common Log Format and its kin.

use memchr::{memchr, memmem};

use super::{Code, Entry, Fields, quoted};
use crate::logs::time::Clock;

/// `client - user [22/Nov/2026:02:10:11 +0000] "GET / HTTP/1.1" 502 157 …` (Common and Combined Log Format), with
/// what nginx adds about the server behind it where it stands there as `key="value"` or in the columns of ingress-nginx.
pub fn common(line: &[u8]) -> Option<Entry<'_>> {
    let open = memmem::find(line.get(..line.len().min(300))?, b" [")?;
    let time = line.get(open + 2..)?;
    if time.get(2) != Some(&b'/') || time.get(6) != Some(&b'/') || time.get(11) != Some(&b':') {
        return None;
    }
    let end = memchr(b']', time)?;
    let rest = time.get(end + 1..)?.strip_prefix(b" \"")?;
    let request_end = memmem::find(rest, b"\" ")?;
    let (request, after) = rest.split_at_checked(request_end)?;
    let status = after.get(2..5)?;
    if !status.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let failed = status.first() == Some(&b'5') || status == b"499";
    let tail = after.get(5..)?;
    let (code, upstream) = match failed {
        true => behind(status, tail),
        false => (Code::Fine, None),
    };
    let fields = Fields { upstream, request: Some(request), host: None };
    Some(Entry { clock: Clock::DayFirst, time: time.get(..end)?, message: b"", code, fields })
}

/// What the line tells about the server behind the gateway: whether it was reached, and whether it answered.
fn behind<'a>(status: &'a [u8], tail: &'a [u8]) -> (Code<'a>, Option<&'a [u8]>) {
    let value = |names: [&[u8]; 2]| names.into_iter().find_map(|name| quoted(tail, name));
    let upstream = value([b" ua=\"", b" upstream_addr=\""]);
    let of_upstream = value([b" us=\"", b" upstream_status=\""]);
    let connect = value([b" uct=\"", b" upstream_connect_time=\""]);
    let header = value([b" uht=\"", b" upstream_header_time=\""]);
    let measured = |time: Option<&[u8]>| time.is_some_and(|time| time.iter().any(u8::is_ascii_digit));
    let how: &[u8] = match (of_upstream, connect, header) {
        (None, None, None) => return ingress(status, tail),
        (_, _, Some(header)) if measured(Some(header)) => b"answered",
        (_, Some(connect), Some(_)) if measured(Some(connect)) => b"silent",
        (Some(_), Some(_), Some(_)) => b"never",
        _ => b"",
    };
    (Code::Of("access", status, how), upstream)
}

/// The columns of ingress-nginx: `length time [service] [] address length time status id`.
fn ingress<'a>(status: &'a [u8], tail: &'a [u8]) -> (Code<'a>, Option<&'a [u8]>) {
    let plain = (Code::Of("access", status, b""), None);
    let Some(place) = memmem::find(tail, b"] [") else { return plain };
    let Some(columns) = tail.get(place + 3..).and_then(|rest| rest.get(memchr(b']', rest)? + 2..)) else {
        return plain;
    };
    let address = columns.get(..memchr(b' ', columns).unwrap_or(columns.len())).map(|one| one.trim_ascii());
    let address = address.map(|one| one.strip_suffix(b",").unwrap_or(one)).filter(|one| one.contains(&b':'));
    (plain.0, address)
}

/// `1795313411.123  60012 192.0.2.10 TCP_MISS/503 4012 GET http://example.com/ - HIER_DIRECT/203.0.113.5 text/html`
/// (Squid, `logformat squid`).
pub fn squid(line: &[u8]) -> Option<Entry<'_>> {
    let mut words = line.split(|byte| *byte == b' ').filter(|word| !word.is_empty());
    let (time, _took, _client, tag) = (words.next()?, words.next()?, words.next()?, words.next()?);
    if time.get(10) != Some(&b'.') || !time.first()?.is_ascii_digit() {
        return None;
    }
    let slash = memchr(b'/', tag)?;
    let status = tag.get(slash + 1..)?;
    let request = words.nth(2);
    let upstream = words.nth(1).and_then(|hierarchy| hierarchy.get(memchr(b'/', hierarchy)? + 1..));
    let code = match tag.get(..slash)? {
        name if name.starts_with(b"ERR_") => Code::Of("squid", name, b""),
        _ if status.first() == Some(&b'5') => Code::Of("access", status, b""),
        _ => Code::Fine,
    };
    let fields = Fields { upstream, request, host: None };
    Some(Entry { clock: Clock::Epoch, time, message: b"", code, fields })
}
