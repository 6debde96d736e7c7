//! Logs of answers: the Common Log Format and its kin.

use memchr::{memchr, memmem};

use super::{Code, Entry, Fields, end_of_string, is_own, site_name, status as told};
use crate::logs::time::Clock;

/// `client - user [22/Nov/2026:02:10:11 +0000] "GET / HTTP/1.1" 502 157 …` (Common and Combined Log Format), with
/// what nginx adds about the server behind it where it stands there as `key="value"` or in the columns of ingress-nginx.
pub fn common(line: &[u8]) -> Option<Entry<'_>> {
    let open = first_pair(line.get(..line.len().min(300))?, b' ', b'[')?;
    let time = line.get(open + 2..)?;
    if time.get(2) != Some(&b'/') || time.get(6) != Some(&b'/') || time.get(11) != Some(&b':') {
        return None;
    }
    // Always as long, but where a program leaves out the zone.
    let end = if time.get(20) == Some(&b' ') && time.get(26) == Some(&b']') { 26 } else { memchr(b']', time)? };
    let rest = time.get(end + 1..)?.strip_prefix(b" \"")?;
    let request_end = first_pair(rest, b'"', b' ')?;
    let (request, after) = rest.split_at_checked(request_end)?;
    let status = after.get(2..5)?;
    if !status.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let tail = after.get(5..)?;
    let behind = Behind::named(tail);
    let coded = coded(status, &behind);
    let host = if coded.is_some_and(|code| code == Code::Fine) { None } else { line.get(..open).and_then(site) };
    let (code, upstream) = match coded {
        Some(code) => (code, behind.upstream),
        None => ingress(status, tail),
    };
    let fields = Fields {
        upstream,
        request: Some(request),
        host,
        tries: behind.status,
        status: told(status),
        sent: sent(status),
        own: is_own(tail),
    };
    Some(Entry { clock: Clock::DayFirst, time: time.get(..end)?, message: b"", code, fields })
}

/// Whether such a page or file was sent, or the visitor has it as it is (RFC 9110 sections 15.3 and 15.4.5).
pub fn sent(status: &[u8]) -> bool {
    status.first() == Some(&b'2') || status == b"304"
}

/// Where two bytes stand one behind the other for the first time: faster here than a search that is made for each line.
fn first_pair(text: &[u8], one: u8, other: u8) -> Option<usize> {
    memchr::memchr_iter(one, text).find(|place| text.get(place + 1) == Some(&other))
}

/// What the line tells about the server behind the gateway.
#[derive(Debug, Clone, Copy, Default)]
pub struct Behind<'a> {
    pub upstream: Option<&'a [u8]>,
    /// The server's own status, one for each try.
    pub status: Option<&'a [u8]>,
    /// How long the connection took, and the first byte: without a number there was none.
    pub connect: Option<&'a [u8]>,
    pub header: Option<&'a [u8]>,
}

impl<'a> Behind<'a> {
    /// What stands there as `key="value"`, in one pass: most lines have none of it. What stands between quotes is a value
    /// and holds no key, whatever a visitor put there.
    fn named(tail: &'a [u8]) -> Behind<'a> {
        let mut found = Behind::default();
        let mut from = 0;
        while let Some(ahead) = tail.get(from..).and_then(|rest| memchr(b'"', rest)) {
            let before = tail.get(from..from + ahead).unwrap_or_default();
            from += ahead + 1;
            let rest = tail.get(from..).unwrap_or_default();
            let value = rest.get(..end_of_string(rest)).unwrap_or_default();
            from += value.len() + 1;
            let column = match before.strip_suffix(b"=").map(last_word) {
                Some(b"ua" | b"upstream_addr") => &mut found.upstream,
                Some(b"us" | b"upstream_status") => &mut found.status,
                Some(b"uct" | b"upstream_connect_time") => &mut found.connect,
                Some(b"uht" | b"upstream_header_time") => &mut found.header,
                _ => continue,
            };
            column.get_or_insert(value);
        }
        found
    }
}

/// What stands behind the last blank: the name of a column, which is short.
fn last_word(text: &[u8]) -> &[u8] {
    let length = text.iter().rev().take(32).take_while(|byte| **byte != b' ').count();
    text.get(text.len() - length..).unwrap_or_default()
}

/// What an answer means, by its status and by what was measured behind the gateway; `None` where it failed and nothing
/// was measured.
pub fn coded<'a>(status: &'a [u8], behind: &Behind<'a>) -> Option<Code<'a>> {
    let failed = status.first() == Some(&b'5') || status == b"499";
    if !failed {
        // nginx went on to another server, and the visitor saw nothing of it. Behind a colon stands who was asked for the
        // page in place of it (ngx_http_upstream_module, $upstream_status): of that nobody was saved.
        let first_try = behind.status.and_then(|tries| tries.get(..memchr(b',', tries)?));
        let saved = first_try.is_some_and(|first| matches!(first, b"502" | b"503" | b"504"));
        return Some(if saved { Code::Of("access", b"retried", b"") } else { Code::Fine });
    }
    let measured = |time: Option<&[u8]>| time.is_some_and(|time| time.iter().any(u8::is_ascii_digit));
    let how: &[u8] = match (behind.status, behind.connect, behind.header) {
        (None, None, None) => return None,
        (_, _, Some(header)) if measured(Some(header)) => b"answered",
        (_, Some(connect), Some(_)) if measured(Some(connect)) => b"silent",
        (Some(_), Some(_), Some(_)) => b"never",
        _ => b"",
    };
    Some(Code::Of("access", status, how))
}

/// The site that stands before `client - user`, as Apache's `vhost_combined` and many formats of nginx put it.
fn site(before: &[u8]) -> Option<&[u8]> {
    let mut words = before.split(|byte| *byte == b' ');
    let (first, second) = (words.next()?, words.next()?);
    // Without a site the second word is the client's identity, which nobody has.
    (second != b"-" && words.count() >= 2).then(|| site_name(first))?
}

/// The columns of ingress-nginx behind the browser's name: `length time [service] [] address length time status id`,
/// the address and what follows once for each try, with commas.
fn ingress<'a>(status: &'a [u8], tail: &'a [u8]) -> (Code<'a>, Option<&'a [u8]>) {
    let plain = (Code::Of("access", status, b""), None);
    let Some(columns) = memchr::memrchr(b'"', tail).and_then(|quote| tail.get(quote + 1..)) else { return plain };
    let Some(place) = memmem::find(columns, b"] [") else { return plain };
    let service = memchr(b'[', columns).and_then(|open| columns.get(open + 1..place)).filter(|name| !name.is_empty());
    let Some(rest) = columns.get(place + 3..).and_then(|rest| rest.get(memchr(b']', rest)? + 2..)) else {
        return plain;
    };
    let mut words = rest.split(|byte| *byte == b' ').filter(|word| !word.is_empty());
    let mut last_try = || {
        let mut word = words.next()?;
        while word.ends_with(b",") {
            word = words.next()?;
        }
        Some(word)
    };
    let (address, length) = (last_try(), last_try());
    let address = address.filter(|one| one.contains(&b':'));
    // What nginx answers itself has no length behind it.
    let answered = length.is_some_and(|length| length.iter().any(|digit| (b'1'..=b'9').contains(digit)));
    let how: &[u8] = match address {
        Some(_) if answered => b"answered",
        None if status == b"503" => b"no server",
        _ => b"",
    };
    (Code::Of("access", status, how), address.or(service))
}

/// `[pid: 7|app: 0|req: 1/1] client () {40 vars in 500 bytes} [Sun Nov 22 02:10:11 2026] GET / => generated 21 bytes in 3
/// msecs (HTTP/1.1 500) …` (uWSGI's own line for each request).
pub fn uwsgi(line: &[u8]) -> Option<Entry<'_>> {
    let rest = line.strip_prefix(b"[pid: ")?;
    let open = memmem::find(rest, b"} [")?;
    let time = rest.get(open + 3..)?;
    let end = memchr(b']', time.get(..40.min(time.len()))?)?;
    let rest = time.get(end + 2..)?;
    let generated = memmem::rfind(rest, b" => generated ")?;
    let after = rest.get(generated..)?;
    let status = after.get(memmem::find(after, b" (HTTP/")?..)?.split(|byte| *byte == b' ').nth(2)?.get(..3)?;
    let code = if status.first() == Some(&b'5') { Code::Of("access", status, b"answered") } else { Code::Fine };
    let fields = Fields { request: rest.get(..generated), status: told(status), ..Fields::default() };
    Some(Entry { clock: Clock::Spelled, time: time.get(..end)?, message: b"", code, fields })
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
    let fields = Fields { upstream, request, status: told(status), ..Fields::default() };
    Some(Entry { clock: Clock::Epoch, time, message: b"", code, fields })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> (String, String, String) {
        let entry = common(line.as_bytes()).or_else(|| uwsgi(line.as_bytes())).unwrap();
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let code = match entry.code {
            Code::Of(_, code, how) => format!("{} {}", text(code), text(how)),
            other => format!("{other:?}"),
        };
        let field = |field: Option<&[u8]>| field.map(text).unwrap_or_default();
        (code, field(entry.fields.upstream), field(entry.fields.host))
    }

    fn told(code: &str, upstream: &str, host: &str) -> (String, String, String) {
        (code.to_owned(), upstream.to_owned(), host.to_owned())
    }

    const REST: &str = "[22/Nov/2026:02:10:11 +0000] \"GET / HTTP/1.1\" 502 157 \"-\" \"-\"";

    #[test]
    fn what_only_ends_as_a_column_is_none() {
        let behind = Behind::named(b" q=us=\"502\" uct=\"0.001\" uht=\"-\"");
        assert_eq!((behind.status, behind.connect, behind.header), (None, Some(&b"0.001"[..]), Some(&b"-"[..])));
    }

    #[test]
    fn a_time_without_a_zone_ends_at_its_own_bracket() {
        let line = "192.0.2.1 - - [22/Nov/2026:02:10:11] \"GET]/ HTTP/1.1\" 502 157 \"-\" \"-\"";
        assert_eq!(read(line).0, "502 ");
    }

    #[test]
    fn the_site_before_the_client_is_told() {
        assert_eq!(read(&format!("shop.test:443 192.0.2.1 - - {REST}")), told("502 ", "", "shop.test"));
        assert_eq!(read(&format!("shop.test 192.0.2.1 - john smith {REST}")), told("502 ", "", "shop.test"));
        for other in ["192.0.2.1 - -", "client.test - -", "client.test - john smith", "192.0.2.1 - john smith"] {
            assert_eq!(read(&format!("{other} {REST}")).2, "", "{other}");
        }
    }

    #[test]
    fn ingress_tells_who_answered() {
        let line = |status: u16, columns: &str| {
            let rest = REST.replace("502", &status.to_string());
            read(&format!("192.0.2.1 - - {rest} 95 0.001 [default-web-80] [] {columns} 0123"))
        };
        assert_eq!(line(502, "10.0.0.1:80 0 0.000 502"), told("502 ", "10.0.0.1:80", ""));
        assert_eq!(line(502, "10.0.0.1:80 93 0.010 502"), told("502 answered", "10.0.0.1:80", ""));
        let tries = "10.0.0.1:80, 10.0.0.2:80 0, 0 0.000, 0.001 502, 502";
        assert_eq!(line(502, tries), told("502 ", "10.0.0.2:80", ""));
        assert_eq!(line(503, "- - - -"), told("503 no server", "default-web-80", ""));
        let forged = format!("192.0.2.1 - - {}", REST.replace("\"-\" \"-\"", "\"-\" \"] [] 6.6.6.6:80 9 0.1 502\""));
        assert_eq!(read(&forged), told("502 ", "", ""));
    }

    #[test]
    fn uwsgis_own_lines_are_read_from_the_end() {
        let line = |path: &str, status: u16| {
            format!(
                "[pid: 7|app: 0|req: 1/1] 192.0.2.1 () {{40 vars in 500 bytes}} [Sun Nov 22 02:10:11 2026] GET {path} => \
                 generated 21 bytes in 3 msecs (HTTP/1.1 {status}) 2 headers in 72 bytes (1 switches on core 0)"
            )
        };
        assert_eq!(read(&line("/", 500)).0, "500 answered");
        assert_eq!(read(&line("/", 200)).0, "Fine");
        assert_eq!(read(&line("/ => generated 1 bytes in 1 msecs (HTTP/1.1 500)", 200)).0, "Fine");
    }

    #[test]
    fn a_name_at_the_end_of_a_visitors_text_is_no_column() {
        let line =
            |tail: &str| read(&format!("192.0.2.1 - - [22/Nov/2026:02:10:11 +0000] \"GET / HTTP/1.1\" 502 157 {tail}"));
        // The closing quote of the referrer, of the browser's name and of what stands behind them.
        assert_eq!(line("\"http://a/ us=\" \"Moz uct=\" \"x uht=\""), told("502 ", "", ""));
        let real = "ua=\"10.0.0.5:80\" us=\"502\" uct=\"0.001\" uht=\"0.020\"";
        assert_eq!(line(&format!("\"-\" \"Moz uht=\" {real}")), told("502 answered", "10.0.0.5:80", ""));
        assert_eq!(line(&format!("\"-\" \"Moz \\\" us=\\\"200\\\"\" {real}")), told("502 answered", "10.0.0.5:80", ""));
    }
}
