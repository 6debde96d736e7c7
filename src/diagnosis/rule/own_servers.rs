//! The domain's own name servers contradict one another, and it matters.

use super::super::{Basis, Finding, Reading, Rule, verify};
use crate::evidence::{Agreement, ServerView, Sight};
use crate::model::dns::{RecordType, ServerRole};
use crate::model::visit::VisitPurpose;
use crate::model::{Cause, Claim, Fault, ObservationId};

pub const RULES: &[Rule] =
    &[Rule { id: "own-servers-disagree", source: "RFC 1034 section 4.3.5, RFC 8901", judge: own_servers_disagree }];

/// Two own servers, each with an address that the other does not give, and how these two addresses end.
pub struct Contradiction<'b, 'a> {
    bad: &'b Sight<'a>,
    good: &'b Sight<'a>,
    gives_bad: &'b ServerView<'a>,
    gives_good: &'b ServerView<'a>,
}

/// Answers may differ by design, so that only the outcomes count: one leads to a page, the other never does.
pub fn contradiction<'b, 'a>(r: &'b Reading<'a>) -> Option<Contradiction<'b, 'a>> {
    let own: Vec<&ServerView<'a>> = r.names.views_of(ServerRole::Authoritative).collect();
    let looks = || {
        let wanted =
            |sight: &&Sight<'a>| matches!(sight.visit.purpose, VisitPurpose::Page | VisitPurpose::OtherAddress);
        r.visits.all.iter().filter(wanted).filter(|sight| sight.is_direct() && sight.says_something())
    };
    let only = |with: &Sight<'a>, without: &Sight<'a>| {
        let holds = |view: &&ServerView<'a>| matches!(&view.agreement, Agreement::Gives(ips) if ips.contains(&with.ip()) && !ips.contains(&without.ip()));
        own.iter().copied().find(holds)
    };
    let mut failing = looks().filter(|sight| sight.outcome.is_bad() && r.never_works_at(sight.visit.ip_port));
    failing.find_map(|bad| {
        looks().filter(|sight| sight.outcome.is_good()).find_map(|good| {
            Some(Contradiction { bad, good, gives_bad: only(bad, good)?, gives_good: only(good, bad)? })
        })
    })
}

fn own_servers_disagree(r: &Reading<'_>) -> Vec<Finding> {
    let Some(found) = contradiction(r) else { return Vec::new() };
    let serials = [serial(r, found.gives_bad), serial(r, found.gives_good)];
    let (basis, message) = match &serials {
        // One of them has not got the zone's latest state.
        [Some((bad, _)), Some((good, _))] if bad != good => (Basis::Measured, "rule-own-servers-have-two-states"),
        // Weighted and geographic answers look like this as well.
        _ => (Basis::Typical, "rule-own-servers-disagree"),
    };
    let mut observations = vec![found.bad.id.clone(), found.good.id.clone()];
    observations.extend([found.gives_bad, found.gives_good].iter().flat_map(|view| view.ids.iter().take(1).cloned()));
    observations.extend(serials.iter().flatten().map(|(_, id)| id.clone()));
    let number = |place: usize| serials.get(place).and_then(Option::as_ref).map_or(0, |(serial, _)| *serial);
    vec![
        Finding::supports(Claim::at(Fault::SiteDns, Cause::StaleDns), basis, observations)
            .with_rivals(&[Cause::OneAddressDead])
            .in_words(message)
            .with("bad", found.bad.ip())
            .with("good", found.good.ip())
            .with("server", &found.gives_bad.server.name)
            .with("other", &found.gives_good.server.name)
            .with("serial", format!("#{}", number(0)))
            .with("latest", format!("#{}", number(1)))
            .verified_by(verify::about(
                &r.target.host,
                &format!(
                    "dig @{} HOST A; dig @{} HOST A",
                    found.gives_bad.server.ip_port.ip(),
                    found.gives_good.server.ip_port.ip(),
                ),
            )),
    ]
}

/// The state of the zone at this server, by its SOA record.
fn serial(r: &Reading<'_>, view: &ServerView<'_>) -> Option<(u32, ObservationId)> {
    let soa = |asked: &&crate::evidence::names::Asked<'_>| {
        asked.server == view.server && asked.question.record_type == RecordType::Soa
    };
    let asked = r.names.asked.iter().filter(soa);
    asked.filter_map(|asked| Some((asked.reply.seen()?.serial?, asked.id.clone()))).next()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnosis::testing::*;
    use crate::model::dns::{DnsReply, DnsServer, Purpose, Question};
    use crate::model::{Known, Seen};

    const OLD: &str = "203.0.113.5";
    const NEW: &str = "203.0.113.6";

    fn claim() -> Claim {
        Claim::at(Fault::SiteDns, Cause::StaleDns)
    }

    fn shop() -> World {
        World::new("https://shop.test/").lookup([OLD])
    }

    fn torn(world: World) -> World {
        world.dns(own("ns1"), Says::Gives(&[OLD])).dns(own("ns2"), Says::Gives(&[NEW]))
    }

    fn soa(world: World, server: DnsServer, number: u32) -> World {
        let question = Question { name: "shop.test".to_owned(), record_type: RecordType::Soa, purpose: Purpose::Plain };
        let mut world = world.asked(&server, question, Says::Empty);
        if let Some(Seen::DnsAnswer { reply: Known::Seen(DnsReply { serial, .. }), .. }) =
            world.case.observations.last_mut().map(|one| &mut one.seen)
        {
            *serial = Some(number);
        }
        world
    }

    fn differ(world: World) -> World {
        world.page(OLD, bad_gateway()).look(VisitPurpose::OtherAddress, NEW, good())
    }

    #[test]
    fn own_servers_that_contradict_one_another() {
        let serials = |world: World, other| soa(soa(world, own("ns1"), 7), own("ns2"), other);
        let both_work = shop().page(OLD, good()).look(VisitPurpose::OtherAddress, NEW, good());
        let both_fail = shop().page(OLD, bad_gateway()).look(VisitPurpose::OtherAddress, NEW, bad_gateway());
        let alike = |world: World| world.dns(own("ns1"), Says::Gives(&[OLD])).dns(own("ns2"), Says::Gives(&[OLD]));
        rule_named("own-servers-disagree")
            .supports("one leads to a page", torn(differ(shop())), claim(), Basis::Typical)
            .supports("two states of the zone", serials(torn(differ(shop())), 8), claim(), Basis::Measured)
            .supports("one state, weighted", serials(torn(differ(shop())), 7), claim(), Basis::Typical)
            .is_silent("both addresses work", torn(both_work))
            .is_silent("neither works", torn(both_fail))
            .is_silent("they agree", alike(differ(shop())))
            .is_silent("the failing one works again", torn(differ(shop()).repeat(1, OLD, good())))
            .is_silent("they were not asked", differ(shop()));
    }

    #[test]
    fn torn_servers_are_the_zones_fault_and_never_certain() {
        let world = torn(differ(shop().clean_device().controls_work(3)));
        let world = world.dns(public("A"), Says::Gives(&[OLD])).dns(public("B"), Says::Gives(&[NEW]));
        let verdict = soa(soa(world, own("ns1"), 7), own("ns2"), 8).verdict();
        assert_eq!((verdict.fault, verdict.cause), (Fault::SiteDns, Cause::StaleDns));
        assert_eq!(verdict.confidence, crate::model::Confidence::Likely);
    }
}
