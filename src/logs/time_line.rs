//! Failures over time: how many of each kind, minute by minute, and coarser in longer logs.

use super::matcher::{Kind, sign};
use super::slots::{Slots, Sum};
use crate::model::log::{Bucket, LogTime, Named};

/// How many kinds of a bucket are told.
const KINDS_TOLD: usize = 3;

/// Failures of each kind in one stretch of time: mostly one or two kinds, so a list.
#[derive(Debug, Default, Clone)]
struct Counts(Vec<(Kind, u64)>);

impl Sum for Counts {
    fn add(&mut self, other: Counts) {
        other.0.into_iter().for_each(|(kind, count)| self.count(kind, count));
    }
}

impl Counts {
    fn count(&mut self, kind: Kind, count: u64) {
        match self.0.iter_mut().find(|(known, _)| *known == kind) {
            Some((_, sum)) => *sum += count,
            None => self.0.push((kind, count)),
        }
    }

    fn sum(&self) -> u64 {
        self.0.iter().map(|(_, count)| count).sum()
    }

    /// The most frequent kinds, in an order that does not depend on that of the lines.
    fn told(&self) -> Vec<Named> {
        let mut kinds = self.0.clone();
        kinds.sort_by_key(|(kind, count)| (std::cmp::Reverse(*count), *kind));
        let named = |(kind, count)| Some(Named { name: sign(kind)?.id.clone(), count });
        kinds.into_iter().filter_map(named).take(KINDS_TOLD).collect()
    }
}

/// Failures over time.
#[derive(Debug, Default, Clone)]
pub struct TimeLine(Slots<Counts>);

impl TimeLine {
    /// One more failure at this moment, in seconds since 1970.
    pub fn count(&mut self, seconds: i64, kind: Kind) {
        self.0.count(seconds, |counts| counts.count(kind, 1));
    }

    /// Puts another one in, as coarse as the coarser of the two.
    pub fn join(&mut self, other: TimeLine) {
        self.0.join(other.0);
    }

    /// What is told of it, in the order of time; empty buckets are left out.
    pub fn told(&self, has_zone: bool) -> Vec<Bucket> {
        let width = self.0.width();
        let bucket = |(place, counts): (i64, &Counts)| Bucket {
            start: LogTime { seconds: place * width, has_zone },
            width: width.unsigned_abs(),
            count: counts.sum(),
            kinds: counts.told(),
        };
        self.0.all().into_iter().map(bucket).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::logs::{Wish, summarise};

    #[test]
    fn a_time_line_grows_coarser_instead_of_longer() {
        let sum = |line: &TimeLine| line.told(false).iter().map(|bucket| bucket.count).sum::<u64>();
        let mut line = TimeLine::default();
        (0..10_000).for_each(|minute| line.count(minute * 60, 0));
        assert!(line.told(false).len() <= crate::logs::slots::SLOTS);
        assert_eq!(sum(&line), 10_000);
        let mut other = TimeLine::default();
        (0..5).for_each(|_| other.count(0, 1));
        other.join(line);
        assert_eq!(sum(&other), 10_005);
        assert_eq!(other.told(false).first().map(|bucket| bucket.kinds.len()), Some(2));
    }

    #[test]
    fn each_bucket_tells_its_kinds_and_counts_all_of_them() {
        let line = |words: &str| format!("2026/11/22 02:10:11 [error] 7#7: *1 {words}, client: 1.2.3.4\n");
        let text = line("connect() failed (111: Connection refused) while connecting to upstream").repeat(2)
            + &line("upstream prematurely closed connection while reading response header from upstream");
        let summary = summarise("x", text.as_bytes(), &Wish::default(), |_| true).unwrap();
        let kinds: Vec<(&str, u64)> =
            summary.histogram[0].kinds.iter().map(|kind| (kind.name.as_str(), kind.count)).collect();
        assert_eq!((summary.histogram.len(), summary.histogram[0].count), (1, 3));
        assert_eq!((kinds.len(), kinds[0]), (2, ("nginx-refused", 2)));
    }
}
