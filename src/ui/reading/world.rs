//! What other places got, by region, the worst first.

use std::collections::BTreeMap;

use crate::evidence::Evidence;
use crate::evidence::world::PlaceSight;
use crate::model::world::{Continent, WorldQuestion};
use crate::model::{Known, ObservationId, Seen, StepStatus};
use crate::report::clean::line;
use crate::report::words::Speech;
use crate::signature::edge_place;
use crate::text::{Texts, capitalised};

/// The view from other places, where it was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorldView {
    /// What the service was told: scheme, host, port and `/`, and the server behind the gateway where it was asked.
    pub told: String,
    pub regions: Vec<Region>,
    /// Places that had something to say, and those of them that fail.
    pub places: usize,
    pub failing: usize,
    /// Regions in which nobody gets the page, where everybody gets it in the others: the pattern in one line.
    pub failing_regions: Vec<String>,
    /// When the answers had come: milliseconds since 1970.
    pub asked_ms: Option<i64>,
    /// What the verdict says by it.
    pub adds: Vec<String>,
    /// Why there is nothing to see.
    pub instead: Option<String>,
}

/// The places of one continent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Region {
    pub name: String,
    pub failing: usize,
    /// Those that had something to say.
    pub telling: usize,
    pub places: Vec<PlaceRow>,
}

impl Region {
    pub fn status(&self) -> StepStatus {
        match self.failing {
            _ if self.telling == 0 => StepStatus::Failed,
            0 => StepStatus::Passed,
            some if some == self.telling => StepStatus::Problem,
            _ => StepStatus::Warning,
        }
    }
}

/// One place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaceRow {
    pub city: String,
    pub network: String,
    pub status: StepStatus,
    pub answer: String,
    pub took: String,
    /// Who answered, as the answer itself says, and through which of its places, or at which address.
    pub about: String,
}

impl WorldView {
    pub fn of(evidence: &Evidence<'_>, texts: &Texts) -> Option<WorldView> {
        let first = evidence.world.measurements.first()?;
        let speech = Speech::new(texts);
        let instead = match &first.look.places {
            Known::NotTried(why) => Some(speech.not_tried(why)),
            Known::Failed(failure) => Some(speech.failure(failure)),
            Known::Seen(_) => None,
        };
        let mut by_continent: BTreeMap<Continent, Vec<PlaceSight<'_>>> = BTreeMap::new();
        for sight in evidence.world.by_name().map(|one| one.places()).unwrap_or_default() {
            by_continent.entry(sight.look.place.continent).or_default().push(sight);
        }
        let region = |(continent, places): (Continent, Vec<PlaceSight<'_>>)| Region {
            name: texts.get(&format!("window-region-{}", continent.name())),
            failing: places.iter().filter(|sight| sight.is_bad()).count(),
            telling: places.iter().filter(|sight| sight.says_something()).count(),
            places: places.iter().map(|sight| place_row(sight, &speech)).collect(),
        };
        let mut regions: Vec<Region> = by_continent.into_iter().map(region).collect();
        regions.sort_by_key(|region| std::cmp::Reverse(region.failing));
        let telling = || regions.iter().filter(|region| region.telling > 0);
        let is_apart = telling().all(|region| region.failing == 0 || region.failing == region.telling);
        let bad: Vec<String> =
            telling().filter(|region| region.failing > 0).map(|region| region.name.clone()).collect();
        let is_apart = is_apart && bad.len() < telling().count();
        Some(WorldView {
            told: told(evidence, &first.look.url, &speech),
            places: regions.iter().map(|region| region.telling).sum(),
            failing: regions.iter().map(|region| region.failing).sum(),
            failing_regions: if is_apart { bad } else { Vec::new() },
            asked_ms: asked_ms(evidence, first.id),
            regions,
            adds: adds(evidence),
            instead,
        })
    }
}

fn asked_ms(evidence: &Evidence<'_>, id: &ObservationId) -> Option<i64> {
    let started: jiff::Timestamp = evidence.case.started.parse().ok()?;
    let look = evidence.case.observations.iter().find(|one| one.id == *id)?;
    Some(started.as_millisecond().saturating_add(i64::try_from(look.at_ms).ok()?))
}

fn told(evidence: &Evidence<'_>, url: &str, speech: &Speech<'_>) -> String {
    let server = evidence.world.measurements.iter().find(|one| one.look.question == WorldQuestion::Server);
    let server = server.and_then(|one| one.look.pinned).map(|ip| ip.to_string());
    speech.list(&std::iter::once(line(url)).chain(server).collect::<Vec<_>>())
}

/// The reasons that rest on what other places saw.
fn adds(evidence: &Evidence<'_>) -> Vec<String> {
    let is_from_there = |id: &ObservationId| {
        evidence.case.observations.iter().any(|one| one.id == *id && matches!(one.seen, Seen::World { .. }))
    };
    let reasons = evidence.case.diagnosis.iter().flat_map(|found| &found.because);
    reasons.filter(|reason| reason.observations.iter().any(is_from_there)).map(|reason| reason.text.clone()).collect()
}

fn place_row(sight: &PlaceSight<'_>, speech: &Speech<'_>) -> PlaceRow {
    let look = sight.look;
    let place = &look.place;
    let named = [line(&place.city), line(&place.country)];
    let named: Vec<&str> = named.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
    let answer = look.answer.seen();
    let server = answer.and_then(|answer| answer.header("server")).map(line).unwrap_or_default();
    let ip = look.ip.map(|ip| ip.to_string()).unwrap_or_default();
    // Through which of the gateway's places it went, where the answer names it.
    let via = answer.and_then(|answer| edge_place(&answer.headers)).map(|place| line(&place));
    let via = via.map_or(ip, |place| speech.say("window-world-via", &[("place", &place)]));
    let about: Vec<String> = [server, via].into_iter().filter(|part| !part.is_empty()).collect();
    PlaceRow {
        city: speech.list(&named),
        network: capitalised(&speech.get(&format!("report-network-{}", place.network_kind.name()))),
        status: match () {
            () if sight.is_good() => StepStatus::Passed,
            () if sight.is_bad() => StepStatus::Problem,
            () if answer.is_some() => StepStatus::Warning,
            () => StepStatus::Failed,
        },
        answer: match &look.answer {
            Known::Seen(answer) => answer.status.to_string(),
            Known::Failed(_) => speech.get("window-ways-no-answer"),
            Known::NotTried(_) => speech.get("window-world-nothing"),
        },
        took: answer.map_or_else(String::new, |answer| speech.duration_ms(answer.total_ms)),
        about: speech.list(&about),
    }
}
