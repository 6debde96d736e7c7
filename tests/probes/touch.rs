//! A connection that is closed at once.

use std::time::Duration;

use gatemend::probe::outside::Net;

use super::net;
use super::server::{Link, Server};

#[tokio::test]
async fn somebody_there_is_seen_open_or_closed() {
    let server = Server::http(Link::hold);
    assert!(net(&[]).touch(server.ip_port, Duration::from_secs(3)).await.seen().is_some());
    let closed = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    assert!(net(&[]).touch(closed, Duration::from_secs(3)).await.seen().is_some());
}

/// A listener whose queue is full is silent: SYN gets no answer there on Linux.
#[cfg(target_os = "linux")]
#[tokio::test]
async fn a_silent_port_is_waited_for_as_long_as_the_limit_says() {
    use gatemend::model::FailureKind;

    let listener = socket2::Socket::new(socket2::Domain::IPV4, socket2::Type::STREAM, None).unwrap();
    listener.bind(&"127.0.0.1:0".parse::<std::net::SocketAddr>().unwrap().into()).unwrap();
    listener.listen(0).unwrap();
    let ip_port = listener.local_addr().unwrap().as_socket().unwrap();
    let mut fillers = Vec::new();
    for _ in 0..8 {
        let connected = tokio::net::TcpStream::connect(ip_port);
        fillers.push(tokio::time::timeout(Duration::from_millis(100), connected).await);
    }
    if fillers.iter().all(Result::is_ok) {
        // This kernel (a sandbox's own) takes connections without end; there is no silence to be had.
        return;
    }
    let touched = net(&[]).touch(ip_port, Duration::from_millis(300)).await;
    let failure = touched.failed().unwrap();
    assert_eq!(failure.kind, FailureKind::TimedOut);
    assert!((300..4_300).contains(&failure.after_ms), "{failure:?}");
}
