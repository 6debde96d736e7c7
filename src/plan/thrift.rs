//! A site in trouble is asked as little as possible: how many looks at once, and in all.

use std::net::SocketAddr;

use super::View;
use crate::attempt::Attempt;

/// Looks at once, and in all, at a site that fails.
const AT_ONCE_FAILING: usize = 4;
const IN_ALL_FAILING: usize = 16;
/// The same for a site that works.
const AT_ONCE: usize = 8;
const IN_ALL: usize = 14;
/// Looks at one address.
const PER_ADDRESS: usize = 12;

/// Whether this look can still be granted at some time.
pub fn has_room_for(view: &View<'_>, wish: &Attempt) -> bool {
    let failing = view.evidence.visits.first_bad().is_some();
    let in_all = if failing { IN_ALL_FAILING } else { IN_ALL };
    let started = view.progress.started.iter().filter(|attempt| attempt.asks_the_site()).count();
    started < in_all && !crowded(view, &[], wish)
}

/// The wishes that may be granted now, in their order.
pub fn allow(view: &View<'_>, wishes: Vec<Attempt>) -> Vec<Attempt> {
    let failing = view.evidence.visits.first_bad().is_some();
    let (at_once, in_all) = if failing { (AT_ONCE_FAILING, IN_ALL_FAILING) } else { (AT_ONCE, IN_ALL) };
    let started = view.progress.started.iter().filter(|attempt| attempt.asks_the_site()).count();
    let mut room = in_all.saturating_sub(started).min(at_once.saturating_sub(view.progress.visits_running()));
    let mut granted: Vec<Attempt> = Vec::new();
    for wish in wishes {
        if wish.asks_the_site() {
            if room == 0 || crowded(view, &granted, &wish) {
                continue;
            }
            room -= 1;
        }
        granted.push(wish);
    }
    granted
}

fn crowded(view: &View<'_>, granted: &[Attempt], wish: &Attempt) -> bool {
    let Some(here) = ip_port_of(wish) else { return false };
    let all = view.progress.started.iter().chain(granted);
    all.filter_map(ip_port_of).filter(|other| other.ip() == here.ip()).count() >= PER_ADDRESS
}

fn ip_port_of(attempt: &Attempt) -> Option<SocketAddr> {
    match attempt {
        Attempt::Visit(plan) => Some(plan.ip_port),
        Attempt::Trace { ip_port } => Some(*ip_port),
        _ => None,
    }
}
