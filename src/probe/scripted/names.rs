//! Who says what about which name.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::time::Duration;

use super::world::{Says, Voice, World};
use crate::model::dns::{
    DnsReply, DnsServer, ExtendedError, Purpose, Question, Rcode, RecordType, ServerRole, Transport, same_name,
};
use crate::model::{Failure, FailureKind, Known};

/// How long getaddrinfo waits for one server, and how often it asks it.
const PATIENCE: Duration = Duration::from_secs(5);
const TRIES: u32 = 2;
/// Where the domain's own name servers live.
const OWN_SERVERS: [IpAddr; 2] = [IpAddr::V4(Ipv4Addr::new(192, 0, 2, 201)), IpAddr::V4(Ipv4Addr::new(192, 0, 2, 202))];
const DNS64_PREFIX: Ipv6Addr = Ipv6Addr::new(0x64, 0xff9b, 0, 0, 0, 0, 0, 0);

/// The address that DNS64 makes of an IPv4 one.
pub fn translated(ip: IpAddr) -> IpAddr {
    let IpAddr::V4(ip) = ip else { return ip };
    let mut octets = DNS64_PREFIX.octets();
    octets[12..].copy_from_slice(&ip.octets());
    IpAddr::V6(Ipv6Addr::from(octets))
}

/// The address behind one that DNS64 made.
pub fn behind(ip: IpAddr) -> IpAddr {
    crate::model::ip::unmapped(ip, &[DNS64_PREFIX]).map_or(ip, IpAddr::V4)
}

/// A made-up address for a host of somebody else, the same for the same place in the list.
pub fn control_ip(place: usize, ipv6: bool) -> IpAddr {
    let last = u8::try_from(place + 1).unwrap_or(u8::MAX);
    if ipv6 {
        IpAddr::V6(Ipv6Addr::new(0x2001, 0xdb8, 0xc0, 0, 0, 0, 0, u16::from(last)))
    } else {
        IpAddr::from([198, 51, 100, last])
    }
}

/// How a server is found in the tables: by its name, its address, its role.
fn keys(server: &DnsServer) -> [String; 3] {
    let role = match server.role {
        ServerRole::System => "system",
        ServerRole::Router => "router",
        ServerRole::Public => "public",
        ServerRole::Authoritative => "authoritative",
        ServerRole::Nobody => "nobody",
    };
    [server.name.clone(), server.ip_port.ip().to_string(), role.to_owned()]
}

impl World {
    /// What this server says about this name.
    fn voice(&self, server: &DnsServer, name: &str, controls: &[String]) -> Voice {
        let keys = keys(server);
        let found =
            |table: &std::collections::BTreeMap<String, Voice>| keys.iter().find_map(|key| table.get(key)).cloned();
        if let Some(voice) = found(&self.dns.servers) {
            return voice;
        }
        if let Some((_, about)) = self.names.iter().find(|(known, _)| same_name(known, name)) {
            let everyone = || about.get("everyone").cloned().unwrap_or_default();
            return found(about).unwrap_or_else(everyone);
        }
        let place = controls.iter().position(|known| same_name(known, name));
        match place {
            Some(place) => Voice { ips: vec![control_ip(place, false), control_ip(place, true)], ..Voice::default() },
            None => Voice { says: Says::Nxdomain, ..Voice::default() },
        }
    }

    /// The server that really answers: under interception all questions in clear end at the system's.
    fn answering(&self, server: &DnsServer) -> Option<DnsServer> {
        if self.dns.intercepted && server.transport == Transport::Udp {
            return Some(self.system_server().unwrap_or_else(|| server.clone()));
        }
        (server.role != ServerRole::Nobody).then(|| server.clone())
    }

    fn system_server(&self) -> Option<DnsServer> {
        self.device.name_servers.first().map(|ip| system_server(*ip))
    }

    /// One question to one server.
    pub async fn ask(
        &self,
        server: &DnsServer,
        question: &Question,
        limit: Duration,
        controls: &[String],
    ) -> Known<DnsReply> {
        let Some(server) = self.answering(server) else { return silence(limit).await };
        let mut voice = self.voice(&server, &question.name, controls);
        if same_name(&question.name, "ipv4only.arpa") && voice.says == Says::Nxdomain {
            voice =
                Voice { ips: vec![IpAddr::from([192, 0, 0, 170]), IpAddr::from([192, 0, 0, 171])], ..Voice::default() };
        }
        if voice.says == Says::Nothing || Duration::from_millis(voice.after_ms) >= limit {
            return silence(limit).await;
        }
        tokio::time::sleep(Duration::from_millis(voice.after_ms.max(8))).await;
        Known::Seen(self.reply(&voice, question, server.role))
    }

    fn reply(&self, voice: &Voice, question: &Question, role: ServerRole) -> DnsReply {
        let mut ips = voice.ips.clone();
        let mut rcode = match voice.says {
            Says::Addresses | Says::Nothing => Rcode::NoError,
            Says::Nxdomain => Rcode::NxDomain,
            Says::Servfail => Rcode::ServFail,
            Says::Refused => Rcode::Refused,
        };
        if question.purpose == Purpose::CheckingDisabled && !voice.unchecked.is_empty() {
            ips.clone_from(&voice.unchecked);
            rcode = Rcode::NoError;
        }
        if self.dns.dns64 && question.record_type == RecordType::Aaaa && ips.iter().all(IpAddr::is_ipv4) {
            ips = ips.into_iter().map(translated).collect();
        }
        ips.retain(|ip| match question.record_type {
            RecordType::A => ip.is_ipv4(),
            RecordType::Aaaa => ip.is_ipv6(),
            _ => false,
        });
        let zone = zone_of(&question.name);
        let is_ns = question.record_type == RecordType::Ns && rcode == Rcode::NoError && zone == question.name;
        let names: Vec<String> =
            if is_ns { (1..=2).map(|number| format!("ns{number}.{zone}")).collect() } else { Vec::new() };
        DnsReply {
            rcode,
            authoritative: role == ServerRole::Authoritative,
            authenticated: false,
            ips,
            glue: names.iter().cloned().zip(OWN_SERVERS).collect(),
            names,
            ttl_secs: voice.ttl_secs.or(Some(300)),
            serial: (question.record_type == RecordType::Soa).then_some(1),
            zone: (question.record_type == RecordType::Soa).then_some(zone),
            extended_errors: voice
                .extended_error
                .map(|code| ExtendedError { code, text: String::new() })
                .into_iter()
                .collect(),
            alpn: Vec::new(),
            retried_over_tcp: false,
        }
    }

    /// getaddrinfo: the hosts file, then the system's servers one after the other.
    pub async fn lookup(&self, host: &str, controls: &[String]) -> Known<Vec<IpAddr>> {
        let started = tokio::time::Instant::now();
        let failed = |kind| {
            let after_ms = u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX);
            Known::Failed(Failure::new(kind, after_ms))
        };
        let in_hosts: Vec<IpAddr> =
            self.hosts_lines().into_iter().filter(|(_, _, name)| same_name(name, host)).map(|(_, ip, _)| ip).collect();
        if !in_hosts.is_empty() {
            return Known::Seen(in_hosts);
        }
        for ip in self.device.name_servers.iter().cycle().take(self.device.name_servers.len() * TRIES as usize) {
            let server = system_server(*ip);
            let question = |record_type| Question { name: host.to_owned(), record_type, purpose: Purpose::Plain };
            let (a, aaaa) = (question(RecordType::A), question(RecordType::Aaaa));
            let (a, aaaa) =
                tokio::join!(self.ask(&server, &a, PATIENCE, controls), self.ask(&server, &aaaa, PATIENCE, controls));
            let (Known::Seen(a), Known::Seen(aaaa)) = (a, aaaa) else { continue };
            match a.rcode {
                Rcode::NxDomain => return failed(FailureKind::NameNotFound),
                Rcode::NoError => {
                    let mut ips: Vec<IpAddr> = aaaa.ips.into_iter().chain(a.ips).collect();
                    // Families without a route come last (RFC 6724 section 6, rule 1).
                    ips.sort_by_key(|ip| !self.device.has_route(*ip));
                    return if ips.is_empty() { failed(FailureKind::NameNotFound) } else { Known::Seen(ips) };
                }
                _ => {}
            }
        }
        failed(FailureKind::LookupFailed)
    }

    /// The hosts file's lines: number, address, name.
    pub fn hosts_lines(&self) -> Vec<(u32, IpAddr, String)> {
        let lines = self.device.hosts.iter().zip(1u32..);
        lines
            .filter_map(|(line, number)| {
                let (ip, name) = line.split_once(' ')?;
                Some((number, ip.parse().ok()?, name.trim().to_owned()))
            })
            .collect()
    }

    /// The first address that everyone but the system knows: where a proxy comes out.
    pub fn public_ip(&self, host: &str) -> Option<IpAddr> {
        let about = self.names.get(host)?;
        about.get("public").or_else(|| about.get("everyone"))?.ips.first().copied()
    }
}

fn system_server(ip: IpAddr) -> DnsServer {
    DnsServer {
        name: ip.to_string(),
        ip_port: std::net::SocketAddr::new(ip, 53),
        transport: Transport::Udp,
        role: ServerRole::System,
        tls_name: None,
        url: None,
    }
}

/// The last two labels.
fn zone_of(name: &str) -> String {
    let labels: Vec<&str> = name.split('.').collect();
    labels.get(labels.len().saturating_sub(2)..).unwrap_or_default().join(".")
}

/// Nothing comes back.
pub async fn silence<T>(limit: Duration) -> Known<T> {
    tokio::time::sleep(limit).await;
    Known::Failed(Failure::new(FailureKind::TimedOut, u64::try_from(limit.as_millis()).unwrap_or(u64::MAX)))
}
