//! The network between here and the site: only where TCP itself fails (R10).

use super::super::reading::ids;
use super::super::{Basis, Finding, Hypothesis as H, Reading, Rule, verify};
use crate::evidence::{Outcome, Sight};
use crate::model::observation::ControlLook;
use crate::model::visit::{Via, VisitPurpose};
use crate::model::{Cause, Claim, Failure, FailureKind, Fault, Known};

pub const RULES: &[Rule] = &[
    Rule { id: "trail-ends-on-the-way", source: "RFC 792 (time exceeded)", judge: trail_ends_on_the_way },
    Rule { id: "site-does-not-answer", source: "RFC 9293 section 3.8.3", judge: site_does_not_answer },
    Rule {
        id: "one-port-is-blocked",
        source: "the other port of the same address answers",
        judge: one_port_is_blocked,
    },
];

/// Routers behind the visitor's own that still belong to the access network, by rule of thumb.
const ACCESS_HOPS: u8 = 2;

fn is_silence(failure: &Failure) -> bool {
    matches!(failure.kind, FailureKind::TimedOut | FailureKind::HostUnreachable | FailureKind::NetworkUnreachable)
}

/// All looks at the page met silence, while other sites answer.
fn met_silence(r: &Reading<'_>) -> bool {
    let silent = |outcome: &Outcome<'_>| matches!(outcome, Outcome::NoTcp(failure) if is_silence(failure));
    r.every_first_look(silent) && r.controls.internet_works() && r.works_elsewhere().is_none()
}

fn trail_ends_on_the_way(r: &Reading<'_>) -> Vec<Finding> {
    let Some((Known::Seen(hops), trace)) = r.trace().filter(|_| met_silence(r)) else { return Vec::new() };
    let own: Vec<_> = r.visits.page_ip_ports().iter().map(|ip_port| ip_port.ip()).collect();
    let Some(last) = hops.iter().rev().find(|hop| hop.ip.is_some()) else { return Vec::new() };
    let arrived = last.ip.is_some_and(|ip| own.contains(&ip));
    if arrived {
        return Vec::new();
    }
    let near = last.ttl <= ACCESS_HOPS + 1;
    let basis = if near { Basis::Measured } else { Basis::Hint };
    let mut observations = ids(r.visits.first_looks());
    observations.push(trace);
    vec![
        Finding::supports(Claim::at(Fault::Path, Cause::PathBroken), basis, observations)
            .with_rivals(&[Cause::EdgeUnreachable])
            .with("hop", last.ip.map_or_else(String::new, |ip| ip.to_string()))
            .with("count", last.ttl)
            .verified_by(verify::about(&r.target.host, &format!("traceroute -T -p {} HOST", r.target.port))),
    ]
}

fn site_does_not_answer(r: &Reading<'_>) -> Vec<Finding> {
    if !met_silence(r) {
        return Vec::new();
    }
    let looks: Vec<&Sight<'_>> = r.visits.first_looks().collect();
    let Some(first) = looks.first() else { return Vec::new() };
    vec![
        Finding::supports(Claim::usual(Cause::EdgeUnreachable), Basis::Typical, ids(looks.iter().copied()))
            .with_rivals(&[Cause::PathBroken])
            .with("ip", first.ip())
            .with("port", first.visit.ip_port.port())
            .verified_by(verify::curl(first)),
        Finding::strikes(&[H::Origin, H::Fine, H::Browser, H::Zone], ids(looks.iter().copied()))
            .with("ip", first.ip())
            .with("port", first.visit.ip_port.port()),
    ]
}

/// Port 443 is silent and port 80 of the same address answers (or the other way round). A network that blocks a port
/// blocks it for all: a control that answers at this port acquits it.
fn one_port_is_blocked(r: &Reading<'_>) -> Vec<Finding> {
    let same_port = |look: &&ControlLook| {
        look.visit.as_ref().is_some_and(|visit| {
            visit.ip_port.port() == r.target.port && visit.via == Via::Direct && visit.trace.tcp.seen().is_some()
        })
    };
    if !met_silence(r) || r.controls.looks.iter().copied().any(|look| same_port(&look)) {
        return Vec::new();
    }
    let other = r.visits.with(VisitPurpose::OtherScheme).find(|sight| sight.visit.trace.tcp.seen().is_some());
    let Some(other) = other else { return Vec::new() };
    let mut observations = ids(r.visits.first_looks());
    observations.push(other.id.clone());
    vec![
        Finding::supports(Claim::usual(Cause::PortBlocked), Basis::Typical, observations)
            .with_rivals(&[Cause::EdgeUnreachable])
            .with("port", r.target.port)
            .with("other", other.visit.ip_port.port())
            .verified_by(verify::curl(other)),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnosis::testing::*;

    const AT: &str = "203.0.113.5";

    fn silent() -> World {
        World::new("https://shop.test/").lookup([AT]).silent(AT)
    }

    /// Works over port 80 only, so that nothing is known about port 443.
    fn plain_controls(world: World) -> World {
        world.control("a", "http://a.test/", control_works()).control("b", "http://b.test/", control_works())
    }

    #[test]
    fn a_trail_that_ends() {
        let claim = Claim::at(Fault::Path, Cause::PathBroken);
        let near = [(1, "192.168.1.1"), (2, "100.64.0.1"), (3, "*")];
        let far = [(1, "192.168.1.1"), (9, "198.51.100.9"), (10, "*")];
        let traced = |hops: &[(u8, &str)]| silent().controls_work(2).trace(AT, hops);
        rule_named("trail-ends-on-the-way")
            .supports("near", traced(&near), claim, Basis::Measured)
            .supports("far: routers there may just not answer", traced(&far), claim, Basis::Hint)
            .is_silent("it arrives", traced(&[(1, "192.168.1.1"), (7, AT)]))
            .is_silent("the controls are silent too", silent().controls_silent(2).trace(AT, &near))
            .is_silent("no trace was made", silent().controls_work(2));
    }

    #[test]
    fn a_site_that_gives_no_sign() {
        let claim = Claim::usual(Cause::EdgeUnreachable);
        let elsewhere = silent().controls_work(2).look(VisitPurpose::OtherAddress, "203.0.113.6", good());
        rule_named("site-does-not-answer")
            .supports("others answer", silent().controls_work(2), claim, Basis::Typical)
            .is_silent("it says no", World::new("https://shop.test/").refused(AT).controls_work(2))
            .is_silent("another address of it works", elsewhere)
            .is_silent("whether others answer was not tried", silent());
    }

    #[test]
    fn one_port_only() {
        let claim = Claim::usual(Cause::PortBlocked);
        let other = |world: World| world.look(VisitPurpose::OtherScheme, AT, good());
        rule_named("one-port-is-blocked")
            .supports("port 80 answers", plain_controls(other(silent())), claim, Basis::Typical)
            .is_silent("this port works to others, so nobody blocks it", other(silent()).controls_work(3))
            .is_silent(
                "both ports are silent",
                plain_controls(silent().look(VisitPurpose::OtherScheme, AT, no_tcp(FailureKind::TimedOut))),
            )
            .is_silent("the other port was not tried", plain_controls(silent()));
    }
}
