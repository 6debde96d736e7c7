//! What other places got, a row for each.

use std::net::IpAddr;

use super::clean::line;
use super::words::{self, Speech};
use crate::model::world::{PlaceLook, WorldLook, WorldQuestion, was_not_asked};
use crate::model::{Known, Observation};

/// One place as a row.
#[derive(Debug, Clone)]
pub struct PlaceRow {
    pub id: String,
    pub place: String,
    pub network: String,
    pub ip: String,
    pub took: String,
    pub outcome: String,
    pub good: bool,
}

/// The rows of one measurement.
pub fn rows(observation: &Observation, world: &WorldLook, speech: &Speech) -> Vec<PlaceRow> {
    let looks = world.places.seen().into_iter().flatten();
    looks.map(|look| row(observation, look, speech)).collect()
}

fn row(observation: &Observation, look: &PlaceLook, speech: &Speech) -> PlaceRow {
    let place = &look.place;
    let parts = [line(&place.city), line(&place.country)];
    let named: Vec<&str> = parts.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
    let kind = speech.get(&format!("report-network-{}", place.network_kind.name()));
    let asn = if place.asn == 0 { String::new() } else { format!(" (AS{})", place.asn) };
    let answer = look.answer.seen();
    let ip = look.route.seen().map_or(look.ip, |end| end.ip);
    PlaceRow {
        id: observation.id.to_string(),
        place: speech.list(&named),
        network: speech.titled(&kind, &format!("{}{asn}", line(&place.network))),
        ip: ip.as_ref().map_or_else(String::new, IpAddr::to_string),
        took: answer.map_or_else(String::new, |answer| speech.duration_ms(answer.total_ms)),
        outcome: outcome(look, speech),
        good: is_good(look),
    }
}

/// What came where no page was asked for; `None` where nothing did.
fn beside_a_page(look: &PlaceLook, speech: &Speech) -> Option<String> {
    match (&look.names, &look.route) {
        (Known::Seen(ips), _) if ips.is_empty() => Some(speech.get("report-none-seen")),
        (Known::Seen(ips), _) => Some(speech.list(&ips.iter().map(IpAddr::to_string).collect::<Vec<_>>())),
        (_, Known::Seen(end)) => {
            let key = if end.arrived { "report-route-arrives" } else { "report-route-ends" };
            Some(speech.say(key, &[("network", &format!("AS{}", end.asn))]))
        }
        (names, route) => names
            .failed()
            .or(route.failed())
            .map(|failure| speech.failure(failure))
            .or_else(|| unanswered(names, speech))
            .or_else(|| unanswered(route, speech)),
    }
}

/// Why a place that was asked this has not answered.
fn unanswered<T>(known: &Known<T>, speech: &Speech) -> Option<String> {
    match known {
        Known::NotTried(why) if !was_not_asked(known) => Some(speech.not_tried(why)),
        _ => None,
    }
}

fn is_good(look: &PlaceLook) -> bool {
    let page = look.answer.seen().is_some_and(|answer| answer.status < 400) && look.certificate_problem.is_none();
    page || look.names.seen().is_some_and(|ips| !ips.is_empty()) || look.route.seen().is_some_and(|end| end.arrived)
}

/// How many of the places fare well, in words that fit what they were asked.
pub fn in_short(world: &WorldLook, places: &[PlaceLook], speech: &Speech) -> String {
    let key = match world.question {
        WorldQuestion::Page | WorldQuestion::Server => "report-seen-places",
        WorldQuestion::Names => "report-seen-places-names",
        WorldQuestion::Route => "report-seen-places-route",
    };
    let good = places.iter().filter(|look| is_good(look)).count().to_string();
    speech.say(key, &[("good", &good), ("count", &places.len().to_string())])
}

fn outcome(look: &PlaceLook, speech: &Speech) -> String {
    if !look.answer.tried()
        && let Some(told) = beside_a_page(look, speech)
    {
        return told;
    }
    let told = match &look.answer {
        Known::Seen(answer) => words::status(answer),
        Known::Failed(failure) => speech.failure(failure),
        Known::NotTried(why) => speech.not_tried(why),
    };
    match look.certificate_problem {
        Some(problem) => {
            format!("{told}; {}", speech.trust(&crate::model::visit::Trust::Untrusted(problem)))
        }
        None => told,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::world::{Continent, NetworkKind, Place, not_asked};
    use crate::text::Texts;

    fn look() -> PlaceLook {
        let place = Place {
            continent: Continent::Europe,
            country: "FI".to_owned(),
            city: "Helsinki".to_owned(),
            asn: 64_500,
            network: "Net".to_owned(),
            network_kind: NetworkKind::Home,
        };
        PlaceLook {
            place,
            ip: None,
            certificate_problem: None,
            answer: not_asked(),
            names: not_asked(),
            route: not_asked(),
        }
    }

    #[test]
    fn a_place_that_did_not_answer_is_not_said_to_have_been_asked_something_else() {
        let texts = Texts::english();
        let told = |look: &PlaceLook| outcome(look, &Speech::new(&texts));
        let late = PlaceLook { names: Known::not_tried("it had not answered yet"), ..look() };
        assert!(told(&late).contains("not answered yet"), "{}", told(&late));
        let gone = PlaceLook { route: Known::not_tried("the place was not there"), ..look() };
        assert!(told(&gone).contains("was not there"), "{}", told(&gone));
        // The reason stands in the file of the case as well.
        let kept: PlaceLook = serde_json::from_str(&serde_json::to_string(&late).unwrap()).unwrap();
        assert_eq!((kept.names.clone(), told(&kept)), (late.names.clone(), told(&late)));
        assert!(!serde_json::to_string(&look()).unwrap().contains("names"));
        assert!(told(&look()).contains("something else"), "{}", told(&look()));
    }
}
