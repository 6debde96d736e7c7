//! What the logs of the site's servers say about the failure that is there now.

use super::super::logged::{self, Logged, Moment};
use super::super::{Basis, Effect, Finding, Reading, Rule};
use super::behind::disputed;
use crate::model::log::{LogKind, LogSummary};
use crate::model::{Cause, ObservationId};

pub const RULES: &[Rule] = &[Rule {
    id: "log-names-the-cause",
    source: "assets/log_lines.toml, each entry with its own source",
    judge: log_names_the_cause,
}];

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
