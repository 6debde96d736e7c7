//! The watcher: its rules (when to look next, when a site counts as back), which are pure, and one look.

mod follower;
mod look;
mod pace;
mod phase;
mod tally;

pub use follower::{Followed, Follower, look_once};
pub use look::in_a_word;
pub use phase::{Change, Look};
pub use tally::Tally;
