//! The rest of what was seen: the way that packets take, and this device's own settings, each as a row.

use std::net::IpAddr;

use super::clean::line;
use super::places;
use super::request_words;
use super::server_words;
use super::words::Speech;
use crate::model::contact::{Registered, Registration};
use crate::model::device::Hop;
use crate::model::log::LogSummary;
use crate::model::visit::Visit;
use crate::model::world::WorldLook;
use crate::model::{Case, Known, Observation, Seen};

/// One router on the way.
#[derive(Debug, Clone)]
pub struct HopRow {
    pub ttl: String,
    pub ip: String,
    pub took: String,
}

/// One trace.
#[derive(Debug, Clone)]
pub struct Trace {
    pub id: String,
    pub to: String,
    pub hops: Vec<HopRow>,
    /// Why there are no routers.
    pub instead: Option<String>,
}

/// One thing that was looked at and has no table of its own.
#[derive(Debug, Clone)]
pub struct OtherRow {
    pub id: String,
    pub what: String,
    pub outcome: String,
}

/// More hops than any path has; what a case file claims beyond is left out.
const HOPS_SHOWN: usize = 64;

/// The address, and where it stands for another one, that it does.
pub fn shown_ip(ip: IpAddr, case: &Case, speech: &Speech) -> String {
    // The ranges that redaction draws on: reserved (RFC 1112 section 4) and discard-only (RFC 6666).
    let stands_for_another = case.redacted
        && match ip {
            IpAddr::V4(ip) => ip.octets()[0] >= 240,
            IpAddr::V6(ip) => ip.segments().starts_with(&[0x100, 0, 0, 0]),
        };
    if stands_for_another { speech.say("report-stand-in", &[("ip", &ip.to_string())]) } else { ip.to_string() }
}

/// The trace of this observation.
pub fn trace(observation: &Observation, case: &Case, speech: &Speech) -> Option<Trace> {
    let Seen::Trace { ip, port, hops } = &observation.seen else { return None };
    let (hops, instead) = match hops {
        Known::Seen(hops) if hops.is_empty() => (Vec::new(), Some(speech.get("report-hop-none"))),
        Known::Seen(hops) => (hop_rows(hops, case, speech), None),
        Known::Failed(failure) => (Vec::new(), Some(speech.failure(failure))),
        Known::NotTried(why) => (Vec::new(), Some(speech.not_tried(why))),
    };
    let to = speech.say("report-trace-to", &[("ip", &shown_ip(*ip, case, speech)), ("port", &port.to_string())]);
    Some(Trace { id: observation.id.to_string(), to, hops, instead })
}

/// A row for each router that answers, and one for each stretch of those that do not.
fn hop_rows(hops: &[Hop], case: &Case, speech: &Speech) -> Vec<HopRow> {
    let mut rows: Vec<HopRow> = Vec::new();
    let mut silent_from: Option<u8> = None;
    for hop in hops.iter().take(HOPS_SHOWN) {
        match (hop.ip, silent_from) {
            (Some(ip), _) => {
                silent_from = None;
                let took = hop.ms.map_or_else(String::new, |ms| speech.duration_ms(ms));
                rows.push(HopRow { ttl: hop.ttl.to_string(), ip: shown_ip(ip, case, speech), took });
            }
            (None, Some(first)) => {
                if let Some(row) = rows.last_mut() {
                    row.ttl = speech.span(&first.to_string(), &hop.ttl.to_string());
                }
            }
            (None, None) => {
                silent_from = Some(hop.ttl);
                let ip = speech.get("report-hop-silent");
                rows.push(HopRow { ttl: hop.ttl.to_string(), ip, took: String::new() });
            }
        }
    }
    rows
}

/// What has no table of its own; `None` for what has.
pub fn other(observation: &Observation, case: &Case, speech: &Speech) -> Option<OtherRow> {
    let ips = |ips: &[IpAddr]| {
        let shown = speech.list(&ips.iter().take(8).map(|ip| shown_ip(*ip, case, speech)).collect::<Vec<_>>());
        if shown.is_empty() { speech.get("report-none-seen") } else { shown }
    };
    let count = |key: &str, count: usize| speech.say(key, &[("count", &count.to_string())]);
    let (what, outcome) = match &observation.seen {
        Seen::Proxies { proxies } => (
            "proxies",
            known(proxies, speech, |settings| match (&settings.for_target, &settings.pac_url) {
                (Some(proxy), _) => format!("{}:{}", line(&proxy.host), proxy.port),
                (None, Some(_)) => speech.get("report-seen-script"),
                (None, None) => speech.get("report-seen-no-proxy"),
            }),
        ),
        Seen::HostsFile { hosts } => {
            ("hosts-file", known(hosts, speech, |hosts| count("report-seen-lines", hosts.entries.len())))
        }
        Seen::Network { network } => (
            "network",
            known(network, speech, |network| {
                let word = |has: bool| speech.get(if has { "report-seen-route" } else { "report-seen-no-route" });
                let values = [("v4", word(network.ipv4_route)), ("v6", word(network.ipv6_route))];
                speech.say("report-seen-routes", &values.each_ref().map(|(name, value)| (*name, value.as_str())))
            }),
        ),
        Seen::NameServers { name_servers } => {
            ("name-servers", known(name_servers, speech, |servers| ips(&servers.servers)))
        }
        Seen::Browsers { browsers } => ("browsers", count("report-seen-profiles", browsers.len())),
        Seen::RootStore { root_store } => {
            ("root-store", known(root_store, speech, |store| count("report-seen-roots", store.foreign.len())))
        }
        Seen::Router { router } => {
            let answer = router.ping_ms.seen().or(router.tcp_ms.seen());
            let took = match (answer, &router.ping_ms) {
                (Some(ms), _) => speech.duration_ms(*ms),
                (None, look) => known(look, speech, |ms| speech.duration_ms(*ms)),
            };
            ("router", speech.titled(&shown_ip(router.ip, case, speech), &took))
        }
        Seen::Waiting { ip_port, waited_ms, .. } => {
            ("waiting", speech.titled(&ip_port.to_string(), &speech.duration_ms(*waited_ms)))
        }
        Seen::Origin { visit } => ("origin", speech.titled(&visit.ip_port.to_string(), &answer_of(visit, speech))),
        Seen::Log { name, log, .. } => {
            let kinds = known(log, speech, |log| kinds_of(log, speech));
            ("log", speech.titled(&line(name), &request_words::beside(kinds, log, speech)))
        }
        Seen::Guided { tried } => ("tried", line(&speech.tried(tried))),
        Seen::Configuration { name, configuration } => (
            "configuration",
            speech.titled(
                &line(name),
                &known(configuration, speech, |read| count("report-seen-files", read.files.len())),
            ),
        ),
        Seen::Server { server } => ("server", server_words::told(server, speech)),
        Seen::World { world } => ("world", world_in_short(world, speech)),
        Seen::Registration { registration } => ("register", registered(registration, speech)),
        Seen::UserSaid { .. } => ("user-said", speech.get("report-seen-below")),
        Seen::Malfunction { what } => ("malfunction", line(what)),
        Seen::SystemLookup { .. }
        | Seen::DnsAnswer { .. }
        | Seen::Visit { .. }
        | Seen::Control { .. }
        | Seen::Trace { .. } => return None,
    };
    Some(OtherRow { id: observation.id.to_string(), what: speech.get(&format!("report-seen-{what}")), outcome })
}

/// The status that came, or the phase that failed.
fn answer_of(visit: &Visit, speech: &Speech) -> String {
    let trace = &visit.trace;
    let failed = [trace.tcp.failed(), trace.tls.failed(), trace.http.failed()].into_iter().flatten().next();
    match (trace.http.seen(), failed) {
        (Some(answer), _) => answer.status.to_string(),
        (None, Some(failure)) => speech.failure(failure),
        (None, None) => speech.not_tried(""),
    }
}

fn registered(registration: &Registration, speech: &Speech) -> String {
    let about = match &registration.about {
        Registered::Domain(name) => line(name),
        Registered::Address(ip) => ip.to_string(),
    };
    let told = known(&registration.contacts, speech, |contacts| {
        speech.say("report-seen-contacts", &[("count", &contacts.len().to_string())])
    });
    let asked: Vec<String> = registration.asked().map(|register| line(register)).collect();
    let told = match asked.as_slice() {
        [] => told,
        some => speech.say("report-seen-registers", &[("told", &told), ("registers", &speech.list(some))]),
    };
    speech.titled(&about, &told)
}

/// How many places get the page, or why nobody knows.
fn world_in_short(world: &WorldLook, speech: &Speech) -> String {
    let at = world.pinned.map_or_else(|| line(&world.url), |ip| format!("{} ({ip})", line(&world.url)));
    let told = known(&world.places, speech, |places| places::in_short(world, places, speech));
    speech.titled(&at, &told)
}

/// Kinds of lines that a log's cell names.
const KINDS_SHOWN: usize = 6;

fn kinds_of(log: &LogSummary, speech: &Speech) -> String {
    let lines = speech.say("report-seen-lines", &[("count", &log.lines.to_string())]);
    let kinds = log.kinds.iter().take(KINDS_SHOWN).map(|kind| format!("{} × {}", kind.count, line(&kind.id)));
    speech.list(&std::iter::once(lines).chain(kinds).collect::<Vec<_>>())
}

fn known<T>(look: &Known<T>, speech: &Speech, words: impl Fn(&T) -> String) -> String {
    match look {
        Known::Seen(seen) => words(seen),
        Known::Failed(failure) => speech.failure(failure),
        Known::NotTried(why) => speech.not_tried(why),
    }
}
