//! Nothing is wrong, or no longer.

use super::super::reading::ids;
use super::super::{Basis, Finding, Hypothesis as H, Reading, Rule, verify};
use super::{slow_names, world};
use crate::evidence::{Outcome, Sight};
use crate::model::{Cause, Claim, Scheme};

pub const RULES: &[Rule] = &[
    Rule { id: "page-works", source: "RFC 9110 section 15", judge: page_works },
    Rule { id: "site-works-from-here", source: "the looks at the page", judge: site_works_from_here },
    Rule { id: "error-is-over", source: "RFC 9110 section 15.1", judge: error_is_over },
    Rule { id: "failed-then-worked", source: "0.05 > (1 - p)^n", judge: failed_then_worked },
];

/// What the visitor gets at the end of the redirects.
pub(super) fn end<'b, 'a>(r: &'b Reading<'a>) -> Option<&'b Sight<'a>> {
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
    let mut struck = vec![H::Link, H::Path, H::HostsFile];
    if !r.browser_warned() {
        struck.push(H::Clock);
    }
    // What fails for others at the same time is not right because it works here.
    let fails_for_others = world::fails_for_others(r).is_some() || world::one_address_fails_for_all(r);
    if !fails_for_others {
        struck.extend([H::Origin, H::Edge]);
    }
    // An address that nobody asked may be the one that fails.
    if r.covers_every_own_address() && !fails_for_others {
        struck.push(H::OneAddress);
    }
    // Over plain http somebody else may have answered for the site.
    if end.is_the_sites_word() {
        struck.extend([H::Portal, H::Proxy, H::Zone]);
        if !r.browser_warned() {
            struck.push(H::Interceptor);
        }
        // A right answer that came late works, and is no good answer.
        if slow_names::slow_lookup(r).is_none_or(|slow| slow.is_like_everywhere()) {
            struck.push(H::Resolver);
        }
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
    if !r.all_looks_are_good() || r.unsettled().is_some() {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnosis::testing::*;
    use crate::model::{Confidence, FailureKind, Fault};

    const AT: &str = "203.0.113.5";

    fn shop() -> World {
        World::new("https://shop.test/").lookup([AT])
    }

    #[test]
    fn a_page_that_works() {
        let healthy = Claim::usual(Cause::Healthy);
        let login = |end| shop().page(AT, redirect("/login")).hop(1, "https://shop.test/login", AT, end);
        rule_named("page-works")
            .supports("200", shop().page(AT, good()), healthy, Basis::Measured)
            .supports("404 on purpose", shop().page(AT, answer(404, "")), healthy, Basis::Measured)
            .supports("401 of an application", shop().page(AT, answer(401, "")), healthy, Basis::Measured)
            .supports("a redirect to a sign-in page that works", login(good()), healthy, Basis::Measured)
            .supports(
                "429 only after it had worked",
                shop().page(AT, good()).repeat(1, AT, answer(429, "")),
                healthy,
                Basis::Typical,
            )
            .is_silent("the sign-in page fails", login(bad_gateway()))
            .is_silent("the redirect was not followed", shop().page(AT, redirect("/login")))
            .is_silent("the user saw an error", shop().page(AT, good()).said("502"))
            .is_silent("no look ended", shop().page(AT, no_tcp(FailureKind::Cancelled)));
    }

    #[test]
    fn success_strikes_what_would_have_prevented_it() {
        let plain = World::new("http://shop.test/").lookup([AT]).page(AT, good());
        let one_of_two = World::new("https://shop.test/").lookup([AT, "203.0.113.6"]).page(AT, good());
        rule_named("site-works-from-here")
            .strikes("over https", shop().page(AT, good()), &[H::Portal, H::Interceptor, H::OneAddress, H::Browser])
            .spares("over http anybody may have answered", plain, &[H::Portal, H::Interceptor, H::Resolver])
            .spares("an address that nobody asked may be dead", one_of_two, &[H::OneAddress])
            .spares(
                "a reported error may be the browser's",
                shop().page(AT, good()).said("502"),
                &[H::Browser, H::Over],
            )
            .spares(
                "a browser warned, whose clock and software may be others",
                shop().page(AT, good()).said("NET::ERR_CERT_DATE_INVALID"),
                &[H::Clock, H::Interceptor],
            )
            .is_silent("it fails", shop().page(AT, bad_gateway()))
            .is_silent("nothing was asked", shop());
    }

    #[test]
    fn an_error_that_was_seen_and_is_gone() {
        let over = Claim::usual(Cause::Transient);
        rule_named("error-is-over")
            .supports("the page works now", shop().said("502 Bad Gateway").page(AT, good()), over, Basis::Typical)
            .is_silent("a browser's warning", shop().said("NET::ERR_CERT_DATE_INVALID").page(AT, good()))
            .is_silent("an answer to an upload", shop().said("413 Request Entity Too Large").page(AT, good()))
            .is_silent("it still fails", shop().said("502").page(AT, bad_gateway()))
            .is_silent("nobody saw an error", shop().page(AT, good()))
            .is_silent("nothing was asked", shop().said("502"));
    }

    #[test]
    fn failures_before_successes() {
        let over = Claim::usual(Cause::Transient);
        let recovers = || shop().page(AT, bad_gateway()).repeat(1, AT, good());
        rule_named("failed-then-worked")
            .supports("two good ones in a row", recovers().repeat(2, AT, good()), over, Basis::Measured)
            .supports("one good one is a hint", recovers(), over, Basis::Hint)
            .is_silent("it fails again", recovers().repeat(2, AT, bad_gateway()))
            .is_silent("it never failed", shop().page(AT, good()))
            .is_silent("nothing came after", shop().page(AT, bad_gateway()));
    }

    #[test]
    fn a_named_cause_of_a_failure_that_is_over_is_history() {
        let world = shop().page(AT, says_refused()).repeat(1, AT, good()).repeat(2, AT, good());
        let verdict = world.verdict();
        assert_eq!((verdict.fault, verdict.cause), (Fault::None, Cause::Transient));
        assert!(verdict.confidence <= Confidence::Likely);
        assert!(verdict.next.iter().any(|next| next.words.key == "next-if-it-returns"));
    }

    #[test]
    fn healthy_is_never_certain_and_never_strong_with_an_address_unasked() {
        let all = || shop().clean_device().page(AT, good()).repeat(1, AT, good()).controls_work(3).all_dns(&[AT]);
        assert_eq!(all().verdict().confidence, Confidence::Strong);
        let world = World::new("https://shop.test/").clean_device().lookup([AT, "2001:db8::5"]);
        let verdict = world.page(AT, good()).controls_work(3).verdict();
        assert_eq!((verdict.cause, verdict.confidence), (Cause::Healthy, Confidence::Likely));
    }
}
