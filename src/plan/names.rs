//! The DNS server comparison: every server is asked the same few questions, at most twenty.

use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};
use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use super::View;
use crate::attempt::Attempt;
use crate::model::dns::{DnsServer, Purpose, Question, Rcode, RecordType, ServerRole, Transport, same_name};
use crate::model::ip::{IpClass, class};
use crate::model::{Known, StepId};

/// Name servers of the domain that are asked, and addresses of each.
const AUTHORITATIVE: usize = 4;
/// The system's servers that are asked.
const SYSTEM: usize = 3;
/// When a server that has not answered is asked for another, healthy name as well, in milliseconds.
const LATE_MS: u64 = 1_200;
/// A name by which a network tells whether it translates for IPv6-only devices (RFC 7050).
const DNS64_NAME: &str = "ipv4only.arpa";
/// An address of TEST-NET-1 (RFC 5737), where nobody runs DNS.
const NOBODY: IpAddr = IpAddr::V4(Ipv4Addr::new(192, 0, 2, 53));

pub fn wish(view: &View<'_>, wishes: &mut Vec<Attempt>) {
    let config = view.config();
    let target = &config.target;
    if target.ip().is_some() || view.progress.skips(StepId::Dns) {
        return;
    }
    let system = system_servers(view);
    if let Some(server) = system.first() {
        wishes.push(ask(server, DNS64_NAME, RecordType::Aaaa, Purpose::Dns64));
    }
    if config.settings.ask_system_servers {
        system.iter().for_each(|server| compare(view, server, wishes));
    }
    // A name that only means something in here is nobody else's business.
    if target.is_internal_name() {
        return;
    }
    for server in &config.settings.resolvers {
        if is_reachable(view, server) {
            compare(view, server, wishes);
        }
    }
    if view.evidence.names.asked.iter().any(|asked| asked.server.role == ServerRole::Public && asked.reply.tried()) {
        let nobody = DnsServer {
            name: "nobody".to_owned(),
            ip_port: SocketAddr::new(NOBODY, 53),
            transport: Transport::Udp,
            role: ServerRole::Nobody,
            tls_name: None,
            url: None,
        };
        wishes.push(ask(&nobody, DNS64_NAME, RecordType::A, Purpose::Interception));
    }
    if config.settings.ask_authoritative {
        authoritative(view, wishes);
    }
}

fn ask(server: &DnsServer, name: &str, record_type: RecordType, purpose: Purpose) -> Attempt {
    let question = Question { name: name.to_owned(), record_type, purpose };
    Attempt::Ask { server: server.clone(), question }
}

/// The servers of the system's settings, the router's forwarder, and what browsers are set to use instead.
fn system_servers(view: &View<'_>) -> Vec<DnsServer> {
    let surroundings = &view.evidence.surroundings;
    let settings = surroundings.name_servers.and_then(|(servers, _)| servers.seen());
    let server = |name: String, ip: IpAddr, role| DnsServer {
        name,
        ip_port: SocketAddr::new(ip, 53),
        transport: Transport::Udp,
        role,
        tls_name: None,
        url: None,
    };
    let ips = settings.map(|settings| settings.servers.as_slice()).unwrap_or_default();
    let mut servers: Vec<DnsServer> =
        ips.iter().take(SYSTEM).map(|ip| server(ip.to_string(), *ip, ServerRole::System)).collect();
    let network = surroundings.network.and_then(|(network, _)| network.seen());
    let gateways = network.map(|network| network.gateways.as_slice()).unwrap_or_default();
    // Link-local addresses need an interface's name, which routers' addresses here do not carry.
    let usable = gateways.iter().find(|ip| class(**ip) != IpClass::LinkLocal && !ips.contains(ip));
    if let Some(ip) = usable.filter(|_| surroundings.name_servers.is_some()) {
        servers.push(server(ip.to_string(), *ip, ServerRole::Router));
    }
    servers
}

fn is_reachable(view: &View<'_>, server: &DnsServer) -> bool {
    match view.evidence.surroundings.has_route(server.ip_port.ip()) {
        Some(routed) => routed,
        None => server.ip_port.is_ipv4(),
    }
}

/// The questions to one server; the finer ones only once it has answered the plain ones.
fn compare(view: &View<'_>, server: &DnsServer, wishes: &mut Vec<Attempt>) {
    let target = &view.config().target;
    let host = target.host.as_str();
    wishes.push(ask(server, host, RecordType::A, Purpose::Plain));
    wishes.push(ask(server, host, RecordType::Aaaa, Purpose::Plain));
    let answer =
        |record_type, purpose| view.evidence.names.answer(server, record_type, purpose).map(|asked| asked.reply);
    let plain = [answer(RecordType::A, Purpose::Plain), answer(RecordType::Aaaa, Purpose::Plain)];
    let replies = || plain.iter().flatten().filter_map(|reply| reply.seen());
    let servfail = replies().any(|reply| reply.rcode == Rcode::ServFail);
    let late = replies().next().is_none() && view.progress.elapsed_ms >= LATE_MS;
    let troubled = late
        || servfail
        || replies().any(|reply| !matches!(reply.rcode, Rcode::NoError | Rcode::NxDomain))
        || plain.iter().flatten().any(|reply| matches!(reply, Known::Failed(_)));
    if servfail {
        wishes.push(ask(server, host, RecordType::A, Purpose::CheckingDisabled));
    }
    if let Some(control) = control_host(view).filter(|_| troubled) {
        wishes.push(ask(server, &control, RecordType::A, Purpose::Control));
    }
    if replies().next().is_none() {
        return;
    }
    for record_type in [RecordType::Soa, RecordType::Ns, RecordType::Https] {
        wishes.push(ask(server, host, record_type, Purpose::Plain));
    }
    if let Some(twin) = target.twin_host() {
        wishes.push(ask(server, &twin, RecordType::A, Purpose::Plain));
        wishes.push(ask(server, &twin, RecordType::Aaaa, Purpose::Plain));
    }
    wishes.push(ask(server, &nonexistent(host), RecordType::A, Purpose::Nonexistent));
    if answer(RecordType::A, Purpose::Plain).is_some() {
        wishes.push(ask(server, host, RecordType::A, Purpose::Timed(1)));
    }
    if answer(RecordType::A, Purpose::Timed(1)).is_some() {
        wishes.push(ask(server, host, RecordType::A, Purpose::Timed(2)));
    }
}

/// At least two public servers were waited for in vain, and nobody else answered either.
pub fn nobody_answers(view: &View<'_>) -> bool {
    let asked = &view.evidence.names.asked;
    let silent = asked.iter().filter(|one| one.server.role == ServerRole::Public && one.reply.failed().is_some());
    let mut servers: Vec<&DnsServer> = silent.map(|one| one.server).collect();
    servers.dedup();
    servers.len() >= 2 && asked.iter().all(|one| one.reply.seen().is_none_or(|reply| reply.ips.is_empty()))
}

/// The name of the first control that has one.
fn control_host(view: &View<'_>) -> Option<String> {
    let hosts =
        view.config().settings.controls.iter().filter_map(|control| crate::model::target::host_of(&control.url));
    hosts.into_iter().find(|host| host.parse::<IpAddr>().is_err())
}

/// A name that nobody has registered, the same for the same target.
fn nonexistent(host: &str) -> String {
    let mut hasher = DefaultHasher::new();
    host.hash(&mut hasher);
    format!("gatemend-{:016x}.com", hasher.finish())
}

/// The domain's own servers, found by asking for NS.
fn authoritative(view: &View<'_>, wishes: &mut Vec<Attempt>) {
    let host = view.config().target.host.as_str();
    let names = &view.evidence.names;
    let answering: Vec<&DnsServer> = names
        .asked
        .iter()
        .filter(|asked| asked.reply.seen().is_some() && asked.question.purpose == Purpose::Plain)
        .map(|asked| asked.server)
        .filter(|server| matches!(server.role, ServerRole::Public | ServerRole::System))
        .fold(Vec::new(), |mut servers, server| {
            if !servers.contains(&server) {
                servers.push(server);
            }
            servers
        });
    if let Some(zone) = names.zone().filter(|zone| !same_name(zone, host)) {
        for server in answering.iter().take(2) {
            wishes.push(ask(server, zone, RecordType::Ns, Purpose::Plain));
        }
    }
    let mut servers: Vec<DnsServer> = Vec::new();
    for (name, ips) in names.name_servers().into_iter().take(AUTHORITATIVE) {
        if ips.is_empty() {
            for server in answering.iter().take(2) {
                wishes.push(ask(server, &name, RecordType::A, Purpose::Plain));
                wishes.push(ask(server, &name, RecordType::Aaaa, Purpose::Plain));
            }
        }
        let reachable = ips.into_iter().filter(|ip| class(*ip) == IpClass::Public);
        servers.extend(reachable.map(|ip| DnsServer {
            name: name.clone(),
            ip_port: SocketAddr::new(ip, 53),
            transport: Transport::Udp,
            role: ServerRole::Authoritative,
            tls_name: None,
            url: None,
        }));
    }
    servers.retain(|server| is_reachable(view, server));
    servers.sort_by_key(|server| (server.ip_port.is_ipv6(), server.name.clone()));
    for server in servers.iter().take(AUTHORITATIVE) {
        for record_type in [RecordType::A, RecordType::Aaaa, RecordType::Soa] {
            wishes.push(ask(server, host, record_type, Purpose::Plain));
        }
    }
}
