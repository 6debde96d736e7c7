//! What is counted over time, in stretches of one length: a minute, and longer ones where a log would have too many.

use std::collections::BTreeMap;

/// How many stretches are kept before they are made longer.
pub const SLOTS: usize = 2_048;

/// Counts that can be put together.
pub trait Sum {
    fn add(&mut self, other: Self);
}

/// One count for each stretch of time in which there is something to count.
#[derive(Debug, Clone)]
pub struct Slots<T> {
    /// Seconds of a stretch.
    width: i64,
    /// All but the last one.
    counts: BTreeMap<i64, T>,
    /// The one that was counted in last, and its place: what comes next mostly lies there too.
    last: Option<(i64, T)>,
}

impl<T> Default for Slots<T> {
    fn default() -> Self {
        Slots::of_width(60)
    }
}

impl<T> Slots<T> {
    fn of_width(width: i64) -> Self {
        Slots { width, counts: BTreeMap::new(), last: None }
    }
}

impl<T: Default + Sum> Slots<T> {
    /// Seconds of a stretch.
    pub fn width(&self) -> i64 {
        self.width
    }

    /// Counts at this moment, in seconds since 1970.
    pub fn count(&mut self, seconds: i64, count: impl FnOnce(&mut T)) {
        let width = self.width;
        // Cheaper than to divide at each line.
        let last = self.last.as_mut().filter(|(place, _)| (0..width).contains(&(seconds - place * width)));
        if let Some((_, counts)) = last {
            return count(counts);
        }
        self.put_away();
        let place = seconds.div_euclid(width);
        let mut counts = self.counts.remove(&place).unwrap_or_default();
        count(&mut counts);
        self.last = Some((place, counts));
        while self.counts.len() >= SLOTS {
            self.widen(self.width * 2);
        }
    }

    fn put_away(&mut self) {
        self.counts.extend(self.last.take());
    }

    fn widen(&mut self, width: i64) {
        self.put_away();
        let old = std::mem::replace(self, Slots::of_width(width));
        for (place, counts) in old.counts {
            self.counts.entry((place * old.width).div_euclid(width)).or_default().add(counts);
        }
    }

    /// Puts others in, as coarse as the coarser of the two.
    pub fn join(&mut self, mut other: Slots<T>) {
        let width = self.width.max(other.width);
        for slots in [&mut *self, &mut other] {
            if slots.width < width {
                slots.widen(width);
            }
        }
        other.put_away();
        for (place, counts) in other.counts {
            self.count(place * width, |sum| sum.add(counts));
        }
    }

    /// In the order of time: the place of each stretch, of which it is [`Slots::width`] seconds to the next.
    pub fn all(&self) -> Vec<(i64, &T)> {
        let mut all: Vec<(i64, &T)> = self
            .counts
            .iter()
            .chain(self.last.iter().map(|(place, counts)| (place, counts)))
            .map(|(place, counts)| (*place, counts))
            .collect();
        all.sort_by_key(|(place, _)| *place);
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    impl Sum for u64 {
        fn add(&mut self, other: u64) {
            *self += other;
        }
    }

    #[test]
    fn slots_grow_coarser_instead_of_more() {
        let sum = |slots: &Slots<u64>| slots.all().iter().map(|(_, count)| **count).sum::<u64>();
        let mut slots: Slots<u64> = Slots::default();
        (0..10_000).for_each(|minute| slots.count(minute * 60, |count| *count += 1));
        assert!(slots.all().len() <= SLOTS);
        assert_eq!(sum(&slots), 10_000);
        let mut other = Slots::default();
        other.count(0, |count| *count += 5);
        other.join(slots);
        assert_eq!(sum(&other), 10_005);
    }

    #[test]
    fn going_back_in_time_counts_in_the_same_slot() {
        let mut slots: Slots<u64> = Slots::default();
        [0, 70, 10, -1, 59].iter().for_each(|seconds| slots.count(*seconds, |count| *count += 1));
        let told: Vec<(i64, u64)> = slots.all().iter().map(|(place, count)| (*place, **count)).collect();
        assert_eq!(told, [(-1, 1), (0, 3), (1, 1)]);
    }
}
