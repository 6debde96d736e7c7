//! What the observations contradict. Every rule here only ever adds strikes as evidence is added.

use super::super::reading::ids;
use super::super::{Finding, Hypothesis as H, Reading, Rule, verify};
use crate::evidence::clock;
use crate::evidence::{Agreement, ControlState, Outcome, Sight};
use crate::model::dns::ServerRole;
use crate::model::visit::VisitPurpose;
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
    let signed = bad.iter().copied().chain(over_https);
    let Some(sight) = signed.clone().find(|sight| sight.is_the_sites_word()) else { return Vec::new() };
    let words = |finding: Finding| {
        finding
            .with("status", sight.answer().map_or(0, |answer| answer.status))
            .with("host", &sight.visit.host)
            .verified_by(verify::curl(sight))
    };
    let mut struck = vec![H::Link, H::Portal, H::Path, H::Interceptor, H::Zone, H::Clock];
    if sight.is_direct() {
        struck.push(H::Proxy);
    }
    let mut findings = vec![words(Finding::strikes(&struck, vec![sight.id.clone()]))];
    // Whoever turns this program away says something about callers, and nothing yet about who has to act (R12).
    if let Some(failure) = signed.clone().find(|sight| is_the_sites_failure(sight)) {
        findings.push(words(Finding::the_site_spoke(vec![failure.id.clone()])));
    }
    findings
}

fn is_the_sites_failure(sight: &Sight<'_>) -> bool {
    sight.is_the_sites_word() && !matches!(sight.outcome, Outcome::Refused(_))
}

fn own_request_fails_too(r: &Reading<'_>) -> Vec<Finding> {
    let bad = r.bad_looks();
    let Some(sight) = bad.iter().find(|sight| !matches!(sight.outcome, Outcome::RequestTooLarge(_))) else {
        return Vec::new();
    };
    vec![Finding::strikes(&[H::Browser], vec![sight.id.clone()])]
}

fn controls_work(r: &Reading<'_>) -> Vec<Finding> {
    if !r.controls.internet_works() {
        return Vec::new();
    }
    let working = r.controls.ids(ControlState::Works);
    vec![Finding::strikes(&[H::Link, H::Portal], working.clone()).with("count", working.len())]
}

fn others_fail_too(r: &Reading<'_>) -> Vec<Finding> {
    let looked = r.visits.pages().next().is_some() || r.names.system.is_some();
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
    let nobody_hidden = r.target.scheme() == Scheme::Https || r.controls.any_works();
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
    let right = clock::is_right(r).filter(|_| clock::skew(r).is_none());
    right.into_iter().map(|id| Finding::strikes(&[H::Clock], vec![id])).collect()
}

fn public_certificate(r: &Reading<'_>) -> Vec<Finding> {
    let at_own = r.visits.pages().filter(|sight| sight.visit.scheme == Scheme::Https);
    let vouched: Vec<_> = at_own.filter(|sight| sight.tls().is_some_and(|tls| tls.publicly_authenticated())).collect();
    let Some(first) = vouched.first() else { return Vec::new() };
    let issuer = first.tls().and_then(|tls| tls.chain.first()).map(|leaf| leaf.issuer.clone()).unwrap_or_default();
    vec![
        Finding::strikes(&[H::Interceptor, H::Portal], ids([*first]))
            .with("issuer", issuer)
            .with("host", &first.visit.host)
            .verified_by(verify::openssl(first)),
    ]
}

/// Other servers give the same addresses, or others at which the page ends in the same way.
fn resolvers_agree(r: &Reading<'_>) -> Vec<Finding> {
    if r.target.ip().is_some() {
        return vec![Finding::strikes(&[H::Resolver, H::Zone], Vec::new()).in_words("rule-no-name-needed")];
    }
    let own = r.names.system_ips();
    let prefixes = &r.surroundings.dns64;
    let is_own = |ip| {
        own.contains(&ip)
            || own.iter().any(|one| crate::model::ip::unmapped(*one, prefixes).map(std::net::IpAddr::V4) == Some(ip))
    };
    let giving = r.names.independent_giving();
    let Some(bad) = r.bad_looks().into_iter().next() else { return Vec::new() };
    let same = |view: &&&crate::evidence::ServerView<'_>| match &view.agreement {
        Agreement::Gives(ips) => ips.iter().any(|ip| is_own(*ip)),
        _ => false,
    };
    let agreeing = giving.iter().filter(same).count();
    let elsewhere: Vec<_> = r.names.elsewhere_ips().into_iter().map(|(ip, _)| ip).filter(|ip| !is_own(*ip)).collect();
    let looked_at = r.visits.with(crate::model::visit::VisitPurpose::OtherAddress);
    let alike = looked_at.filter(|sight| sight.outcome.is_bad() && sight.outcome.resembles(&bad.outcome)).count();
    let decided = agreeing >= 1 && (elsewhere.is_empty() || r.works_elsewhere().is_none())
        || alike >= 1 && r.works_elsewhere().is_none();
    if !decided {
        return Vec::new();
    }
    let observations = giving.iter().filter(same).flat_map(|view| view.ids.iter().cloned()).take(6).collect();
    vec![Finding::strikes(&[H::Resolver], observations).with("count", agreeing)]
}

fn name_resolves_everywhere(r: &Reading<'_>) -> Vec<Finding> {
    let giving = r.names.independent_giving();
    let denying = r
        .names
        .independent()
        .any(|view| matches!(view.agreement, Agreement::NoSuchName | Agreement::Empty | Agreement::Fails(_)));
    if giving.len() < 2 || denying {
        return Vec::new();
    }
    let observations = giving.iter().flat_map(|view| view.ids.iter().cloned()).take(6).collect();
    vec![Finding::strikes(&[H::Zone], observations).with("count", giving.len())]
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
    let own = r.names.system_ips();
    let asked = r.visits.page_ip_ports();
    let routed = |ip: &&std::net::IpAddr| r.surroundings.has_route(**ip) != Some(false);
    let covered = own.iter().filter(routed).all(|ip| asked.iter().any(|one| one.ip() == *ip));
    if asked.is_empty() || !covered || r.visits.pages().any(|sight| sight.outcome.is_good()) {
        return Vec::new();
    }
    vec![Finding::strikes(&[H::OneAddress], ids(r.visits.first_looks())).with("count", asked.len())]
}

/// A TCP connection to an address that several DNS servers give for the site proves the way there.
fn path_to_site_works(r: &Reading<'_>) -> Vec<Finding> {
    let connected = r.visits.pages().find(|sight| sight.is_direct() && sight.visit.trace.tcp.seen().is_some());
    let Some(sight) = connected.filter(|sight| sight.tls().is_some_and(|tls| tls.publicly_authenticated())) else {
        return Vec::new();
    };
    vec![Finding::strikes(&[H::Path, H::Link], vec![sight.id.clone()])]
}

fn page_fails_now(r: &Reading<'_>) -> Vec<Finding> {
    let bad = r.bad_looks();
    let first: Vec<_> = bad.into_iter().take(1).collect();
    if first.is_empty() {
        return Vec::new();
    }
    vec![Finding::strikes(&[H::Fine], ids(first))]
}
