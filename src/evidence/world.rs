//! What other places got to see, beside what was seen here of the same page.
//!
//! Only the home page is asked for elsewhere, so it is compared with the home page here, and with nothing else. What they
//! get straight from the server behind the gateway, what their DNS servers say and how far their packets come stands apart.

use std::collections::BTreeSet;
use std::net::IpAddr;

use super::{Outcome, Sight, Visits};
use crate::model::visit::VisitPurpose;
use crate::model::world::{NetworkKind, PlaceLook, WorldLook, WorldQuestion};
use crate::model::{Case, FailureKind, Known, ObservationId, Seen, Target};

/// One measurement.
#[derive(Clone, Copy)]
pub struct Measurement<'a> {
    pub id: &'a ObservationId,
    pub look: &'a WorldLook,
    /// Milliseconds after the start of the run at which it began and ended.
    pub from_ms: u64,
    pub at_ms: u64,
}

/// What one place got.
#[derive(Clone, Copy)]
pub struct PlaceSight<'a> {
    pub id: &'a ObservationId,
    pub look: &'a PlaceLook,
    pub outcome: Outcome<'a>,
}

impl<'a> PlaceSight<'a> {
    pub fn is_home(&self) -> bool {
        self.look.place.network_kind == NetworkKind::Home
    }

    pub fn is_data_centre(&self) -> bool {
        self.look.place.network_kind == NetworkKind::DataCentre
    }

    /// It got the site's own good or bad answer, or none at all. A wall that turns a program away says neither (R12).
    pub fn says_something(&self) -> bool {
        !matches!(self.outcome, Outcome::Undecided | Outcome::Refused(_) | Outcome::RequestTooLarge(_))
    }

    pub fn is_good(&self) -> bool {
        self.outcome.is_good()
    }

    pub fn is_bad(&self) -> bool {
        self.says_something() && !self.outcome.is_good()
    }
}

/// Everything from elsewhere.
pub struct World<'a> {
    pub measurements: Vec<Measurement<'a>>,
}

impl<'a> World<'a> {
    pub fn of(case: &'a Case) -> Self {
        let of = |observation: &'a crate::model::Observation| match &observation.seen {
            Seen::World { world } => Some(Measurement {
                id: &observation.id,
                look: world,
                from_ms: observation.at_ms.saturating_sub(observation.took_ms),
                at_ms: observation.at_ms,
            }),
            _ => None,
        };
        World { measurements: case.observations.iter().filter_map(of).collect() }
    }

    /// The measurement at the site's name.
    pub fn by_name(&self) -> Option<&Measurement<'a>> {
        self.about(WorldQuestion::Page).find(|one| one.look.pinned.is_none())
    }

    /// The measurement at this address.
    pub fn at(&self, ip: IpAddr) -> Option<&Measurement<'a>> {
        self.about(WorldQuestion::Page).find(|one| one.look.pinned == Some(ip))
    }

    /// The measurement straight at the server behind the gateway.
    pub fn straight(&self) -> Option<&Measurement<'a>> {
        self.about(WorldQuestion::Server).next()
    }

    /// What their DNS servers give.
    pub fn names(&self) -> Option<&Measurement<'a>> {
        self.about(WorldQuestion::Names).next()
    }

    /// How far their packets come.
    pub fn routes(&self) -> Option<&Measurement<'a>> {
        self.about(WorldQuestion::Route).next()
    }

    /// The measurements with this question that came about.
    fn about(&self, question: WorldQuestion) -> impl Iterator<Item = &Measurement<'a>> {
        self.measurements.iter().filter(move |one| one.look.question == question && one.look.places.seen().is_some())
    }
}

impl<'a> Measurement<'a> {
    /// Every place with how it ended there.
    pub fn places(&self) -> Vec<PlaceSight<'a>> {
        let sight = |look: &'a PlaceLook| PlaceSight { id: self.id, look, outcome: outcome(look) };
        self.look.places.seen().into_iter().flatten().map(sight).collect()
    }
}

fn outcome(look: &PlaceLook) -> Outcome<'_> {
    match &look.answer {
        Known::NotTried(_) => Outcome::Undecided,
        Known::Failed(failure) if failure.is_our_own() => Outcome::Undecided,
        // Its resolver failed: that may be the place's own trouble.
        Known::Failed(failure) if failure.kind == FailureKind::LookupFailed => Outcome::Undecided,
        Known::Failed(failure) => Outcome::NoAnswer(failure),
        Known::Seen(_) if look.certificate_problem.is_some() => {
            look.certificate_problem.map_or(Outcome::Undecided, Outcome::BadCertificate)
        }
        Known::Seen(answer) => Outcome::of_answer(answer),
    }
}

/// So many places that agree are no chance, in so many networks and countries, and so many of them homes.
const ENOUGH: usize = 3;
const HOMES: usize = 2;

/// Whether these speak for more than a corner of the world.
pub fn are_many(places: &[PlaceSight<'_>]) -> bool {
    let networks: BTreeSet<u32> = places.iter().map(|sight| sight.look.place.asn).collect();
    let countries: BTreeSet<&str> = places.iter().map(|sight| sight.look.place.country.as_str()).collect();
    let homes = places.iter().filter(|sight| sight.is_home()).count();
    places.len() >= ENOUGH && homes >= HOMES && networks.len() >= 2 && countries.len() >= 2
}

/// The looks at the home page from here: the page itself where it is that, and what was asked to be compared.
pub fn home_looks<'b, 'a>(visits: &'b Visits<'a>, target: &Target) -> Vec<&'b Sight<'a>> {
    let is_home = !target.has_own_page();
    let of_home = |sight: &&Sight<'a>| match sight.visit.purpose {
        VisitPurpose::Page | VisitPurpose::Repeat(_) => is_home,
        VisitPurpose::HomePage | VisitPurpose::HomeAgain => true,
        _ => false,
    };
    visits.all.iter().filter(of_home).filter(|sight| sight.says_something()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::world::{Continent, Place, not_asked};

    fn place(country: &str, asn: u32, network_kind: NetworkKind) -> PlaceLook {
        let (country, city, network) = (country.to_owned(), String::new(), String::new());
        let place = Place { continent: Continent::Unknown, country, city, asn, network, network_kind };
        let answer = Known::not_tried("");
        PlaceLook { place, ip: None, certificate_problem: None, answer, names: not_asked(), route: not_asked() }
    }

    #[test]
    fn a_few_of_one_corner_are_not_many() {
        use NetworkKind::{DataCentre, Home};
        let id = ObservationId::numbered(1);
        let many = |looks: &[PlaceLook]| {
            let sight = |look| PlaceSight { id: &id, look, outcome: outcome(look) };
            are_many(&looks.iter().map(sight).collect::<Vec<_>>())
        };
        let (de, fr, us) = (place("DE", 1, Home), place("FR", 2, Home), place("US", 3, DataCentre));
        assert!(many(&[de.clone(), fr.clone(), us.clone()]));
        assert!(!many(&[de.clone(), fr.clone()]), "two");
        assert!(!many(&[de.clone(), us.clone(), place("IN", 4, DataCentre)]), "one home");
        assert!(!many(&[de.clone(), place("DE", 5, Home), place("DE", 6, Home)]), "one country");
        assert!(!many(&[de, place("FR", 1, Home), place("ES", 1, Home)]), "one network");
    }
}
