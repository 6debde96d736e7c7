//! What other places see, for the tests' worlds.

use super::*;
use crate::model::world::{Continent, NetworkKind, Place, PlaceLook, RouteEnd, WorldLook, WorldQuestion, not_asked};

/// What one place gets.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum There {
    Works,
    /// The page, out of a store.
    Stored,
    Fails(u16),
    /// The page or an error, through this place of the gateway.
    Through(&'static str, u16),
    Silent,
    Walled,
    Expired,
    Nothing,
}

/// Four homes and two data centres, in this order.
pub type Six = [There; 6];

const PLACES: [(Continent, &str, &str, u32, NetworkKind); 6] = [
    (Continent::Europe, "DE", "Berlin", 64_500, NetworkKind::Home),
    (Continent::Europe, "FR", "Lyon", 64_501, NetworkKind::Home),
    (Continent::NorthAmerica, "US", "Chicago", 64_502, NetworkKind::Home),
    (Continent::Asia, "JP", "Tokyo", 64_503, NetworkKind::Home),
    (Continent::Europe, "DE", "Frankfurt", 64_504, NetworkKind::DataCentre),
    (Continent::Asia, "IN", "Mumbai", 64_505, NetworkKind::DataCentre),
];

impl World {
    /// The home page at the site's name, from elsewhere; each place at the address of its turn.
    pub fn elsewhere(self, seen: Six, at: &[&str]) -> Self {
        self.measured(WorldQuestion::Page, None, seen, at)
    }

    /// The home page at this address, from elsewhere.
    pub fn elsewhere_at(self, at: &str, seen: Six) -> Self {
        self.measured(WorldQuestion::Page, Some(ip(at)), seen, &[at])
    }

    /// The home page straight at the server behind the gateway, from elsewhere.
    pub fn server_elsewhere(self, at: &str, seen: Six) -> Self {
        self.measured(WorldQuestion::Server, Some(ip(at)), seen, &[at])
    }

    /// What DNS servers elsewhere give.
    pub fn names_elsewhere(self, given: [&[&str]; 6]) -> Self {
        let places = PLACES.iter().zip(given).map(|(place, given)| PlaceLook {
            answer: not_asked(),
            names: Known::Seen(given.iter().map(|at| ip(at)).collect()),
            ..place_look(place, There::Nothing, ip("0.0.0.0"))
        });
        self.told(WorldQuestion::Names, None, places.collect())
    }

    /// Where the packets of the places end: arrived, or in the network of this number.
    pub fn routes_elsewhere(self, at: &str, ends: [Result<(), u32>; 6]) -> Self {
        let places = PLACES.iter().zip(ends).map(|(place, end)| PlaceLook {
            answer: not_asked(),
            route: Known::Seen(RouteEnd {
                arrived: end.is_ok(),
                ip: Some(ip(if end.is_ok() { at } else { "198.51.100.1" })),
                asn: end.err().unwrap_or(64_510),
            }),
            ..place_look(place, There::Nothing, ip(at))
        });
        self.told(WorldQuestion::Route, Some(ip(at)), places.collect())
    }

    fn measured(self, question: WorldQuestion, pinned: Option<IpAddr>, seen: Six, at: &[&str]) -> Self {
        let places = PLACES.iter().zip(seen).zip(at.iter().cycle());
        let places = places.map(|((place, there), at)| place_look(place, there, ip(at))).collect();
        self.told(question, pinned, places)
    }

    fn told(self, question: WorldQuestion, pinned: Option<IpAddr>, places: Vec<PlaceLook>) -> Self {
        let mut url = self.case.target.url.clone();
        url.set_path("/");
        url.set_query(None);
        let world = WorldLook {
            question,
            url: url.to_string(),
            pinned,
            measurement: Some("Ab3".to_owned()),
            token_refused: false,
            places: Known::Seen(places),
        };
        self.later(500).see(StepId::World, Seen::World { world: Box::new(world) }).later(500)
    }

    /// The home page from here once more, after the others were asked.
    pub fn home_again(self, ip: &str, trace: VisitTrace) -> Self {
        self.look(VisitPurpose::HomeAgain, ip, trace)
    }
}

fn place_look(
    (continent, country, city, asn, kind): &(Continent, &str, &str, u32, NetworkKind),
    there: There,
    at: IpAddr,
) -> PlaceLook {
    let answered = |status: u16, headers: &[(&str, &str)]| {
        let body = if status == 502 { NGINX_PAGE } else { "<title>Shop</title>" };
        let VisitTrace { http, .. } = answer_with(status, headers, body);
        http
    };
    let answer = match there {
        There::Works | There::Expired => answered(200, &[]),
        There::Stored => answered(200, &[("age", "240"), ("x-cache", "HIT")]),
        There::Fails(status) => answered(status, &[("server", "nginx/1.24.0")]),
        There::Through(place, status) => {
            answered(status, &[("server", "cloudflare"), ("cf-ray", &format!("8f1d2c3b4a5e6f70-{place}"))])
        }
        There::Walled => answered(403, &[]),
        There::Silent => Known::Failed(Failure::new(FailureKind::Other, 10_000)),
        There::Nothing => Known::not_tried("it had not answered yet"),
    };
    let place = Place {
        continent: *continent,
        country: (*country).to_owned(),
        city: (*city).to_owned(),
        asn: *asn,
        network: format!("Network {asn}"),
        network_kind: *kind,
    };
    let certificate_problem = (there == There::Expired).then_some(CertificateProblem::Expired);
    PlaceLook { place, ip: Some(at), certificate_problem, answer, names: not_asked(), route: not_asked() }
}
