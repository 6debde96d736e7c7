//! HTTP/2: a good server, and frames that end it.

use std::convert::Infallible;

use gatemend::model::FailureKind;
use gatemend::model::visit::VisitTrace;
use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use hyper::service::service_fn;
use hyper::{Request, Response};
use hyper_util::rt::{TokioExecutor, TokioIo};
use tokio::io::AsyncReadExt;

use super::certificates::{Authority, leaf};
use super::server::{Heard, Link, Server};
use super::{answer, http_failure, net, request, visit};

const HOST: &str = "shop.test";

/// Frame types (RFC 9113 section 6).
const HEADERS: u8 = 1;
const RST_STREAM: u8 = 3;
const SETTINGS: u8 = 4;
const GOAWAY: u8 = 7;

fn frame(kind: u8, stream: u32, payload: &[u8]) -> Vec<u8> {
    let length = u32::try_from(payload.len()).unwrap().to_be_bytes();
    [&length[1..], &[kind, 0], &stream.to_be_bytes(), payload].concat()
}

/// Reads the preface and frames up to the request's.
async fn request_frame(link: &mut Link) {
    let mut preface = [0; 24];
    link.stream.read_exact(&mut preface).await.unwrap();
    loop {
        let mut head = [0; 9];
        link.stream.read_exact(&mut head).await.unwrap();
        let mut payload = vec![0; usize::from(u16::from_be_bytes([head[1], head[2]]))];
        link.stream.read_exact(&mut payload).await.unwrap();
        if head[3] == HEADERS {
            return;
        }
    }
}

/// What a visit shows of a server that chooses h2 and answers the request with these bytes.
async fn said(bytes: Vec<u8>) -> VisitTrace {
    let authority = Authority::new("Test root");
    let server = Server::https(&authority.issues(&leaf(&[HOST])), &["h2"], move |mut link: Link| {
        let bytes = bytes.clone();
        async move {
            link.say(frame(SETTINGS, 0, &[])).await;
            request_frame(&mut link).await;
            link.say(bytes).await;
            link.hold().await;
        }
    });
    visit(&net(&[&authority]), &request(&format!("https://{HOST}:{}/", server.ip_port.port()), server.ip_port)).await
}

async fn echo(request: Request<Incoming>, heard: Heard) -> Result<Response<Full<Bytes>>, Infallible> {
    heard.note(format!("{} {} {:?}", request.method(), request.uri(), request.headers().get("x-api-key")));
    let response = Response::builder().status(502).header("server", "h2test").header("set-cookie", "sid=s3cr3t");
    Ok(response.body(Full::new(Bytes::from_static(b"gone"))).unwrap())
}

#[tokio::test]
async fn a_good_server_is_asked_over_http2() {
    let authority = Authority::new("Test root");
    let server = Server::https(&authority.issues(&leaf(&[HOST])), &["h2", "http/1.1"], |link: Link| async move {
        let heard = link.heard.clone();
        let service = service_fn(move |request| echo(request, heard.clone()));
        let builder = hyper::server::conn::http2::Builder::new(TokioExecutor::new());
        let _ = builder.serve_connection(TokioIo::new(link.stream), service).await;
    });
    let port = server.ip_port.port();
    let mut request = request(&format!("https://{HOST}:{port}/a?b=c"), server.ip_port);
    request.headers = vec![("X-Api-Key".to_owned(), "k".to_owned())];
    let trace = visit(&net(&[&authority]), &request).await;
    assert_eq!(trace.tls.seen().unwrap().alpn.as_deref(), Some("h2"));
    let answer = answer(&trace);
    assert_eq!((answer.status, answer.version.as_str(), answer.body.as_str()), (502, "HTTP/2", "gone"));
    assert_eq!((answer.reason.as_str(), answer.header("server")), ("", Some("h2test")));
    assert!(!format!("{trace:?}").contains("s3cr3t"));
    assert_eq!(server.heard.all(), [format!("GET https://{HOST}:{port}/a?b=c Some(\"k\")")]);
}

#[tokio::test]
async fn goaway_names_its_reason() {
    // Last stream 0, error code 11: ENHANCE_YOUR_CALM (RFC 9113 section 7).
    let trace = said(frame(GOAWAY, 0, &[0, 0, 0, 0, 0, 0, 0, 11])).await;
    let failure = trace.http.failed().unwrap();
    assert_eq!(failure.kind, FailureKind::Protocol, "{failure:?}");
    assert!(failure.detail.contains("connection error received: detected excessive load"), "{failure:?}");
}

#[tokio::test]
async fn a_reset_stream_is_a_protocol_failure() {
    // Error code 2: INTERNAL_ERROR.
    let trace = said(frame(RST_STREAM, 1, &[0, 0, 0, 2])).await;
    let failure = trace.http.failed().unwrap();
    assert_eq!(failure.kind, FailureKind::Protocol);
    assert!(failure.detail.contains("internal error"), "{failure:?}");
}

#[tokio::test]
async fn frames_that_are_none_are_a_protocol_failure() {
    assert_eq!(
        http_failure(&said(b"HTTP/1.1 400 Bad Request\r\n\r\nyou are not welcome".to_vec()).await),
        FailureKind::Protocol
    );
    assert_eq!(http_failure(&said(frame(HEADERS, 1, &[0xff; 64])).await), FailureKind::Protocol);
}

#[tokio::test]
async fn a_server_that_hangs_up_after_choosing_h2_is_closed() {
    let authority = Authority::new("Test root");
    let server = Server::https(&authority.issues(&leaf(&[HOST])), &["h2"], |mut link: Link| async move {
        link.say(frame(SETTINGS, 0, &[])).await;
        request_frame(&mut link).await;
        let _ = tokio::io::AsyncWriteExt::shutdown(&mut link.stream).await;
        link.hold().await;
    });
    let url = format!("https://{HOST}:{}/", server.ip_port.port());
    let trace = visit(&net(&[&authority]), &request(&url, server.ip_port)).await;
    assert_eq!(http_failure(&trace), FailureKind::Closed, "{trace:?}");
}
