//! The path picture from a case and its verdict: where the break is, and what was never looked at.

mod limits;
mod notes;

use crate::evidence::{ControlState, Evidence};
use crate::model::path::{PathPicture, Station, StationState};
use crate::model::visit::VisitPurpose;
use crate::model::{Cause, Confidence, Diagnosis, Fault, Known, StepId, StepReport, StepStatus};

/// Draws the picture as data. The steps say what is being looked at.
pub fn picture(evidence: &Evidence<'_>, diagnosis: Option<&Diagnosis>, steps: &[StepReport]) -> PathPicture {
    let seen = Station::ALL.map(|station| seen(evidence, station));
    let states = under_way(seen, steps);
    let mut picture = match diagnosis {
        Some(diagnosis) => with_break(states, diagnosis),
        None => PathPicture::of(states),
    };
    for (link, ms) in picture.links.iter_mut().zip(times(evidence)) {
        link.ms = ms.filter(|_| link.state == StationState::Fine);
    }
    picture.notes = notes::of(evidence, diagnosis, &picture);
    picture.limits = limits::of(evidence);
    picture
}

/// What is being looked at and has not shown anything yet turns round; what is behind it waits.
fn under_way(mut states: [StationState; 6], steps: &[StepReport]) -> [StationState; 6] {
    let runs = |ids: &[StepId]| steps.iter().any(|step| step.status == StepStatus::Running && ids.contains(&step.id));
    let looks: [&[StepId]; 5] = [
        &[StepId::Device],
        &[StepId::Router],
        &[StepId::Dns],
        &[StepId::Internet],
        &[StepId::Connect, StepId::Tls, StepId::Page],
    ];
    for (state, ids) in states.iter_mut().zip(looks) {
        if *state == StationState::Unseen && runs(ids) {
            *state = StationState::Running;
        }
    }
    states
}

/// Where a fault breaks the path: at a station, on the way from one to the next, or both, where what a station says
/// leads astray.
struct Place {
    station: Option<usize>,
    /// The way from this station on.
    link: Option<usize>,
}

fn place_of(diagnosis: &Diagnosis) -> Option<Place> {
    let at = |station| Some(Place { station: Some(station), link: None });
    let after = |link| Some(Place { station: None, link: Some(link) });
    match diagnosis.fault {
        Fault::YourDevice => at(0),
        // The router answers; the line behind it does not.
        Fault::YourNetwork if diagnosis.cause == Cause::NoInternet => after(1),
        Fault::YourNetwork => at(1),
        Fault::DnsResolver | Fault::SiteDns => Some(Place { station: Some(2), link: Some(2) }),
        Fault::Path => after(3),
        Fault::SiteEdge => at(4),
        Fault::SiteOrigin => at(5),
        Fault::None | Fault::Unknown => None,
    }
}

/// Puts the break where the verdict has it. What was seen of the rest stays as it was.
fn with_break(mut states: [StationState; 6], diagnosis: &Diagnosis) -> PathPicture {
    use StationState as S;
    let Some(place) = place_of(diagnosis) else { return PathPicture::of(states) };
    let sure = diagnosis.fault_confidence >= Confidence::Likely;
    // Some get through: no break for everybody.
    let partial = matches!(diagnosis.cause, Cause::OneAddressDead | Cause::Ipv6Broken | Cause::PoolPartial);
    let breaks = sure && !(partial && diagnosis.fault.is_the_sites());
    let station = if breaks { place.station } else { place.station.or(place.link) };
    let answers = station.and_then(|station| states.get(station)).is_some_and(|state| *state == S::Fine);
    if let Some(state) = station.and_then(|station| states.get_mut(station)) {
        *state = match diagnosis.fault {
            _ if !breaks => S::Doubtful,
            // A server behind a gateway is never seen by a visitor.
            Fault::SiteOrigin => S::Concluded,
            _ => S::Broken,
        };
    }
    // What answers behind a portal is the portal itself.
    if diagnosis.cause == Cause::CaptivePortal && sure {
        states.iter_mut().skip(2).for_each(|state| *state = S::Unseen);
    }
    let mut picture = PathPicture::of(states);
    picture.site_is_to_blame = diagnosis.fault == Fault::SiteDns && sure;
    // The way to a station that gave no sign was not seen to be sound.
    let before = station.and_then(|station| station.checked_sub(1));
    if let Some(link) = before.and_then(|link| picture.links.get_mut(link)).filter(|_| !answers)
        && link.state == S::Fine
    {
        link.state = S::Unseen;
    }
    if let Some(link) = place.link.filter(|_| breaks).and_then(|link| picture.links.get_mut(link)) {
        link.state = S::Broken;
    }
    picture
}

/// What was seen of a station apart from any verdict.
fn seen(evidence: &Evidence<'_>, station: Station) -> StationState {
    let answered = evidence.visits.all.iter().any(|sight| sight.answer().is_some());
    // Wherever the page loads, also at an address that the own DNS server does not give, its server works.
    let is_way = |purpose| matches!(purpose, VisitPurpose::OtherAddress | VisitPurpose::Direct);
    let ways = evidence.visits.all.iter().filter(|sight| sight.is_the_page() || is_way(sight.visit.purpose));
    let page_is_good = ways.into_iter().any(|sight| sight.outcome.is_good());
    let fine = |holds: bool| if holds { StationState::Fine } else { StationState::Unseen };
    match station {
        Station::Device if evidence.is_in_no_network() && !answered => StationState::Doubtful,
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

/// The time of the answer at each link's far end; behind the gateway there is none.
fn times(evidence: &Evidence<'_>) -> [Option<u64>; 5] {
    let router =
        evidence.surroundings.routers.iter().find_map(|(look, _)| look.ping_ms.seen().or(look.tcp_ms.seen()).copied());
    let dns = evidence.names.asked.iter().filter(|asked| asked.reply.seen().is_some()).map(|asked| asked.took_ms).min();
    let works = evidence.controls.in_state(ControlState::Works);
    let control = works.filter_map(|sight| Some(sight.look.visit.as_ref()?.trace.tcp.seen()?.ms)).min();
    let site = evidence.visits.pages().filter(|sight| sight.answer().is_some());
    let site = site.filter_map(|sight| Some(sight.visit.trace.tcp.seen()?.ms)).min();
    [router, dns, control, site, None]
}

#[cfg(test)]
mod tests;
