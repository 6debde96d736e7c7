//! What the person tried, as lines of the checklist: the last try of each remedy.

use super::Judgement;
use crate::evidence::Evidence;
use crate::model::remedy::{Outcome, Tried};
use crate::model::{StepId, StepStatus};

pub fn judge_all(evidence: &Evidence<'_>) -> Vec<(StepId, Judgement)> {
    let mut lines: Vec<(StepId, Judgement)> = Vec::new();
    for (_, tried) in evidence.case.tried() {
        let id = StepId::Guided(tried.remedy);
        lines.retain(|(other, _)| *other != id);
        lines.push((id, judge(tried)));
    }
    lines
}

fn judge(tried: &Tried) -> Judgement {
    let (status, key) = match tried.outcome() {
        Outcome::Helped => (StepStatus::Passed, "step-guided-helped"),
        Outcome::LoadsThere => (StepStatus::Warning, "step-guided-loads-there"),
        Outcome::NotDone => (StepStatus::Skipped, "step-guided-not-done"),
        Outcome::Fails(how) => {
            return Judgement::new(StepStatus::Problem, "step-guided-page-fails").with("how", how);
        }
        Outcome::NoLine => (StepStatus::Problem, "step-guided-no-line"),
        Outcome::LoadsHereAlone => (StepStatus::Problem, "step-guided-said-not"),
        Outcome::LoadsAsBefore => (StepStatus::Warning, "step-guided-works"),
        Outcome::DidNotHelp => (StepStatus::Problem, "step-guided-did-not-help"),
        Outcome::LoadsUnchanged => (StepStatus::Warning, "step-guided-loads-unchanged"),
        Outcome::Unchanged => (StepStatus::Skipped, "step-guided-unchanged"),
    };
    Judgement::new(status, key)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Answer, Case, Measured, Remedy, Role, Seen, Target};

    fn tried(remedy: Remedy, after: Option<Measured>, answer: Option<Answer>) -> Seen {
        Seen::Guided {
            tried: Tried { remedy, before: Some("502".to_owned()), after, answer, noticed: None, at: String::new() },
        }
    }

    #[test]
    fn each_remedy_has_one_line_and_the_last_try_counts() {
        let mut case = Case::new(Target::parse("shop.test").unwrap(), Role::Visitor, String::new(), "en");
        let fails = || Some(Measured::Fails { how: "502".to_owned() });
        case.observe(StepId::Guided(Remedy::FlushDns), tried(Remedy::FlushDns, fails(), None));
        case.observe(StepId::Guided(Remedy::ChangeDns), tried(Remedy::ChangeDns, None, Some(Answer::NotDone)));
        case.observe(StepId::Guided(Remedy::FlushDns), tried(Remedy::FlushDns, Some(Measured::Works), None));
        let lines = judge_all(&Evidence::of(&case));
        let told: Vec<(StepId, StepStatus)> = lines.iter().map(|(id, line)| (*id, line.status)).collect();
        assert_eq!(
            told,
            [
                (StepId::Guided(Remedy::ChangeDns), StepStatus::Skipped),
                (StepId::Guided(Remedy::FlushDns), StepStatus::Passed)
            ]
        );
    }

    #[test]
    fn what_failed_is_never_told_as_passed() {
        for after in [Some(Measured::Fails { how: "502".to_owned() }), Some(Measured::NoLine), None] {
            let helped = matches!(after, Some(Measured::Fails { .. })).then_some(Answer::Helped);
            for answer in [None, Some(Answer::DidNotHelp), Some(Answer::NotDone), helped] {
                let Seen::Guided { tried } = tried(Remedy::FlushDns, after.clone(), answer) else { return };
                assert_ne!(judge(&tried).status, StepStatus::Passed, "{tried:?}");
            }
        }
    }
}
