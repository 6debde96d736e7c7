//! Who can be told: asked only where the page fails, and where the site or a register may know.

use std::net::IpAddr;

use super::View;
use crate::attempt::{Attempt, VisitPlan};
use crate::evidence::{Outcome, Sight};
use crate::model::StepId;
use crate::model::contact::Registered;
use crate::model::ip::{IpClass, class};
use crate::model::visit::VisitPurpose;

/// Where a site says whom to tell about trouble (RFC 9116 section 3).
const SECURITY_TXT: &str = "/.well-known/security.txt";

pub fn wish(view: &View<'_>, wishes: &mut Vec<Attempt>) {
    let Some(bad) = view.evidence.visits.first_bad() else { return };
    security_txt(view, bad, wishes);
    registers(view, bad, wishes);
}

/// Where the gateway still gives files though the page fails: elsewhere the question would end as the page does.
fn security_txt(view: &View<'_>, bad: &Sight<'_>, wishes: &mut Vec<Attempt>) {
    let visits = &view.evidence.visits;
    let fails = matches!(bad.outcome, Outcome::Error(_)) && bad.is_the_sites_word() && bad.is_direct();
    let gives_files = visits.with(VisitPurpose::StaticFile).any(|sight| sight.outcome.is_good());
    if !fails || !gives_files || visits.wall_after_success().is_some() || view.progress.skips(StepId::WaysIn) {
        return;
    }
    let mut url = view.config().target.url.clone();
    url.set_path(SECURITY_TXT);
    url.set_query(None);
    let plan = VisitPlan { purpose: VisitPurpose::SecurityTxt, ..VisitPlan::page(url, bad.visit.ip_port) };
    wishes.push(Attempt::Visit(plan));
}

/// Opt-in, with the view from elsewhere.
fn registers(view: &View<'_>, bad: &Sight<'_>, wishes: &mut Vec<Attempt>) {
    let enabled = view.config().settings.vantage.enabled && !view.progress.skips(StepId::World);
    // Of a machine that is known by its number nobody is told.
    if !enabled || view.config().target.is_a_machine() || !super::world::may_be_told(view) {
        return;
    }
    if let Some(name) = view.evidence.names.zone() {
        let name = name.trim_end_matches('.').to_ascii_lowercase();
        wishes.push(Attempt::Registration { about: Registered::Domain(name) });
    }
    let ip: IpAddr = bad.ip();
    if bad.is_direct() && class(ip) == IpClass::Public {
        wishes.push(Attempt::Registration { about: Registered::Address(ip) });
    }
}
