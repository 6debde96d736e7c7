//! The probes on real sockets, against servers that misbehave on loopback.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test stops where its world is not as described"
)]

#[path = "support/certificates.rs"]
mod certificates;
#[path = "support/chains.rs"]
mod chains;
#[path = "probes/dns.rs"]
mod dns;
#[path = "probes/hostile_dns.rs"]
mod hostile_dns;
#[path = "probes/hostile_http.rs"]
mod hostile_http;
#[path = "probes/hostile_http2.rs"]
mod hostile_http2;
#[path = "probes/http.rs"]
mod http;
#[path = "probes/http2.rs"]
mod http2;
#[path = "probes/proxy.rs"]
mod proxy;
#[path = "probes/secrets.rs"]
mod secrets;
#[path = "probes/registers.rs"]
mod registers;
#[path = "support/server.rs"]
mod server;
#[path = "probes/tls.rs"]
mod tls;
#[path = "probes/touch.rs"]
mod touch;
#[path = "probes/world.rs"]
mod world;

use std::net::SocketAddr;
use std::time::Duration;

use gatemend::model::FailureKind;
use gatemend::model::visit::{Answer, VisitTrace};
use gatemend::probe::outside::{Milestone, Net, VisitLimits, VisitRequest};
use gatemend::probe::roots::Roots;
use gatemend::probe::system::SystemNet;
use gatemend::settings::ProxyChoice;

use certificates::Authority;

/// What a probe may take beyond its limit on a machine that does other things too.
const SLACK: Duration = Duration::from_secs(4);

fn net(authorities: &[&Authority]) -> SystemNet {
    SystemNet::with_roots(Roots::with(authorities.iter().map(|one| one.0.der().clone()).collect()), ProxyChoice::None)
}

/// A visit as the check-up makes it, with limits that a test can wait for.
fn request(url: &str, ip_port: SocketAddr) -> VisitRequest {
    VisitRequest {
        url: url.parse().unwrap(),
        ip_port,
        through: None,
        http2: true,
        compression: true,
        cookie_bytes: 0,
        fresh: false,
        headers: Vec::new(),
        clear_text_allowed: url.starts_with("http:"),
        root_only: false,
        limits: VisitLimits {
            connect: Duration::from_secs(3),
            tls: Duration::from_secs(3),
            response: Duration::from_secs(3),
            body: Duration::from_secs(3),
        },
        milestone: Milestone::default(),
    }
}

/// The page in clear at this server.
fn plain(ip_port: SocketAddr) -> VisitRequest {
    request(&format!("http://{ip_port}/"), ip_port)
}

/// Makes the visit, which must not hang whatever the server does.
async fn visit(net: &SystemNet, request: &VisitRequest) -> VisitTrace {
    let mut trace = VisitTrace::default();
    let limits = request.limits;
    let all = limits.connect + limits.tls + limits.response + limits.body + SLACK;
    tokio::time::timeout(all, net.visit(request, &mut trace)).await.expect("the visit ends within its limits");
    trace
}

fn answer(trace: &VisitTrace) -> &Answer {
    trace.http.seen().unwrap_or_else(|| panic!("no answer: {trace:?}"))
}

fn http_failure(trace: &VisitTrace) -> FailureKind {
    trace.http.failed().unwrap_or_else(|| panic!("no failure: {trace:?}")).kind
}

/// What this process holds in memory, in KiB; 0 where the system does not tell.
fn memory_kib() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let resident = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    resident.and_then(|text| text.split_whitespace().next()?.parse().ok()).unwrap_or(0)
}
