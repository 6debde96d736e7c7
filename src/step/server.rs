//! What is to be seen on the server itself?

use super::{Judgement, Step};
use crate::evidence::Evidence;
use crate::model::{StepId, StepStatus};

pub const STEP: Step = Step { id: StepId::Server, judge };

fn judge(evidence: &Evidence<'_>) -> Option<Judgement> {
    let server = &evidence.server;
    if server.is_empty() {
        return None;
    }
    let unseen: Vec<&str> = server.looks.iter().filter_map(|look| look.sight.unseen()).collect();
    let judgement = if let Some((space, _)) = server.full().next() {
        Judgement::new(StepStatus::Warning, "step-server-full").with("path", &space.path)
    } else if let Some((kill, _)) = evidence.case.began().and_then(|now| server.killed_of_late(now)) {
        Judgement::new(StepStatus::Warning, "step-server-kill").with("program", &kill.program)
    } else if let Some((service, _)) = server.down().next() {
        Judgement::new(StepStatus::Warning, "step-server-down").with("service", &service.name)
    } else if unseen.len() == server.looks.len() {
        Judgement::new(StepStatus::Failed, "step-server-failed")
            .with("why", unseen.first().copied().unwrap_or_default())
    } else {
        Judgement::new(StepStatus::Passed, "step-server-passed")
            .with("count", server.looks.len() - unseen.len())
            .with("unseen", unseen.len())
    };
    Some(judgement)
}
