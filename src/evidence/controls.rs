//! How the control endpoints stand: sites of somebody else that are known to work.

use url::Url;

use super::Outcome;
use crate::model::observation::ControlLook;
use crate::model::visit::{TlsSeen, Via, Visit};
use crate::model::{Case, Known, ObservationId, Scheme, Seen};

/// How one control stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ControlState {
    /// Status and identity are as they should be.
    Works,
    /// Somebody else answered in its place: another status or body, or a certificate that nobody vouches for.
    Altered,
    /// No answer, in some way.
    Silent,
    /// Its name gave no address.
    Unresolved,
    /// Nothing was tried, or it was broken off.
    NotTried,
}

/// One control with how it stands.
pub struct ControlSight<'a> {
    pub id: &'a ObservationId,
    pub look: &'a ControlLook,
    pub state: ControlState,
}

impl<'a> ControlSight<'a> {
    /// The better of two looks weighs more; among equals what they saw decides, and never which came first.
    fn weight(&self) -> (u8, u16, bool, &'a str) {
        let answer = self.look.visit.as_ref().and_then(|visit| visit.trace.http.seen());
        let signed = self.tls().is_some_and(TlsSeen::publicly_authenticated);
        let date = answer.and_then(|answer| answer.header("date")).unwrap_or_default();
        (rank(self.state), answer.map_or(0, |answer| answer.status), signed, date)
    }

    pub fn tls(&self) -> Option<&'a TlsSeen> {
        self.look.visit.as_ref().and_then(|visit| visit.trace.tls.seen())
    }
}

/// All of them. A control that was asked twice counts by its better look.
pub struct Controls<'a> {
    pub all: Vec<ControlSight<'a>>,
    /// Every single look, also several at one control.
    pub looks: Vec<&'a ControlLook>,
}

impl<'a> Controls<'a> {
    pub fn of(case: &'a Case) -> Self {
        let mut all: Vec<ControlSight<'a>> = Vec::new();
        let mut looks = Vec::new();
        for observation in &case.observations {
            let Seen::Control { control } = &observation.seen else { continue };
            looks.push(control.as_ref());
            let sight = ControlSight { id: &observation.id, look: control, state: state(control) };
            match all.iter_mut().find(|other| other.look.name == sight.look.name) {
                Some(other) if other.weight() < sight.weight() => *other = sight,
                Some(_) => {}
                None => all.push(sight),
            }
        }
        Controls { all, looks }
    }

    pub fn in_state(&self, state: ControlState) -> impl Iterator<Item = &ControlSight<'a>> {
        self.all.iter().filter(move |sight| sight.state == state)
    }

    /// Any two decide: this device has the internet.
    pub fn internet_works(&self) -> bool {
        self.in_state(ControlState::Works).count() >= 2
    }

    /// At least one works: the line is not dead.
    pub fn any_works(&self) -> bool {
        self.in_state(ControlState::Works).next().is_some()
    }

    /// At least two were really tried, and none came through.
    pub fn none_came_through(&self) -> bool {
        let failed = self.in_state(ControlState::Silent).count() + self.in_state(ControlState::Unresolved).count();
        failed >= 2 && self.all.iter().all(|sight| !matches!(sight.state, ControlState::Works | ControlState::Altered))
    }

    /// The ids of those in this state.
    pub fn ids(&self, state: ControlState) -> Vec<ObservationId> {
        self.in_state(state).map(|sight| sight.id.clone()).collect()
    }

    /// Plain-http controls that were sent to a host of somebody else.
    pub fn sent_elsewhere(&self) -> Vec<(&ControlSight<'a>, String)> {
        let altered = self.in_state(ControlState::Altered);
        altered.filter_map(|sight| Some((sight, elsewhere(sight.look.visit.as_ref()?)?))).collect()
    }
}

fn rank(state: ControlState) -> u8 {
    match state {
        ControlState::NotTried => 0,
        ControlState::Unresolved => 1,
        ControlState::Silent => 2,
        ControlState::Altered => 3,
        ControlState::Works => 4,
    }
}

/// What one look at a control says of it.
pub fn state(look: &ControlLook) -> ControlState {
    let Some(visit) = &look.visit else {
        return match &look.ips {
            Known::NotTried(_) => ControlState::NotTried,
            _ => ControlState::Unresolved,
        };
    };
    match Outcome::of(visit) {
        Outcome::Undecided => ControlState::NotTried,
        Outcome::NoTcp(_) | Outcome::NoTls(_) | Outcome::NoTunnel(_) => ControlState::Silent,
        // A connection that closes without a word was let through by somebody who does not like the words.
        Outcome::NoAnswer(_) => ControlState::Silent,
        Outcome::BadCertificate(_) => ControlState::Altered,
        _ => match visit.trace.http.seen() {
            Some(answer) if answer.status == look.expected_status && has_identity(look, visit) => ControlState::Works,
            Some(_) => ControlState::Altered,
            None => ControlState::Silent,
        },
    }
}

fn has_identity(look: &ControlLook, visit: &Visit) -> bool {
    let Some(words) = &look.expected_body else { return true };
    visit.trace.http.seen().is_some_and(|answer| answer.body.contains(words.as_str()))
}

/// The host that a plain-http control was sent to, where it is not its own.
fn elsewhere(visit: &Visit) -> Option<String> {
    if visit.scheme != Scheme::Http || visit.via != Via::Direct {
        return None;
    }
    let answer = visit.trace.http.seen()?;
    if !matches!(answer.status, 301 | 302 | 303 | 307 | 308) {
        return None;
    }
    let to = Url::parse(&visit.url).ok()?.join(answer.header("location")?).ok()?;
    to.host_str().filter(|host| *host != visit.host).map(str::to_owned)
}
