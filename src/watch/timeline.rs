//! What is remembered of a site for showing it: a bounded row of small samples, the changes, the outages.

use std::collections::VecDeque;

use super::follower::Followed;
use super::outages::{Outage, Outages};
use super::phase::{Change, Look};

/// Samples that are kept: a day of looks every 30 seconds.
const SAMPLES: usize = 2_880;
/// Changes and outages that are kept.
const CHANGES: usize = 100;

/// One look, as small as it can be drawn from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sample {
    /// Milliseconds since 1970.
    pub unix_ms: i64,
    pub ms: u32,
    pub kind: Kind,
    /// Nobody looked for a while before it.
    pub after_gap: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Good,
    Bad,
    /// It does not count.
    Nothing,
}

/// One look that changed something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    pub unix_ms: i64,
    pub ms: u64,
    pub change: Change,
    /// Nobody looked for so long before it.
    pub gap_ms: Option<u64>,
}

/// The row of one site.
#[derive(Debug, Clone, Default)]
pub struct Timeline {
    pub samples: VecDeque<Sample>,
    pub changes: VecDeque<Changed>,
    outages: Outages,
    /// Good looks in a row.
    pub good_row: u32,
    /// Looks in all, those included that are no longer kept.
    pub looks: usize,
}

impl Timeline {
    pub fn take(&mut self, followed: &Followed) {
        let kind = match followed.look {
            Look::Good => Kind::Good,
            Look::Bad(_) => Kind::Bad,
            Look::NoLine | Look::TurnedAway(_) => Kind::Nothing,
        };
        match kind {
            Kind::Good => self.good_row += 1,
            Kind::Bad => self.good_row = 0,
            Kind::Nothing => {}
        }
        let sample = Sample {
            unix_ms: followed.unix_ms,
            ms: u32::try_from(followed.ms).unwrap_or(u32::MAX),
            kind,
            after_gap: followed.gap_ms.is_some(),
        };
        self.looks += 1;
        push(&mut self.samples, sample, SAMPLES);
        if followed.change != Change::Nothing || followed.gap_ms.is_some() {
            let changed = Changed {
                unix_ms: followed.unix_ms,
                ms: followed.ms,
                change: followed.change.clone(),
                gap_ms: followed.gap_ms,
            };
            push(&mut self.changes, changed, CHANGES);
        }
        self.outages.take(followed);
        if self.outages.list.len() > CHANGES {
            self.outages.list.remove(0);
        }
    }

    /// The oldest first.
    pub fn outages(&self) -> &[Outage] {
        &self.outages.list
    }

    /// Bytes that it takes in memory.
    #[cfg(test)]
    pub fn footprint(&self) -> usize {
        let words = self.changes.iter().map(|changed| match &changed.change {
            Change::Fails(what) | Change::Doubtful(what) => what.capacity(),
            _ => 0,
        });
        size_of::<Self>()
            + self.samples.capacity() * size_of::<Sample>()
            + self.changes.capacity() * size_of::<Changed>()
            + self.outages.list.capacity() * size_of::<Outage>()
            + words.sum::<usize>()
    }
}

/// Room is made step by step, and never more than is wanted at most.
fn push<T>(row: &mut VecDeque<T>, item: T, most: usize) {
    if row.len() >= most {
        row.pop_front();
    } else if row.len() == row.capacity() {
        row.reserve_exact((row.len() / 2).clamp(8, most - row.len()));
    }
    row.push_back(item);
}
