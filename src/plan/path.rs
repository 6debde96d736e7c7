//! The routers on the way: only when TCP fails in silence, since they say nothing about a page that answers (R10).

use super::View;
use crate::attempt::Attempt;
use crate::evidence::Outcome;
use crate::model::FailureKind;
use crate::model::StepId;

pub fn wish(view: &View<'_>, wishes: &mut Vec<Attempt>) {
    let visits = &view.evidence.visits;
    let mut looks = visits.first_looks().peekable();
    let Some(first) = looks.peek() else { return };
    let ip_port = first.visit.ip_port;
    let silent = |outcome: &Outcome<'_>| match outcome {
        Outcome::NoTcp(failure) => matches!(
            failure.kind,
            FailureKind::TimedOut | FailureKind::HostUnreachable | FailureKind::NetworkUnreachable
        ),
        _ => false,
    };
    if !view.progress.skips(StepId::Path) && looks.all(|sight| silent(&sight.outcome) && sight.is_direct()) {
        wishes.push(Attempt::Trace { ip_port });
    }
}
