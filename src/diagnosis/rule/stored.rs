//! An error that a cache keeps while the page behind it has other answers to give.

use super::super::{Basis, Finding, Hypothesis as H, Reading, Rule, verify};
use super::edge::with_one_date;
use crate::evidence::clock::ahead_secs;
use crate::evidence::{Outcome, Sight};
use crate::model::visit::VisitPurpose;
use crate::model::{Cause, Claim, Fault};
use crate::signature::{StoredSign, signs};

pub const RULES: &[Rule] = &[
    Rule { id: "store-keeps-an-error", source: "RFC 9111 section 4, RFC 9110 section 15.1", judge: keeps_an_error },
    Rule { id: "fails-past-the-store", source: "RFC 9111 section 5.2.1.4", judge: fails_past_the_store },
];

/// No store keeps errors this long by itself, in seconds: somebody told it to.
const LONG_SECS: u64 = 60;
/// From this age on a date is an old one, in seconds: dates count whole seconds.
const OLD_SECS: i64 = 2;
/// So many looks have to find the error in the store before a page that works beside it is more than chance.
const ENOUGH: usize = 2;

fn claim() -> Claim {
    Claim::at(Fault::SiteEdge, Cause::GatewayMisconfigured)
}

/// What was stored says nothing about now; what came past the store does.
fn keeps_an_error(r: &Reading<'_>) -> Vec<Finding> {
    let kept = kept_errors(r);
    let pair = kept.iter().find_map(|error| Some((*error, past_the_store(r, error)?)));
    if let Some((error, page)) = pair {
        // Servers that take turns behind one store look like this too.
        let asked_past_it = page.visit.purpose == VisitPurpose::Fresh;
        let message = if asked_past_it { "rule-store-keeps-an-error-past-it" } else { "rule-store-keeps-an-error" };
        // One error with such a sign beside one page is what a page that comes and goes gives as well.
        let basis = if kept.len() >= ENOUGH { Basis::Measured } else { Basis::Hint };
        let finding = Finding::supports(claim(), basis, vec![error.id.clone(), page.id.clone()])
            .with_rivals(&[Cause::PoolPartial])
            .in_words(message)
            .with("status", status(error))
            .with("ip", page.ip())
            .verified_by(verify::curl(if asked_past_it { page } else { error }));
        return vec![finding];
    }
    // It fails now, store or no store.
    if error_of_now(r, &kept).is_some() {
        return Vec::new();
    }
    // Without such a look the servers behind may still be down: the store then only repeats what was so.
    let rivals = [Cause::OriginRefused, Cause::OriginAppError, Cause::PoolPartial];
    let beside = kept.iter().find_map(|error| Some((*error, other_page(r, error)?)));
    if let Some((error, page)) = beside {
        let path = url::Url::parse(&page.visit.url).map(|url| url.path().to_owned()).unwrap_or_default();
        let finding = Finding::supports(claim(), Basis::Typical, vec![error.id.clone(), page.id.clone()])
            .with_rivals(&rivals)
            .in_words("rule-store-keeps-an-error-beside-others")
            .with("status", status(error))
            .with("page", path)
            .verified_by(verify::curl(error));
        return vec![finding];
    }
    let old = kept.iter().find_map(|error| Some((*error, sign(error)?.age_secs.filter(|age| *age >= LONG_SECS)?)));
    old.map(|(error, age)| {
        Finding::supports(claim(), Basis::Typical, vec![error.id.clone()])
            .with_rivals(&rivals)
            .in_words("rule-store-keeps-an-error-for-long")
            .with("status", status(error))
            .with("age", age)
            .verified_by(verify::curl(error))
    })
    .into_iter()
    .collect()
}

/// Asked past the store, the page fails as well, and the answer is not out of one: what fails is behind it, and now.
fn fails_past_the_store(r: &Reading<'_>) -> Vec<Finding> {
    let Some(fresh) = error_of_now(r, &kept_errors(r)) else { return Vec::new() };
    vec![
        Finding::strikes(&[H::Fine], vec![fresh.id.clone()])
            .with("status", status(fresh))
            .verified_by(verify::curl(fresh)),
    ]
}

/// The error with which the page answers where it is asked past the store. With the old date of a kept one it is that one.
fn error_of_now<'b, 'a>(r: &'b Reading<'a>, kept: &[&Sight<'a>]) -> Option<&'b Sight<'a>> {
    let date = |sight: &Sight<'a>| sight.answer().and_then(|answer| answer.header("date"));
    let is_old = |sight: &Sight<'a>| sight.answer().and_then(ahead_secs).is_some_and(|age| age >= OLD_SECS);
    let is_kept = |sight: &Sight<'a>| is_old(sight) && kept.iter().any(|error| date(error) == date(sight));
    r.visits
        .with(VisitPurpose::Fresh)
        .find(|sight| matches!(sight.outcome, Outcome::Error(_)) && sign(sight).is_none() && !is_kept(sight))
}

/// Errors that are not of now, by their own word or by the same date twice. A proxy's store is not the site's.
fn kept_errors<'b, 'a>(r: &'b Reading<'a>) -> Vec<&'b Sight<'a>> {
    let errors: Vec<&Sight<'a>> = r
        .bad_looks()
        .into_iter()
        .filter(|sight| matches!(sight.outcome, Outcome::Error(_)) && (sight.is_direct() || sight.is_the_sites_word()))
        .collect();
    let twice = with_one_date(&errors).map(|(first, _)| first);
    errors.iter().copied().filter(|sight| sign(sight).is_some()).chain(twice).collect()
}

/// What its headers say about a store that it comes from.
pub(super) fn sign(sight: &Sight<'_>) -> Option<StoredSign> {
    signs::stored(&sight.answer()?.headers)
}

fn status(sight: &Sight<'_>) -> u16 {
    sight.answer().map_or(0, |answer| answer.status)
}

/// A page as such; a redirect or a "not found" is too little.
fn is_whole_page(sight: &Sight<'_>) -> bool {
    matches!(sight.outcome, Outcome::Works(answer) if answer.status == 200)
}

/// The very page, asked in another way, works: at another address, without the proxy, in another version or encoding.
fn past_the_store<'b, 'a>(r: &'b Reading<'a>, error: &Sight<'a>) -> Option<&'b Sight<'a>> {
    r.visits.all.iter().find(|sight| {
        let another_way = match sight.visit.purpose {
            VisitPurpose::Page | VisitPurpose::OtherAddress => sight.visit.ip_port != error.visit.ip_port,
            VisitPurpose::Http1 | VisitPurpose::Plain | VisitPurpose::Direct => true,
            // Out of a store all the same, it was not asked past it.
            VisitPurpose::Fresh => sign(sight).is_none(),
            _ => false,
        };
        another_way && sight.visit.url == error.visit.url && is_whole_page(sight)
    })
}

/// Another page of the same gateway, fresh from behind the store.
fn other_page<'b, 'a>(r: &'b Reading<'a>, error: &Sight<'a>) -> Option<&'b Sight<'a>> {
    let purposes = [VisitPurpose::HomePage, VisitPurpose::StaticFile];
    purposes
        .into_iter()
        .flat_map(|purpose| r.visits.with(purpose))
        .find(|sight| sight.visit.ip_port == error.visit.ip_port && sight.outcome.is_good() && sign(sight).is_none())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnosis::testing::*;
    use crate::model::{Confidence, Role, Who};

    const AT: &str = "203.0.113.5";
    const OTHER: &str = "203.0.113.6";

    fn kept(age: &str) -> World {
        let headers = [("server", "nginx"), ("age", age), ("x-cache", "HIT")];
        let error = || answer_with(502, &headers, NGINX_PAGE);
        World::new("https://shop.test/cart").lookup([AT]).page(AT, error()).repeat(1, AT, error())
    }

    fn kept_once(headers: &[(&str, &str)]) -> World {
        World::new("https://shop.test/cart").lookup([AT]).page(AT, answer_with(502, headers, NGINX_PAGE))
    }

    #[test]
    fn an_error_that_a_store_keeps() {
        let cached_page = answer_with(200, &[("age", "9")], "<title>Shop</title>");
        rule_named("store-keeps-an-error")
            .supports("plain it works", kept("3").look(VisitPurpose::Plain, AT, good()), claim(), Basis::Measured)
            .supports("past it it works", kept("3").look(VisitPurpose::Fresh, AT, good()), claim(), Basis::Measured)
            .supports("elsewhere too", kept("3").page(OTHER, good()), claim(), Basis::Measured)
            .supports(
                "seen once",
                kept_once(&[("age", "3")]).look(VisitPurpose::Fresh, AT, good()),
                claim(),
                Basis::Hint,
            )
            .supports("other pages", kept("3").look(VisitPurpose::StaticFile, AT, good()), claim(), Basis::Typical)
            .supports("for minutes", kept("600"), claim(), Basis::Typical)
            .is_silent("an old page that works", World::new("https://shop.test/").page(AT, cached_page.clone()))
            .is_silent(
                "a fresh error beside a page that works",
                World::new("https://shop.test/").page(AT, bad_gateway()).look(VisitPurpose::StaticFile, AT, good()),
            )
            .is_silent("other pages are out of the store", kept("3").look(VisitPurpose::StaticFile, AT, cached_page))
            .is_silent("a few seconds are any gateway's breath", kept("3"))
            .is_silent(
                "what came past the store came out of one",
                kept("3").look(VisitPurpose::Fresh, AT, answer_with(200, &[("age", "3")], "<title>Shop</title>")),
            )
            .is_silent("for minutes, and it fails now", kept("600").look(VisitPurpose::Fresh, AT, bad_gateway()))
            .is_silent(
                "other pages, and it fails now",
                kept("3").look(VisitPurpose::StaticFile, AT, good()).look(VisitPurpose::Fresh, AT, bad_gateway()),
            )
            .is_silent("longer than anything is kept", kept_once(&[("age", "2147483648"), ("x-cache", "HIT")]))
            .is_silent("no answer", World::new("https://shop.test/").silent(AT));
    }

    #[test]
    fn an_error_past_the_store_is_of_now() {
        let past =
            |headers: &[(&str, &str)]| kept("3").look(VisitPurpose::Fresh, AT, answer_with(502, headers, NGINX_PAGE));
        rule_named("fails-past-the-store")
            .strikes("fresh and bad", past(&[]), &[H::Fine])
            .is_silent("a cache that answers all the same", past(&[("x-cache", "HIT")]))
            .is_silent("it works", kept("3").look(VisitPurpose::Fresh, AT, good()))
            .is_silent(
                "the same error, without its age",
                kept_once(&[("age", "3"), ("date", "Tue, 24 Nov 2026 09:59:57 GMT")]).look(
                    VisitPurpose::Fresh,
                    AT,
                    answer_with(502, &[("date", "Tue, 24 Nov 2026 09:59:57 GMT")], NGINX_PAGE),
                ),
            )
            .is_silent("nobody asked", kept("3"));
        let left = |world: World| -> Vec<String> {
            let verdict = world.clean_device().controls_work(3).all_dns(&[AT]).ended().verdict();
            verdict.leave_alone.into_iter().map(|one| one.words.key).collect()
        };
        assert!(left(past(&[])).contains(&"leave-browser-past-the-store".to_owned()), "{:?}", left(past(&[])));
        assert!(left(kept("3")).contains(&"leave-browser-stored".to_owned()));
    }

    #[test]
    fn what_fails_past_the_store_is_not_the_stores_fault() {
        let now = || answer_with(502, &[("server", "nginx"), ("x-cache", "MISS")], NGINX_PAGE);
        let world = kept("600").clean_device().controls_work(3).all_dns(&[AT]);
        let verdict = world.look(VisitPurpose::Fresh, AT, now()).look(VisitPurpose::HomePage, AT, now()).verdict();
        assert_ne!(verdict.cause, Cause::GatewayMisconfigured, "{:?}", verdict.because);
    }

    #[test]
    fn the_look_past_the_store_is_what_anybody_can_see_again() {
        let command =
            |purpose| kept("3").look(purpose, AT, good()).findings_of("store-keeps-an-error")[0].verify.clone();
        assert!(command(VisitPurpose::Fresh).is_some_and(|curl| curl.contains("no-cache")));
        assert!(command(VisitPurpose::Plain).is_some_and(|curl| !curl.contains("no-cache")));
    }

    #[test]
    fn what_is_behind_the_store_is_not_blamed_for_what_was() {
        let world = kept("3").clean_device().controls_work(3).all_dns(&[AT]);
        let verdict = world.look(VisitPurpose::Plain, AT, good()).verdict();
        assert_eq!((verdict.fault, verdict.cause), (Fault::SiteEdge, Cause::GatewayMisconfigured));
        assert!(verdict.confidence <= Confidence::Likely);
        // A visitor's own step comes first, and of the owner's the one about the cache.
        assert_eq!(verdict.next.first().map(|next| next.who), Some(Who::Visitor));
        let of_owner = verdict.next.iter().find(|next| next.who == Who::Owner);
        assert_eq!(of_owner.map(|next| next.words.key.as_str()), Some("next-owner-empty-store"));
        let mut asked = kept("3").clean_device().controls_work(3).all_dns(&[AT]).look(VisitPurpose::Plain, AT, good());
        asked.case.role = Role::Owner;
        let first = asked.verdict().next.first().map(|next| next.words.key.clone());
        assert_eq!(first.as_deref(), Some("next-owner-empty-store"));
        let beside = kept("3").clean_device().controls_work(3).all_dns(&[AT]);
        let verdict = beside.look(VisitPurpose::StaticFile, AT, good()).verdict();
        assert_eq!(verdict.cause, Cause::GatewayMisconfigured);
        assert!(verdict.fault_confidence <= Confidence::Likely);
        assert!(verdict.alternatives.iter().any(|other| other.cause == Cause::OriginRefused));
    }
}
