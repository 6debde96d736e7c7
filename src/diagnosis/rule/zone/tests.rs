//! The domain's own DNS: wrong for everybody, or not.

use crate::diagnosis::testing::*;
use crate::diagnosis::{Basis, Hypothesis as H};
use crate::model::dns::{DnsServer, Purpose, RecordType, ServerRole};
use crate::model::{Cause, Claim, FailureKind};

const AT: &str = "203.0.113.5";

fn shop() -> World {
    World::new("https://shop.test/")
}

fn lost() -> World {
    shop().lookup_fails(FailureKind::NameNotFound)
}

fn two(world: World, says: Says) -> World {
    world.dns(public("A"), says).dns(public("B"), says)
}

#[test]
fn a_name_that_does_not_exist() {
    let claim = Claim::usual(Cause::Nxdomain);
    let denied = || two(lost(), Says::NoSuchName);
    rule_named("name-does-not-exist")
        .supports("two deny it, and nobody intercepts", denied().interception(Says::Silent), claim, Basis::Proof)
        .strikes("then nothing behind the name is at fault", denied(), &[H::Edge, H::Origin, H::Resolver])
        .supports("whether they are two was not tried", denied(), claim, Basis::Measured)
        .supports_despite("one finds it", denied().dns(public("C"), Says::Gives(&[AT])), claim, Basis::Hint)
        .supports("only the system's word", lost(), claim, Basis::Typical)
        .supports(
            "intercepted servers have no word",
            denied().interception(Says::Gives(&["192.0.0.170"])),
            claim,
            Basis::Typical,
        )
        .is_silent("the system gives an address", two(shop().lookup([AT]), Says::NoSuchName))
        .is_silent("the lookup has not ended", two(shop(), Says::NoSuchName))
        .is_silent("nothing was asked", shop());
}

#[test]
fn a_name_without_address() {
    let claim = Claim::usual(Cause::NoAddress);
    let empty = || two(lost(), Says::Empty);
    let half = lost().special(public("A"), "shop.test", RecordType::A, Purpose::Plain, Says::Empty);
    rule_named("name-has-no-address")
        .supports("two know it, without", empty().interception(Says::Silent), claim, Basis::Proof)
        .supports_despite("one gives an address", empty().dns(public("C"), Says::Gives(&[AT])), claim, Basis::Hint)
        .supports("one alone", lost().dns(public("A"), Says::Empty), claim, Basis::Hint)
        .is_silent("AAAA was not asked", half)
        .is_silent("the system gives an address", two(shop().lookup([AT]), Says::Empty))
        .is_silent("nobody else was asked", lost());
}

#[test]
fn signatures_that_do_not_hold() {
    let claim = Claim::usual(Cause::DnssecBogus);
    let failed = || shop().lookup_fails(FailureKind::LookupFailed);
    let both = |says| two(failed(), says);
    let unchecked =
        |world: World| world.unchecked(public("A"), Says::Gives(&[AT])).unchecked(public("B"), Says::Gives(&[AT]));
    rule_named("signatures-are-bogus")
        .supports("two say so", both(Says::FailsWith(7)).interception(Says::Silent), claim, Basis::Proof)
        .supports("two give it unchecked", unchecked(both(Says::Fails)), claim, Basis::Measured)
        .supports("whether they are two was not tried", both(Says::FailsWith(7)), claim, Basis::Measured)
        .supports("one alone", failed().dns(public("A"), Says::FailsWith(7)), claim, Basis::Hint)
        .is_silent(
            "in a network that intercepts DNS they are its own voice",
            both(Says::FailsWith(7)).interception(Says::Gives(&["192.0.0.170"])),
        )
        .is_silent("another failure", both(Says::FailsWith(22)))
        .is_silent("nobody was asked", failed());
}

#[test]
fn name_servers_that_do_not_answer() {
    let claim = Claim::usual(Cause::NameserverFailing);
    let failed = || two(shop().lookup_fails(FailureKind::LookupFailed), Says::Fails);
    let fine = |world: World| world.other_name(public("A"), Says::Gives(&["192.0.2.1"]));
    rule_named("name-servers-fail")
        .supports("two fail for this name alone", fine(failed()), claim, Basis::Measured)
        .supports("other names were not asked", failed(), claim, Basis::Hint)
        .supports_despite("one finds it", fine(failed()).dns(public("C"), Says::Gives(&[AT])), claim, Basis::Hint)
        .spares("and then nothing is struck", fine(failed()).dns(public("C"), Says::Gives(&[AT])), &H::ALL)
        .is_silent("silence is another thing", two(shop().lookup_fails(FailureKind::LookupFailed), Says::Silent))
        .is_silent("nobody was asked", shop().lookup_fails(FailureKind::LookupFailed));
}

/// Two addresses and two transports of one operator are one voice: too little for "does not exist" in so many words.
#[test]
fn one_operator_twice_is_one_voice() {
    let at = |name: &str, ip_port: &str| server(name, ip_port, ServerRole::Public);
    let denied = |other: DnsServer| {
        let world = World::new("https://shop.test/").lookup_fails(FailureKind::NameNotFound);
        world.dns(at("X", "198.51.100.1:53"), Says::NoSuchName).dns(other, Says::NoSuchName).interception(Says::Silent)
    };
    let claim = Claim::usual(Cause::Nxdomain);
    rule_named("name-does-not-exist")
        .supports("two operators", denied(at("Y", "198.51.100.2:53")), claim, Basis::Proof)
        .supports("one, over TLS", denied(at("X over TLS", "198.51.100.1:853")), claim, Basis::Hint)
        .supports("one, at another address", denied(at("X (IPv6)", "[2001:db8::1]:53")), claim, Basis::Hint);
    let own = |name| server(name, "192.0.2.1:53", ServerRole::Authoritative);
    let by_its_own = World::new("https://shop.test/").lookup_fails(FailureKind::NameNotFound);
    let by_its_own = by_its_own.dns(own("ns1"), Says::NoSuchName).dns(own("ns2"), Says::NoSuchName);
    rule_named("name-does-not-exist").supports("the domain's own, twice", by_its_own, claim, Basis::Hint);
}
