//! Do other pages of the site work?

use super::{Judgement, Step};
use crate::evidence::{Evidence, Outcome};
use crate::model::visit::VisitPurpose;
use crate::model::{StepId, StepStatus};

pub const STEP: Step = Step { id: StepId::OtherPages, judge };

fn judge(evidence: &Evidence<'_>) -> Option<Judgement> {
    let visits = &evidence.visits;
    let home = visits.with(VisitPurpose::HomePage).next();
    let file = visits.with(VisitPurpose::StaticFile).next();
    let good = |sight: Option<&crate::evidence::Sight<'_>>| {
        sight.filter(|sight| sight.outcome != Outcome::Undecided).map(|sight| sight.outcome.is_good())
    };
    let key = match (good(home), good(file)) {
        (None, None) => return None,
        (Some(true), _) => "step-other-pages-home-works",
        (_, Some(true)) => "step-other-pages-file-works",
        _ => return Some(Judgement::new(StepStatus::Problem, "step-other-pages-problem")),
    };
    Some(Judgement::new(StepStatus::Passed, key))
}
