//! How far this device's clock is off, by those whose word about the time can be trusted.

use jiff::Timestamp;
use jiff::fmt::rfc2822::DateTimeParser;

use super::Evidence;
use crate::model::visit::{Answer, Visit};
use crate::model::{Known, ObservationId};

/// More than this is worth telling; HTTP dates count whole seconds and proxies lag a little.
pub const TOLERATED_SECS: i64 = 5 * 60;

/// What one answer says about the clock.
pub struct ClockWord {
    pub id: ObservationId,
    /// Who spoke, so that two words of one speaker count once.
    pub host: String,
    /// This device's clock minus the speaker's, in seconds.
    pub ahead_secs: i64,
}

/// The words of peers that TLS authenticated, or (where the clock spoils TLS) of any plain-http control.
pub fn words(evidence: &Evidence<'_>) -> Vec<ClockWord> {
    let site = evidence.visits.all.iter().map(|sight| (sight.id, sight.visit));
    let controls =
        evidence.controls.all.iter().filter_map(|control| control.look.visit.as_ref().map(|visit| (control.id, visit)));
    let mut words: Vec<ClockWord> = Vec::new();
    for (id, visit) in site.chain(controls) {
        let Some(word) = word(id, visit) else { continue };
        match words.iter_mut().find(|other| other.host == word.host) {
            // A cache that does not say so tells an old time: of one speaker's words the latest time is the truest.
            Some(other) if word.ahead_secs.abs() < other.ahead_secs.abs() => *other = word,
            Some(_) => {}
            None => words.push(word),
        }
    }
    words
}

fn word(id: &ObservationId, visit: &Visit) -> Option<ClockWord> {
    let Known::Seen(answer) = &visit.trace.http else { return None };
    // A stored answer has an old date.
    let age: i64 = answer.header("age").and_then(|age| age.trim().parse().ok()).unwrap_or(0);
    let stored = age > 0 || answer.header("x-cache").is_some_and(|value| value.to_ascii_lowercase().contains("hit"));
    let ahead_secs = ahead_secs(answer)?;
    (!stored).then(|| ClockWord { id: id.clone(), host: visit.host.clone(), ahead_secs })
}

/// This device's clock minus the date of this answer, in seconds: how old it is, where both clocks are right.
pub fn ahead_secs(answer: &Answer) -> Option<i64> {
    let date = DateTimeParser::new().parse_timestamp(answer.header("date")?.trim()).ok()?;
    let here = Timestamp::from_millisecond(answer.received_unix_ms).ok()?;
    Some(here.as_second() - date.as_second())
}

/// How far the clock is off, where at least two speakers agree on it within a minute and none says that it is right.
pub fn skew(evidence: &Evidence<'_>) -> Option<(i64, Vec<ObservationId>)> {
    let words = words(evidence);
    let nobody_objects = words.iter().all(|word| word.ahead_secs.abs() > TOLERATED_SECS);
    let agreeing_with = |one: &ClockWord| -> Vec<&ClockWord> {
        words.iter().filter(|word| word.ahead_secs.abs_diff(one.ahead_secs) <= 60).collect()
    };
    // The largest group; of equals the one with the smaller error, whoever was asked first.
    let voices = words.iter().map(|word| (agreeing_with(word), word.ahead_secs));
    let (group, ahead_secs) =
        voices.max_by_key(|(group, ahead_secs)| (group.len(), std::cmp::Reverse((ahead_secs.abs(), *ahead_secs))))?;
    (group.len() >= 2 && nobody_objects).then(|| (ahead_secs, group.iter().map(|word| word.id.clone()).collect()))
}

/// Whether somebody trustworthy says that the clock is right.
pub fn is_right(evidence: &Evidence<'_>) -> Option<ObservationId> {
    words(evidence).into_iter().find(|word| word.ahead_secs.abs() <= TOLERATED_SECS).map(|word| word.id)
}
