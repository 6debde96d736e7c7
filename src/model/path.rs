//! The path picture as data: six stations and how each stands, for window and report alike.

use serde::{Deserialize, Serialize};

use super::diagnosis::Words;
use super::limit::TimeLimit;

/// A station on the way from the reader to the site's server.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Station {
    Device,
    Router,
    Dns,
    Internet,
    Gateway,
    Origin,
}

impl Station {
    /// All of them, in the order of the path.
    pub const ALL: [Station; 6] =
        [Station::Device, Station::Router, Station::Dns, Station::Internet, Station::Gateway, Station::Origin];

    pub fn name(self) -> &'static str {
        match self {
            Station::Device => "device",
            Station::Router => "router",
            Station::Dns => "dns",
            Station::Internet => "internet",
            Station::Gateway => "gateway",
            Station::Origin => "origin",
        }
    }
}

/// How a station or a link stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum StationState {
    /// Not looked at, or behind the break. Never drawn as fine.
    Unseen,
    /// Being looked at.
    Running,
    Fine,
    Doubtful,
    /// Looked at in vain: our own failure, which never counts against the site.
    Failed,
    /// Seen to fail.
    Broken,
    /// Concluded to fail from what others said of it.
    Concluded,
}

impl StationState {
    /// The break, seen or concluded.
    pub fn is_break(self) -> bool {
        matches!(self, StationState::Broken | StationState::Concluded)
    }
}

/// The way to a station from the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Link {
    pub state: StationState,
    /// How long the answer at its far end took.
    pub ms: Option<u64>,
}

/// What a station says of itself: one detail and one word, as messages.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Note {
    pub detail: Option<Words>,
    /// Instead of the plain word for the state.
    pub word: Option<Words>,
}

impl Note {
    /// The word for a station that the way does not lead past.
    pub const NOT_NEEDED: &str = "path-not-needed";
}

/// Who looks after a third of the path.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Side {
    Near,
    Way,
    Site,
}

impl Side {
    pub const ALL: [Side; 3] = [Side::Near, Side::Way, Side::Site];

    pub fn name(self) -> &'static str {
        match self {
            Side::Near => "near",
            Side::Way => "way",
            Side::Site => "site",
        }
    }
}

/// Where the path breaks: at a station, or on the way to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Break {
    At(usize),
    Before(usize),
}

/// The picture.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PathPicture {
    pub stations: [(Station, StationState); 6],
    pub notes: [Note; 6],
    /// The way to the second, third … sixth station.
    pub links: [Link; 5],
    /// The site is to blame for what shows elsewhere (its own DNS entries).
    pub site_is_to_blame: bool,
    /// How long each one on the way waits for an answer, from the outside in; empty where that is not known.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub limits: Vec<TimeLimit>,
}

impl PathPicture {
    /// Stations in these states, with links as the states suggest.
    pub fn of(states: [StationState; 6]) -> Self {
        let mut stations = Station::ALL.map(|station| (station, StationState::Unseen));
        stations.iter_mut().zip(states).for_each(|(station, state)| station.1 = state);
        let mut links = [Link { state: StationState::Unseen, ms: None }; 5];
        for (link, pair) in links.iter_mut().zip(states.windows(2)) {
            if let [before, after] = pair {
                link.state = link_state(*before, *after);
            }
        }
        PathPicture { stations, notes: Default::default(), links, site_is_to_blame: false, limits: Vec::new() }
    }

    /// Nothing looked at yet.
    pub fn blank() -> Self {
        PathPicture::of([StationState::Unseen; 6])
    }

    /// Where the picture is parted. A parted link says more than the station behind it.
    pub fn place_of_break(&self) -> Option<Break> {
        let link = self.links.iter().position(|link| link.state.is_break());
        let station = self.stations.iter().position(|(_, state)| state.is_break());
        match (link, station) {
            // DNS is filled, and the link behind it parted: the station is what breaks.
            (Some(link), Some(station)) if station == link => Some(Break::At(station)),
            (Some(link), _) => Some(Break::Before(link + 1)),
            (None, Some(station)) => Some(Break::At(station)),
            (None, None) => None,
        }
    }

    /// How a side stands: as bad as the worse of its stations, and never better than what was seen.
    pub fn side(&self, side: Side) -> StationState {
        if side == Side::Site && self.site_is_to_blame {
            return StationState::Broken;
        }
        let first = 2 * side as usize;
        let states = || self.stations.iter().skip(first).take(2).map(|(_, state)| *state);
        let has = |wanted: StationState| states().any(|state| state == wanted);
        // The way from a station on belongs to its side.
        let mut ways = self.links.iter().skip(first).take(2);
        if states().any(StationState::is_break) || ways.any(|link| link.state.is_break()) {
            return StationState::Broken;
        }
        let order = [StationState::Running, StationState::Doubtful, StationState::Failed, StationState::Unseen];
        order.into_iter().find(|state| has(*state)).unwrap_or(StationState::Fine)
    }
}

fn link_state(before: StationState, after: StationState) -> StationState {
    use StationState as S;
    match (before, after) {
        (S::Broken | S::Concluded | S::Unseen, _) | (_, S::Unseen | S::Failed) => S::Unseen,
        (_, S::Running) => S::Running,
        (_, S::Concluded) => S::Broken,
        (_, S::Broken) => S::Fine,
        (_, S::Fine | S::Doubtful) => S::Fine,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use StationState as S;

    #[test]
    fn a_concluded_fault_parts_the_link_before_it() {
        let picture = PathPicture::of([S::Fine, S::Fine, S::Fine, S::Fine, S::Fine, S::Concluded]);
        assert_eq!(picture.place_of_break(), Some(Break::Before(5)));
        assert_eq!(picture.side(Side::Site), S::Broken);
        assert_eq!(picture.side(Side::Near), S::Fine);
    }

    #[test]
    fn a_seen_fault_is_the_station_itself_and_nothing_behind_it_is_fine() {
        let picture = PathPicture::of([S::Fine, S::Fine, S::Broken, S::Fine, S::Unseen, S::Unseen]);
        assert_eq!(picture.place_of_break(), Some(Break::At(2)));
        assert_eq!(picture.links[2].state, S::Unseen);
    }

    #[test]
    fn what_was_not_seen_is_never_fine() {
        let picture = PathPicture::blank();
        assert_eq!(picture.place_of_break(), None);
        assert!(Side::ALL.into_iter().all(|side| picture.side(side) == S::Unseen));
    }
}
