//! The laws as functions of a case: what is broken, or `None` where the law holds.

use std::collections::HashMap;

use super::renaming;
use crate::diagnosis::{Basis, Effect, Finding, Hypothesis, Reading, diagnose, rule};
use crate::evidence::Evidence;
use crate::model::server::ServerSight;
use crate::model::{Case, Claim, Confidence, Diagnosis, Fault, Known, ObservationId, Seen};

pub fn findings(case: &Case) -> Vec<Finding> {
    rule::findings(&Reading::of(Evidence::of(case)))
}

pub type Judged = (Fault, Confidence, crate::model::Cause, Confidence);

pub fn judged(case: &Case) -> Option<Judged> {
    let words = |verdict: Diagnosis| (verdict.fault, verdict.fault_confidence, verdict.cause, verdict.confidence);
    diagnose(case).map(words)
}

fn without(case: &Case, place: usize) -> Case {
    let mut fewer = case.clone();
    fewer.observations.remove(place);
    fewer
}

/// How well each claim is supported.
pub fn supports(findings: &[Finding]) -> HashMap<Claim, Basis> {
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
pub fn surer_by_less(case: &Case) -> Option<String> {
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

/// Concurrent observations may come in any order.
pub fn order_decides(case: &Case, seed: u64) -> Option<String> {
    differs(case, &shuffled(case, seed), "in another order")
}

/// Names and addresses decide nothing. Addresses are looked for where they stand alone: a case with logs or a
/// configuration keeps them within longer texts, and is left as it is.
pub fn names_decide(case: &Case) -> Option<String> {
    let has_texts =
        case.observations.iter().any(|one| matches!(one.seen, Seen::Log { .. } | Seen::Configuration { .. }));
    differs(case, &renaming::other_names(case), "with other names").or_else(|| {
        let moved = (!has_texts).then(|| renaming::other_addresses(case))?;
        differs(case, &moved, "with other addresses")
    })
}

/// "Certain" is for what is proven, and what is struck out never wins.
pub fn unproven(case: &Case) -> Option<String> {
    let (fault, _, cause, confidence) = judged(case)?;
    let claim = Claim { fault, cause };
    let all = findings(case);
    let proven = supports(&all).get(&claim) == Some(&Basis::Proof);
    let own = Hypothesis::of(claim);
    let struck = all.iter().any(|finding| matches!(&finding.effect, Effect::Strikes(all) if all.contains(&own)));
    match () {
        () if (confidence == Confidence::Certain) != proven => {
            Some(format!("{claim:?} is {confidence:?}, and its proof: {proven}"))
        }
        () if struck => Some(format!("{claim:?} was struck out")),
        () => None,
    }
}

/// A redacted case is judged alike, and so is one that was saved and read.
pub fn redaction_decides(case: &Case) -> Option<String> {
    let text = serde_json::to_string(case).unwrap();
    let reread: Case = serde_json::from_str(&text).unwrap();
    if reread != *case {
        return Some("reading what was saved gives another case".to_owned());
    }
    differs(case, &crate::report::redact::redact(case), "redacted")
}

/// What was not tried is as if it were not there.
pub fn untried_decides(case: &Case) -> Option<String> {
    (0..case.observations.len()).find_map(|place| {
        let mut untried = case.clone();
        if !not_tried(&mut untried.observations[place].seen) {
            return None;
        }
        let broken = differs(&without(case, place), &untried, "with something that was not tried")?;
        Some(format!("{broken}: {:#?}", case.observations[place]))
    })
}

/// The laws that hold for any case, whatever made it. For the tests of single rules: each case in which one fires.
pub fn broken(case: &Case) -> Option<String> {
    surer_by_less(case)
        .or_else(|| untried_decides(case))
        .or_else(|| names_decide(case))
        .or_else(|| unproven(case))
        .or_else(|| redaction_decides(case))
}

fn differs(case: &Case, other: &Case, how: &str) -> Option<String> {
    let (one, other) = (judged(case), judged(other));
    (one != other).then(|| format!("{one:?} became {other:?} {how}"))
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
