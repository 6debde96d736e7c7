//! Does the router answer?

use super::{Judgement, Step};
use crate::evidence::Evidence;
use crate::model::{Known, StepId, StepStatus};

pub const STEP: Step = Step { id: StepId::Router, judge };

fn judge(evidence: &Evidence<'_>) -> Option<Judgement> {
    let routers = &evidence.surroundings.routers;
    let answering = routers.iter().find(|(look, _)| look.answers());
    if let Some((look, _)) = answering {
        let ms = look.ping_ms.seen().or(look.tcp_ms.seen()).copied().unwrap_or(0);
        return Some(Judgement::new(StepStatus::Passed, "step-router-passed").with("ip", look.ip).with("ms", ms));
    }
    let (look, _) = routers.first()?;
    let outside_works =
        evidence.controls.any_works() || evidence.visits.all.iter().any(|sight| sight.answer().is_some());
    let nothing_tried = matches!((&look.ping_ms, &look.tcp_ms), (Known::NotTried(_), Known::NotTried(_)));
    Some(match () {
        // A router that says nothing and lets everything through is doing its work.
        () if outside_works => Judgement::new(StepStatus::Passed, "step-router-shy").with("ip", look.ip),
        () if nothing_tried => Judgement::new(StepStatus::Failed, "step-router-failed").with("ip", look.ip),
        () => Judgement::new(StepStatus::Problem, "step-router-problem").with("ip", look.ip),
    })
}
