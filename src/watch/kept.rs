//! A look as it is kept: what was seen and what was meant to follow. Judged anew, it gives the same again.

use std::time::Duration;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::follower::{Followed, Follower};
use super::look::Round;

/// One look of a history. The names are those of the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// When it ended.
    pub at: Timestamp,
    pub ms: u64,
    /// The pause that was meant after it.
    pub next_ms: u64,
    pub round: Round,
    /// What it changed, for people who read the file; it is judged anew.
    #[serde(default)]
    pub phase: String,
}

impl Kept {
    pub fn of(followed: &Followed) -> Kept {
        Kept {
            at: Timestamp::from_millisecond(followed.unix_ms).unwrap_or_default(),
            ms: followed.ms,
            next_ms: u64::try_from(followed.pause.as_millis()).unwrap_or(u64::MAX),
            round: followed.round.clone(),
            phase: followed.change.name().to_owned(),
        }
    }
}

/// Follows a history again; `heard` gets what came of each look. The follower then goes on from there.
pub fn replay(first: Duration, history: &[Kept], mut heard: impl FnMut(&Followed)) -> Follower {
    let mut follower = Follower::new(first);
    for kept in history {
        let meant = Duration::from_millis(kept.next_ms);
        heard(&follower.take_kept(kept.round.clone(), kept.at.as_millisecond(), kept.ms, meant));
    }
    if !history.is_empty() {
        follower.resume();
    }
    follower
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::watch::moment::Moment;
    use crate::watch::phase::tests::{at, bad, one};
    use crate::watch::{Change, Seen, Took};

    #[test]
    fn a_history_that_is_followed_again_gives_the_same_and_goes_on_over_a_gap() {
        let mut live = Follower::new(Duration::from_secs(15));
        let mut history = Vec::new();
        for (second, seen) in [(0, Seen::Good), (15, bad("502")), (30, bad("502")), (45, bad("503 maintenance"))] {
            history.push(Kept::of(&live.take(one(seen), (at(second), at(second)), 0.5)));
        }
        let written = serde_json::to_string(&history).unwrap();
        let history: Vec<Kept> = serde_json::from_str(&written).unwrap();
        let mut phases = Vec::new();
        let mut again = replay(Duration::from_secs(15), &history, |followed| phases.push(followed.change.clone()));
        let kept: Vec<&str> = history.iter().map(|kept| kept.phase.as_str()).collect();
        assert_eq!(phases.iter().map(Change::name).collect::<Vec<_>>(), kept);
        assert!(again.is_down());
        // An hour later, in another run of the program.
        let later = |second: i64| Moment { unix_ms: second * 1_000, steady: Some(Duration::ZERO) };
        let first = again.take(one(Seen::Good), (later(3_645), later(3_645)), 0.5);
        assert_eq!((first.gap_ms, first.change), (Some(3_600_000), Change::Improves));
        let second = again.take(one(Seen::Good), (later(3_660), later(3_660)), 0.5);
        assert_eq!(second.took, Some(Took { ms: 30_000, unwatched_ms: 3_600_000 }));
    }
}
