//! Some places fail and others do not: what do those that fail have in common?

use std::collections::BTreeSet;
use std::net::IpAddr;

use super::super::super::{Basis, Finding, Hypothesis as H, Reading};
use super::compared::{Compared, cities, homes};
use super::{NEAR, is_said, status_of};
use crate::evidence::Outcome;
use crate::evidence::world::PlaceSight;
use crate::model::{Cause, Claim, Fault};
use crate::signature::edge_place;

/// The places apart: some good, some bad, and what is seen here agrees with one of the two.
struct Split<'b, 'a> {
    compared: Compared<'b, 'a>,
    good: Vec<PlaceSight<'a>>,
    bad: Vec<PlaceSight<'a>>,
}

/// Two of each at least, in networks of their own, a home among each.
fn split<'b, 'a>(r: &'b Reading<'a>) -> Option<Split<'b, 'a>> {
    let compared = Compared::by_name(r)?;
    let (good, bad) = (compared.good(), compared.bad());
    let networks =
        |places: &[PlaceSight<'_>]| places.iter().map(|one| one.look.place.asn).collect::<BTreeSet<_>>().len();
    let are_two = |places: &[PlaceSight<'_>]| networks(places) >= 2 && homes(places) >= 1;
    let agrees = match compared.fails_here() {
        Some(here) => compared.are_alike(r, here, &bad),
        None => compared.works_here(),
    };
    (are_two(&good) && are_two(&bad) && agrees && compared.was_asked_again()).then_some(Split { compared, good, bad })
}

impl Split<'_, '_> {
    fn told(&self, finding: Finding) -> Finding {
        finding
            .with("bad", self.bad.len())
            .with("good", self.good.len())
            .with("bad_cities", cities(&self.bad))
            .with("good_cities", cities(&self.good))
            .with("status", status_of(&self.bad))
    }

    /// What cannot make some places fail and others not.
    fn struck(&self, r: &Reading<'_>) -> Vec<H> {
        let mut struck = NEAR.to_vec();
        struck.push(H::Fine);
        // What a gateway says of its own way to what is behind it holds, whatever its other places get: a server may
        // let in some of them and not others.
        let is_said = r.bad_looks().into_iter().any(|look| is_said(r, look));
        if self.compared.fresh().len() >= 2 && !is_said {
            struck.push(H::Origin);
        }
        struck
    }
}

fn gateway_places(places: &[PlaceSight<'_>]) -> Option<BTreeSet<String>> {
    places.iter().map(|sight| edge_place(&sight.outcome.answer()?.headers)).collect()
}

/// All that fail went through one place of the gateway, through which none goes that works.
pub fn gateway_place(r: &Reading<'_>) -> Vec<Finding> {
    let Some((split, place)) = one_gateway_place(r) else { return Vec::new() };
    let claim = Claim::at(Fault::SiteEdge, Cause::EdgeInternal);
    let words = |finding: Finding| split.told(finding).with("place", &place);
    let mut struck = split.struck(r);
    // By that place it is told apart from an address, and by those that work from the zone.
    struck.extend([H::OneAddress, H::Zone, H::Over]);
    vec![
        words(Finding::supports(claim, Basis::Measured, split.compared.ids())),
        words(Finding::strikes(&struck, split.compared.ids())),
    ]
}

fn one_gateway_place<'b, 'a>(r: &'b Reading<'a>) -> Option<(Split<'b, 'a>, String)> {
    let split = split(r)?;
    let (bad, good) = (gateway_places(&split.bad)?, gateway_places(&split.good)?);
    let place = bad.first().filter(|place| bad.len() == 1 && !good.contains(*place))?.clone();
    Some((split, place))
}

/// All that fail are on continents where nobody gets the page.
pub fn region(r: &Reading<'_>) -> Vec<Finding> {
    let Some(split) = split(r) else { return Vec::new() };
    let continents =
        |places: &[PlaceSight<'_>]| -> BTreeSet<_> { places.iter().map(|one| one.look.place.continent).collect() };
    let (bad, good) = (continents(&split.bad), continents(&split.good));
    if !bad.is_disjoint(&good) || one_gateway_place(r).is_some() || by_address(&split).is_some() {
        return Vec::new();
    }
    let silent = split.bad.iter().all(|sight| matches!(sight.outcome, Outcome::NoAnswer(_)));
    let mut rivals = vec![Cause::OneAddressDead, Cause::PoolPartial, Cause::EdgeBlocked];
    rivals.extend(silent.then_some(Cause::PathBroken));
    let claim = Claim::at(Fault::SiteEdge, Cause::EdgeInternal);
    // The way into a whole region may be broken.
    let mut struck = split.struck(r);
    struck.retain(|hypothesis| !silent || *hypothesis != H::Path);
    vec![
        split.told(Finding::supports(claim, Basis::Typical, split.compared.ids())).with_rivals(&rivals),
        split.told(Finding::strikes(&struck, split.compared.ids())),
    ]
}

/// The addresses at which it fails, where it works at none of them.
fn by_address(split: &Split<'_, '_>) -> Option<(BTreeSet<IpAddr>, BTreeSet<IpAddr>)> {
    let ips =
        |places: &[PlaceSight<'_>]| -> Option<BTreeSet<IpAddr>> { places.iter().map(|one| one.look.ip).collect() };
    let (bad, good) = (ips(&split.bad)?, ips(&split.good)?);
    let disjoint = bad.is_disjoint(&good);
    let of_here = split.compared.here.iter().filter(|sight| sight.is_direct());
    // What is seen here has to fit: no address is good there and bad here.
    let fits = of_here.into_iter().all(|sight| {
        let against = if sight.outcome.is_good() { &bad } else { &good };
        !against.contains(&sight.ip())
    });
    (disjoint && fits).then_some((bad, good))
}

/// Those that fail were led to other addresses than those that work.
pub fn addresses(r: &Reading<'_>) -> Vec<Finding> {
    let Some(split) = split(r).filter(|_| one_gateway_place(r).is_none()) else { return Vec::new() };
    let Some((bad, good)) = by_address(&split) else { return Vec::new() };
    let list = |ips: &BTreeSet<IpAddr>| ips.iter().take(3).map(IpAddr::to_string).collect::<Vec<_>>().join(", ");
    let words = |finding: Finding| split.told(finding).with("bad_ips", list(&bad)).with("good_ips", list(&good));
    let claim = Claim::usual(Cause::OneAddressDead);
    vec![
        words(Finding::supports(claim, Basis::Measured, split.compared.ids()))
            .with_rivals(&[Cause::EdgeInternal, Cause::PoolPartial]),
        words(Finding::strikes(&split.struck(r), split.compared.ids())),
    ]
}

/// Homes fail and data centres do not: providers, or a wall that is the wrong way round.
pub fn homes_alone(r: &Reading<'_>) -> Vec<Finding> {
    let Some(compared) = Compared::by_name(r) else { return Vec::new() };
    let (good, bad) = (compared.good(), compared.bad());
    let alike = compared.fails_here().is_some_and(|here| compared.are_alike(r, here, &bad));
    let fits = alike && good.iter().all(PlaceSight::is_data_centre) && bad.iter().all(PlaceSight::is_home);
    if !fits || good.len() < 2 || homes(&bad) < 2 {
        return Vec::new();
    }
    let words = |finding: Finding| {
        finding
            .with("bad", bad.len())
            .with("good", good.len())
            .with("bad_cities", cities(&bad))
            .with("good_cities", cities(&good))
    };
    let supports = Finding::supports(Claim::usual(Cause::EdgeBlocked), Basis::Hint, compared.ids())
        .with_rivals(&[Cause::PathBroken, Cause::EdgeInternal]);
    let alive = compared.fresh().len() >= 2 && compared.was_asked_again();
    let strikes = alive.then(|| words(Finding::strikes(&[H::Origin, H::Browser, H::Fine], compared.ids())));
    std::iter::once(words(supports)).chain(strikes).collect()
}

/// Homes get the page and data centres do not: they are taken for robots, and say nothing about the site (R12).
pub fn data_centres_alone(r: &Reading<'_>) -> Vec<Finding> {
    let Some(compared) = Compared::by_name(r) else { return Vec::new() };
    let good = compared.good();
    let mut turned_away = compared.bad();
    turned_away.extend(compared.walled.iter().copied());
    let fits = !turned_away.is_empty() && turned_away.iter().all(PlaceSight::is_data_centre) && homes(&good) >= 2;
    if !fits {
        return Vec::new();
    }
    let finding = Finding::strikes(&[], compared.ids());
    vec![finding.with("count", turned_away.len()).with("homes", homes(&good)).with("cities", cities(&turned_away))]
}
