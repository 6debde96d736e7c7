//! What stands below the stations: one detail each, and a word where the plain one for the state says too little.

use crate::evidence::{Agreement, ControlState, Evidence};
use crate::model::diagnosis::Words;
use crate::model::path::{Note, PathPicture, Station, StationState};
use crate::model::{Cause, Diagnosis};
use crate::signature::{Material, identify};

pub fn of(evidence: &Evidence<'_>, diagnosis: Option<&Diagnosis>, picture: &PathPicture) -> [Note; 6] {
    let mut notes: [Note; 6] = Default::default();
    let [device, router, dns, internet, gateway, origin] = &mut notes;
    device.detail = evidence.surroundings.network.map(|_| Words::new("path-device"));
    device.word = (picture.stations[0].1 == StationState::Doubtful && evidence.is_in_no_network())
        .then(|| Words::new("path-device-alone"));
    let look = evidence.surroundings.routers.iter().find(|(look, _)| look.answers());
    router.detail = look.map(|(look, _)| Words::new("path-router").with("ip", look.ip));
    let giving = evidence.names.views.iter().filter(|view| matches!(view.agreement, Agreement::Gives(_))).count();
    dns.detail = (giving > 0).then(|| Words::new("path-dns").with("count", giving));
    let works = evidence.controls.in_state(ControlState::Works).count();
    let tried = evidence.controls.all.iter().filter(|control| control.state != ControlState::NotTried).count();
    // What is reached is fine, though one page of somebody else is not: it is told as the exception that it is.
    let is_fine = picture.stations.get(3).is_some_and(|(_, state)| *state == StationState::Fine);
    internet.detail = (works > 0).then(|| match tried.saturating_sub(works) {
        off @ 1.. if is_fine => Words::new("path-internet-some").with("off", off),
        _ => Words::new("path-internet").with("works", works).with("tried", tried),
    });
    let bad = evidence.visits.first_bad();
    let sight = bad.or_else(|| evidence.visits.first_looks().next());
    let answer = sight.and_then(|sight| sight.answer());
    let name = answer
        .and_then(|answer| identify(&Material::from(answer)).speakers.into_iter().next().map(|speaker| speaker.name));
    gateway.detail = name.as_ref().map(|name| Words::new("path-gateway").with("name", name));
    origin.detail = name.map(|name| Words::new("path-origin").with("name", name));
    if let Some(status) = answer.map(|answer| answer.status) {
        let is_running = diagnosis.is_none_or(|diagnosis| diagnosis.cause == Cause::Unknown);
        let key = match picture.stations[4].1 {
            StationState::Fine if bad.is_some() && picture.stations[5].1 == StationState::Fine => {
                let led_astray = diagnosis.is_some_and(|found| found.fault.is_near_the_visitor());
                led_astray.then_some("path-gateway-elsewhere")
            }
            StationState::Fine if bad.is_some() && is_running => Some("path-gateway-looking"),
            StationState::Fine if bad.is_some() => Some("path-gateway-reports"),
            StationState::Broken if status >= 400 => Some("path-gateway-answers"),
            _ => None,
        };
        gateway.word = key.map(|key| Words::new(key).with("status", status));
    }
    if let Some(diagnosis) = diagnosis.filter(|_| picture.stations[5].1.is_break()) {
        let key = match diagnosis.cause {
            Cause::OriginTimeoutResponse | Cause::OriginTimeoutConnect => "path-origin-slow",
            Cause::OriginRefused | Cause::OriginReset | Cause::OriginClosedEarly | Cause::OriginNoRoute => {
                "path-origin-silent"
            }
            _ => "path-origin-fails",
        };
        origin.word = Some(Words::new(key));
    }
    if picture.stations[2].1.is_break() && diagnosis.is_some_and(|diagnosis| diagnosis.cause == Cause::StaleDns) {
        dns.word = Some(Words::new("path-dns-old"));
    }
    for (note, (station, state)) in notes.iter_mut().zip(&picture.stations) {
        if *state == StationState::Fine && note.detail.is_none() && is_passed_by(evidence, *station) {
            note.word = Some(Words::new(Note::NOT_NEEDED));
        }
        // A detail of something that was not seen belongs to somebody else.
        if *state == StationState::Unseen {
            note.detail = None;
        }
    }
    notes
}

/// Whether the way to the site does not lead past this station: an address needs no DNS, and what runs on this device no
/// network.
fn is_passed_by(evidence: &Evidence<'_>, station: Station) -> bool {
    let Some(ip) = evidence.target.ip() else { return false };
    match station {
        Station::Router | Station::Internet => evidence.surroundings.is_this_device(ip),
        Station::Dns => true,
        Station::Device | Station::Gateway | Station::Origin => false,
    }
}
