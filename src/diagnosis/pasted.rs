//! Judges a pasted page, head, archive or sentence: what it says about itself, and no more.

use super::advice::{alternatives, reason};
use super::elimination;
use super::finding::{Basis, Finding};
use crate::model::diagnosis::Words;
use crate::model::{Cause, Claim, Diagnosis, Fault, NextStep, NotTested, ObservationId, Who};
use crate::signature::{Identified, Material, Pasted, PastedForm, identify};

/// What a pasted text is, and what it means.
pub struct Judged {
    pub identified: Identified,
    pub status: Option<u16>,
    pub diagnosis: Diagnosis,
}

/// Reads and judges it.
pub fn judge(pasted: &Pasted) -> Judged {
    let material = Material {
        status: pasted.status,
        reason: &pasted.reason,
        headers: &pasted.headers,
        body: &pasted.body,
        first_byte_ms: None,
        version: "",
    };
    let identified = identify(&material);
    let findings = findings(&identified, pasted);
    let verdict = elimination::decide(&findings).unwrap_or_default();
    let claim = verdict.claim;
    // Without a host of its own the text is about "the site", in the words of whoever prints it.
    let words =
        Words::new(headline(pasted, claim)).with("status", pasted.status.unwrap_or(0)).with("sure", verdict.confidence);
    let words = pasted.request_host.iter().fold(words, |words, host| words.with("host", host));
    let diagnosis = Diagnosis {
        fault: claim.fault,
        // A text alone says as much of the fault as of the cause.
        fault_confidence: verdict.confidence,
        cause: claim.cause,
        confidence: verdict.confidence,
        headline: String::new(),
        words,
        because: findings.iter().map(reason).collect(),
        next: next(claim),
        leave_alone: Vec::new(),
        not_tested: vec![NotTested::new(Words::new("untested-everything"))],
        alternatives: alternatives(&verdict),
    };
    Judged { identified, status: pasted.status, diagnosis }
}

/// A sentence or a log entry does not show that the site was reached, and so its headline does not say so.
fn headline(pasted: &Pasted, claim: Claim) -> String {
    match pasted.form {
        _ if claim.cause == Cause::Unknown => "headline-unknown".to_owned(),
        PastedForm::LogEntry => "headline-by-a-log-entry".to_owned(),
        PastedForm::Sentence | PastedForm::HeaderBlock => "headline-by-the-text-alone".to_owned(),
        _ => format!("headline-{}", claim.cause),
    }
}

fn findings(identified: &Identified, pasted: &Pasted) -> Vec<Finding> {
    let observation = vec![ObservationId("pasted".to_owned())];
    let mut findings: Vec<Finding> = Vec::new();
    for (place, meaning) in identified.meanings.iter().take(4).enumerate() {
        if meaning.claim.cause == Cause::Unknown {
            continue;
        }
        // A pasted text has nobody's signature: what it says in so many words is measured, and never proven.
        let basis = match (place, meaning.hint) {
            (_, true) => Basis::Hint,
            (0, false) if meaning.said => Basis::Measured,
            (0, false) => Basis::Typical,
            _ => Basis::Hint,
        };
        let finding = Finding::supports(meaning.claim, basis, observation.clone()).in_words(meaning.message());
        findings.push(Finding { rule: "answer-names-its-cause", ..finding });
    }
    if let Some(claim) = fallback(identified, pasted).filter(|_| findings.is_empty()) {
        let finding = Finding::supports(claim, Basis::Hint, observation)
            .with("status", pasted.status.unwrap_or(0))
            .with("ms", 0)
            .in_words("rule-status-in-text");
        findings.push(Finding { rule: "status-alone", ..finding });
    }
    findings
}

/// The number alone.
fn fallback(identified: &Identified, pasted: &Pasted) -> Option<Claim> {
    let passed_on = identified.meanings.first().map(|meaning| meaning.claim.fault);
    let cause = match pasted.status? {
        _ if identified.app_words => Cause::OriginAppError,
        502 => Cause::OriginRefused,
        500 => Cause::OriginAppError,
        503 => Cause::OriginOverloaded,
        504 => Cause::OriginTimeoutResponse,
        429 => Cause::RateLimited,
        403 => Cause::EdgeBlocked,
        413 => Cause::RequestBodyTooLarge,
        431 => Cause::RequestHeaderTooLarge,
        505..=599 => Cause::EdgeInternal,
        401 | 404 | 405 | 410 | 411 | 415 | 451 | 200..=399 => return Some(Claim::usual(Cause::Healthy)),
        _ => return None,
    };
    let claim = Claim::usual(cause);
    Some(passed_on.filter(|fault| *fault != Fault::Unknown).map_or(claim, |fault| Claim { fault, ..claim }))
}

fn next(claim: Claim) -> Vec<NextStep> {
    let step = |who, key: String| NextStep::new(who, Words::new(key));
    let mut steps = vec![step(Who::Visitor, format!("cause-{}-visitor", claim.cause))];
    if claim.fault.is_the_sites() {
        steps.push(step(Who::Owner, format!("cause-{}-owner", claim.cause)));
    }
    steps
}
