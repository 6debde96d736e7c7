//! The watcher: its rules (when to look next, what counts as down and as back), which are pure, and the looks.

mod follower;
mod look;
mod moment;
mod pace;
mod phase;
mod record;
mod run;
mod tally;

pub use follower::{Followed, Follower};
pub use look::{Round, Seen, in_a_word};
pub use phase::{Change, Look};
pub use run::{follow, look_once};
pub use tally::{Tally, Took};
