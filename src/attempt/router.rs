//! Looks at the router in three ways that need no rights: the neighbour table, ICMP echo, TCP.

use std::net::{IpAddr, SocketAddr};
use std::time::Duration;

use super::Context;
use crate::model::device::RouterLook;
use crate::model::{Known, Seen, StepId};
use crate::probe::outside::Outside;

/// A home router answers within a few milliseconds; a sleepy Wi-Fi card needs some hundreds.
const LIMIT: Duration = Duration::from_millis(1_200);

/// Web interface and DNS forwarder; a refusal is as good an answer.
const PORTS: [u16; 2] = [53, 80];

pub async fn run(cx: &Context, ip: IpAddr) {
    let started = cx.now();
    if let Ok(router) = cx.until_stopped(look(&cx.outside, ip)).await {
        cx.saw(StepId::Router, started, Seen::Router { router });
    }
}

/// Whether the router answers, asked in every way at once.
pub async fn look(outside: &Outside, ip: IpAddr) -> RouterLook {
    let net = &outside.net;
    let (ping_ms, first, second) = tokio::join!(
        net.ping(ip, LIMIT),
        net.touch(SocketAddr::new(ip, PORTS[0]), LIMIT),
        net.touch(SocketAddr::new(ip, PORTS[1]), LIMIT),
    );
    // Asked last: the looks before it made the system fill in its table.
    let neighbour = net.neighbour(ip).await;
    RouterLook { ip, neighbour, ping_ms, tcp_ms: better(first, second) }
}

fn better(first: Known<u64>, second: Known<u64>) -> Known<u64> {
    match (&first, &second) {
        (Known::Seen(a), Known::Seen(b)) => Known::Seen(*a.min(b)),
        (Known::Seen(_), _) | (Known::Failed(_), Known::NotTried(_)) => first,
        (_, Known::Seen(_)) | (Known::NotTried(_), _) => second,
        (Known::Failed(_), Known::Failed(_)) => first,
    }
}
