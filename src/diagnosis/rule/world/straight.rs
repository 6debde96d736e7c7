//! The server behind the gateway, asked straight from other places: a firewall that bars one of them says nothing about the
//! server, and what several networks get from it is its own word.

use super::super::super::{Basis, Finding, Hypothesis as H, Reading};
use super::super::{behind, told_by_logs};
use super::compared::{Compared, cities, homes, speak_for_many};
use crate::evidence::world::PlaceSight;
use crate::evidence::{Outcome, Sight};
use crate::model::{Cause, Claim, Fault};

/// The home page fails here with the gateway's answer, while others ask behind it.
fn asked<'b, 'a>(r: &'b Reading<'a>) -> Option<(Compared<'b, 'a>, &'b Sight<'a>)> {
    let compared = Compared::straight(r)?;
    let here = compared.fails_here().filter(|sight| matches!(sight.outcome, Outcome::Error(_)))?;
    Some((compared, here))
}

fn told(finding: Finding, r: &Reading<'_>, places: &[PlaceSight<'_>]) -> Finding {
    let address = r.world.straight().and_then(|one| one.look.pinned).map(|ip| ip.to_string()).unwrap_or_default();
    finding.with("address", address).with("count", places.len()).with("cities", cities(places))
}

/// It sends the page to the others: what fails is the gateway, or the way from the gateway to it.
pub fn works(r: &Reading<'_>) -> Vec<Finding> {
    let Some((compared, _)) = asked(r) else { return Vec::new() };
    let good = compared.good();
    if homes(&compared.bad()) > 0 || !speak_for_many(&good) {
        return Vec::new();
    }
    // It may let in everybody but the gateway.
    let rivals = [Cause::EdgeInternal, Cause::OriginTimeoutConnect];
    // Where the gateway's log names a server, that one counts, and this may be another.
    let is_logged = r.case.began().is_some_and(|began| r.origin.asked_by_gateway(began).next().is_some());
    // What it cannot pass on is taken by whoever asks straight.
    let is_too_large = !told_by_logs(r, Cause::OriginHeaderTooLarge).is_empty();
    // It may have been mended in between.
    let is_sure = compared.was_asked_again() && !is_logged && !is_too_large;
    let basis = if is_sure { Basis::Measured } else { Basis::Hint };
    let claim = Claim::at(Fault::SiteEdge, Cause::GatewayMisconfigured);
    vec![told(Finding::supports(claim, basis, compared.ids()).with_rivals(&rivals), r, &good)]
}

/// It gives an error to everybody, so the gateway only passes it on.
pub fn fails(r: &Reading<'_>) -> Vec<Finding> {
    let Some((compared, _)) = asked(r) else { return Vec::new() };
    // It may have broken since, when the page failed here for another reason.
    if !compared.was_asked_again() {
        return Vec::new();
    }
    let bad = compared.bad();
    let statuses: Vec<u16> =
        bad.iter().filter_map(|sight| sight.outcome.answer()).map(|answer| answer.status).collect();
    let Some(status) = statuses.first().copied() else { return Vec::new() };
    let alike = statuses.len() == bad.len() && statuses.iter().all(|one| *one == status);
    if !alike || !compared.good().is_empty() || !speak_for_many(&bad) {
        return Vec::new();
    }
    let words = |finding: Finding| told(finding, r, &bad).with("status", status);
    let supports = behind::cause_of_own(status)
        .map(|cause| words(Finding::supports(Claim::usual(cause), Basis::Measured, compared.ids())));
    std::iter::once(words(Finding::strikes(&[H::Edge], compared.ids()))).chain(supports).collect()
}

/// It answers some places and is mute to others: it chooses whom it lets in, and the gateway may be one of those outside.
pub fn lets_in_some(r: &Reading<'_>) -> Vec<Finding> {
    let Some((compared, _)) = asked(r) else { return Vec::new() };
    let (good, bad) = (compared.good(), compared.bad());
    let mute = bad.iter().all(|sight| matches!(sight.outcome, Outcome::NoAnswer(_)));
    if !mute || homes(&bad) < 2 || homes(&good) < 2 {
        return Vec::new();
    }
    let rivals = [Cause::GatewayMisconfigured, Cause::OriginRefused, Cause::EdgeInternal];
    let supports = Finding::supports(Claim::usual(Cause::OriginTimeoutConnect), Basis::Hint, compared.ids());
    vec![told(supports.with_rivals(&rivals), r, &good).with("bad", bad.len()).with("bad_cities", cities(&bad))]
}

/// Whether somebody elsewhere gets an answer from it, so that the silence here is no word of the server.
pub fn answers_others(r: &Reading<'_>) -> bool {
    let places = r.world.straight().map(|one| one.places()).unwrap_or_default();
    places.iter().any(|sight| sight.look.answer.seen().is_some())
}
