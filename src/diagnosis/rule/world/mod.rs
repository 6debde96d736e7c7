//! What the view from other places adds. "Works elsewhere" is never "your fault" (R5).

mod aside;
mod compared;
mod partly;
mod pinned;
mod shut;
mod straight;

pub(super) use shut::is_shut as server_is_shut;
pub(super) use straight::answers_others as server_answers_others;

use compared::{Compared, cities, homes, speak_for_many};

use super::super::{Basis, Finding, Hypothesis as H, Reading, Rule, verify};
use crate::evidence::world::PlaceSight;
use crate::evidence::{Outcome, Sight};
use crate::model::{Cause, Claim, Fault};

pub const RULES: &[Rule] = &[
    Rule { id: "fails-from-everywhere", source: "three places and more in several countries", judge: everywhere },
    Rule { id: "works-from-elsewhere", source: "three places and more in several countries", judge: elsewhere },
    Rule { id: "fails-only-elsewhere", source: "two homes and more in networks of their own", judge: only_elsewhere },
    Rule { id: "one-place-of-the-gateway-fails", source: "headers that name the place", judge: partly::gateway_place },
    Rule { id: "one-region-fails", source: "places by country", judge: partly::region },
    Rule { id: "other-addresses-elsewhere-work", source: "RFC 1034 section 4.3", judge: partly::addresses },
    Rule { id: "homes-fail-data-centres-work", source: "places by network", judge: partly::homes_alone },
    Rule { id: "data-centres-are-turned-away", source: "places by network", judge: partly::data_centres_alone },
    Rule { id: "address-fails-from-everywhere", source: "the same address from other places", judge: pinned::fails },
    Rule { id: "address-works-from-elsewhere", source: "the same address from other places", judge: pinned::works },
    Rule { id: "server-works-from-elsewhere", source: "the same server from other places", judge: straight::works },
    Rule { id: "server-fails-from-everywhere", source: "the same server from other places", judge: straight::fails },
    Rule { id: "server-lets-in-some", source: "the same server from other places", judge: straight::lets_in_some },
    Rule {
        id: "server-is-shut-from-outside",
        source: "the server on its own machine, and from other places",
        judge: shut::to_all,
    },
    Rule { id: "address-is-given-elsewhere-too", source: "RFC 1034 section 4.3", judge: aside::same_address },
    Rule { id: "address-is-given-here-alone", source: "RFC 1034 section 4.3", judge: aside::other_addresses },
    Rule { id: "packets-arrive-and-nobody-answers", source: "RFC 9293 section 3.10.7", judge: aside::arrive },
    Rule { id: "packets-end-in-one-network", source: "RFC 9293 section 3.10.7", judge: aside::end_before },
];

/// Whoever sits between this device and the site cannot make it fail for the others.
const NEAR: [H; 10] = [
    H::Browser,
    H::HostsFile,
    H::Clock,
    H::Proxy,
    H::Interceptor,
    H::Link,
    H::Portal,
    H::Resolver,
    H::Path,
    H::Checker,
];

/// It fails here, and as far as one can see everywhere, in the same way.
fn everywhere(r: &Reading<'_>) -> Vec<Finding> {
    let Some(compared) = Compared::by_name(r) else { return Vec::new() };
    let Some(here) = compared.fails_here() else { return Vec::new() };
    let bad = compared.bad();
    if !compared.good().is_empty() || !speak_for_many(&bad) || !compared.are_alike(r, here, &bad) {
        return Vec::new();
    }
    let words = |finding: Finding| finding.with("count", bad.len()).with("cities", cities(&bad));
    let mut struck = NEAR.to_vec();
    struck.push(H::Fine);
    if compared.was_asked_again() {
        struck.push(H::Over);
    }
    let strikes = words(Finding::strikes(&struck, compared.ids()));
    // A connection that comes about nowhere: the machine is down or shut to all.
    let no_tcp = compared.here.iter().all(|sight| matches!(sight.outcome, Outcome::NoTcp(_)));
    let supports = no_tcp.then(|| {
        words(Finding::supports(Claim::usual(Cause::EdgeUnreachable), Basis::Measured, compared.ids()))
            .verified_by(verify::curl(here))
    });
    supports.into_iter().chain([strikes]).collect()
}

/// It fails here the whole time, and works for the others: not everybody sees it.
/// Whether a failing answer says in so many words what is wrong behind the gateway.
fn is_said(r: &Reading<'_>, look: &Sight<'_>) -> bool {
    r.identified(look).is_some_and(|found| found.meanings.iter().any(|meaning| meaning.said))
}

fn elsewhere(r: &Reading<'_>) -> Vec<Finding> {
    let Some(compared) = Compared::by_name(r) else { return Vec::new() };
    let Some(here) = compared.fails_here() else { return Vec::new() };
    let (good, fresh) = (compared.good(), compared.fresh());
    // Data centres may be turned away in many ways; homes are not.
    let homes_fail = homes(&compared.bad()) > 0;
    if homes_fail || !speak_for_many(&good) {
        return Vec::new();
    }
    let words = |finding: Finding| finding.with("count", good.len()).with("cities", cities(&good));
    // What a gateway says of its own way to what is behind it holds in this place, whatever others get.
    let is_said = is_said(r, here);
    let mut findings = Vec::new();
    if speak_for_many(&fresh) && compared.was_asked_again() && !is_said && here.is_direct() {
        findings.push(words(Finding::strikes(&[H::Origin], compared.ids())));
    }
    findings.push(words(only_some(&compared, here)).verified_by(verify::curl(here)));
    findings
}

/// What fits where only some see it. The site's own word leaves its own machines; otherwise nothing is decided.
fn only_some(compared: &Compared<'_, '_>, here: &Sight<'_>) -> Finding {
    let answered = matches!(here.outcome, Outcome::Error(_) | Outcome::NoAnswer(_) | Outcome::Incomplete(..));
    let (claim, rivals): (Claim, &[Cause]) = match here.is_the_sites_word() && answered {
        true => (
            Claim::at(Fault::SiteEdge, Cause::EdgeInternal),
            &[Cause::OneAddressDead, Cause::PoolPartial, Cause::EdgeBlocked, Cause::Transient],
        ),
        false => (
            Claim::usual(Cause::Unknown),
            &[Cause::PathBroken, Cause::EdgeBlocked, Cause::OneAddressDead, Cause::TlsIntercepted],
        ),
    };
    let basis = match claim.cause {
        Cause::Unknown => Basis::Hint,
        _ if compared.was_asked_again() => Basis::Typical,
        _ => Basis::Hint,
    };
    Finding::supports(claim, basis, compared.ids()).with_rivals(rivals)
}

/// It works here and fails for others at the same time.
fn only_elsewhere(r: &Reading<'_>) -> Vec<Finding> {
    let Some((compared, bad)) = fails_for_others(r) else { return Vec::new() };
    let words = |finding: Finding| {
        finding
            .with("bad", bad.len())
            .with("count", compared.places.len())
            .with("cities", cities(&bad))
            .with("status", status_of(&bad))
    };
    let rivals = [Cause::PoolPartial, Cause::OneAddressDead, Cause::EdgeBlocked];
    let claim = Claim::at(Fault::SiteEdge, Cause::EdgeInternal);
    vec![
        words(Finding::supports(claim, Basis::Measured, compared.ids())).with_rivals(&rivals),
        words(Finding::strikes(&[H::Fine], compared.ids())),
    ]
}

/// The places that fail while the page works here, where they are no chance.
pub(super) fn fails_for_others<'b, 'a>(r: &'b Reading<'a>) -> Option<(Compared<'b, 'a>, Vec<PlaceSight<'a>>)> {
    let compared = Compared::by_name(r)?;
    let bad = compared.bad();
    (compared.works_here() && compared.was_asked_again() && homes(&bad) >= 2).then_some((compared, bad))
}

/// Whether other places get the page: at another address, or from another machine behind the same one.
pub(super) fn works_for_others(r: &Reading<'_>) -> bool {
    Compared::by_name(r).is_some_and(|compared| !compared.good().is_empty())
}

/// The status that most often came, 0 where none did.
fn status_of(places: &[PlaceSight<'_>]) -> u16 {
    places.iter().find_map(|sight| sight.outcome.answer()).map_or(0, |answer| answer.status)
}

/// Whether an address of the site fails for everybody, while another works.
pub(super) fn one_address_fails_for_all(r: &Reading<'_>) -> bool {
    !pinned::fails(r).is_empty()
}

#[cfg(test)]
mod tests;
