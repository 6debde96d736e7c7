//! How far do packets get, where the site does not answer?

use super::{Judgement, Step};
use crate::evidence::Evidence;
use crate::model::{Known, StepId, StepStatus};

pub const STEP: Step = Step { id: StepId::Path, judge };

fn judge(evidence: &Evidence<'_>) -> Option<Judgement> {
    let (trace, _) = evidence.trace()?;
    Some(match trace {
        Known::NotTried(why) => Judgement::new(StepStatus::Failed, "step-path-failed").with("why", why),
        Known::Failed(failure) => Judgement::new(StepStatus::Failed, "step-path-failed").with("why", &failure.detail),
        Known::Seen(hops) => match hops.iter().rev().find(|hop| hop.ip.is_some()) {
            Some(hop) => Judgement::new(StepStatus::Warning, "step-path-warning")
                .with("count", hop.ttl)
                .with("ip", hop.ip.map_or_else(String::new, |ip| ip.to_string())),
            None => Judgement::new(StepStatus::Warning, "step-path-silent"),
        },
    })
}
