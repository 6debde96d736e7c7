//! HTTP/2 servers that mean harm: floods of frames of every kind end in their time, and memory stays small.

use std::time::{Duration, Instant};

use gatemend::model::visit::VisitTrace;
use tokio::io::AsyncReadExt;

use super::certificates::{Authority, leaf};
use super::hostile_http::GROWTH_KIB;
use super::server::{Link, Server};
use super::{SLACK, memory_kib, net, request, visit};

const HOST: &str = "shop.test";

/// Frame types and flags (RFC 9113 section 6).
const DATA: u8 = 0;
const HEADERS: u8 = 1;
const RST_STREAM: u8 = 3;
const SETTINGS: u8 = 4;
const PUSH_PROMISE: u8 = 5;
const PING: u8 = 6;
const WINDOW_UPDATE: u8 = 8;
const CONTINUATION: u8 = 9;
const END_HEADERS: u8 = 4;

fn frame(kind: u8, flags: u8, stream: u32, payload: &[u8]) -> Vec<u8> {
    let length = u32::try_from(payload.len()).unwrap().to_be_bytes();
    [&length[1..], &[kind, flags], &stream.to_be_bytes(), payload].concat()
}

/// `:status: 200` of the static table (RFC 7541 appendix A).
const STATUS_200: u8 = 0x88;

/// A visit of a server that chooses h2, says this after the request, and then that for as long as it is heard.
async fn flooded(first: Vec<u8>, again: Vec<u8>) -> VisitTrace {
    let authority = Authority::new("Test root");
    let server = Server::https(&authority.issues(&leaf(&[HOST])), &["h2"], move |mut link: Link| {
        let (first, again) = (first.clone(), again.clone());
        async move {
            link.say(frame(SETTINGS, 0, 0, &[])).await;
            let mut preface = [0; 64];
            let _ = link.stream.read(&mut preface).await;
            tokio::time::sleep(Duration::from_millis(50)).await;
            link.say(&first).await;
            // What the client says is not read: its answers to the flood must not pile up either.
            while link.say(&again).await {}
        }
    });
    let url = format!("https://{HOST}:{}/", server.ip_port.port());
    let mut request = request(&url, server.ip_port);
    request.limits.response = Duration::from_millis(1_500);
    request.limits.body = Duration::from_millis(1_500);
    let (before, started) = (memory_kib(), Instant::now());
    let trace = visit(&net(&[&authority]), &request).await;
    assert!(started.elapsed() < Duration::from_millis(6_000) + SLACK, "{:?}", started.elapsed());
    assert!(memory_kib().saturating_sub(before) < GROWTH_KIB, "{before} KiB before, {} after", memory_kib());
    trace
}

#[tokio::test]
async fn floods_of_frames_before_an_answer_bring_no_answer() {
    let open_head = frame(HEADERS, 0, 1, &[STATUS_200]);
    for (what, first, again) in [
        ("settings", vec![], frame(SETTINGS, 0, 0, &[0, 3, 0, 0, 0, 100]).repeat(500)),
        ("pings", vec![], frame(PING, 0, 0, &[7; 8]).repeat(500)),
        ("window updates", vec![], frame(WINDOW_UPDATE, 0, 0, &[0, 0, 0, 1]).repeat(500)),
        ("resets of streams that are not there", vec![], frame(RST_STREAM, 0, 3, &[0, 0, 0, 8]).repeat(500)),
        ("continuations", open_head, frame(CONTINUATION, 0, 1, &[0x0f, 0x2f, 1, b'x']).repeat(500)),
        ("a frame of 16 MiB", vec![], [&[0xff, 0xff, 0xff, DATA, 0, 0, 0, 0, 1][..], &[0; 65_536]].concat()),
        ("promises", vec![], frame(PUSH_PROMISE, END_HEADERS, 1, &[0, 0, 0, 2, 0x82]).repeat(500)),
        ("kinds that nobody has defined", vec![], frame(0xbe, 0, 0, &[1; 1_000]).repeat(100)),
    ] {
        let trace = flooded(first, again).await;
        assert!(trace.tls.seen().is_some(), "{what}: {trace:?}");
        assert!(trace.http.failed().is_some(), "{what}: {trace:?}");
    }
}

#[tokio::test]
async fn a_head_that_unpacks_to_megabytes_is_refused() {
    // One header of 4,000 bytes goes into the table, and is then named by one byte again and again (RFC 7541 section 6).
    let mut value = vec![0x40, 1, b'a', 0x7f, 0xa1, 0x1e];
    value.extend(vec![b'x'; 4_000]);
    let bomb = [&[STATUS_200][..], &value, &[0xbe; 12_000]].concat();
    let trace = flooded(frame(HEADERS, END_HEADERS, 1, &bomb), frame(PING, 0, 0, &[7; 8])).await;
    let kept: usize = trace.http.seen().map_or(0, |answer| answer.headers.iter().map(|(_, value)| value.len()).sum());
    assert!(kept < 1_300_000, "{kept} bytes of headers are kept");
}

#[tokio::test]
async fn a_body_of_empty_frames_ends_with_its_limit() {
    let trace = flooded(frame(HEADERS, END_HEADERS, 1, &[STATUS_200]), frame(DATA, 0, 1, &[]).repeat(500)).await;
    let told = trace.http.failed().is_some() || trace.http.seen().is_some_and(|answer| answer.body_failure.is_some());
    assert!(told, "{trace:?}");
}
