//! HTTP/1: answers that are late, endless, broken or strange.

use std::io::Write;
use std::time::{Duration, Instant};

use gatemend::model::visit::VisitTrace;
use gatemend::model::{FailureKind, Known};
use gatemend::probe::outside::VisitRequest;
use socket2::SockRef;
use tokio::io::AsyncReadExt;

use super::server::{Link, Server, page};
use super::{answer, http_failure, net, plain, visit};

/// What a visit shows of a server that reads the request and says these bytes.
async fn said(bytes: impl AsRef<[u8]> + Clone + Send + Sync + 'static) -> VisitTrace {
    let server = Server::http(move |link| {
        let bytes = bytes.clone();
        async move { link.answer(bytes).await }
    });
    visit(&net(&[]), &plain(server.ip_port)).await
}

/// A port on which nobody listens.
fn closed_port() -> std::net::SocketAddr {
    std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap()
}

#[tokio::test]
async fn a_closed_port_refuses() {
    let trace = visit(&net(&[]), &plain(closed_port())).await;
    let failure = trace.tcp.failed().unwrap();
    assert_eq!(failure.kind, FailureKind::Refused);
    assert!(failure.os_code.is_some());
    assert!(matches!((&trace.tls, &trace.http), (Known::NotTried(_), Known::NotTried(_))));
}

#[tokio::test]
async fn a_reset_after_the_request_is_a_reset() {
    let server = Server::tcp(|mut stream, _| async move {
        let _ = stream.read(&mut [0; 1]).await;
        SockRef::from(&stream).set_linger(Some(Duration::ZERO)).unwrap();
    });
    let trace = visit(&net(&[]), &plain(server.ip_port)).await;
    assert!(trace.tcp.seen().is_some());
    assert_eq!(http_failure(&trace), FailureKind::Reset);
    assert_eq!(trace.raw_head, None);
}

#[tokio::test]
async fn hanging_up_before_any_byte_is_closed() {
    let server = Server::http(|mut link| async move {
        link.head().await;
    });
    let trace = visit(&net(&[]), &plain(server.ip_port)).await;
    assert_eq!(http_failure(&trace), FailureKind::Closed);
}

#[tokio::test]
async fn hanging_up_in_the_middle_of_the_head_is_closed_and_the_half_is_kept() {
    let trace = said("HTTP/1.1 502 Bad Gateway\r\nServer: half").await;
    assert_eq!(http_failure(&trace), FailureKind::Closed);
    assert_eq!(trace.raw_head.as_deref(), Some("HTTP/1.1 502 Bad Gateway\r\nServer: half"));
}

#[tokio::test]
async fn a_silent_server_is_waited_for_as_long_as_the_limit_says() {
    let server = Server::http(Link::hold);
    let mut request = plain(server.ip_port);
    request.limits.response = Duration::from_millis(300);
    let started = Instant::now();
    let trace = visit(&net(&[]), &request).await;
    let failure = trace.http.failed().unwrap();
    assert_eq!(failure.kind, FailureKind::TimedOut);
    assert!(failure.after_ms >= 300, "{failure:?}");
    assert!(started.elapsed() < Duration::from_millis(300) + super::SLACK);
}

#[tokio::test]
async fn a_head_that_comes_byte_by_byte_does_not_stretch_the_limit() {
    let server = Server::http(|mut link| async move {
        link.head().await;
        for byte in page("200 OK", &"X-Slow: 1\r\n".repeat(1_000), "").bytes() {
            tokio::time::sleep(Duration::from_millis(20)).await;
            if !link.say([byte]).await {
                return;
            }
        }
    });
    let mut request = plain(server.ip_port);
    request.limits.response = Duration::from_millis(400);
    let trace = visit(&net(&[]), &request).await;
    assert_eq!(http_failure(&trace), FailureKind::TimedOut);
    assert!(trace.raw_head.is_some_and(|head| head.starts_with("HTTP/1.1 2")));
}

#[tokio::test]
async fn an_endless_head_is_given_up() {
    let server = Server::http(|mut link| async move {
        link.head().await;
        link.say("HTTP/1.1 200 OK\r\n").await;
        while link.say(format!("X-More: {}\r\n", "x".repeat(200))).await {}
    });
    let trace = visit(&net(&[]), &plain(server.ip_port)).await;
    assert_eq!(http_failure(&trace), FailureKind::TooLarge);
    assert!(trace.raw_head.is_some_and(|head| head.len() <= 4_096));
}

#[tokio::test]
async fn a_header_of_a_mebibyte_is_too_large() {
    let trace = said(page("200 OK", &format!("X-Giant: {}\r\n", "x".repeat(1024 * 1024)), "")).await;
    assert_eq!(http_failure(&trace), FailureKind::TooLarge);
}

#[tokio::test]
async fn a_head_of_many_headers_is_too_large() {
    let trace = said(page("200 OK", &"X-Many: 1\r\n".repeat(5_000), "")).await;
    assert_eq!(http_failure(&trace), FailureKind::TooLarge);
}

#[tokio::test]
async fn a_large_head_within_the_limit_is_read() {
    let trace = said(page("200 OK", &format!("X-Large: {}\r\n", "x".repeat(100 * 1024)), "body")).await;
    let answer = answer(&trace);
    assert_eq!((answer.status, answer.body.as_str()), (200, "body"));
    assert!(answer.header("x-large").unwrap().len() <= 4 * 1024 + 3);
}

#[tokio::test]
async fn an_endless_body_is_cut_at_64_kib() {
    let server = Server::http(|mut link| async move {
        link.head().await;
        link.say("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n").await;
        while link.say(vec![b'x'; 16 * 1024]).await {}
    });
    let mut request = plain(server.ip_port);
    request.limits.body = Duration::from_secs(60);
    let started = Instant::now();
    let trace = visit(&net(&[]), &request).await;
    let answer = answer(&trace);
    assert_eq!(answer.body.len(), 64 * 1024);
    assert!(answer.truncated && answer.body_failure.is_none());
    assert!(started.elapsed() < super::SLACK);
}

#[tokio::test]
async fn a_body_that_trickles_ends_with_the_limit() {
    let server = Server::http(|mut link| async move {
        link.head().await;
        link.say("HTTP/1.1 200 OK\r\n\r\n").await;
        while link.say("x").await {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    });
    let mut request = plain(server.ip_port);
    request.limits.body = Duration::from_millis(300);
    let trace = visit(&net(&[]), &request).await;
    assert_eq!(answer(&trace).body_failure.as_ref().unwrap().kind, FailureKind::TimedOut);
    assert!(!answer(&trace).body.is_empty());
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

fn gzipped(body: &[u8]) -> Vec<u8> {
    let head = format!("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: {}\r\n\r\n", body.len());
    [head.as_bytes(), body].concat()
}

#[tokio::test]
async fn a_compressed_bomb_yields_64_kib() {
    let trace = said(gzipped(&gzip(&vec![b'a'; 30_000_000]))).await;
    let answer = answer(&trace);
    assert_eq!(answer.body.len(), 64 * 1024);
    assert!(answer.truncated && answer.body_failure.is_none());
}

#[tokio::test]
async fn compression_is_undone_and_a_break_in_it_is_told() {
    let trace = said(gzipped(&gzip(b"hello"))).await;
    assert_eq!(answer(&trace).body, "hello");
    let mut broken = gzip(&b"hello, hello, hello".repeat(50));
    broken.truncate(broken.len() - 12);
    let trace = said(gzipped(&broken)).await;
    assert_eq!(answer(&trace).body_failure.as_ref().unwrap().kind, FailureKind::Protocol);
    let trace = said(gzipped(b"this was never compressed")).await;
    assert_eq!(answer(&trace).body_failure.as_ref().unwrap().kind, FailureKind::Protocol);
}

#[tokio::test]
async fn a_body_shorter_than_announced_is_closed() {
    let trace = said("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nonly this").await;
    let answer = answer(&trace);
    assert_eq!((answer.status, answer.body.as_str()), (200, "only this"));
    assert_eq!(answer.body_failure.as_ref().unwrap().kind, FailureKind::Closed);
}

#[tokio::test]
async fn a_chunked_body_that_stops_is_closed_and_a_bad_chunk_is_no_protocol() {
    let trace = said("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n").await;
    assert_eq!(answer(&trace).body, "hello");
    assert_eq!(answer(&trace).body_failure.as_ref().unwrap().kind, FailureKind::Closed);
    let trace = said("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nhello\r\n").await;
    assert_eq!(answer(&trace).body_failure.as_ref().unwrap().kind, FailureKind::Protocol);
}

#[tokio::test]
async fn a_reset_in_the_body_is_a_reset() {
    let server = Server::tcp(|mut stream, _| async move {
        use tokio::io::AsyncWriteExt;
        let _ = stream.read(&mut [0; 4096]).await;
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nonly").await;
        // The bytes must be out before the reset throws them away.
        tokio::time::sleep(Duration::from_millis(150)).await;
        SockRef::from(&stream).set_linger(Some(Duration::ZERO)).unwrap();
    });
    let trace = visit(&net(&[]), &plain(server.ip_port)).await;
    assert_eq!(answer(&trace).body_failure.as_ref().unwrap().kind, FailureKind::Reset);
}

#[tokio::test]
async fn what_is_no_http_is_kept_as_it_came() {
    for garbage in ["SSH-2.0-OpenSSH_9.9\r\n", "<html>no head at all</html>", "\u{0}\u{1}\u{2} nonsense\r\n\r\n"] {
        let trace = said(garbage).await;
        assert_eq!(http_failure(&trace), FailureKind::Protocol, "{garbage:?}");
        assert_eq!(trace.raw_head.as_deref(), Some(garbage));
    }
    let trace = said("HTTP/1.1 9999 What\r\n\r\n").await;
    assert_eq!(http_failure(&trace), FailureKind::Protocol);
}

#[tokio::test]
async fn http_1_0_is_understood() {
    let trace = said("HTTP/1.0 200 OK\r\nServer: old\r\n\r\nto the end").await;
    let answer = answer(&trace);
    assert_eq!((answer.version.as_str(), answer.body.as_str()), ("HTTP/1.0", "to the end"));
    assert!(answer.body_failure.is_none());
}

#[tokio::test]
async fn interim_heads_are_passed_over() {
    let interim = "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n";
    let trace = said(format!("{interim}{}", page("502 Nobody Home", "Server: b\r\n", "gone"))).await;
    let answer = answer(&trace);
    assert_eq!((answer.status, answer.reason.as_str(), answer.body.as_str()), (502, "Nobody Home", "gone"));
    assert_eq!(answer.header("link"), None);
}

#[tokio::test]
async fn reason_and_order_of_the_headers_are_kept() {
    let trace = said(page("418 I'm  a Teapot", "Zebra: 1\r\nApple: 2\r\nzebra: 3\r\n", "")).await;
    let answer = answer(&trace);
    assert_eq!(answer.reason, "I'm  a Teapot");
    let names: Vec<&str> = answer.headers.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["Zebra", "Apple", "zebra", "Content-Length", "Connection"]);
}

#[tokio::test]
async fn a_head_with_bare_line_feeds_does_not_reach_into_the_body() {
    let trace = said("HTTP/1.1 200 OK\nServer: lf\nContent-Length: 22\n\nNot-A-Header: 1\r\n\r\nend").await;
    let names: Vec<&str> = answer(&trace).headers.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["Server", "Content-Length"]);
}

#[tokio::test]
async fn values_of_cookies_are_never_kept() {
    let cookies = "Set-Cookie: sid=s3cr3t; Path=/\r\nset-cookie: s3cr3t\r\nSET-COOKIE: s3cr3t; Secure\r\n\
                   Set-Cookie: =s3cr3t\r\nSet-Cookie2: a=s3cr3t\r\n";
    let trace = said(page("200 OK", cookies, "")).await;
    let text = format!("{trace:?}");
    assert!(!text.contains("s3cr3t"), "{text}");
    assert!(answer(&trace).header("set-cookie").unwrap().starts_with("sid=…"));
}

#[tokio::test]
async fn values_of_cookies_are_not_kept_in_a_head_that_cannot_be_read_either() {
    for head in [
        "HTTP/1.1 9999 What\r\nSet-Cookie: sid=s3cr3t; Path=/\r\n\r\n",
        "HTTP/1.1 200 OK\r\nset-cookie: sid=s3cr3t; Path=/\r\nX-Half",
        "HTTP/1.1 200 OK\r\nSet-Cookie: sid=abc;\r\n s3cr3t: folded\r\n\r\n",
        "HTTP/1.1 200 OK\nSet-Cookie : s3cr3t\n\n",
    ] {
        let trace = said(head).await;
        let text = format!("{trace:?}");
        assert!(trace.raw_head.is_some(), "{text}");
        assert!(!text.contains("s3cr3t"), "{text}");
    }
}

#[tokio::test]
async fn control_characters_in_headers_do_no_harm() {
    let trace = said(page("502 Bad\u{1b}[2J", "X-Evil: \u{1b}]0;title\u{7}\r\n", "\u{1b}[31mred")).await;
    // Whether the parser takes it or not: nothing hangs, and what came is there to be judged.
    assert!(trace.http.seen().is_some() || trace.raw_head.is_some());
}

#[tokio::test]
async fn ipv6_works_as_well_where_this_device_has_it() {
    let server = Server::at("[::1]:0", |stream, heard| Link::new(stream, heard).answer(page("200 OK", "", "six")));
    let Some(server) = server else { return };
    let trace = visit(&net(&[]), &plain(server.ip_port)).await;
    assert_eq!(answer(&trace).body, "six");
    assert!(server.heard.all()[0].contains(&format!("Host: {}\r\n", server.ip_port)), "{:?}", server.heard.all());
}

#[tokio::test]
async fn a_dropped_visit_leaves_what_it_has_seen() {
    use gatemend::probe::outside::Net;
    let server = Server::http(Link::hold);
    let mut trace = VisitTrace::default();
    let net = net(&[]);
    let request = plain(server.ip_port);
    let broken_off = tokio::time::timeout(Duration::from_millis(300), net.visit(&request, &mut trace)).await;
    assert!(broken_off.is_err() && trace.tcp.seen().is_some() && !trace.http.tried());
}

#[tokio::test]
async fn caches_are_asked_not_to_answer_themselves_only_where_that_is_wanted() {
    for fresh in [true, false] {
        let server = Server::http(|link| link.answer(page("200 OK", "", "")));
        visit(&net(&[]), &VisitRequest { fresh, ..plain(server.ip_port) }).await;
        let head = server.heard.all().concat().to_ascii_lowercase();
        assert!(head.starts_with("get / "), "{head}");
        assert_eq!(head.contains("\r\ncache-control: no-cache\r\n"), fresh, "{head}");
    }
}
