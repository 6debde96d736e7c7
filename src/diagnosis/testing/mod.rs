//! Builds cases for the tests of rules and laws: a small world, told look by look.

mod elsewhere;
mod looks;
mod owner;

use std::net::{IpAddr, SocketAddr};

use super::{Basis, Effect, Finding, Hypothesis, Reading, diagnose, laws, rule};
use crate::evidence::Evidence;
use crate::model::device::{
    Hop, HostsEntry, HostsFile, Interface, NameServers, Network, ProxyAddress, ProxySettings, RouterLook,
};
use crate::model::dns::{
    DnsReply, DnsServer, ExtendedError, Purpose, Question, Rcode, RecordType, ServerRole, Transport,
};
use crate::model::observation::ControlLook;
use crate::model::visit::{
    Answer, Certificate, CertificateProblem, TcpSeen, TlsSeen, Trust, TunnelSeen, Via, Visit, VisitPurpose, VisitTrace,
};
use crate::model::{
    Case, Claim, Diagnosis, Ended, Failure, FailureKind, Known, Observation, ObservationId, Role, Scheme, Seen, StepId,
    Target,
};

pub use elsewhere::{Six, There};
pub use looks::*;
pub use owner::*;

/// 2026-11-24 10:00:00 UTC, when every case begins.
pub const NOW_SECS: i64 = 1_795_514_400;
pub const STARTED: &str = "2026-11-24T10:00:00.000Z";
pub const PUBLIC_ISSUER: &str = "CN=Test Authority 1, O=Test";
pub const NGINX_PAGE: &str = "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad \
    Gateway</h1></center>\r\n<hr><center>nginx/1.24.0</center>\r\n</body>\r\n</html>\r\n";

/// What one DNS server says.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Says {
    Gives(&'static [&'static str]),
    Empty,
    NoSuchName,
    Fails,
    /// SERVFAIL, with this extended error.
    FailsWith(u16),
    Silent,
    NotTried,
}

/// A case in the making. Each word adds one observation, or two for a DNS server (A and AAAA).
#[derive(Debug, Clone)]
pub struct World {
    pub case: Case,
    at_ms: u64,
}

impl World {
    pub fn new(url: &str) -> Self {
        let target = Target::parse(url).unwrap();
        World { case: Case::new(target, Role::Visitor, STARTED.to_owned(), "en"), at_ms: 0 }
    }

    /// One more observation, ten milliseconds after the one before, with which it overlapped.
    pub fn see(mut self, step: StepId, seen: Seen) -> Self {
        self.at_ms += 10;
        let id = ObservationId::numbered(self.case.observations.len() + 1);
        self.case.observations.push(Observation { id, step, at_ms: self.at_ms, took_ms: 15, seen });
        self
    }

    /// The last observation took this long.
    pub fn took(mut self, ms: u64) -> Self {
        self.case.observations.last_mut().unwrap().took_ms = ms;
        self
    }

    /// Time passes.
    pub fn later(mut self, ms: u64) -> Self {
        self.at_ms += ms;
        self
    }

    pub fn said(self, text: &str) -> Self {
        self.see(StepId::Address, Seen::UserSaid { text: text.to_owned() })
    }

    pub fn ended(mut self) -> Self {
        self.case.ended = Some(Ended::Completed);
        self
    }

    // Names

    pub fn lookup<const N: usize>(self, ips: [&str; N]) -> Self {
        let host = self.case.target.host.clone();
        let ips = Known::Seen(ips.map(ip).to_vec());
        self.see(StepId::Dns, Seen::SystemLookup { host, ips })
    }

    pub fn lookup_fails(self, kind: FailureKind) -> Self {
        let host = self.case.target.host.clone();
        self.see(StepId::Dns, Seen::SystemLookup { host, ips: Known::Failed(Failure::new(kind, 5)) })
    }

    /// What a server says about the target, A and AAAA.
    pub fn dns(self, server: DnsServer, says: Says) -> Self {
        let host = self.case.target.host.clone();
        let question = |record_type| Question { name: host.clone(), record_type, purpose: Purpose::Plain };
        self.asked(&server, question(RecordType::A), says).asked(&server, question(RecordType::Aaaa), says)
    }

    /// What a server says, both answers only after this time.
    pub fn dns_after(mut self, server: DnsServer, says: Says, ms: u64) -> Self {
        self = self.dns(server, says);
        let both = self.case.observations.len().saturating_sub(2);
        self.case.observations.iter_mut().skip(both).for_each(|one| one.took_ms = ms);
        self
    }

    pub fn asked(self, server: &DnsServer, question: Question, says: Says) -> Self {
        let ipv6 = question.record_type == RecordType::Aaaa;
        let seen = |rcode, ips: &[&str], errors: &[u16]| {
            Known::Seen(DnsReply {
                rcode,
                authoritative: server.role == ServerRole::Authoritative,
                authenticated: false,
                ips: ips.iter().map(|text| ip(text)).filter(|ip| ip.is_ipv6() == ipv6).collect(),
                names: Vec::new(),
                glue: Vec::new(),
                ttl_secs: Some(60),
                serial: None,
                zone: None,
                extended_errors: errors.iter().map(|code| ExtendedError { code: *code, text: String::new() }).collect(),
                alpn: Vec::new(),
                retried_over_tcp: false,
            })
        };
        let reply = match says {
            Says::Gives(ips) => seen(Rcode::NoError, ips, &[]),
            Says::Empty => seen(Rcode::NoError, &[], &[]),
            Says::NoSuchName => seen(Rcode::NxDomain, &[], &[]),
            Says::Fails => seen(Rcode::ServFail, &[], &[]),
            Says::FailsWith(code) => seen(Rcode::ServFail, &[], &[code]),
            Says::Silent => Known::Failed(Failure::new(FailureKind::TimedOut, 3_500)),
            Says::NotTried => Known::not_tried("stopped before it answered"),
        };
        self.see(StepId::Dns, Seen::DnsAnswer { server: server.clone(), question, reply })
    }

    /// The server's answer for a healthy name of somebody else.
    pub fn other_name(self, server: DnsServer, says: Says) -> Self {
        self.special(server, "example.com", RecordType::A, Purpose::Control, says)
    }

    /// The server's answer when told not to check signatures.
    pub fn unchecked(self, server: DnsServer, says: Says) -> Self {
        let host = self.case.target.host.clone();
        self.special(server, &host, RecordType::A, Purpose::CheckingDisabled, says)
    }

    /// Somebody answered (or not) where nobody runs DNS.
    pub fn interception(self, says: Says) -> Self {
        let nobody = server("nobody", "192.0.2.53:53", ServerRole::Nobody);
        self.special(nobody, "ipv4only.arpa", RecordType::A, Purpose::Interception, says)
    }

    /// The network translates with the well-known prefix.
    pub fn dns64(self) -> Self {
        let says = Says::Gives(&["64:ff9b::c000:aa"]);
        self.special(system_server(), "ipv4only.arpa", RecordType::Aaaa, Purpose::Dns64, says)
    }

    pub fn special(self, server: DnsServer, name: &str, record_type: RecordType, purpose: Purpose, says: Says) -> Self {
        self.asked(&server, Question { name: name.to_owned(), record_type, purpose }, says)
    }

    /// Three independent servers and one of the domain's own give these, and nobody intercepts.
    pub fn all_dns(self, ips: &'static [&'static str]) -> Self {
        self.dns(public("A"), Says::Gives(ips))
            .dns(public("B"), Says::Gives(ips))
            .dns(own("ns1"), Says::Gives(ips))
            .interception(Says::Silent)
    }

    // The page

    pub fn page(self, ip: &str, trace: VisitTrace) -> Self {
        self.look(VisitPurpose::Page, ip, trace)
    }

    pub fn repeat(self, round: u8, ip: &str, trace: VisitTrace) -> Self {
        self.look(VisitPurpose::Repeat(round), ip, trace)
    }

    pub fn refused(self, ip: &str) -> Self {
        self.page(ip, no_tcp(FailureKind::Refused))
    }

    pub fn silent(self, ip: &str) -> Self {
        self.page(ip, no_tcp(FailureKind::TimedOut))
    }

    pub fn bad_certificate(self, ip: &str, problem: CertificateProblem) -> Self {
        let tls = self.tls(Trust::Untrusted(problem), PUBLIC_ISSUER);
        self.page(ip, VisitTrace { tls: Known::Seen(tls), ..connected() })
    }

    /// A look for this purpose. Where an answer came over https and nothing else is said, TLS was all right.
    pub fn look(self, purpose: VisitPurpose, ip: &str, trace: VisitTrace) -> Self {
        let mut url = self.case.target.url.clone();
        match purpose {
            VisitPurpose::OtherScheme => {
                let other = if url.scheme() == "http" { "https" } else { "http" };
                url.set_scheme(other).unwrap();
            }
            VisitPurpose::HomePage | VisitPurpose::HomeAgain => {
                url.set_path("/");
                url.set_query(None);
            }
            VisitPurpose::StaticFile => url.set_path("/robots.txt"),
            _ => {}
        }
        self.visit(purpose, url.as_str(), ip, Via::Direct, trace)
    }

    pub fn hop(self, number: u8, url: &str, ip: &str, trace: VisitTrace) -> Self {
        self.visit(VisitPurpose::Hop(number), url, ip, Via::Direct, trace)
    }

    /// The page through a proxy.
    pub fn through(self, proxy: &str, trace: VisitTrace) -> Self {
        let url = self.case.target.url.to_string();
        let at: SocketAddr = proxy.parse().unwrap();
        let via = Via::Proxy(ProxyAddress { host: at.ip().to_string(), port: at.port() });
        self.visit(VisitPurpose::Page, &url, proxy, via, trace)
    }

    pub fn visit(self, purpose: VisitPurpose, url: &str, at: &str, via: Via, mut trace: VisitTrace) -> Self {
        let url = url::Url::parse(url).unwrap();
        let scheme = Scheme::of(&url).unwrap();
        let port = url.port_or_known_default().unwrap();
        let ip_port = at.parse().unwrap_or_else(|_| SocketAddr::new(ip(at), port));
        if scheme == Scheme::Https && trace.http.tried() && !trace.tls.tried() {
            trace.tls = Known::Seen(self.tls(Trust::Bundled, PUBLIC_ISSUER));
        }
        let host = url.host_str().unwrap().to_owned();
        let url = url.to_string();
        let visit = Visit { purpose, url, scheme, host, ip_port, via, root_only: false, trace };
        self.see(StepId::Page, Seen::Visit { visit: Box::new(visit) })
    }

    /// A handshake in which this issuer vouches for the target's name.
    pub fn tls(&self, trust: Trust, issuer: &str) -> TlsSeen {
        let host = self.case.target.host.clone();
        let (names, not_after) = match trust {
            Trust::Untrusted(CertificateProblem::WrongName) => (vec!["other.test".to_owned()], NOW_SECS + 86_400),
            Trust::Untrusted(CertificateProblem::Expired) => (vec![host], NOW_SECS - 86_400),
            _ => (vec![host], NOW_SECS + 86_400),
        };
        handshake(trust, issuer, names, not_after)
    }

    // The surroundings

    pub fn control(self, name: &str, url: &str, trace: VisitTrace) -> Self {
        let control = control_look(name, url, trace);
        self.see(StepId::Internet, Seen::Control { control: Box::new(control) })
    }

    /// As many controls as that work: over http first, then https.
    pub fn controls_work(self, count: usize) -> Self {
        let urls = ["http://one.test/ok", "https://two.test/ok", "https://three.test/ok", "http://four.test/ok"];
        urls.into_iter().take(count).fold(self, |world, url| world.control(url, url, control_works()))
    }

    pub fn controls_silent(self, count: usize) -> Self {
        let urls = ["http://one.test/ok", "https://two.test/ok", "https://three.test/ok", "http://four.test/ok"];
        let silent = || no_tcp(FailureKind::TimedOut);
        urls.into_iter().take(count).fold(self, |world, url| world.control(url, url, silent()))
    }

    /// The hosts file with lines such as `203.0.113.9 shop.test`.
    pub fn hosts(self, lines: &str) -> Self {
        let entry = |(number, line): (usize, &str)| {
            let (at, name) = line.split_once(' ').unwrap();
            HostsEntry { line_number: number as u32 + 1, ip: ip(at), name: name.to_owned() }
        };
        let entries = lines.lines().enumerate().map(entry).collect();
        let hosts = Known::Seen(HostsFile { path: "/etc/hosts".to_owned(), entries });
        self.see(StepId::Device, Seen::HostsFile { hosts })
    }

    pub fn proxies(self, change: impl FnOnce(&mut ProxySettings)) -> Self {
        let mut settings =
            ProxySettings { for_target: None, for_http: None, source: None, pac_url: None, unsupported: None };
        change(&mut settings);
        self.see(StepId::Device, Seen::Proxies { proxies: Known::Seen(settings) })
    }

    /// The settings name this proxy.
    pub fn proxy(self, at: &str) -> Self {
        let at: SocketAddr = at.parse().unwrap();
        let address = ProxyAddress { host: at.ip().to_string(), port: at.port() };
        self.proxies(|settings| settings.for_target = Some(address))
    }

    pub fn network(self, ipv4_route: bool, ipv6_route: bool) -> Self {
        let interface = Interface {
            name: "eth0".to_owned(),
            up: true,
            loopback: false,
            tunnel: false,
            ips: vec![ip("192.168.1.20")],
            gateways: vec![ip("192.168.1.1")],
        };
        let gateways = vec![ip("192.168.1.1")];
        let network = Network { interfaces: vec![interface], ipv4_route, ipv6_route, gateways };
        self.see(StepId::Device, Seen::Network { network: Known::Seen(network) })
    }

    pub fn router(self, neighbour: Known<bool>, ping_ms: Known<u64>) -> Self {
        let router = RouterLook { ip: ip("192.168.1.1"), neighbour, ping_ms, tcp_ms: Known::not_tried("not needed") };
        self.see(StepId::Router, Seen::Router { router })
    }

    pub fn trace(self, to: &str, hops: &[(u8, &str)]) -> Self {
        let hops = hops.iter().map(|(ttl, at)| Hop { ttl: *ttl, ip: at.parse().ok(), ms: Some(9) }).collect();
        self.see(StepId::Path, Seen::Trace { ip: ip(to), port: 443, hops: Known::Seen(hops) })
    }

    /// No proxy, nothing in the hosts file, both families routed, one name server.
    pub fn clean_device(self) -> Self {
        let servers = NameServers { servers: vec![ip("192.168.1.1")], source: "resolv.conf".to_owned() };
        self.proxies(|_| {})
            .hosts("127.0.0.1 localhost")
            .network(true, true)
            .see(StepId::Device, Seen::NameServers { name_servers: Known::Seen(servers) })
    }

    // Readers

    pub fn findings(&self) -> Vec<Finding> {
        rule::findings(&Reading::of(Evidence::of(&self.case)))
    }

    pub fn findings_of(&self, rule: &str) -> Vec<Finding> {
        self.findings().into_iter().filter(|finding| finding.rule == rule).collect()
    }

    pub fn verdict(&self) -> Diagnosis {
        diagnose(&self.case).unwrap_or_else(|| panic!("no verdict on {:#?}", self.case.observations))
    }
}

/// One rule under test: each word is a case and what the rule has to say about it. Where it has something to say, the
/// laws have to hold as well.
pub struct Tested(&'static str);

pub fn rule_named(id: &'static str) -> Tested {
    let known = rule::ALL.iter().copied().flatten().any(|rule| rule.id == id);
    assert!(known, "there is no rule {id}");
    Tested(id)
}

impl Tested {
    #[track_caller]
    pub fn supports(self, sentence: &str, world: World, claim: Claim, basis: Basis) -> Self {
        self.assert_support(sentence, &world, claim, basis);
        self.keeps_the_laws(sentence, &world)
    }

    /// The same where one observation objects, and supports nothing else by itself: without it the rule is surer, as it
    /// should be.
    #[track_caller]
    pub fn supports_despite(self, objection: &str, world: World, claim: Claim, basis: Basis) -> Self {
        self.assert_support(objection, &world, claim, basis);
        let surer = laws::law::surer_by_less(&world.case);
        assert!(surer.is_some(), "{}: {objection}: nothing objects, so say `supports`", self.0);
        self
    }

    #[track_caller]
    fn assert_support(&self, sentence: &str, world: &World, claim: Claim, basis: Basis) {
        let findings = world.findings_of(self.0);
        let said = |finding: &Finding| match finding.effect {
            Effect::Supports { claim: about, basis: on, .. } => about == claim && on == basis,
            _ => false,
        };
        assert!(findings.iter().any(said), "{}: {sentence}: {findings:#?}", self.0);
    }

    /// Good to know for those who run the site, and nothing is decided by it.
    #[track_caller]
    pub fn tells(self, sentence: &str, world: World) -> Self {
        let findings = world.findings_of(self.0);
        let tells = |finding: &Finding| finding.effect == Effect::Tells;
        assert!(findings.iter().any(tells), "{}: {sentence}: {findings:#?}", self.0);
        self.keeps_the_laws(sentence, &world)
    }

    #[track_caller]
    pub fn strikes(self, sentence: &str, world: World, struck: &[Hypothesis]) -> Self {
        let all = struck_by(&world, self.0);
        assert!(struck.iter().all(|one| all.contains(one)), "{}: {sentence}: struck only {all:?}", self.0);
        self.keeps_the_laws(sentence, &world)
    }

    #[track_caller]
    pub fn spares(self, sentence: &str, world: World, spared: &[Hypothesis]) -> Self {
        let all = struck_by(&world, self.0);
        assert!(!spared.iter().any(|one| all.contains(one)), "{}: {sentence}: struck {all:?}", self.0);
        self
    }

    #[track_caller]
    pub fn is_silent(self, sentence: &str, world: World) -> Self {
        let findings = world.findings_of(self.0);
        assert!(findings.is_empty(), "{}: {sentence}: {findings:#?}", self.0);
        self
    }

    #[track_caller]
    fn keeps_the_laws(self, sentence: &str, world: &World) -> Self {
        let broken = laws::law::broken(&world.case);
        assert!(broken.is_none(), "{}: {sentence}: it breaks a law: {}", self.0, broken.unwrap_or_default());
        self
    }
}

fn struck_by(world: &World, rule: &str) -> Vec<Hypothesis> {
    let effects = world.findings_of(rule).into_iter().map(|finding| finding.effect);
    effects.flat_map(|effect| if let Effect::Strikes(struck) = effect { struck } else { Vec::new() }).collect()
}
