//! What a log has about the very request of a visitor's case, in words.

use super::clean::line;
use super::words::Speech;
use crate::model::Known;
use crate::model::log::LogSummary;
use crate::model::wanted::{FoundBy, Traced};

/// One sentence.
pub fn traced(traced: &Traced, speech: &Speech) -> String {
    let count = traced.count.to_string();
    match traced.best() {
        Some(FoundBy::Id) => speech.get("request-by-id"),
        Some(FoundBy::Program) => speech.get("request-by-program"),
        Some(FoundBy::Address) => speech.get("request-by-address"),
        Some(FoundBy::Page) => speech.say("request-by-page", &[("count", &count)]),
        None if !traced.covers => speech.get("request-not-covered"),
        None if !traced.has_every_request => speech.get("request-not-every"),
        None => speech.get("request-not-there"),
    }
}

/// What there is to say of the log itself, and behind it what it has about the request where one was looked for.
pub fn beside(told: String, log: &Known<LogSummary>, speech: &Speech) -> String {
    match log.seen().and_then(|log| log.traced.as_ref()) {
        Some(found) => speech.say("request-beside", &[("told", &told), ("request", &traced(found, speech))]),
        None => told,
    }
}

/// The lines themselves.
pub fn lines(traced: &Traced) -> Vec<String> {
    traced.lines.iter().map(|found| line(&found.line)).collect()
}
