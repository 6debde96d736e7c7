//! What other places of the described world get to see, and the service that asks them.

use std::collections::BTreeMap;
use std::net::IpAddr;
use std::time::Duration;

use serde::Deserialize;

use super::net::{Asked, ScriptedNet};
use crate::model::contact::{Contact, ContactPart, Registered, Registration};
use crate::model::target::host_of;
use crate::model::visit::{Answer, CertificateProblem};
use crate::model::world::{Continent, NetworkKind, Place, PlaceLook, RouteEnd, WorldLook, WorldQuestion, not_asked};
use crate::model::{Failure, FailureKind, Known};
use crate::probe::outside::{Places, WorldRequest};

/// The view from elsewhere.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Elsewhere {
    /// Why the service gives nothing.
    pub refuses: Option<String>,
    /// The service is down.
    pub broken: bool,
    /// Milliseconds that a measurement takes; 1500 where nothing is said.
    pub takes_ms: Option<u64>,
    /// The contact that registers give, by domain or address; nobody else is registered.
    pub registered: BTreeMap<String, String>,
    /// By city, `AS` and number, continent, kind of network, or `everyone`; the page works otherwise.
    pub seen: BTreeMap<String, Ending>,
    /// The same where the places are told to ask this address of the site.
    pub at: BTreeMap<IpAddr, BTreeMap<String, Ending>>,
    /// The same straight at the server behind the gateway.
    pub server: BTreeMap<String, Ending>,
    /// What DNS servers there give; by default the first address that public servers give.
    pub names: BTreeMap<String, Vec<IpAddr>>,
    /// In the network of this number packets end before they arrive; they arrive by default.
    pub ends_in: BTreeMap<String, u32>,
}

/// What one place gets.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Ending {
    /// The address to which its DNS leads; by default the first that public servers give.
    pub ip: Option<IpAddr>,
    pub status: u16,
    pub headers: BTreeMap<String, String>,
    pub body: String,
    pub certificate: Option<CertificateProblem>,
    /// In place of an answer.
    pub fails: Option<Fails>,
}

impl Default for Ending {
    fn default() -> Self {
        let body = "<!doctype html><title>Shop</title>".to_owned();
        Ending { ip: None, status: 200, headers: BTreeMap::new(), body, certificate: None, fails: None }
    }
}

/// Whose doing it is that a place got no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fails {
    Target,
    Resolver,
    Internal,
    Offline,
}

/// Six homes and three data centres, as the service might choose them.
const PLACES: [(Continent, &str, &str, u32, NetworkKind); 9] = [
    (Continent::Europe, "DE", "Berlin", 64_500, NetworkKind::Home),
    (Continent::Europe, "FR", "Lyon", 64_501, NetworkKind::Home),
    (Continent::NorthAmerica, "US", "Chicago", 64_502, NetworkKind::Home),
    (Continent::SouthAmerica, "BR", "Recife", 64_503, NetworkKind::Home),
    (Continent::Asia, "JP", "Tokyo", 64_504, NetworkKind::Home),
    (Continent::Asia, "SG", "Singapore", 64_505, NetworkKind::Home),
    (Continent::Europe, "DE", "Frankfurt", 64_506, NetworkKind::DataCentre),
    (Continent::NorthAmerica, "US", "Ashburn", 64_507, NetworkKind::DataCentre),
    (Continent::Asia, "IN", "Mumbai", 64_508, NetworkKind::DataCentre),
];

impl ScriptedNet {
    /// Orders a measurement and waits for it.
    pub(super) async fn measure(&self, request: &WorldRequest, look: &mut WorldLook) {
        let elsewhere = &self.world.elsewhere;
        let host = host_of(&request.url).unwrap_or_default();
        self.note_measurement(Asked {
            ip: request.pinned.unwrap_or(IpAddr::from([0, 0, 0, 0])),
            host: host.clone(),
            path_and_query: request.url[url::Position::BeforePath..].to_owned(),
            cookie_bytes: 0,
            fresh: false,
            headers: Vec::new(),
            authenticated: false,
        });
        tokio::time::sleep(Duration::from_millis(200)).await;
        if let Some(why) = &elsewhere.refuses {
            look.places = Known::not_tried(why.clone());
            return;
        }
        if elsewhere.broken {
            let failure = Failure::with_detail(FailureKind::Protocol, 200, "HTTP status 500");
            look.places = Known::Failed(failure);
            return;
        }
        look.measurement = Some(format!("scripted{}", self.measurements().len()));
        let places: Vec<PlaceLook> =
            PLACES.iter().take(count(&request.places)).map(|place| self.place(place, request, &host)).collect();
        let waits = |place: PlaceLook| PlaceLook {
            answer: waiting(place.answer),
            names: waiting(place.names),
            route: waiting(place.route),
            ..place
        };
        let under_way = places.iter().cloned().map(waits);
        look.places = Known::Seen(under_way.collect());
        tokio::time::sleep(Duration::from_millis(elsewhere.takes_ms.unwrap_or(1_500))).await;
        look.places = Known::Seen(places);
    }

    /// What the registers say.
    pub(super) async fn register(&self, about: &Registered) -> Registration {
        tokio::time::sleep(Duration::from_millis(300)).await;
        let key = match about {
            Registered::Domain(name) => name.clone(),
            Registered::Address(ip) => ip.to_string(),
        };
        let contact = |reach: &String| Contact { part: ContactPart::Abuse, name: String::new(), reach: reach.clone() };
        let contacts = self.world.elsewhere.registered.get(&key).map(contact);
        let register = Some("https://register.test/".to_owned());
        let contacts = Known::Seen(contacts.into_iter().collect());
        Registration { about: about.clone(), register, passed: Vec::new(), contacts }
    }

    fn place(
        &self,
        (continent, country, city, asn, kind): &(Continent, &str, &str, u32, NetworkKind),
        request: &WorldRequest,
        host: &str,
    ) -> PlaceLook {
        let elsewhere = &self.world.elsewhere;
        let endings = match request.question {
            WorldQuestion::Server => &elsewhere.server,
            _ => request.pinned.and_then(|ip| elsewhere.at.get(&ip)).unwrap_or(&elsewhere.seen),
        };
        let called = [city, format!("AS{asn}").as_str(), continent.name(), kind.name(), "everyone"].map(str::to_owned);
        let ending = fitting(endings, &called).cloned().unwrap_or_default();
        let place = Place {
            continent: *continent,
            country: (*country).to_owned(),
            city: (*city).to_owned(),
            asn: *asn,
            network: format!("Network {asn}"),
            network_kind: *kind,
        };
        let ip = request.pinned.or(ending.ip).or_else(|| host.parse().ok()).or_else(|| self.world.public_ip(host));
        let mut look = PlaceLook {
            place,
            ip,
            certificate_problem: None,
            answer: not_asked(),
            names: not_asked(),
            route: not_asked(),
        };
        match request.question {
            WorldQuestion::Page | WorldQuestion::Server => {
                look.certificate_problem = ending.certificate;
                look.answer = answer(&ending);
            }
            WorldQuestion::Names => {
                let usual = || self.world.public_ip(host).into_iter().collect();
                look.names = Known::Seen(fitting(&elsewhere.names, &called).cloned().unwrap_or_else(usual));
            }
            WorldQuestion::Route => {
                let asn = fitting(&elsewhere.ends_in, &called).copied();
                look.route = Known::Seen(RouteEnd { arrived: asn.is_none(), ip: None, asn: asn.unwrap_or(0) });
            }
        }
        look
    }
}

/// What the first of these names has.
fn fitting<'a, T>(told: &'a BTreeMap<String, T>, called: &[String]) -> Option<&'a T> {
    called.iter().find_map(|name| told.get(name))
}

fn waiting<T>(known: Known<T>) -> Known<T> {
    if known.tried() { Known::not_tried("it had not answered yet") } else { known }
}

fn count(places: &Places) -> usize {
    match places {
        Places::Chosen(wishes) => wishes.iter().map(|wish| wish.count).sum(),
        Places::Same { count, .. } => *count,
    }
}

fn answer(ending: &Ending) -> Known<Answer> {
    let failed = |kind| Known::Failed(Failure::with_detail(kind, 10_000, "no answer"));
    match ending.fails {
        Some(Fails::Target) => return failed(FailureKind::Other),
        Some(Fails::Resolver) => return failed(FailureKind::LookupFailed),
        Some(Fails::Internal) => return failed(FailureKind::Internal),
        Some(Fails::Offline) => return Known::not_tried("the place was not there"),
        None => {}
    }
    Known::Seen(Answer {
        status: ending.status,
        reason: String::new(),
        version: "HTTP/1.1".to_owned(),
        headers: ending.headers.clone().into_iter().collect(),
        first_byte_ms: 80,
        total_ms: 160,
        body: ending.body.clone(),
        body_bytes: u64::try_from(ending.body.len()).unwrap_or(0),
        truncated: false,
        body_failure: None,
        received_unix_ms: 0,
    })
}
