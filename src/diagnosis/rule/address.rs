//! One of several: an address, a family, a server behind one address.

use std::collections::HashMap;
use std::net::SocketAddr;

use super::super::reading::ids;
use super::super::{Basis, Finding, Hypothesis as H, Reading, Rule, verify};
use crate::evidence::{Outcome, Sight};
use crate::model::{Cause, Claim, Fault, Known};

pub const RULES: &[Rule] = &[
    Rule {
        id: "one-address-fails",
        source: "Fisher's exact test: 5 of 5 against 0 of 5 gives p = 0.008",
        judge: one_address_fails,
    },
    Rule { id: "ipv6-fails", source: "RFC 8305", judge: ipv6_fails },
    Rule {
        id: "every-other-request-fails",
        source: "good and bad looks in turns at one address",
        judge: every_other_request_fails,
    },
];

/// Good and bad looks of one address.
struct Share {
    ip_port: SocketAddr,
    good: usize,
    bad: usize,
    /// A connection, a handshake or a certificate fails each time: it does not depend on what is behind.
    below_http: bool,
    /// No connection comes about, and nobody says no: the way there may be what is broken.
    silent: bool,
}

fn shares(r: &Reading<'_>) -> Vec<Share> {
    let is_below =
        |outcome: &Outcome<'_>| matches!(outcome, Outcome::NoTcp(_) | Outcome::NoTls(_) | Outcome::BadCertificate(_));
    let is_silent = |outcome: &Outcome<'_>| matches!(outcome, Outcome::NoTcp(failure) if !failure.is_clear_no());
    // All bad looks below HTTP, any of them silent.
    let mut failing: HashMap<SocketAddr, (bool, bool)> = HashMap::new();
    for sight in r.visits.pages().filter(|sight| sight.outcome.is_bad()) {
        let (below, silent) = failing.entry(sight.visit.ip_port).or_insert((true, false));
        *below &= is_below(&sight.outcome);
        *silent |= is_silent(&sight.outcome);
    }
    let of = |ip_port| {
        let (good, bad) = r.visits.tally(ip_port);
        let (below_http, silent) = failing.get(&ip_port).copied().unwrap_or_default();
        Share { ip_port, good, bad, below_http, silent }
    };
    r.visits.page_ip_ports().iter().copied().map(of).collect()
}

/// Split into addresses that always work and addresses that never do; `None` where one does both.
fn split(r: &Reading<'_>) -> Option<(Vec<Share>, Vec<Share>)> {
    let (good, bad): (Vec<Share>, Vec<Share>) = shares(r).into_iter().partition(|share| share.bad == 0);
    (!good.is_empty() && !bad.is_empty() && bad.iter().all(|share| share.good == 0)).then_some((good, bad))
}

fn one_address_fails(r: &Reading<'_>) -> Vec<Finding> {
    let Some((good, bad)) = split(r) else { return Vec::new() };
    if by_family(&good, &bad) && bad.iter().all(|share| share.below_http) {
        return Vec::new();
    }
    // A server that takes turns behind both addresses looks like this too, until each was asked more than once.
    // One pair of addresses that was asked often enough decides; a third that was asked once takes nothing from it.
    let often = |share: &Share, times: usize| share.below_http || share.bad >= times;
    let asked_enough = bad.iter().any(|share| often(share, 2)) && good.iter().any(|share| share.good >= 2);
    let deeply = bad.iter().all(|share| share.below_http)
        || bad.iter().any(|share| often(share, 5)) && good.iter().any(|share| share.good >= 5);
    let basis = if asked_enough { Basis::Measured } else { Basis::Typical };
    let mut rivals: Vec<Cause> = if deeply { Vec::new() } else { vec![Cause::PoolPartial] };
    rivals.extend(broken_way(&bad));
    told(r, &good, &bad, |observations| {
        Finding::supports(Claim::usual(Cause::OneAddressDead), basis, observations).with_rivals(&rivals)
    })
}

/// From one place, an address that keeps silent cannot be told from one that only this network does not reach.
fn broken_way(bad: &[Share]) -> Option<Cause> {
    bad.iter().all(|share| share.silent).then_some(Cause::PathBroken)
}

fn by_family(good: &[Share], bad: &[Share]) -> bool {
    bad.iter().all(|share| share.ip_port.is_ipv6()) && good.iter().all(|share| share.ip_port.is_ipv4())
}

fn ipv6_fails(r: &Reading<'_>) -> Vec<Finding> {
    let Some((good, bad)) = split(r) else { return Vec::new() };
    if !by_family(&good, &bad) || !bad.iter().all(|share| share.below_http) {
        return Vec::new();
    }
    // Whether IPv6 works here at all, others tell: without it, it is not an observation about the site.
    let works_elsewhere = ipv6_works_elsewhere(r);
    let here_only = works_elsewhere == Some(false);
    let fault = if here_only { Fault::YourNetwork } else { Fault::SiteEdge };
    let rivals: Vec<Cause> = broken_way(&bad).filter(|_| !here_only).into_iter().collect();
    let basis = if works_elsewhere.is_some() { Basis::Measured } else { Basis::Typical };
    let message = match works_elsewhere {
        Some(false) => "rule-ipv6-fails-everywhere",
        _ => "rule-ipv6-fails",
    };
    told(r, &good, &bad, |observations| {
        Finding::supports(Claim::at(fault, Cause::Ipv6Broken), basis, observations)
            .with_rivals(&rivals)
            .in_words(message)
    })
}

/// A control or a DNS server over IPv6: worked, failed, or `None` where none was asked.
fn ipv6_works_elsewhere(r: &Reading<'_>) -> Option<bool> {
    let controls = r.controls.looks.iter().filter_map(|look| look.visit.as_ref());
    let visited = controls.filter(|visit| visit.ip_port.is_ipv6()).filter_map(|visit| answered(&visit.trace.tcp));
    let servers = r.names.asked.iter().filter(|asked| asked.server.ip_port.is_ipv6());
    let all: Vec<bool> = visited.chain(servers.filter_map(|asked| answered(asked.reply))).collect();
    // One success is enough; one failure is not.
    match all.contains(&true) {
        true => Some(true),
        false => (all.len() >= 2).then_some(false),
    }
}

/// Whether it was seen; `None` where nobody looked, or we broke it off.
fn answered<T>(look: &Known<T>) -> Option<bool> {
    match look {
        Known::Seen(_) => Some(true),
        Known::Failed(failure) => (!failure.is_our_own()).then_some(false),
        Known::NotTried(_) => None,
    }
}

fn told(
    r: &Reading<'_>,
    good: &[Share],
    bad: &[Share],
    supports: impl Fn(Vec<crate::model::ObservationId>) -> Finding,
) -> Vec<Finding> {
    let at = |shares: &[Share]| -> Vec<SocketAddr> { shares.iter().map(|share| share.ip_port).collect() };
    let (good_at, bad_at) = (at(good), at(bad));
    let looks = r
        .visits
        .pages()
        .filter(|sight| good_at.contains(&sight.visit.ip_port) || bad_at.contains(&sight.visit.ip_port));
    let looks: Vec<&Sight<'_>> = looks.collect();
    let first_bad = looks.iter().find(|sight| sight.outcome.is_bad());
    let list = |at: &[SocketAddr]| at.iter().map(|ip_port| ip_port.ip().to_string()).collect::<Vec<_>>().join(", ");
    let words = |finding: Finding| {
        finding
            .with("bad", list(&bad_at))
            .with("good", list(&good_at))
            .with("tries", looks.len())
            .verified_by(first_bad.and_then(|sight| verify::curl(sight)))
    };
    let mut struck = vec![H::Link, H::Portal, H::Zone, H::Fine, H::Browser, H::Proxy, H::Clock];
    // A connection that does not come about depends on no program behind it, and not on who asks; the other address
    // shows that the gateway as such is well.
    if bad.iter().all(|share| share.below_http) && bad.iter().any(|share| share.bad >= 2) {
        struck.extend([H::Origin, H::Edge, H::Checker]);
    }
    if bad.iter().any(|share| share.bad >= 3) {
        struck.push(H::Over);
    }
    vec![
        words(supports(ids(looks.iter().copied().take(12)))),
        words(Finding::strikes(&struck, ids(looks.iter().copied().take(12)))),
    ]
}

/// The same address answers well and badly in turns: servers behind it differ.
fn every_other_request_fails(r: &Reading<'_>) -> Vec<Finding> {
    let mixed: Vec<Share> = shares(r).into_iter().filter(|share| share.good > 0 && share.bad > 0).collect();
    let turns = mixed.iter().find(|share| returns_to_bad(r, share.ip_port));
    // Once bad and then good is what a recovery looks like as well.
    let Some(share) = turns.or(mixed.first()) else { return Vec::new() };
    let basis = if turns.is_some() { Basis::Measured } else { Basis::Hint };
    let looks: Vec<&Sight<'_>> = r.visits.pages().filter(|sight| sight.visit.ip_port == share.ip_port).collect();
    let first_bad = looks.iter().find(|sight| sight.outcome.is_bad());
    let words = |finding: Finding| {
        finding
            .with("bad", share.bad)
            .with("tries", share.bad + share.good)
            .with("ip", share.ip_port.ip())
            .verified_by(first_bad.and_then(|sight| verify::curl(sight)))
    };
    let struck = [H::Link, H::Portal, H::Zone, H::Resolver, H::Path, H::Fine, H::Proxy, H::Clock, H::HostsFile];
    let claim = Claim::at(Fault::SiteOrigin, Cause::PoolPartial);
    // Every address that takes turns bears witness, though the sentence tells of one.
    let at_any = r.visits.pages().filter(|sight| mixed.iter().any(|share| share.ip_port == sight.visit.ip_port));
    let supports = words(Finding::supports(claim, basis, ids(at_any))).with_rivals(&[Cause::OriginOverloaded]);
    let strikes = turns.map(|_| words(Finding::strikes(&struck, ids(looks.iter().copied()))));
    std::iter::once(supports).chain(strikes).collect()
}

/// A good look comes before a bad one: not a recovery.
fn returns_to_bad(r: &Reading<'_>, ip_port: SocketAddr) -> bool {
    let looks: Vec<bool> =
        r.visits.pages().filter(|sight| sight.visit.ip_port == ip_port).map(|sight| sight.outcome.is_good()).collect();
    let first_good = looks.iter().position(|good| *good);
    first_good.is_some_and(|first| looks.iter().skip(first).any(|good| !good))
}

#[cfg(test)]
mod tests;
