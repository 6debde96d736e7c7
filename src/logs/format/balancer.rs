//! Load balancers and servers that say by columns what went wrong.

use memchr::{memchr, memmem};

use super::{Code, Entry, Fields};
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
    let mut words = time.get(end + 2..)?.split(|byte| *byte == b' ');
    let (_frontend, backend, timers) = (words.next()?, words.next()?, words.next()?);
    let status = words.next()?;
    if timers.iter().filter(|byte| **byte == b'/').count() != 4 || status.len() < 2 {
        return None;
    }
    let state = words.nth(3)?.get(..2)?;
    let server = backend.get(memchr(b'/', backend)? + 1..)?;
    let how: &[u8] = if server == b"<NOSRV>" && state == b"SC" { b"no server" } else { b"" };
    let code = if state == b"--" { Code::Fine } else { Code::Of("haproxy", state, how) };
    let upstream = Some(backend).filter(|_| server != b"<NOSRV>");
    let fields = Fields { upstream, request: super::quoted(line, b" \""), host: None };
    Some(Entry { clock: Clock::DayFirst, time: time.get(..end)?, message: b"", code, fields })
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
    // Of several flags the first one names what happened first.
    let flag = flags.get(..memchr(b',', flags).unwrap_or(flags.len()))?;
    let code = if flag == b"-" { Code::Fine } else { Code::Of("envoy", flag, b"") };
    let upstream = rest.split(|byte| *byte == b'"').rev().find(|part| is_ip_and_port(part));
    let fields = Fields { upstream, request: rest.get(..request_end), host: None };
    Some(Entry { clock: Clock::YearFirst, time: inner.get(..end)?, message: rest, code, fields })
}

fn is_ip_and_port(text: &[u8]) -> bool {
    str::from_utf8(text).is_ok_and(|text| text.parse::<std::net::SocketAddr>().is_ok())
}

/// `https 2026-11-22T02:10:11.1Z app/lb/id client:port target:port t1 t2 t3 502 - … "GET …"` (AWS ALB access logs).
pub fn aws_alb(line: &[u8]) -> Option<Entry<'_>> {
    let kinds: [&[u8]; 6] = [b"http ", b"https ", b"h2 ", b"grpcs ", b"ws ", b"wss "];
    let rest = kinds.iter().find_map(|kind| line.strip_prefix(*kind))?;
    let mut words = rest.split(|byte| *byte == b' ');
    let time = words.next().filter(|time| time.get(10) == Some(&b'T'))?;
    let (target, sent, took, received) = (words.nth(2)?, words.next()?, words.next()?, words.next()?);
    let (status, of_target) = (words.next()?, words.next()?);
    let reached = sent != b"-1" || took != b"-1" || received != b"-1";
    let lambda = memmem::find(line, b"\"Lambda").map(|place| line.get(place + 1..).unwrap_or_default());
    let code = match (status, of_target) {
        _ if lambda.is_some() => {
            let reason = lambda.unwrap_or_default();
            Code::Of("alb", reason.get(..memchr(b'"', reason).unwrap_or(reason.len()))?, b"")
        }
        (b"460" | b"463", _) => Code::Of("alb", status, b""),
        (b"503", b"-") => Code::Of("alb", status, b"none"),
        (b"502" | b"504", b"-") if reached => Code::Of("alb", status, b"- midway"),
        (b"502" | b"504", b"-") => Code::Of("alb", status, b"- never"),
        (b"502", b"502") => Code::Of("alb", status, b"target"),
        (_, b"500" | b"503" | b"504") => Code::Of("access", of_target, b"answered"),
        _ => Code::Fine,
    };
    let fields =
        Fields { upstream: Some(target).filter(|one| *one != b"-"), request: super::quoted(line, b" \""), host: None };
    Some(Entry { clock: Clock::YearFirst, time, message: b"", code, fields })
}

/// Standard logs of CloudFront: a date, a time, then columns between tabs, with the detailed result near the end.
pub fn cloudfront(line: &[u8]) -> Option<Entry<'_>> {
    if line.get(4) != Some(&b'-') || line.get(10) != Some(&b'\t') || line.get(19) != Some(&b'\t') {
        return None;
    }
    let mut columns = line.split(|byte| *byte == b'\t');
    let path = columns.nth(7)?;
    let status = columns.next()?;
    let results = line.split(|byte| *byte == b'\t').skip(13);
    let ends = [b"Error".as_slice(), b"AbortedOrigin", b"ClientGeoBlocked", b"ClientHungUpRequest", b"Certificate"];
    let named = |column: &&[u8]| *column != b"Error" && ends.iter().any(|end| column.ends_with(end));
    let code = match results.filter(named).last() {
        Some(reason) => Code::Of("cloudfront", reason, b""),
        None if status.first() == Some(&b'5') => Code::Of("access", status, b""),
        None => Code::Fine,
    };
    let fields = Fields { upstream: None, request: Some(path), host: None };
    Some(Entry { clock: Clock::YearFirst, time: line.get(..19)?, message: b"", code, fields })
}

/// W3C extended logs of IIS: `date time … status substatus win32-status time-taken`.
pub fn iis(line: &[u8]) -> Option<Entry<'_>> {
    if line.get(4) != Some(&b'-') || line.get(10) != Some(&b' ') || line.get(16) != Some(&b':') {
        return None;
    }
    let line = line.trim_ascii_end();
    let mut last = line.rsplit(|byte| *byte == b' ');
    let (took, win32, substatus, status) = (last.next()?, last.next()?, last.next()?, last.next()?);
    let digits = [took, win32, substatus, status].iter().all(|word| word.iter().all(u8::is_ascii_digit));
    if !digits || status.len() != 3 || substatus.is_empty() || win32.is_empty() || took.is_empty() {
        return None;
    }
    let request = line.split(|byte| *byte == b' ').nth(4).filter(|path| path.first() == Some(&b'/'));
    // The codes are looked up as "502.3/12002" first, then as "502.3".
    let length = status.len() + substatus.len() + win32.len() + took.len() + 3;
    let span = line.get(line.len() - length..)?;
    let code = if status.first() == Some(&b'5') { Code::Of("iis", span, b"") } else { Code::Fine };
    let fields = Fields { upstream: None, request, host: None };
    Some(Entry { clock: Clock::YearFirst, time: line.get(..19)?, message: b"", code, fields })
}

/// HTTP.sys's own log: `date time client port server port version method path [stream] status site reason queue`.
pub fn httperr(line: &[u8]) -> Option<Entry<'_>> {
    if line.get(4) != Some(&b'-') || line.get(10) != Some(&b' ') || line.get(16) != Some(&b':') {
        return None;
    }
    let mut words = line.split(|byte| *byte == b' ').skip(2);
    let (_client, port) = (words.next()?, words.next()?);
    if port.is_empty() || !port.iter().all(u8::is_ascii_digit) {
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
    let reason = words.find(|word| REASONS.contains(word))?;
    let fields = Fields::default();
    let code = Code::Of("httperr", reason, b"");
    Some(Entry { clock: Clock::YearFirst, time: line.get(..19)?, message: b"", code, fields })
}
