//! Does anything on this device itself stand in the way?

use super::{Judgement, Step};
use crate::evidence::{Evidence, clock};
use crate::model::{Known, StepId, StepStatus};

pub const STEP: Step = Step { id: StepId::Device, judge };

fn judge(evidence: &Evidence<'_>) -> Option<Judgement> {
    let surroundings = &evidence.surroundings;
    let (proxies, _) = surroundings.proxies?;
    let (network, _) = surroundings.network?;
    let hosts = surroundings.hosts.and_then(|(hosts, _)| hosts.seen());
    let named = hosts
        .and_then(|hosts| hosts.entries.iter().find(|entry| entry.name.eq_ignore_ascii_case(&evidence.target.host)));
    let settings = proxies.seen();
    let no_route = network.seen().is_some_and(|network| !network.leads_out());
    Some(match () {
        () if no_route => Judgement::new(StepStatus::Problem, "step-device-no-route"),
        () if let Some(entry) = named => Judgement::new(StepStatus::Warning, "step-device-hosts")
            .with("ip", entry.ip)
            .with("line", entry.line_number),
        () if let Some((ahead_secs, _)) = clock::skew(evidence) => {
            Judgement::new(StepStatus::Warning, "step-device-clock").with("minutes", ahead_secs.unsigned_abs() / 60)
        }
        () if let Some(proxy) = settings.and_then(|settings| settings.for_target.as_ref()) => {
            Judgement::new(StepStatus::Warning, "step-device-proxy")
                .with("proxy", format!("{}:{}", proxy.host, proxy.port))
        }
        () if settings.is_some_and(|settings| settings.pac_url.is_some()) => {
            Judgement::new(StepStatus::Warning, "step-device-pac")
        }
        () if surroundings.has_tunnel() => Judgement::new(StepStatus::Warning, "step-device-tunnel"),
        () if let Known::NotTried(why) = network => {
            Judgement::new(StepStatus::Failed, "step-device-failed").with("why", why)
        }
        () => Judgement::new(StepStatus::Passed, "step-device-passed"),
    })
}
