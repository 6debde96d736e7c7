//! The watcher: its rules (when to look next, when a site counts as back), which are pure, and one look.

mod look;
mod pace;
mod phase;
mod tally;

pub use look::look_at;
pub use pace::Pace;
pub use phase::{Change, Look, Watcher};
pub use tally::Tally;
