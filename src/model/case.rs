//! Everything that one run learnt; versioned, serialisable, and enough to judge anew.

use serde::{Deserialize, Serialize};

use super::{Diagnosis, Observation, ObservationId, Seen, StepId, StepReport, Target, Tried};

/// The version of the case file's shape.
pub const SCHEMA: u32 = 1;

/// The day of the last change to the rules, kept in every case.
pub const RULES: &str = "2026-11-28";

/// Who asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    #[default]
    Visitor,
    Owner,
}

/// How a run ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Ended {
    Completed,
    Budget,
    Cancelled,
}

/// Which program made the case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AppInfo {
    pub name: String,
    pub version: String,
    pub os: String,
    pub lang: String,
    pub rules: String,
}

impl AppInfo {
    /// This program, speaking this language.
    pub fn this(lang: &str) -> Self {
        AppInfo {
            name: "gatemend".to_owned(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            os: std::env::consts::OS.to_owned(),
            lang: lang.to_owned(),
            rules: RULES.to_owned(),
        }
    }
}

/// When the verdict stood, in milliseconds after the start.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Timing {
    pub first_verdict_ms: Option<u64>,
    /// To the end of priority 2: what a visitor waits for. Repeats follow.
    pub full_ms: Option<u64>,
}

/// One run.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Case {
    pub schema: u32,
    pub app: AppInfo,
    /// UTC, RFC 3339 with milliseconds.
    pub started: String,
    pub finished: Option<String>,
    pub ended: Option<Ended>,
    #[serde(default)]
    pub timing: Timing,
    pub target: Target,
    pub role: Role,
    #[serde(default)]
    pub steps: Vec<StepReport>,
    pub observations: Vec<Observation>,
    pub diagnosis: Option<Diagnosis>,
    /// What limits the run had, since they decide what could be seen.
    #[serde(default)]
    pub limits: Limits,
    /// Whether addresses, queries and names were replaced by stand-ins.
    #[serde(default)]
    pub redacted: bool,
}

/// The limits of a run that its verdict depends on.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Limits {
    pub budget_ms: u64,
    /// Steps left out at the user's wish.
    #[serde(default)]
    pub skipped_steps: Vec<String>,
    /// Only this family was allowed: 4 or 6.
    #[serde(default)]
    pub only_family: Option<u8>,
    /// How many other addresses of the controls' list there are.
    #[serde(default)]
    pub controls: usize,
}

impl Case {
    /// An empty case for this target.
    pub fn new(target: Target, role: Role, started: String, lang: &str) -> Self {
        Case {
            schema: SCHEMA,
            app: AppInfo::this(lang),
            started,
            finished: None,
            ended: None,
            timing: Timing::default(),
            target,
            role,
            steps: Vec::new(),
            observations: Vec::new(),
            diagnosis: None,
            limits: Limits::default(),
            redacted: false,
        }
    }

    /// When it began, in seconds since 1970; `None` where the case does not tell it as a time.
    pub fn began(&self) -> Option<i64> {
        self.started.parse::<jiff::Timestamp>().ok().map(jiff::Timestamp::as_second)
    }

    /// What the person tried, in order.
    pub fn tried(&self) -> impl Iterator<Item = (&ObservationId, &Tried)> {
        self.observations.iter().filter_map(|observation| match &observation.seen {
            Seen::Guided { tried } => Some((&observation.id, tried)),
            _ => None,
        })
    }

    /// Adds what was seen now, after the end of the run.
    pub fn observe(&mut self, step: StepId, seen: Seen) {
        let last = self.observations.last().map_or(0, |observation| observation.at_ms);
        let number = self.observations.len() + 1;
        // Milliseconds after the start; where a clock says nothing, after what came last.
        let started = self.started.parse::<jiff::Timestamp>().map(jiff::Timestamp::as_millisecond);
        let since = started.map_or(0, |started| jiff::Timestamp::now().as_millisecond() - started);
        let at_ms = u64::try_from(since).unwrap_or(0).max(last);
        self.observations.push(Observation { id: ObservationId::numbered(number), step, at_ms, took_ms: 0, seen });
    }
}
