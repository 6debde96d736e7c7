//! A proxy that this device is set to use.

use super::super::{Basis, Finding, Hypothesis as H, Reading, Rule, verify};
use crate::evidence::{Outcome, Sight};
use crate::model::visit::{Via, VisitPurpose};
use crate::model::{Cause, Claim, Fault, Scheme};

pub const RULES: &[Rule] = &[
    Rule { id: "proxy-is-dead", source: "RFC 9110 section 3.7", judge: proxy_is_dead },
    Rule { id: "proxy-refuses-the-tunnel", source: "RFC 9110 section 9.3.6", judge: proxy_refuses_the_tunnel },
    Rule { id: "proxy-answers-instead-of-server", source: "RFC 9110 section 7.6", judge: proxy_answers_instead },
    Rule { id: "direct-request-works", source: "the same request without the proxy", judge: direct_request_works },
];

fn through<'b, 'a>(r: &'b Reading<'a>) -> Option<&'b Sight<'a>> {
    r.visits.first_looks().find(|sight| matches!(sight.visit.via, Via::Proxy(_)))
}

fn direct<'b, 'a>(r: &'b Reading<'a>) -> Option<&'b Sight<'a>> {
    r.visits.with(VisitPurpose::Direct).find(|sight| sight.outcome.is_good())
}

/// Who has to act: a proxy on this device is the device's, any other the network's.
fn claim(r: &Reading<'_>, sight: &Sight<'_>) -> Claim {
    let own = r.surroundings.is_this_device(sight.ip());
    Claim::at(if own { Fault::YourDevice } else { Fault::YourNetwork }, Cause::LocalProxy)
}

/// Whether it is known whose the proxy is: an address that is not loopback may still be this device's own.
fn is_placed(r: &Reading<'_>, sight: &Sight<'_>) -> bool {
    let own_addresses_known = r.surroundings.network.is_some_and(|(network, _)| network.seen().is_some());
    own_addresses_known || r.surroundings.is_this_device(sight.ip())
}

/// The success without the proxy was under way when the failure through it ended, so that nothing recovered between.
fn at_the_same_time(through: &Sight<'_>, direct: &Sight<'_>) -> bool {
    direct.from_ms <= through.at_ms
}

fn about(finding: Finding, sight: &Sight<'_>) -> Finding {
    finding.with("proxy", sight.visit.ip_port).verified_by(verify::curl(sight))
}

fn proxy_is_dead(r: &Reading<'_>) -> Vec<Finding> {
    let Some(sight) = through(r) else { return Vec::new() };
    let Outcome::NoTcp(failure) = sight.outcome else { return Vec::new() };
    let good = direct(r);
    let refused = failure.is_clear_no();
    // Silence may have many reasons; a refusal is the proxy's own machine saying that nobody listens.
    let basis = match good {
        Some(_) if refused && is_placed(r, sight) => Basis::Proof,
        Some(_) => Basis::Measured,
        None => Basis::Typical,
    };
    let mut observations = vec![sight.id.clone()];
    observations.extend(good.map(|good| good.id.clone()));
    let message = match (refused, good) {
        (true, Some(_)) => "rule-proxy-is-dead",
        (true, None) => "rule-proxy-refuses",
        (false, _) => "rule-proxy-is-silent",
    };
    vec![about(Finding::supports(claim(r, sight), basis, observations).in_words(message), sight)]
}

fn proxy_refuses_the_tunnel(r: &Reading<'_>) -> Vec<Finding> {
    let Some(sight) = through(r) else { return Vec::new() };
    let Outcome::NoTunnel(status) = sight.outcome else { return Vec::new() };
    let good = direct(r);
    // It only reports what is so where the site fails without it too.
    if good.is_none() && r.visits.with(VisitPurpose::Direct).any(|sight| sight.outcome.is_bad()) {
        return Vec::new();
    }
    // The proxy may only report what is so: without a direct success it is innocent until proven.
    // One that asks for a name and password (407) would let a browser through that has them.
    let basis = if good.is_some() && status != 407 { Basis::Measured } else { Basis::Hint };
    let mut observations = vec![sight.id.clone()];
    observations.extend(good.map(|good| good.id.clone()));
    vec![about(Finding::supports(claim(r, sight), basis, observations).with("status", status), sight)]
}

fn proxy_answers_instead(r: &Reading<'_>) -> Vec<Finding> {
    let Some(sight) = through(r) else { return Vec::new() };
    let unsigned = sight.visit.scheme == Scheme::Http || matches!(sight.outcome, Outcome::BadCertificate(_));
    let bad = sight.outcome.is_bad() && !matches!(sight.outcome, Outcome::NoTcp(_) | Outcome::NoTunnel(_));
    let Some(good) = direct(r).filter(|_| unsigned && bad) else { return Vec::new() };
    let identified = r.identified(sight);
    // A proxy that only passed the site's page on names itself too, in `Via`.
    let by_name = identified
        .and_then(|identified| identified.speakers.iter().find(|speaker| speaker.proxy_like && speaker.wrote_the_page));
    let proven = by_name.is_some() && is_placed(r, sight) && at_the_same_time(sight, good);
    let basis = if proven { Basis::Proof } else { Basis::Measured };
    let status = sight.answer().map_or(0, |answer| answer.status);
    vec![
        about(Finding::supports(claim(r, sight), basis, vec![sight.id.clone(), good.id.clone()]), sight)
            .with("status", status)
            .with("name", by_name.map_or_else(|| "the proxy".to_owned(), |speaker| speaker.name.clone())),
    ]
}

/// The same request around the proxy works: so nothing behind it is broken.
fn direct_request_works(r: &Reading<'_>) -> Vec<Finding> {
    let (Some(sight), Some(good)) = (through(r).filter(|sight| sight.outcome.is_bad()), direct(r)) else {
        return Vec::new();
    };
    // Inside an authenticated tunnel the site itself may answer the proxy's address in another way.
    if sight.is_the_sites_word() {
        return Vec::new();
    }
    let mut struck =
        vec![H::Link, H::Portal, H::Path, H::Zone, H::Resolver, H::Edge, H::Origin, H::OneAddress, H::HostsFile];
    if at_the_same_time(sight, good) {
        struck.push(H::Over);
    }
    // The site gave this very program its page, and with nobody's certificate but its own.
    struck.push(H::Checker);
    if good.visit.scheme == Scheme::Http || good.is_the_sites_word() {
        struck.push(H::Interceptor);
    }
    vec![Finding::strikes(&struck, vec![good.id.clone()]).with("ip", good.ip()).verified_by(verify::curl(good))]
}
