//! The path picture from a case and its verdict: where the break is, and what was never looked at.

use crate::evidence::{Agreement, ControlState, Evidence};
use crate::model::diagnosis::Words;
use crate::model::path::{Link, Note, PathPicture, Station, StationState};
use crate::model::visit::VisitPurpose;
use crate::model::{Cause, Confidence, Diagnosis, Fault, Known, StepId, StepReport, StepStatus};
use crate::signature::{Material, identify};

/// Draws the picture as data. The steps say what is being looked at.
pub fn picture(evidence: &Evidence<'_>, diagnosis: Option<&Diagnosis>, steps: &[StepReport]) -> PathPicture {
    let seen = Station::ALL.map(|station| seen(evidence, station));
    let states = under_way(seen, steps);
    let mut picture = PathPicture::of(states);
    if let Some(diagnosis) = diagnosis {
        break_at(&mut picture, diagnosis);
    }
    for (link, ms) in picture.links.iter_mut().zip(times(evidence)) {
        link.ms = ms.filter(|_| link.state == StationState::Fine);
    }
    picture.notes = notes(evidence, diagnosis, &picture);
    for (note, (_, state)) in picture.notes.iter_mut().zip(&picture.stations) {
        // A detail of something that was not seen belongs to somebody else.
        if *state == StationState::Unseen {
            note.detail = None;
        }
    }
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

/// Puts the break where the verdict has it.
fn break_at(picture: &mut PathPicture, diagnosis: &Diagnosis) {
    let Some(place) = station_of(diagnosis.fault) else { return };
    let sure = diagnosis.fault_confidence >= Confidence::Likely;
    let state = match diagnosis.fault {
        _ if !sure => StationState::Doubtful,
        // A server behind a gateway is never seen by a visitor.
        Fault::SiteOrigin => StationState::Concluded,
        _ => StationState::Broken,
    };
    let partial = matches!(diagnosis.cause, Cause::OneAddressDead | Cause::Ipv6Broken | Cause::PoolPartial);
    // Some get through: no break for everybody.
    let state = if partial && diagnosis.fault.is_the_sites() { StationState::Doubtful } else { state };
    let mut states = picture.stations.map(|(_, state)| state);
    if let Some(one) = states.get_mut(place) {
        *one = state;
    }
    // What answers behind a portal is the portal itself.
    if diagnosis.cause == Cause::CaptivePortal && sure {
        states.iter_mut().skip(place + 1).for_each(|state| *state = StationState::Unseen);
    }
    // Behind the break nothing was seen, unless by going round it.
    *picture = PathPicture { site_is_to_blame: diagnosis.fault == Fault::SiteDns && sure, ..PathPicture::of(states) };
    if !sure || partial {
        return;
    }
    let parted = match diagnosis.fault {
        // The name's answer is what leads astray: the way on from DNS is parted.
        Fault::DnsResolver | Fault::SiteDns => Some(place),
        Fault::Path => Some(3),
        Fault::YourNetwork if matches!(diagnosis.cause, Cause::NoInternet) => Some(place),
        Fault::SiteEdge if states[4] == StationState::Broken && diagnosis.cause == Cause::EdgeUnreachable => Some(3),
        _ => None,
    };
    if let Some(link) = parted.and_then(|index| picture.links.get_mut(index)) {
        *link = Link { state: StationState::Broken, ms: None };
    }
    if diagnosis.fault == Fault::Path {
        // The way itself is what fails; both its ends stand as they were seen.
        picture.stations[3].1 = StationState::Fine;
        picture.stations[4].1 = StationState::Unseen;
    }
}

fn station_of(fault: Fault) -> Option<usize> {
    match fault {
        Fault::YourDevice => Some(0),
        Fault::YourNetwork => Some(1),
        Fault::DnsResolver | Fault::SiteDns => Some(2),
        Fault::Path => Some(3),
        Fault::SiteEdge => Some(4),
        Fault::SiteOrigin => Some(5),
        Fault::None | Fault::Unknown => None,
    }
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

fn notes(evidence: &Evidence<'_>, diagnosis: Option<&Diagnosis>, picture: &PathPicture) -> [Note; 6] {
    let mut notes: [Note; 6] = Default::default();
    let [device, router, dns, internet, gateway, origin] = &mut notes;
    device.detail = evidence.surroundings.network.map(|_| Words::new("path-device"));
    let look = evidence.surroundings.routers.iter().find(|(look, _)| look.answers());
    router.detail = look.map(|(look, _)| Words::new("path-router").with("ip", look.ip));
    let giving = evidence.names.views.iter().filter(|view| matches!(view.agreement, Agreement::Gives(_))).count();
    dns.detail = (giving > 0).then(|| Words::new("path-dns").with("count", giving));
    let works = evidence.controls.in_state(ControlState::Works).count();
    let tried = evidence.controls.all.iter().filter(|control| control.state != ControlState::NotTried).count();
    internet.detail = (works > 0).then(|| Words::new("path-internet").with("works", works).with("tried", tried));
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
            StationState::Broken => Some("path-gateway-answers"),
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
    notes
}
