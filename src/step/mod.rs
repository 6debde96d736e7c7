//! The checklist: one file for each line, a pure projection of the case.
//!
//! To add one: its file, a line in [`ALL`], its messages `step-<id>-…` in `steps.ftl`, a scenario.

mod address;
mod configuration;
mod connect;
mod device;
mod dns;
mod guided;
mod internet;
mod logs;
mod origin;
mod other_pages;
mod over_time;
mod page;
mod path;
pub mod picture;
mod router;
mod server;
mod speaker;
mod tls;
mod ways_in;
mod world;

use std::collections::BTreeSet;

use crate::evidence::Evidence;
use crate::model::diagnosis::Words;
use crate::model::{Role, StepId, StepStatus};

/// A line of the checklist.
pub struct Step {
    pub id: StepId,
    judge: fn(&Evidence<'_>) -> Option<Judgement>,
}

/// How a line stands, and the sentence that says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judgement {
    pub status: StepStatus,
    pub words: Words,
}

impl Judgement {
    fn new(status: StepStatus, key: &str) -> Self {
        Judgement { status, words: Words::new(key) }
    }

    fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.words = self.words.with(name, value);
        self
    }
}

/// What goes on at the moment.
#[derive(Debug, Clone, Default)]
pub struct Activity {
    /// Steps with attempts under way.
    pub running: BTreeSet<StepId>,
    pub ended: bool,
}

/// All lines, in the order in which they are shown.
pub const ALL: [Step; 18] = [
    address::STEP,
    device::STEP,
    router::STEP,
    internet::STEP,
    dns::STEP,
    connect::STEP,
    tls::STEP,
    page::STEP,
    speaker::STEP,
    ways_in::STEP,
    other_pages::STEP,
    over_time::STEP,
    path::STEP,
    origin::STEP,
    logs::STEP,
    configuration::STEP,
    server::STEP,
    world::STEP,
];

/// How every line stands. A line of which nothing is known waits, runs or was skipped: never "fine".
pub fn judge_all(evidence: &Evidence<'_>, activity: &Activity) -> Vec<(StepId, Judgement)> {
    // Visitors have neither the server behind the gateway nor its logs.
    let has_place = |step: &&Step| match step.id {
        StepId::Origin => is_owner(evidence) || !evidence.origin.looks.is_empty(),
        StepId::Logs => is_owner(evidence) || !evidence.origin.logs.is_empty(),
        StepId::Configuration => is_owner(evidence) || !evidence.origin.configurations.is_empty(),
        // Nobody asked for it.
        StepId::Server => !evidence.server.is_empty() || activity.running.contains(&StepId::Server),
        // It is switched off, or was not needed.
        StepId::World => !evidence.world.measurements.is_empty() || activity.running.contains(&StepId::World),
        _ => true,
    };
    let own = ALL.iter().filter(has_place).map(|step| (step.id, judge(step, evidence, activity)));
    own.chain(guided::judge_all(evidence)).collect()
}

fn is_owner(evidence: &Evidence<'_>) -> bool {
    evidence.case.role == Role::Owner
}

fn judge(step: &Step, evidence: &Evidence<'_>, activity: &Activity) -> Judgement {
    let left_out = evidence.case.limits.skipped_steps.iter().any(|name| name == step.id.name());
    if left_out {
        return Judgement::new(StepStatus::Skipped, "step-left-out");
    }
    match (step.judge)(evidence) {
        // One of two controls that has answered is no warning while the other is still asked.
        Some(judgement) if activity.running.contains(&step.id) && judgement.status == StepStatus::Warning => {
            Judgement::new(StepStatus::Running, "step-running")
        }
        Some(judgement) if activity.running.contains(&step.id) && judgement.status == StepStatus::Passed => {
            Judgement { status: StepStatus::Running, ..judgement }
        }
        Some(judgement) => judgement,
        None if activity.running.contains(&step.id) => Judgement::new(StepStatus::Running, "step-running"),
        None if activity.ended => Judgement::new(StepStatus::Skipped, &format!("step-{}-skipped", step.id.name())),
        None => Judgement::new(StepStatus::Waiting, "step-waiting"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_step_stands_once_and_in_the_order_of_the_ids() {
        let ids: Vec<StepId> = ALL.iter().map(|step| step.id).collect();
        assert_eq!(ids, StepId::ALL);
    }
}
