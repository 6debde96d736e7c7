//! What the observations contradict. Every rule here only ever adds strikes as evidence is added.

use std::net::IpAddr;

use super::super::reading::ids;
use super::super::{Finding, Hypothesis as H, Reading, Rule, verify};
use super::{clear_text, own_servers, world};
use crate::evidence::clock;
use crate::evidence::controls::ControlSight;
use crate::evidence::{Agreement, ControlState, Outcome, ServerView, Sight, voices};
use crate::model::dns::ServerRole;
use crate::model::visit::{Trust, VisitPurpose};
use crate::model::{Known, Scheme};

pub const RULES: &[Rule] = &[
    Rule {
        id: "site-spoke-over-tls",
        source: "RFC 9110 section 4.3.4; RFC 8446 section 4.4.3",
        judge: site_spoke_over_tls,
    },
    Rule {
        id: "own-request-fails-too",
        source: "the clean request has no browser state",
        judge: own_request_fails_too,
    },
    Rule { id: "controls-work", source: "two of several independent operators", judge: controls_work },
    Rule { id: "others-fail-too", source: "a fault of one site does not silence the others", judge: others_fail_too },
    Rule { id: "router-answers", source: "RFC 792, RFC 4443, RFC 9293", judge: router_answers },
    Rule { id: "hosts-file-is-clean", source: "hosts(5)", judge: hosts_file_is_clean },
    Rule { id: "no-proxy-in-force", source: "the environment and the system's settings", judge: no_proxy_in_force },
    Rule { id: "clock-is-right", source: "RFC 9110 section 6.6.1 (Date)", judge: clock_is_right },
    Rule { id: "public-certificate", source: "bundled root list of Mozilla", judge: public_certificate },
    Rule { id: "resolvers-agree", source: "a difference counts by its consequence", judge: resolvers_agree },
    Rule { id: "name-resolves-everywhere", source: "RFC 1034 section 4.3", judge: name_resolves_everywhere },
    Rule {
        id: "fails-again-and-again",
        source: "three looks in a row, none of them good",
        judge: fails_again_and_again,
    },
    Rule { id: "fails-at-every-address", source: "every address of its own was asked", judge: fails_at_every_address },
    Rule { id: "path-to-site-works", source: "RFC 9293 section 3.5", judge: path_to_site_works },
    Rule { id: "page-fails-now", source: "the look at the page", judge: page_fails_now },
];

/// R1, R2: whoever speaks over a handshake with a public certificate for this name speaks for the site.
fn site_spoke_over_tls(r: &Reading<'_>) -> Vec<Finding> {
    let bad = r.bad_looks();
    // Over plain http anybody may have spoken: the same failure over https is the site's word about itself (R4).
    let over_https = r.visits.with(VisitPurpose::OtherScheme).find(|sight| {
        sight.is_the_sites_word() && bad.first().is_some_and(|first| sight.outcome.resembles(&first.outcome))
    });
    // A good status with half a body behind it may have been cut off by anybody on the way.
    let spoke = |sight: &&Sight<'_>| sight.is_the_sites_word() && !matches!(sight.outcome, Outcome::Incomplete(..));
    let looks: Vec<&Sight<'_>> = bad.iter().copied().chain(over_https).filter(spoke).collect();
    // Being turned away, or asked to prove that one is human, is about who asks: no fault of the site by itself.
    let fails = |sight: &&&Sight<'_>| {
        let challenge = r.identified(sight).is_some_and(|identified| identified.challenge);
        !matches!(sight.outcome, Outcome::Refused(_)) && !challenge && !r.address_is_in_doubt(sight)
    };
    let words = |finding: Finding, sight: &Sight<'_>| {
        finding
            .with("status", sight.answer().map_or(0, |answer| answer.status))
            .with("host", &sight.visit.host)
            .verified_by(verify::curl(sight))
    };
    // Through a proxy too: inside the tunnel nobody else can speak.
    let mut struck = vec![H::Link, H::Portal, H::Path, H::Interceptor, H::Clock, H::Proxy];
    // A server of old may hold the key as well: where the domain's own servers contradict one another, one of them may
    // still lead there.
    if own_servers::contradiction(r).is_none() {
        struck.push(H::Zone);
    }
    let spoken = looks.iter().take(1).map(|sight| words(Finding::strikes(&struck, vec![sight.id.clone()]), sight));
    let failed = looks.iter().find(fails).map(|sight| words(Finding::the_site_spoke(vec![sight.id.clone()]), sight));
    spoken.chain(failed).collect()
}

fn own_request_fails_too(r: &Reading<'_>) -> Vec<Finding> {
    let bad = r.bad_looks();
    // A wall that takes this program for a robot says nothing about what a browser met (R12).
    let walled = |sight: &Sight<'_>| matches!(sight.outcome, Outcome::RequestTooLarge(_) | Outcome::Refused(_));
    let Some(sight) = bad.iter().find(|sight| !walled(sight)) else { return Vec::new() };
    vec![Finding::strikes(&[H::Browser], vec![sight.id.clone()])]
}

fn controls_work(r: &Reading<'_>) -> Vec<Finding> {
    if !r.controls.internet_works() {
        return Vec::new();
    }
    let working = r.controls.ids(ControlState::Works);
    // A sign-in page may let https through and answer for every http address: each scheme has to speak for itself.
    let of_scheme =
        |control: &ControlSight<'_>| control.look.visit.as_ref().is_some_and(|visit| visit.scheme == r.target.scheme());
    let struck: &[H] =
        if r.controls.in_state(ControlState::Works).any(of_scheme) { &[H::Link, H::Portal] } else { &[H::Link] };
    vec![Finding::strikes(struck, working.clone()).with("count", working.len())]
}

fn others_fail_too(r: &Reading<'_>) -> Vec<Finding> {
    // A server on this very device is not one of many that a line keeps away.
    let looked = (r.visits.pages().next().is_some() || r.names.system.is_some()) && !r.stays_on_this_device();
    let direct = r.surroundings.proxies.is_some_and(|(proxies, _)| {
        proxies.seen().is_some_and(|settings| settings.for_target.is_none() && settings.for_http.is_none())
    });
    if !(r.controls.none_came_through() && r.site_gives_no_tcp() && looked && direct) || public_servers_answered(r) {
        return Vec::new();
    }
    let mut observations = r.controls.ids(ControlState::Silent);
    observations.extend(r.controls.ids(ControlState::Unresolved));
    let struck = [H::Edge, H::Origin, H::OneAddress, H::Zone, H::Path, H::HostsFile, H::Over, H::Browser, H::Resolver];
    vec![Finding::strikes(&struck, observations)]
}

/// A DNS server out there that answers proves a line to it.
fn public_servers_answered(r: &Reading<'_>) -> bool {
    r.names.asked.iter().any(|asked| {
        matches!(asked.server.role, ServerRole::Public | ServerRole::Authoritative) && asked.reply.seen().is_some()
    })
}

fn router_answers(r: &Reading<'_>) -> Vec<Finding> {
    let answering: Vec<_> = r.surroundings.routers.iter().filter(|(look, _)| look.answers()).collect();
    let Some((look, id)) = answering.first() else { return Vec::new() };
    let ms = look.ping_ms.seen().or(look.tcp_ms.seen()).copied().unwrap_or(0);
    // It says nothing about the line behind it, and so strikes nothing by itself.
    vec![Finding::strikes(&[], vec![(*id).clone()]).with("ip", look.ip).with("ms", ms)]
}

fn hosts_file_is_clean(r: &Reading<'_>) -> Vec<Finding> {
    match r.surroundings.hosts {
        Some((Known::Seen(hosts), id))
            if hosts.entries.iter().all(|entry| !entry.name.eq_ignore_ascii_case(&r.target.host)) =>
        {
            vec![Finding::strikes(&[H::HostsFile], vec![id.clone()])]
        }
        _ => Vec::new(),
    }
}

fn no_proxy_in_force(r: &Reading<'_>) -> Vec<Finding> {
    // A box on the way answers in clear without any setting (R4); one that lets other sites through unaltered does not.
    // It may alter this one alone, where https shows the site without the error.
    let unaltered = r.controls.any_works() && clear_text::alone_fails(r).is_none();
    let nobody_hidden = r.target.scheme() == Scheme::Https || unaltered;
    match r.surroundings.proxies {
        Some((Known::Seen(settings), id))
            if nobody_hidden
                && settings.for_target.is_none()
                && settings.pac_url.is_none()
                && settings.unsupported.is_none() =>
        {
            vec![Finding::strikes(&[H::Proxy], vec![id.clone()])]
        }
        _ => Vec::new(),
    }
}

fn clock_is_right(r: &Reading<'_>) -> Vec<Finding> {
    // A browser that warns may run on another device, or may have run before the clock was set.
    let right = clock::is_right(r).filter(|_| clock::skew(r).is_none() && !r.browser_warned());
    right.into_iter().map(|id| Finding::strikes(&[H::Clock], vec![id])).collect()
}

/// Of the looks that fail, where any do: a good look beside them may have gone another way.
fn public_certificate(r: &Reading<'_>) -> Vec<Finding> {
    let bad = r.bad_looks().into_iter().filter(|sight| sight.is_the_page());
    let looks: Vec<&Sight<'_>> = if r.all_looks_are_good() { r.visits.pages().collect() } else { bad.collect() };
    let vouched = |sight: &&&Sight<'_>| sight.tls().is_some_and(|tls| tls.publicly_authenticated());
    let Some(first) = looks.iter().find(vouched) else { return Vec::new() };
    let issuer = first.tls().and_then(|tls| tls.chain.first()).map(|leaf| leaf.issuer.clone()).unwrap_or_default();
    // Security software may open the browser's connections alone.
    let struck: &[H] = if r.browser_warned() { &[H::Portal] } else { &[H::Interceptor, H::Portal] };
    let finding = Finding::strikes(struck, ids([*first]))
        .with("issuer", issuer)
        .with("host", &first.visit.host)
        .verified_by(verify::openssl(first));
    // Whose root the user added is vouched for by the user, and public it is not.
    let is_added = first.tls().is_some_and(|tls| tls.trust == Trust::Extra);
    vec![if is_added { finding.in_words("rule-added-certificate") } else { finding }]
}

/// Other servers give the same addresses, or others at which the page ends in the same way.
fn resolvers_agree(r: &Reading<'_>) -> Vec<Finding> {
    if r.target.ip().is_some() {
        return vec![Finding::strikes(&[H::Resolver, H::Zone], Vec::new()).in_words("rule-no-name-needed")];
    }
    let Some(bad) = r.bad_looks().into_iter().next() else { return Vec::new() };
    let own = r.names.system_ips();
    // The resolver's answer is another's answer too: what is wrong with it is not the resolver's doing.
    let fails_here = |ip: &IpAddr| r.visits.first_looks().any(|sight| sight.ip() == *ip && sight.outcome.is_bad());
    let failing: Vec<IpAddr> = own.iter().copied().filter(fails_here).collect();
    let vouched = |ip: &IpAddr| r.is_vouched_for(*ip);
    let acquitted = match r.works_elsewhere() {
        // Good and bad addresses are told apart, so the failing ones have to be vouched for.
        Some(_) => failing.iter().any(vouched),
        None => own.iter().any(vouched),
    };
    let looked_at = r.visits.with(VisitPurpose::OtherAddress);
    let alike = looked_at.filter(|sight| sight.outcome.is_bad() && sight.outcome.resembles(&bad.outcome)).count();
    if !acquitted && (alike == 0 || r.works_elsewhere().is_some()) {
        return Vec::new();
    }
    let gives_own = |view: &&ServerView<'_>| match &view.agreement {
        Agreement::Gives(ips) => own.iter().any(|ip| ips.contains(ip)),
        _ => false,
    };
    let agreeing: Vec<&ServerView<'_>> = r.names.independent().filter(gives_own).collect();
    let observations = agreeing.iter().flat_map(|view| view.ids.iter().cloned()).take(6).collect();
    vec![Finding::strikes(&[H::Resolver], observations).with("count", voices::count(agreeing))]
}

/// The name leads to addresses, here and elsewhere. Where it does not lead to any here, those that deny it count too.
fn name_resolves_everywhere(r: &Reading<'_>) -> Vec<Finding> {
    let giving = r.names.independent_giving();
    let voices = voices::count(giving.iter().copied());
    if voices < 2 || r.names.system_ips().is_empty() || own_servers::contradiction(r).is_some() {
        return Vec::new();
    }
    let observations = giving.iter().flat_map(|view| view.ids.iter().cloned()).take(6).collect();
    vec![Finding::strikes(&[H::Zone], observations).with("count", voices)]
}

fn fails_again_and_again(r: &Reading<'_>) -> Vec<Finding> {
    let looks: Vec<_> = r.visits.pages().collect();
    let bad = looks.iter().filter(|sight| sight.outcome.is_bad()).count();
    if bad < 3 || bad < looks.len() {
        return Vec::new();
    }
    vec![Finding::strikes(&[H::Over], ids(looks.iter().copied())).with("count", bad)]
}

/// Every address of the name's own was asked, none worked: it is not one of several.
fn fails_at_every_address(r: &Reading<'_>) -> Vec<Finding> {
    let asked = r.visits.page_ip_ports();
    let any_good = r.visits.pages().any(|sight| sight.outcome.is_good())
        || r.works_elsewhere().is_some()
        || world::works_for_others(r);
    if asked.is_empty() || !r.covers_every_own_address() || any_good {
        return Vec::new();
    }
    vec![Finding::strikes(&[H::OneAddress], ids(r.visits.first_looks())).with("count", asked.len())]
}

/// A failing look itself got through to the holder of the site's key, so the way there is not what fails.
fn path_to_site_works(r: &Reading<'_>) -> Vec<Finding> {
    let bad = r.bad_looks().into_iter().filter(|sight| sight.is_the_page() && sight.is_direct());
    let mut got_through = bad.filter(|sight| {
        let whole = !matches!(sight.outcome, Outcome::Incomplete(..) | Outcome::NoTls(_));
        whole && sight.tls().is_some_and(|tls| tls.publicly_authenticated())
    });
    got_through.next().map(|sight| Finding::strikes(&[H::Path, H::Link], vec![sight.id.clone()])).into_iter().collect()
}

fn page_fails_now(r: &Reading<'_>) -> Vec<Finding> {
    let bad = r.bad_looks();
    let first: Vec<_> = bad.into_iter().take(1).collect();
    if first.is_empty() {
        return Vec::new();
    }
    vec![Finding::strikes(&[H::Fine], ids(first))]
}

#[cfg(test)]
mod tests;
