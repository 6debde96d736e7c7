//! What the logs of the site's servers say about the failure that is there now.

use super::super::logged::{self, Logged, Moment};
use super::super::{Basis, Effect, Finding, Reading, Rule};
use super::behind::disputed;
use crate::model::log::{LogKind, LogSummary};
use crate::model::{Cause, Claim, Fault, ObservationId};

pub const RULES: &[Rule] = &[
    Rule {
        id: "log-names-the-cause",
        source: "assets/log_lines.toml, each entry with its own source",
        judge: log_names_the_cause,
    },
    Rule {
        id: "log-one-server-is-worse",
        source: "Fisher's exact test, divided by the number of servers (Bonferroni)",
        judge: |r| patterns(r, "log-one-server-is-worse"),
    },
    Rule {
        id: "log-one-page-is-worse",
        source: "Fisher's exact test, divided by the number of pages (Bonferroni)",
        judge: |r| patterns(r, "log-one-page-is-worse"),
    },
    Rule {
        id: "log-comes-again",
        source: "three repeats or more, compared with beginnings at random",
        judge: |r| patterns(r, "log-comes-again"),
    },
    Rule {
        id: "log-after-a-start",
        source: "failures that begin within five minutes, compared with how much of the log lies so near to a start",
        judge: |r| patterns(r, "log-after-a-start"),
    },
    Rule {
        id: "log-without-our-request",
        source: "a log of answers that goes on while this program asks",
        judge: log_without_our_request,
    },
];

/// What the lines say together, where the page fails.
fn patterns(r: &Reading<'_>, id: &str) -> Vec<Finding> {
    if r.bad_looks().is_empty() {
        return Vec::new();
    }
    let logged: Vec<Logged<'_>> = read(r).into_iter().map(|(_, logged)| logged).collect();
    logged::together::findings(&logged).into_iter().filter(|finding| finding.rule == id).collect()
}

/// A log that has answers of these seconds, and none of ours: the request ended before the server that writes it, or is
/// logged elsewhere. It points to whoever stands before that server, no more.
fn log_without_our_request(r: &Reading<'_>) -> Vec<Finding> {
    let bad = r.bad_looks();
    // A page that the gateway itself writes is logged there; one of the application's has passed all logs.
    if bad.is_empty() || !is_the_gateways_own(r) {
        return Vec::new();
    }
    let silent = |(_, logged): (u64, Logged<'_>)| {
        let meanwhile = logged.log.meanwhile?;
        let is_missing = meanwhile.answers > 0 && meanwhile.of_page == 0;
        let claim = Claim { fault: Fault::SiteEdge, cause: Cause::GatewayMisconfigured };
        is_missing.then(|| {
            Finding::supports(claim, Basis::Hint, vec![logged.id.clone()])
                .with("file", &logged.log.name)
                .with("count", meanwhile.answers)
        })
    };
    read(r).into_iter().filter_map(silent).collect()
}

/// Only where the page fails: lines about failures of the past say nothing about a page that works.
fn log_names_the_cause(r: &Reading<'_>) -> Vec<Finding> {
    judged(r, &read(r))
}

/// The logs that could be read.
fn read<'a>(r: &Reading<'a>) -> Vec<(u64, Logged<'a>)> {
    let read = r.origin.logs.iter().filter_map(|look| {
        Some((look.at_ms, Logged { id: look.id, log: look.log.seen()?, utc_offset: look.utc_offset }))
    });
    read.collect()
}

fn judged(r: &Reading<'_>, read: &[(u64, Logged<'_>)]) -> Vec<Finding> {
    let bad = r.bad_looks();
    let Some(began) = r.case.began() else { return Vec::new() };
    if bad.is_empty() {
        return Vec::new();
    }
    let Some(last_ms) = read.iter().map(|(at_ms, _)| *at_ms).max() else { return Vec::new() };
    let now = began + i64::try_from(last_ms / 1_000).unwrap_or(0);
    let status = bad.iter().find_map(|sight| sight.answer()).map(|answer| answer.status);
    let logged: Vec<Logged<'_>> = read.iter().map(|(_, logged)| *logged).collect();
    let twin = r.target.twin_host().unwrap_or_default();
    let mut findings = logged::findings(&logged, Some(Moment { now, status, hosts: [&r.target.host, &twin] }));
    // Who has to act is open: the server behind, or whoever told the gateway to ask it.
    if let Some(dispute) = disputed(r) {
        findings.iter_mut().for_each(|finding| doubt(finding, dispute.the_log, Cause::GatewayMisconfigured));
    }
    // The gateway may have gone on to another server: a line tells of one try, and the answer of the last.
    if !is_the_gateways_own(r) {
        findings.iter_mut().for_each(|finding| doubt(finding, Basis::Measured, Cause::OriginAppError));
    }
    findings
}

/// Whether the failing answer is a page of the gateway's own, or none at all: then no server behind has written it.
fn is_the_gateways_own(r: &Reading<'_>) -> bool {
    let failing = r.bad_looks().into_iter().find_map(|sight| Some((sight, sight.answer()?)));
    failing.is_some_and(|(sight, answer)| {
        let written = || r.identified(sight).is_some_and(|found| found.author().is_some() && !found.app_words);
        answer.body_bytes == 0 || written()
    })
}

fn doubt(finding: &mut Finding, most: Basis, rival: Cause) {
    if let Effect::Supports { claim, basis, rivals } = &mut finding.effect {
        *basis = (*basis).min(most);
        if claim.cause != rival {
            rivals.push(rival);
        }
    }
}

/// Kinds of lines that name this cause, and may be about the failure of now, each judged as if it stood alone.
pub fn told_by_logs<'a>(r: &Reading<'a>, cause: Cause) -> Vec<(&'a ObservationId, &'a LogKind)> {
    let mut told = Vec::new();
    for (at_ms, logged) in read(r) {
        for kind in logged.log.kinds.iter().filter(|kind| kind.cause == cause) {
            let alone = LogSummary { kinds: vec![kind.clone()], ..logged.log.clone() };
            if !judged(r, &[(at_ms, Logged { log: &alone, ..logged })]).is_empty() {
                told.push((logged.id, kind));
            }
        }
    }
    told
}
