//! What the logs of the site's servers say about the failure that is there now.

use super::super::logged::{self, Logged, Moment};
use super::super::{Basis, Effect, Finding, Reading, Rule};
use super::behind::disputed;
use crate::evidence::origin::LogLook;
use crate::model::log::{LogKind, LogSummary, RECENT};
use crate::model::wanted::{FoundBy, Traced};
use crate::model::{Cause, Claim, Fault, ObservationId};

pub const RULES: &[Rule] = &[
    Rule {
        id: "log-names-the-cause",
        source: "assets/log_lines.toml, each entry with its own source",
        judge: log_names_the_cause,
    },
    Rule {
        id: "log-has-the-request",
        source: "the number, time and page of the visitor's request",
        judge: has_request,
    },
    Rule { id: "log-lacks-the-request", source: "a log with a line for every request", judge: lacks_request },
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
        id: "log-fails-when-busy",
        source: "spells of failures by rate of good answers, compared with beginnings at random",
        judge: |r| patterns(r, "log-fails-when-busy"),
    },
    Rule {
        id: "log-fails-after-idle",
        source: "Fisher's exact test over minutes: those behind a pause, and the others",
        judge: |r| patterns(r, "log-fails-after-idle"),
    },
    Rule {
        id: "log-wordpress-fails-whole",
        source: "developer.wordpress.org, wp-login.php; the shares of pages and files",
        judge: |r| patterns(r, "log-wordpress-fails-whole"),
    },
    Rule {
        id: "log-another-server-saved-it",
        source: "nginx ngx_http_upstream_module, $upstream_status",
        judge: another_server_saved_it,
    },
    Rule {
        id: "log-without-our-request",
        source: "a log of answers that goes on while this program asks",
        judge: log_without_our_request,
    },
];

/// The visitor's very request stands in a log: it did reach that machine.
fn has_request(r: &Reading<'_>) -> Vec<Finding> {
    let told = |(look, traced): (&LogLook<'_>, &Traced)| {
        let by = traced.best().filter(|by| *by != FoundBy::Page)?;
        let line = traced.lines.first()?.line.chars().take(QUOTED).collect::<String>();
        let by = match by {
            FoundBy::Id => "id",
            FoundBy::Program => "program",
            FoundBy::Address | FoundBy::Page => "address",
        };
        Some(Finding::tells(vec![look.id.clone()]).with("file", look.name).with("by", by).with("quote", line))
    };
    traced(r).into_iter().filter_map(told).collect()
}

/// No log has it, and one that was written all the while has every request. Whose log that is was not seen.
fn lacks_request(r: &Reading<'_>) -> Vec<Finding> {
    let all = traced(r);
    if all.iter().any(|(_, traced)| traced.count > 0) {
        return Vec::new();
    }
    let full = all.into_iter().filter(|(_, traced)| traced.covers && traced.has_every_request);
    full.take(1).map(|(look, _)| Finding::tells(vec![look.id.clone()]).with("file", look.name)).collect()
}

/// How much of a line is quoted, in characters.
const QUOTED: usize = 160;

/// Logs in which the requests of the case were looked for.
fn traced<'b, 'a>(r: &'b Reading<'a>) -> Vec<(&'b LogLook<'a>, &'a Traced)> {
    r.origin.logs.iter().filter_map(|look| Some((look, look.log.seen()?.traced.as_ref()?))).collect()
}

/// What the lines say together, where the page fails.
fn patterns(r: &Reading<'_>, id: &str) -> Vec<Finding> {
    if r.bad_looks().is_empty() {
        return Vec::new();
    }
    let logged: Vec<Logged<'_>> = read(r).into_iter().map(|(_, logged)| logged).collect();
    let in_turns = r.bad_looks().iter().any(|sight| r.visits.tally(sight.visit.ip_port).0 > 0);
    let mut findings: Vec<Finding> =
        logged::together::findings(&logged).into_iter().filter(|finding| finding.rule == id).collect();
    for finding in &mut findings {
        // Here too the same address fails at times, and at times works.
        let fits = in_turns && id == "log-one-server-is-worse";
        if let (true, Effect::Supports { basis, .. }) = (fits, &mut finding.effect) {
            *basis = Basis::Measured;
        }
    }
    findings
}

/// The kind of line that tells of an answer for which a second server was asked (`assets/log_lines.toml`).
const RETRIED: &str = "answer-retried";

/// Visitors get the page, and one of the servers fails all the same.
fn another_server_saved_it(r: &Reading<'_>) -> Vec<Finding> {
    let Some(now) = r.case.began() else { return Vec::new() };
    let told = |(_, logged): (u64, Logged<'_>)| {
        let kind = logged.log.kinds.iter().find(|kind| kind.id == RETRIED)?;
        let last = logged.log.moment(kind.last?)?;
        let worst = logged.log.answers.as_ref()?.servers.first()?;
        ((now - last).abs() <= RECENT).then(|| {
            Finding::tells(vec![logged.id.clone()])
                .with("file", &logged.log.name)
                .with("count", kind.count)
                .with("name", &worst.name)
                .with("failed", worst.failed)
                .with("answers", worst.answers)
        })
    };
    read(r).into_iter().filter_map(told).collect()
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

#[cfg(test)]
mod tests {
    use crate::diagnosis::testing::*;
    use crate::model::wanted::{FoundBy, FoundLine, Traced};
    use crate::model::{Known, Seen};

    /// The shop fails, and the logs have this about the request.
    fn searched(all: &[Traced]) -> World {
        let mut world = owner_sees(REFUSED, "http://192.0.2.9:8080", "events {}");
        let log = world.case.observations.iter().find_map(|one| match &one.seen {
            Seen::Log { log: Known::Seen(log), .. } => Some(log.clone()),
            _ => None,
        });
        world = world.without_logs();
        for traced in all {
            let log = crate::model::log::LogSummary { traced: Some(traced.clone()), ..log.clone().unwrap() };
            let seen = Seen::Log { name: "access.log".to_owned(), log: Known::Seen(log), utc_offset: 0 };
            world = world.see(crate::model::StepId::Logs, seen);
        }
        world
    }

    fn found(by: FoundBy) -> Traced {
        let lines = vec![FoundLine { by, line: "GET / 502".to_owned() }];
        Traced { covers: true, has_every_request: true, count: 1, lines }
    }

    fn nothing(covers: bool, has_every_request: bool) -> Traced {
        Traced { covers, has_every_request, ..Traced::default() }
    }

    #[test]
    fn the_very_request_stands_in_a_log() {
        let told = |by| searched(&[found(by)]).findings_of("log-has-the-request");
        assert_eq!(told(FoundBy::Id)[0].values["by"], "id");
        // Somebody else may ask with this program, and not with the visitor's number.
        assert_eq!(told(FoundBy::Program)[0].values["by"], "program");
        assert_eq!(told(FoundBy::Address)[0].values["by"], "address");
        rule_named("log-has-the-request")
            .is_silent("anybody's request", searched(&[found(FoundBy::Page)]))
            .is_silent("none", searched(&[nothing(true, true)]))
            .is_silent("nobody looked", owner_sees(REFUSED, "http://192.0.2.9:8080", "events {}"));
    }

    #[test]
    fn no_log_has_the_request() {
        assert_eq!(searched(&[nothing(true, true)]).findings_of("log-lacks-the-request").len(), 1);
        rule_named("log-lacks-the-request")
            .is_silent("it has no lines of that moment", searched(&[nothing(false, true)]))
            .is_silent("it has failures alone", searched(&[nothing(true, false)]))
            .is_silent("another log has it", searched(&[nothing(true, true), found(FoundBy::Program)]))
            .is_silent("it may be one of those", searched(&[found(FoundBy::Page)]));
    }
}
