//! The site's own gateway: unreachable, refusing, looping, talking HTTP/2 badly, keeping an old error.

use std::collections::HashMap;
use std::net::SocketAddr;

use super::super::reading::ids;
use super::super::{Basis, Finding, Hypothesis as H, Reading, Rule, verify};
use crate::evidence::{Outcome, Sight};
use crate::model::visit::VisitPurpose;
use crate::model::{Cause, Claim, FailureKind, Fault, ObservationId};

pub const RULES: &[Rule] = &[
    Rule { id: "gateway-refuses-connections", source: "RFC 9293 section 3.10.7.1", judge: gateway_refuses_connections },
    Rule { id: "both-ports-refuse", source: "RFC 9293 section 3.10.7.1", judge: both_ports_refuse },
    Rule { id: "redirects-go-in-circles", source: "RFC 9110 section 15.4", judge: redirects_go_in_circles },
    Rule { id: "gateway-turns-away", source: "RFC 9110 section 15.5.4", judge: gateway_turns_away },
    Rule { id: "too-many-requests", source: "RFC 6585 section 4", judge: too_many_requests },
    Rule { id: "http2-fails-where-http1-works", source: "RFC 9113 section 5.4", judge: http2_fails },
    Rule { id: "gateway-closes-without-a-word", source: "RFC 9112 section 9.6", judge: gateway_closes_without_a_word },
    Rule { id: "error-comes-from-a-store", source: "RFC 9111 section 5.1, RFC 9211", judge: error_comes_from_a_store },
];

/// Failing looks in a row before one good variant counts as more than chance.
const ENOUGH: usize = 3;

fn gateway_refuses_connections(r: &Reading<'_>) -> Vec<Finding> {
    // None gives a connection; those that keep silent beside one that says no change nothing about it.
    let refused = |sight: &&Sight<'_>| {
        sight.is_direct() && matches!(sight.outcome, Outcome::NoTcp(failure) if failure.is_clear_no())
    };
    let looks: Vec<&Sight<'_>> = r.visits.first_looks().filter(refused).collect();
    if !r.every_first_look(|outcome| matches!(outcome, Outcome::NoTcp(_))) || !r.controls.any_works() {
        return Vec::new();
    }
    let Some(first) = looks.first() else { return Vec::new() };
    let words = |finding: Finding| {
        finding.with("ip", first.ip()).with("port", first.visit.ip_port.port()).verified_by(verify::curl(first))
    };
    vec![
        words(Finding::supports(Claim::usual(Cause::EdgeUnreachable), Basis::Measured, ids(looks.iter().copied()))),
        words(Finding::strikes(
            &[H::Origin, H::Fine, H::Browser, H::Zone, H::Interceptor, H::Clock],
            ids(looks.iter().copied()),
        )),
    ]
}

/// The machine is there and refuses on both web ports: nobody serves there, for anybody.
fn both_ports_refuse(r: &Reading<'_>) -> Vec<Finding> {
    let refuses =
        |sight: &&Sight<'_>| matches!(sight.outcome, Outcome::NoTcp(failure) if failure.kind == FailureKind::Refused);
    let page = r.visits.first_looks().find(refuses);
    let other = r.visits.with(VisitPurpose::OtherScheme).find(refuses);
    match (page, other) {
        (Some(page), Some(other)) if r.controls.internet_works() => {
            vec![
                Finding::strikes(&[H::Path, H::Checker], vec![page.id.clone(), other.id.clone()])
                    .with("ip", page.ip())
                    .with("port", page.visit.ip_port.port())
                    .with("other", other.visit.ip_port.port()),
            ]
        }
        _ => Vec::new(),
    }
}

fn redirects_go_in_circles(r: &Reading<'_>) -> Vec<Finding> {
    let Some(chain) = r.visits.redirect_loop() else { return Vec::new() };
    // A site may redirect to itself to see whether a cookie comes back, and this program sends none.
    let sets_cookies =
        chain.iter().any(|sight| sight.answer().is_some_and(|answer| answer.header("set-cookie").is_some()));
    let signed = chain.iter().all(|sight| sight.is_the_sites_word());
    // A long way through sign-in pages is not a circle: browsers follow twenty hops.
    let comes_back = r.visits.comes_back(&chain);
    let basis = match (sets_cookies || !comes_back, signed) {
        (true, _) => Basis::Hint,
        (false, true) => Basis::Proof,
        (false, false) => Basis::Measured,
    };
    let rivals: &[Cause] = if basis == Basis::Hint { &[Cause::Healthy] } else { &[] };
    let to = chain.last().and_then(|sight| sight.answer()?.header("location").map(str::to_owned)).unwrap_or_default();
    let first = chain.first().copied();
    let mut struck = vec![H::Link, H::Portal, H::Path, H::Zone];
    if basis > Basis::Hint {
        struck.push(H::Fine);
    }
    vec![
        Finding::supports(Claim::at(Fault::SiteEdge, Cause::RedirectLoop), basis, ids(chain.iter().copied()))
            .with_rivals(rivals)
            .with("count", chain.len())
            .with("to", without_query(&to))
            .verified_by(first.and_then(verify::curl)),
        Finding::strikes(&struck, ids(chain.iter().copied())).with("count", chain.len()).with("to", without_query(&to)),
    ]
}

fn without_query(url: &str) -> String {
    url.split(['?', '#']).next().unwrap_or_default().chars().filter(|c| !c.is_control()).take(200).collect()
}

fn gateway_turns_away(r: &Reading<'_>) -> Vec<Finding> {
    let looks = r.bad_looks();
    let refused: Vec<&Sight<'_>> = looks
        .iter()
        .copied()
        .filter(|sight| matches!(sight.outcome, Outcome::Refused(answer) if answer.status == 403))
        .collect();
    let Some(first) = refused.first() else { return Vec::new() };
    // Turned away only after it had let us in: that is about our asking.
    if r.visits.pages().any(|sight| sight.outcome.is_good()) {
        return Vec::new();
    }
    let identified = r.identified(first);
    let by_words = identified.is_some_and(|identified| {
        identified.challenge || identified.meanings.iter().any(|meaning| meaning.claim.cause == Cause::EdgeBlocked)
    });
    let basis = if by_words { Basis::Typical } else { Basis::Hint };
    // What the user saw is another answer: this program was merely taken for a robot (R12), and has not seen it.
    let saw_another = r.said.is_some() && r.said_status() != Some(403);
    // "Too many requests" beside it is of the same wall.
    let is_limit = |sight: &Sight<'_>| sight.answer().is_some_and(|answer| answer.status == 429);
    let limited_ms = looks.iter().find(|sight| is_limit(sight)).map(|sight| sight.at_ms);
    // An answer before that limit says that it is a wall rather than a limit which was there from the start.
    let let_in = |sight: &&Sight<'_>| {
        sight.answer().is_some()
            && !matches!(sight.outcome, Outcome::Refused(_))
            && limited_ms.is_some_and(|limited| sight.at_ms <= limited)
    };
    let of_the_wall = || {
        let refused = looks.iter().copied().filter(|sight| matches!(sight.outcome, Outcome::Refused(_)));
        refused.chain(r.visits.all.iter().filter(let_in))
    };
    let name = identified
        .and_then(|identified| identified.author().or(identified.speakers.last()))
        .map(|speaker| speaker.name.clone());
    let supports = if saw_another {
        Finding::supports(Claim::usual(Cause::Unknown), Basis::Hint, ids(of_the_wall()))
            .with_rivals(&[Cause::EdgeBlocked])
    } else {
        Finding::supports(Claim::usual(Cause::EdgeBlocked), basis, ids(of_the_wall()))
    };
    vec![
        supports.with("name", name.unwrap_or_else(|| "the site's gateway".to_owned())).verified_by(verify::curl(first)),
    ]
}

fn too_many_requests(r: &Reading<'_>) -> Vec<Finding> {
    // After any other answer it may be our asking that is too much; other refusals beside it are of the same wall.
    let answered: Vec<&Sight<'_>> = r.visits.all.iter().filter(|sight| sight.answer().is_some()).collect();
    let is_refusal = |sight: &&&Sight<'_>| matches!(sight.outcome, Outcome::Refused(_));
    let is_limit = |sight: &&&Sight<'_>| {
        sight.is_the_page() && is_refusal(sight) && sight.answer().is_some_and(|answer| answer.status == 429)
    };
    let wait =
        |sight: &Sight<'_>| sight.answer().and_then(|answer| answer.header("retry-after")).unwrap_or("").to_owned();
    if let Some(sight) = answered.iter().take_while(is_refusal).find(is_limit) {
        return vec![
            Finding::supports(Claim::usual(Cause::RateLimited), Basis::Measured, vec![sight.id.clone()])
                .with("wait", wait(sight))
                .verified_by(verify::curl(sight)),
        ];
    }
    let Some(sight) = answered.iter().filter(|sight| sight.says_something()).find(is_limit) else { return Vec::new() };
    // An error of the page itself speaks for a cause of its own.
    let was_let_in = |other: &&&Sight<'_>| {
        let of_another_page = !other.is_the_page() && !is_refusal(other);
        (other.outcome.is_good() || of_another_page) && other.at_ms <= sight.at_ms
    };
    let let_in = answered.iter().filter(was_let_in);
    let observations: Vec<ObservationId> = let_in.map(|other| other.id.clone()).collect();
    if observations.is_empty() {
        return Vec::new();
    }
    let observations = observations.into_iter().chain([sight.id.clone()]).collect();
    vec![
        Finding::supports(Claim::usual(Cause::Unknown), Basis::Hint, observations)
            .with_rivals(&[Cause::RateLimited])
            .in_words("rule-our-requests-may-be-too-many")
            .with("wait", wait(sight))
            .verified_by(verify::curl(sight)),
    ]
}

fn spoke_http2(sight: &Sight<'_>) -> bool {
    sight.tls().is_some_and(|tls| tls.alpn.as_deref() == Some("h2"))
}

fn http2_fails(r: &Reading<'_>) -> Vec<Finding> {
    let works_over_http1 =
        |sight: &Sight<'_>, twin: &Sight<'_>| twin.visit.ip_port == sight.visit.ip_port && twin.outcome.is_good();
    let failing = r.visits.pages().filter(|sight| spoke_http2(sight)).filter(|sight| sight.outcome.is_bad());
    let pairs: Vec<_> = failing
        .filter_map(|sight| {
            Some((sight, r.visits.with(VisitPurpose::Http1).find(|twin| works_over_http1(sight, twin))?))
        })
        .collect();
    let breaks_off = |sight: &Sight<'_>| matches!(sight.outcome, Outcome::NoAnswer(failure) if failure.kind != FailureKind::TimedOut);
    if let Some((broken, twin)) = pairs.iter().find(|(sight, _)| breaks_off(sight)) {
        let both = vec![broken.id.clone(), twin.id.clone()];
        let struck =
            [H::Origin, H::Fine, H::Link, H::Portal, H::Path, H::Zone, H::OneAddress, H::Resolver, H::HostsFile];
        return vec![
            Finding::supports(Claim::usual(Cause::Http2ProtocolError), Basis::Measured, both.clone())
                .verified_by(verify::curl(broken)),
            Finding::strikes(&struck, both),
        ];
    }
    // A stream that nobody answers may just have met a slow moment; and where HTTP/1.1 gets an answer, though a bad one,
    // the version may be one more thing that is wrong.
    let silent = r.visits.pages().filter(|sight| spoke_http2(sight) && matches!(sight.outcome, Outcome::NoAnswer(_)));
    let mut answered_twins = silent.filter_map(|sight| {
        let at_it = |twin: &&Sight<'_>| twin.answer().is_some() && twin.visit.ip_port == sight.visit.ip_port;
        Some((sight, r.visits.with(VisitPurpose::Http1).find(at_it)?))
    });
    if let Some((silent, twin)) = answered_twins.next() {
        let both = vec![silent.id.clone(), twin.id.clone()];
        let hint = Finding::supports(Claim::usual(Cause::Http2ProtocolError), Basis::Hint, both);
        return vec![hint.with_rivals(&[Cause::Transient]).verified_by(verify::curl(silent))];
    }
    // An error over HTTP/2 each time, and the page over HTTP/1.1: the version is led elsewhere, unless it is chance.
    let error = pairs.iter().find(|(sight, _)| matches!(sight.outcome, Outcome::Error(_)));
    let each_time = |ip_port| matches!(r.visits.tally(ip_port), (0, bad) if bad >= ENOUGH);
    let Some((failed, twin)) = error.filter(|(sight, _)| each_time(sight.visit.ip_port)) else { return Vec::new() };
    let both = vec![failed.id.clone(), twin.id.clone()];
    vec![
        Finding::supports(Claim::usual(Cause::Http2ProtocolError), Basis::Measured, both)
            .with_rivals(&[Cause::GatewayMisconfigured, Cause::PoolPartial])
            .in_words("rule-http2-gets-an-error")
            .with("status", failed.answer().map_or(0, |answer| answer.status))
            .verified_by(verify::curl(failed)),
    ]
}

/// The connection stands, and ends without an answer; over HTTP/1.1 too, where that was tried.
fn gateway_closes_without_a_word(r: &Reading<'_>) -> Vec<Finding> {
    let looks: Vec<&Sight<'_>> =
        r.visits.pages().filter(|sight| matches!(sight.outcome, Outcome::NoAnswer(_))).collect();
    let Some(first) = looks.first() else { return Vec::new() };
    let Outcome::NoAnswer(failure) = first.outcome else { return Vec::new() };
    // Over HTTP/1.1 the same address has words after all.
    let answered_otherwise = spoke_http2(first)
        && r.visits
            .with(VisitPurpose::Http1)
            .any(|twin| twin.answer().is_some() && twin.visit.ip_port == first.visit.ip_port);
    let basis = if answered_otherwise { Basis::Hint } else { Basis::Typical };
    let timed_out = failure.kind == FailureKind::TimedOut;
    let (claim, rivals, message): (Claim, &[Cause], &str) = if timed_out {
        let rivals = &[Cause::OriginOverloaded, Cause::GatewayOverloaded, Cause::OriginTimeoutConnect];
        (Claim::usual(Cause::OriginTimeoutResponse), rivals, "rule-site-keeps-silent")
    } else {
        let rivals = &[Cause::OriginClosedEarly, Cause::OriginReset, Cause::EdgeBlocked];
        let message = match failure.kind {
            FailureKind::Protocol => "rule-answer-is-not-http",
            FailureKind::TooLarge => "rule-answer-head-is-too-large",
            _ => "rule-gateway-closes-without-a-word",
        };
        (Claim::usual(Cause::EdgeInternal), rivals, message)
    };
    let seconds = failure.after_ms / 1_000;
    vec![
        Finding::supports(claim, basis, ids(looks.iter().copied()))
            .with_rivals(rivals)
            .in_words(message)
            .with("seconds", seconds)
            .verified_by(verify::curl(first)),
    ]
}

fn error_comes_from_a_store(r: &Reading<'_>) -> Vec<Finding> {
    let errors: Vec<&Sight<'_>> =
        r.bad_looks().into_iter().filter(|sight| matches!(sight.outcome, Outcome::Error(_))).collect();
    // What is behind the store may be well again, or not: only a request past the store parts the two.
    let claim = Claim::at(Fault::SiteEdge, Cause::GatewayMisconfigured);
    let stored = errors.iter().find_map(|sight| Some((sight, super::stored::sign(sight)?)));
    if let Some((sight, sign)) = stored {
        let age = sign.age_secs.unwrap_or(0);
        return vec![
            Finding::supports(claim, Basis::Hint, vec![sight.id.clone()])
                .with("age", age)
                .verified_by(verify::curl(sight)),
        ];
    }
    let Some((first, again)) = with_one_date(&errors) else { return Vec::new() };
    vec![
        Finding::supports(claim, Basis::Hint, vec![first.id.clone(), again.id.clone()])
            .in_words("rule-error-has-an-old-date")
            .with("date", first.answer().and_then(|answer| answer.header("date")).unwrap_or_default())
            .verified_by(verify::curl(again)),
    ]
}

/// Two answers of one address that carry the same Date though two seconds lie between them. It counts whole seconds,
/// so that within one second two fresh answers share it by chance.
pub(super) fn with_one_date<'b, 'a>(errors: &[&'b Sight<'a>]) -> Option<(&'b Sight<'a>, &'b Sight<'a>)> {
    const APART_MS: u64 = 2_000;
    let key = |sight: &Sight<'a>| Some((sight.visit.ip_port, sight.answer()?.header("date")?));
    let mut last_ms: HashMap<(SocketAddr, &str), u64> = HashMap::new();
    for (key, from_ms) in errors.iter().filter_map(|sight| Some((key(sight)?, sight.from_ms))) {
        let last = last_ms.entry(key).or_insert(from_ms);
        *last = from_ms.max(*last);
    }
    errors.iter().find_map(|first| {
        let (of_first, from_ms) = (key(first)?, first.at_ms + APART_MS);
        last_ms.get(&of_first).filter(|last| **last >= from_ms)?;
        let same = |other: &&&Sight<'a>| other.from_ms >= from_ms && key(other) == Some(of_first);
        Some((*first, *errors.iter().find(same)?))
    })
}

#[cfg(test)]
mod tests;
