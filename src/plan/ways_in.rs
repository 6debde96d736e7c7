//! Variants of a request that failed, each able to part explanations that still stand.

use std::net::SocketAddr;

use url::Url;

use super::{View, page};
use crate::attempt::{Attempt, VisitPlan};
use crate::evidence::{Outcome, Sight};
use crate::model::visit::{Via, VisitPurpose};
use crate::model::{FailureKind, Scheme, StepId};
use crate::signature::signs::stored;

/// Served by gateways without any application; half of all sites have one, and a 404 says as much.
const STATIC_FILE: &str = "/robots.txt";

pub fn wish(view: &View<'_>, wishes: &mut Vec<Attempt>) {
    let visits = &view.evidence.visits;
    let proxied = view.evidence.surroundings.proxy().is_some();
    if proxied || visits.wall_after_success().is_some() || view.progress.skips(StepId::WaysIn) {
        return;
    }
    knock_at_the_other_port(view, wishes);
    let Some(bad) = visits.first_looks().find(|sight| sight.outcome.is_bad()) else { return };
    match bad.outcome {
        Outcome::Error(_) | Outcome::NoAnswer(_) | Outcome::Incomplete(..) | Outcome::RequestTooLarge(_) => {
            over_http1(view, bad, wishes);
            other_pages(view, bad, wishes);
            if first_round_is_over(view) {
                past_the_cache(view, bad, wishes);
                twin(view, bad, wishes);
                other_scheme(view, bad, wishes);
                without_compression(view, bad, wishes);
            }
        }
        Outcome::NoTls(_) => {
            over_http1(view, bad, wishes);
            other_scheme(view, bad, wishes);
            twin(view, bad, wishes);
        }
        Outcome::NoTcp(_) => {
            other_scheme(view, bad, wishes);
            twin(view, bad, wishes);
        }
        Outcome::BadCertificate(_) => twin(view, bad, wishes),
        // Whoever turns us away is not asked in other ways to let us in.
        _ => {}
    }
}

/// Nothing answers the connection so far: whether another port does is worth knowing before all patience is gone.
fn knock_at_the_other_port(view: &View<'_>, wishes: &mut Vec<Attempt>) {
    let Some(waiting) = view.evidence.waiting.as_ref().filter(|waiting| !waiting.connected) else { return };
    let target = &view.config().target;
    let plan =
        VisitPlan { root_only: target.has_one_time_token(), ..VisitPlan::page(target.url.clone(), waiting.ip_port) };
    wishes.extend(at_other_port(view, plan));
}

/// Whether the variants of priority 2 are done, so that those of priority 3 follow.
fn first_round_is_over(view: &View<'_>) -> bool {
    let waits_for = |attempt: &&Attempt| match attempt {
        Attempt::Visit(plan) => matches!(
            plan.purpose,
            VisitPurpose::Page | VisitPurpose::Http1 | VisitPurpose::HomePage | VisitPurpose::StaticFile
        ),
        _ => false,
    };
    view.progress.running.iter().copied().filter(waits_for).count() == 0
}

/// A link that works only once has been used: asked again in another way, it tells nothing.
fn may_be_asked_again(view: &View<'_>) -> bool {
    !view.config().target.has_one_time_token()
}

fn again(bad: &Sight<'_>, purpose: VisitPurpose) -> Option<VisitPlan> {
    let url = Url::parse(&bad.visit.url).ok()?;
    Some(VisitPlan { purpose, root_only: bad.visit.root_only, ..VisitPlan::page(url, bad.visit.ip_port) })
}

/// Some gateways close an HTTP/2 stream in silence where HTTP/1.1 shows the status, others put the cause into the
/// reason phrase, which HTTP/2 does not have.
fn over_http1(view: &View<'_>, bad: &Sight<'_>, wishes: &mut Vec<Attempt>) {
    let spoke_h2 = bad.tls().is_some_and(|tls| tls.alpn.as_deref() == Some("h2"));
    let no_tls = matches!(bad.outcome, Outcome::NoTls(failure) if failure.kind != FailureKind::TimedOut);
    if (spoke_h2 || no_tls) && may_be_asked_again(view) {
        wishes.extend(again(bad, VisitPurpose::Http1).map(|plan| Attempt::Visit(VisitPlan { http2: false, ..plan })));
    }
}

fn other_pages(view: &View<'_>, bad: &Sight<'_>, wishes: &mut Vec<Attempt>) {
    let pages = [(VisitPurpose::HomePage, "/"), (VisitPurpose::StaticFile, STATIC_FILE)];
    for (purpose, path) in pages {
        let own_page = view.config().target.url.path();
        let Some(mut plan) = again(bad, purpose).filter(|_| own_page != path) else { continue };
        plan.url.set_path(path);
        plan.url.set_query(None);
        wishes.push(Attempt::Visit(plan));
    }
}

fn other_scheme(view: &View<'_>, bad: &Sight<'_>, wishes: &mut Vec<Attempt>) {
    wishes.extend(again(bad, VisitPurpose::OtherScheme).and_then(|plan| at_other_port(view, plan)));
}

/// http instead of https at the same address, or the other way round: the home page, so that both ask the same thing.
fn at_other_port(view: &View<'_>, mut plan: VisitPlan) -> Option<Attempt> {
    let target = &view.config().target;
    // A port of its own has no counterpart.
    if target.url.port().is_some() {
        return None;
    }
    let (scheme, port) = match target.scheme() {
        Scheme::Http => ("https", Scheme::Https.default_port()),
        Scheme::Https => ("http", Scheme::Http.default_port()),
    };
    plan.purpose = VisitPurpose::OtherScheme;
    // There is nothing but the root left in it.
    plan.root_only = false;
    plan.url.set_scheme(scheme).ok()?;
    plan.url.set_path("/");
    plan.url.set_query(None);
    plan.ip_port.set_port(port);
    Some(Attempt::Visit(plan))
}

fn twin(view: &View<'_>, bad: &Sight<'_>, wishes: &mut Vec<Attempt>) {
    let target = &view.config().target;
    let Some(host) = target.twin_host() else { return };
    wishes.push(Attempt::Lookup { host: host.clone() });
    let Some(ip) = page::lookup_of(view, &host) else { return };
    let Some(mut plan) = again(bad, VisitPurpose::Twin) else { return };
    if plan.url.set_host(Some(&host)).is_ok() {
        plan.url.set_path("/");
        plan.url.set_query(None);
        plan.ip_port = SocketAddr::new(ip, target.port);
        wishes.push(Attempt::Visit(plan));
    }
}

/// Once, and only where the answer itself says that a cache gave it: elsewhere there is no copy to go past.
fn past_the_cache(view: &View<'_>, bad: &Sight<'_>, wishes: &mut Vec<Attempt>) {
    let is_kept = bad.answer().is_some_and(|answer| stored(&answer.headers).is_some());
    if is_kept && may_be_asked_again(view) {
        let plan = again(bad, VisitPurpose::Fresh).map(|plan| VisitPlan { fresh: true, ..plan });
        wishes.extend(plan.map(Attempt::Visit));
    }
}

fn without_compression(view: &View<'_>, bad: &Sight<'_>, wishes: &mut Vec<Attempt>) {
    if bad.visit.via == Via::Direct && may_be_asked_again(view) {
        let plan = again(bad, VisitPurpose::Plain).map(|plan| VisitPlan { compression: false, ..plan });
        wishes.extend(plan.map(Attempt::Visit));
    }
}
