//! Failures in groups: what stands out from what is usual in a log, and what comes again at equal spacing.

use serde::Serialize;

use super::statistics::{at_least, float};
use crate::model::log::{Bucket, LogTime};

/// So long a pause ends an incident, in seconds.
const PAUSE: i64 = 300;
/// A period is told after so many repeats (decision tables, section 8).
const REPEATS: usize = 3;
/// How likely chance may make a period that is told.
const CHANCE: f64 = 0.001;
/// Of the steps between incidents so many must fit the period.
const FITTING: f64 = 0.9;

/// A stretch of time with more failures than is usual in this log.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Incident {
    pub from: LogTime,
    /// The end of its last minute.
    pub to: LogTime,
    pub count: u64,
}

/// Failures that come again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Period {
    pub seconds: u64,
    /// How often they came.
    pub times: u64,
    pub last: LogTime,
}

/// Incidents in the order of time. `histogram` leaves out what is empty; all its buckets have one width. `span` is how
/// many seconds the logs cover: what is usual, is so over all of them.
pub fn incidents(histogram: &[Bucket], span: i64) -> Vec<Incident> {
    let Some((first, last)) = histogram.first().zip(histogram.last()) else { return Vec::new() };
    let width = step(first);
    let slots = span.max(last.start.seconds - first.start.seconds) / width + 1;
    let usual = usual(histogram, usize::try_from(slots).unwrap_or(usize::MAX));
    // Four standard deviations of a count, and a little for small ones; where nothing is usual, each failure stands out.
    let most = if usual == 0 { 0.0 } else { float(usual) + 4.0 * float(usual).sqrt() + 3.0 };
    let mut found: Vec<Incident> = Vec::new();
    for bucket in histogram.iter().filter(|bucket| float(bucket.count) > most) {
        let end = LogTime { seconds: bucket.start.seconds + width, ..bucket.start };
        match found.last_mut().filter(|incident| bucket.start.seconds - incident.to.seconds <= PAUSE.max(width)) {
            Some(incident) => {
                incident.to = end;
                incident.count += bucket.count;
            }
            None => found.push(Incident { from: bucket.start, to: end, count: bucket.count }),
        }
    }
    found
}

fn step(bucket: &Bucket) -> i64 {
    i64::try_from(bucket.width).unwrap_or(60).max(1)
}

/// The median count of all slots, the empty ones too.
fn usual(histogram: &[Bucket], slots: usize) -> u64 {
    let mut counts: Vec<u64> = histogram.iter().map(|bucket| bucket.count).collect();
    counts.sort_unstable();
    let empty = slots.saturating_sub(counts.len());
    (slots / 2).checked_sub(empty).and_then(|place| counts.get(place)).copied().unwrap_or(0)
}

/// The period with which incidents begin, if chance does not explain it: compared with beginnings at random, of which no
/// two are nearer than the pause that parts them.
pub fn period(incidents: &[Incident], width: u64) -> Option<Period> {
    let starts: Vec<i64> = incidents.iter().map(|incident| incident.from.seconds).collect();
    let steps: Vec<i64> = starts.windows(2).filter_map(|two| Some(two.get(1)? - two.first()?)).collect();
    if steps.len() < REPEATS {
        return None;
    }
    let mut sorted = steps.clone();
    sorted.sort_unstable();
    let middle = *sorted.get((sorted.len() - 1) / 2)?;
    let width = i64::try_from(width).ok()?.max(1);
    // A job does not begin to the second, and a bucket hides seconds.
    let slack = width + middle / 50;
    let fits = |step: i64, times: i64| (step - times * middle).abs() <= slack;
    // One time in a row may have gone well, two too.
    let fitting = steps.iter().filter(|step| (1..=3).any(|times| fits(**step, times))).count();
    let plain = steps.iter().filter(|step| fits(**step, 1)).count();
    if float(fitting as u64) < FITTING * float(steps.len() as u64) || plain * 2 < steps.len() {
        return None;
    }
    #[expect(clippy::cast_precision_loss, reason = "seconds of a log are far below 2^53")]
    let chance = {
        let shortest = (PAUSE.max(width)) as f64;
        let mean = steps.iter().sum::<i64>() as f64 / steps.len() as f64;
        let scale = (mean - shortest).max(width as f64);
        let before = |step: f64| if step <= shortest { 0.0 } else { 1.0 - (-(step - shortest) / scale).exp() };
        let around = |times: f64| {
            let (at, slack) = (times * middle as f64, slack as f64 + width as f64 / 2.0);
            before(at + slack) - before(at - slack)
        };
        (1..=3).map(|times| around(f64::from(times))).sum::<f64>()
    };
    // One step was spent on finding the period itself.
    let tries = steps.len() as u64 - 1;
    let likely = at_least((fitting as u64 - 1).min(tries), tries, chance);
    let last = incidents.last()?.from;
    // The mean is finer than the median, and knows of the runs that went well.
    let runs: i64 = steps.iter().map(|step| ((step + middle / 2) / middle.max(1)).max(1)).sum();
    let seconds = u64::try_from(rounded(steps.iter().sum::<i64>() / runs.max(1), width)).ok()?;
    (likely < CHANCE).then_some(Period { seconds, times: starts.len() as u64, last })
}

/// To the minute: a finer number would say more than is known.
fn rounded(seconds: i64, width: i64) -> i64 {
    let unit = width.max(60);
    (seconds + unit / 2) / unit * unit
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bucket(minute: i64, count: u64) -> Bucket {
        Bucket { start: LogTime { seconds: minute * 60, has_zone: false }, width: 60, count, kinds: Vec::new() }
    }

    fn period_of(minutes: impl IntoIterator<Item = i64>) -> Option<u64> {
        let mut minutes: Vec<i64> = minutes.into_iter().collect();
        minutes.sort_unstable();
        minutes.dedup();
        let histogram: Vec<Bucket> = minutes.into_iter().map(|minute| bucket(minute, 3)).collect();
        period(&incidents(&histogram, 0), 60).map(|period| period.seconds)
    }

    #[test]
    fn what_stands_out_is_an_incident_and_what_is_usual_is_none() {
        let calm: Vec<Bucket> = (0..600).map(|minute| bucket(minute, 10 + u64::from(minute % 3 == 0))).collect();
        assert_eq!(incidents(&calm, 0), []);
        let with_peak: Vec<Bucket> =
            (0..600).map(|minute| bucket(minute, if (200..235).contains(&minute) { 90 } else { 10 })).collect();
        let found = incidents(&with_peak, 0);
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].from.seconds, found[0].to.seconds, found[0].count), (12_000, 14_100, 3_150));
        // Ten minutes of failures are usual in a log of ten minutes, and stand out in one of a day.
        let few: Vec<Bucket> = (0..10).map(|minute| bucket(minute, 1)).collect();
        assert_eq!((incidents(&few, 0).len(), incidents(&few, 86_400).len()), (0, 1));
        // In a quiet log two failures far apart are two.
        assert_eq!(incidents(&[bucket(0, 1), bucket(3, 1), bucket(60, 1)], 0).len(), 2);
        assert_eq!(incidents(&[], 0), []);
    }

    #[test]
    fn jobs_that_run_at_equal_spacing_are_found() {
        assert_eq!(period_of((0..24).map(|hour| hour * 60 + 7)), Some(3_600));
        assert_eq!(period_of((0..4).map(|day| day * 1_440 + 180)), Some(86_400));
        assert_eq!(period_of((0..20).map(|run| run * 15)), Some(900));
        // A minute early or late, and one run that went well.
        assert_eq!(period_of([7, 66, 127, 187, 308, 367, 428]), Some(3_600));
    }

    #[test]
    fn too_few_and_uneven_ones_are_no_period() {
        assert_eq!(period_of([0, 60, 120]), None);
        assert_eq!(period_of([0, 60, 180, 210, 400, 410]), None);
        assert_eq!(period_of([]), None);
        // Equal steps that chance makes easily: near the shortest that there can be.
        assert_eq!(period_of([0, 7, 14, 21]), None);
    }

    #[test]
    fn chance_makes_a_period_in_fewer_than_one_log_of_a_hundred() {
        let mut seed: u64 = 502;
        let mut random = move || {
            // xorshift64 (Marsaglia 2003)
            seed ^= seed << 13;
            seed ^= seed >> 7;
            seed ^= seed << 17;
            seed
        };
        let mut fired = 0;
        for number in 0..1_000_u64 {
            let minutes = (0..4 + number % 60).map(|_| i64::try_from(random() % 1_440).unwrap_or(0));
            fired += u64::from(period_of(minutes).is_some());
        }
        assert!(fired < 10, "{fired} of 1000");
    }
}
