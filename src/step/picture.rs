//! The path picture from a case and its verdict: where the break is, and what was never looked at.

use crate::evidence::{ControlState, Evidence};
use crate::model::path::{PathPicture, Station, StationState};
use crate::model::{Confidence, Diagnosis, Fault, Known};

/// Draws the picture as data.
pub fn picture(evidence: &Evidence<'_>, diagnosis: Option<&Diagnosis>) -> PathPicture {
    let broken = diagnosis.and_then(|diagnosis| station_of(diagnosis.fault));
    let sure = diagnosis.is_some_and(|diagnosis| diagnosis.fault_confidence >= Confidence::Likely);
    let state = |station: Station| match broken {
        Some(place) if place == station && sure => StationState::Broken,
        Some(place) if place == station => StationState::Doubtful,
        _ => seen(evidence, station),
    };
    PathPicture { stations: Station::ALL.map(|station| (station, state(station))) }
}

fn station_of(fault: Fault) -> Option<Station> {
    match fault {
        Fault::YourDevice => Some(Station::Device),
        Fault::YourNetwork => Some(Station::Router),
        Fault::DnsResolver | Fault::SiteDns => Some(Station::Dns),
        Fault::Path => Some(Station::Internet),
        Fault::SiteEdge => Some(Station::Gateway),
        Fault::SiteOrigin => Some(Station::Origin),
        Fault::None | Fault::Unknown => None,
    }
}

/// What was seen of a station apart from any verdict.
fn seen(evidence: &Evidence<'_>, station: Station) -> StationState {
    let answered = evidence.visits.all.iter().any(|sight| sight.answer().is_some());
    let page_is_good = evidence.visits.pages().any(|sight| sight.outcome.is_good());
    let fine = |holds: bool| if holds { StationState::Fine } else { StationState::Unseen };
    match station {
        Station::Device => fine(evidence.surroundings.network.is_some_and(|(network, _)| network.seen().is_some())),
        Station::Router => {
            let answers = evidence.surroundings.routers.iter().any(|(look, _)| look.answers());
            fine(answers || evidence.controls.any_works() || answered)
        }
        Station::Dns => match evidence.names.system {
            Some((Known::Seen(ips), _)) if !ips.is_empty() => StationState::Fine,
            Some((Known::Failed(_), _)) => StationState::Doubtful,
            _ => fine(evidence.target.ip().is_some() && answered),
        },
        Station::Internet => fine(evidence.controls.in_state(ControlState::Works).next().is_some() || answered),
        Station::Gateway => fine(answered),
        Station::Origin => fine(page_is_good),
    }
}
