//! Runs what the plan wants on tokio, numbers what was seen, and tells it in order. It never judges.

pub mod event;
pub mod run;

pub use event::{Event, RunId, Sink};
pub use run::{Engine, RunHandle};

pub use crate::probe::outside::Outside;
