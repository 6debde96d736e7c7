//! One GET on a connection that is already there, with the raw head kept and everything bounded.

use std::pin::pin;
use std::time::Duration;

use http_body_util::{BodyExt, Empty};
use hyper::body::{Body, Bytes, Incoming};
use hyper::{Request, Response, Version};
use hyper_util::rt::{TokioExecutor, TokioIo};
use jiff::Timestamp;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::time::Instant;

use super::body::{BODY_KEPT, decode};
use super::recorder::{Record, Recorded};
use crate::model::visit::Answer;
use crate::model::{Failure, FailureKind};

/// Says who asks, in the form that servers accept from browsers.
pub const USER_AGENT: &str = concat!("Mozilla/5.0 (compatible; Gatemend/", env!("CARGO_PKG_VERSION"), ")");
/// Longer heads are an error; browsers stop at 256 to 512 KiB too.
const HEAD_LIMIT: usize = 256 * 1024;
/// Headers of one head that are read.
const HEADERS_LIMIT: usize = 300;
/// Characters of one header value that are kept.
const VALUE_KEPT: usize = 4 * 1024;

/// What to ask for.
#[derive(Debug, Clone)]
pub struct Get {
    /// Host, with the port where it is not the scheme's own.
    pub authority: String,
    pub scheme: &'static str,
    pub path_and_query: String,
    /// The whole address in the request line, as a proxy wants it.
    pub absolute: bool,
    pub http2: bool,
    pub compression: bool,
    pub cookie_bytes: usize,
    pub fresh: bool,
    pub headers: Vec<(String, String)>,
}

/// A GET that brought no answer, and the bytes that came in its place.
pub type NoAnswer = (Failure, Option<String>);

/// Sends the request and reads the answer.
///
/// # Errors
/// No head came that a parser accepts; whatever did come is kept.
pub async fn get<S>(stream: S, ask: &Get, response: Duration, body: Duration) -> Result<Answer, NoAnswer>
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let request = request(ask).map_err(|error| (Failure::with_detail(FailureKind::Internal, 0, error), None))?;
    let (stream, record) = Recorded::new(stream);
    let io = TokioIo::new(stream);
    if ask.http2 {
        let mut builder = hyper::client::conn::http2::Builder::new(TokioExecutor::new());
        builder.max_header_list_size(u32::try_from(HEAD_LIMIT).unwrap_or(u32::MAX));
        let started = Instant::now();
        let (mut sender, connection) = match tokio::time::timeout(response, builder.handshake(io)).await {
            Err(_) => return Err((Failure::new(FailureKind::TimedOut, ms_since(started)), None)),
            Ok(Err(error)) => return Err((failure(&error, ms_since(started)), None)),
            Ok(Ok(pair)) => pair,
        };
        exchange(sender.send_request(request), connection, &record, Limits { response, body }, true).await
    } else {
        let mut builder = hyper::client::conn::http1::Builder::new();
        // Names as browsers write them: some firewalls look at that.
        builder.max_buf_size(HEAD_LIMIT).max_headers(HEADERS_LIMIT).title_case_headers(true);
        let (mut sender, connection) = builder.handshake(io).await.map_err(|error| (failure(&error, 0), None))?;
        exchange(sender.send_request(request), connection, &record, Limits { response, body }, false).await
    }
}

struct Limits {
    response: Duration,
    body: Duration,
}

/// Drives request and connection together, so that dropping this future ends both.
async fn exchange<F, C>(answer: F, connection: C, record: &Record, limits: Limits, h2: bool) -> Result<Answer, NoAnswer>
where
    F: Future<Output = hyper::Result<Response<Incoming>>>,
    C: Future<Output = hyper::Result<()>>,
{
    let started = Instant::now();
    let work = async {
        let response = match tokio::time::timeout(limits.response, answer).await {
            Err(_) => return Err(Failure::new(FailureKind::TimedOut, ms_since(started))),
            Ok(Err(error)) => return Err(failure(&error, ms_since(started))),
            Ok(Ok(response)) => response,
        };
        let first_byte = record.first_byte().filter(|_| !h2).unwrap_or_else(Instant::now);
        let first_byte_ms =
            u64::try_from(first_byte.saturating_duration_since(started).as_millis()).unwrap_or(u64::MAX);
        let received_unix_ms = Timestamp::now().as_millisecond();
        let (parts, incoming) = response.into_parts();
        let raw = read_body(incoming, limits.body).await;
        Ok(Collected { parts, raw, first_byte_ms, total_ms: ms_since(started), received_unix_ms })
    };
    let mut work = pin!(work);
    let mut connection = pin!(connection);
    let collected = tokio::select! {
        biased;
        collected = &mut work => collected,
        _ = &mut connection => work.await,
    };
    match collected {
        Ok(collected) => Ok(collected.into_answer(record, h2)),
        Err(failure) => Err((failure, unreadable_head(record, h2))),
    }
}

struct RawBody {
    bytes: Vec<u8>,
    complete: bool,
    truncated: bool,
    failure: Option<Failure>,
}

async fn read_body(mut incoming: Incoming, limit: Duration) -> RawBody {
    let started = Instant::now();
    let mut body = RawBody { bytes: Vec::new(), complete: false, truncated: false, failure: None };
    let deadline = started + limit;
    loop {
        if incoming.is_end_stream() {
            body.complete = true;
            return body;
        }
        match tokio::time::timeout_at(deadline, incoming.frame()).await {
            Err(_) => {
                body.failure = Some(Failure::new(FailureKind::TimedOut, ms_since(started)));
                return body;
            }
            Ok(None) => {
                body.complete = true;
                return body;
            }
            Ok(Some(Err(error))) => {
                body.failure = Some(failure(&error, ms_since(started)));
                return body;
            }
            Ok(Some(Ok(frame))) => {
                if let Some(data) = frame.data_ref() {
                    let room = BODY_KEPT.saturating_sub(body.bytes.len());
                    body.truncated = data.len() > room;
                    body.bytes.extend(data.iter().take(room));
                }
                if body.truncated {
                    return body;
                }
            }
        }
    }
}

struct Collected {
    parts: hyper::http::response::Parts,
    raw: RawBody,
    first_byte_ms: u64,
    total_ms: u64,
    received_unix_ms: i64,
}

impl Collected {
    fn into_answer(self, record: &Record, h2: bool) -> Answer {
        // HTTP/1: as it was written, in order and with the reason phrase. HTTP/2 has neither.
        let head = if h2 { None } else { final_head(&record.bytes()) };
        let (reason, headers) = match head {
            Some(head) => (head.reason, head.headers),
            None => (String::new(), headers_of(&self.parts.headers)),
        };
        let encoding = self.parts.headers.get("content-encoding").map(|value| value.as_bytes()).unwrap_or_default();
        let decoded = decode(&self.raw.bytes, &String::from_utf8_lossy(encoding), self.raw.complete);
        Answer {
            status: self.parts.status.as_u16(),
            reason,
            version: version(self.parts.version).to_owned(),
            headers,
            first_byte_ms: self.first_byte_ms,
            total_ms: self.total_ms,
            body: decoded.text,
            body_bytes: self.raw.bytes.len() as u64,
            truncated: self.raw.truncated || decoded.cut,
            body_failure: self.raw.failure.or(decoded.failure),
            received_unix_ms: self.received_unix_ms,
        }
    }
}

fn request(ask: &Get) -> Result<Request<Empty<Bytes>>, String> {
    let whole = format!("{}://{}{}", ask.scheme, ask.authority, ask.path_and_query);
    let target = if ask.absolute || ask.http2 { whole.as_str() } else { ask.path_and_query.as_str() };
    let mut builder = Request::builder().method("GET").uri(target);
    if !ask.http2 {
        builder = builder.header("Host", &ask.authority);
    }
    builder = builder
        .header("User-Agent", USER_AGENT)
        .header("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")
        .header("Accept-Language", "en");
    builder = builder.header("Accept-Encoding", if ask.compression { "gzip, deflate" } else { "identity" });
    if ask.fresh {
        // What browsers send with a hard reload; `Pragma` is for caches older than HTTP/1.1 (RFC 9111 section 5.4).
        builder = builder.header("Cache-Control", "no-cache").header("Pragma", "no-cache");
    }
    for (name, value) in &ask.headers {
        builder = builder.header(name, value);
    }
    if let Some(cookie) = dummy_cookies(ask.cookie_bytes) {
        builder = builder.header("Cookie", cookie);
    }
    builder.body(Empty::new()).map_err(|error| error.to_string())
}

/// Several cookies below 4 kB each (browsers keep no longer ones, RFC 6265 section 6.1), in one header of this length.
fn dummy_cookies(bytes: usize) -> Option<String> {
    const ONE: usize = 3_900;
    if bytes == 0 {
        return None;
    }
    let mut header = String::with_capacity(bytes);
    let mut number = 0;
    while header.len() < bytes {
        if !header.is_empty() {
            header.push_str("; ");
        }
        let name = format!("gatemend{number}=");
        let room = bytes.saturating_sub(header.len() + name.len()).clamp(1, ONE - name.len());
        header.push_str(&name);
        header.push_str(&"x".repeat(room));
        number += 1;
    }
    Some(header)
}

/// A head as it came over the wire.
#[derive(Debug, PartialEq, Eq)]
pub struct Head {
    pub status: u16,
    pub reason: String,
    pub headers: Vec<(String, String)>,
    /// Bytes up to and including the blank line.
    pub bytes: usize,
}

/// Reads one HTTP/1 head leniently; `None` where there is no status line or no end.
pub fn parse_head(bytes: &[u8]) -> Option<Head> {
    let end = end_of_head(bytes)?;
    let text = String::from_utf8_lossy(bytes.get(..end)?);
    let mut lines = text.lines();
    let status_line = lines.next()?;
    let mut parts = status_line.splitn(3, ' ');
    parts.next().filter(|version| version.starts_with("HTTP/"))?;
    let status = parts.next()?.trim().parse().ok()?;
    let reason = parts.next().unwrap_or_default().trim().to_owned();
    // A folded line belongs to the header above it, which may be a cookie.
    let unfolded = lines.filter(|line| !line.starts_with([' ', '\t']));
    let headers = unfolded.filter_map(|line| line.split_once(':')).take(HEADERS_LIMIT);
    let headers =
        headers.map(|(name, value)| (name.trim().to_owned(), kept_value(name.trim(), value.trim()))).collect();
    Some(Head { status, reason, headers, bytes: end })
}

/// The index behind the blank line: the first one, in either way of writing it (RFC 9112 section 2.2).
pub fn end_of_head(bytes: &[u8]) -> Option<usize> {
    let ends = [find(bytes, b"\r\n\r\n").map(|at| at + 4), find(bytes, b"\n\n").map(|at| at + 2)];
    ends.into_iter().flatten().min()
}

/// The head that counts, behind any 1xx ones (RFC 9110 section 15.2).
fn final_head(bytes: &[u8]) -> Option<Head> {
    let mut rest = bytes;
    loop {
        let head = parse_head(rest)?;
        if head.status >= 200 || head.status == 101 {
            return Some(head);
        }
        rest = rest.get(head.bytes..)?;
    }
}

fn headers_of(headers: &hyper::HeaderMap) -> Vec<(String, String)> {
    let pairs = headers.iter().take(HEADERS_LIMIT);
    pairs
        .map(|(name, value)| (name.to_string(), kept_value(name.as_str(), &String::from_utf8_lossy(value.as_bytes()))))
        .collect()
}

/// Cookies are never kept: of `Set-Cookie` only the name and the length stay.
pub(super) fn kept_value(name: &str, value: &str) -> String {
    if is_about_cookies(name) {
        // A cookie without "=" is all value (RFC 6265bis section 5.6).
        let pair = value.split(';').next().unwrap_or_default();
        let cookie = pair.split_once('=').map_or("", |(cookie, _)| cookie.trim());
        return format!("{cookie}=… ({} bytes)", value.len());
    }
    if value.len() <= VALUE_KEPT {
        return value.to_owned();
    }
    value.chars().take(VALUE_KEPT).chain(['…']).collect()
}

fn is_about_cookies(name: &str) -> bool {
    ["set-cookie", "set-cookie2", "cookie"].iter().any(|one| name.eq_ignore_ascii_case(one))
}

fn unreadable_head(record: &Record, h2: bool) -> Option<String> {
    let bytes = record.bytes();
    let kept = String::from_utf8_lossy(bytes.get(..2_048).unwrap_or(&bytes));
    (!h2 && !bytes.is_empty()).then(|| without_cookies(&kept))
}

/// A head that no parser accepts, line by line, without the values of its cookies.
fn without_cookies(head: &str) -> String {
    let mut kept = String::with_capacity(head.len());
    let mut in_cookie = false;
    for line in head.split_inclusive('\n') {
        let text = line.trim_end_matches(['\r', '\n']);
        let folded = text.starts_with([' ', '\t']);
        if folded && in_cookie {
            continue;
        }
        match text.split_once(':').filter(|(name, _)| is_about_cookies(name.trim())) {
            Some((name, value)) => {
                kept.push_str(&format!(
                    "{name}: {}{}",
                    kept_value(name.trim(), value.trim()),
                    line.get(text.len()..).unwrap_or_default()
                ));
                in_cookie = true;
            }
            None => {
                kept.push_str(line);
                in_cookie = false;
            }
        }
    }
    kept
}

fn find(bytes: &[u8], needle: &[u8]) -> Option<usize> {
    bytes.windows(needle.len()).position(|window| window == needle)
}

fn version(version: Version) -> &'static str {
    match version {
        Version::HTTP_09 => "HTTP/0.9",
        Version::HTTP_10 => "HTTP/1.0",
        Version::HTTP_2 => "HTTP/2",
        _ => "HTTP/1.1",
    }
}

fn ms_since(started: Instant) -> u64 {
    u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX)
}

fn failure(error: &hyper::Error, after_ms: u64) -> Failure {
    let detail = in_full(error);
    if let Some(io) = io_error(error) {
        let failure = Failure { detail, ..Failure::from_io(io, after_ms) };
        // Words of the libraries, not of the system: a chunk that is none, and an end in order in the midst of HTTP/2.
        let kind = match (io.raw_os_error(), io.kind()) {
            (None, std::io::ErrorKind::InvalidInput) => FailureKind::Protocol,
            (None, std::io::ErrorKind::BrokenPipe) => FailureKind::Closed,
            _ => failure.kind,
        };
        return Failure { kind, ..failure };
    }
    let kind = match () {
        () if error.is_parse() && detail.contains("too large") => FailureKind::TooLarge,
        () if error.is_parse() || error.is_parse_status() => FailureKind::Protocol,
        () if error.is_incomplete_message() || error.is_closed() || error.is_canceled() => FailureKind::Closed,
        () => FailureKind::Protocol,
    };
    Failure::with_detail(kind, after_ms, detail)
}

fn io_error(error: &hyper::Error) -> Option<&std::io::Error> {
    let mut source = std::error::Error::source(error);
    while let Some(error) = source {
        if let Some(io) = error.downcast_ref() {
            return Some(io);
        }
        source = error.source();
    }
    None
}

fn in_full(error: &hyper::Error) -> String {
    let mut text = error.to_string();
    let mut source = std::error::Error::source(error);
    while let Some(error) = source {
        text = format!("{text}: {error}");
        source = error.source();
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_head_that_counts_comes_after_early_hints() {
        let raw =
            b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 502 Origin went away\r\nServer: x\r\n\r\nbody";
        let head = final_head(raw).unwrap();
        assert_eq!((head.status, head.reason.as_str()), (502, "Origin went away"));
        assert_eq!(head.headers, [("Server".to_owned(), "x".to_owned())]);
    }

    #[test]
    fn garbage_is_no_head() {
        assert_eq!(parse_head(b"\x16\x03\x01\x02\r\n\r\n"), None);
        assert_eq!(parse_head(b"HTTP/1.1 200 OK\r\nNever: ends"), None);
    }

    #[test]
    fn cookies_are_never_kept() {
        let head = parse_head(b"HTTP/1.1 200 OK\r\nSet-Cookie: session=s3cr3t; Path=/\r\n\r\n").unwrap();
        assert_eq!(head.headers[0].1, "session=… (22 bytes)");
    }

    #[test]
    fn dummy_cookies_have_the_length_asked_for_and_stay_small_each() {
        for bytes in [1_000, 4_000, 8_192, 16_384] {
            let header = dummy_cookies(bytes).unwrap();
            assert!(header.len().abs_diff(bytes) <= 16, "{} for {bytes}", header.len());
            assert!(header.split("; ").all(|cookie| cookie.len() < 4_096));
        }
        assert_eq!(dummy_cookies(0), None);
    }
}
