//! The watcher: its rules (when to look next, what counts as down and as back), which are pure, and the looks.

mod export;
mod follower;
mod kept;
mod look;
mod moment;
mod outages;
mod pace;
mod phase;
mod record;
mod run;
mod tally;
mod timeline;

pub use export::{csv, json};
pub use follower::{Followed, Follower};
pub use kept::{Kept, replay};
pub use look::{Closely, Round, Seen, in_a_word};
pub use outages::Outage;
pub use pace::LONGEST as LONGEST_PAUSE;
pub use phase::{Change, Look};
pub use run::{follow, look_once};
pub use tally::{Tally, Took};
pub use timeline::{Changed, Kind, Sample, Timeline};

#[cfg(test)]
mod tests_soak;
