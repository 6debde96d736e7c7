//! Does the page answer when the server behind the gateway is asked without it?

use super::{Judgement, Step};
use crate::evidence::{Evidence, Outcome};
use crate::model::{StepId, StepStatus};

pub const STEP: Step = Step { id: StepId::Origin, judge };

fn judge(evidence: &Evidence<'_>) -> Option<Judgement> {
    let look = evidence.origin.best().filter(|look| look.outcome != Outcome::Undecided)?;
    let judgement = match (look.answer(), look.outcome.is_good()) {
        (Some(answer), true) => Judgement::new(StepStatus::Passed, "step-origin-passed").with("status", answer.status),
        (Some(answer), false) => {
            Judgement::new(StepStatus::Problem, "step-origin-problem").with("status", answer.status)
        }
        (None, _) => Judgement::new(StepStatus::Problem, "step-origin-silent"),
    };
    Some(judgement.with("address", look.visit.ip_port))
}
