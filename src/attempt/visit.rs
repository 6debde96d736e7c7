//! Visits the page at one pinned address: TCP, TLS and one GET on the same connection.

use std::time::Duration;

use url::Url;

use super::{Attempt, Context, VisitPlan};
use crate::model::visit::{Via, Visit, VisitPurpose, VisitTrace};
use crate::model::{Failure, FailureKind, Known, Scheme, Seen};
use crate::probe::outside::{Milestone, VisitLimits, VisitRequest};

use super::context::Broken;

pub async fn run(cx: &Context, plan: &VisitPlan) {
    let started = cx.now();
    let visit = make(cx, plan).await;
    let visit = Box::new(visit);
    let seen = if plan.purpose == VisitPurpose::Origin { Seen::Origin { visit } } else { Seen::Visit { visit } };
    cx.saw(Attempt::Visit(plan.clone()).step(), started, seen);
}

/// Makes the visit; what was seen before a stop or the deadline stays.
pub async fn make(cx: &Context, plan: &VisitPlan) -> Visit {
    let started = cx.now();
    let request = request(cx, plan);
    let mut trace = VisitTrace::default();
    let milestone = request.milestone.clone();
    let work = cx.until_stopped(cx.outside.net.visit(&request, &mut trace));
    let done = if plan.purpose == VisitPurpose::Page { telling(cx, plan, &milestone, work).await } else { work.await };
    if let Err(broken) = done {
        note_where_it_broke(
            &mut trace,
            plan.scheme(),
            broken,
            u64::try_from(started.elapsed().as_millis()).unwrap_or(0),
        );
    }
    let authenticated = trace.tls.seen().is_some_and(|tls| tls.authenticated());
    let root_only = plan.root_only || !(authenticated || request.clear_text_allowed && plan.scheme() == Scheme::Http);
    Visit {
        purpose: plan.purpose,
        url: plan.url.to_string(),
        scheme: plan.scheme(),
        host: plan.url.host_str().unwrap_or_default().trim_matches(['[', ']']).to_owned(),
        ip_port: plan.ip_port,
        via: plan.via.clone(),
        root_only,
        trace,
    }
}

/// After these times the page is said to be waited for: the first lets the plan try another port, the second is when
/// people begin to wonder. In milliseconds.
const IMPATIENCE_MS: [u64; 2] = [900, 2_500];

/// Waits for the work, and tells now and then that it is still waited for.
async fn telling<T>(cx: &Context, plan: &VisitPlan, milestone: &Milestone, work: impl Future<Output = T>) -> T {
    let started = cx.now();
    let mut work = std::pin::pin!(work);
    for waited_ms in IMPATIENCE_MS {
        tokio::select! {
            biased;
            done = &mut work => return done,
            () = tokio::time::sleep_until(started + Duration::from_millis(waited_ms)) => {}
        }
        let seen = Seen::Waiting { ip_port: plan.ip_port, connected: milestone.is_connected(), waited_ms };
        cx.saw(Attempt::Visit(plan.clone()).step(), started, seen);
    }
    work.await
}

fn request(cx: &Context, plan: &VisitPlan) -> VisitRequest {
    let settings = &cx.config.settings;
    let target = &cx.config.target;
    let same_site = |host: &str| host == target.host || target.twin_host().as_deref() == Some(host);
    let own_host = plan.url.host_str().is_some_and(same_site) && same_port(&target.url, &plan.url);
    VisitRequest {
        url: plan.url.clone(),
        ip_port: plan.ip_port,
        through: match &plan.via {
            Via::Direct => None,
            Via::Proxy(proxy) => Some(proxy.clone()),
        },
        http2: plan.http2,
        compression: plan.compression,
        cookie_bytes: plan.cookie_bytes,
        fresh: plan.fresh,
        headers: if own_host { cx.config.headers.clone() } else { Vec::new() },
        // In clear only what the user asked for in clear, and only to the site he asked for. A test page is asked as the
        // settings name it: nothing in its address is the user's, and at another path it would not be itself.
        clear_text_allowed: plan.purpose == VisitPurpose::Control || (target.scheme() == Scheme::Http && own_host),
        root_only: plan.root_only,
        limits: VisitLimits::of(settings),
        milestone: Milestone::default(),
    }
}

/// Whoever has waited this long for an answer has met silence, whatever ended the waiting.
const SILENCE_MS: u64 = 20_000;

/// Whether the port is the target's, or both are their schemes' own: another port may be another person's server.
fn same_port(target: &Url, other: &Url) -> bool {
    target.port_or_known_default() == other.port_or_known_default() || (target.port(), other.port()) == (None, None)
}

/// The phase that was under way failed for a reason of our own; the later ones were not tried.
fn note_where_it_broke(trace: &mut VisitTrace, scheme: Scheme, broken: Broken, after_ms: u64) {
    let kind = match broken {
        Broken::Cancelled => FailureKind::Cancelled,
        Broken::OutOfBudget => FailureKind::OutOfBudget,
    };
    let failure = Failure::with_detail(kind, after_ms, broken.why());
    match () {
        () if !trace.tcp.tried() => trace.tcp = Known::Failed(failure),
        () if scheme == Scheme::Https && trace.tcp.seen().is_some() && !trace.tls.tried() => {
            trace.tls = Known::Failed(failure);
        }
        () if trace.http.seen().is_none() => trace.http = Known::Failed(silence_or(failure, broken, trace)),
        () => {}
    }
}

/// The request was sent long ago and the time allowed is over: nothing came back within the limit.
fn silence_or(failure: Failure, broken: Broken, trace: &VisitTrace) -> Failure {
    let tcp_ms = trace.tcp.seen().map_or(0, |tcp| tcp.ms);
    let tunnel_ms = trace.tunnel.seen().map_or(0, |tunnel| tunnel.ms);
    let tls_ms = trace.tls.seen().map_or(0, |tls| tls.ms);
    let waited_ms = failure.after_ms.saturating_sub(tcp_ms + tunnel_ms + tls_ms);
    match broken {
        Broken::OutOfBudget if trace.tcp.seen().is_some() && waited_ms >= SILENCE_MS => {
            Failure::new(FailureKind::TimedOut, waited_ms)
        }
        _ => failure,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_port_is_another_site() {
        let same = |a: &str, b: &str| same_port(&a.parse().unwrap(), &b.parse().unwrap());
        assert!(same("http://shop.test/", "https://shop.test/"));
        assert!(same("https://shop.test:8443/", "https://shop.test:8443/x"));
        assert!(!same("http://shop.test/", "http://shop.test:8080/"));
        assert!(!same("http://shop.test:8080/", "https://shop.test/"));
    }
}
