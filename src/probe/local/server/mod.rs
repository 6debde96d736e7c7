//! A look at the machine itself, for its owner: who listens, who runs, how much room there is. It reads what the system
//! shows to everybody, changes nothing, and where it may not look it says so.

mod kills;
mod listeners;
mod memory;
mod names;
mod pools;
mod processes;
mod services;
mod socket;
mod space;

use std::io;
use std::time::{Duration, Instant};

use crate::model::server::{ServerAspect, ServerLook, ServerSight};
use crate::model::trouble::in_words;
use crate::model::{Failure, FailureKind, Known};

/// How long a helper program of the system may take: an owner waits for it gladly, a run may not hang on it.
const PATIENCE: Duration = Duration::from_secs(4);

/// What one look yields: how it was made, and what came of it.
struct Found<T> {
    how: Vec<String>,
    what: Known<T>,
}

impl<T> Found<T> {
    /// Made by these files and commands.
    fn by(how: &[&str], what: Known<T>) -> Found<T> {
        Found { how: how.iter().map(|one| (*one).to_owned()).collect(), what }
    }

    /// This system does not tell.
    #[cfg_attr(target_os = "linux", expect(dead_code, reason = "other systems have less to tell"))]
    fn no_way() -> Found<T> {
        Found { how: Vec::new(), what: Known::not_tried("Gatemend has no way to look there on this system") }
    }
}

/// The files and commands of a whole look, before it is made. Which sockets are looked at shows when the gateway's
/// configuration or log has named them.
pub fn planned() -> Vec<&'static str> {
    let mut all: Vec<&'static str> = Vec::new();
    let each = [
        listeners::HOW,
        processes::HOW,
        space::HOW,
        memory::HOW,
        kills::HOW,
        pools::HOW,
        services::HOW,
        socket::HOW,
        names::HOW,
    ];
    for how in each.into_iter().flatten().copied() {
        if !all.contains(&how) {
            all.push(how);
        }
    }
    all
}

/// Makes one look. Blocks for some milliseconds, with helper programs of the system for up to some seconds.
pub fn look(aspect: &ServerAspect) -> ServerLook {
    fn told<T>(found: Found<T>, sight: impl FnOnce(Known<T>) -> ServerSight) -> ServerLook {
        ServerLook { how: found.how, sight: sight(found.what) }
    }
    match aspect {
        ServerAspect::Listeners => told(listeners::look(), |listeners| ServerSight::Listeners { listeners }),
        ServerAspect::Programs => told(processes::look(), |programs| ServerSight::Programs { programs }),
        ServerAspect::Space => told(space::look(), |spaces| ServerSight::Space { spaces }),
        ServerAspect::Memory => told(memory::look(), |memory| ServerSight::Memory { memory }),
        ServerAspect::Kills => told(kills::look(), |kills| ServerSight::Kills { kills }),
        ServerAspect::Pools => told(pools::look(), |pools| ServerSight::Pools { pools }),
        ServerAspect::Services => told(services::look(), |services| ServerSight::Services { services }),
        ServerAspect::Socket(path) => {
            told(socket::look(path), |socket| ServerSight::Socket { path: path.clone(), socket })
        }
        ServerAspect::Name(name) => told(names::look(name), |ips| ServerSight::Name { name: name.clone(), ips }),
    }
}

/// A look that could not even begin.
pub fn broken(aspect: &ServerAspect, why: String) -> ServerLook {
    nothing(aspect, &|| Failure::with_detail(FailureKind::Internal, 0, why.clone()).into())
}

/// A look that was not made, and why.
pub fn not_tried(aspect: &ServerAspect, why: &str) -> ServerLook {
    nothing(aspect, &|| Unseen::NotTried(why.to_owned()))
}

/// Why there is nothing to see.
enum Unseen {
    NotTried(String),
    Failed(Failure),
}

impl From<Failure> for Unseen {
    fn from(failure: Failure) -> Self {
        Unseen::Failed(failure)
    }
}

impl<T> From<Unseen> for Known<T> {
    fn from(unseen: Unseen) -> Self {
        match unseen {
            Unseen::NotTried(why) => Known::NotTried(why),
            Unseen::Failed(failure) => Known::Failed(failure),
        }
    }
}

fn nothing(aspect: &ServerAspect, why: &dyn Fn() -> Unseen) -> ServerLook {
    let sight = match aspect {
        ServerAspect::Listeners => ServerSight::Listeners { listeners: why().into() },
        ServerAspect::Programs => ServerSight::Programs { programs: why().into() },
        ServerAspect::Space => ServerSight::Space { spaces: why().into() },
        ServerAspect::Memory => ServerSight::Memory { memory: why().into() },
        ServerAspect::Kills => ServerSight::Kills { kills: why().into() },
        ServerAspect::Pools => ServerSight::Pools { pools: why().into() },
        ServerAspect::Services => ServerSight::Services { services: why().into() },
        ServerAspect::Socket(path) => ServerSight::Socket { path: path.clone(), socket: why().into() },
        ServerAspect::Name(name) => ServerSight::Name { name: name.clone(), ips: why().into() },
    };
    ServerLook { how: Vec::new(), sight }
}

/// Why a file or a helper program told nothing: what is forbidden or not there was not looked at.
fn not_seen<T>(what: &str, error: &io::Error, since: Instant) -> Known<T> {
    let after_ms = u64::try_from(since.elapsed().as_millis()).unwrap_or(u64::MAX);
    match error.kind() {
        io::ErrorKind::NotFound => Known::not_tried(format!("{what} is not here")),
        io::ErrorKind::PermissionDenied => Known::not_tried(format!("{what}: not permitted")),
        _ => Known::Failed(Failure::with_detail(FailureKind::Other, after_ms, format!("{what}: {}", in_words(error)))),
    }
}
