//! What do the servers' logs hold?

use super::{Judgement, Step};
use crate::evidence::Evidence;
use crate::model::{Known, StepId, StepStatus};

pub const STEP: Step = Step { id: StepId::Logs, judge };

fn judge(evidence: &Evidence<'_>) -> Option<Judgement> {
    let logs = &evidence.origin.logs;
    if logs.is_empty() {
        return None;
    }
    let read: Vec<_> = logs.iter().filter_map(|look| look.log.seen()).collect();
    if read.is_empty() {
        let why = logs.iter().find_map(|look| match look.log {
            Known::Failed(failure) => Some(failure.detail.clone()),
            _ => None,
        });
        return Some(Judgement::new(StepStatus::Failed, "step-logs-failed").with("why", why.unwrap_or_default()));
    }
    let telling: u64 = read.iter().map(|log| log.telling()).sum();
    let lines: u64 = read.iter().map(|log| log.lines).sum();
    let judgement = match telling {
        0 if lines == 0 => Judgement::new(StepStatus::Warning, "step-logs-empty"),
        0 => Judgement::new(StepStatus::Passed, "step-logs-nothing"),
        _ => Judgement::new(StepStatus::Problem, "step-logs-problem"),
    };
    Some(judgement.with("count", telling).with("lines", lines))
}
