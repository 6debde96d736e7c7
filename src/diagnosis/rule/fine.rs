//! Nothing is wrong, or no longer.

use super::super::reading::ids;
use super::super::{Basis, Finding, Hypothesis as H, Reading, Rule, verify};
use crate::evidence::{Outcome, Sight};
use crate::model::{Cause, Claim, Scheme};

pub const RULES: &[Rule] = &[
    Rule { id: "page-works", source: "RFC 9110 section 15", judge: page_works },
    Rule { id: "site-works-from-here", source: "the looks at the page", judge: site_works_from_here },
    Rule { id: "error-is-over", source: "RFC 9110 section 15.1", judge: error_is_over },
    Rule { id: "failed-then-worked", source: "0.05 > (1 - p)^n", judge: failed_then_worked },
];

/// What the visitor gets at the end of the redirects.
fn end<'b, 'a>(r: &'b Reading<'a>) -> Option<&'b Sight<'a>> {
    match r.visits.chain().last() {
        Some(_) => r.visits.chain_end(),
        None => r.visits.first_looks().next(),
    }
}

fn page_works(r: &Reading<'_>) -> Vec<Finding> {
    let Some(end) = end(r).filter(|_| r.all_looks_are_good() && r.said.is_none()) else { return Vec::new() };
    let Some(answer) = end.answer() else { return Vec::new() };
    let walled = r.visits.wall_after_success().is_some();
    // Never proof: an error that comes one time in a hundred would not have shown itself in so few looks.
    let message = if matches!(end.outcome, Outcome::Deliberate(_)) {
        "rule-page-answers-deliberately"
    } else {
        "rule-page-works"
    };
    let basis = if walled { Basis::Typical } else { Basis::Measured };
    let looks: Vec<&Sight<'_>> = r.visits.pages().collect();
    vec![
        Finding::supports(Claim::usual(Cause::Healthy), basis, ids(looks.iter().copied().take(6)))
            .in_words(message)
            .with("status", answer.status)
            .with("count", looks.len())
            .with("ms", answer.first_byte_ms)
            .verified_by(verify::curl(end)),
    ]
}

/// Success strikes what would have prevented it. Over plain http somebody else may have answered.
fn site_works_from_here(r: &Reading<'_>) -> Vec<Finding> {
    if !r.all_looks_are_good() {
        return Vec::new();
    }
    let Some(end) = end(r) else { return Vec::new() };
    let mut struck = vec![H::Link, H::Path, H::Origin, H::Edge, H::Clock, H::HostsFile];
    // An address that nobody asked may be the one that fails.
    if r.covers_every_own_address() {
        struck.push(H::OneAddress);
    }
    // Over plain http somebody else may have answered for the site.
    if end.is_the_sites_word() {
        struck.extend([H::Portal, H::Interceptor, H::Resolver, H::Proxy, H::Zone]);
    }
    if r.said.is_none() {
        struck.extend([H::Over, H::Checker]);
        // Nobody reported an error that a browser alone could have.
        struck.push(H::Browser);
    }
    vec![Finding::strikes(&struck, ids([end])).with("host", &r.target.host)]
}

/// It works now, and an error was seen before.
fn error_is_over(r: &Reading<'_>) -> Vec<Finding> {
    let Some((_, said)) = &r.said else { return Vec::new() };
    if !r.all_looks_are_good() {
        return Vec::new();
    }
    let looks: Vec<&Sight<'_>> = r.visits.pages().collect();
    let mut observations = ids(looks.iter().copied().take(6));
    observations.push(said.clone());
    vec![
        Finding::supports(Claim::usual(Cause::Transient), Basis::Typical, observations)
            .with_rivals(&[Cause::BrowserState])
            .with("count", looks.len()),
    ]
}

/// The failures lie all before the successes, at every address that failed. A single success is no more than a hint.
fn failed_then_worked(r: &Reading<'_>) -> Vec<Finding> {
    let looks: Vec<&Sight<'_>> = r.visits.pages().collect();
    let Some(last_bad) = looks.iter().rposition(|sight| sight.outcome.is_bad()) else { return Vec::new() };
    let after = looks.get(last_bad + 1..).unwrap_or_default();
    let before_are_bad = looks.iter().take(last_bad).all(|sight| sight.outcome.is_bad());
    let failed: Vec<_> = looks.iter().filter(|sight| sight.outcome.is_bad()).map(|sight| sight.visit.ip_port).collect();
    // It failed each time: two good ones in a row at each address that failed say that it is back.
    let back = failed.iter().all(|ip_port| after.iter().filter(|sight| sight.visit.ip_port == *ip_port).count() >= 2);
    let https = r.target.scheme() == Scheme::Https;
    if !before_are_bad || after.is_empty() {
        return Vec::new();
    }
    let basis = if back { Basis::Measured } else { Basis::Hint };
    let finding = Finding::supports(Claim::usual(Cause::Transient), basis, ids(looks.iter().copied()))
        .with_rivals(&[Cause::PoolPartial])
        .with("bad", last_bad + 1)
        .with("good", after.len());
    let struck = if https && back {
        Finding::strikes(&[H::Link, H::Portal, H::Path], ids(after.iter().copied()))
    } else {
        return vec![finding];
    };
    vec![finding, struck.with("bad", last_bad + 1).with("good", after.len())]
}
