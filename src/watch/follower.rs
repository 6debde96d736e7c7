//! Follows one site: what each look changes, how long to wait for the next one, and what it came to.

use std::time::Duration;

use super::look::{Asking, Round, Seen};
use super::moment::{Moment, Passed, between};
use super::pace::Pace;
use super::phase::{Change, Look, Watcher};
use super::tally::{Tally, Took};

/// After so long without a look, what was seen before says nothing about how often it fails now.
const STALE_MS: u64 = 24 * 3_600 * 1_000;

/// One site being followed.
#[derive(Debug, Clone)]
pub struct Follower {
    watcher: Watcher,
    pace: Pace,
    pub tally: Tally,
    /// When the last look ended, and the pause that was meant after it.
    last: Option<(Moment, Duration)>,
    /// Milliseconds that were watched.
    watched_ms: u64,
}

/// What came of one look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Followed {
    /// When it ended: milliseconds since 1970.
    pub unix_ms: i64,
    /// How long it took.
    pub ms: u64,
    pub look: Look,
    pub change: Change,
    /// Whether the site counts as down after it.
    pub is_down: bool,
    /// Until the next look.
    pub pause: Duration,
    /// Nobody looked for so many milliseconds before it.
    pub gap_ms: Option<u64>,
    /// How long the outage took that ends with it.
    pub took: Option<Took>,
    pub round: Round,
}

impl Follower {
    /// `first` is the pause while things change; it grows from there.
    pub fn new(first: Duration) -> Self {
        Follower {
            watcher: Watcher::default(),
            pace: Pace::new(first),
            tally: Tally::default(),
            last: None,
            watched_ms: 0,
        }
    }

    pub fn is_down(&self) -> bool {
        self.watcher.is_down()
    }

    pub fn asking(&self) -> Asking {
        self.watcher.asking()
    }

    /// A new sitting that goes on from what was kept of older ones.
    pub fn resume(&mut self) {
        self.watcher.resume();
        self.tally = self.tally.of_a_new_sitting();
        // The pace of a new sitting is the one that was asked for.
        self.pace.restart();
    }

    /// Takes in one look that went on between these two moments. `luck` is a number from 0 to 1.
    pub fn take(&mut self, mut round: Round, (began, ended): (Moment, Moment), luck: f64) -> Followed {
        let looked = between(began, ended, Duration::ZERO);
        let waited = self.last.map_or(Passed::default(), |(last, pause)| between(last, began, pause));
        let slept = slept(began, ended);
        // A computer that fell asleep in the middle of a look has broken it.
        if slept && !round.seen.iter().any(|(_, seen)| *seen == Seen::Good) {
            round.line = false;
        }
        let passed = Passed { ms: waited.ms.saturating_add(looked.ms), gap: waited.gap || slept };
        if passed.gap && passed.ms >= STALE_MS {
            self.watcher = Watcher::default();
            self.tally.forget_outage();
        } else if passed.gap {
            self.watcher.gap();
        } else {
            self.watched_ms += passed.ms;
        }
        let (look, change) = self.watcher.take(&round, self.watched_ms);
        let is_down = self.watcher.is_down();
        let took = self.tally.take(&look, &change, is_down, passed);
        let wish = round.wish_s.map(Duration::from_secs);
        let pause = match &look {
            Look::TurnedAway(_) => self.pace.turned_away(wish, luck),
            _ if self.watcher.wants_another() => self.pace.to_confirm(wish, luck),
            _ => self.pace.next(change != Change::Nothing, wish, luck),
        };
        self.last = Some((ended, pause));
        let gap_ms = passed.gap.then_some(passed.ms);
        Followed { unix_ms: ended.unix_ms, ms: looked.ms, look, change, is_down, pause, gap_ms, took, round }
    }

    /// Bytes that it takes in memory.
    #[cfg(test)]
    pub fn footprint(&self) -> usize {
        size_of::<Self>() + self.watcher.footprint()
    }

    /// Takes in a look that was kept; `meant` is the pause that was meant after it.
    pub fn take_kept(&mut self, round: Round, unix_ms: i64, ms: u64, meant: Duration) -> Followed {
        let took = i64::try_from(ms).unwrap_or(0);
        let at = |unix_ms| Moment { unix_ms, steady: None };
        let mut followed = self.take(round, (at(unix_ms.saturating_sub(took)), at(unix_ms)), 0.5);
        followed.pause = meant;
        self.last = Some((at(unix_ms), meant));
        followed
    }
}

/// The wall's clock went on while the steady one stood still.
fn slept(began: Moment, ended: Moment) -> bool {
    let steady = began.steady.zip(ended.steady).map(|(began, ended)| ended.saturating_sub(began));
    steady.is_some_and(|steady| between(began, Moment { steady: None, ..ended }, steady).gap)
        && ended.unix_ms > began.unix_ms
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::watch::phase::tests::{at, bad, one};

    /// A look at this second that took no time.
    fn look(follower: &mut Follower, round: Round, second: u64) -> Followed {
        follower.take(round, (at(second), at(second)), 0.5)
    }

    #[test]
    fn a_good_look_at_a_site_that_is_down_is_confirmed_soon() {
        let mut follower = Follower::new(Duration::from_secs(60));
        let mut pause = |seen, second| look(&mut follower, one(seen), second).pause.as_secs();
        assert_eq!(pause(bad("502"), 0), 60);
        assert_eq!(pause(bad("502"), 60), 120);
        assert_eq!(pause(Seen::Good, 180), 15);
        assert_eq!(pause(Seen::Good, 195), 60, "it is back, which is a change");
    }

    #[test]
    fn a_bad_look_in_a_good_row_is_confirmed_soon() {
        let mut follower = Follower::new(Duration::from_secs(60));
        look(&mut follower, one(Seen::Good), 0);
        let doubtful = look(&mut follower, one(bad("502")), 60);
        assert_eq!((doubtful.pause.as_secs(), doubtful.is_down), (15, false));
    }

    #[test]
    fn the_sites_own_wish_holds() {
        let mut follower = Follower::new(Duration::from_secs(15));
        let wish = Round { wish_s: Some(300), ..one(bad("503")) };
        let followed = look(&mut follower, wish, 0);
        assert_eq!((followed.pause.as_secs(), followed.is_down), (300, true));
    }

    #[test]
    fn two_good_looks_with_a_night_between_them_are_not_back() {
        let mut follower = Follower::new(Duration::from_secs(15));
        look(&mut follower, one(bad("502")), 0);
        look(&mut follower, one(Seen::Good), 15);
        let morning = look(&mut follower, one(Seen::Good), 30_000);
        assert_eq!((morning.gap_ms, morning.is_down), (Some(29_985_000), true));
        let sure = look(&mut follower, one(Seen::Good), 30_015);
        assert_eq!(sure.change, Change::Back);
        assert_eq!(sure.took, Some(Took { ms: 15_000, unwatched_ms: 0 }));
    }

    #[test]
    fn a_look_that_a_sleep_broke_says_nothing() {
        let mut follower = Follower::new(Duration::from_secs(15));
        look(&mut follower, one(Seen::Good), 0);
        let (began, mut ended) = (at(15), at(17));
        ended.unix_ms += 3_600_000;
        let broken = follower.take(one(bad("no answer")), (began, ended), 0.5);
        assert_eq!((broken.look, broken.is_down), (Look::NoLine, false));
        assert!(broken.gap_ms.is_some_and(|ms| ms >= 3_600_000));
    }

    #[test]
    fn a_slow_look_is_no_gap() {
        let mut follower = Follower::new(Duration::from_secs(15));
        look(&mut follower, one(bad("502")), 0);
        let slow = follower.take(one(bad("no answer")), (at(15), at(15 + 105)), 0.5);
        assert_eq!((slow.gap_ms, slow.look), (None, Look::Bad("no answer".into())));
    }

    #[test]
    fn what_was_kept_a_long_time_ago_says_nothing_about_now() {
        let mut follower = Follower::new(Duration::from_secs(15));
        follower.take_kept(one(bad("502")), 1_000, 60, Duration::from_secs(15));
        follower.resume();
        let now = look(&mut follower, one(Seen::Good), 2 * 24 * 3_600);
        assert_eq!((now.change, now.is_down), (Change::Works, false));
    }
}
