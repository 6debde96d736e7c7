//! The ways into the site: each address with each way of asking.

use super::status_of;
use crate::evidence::{Evidence, Sight};
use crate::model::StepStatus;
use crate::model::visit::VisitPurpose;
use crate::report::words::{Speech, outcome};
use crate::text::Texts;

/// One way in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WayRow {
    pub ip: String,
    pub is_ipv4: bool,
    pub what: String,
    pub url: String,
    pub outcome: String,
    pub ms: u64,
    pub status: StepStatus,
}

/// By address family and address, in the order in which they were tried.
pub fn rows(evidence: &Evidence<'_>, texts: &Texts) -> Vec<WayRow> {
    let speech = Speech::new(texts);
    let mut sights: Vec<&Sight<'_>> =
        evidence.visits.all.iter().filter(|sight| sight.visit.purpose != VisitPurpose::Control).collect();
    sights.sort_by_key(|sight| (!sight.ip().is_ipv4(), sight.ip(), sight.from_ms));
    let row = |sight: &&Sight<'_>| WayRow {
        ip: sight.ip().to_string(),
        is_ipv4: sight.ip().is_ipv4(),
        what: speech.purpose(sight.visit.purpose),
        url: sight.visit.url.clone(),
        outcome: outcome(sight.visit, &speech),
        ms: sight.at_ms.saturating_sub(sight.from_ms),
        status: status_of(sight),
    };
    sights.iter().map(row).collect()
}
