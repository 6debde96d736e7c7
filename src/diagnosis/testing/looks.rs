//! Single looks and servers, of which the tests' worlds are made.

use super::*;

pub fn ip(text: &str) -> IpAddr {
    text.parse().unwrap_or_else(|_| panic!("{text} is no address"))
}

pub fn server(name: &str, ip_port: &str, role: ServerRole) -> DnsServer {
    let ip_port = ip_port.parse().unwrap();
    DnsServer { name: name.to_owned(), ip_port, transport: Transport::Udp, role, tls_name: None, url: None }
}

/// A public server; one name, one address.
pub fn public(name: &str) -> DnsServer {
    let number = name.bytes().map(u32::from).sum::<u32>() % 250;
    server(name, &format!("198.51.100.{number}:53"), ServerRole::Public)
}

/// One of the domain's own.
pub fn own(name: &str) -> DnsServer {
    let number = name.bytes().map(u32::from).sum::<u32>() % 250;
    server(name, &format!("203.0.113.{number}:53"), ServerRole::Authoritative)
}

/// The one that this device is set to use.
pub fn system_server() -> DnsServer {
    server("192.168.1.1", "192.168.1.1:53", ServerRole::System)
}

pub fn handshake(trust: Trust, issuer: &str, names: Vec<String>, not_after: i64) -> TlsSeen {
    let subject = format!("CN={}", names.first().cloned().unwrap_or_default());
    let self_signed = issuer == subject;
    let not_before = NOW_SECS - 90 * 86_400;
    let leaf = Certificate { subject, issuer: issuer.to_owned(), names, not_before, not_after, self_signed };
    TlsSeen { ms: 12, version: "TLS 1.3".to_owned(), alpn: Some("http/1.1".to_owned()), trust, chain: vec![leaf] }
}

/// TCP stands, and nothing more was tried.
pub fn connected() -> VisitTrace {
    VisitTrace { tcp: Known::Seen(TcpSeen { ms: 4 }), ..VisitTrace::default() }
}

pub fn answer(status: u16, body: &str) -> VisitTrace {
    answer_with(status, &[], body)
}

/// An answer with these headers and the right date.
pub fn answer_with(status: u16, headers: &[(&str, &str)], body: &str) -> VisitTrace {
    let date = [("date", "Tue, 24 Nov 2026 10:00:00 GMT")];
    let given = headers.iter().any(|(name, _)| *name == "date");
    let headers = headers.iter().chain(date.iter().filter(|_| !given));
    let http = Answer {
        status,
        reason: String::new(),
        version: "HTTP/1.1".to_owned(),
        headers: headers.map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect(),
        first_byte_ms: 30,
        total_ms: 31,
        body: body.to_owned(),
        body_bytes: body.len() as u64,
        truncated: false,
        body_failure: None,
        received_unix_ms: NOW_SECS * 1_000,
    };
    VisitTrace { http: Known::Seen(http), ..connected() }
}

pub fn good() -> VisitTrace {
    answer(200, "<title>Shop</title>")
}

/// The plain page of nginx.
pub fn bad_gateway() -> VisitTrace {
    answer_with(502, &[("server", "nginx/1.24.0")], NGINX_PAGE)
}

/// An answer by which the gateway names its cause (RFC 9209).
pub fn says_refused() -> VisitTrace {
    answer_with(502, &[("proxy-status", "edge; error=connection_refused")], "")
}

/// The hidden page of a store that keeps errors.
pub fn stored_error() -> VisitTrace {
    answer_with(502, &[("server", "nginx"), ("age", "120"), ("proxy-status", "edge; error=connection_refused")], "")
}

pub fn redirect(to: &str) -> VisitTrace {
    answer_with(302, &[("location", to)], "")
}

/// A good status, and then the connection breaks.
pub fn half_a_page() -> VisitTrace {
    let mut trace = good();
    if let Known::Seen(answer) = &mut trace.http {
        answer.body_failure = Some(Failure::new(FailureKind::Reset, 40));
    }
    trace
}

pub fn no_tcp(kind: FailureKind) -> VisitTrace {
    VisitTrace { tcp: Known::Failed(Failure::new(kind, 5)), ..VisitTrace::default() }
}

pub fn no_tls(kind: FailureKind) -> VisitTrace {
    VisitTrace { tls: Known::Failed(Failure::with_detail(kind, 5, "alert")), ..connected() }
}

pub fn no_answer(kind: FailureKind) -> VisitTrace {
    VisitTrace { http: Known::Failed(Failure::new(kind, 35_000)), ..connected() }
}

/// The proxy's answer to CONNECT.
pub fn no_tunnel(status: u16) -> VisitTrace {
    let tunnel = Known::Seen(TunnelSeen { ms: 3, status, headers: Vec::new() });
    VisitTrace { tunnel, ..connected() }
}

/// The same over a handshake of another kind.
pub fn over(tls: TlsSeen, trace: VisitTrace) -> VisitTrace {
    VisitTrace { tls: Known::Seen(tls), ..trace }
}

pub fn over_http2(mut trace: VisitTrace) -> VisitTrace {
    let names = vec!["shop.test".to_owned()];
    let tls = handshake(Trust::Bundled, PUBLIC_ISSUER, names, NOW_SECS + 86_400);
    trace.tls = Known::Seen(TlsSeen { alpn: Some("h2".to_owned()), ..tls });
    trace
}

pub fn control_works() -> VisitTrace {
    answer(200, "success")
}

pub fn control_look(name: &str, url: &str, mut trace: VisitTrace) -> ControlLook {
    let url = url::Url::parse(url).unwrap();
    let scheme = Scheme::of(&url).unwrap();
    let host = url.host_str().unwrap().to_owned();
    if scheme == Scheme::Https && trace.http.tried() && !trace.tls.tried() {
        trace.tls = Known::Seen(handshake(Trust::Bundled, PUBLIC_ISSUER, vec![host.clone()], NOW_SECS + 86_400));
    }
    let ip = if host.contains("v6") { ip("2001:db8:9::9") } else { ip("198.51.100.200") };
    let ip_port = SocketAddr::new(ip, url.port_or_known_default().unwrap());
    let visit = Visit {
        purpose: VisitPurpose::Control,
        url: url.to_string(),
        scheme,
        host,
        ip_port,
        via: Via::Direct,
        root_only: false,
        trace,
    };
    ControlLook {
        name: name.to_owned(),
        ips: Known::Seen(vec![ip]),
        expected_status: 200,
        expected_body: Some("success".to_owned()),
        visit: Some(visit),
    }
}
