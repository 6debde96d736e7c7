//! What watching came to: looks, failed ones, how often and how long the site was down. Time in which nobody looked
//! counts as neither.

use super::moment::Passed;
use super::{Change, Look};

/// How long an outage took.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Took {
    /// Watched time from the first bad look to the first good one of the row that ended it.
    pub ms: u64,
    /// Time inside of it in which nobody could look; it may have been shorter or longer by that.
    pub unwatched_ms: u64,
}

/// The sums of one site.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tally {
    /// Looks that say something about the site.
    pub looks: u32,
    pub failed: u32,
    /// Looks that do not count, since this device could not look.
    pub without_line: u32,
    /// Looks that do not count, since the site turned this program away.
    pub turned_away: u32,
    pub outages: u32,
    /// All outages that are over.
    down_ms: u64,
    pub up_ms: u64,
    /// Gaps, and time beside looks that do not count.
    pub unwatched_ms: u64,
    good_row: u32,
    outage: Option<Outage>,
    before: Before,
}

/// One that goes on, or a doubt that may become one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Outage {
    took: Took,
    /// Since the first good look after the last bad one: if nothing bad follows, it was over.
    after: Took,
    sure: bool,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Before {
    #[default]
    Nothing,
    Good,
    Bad,
}

impl Tally {
    /// Takes in one look, what it changed, and what passed since the one before. Gives how long an outage took that
    /// ends with this look.
    pub fn take(&mut self, look: &Look, change: &Change, is_down: bool, passed: Passed) -> Option<Took> {
        self.pass(look, passed);
        match look {
            Look::NoLine => self.without_line += 1,
            Look::TurnedAway(_) => self.turned_away += 1,
            Look::Good => {
                self.looks += 1;
                self.good_row += 1;
            }
            Look::Bad(_) => {
                self.looks += 1;
                self.failed += 1;
                self.good_row = 0;
                let outage = self.outage.get_or_insert_default();
                let after = std::mem::take(&mut outage.after);
                outage.took.ms += after.ms;
                outage.took.unwatched_ms += after.unwatched_ms;
                if is_down && !outage.sure {
                    outage.sure = true;
                    self.outages += 1;
                }
            }
        }
        self.before = match look {
            Look::Good => Before::Good,
            Look::Bad(_) => Before::Bad,
            Look::NoLine | Look::TurnedAway(_) => Before::Nothing,
        };
        if *change == Change::Back {
            let over = self.outage.take()?;
            self.down_ms += over.took.ms;
            self.up_ms += over.after.ms;
            return Some(over.took);
        }
        // Its end was not seen: there is no way any more to what failed.
        if !is_down && let Some(over) = self.outage.take_if(|outage| outage.sure) {
            self.down_ms += over.took.ms;
            self.up_ms += over.after.ms;
        }
        // A doubt that was nothing.
        if *look == Look::Good
            && !is_down
            && let Some(doubt) = self.outage.take_if(|outage| !outage.sure)
        {
            self.up_ms += doubt.took.ms + doubt.after.ms;
        }
        None
    }

    fn pass(&mut self, look: &Look, passed: Passed) {
        let watched = !passed.gap && self.before != Before::Nothing && look.says_something();
        if !watched {
            self.unwatched_ms += passed.ms;
        }
        let place = match (&mut self.outage, self.before) {
            (None, _) => {
                self.up_ms += if watched { passed.ms } else { 0 };
                return;
            }
            (Some(outage), Before::Good) => &mut outage.after,
            // After a look that does not count, it is where it was before that.
            (Some(outage), Before::Nothing) if self.good_row > 0 => &mut outage.after,
            (Some(outage), _) => &mut outage.took,
        };
        if watched { place.ms += passed.ms } else { place.unwatched_ms += passed.ms }
    }

    /// The sums of a new sitting: of the older ones only the outage that goes on.
    pub fn of_a_new_sitting(&self) -> Tally {
        let outage = self.outage.clone().filter(|outage| outage.sure);
        Tally { outages: u32::from(outage.is_some()), outage, before: self.before, ..Tally::default() }
    }

    /// Nobody looked for so long that the outage has no end that anybody knows.
    pub fn forget_outage(&mut self) {
        if self.outage.take().is_some_and(|outage| outage.sure) {
            self.outages -= 1;
        }
    }

    /// How long the present outage has lasted; `None` where there is none.
    pub fn outage(&self) -> Option<Took> {
        self.outage.as_ref().filter(|outage| outage.sure).map(|outage| outage.took)
    }

    /// All outages together.
    pub fn down_in_all(&self) -> u64 {
        self.down_ms + self.outage().map_or(0, |took| took.ms)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::watch::phase::Watcher;
    use crate::watch::phase::tests::{bad, one};
    use crate::watch::{Round, Seen};

    /// Seconds since the look before, and whether that was a gap.
    fn told(looks: &[(Round, u64, bool)]) -> (Tally, Vec<Took>) {
        let (mut watcher, mut tally, mut now) = (Watcher::default(), Tally::default(), 0);
        let took = looks.iter().filter_map(|(round, seconds, gap)| {
            now += seconds * 1_000;
            if *gap {
                watcher.gap();
            }
            let (look, change) = watcher.take(round, now);
            tally.take(&look, &change, watcher.is_down(), Passed { ms: seconds * 1_000, gap: *gap })
        });
        let took = took.collect();
        (tally, took)
    }

    #[test]
    fn an_outage_ends_with_the_first_good_look_and_not_with_its_confirmation() {
        let looks = [(one(bad("502")), 0, false), (one(bad("502")), 15, false), (one(Seen::Good), 15, false)];
        let (tally, took) = told(&[&looks[..], &[(one(Seen::Good), 15, false)]].concat());
        assert_eq!(took, [Took { ms: 30_000, unwatched_ms: 0 }]);
        assert_eq!((tally.looks, tally.failed, tally.outages, tally.down_in_all()), (4, 2, 1, 30_000));
        assert_eq!((tally.outage(), tally.up_ms, tally.unwatched_ms), (None, 15_000, 0));
    }

    #[test]
    fn what_was_never_down_is_never_back() {
        let looks = [(one(Seen::Good), 0, false), (Round::default(), 15, false), (one(Seen::Good), 15, false)];
        let (tally, took) = told(&looks);
        assert!(took.is_empty());
        assert_eq!((tally.looks, tally.without_line, tally.outages, tally.down_in_all()), (2, 1, 0, 0));
        assert_eq!((tally.up_ms, tally.unwatched_ms), (0, 30_000));
    }

    #[test]
    fn a_gap_is_neither_an_outage_nor_time_up() {
        let looks = [
            (one(bad("502")), 0, false),
            (one(bad("502")), 15, false),
            (one(bad("502")), 3_600, true),
            (one(Seen::Good), 15, false),
            (one(Seen::Good), 15, false),
        ];
        let (tally, took) = told(&looks);
        assert_eq!(took, [Took { ms: 30_000, unwatched_ms: 3_600_000 }]);
        assert_eq!((tally.down_in_all(), tally.up_ms, tally.unwatched_ms), (30_000, 15_000, 3_600_000));
        let (fine, _) = told(&[(one(Seen::Good), 0, false), (one(Seen::Good), 7_200, true)]);
        assert_eq!((fine.down_in_all(), fine.up_ms, fine.unwatched_ms), (0, 0, 7_200_000));
    }

    #[test]
    fn a_doubt_that_was_nothing_is_no_outage() {
        let looks = [(one(Seen::Good), 0, false), (one(bad("502")), 15, false), (one(Seen::Good), 15, false)];
        let (tally, took) = told(&looks);
        assert!(took.is_empty());
        assert_eq!((tally.failed, tally.outages, tally.down_in_all(), tally.up_ms), (1, 0, 0, 30_000));
    }

    #[test]
    fn an_outage_begins_with_its_first_bad_look() {
        let looks = [(one(Seen::Good), 0, false), (one(bad("502")), 15, false), (one(bad("502")), 15, false)];
        let (tally, _) = told(&looks);
        assert_eq!(tally.outage(), Some(Took { ms: 15_000, unwatched_ms: 0 }));
    }
}
