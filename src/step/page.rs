//! What does the visitor get?

use super::{Judgement, Step};
use crate::evidence::{Evidence, Outcome};
use crate::model::{StepId, StepStatus};
use crate::text::duration_ms;

pub const STEP: Step = Step { id: StepId::Page, judge };

fn judge(evidence: &Evidence<'_>) -> Option<Judgement> {
    let visits = &evidence.visits;
    if visits.redirect_loop().is_some() {
        return Some(Judgement::new(StepStatus::Problem, "step-page-loop"));
    }
    let bad = visits.first_looks().find(|sight| sight.outcome.is_bad() && sight.answer().is_some());
    let end = bad.or_else(|| visits.chain_end()).or_else(|| visits.first_looks().next())?;
    let told = |judgement: Judgement| match end.answer() {
        Some(answer) => judgement.with("status", answer.status).with("took", duration_ms(answer.first_byte_ms)),
        None => judgement,
    };
    Some(told(match end.outcome {
        Outcome::Works(_) => Judgement::new(StepStatus::Passed, "step-page-passed"),
        Outcome::Deliberate(_) => Judgement::new(StepStatus::Passed, "step-page-deliberate"),
        Outcome::Refused(_) | Outcome::RequestTooLarge(_) => Judgement::new(StepStatus::Problem, "step-page-refused"),
        Outcome::Error(_) => Judgement::new(StepStatus::Problem, "step-page-error"),
        Outcome::Incomplete(..) => Judgement::new(StepStatus::Problem, "step-page-incomplete"),
        Outcome::NoAnswer(_) => Judgement::new(StepStatus::Problem, "step-page-no-answer"),
        _ => return None,
    }))
}
