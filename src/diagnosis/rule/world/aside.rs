//! What DNS servers elsewhere give for the site's name, and how far packets from there come.

use std::collections::BTreeSet;
use std::net::IpAddr;

use super::super::super::{Basis, Finding, Hypothesis as H, Reading};
use super::compared::{Compared, cities, homes, speak_for_many};
use crate::evidence::Outcome;
use crate::evidence::world::{Measurement, PlaceSight};
use crate::model::world::RouteEnd;
use crate::model::{Cause, Claim, ObservationId};

/// The address at which the page fails here, and what others are given for the name.
struct Given<'b, 'a> {
    compared: Compared<'b, 'a>,
    ip: IpAddr,
    /// Places whose DNS servers gave addresses.
    places: Vec<(PlaceSight<'a>, &'a [IpAddr])>,
    id: ObservationId,
}

fn given<'b, 'a>(r: &'b Reading<'a>) -> Option<Given<'b, 'a>> {
    let measurement: &Measurement<'a> = r.world.names()?;
    let compared = Compared::by_name(r)?;
    let ip = compared.fails_here().filter(|sight| sight.is_direct())?.ip();
    let gave = |sight: PlaceSight<'a>| {
        let ips = sight.look.names.seen()?;
        (!ips.is_empty()).then_some((sight, ips.as_slice()))
    };
    let places: Vec<_> = measurement.places().into_iter().filter_map(gave).collect();
    Some(Given { compared, ip, places, id: measurement.id.clone() })
}

impl Given<'_, '_> {
    fn ids(&self) -> Vec<ObservationId> {
        [self.compared.ids(), vec![self.id.clone()]].concat()
    }
}

/// Others are given the address that fails here: it is not this device's DNS server that is wrong about it.
pub fn same_address(r: &Reading<'_>) -> Vec<Finding> {
    let Some(given) = given(r) else { return Vec::new() };
    let with: Vec<PlaceSight<'_>> =
        given.places.iter().filter(|(_, ips)| ips.contains(&given.ip)).map(|(sight, _)| *sight).collect();
    if homes(&with) < 2 {
        return Vec::new();
    }
    let finding = Finding::strikes(&[H::Resolver, H::HostsFile], given.ids());
    vec![finding.with("ip", given.ip).with("count", with.len()).with("cities", cities(&with))]
}

/// Nobody else is given the address that fails here, and at theirs the page works.
pub fn other_addresses(r: &Reading<'_>) -> Vec<Finding> {
    let Some(given) = given(r) else { return Vec::new() };
    let places: Vec<PlaceSight<'_>> = given.places.iter().map(|(sight, _)| *sight).collect();
    let nowhere = given.places.iter().all(|(_, ips)| !ips.contains(&given.ip));
    let good = given.compared.good();
    let works = speak_for_many(&good) && good.iter().all(|sight| sight.look.ip != Some(given.ip));
    // What public servers give as well is no invention of one resolver.
    if !nowhere || !works || !speak_for_many(&places) || r.is_vouched_for(given.ip) {
        return Vec::new();
    }
    // A site may well keep an address for one corner of the world.
    let supports = Finding::supports(Claim::usual(Cause::StaleDns), Basis::Typical, given.ids())
        .with_rivals(&[Cause::OneAddressDead, Cause::EdgeInternal]);
    vec![supports.with("ip", given.ip).with("count", places.len()).with("cities", cities(&places))]
}

/// Where the packets of each place end.
type Ends<'a> = Vec<(PlaceSight<'a>, &'a RouteEnd)>;

/// Nobody gets a connection, here or there, and this is where the packets of others end.
fn routes<'b, 'a>(r: &'b Reading<'a>) -> Option<(Compared<'b, 'a>, Ends<'a>, &'b Measurement<'a>)> {
    let measurement: &Measurement<'a> = r.world.routes()?;
    let compared = Compared::by_name(r)?;
    compared.fails_here()?;
    let no_tcp = compared.here.iter().all(|sight| matches!(sight.outcome, Outcome::NoTcp(_)));
    let bad = compared.bad();
    let mute = bad.iter().all(|sight| matches!(sight.outcome, Outcome::NoAnswer(_)));
    if !no_tcp || !mute || !compared.good().is_empty() || !speak_for_many(&bad) {
        return None;
    }
    let end = |sight: PlaceSight<'a>| Some((sight, sight.look.route.seen()?));
    Some((compared, measurement.places().into_iter().filter_map(end).collect(), measurement))
}

/// Packets of others reach the machine, from which nobody gets an answer.
pub fn arrive(r: &Reading<'_>) -> Vec<Finding> {
    let Some((compared, ends, measurement)) = routes(r) else { return Vec::new() };
    let arrived: Vec<PlaceSight<'_>> = ends.iter().filter(|(_, end)| end.arrived).map(|(sight, _)| *sight).collect();
    if homes(&arrived) < 2 {
        return Vec::new();
    }
    let ids = [compared.ids(), vec![measurement.id.clone()]].concat();
    // The places do not say in which phase they met silence: a server that hangs looks the same.
    let supports = Finding::supports(Claim::usual(Cause::EdgeUnreachable), Basis::Typical, ids);
    vec![supports.with("count", arrived.len()).with("cities", cities(&arrived))]
}

/// The packets of all others end in one network before the machine. A firewall that drops them looks the same.
pub fn end_before(r: &Reading<'_>) -> Vec<Finding> {
    let Some((compared, ends, measurement)) = routes(r) else { return Vec::new() };
    let places: Vec<PlaceSight<'_>> = ends.iter().map(|(sight, _)| *sight).collect();
    let networks: BTreeSet<u32> = ends.iter().map(|(_, end)| end.asn).collect();
    let network = networks.first().copied().filter(|asn| *asn != 0 && networks.len() == 1);
    let Some(network) = network.filter(|_| speak_for_many(&places)) else { return Vec::new() };
    if ends.iter().any(|(_, end)| end.arrived) {
        return Vec::new();
    }
    let ids = [compared.ids(), vec![measurement.id.clone()]].concat();
    let supports = Finding::supports(Claim::usual(Cause::EdgeUnreachable), Basis::Hint, ids);
    let supports = supports.with_rivals(&[Cause::PathBroken]).with("network", format!("AS{network}"));
    vec![supports.with("count", places.len()).with("cities", cities(&places))]
}
