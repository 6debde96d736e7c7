//! One of several: addresses, families, servers behind one address.

use crate::diagnosis::testing::*;
use crate::diagnosis::{Basis, Hypothesis as H};
use crate::model::visit::VisitTrace;
use crate::model::{Cause, Claim, Confidence, FailureKind, Fault};

const GOOD: &str = "203.0.113.5";
const BAD: &str = "203.0.113.6";
const BAD6: &str = "2001:db8::6";

fn shop() -> World {
    World::new("https://shop.test/").clean_device().lookup([GOOD, BAD])
}

/// The same addresses round by round.
fn rounds(world: World, bad_at: &str, count: u8, trace: fn() -> VisitTrace) -> World {
    let first = world.page(GOOD, good()).page(bad_at, trace());
    (1..count).fold(first, |world, round| world.repeat(round, GOOD, good()).repeat(round, bad_at, trace()))
}

fn refused() -> VisitTrace {
    no_tcp(FailureKind::Refused)
}

fn silent() -> VisitTrace {
    no_tcp(FailureKind::TimedOut)
}

#[test]
fn one_address_fails_and_the_other_works() {
    let claim = Claim::usual(Cause::OneAddressDead);
    let third = |world: World| world.page("203.0.113.7", good());
    rule_named("one-address-fails")
        .supports("refused each time", rounds(shop(), BAD, 2, refused), claim, Basis::Measured)
        .supports("502 each time", rounds(shop(), BAD, 2, bad_gateway), claim, Basis::Measured)
        .supports(
            "a third, asked once, takes nothing from it",
            third(rounds(shop(), BAD, 5, bad_gateway)),
            claim,
            Basis::Measured,
        )
        .supports("once is one draw", rounds(shop(), BAD, 1, bad_gateway), claim, Basis::Typical)
        .spares("502 may come from behind", rounds(shop(), BAD, 5, bad_gateway), &[H::Origin])
        .is_silent("it works now and then", rounds(shop(), BAD, 2, bad_gateway).repeat(2, BAD, good()))
        .is_silent("only IPv6 fails, below HTTP", rounds(shop(), BAD6, 2, refused))
        .is_silent("the other was not asked", shop().page(GOOD, good()));
}

#[test]
fn an_address_that_keeps_silent_may_be_unreachable_from_here_alone() {
    let verdict = |trace| rounds(shop(), BAD, 4, trace).controls_work(3).all_dns(&[GOOD, BAD]).verdict();
    let (silence, refusal) = (verdict(silent as fn() -> VisitTrace), verdict(refused));
    assert_eq!((silence.cause, refusal.cause), (Cause::OneAddressDead, Cause::OneAddressDead));
    assert!(silence.confidence <= Confidence::Likely && silence.fault_confidence <= Confidence::Likely);
    assert!(silence.alternatives.iter().any(|other| other.fault == Fault::Path));
}

#[test]
fn ipv6_alone_fails() {
    let site = Claim::usual(Cause::Ipv6Broken);
    let here = Claim::at(Fault::YourNetwork, Cause::Ipv6Broken);
    let broken = || rounds(shop().lookup([GOOD, BAD6]), BAD6, 2, silent);
    let control = |world: World, trace| {
        world.control("v6", "http://v6.test/", trace).control("v6b", "http://v6b.test/", silent())
    };
    rule_named("ipv6-fails")
        .supports("others work over IPv6", control(broken(), control_works()), site, Basis::Measured)
        .supports("no other does", control(broken(), silent()), here, Basis::Measured)
        .supports(
            "one failure elsewhere is too few",
            broken().control("v6", "http://v6.test/", silent()),
            site,
            Basis::Typical,
        )
        .supports("others were not tried", broken(), site, Basis::Typical)
        .is_silent("IPv6 answers with an error", rounds(shop(), BAD6, 2, bad_gateway))
        .is_silent(
            "there is no IPv6 here",
            rounds(World::new("https://shop.test/").network(true, false), BAD6, 2, silent),
        )
        .is_silent("IPv6 was not tried", shop().page(GOOD, good()));
}

#[test]
fn good_and_bad_in_turns_at_one_address() {
    let claim = Claim::at(Fault::SiteOrigin, Cause::PoolPartial);
    let first = || shop().page(GOOD, bad_gateway()).repeat(1, GOOD, good());
    rule_named("every-other-request-fails")
        .supports("bad after good", first().repeat(2, GOOD, bad_gateway()), claim, Basis::Measured)
        .strikes("then the way is well", first().repeat(2, GOOD, bad_gateway()), &[H::Path, H::Resolver])
        .supports("good after bad may be a recovery", first(), claim, Basis::Hint)
        .spares("and strikes nothing", first(), &H::ALL)
        .is_silent("always bad", shop().page(GOOD, bad_gateway()).repeat(1, GOOD, bad_gateway()))
        .is_silent("asked once", shop().page(GOOD, bad_gateway()));
}

#[test]
fn a_named_cause_beside_good_looks_at_the_same_address_is_partial() {
    let world = shop().page(GOOD, good()).repeat(1, GOOD, says_refused()).repeat(2, GOOD, good());
    assert_eq!(world.verdict().cause, Cause::PoolPartial);
}
