//! Answers minute by minute: whether failures come with many requests, or with the first one after a pause. A minute, and
//! a spell of failing minutes, is one draw, however many answers it has (decision tables, section 8).

use super::slots::{Slots, Sum};
use super::statistics::{Part, at_least, fisher, float};
use crate::model::log::{AfterIdle, LogTime, Peak, WhenBusy};

/// Longer slots, in seconds, hide what comes and goes.
const LONGEST: i64 = 300;
/// How likely chance may be behind what is told.
const CHANCE: f64 = 0.01;
/// Fewer minutes tell no rate that is usual.
const FEWEST_MINUTES: usize = 30;
/// Spells of failures that are told (as of periods: three repeats).
const FEWEST_SPELLS: u64 = 3;
/// This part of the minutes is busy: by chance a spell begins there as often.
const BUSY: f64 = 0.2;
/// Nobody asked for so many minutes: a pause.
const IDLE: i64 = 5;
/// Fewer pauses, or minutes beside them, prove nothing.
const FEWEST: u64 = 5;
/// Who fails only at first does not fail more often than that in one minute.
const AT_FIRST: u64 = 2;
/// Such a part of the other minutes may have failures too.
const BESIDE: f64 = 0.1;

#[derive(Debug, Clone, Copy, Default)]
struct Slot {
    answers: u64,
    failed: u64,
}

impl Sum for Slot {
    fn add(&mut self, other: Slot) {
        self.answers += other.answers;
        self.failed += other.failed;
    }
}

impl Slot {
    fn good(self) -> u64 {
        self.answers - self.failed
    }
}

/// All minutes with answers.
#[derive(Debug, Default, Clone)]
pub struct Pace {
    slots: Slots<Slot>,
}

impl Pace {
    /// One answer, at this time in seconds since 1970.
    pub fn count(&mut self, seconds: i64, failed: bool) {
        self.slots.count(seconds, |slot| slot.add(Slot { answers: 1, failed: u64::from(failed) }));
    }

    pub fn join(&mut self, other: Pace) {
        self.slots.join(other.slots);
    }

    /// In the order of time.
    fn all(&self) -> Vec<(i64, Slot)> {
        self.slots.all().into_iter().map(|(place, slot)| (place, *slot)).collect()
    }

    /// The stretch in which most failed, the first of several; `None` where nothing did.
    pub fn peak(&self, has_zone: bool) -> Option<Peak> {
        let width = self.slots.width();
        let most = self.slots.all().into_iter().rev().max_by_key(|(_, slot)| slot.failed);
        most.filter(|(_, slot)| slot.failed > 0).map(|(place, slot)| Peak {
            start: LogTime { seconds: place * width, has_zone },
            width: width.unsigned_abs(),
            answers: slot.answers,
            failed: slot.failed,
        })
    }

    /// Spells of failures that begin when many pages are asked for, and end when fewer are. Good answers are counted
    /// alone: programs that try again after a failure add requests, and no good answers.
    pub fn when_busy(&self) -> Option<WhenBusy> {
        let slots = self.all();
        let failed: u64 = slots.iter().map(|(_, slot)| slot.failed).sum();
        let answers: u64 = slots.iter().map(|(_, slot)| slot.answers).sum();
        if self.slots.width() > LONGEST || slots.len() < FEWEST_MINUTES || failed == 0 {
            return None;
        }
        let mut rates: Vec<u64> = slots.iter().map(|(_, slot)| slot.good()).collect();
        rates.sort_unstable();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a place in a list")]
        let place = (float(rates.len() as u64) * (1.0 - BUSY)) as usize;
        let (busy, usual) = (*rates.get(place)?, *rates.get(rates.len() / 2)?);
        // More often than all minutes together.
        let fails = |slot: &Slot| slot.failed * answers > slot.answers * failed;
        let (mut spells, mut times, mut least) = (0, 0, u64::MAX);
        let mut at = 0;
        while let Some((_, slot)) = slots.get(at) {
            if !fails(slot) {
                at += 1;
                continue;
            }
            let end = slots.iter().skip(at).position(|(_, slot)| !fails(slot)).map_or(slots.len(), |more| at + more);
            let spell = slots.get(at..end).unwrap_or_default();
            let rate = spell.iter().map(|(_, slot)| slot.good()).sum::<u64>() / (spell.len() as u64).max(1);
            let calmer = |place: Option<usize>| {
                place.and_then(|place| slots.get(place)).is_none_or(|(_, slot)| slot.good() < rate)
            };
            spells += 1;
            if rate >= busy && rate > usual && calmer(at.checked_sub(1)) && calmer(Some(end)) {
                times += 1;
                least = least.min(rate);
            }
            at = end;
        }
        let is_no_chance = at_least(times, spells, BUSY) < CHANCE;
        let a_minute = |count: u64| count.saturating_mul(60) / self.slots.width().unsigned_abs().max(1);
        (times >= FEWEST_SPELLS && is_no_chance).then(|| WhenBusy {
            times,
            spells,
            busy: a_minute(least),
            usual: a_minute(usual),
        })
    }

    /// Failures with the first requests after a pause, while the next ones are well.
    pub fn after_idle(&self) -> Option<AfterIdle> {
        // Longer slots hide pauses.
        if self.slots.width() > 60 {
            return None;
        }
        let slots = self.all();
        let (mut first, mut others) = (Part { some: 0, all: 0 }, Part { some: 0, all: 0 });
        let mut before: Option<i64> = None;
        for (at, (place, slot)) in slots.iter().enumerate() {
            // What was before the log's beginning is not known.
            let is_first = before.map(|before| place - before > IDLE);
            before = Some(*place);
            let part = match is_first {
                Some(true) => &mut first,
                Some(false) => &mut others,
                None => continue,
            };
            let is_at_first = is_first == Some(true) && slot.failed > AT_FIRST;
            // The next ones are well: in the same minute, or in the next one with answers, before another pause.
            let soon = slots.get(at + 1).filter(|(next, _)| next - place <= IDLE);
            let recovers = slot.good() > 0 || soon.is_some_and(|(_, next)| next.good() > 0);
            part.all += 1;
            part.some += u64::from(slot.failed > 0 && !is_at_first && (recovers || is_first != Some(true)));
        }
        let is_plain = first.some * 2 > first.all && others.share() <= BESIDE;
        let enough = first.all >= FEWEST && others.all >= FEWEST && first.some >= FEWEST;
        (enough && is_plain && fisher(first, others) < CHANCE).then(|| AfterIdle {
            times: first.some,
            starts: first.all,
            minutes: IDLE.unsigned_abs(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Answers and failures of each minute; minutes without answers are left out.
    fn pace(minutes: impl IntoIterator<Item = (i64, u64, u64)>) -> Pace {
        let mut pace = Pace::default();
        for (minute, answers, failed) in minutes {
            (0..answers).for_each(|number| pace.count(minute * 60 + 7, number < failed));
        }
        pace
    }

    /// A job that runs alone every ten minutes and always fails shows nothing about pauses.
    #[test]
    fn what_never_recovers_is_no_failure_after_a_pause() {
        let night = (0..48).map(|turn| (turn * 10, 1, 1));
        let day = (480..960).map(|minute| (minute, 10, 0));
        assert_eq!(pace(night.chain(day)).after_idle(), None);
    }

    /// Two hours with ten answers a minute, and so many at each spell of three minutes.
    fn spells(at: &[i64], answers: u64, failed: u64) -> Pace {
        pace((0..120).map(|minute| {
            let within = at.iter().any(|start| (*start..start + 3).contains(&minute));
            if within { (minute, answers, failed) } else { (minute, 10, 0) }
        }))
    }

    #[test]
    fn failures_that_come_and_go_with_many_requests_are_told() {
        let told = spells(&[10, 40, 70, 100], 60, 20).when_busy();
        assert_eq!(told, Some(WhenBusy { times: 4, spells: 4, busy: 40, usual: 10 }));
        // As many requests as ever, a storm of repeats that get nothing, too few spells, and nothing that fails.
        assert_eq!(spells(&[10, 40, 70, 100], 10, 5).when_busy(), None);
        assert_eq!(spells(&[10, 40, 70, 100], 60, 55).when_busy(), None);
        assert_eq!(spells(&[10, 40], 60, 20).when_busy(), None);
        assert_eq!(spells(&[10, 40, 70, 100], 60, 0).when_busy(), None);
        // The rush goes on and the failures end: it was not the rush.
        let rush = |minute: i64| if (20..110).contains(&minute) { 60 } else { 10 };
        let fails = |minute: i64| if [30, 50, 70].contains(&(minute / 3 * 3)) { 20 } else { 0 };
        assert_eq!(pace((0..120).map(|minute| (minute, rush(minute), fails(minute)))).when_busy(), None);
    }

    #[test]
    fn the_first_request_after_a_pause_fails_and_the_next_ones_do_not() {
        let visits = |first_fails: bool, later_fails: bool| {
            pace((0..8).flat_map(move |round| {
                let start = round * 20;
                [(start, 3, u64::from(first_fails)), (start + 1, 3, u64::from(later_fails)), (start + 2, 3, 0)]
            }))
        };
        // The first minute of the log has no known past.
        assert_eq!(visits(true, false).after_idle(), Some(AfterIdle { times: 7, starts: 7, minutes: 5 }));
        assert_eq!(visits(false, true).after_idle(), None);
        assert_eq!(visits(true, true).after_idle(), None);
        assert_eq!(visits(false, false).after_idle(), None);
        // All that asked in that minute failed: no trouble of the first one.
        assert_eq!(pace((0..8).flat_map(|round| [(round * 20, 9, 9), (round * 20 + 1, 3, 0)])).after_idle(), None);
    }

    #[test]
    fn the_worst_minute_is_the_first_of_those_with_most_failures() {
        let peak = pace([(1, 9, 2), (2, 5, 4), (3, 50, 4)]).peak(true).unwrap();
        assert_eq!((peak.start.seconds, peak.width, peak.answers, peak.failed), (120, 60, 5, 4));
        assert_eq!(pace([(1, 9, 0)]).peak(true), None);
    }

    #[test]
    fn where_a_log_is_parted_changes_nothing() {
        let count = |pace: &mut Pace, range: std::ops::Range<i64>| {
            range.for_each(|minute| pace.count(minute * 60, minute % 7 == 0));
        };
        let (mut whole, mut left, mut right) = (Pace::default(), Pace::default(), Pace::default());
        count(&mut whole, 0..5_000);
        count(&mut left, 0..3_000);
        count(&mut right, 3_000..5_000);
        left.join(right);
        let told = |pace: &Pace| {
            pace.all().iter().map(|(place, slot)| (*place, slot.answers, slot.failed)).collect::<Vec<_>>()
        };
        assert_eq!((left.slots.width(), told(&left)), (whole.slots.width(), told(&whole)));
        assert!(left.all().len() <= crate::logs::slots::SLOTS + 1);
    }
}
