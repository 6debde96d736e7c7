//! One JSON object a line: Caddy, Traefik, Envoy, Google, Azure, docker's own wrapper, systemd's export.

use memchr::memmem;

use super::balancer::flag;
use super::{Code, Entry, Fields, is_own, json_string};
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

/// Keys of what the visitor got.
const STATUSES: [&[u8]; 3] = [b"\"status\":", b"\"DownstreamStatus\":", b"\"response_code\":"];

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
    let of_status = STATUSES.iter().find_map(|key| {
        let whole = line.get(memmem::find(line, key)?..)?.get(..key.len() + 3)?;
        let status = whole.get(key.len()..)?;
        status.iter().all(u8::is_ascii_digit).then_some((whole, status))
    });
    let status = of_status.map(|(_, status)| status);
    let failed = status.is_some_and(|status| status.first() == Some(&b'5'));
    let refused = status.is_some_and(|status| status.first() == Some(&b'4'));
    let of_caddy = memmem::find(inside, CADDYS).and_then(|place| inside.get(place..));
    let flags = json_string(inside, b"\"response_flags\":").and_then(flag);
    let answered = status.is_some() && flags.is_none() && !failed && !refused;
    if answered || (of_caddy.is_some() && !failed) {
        return Some(Entry { clock, time, message: b"", code: Code::Fine, fields: Fields::default() });
    }
    let fields = asked_for(inside);
    let code = match (flags, status) {
        (Some(flag), _) => Code::Of("envoy", flag, b""),
        // Without a page the status may be that of anything.
        (None, Some(status)) if failed && fields.request.is_some() => Code::Of("access", status, b""),
        _ => Code::None,
    };
    let reason = match of_caddy {
        Some(from_logger) => value_of(from_logger, b"\"msg\":").and_then(|value| up_to(from_logger, value)),
        None => traefiks(inside).or_else(|| REASONS.iter().find_map(|key| value_of(inside, key))),
    };
    // Never the whole line, which holds what the visitor sent.
    let message = reason.or(of_status.map(|(whole, _)| whole)).unwrap_or_default();
    Some(Entry { clock, time, message, code, fields })
}

/// The logger in which Caddy tells why it answered with an error; other programs write the same words of Go about
/// anything.
const CADDYS: &[u8] = b"\"logger\":\"http.log.error";

/// Keys in whose values a server gives its reason, those that say most first.
const REASONS: [&[u8]; 8] = [
    b"\"error\":",
    b"\"Error\":",
    b"\"response_code_details\":",
    b"\"statusDetails\":",
    b"\"errorInfo\":",
    b"\"error_details\":",
    b"\"msg\":",
    b"\"message\":",
];

/// The key and its value; a list is none.
fn value_of<'a>(object: &'a [u8], key: &[u8]) -> Option<&'a [u8]> {
    let start = memmem::find(object, key)?;
    let value = object.get(start + key.len()..)?;
    let length = match value.first()? {
        b'[' => return None,
        b'"' => 2 + end_of_string(value.get(1..)?),
        _ => value.iter().position(|byte| b",}".contains(byte)).unwrap_or(value.len()),
    };
    object.get(start..(start + key.len() + length).min(object.len()))
}

/// What stands from the beginning up to the end of this part of it.
fn up_to<'a>(whole: &'a [u8], part: &[u8]) -> Option<&'a [u8]> {
    let start = memmem::find(whole, part)?;
    whole.get(..start + part.len())
}

/// Traefik's reason for its own error page: `"error":"…", …,"message":"502 Bad Gateway"`.
fn traefiks(object: &[u8]) -> Option<&[u8]> {
    const PAGES: [&[u8]; 2] = [b"\"message\":\"502 Bad Gateway\"", b"\"message\":\"504 Gateway Timeout\""];
    let from_error = object.get(memmem::find(object, b"\"error\":")?..)?;
    PAGES.iter().find_map(|page| up_to(from_error, page))
}

/// Server, page and site, by the keys of Caddy, Traefik, Envoy, nginx, Azure and Google.
fn asked_for(object: &[u8]) -> Fields<'_> {
    let first = |keys: &[&[u8]]| keys.iter().find_map(|key| json_string(object, key));
    // Outside a request a host is mostly the machine that writes the log.
    let of_request = memmem::find(object, b"\"request\":{").and_then(|place| object.get(place..));
    let host = of_request.and_then(|request| json_string(request, b"\"host\":"));
    const SERVERS: [&[u8]; 4] = [b"\"upstream_host\":", b"\"upstream_addr\":", b"\"ServiceAddr\":", b"\"originName\":"];
    const PAGES: [&[u8]; 8] = [
        b"\"uri\":",
        b"\"RequestPath\":",
        b"\"request\":",
        b"\"request_uri\":",
        b"\"requestUrl\":",
        b"\"requestUri\":",
        b"\"path\":",
        b"\"url\":",
    ];
    const SITES: [&[u8]; 3] = [b"\"RequestHost\":", b"\"authority\":", b"\"http_host\":"];
    Fields {
        upstream: first(&SERVERS),
        request: first(&PAGES),
        host: host.or_else(|| first(&SITES)),
        own: is_own(object),
        ..Fields::default()
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> (Code<'_>, &str, Option<&str>) {
        let entry = json(line.as_bytes()).unwrap();
        let text = |bytes| str::from_utf8(bytes).unwrap();
        (entry.code, text(entry.message), entry.fields.host.map(text))
    }

    #[test]
    fn caddys_reason_is_told_with_its_logger_and_with_a_failure_alone() {
        let line = r#"{"ts":1795313411.1,"logger":"http.log.error","msg":"EOF","request":{"host":"shop.test","uri":"/","headers":{"Status":["502"]}},"status":502}"#;
        let told = (Code::Of("access", b"502", b""), r#""logger":"http.log.error","msg":"EOF""#, Some("shop.test"));
        assert_eq!(read(line), told);
        assert_eq!(read(&line.replace(":502}", ":404}")).0, Code::Fine);
        assert_eq!(read(&line.replace(r#","status":502}"#, "}")).0, Code::Fine);
        assert_eq!(read(&line.replace("http.log.error", "app")).1, r#""msg":"EOF""#);
    }

    #[test]
    fn the_machine_that_writes_is_not_the_site_that_was_asked_for() {
        assert_eq!(read(r#"{"host":"web-1.internal","msg":"x","status":502}"#).2, None);
        let answer = read(r#"{"RequestHost":"shop.test","RequestPath":"/","DownstreamStatus":502}"#);
        assert_eq!((answer.0, answer.2), (Code::Of("access", b"502", b""), Some("shop.test")));
        assert_eq!(read(r#"{"msg":"the shop's bank answered","status":502}"#).0, Code::None);
    }

    #[test]
    fn envoys_flags_are_read_where_no_detail_is_known() {
        let line = r#"{"path":"/","response_code":503,"response_flags":"UF,URX","response_code_details":"x","authority":"shop.test"}"#;
        let told = (Code::Of("envoy", b"UF", b""), r#""response_code_details":"x""#, Some("shop.test"));
        assert_eq!(read(line), told);
        assert_eq!(read(&line.replace("UF,URX", "-")).0, Code::Of("access", b"503", b""));
    }
}
