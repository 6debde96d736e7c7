//! HTTP/1 servers that mean harm: whatever they send, a visit ends in its time, keeps little, and says what it saw.

use std::io::Write;
use std::time::{Duration, Instant};

use gatemend::model::FailureKind;
use gatemend::model::visit::VisitTrace;

use super::server::{Link, Server, page};
use super::{SLACK, answer, http_failure, memory_kib, net, plain, visit};

/// What a test of a flood lets the whole process grow by, in KiB: other tests run beside it. A flood brings gigabytes.
pub const GROWTH_KIB: u64 = 160 * 1024;

/// What a visit shows of a server that says this first and then that, again and again, for as long as it is heard.
async fn flooded(first: &'static str, again: Vec<u8>) -> VisitTrace {
    let server = Server::http(move |mut link: Link| {
        let again = again.clone();
        async move {
            link.head().await;
            link.say(first).await;
            while link.say(&again).await {}
        }
    });
    let mut request = plain(server.ip_port);
    request.limits.response = Duration::from_millis(1_500);
    request.limits.body = Duration::from_millis(1_500);
    let (before, started) = (memory_kib(), Instant::now());
    let trace = visit(&net(&[]), &request).await;
    assert!(started.elapsed() < Duration::from_millis(3_000) + SLACK, "{:?}", started.elapsed());
    assert!(memory_kib().saturating_sub(before) < GROWTH_KIB, "{before} KiB before, {} after", memory_kib());
    trace
}

const OK_CHUNKED: &str = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";

#[tokio::test]
async fn interim_answers_without_end_are_no_answer() {
    let trace = flooded("", "HTTP/1.1 103 Early Hints\r\nLink: </a.css>; rel=preload\r\n\r\n".repeat(50).into()).await;
    assert_eq!(http_failure(&trace), FailureKind::TimedOut);
}

#[tokio::test]
async fn a_head_without_a_line_end_is_too_large() {
    let trace = flooded("HTTP/1.1 200 ", vec![b'x'; 64 * 1024]).await;
    assert_eq!(http_failure(&trace), FailureKind::TooLarge);
    assert!(trace.raw_head.is_some_and(|head| head.len() <= 4_096));
}

#[tokio::test]
async fn a_hundred_thousand_headers_are_too_many() {
    let trace = flooded("HTTP/1.1 200 OK\r\n", "a: 1\r\n".repeat(100_000).into()).await;
    assert_eq!(http_failure(&trace), FailureKind::TooLarge);
}

#[tokio::test]
async fn chunks_without_end_end_with_the_bound_or_with_the_time() {
    let trace = flooded(OK_CHUNKED, "1\r\nx\r\n".repeat(2_000).into()).await;
    let answer = answer(&trace);
    let late = answer.body_failure.as_ref().is_some_and(|failure| failure.kind == FailureKind::TimedOut);
    assert!(late || answer.truncated && answer.body.len() == 64 * 1024, "{} bytes", answer.body.len());
    assert!(answer.body.len() <= 64 * 1024);
}

#[tokio::test]
async fn the_extension_of_a_chunk_and_trailers_do_not_go_on_for_ever() {
    let extension = flooded("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1;", vec![b'x'; 8 * 1024]).await;
    assert!(answer(&extension).body_failure.is_some(), "{extension:?}");
    let first = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n";
    let trailers = flooded(first, "X-Trailer: x\r\n".repeat(500).into()).await;
    assert!(answer(&trailers).body_failure.is_some(), "{trailers:?}");
}

#[tokio::test]
async fn sizes_that_no_number_holds_are_a_protocol_failure() {
    for size in ["ffffffffffffffff1", "-1", "+5", "0x5", "\u{665}"] {
        let text = format!("{OK_CHUNKED}{size}\r\nhello\r\n0\r\n\r\n");
        let server = Server::http(move |link| link.answer(text.clone()));
        let trace = visit(&net(&[]), &plain(server.ip_port)).await;
        assert!(answer(&trace).body_failure.is_some(), "{size}: {trace:?}");
    }
    for length in ["99999999999999999999999", "-1", "5, 6", "x"] {
        let text = format!("HTTP/1.1 200 OK\r\nContent-Length: {length}\r\n\r\nhello");
        let server = Server::http(move |link| link.answer(text.clone()));
        let trace = visit(&net(&[]), &plain(server.ip_port)).await;
        assert_eq!(http_failure(&trace), FailureKind::Protocol, "{length}");
    }
}

fn encoded(coding: &str, body: &[u8]) -> Vec<u8> {
    let head = format!("HTTP/1.1 200 OK\r\nContent-Encoding: {coding}\r\nContent-Length: {}\r\n\r\n", body.len());
    [head.as_bytes(), body].concat()
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

fn deflate(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

#[tokio::test]
async fn bombs_of_every_coding_yield_64_kib_and_codings_within_codings_are_told() {
    let large = vec![b'a'; 1_000_000];
    // Many small members, each of them packed well.
    let members = gzip(&large[..100_000]).repeat(40);
    for (coding, body) in [("deflate", deflate(&large)), ("gzip", members), ("x-gzip", gzip(&large))] {
        let said = encoded(coding, &body);
        let server = Server::http(move |link| link.answer(said.clone()));
        let trace = visit(&net(&[]), &plain(server.ip_port)).await;
        let answer = answer(&trace);
        assert!(answer.truncated && answer.body.len() == 64 * 1024, "{coding}: {}", answer.body.len());
    }
    for coding in ["gzip, gzip", "gzip,gzip,gzip,gzip", "br", "zstd, gzip"] {
        let said = encoded(coding, &gzip(&gzip(&large)));
        let server = Server::http(move |link| link.answer(said.clone()));
        let trace = visit(&net(&[]), &plain(server.ip_port)).await;
        let answer = answer(&trace);
        let failure = answer.body_failure.as_ref().expect("it is told");
        assert_eq!(failure.kind, FailureKind::Protocol, "{coding}");
        assert!(answer.body.is_empty() && failure.detail.contains(coding), "{failure:?}");
    }
}

#[tokio::test]
async fn an_answer_before_the_question_is_taken_for_what_it_is() {
    let server = Server::tcp(|mut stream, heard| async move {
        use tokio::io::AsyncWriteExt;
        let _ = stream.write_all(page("502 Bad Gateway", "Server: early\r\n", "x").as_bytes()).await;
        Link::new(stream, heard).hold().await;
    });
    let trace = visit(&net(&[]), &plain(server.ip_port)).await;
    // Either the bytes are an answer, or they are told as what they are; never silence.
    let seen = trace.http.seen().map(|answer| answer.status);
    assert!(seen == Some(502) || trace.http.failed().is_some(), "{trace:?}");
}
