//! Failures over time: how many of each kind, minute by minute, and coarser in longer logs.

use std::collections::BTreeMap;

use super::matcher::{Kind, sign};
use crate::model::log::{Bucket, LogTime, Named};

/// More of them are made coarser.
const BUCKETS: usize = 2_048;
/// How many kinds of a bucket are told.
const KINDS_TOLD: usize = 3;

/// Failures of each kind in one stretch of time: mostly one or two kinds, so a list.
#[derive(Debug, Default, Clone)]
struct Counts(Vec<(Kind, u64)>);

impl Counts {
    fn add(&mut self, kind: Kind, count: u64) {
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

/// Counts by start of a bucket.
#[derive(Debug, Clone)]
pub struct TimeLine {
    /// Seconds of a bucket.
    width: i64,
    counts: BTreeMap<i64, Counts>,
}

impl Default for TimeLine {
    fn default() -> Self {
        TimeLine { width: 60, counts: BTreeMap::new() }
    }
}

impl TimeLine {
    /// One more failure at this moment, in seconds since 1970.
    pub fn count(&mut self, seconds: i64, kind: Kind) {
        self.counts.entry(seconds.div_euclid(self.width)).or_default().add(kind, 1);
        self.limit();
    }

    fn limit(&mut self) {
        while self.counts.len() > BUCKETS {
            self.widen(self.width * 2);
        }
    }

    fn widen(&mut self, width: i64) {
        let old = std::mem::take(&mut self.counts);
        for (bucket, counts) in old {
            self.join_at((bucket * self.width).div_euclid(width), counts);
        }
        self.width = width;
    }

    fn join_at(&mut self, bucket: i64, more: Counts) {
        let counts = self.counts.entry(bucket).or_default();
        more.0.into_iter().for_each(|(kind, count)| counts.add(kind, count));
    }

    /// Puts another one in, as coarse as the coarser of the two.
    pub fn join(&mut self, mut other: TimeLine) {
        let width = self.width.max(other.width);
        for line in [&mut *self, &mut other] {
            if line.width < width {
                line.widen(width);
            }
        }
        for (bucket, counts) in other.counts {
            self.join_at(bucket, counts);
        }
        self.limit();
    }

    /// What is told of it, in the order of time; empty buckets are left out.
    pub fn told(&self, has_zone: bool) -> Vec<Bucket> {
        let bucket = |(place, counts): (&i64, &Counts)| Bucket {
            start: LogTime { seconds: place * self.width, has_zone },
            width: self.width.unsigned_abs(),
            count: counts.sum(),
            kinds: counts.told(),
        };
        self.counts.iter().map(bucket).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::logs::{Wish, summarise};

    #[test]
    fn a_time_line_grows_coarser_instead_of_longer() {
        let sum = |line: &TimeLine| line.counts.values().map(Counts::sum).sum::<u64>();
        let mut line = TimeLine::default();
        (0..10_000).for_each(|minute| line.count(minute * 60, 0));
        assert!(line.counts.len() <= BUCKETS);
        assert_eq!(sum(&line), 10_000);
        let mut other = TimeLine::default();
        (0..5).for_each(|_| other.count(0, 1));
        other.join(line);
        assert_eq!(sum(&other), 10_005);
        assert_eq!(other.counts.values().next().map(|counts| counts.0.len()), Some(2));
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
