//! How the site looks from other places: a service asks it from many networks at once.

use std::net::IpAddr;

use serde::{Deserialize, Serialize};

use super::Known;
use super::visit::{Answer, CertificateProblem};

/// What the places were asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum WorldQuestion {
    /// The home page, at the site's name or at an address of it.
    #[default]
    Page,
    /// The home page, straight at the server behind the gateway that the owner named.
    Server,
    /// Which addresses their DNS servers give for the site's name.
    Names,
    /// How far packets come on the way to an address of the site.
    Route,
}

impl WorldQuestion {
    fn is_page(&self) -> bool {
        *self == WorldQuestion::Page
    }
}

/// One measurement: the same question, put from several places at the same time.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WorldLook {
    #[serde(default, skip_serializing_if = "WorldQuestion::is_page")]
    pub question: WorldQuestion,
    /// What was asked for: scheme, host, port and `/`. Nothing else is ever told to the service.
    pub url: String,
    /// The address that every place was told to ask; without it each place asks its own DNS.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pinned: Option<IpAddr>,
    /// The service's number for it. Whoever has it can read the results for seven days.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub measurement: Option<String>,
    /// The service did not accept the token of the settings, and was asked without one.
    #[serde(default)]
    pub token_refused: bool,
    pub places: Known<Vec<PlaceLook>>,
}

/// What one place got.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PlaceLook {
    pub place: Place,
    /// The address that it asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ip: Option<IpAddr>,
    /// What is wrong with the certificate that it was shown. The page is asked for all the same.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub certificate_problem: Option<CertificateProblem>,
    pub answer: Known<Answer>,
    /// What its DNS server gives, where that was the question.
    #[serde(default = "not_asked", skip_serializing_if = "was_not_asked")]
    pub names: Known<Vec<IpAddr>>,
    /// Where its packets end, where that was the question.
    #[serde(default = "not_asked", skip_serializing_if = "was_not_asked")]
    pub route: Known<RouteEnd>,
}

impl PlaceLook {
    /// Whether it has said anything, be it that it failed.
    pub fn says(&self) -> bool {
        self.answer.tried() || self.names.tried() || self.route.tried()
    }
}

/// The end of a route, as far as it is seen from its beginning.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RouteEnd {
    /// Whether the machine at the address itself answered.
    pub arrived: bool,
    /// The last on the way that answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ip: Option<IpAddr>,
    /// The number of its network; 0 where the service does not know it.
    pub asn: u32,
}

/// Why a place has nothing to say about something.
const SOMETHING_ELSE: &str = "something else was asked";

/// For what a place was not asked.
pub fn not_asked<T>() -> Known<T> {
    Known::not_tried(SOMETHING_ELSE)
}

/// One that was asked and has not answered has a reason of its own.
pub fn was_not_asked<T>(known: &Known<T>) -> bool {
    matches!(known, Known::NotTried(why) if why == SOMETHING_ELSE)
}

/// Where a place is, as the service says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    pub continent: Continent,
    /// Two letters (ISO 3166-1).
    pub country: String,
    pub city: String,
    /// The number of its network (RFC 1930); 0 where the service does not know it.
    pub asn: u32,
    /// The name of its network.
    pub network: String,
    pub network_kind: NetworkKind,
}

/// Whose connection a place looks through. A wall often lets homes through and turns data centres away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NetworkKind {
    Home,
    DataCentre,
    Unknown,
}

impl NetworkKind {
    pub fn name(self) -> &'static str {
        match self {
            NetworkKind::Home => "home",
            NetworkKind::DataCentre => "data-centre",
            NetworkKind::Unknown => "unknown",
        }
    }
}

/// The continents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Continent {
    Africa,
    Antarctica,
    Asia,
    Europe,
    NorthAmerica,
    Oceania,
    SouthAmerica,
    Unknown,
}

impl Continent {
    /// The two letters by which services name it.
    pub fn code(self) -> &'static str {
        match self {
            Continent::Africa => "AF",
            Continent::Antarctica => "AN",
            Continent::Asia => "AS",
            Continent::Europe => "EU",
            Continent::NorthAmerica => "NA",
            Continent::Oceania => "OC",
            Continent::SouthAmerica => "SA",
            Continent::Unknown => "",
        }
    }

    /// The one of these two letters.
    pub fn of_code(code: &str) -> Continent {
        const ALL: [Continent; 7] = [
            Continent::Africa,
            Continent::Antarctica,
            Continent::Asia,
            Continent::Europe,
            Continent::NorthAmerica,
            Continent::Oceania,
            Continent::SouthAmerica,
        ];
        ALL.into_iter().find(|one| one.code().eq_ignore_ascii_case(code)).unwrap_or(Continent::Unknown)
    }

    /// The name used in case files and messages.
    pub fn name(self) -> &'static str {
        match self {
            Continent::Africa => "africa",
            Continent::Antarctica => "antarctica",
            Continent::Asia => "asia",
            Continent::Europe => "europe",
            Continent::NorthAmerica => "north-america",
            Continent::Oceania => "oceania",
            Continent::SouthAmerica => "south-america",
            Continent::Unknown => "unknown",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn continents_are_found_by_their_letters() {
        assert_eq!(Continent::of_code("eu"), Continent::Europe);
        assert_eq!(Continent::of_code("SA"), Continent::SouthAmerica);
        assert_eq!(Continent::of_code("XX"), Continent::Unknown);
        assert_eq!(Continent::of_code(""), Continent::Unknown);
    }
}
