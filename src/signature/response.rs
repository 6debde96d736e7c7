//! What an error answer says about itself: pages, headers and codes with the cause they stand for
//! (`assets/responses.toml`). The sentence to each is the message `response-<id>`.

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use super::gateway::{SourceKind, Speaker};
use super::matcher::Material;
use super::pattern::{BodyText, HeaderPattern, Literal, Pattern};
use crate::model::{Cause, Claim, Fault};

/// Below this many milliseconds an answer came at once: no usual timer is that short.
const IMMEDIATE_MS: u64 = 1_000;

/// How far a measured time may be from a timer, in milliseconds: whole-second ticks, and the way there and back.
const TOLERANCE_MS: u64 = 2_000;

/// A body at most this long that holds words of an operating system is an error message, and not an article.
const SHORT_BODY_BYTES: usize = 2_048;

/// One reading of one kind of answer.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Response {
    pub id: String,
    pub gateway: String,
    /// The statuses it comes with; empty means any.
    #[serde(default)]
    pub status: Vec<u16>,
    /// The vendor's own number or word.
    pub code: Option<String>,
    pub fault: Fault,
    pub cause: Cause,
    /// The answer itself names the cause in so many words.
    #[serde(default)]
    pub said: bool,
    /// Not verified; never the speaker's own words.
    #[serde(default)]
    pub hint: bool,
    /// At another time the same page means something else.
    #[serde(default)]
    pub strict_timing: bool,
    /// Says something only where the time was measured.
    #[serde(default)]
    pub timing_known: bool,
    /// A text of browsers: only where there was no answer.
    #[serde(default)]
    pub without_status: bool,
    /// Only in a body of at most 2 kB.
    #[serde(default)]
    pub short_body: bool,
    /// Words that anybody may say: an application too, about something of its own.
    #[serde(default)]
    pub loose_words: bool,
    #[serde(default)]
    pub identity: Identity,
    #[serde(default)]
    pub timing: Timing,
    pub timing_seconds: Option<f64>,
    /// 0 to 99; the greatest comes first.
    pub weight: u8,
    pub confidence: SourceKind,
    pub source: String,
    /// The day on which it was checked.
    pub date: String,
    #[serde(rename = "match")]
    pub pattern: Match,
}

/// Whether the gateway has to show itself for this reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Identity {
    #[default]
    NotNeeded,
    /// For it to count as the speaker's own words.
    ForSaid,
    Required,
}

/// When an answer comes, counted from the end of the request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Timing {
    #[default]
    Any,
    Immediate,
    /// Later than at once.
    Between,
    ConnectTimeout,
    ReadTimeout,
    WriteTimeout,
}

/// Groups of patterns.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Match {
    #[serde(default)]
    pub mode: Mode,
    #[serde(default)]
    pub headers: Vec<HeaderPattern>,
    #[serde(default)]
    pub body: Vec<Literal>,
    #[serde(default)]
    pub body_regex: Vec<Pattern>,
    pub reason: Option<Pattern>,
    #[serde(default)]
    pub absent_headers: Vec<HeaderPattern>,
    #[serde(default)]
    pub absent_body: Vec<Literal>,
}

/// How the groups combine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mode {
    /// Every group that is given holds.
    #[default]
    All,
    /// One is enough.
    Any,
}

/// What an answer says about itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meaning {
    /// The id of the response; its sentence is the message `response-<id>`.
    pub id: String,
    pub gateway: String,
    pub claim: Claim,
    /// The answer names the cause in so many words.
    pub said: bool,
    /// Not verified.
    pub hint: bool,
    /// 0 to 99; the greater, the less it fits anything else.
    pub specificity: u8,
}

impl Meaning {
    /// The key of the sentence that explains it.
    pub fn message(&self) -> String {
        format!("response-{}", self.id)
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    response: Vec<Response>,
}

static FILE: LazyLock<File> = LazyLock::new(read_file);

#[expect(clippy::expect_used, reason = "our own asset; a test reads it")]
fn read_file() -> File {
    toml::from_str(include_str!("../../assets/responses.toml")).expect("assets/responses.toml is readable")
}

/// All readings.
pub fn responses() -> &'static [Response] {
    &FILE.response
}

/// The reading of this id.
pub fn response(id: &str) -> Option<&'static Response> {
    responses().iter().find(|response| response.id == id)
}

impl Response {
    /// The meaning where the application wrote the answer: loose words are about something of its own then.
    pub(super) fn said_by_the_application(&self, meaning: Meaning) -> Meaning {
        match self.loose_words {
            true => Meaning { said: false, specificity: meaning.specificity.min(20), ..meaning },
            false => meaning,
        }
    }

    /// What this reading makes of the answer, or `None` where it does not fit.
    pub(super) fn meaning(&self, material: &Material<'_>, body: &BodyText, speakers: &[Speaker]) -> Option<Meaning> {
        let shown = speakers.iter().any(|speaker| speaker.id == self.gateway);
        if self.identity == Identity::Required && !shown {
            return None;
        }
        if !self.status_fits(material.status) || (self.short_body && body.text.len() > SHORT_BODY_BYTES) {
            return None;
        }
        let in_time = self.in_time(material.first_byte_ms);
        let too_vague = in_time.is_none() && self.timing_known;
        let at_another_time = in_time == Some(false) && self.strict_timing;
        if too_vague || at_another_time || !self.pattern.fits(material, body) {
            return None;
        }
        let specificity = match in_time {
            Some(true) if self.timing != Timing::Any => self.weight.saturating_add(4).min(99),
            Some(false) => self.weight.saturating_sub(4),
            _ => self.weight,
        };
        let unidentified = self.identity == Identity::ForSaid && !shown;
        Some(Meaning {
            id: self.id.clone(),
            gateway: self.gateway.clone(),
            claim: Claim::at(self.fault, self.cause),
            said: self.said && !self.hint && !unidentified,
            hint: self.hint,
            specificity: if unidentified { specificity.saturating_sub(30) } else { specificity },
        })
    }

    fn status_fits(&self, status: Option<u16>) -> bool {
        match status {
            Some(_) if self.without_status => false,
            Some(status) => self.status.is_empty() || self.status.contains(&status),
            // Without a status only the text itself can tell.
            None => !self.pattern.body.is_empty() || !self.pattern.body_regex.is_empty(),
        }
    }

    /// Whether the time fits; `None` where none was measured.
    fn in_time(&self, first_byte_ms: Option<u64>) -> Option<bool> {
        let ms = first_byte_ms?;
        Some(match (self.timing, self.timing_seconds) {
            (Timing::Any, _) => true,
            (Timing::Immediate, _) => ms < IMMEDIATE_MS,
            (Timing::Between, _) | (_, None) => ms >= IMMEDIATE_MS,
            // Retries multiply a connect timer.
            (Timing::ConnectTimeout, Some(secs)) => (1..=3).any(|tries| near(ms, secs * f64::from(tries))),
            (_, Some(secs)) => near(ms, secs),
        })
    }
}

fn near(ms: u64, secs: f64) -> bool {
    let timer = std::time::Duration::try_from_secs_f64(secs).unwrap_or_default().as_millis();
    u128::from(ms).abs_diff(timer) <= u128::from(TOLERANCE_MS)
}

impl Match {
    fn fits(&self, material: &Material<'_>, body: &BodyText) -> bool {
        if self.absent_headers.iter().any(|header| header.is_in(material.headers))
            || self.absent_body.iter().any(|literal| body.has(literal))
        {
            return false;
        }
        let groups = [
            (!self.headers.is_empty()).then(|| self.headers.iter().all(|header| header.is_in(material.headers))),
            (!self.body.is_empty()).then(|| self.body.iter().all(|literal| body.has(literal))),
            (!self.body_regex.is_empty()).then(|| self.body_regex.iter().any(|pattern| pattern.is_in(&body.text))),
            self.reason.as_ref().map(|pattern| pattern.is_in(material.reason)),
        ];
        let mut given = groups.into_iter().flatten();
        match self.mode {
            Mode::All => given.all(|holds| holds),
            Mode::Any => given.any(|holds| holds),
        }
    }
}

#[cfg(test)]
pub(super) fn is_kebab_case(id: &str) -> bool {
    !id.is_empty()
        && !id.starts_with('-')
        && !id.ends_with('-')
        && id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::signature::gateway::gateway;

    #[test]
    fn every_regex_compiles() {
        for response in responses() {
            let pattern = &response.pattern;
            let of_headers = pattern.headers.iter().chain(&pattern.absent_headers).map(|header| &header.value_regex);
            for one in pattern.body_regex.iter().chain(of_headers).chain(&pattern.reason) {
                assert!(one.regex().is_some(), "{}: {}", response.id, one.source());
            }
        }
    }

    #[test]
    fn ids_are_unique_and_kebab_case() {
        let mut seen = std::collections::BTreeSet::new();
        for response in responses() {
            assert!(seen.insert(&response.id), "{} stands twice", response.id);
            assert!(is_kebab_case(&response.id), "{}", response.id);
        }
    }

    #[test]
    fn every_response_has_gateway_source_and_date() {
        for response in responses() {
            assert!(gateway(&response.gateway).is_some(), "{}: {}", response.id, response.gateway);
            assert!(!response.source.is_empty(), "{}", response.id);
            assert_eq!(response.date.len(), "2026-11-22".len(), "{}", response.id);
            assert!(response.weight <= 99, "{}", response.id);
        }
    }

    #[test]
    fn what_is_not_verified_is_never_said() {
        for response in responses() {
            let unverified = response.confidence == SourceKind::Memory;
            assert!(!unverified || response.hint, "{} is from memory and no hint", response.id);
            assert!(!(response.hint && response.said), "{} is a hint and said", response.id);
        }
    }

    #[test]
    fn every_response_matches_something_of_its_own() {
        for response in responses() {
            let pattern = &response.pattern;
            let has_pattern = !pattern.headers.is_empty()
                || !pattern.body.is_empty()
                || !pattern.body_regex.is_empty()
                || pattern.reason.is_some();
            assert!(has_pattern || !response.status.is_empty(), "{} fits everything", response.id);
        }
    }
}
