//! How does the site look from other places?

use super::{Judgement, Step};
use crate::evidence::Evidence;
use crate::evidence::world::PlaceSight;
use crate::model::{Known, StepId, StepStatus};

pub const STEP: Step = Step { id: StepId::World, judge };

fn judge(evidence: &Evidence<'_>) -> Option<Judgement> {
    let world = &evidence.world;
    let Some(by_name) = world.by_name() else {
        return match &world.measurements.first()?.look.places {
            Known::NotTried(why) => Some(Judgement::new(StepStatus::Failed, "step-world-failed").with("why", why)),
            Known::Failed(failure) => {
                Some(Judgement::new(StepStatus::Failed, "step-world-failed").with("why", &failure.detail))
            }
            Known::Seen(_) => None,
        };
    };
    let places = by_name.places();
    let telling: Vec<&PlaceSight<'_>> = places.iter().filter(|sight| sight.says_something()).collect();
    let bad = telling.iter().filter(|sight| sight.is_bad()).count();
    let judgement = match bad {
        _ if telling.is_empty() => Judgement::new(StepStatus::Failed, "step-world-silent"),
        0 => Judgement::new(StepStatus::Passed, "step-world-passed"),
        _ if bad == telling.len() => Judgement::new(StepStatus::Problem, "step-world-problem"),
        _ => Judgement::new(StepStatus::Warning, "step-world-warning"),
    };
    Some(judgement.with("bad", bad).with("count", telling.len()))
}
