//! Does it stay so?

use super::{Judgement, Step};
use crate::evidence::Evidence;
use crate::model::visit::VisitPurpose;
use crate::model::{StepId, StepStatus};

pub const STEP: Step = Step { id: StepId::OverTime, judge };

fn judge(evidence: &Evidence<'_>) -> Option<Judgement> {
    let repeated = evidence.visits.pages().any(|sight| matches!(sight.visit.purpose, VisitPurpose::Repeat(_)));
    if !repeated {
        return None;
    }
    let looks: Vec<bool> = evidence.visits.pages().map(|sight| sight.outcome.is_good()).collect();
    let bad = looks.iter().filter(|good| !**good).count();
    let counted = |judgement: Judgement| judgement.with("bad", bad).with("count", looks.len());
    Some(counted(match bad {
        0 => Judgement::new(StepStatus::Passed, "step-over-time-passed"),
        _ if bad == looks.len() => Judgement::new(StepStatus::Problem, "step-over-time-always"),
        _ => Judgement::new(StepStatus::Warning, "step-over-time-sometimes"),
    }))
}
