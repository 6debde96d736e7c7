//! What watching came to: looks, failed ones, and how often and how long the site was down.

use super::{Change, Look};

/// The sums of one site. Times are milliseconds since watching began.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tally {
    /// Looks that say something about the site.
    pub looks: u32,
    pub failed: u32,
    /// Looks that do not count, since the own line was down.
    pub without_line: u32,
    pub outages: u32,
    /// All outages together, the present one included.
    pub down_ms: u64,
    /// Since when it fails, where it does.
    down_since: Option<u64>,
    /// The first good look after the last bad one: if nothing bad follows, the outage ended there.
    good_since: Option<u64>,
}

impl Tally {
    /// Takes in one look and what it changed. Gives how long an outage took that ends with this look: from the first
    /// bad look to the first good one of the row that ended it.
    pub fn take(&mut self, look: &Look, change: &Change, now_ms: u64) -> Option<u64> {
        match look {
            Look::NoLine => {
                self.without_line += 1;
                return None;
            }
            Look::Good => {
                self.looks += 1;
                self.good_since.get_or_insert(now_ms);
            }
            Look::Bad(_) => {
                self.looks += 1;
                self.failed += 1;
                self.good_since = None;
                if self.down_since.is_none() {
                    self.down_since = Some(now_ms);
                    self.outages += 1;
                }
            }
        }
        if *change != Change::Back {
            return None;
        }
        let took = self.down_for(now_ms)?;
        self.down_since = None;
        self.down_ms += took;
        Some(took)
    }

    /// How long the present outage has lasted; `None` where there is none.
    pub fn down_for(&self, now_ms: u64) -> Option<u64> {
        let since = self.down_since?;
        Some(self.good_since.unwrap_or(now_ms).saturating_sub(since))
    }

    /// All outages together up to now.
    pub fn down_in_all(&self, now_ms: u64) -> u64 {
        self.down_ms + self.down_for(now_ms).unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::watch::phase::Watcher;

    fn bad() -> Look {
        Look::Bad("502".to_owned())
    }

    fn told(looks: &[(Look, u64)]) -> (Tally, Vec<Option<u64>>) {
        let (mut watcher, mut tally) = (Watcher::default(), Tally::default());
        let took = looks.iter().map(|(look, at)| {
            let change = watcher.take(look.clone());
            tally.take(look, &change, *at)
        });
        let took = took.collect();
        (tally, took)
    }

    #[test]
    fn an_outage_ends_with_the_first_good_look_and_not_with_its_confirmation() {
        let (tally, took) = told(&[(bad(), 1_000), (bad(), 16_000), (Look::Good, 31_000), (Look::Good, 46_000)]);
        assert_eq!(took, [None, None, None, Some(30_000)]);
        assert_eq!((tally.looks, tally.failed, tally.outages, tally.down_ms), (4, 2, 1, 30_000));
        assert_eq!(tally.down_for(99_000), None);
    }

    #[test]
    fn what_was_never_down_is_never_back() {
        let (tally, took) =
            told(&[(Look::Good, 0), (Look::NoLine, 15_000), (Look::Good, 30_000), (Look::Good, 60_000)]);
        assert!(took.iter().all(Option::is_none));
        assert_eq!((tally.looks, tally.without_line, tally.outages, tally.down_in_all(60_000)), (3, 1, 0, 0));
    }

    #[test]
    fn an_outage_that_goes_on_counts_up_to_now() {
        let (tally, _) = told(&[(Look::Good, 0), (bad(), 10_000), (Look::NoLine, 20_000), (bad(), 30_000)]);
        assert_eq!((tally.outages, tally.down_in_all(40_000)), (1, 30_000));
    }
}
