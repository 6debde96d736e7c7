//! Do sites of somebody else work?

use super::{Judgement, Step};
use crate::evidence::{ControlState, Evidence};
use crate::model::{StepId, StepStatus};

pub const STEP: Step = Step { id: StepId::Internet, judge };

fn judge(evidence: &Evidence<'_>) -> Option<Judgement> {
    let controls = &evidence.controls;
    let count = |state| controls.in_state(state).count();
    let (works, altered) = (count(ControlState::Works), count(ControlState::Altered));
    let tried = controls.all.iter().filter(|control| control.state != ControlState::NotTried).count();
    if tried == 0 {
        return None;
    }
    let counted = |judgement: Judgement| judgement.with("works", works).with("tried", tried);
    let site_answers = evidence.visits.all.iter().any(|sight| sight.answer().is_some());
    Some(counted(match () {
        () if works >= 2 => Judgement::new(StepStatus::Passed, "step-internet-passed"),
        () if works == 1 => Judgement::new(StepStatus::Warning, "step-internet-one"),
        () if altered > 0 => Judgement::new(StepStatus::Problem, "step-internet-altered"),
        // Blocked controls are no dead line: the site itself answers.
        () if site_answers => Judgement::new(StepStatus::Warning, "step-internet-blocked"),
        () if tried < 2 => return None,
        () => Judgement::new(StepStatus::Problem, "step-internet-problem"),
    }))
}
