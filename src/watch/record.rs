//! One address's record: when it counts as failing, and when as good again. Pure.

use std::net::IpAddr;

/// Looks that the share of bad ones is taken from while it does not count as failing.
const RECENT: u32 = 20;
/// So many bad looks among them: the lower end of the 95 % interval of 3 in 20 is 5 %, which is no accident.
const TOO_MANY: u32 = 3;

/// One address of the site, or its name itself (`None`).
#[derive(Debug, Clone)]
pub struct Record {
    pub ip: Option<IpAddr>,
    /// It counts as failing.
    pub failing: bool,
    /// It has taken a connection.
    pub connected: bool,
    /// Lookups in a row that did not name it, and since when, in watched milliseconds.
    pub absent: u32,
    pub absent_since: u64,
    /// One bit a look, the last one lowest; bad is 1.
    recent: u32,
    recent_looks: u32,
    /// Since it began to fail; the row that goes on is left out of `good`.
    bad: u32,
    good: u32,
    row: u32,
    row_since: u64,
    bad_row: u32,
    longest_row: u32,
    longest_ms: u64,
}

impl Record {
    pub fn new(ip: Option<IpAddr>) -> Record {
        Record {
            ip,
            failing: false,
            connected: false,
            absent: 0,
            absent_since: 0,
            recent: 0,
            recent_looks: 0,
            bad: 0,
            good: 0,
            row: 0,
            row_since: 0,
            bad_row: 0,
            longest_row: 0,
            longest_ms: 0,
        }
    }

    /// The last look was bad, and it does not count as failing yet.
    pub fn is_doubtful(&self) -> bool {
        !self.failing && self.bad_row > 0
    }

    /// A bad look. `at_once`: the site never worked while it was watched, so that there is no good row to break.
    pub fn take_bad(&mut self, now_ms: u64, at_once: bool) {
        self.push(1);
        self.bad_row += 1;
        if self.failing {
            self.longest_row = self.longest_row.max(self.row);
            if self.row > 0 {
                self.longest_ms = self.longest_ms.max(now_ms.saturating_sub(self.row_since));
            }
            self.good += self.row;
            self.bad += 1;
        } else if at_once || self.bad_row >= 2 || self.recent.count_ones() >= TOO_MANY {
            self.failing = true;
            self.bad = self.recent.count_ones();
            self.good = self.recent_looks_since_first_bad() - self.bad;
            self.longest_row = self.longest_good_run();
            self.longest_ms = 0;
        }
        self.row = 0;
    }

    /// A good look.
    pub fn take_good(&mut self, now_ms: u64) {
        self.push(0);
        self.bad_row = 0;
        self.row += 1;
        if self.row == 1 {
            self.row_since = now_ms;
        }
        let lasted = now_ms.saturating_sub(self.row_since);
        if self.failing && self.row >= self.needed() && lasted >= 2 * self.longest_ms {
            *self = Record { connected: self.connected, ..Record::new(self.ip) };
        }
    }

    /// Nobody looked for a while: rows do not go on over it.
    pub fn gap(&mut self) {
        (self.row, self.bad_row) = (0, 0);
        if !self.failing {
            (self.recent, self.recent_looks) = (0, 0);
        }
    }

    /// It fails, its row of good looks has begun, and more of them are needed.
    pub fn wants_another(&self) -> bool {
        self.failing && self.row > 0 && self.row < self.needed()
    }

    /// Good looks in a row after which chance is no explanation any more: (1 − p)ⁿ < 0.05 for the share p of bad ones
    /// up to then, and twice the longest good run that was seen while it was failing.
    fn needed(&self) -> u32 {
        let share = f64::from(self.bad) / f64::from((self.bad + self.good).max(1));
        let by_chance = if share >= 0.95 { 2 } else { ceil(0.05_f64.ln() / (1.0 - share).ln()) };
        by_chance.max(2 * self.longest_row).max(2)
    }

    fn push(&mut self, bit: u32) {
        self.recent = ((self.recent << 1) | bit) & ((1 << RECENT) - 1);
        self.recent_looks = (self.recent_looks + 1).min(RECENT);
    }

    fn recent_looks_since_first_bad(&self) -> u32 {
        u32::BITS - self.recent.leading_zeros()
    }

    /// Between two bad looks of the recent ones.
    fn longest_good_run(&self) -> u32 {
        let (mut longest, mut run) = (0, 0);
        for place in 0..self.recent_looks_since_first_bad() {
            run = if self.recent >> place & 1 == 1 { 0 } else { run + 1 };
            longest = longest.max(run);
        }
        longest
    }
}

/// A small positive count; longer rows than 1,000 are nobody's patience.
fn ceil(value: f64) -> u32 {
    (1..=1_000).find(|count| f64::from(*count) >= value).unwrap_or(1_000)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Looks every 15 seconds; `b` is bad. Whether it counts as failing after each.
    fn failing(record: &mut Record, looks: &str, from: u64) -> Vec<bool> {
        let mut now = from;
        let took = looks.chars().map(|look| {
            now += 15_000;
            if look == 'b' {
                record.take_bad(now, false)
            } else {
                record.take_good(now)
            }
            record.failing
        });
        took.collect()
    }

    #[test]
    fn one_bad_look_is_no_failure_and_two_in_a_row_are() {
        let mut record = Record::new(None);
        assert!(failing(&mut record, "ggbgggbggg", 0).iter().all(|failing| !failing));
        assert_eq!(failing(&mut Record::new(None), "gbb", 0), [false, false, true]);
    }

    #[test]
    fn three_bad_looks_in_twenty_are_a_failure_and_three_in_thirty_are_not() {
        assert_eq!(failing(&mut Record::new(None), "bgggggbgggggb", 0).last(), Some(&true));
        let rare = "bggggggggggggggbggggggggggggggb";
        assert!(failing(&mut Record::new(None), rare, 0).iter().all(|failing| !failing));
    }

    #[test]
    fn what_always_failed_needs_two_good_looks_and_what_failed_one_in_seven_needs_many() {
        assert_eq!(failing(&mut Record::new(None), "bbbbgg", 0).last(), Some(&false));
        let mut seldom = Record::new(None);
        // 3 of 13 looks failed: ln 0.05 / ln (10/13) = 11.4, and twice the longest good run is 10.
        let after = failing(&mut seldom, &format!("bgggggbgggggb{}", "g".repeat(12)), 0);
        assert_eq!(after.iter().filter(|failing| **failing).count(), 12);
        assert_eq!((after[23], after[24]), (true, false));
    }

    #[test]
    fn a_good_row_must_last_twice_as_long_as_the_longest_one_that_ended_badly() {
        let mut record = Record::new(None);
        record.take_bad(0, true);
        record.take_bad(1_000, true);
        record.take_good(10_000);
        // Ten minutes, and it failed again: only two looks in between, but a long time.
        record.take_bad(610_000, false);
        for now in (0..40).map(|look| 620_000 + look * 15_000) {
            record.take_good(now);
        }
        assert!(record.failing, "40 good looks in ten minutes do not outlast a good row of ten");
        record.take_good(620_000 + 1_200_000);
        assert!(!record.failing);
    }

    #[test]
    fn a_row_does_not_go_on_over_a_gap() {
        let mut record = Record::new(None);
        failing(&mut record, "bbbbg", 0);
        record.gap();
        assert_eq!(failing(&mut record, "gg", 999_999), [true, false], "the one before the gap does not count");
        let mut doubted = Record::new(None);
        failing(&mut doubted, "ggb", 0);
        doubted.gap();
        assert_eq!(failing(&mut doubted, "b", 999_999), [false]);
    }
}
