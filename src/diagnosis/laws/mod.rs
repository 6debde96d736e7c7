//! Laws that hold for every case, tried on generated ones. The tests of single rules try them on their own cases too.

pub mod law;
mod renaming;
mod words;

use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use super::testing::*;
use super::{Reading, diagnose};
use crate::evidence::Evidence;
use crate::model::visit::CertificateProblem::{self, WrongName};
use crate::model::visit::{Trust, VisitPurpose};
use crate::model::{Confidence, Ended, FailureKind, Fault, Seen};
use law::{findings, judged, supports};
use words::told;

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
        prop_assert_eq!(law::surer_by_less(&told.world().case), None);
    }

    #[test]
    fn concurrent_observations_may_come_in_any_order(told in told(), seed in any::<u64>()) {
        prop_assert_eq!(law::order_decides(&told.world().case, seed), None);
    }

    #[test]
    fn names_and_addresses_decide_nothing(told in told()) {
        prop_assert_eq!(law::names_decide(&told.world().case), None);
    }

    #[test]
    fn certain_needs_proof_and_what_is_struck_never_wins(told in told()) {
        prop_assert_eq!(law::unproven(&told.world().case), None);
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
        prop_assert_eq!(law::redaction_decides(&told.world().case), None);
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
        prop_assert_eq!(law::untried_decides(&told.world().case), None);
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
        assert_eq!(law::surer_by_less(&world.case), None, "{what}");
    }
}

#[test]
fn no_evidence_is_no_verdict() {
    assert_eq!(judged(&World::new("https://shop.test/").case), None);
}
