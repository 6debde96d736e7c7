//! What the failing answer says about the servers behind the gateway.

use std::net::SocketAddr;

use super::super::reading::ids;
use super::super::{Basis, Finding, Hypothesis as H, Reading, Rule, verify};
use crate::evidence::{Outcome, Sight};
use crate::model::visit::{Answer, VisitPurpose};
use crate::model::{Cause, Claim, Fault, ObservationId};
use crate::signature::Meaning;

pub const RULES: &[Rule] = &[
    Rule {
        id: "answer-names-its-cause",
        source: "assets/responses.toml, each entry with its own source",
        judge: answer_names_its_cause,
    },
    Rule { id: "status-alone", source: "RFC 9110 sections 15.6.1 to 15.6.5", judge: status_alone },
    Rule { id: "other-pages-work", source: "the looks at other pages of the same gateway", judge: other_pages_work },
    Rule {
        id: "page-works-without-compression",
        source: "cloudflare-docs, error 502: bad compression or length from the origin",
        judge: works_without_compression,
    },
    Rule { id: "body-breaks-off", source: "RFC 9112 section 8", judge: body_breaks_off },
];

/// Longer than any decision that needs no waiting: first byte behind this means that somebody waited.
const WAITED_MS: u64 = 1_000;

/// The failing answers that deserve to be read: at the addresses of this device's own, or behind redirects.
fn failing<'b, 'a>(r: &'b Reading<'a>) -> Vec<&'b Sight<'a>> {
    r.bad_looks().into_iter().filter(|sight| matches!(sight.outcome, Outcome::Error(_))).collect()
}

/// What an immediate 502 without a reason fits, likeliest first.
fn rivals_of(claim: Claim) -> Vec<Cause> {
    use Cause as C;
    match claim.cause {
        C::OriginRefused | C::OriginReset | C::OriginClosedEarly | C::OriginInvalidResponse | C::OriginCrashed => {
            vec![C::OriginRefused, C::OriginReset, C::OriginClosedEarly, C::OriginInvalidResponse, C::OriginCrashed]
        }
        C::OriginTimeoutResponse | C::OriginTimeoutConnect => {
            vec![C::OriginTimeoutResponse, C::OriginTimeoutConnect, C::OriginOverloaded]
        }
        C::OriginOverloaded | C::PoolEmpty | C::GatewayOverloaded => {
            vec![C::OriginOverloaded, C::PoolEmpty, C::GatewayOverloaded]
        }
        C::OriginAppError => vec![C::OriginAppError, C::OriginCrashed],
        // A gateway calls what it cannot read from behind an error of its own.
        C::EdgeInternal => vec![C::EdgeInternal, C::OriginInvalidResponse],
        other => vec![other, C::EdgeInternal],
    }
}

/// Good looks at the same address that contradict this one: at the page, in whatever version of HTTP. Those say nothing of
/// where it leads, of which only looks at that very place speak.
fn good_looks_beside(r: &Reading<'_>, sight: &Sight<'_>) -> usize {
    let of = |sight: &Sight<'_>| (sight.visit.ip_port, sight.visit.url.clone());
    match sight.visit.purpose {
        VisitPurpose::Hop(_) => {
            r.visits.all.iter().filter(|other| other.outcome.is_good() && of(other) == of(sight)).count()
        }
        _ => r.visits.tally(sight.visit.ip_port).0,
    }
}

fn answer_names_its_cause(r: &Reading<'_>) -> Vec<Finding> {
    let mut findings: Vec<Finding> = Vec::new();
    for sight in failing(r) {
        let Some(identified) = r.identified(sight) else { continue };
        let meanings: Vec<&Meaning> =
            identified.meanings.iter().filter(|meaning| meaning.claim.cause != Cause::Unknown).collect();
        for (place, meaning) in meanings.iter().take(3).enumerate() {
            // A second-best reading of the same page is worth a mention, no more. What a cache kept, what another look
            // at the same address contradicts, and what may be a server of old, is no proof of what is so now.
            let good = good_looks_beside(r, sight);
            let is_so_now = identified.stored.is_none() && good == 0 && !r.address_is_in_doubt(sight);
            let basis = match (meaning.said, meaning.hint, place) {
                (true, false, 0) if sight.is_the_sites_word() && is_so_now => Basis::Proof,
                (true, false, 0) if good > 0 => Basis::Typical,
                (true, false, 0) => Basis::Measured,
                (_, true, _) | (_, _, 1..) => Basis::Hint,
                (false, false, _) => Basis::Typical,
            };
            let rivals = if meaning.said { Vec::new() } else { rivals_of(meaning.claim) };
            let speaker = identified.author().or(identified.speakers.last()).map(|speaker| speaker.name.clone());
            let finding = Finding::supports(meaning.claim, basis, vec![sight.id.clone()])
                .with_rivals(&rivals)
                .in_words(meaning.message())
                .with("status", status(sight))
                .with("name", speaker.unwrap_or_default())
                .verified_by(verify::curl(sight));
            let known = findings.iter().any(|other| other.effect == finding.effect);
            if !known {
                findings.push(finding);
            }
        }
    }
    findings
}

fn status(sight: &Sight<'_>) -> u16 {
    sight.answer().map_or(0, |answer| answer.status)
}

/// The number alone, with the time it took: the reading of last resort, and the fault where the page names only that.
fn status_alone(r: &Reading<'_>) -> Vec<Finding> {
    let Some(sight) = failing(r).into_iter().next() else { return Vec::new() };
    let Outcome::Error(answer) = sight.outcome else { return Vec::new() };
    let identified = r.identified(sight);
    let readable = identified.is_some_and(|identified| {
        identified.meanings.iter().any(|meaning| meaning.claim.cause != Cause::Unknown && !meaning.hint)
    });
    if readable {
        return Vec::new();
    }
    let at_the_edge = identified
        .is_some_and(|identified| identified.meanings.iter().any(|meaning| meaning.claim.fault == Fault::SiteEdge));
    let app_words = identified.is_some_and(|identified| identified.app_words);
    let claim = if at_the_edge { Claim::usual(Cause::EdgeInternal) } else { usual_meaning(answer, app_words) };
    let rivals = rivals_of(claim);
    vec![
        Finding::supports(claim, Basis::Typical, ids([sight]))
            .with_rivals(&rivals)
            .with("status", answer.status)
            .with("ms", answer.first_byte_ms)
            .verified_by(verify::curl(sight)),
    ]
}

/// The 502 clock: an error at once means that nobody was behind; a late one, that somebody was waited for.
fn usual_meaning(answer: &Answer, app_words: bool) -> Claim {
    let waited = answer.first_byte_ms >= WAITED_MS;
    Claim::usual(match answer.status {
        100..400 => Cause::GatewayMisconfigured,
        _ if app_words => Cause::OriginAppError,
        502 if waited => Cause::OriginClosedEarly,
        502 => Cause::OriginRefused,
        503 => Cause::OriginOverloaded,
        504 => Cause::OriginTimeoutResponse,
        500 => Cause::OriginAppError,
        460 | 463 | 464 | 499 => Cause::EdgeInternal,
        _ => Cause::EdgeInternal,
    })
}

/// Other pages of the same gateway answer: the gateway itself is alive, and the fault lies behind it.
fn other_pages_work(r: &Reading<'_>) -> Vec<Finding> {
    let failing_at: Vec<SocketAddr> = failing(r).into_iter().map(|sight| sight.visit.ip_port).collect();
    let purposes = [VisitPurpose::HomePage, VisitPurpose::StaticFile];
    let good: Vec<&Sight<'_>> = purposes
        .into_iter()
        .flat_map(|purpose| r.visits.with(purpose))
        .filter(|sight| failing_at.contains(&sight.visit.ip_port) && sight.outcome.is_good())
        .collect();
    let Some(first) = good.first() else { return Vec::new() };
    let observations: Vec<ObservationId> = good.iter().map(|sight| sight.id.clone()).collect();
    let path = url::Url::parse(&first.visit.url).map(|url| url.path().to_owned()).unwrap_or_default();
    vec![
        Finding::strikes(&[H::Link, H::Portal, H::Path], observations)
            .with("page", path)
            .verified_by(verify::curl(first)),
    ]
}

/// The error each time with compression, and the page without: what comes from behind is badly compressed.
fn works_without_compression(r: &Reading<'_>) -> Vec<Finding> {
    let plain = r.visits.with(VisitPurpose::Plain).find(|sight| sight.outcome.is_good());
    let Some(plain) = plain else { return Vec::new() };
    let (good, bad) = r.visits.tally(plain.visit.ip_port);
    // Three in a row, so that servers taking turns do not look like it.
    if good > 0 || bad < 3 {
        return Vec::new();
    }
    let bad: Vec<&Sight<'_>> =
        failing(r).into_iter().filter(|sight| sight.visit.ip_port == plain.visit.ip_port).collect();
    let Some(first) = bad.first() else { return Vec::new() };
    let mut observations = ids(bad.iter().copied());
    observations.push(plain.id.clone());
    vec![
        Finding::supports(Claim::usual(Cause::OriginInvalidResponse), Basis::Measured, observations)
            .with_rivals(&[Cause::EdgeInternal, Cause::PoolPartial])
            .with("status", status(first))
            .verified_by(verify::curl(first)),
    ]
}

fn body_breaks_off(r: &Reading<'_>) -> Vec<Finding> {
    let looks = r.bad_looks();
    let broken: Vec<&Sight<'_>> =
        looks.iter().copied().filter(|sight| matches!(sight.outcome, Outcome::Incomplete(..))).collect();
    let Some(first) = broken.first() else { return Vec::new() };
    vec![
        Finding::supports(Claim::usual(Cause::OriginClosedEarly), Basis::Typical, ids(broken.iter().copied()))
            .with_rivals(&[Cause::OriginInvalidResponse, Cause::EdgeInternal])
            .with("bytes", first.answer().map_or(0, |answer| answer.body_bytes))
            .verified_by(verify::curl(first)),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnosis::testing::*;
    use crate::model::{Confidence, FailureKind};

    const AT: &str = "203.0.113.5";

    fn shop() -> World {
        World::new("https://shop.test/cart")
    }

    #[test]
    fn an_answer_that_names_its_cause() {
        let claim = Claim::usual(Cause::OriginRefused);
        let plain = World::new("http://shop.test/");
        rule_named("answer-names-its-cause")
            .supports("signed by the site", shop().page(AT, says_refused()), claim, Basis::Proof)
            .supports("over plain http anybody may say it", plain.page(AT, says_refused()), claim, Basis::Measured)
            .supports("out of a store", shop().page(AT, stored_error()), claim, Basis::Measured)
            .supports(
                "it works there as well",
                shop().page(AT, good()).repeat(1, AT, says_refused()),
                claim,
                Basis::Typical,
            )
            .is_silent(
                "a page that works is no error",
                shop().page(AT, answer_with(200, &[("proxy-status", "e; error=connection_refused")], "")),
            )
            .is_silent("no answer", shop().silent(AT));
    }

    #[test]
    fn the_number_alone() {
        let usual = |cause| Claim::usual(cause);
        let page = |status| shop().page(AT, answer(status, ""));
        rule_named("status-alone")
            .supports("502 at once", page(502), usual(Cause::OriginRefused), Basis::Typical)
            .supports("504", page(504), usual(Cause::OriginTimeoutResponse), Basis::Typical)
            .is_silent("it names its cause", shop().page(AT, says_refused()))
            .is_silent("404 is an answer", page(404))
            .is_silent("no answer", shop().page(AT, no_answer(FailureKind::TimedOut)));
    }

    #[test]
    fn a_plain_502_is_certainly_the_sites_and_its_cause_is_not() {
        let world = shop().clean_device().lookup([AT]).page(AT, bad_gateway()).controls_work(3).all_dns(&[AT]);
        let verdict = world.verdict();
        assert_eq!((verdict.fault, verdict.fault_confidence), (Fault::SiteOrigin, Confidence::Certain));
        assert_eq!(verdict.confidence, Confidence::Likely);
    }

    #[test]
    fn other_pages_of_the_same_gateway() {
        let failing = || shop().page(AT, bad_gateway());
        rule_named("other-pages-work")
            .strikes("a static file", failing().look(VisitPurpose::StaticFile, AT, good()), &[H::Link, H::Path])
            .is_silent("at another address", failing().look(VisitPurpose::StaticFile, "203.0.113.6", good()))
            .is_silent("it fails too", failing().look(VisitPurpose::HomePage, AT, bad_gateway()))
            .is_silent("none was asked", failing());
    }

    #[test]
    fn a_body_that_breaks_off() {
        let claim = Claim::usual(Cause::OriginClosedEarly);
        rule_named("body-breaks-off")
            .supports("after a good status", shop().page(AT, half_a_page()), claim, Basis::Typical)
            .is_silent("it is whole", shop().page(AT, good()))
            .is_silent("no answer", shop().silent(AT));
        let verdict = shop().lookup([AT]).page(AT, half_a_page()).verdict();
        assert!(verdict.fault_confidence <= Confidence::Likely, "anybody on the way may have cut it");
    }

    #[test]
    fn what_works_at_the_same_place_contradicts_a_look_over_http1_and_one_at_where_the_page_leads() {
        let claim = Claim::usual(Cause::OriginRefused);
        let over_http1 = shop().page(AT, bad_gateway()).look(VisitPurpose::Http1, AT, says_refused());
        let home = "https://shop.test/";
        let leads_home = shop().page(AT, redirect(home)).hop(1, home, AT, says_refused());
        rule_named("answer-names-its-cause")
            .supports("in words over HTTP/1.1 alone", over_http1.clone(), claim, Basis::Proof)
            .supports("and the page works since", over_http1.repeat(1, AT, good()), claim, Basis::Typical)
            .supports("where the page leads", leads_home.clone(), claim, Basis::Proof)
            .supports(
                "the page itself goes on well",
                leads_home.clone().repeat(1, AT, redirect(home)),
                claim,
                Basis::Proof,
            )
            .supports_despite(
                "what it leads to works since",
                leads_home.clone().look(VisitPurpose::HomePage, AT, good()),
                claim,
                Basis::Typical,
            )
            .supports("another page works", leads_home.look(VisitPurpose::StaticFile, AT, good()), claim, Basis::Proof);
    }
}
