//! Laws that hold for every case, tried on generated ones.

mod renaming;
mod words;

use std::collections::HashMap;

use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use super::testing::*;
use super::{Basis, Effect, Finding, Hypothesis, Reading, diagnose, rule};
use crate::evidence::Evidence;
use crate::model::server::ServerSight;
use crate::model::visit::CertificateProblem::{self, WrongName};
use crate::model::visit::{Trust, VisitPurpose};
use crate::model::{Case, Claim, Confidence, Diagnosis, Ended, FailureKind, Fault, Known, ObservationId, Seen};
use words::told;

fn findings(case: &Case) -> Vec<Finding> {
    rule::findings(&Reading::of(Evidence::of(case)))
}

type Judged = (Fault, Confidence, crate::model::Cause, Confidence);

fn judged(case: &Case) -> Option<Judged> {
    let words = |verdict: Diagnosis| (verdict.fault, verdict.fault_confidence, verdict.cause, verdict.confidence);
    diagnose(case).map(words)
}

fn without(case: &Case, place: usize) -> Case {
    let mut fewer = case.clone();
    fewer.observations.remove(place);
    fewer
}

/// How well each claim is supported.
fn supports(findings: &[Finding]) -> HashMap<Claim, Basis> {
    let mut found: HashMap<Claim, Basis> = HashMap::new();
    for finding in findings {
        if let Effect::Supports { claim, basis, .. } = finding.effect {
            let best = found.entry(claim).or_insert(basis);
            *best = basis.max(*best);
        }
    }
    found
}

/// Whether what was taken away spoke for something else than this claim.
///
/// The first law is about evidence that is missing, not about evidence to the contrary: a good look among bad ones, a
/// server that denies what others give, a user who saw another error do lower a confidence, and they should. Every rule
/// that heeds such an objection lets it speak, as support of another claim, so the exception is no wider than that:
/// another claim loses support, or one that has more for itself rested on what was taken, and this one never did.
fn objected(claim: Claim, taken: &ObservationId, with: &[Finding], without: &[Finding]) -> bool {
    let weaker = supports(without);
    let loses = supports(with)
        .iter()
        .any(|(other, basis)| *other != claim && weaker.get(other).is_none_or(|left| left < basis));
    let cited = |holds: &dyn Fn(Claim) -> bool| {
        with.iter().any(|finding| {
            matches!(finding.effect, Effect::Supports { claim, .. } if holds(claim))
                && finding.observations.contains(taken)
        })
    };
    loses || cited(&|other| other != claim) && !cited(&|other| other == claim)
}

/// The observation without which the same claim, or the same fault, would be surer; `None` where the law holds.
fn surer_by_less(case: &Case) -> Option<String> {
    let (fault, fault_confidence, cause, confidence) = judged(case)?;
    let all = findings(case);
    (0..case.observations.len()).find_map(|place| {
        let fewer = without(case, place);
        let left = judged(&fewer)?;
        let taken = &case.observations[place];
        let surer =
            (fault, cause) == (left.0, left.2) && left.3 > confidence || fault == left.0 && left.1 > fault_confidence;
        let with_less = findings(&fewer);
        if !surer || objected(Claim { fault: left.0, cause: left.2 }, &taken.id, &all, &with_less) {
            return None;
        }
        let kinds = (supports(&all), supports(&with_less));
        Some(format!("{:?} became {left:?}, supports {kinds:?}\nwithout {taken:#?}", judged(case)))
    })
}

/// The same cases for everybody; `GATEMEND_LAW_SEED` looks elsewhere.
fn seed() -> u64 {
    std::env::var("GATEMEND_LAW_SEED").ok().and_then(|text| text.parse().ok()).unwrap_or(502)
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 400,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(seed()),
        ..ProptestConfig::default()
    })]

    #[test]
    fn taking_evidence_away_never_raises_a_confidence(told in told()) {
        let broken = surer_by_less(&told.world().case);
        prop_assert!(broken.is_none(), "{}", broken.unwrap_or_default());
    }

    #[test]
    fn concurrent_observations_may_come_in_any_order(told in told(), seed in any::<u64>()) {
        let case = told.world().case;
        prop_assert_eq!(judged(&case), judged(&shuffled(&case, seed)));
    }

    #[test]
    fn names_and_addresses_decide_nothing(told in told()) {
        let case = told.world().case;
        prop_assert_eq!(judged(&case), judged(&renaming::other_names(&case)));
        prop_assert_eq!(judged(&case), judged(&renaming::other_addresses(&case)));
    }

    #[test]
    fn certain_needs_proof_and_what_is_struck_never_wins(told in told()) {
        let case = told.world().case;
        let Some((fault, _, cause, confidence)) = judged(&case) else { return Ok(()) };
        let claim = Claim { fault, cause };
        let all = findings(&case);
        let proven = supports(&all).get(&claim) == Some(&Basis::Proof);
        prop_assert_eq!(confidence == Confidence::Certain, proven);
        let own = Hypothesis::of(claim);
        let struck = all.iter().any(|finding| matches!(&finding.effect, Effect::Strikes(all) if all.contains(&own)));
        prop_assert!(!struck, "{claim:?} was struck out");
    }

    #[test]
    fn every_beginning_of_a_case_can_be_judged(told in told()) {
        let whole = told.world().case;
        for length in 0..=whole.observations.len() {
            let mut case = whole.clone();
            case.observations.truncate(length);
            let speaks = !supports(&findings(&case)).is_empty();
            let running = diagnose(&case);
            prop_assert!(running.is_none() || speaks, "a verdict out of nothing");
            case.ended = Some(Ended::Budget);
            let ended = diagnose(&case);
            prop_assert!(ended.is_some(), "a case that ended has a verdict");
        }
    }

    #[test]
    fn a_redacted_or_reread_case_is_judged_alike(told in told()) {
        let case = told.world().case;
        prop_assert_eq!(judged(&case), judged(&crate::report::redact::redact(&case)));
        let text = serde_json::to_string(&case).unwrap();
        let reread: Case = serde_json::from_str(&text).unwrap();
        prop_assert_eq!(&reread, &case);
        prop_assert_eq!(judged(&case), judged(&reread));
    }

    #[test]
    fn a_502_in_the_sites_own_words_blames_neither_line_nor_way(told in told()) {
        let case = told.world().case;
        let reading = Reading::of(Evidence::of(&case));
        let own_words = reading.bad_looks().into_iter().any(|sight| {
            sight.is_the_sites_word() && sight.answer().is_some_and(|answer| answer.status == 502)
        });
        if let Some((fault, ..)) = judged(&case).filter(|_| own_words) {
            prop_assert!(!matches!(fault, Fault::YourNetwork | Fault::Path), "{fault}");
        }
    }

    #[test]
    fn what_was_not_tried_is_as_if_it_were_not_there(told in told()) {
        let case = told.world().case;
        for place in 0..case.observations.len() {
            let mut untried = case.clone();
            if !not_tried(&mut untried.observations[place].seen) {
                continue;
            }
            let taken = &case.observations[place];
            prop_assert_eq!(judged(&untried), judged(&without(&case, place)), "{:#?}", taken);
        }
    }

    #[test]
    fn nothing_is_sure_by_what_nobody_looked_at(told in told()) {
        let mut case = told.world().case;
        let looks = |seen: &Seen| matches!(seen, Seen::Control { .. } | Seen::HostsFile { .. } | Seen::Proxies { .. });
        case.observations.retain(|observation| !looks(&observation.seen));
        let by_them = ["controls-work", "hosts-file-is-clean", "no-proxy-in-force", "other-certificates-are-fine"];
        prop_assert!(findings(&case).iter().all(|finding| !by_them.contains(&finding.rule)));
        if let Some((_, _, cause, Confidence::Strong)) = judged(&case) {
            // The page works, or every other DNS server or many other places show it: these contradict more than a hosts
            // file could do.
            let shown = ["site-works-from-here", "name-does-not-exist", "name-has-no-address", "name-servers-fail",
                "signatures-are-bogus", "public-dns-works", "resolver-gives-another-address", "direct-request-works",
                "one-place-of-the-gateway-fails", "fails-from-everywhere", "address-fails-from-everywhere"];
            let all = findings(&case);
            prop_assert!(all.iter().any(|finding| shown.contains(&finding.rule)), "{cause} is strong");
        }
    }
}

/// Makes the observation one of something that was not tried; `false` where it has no such form.
fn not_tried(seen: &mut Seen) -> bool {
    match seen {
        Seen::HostsFile { hosts } => *hosts = Known::not_tried("sandbox"),
        Seen::Proxies { proxies } => *proxies = Known::not_tried("sandbox"),
        Seen::Network { network } => *network = Known::not_tried("sandbox"),
        Seen::NameServers { name_servers } => *name_servers = Known::not_tried("sandbox"),
        Seen::DnsAnswer { reply, .. } => *reply = Known::not_tried("stopped before it answered"),
        Seen::SystemLookup { ips, .. } => *ips = Known::not_tried("stopped before it answered"),
        Seen::Trace { hops, .. } => *hops = Known::not_tried("sandbox"),
        Seen::Visit { visit } | Seen::Origin { visit } => visit.trace = Default::default(),
        Seen::Log { log, .. } => *log = Known::not_tried("stopped before it was read"),
        Seen::Configuration { configuration, .. } => *configuration = Known::not_tried("stopped before it was read"),
        Seen::Server { server } => server.sight = ServerSight::Listeners { listeners: Known::not_tried("sandbox") },
        Seen::Registration { registration } => registration.contacts = Known::not_tried("not reached"),
        Seen::World { world } => world.places = Known::not_tried("the service has not answered"),
        Seen::Control { control } => {
            control.visit = None;
            control.ips = Known::not_tried("stopped before it answered");
        }
        Seen::Router { router } => {
            router.neighbour = Known::not_tried("sandbox");
            router.ping_ms = Known::not_tried("sandbox");
            router.tcp_ms = Known::not_tried("sandbox");
        }
        Seen::Browsers { .. }
        | Seen::Guided { .. }
        | Seen::RootStore { .. }
        | Seen::UserSaid { .. }
        | Seen::Waiting { .. }
        | Seen::Malfunction { .. } => {
            return false;
        }
    }
    true
}

/// The same observations in another order, as far as they are made side by side: those of visits keep theirs, since
/// what came first and what later has a meaning there.
fn shuffled(case: &Case, seed: u64) -> Case {
    let mut moved = case.clone();
    let free: Vec<usize> = (0..case.observations.len())
        .filter(|place| !matches!(case.observations[*place].seen, Seen::Visit { .. }))
        .collect();
    let mut order = free.clone();
    order.sort_by_key(|place| (*place as u64 + 1).wrapping_mul(seed | 1).rotate_left(17));
    for (to, from) in free.iter().zip(order) {
        moved.observations[*to] = case.observations[from].clone();
    }
    for (number, observation) in moved.observations.iter_mut().enumerate() {
        observation.id = ObservationId::numbered(number + 1);
    }
    moved
}

/// Found by other seeds: what spoke against a claim was heeded, and said nothing itself.
#[test]
fn what_is_heeded_as_an_objection_speaks() {
    let shop = || World::new("https://shop.test/");
    let at_two = World::new("https://203.0.113.5/").look(VisitPurpose::Http1, "203.0.113.5", answer(403, "no"));
    let at_two = at_two.bad_certificate("10.1.2.3", CertificateProblem::Expired);
    let at_two = at_two.page("203.0.113.5", no_tls(FailureKind::TlsRefused));
    let reset = || over_http2(no_answer(FailureKind::Reset));
    let home = shop().page("203.0.113.5", reset()).look(VisitPurpose::HomePage, "203.0.113.5", good());
    let home = home.page("203.0.113.6", answer(429, "")).repeat(1, "203.0.113.5", answer(503, "Service Unavailable"));
    let twice = shop().look(VisitPurpose::Http1, "203.0.113.6", answer(429, "")).page("203.0.113.5", reset());
    let twice = twice.repeat(1, "203.0.113.6", answer(429, "")).through("192.168.1.8:3128", bad_gateway());
    let failing = World::new("https://203.0.113.5/").look(VisitPurpose::HomePage, "203.0.113.5", bad_gateway());
    let failing = failing.page("203.0.113.6", answer(429, "")).repeat(1, "203.0.113.6", answer(503, ""));
    let failing = failing.page("203.0.113.5", answer(404, ""));
    let other_name =
        over(World::new("https://203.0.113.5/").tls(Trust::Untrusted(WrongName), PUBLIC_ISSUER), connected());
    let proxied = World::new("https://203.0.113.5/").hosts("127.0.0.1 localhost").controls_work(3);
    let proxied = proxied.through("192.168.1.8:3128", other_name.clone()).page("203.0.113.5", other_name);
    let proxied = proxied.hop(1, "https://shop.test/", "203.0.113.5", answer(403, "no"));
    let proxied = proxied.repeat(1, "203.0.113.5", bad_gateway());
    let expired = shop().clean_device().lookup(["203.0.113.5"]).controls_work(3);
    let expired = expired.dns(own("ns1"), Says::Gives(&["203.0.113.5"])).interception(Says::Gives(&["203.0.113.5"]));
    let expired = expired.bad_certificate("203.0.113.5", CertificateProblem::Expired);
    for (what, world) in [
        ("two kinds of trouble", at_two),
        ("a limit after a page", home),
        ("a limit after a limit", twice),
        ("a look through a proxy", proxied),
        ("a limit after an error elsewhere", failing),
        ("DNS on the way", expired),
    ] {
        let broken = surer_by_less(&world.case);
        assert!(broken.is_none(), "{what}: {}", broken.unwrap_or_default());
    }
}

#[test]
fn no_evidence_is_no_verdict() {
    assert_eq!(judged(&World::new("https://shop.test/").case), None);
}
