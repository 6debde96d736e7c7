//! Several logs told as one, in the contract's words.

use std::collections::BTreeMap;

use serde::Serialize;

use super::hours;
use super::patterns::{Patterns, patterns};
use crate::model::log::{
    Answers, Bucket, Hour, LogSummary, LogTime, NAMES_TOLD, Named, Part, Peak, Says, StatusCount, UNKNOWN_SHOWN,
    Unlearnt, Unrecognised, is_zero,
};
use crate::model::{Cause, Fault};

/// One file among several.
#[derive(Debug, Serialize)]
pub struct FileTold<'a> {
    pub name: &'a str,
    pub formats: &'a [Named],
    pub lines: u64,
    pub bytes: u64,
    pub from: Option<LogTime>,
    pub to: Option<LogTime>,
    /// Why not all of it was read.
    pub cut: Option<&'a str>,
    /// By how many bytes it grew while it was read; they are left out.
    #[serde(skip_serializing_if = "is_zero")]
    pub grown: u64,
    /// What was missing to learn a format of the owner's own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unlearnt: Option<Unlearnt>,
}

/// All lines that name one cause; those that only hint at it are told apart.
#[derive(Debug, Serialize)]
pub struct CauseTold {
    pub cause: Cause,
    pub fault: Fault,
    pub count: u64,
    pub first: Option<LogTime>,
    pub last: Option<LogTime>,
    pub says: Says,
    pub part: Part,
    pub upstreams: Vec<Named>,
    pub requests: Vec<Named>,
    pub example: String,
    /// What mends it; put in by whoever has the texts.
    pub fix: String,
    /// The kinds of lines, with the count of each.
    pub kinds: Vec<Named>,
}

/// Answers of all logs that have a line for each. Where several gateways wrote down the same answer, it counts for each.
#[derive(Debug, Serialize)]
pub struct AnswersTold {
    pub answers: u64,
    pub failed: u64,
    pub statuses: Vec<StatusCount>,
    /// Of the log in which it was worst.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub peak: Option<Peak>,
}

/// Logs told together.
#[derive(Debug, Serialize)]
pub struct Together<'a> {
    pub files: Vec<FileTold<'a>>,
    pub lines: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answers: Option<AnswersTold>,
    /// Answers to this program's own requests, which are in no share.
    pub to_gatemend: u64,
    pub bytes: u64,
    pub from: Option<LogTime>,
    pub to: Option<LogTime>,
    /// Causes by count, then consequences, then asides; in each of them what is no more than a hint stands last.
    pub causes: Vec<CauseTold>,
    /// There were more different names than are kept: the count of each is the least that it may be.
    pub names_left_out: bool,
    pub histogram: Vec<Bucket>,
    pub hours: Vec<Hour>,
    pub unrecognised: Unrecognised,
    #[serde(flatten)]
    pub patterns: Patterns,
}

/// Puts them together.
pub fn together<'a>(logs: &[&'a LogSummary]) -> Together<'a> {
    let mut causes: Vec<CauseTold> = Vec::new();
    for kind in logs.iter().flat_map(|log| &log.kinds) {
        // A status alone does not count among lines that say why.
        let is_hint = |says: Says| says == Says::Hint;
        let same = |told: &&mut CauseTold| {
            (told.cause, told.part, is_hint(told.says)) == (kind.cause, kind.part, is_hint(kind.says))
        };
        let name = Named { name: kind.id.clone(), count: kind.count };
        match causes.iter_mut().find(same) {
            Some(told) => {
                if kind.last > told.last {
                    told.example.clone_from(&kind.example);
                }
                told.count += kind.count;
                told.says = told.says.max(kind.says);
                told.first = told.first.into_iter().chain(kind.first).min();
                told.last = told.last.into_iter().chain(kind.last).max();
                add(&mut told.upstreams, &kind.upstreams);
                add(&mut told.requests, &kind.requests);
                add(&mut told.kinds, &[name]);
            }
            None => causes.push(CauseTold {
                cause: kind.cause,
                fault: kind.cause.usual_fault(),
                count: kind.count,
                first: kind.first,
                last: kind.last,
                says: kind.says,
                part: kind.part,
                upstreams: kind.upstreams.clone(),
                requests: kind.requests.clone(),
                example: kind.example.clone(),
                fix: String::new(),
                kinds: vec![name],
            }),
        }
    }
    for told in &mut causes {
        told.upstreams.truncate(NAMES_TOLD);
        told.requests.truncate(NAMES_TOLD);
    }
    causes.sort_by_key(|told| (told.part, told.says == Says::Hint, std::cmp::Reverse(told.count)));
    let mut unrecognised = Unrecognised::default();
    for log in logs {
        unrecognised.count += log.unrecognised.count;
        let room = UNKNOWN_SHOWN.saturating_sub(unrecognised.examples.len());
        unrecognised.examples.extend(log.unrecognised.examples.iter().take(room).cloned());
    }
    let histogram = histogram(logs);
    Together {
        files: logs.iter().copied().map(file).collect(),
        lines: logs.iter().map(|log| log.lines).sum(),
        answers: answers(logs),
        to_gatemend: logs.iter().filter_map(|log| log.answers.as_ref()).map(|answers| answers.to_gatemend).sum(),
        bytes: logs.iter().map(|log| log.bytes).sum(),
        from: of_one_clock(logs, |log| log.from).and_then(|times| times.into_iter().min()),
        to: of_one_clock(logs, |log| log.to).and_then(|times| times.into_iter().max()),
        causes,
        names_left_out: logs.iter().any(|log| log.names_left_out),
        patterns: patterns(logs, &histogram),
        histogram,
        hours: hours::together(logs.iter().flat_map(|log| &log.hours)),
        unrecognised,
    }
}

fn answers(logs: &[&LogSummary]) -> Option<AnswersTold> {
    let of_logs: Vec<&Answers> = logs.iter().filter_map(|log| log.answers.as_deref()).collect();
    let mut statuses: BTreeMap<u16, u64> = BTreeMap::new();
    for one in of_logs.iter().flat_map(|answers| &answers.statuses) {
        *statuses.entry(one.status).or_default() += one.count;
    }
    (!of_logs.is_empty()).then(|| AnswersTold {
        answers: of_logs.iter().map(|answers| answers.answers).sum(),
        failed: of_logs.iter().map(|answers| answers.failed).sum(),
        statuses: statuses.into_iter().map(|(status, count)| StatusCount { status, count }).collect(),
        // The later logs of a list are mostly the older ones: of equals the first.
        peak: of_logs
            .iter()
            .rev()
            .filter_map(|answers| answers.peak)
            .max_by_key(|peak| (peak.failed * 60 / peak.width.max(1), peak.failed)),
    })
}

/// The times of several logs; `None` where some name their zone and others do not, and so none is known to be first.
fn of_one_clock(logs: &[&LogSummary], time: impl Fn(&LogSummary) -> Option<LogTime>) -> Option<Vec<LogTime>> {
    let times: Vec<LogTime> = logs.iter().filter_map(|log| time(log)).collect();
    let first = times.first()?.has_zone;
    times.iter().all(|time| time.has_zone == first).then_some(times)
}

fn file(log: &LogSummary) -> FileTold<'_> {
    FileTold {
        name: &log.name,
        formats: &log.formats,
        lines: log.lines,
        bytes: log.bytes,
        from: log.from,
        to: log.to,
        cut: log.cut.as_deref(),
        grown: log.grown,
        unlearnt: log.unlearnt,
    }
}

fn add(sums: &mut Vec<Named>, more: &[Named]) {
    for one in more {
        match sums.iter_mut().find(|sum| sum.name == one.name) {
            Some(sum) => sum.count += one.count,
            None => sums.push(one.clone()),
        }
    }
    sums.sort_by(|one, other| other.count.cmp(&one.count).then_with(|| one.name.cmp(&other.name)));
}

/// One time line, as coarse as the coarsest.
fn histogram(logs: &[&LogSummary]) -> Vec<Bucket> {
    let buckets = || logs.iter().flat_map(|log| &log.histogram);
    let width = buckets().map(|bucket| bucket.width).max().unwrap_or(60);
    let step = i64::try_from(width).unwrap_or(60).max(1);
    let mut sums: BTreeMap<i64, Bucket> = BTreeMap::new();
    for bucket in buckets() {
        let start = LogTime { seconds: bucket.start.seconds.div_euclid(step) * step, ..bucket.start };
        let empty = || Bucket { start, width, count: 0, kinds: Vec::new() };
        let sum = sums.entry(start.seconds).or_insert_with(empty);
        // What is partly of a log that names no zone is of no zone.
        sum.start.has_zone &= start.has_zone;
        sum.count += bucket.count;
        add(&mut sum.kinds, &bucket.kinds);
    }
    sums.into_values().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::logs::{Wish, summarise};

    #[test]
    fn times_of_two_clocks_are_not_put_in_one_order() {
        let line = "2026/11/22 03:10:11 [error] 7#7: *1 connect() failed (111: Connection refused) while connecting to \
                    upstream, client: 1.2.3.4, server: _, upstream: \"http://10.0.0.5:80/\"\n";
        let access = "1.2.3.4 - - [22/Nov/2026:03:10:20 +0100] \"GET / HTTP/1.1\" 502 157 \"-\" \"x\"\n";
        let read = |text: &str| summarise("x", text.as_bytes(), &Wish::default(), |_| true).unwrap();
        let (error, access) = (read(line), read(access));
        let both = together(&[&error, &access]);
        assert_eq!((both.from, both.to), (None, None));
        let told: Vec<String> = both.histogram.iter().map(|bucket| bucket.start.to_string()).collect();
        assert_eq!(told, ["2026-11-22T02:10:00Z", "2026-11-22T03:10:00"]);
        let alone = together(&[&access, &access]);
        assert_eq!(alone.from.map(|time| time.to_string()).as_deref(), Some("2026-11-22T02:10:20Z"));
    }

    #[test]
    fn logs_of_one_failure_are_told_as_one() {
        let line = |time: &str, port: u16| {
            format!(
                "2026/11/22 {time} [error] 7#7: *1 connect() failed (111: Connection refused) while connecting to \
                 upstream, client: 203.0.113.7, upstream: \"http://10.0.0.5:{port}/\"\n"
            )
        };
        let log = |text: &str| summarise("x", text.as_bytes(), &Wish::default(), |_| true).unwrap();
        let logs = [log(&line("02:10:11", 1)), log(&(line("02:10:10", 2) + &line("03:00:00", 1)))];
        let told = together(&logs.each_ref());
        assert_eq!((told.lines, told.files.len(), told.causes.len()), (3, 2, 1));
        let cause = &told.causes[0];
        assert_eq!((cause.count, cause.upstreams[0].count, cause.upstreams.len()), (3, 2, 2));
        assert_eq!(cause.first.unwrap().to_string(), "2026-11-22T02:10:10");
        assert_eq!(told.histogram.iter().map(|bucket| bucket.count).sum::<u64>(), 3);
    }

    #[test]
    fn statuses_alone_are_not_counted_among_lines_that_say_why() {
        let answer = "192.0.2.1 - - [22/Nov/2026:02:10:11 +0000] \"GET / HTTP/1.1\" 502 157 \"-\" \"-\"\n";
        let refused = "2026/11/22 02:10:11 [error] 7#7: *1 connect() failed (111: Connection refused) while connecting to \
                       upstream, client: 203.0.113.7\n";
        let log = |text: &str| summarise("x", text.as_bytes(), &Wish::default(), |_| true).unwrap();
        let logs = [log(&answer.repeat(3)), log(refused)];
        let told = together(&logs.each_ref());
        let rows: Vec<(Cause, Says, u64)> = told.causes.iter().map(|row| (row.cause, row.says, row.count)).collect();
        assert_eq!(rows, [(Cause::OriginRefused, Says::Plainly, 1), (Cause::OriginRefused, Says::Hint, 3)]);
    }
}
