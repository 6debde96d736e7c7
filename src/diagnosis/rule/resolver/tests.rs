//! The DNS server in use: convicted by consequences only.

use crate::diagnosis::testing::*;
use crate::diagnosis::{Basis, Hypothesis as H};
use crate::model::visit::{CertificateProblem, VisitPurpose};
use crate::model::{Cause, Claim, Confidence, FailureKind, Fault};

const OLD: &str = "203.0.113.5";
const NEW: &str = "203.0.113.6";

fn shop() -> World {
    World::new("https://shop.test/")
}

/// The system's address fails, another works.
fn differs(own: &str, trace: crate::model::visit::VisitTrace) -> World {
    shop().clean_device().lookup([own]).page(own, trace).look(VisitPurpose::OtherAddress, NEW, good())
}

fn claim(cause: Cause) -> Claim {
    Claim::usual(cause)
}

#[test]
fn an_address_that_nobody_else_gives() {
    let stale = claim(Cause::StaleDns);
    let hijack = claim(Cause::ResolverHijack);
    let all_new = |world: World| world.all_dns(&[NEW]);
    let stranger = shop().clean_device().lookup([OLD]).bad_certificate(OLD, CertificateProblem::WrongName);
    let stranger = stranger.look(VisitPurpose::OtherAddress, NEW, good());
    let named =
        shop().hosts("203.0.113.5 shop.test").lookup([OLD]).refused(OLD).look(VisitPurpose::OtherAddress, NEW, good());
    rule_named("resolver-gives-another-address")
        .supports("the site's own servers do not either", all_new(differs(OLD, bad_gateway())), stale, Basis::Measured)
        .strikes("then the site is well", all_new(differs(OLD, bad_gateway())), &[H::Origin, H::Edge, H::OneAddress])
        .supports("a stranger answers there", all_new(stranger), hijack, Basis::Measured)
        .supports("it leads to this very device", all_new(differs("127.0.0.1", bad_gateway())), hijack, Basis::Measured)
        .supports("an office may mean its own address", all_new(differs("10.1.2.3", bad_gateway())), stale, Basis::Hint)
        .spares(
            "and its own server may be what fails",
            all_new(differs("10.1.2.3", bad_gateway())),
            &[H::Origin, H::Edge],
        )
        .is_silent("others give the failing address too", differs(OLD, bad_gateway()).all_dns(&[OLD, NEW]))
        .is_silent("one voice is too few", differs(OLD, bad_gateway()).dns(public("A"), Says::Gives(&[NEW])))
        .is_silent("the hosts file says so, not the resolver", all_new(named))
        .is_silent("the other address was not asked", all_new(shop().lookup([OLD]).page(OLD, bad_gateway())))
        .is_silent("nobody else was asked", differs(OLD, bad_gateway()));
}

#[test]
fn another_address_that_works_is_worth_a_word() {
    let stale = claim(Cause::StaleDns);
    rule_named("another-address-works")
        .supports("nobody vouches for either", differs(OLD, bad_gateway()), stale, Basis::Hint)
        .is_silent("others give the failing address too", differs(OLD, bad_gateway()).all_dns(&[OLD, NEW]))
        .is_silent("no other address was asked", shop().lookup([OLD]).page(OLD, bad_gateway()));
}

#[test]
fn a_network_of_gateways_gives_everybody_another_address() {
    let several =
        |world: World| world.dns(public("A"), Says::Gives(&[NEW])).dns(public("B"), Says::Gives(&[NEW, "203.0.113.7"]));
    let world = several(differs(OLD, bad_gateway())).controls_work(3).dns(own("ns1"), Says::Gives(&[NEW]));
    let verdict = world.verdict();
    assert!(verdict.confidence <= Confidence::Likely && verdict.fault_confidence <= Confidence::Likely);
    assert!(verdict.alternatives.iter().any(|other| other.cause == Cause::OneAddressDead));
    let without_its_own =
        differs(OLD, bad_gateway()).dns(public("A"), Says::Gives(&[NEW])).dns(public("B"), Says::Gives(&[NEW]));
    assert!(without_its_own.controls_work(3).verdict().confidence <= Confidence::Likely);
}

#[test]
fn what_an_old_server_says_about_itself_is_not_the_sites_fault() {
    let world = differs(OLD, says_refused()).all_dns(&[NEW]).controls_work(3);
    let verdict = world.verdict();
    assert_eq!((verdict.fault, verdict.cause), (Fault::DnsResolver, Cause::StaleDns));
    let unsure = differs(OLD, says_refused()).dns(public("A"), Says::Gives(&[NEW]));
    assert!(unsure.verdict().fault_confidence < Confidence::Certain);
}

fn two_find_it(world: World) -> World {
    world.dns(public("A"), Says::Gives(&[NEW])).dns(public("B"), Says::Gives(&[NEW]))
}

#[test]
fn a_resolver_that_fails() {
    let failing = claim(Cause::ResolverFailing);
    let fails = || shop().lookup_fails(FailureKind::LookupFailed).dns(system_server(), Says::Fails);
    let for_all = |world: World| world.other_name(system_server(), Says::Fails);
    let elsewhere = |world: World| two_find_it(world).look(VisitPurpose::OtherAddress, NEW, good());
    rule_named("resolver-fails")
        .supports("for every name, and the site works elsewhere", elsewhere(for_all(fails())), failing, Basis::Proof)
        .supports("other names were not asked", elsewhere(fails()), failing, Basis::Measured)
        .supports(
            "asking was broken off",
            elsewhere(fails().other_name(system_server(), Says::NotTried)),
            failing,
            Basis::Measured,
        )
        .supports(
            "the lookup has not ended",
            elsewhere(for_all(shop().dns(system_server(), Says::Fails))),
            failing,
            Basis::Measured,
        )
        .is_silent("others fail too", fails().dns(public("A"), Says::Fails).dns(public("B"), Says::Fails))
        .is_silent("the lookup gives an address", two_find_it(shop().lookup([NEW]).dns(system_server(), Says::Fails)))
        .is_silent("nobody else was asked", fails());
}

#[test]
fn somebody_answers_in_every_servers_name() {
    let hijack = claim(Cause::ResolverHijack);
    let expired = || shop().lookup([OLD]).bad_certificate(OLD, CertificateProblem::Expired);
    let intercepted = |world: World| world.interception(Says::Gives(&[OLD]));
    rule_named("dns-is-intercepted")
        .supports("and a certificate is no good", intercepted(expired()), hijack, Basis::Hint)
        .is_silent("the site itself says what is wrong", intercepted(shop().lookup([OLD]).page(OLD, bad_gateway())))
        .is_silent("nobody answers there", expired().interception(Says::Silent))
        .is_silent("nobody was asked there", expired())
        .is_silent("the page works", intercepted(shop().lookup([OLD]).page(OLD, good())));
    let certain = expired().clean_device().all_dns(&[OLD]).controls_work(3);
    assert_eq!(certain.verdict().confidence, Confidence::Certain);
}

#[test]
fn a_resolver_that_distrusts_every_name() {
    let fails = || shop().lookup_fails(FailureKind::LookupFailed).dns(system_server(), Says::Fails);
    let words = |world: World| {
        let findings = two_find_it(world).findings_of("resolver-fails");
        findings.first().and_then(|finding| finding.message.clone()).unwrap_or_default()
    };
    let knows = |world: World| world.unchecked(system_server(), Says::Gives(&[NEW]));
    let for_all = |world: World| world.other_name(system_server(), Says::Fails);
    assert_eq!(words(knows(for_all(fails()))), "rule-resolver-distrusts-all-names");
    assert_eq!(words(knows(fails())), "rule-resolver-fails", "other names were not asked");
    let one = knows(fails()).other_name(system_server(), Says::Gives(&["198.51.100.9"]));
    assert_eq!(words(one), "rule-resolver-fails", "it answers for another name");
    let gives_none = for_all(fails()).unchecked(system_server(), Says::Fails);
    assert_eq!(words(gives_none), "rule-resolver-fails", "it fails unchecked too");
}

#[test]
fn a_resolver_that_denies_the_name() {
    let hijack = claim(Cause::ResolverHijack);
    let denies = || shop().lookup_fails(FailureKind::NameNotFound).dns(system_server(), Says::NoSuchName);
    rule_named("resolver-denies-the-name")
        .supports("two others find it", two_find_it(denies()), hijack, Basis::Measured)
        .is_silent("one of the others denies it too", two_find_it(denies()).dns(public("C"), Says::NoSuchName))
        .is_silent("the system's own server was not asked", two_find_it(shop().lookup_fails(FailureKind::NameNotFound)))
        .is_silent("nobody else was asked", denies());
}

#[test]
fn public_dns_leads_to_the_site() {
    let none = || shop().lookup_fails(FailureKind::LookupFailed);
    let works = |world: World| two_find_it(world).look(VisitPurpose::OtherAddress, NEW, good());
    rule_named("public-dns-works")
        .strikes("and it works there", works(none()), &[H::Edge, H::Origin, H::Zone])
        .spares(
            "one that denies the name keeps the zone in doubt",
            works(none()).dns(public("C"), Says::Fails),
            &[H::Zone],
        )
        .is_silent("this device has an address too", works(shop().lookup([OLD])))
        .is_silent("it fails there", two_find_it(none()).look(VisitPurpose::OtherAddress, NEW, bad_gateway()))
        .is_silent("nobody went there", two_find_it(none()));
}
