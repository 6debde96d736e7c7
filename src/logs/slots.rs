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
    counts: BTreeMap<i64, T>,
}

impl<T> Default for Slots<T> {
    fn default() -> Self {
        Slots { width: 60, counts: BTreeMap::new() }
    }
}

impl<T: Default + Sum> Slots<T> {
    /// Seconds of a stretch.
    pub fn width(&self) -> i64 {
        self.width
    }

    /// The stretch in which this moment lies, in seconds since 1970.
    pub fn place_of(&self, seconds: i64) -> i64 {
        seconds.div_euclid(self.width)
    }

    /// Counts at this moment, in seconds since 1970.
    pub fn count(&mut self, seconds: i64, count: impl FnOnce(&mut T)) {
        count(self.counts.entry(self.place_of(seconds)).or_default());
        while self.counts.len() > SLOTS {
            self.widen(self.width * 2);
        }
    }

    fn widen(&mut self, width: i64) {
        let old = std::mem::replace(self, Slots { width, counts: BTreeMap::new() });
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
        for (place, counts) in other.counts {
            self.count(place * width, |sum| sum.add(counts));
        }
    }

    /// In the order of time: the place of each stretch, of which it is [`Slots::width`] seconds to the next.
    pub fn iter(&self) -> impl Iterator<Item = (i64, &T)> {
        self.counts.iter().map(|(place, counts)| (*place, counts))
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
        let sum = |slots: &Slots<u64>| slots.iter().map(|(_, count)| count).sum::<u64>();
        let mut slots: Slots<u64> = Slots::default();
        (0..10_000).for_each(|minute| slots.count(minute * 60, |count| *count += 1));
        assert!(slots.iter().count() <= SLOTS);
        assert_eq!(sum(&slots), 10_000);
        let mut other = Slots::default();
        other.count(0, |count| *count += 5);
        other.join(slots);
        assert_eq!(sum(&other), 10_005);
    }
}
