//! Does the page answer when the server behind the gateway is asked without it?

use super::{Judgement, Step};
use crate::evidence::{Evidence, Outcome, Sight};
use crate::model::ip::{IpClass, class};
use crate::model::{StepId, StepStatus};

pub const STEP: Step = Step { id: StepId::Origin, judge };

fn judge(evidence: &Evidence<'_>) -> Option<Judgement> {
    let look = evidence.origin.best()?;
    let is_cut_off = look.answer().is_none() && is_cut_off(evidence, look);
    let judgement = match (look.answer(), look.outcome.is_good()) {
        _ if is_cut_off => Judgement::new(StepStatus::Failed, "step-origin-cut-off"),
        _ if look.outcome == Outcome::Undecided => return None,
        (Some(answer), true) => Judgement::new(StepStatus::Passed, "step-origin-passed").with("status", answer.status),
        (Some(answer), false) => {
            Judgement::new(StepStatus::Problem, "step-origin-problem").with("status", answer.status)
        }
        (None, _) => Judgement::new(StepStatus::Problem, "step-origin-silent"),
    };
    Some(judgement.with("address", look.visit.ip_port))
}

/// Whether silence there is this device's own: it has no way to the server, or gets no answer from anywhere. On the site's
/// own machines the way is the gateway's too.
fn is_cut_off(evidence: &Evidence<'_>, look: &Sight<'_>) -> bool {
    let answered = evidence.visits.all.iter().any(|sight| sight.answer().is_some());
    let is_outside = class(look.ip()) == IpClass::Public;
    let hears_nobody = is_outside && evidence.controls.none_came_through() && !answered;
    let has_no_way = evidence.has_no_way_behind(look) && evidence.server.listeners.is_none();
    hears_nobody || has_no_way || evidence.surroundings.has_route(look.ip()) == Some(false)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnosis::testing::*;
    use crate::model::FailureKind;

    fn judged(world: World, at: &str) -> (StepStatus, String) {
        ended(world, at, FailureKind::TimedOut)
    }

    fn ended(world: World, at: &str, kind: FailureKind) -> (StepStatus, String) {
        let world = world.behind(at, no_tcp(kind));
        let judgement = judge(&Evidence::of(&world.case)).unwrap();
        (judgement.status, judgement.words.key)
    }

    #[test]
    fn a_server_is_not_said_to_be_silent_by_a_device_that_hears_nobody() {
        let shop = || World::new("https://shop.test/").clean_device();
        let silent = (StepStatus::Problem, "step-origin-silent".to_owned());
        let cut_off = (StepStatus::Failed, "step-origin-cut-off".to_owned());
        assert_eq!(judged(shop().controls_silent(3), "203.0.113.9:80"), cut_off);
        // A private address may be that of another machine here.
        assert_eq!(judged(shop().controls_work(3), "10.9.9.9:8080"), cut_off);
        assert_eq!(ended(shop().controls_work(3), "10.9.9.9:8080", FailureKind::Refused), silent);
        assert_eq!(judged(shop().controls_work(3), "192.168.1.20:8080"), silent, "this very device");
        // Others are heard.
        assert_eq!(judged(shop().controls_work(3), "203.0.113.9:80"), silent);
        assert_eq!(judged(shop().controls_silent(3).page("203.0.113.5", bad_gateway()), "203.0.113.9:80"), silent);
        let without_ipv6 = || World::new("https://shop.test/").network(true, false).controls_work(3);
        assert_eq!(judged(without_ipv6(), "[2001:db8::9]:80"), cut_off);
        assert_eq!(judged(without_ipv6(), "203.0.113.9:80"), silent);
    }
}
