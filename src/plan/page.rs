//! The page itself: at every address of its own, through the proxy in force, and along its redirects.

use std::net::{IpAddr, SocketAddr};

use super::View;
use crate::attempt::{Attempt, VisitPlan};
use crate::evidence::names::is_out_of_place;
use crate::evidence::visits::{HOPS_FOLLOWED, is_same_site, leads_inside, redirect_of};
use crate::model::device::ProxyAddress;
use crate::model::visit::{Via, VisitPurpose};
use crate::model::{Known, Scheme, StepId};

/// Addresses of one family at which the page is asked for.
const PER_FAMILY: usize = 3;
/// Addresses that only other DNS servers give.
const OTHER_ADDRESSES: usize = 2;
/// When the system's lookup counts as late, and other servers' answers are used meanwhile, in milliseconds.
const LATE_MS: u64 = 1_200;

pub fn wish(view: &View<'_>, wishes: &mut Vec<Attempt>) {
    // Whether a proxy is in the way must be known before anything is asked.
    let Some((proxies, _)) = view.evidence.surroundings.proxies else { return };
    let target = &view.config().target;
    let ips = own_ips(view);
    match proxies.seen().and_then(|settings| settings.for_target.as_ref()) {
        Some(proxy) => {
            through_proxy(view, proxy, wishes);
            for ip in ips.iter().take(2) {
                let plan =
                    VisitPlan { purpose: VisitPurpose::Direct, ..VisitPlan::page(target.url.clone(), at(view, *ip)) };
                wishes.push(Attempt::Visit(plan));
            }
        }
        None => {
            for (number, ip) in ips.iter().enumerate() {
                // A link that works only once is used only once.
                let root_only = number > 0 && target.has_one_time_token();
                let plan = VisitPlan { root_only, ..VisitPlan::page(target.url.clone(), at(view, *ip)) };
                wishes.push(Attempt::Visit(plan));
            }
        }
    }
    follow_redirects(view, wishes);
    other_addresses(view, wishes);
}

/// The addresses that this device gets for the target, as far as it can reach their families.
pub fn own_ips(view: &View<'_>) -> Vec<IpAddr> {
    let ips = match view.config().target.ip() {
        Some(ip) => vec![ip],
        None => view.evidence.names.system_ips().to_vec(),
    };
    let mut chosen: Vec<IpAddr> = Vec::new();
    for ip in ips {
        let of_family = chosen.iter().filter(|other| other.is_ipv4() == ip.is_ipv4()).count();
        if of_family < PER_FAMILY && is_worth_trying(view, ip) && !chosen.contains(&ip) {
            chosen.push(ip);
        }
    }
    chosen
}

/// Whether the address's family is wanted, and this device has a route for it.
pub fn is_worth_trying(view: &View<'_>, ip: IpAddr) -> bool {
    let family = if ip.is_ipv4() { 4 } else { 6 };
    if view.config().only_family.is_some_and(|only| only != family) {
        return false;
    }
    // IPv4 goes without saying until the contrary is known; IPv6 is missing too often for that.
    match (view.evidence.surroundings.has_route(ip), view.evidence.surroundings.network) {
        (Some(routed), _) => routed,
        (None, Some(_)) => true,
        (None, None) => ip.is_ipv4(),
    }
}

fn at(view: &View<'_>, ip: IpAddr) -> SocketAddr {
    SocketAddr::new(ip, view.config().target.port)
}

fn through_proxy(view: &View<'_>, proxy: &ProxyAddress, wishes: &mut Vec<Attempt>) {
    let ip = match proxy.host.parse::<IpAddr>() {
        Ok(ip) => Some(ip),
        Err(_) => {
            wishes.push(Attempt::Lookup { host: proxy.host.clone() });
            lookup_of(view, &proxy.host)
        }
    };
    if let Some(ip) = ip {
        let plan = VisitPlan {
            via: Via::Proxy(proxy.clone()),
            ..VisitPlan::page(view.config().target.url.clone(), SocketAddr::new(ip, proxy.port))
        };
        wishes.push(Attempt::Visit(plan));
    }
}

/// The first address that the system gave for another name.
pub fn lookup_of(view: &View<'_>, host: &str) -> Option<IpAddr> {
    use crate::model::Seen;
    let ips = view.progress.case.observations.iter().find_map(|observation| match &observation.seen {
        Seen::SystemLookup { host: name, ips: Known::Seen(ips) } if name == host => Some(ips),
        _ => None,
    })?;
    ips.iter().copied().find(|ip| is_worth_trying(view, *ip))
}

/// One hop after the other, at one address each, as a browser goes.
fn follow_redirects(view: &View<'_>, wishes: &mut Vec<Attempt>) {
    let target = &view.config().target;
    let chain = view.evidence.visits.chain();
    let Some(last) = chain.last() else { return };
    let number = u8::try_from(chain.len()).unwrap_or(u8::MAX);
    let Some(to) = redirect_of(last) else { return };
    if number > HOPS_FOLLOWED || view.evidence.visits.redirect_loop().is_some() || target.has_one_time_token() {
        return;
    }
    let Some(host) = crate::model::target::host_of(&to) else { return };
    let port = to.port_or_known_default().unwrap_or(Scheme::Https.default_port());
    let ip_port = match host.parse::<IpAddr>() {
        Ok(ip) => Some(SocketAddr::new(ip, port)),
        // The same name stays at the same address, so that the chain is one visitor's.
        Err(_) if host == last.visit.host && last.is_direct() => Some(SocketAddr::new(last.ip(), port)),
        Err(_) => {
            wishes.push(Attempt::Lookup { host: host.clone() });
            lookup_of(view, &host).map(|ip| SocketAddr::new(ip, port))
        }
    };
    let named = host.parse::<IpAddr>().ok().or(ip_port.map(|ip_port| ip_port.ip()));
    if named.is_some_and(|ip| leads_inside(last, target, ip)) {
        return;
    }
    let (ip_port, via) = match &last.visit.via {
        Via::Direct => (ip_port, Via::Direct),
        Via::Proxy(proxy) => (Some(last.visit.ip_port), Via::Proxy(proxy.clone())),
    };
    if let Some(ip_port) = ip_port {
        // Where the site sends us to somebody else, his home page tells whether he is well. What stands in the address
        // may be the visitor's secret, and is for him to hand over.
        let root_only = !is_same_site(target, &host);
        let plan = VisitPlan { purpose: VisitPurpose::Hop(number), via, root_only, ..VisitPlan::page(to, ip_port) };
        wishes.push(Attempt::Visit(plan));
    }
}

/// Addresses that only others give count when the own ones fail: a difference of answers matters by its consequence.
fn other_addresses(view: &View<'_>, wishes: &mut Vec<Attempt>) {
    let target = &view.config().target;
    if view.progress.skips(StepId::Dns) || view.evidence.surroundings.proxy().is_some() {
        return;
    }
    let names = &view.evidence.names;
    let own = names.system_ips();
    let lookup_failed = names.system.is_some_and(|(ips, _)| ips.seen().is_none_or(Vec::is_empty));
    let lookup_late = names.system.is_none() && view.progress.elapsed_ms >= LATE_MS;
    let page_fails = view.evidence.visits.first_bad().is_some();
    let out_of_place = own.iter().any(|ip| is_out_of_place(*ip));
    if target.ip().is_some() || !(lookup_failed || lookup_late || page_fails || out_of_place) {
        return;
    }
    let mut others = names.elsewhere_ips();
    others.retain(|(ip, _)| !is_own(view, own, *ip) && !is_out_of_place(*ip) && is_worth_trying(view, *ip));
    others.sort_by_key(|(ip, count)| (std::cmp::Reverse(*count), *ip));
    for (ip, _) in others.into_iter().take(OTHER_ADDRESSES) {
        let plan = VisitPlan {
            purpose: VisitPurpose::OtherAddress,
            root_only: target.has_one_time_token(),
            ..VisitPlan::page(target.url.clone(), at(view, ip))
        };
        wishes.push(Attempt::Visit(plan));
    }
}

/// Whether this device has the address too, be it translated.
fn is_own(view: &View<'_>, own: &[IpAddr], ip: IpAddr) -> bool {
    let prefixes = &view.evidence.surroundings.dns64;
    own.iter().any(|one| *one == ip || crate::model::ip::unmapped(*one, prefixes).map(IpAddr::V4) == Some(ip))
}
