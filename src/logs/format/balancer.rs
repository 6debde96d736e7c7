//! Proxies that say by columns what went wrong.

use memchr::{memchr, memmem};

use super::{Code, Entry, Fields, is_own, quoted, site_name, status as told};
use crate::logs::time::Clock;

/// `haproxy[7]: client:port [22/Nov/2026:02:10:11.123] frontend backend/server 0/0/-1/-1/0 503 217 - - SC-- …`
/// (HAProxy, `option httplog`, section 8.2.3 of its configuration manual).
pub fn haproxy(line: &[u8]) -> Option<Entry<'_>> {
    let open = memmem::find(line.get(..line.len().min(200))?, b" [")?;
    let time = line.get(open + 2..)?;
    if time.get(2) != Some(&b'/') || time.get(11) != Some(&b':') || time.get(20) != Some(&b'.') {
        return None;
    }
    let end = memchr(b']', time)?;
    let columns = time.get(end + 2..)?;
    let mut words = columns.split(|byte| *byte == b' ');
    let (_frontend, backend, timers) = (words.next()?, words.next()?, words.next()?);
    let status = words.next()?;
    if timers.iter().filter(|byte| **byte == b'/').count() != 4 || status.len() < 2 {
        return None;
    }
    let state = words.nth(3)?.get(..2)?;
    // HAProxy writes a quote in the request as `#22` (section 8.6): one that follows was another program's, in whose line
    // a visitor put such columns.
    let request_open = memmem::find(columns, b" \"").map(|place| place + 2);
    let behind_request = request_open.and_then(|open| columns.get(open + memchr(b'"', columns.get(open..)?)? + 1..));
    let is_tagged = memmem::find(line.get(..open)?, b"haproxy[").is_some();
    if !is_tagged && behind_request.is_none_or(|behind| memchr(b'"', behind).is_some()) {
        return None;
    }
    let server = backend.get(memchr(b'/', backend)? + 1..)?;
    let by_a_server = server.first() != Some(&b'<');
    let code = match state {
        // Nothing went wrong on the way: the server's own answer.
        b"--" if by_a_server && status.first() == Some(&b'5') => Code::Of("access", status, b"answered"),
        b"--" => Code::Fine,
        b"SC" if server == b"<NOSRV>" => Code::Of("haproxy", state, b"no server"),
        _ => Code::Of("haproxy", state, b""),
    };
    let upstream = Some(backend).filter(|_| by_a_server);
    let host = if code == Code::Fine { None } else { captured(columns) };
    let fields = Fields { upstream, request: quoted(line, b" \""), host, status: told(status), ..Fields::default() };
    Some(Entry { clock: Clock::DayFirst, time: time.get(..end)?, message: b"", code, fields })
}

/// The site among the captured headers of the request (section 8.8), if it is there: `{shop.test|curl/8.0}`.
fn captured(columns: &[u8]) -> Option<&[u8]> {
    let before = columns.get(..memmem::find(columns, b" \"")?)?;
    let inside = before.get(memmem::find(before, b" {")? + 2..)?;
    let inside = inside.get(..memchr(b'}', inside)?)?;
    inside.split(|byte| *byte == b'|').find_map(site_name)
}

/// `[2026-11-22T02:10:11.123Z] "GET / HTTP/1.1" 503 UF …` (Envoy's default access log, Istio's too).
pub fn envoy(line: &[u8]) -> Option<Entry<'_>> {
    let inner = line.strip_prefix(b"[")?;
    let end = memmem::find(inner.get(..40.min(inner.len()))?, b"] \"")?;
    let rest = inner.get(end + 3..)?;
    let request_end = memmem::find(rest, b"\" ")?;
    let mut words = rest.get(request_end + 2..)?.split(|byte| *byte == b' ');
    let (status, flags) = (words.next()?, words.next()?);
    if status.len() > 3 || !status.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let code = flag(flags).map_or(Code::Fine, |flag| Code::Of("envoy", flag, b""));
    // The last quoted columns are the site and the server; those before are the visitor's, and not escaped.
    let mut columns = rest.rsplit(|byte| *byte == b'"').skip(1);
    let (upstream, site) = (columns.next(), columns.nth(1));
    let upstream = upstream.filter(|server| is_ip_and_port(server));
    let (request, own) = (rest.get(..request_end), is_own(rest));
    let host = site.and_then(site_name);
    let fields = Fields { upstream, request, host, status: told(status), own, ..Fields::default() };
    Some(Entry { clock: Clock::YearFirst, time: inner.get(..end)?, message: b"", code, fields })
}

/// Of several flags the first one names what happened first.
pub fn flag(flags: &[u8]) -> Option<&[u8]> {
    let first = flags.get(..memchr(b',', flags).unwrap_or(flags.len()))?;
    (!first.is_empty() && first != b"-").then_some(first)
}

fn is_ip_and_port(text: &[u8]) -> bool {
    str::from_utf8(text).is_ok_and(|text| text.parse::<std::net::SocketAddr>().is_ok())
}
