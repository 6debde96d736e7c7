//! Logs in which no line names a cause: what may be said of them all the same, and of what no more than that.

use super::reasons;
use crate::diagnosis::finding::Finding;
use crate::logs::together::together;
use crate::model::diagnosis::Words;
use crate::model::log::{Answers, LogSummary};
use crate::model::{Cause, Claim, Confidence, Diagnosis, NextStep, NotTested, Who};

/// The verdict on such logs. Even where all answers went well it is no more than possible that the site works: what fails in
/// front of the server, or at another time, stands in no line of it.
pub fn judge(logs: &[LogSummary], findings: &[Finding]) -> Diagnosis {
    let well = well(logs);
    let claim = Claim::usual(if well.is_some() { Cause::Healthy } else { Cause::Unknown });
    let (words, next) = match well {
        Some(well) => (well, "next-look-in-front"),
        None => nothing(logs),
    };
    Diagnosis {
        fault: claim.fault,
        fault_confidence: Confidence::Possible,
        cause: claim.cause,
        confidence: Confidence::Possible,
        headline: String::new(),
        words,
        because: reasons(findings),
        next: vec![NextStep::new(Who::Owner, Words::new(next))],
        leave_alone: Vec::new(),
        not_tested: untold(logs),
        alternatives: Vec::new(),
    }
}

/// Whether any line stands for a failed answer, by its words or by its status.
fn fails(log: &LogSummary) -> bool {
    log.telling() > 0 || log.answers.as_deref().is_some_and(Answers::has_failed)
}

/// Whether most answers turned the asker away: too many, not allowed, not understood. Such a site may be shut for everybody.
fn turns_away(log: &LogSummary) -> bool {
    let turned = |status: u16| {
        matches!(status, 400 | 401 | 403 | 407 | 408 | 413 | 421 | 429 | 431 | 444 | 451 | 460 | 494..=499)
    };
    let statuses = || log.answers.iter().flat_map(|answers| &answers.statuses);
    let all: u64 = statuses().map(|one| one.count).sum();
    let away: u64 = statuses().filter(|one| turned(one.status)).map(|one| one.count).sum();
    2 * away >= all.max(1)
}

/// That no answer failed, of so many, and from when to when; `None` where one did, or no answer stands there.
fn well(logs: &[LogSummary]) -> Option<Words> {
    let has_answers = |log: &&LogSummary| log.answers.as_ref().is_some_and(|answers| !answers.statuses.is_empty());
    let of_answers: Vec<&LogSummary> = logs.iter().filter(has_answers).collect();
    if of_answers.is_empty() || logs.iter().any(fails) || of_answers.iter().any(|log| turns_away(log)) {
        return None;
    }
    let told = together(&of_answers);
    let count: u64 = told.answers.iter().flat_map(|answers| &answers.statuses).map(|one| one.count).sum();
    let words = Words::new("headline-logs-answer-well").with("count", count);
    Some(match told.from.zip(told.to) {
        Some((from, to)) => words.with("times", "known").with("from", from).with("to", to),
        None => words.with("times", "unknown").with("from", "").with("to", ""),
    })
}

/// The sentence for logs that tell neither failures nor answers that went well, and what to do.
fn nothing(logs: &[LogSummary]) -> (Words, &'static str) {
    let read_on = "cause-unknown-owner";
    let known: u64 = logs.iter().flat_map(|log| &log.formats).map(|format| format.count).sum();
    if logs.iter().all(|log| log.lines == 0) {
        let is_cut = logs.iter().any(|log| log.cut.is_some());
        return (Words::new(if is_cut { "headline-logs-not-read" } else { "headline-logs-are-empty" }), read_on);
    }
    if logs.iter().all(|log| log.lines == 0 || log.is_left_out()) {
        return (Words::new("headline-logs-outside-the-time"), "next-other-times");
    }
    if known > 0 && !logs.iter().any(fails) {
        return (Words::new("headline-logs-name-no-failure").with("count", known), read_on);
    }
    (Words::new("headline-logs-say-nothing"), read_on)
}

/// What of the logs this does not speak of, and the site itself.
pub fn untold(logs: &[LogSummary]) -> Vec<NotTested> {
    let unknown: u64 = logs.iter().map(|log| log.unrecognised.count).sum();
    let left_out: u64 = logs.iter().map(|log| log.left_out).sum();
    let is_cut = logs.iter().any(|log| log.cut.is_some());
    let counted = |key: &str, count: u64| (count > 0).then(|| Words::new(key).with("count", count));
    let told = [
        is_cut.then(|| Words::new("untested-log-rest")),
        counted("untested-log-times", left_out),
        counted("untested-log-lines", unknown),
        Some(Words::new("untested-site")),
    ];
    told.into_iter().flatten().map(NotTested::new).collect()
}
