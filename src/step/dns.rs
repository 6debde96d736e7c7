//! Do the DNS servers agree on what matters?

use super::{Judgement, Step};
use crate::evidence::names::SLOW_LOOKUP_MS;
use crate::evidence::{Agreement, Evidence, voices};
use crate::model::visit::VisitPurpose;
use crate::model::{FailureKind, Known, StepId, StepStatus};

pub const STEP: Step = Step { id: StepId::Dns, judge };

fn judge(evidence: &Evidence<'_>) -> Option<Judgement> {
    if evidence.target.ip().is_some() {
        return Some(Judgement::new(StepStatus::Skipped, "step-dns-no-name"));
    }
    let names = &evidence.names;
    let giving = voices::count(names.independent_giving());
    let (system, _) = names.system?;
    let own = names.system_ips();
    let took_ms = names.system_took_ms;
    let differing = names.elsewhere_ips().iter().filter(|(ip, _)| !own.contains(ip)).count();
    let other_works = evidence.visits.with(VisitPurpose::OtherAddress).any(|sight| sight.outcome.is_good());
    let own_fails = evidence.visits.first_bad().is_some();
    let denied = voices::count(names.independent().filter(|view| view.agreement == Agreement::NoSuchName));
    Some(match system {
        Known::Failed(failure) if failure.kind == FailureKind::NameNotFound && denied >= 2 => {
            Judgement::new(StepStatus::Problem, "step-dns-no-such-name").with("count", denied)
        }
        Known::Failed(_) if giving > 0 => {
            Judgement::new(StepStatus::Problem, "step-dns-only-here").with("count", giving)
        }
        Known::Failed(_) => Judgement::new(StepStatus::Problem, "step-dns-problem"),
        Known::NotTried(_) if giving > 0 => {
            Judgement::new(StepStatus::Problem, "step-dns-only-here").with("count", giving)
        }
        Known::NotTried(why) => Judgement::new(StepStatus::Failed, "step-dns-failed").with("why", why),
        Known::Seen(_) if own_fails && other_works => {
            Judgement::new(StepStatus::Problem, "step-dns-other-address-works")
        }
        Known::Seen(_) if !names.rewritten_ips().is_empty() => Judgement::new(StepStatus::Warning, "step-dns-rewrites"),
        Known::Seen(_) if names.intercepted().is_some() => Judgement::new(StepStatus::Warning, "step-dns-intercepted"),
        Known::Seen(ips) if took_ms.is_some_and(|ms| ms >= SLOW_LOOKUP_MS) => {
            let took = took_ms.map(crate::text::duration_ms).unwrap_or_default();
            Judgement::new(StepStatus::Warning, "step-dns-slow").with("count", ips.len()).with("took", took)
        }
        // CDNs give everyone other addresses; a difference without consequence is none.
        Known::Seen(ips) if differing > 0 => {
            Judgement::new(StepStatus::Passed, "step-dns-harmless-difference").with("count", ips.len())
        }
        Known::Seen(ips) => {
            Judgement::new(StepStatus::Passed, "step-dns-passed").with("count", ips.len()).with("servers", giving)
        }
    })
}
