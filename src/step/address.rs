//! Was the address readable, and what was done to it?

use super::{Judgement, Step};
use crate::evidence::Evidence;
use crate::model::{StepId, StepStatus, TargetNote};

pub const STEP: Step = Step { id: StepId::Address, judge };

fn judge(evidence: &Evidence<'_>) -> Option<Judgement> {
    let notes = &evidence.target.notes;
    let key = match () {
        () if notes.contains(&TargetNote::CredentialsDropped) => "step-address-credentials",
        () if notes.contains(&TargetNote::WordsDropped) || notes.contains(&TargetNote::DotsReadOut) => {
            "step-address-read-out"
        }
        () if notes.contains(&TargetNote::SchemeAssumed) => "step-address-https",
        () => "step-address-passed",
    };
    let shown = format!("{}://{}", evidence.target.scheme().name(), evidence.target.host);
    Some(Judgement::new(StepStatus::Passed, key).with("address", shown))
}
