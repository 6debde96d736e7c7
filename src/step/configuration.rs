//! What does the gateway's own configuration say about the page?

use super::{Judgement, Step};
use crate::evidence::Evidence;
use crate::model::{Known, StepId, StepStatus};

pub const STEP: Step = Step { id: StepId::Configuration, judge };

fn judge(evidence: &Evidence<'_>) -> Option<Judgement> {
    let looks = &evidence.origin.configurations;
    if looks.is_empty() {
        return None;
    }
    let read: Vec<_> = looks.iter().filter_map(|look| look.configuration.seen()).collect();
    let Some(first) = read.first() else {
        let why = looks.iter().find_map(|look| match look.configuration {
            Known::Failed(failure) => Some(failure.detail.clone()),
            _ => None,
        });
        let failed = Judgement::new(StepStatus::Failed, "step-configuration-failed");
        return Some(failed.with("why", why.unwrap_or_default()));
    };
    let host = &evidence.target.host;
    if let Some((_, configuration, followed)) = evidence.origin.followed(evidence.target.url.path()) {
        let servers: Vec<&str> = followed.targets().into_iter().map(|target| target.address).collect();
        let route = Judgement::new(StepStatus::Passed, "step-configuration-route");
        return Some(route.with("servers", servers.join(", ")).with("where", configuration.told(followed.pass.place)));
    }
    // What could not be read may be what is missing.
    if let Some(unread) = read.iter().flat_map(|one| &one.unread).next() {
        let count = read.iter().map(|one| one.unread.len()).sum::<usize>();
        let partly = Judgement::new(StepStatus::Warning, "step-configuration-partly").with("count", count);
        return Some(partly.with("path", &unread.path).with("why", &unread.why));
    }
    let judgement = match read.iter().find_map(|one| Some((one, one.site.as_ref()?))) {
        Some((configuration, site)) => Judgement::new(StepStatus::Warning, "step-configuration-unclear")
            .with("where", configuration.told(site.place)),
        None => Judgement::new(StepStatus::Warning, "step-configuration-no-site")
            .with("where", first.files.first().map_or("", |file| file.path.as_str())),
    };
    Some(judgement.with("host", host))
}
