//! The servers that the gateway asks for the failing page, as far as they are at addresses of this very machine. What is
//! seen here speaks about no other: whether this machine has to do with the site at all must itself be seen.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use super::configured::{configured, parted, with_port};
use super::reading::Reading;
use super::rule::told_by_logs;
use crate::evidence::server::socket_path;
use crate::evidence::{Outcome, Sight};
use crate::model::ip::{IpClass, class};
use crate::model::log::LogSummary;
use crate::model::{Cause, ObservationId};

/// Where a server is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum At {
    /// One of these addresses, each as good as the other.
    Port(Vec<IpAddr>, u16),
    Socket(String),
}

/// One server that is asked here.
pub struct AskedHere {
    /// As configuration or log write it.
    pub address: String,
    pub at: At,
    /// The page is asked from nobody else, by the configuration. A log never shows that.
    pub alone: bool,
    /// The failing answer, or the same one of the server behind that was asked straight, came from an address of this
    /// machine. A site that has moved away leaves all else behind: a gateway, its settings, and nobody who listens.
    pub answers_here: bool,
    /// What the gateway's processes are called.
    pub gateway: &'static [&'static str],
    /// Where all this is noted, the failing page first.
    pub ids: Vec<ObservationId>,
    pub status: u16,
}

/// What the processes of this gateway are called; it goes by the name that logs and configurations have.
pub fn processes_of(gateway: &str) -> &'static [&'static str] {
    match gateway.to_ascii_lowercase().as_str() {
        "nginx" => &["nginx", "openresty", "angie"],
        "apache" => &["apache2", "httpd"],
        "haproxy" => &["haproxy"],
        "caddy" => &["caddy"],
        _ => &[],
    }
}

/// The failing look: the gateway says that it got no answer from behind, at every look at that address.
fn failing<'b, 'a>(r: &'b Reading<'a>) -> Option<(&'b Sight<'a>, u16)> {
    let bad = r.bad_looks();
    let of_target = |sight: &&&Sight<'a>| sight.visit.host == r.target.host && sight.is_direct();
    let sight = bad.iter().filter(of_target).find(|sight| matches!(sight.outcome, Outcome::Error(_)))?;
    let status = sight.answer()?.status;
    ((502..=504).contains(&status) && r.never_works_at(sight.visit.ip_port)).then_some((*sight, status))
}

/// Every server that is asked here for the page that fails now.
pub fn asked_here(r: &Reading<'_>) -> Vec<AskedHere> {
    let Some((sight, status)) = failing(r) else { return Vec::new() };
    let mut asked = Vec::new();
    if let Some(c) = configured(r) {
        let targets = c.followed.targets();
        let gateway = processes_of(c.configuration.gateway.title());
        let scheme = c.followed.pass.scheme.as_deref().unwrap_or_default();
        for target in &targets {
            let ids = vec![sight.id.clone(), c.id.clone()];
            let alone = targets.len() == 1;
            asked.extend(here(r, sight, (target.address, scheme), gateway, ids).map(|one| AskedHere { alone, ..one }));
        }
    } else {
        let causes = [Cause::OriginRefused, Cause::AppSocketMissing, Cause::AppSocketPermission];
        for (log, kind) in causes.into_iter().flat_map(|cause| told_by_logs(r, cause)) {
            for upstream in &kind.upstreams {
                let (scheme, address) = upstream.name.split_once("://").unwrap_or(("", &upstream.name));
                let ids = vec![sight.id.clone(), log.clone()];
                asked.extend(here(r, sight, (address, scheme), processes_of(&kind.writer), ids));
            }
        }
    }
    let answers_here = answers_here(r, sight);
    asked.into_iter().map(|one| AskedHere { status, answers_here, ..one }).collect()
}

/// Why what was seen on this machine says nothing about the failing page: `untold` where nothing names the servers that
/// the gateway asks, `elsewhere` where none of those named is one of this machine's.
pub fn no_server_here(r: &Reading<'_>) -> Option<&'static str> {
    if r.server.is_empty() || r.bad_looks().is_empty() || !asked_here(r).is_empty() {
        return None;
    }
    let named = configured(r).is_some() || r.origin.logs.iter().filter_map(|look| look.log.seen()).any(names_servers);
    Some(if named { "elsewhere" } else { "untold" })
}

fn names_servers(log: &LogSummary) -> bool {
    log.kinds.iter().any(|kind| !kind.upstreams.is_empty())
}

fn answers_here(r: &Reading<'_>, sight: &Sight<'_>) -> bool {
    let status = |sight: &Sight<'_>| sight.answer().map(|answer| answer.status);
    let alike = r.origin.looks.iter().filter(|look| look.outcome.is_bad() && status(look) == status(sight));
    alike.chain([sight]).any(|look| r.surroundings.is_this_device(look.ip()))
}

fn here(
    r: &Reading<'_>,
    sight: &Sight<'_>,
    (address, scheme): (&str, &str),
    gateway: &'static [&'static str],
    mut ids: Vec<ObservationId>,
) -> Option<AskedHere> {
    let at = match socket_path(address) {
        Some(path) => At::Socket(path),
        None => port(&with_port(address, scheme))?,
    };
    let own = |ip: &IpAddr| class(*ip) == IpClass::Loopback || r.surroundings.is_this_device(*ip);
    // Addresses of private networks and of the machine itself mean another one on each machine.
    let unmistakable = match &at {
        At::Port(ips, _) if !ips.iter().all(own) => return None,
        At::Port(ips, _) => ips.iter().all(|ip| class(*ip) == IpClass::Public),
        At::Socket(_) => false,
    };
    let seen_here = gateway_here(r, sight, gateway);
    if !unmistakable && seen_here.is_none() {
        return None;
    }
    ids.extend(seen_here.into_iter().flatten());
    Some(AskedHere { address: address.to_owned(), at, alone: false, answers_here: false, gateway, ids, status: 0 })
}

fn port(address: &str) -> Option<At> {
    let (host, port) = parted(address);
    let port = port.parse().ok()?;
    let ips = match host.parse() {
        Ok(ip) => vec![ip],
        Err(_) if host.eq_ignore_ascii_case("localhost") => {
            vec![IpAddr::V4(Ipv4Addr::LOCALHOST), IpAddr::V6(Ipv6Addr::LOCALHOST)]
        }
        Err(_) => return None,
    };
    Some(At::Port(ips, port))
}

/// Whether the gateway that gave this answer runs on this machine: at an address of its own, or seen among its programs.
pub fn is_gateway_here(r: &Reading<'_>, sight: &Sight<'_>) -> bool {
    let by_program = |gateway: &str| gateway_here(r, sight, processes_of(gateway)).is_some();
    r.surroundings.is_this_device(sight.ip()) || ["nginx", "apache", "haproxy", "caddy"].into_iter().any(by_program)
}

/// Where it is noted that the gateway runs on this machine, and not inside a container of it, whose own addresses and
/// files would be other ones: it takes the site's connections here.
fn gateway_here(r: &Reading<'_>, sight: &Sight<'_>, names: &[&str]) -> Option<Vec<ObservationId>> {
    let (listeners, listeners_id) = r.server.listeners?;
    let at_port: Vec<_> = listeners.iter().filter(|one| one.port == sight.visit.ip_port.port()).collect();
    if at_port.iter().any(|one| one.program.as_deref().is_some_and(|program| names.contains(&program))) {
        return Some(vec![listeners_id.clone()]);
    }
    let untold = at_port.iter().any(|one| one.program.is_none());
    let (_, programs_id) = r.server.programs?;
    let (_, network_id) = r.surroundings.network?;
    let runs = !r.server.running(names).is_empty();
    (untold && runs && has_no_containers(r))
        .then(|| vec![listeners_id.clone(), programs_id.clone(), network_id.clone()])
}

/// Whether it was seen that no containers have their networks here. Where they have, the kernel may hand connections on to
/// them from a port at which nobody listens (iptables-extensions(8), DNAT; Kubernetes, NodePort).
pub fn has_no_containers(r: &Reading<'_>) -> bool {
    let network = r.surroundings.network.and_then(|(network, _)| network.seen());
    network.is_some_and(|network| network.interfaces.iter().all(|interface| !is_for_containers(&interface.name)))
}

/// Bridges and pairs that container programs make.
fn is_for_containers(interface: &str) -> bool {
    ["docker", "br-", "veth", "cni", "podman", "lxc", "cali", "flannel", "cilium", "kube", "nodelocal"]
        .iter()
        .any(|start| interface.starts_with(start))
}
