//! What can be said while the page is still waited for: little, and never more than possible.

use super::super::{Basis, Finding, Reading, Rule};
use crate::model::{Cause, Claim};

pub const RULES: &[Rule] = &[Rule {
    id: "no-answer-yet",
    source: "RFC 6298: after 2.5 s a lost packet has been sent again once",
    judge: no_answer_yet,
}];

/// From when on waiting is worth a provisional word, in milliseconds.
const WORTH_A_WORD_MS: u64 = 2_500;

fn no_answer_yet(r: &Reading<'_>) -> Vec<Finding> {
    let Some(waiting) = r.waiting.as_ref().filter(|waiting| waiting.waited_ms >= WORTH_A_WORD_MS) else {
        return Vec::new();
    };
    if !r.controls.any_works() {
        return Vec::new();
    }
    let (cause, message) = if waiting.connected {
        (Cause::OriginTimeoutResponse, "rule-connected-and-waiting")
    } else {
        (Cause::EdgeUnreachable, "rule-no-answer-yet")
    };
    vec![
        Finding::supports(Claim::usual(cause), Basis::Hint, vec![waiting.id.clone()])
            .with_rivals(&[Cause::PathBroken])
            .in_words(message)
            .with("ip", waiting.ip_port.ip()),
    ]
}
