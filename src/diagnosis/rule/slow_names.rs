//! The DNS server in use gives the right answer, and is slow to give it.

use super::super::{Basis, Finding, Reading, Rule, verify};
use crate::evidence::names::{Asked, SLOW_LOOKUP_MS};
use crate::evidence::{ServerView, voices};
use crate::model::dns::{Purpose, RecordType, ServerRole, same_name};
use crate::model::{Cause, Claim, ObservationId};

pub const RULES: &[Rule] =
    &[Rule { id: "resolver-is-slow", source: "the answers of other servers in the same run", judge: resolver_is_slow }];

/// Answers of one server that have to be late: a single lost packet delays one.
const LATE_ANSWERS: usize = 2;
/// Other operators that have to be quick.
const QUICK_VOICES: usize = 2;

/// How others stand beside a slow lookup.
pub struct SlowLookup<'a> {
    id: &'a ObservationId,
    took_ms: u64,
    /// One quick answer for each server that gave any: the quickest.
    quick: Vec<&'a Asked<'a>>,
    quick_voices: usize,
    giving_voices: usize,
}

impl SlowLookup<'_> {
    /// Others take as long: it is the line that is slow, and the server no slower than others would be.
    pub fn is_like_everywhere(&self) -> bool {
        self.quick.is_empty() && self.giving_voices >= QUICK_VOICES
    }
}

/// This device's own lookup gave addresses, and took long.
pub fn slow_lookup<'a>(r: &'a Reading<'_>) -> Option<SlowLookup<'a>> {
    let (_, id) = r.names.system.filter(|_| !r.names.system_ips().is_empty())?;
    let took_ms = r.names.system_took_ms.filter(|ms| *ms >= SLOW_LOOKUP_MS)?;
    let giving = r.names.independent_giving();
    let quickest = |view: &ServerView<'_>| {
        let answers = r.names.asked.iter().filter(|asked| view.ids.contains(asked.id) && asked.reply.seen().is_some());
        answers.min_by_key(|asked| asked.took_ms).filter(|asked| asked.took_ms <= took_ms / 4)
    };
    let quick: Vec<(&ServerView<'_>, &Asked<'_>)> =
        giving.iter().filter_map(|view| Some((*view, quickest(view)?))).collect();
    Some(SlowLookup {
        id,
        took_ms,
        quick_voices: voices::count(quick.iter().map(|(view, _)| *view)),
        giving_voices: voices::count(giving.iter().copied()),
        quick: quick.into_iter().map(|(_, asked)| asked).collect(),
    })
}

fn resolver_is_slow(r: &Reading<'_>) -> Vec<Finding> {
    // Where the page fails, that says more; and no waiting for a name turns into a page with a number.
    let only_slow = r.all_looks_are_good() && r.said_status().is_none();
    let direct = r.visits.first_looks().all(|sight| sight.is_direct());
    let Some(slow) = slow_lookup(r).filter(|slow| only_slow && direct && !slow.is_like_everywhere()) else {
        return Vec::new();
    };
    let late = late_answers(r, slow.took_ms / 2);
    let compared = late.len() >= LATE_ANSWERS && slow.quick_voices >= QUICK_VOICES;
    let basis = if compared { Basis::Measured } else { Basis::Hint };
    let mut observations = vec![slow.id.clone()];
    observations.extend(late.iter().map(|asked| asked.id.clone()));
    observations.extend(slow.quick.iter().map(|asked| asked.id.clone()));
    let finding = Finding::supports(Claim::usual(Cause::ResolverSlow), basis, observations)
        .with("ms", slow.took_ms)
        .with("count", slow.quick_voices)
        .verified_by(late.first().and_then(|asked| verify::dig(asked)));
    vec![if compared { finding } else { finding.in_words("rule-lookup-is-slow") }]
}

/// Late answers about the target's addresses of that system server which gave the most of them.
fn late_answers<'b, 'a>(r: &'b Reading<'a>, ms: u64) -> Vec<&'b Asked<'a>> {
    let late = |asked: &&'b Asked<'a>| {
        let of_addresses = matches!(asked.question.record_type, RecordType::A | RecordType::Aaaa)
            && matches!(asked.question.purpose, Purpose::Plain | Purpose::Timed(_));
        let answered = asked.reply.seen().is_some() && asked.took_ms >= ms;
        asked.server.role == ServerRole::System
            && of_addresses
            && answered
            && same_name(&asked.question.name, &r.target.host)
    };
    let of_server = |ip_port| r.names.asked.iter().filter(late).filter(move |asked| asked.server.ip_port == ip_port);
    let servers = r.names.asked.iter().filter(late).map(|asked| asked.server.ip_port);
    let slowest = servers.max_by_key(|ip_port| of_server(*ip_port).count());
    slowest.map(|ip_port| of_server(ip_port).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnosis::Hypothesis as H;
    use crate::diagnosis::testing::*;
    use crate::model::{Confidence, Fault};

    const AT: &str = "203.0.113.5";

    /// The system's lookup and its server take as long as told, and the page works.
    fn waited(lookup_ms: u64, server_ms: u64) -> World {
        let world = World::new("https://shop.test/").clean_device().lookup([AT]).took(lookup_ms);
        world.dns_after(system_server(), Says::Gives(&[AT]), server_ms).page(AT, good()).controls_work(3)
    }

    fn others(world: World, ms: u64) -> World {
        ["A", "B", "C"].into_iter().fold(world, |world, name| world.dns_after(public(name), Says::Gives(&[AT]), ms))
    }

    #[test]
    fn late_where_others_are_quick() {
        let slow = Claim::usual(Cause::ResolverSlow);
        let failing = World::new("https://shop.test/").lookup([AT]).took(2_400).page(AT, bad_gateway());
        let unanswered = waited(2_400, 2_300).dns_after(public("A"), Says::Silent, 3_500);
        let one_quick = waited(2_400, 2_300).dns_after(public("A"), Says::Gives(&[AT]), 20);
        rule_named("resolver-is-slow")
            .supports("others need 20 ms", others(waited(2_400, 2_300), 20), slow, Basis::Measured)
            .supports(
                "the server itself is quick: something else took the time",
                others(waited(2_400, 9), 20),
                slow,
                Basis::Hint,
            )
            .supports("one operator is one voice", one_quick, slow, Basis::Hint)
            .supports("nobody else answers", unanswered, slow, Basis::Hint)
            .is_silent("all are slow: it is the line", others(waited(2_400, 2_300), 2_000))
            .is_silent("one second is no trouble", others(waited(1_000, 900), 20))
            .is_silent("the page fails, which says more", others(failing, 20))
            .is_silent("no slow name shows a number", others(waited(2_400, 2_300).said("502 Bad Gateway"), 20))
            .is_silent("the name was not looked up", World::new("https://shop.test/").page(AT, good()));
    }

    #[test]
    fn a_slow_server_is_named_beside_a_page_that_works() {
        let verdict = others(waited(2_400, 2_300), 20).verdict();
        assert_eq!((verdict.fault, verdict.cause), (Fault::DnsResolver, Cause::ResolverSlow));
        assert!(verdict.confidence <= Confidence::Likely, "the page does work");
        assert!(verdict.alternatives.iter().any(|other| other.cause == Cause::Healthy));
        let hinted = others(waited(2_400, 9), 20).verdict();
        assert_eq!(hinted.cause, Cause::Healthy);
        assert!(hinted.alternatives.iter().any(|other| other.cause == Cause::ResolverSlow));
    }

    #[test]
    fn a_slow_line_acquits_the_server() {
        rule_named("site-works-from-here")
            .strikes("all are slow", others(waited(2_400, 2_300), 2_000), &[H::Resolver])
            .strikes("nothing is slow", others(waited(20, 9), 20), &[H::Resolver])
            .spares("others are quick", others(waited(2_400, 2_300), 20), &[H::Resolver]);
    }
}
