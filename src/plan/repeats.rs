//! The page again, for its share of failures: in rounds over all addresses, each round in the other direction, so that
//! neither a recovery nor a server that takes turns looks like a property of an address (R15).

use std::net::SocketAddr;

use url::Url;

use super::View;
use crate::attempt::{Attempt, VisitPlan};
use crate::evidence::Outcome;
use crate::model::StepId;
use crate::model::visit::{Via, VisitPurpose};

/// Addresses that take part.
const ADDRESSES: usize = 4;
/// Rounds of a page that works, that works although the user says otherwise, that fails everywhere, that does both.
const ROUNDS_GOOD: u8 = 2;
const ROUNDS_DOUBTED: u8 = 3;
const ROUNDS_BAD: u8 = 2;
const ROUNDS_MIXED: u8 = 5;
/// Pause before each round of a failing page, in milliseconds: within one second a gateway's answer is one draw.
const PAUSES_MS: [u64; 2] = [700, 1_500];
/// Dummy cookies tried after one another, in kB; the first refusal ends it.
const COOKIE_LADDER: [u8; 5] = [1, 4, 8, 16, 32];

pub fn wish(view: &View<'_>, wishes: &mut Vec<Attempt>) {
    if let Some(round) = due_round(view) {
        wishes.extend(round);
    }
    cookies(view, wishes);
}

/// Whether a round is still to come, and thrift leaves room for it.
pub fn pending(view: &View<'_>) -> bool {
    let Some((number, _)) = next_round(view) else { return false };
    let upcoming = unfinished(view).or_else(|| round(view, number).into_iter().next());
    upcoming.is_some_and(|attempt| super::thrift::has_room_for(view, &attempt))
}

/// The next round and the time at which it is due, in milliseconds after the start.
fn next_round(view: &View<'_>) -> Option<(u8, u64)> {
    let visits = &view.evidence.visits;
    let target = &view.config().target;
    let quiet = view.progress.skips(StepId::OverTime)
        || target.has_one_time_token()
        || view.evidence.surroundings.proxy().is_some()
        || visits.wall_after_success().is_some();
    if quiet || visits.pages().next().is_none() {
        return None;
    }
    let good = visits.pages().filter(|sight| sight.outcome.is_good()).count();
    let bad = visits.pages().filter(|sight| sight.outcome.is_bad()).count();
    // A certificate, a refusal or a wall does not change from one second to the next.
    let worth_repeating = visits.first_looks().all(|sight| {
        !matches!(sight.outcome, Outcome::BadCertificate(_) | Outcome::Refused(_) | Outcome::RequestTooLarge(_))
    });
    let slow = visits.first_looks().any(|sight| sight.at_ms.saturating_sub(sight.from_ms) > 2_500);
    let rounds = match (good, bad) {
        (_, 0) if view.evidence.said.is_some() => ROUNDS_DOUBTED,
        (_, 0) => ROUNDS_GOOD,
        (0, _) if !worth_repeating || slow => 0,
        (0, _) => ROUNDS_BAD,
        _ if !worth_repeating => 0,
        _ => ROUNDS_MIXED,
    };
    let done = rounds_started(view);
    if done >= rounds {
        return None;
    }
    let last_ms = view.evidence.visits.pages().map(|sight| sight.at_ms).max().unwrap_or(0);
    let pause = if bad == 0 { 0 } else { PAUSES_MS.get(usize::from(done)).copied().unwrap_or(200) };
    Some((done + 1, last_ms + pause))
}

fn rounds_started(view: &View<'_>) -> u8 {
    let rounds = view.progress.started.iter().filter_map(|attempt| match attempt {
        Attempt::Visit(VisitPlan { purpose: VisitPurpose::Repeat(round), .. }) => Some(*round),
        _ => None,
    });
    rounds.max().unwrap_or(0)
}

fn due_round(view: &View<'_>) -> Option<Vec<Attempt>> {
    // Nothing has failed: a whole round at once, since nobody has to be told from anybody.
    let all_good = view.evidence.visits.pages().all(|sight| sight.outcome.is_good());
    if all_good && let Some((number, _)) = next_round(view) {
        let first_looks_are_over = !view.progress.running.iter().any(|attempt| matches!(attempt, Attempt::Visit(_)));
        return first_looks_are_over.then(|| round(view, number));
    }
    // Within a round the addresses are asked one after the other: two at once would be one draw.
    let running = view.progress.running.iter().any(|attempt| matches!(attempt, Attempt::Visit(_)));
    if running {
        return None;
    }
    if let Some(attempt) = unfinished(view) {
        return Some(vec![attempt]);
    }
    let (number, due_ms) = next_round(view)?;
    (view.progress.elapsed_ms >= due_ms).then(|| round(view, number).into_iter().take(1).collect())
}

/// What is left of the round that has begun.
fn unfinished(view: &View<'_>) -> Option<Attempt> {
    let begun = rounds_started(view);
    round(view, begun).into_iter().find(|attempt| begun > 0 && !view.progress.has_started(attempt))
}

fn round(view: &View<'_>, number: u8) -> Vec<Attempt> {
    let ip_ports = view.evidence.visits.page_ip_ports();
    let mut ip_ports: Vec<SocketAddr> = ip_ports.iter().copied().take(ADDRESSES).collect();
    if number % 2 == 1 {
        ip_ports.reverse();
    }
    let url = &view.config().target.url;
    let plans = ip_ports
        .into_iter()
        .map(|ip_port| VisitPlan { purpose: VisitPurpose::Repeat(number), ..VisitPlan::page(url.clone(), ip_port) });
    plans.map(Attempt::Visit).collect()
}

/// Only when the clean request works and an error was reported: does the site refuse what a full cookie jar sends?
fn cookies(view: &View<'_>, wishes: &mut Vec<Attempt>) {
    let visits = &view.evidence.visits;
    let rounds_over = next_round(view).is_none() && view.progress.visits_running() == 0;
    let all_good = visits.pages().all(|sight| sight.outcome.is_good()) && visits.pages().next().is_some();
    let reported = view.evidence.said.is_some();
    if !(rounds_over && all_good && reported)
        || visits.wall_after_success().is_some()
        || view.config().target.has_one_time_token()
    {
        return;
    }
    let Some(first) = visits.first_looks().find(|sight| sight.visit.via == Via::Direct) else { return };
    let Ok(url) = Url::parse(&first.visit.url) else { return };
    for kilobytes in COOKIE_LADDER {
        let purpose = VisitPurpose::Cookies(kilobytes);
        match visits.with(purpose).next() {
            Some(sight) if sight.outcome.is_good() => {}
            Some(_) => return,
            None => {
                let plan = VisitPlan {
                    purpose,
                    cookie_bytes: usize::from(kilobytes) * 1_024,
                    ..VisitPlan::page(url, first.visit.ip_port)
                };
                wishes.push(Attempt::Visit(plan));
                return;
            }
        }
    }
}
