//! What an attempt needs: the outside world, the run's settings, and somewhere to put what it saw.

use std::net::IpAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::mpsc::UnboundedSender;
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;

use crate::model::{Role, Seen, StepId, Target, Tried};
use crate::probe::outside::Outside;
use crate::settings::Settings;

/// Everything that one run is about.
#[derive(Debug, Clone)]
pub struct RunConfig {
    pub target: Target,
    pub role: Role,
    pub settings: Settings,
    /// What the user says to have seen.
    pub saw: Option<String>,
    /// What the person tried since the check-up before this one.
    pub tried: Vec<Tried>,
    /// The server behind the gateway, as the owner names it; without a port both usual ones are tried.
    pub origin: Option<(IpAddr, Option<u16>)>,
    /// Logs of the site's servers.
    pub logs: Vec<PathBuf>,
    /// Lines of the logs before this moment are left out, in seconds since 1970.
    pub logs_since: Option<i64>,
    /// Configurations of the site's gateways.
    pub configurations: Vec<PathBuf>,
    /// This machine is the site's server, and its owner wants it looked at.
    pub on_server: bool,
    /// The user's own request headers.
    pub headers: Vec<(String, String)>,
    /// Only IPv4 (4) or only IPv6 (6).
    pub only_family: Option<u8>,
    pub budget: Duration,
    /// Steps that are left out.
    pub skipped_steps: Vec<StepId>,
    pub language: String,
}

impl RunConfig {
    /// A run with the usual limits.
    pub fn new(target: Target, role: Role, settings: Settings) -> Self {
        RunConfig {
            target,
            role,
            settings,
            saw: None,
            tried: Vec::new(),
            origin: None,
            logs: Vec::new(),
            logs_since: None,
            configurations: Vec::new(),
            on_server: false,
            headers: Vec::new(),
            only_family: None,
            budget: Duration::from_secs(30),
            skipped_steps: Vec::new(),
            language: "en".to_owned(),
        }
    }
}

/// Something seen, not yet numbered.
#[derive(Debug)]
pub struct Sighting {
    pub step: StepId,
    pub started: Instant,
    pub ended: Instant,
    pub seen: Seen,
}

/// The surroundings of one attempt.
#[derive(Clone)]
pub struct Context {
    pub outside: Outside,
    pub config: Arc<RunConfig>,
    /// When the run began.
    pub began: Instant,
    /// Nothing may last longer.
    pub deadline: Instant,
    pub cancel: CancellationToken,
    // Unbounded, because a run makes some hundreds of observations at the most.
    pub sightings: UnboundedSender<Sighting>,
}

/// Why work was broken off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Broken {
    Cancelled,
    OutOfBudget,
}

impl Broken {
    /// The reason in words, for "not tried".
    pub fn why(self) -> &'static str {
        match self {
            Broken::Cancelled => "stopped before it answered",
            Broken::OutOfBudget => "the time allowed for the check was over",
        }
    }
}

impl Context {
    pub fn now(&self) -> Instant {
        Instant::now()
    }

    /// Appends an observation that began then and ends now.
    pub fn saw(&self, step: StepId, started: Instant, seen: Seen) {
        // Nobody listens any more once the run is over; what comes late is dropped.
        let _ = self.sightings.send(Sighting { step, started, ended: Instant::now(), seen });
    }

    /// Does the work until it ends, the run is stopped, or its time is over.
    ///
    /// # Errors
    /// Which of the two broke it off.
    pub async fn until_stopped<T>(&self, work: impl Future<Output = T>) -> Result<T, Broken> {
        tokio::select! {
            biased;
            done = work => Ok(done),
            () = self.cancel.cancelled() => Err(Broken::Cancelled),
            () = tokio::time::sleep_until(self.deadline) => Err(Broken::OutOfBudget),
        }
    }
}
