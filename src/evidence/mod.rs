//! Pure readings of a case that plan, steps, rules and reports share: which visits worked, what each DNS server says,
//! how the controls stand. Nothing here says who has to act.

pub mod clock;
pub mod controls;
pub mod names;
pub mod origin;
pub mod server;
pub mod outcome;
pub mod surroundings;
pub mod visits;
pub mod voices;
pub mod world;

use std::net::SocketAddr;

use crate::model::ip::{IpClass, class};
use crate::model::{Case, FailureKind, Known, ObservationId, Seen, Target};

pub use controls::{ControlState, Controls};
pub use names::{Agreement, Names, ServerView};
pub use origin::Origin;
pub use outcome::Outcome;
pub use server::OnServer;
pub use surroundings::Surroundings;
pub use visits::{Sight, Visits};
pub use world::World;

/// A look at the page that has not ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    pub id: ObservationId,
    pub ip_port: SocketAddr,
    pub connected: bool,
    pub waited_ms: u64,
}

/// The last word about waiting, unless that very look has ended since.
fn waiting(case: &Case) -> Option<Waiting> {
    let ended = |here: SocketAddr| {
        case.observations
            .iter()
            .any(|observation| matches!(&observation.seen, Seen::Visit { visit } if visit.ip_port == here))
    };
    case.observations.iter().rev().find_map(|observation| match observation.seen {
        Seen::Waiting { ip_port, connected, waited_ms } if !ended(ip_port) => {
            Some(Waiting { id: observation.id.clone(), ip_port, connected, waited_ms })
        }
        _ => None,
    })
}

/// A case, read.
pub struct Evidence<'a> {
    pub case: &'a Case,
    pub target: &'a Target,
    pub surroundings: Surroundings<'a>,
    pub names: Names<'a>,
    pub visits: Visits<'a>,
    pub controls: Controls<'a>,
    /// What the user says to have seen, and where it is noted.
    pub said: Option<(&'a str, ObservationId)>,
    /// The page is waited for, and no look at it has ended: where, whether the connection stands, for how long.
    pub waiting: Option<Waiting>,
    /// Looks straight at the server behind the gateway, and logs of the site's servers.
    pub origin: Origin<'a>,
    /// What was seen on this machine, as the site's server.
    pub server: OnServer<'a>,
    /// How the site looks from other places.
    pub world: World<'a>,
    /// Failures of this program itself.
    pub malfunctions: Vec<ObservationId>,
}

impl<'a> Evidence<'a> {
    /// Reads the case. Cheap enough to be done after every observation.
    pub fn of(case: &'a Case) -> Self {
        let surroundings = Surroundings::of(case);
        let names = Names::of(case, &surroundings);
        Evidence {
            case,
            target: &case.target,
            visits: Visits::of(case, &surroundings),
            controls: Controls::of(case),
            said: case.observations.iter().find_map(|observation| match &observation.seen {
                Seen::UserSaid { text } => Some((text.as_str(), observation.id.clone())),
                _ => None,
            }),
            waiting: waiting(case),
            origin: Origin::of(case, &surroundings),
            server: OnServer::of(case),
            world: World::of(case),
            malfunctions: case
                .observations
                .iter()
                .filter(|observation| matches!(observation.seen, Seen::Malfunction { .. }))
                .map(|observation| observation.id.clone())
                .collect(),
            surroundings,
            names,
        }
    }

    /// This device is in no network, and the page is not on it.
    pub fn is_in_no_network(&self) -> bool {
        let network = self.surroundings.network.and_then(|(network, _)| network.seen());
        !self.target.is_a_machine() && network.is_some_and(|network| !network.leads_out())
    }

    /// Whether this device has no way of its own to that server behind the gateway. An address of a private network is
    /// another machine's in each of them (RFC 1918 section 3).
    pub fn has_no_way_behind(&self, behind: &Sight<'_>) -> bool {
        let Known::Failed(failure) = &behind.visit.trace.tcp else { return false };
        let no_way = match failure.kind {
            FailureKind::NetworkUnreachable | FailureKind::PermissionDenied => true,
            FailureKind::TimedOut | FailureKind::HostUnreachable => class(behind.ip()) != IpClass::Public,
            _ => false,
        };
        let at_it = |sight: &&Sight<'_>| sight.is_direct() && sight.ip() == behind.ip();
        let mut looks = self.origin.looks.iter().chain(&self.visits.all).filter(at_it);
        no_way
            && !looks.any(|one| one.visit.trace.tcp.seen().is_some())
            && !self.surroundings.is_this_device(behind.ip())
    }

    /// The trace towards the target, where one was made.
    pub fn trace(&self) -> Option<(&'a Known<Vec<crate::model::device::Hop>>, ObservationId)> {
        self.case.observations.iter().find_map(|observation| match &observation.seen {
            Seen::Trace { hops, .. } => Some((hops, observation.id.clone())),
            _ => None,
        })
    }
}
