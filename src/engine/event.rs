//! What a run tells while it goes on.

use crate::attempt::Attempt;
use crate::model::{Case, Ended, Observation};

/// Tells one run from another: events of an old one are dropped by their reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RunId(pub u64);

/// One thing that happened. Each started attempt ends exactly once; each run ends exactly once, and last.
#[derive(Debug, Clone)]
pub enum Event {
    /// The run began; the case has no observation yet.
    Began {
        case: Box<Case>,
    },
    Started {
        number: usize,
        attempt: Attempt,
        at_ms: u64,
    },
    Observed {
        observation: Box<Observation>,
    },
    Finished {
        number: usize,
        at_ms: u64,
    },
    /// The page, its ways in and the comparisons are done; what follows are repeats.
    MainPartDone {
        at_ms: u64,
    },
    Ended {
        ended: Ended,
        at_ms: u64,
        finished: String,
    },
}

/// Where events go. It is called from one task only, so events keep their order.
pub type Sink = Box<dyn FnMut(RunId, Event) + Send>;
