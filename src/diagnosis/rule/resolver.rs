//! The DNS server in use, against all others.

use std::collections::BTreeSet;
use std::net::IpAddr;

use super::super::reading::ids;
use super::super::{Basis, Finding, Hypothesis as H, Reading, Rule, verify};
use super::zone;
use crate::evidence::names::is_out_of_place;
use crate::evidence::{Agreement, Outcome, ServerView, Sight, voices};
use crate::model::dns::{Purpose, ServerRole};
use crate::model::ip::{IpClass, class};
use crate::model::{Cause, Claim, FailureKind, Known, ObservationId, Scheme};

pub const RULES: &[Rule] = &[
    Rule {
        id: "resolver-gives-another-address",
        source: "a difference of answers counts by its consequence",
        judge: resolver_gives_another_address,
    },
    Rule { id: "resolver-fails", source: "RFC 1035 section 4.1.1 (RCODE 2, 5), RFC 9520", judge: resolver_fails },
    Rule {
        id: "resolver-denies-the-name",
        source: "RFC 8020; RFC 8914 codes 15 to 18",
        judge: resolver_denies_the_name,
    },
    Rule {
        id: "another-address-works",
        source: "a difference of answers counts by its consequence",
        judge: another_address_works,
    },
    Rule {
        id: "dns-is-intercepted",
        source: "RFC 5737: nobody runs DNS at an address for documentation",
        judge: dns_is_intercepted,
    },
    Rule { id: "public-dns-works", source: "the answers of independent servers", judge: public_dns_works },
];

/// Independent servers that give this address.
fn vouching<'b, 'a>(r: &'b Reading<'a>, ip: IpAddr) -> Vec<&'b ServerView<'a>> {
    r.names.independent().filter(|view| matches!(&view.agreement, Agreement::Gives(ips) if ips.contains(&ip))).collect()
}

fn resolver_gives_another_address(r: &Reading<'_>) -> Vec<Finding> {
    let own: BTreeSet<IpAddr> = r.names.system_ips().iter().copied().collect();
    let named_in_hosts = r
        .surroundings
        .hosts
        .and_then(|(hosts, _)| hosts.seen())
        .is_some_and(|hosts| hosts.entries.iter().any(|entry| entry.name.eq_ignore_ascii_case(&r.target.host)));
    let Some(good) = r.works_elsewhere().filter(|_| !own.is_empty() && !named_in_hosts) else { return Vec::new() };
    let bad: Vec<&Sight<'_>> =
        r.visits.first_looks().filter(|sight| sight.outcome.is_bad() && sight.is_direct()).collect();
    // An address that works when it is asked again is no wrong address.
    let works_again = r.visits.pages().any(|sight| sight.outcome.is_good());
    if bad.is_empty() || !r.fails_at_every_own_address() || works_again {
        return Vec::new();
    }
    let vouching_for_good = vouching(r, good.ip());
    // The domain's own servers, or other resolvers, giving the failing address too acquit the resolver.
    let acquitted = own.iter().any(|ip| !vouching(r, *ip).is_empty());
    let vouching_voices = voices::count(vouching_for_good.iter().copied());
    if vouching_voices < 2 || acquitted {
        return Vec::new();
    }
    let first = bad.first().copied().unwrap_or(good);
    let holds_the_key = bad.iter().all(|sight| sight.is_the_sites_word());
    // An internal address that shows the site's own certificate is the site's internal server: the answer is meant,
    // and whether it is right here is not for outsiders to say (split DNS).
    if holds_the_key && own.iter().all(|ip| class(*ip) == IpClass::Private) {
        return vec![
            Finding::supports(Claim::usual(Cause::StaleDns), Basis::Hint, ids(bad.iter().copied()))
                .in_words("rule-internal-address")
                .with("ip", first.ip())
                .with("other", good.ip()),
        ];
    }
    let shows_itself_strange = bad.iter().any(|sight| is_strange(sight));
    let strange = shows_itself_strange || own.iter().any(|ip| is_out_of_place(*ip));
    let (cause, mut rivals) = match (strange, holds_the_key) {
        (true, _) => (Cause::ResolverHijack, vec![Cause::StaleDns]),
        // R2: who can show the site's certificate belongs to the site, or did.
        (false, true) => (Cause::StaleDns, Vec::new()),
        (false, false) => (Cause::StaleDns, vec![Cause::ResolverHijack]),
    };
    // An office may give a public name an address of its own (split DNS): its own server may be what fails.
    let may_be_meant = !shows_itself_strange && own.iter().all(|ip| class(*ip) == IpClass::Private);
    // Networks of gateways tell everybody other addresses: only where the domain's own servers speak here, and all say
    // the same, is an address that they do not give an old one (R9).
    let one_answer_for_all = r.names.views_of(ServerRole::Authoritative).any(gives_addresses) && all_give_the_same(r);
    let settled = strange || one_answer_for_all;
    if !settled {
        rivals.push(Cause::OneAddressDead);
    }
    let basis = if may_be_meant { Basis::Typical } else { Basis::Measured };
    let mut observations = ids(bad.iter().copied());
    observations.push(good.id.clone());
    observations.extend(vouching_for_good.iter().flat_map(|view| view.ids.iter().take(1).cloned()));
    let words = |finding: Finding| {
        finding
            .with("ip", first.ip())
            .with("other", good.ip())
            .with("count", vouching_voices)
            .verified_by(verify::curl(good))
    };
    let mut struck = vec![H::Link, H::Over, H::Zone, H::Browser, H::Clock, H::HostsFile, H::Checker];
    if !may_be_meant {
        struck.extend([H::Origin, H::Path]);
    }
    if settled && !may_be_meant {
        struck.extend([H::Edge, H::OneAddress]);
    }
    vec![
        words(Finding::supports(Claim::usual(cause), basis, observations).with_rivals(&rivals)),
        words(Finding::strikes(&struck, vec![good.id.clone()])),
    ]
}

fn gives_addresses(view: &ServerView<'_>) -> bool {
    matches!(view.agreement, Agreement::Gives(_))
}

/// Whether all independent servers that give addresses give the same ones.
fn all_give_the_same(r: &Reading<'_>) -> bool {
    let giving = r.names.independent_giving();
    giving.first().is_some_and(|first| giving.iter().all(|view| view.agreement == first.agreement))
}

/// Something that a mere old address of the site would not show: a stranger's certificate, or another kind of page.
fn is_strange(sight: &Sight<'_>) -> bool {
    match sight.outcome {
        Outcome::BadCertificate(_) => true,
        Outcome::Refused(_) => sight.visit.scheme == Scheme::Http,
        _ => false,
    }
}

/// Another address works, whoever vouches for it: yours may be an old one. Too little to say so, enough to mention.
fn another_address_works(r: &Reading<'_>) -> Vec<Finding> {
    let Some(good) = r.works_elsewhere() else { return Vec::new() };
    let doubted = r.bad_looks().into_iter().find(|sight| r.address_is_in_doubt(sight));
    let Some(bad) = doubted else { return Vec::new() };
    vec![
        Finding::supports(Claim::usual(Cause::StaleDns), Basis::Hint, vec![bad.id.clone(), good.id.clone()])
            .with_rivals(&[Cause::ResolverHijack])
            .with("ip", bad.ip())
            .with("other", good.ip())
            .verified_by(verify::curl(good)),
    ]
}

fn resolver_fails(r: &Reading<'_>) -> Vec<Finding> {
    let lookup_failed = match r.names.system {
        Some((Known::Failed(failure), _)) => !failure.is_our_own(),
        // It was still waiting when the others had long answered.
        Some((Known::NotTried(_), _)) | None => true,
        Some((Known::Seen(ips), _)) => ips.is_empty(),
    };
    let giving = r.names.independent_giving();
    if !lookup_failed || voices::count(giving.iter().copied()) < 2 {
        return Vec::new();
    }
    let system: Vec<_> = r.names.views_of(ServerRole::System).collect();
    let failing: Vec<_> =
        system.iter().filter(|view| matches!(view.agreement, Agreement::Fails(_) | Agreement::Silent(_))).collect();
    let denies = r
        .names
        .system
        .is_some_and(|(ips, _)| ips.failed().is_some_and(|failure| failure.kind == FailureKind::NameNotFound));
    if failing.is_empty() && (denies || !lookup_took_long(r)) {
        return Vec::new();
    }
    let all_fail = !system.is_empty() && failing.len() == system.len();
    // It fails for another, healthy name too: it is the server, not the name.
    let fails_for_all = failing.iter().all(|view| {
        let control = r
            .names
            .asked
            .iter()
            .find(|asked| asked.server == view.server && asked.question.purpose == Purpose::Control);
        control.is_some_and(|asked| match asked.reply {
            Known::Seen(reply) => reply.ips.is_empty(),
            Known::Failed(failure) => !failure.is_our_own(),
            Known::NotTried(_) => false,
        })
    });
    // While the system's own lookup has not ended, it may still get its answer somewhere else.
    let ended = r.names.system.is_some_and(|(ips, _)| ips.tried());
    let proven = ended && all_fail && fails_for_all && r.works_elsewhere().is_some();
    let basis = if proven { Basis::Proof } else { Basis::Measured };
    let mut observations: Vec<ObservationId> = r.names.system.map(|(_, id)| id.clone()).into_iter().collect();
    observations.extend(failing.iter().flat_map(|view| view.ids.iter().cloned()));
    observations.extend(giving.iter().flat_map(|view| view.ids.iter().take(1).cloned()));
    let silent = failing.iter().all(|view| matches!(view.agreement, Agreement::Silent(_)));
    let server = failing.first().map_or_else(String::new, |view| view.server.ip_port.ip().to_string());
    // It distrusts every name: its own list of keys is out of date, since others find nothing wrong (RFC 5011).
    let distrusts_all = fails_for_all && failing.iter().all(|view| zone::gives_unchecked(r, view));
    let message = match (silent, distrusts_all) {
        (true, _) => "rule-resolver-is-silent",
        (false, true) if !failing.is_empty() => "rule-resolver-distrusts-all-names",
        (false, _) => "rule-resolver-fails",
    };
    let verify = failing
        .first()
        .and_then(|view| verify::about(&r.target.host, &format!("dig @{} HOST A", view.server.ip_port.ip())));
    vec![
        Finding::supports(Claim::usual(Cause::ResolverFailing), basis, observations)
            .in_words(message)
            .with("server", server)
            .with("count", voices::count(giving.iter().copied()))
            .verified_by(verify),
    ]
}

/// Longer than others need to answer, in milliseconds: a lookup that still waits then is not merely broken off.
const LONG_MS: u64 = 2_500;

/// Whether the system's lookup failed, or had waited long when it was broken off.
fn lookup_took_long(r: &Reading<'_>) -> bool {
    let Some((ips, _)) = r.names.system else { return false };
    ips.tried() || r.names.system_took_ms.is_some_and(|ms| ms >= LONG_MS)
}

/// "No such name", while others know it: a filter, or a broken server.
fn resolver_denies_the_name(r: &Reading<'_>) -> Vec<Finding> {
    let Some((Known::Failed(failure), id)) = r.names.system else { return Vec::new() };
    let denying: Vec<_> = r
        .names
        .views_of(ServerRole::System)
        .filter(|view| matches!(view.agreement, Agreement::NoSuchName | Agreement::Empty))
        .collect();
    let giving = r.names.independent_giving();
    let hides_it =
        failure.kind == FailureKind::NameNotFound && !denying.is_empty() && voices::count(giving.iter().copied()) >= 2;
    if !hides_it || r.names.independent().any(|view| matches!(view.agreement, Agreement::NoSuchName | Agreement::Empty))
    {
        return Vec::new();
    }
    let mut observations = vec![id.clone()];
    observations.extend(denying.iter().flat_map(|view| view.ids.iter().cloned()));
    observations.extend(giving.iter().flat_map(|view| view.ids.iter().take(1).cloned()));
    vec![
        Finding::supports(Claim::usual(Cause::ResolverHijack), Basis::Measured, observations)
            .with_rivals(&[Cause::StaleDns, Cause::ResolverFailing])
            .with("count", voices::count(giving.iter().copied()))
            .verified_by(verify::about(&r.target.host, "dig HOST A")),
    ]
}

/// Who answers in every server's name may lead astray too, and only the site's own word at the end would show that it
/// has not been so.
fn dns_is_intercepted(r: &Reading<'_>) -> Vec<Finding> {
    let Some(intercepted) = r.names.intercepted().filter(|_| r.target.ip().is_none()) else { return Vec::new() };
    let unsigned = |sight: &&Sight<'_>| sight.is_direct() && !sight.is_the_sites_word();
    let Some(bad) = r.bad_looks().into_iter().find(unsigned) else { return Vec::new() };
    vec![
        Finding::supports(
            Claim::usual(Cause::ResolverHijack),
            Basis::Hint,
            vec![intercepted.id.clone(), bad.id.clone()],
        )
        .with("ip", bad.ip())
        .verified_by(verify::dig(intercepted)),
    ]
}

/// The name is all right where it is asked elsewhere, and the site is reachable there.
fn public_dns_works(r: &Reading<'_>) -> Vec<Finding> {
    let nobody_objects = r
        .names
        .independent()
        .all(|view| matches!(view.agreement, Agreement::Gives(_) | Agreement::Silent(_) | Agreement::Unknown));
    let no_own_address = r.names.system_ips().is_empty() && r.target.ip().is_none();
    let giving = r.names.independent_giving();
    let Some(good) = r.works_elsewhere().filter(|_| no_own_address && voices::count(giving.iter().copied()) >= 2)
    else {
        return Vec::new();
    };
    let mut observations = vec![good.id.clone()];
    observations.extend(giving.iter().flat_map(|view| view.ids.iter().take(1).cloned()));
    let mut struck = vec![
        H::Link,
        H::Path,
        H::Edge,
        H::Origin,
        H::OneAddress,
        H::Portal,
        H::Over,
        H::Fine,
        H::Browser,
        H::Clock,
        H::HostsFile,
        H::Interceptor,
        H::Checker,
    ];
    // Those that check signatures may fail where others give an address.
    if nobody_objects {
        struck.push(H::Zone);
    }
    vec![
        Finding::strikes(&struck, observations)
            .with("ip", good.ip())
            .with("count", voices::count(giving.iter().copied())),
    ]
}

#[cfg(test)]
mod tests;
