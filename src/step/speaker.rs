//! Who wrote the answer?

use super::{Judgement, Step};
use crate::evidence::Evidence;
use crate::model::{StepId, StepStatus};
use crate::signature::{Material, identify};

pub const STEP: Step = Step { id: StepId::Speaker, judge };

fn judge(evidence: &Evidence<'_>) -> Option<Judgement> {
    let sight = evidence.visits.first_bad().or_else(|| evidence.visits.first_looks().next())?;
    let answer = sight.answer()?;
    let identified = identify(&Material::from(answer));
    let names: Vec<&str> = identified.speakers.iter().map(|speaker| speaker.name.as_str()).collect();
    let signed = sight.is_the_sites_word();
    Some(match (names.is_empty(), signed) {
        (true, true) => Judgement::new(StepStatus::Passed, "step-speaker-nameless"),
        (true, false) => Judgement::new(StepStatus::Passed, "step-speaker-unknown"),
        (false, true) => Judgement::new(StepStatus::Passed, "step-speaker-passed").with("names", names.join(", ")),
        (false, false) => Judgement::new(StepStatus::Passed, "step-speaker-unsigned").with("names", names.join(", ")),
    })
}
