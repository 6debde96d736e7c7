//! What other places got, beside what was seen here of the same page at the same time.

use super::super::super::Reading;
use crate::evidence::world::{Measurement, PlaceSight, are_many, home_looks};
use crate::evidence::{Outcome, Sight};
use crate::model::ObservationId;
use crate::signature::{Identified, Material, identify, signs};

/// The home page here and elsewhere.
pub struct Compared<'b, 'a> {
    pub here: Vec<&'b Sight<'a>>,
    /// Places that got a good or a bad answer of the site, or none.
    pub places: Vec<PlaceSight<'a>>,
    /// Places that a wall turned away: they say neither "up" nor "down" (R12).
    pub walled: Vec<PlaceSight<'a>>,
    id: ObservationId,
    at_ms: u64,
}

impl<'b, 'a> Compared<'b, 'a> {
    /// At the site's name.
    pub fn by_name(r: &'b Reading<'a>) -> Option<Self> {
        r.world.by_name().map(|measurement| Compared::with(r, measurement))
    }

    /// Straight at the server behind the gateway.
    pub fn straight(r: &'b Reading<'a>) -> Option<Self> {
        r.world.straight().map(|measurement| Compared::with(r, measurement))
    }

    /// At the address of each measurement that had one.
    pub fn at_addresses(r: &'b Reading<'a>) -> Vec<(std::net::IpAddr, Self)> {
        let pinned = r.world.measurements.iter().filter_map(|one| Some((one.look.pinned?, one)));
        pinned
            .filter(|(ip, one)| r.world.at(*ip).is_some_and(|first| first.id == one.id))
            .map(|(ip, one)| (ip, Compared::with(r, one)))
            .collect()
    }

    fn with(r: &'b Reading<'a>, measurement: &Measurement<'a>) -> Self {
        let is_wall = |sight: &PlaceSight<'a>| {
            matches!(sight.outcome, Outcome::Refused(_))
                || identified(sight).is_some_and(|identified| identified.challenge)
        };
        let (walled, rest): (Vec<_>, Vec<_>) = measurement.places().into_iter().partition(is_wall);
        Compared {
            here: home_looks(&r.visits, r.target),
            places: rest.into_iter().filter(PlaceSight::says_something).collect(),
            walled,
            id: measurement.id.clone(),
            at_ms: measurement.at_ms,
        }
    }

    /// The first failing look, where every look here fails.
    pub fn fails_here(&self) -> Option<&'b Sight<'a>> {
        let first = self.here.first().copied()?;
        self.here.iter().all(|sight| sight.outcome.is_bad()).then_some(first)
    }

    /// Whether every look here is good, and one was made.
    pub fn works_here(&self) -> bool {
        !self.here.is_empty() && self.here.iter().all(|sight| sight.outcome.is_good())
    }

    /// Whether it was looked at once more after the others had been asked: nothing changed meanwhile (R15).
    pub fn was_asked_again(&self) -> bool {
        self.here.iter().any(|sight| sight.from_ms >= self.at_ms)
    }

    pub fn good(&self) -> Vec<PlaceSight<'a>> {
        self.places.iter().filter(|sight| sight.is_good()).copied().collect()
    }

    pub fn bad(&self) -> Vec<PlaceSight<'a>> {
        self.places.iter().filter(|sight| sight.is_bad()).copied().collect()
    }

    /// Good answers that no store gave: they show that what is behind the gateway lives.
    pub fn fresh(&self) -> Vec<PlaceSight<'a>> {
        let stored = |sight: &PlaceSight<'a>| {
            sight.outcome.answer().is_some_and(|answer| signs::stored(&answer.headers).is_some())
        };
        self.places.iter().filter(|sight| sight.is_good() && !stored(sight)).copied().collect()
    }

    /// What was seen here and elsewhere.
    pub fn ids(&self) -> Vec<ObservationId> {
        let looks = self.here.iter().take(6).map(|sight| sight.id.clone());
        looks.chain([self.id.clone()]).collect()
    }

    /// Whether these places fail as it fails here. The same number is not the same event (R6): where both show who
    /// wrote the answer, it has to be the same one.
    pub fn are_alike(&self, r: &Reading<'a>, here: &Sight<'a>, bad: &[PlaceSight<'a>]) -> bool {
        bad.iter().all(|place| is_alike(here.outcome, place.outcome) && !written_by_others(r, here, place))
    }
}

fn is_alike(here: Outcome<'_>, there: Outcome<'_>) -> bool {
    match (here.answer(), there.answer()) {
        (Some(one), Some(other)) => one.status == other.status,
        // A place does not say in which phase it met silence.
        (None, None) => match (here, there) {
            (Outcome::BadCertificate(one), Outcome::BadCertificate(other)) => one == other,
            (Outcome::BadCertificate(_), _) | (_, Outcome::BadCertificate(_)) => false,
            _ => true,
        },
        _ => false,
    }
}

fn written_by_others(r: &Reading<'_>, here: &Sight<'_>, place: &PlaceSight<'_>) -> bool {
    let there = identified(place);
    let author = |identified: &Identified| identified.author().map(|speaker| speaker.id.clone());
    let pair = r.identified(here).and_then(author).zip(there.as_ref().and_then(author));
    pair.is_some_and(|(one, other)| one != other)
}

fn identified(sight: &PlaceSight<'_>) -> Option<Identified> {
    let answer = sight.outcome.answer().filter(|answer| answer.status >= 400)?;
    Some(identify(&Material::from(answer)))
}

/// Whether these speak for the world, and not for a corner of it.
pub fn speak_for_many(places: &[PlaceSight<'_>]) -> bool {
    are_many(places)
}

/// How many of them are homes, in networks of their own.
pub fn homes(places: &[PlaceSight<'_>]) -> usize {
    let networks: std::collections::BTreeSet<u32> =
        places.iter().filter(|sight| sight.is_home()).map(|sight| sight.look.place.asn).collect();
    networks.len()
}

/// The first few cities, for a sentence.
pub fn cities(places: &[PlaceSight<'_>]) -> String {
    const NAMED: usize = 4;
    let mut names: Vec<&str> = Vec::new();
    for sight in places {
        let place = &sight.look.place;
        let name = if place.city.is_empty() { place.country.as_str() } else { place.city.as_str() };
        if !name.is_empty() && !names.contains(&name) {
            names.push(name);
        }
    }
    let more = if names.len() > NAMED { ", …" } else { "" };
    names.truncate(NAMED);
    format!("{}{more}", names.join(", "))
}
