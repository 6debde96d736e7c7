//! The view from other places: only where it is switched on, where it may be told, and where it parts explanations.
//!
//! First at the site's name. Then, by the same places, at an address of which it is open whether it fails for everybody, at
//! the server behind the gateway where the owner named it, and by DNS or route where these part what is left.
//! At last the home page once more from here, so that a recovery is not taken for a difference of places (R15).

use std::net::{IpAddr, SocketAddr};

use super::View;
use crate::attempt::{Attempt, PlaceWish, Places, VisitPlan, Within, WorldAim, WorldPlan};
use crate::evidence::world::{PlaceSight, home_looks};
use crate::evidence::{Outcome, Sight};
use crate::model::ip::{IpClass, class};
use crate::model::visit::{Via, VisitPurpose};
use crate::model::world::{Continent, NetworkKind};
use crate::model::{Role, StepId};

/// Addresses at which the places are asked once more.
const PINNED: usize = 2;

pub fn wish(view: &View<'_>, wishes: &mut Vec<Attempt>) {
    let enabled = view.config().settings.vantage.enabled && !view.progress.skips(StepId::World);
    if !enabled || !may_be_told(view) || !is_open(view) {
        return;
    }
    wishes.push(Attempt::World(WorldPlan::at_its_name(places(view))));
    let Some(by_name) = view.evidence.world.by_name() else { return };
    if let Some(number) = &by_name.look.measurement {
        let count = by_name.places().len();
        let places = by_name.places();
        let mut aims: Vec<WorldAim> = doubtful_ips(view, &places).into_iter().map(WorldAim::PageAt).collect();
        aims.extend(straight(view));
        aims.extend(names(view, &places));
        aims.extend(route(view, &places));
        wishes.extend(aims.into_iter().map(|aim| Attempt::World(WorldPlan::again(aim, number.clone(), count))));
    }
    once_more(view, wishes);
}

/// Whether a measurement is under way.
pub fn is_under_way(view: &View<'_>) -> bool {
    view.progress.running.iter().any(|attempt| matches!(attempt, Attempt::World(_)))
}

/// A name that only means something inside one network, and an address in there, are nobody else's business.
pub fn may_be_told(view: &View<'_>) -> bool {
    let is_public = |ip: &IpAddr| class(*ip) == IpClass::Public;
    let target = &view.config().target;
    match target.ip() {
        Some(ip) => is_public(&ip),
        None => {
            // What this device's own lookup says may yet turn out to be private.
            let has_ended = view.evidence.names.system.is_some();
            let own = view.evidence.names.system_ips();
            let known_outside = view.evidence.names.elsewhere_ips().iter().any(|(ip, _)| is_public(ip));
            // Another network may know the name by addresses of its own.
            !target.is_internal_name() && has_ended && own.iter().all(is_public) && known_outside
        }
    }
}

/// The home page fails here; or it works, while somebody says otherwise or answers for the site.
fn is_open(view: &View<'_>) -> bool {
    let looks = home_looks(&view.evidence.visits, view.evidence.target);
    let fails = looks.iter().any(|sight| sight.outcome.is_bad());
    let doubted = view.evidence.said.is_some() || view.config().role == Role::Owner;
    fails || doubted && !looks.is_empty()
}

/// The visitor's own network and country first, where the settings name them; homes and data centres apart.
fn places(view: &View<'_>) -> Places {
    let vantage = &view.config().settings.vantage;
    let wish = |within, network_kind, count| PlaceWish { within, network_kind, count };
    let homes = |continent, count| wish(Within::Continent(continent), Some(NetworkKind::Home), count);
    let data_centres = |continent| wish(Within::Continent(continent), Some(NetworkKind::DataCentre), 1);
    let mut wishes = Vec::new();
    wishes.extend(vantage.asn.map(|asn| wish(Within::Network(asn), None, 2)));
    let country = vantage.country.clone().map(Within::Country);
    wishes.extend(country.map(|country| wish(country, Some(NetworkKind::Home), 2)));
    wishes.extend([homes(Continent::Europe, 2), homes(Continent::NorthAmerica, 1), homes(Continent::Asia, 2)]);
    wishes.push(homes(Continent::SouthAmerica, 1));
    wishes.extend([Continent::Europe, Continent::NorthAmerica, Continent::Asia].map(data_centres));
    Places::Chosen(wishes)
}

/// Addresses of which it is open whether they fail for everybody, each with one beside it that works here.
fn doubtful_ips(view: &View<'_>, places: &[PlaceSight<'_>]) -> Vec<IpAddr> {
    let looks = home_looks(&view.evidence.visits, view.evidence.target);
    let direct = || looks.iter().filter(|sight| sight.is_direct() && class(sight.ip()) == IpClass::Public);
    let Some(bad) = direct().find(|sight| sight.outcome.is_bad()).map(|sight| sight.ip()) else { return Vec::new() };
    let good = direct().find(|sight| sight.outcome.is_good() && sight.ip() != bad).map(|sight| sight.ip());
    let somewhere_good = places.iter().any(PlaceSight::is_good);
    // Where all of them were led to that address anyway, they have told.
    let untold = places.iter().filter(|sight| sight.says_something()).any(|sight| sight.look.ip != Some(bad));
    let mut ips: Vec<IpAddr> = Vec::new();
    if untold && (somewhere_good || good.is_some()) {
        ips.push(bad);
        ips.extend(good);
    }
    ips.truncate(PINNED);
    ips
}

/// Straight at the server that the owner named, as this program itself came to speak with it, or tried to: is it well for
/// others, and is it only from here that nobody answers there?
fn straight(view: &View<'_>) -> Option<WorldAim> {
    view.config().origin?;
    let looks = home_looks(&view.evidence.visits, view.evidence.target);
    let gateway_fails = looks.iter().any(|sight| matches!(sight.outcome, Outcome::Error(_)));
    let own = view.evidence.origin.best().map(|look| (look.visit.ip_port, look.visit.scheme))?;
    let may_be_told = view.config().target.ip().is_none() && class(own.0.ip()) == IpClass::Public;
    (gateway_fails && may_be_told).then_some(WorldAim::Server(own.0, own.1))
}

/// The first address that fails, as this device was led to it.
fn bad_ip(view: &View<'_>) -> Option<IpAddr> {
    let looks = home_looks(&view.evidence.visits, view.evidence.target);
    let mut direct = looks.iter().filter(|sight| sight.is_direct() && class(sight.ip()) == IpClass::Public);
    direct.find(|sight| sight.outcome.is_bad()).map(|sight| sight.ip())
}

/// Where nobody else came to the address that fails here, and no public server gives it: is it given to others at all?
fn names(view: &View<'_>, places: &[PlaceSight<'_>]) -> Option<WorldAim> {
    let bad = bad_ip(view).filter(IpAddr::is_ipv4)?;
    let led: Vec<IpAddr> = places.iter().filter_map(|sight| sight.look.ip).collect();
    let is_public = view.evidence.names.elsewhere_ips().iter().any(|(ip, _)| *ip == bad);
    let is_open = view.config().target.ip().is_none() && !is_public && !led.is_empty() && !led.contains(&bad);
    is_open.then_some(WorldAim::Names)
}

/// Where nobody anywhere gets a connection: does anything get there? Once it connects, a route says nothing (R10).
fn route(view: &View<'_>, places: &[PlaceSight<'_>]) -> Option<WorldAim> {
    let looks = home_looks(&view.evidence.visits, view.evidence.target);
    let no_tcp = looks.iter().all(|sight| matches!(sight.outcome, Outcome::NoTcp(_)));
    let mut telling = places.iter().filter(|sight| sight.says_something()).peekable();
    let silent = telling.peek().is_some() && telling.all(|sight| matches!(sight.outcome, Outcome::NoAnswer(_)));
    bad_ip(view).filter(|_| no_tcp && silent).map(WorldAim::Route)
}

/// The home page from here, once nothing is asked elsewhere any more.
fn once_more(view: &View<'_>, wishes: &mut Vec<Attempt>) {
    let waiting = wishes.iter().any(|wish| matches!(wish, Attempt::World(_)) && view.is_new(wish));
    if waiting || is_under_way(view) || view.evidence.visits.wall_after_success().is_some() {
        return;
    }
    let looks = home_looks(&view.evidence.visits, view.evidence.target);
    let first: Option<&&Sight<'_>> = looks.iter().find(|sight| sight.outcome.is_bad()).or(looks.first());
    let Some(first) = first else { return };
    let mut url = view.config().target.url.clone();
    url.set_path("/");
    url.set_query(None);
    let via: &Via = &first.visit.via;
    let at: SocketAddr = first.visit.ip_port;
    let plan = VisitPlan { purpose: VisitPurpose::HomeAgain, via: via.clone(), ..VisitPlan::page(url, at) };
    wishes.push(Attempt::Visit(plan));
}
