//! What a visit meets in the described world.

use std::net::{IpAddr, SocketAddr};
use std::time::Duration;

use jiff::Timestamp;

use super::names::behind;
use super::net::{Asked, ScriptedNet};
use super::world::{Ends, Paper, Peer, Reply, Tcp, Tls};
use crate::model::target::host_of;
use crate::model::visit::{Answer, Certificate, CertificateProblem, TcpSeen, TlsSeen, Trust, TunnelSeen, VisitTrace};
use crate::model::{Failure, FailureKind, Known, Scheme};
use crate::probe::http::Get;
use crate::probe::outside::VisitRequest;
use crate::probe::visit::question;

const PAGE: &str = "<!doctype html><title>Shop</title><h1>Everything for your gate</h1>";
const DAY_SECS: i64 = 86_400;

/// How a TCP connection begins: its round trip, or its bad end.
pub async fn connect(tcp: Tcp, connect_ms: u64, limit: Duration) -> Result<u64, Failure> {
    let no = |kind, os_code| Failure { os_code: Some(os_code), ..Failure::new(kind, connect_ms) };
    if tcp == Tcp::Silent {
        tokio::time::sleep(limit).await;
        return Err(Failure::new(FailureKind::TimedOut, ms(limit)));
    }
    tokio::time::sleep(Duration::from_millis(connect_ms)).await;
    match tcp {
        Tcp::Works | Tcp::Silent => Ok(connect_ms),
        Tcp::Refused => Err(no(FailureKind::Refused, 111)),
        Tcp::Unreachable => Err(no(FailureKind::HostUnreachable, 113)),
        Tcp::Forbidden => Err(no(FailureKind::PermissionDenied, 1)),
    }
}

fn ms(time: Duration) -> u64 {
    u64::try_from(time.as_millis()).unwrap_or(u64::MAX)
}

impl ScriptedNet {
    /// The same phases in the same order as the real visit.
    pub async fn go(&self, request: &VisitRequest, trace: &mut VisitTrace) {
        let Some(host) = host_of(&request.url) else { return };
        let scheme = request.scheme();
        let through = request.through.is_some();
        let at = if through { self.proxy_exit(&host, request) } else { request.ip_port };
        let peer = match &self.world.proxy.speaks {
            Some(peer) if through => peer.clone(),
            _ => self.peer_at(at, &host, scheme),
        };
        let tcp = match through {
            _ if self.line_is_dead() => Tcp::Silent,
            true => self.world.proxy.tcp,
            false => {
                let of_port = peer.ports.get(&at.port().to_string()).copied();
                of_port.or(peer.ipv6.filter(|_| at.is_ipv6())).unwrap_or(peer.tcp)
            }
        };
        match connect(tcp, peer.connect_ms, request.limits.connect).await {
            Ok(ms) => trace.tcp = Known::Seen(TcpSeen { ms }),
            Err(failure) => {
                trace.tcp = Known::Failed(failure);
                return;
            }
        }
        if scheme == Scheme::Http {
            let ask = question(request, request.clear_text_allowed && !request.root_only, false);
            trace.http = self.answer(&peer, at, &host, &ask, request, false).await;
            return;
        }
        if through && !self.tunnel(trace).await {
            return;
        }
        match self.shake_hands(&peer, &host, request).await {
            Ok(tls) => {
                let http2 = tls.alpn.as_deref() == Some("h2");
                let authenticated = tls.authenticated();
                let ask = question(request, authenticated && !request.root_only, http2);
                trace.tls = Known::Seen(tls);
                trace.http = self.answer(&peer, at, &host, &ask, request, authenticated).await;
            }
            Err(failure) => trace.tls = Known::Failed(failure),
        }
    }

    fn proxy_exit(&self, host: &str, request: &VisitRequest) -> SocketAddr {
        let ip = self.world.proxy.leads_to.or_else(|| self.world.public_ip(host));
        let port = request.url.port_or_known_default().unwrap_or(443);
        ip.map_or(request.ip_port, |ip| SocketAddr::new(ip, port))
    }

    async fn tunnel(&self, trace: &mut VisitTrace) -> bool {
        tokio::time::sleep(Duration::from_millis(15)).await;
        let status = self.world.proxy.connect_status.unwrap_or(200);
        trace.tunnel = Known::Seen(TunnelSeen { ms: 15, status, headers: Vec::new() });
        if status != 200 {
            trace.tls = Known::not_tried("the proxy opened no tunnel");
            trace.http = Known::not_tried("the proxy opened no tunnel");
        }
        status == 200
    }

    fn peer_at(&self, at: SocketAddr, host: &str, scheme: Scheme) -> Peer {
        if let Some(control) = self.controls.iter().find(|control| control.host == host) {
            let keys = [control.name.as_str(), scheme.name(), "all"];
            let mut peer = keys.iter().find_map(|key| self.world.controls.get(*key)).cloned().unwrap_or_default();
            peer.answers.push(Reply { status: control.status, body: control.body.clone(), ..Reply::default() });
            return peer;
        }
        let mut peer = self.world.addresses.get(&behind(at.ip())).unwrap_or(&self.world.site).clone();
        let to_https = Reply {
            scheme: Some("http".to_owned()),
            status: 301,
            headers: [("location".to_owned(), format!("https://{host}/"))].into(),
            ..Reply::default()
        };
        peer.answers.push(to_https);
        peer
    }

    async fn shake_hands(&self, peer: &Peer, host: &str, request: &VisitRequest) -> Result<TlsSeen, Failure> {
        let limit = request.limits.tls;
        let took = 2 * peer.connect_ms;
        if peer.tls == Tls::Silent {
            tokio::time::sleep(limit).await;
            return Err(Failure::new(FailureKind::TimedOut, ms(limit)));
        }
        tokio::time::sleep(Duration::from_millis(took)).await;
        match peer.tls {
            Tls::Refused => {
                return Err(Failure::with_detail(
                    FailureKind::TlsRefused,
                    took,
                    "received fatal alert: HandshakeFailure",
                ));
            }
            Tls::Reset => return Err(Failure { os_code: Some(104), ..Failure::new(FailureKind::Reset, took) }),
            Tls::Works | Tls::Silent => {}
        }
        let true_now = self.true_now().as_second();
        let not_after = true_now + if peer.certificate == Paper::Expired { -2 * DAY_SECS } else { 60 * DAY_SECS };
        let leaf = Certificate {
            subject: format!("CN={host}"),
            issuer: peer.issuer.clone().unwrap_or_else(|| "CN=Everybody's Authority".to_owned()),
            names: vec![if peer.certificate == Paper::WrongName { "other.test".to_owned() } else { host.to_owned() }],
            not_before: true_now - 30 * DAY_SECS,
            not_after,
            self_signed: false,
        };
        let trust = trust(peer.certificate, &leaf, self.device_now().as_second());
        Ok(TlsSeen {
            ms: took,
            version: "TLS 1.3".to_owned(),
            alpn: Some(if request.http2 && peer.http2 { "h2" } else { "http/1.1" }.to_owned()),
            trust,
            chain: vec![leaf],
        })
    }

    async fn answer(
        &self,
        peer: &Peer,
        at: SocketAddr,
        host: &str,
        ask: &Get,
        request: &VisitRequest,
        authenticated: bool,
    ) -> Known<Answer> {
        let place = self.note(Asked {
            ip: at.ip(),
            host: host.to_owned(),
            path_and_query: ask.path_and_query.clone(),
            cookie_bytes: ask.cookie_bytes,
            fresh: ask.fresh,
            headers: ask.headers.iter().map(|(name, _)| name.clone()).collect(),
            authenticated,
        });
        let started = tokio::time::Instant::now();
        let found = peer.answers.iter().find(|reply| self.fits(reply, host, ask, place)).cloned();
        let reply = found.unwrap_or_else(|| Reply { body: PAGE.to_owned(), ..Reply::default() });
        let limit = request.limits.response;
        let delay = Duration::from_millis(reply.delay_ms);
        if reply.ends == Some(Ends::Silent) || delay >= limit {
            tokio::time::sleep(limit).await;
            return Known::Failed(Failure::new(FailureKind::TimedOut, ms(limit)));
        }
        tokio::time::sleep(delay).await;
        let after_ms = ms(started.elapsed());
        match reply.ends {
            Some(Ends::Closed) => Known::Failed(Failure::new(FailureKind::Closed, after_ms)),
            Some(Ends::Reset) => {
                Known::Failed(Failure { os_code: Some(104), ..Failure::new(FailureKind::Reset, after_ms) })
            }
            Some(Ends::Garbage) => Known::Failed(Failure::new(FailureKind::Protocol, after_ms)),
            _ => Known::Seen(self.head(&reply, ask.http2, after_ms)),
        }
    }

    fn fits(&self, reply: &Reply, host: &str, ask: &Get, place: usize) -> bool {
        let path = ask.path_and_query.split('?').next().unwrap_or_default();
        let now_ms = ms(self.began().elapsed());
        let is = |wanted: &Option<String>, found: &str| wanted.as_deref().is_none_or(|wanted| wanted == found);
        is(&reply.scheme, ask.scheme)
            && is(&reply.host, host)
            && is(&reply.path, path)
            && reply.http2.is_none_or(|wanted| wanted == ask.http2)
            && reply.compression.is_none_or(|wanted| wanted == ask.compression)
            && reply.fresh.is_none_or(|wanted| wanted == ask.fresh)
            && reply.cookies_over.is_none_or(|over| ask.cookie_bytes > over)
            && reply.until_ms.is_none_or(|until| now_ms < until)
            && reply.from_ms.is_none_or(|from| now_ms >= from)
            && reply.first.is_none_or(|first| place < first)
            && reply.after.is_none_or(|after| place >= after)
            && reply.turn.is_none_or(|[of, which]| place % of.max(1) == which)
    }

    fn head(&self, reply: &Reply, http2: bool, first_byte_ms: u64) -> Answer {
        let mut headers: Vec<(String, String)> =
            reply.headers.iter().map(|(name, value)| (name.clone(), value.clone())).collect();
        if !reply.headers.contains_key("date") {
            let date = self.true_now().strftime("%a, %d %b %Y %H:%M:%S GMT").to_string();
            headers.push(("date".to_owned(), date));
        }
        Answer {
            status: reply.status,
            reason: if http2 { String::new() } else { reply.reason.clone() },
            version: if http2 { "HTTP/2" } else { "HTTP/1.1" }.to_owned(),
            headers,
            first_byte_ms,
            total_ms: first_byte_ms,
            body: reply.body.clone(),
            body_bytes: reply.body.len() as u64,
            truncated: false,
            body_failure: (reply.ends == Some(Ends::HalfBody))
                .then(|| Failure::new(FailureKind::Closed, first_byte_ms)),
            received_unix_ms: self.device_now().as_millisecond(),
        }
    }
}

/// What the device makes of a certificate, by its own clock.
fn trust(paper: Paper, leaf: &Certificate, now_secs: i64) -> Trust {
    match paper {
        Paper::UnknownIssuer => Trust::Untrusted(CertificateProblem::UnknownIssuer),
        _ if now_secs > leaf.not_after => Trust::Untrusted(CertificateProblem::Expired),
        _ if now_secs < leaf.not_before => Trust::Untrusted(CertificateProblem::NotYetValid),
        Paper::WrongName => Trust::Untrusted(CertificateProblem::WrongName),
        Paper::SystemRoot => Trust::System,
        Paper::Ok | Paper::Expired => Trust::Bundled,
    }
}

/// Whether the address lies within this network, so that no line is needed.
pub fn is_private(ip: IpAddr) -> bool {
    crate::model::ip::class(ip) == crate::model::ip::IpClass::Private
}

/// The true time of every world when its clock was first read.
pub const EPOCH: Timestamp = Timestamp::constant(1_795_000_000, 0);
