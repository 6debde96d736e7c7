//! What logs say, ready to be drawn: bars over time, causes, and the log's own words.

use std::ops::Range;

use crate::logs::sign;
use crate::logs::together::{CauseTold, together};
use crate::model::diagnosis::Words;
use crate::model::log::{Bucket, Hour, LogSummary, LogTime, Named, Part, Says};
use crate::model::upstream::Upstream;
use crate::model::{Case, Cause, Known, Seen};
use crate::text::Texts;

/// How many bars there are at the most.
const BARS: i64 = 30;
/// How many causes are named.
const CAUSES: usize = 5;
/// Colours of the bars: one for each of the most frequent causes, and the last for all others.
pub const SERIES: usize = 4;

/// One bar of the histogram.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    /// Seconds since 1970, by the log's clock.
    pub start: i64,
    pub label: String,
    pub count: u64,
    /// How many of them each series has, as [`CauseBar::series`] numbers them.
    pub parts: [u64; SERIES],
}

/// What failed in one hour, or a longer stretch of a long log.
#[derive(Debug, Clone, PartialEq)]
pub struct HourView {
    /// Seconds since 1970, by the log's clock; `to` is the first second behind it.
    pub from: i64,
    pub to: i64,
    pub span: String,
    pub causes: Vec<CauseBar>,
    pub servers: Vec<(String, u64)>,
    pub pages: Vec<(String, u64)>,
}

/// Which lines are told as one cause, as [`together`] puts them together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lines {
    pub cause: Cause,
    pub part: Part,
    /// A status alone, without a word about why.
    pub is_hint: bool,
}

impl Lines {
    fn of(cause: Cause, part: Part, says: Says) -> Self {
        Lines { cause, part, is_hint: says == Says::Hint }
    }
}

/// One cause with its share. The title says where it is a guess, or follows from another.
#[derive(Debug, Clone, PartialEq)]
pub struct CauseBar {
    pub lines: Lines,
    pub title: String,
    pub count: u64,
    /// Of the most frequent one, 0 to 1.
    pub share: f32,
    /// Its colour in the bars, below [`SERIES`].
    pub series: usize,
}

/// What lines of one cause say.
#[derive(Debug, Clone, PartialEq)]
pub struct WordsView {
    pub cause: Cause,
    /// What an owner does about it.
    pub advice: Vec<String>,
    /// The last line of them.
    pub quote: String,
    /// The bytes of it that tell the cause; empty where that is no text.
    pub telling: Range<usize>,
    pub count: u64,
    pub servers: Vec<(String, u64)>,
    pub pages: Vec<(String, u64)>,
}

/// All of it.
#[derive(Debug, Clone, PartialEq)]
pub struct LogView {
    pub lines: u64,
    pub failed: u64,
    pub last: Option<String>,
    pub bars: Vec<Bar>,
    /// Seconds of a bar.
    pub step: i64,
    /// The most frequent ones.
    pub causes: Vec<CauseBar>,
    /// How many more there are.
    pub more_causes: usize,
    pub hours: Vec<HourView>,
    /// Of each of `causes`, in their order; never empty.
    pub words: Vec<WordsView>,
}

impl LogView {
    /// Of a case with logs; `None` without, or where they hold nothing that tells.
    pub fn of(case: &Case, texts: &Texts) -> Option<LogView> {
        let logs: Vec<&LogSummary> = case
            .observations
            .iter()
            .filter_map(|one| match &one.seen {
                Seen::Log { log: Known::Seen(log), .. } => Some(log),
                _ => None,
            })
            .collect();
        let told = together(&logs);
        let causes: Vec<_> = told.causes.iter().filter(|cause| cause.part.is_failure()).collect();
        // A status that an access log has beside the words of another log is the same failure once more.
        let is_hint = |cause: &CauseTold| cause.says == Says::Hint;
        let hints_alone = causes.iter().all(|cause| is_hint(cause));
        let counts = |cause: &CauseTold| hints_alone || !is_hint(cause);
        let most = causes.iter().map(|cause| cause.count).max()?.max(1);
        let lines = |cause: &CauseTold| Lines::of(cause.cause, cause.part, cause.says);
        #[expect(clippy::cast_precision_loss, reason = "for the eye")]
        let bar = |(place, cause): (usize, &&CauseTold)| CauseBar {
            lines: lines(cause),
            title: title(lines(cause), texts),
            count: cause.count,
            share: cause.count as f32 / most as f32,
            series: place.min(SERIES - 1),
        };
        let series = |kind: &str| {
            let of = |(_, cause): &(usize, &&CauseTold)| cause.kinds.iter().any(|one| one.name == kind);
            let (place, cause) = causes.iter().enumerate().find(of)?;
            counts(cause).then_some(place.min(SERIES - 1))
        };
        let (bars, step) = bars(&told.histogram, series);
        let all: Vec<Lines> = causes.iter().map(|cause| lines(cause)).collect();
        Some(LogView {
            lines: told.lines,
            failed: causes.iter().filter(|cause| counts(cause)).map(|cause| cause.count).sum(),
            last: causes.iter().filter_map(|cause| cause.last).max().map(|last| last.to_string().replace('T', " ")),
            bars,
            step,
            causes: causes.iter().enumerate().take(CAUSES).map(bar).collect(),
            more_causes: causes.len().saturating_sub(CAUSES),
            hours: told.hours.iter().map(|hour| hour_view(hour, &all, texts)).collect(),
            words: causes.iter().take(CAUSES).map(|cause| words(cause, case.redacted, texts)).collect(),
        })
    }
}

fn words(cause: &CauseTold, redacted: bool, texts: &Texts) -> WordsView {
    let upstream = Upstream::of_lines(cause.cause, cause.says, cause.count, &cause.example, &cause.upstreams)
        .filter(|upstream| !(redacted && upstream.may_stand_for_another()));
    let advice = ["owner", "check"].map(|ending| {
        let words = Words::new(format!("cause-{}-{ending}", cause.cause));
        texts.say(&upstream.iter().fold(words, |words, upstream| upstream.told_in(words)))
    });
    let sign = cause.kinds.iter().filter_map(|kind| sign::named(&kind.name));
    WordsView {
        cause: cause.cause,
        advice: advice.to_vec(),
        telling: sign.filter_map(|sign| sign.telling(&cause.example)).next().unwrap_or_default(),
        quote: cause.example.clone(),
        count: cause.count,
        servers: counted(&cause.upstreams),
        pages: counted(&cause.requests),
    }
}

/// The most frequent ones.
fn counted(names: &[Named]) -> Vec<(String, u64)> {
    names.iter().take(3).map(|one| (one.name.clone(), one.count)).collect()
}

/// How many failed requests the logs of a case tell of; `None` where there are none, or where one was not read.
pub fn failed(case: &Case) -> Option<u64> {
    let logs = case.observations.iter().filter_map(|one| match &one.seen {
        Seen::Log { log, .. } => Some(log.seen().map(LogSummary::telling)),
        _ => None,
    });
    logs.reduce(|sum, one| Some(sum? + one?)).flatten()
}

/// The cause that lines of this kind stand for, as plainly as they say it.
fn title(lines: Lines, texts: &Texts) -> String {
    let title = texts.get(&format!("cause-{}-title", lines.cause));
    let key = match (lines.part, lines.is_hint) {
        (Part::Consequence, _) => "window-logs-consequence",
        (_, true) => "window-logs-hint",
        _ => return title,
    };
    texts.say(&Words::new(key).with("cause", title))
}

/// `all` are the causes of the whole log, most frequent first: they have the same colours here.
fn hour_view(hour: &Hour, all: &[Lines], texts: &Texts) -> HourView {
    let from = hour.start.seconds;
    let to = from + i64::try_from(hour.width).unwrap_or(3_600);
    let mut causes: Vec<CauseBar> = Vec::new();
    for kind in &hour.kinds {
        let Some(sign) = sign::named(&kind.name) else { continue };
        let lines = Lines::of(sign.cause, sign.part, sign.says);
        match causes.iter_mut().find(|cause| cause.lines == lines) {
            Some(cause) => cause.count += kind.count,
            None => {
                let place = all.iter().position(|one| *one == lines).unwrap_or(SERIES);
                let series = place.min(SERIES - 1);
                causes.push(CauseBar { lines, title: title(lines, texts), count: kind.count, share: 0.0, series });
            }
        }
    }
    causes.sort_by_key(|cause| std::cmp::Reverse(cause.count));
    let most = causes.first().map_or(1, |cause| cause.count).max(1);
    #[expect(clippy::cast_precision_loss, reason = "for the eye")]
    causes.iter_mut().for_each(|cause| cause.share = cause.count as f32 / most as f32);
    HourView { from, to, span: span(from, to), causes, servers: counted(&hour.servers), pages: counted(&hour.pages) }
}

/// `22 Nov` would be a language's own way; this is that of the log: `2026-11-22 02:00 – 03:00`.
fn span(from: i64, to: i64) -> String {
    let text = |seconds: i64| LogTime { seconds, has_zone: false }.to_string().replace('T', " ");
    let (from, to) = (text(from), text(to));
    let minute = |text: &str| text.get(..16).unwrap_or_default().to_owned();
    let end = if from.get(..10) == to.get(..10) { to.get(11..16).unwrap_or_default().to_owned() } else { minute(&to) };
    format!("{} – {end}", minute(&from))
}

impl LogView {
    /// The place of the cause that is shown: the one that was pressed, or else the verdict's own, or the first.
    pub fn shown(&self, pressed: Option<usize>, verdict: Option<Cause>) -> usize {
        let own = || self.words.iter().position(|words| Some(words.cause) == verdict);
        pressed.filter(|place| *place < self.words.len()).or_else(own).unwrap_or(0)
    }

    /// The hour in which this bar lies.
    pub fn hour_at(&self, seconds: i64) -> Option<&HourView> {
        let step = self.step;
        self.hours.iter().find(|hour| hour.from < seconds + step && seconds < hour.to)
    }
}

/// Bars of equal width without gaps, and the width, in seconds: the finest that gives few enough. `series` is that of a
/// kind of line, `None` for one that does not count; what a bucket does not tell the kind of is among the others.
fn bars(buckets: &[Bucket], series: impl Fn(&str) -> Option<usize>) -> (Vec<Bar>, i64) {
    const STEPS: [i64; 9] = [60, 300, 900, 3_600, 10_800, 21_600, 86_400, 604_800, 2_592_000];
    let starts = || buckets.iter().map(|bucket| bucket.start.seconds);
    let (Some(from), Some(to)) = (starts().min(), starts().max()) else { return (Vec::new(), 60) };
    let number = |step: i64| to.div_euclid(step) - from.div_euclid(step) + 1;
    let step = STEPS.into_iter().find(|step| number(*step) <= BARS).unwrap_or((to - from) / BARS + 1);
    let bar = |place: i64| {
        let mut bar = Bar { start: place * step, label: label(place * step, step), count: 0, parts: [0; SERIES] };
        let mut add = |series: usize, count: u64| bar.parts.get_mut(series).into_iter().for_each(|part| *part += count);
        for bucket in buckets.iter().filter(|bucket| bucket.start.seconds.div_euclid(step) == place) {
            let told: u64 = bucket.kinds.iter().map(|kind| kind.count).sum();
            for kind in &bucket.kinds {
                series(&kind.name).into_iter().for_each(|series| add(series, kind.count));
            }
            add(SERIES - 1, bucket.count.saturating_sub(told));
        }
        bar.count = bar.parts.iter().sum();
        bar
    };
    ((from.div_euclid(step)..=to.div_euclid(step)).map(bar).collect(), step)
}

/// The time of day, or the day where a bar is one.
fn label(seconds: i64, step: i64) -> String {
    let time = LogTime { seconds, has_zone: false }.to_string();
    let part = if step >= 86_400 { time.get(5..10) } else { time.get(11..16) };
    part.unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bucket((seconds, count): (i64, u64)) -> Bucket {
        let kinds = vec![Named { name: "nginx-refused".into(), count: count / 2 }];
        Bucket { start: LogTime { seconds, has_zone: false }, width: 60, count, kinds }
    }

    fn drawn(counts: &[(i64, u64)]) -> (Vec<Bar>, i64) {
        bars(&counts.iter().copied().map(bucket).collect::<Vec<_>>(), |_| Some(1))
    }

    #[test]
    fn bars_are_few_without_gaps_and_lose_nothing() {
        let day: Vec<(i64, u64)> = (0..24).map(|hour| (hour * 3_600, 10)).collect();
        let (hours, step) = drawn(&day);
        assert_eq!((hours.len(), step), (24, 3_600));
        assert_eq!((hours[9].label.as_str(), hours[9].count), ("09:00", 10));
        let (minutes, step) = drawn(&[(0, 1), (600, 2)]);
        assert_eq!((minutes.len(), step, minutes[5].count), (11, 60, 0));
        let years: Vec<(i64, u64)> = (0..2_000).map(|day| (day * 86_400, 1)).collect();
        let (few, _) = drawn(&years);
        assert!(few.len() <= 67, "{}", few.len());
        assert_eq!(few.iter().map(|bar| bar.count).sum::<u64>(), 2_000);
        assert!(drawn(&[]).0.is_empty());
    }

    #[test]
    fn a_bar_has_its_causes_and_what_was_not_told_is_among_the_others() {
        let (hours, _) = drawn(&[(0, 10), (60, 5), (3_600, 1)]);
        assert_eq!((hours.len(), hours[0].parts, hours[0].count), (13, [0, 7, 0, 8], 15));
    }
}
