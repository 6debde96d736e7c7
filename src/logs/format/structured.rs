//! One JSON object a line: Caddy, Traefik, Envoy, Google, Azure, docker's own wrapper, systemd's export.

use memchr::memmem;

use super::balancer::flag;
use super::{Code, Entry, Fields, end_of_string, is_own, json_string};
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
/// string he cannot make such a key, since quotes are escaped there.
pub fn json(line: &[u8]) -> Option<Entry<'_>> {
    let inside = line.trim_ascii();
    if inside.first() != Some(&b'{') || inside.last() != Some(&b'}') {
        return None;
    }
    let found = TIMES.iter().find_map(|(key, clock)| {
        let place = find_key(line, key)? + key.len();
        Some((*clock, line.get(place..(place + 36).min(line.len()))?))
    });
    let (clock, time) = found.unwrap_or((Clock::Epoch, b""));
    let of_status = STATUSES.iter().find_map(|key| {
        let whole = line.get(find_key(line, key)?..)?.get(..key.len() + 3)?;
        let status = whole.get(key.len()..)?;
        status.iter().all(u8::is_ascii_digit).then_some((whole, status))
    });
    let status = of_status.map(|(_, status)| status);
    let failed = status.is_some_and(|status| status.first() == Some(&b'5'));
    let refused = status.is_some_and(|status| status.first() == Some(&b'4'));
    let of_caddy = memmem::find(inside, CADDYS).and_then(|place| inside.get(place..));
    let flags = own_string(inside, b"\"response_flags\":").and_then(flag);
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

/// Objects within the line that its writer fills: in any other, as in that of the request's headers, the visitor chooses
/// even the keys.
const WRITERS_OWN: [&[u8]; 7] =
    [b"request", b"httpRequest", b"properties", b"jsonPayload", b"err", b"error", b"exception"];
/// Cloud Foundry's router tells what went wrong in an object whose name other programs use for what they were sent.
const GOROUTERS: &[u8] = b"\"source\":\"router.";
/// A visitor may repeat a key in his own objects; so many are looked at.
const TRIES: usize = 16;

/// Where this key stands, of the line itself or of an object that its writer fills.
fn find_key(object: &[u8], key: &[u8]) -> Option<usize> {
    memmem::find_iter(object, key).take(TRIES).find(|place| is_writers_own(object, *place))
}

/// Whether a key at this place is its writer's own.
fn is_writers_own(object: &[u8], place: usize) -> bool {
    // Whether each of the objects that are open here is his; a list is none.
    let mut open: Vec<bool> = Vec::new();
    let mut last_string: &[u8] = b"";
    let mut at = 0;
    while at < place {
        match object.get(at) {
            Some(b'"') => {
                let string = object.get(at + 1..).unwrap_or_default();
                last_string = string.get(..end_of_string(string)).unwrap_or_default();
                at += last_string.len() + 1;
            }
            Some(b'{') => {
                let is_routers = last_string == b"data" && memmem::find(object, GOROUTERS).is_some();
                open.push(open.is_empty() || is_routers || WRITERS_OWN.contains(&last_string));
            }
            Some(b'[') => open.push(false),
            Some(b'}' | b']') => drop(open.pop()),
            _ => {}
        }
        at += 1;
    }
    at == place && open.iter().all(|is_own| *is_own)
}

/// The string behind this key, if it is its writer's own.
fn own_string<'a>(object: &'a [u8], key: &[u8]) -> Option<&'a [u8]> {
    json_string(object.get(find_key(object, key)?..)?, key)
}

/// The key and its value; a list is none.
fn value_of<'a>(object: &'a [u8], key: &[u8]) -> Option<&'a [u8]> {
    let start = find_key(object, key)?;
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
    let from_error = object.get(find_key(object, b"\"error\":")?..)?;
    PAGES.iter().find_map(|page| up_to(from_error, page))
}

/// Server, page and site, by the keys of Caddy, Traefik, Envoy, nginx, Azure and Google.
fn asked_for(object: &[u8]) -> Fields<'_> {
    let first = |keys: &[&[u8]]| keys.iter().find_map(|key| own_string(object, key));
    // Outside a request a host is mostly the machine that writes the log.
    let of_request = find_key(object, b"\"request\":{").and_then(|place| object.get(place..));
    let host = of_request.and_then(|request| own_string(request, b"\"host\":"));
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

    #[test]
    fn in_the_objects_of_a_visitor_even_the_keys_are_his() {
        let line = r#"{"time":1,"req":{"headers":{"error":"dial tcp 192.0.2.66:80: connect: connection refused","authority":"evil.test"}},"msg":"request completed"}"#;
        assert_eq!(read(line), (Code::None, r#""msg":"request completed""#, None));
        let own =
            r#"{"time":1,"err":{"message":"connect ECONNREFUSED 127.0.0.1:3000"},"httpRequest":{"requestUrl":"/"}}"#;
        assert_eq!(read(own).1, r#""message":"connect ECONNREFUSED 127.0.0.1:3000""#);
        // A key in a string, and one behind a thousand of a visitor's.
        assert_eq!(read(r#"{"a":"x\",\"error\":\"y","msg":"z"}"#).1, r#""msg":"z""#);
        let many = format!(r#"{{"q":{{{}"x":"y"}},"error":"z","msg":"m"}}"#, r#""error":"x","#.repeat(1_000));
        assert_eq!(read(&many).1, r#""msg":"m""#);
    }
}
