//! What other places got, a row for each.

use std::net::IpAddr;

use super::clean::line;
use super::words::{self, Speech};
use crate::model::world::{PlaceLook, WorldLook};
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
    PlaceRow {
        id: observation.id.to_string(),
        place: speech.list(&named),
        network: speech.titled(&kind, &format!("{}{asn}", line(&place.network))),
        ip: look.ip.as_ref().map_or_else(String::new, IpAddr::to_string),
        took: answer.map_or_else(String::new, |answer| speech.duration_ms(answer.total_ms)),
        outcome: outcome(look, speech),
        good: answer.is_some_and(|answer| answer.status < 400) && look.certificate_problem.is_none(),
    }
}

fn outcome(look: &PlaceLook, speech: &Speech) -> String {
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
