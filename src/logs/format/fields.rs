//! The server, the page and the site that a line names: read from the places where its writer puts them. What a visitor
//! sent stands in many lines, and may look like any other part of them.

use std::sync::LazyLock;

use memchr::memmem::{self, Finder};

use super::Fields;

/// The fields of a message, by the program that wrote it.
pub fn fields<'a>(writer: &str, line: &'a [u8], known: Fields<'a>) -> Fields<'a> {
    match writer {
        "nginx" => nginx(line, known),
        "caddy" => Fields {
            upstream: after(line, b"dial tcp ", b":, \"").or(known.upstream),
            request: json_string(line, b"\"uri\":").or(known.request),
            host: json_string(line, b"\"host\":").or(known.host),
            ..known
        },
        "apache" => Fields {
            upstream: apache_upstream(line).or(known.upstream),
            request: after(line, b"returned by ", b" ").or(known.request),
            ..known
        },
        "heroku" => Fields {
            upstream: after(line, b" dyno=", b" ").filter(|dyno| !dyno.is_empty()).or(known.upstream),
            request: quoted(line, b" path=\"").or(known.request),
            host: after(line, b" host=", b" ").or(known.host),
            ..known
        },
        "gunicorn" => Fields { request: after(line, b"Error handling request ", b" ").or(known.request), ..known },
        "haproxy" => Fields { upstream: known.upstream.or_else(|| after(line, b"Server ", b" ")), ..known },
        "h2o" => Fields { request: h2o_page(line).or(known.request), ..known },
        "lighttpd" => Fields { upstream: after(line, b"socket: ", b": ").or(known.upstream), ..known },
        _ => known,
    }
}

/// The page of `[lib/core/proxy.c] in request:/cart:connection refused`: all before the last colon (H2O,
/// `h2o_req_log_error`).
fn h2o_page(line: &[u8]) -> Option<&[u8]> {
    const BEFORE: &[u8] = b"] in request:";
    let rest = line.get(memchr::memmem::find(line, BEFORE)? + BEFORE.len()..)?;
    rest.get(..memchr::memrchr(b':', rest)?)
}

/// Made once: there are millions of lines.
static NGINX_CLIENT: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new(b", client: "));
static NGINX_REQUEST: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new(b", request: "));
static NGINX_SUBREQUEST: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new(b", subrequest: "));
static NGINX_UPSTREAM: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new(b", upstream: "));
static VERSION: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new(b" HTTP/"));
static NGINX_HOST: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new(b", host: "));

/// `, client: …, server: …, request: "…", upstream: "…", host: "…", referrer: "…"` (nginx,
/// `ngx_http_log_error_handler`): always in this order, and nothing escaped. So each part is looked for behind the end
/// of the one before, and never behind the host, where the referrer may hold anything.
fn nginx<'a>(line: &'a [u8], known: Fields<'a>) -> Fields<'a> {
    let tail = NGINX_CLIENT.find(line).and_then(|place| line.get(place..)).unwrap_or(line);
    // Where the request does not end, as in a line that nginx cut, what follows may be the visitor's.
    let request = value(tail, &NGINX_REQUEST).map(|rest| match request_end(rest) {
        Some(end) => rest.split_at(end),
        None => (until_quote(rest), b"".as_slice()),
    });
    let rest = request.map_or(tail, |(_, rest)| rest);
    // The part that failed was asked for on the way to the page, and is not the page (`auth_request` and such).
    let part = rest.trim_ascii_start().get(..24).and_then(|start| NGINX_SUBREQUEST.find(start)).filter(|at| *at <= 2);
    let request = match part.and_then(|_| value(rest, &NGINX_SUBREQUEST)) {
        Some(part) => Some((until_quote(part), b"".as_slice())),
        None => request,
    };
    let asked = request.map_or(b"".as_slice(), |(request, _)| page(request));
    let upstream = value(rest, &NGINX_UPSTREAM).map(|rest| rest.split_at(upstream_end(rest, asked)));
    let rest = upstream.map_or(rest, |(_, rest)| rest);
    // A line without a request is not a visitor's, and may name the host anywhere.
    let named = value(rest, &NGINX_HOST).or_else(|| value(line, &NGINX_HOST).filter(|_| request.is_none()));
    let unescaped = |text: &'a [u8]| text.strip_suffix(b"\\").unwrap_or(text);
    Fields {
        upstream: upstream.map(|(upstream, _)| unescaped(upstream)).or(known.upstream),
        request: request.map(|(request, _)| unescaped(request)).or(known.request),
        host: named.map(|rest| unescaped(until_quote(rest))).or(known.host),
        ..known
    }
}

/// What stands behind the quote behind this name; docker writes the quote with a backslash.
fn value<'a>(text: &'a [u8], name: &Finder<'_>) -> Option<&'a [u8]> {
    let rest = text.get(name.find(text)? + name.needle().len()..)?;
    rest.strip_prefix(b"\\").unwrap_or(rest).strip_prefix(b"\"")
}

fn until_quote(text: &[u8]) -> &[u8] {
    text.get(..memchr::memchr(b'"', text).unwrap_or(text.len())).unwrap_or_default()
}

/// Where a request line ends: behind its version. A path may hold quotes, but nginx takes nothing after a version.
fn request_end(text: &[u8]) -> Option<usize> {
    let length = VERSION.needle().len();
    let ended = |place: usize| match text.get(place + length..)? {
        [b'0'..=b'9', b'.', b'0'..=b'9', b'"' | b'\\', ..] => Some(place + length + 3),
        _ => None,
    };
    VERSION.find_iter(text).find_map(ended)
}

/// The page of `GET /page HTTP/1.1`, as it came.
fn page(request: &[u8]) -> &[u8] {
    let start = memchr::memchr(b' ', request).map_or(request.len(), |blank| blank + 1);
    let end = memmem::rfind(request, b" HTTP/").unwrap_or(request.len());
    request.get(start..end).unwrap_or_default()
}

/// Where `http://10.0.0.5:8080/page` ends: at its quote, or behind the page that was asked for, if that holds quotes.
fn upstream_end(text: &[u8], asked: &[u8]) -> usize {
    let behind = || memmem::find(text, asked).map(|place| place + asked.len());
    let long = if asked.contains(&b'"') { behind() } else { None };
    long.unwrap_or_else(|| until_quote(text).len())
}

/// The server that Apache names. In some messages the word in its place is none.
fn apache_upstream(line: &[u8]) -> Option<&[u8]> {
    const BEFORE: [&[u8]; 4] =
        [b"attempt to connect to Unix domain socket ", b"attempt to connect to ", b"remote server ", b"to backend: "];
    BEFORE.iter().find_map(|before| after(line, before, b" ,").filter(|name| *name != b"returned"))
}

/// Where a string ends: at the first quote that is not escaped, as in JSON and in Apache's columns; nginx writes none there.
pub fn end_of_string(text: &[u8]) -> usize {
    let is_escaped = |place: usize| {
        let before = text.get(..place).unwrap_or_default();
        before.iter().rev().take_while(|byte| **byte == b'\\').count() % 2 == 1
    };
    memchr::memchr_iter(b'"', text).find(|place| !is_escaped(*place)).unwrap_or(text.len())
}

/// What stands between a text and the next quote.
pub fn quoted<'a>(line: &'a [u8], before: &[u8]) -> Option<&'a [u8]> {
    Some(until_quote(line.get(memmem::find(line, before)? + before.len()..)?))
}

/// The string behind this key of an object.
pub fn json_string<'a>(object: &'a [u8], key: &[u8]) -> Option<&'a [u8]> {
    let rest = object.get(memmem::find(object, key)? + key.len()..)?.trim_ascii_start();
    Some(until_quote(rest.strip_prefix(b"\"")?)).filter(|text| !text.is_empty())
}

/// What stands after a text, up to one of these bytes.
fn after<'a>(line: &'a [u8], before: &[u8], ends: &[u8]) -> Option<&'a [u8]> {
    let start = memmem::find(line, before)? + before.len();
    let rest = line.get(start..)?;
    // An address has colons of its own: only a colon before a blank ends it.
    let end = (0..rest.len()).find(|place| match rest.get(*place) {
        Some(b':') => ends.contains(&b':') && rest.get(place + 1) == Some(&b' '),
        Some(byte) => ends.contains(byte),
        None => true,
    });
    rest.get(..end.unwrap_or(rest.len()))
}

/// The name of a site, without its port, where a column may hold something else: it has a dot and a letter, and is no
/// address. A name of one word is not told from other words.
pub fn site_name(text: &[u8]) -> Option<&[u8]> {
    let port = text.iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
    let name = match text.split_at_checked(text.len() - port) {
        Some((before, digits)) if !digits.is_empty() => before.strip_suffix(b":").unwrap_or(text),
        _ => text,
    };
    let fits = |byte: &u8| byte.is_ascii_alphanumeric() || b"-._".contains(byte);
    let top = name.rsplit(|byte| *byte == b'.').next()?;
    let is_name = name.iter().all(fits) && name.contains(&b'.') && top.iter().any(u8::is_ascii_alphabetic);
    is_name.then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(line: &str) -> (String, String, String) {
        let fields = fields("nginx", line.as_bytes(), Fields::default());
        let text = |field: Option<&[u8]>| String::from_utf8_lossy(field.unwrap_or_default()).into_owned();
        (text(fields.upstream), text(fields.request), text(fields.host))
    }

    #[test]
    fn what_a_visitor_sends_is_not_taken_for_another_part_of_nginxs_line() {
        let start =
            "connect() failed (111: Connection refused) while connecting to upstream, client: 192.0.2.1, server: _, ";
        let page = "/x\", host: \"evil.test\", referrer: \"y";
        for line in [
            format!(
                "{start}request: \"GET {page} HTTP/1.1\", upstream: \"http://10.0.0.5:80{page}\", host: \"shop.test\""
            ),
            format!(
                "{start}request: \"GET /x HTTP/1.1\", upstream: \"http://10.0.0.5:80/x\", host: \"shop.test\", referrer: \
                 \"a\", host: \"evil.test\", referrer: \"b\""
            ),
            format!("{start}request: \"GET /x\", upstream: \"http://6.6.6.6/ HTTP/1.1\", host: \"shop.test\""),
        ] {
            assert_eq!(told(&line).2, "shop.test", "{line}");
            let upstream = told(&line).0;
            assert!(upstream.starts_with("http://10.0.0.5:80/x") == line.contains("10.0.0.5"), "{line}");
            assert!(!upstream.contains("6.6.6.6"), "{line}");
        }
        let cut = format!("{start}request: \"GET /x\", upstream: \"http://6.6.6.6/\", host: \"evil.test\", and then");
        assert_eq!(told(&cut), (String::new(), "GET /x".to_owned(), String::new()));
        let plain = format!(
            "{start}request: \"GET /x HTTP/2.0\", subrequest: \"/y\", upstream: \"http://10.0.0.5:80/y\", host: \"a.test\""
        );
        let wanted = ("http://10.0.0.5:80/y".to_owned(), "/y".to_owned(), "a.test".to_owned());
        assert_eq!(told(&plain), wanted);
        assert_eq!(told(&plain.replace('"', "\\\"")), wanted);
    }

    #[test]
    fn apaches_servers_are_told_without_what_follows() {
        let upstream = |line: &str| {
            let fields = fields("apache", line.as_bytes(), Fields::default());
            String::from_utf8_lossy(fields.upstream.unwrap_or_default()).into_owned()
        };
        assert_eq!(
            upstream("AH01114: HTTP: failed to make connection to backend: 127.0.0.1, referer: http://a/"),
            "127.0.0.1"
        );
        assert_eq!(upstream("AH00898: Error reading from remote server returned by /page"), "");
        assert_eq!(
            upstream("AH02454: FCGI: attempt to connect to Unix domain socket /run/php.sock (localhost) failed"),
            "/run/php.sock"
        );
        assert_eq!(upstream("AH01102: error reading status line from remote server [::1]:80"), "[::1]:80");
    }

    #[test]
    fn names_of_sites_are_told_from_addresses_and_words() {
        let name = |text: &str| site_name(text.as_bytes()).map(|name| String::from_utf8_lossy(name).into_owned());
        assert_eq!(name("shop.test:8443").as_deref(), Some("shop.test"));
        assert_eq!(name("7.shop.test").as_deref(), Some("7.shop.test"));
        for other in ["192.0.2.1", "192.0.2.1:80", "2001:db8::1", "-", "", "curl/8.0", "http://a.test/", "intranet"] {
            assert_eq!(name(other), None, "{other}");
        }
    }
}
