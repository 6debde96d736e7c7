//! Through an http proxy: CONNECT for https, the whole address for http.

use std::time::Duration;

use gatemend::model::device::ProxyAddress;
use gatemend::model::{FailureKind, Known};
use gatemend::probe::outside::VisitRequest;
use tokio::io::{AsyncReadExt, AsyncWriteExt, copy_bidirectional};
use tokio::net::TcpStream;

use super::certificates::{Authority, leaf};
use super::server::{Link, Server, page};
use super::{answer, http_failure, net, request, visit};

fn through(proxy: &Server, url: &str) -> VisitRequest {
    let address = ProxyAddress { host: "127.0.0.1".to_owned(), port: proxy.ip_port.port() };
    VisitRequest { through: Some(address), ..request(url, proxy.ip_port) }
}

/// A proxy that answers CONNECT with this and then keeps the connection.
fn answering(bytes: &'static str) -> Server {
    Server::http(move |mut link| async move {
        link.head().await;
        link.say(bytes).await;
        link.hold().await;
    })
}

#[tokio::test]
async fn a_tunnel_leads_to_the_site_and_bytes_behind_the_head_belong_to_it() {
    let authority = Authority::new("Test root");
    let acceptor = authority.issues(&leaf(&["shop.test"])).acceptor(&[]);
    // TLS begins with the client, so the first bytes behind the head are the server's flight, sent in one piece with it.
    let site = Server::tcp(move |stream, heard| {
        let acceptor = acceptor.clone();
        async move {
            if let Ok(stream) = acceptor.accept(stream).await {
                Link::new(stream, heard).answer(page("200 OK", "", "through")).await;
            }
        }
    });
    let target = site.ip_port;
    let proxy = Server::tcp(move |stream, heard| async move {
        let mut link = Link::new(stream, heard);
        link.head().await;
        link.say("HTTP/1.1 200 Connection established\r\nVia: 1.1 test\r\n\r\n").await;
        let mut site = TcpStream::connect(target).await.unwrap();
        let _ = copy_bidirectional(&mut link.stream, &mut site).await;
    });
    let trace = visit(&net(&[&authority]), &through(&proxy, "https://shop.test/x")).await;
    let tunnel = trace.tunnel.seen().unwrap();
    assert_eq!((tunnel.status, tunnel.headers[0].1.as_str()), (200, "1.1 test"));
    assert!(trace.tls.seen().unwrap().authenticated());
    assert_eq!(answer(&trace).body, "through");
    assert_eq!(proxy.heard.all(), ["CONNECT shop.test:443 HTTP/1.1\r\nHost: shop.test:443\r\n\r\n"]);
    assert!(site.heard.all()[0].starts_with("GET /x HTTP/1.1\r\nHost: shop.test\r\n"), "{:?}", site.heard.all());
}

#[tokio::test]
async fn bytes_right_behind_the_head_stay_in_the_tunnel() {
    // An alert in the same packet as the head: TLS must get to see it.
    let proxy = Server::tcp(|mut stream, _| async move {
        let _ = stream.read(&mut [0; 4096]).await;
        let alert: &[u8] = &[21, 3, 3, 0, 2, 2, 40];
        let _ = stream.write_all(&[b"HTTP/1.1 200 OK\r\n\r\n", alert].concat()).await;
        let _ = stream.read(&mut [0; 4096]).await;
    });
    let trace = visit(&net(&[]), &through(&proxy, "https://shop.test/")).await;
    assert_eq!(trace.tls.failed().unwrap().kind, FailureKind::TlsRefused);
}

#[tokio::test]
async fn a_proxy_that_opens_no_tunnel_is_told_with_its_status() {
    let proxy = answering("HTTP/1.1 502 Bad Gateway\r\nServer: squid\r\n\r\n<html>no");
    let trace = visit(&net(&[]), &through(&proxy, "https://shop.test/?q=1")).await;
    let tunnel = trace.tunnel.seen().unwrap();
    assert_eq!((tunnel.status, tunnel.headers[0].1.as_str()), (502, "squid"));
    assert!(matches!((&trace.tls, &trace.http), (Known::NotTried(_), Known::NotTried(_))));
}

#[tokio::test]
async fn a_proxy_that_says_nothing_endless_things_or_no_http_is_bounded() {
    let silent = answering("");
    let mut request = through(&silent, "https://shop.test/");
    request.limits.response = Duration::from_millis(300);
    let trace = visit(&net(&[]), &request).await;
    assert_eq!(trace.tunnel.failed().unwrap().kind, FailureKind::TimedOut);

    let endless = Server::http(|mut link| async move {
        link.head().await;
        link.say("HTTP/1.1 200 OK\r\n").await;
        while link.say("X-More: yes\r\n").await {}
    });
    let trace = visit(&net(&[]), &through(&endless, "https://shop.test/")).await;
    assert_eq!(trace.tunnel.failed().unwrap().kind, FailureKind::TooLarge);

    let other = answering("SSH-2.0-OpenSSH_9.9\r\n\r\n");
    let trace = visit(&net(&[]), &through(&other, "https://shop.test/")).await;
    assert_eq!(trace.tunnel.failed().unwrap().kind, FailureKind::Protocol);

    let gone = Server::http(|mut link| async move {
        link.head().await;
    });
    let trace = visit(&net(&[]), &through(&gone, "https://shop.test/")).await;
    assert_eq!(trace.tunnel.failed().unwrap().kind, FailureKind::Closed);
}

#[tokio::test]
async fn a_head_with_bare_line_feeds_opens_the_tunnel_too() {
    let proxy = answering("HTTP/1.0 403 Forbidden\nServer: old\n\n");
    let mut request = through(&proxy, "https://shop.test/");
    request.limits.response = Duration::from_secs(2);
    let trace = visit(&net(&[]), &request).await;
    assert_eq!(trace.tunnel.seen().map(|tunnel| tunnel.status), Some(403));
}

#[tokio::test]
async fn plain_http_asks_the_proxy_for_the_whole_address() {
    let proxy = Server::http(|link| link.answer(page("200 OK", "Via: 1.1 test\r\n", "fetched")));
    let trace = visit(&net(&[]), &through(&proxy, "http://shop.test:8080/a?b=c")).await;
    assert_eq!(answer(&trace).body, "fetched");
    let head = &proxy.heard.all()[0];
    assert!(head.starts_with("GET http://shop.test:8080/a?b=c HTTP/1.1\r\nHost: shop.test:8080\r\n"), "{head}");
}

#[tokio::test]
async fn a_closed_proxy_refuses() {
    let proxy = Server::http(Link::hold);
    let mut request = through(&proxy, "http://shop.test/");
    request.ip_port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    assert_eq!(visit(&net(&[]), &request).await.tcp.failed().unwrap().kind, FailureKind::Refused);
    request.ip_port = proxy.ip_port;
    request.limits.response = Duration::from_millis(300);
    assert_eq!(http_failure(&visit(&net(&[]), &request).await), FailureKind::TimedOut);
}
