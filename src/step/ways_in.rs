//! Does the page answer in any other way: another address, family, protocol version, scheme, name, without proxy?

use super::{Judgement, Step};
use crate::evidence::{Evidence, Outcome};
use crate::model::visit::VisitPurpose;
use crate::model::{StepId, StepStatus};

pub const STEP: Step = Step { id: StepId::WaysIn, judge };

fn judge(evidence: &Evidence<'_>) -> Option<Judgement> {
    let visits = &evidence.visits;
    let variant = |purpose| {
        matches!(
            purpose,
            VisitPurpose::Page
                | VisitPurpose::Http1
                | VisitPurpose::OtherScheme
                | VisitPurpose::Twin
                | VisitPurpose::Plain
                | VisitPurpose::Fresh
                | VisitPurpose::Cookies(_)
                | VisitPurpose::OtherAddress
                | VisitPurpose::Direct
        )
    };
    let looks: Vec<_> =
        visits.all.iter().filter(|sight| variant(sight.visit.purpose) && sight.outcome != Outcome::Undecided).collect();
    if looks.len() < 2 {
        return None;
    }
    let good = looks.iter().filter(|sight| sight.outcome.is_good()).count();
    let counted = |judgement: Judgement| judgement.with("good", good).with("count", looks.len());
    Some(counted(match good {
        0 => Judgement::new(StepStatus::Problem, "step-ways-in-none"),
        _ if good == looks.len() => Judgement::new(StepStatus::Passed, "step-ways-in-passed"),
        _ => Judgement::new(StepStatus::Warning, "step-ways-in-some"),
    }))
}
