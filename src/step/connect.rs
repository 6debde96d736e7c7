//! Does the site's gateway take connections, at each of its addresses?

use super::{Judgement, Step};
use crate::evidence::{Evidence, Outcome};
use crate::model::{StepId, StepStatus};

pub const STEP: Step = Step { id: StepId::Connect, judge };

fn judge(evidence: &Evidence<'_>) -> Option<Judgement> {
    let looks: Vec<_> = evidence.visits.first_looks().collect();
    if looks.is_empty() {
        return None;
    }
    let failed: Vec<_> = looks.iter().filter(|sight| matches!(sight.outcome, Outcome::NoTcp(_))).collect();
    let fastest = looks.iter().filter_map(|sight| sight.visit.trace.tcp.seen()).map(|tcp| tcp.ms).min();
    let counted = |judgement: Judgement| judgement.with("failed", failed.len()).with("count", looks.len());
    Some(counted(match (failed.first(), fastest) {
        (None, Some(ms)) => Judgement::new(StepStatus::Passed, "step-connect-passed").with("ms", ms),
        (Some(_), Some(_)) => Judgement::new(StepStatus::Problem, "step-connect-some-fail"),
        (Some(sight), None) if matches!(sight.outcome, Outcome::NoTcp(failure) if failure.is_clear_no()) => {
            Judgement::new(StepStatus::Problem, "step-connect-refused")
        }
        (Some(_), None) => Judgement::new(StepStatus::Problem, "step-connect-silent"),
        (None, None) => return None,
    }))
}
