//! Failures that agree on a time: somebody's timer ran out (R13).

use std::collections::BTreeSet;

use super::super::reading::ids;
use super::super::{Basis, Finding, Reading, Rule, verify};
use crate::evidence::{Outcome, Sight};
use crate::model::visit::Answer;
use crate::model::{Cause, Claim};
use crate::signature::gateway::{Gateway, gateway, gateways};

pub const RULES: &[Rule] = &[Rule {
    id: "failures-agree-on-a-time",
    source: "three failures within 1 s or 2 % of a timer of assets/gateways.toml, or five of one another",
    judge: failures_agree_on_a_time,
}];

/// So many failures near a known timer are no chance; so many near one another, whatever the time.
const NEAR_A_TIMER: usize = 3;
const NEAR_ONE_ANOTHER: usize = 5;
/// What failed sooner was decided, or retried, and not waited for, in milliseconds.
const SHORTEST_MS: u64 = 5_000;
/// The longest timer that a visitor would sit through, in milliseconds.
const LONGEST_MS: u64 = 300_000;

/// Failing answers with how long each took. A failure at another time is another event, and contradicts nothing.
fn waited_for<'b, 'a>(r: &'b Reading<'a>) -> Vec<(&'b Sight<'a>, &'a Answer)> {
    let late = |sight: &'b Sight<'a>| match sight.outcome {
        Outcome::Error(answer) if answer.first_byte_ms >= SHORTEST_MS => Some((sight, answer)),
        _ => None,
    };
    r.bad_looks().into_iter().filter(|sight| !r.address_is_in_doubt(sight)).filter_map(late).collect()
}

fn failures_agree_on_a_time(r: &Reading<'_>) -> Vec<Finding> {
    let late = waited_for(r);
    // The number tells events apart too: a 504 says that the speaker gave up, a 502 that somebody hung up on it (R6).
    let statuses: BTreeSet<u16> = late.iter().map(|(_, answer)| answer.status).collect();
    for status in &statuses {
        let looks: Vec<(&Sight<'_>, u64)> = late
            .iter()
            .filter(|(_, answer)| answer.status == *status)
            .map(|(sight, answer)| (*sight, answer.first_byte_ms))
            .collect();
        // A timer of the speaker's own explains more than anybody's.
        let finding = on_a_timer_of_the_speaker(r, *status, &looks).or_else(|| on_anybodys_timer(*status, &looks));
        if let Some(finding) = finding {
            return vec![finding];
        }
    }
    Vec::new()
}

/// The looks that took about as long.
fn agreeing<'b, 'a>(looks: &[(&'b Sight<'a>, u64)], timer_ms: u64) -> Vec<&'b Sight<'a>> {
    looks.iter().filter(|(_, ms)| is_near(*ms, timer_ms)).map(|(sight, _)| *sight).collect()
}

fn on_a_timer_of_the_speaker(r: &Reading<'_>, status: u16, looks: &[(&Sight<'_>, u64)]) -> Option<Finding> {
    let speakers = looks.iter().filter_map(|(sight, _)| r.identified(sight)).flat_map(|one| &one.speakers);
    let ids: BTreeSet<&str> =
        speakers.filter(|speaker| !speaker.proxy_like).map(|speaker| speaker.id.as_str()).collect();
    let products = ids.into_iter().filter_map(gateway).filter(|product| status != 502 || product.timer_says_502);
    for product in products {
        let ran_out: Vec<(&str, u64)> =
            timers(product).filter(|(_, timer_ms)| agreeing(looks, *timer_ms).len() >= NEAR_A_TIMER).collect();
        if let Some((_, timer_ms)) = ran_out.first() {
            let agreeing = agreeing(looks, *timer_ms);
            return Some(finding(&agreeing, of_the_speaker(&ran_out), *timer_ms, Some(&product.name)));
        }
    }
    None
}

fn on_anybodys_timer(status: u16, looks: &[(&Sight<'_>, u64)]) -> Option<Finding> {
    let known: BTreeSet<u64> = gateways().iter().flat_map(timers).map(|(_, timer_ms)| timer_ms).collect();
    let best = known.into_iter().max_by_key(|timer_ms| agreeing(looks, *timer_ms).len());
    let known =
        best.map(|timer_ms| (agreeing(looks, timer_ms), timer_ms)).filter(|(looks, _)| looks.len() >= NEAR_A_TIMER);
    let (agreeing, timer_ms) = known.or_else(|| {
        let mut times: Vec<u64> = looks.iter().map(|(_, ms)| *ms).collect();
        times.sort_unstable();
        let close = times.windows(NEAR_ONE_ANOTHER).find_map(|window| match window {
            [.., middle, _, _] if window.iter().all(|ms| is_near(*ms, *middle)) => Some(*middle),
            _ => None,
        })?;
        Some((agreeing(looks, close), close))
    })?;
    Some(finding(&agreeing, of_anybody(status), timer_ms, None))
}

fn is_near(ms: u64, timer_ms: u64) -> bool {
    ms.abs_diff(timer_ms) <= (timer_ms / 50).max(1_000)
}

/// The timers of a product that end a request that is waited for, in milliseconds.
fn timers(product: &Gateway) -> impl Iterator<Item = (&str, u64)> {
    let ends_a_request = |kind: &str| !matches!(kind, "idle" | "keepalive_to_backend");
    product
        .default_timeouts
        .iter()
        .filter(move |(kind, _)| ends_a_request(kind))
        .filter_map(|(kind, secs)| {
            let ms = std::time::Duration::try_from_secs_f64(*secs).ok()?.as_millis();
            Some((kind.as_str(), u64::try_from(ms).ok()?))
        })
        .filter(|(_, ms)| (SHORTEST_MS..=LONGEST_MS).contains(ms))
}

/// Cause and rivals, where a timer of the speaker's own ran out: one of these.
fn of_the_speaker(timers: &[(&str, u64)]) -> (Cause, &'static [Cause]) {
    let connecting = |(kind, _): &(&str, u64)| matches!(*kind, "connect" | "ack" | "tls");
    match (timers.iter().any(connecting), timers.iter().all(connecting)) {
        (_, true) => (Cause::OriginTimeoutConnect, &[Cause::OriginOverloaded]),
        (false, _) => (Cause::OriginTimeoutResponse, &[Cause::OriginOverloaded]),
        (true, _) => (Cause::OriginTimeoutResponse, &[Cause::OriginTimeoutConnect, Cause::OriginOverloaded]),
    }
}

/// The same where nobody says whose timer it is. Behind a 502 somebody hung up: a watchdog, or another gateway.
fn of_anybody(status: u16) -> (Cause, &'static [Cause]) {
    match status {
        504 | 522 | 524 => (Cause::OriginTimeoutResponse, &[Cause::OriginTimeoutConnect, Cause::OriginOverloaded]),
        _ => (Cause::AppTimeoutKilled, &[Cause::OriginClosedEarly, Cause::OriginTimeoutResponse]),
    }
}

fn finding(looks: &[&Sight<'_>], (cause, rivals): (Cause, &[Cause]), timer_ms: u64, name: Option<&str>) -> Finding {
    let finding = Finding::supports(Claim::usual(cause), Basis::Measured, ids(looks.iter().copied()))
        .with_rivals(rivals)
        .with("count", looks.len())
        .with("seconds", timer_ms.saturating_add(500) / 1_000)
        .verified_by(looks.first().and_then(|first| verify::curl(first)));
    match name {
        Some(name) => finding.in_words("rule-failures-agree-on-its-timer").with("name", name),
        None => finding,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnosis::testing::*;
    use crate::model::visit::VisitTrace;
    use crate::model::{Confidence, FailureKind, Fault, Known};

    const AT: &str = "203.0.113.5";

    fn late(mut trace: VisitTrace, ms: u64) -> VisitTrace {
        if let Known::Seen(answer) = &mut trace.http {
            answer.first_byte_ms = ms;
        }
        trace
    }

    /// One look after the other, each failing after so long.
    fn looks(trace: &VisitTrace, times: &[u64]) -> World {
        let world = World::new("https://shop.test/").clean_device().lookup([AT]).controls_work(3).all_dns(&[AT]);
        let mut rounds = times.iter().zip(1u8..);
        let first = rounds.next().map_or(world.clone(), |(ms, _)| world.page(AT, late(trace.clone(), *ms)));
        rounds.fold(first, |world, (ms, round)| world.repeat(round, AT, late(trace.clone(), *ms)))
    }

    #[test]
    fn three_that_agree_and_near_misses() {
        let watchdog = Claim::usual(Cause::AppTimeoutKilled);
        let slow = Claim::usual(Cause::OriginTimeoutResponse);
        let nginx_504 = answer_with(504, &[("server", "nginx")], "");
        let bare_504 = answer(504, "");
        let mixed = looks(&bad_gateway(), &[60_010, 60_020]).repeat(9, AT, late(bare_504.clone(), 60_000));
        rule_named("failures-agree-on-a-time")
            .supports(
                "a 502 after thirty seconds each time",
                looks(&bad_gateway(), &[30_010, 30_400, 29_990]),
                watchdog,
                Basis::Measured,
            )
            .supports("nginx's own sixty seconds", looks(&nginx_504, &[60_010, 60_020, 59_990]), slow, Basis::Measured)
            .supports(
                "whose timer it is does not show",
                looks(&bare_504, &[60_010, 60_020, 59_990]),
                slow,
                Basis::Measured,
            )
            .supports(
                "one at another time is another event",
                looks(&bad_gateway(), &[30_010, 30_400, 29_990, 8_000]),
                watchdog,
                Basis::Measured,
            )
            .supports(
                "five that agree on no known timer",
                looks(&bad_gateway(), &[42_010, 42_100, 41_900, 42_000, 42_500]),
                watchdog,
                Basis::Measured,
            )
            .is_silent("four that do are too few", looks(&bad_gateway(), &[42_010, 42_100, 41_900, 42_000]))
            .is_silent("two are not enough", looks(&bad_gateway(), &[30_010, 30_020]))
            .is_silent("they differ", looks(&bad_gateway(), &[30_010, 24_000, 12_500]))
            .is_silent("two of one number, one of another", mixed)
            .is_silent("at once is no timer", looks(&bad_gateway(), &[30, 31, 30, 32, 30]))
            .is_silent("no answer", World::new("https://shop.test/").page(AT, no_answer(FailureKind::TimedOut)));
    }

    #[test]
    fn the_speaker_is_named_where_it_has_such_a_timer() {
        let words = |world: World| {
            let findings = world.findings_of("failures-agree-on-a-time");
            findings.first().map(|finding| (finding.message.clone(), finding.values.get("name").cloned()))
        };
        let named = words(looks(&answer_with(504, &[("server", "nginx")], ""), &[60_010, 60_020, 59_990]));
        assert_eq!(named, Some((Some("rule-failures-agree-on-its-timer".to_owned()), Some("nginx".to_owned()))));
        // nginx says 504 when its own time is up: after a 502 somebody behind it hung up.
        assert_eq!(words(looks(&bad_gateway(), &[60_010, 60_020, 59_990])), Some((None, None)));
        let arr = answer_with(502, &[("x-powered-by", "ARR/3.0")], "");
        assert!(words(looks(&arr, &[120_010, 120_900, 119_500])).is_some_and(|(_, name)| name.is_some()));
    }

    #[test]
    fn a_timer_makes_nothing_sure() {
        let verdict = looks(&bad_gateway(), &[30_010, 30_400, 29_990]).verdict();
        assert_eq!((verdict.fault, verdict.cause), (Fault::SiteOrigin, Cause::AppTimeoutKilled));
        assert_eq!((verdict.fault_confidence, verdict.confidence), (Confidence::Certain, Confidence::Likely));
    }
}
