//! What the system and each DNS server say about the target's name.

use std::collections::BTreeSet;
use std::net::IpAddr;

use super::{Surroundings, voices};
use crate::model::dns::{DnsReply, DnsServer, Purpose, Question, Rcode, RecordType, ServerRole, Transport, same_name};
use crate::model::ip::{IpClass, class, unmapped};
use crate::model::{Case, Failure, Known, ObservationId, Seen};

/// One answered (or failed) question.
pub struct Asked<'a> {
    pub id: &'a ObservationId,
    pub server: &'a DnsServer,
    pub question: &'a Question,
    pub reply: &'a Known<DnsReply>,
    pub took_ms: u64,
}

/// What one server says about the target's addresses.
pub struct ServerView<'a> {
    pub server: &'a DnsServer,
    pub ids: Vec<ObservationId>,
    pub agreement: Agreement<'a>,
}

/// The answer of one server, A and AAAA taken together.
#[derive(Debug, Clone, PartialEq)]
pub enum Agreement<'a> {
    /// These addresses; those that DNS64 made are turned back into IPv4 ones.
    Gives(BTreeSet<IpAddr>),
    /// The name exists, and has no address.
    Empty,
    NoSuchName,
    /// SERVFAIL, REFUSED and their like.
    Fails(&'a DnsReply),
    /// No answer at all.
    Silent(&'a Failure),
    /// Not tried, or broken off.
    Unknown,
}

/// A lookup that takes longer is worth a word, in milliseconds.
pub const SLOW_LOOKUP_MS: u64 = 2_000;

/// Everything about names.
pub struct Names<'a> {
    host: &'a str,
    pub asked: Vec<Asked<'a>>,
    /// getaddrinfo for the target, where it has ended.
    pub system: Option<(&'a Known<Vec<IpAddr>>, &'a ObservationId)>,
    /// How long that took.
    pub system_took_ms: Option<u64>,
    pub views: Vec<ServerView<'a>>,
}

impl<'a> Names<'a> {
    pub fn of(case: &'a Case, surroundings: &Surroundings<'_>) -> Self {
        let host = case.target.host.as_str();
        let asked: Vec<Asked<'a>> = case
            .observations
            .iter()
            .filter_map(|observation| match &observation.seen {
                Seen::DnsAnswer { server, question, reply } => {
                    Some(Asked { id: &observation.id, server, question, reply, took_ms: observation.took_ms })
                }
                _ => None,
            })
            .collect();
        let lookup = case.observations.iter().find_map(|observation| match &observation.seen {
            Seen::SystemLookup { host: name, ips } if same_name(name, host) => Some((ips, observation)),
            _ => None,
        });
        let system = lookup.map(|(ips, observation)| (ips, &observation.id));
        let system_took_ms = lookup.map(|(_, observation)| observation.took_ms);
        let views = views(host, &asked, surroundings);
        Names { host, asked, system, system_took_ms, views }
    }

    /// The addresses that every program on this device gets.
    pub fn system_ips(&self) -> &'a [IpAddr] {
        self.system.and_then(|(ips, _)| ips.seen()).map(Vec::as_slice).unwrap_or_default()
    }

    /// What one server answered to one kind of question about the target.
    pub fn answer(&self, server: &DnsServer, record_type: RecordType, purpose: Purpose) -> Option<&Asked<'a>> {
        self.asked.iter().find(|asked| {
            asked.server == server
                && asked.question.record_type == record_type
                && asked.question.purpose == purpose
                && (same_name(&asked.question.name, self.host)
                    || matches!(purpose, Purpose::Control | Purpose::Nonexistent))
        })
    }

    pub fn views_of(&self, role: ServerRole) -> impl Iterator<Item = &ServerView<'a>> {
        self.views.iter().filter(move |view| view.server.role == role)
    }

    /// Servers whose word is independent of the system's own: the public ones, unless port 53 is intercepted, when
    /// only the encrypted ones count; and the domain's own, unless it is intercepted.
    pub fn independent(&self) -> impl Iterator<Item = &ServerView<'a>> {
        let intercepted = self.intercepted().is_some();
        self.views.iter().filter(move |view| {
            let elsewhere = matches!(view.server.role, ServerRole::Public | ServerRole::Authoritative);
            let encrypted = matches!(view.server.transport, Transport::Tls | Transport::Https);
            elsewhere && (encrypted || !intercepted)
        })
    }

    /// Addresses that independent servers give, and how many voices (operators) do.
    pub fn elsewhere_ips(&self) -> Vec<(IpAddr, usize)> {
        let mut giving: Vec<(IpAddr, Vec<&ServerView<'a>>)> = Vec::new();
        for view in self.independent() {
            let Agreement::Gives(ips) = &view.agreement else { continue };
            for ip in ips {
                match giving.iter_mut().find(|(known, _)| known == ip) {
                    Some((_, views)) => views.push(view),
                    None => giving.push((*ip, vec![view])),
                }
            }
        }
        giving.into_iter().map(|(ip, views)| (ip, voices::count(views))).collect()
    }

    /// An answer from an address that runs no DNS: somebody on the way answers in everybody's name.
    pub fn intercepted(&self) -> Option<&Asked<'a>> {
        self.asked.iter().find(|asked| asked.question.purpose == Purpose::Interception && asked.reply.seen().is_some())
    }

    /// Addresses that the system's servers give for a name that does not exist: they rewrite "no such name".
    pub fn rewritten_ips(&self) -> Vec<IpAddr> {
        let near =
            self.asked.iter().filter(|asked| matches!(asked.server.role, ServerRole::System | ServerRole::Router));
        let invented = near.filter(|asked| asked.question.purpose == Purpose::Nonexistent);
        invented.filter_map(|asked| asked.reply.seen()).flat_map(|reply| reply.ips.iter().copied()).collect()
    }

    /// The zone that the target belongs to, by the first server that names it.
    pub fn zone(&self) -> Option<&'a str> {
        self.asked.iter().find_map(|asked| {
            let about_target =
                same_name(&asked.question.name, self.host) && asked.server.role != ServerRole::Authoritative;
            let zone = asked.reply.seen()?.zone.as_deref()?;
            // The root or a bare ending is no zone that belongs to the site.
            (about_target && zone.contains('.')).then_some(zone)
        })
    }

    /// Name servers of the target's zone with the addresses that are known for them.
    pub fn name_servers(&self) -> Vec<(String, Vec<IpAddr>)> {
        let mut found: Vec<(String, Vec<IpAddr>)> = Vec::new();
        for asked in self.asked.iter().filter(|asked| asked.question.record_type == RecordType::Ns) {
            let Some(reply) = asked.reply.seen() else { continue };
            for name in reply.names.iter().filter(|name| name.contains('.')) {
                let ips = reply.glue.iter().filter(|(owner, _)| same_name(owner, name)).map(|(_, ip)| *ip);
                match found.iter_mut().find(|(known, _)| same_name(known, name)) {
                    Some((_, known)) => known.extend(ips),
                    None => found.push((name.clone(), ips.collect())),
                }
            }
        }
        for (name, ips) in &mut found {
            for asked in self.asked.iter().filter(|asked| same_name(&asked.question.name, name)) {
                ips.extend(asked.reply.seen().into_iter().flat_map(|reply| reply.ips.iter().copied()));
            }
            ips.sort();
            ips.dedup();
        }
        found
    }

    /// Independent servers that gave an address.
    pub fn independent_giving(&self) -> Vec<&ServerView<'a>> {
        self.independent().filter(|view| matches!(view.agreement, Agreement::Gives(_))).collect()
    }
}

fn views<'a>(host: &str, asked: &[Asked<'a>], surroundings: &Surroundings<'_>) -> Vec<ServerView<'a>> {
    let mut servers: Vec<&'a DnsServer> = Vec::new();
    for one in asked {
        let about_target = same_name(&one.question.name, host) && one.question.purpose == Purpose::Plain;
        if about_target && !servers.contains(&one.server) {
            servers.push(one.server);
        }
    }
    servers.into_iter().map(|server| view(host, server, asked, surroundings)).collect()
}

fn view<'a>(host: &str, server: &'a DnsServer, asked: &[Asked<'a>], surroundings: &Surroundings<'_>) -> ServerView<'a> {
    let about: Vec<&Asked<'a>> = asked
        .iter()
        .filter(|one| {
            one.server == server && one.question.purpose == Purpose::Plain && same_name(&one.question.name, host)
        })
        .filter(|one| matches!(one.question.record_type, RecordType::A | RecordType::Aaaa))
        .collect();
    let replies = || about.iter().filter_map(|one| one.reply.seen());
    let ips: BTreeSet<IpAddr> = replies().flat_map(|reply| &reply.ips).map(|ip| plain(*ip, surroundings)).collect();
    let failing = replies().find(|reply| !matches!(reply.rcode, Rcode::NoError | Rcode::NxDomain));
    let silent = about.iter().find_map(|one| one.reply.failed().filter(|failure| !failure.is_our_own()));
    let both_empty = |record_type| {
        about.iter().any(|one| {
            one.question.record_type == record_type
                && one.reply.seen().is_some_and(|reply| reply.rcode == Rcode::NoError)
        })
    };
    let agreement = match () {
        () if !ips.is_empty() => Agreement::Gives(ips),
        () if replies().any(|reply| reply.rcode == Rcode::NxDomain) => Agreement::NoSuchName,
        () if let Some(reply) = failing => Agreement::Fails(reply),
        () if both_empty(RecordType::A) && both_empty(RecordType::Aaaa) => Agreement::Empty,
        () if let Some(failure) = silent => Agreement::Silent(failure),
        () => Agreement::Unknown,
    };
    ServerView { server, ids: about.iter().map(|one| one.id.clone()).collect(), agreement }
}

fn plain(ip: IpAddr, surroundings: &Surroundings<'_>) -> IpAddr {
    unmapped(ip, &surroundings.dns64).map_or(ip, IpAddr::V4)
}

/// Whether an address has no business in an answer about a public name.
pub fn is_out_of_place(ip: IpAddr) -> bool {
    class(ip) != IpClass::Public
}
