//! The checklist as data.

use serde::{Deserialize, Serialize};

use super::remedy::Remedy;

/// A line of the checklist. The names stand in case files and are never changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub enum StepId {
    Address,
    Device,
    Router,
    Internet,
    Dns,
    Connect,
    Tls,
    Page,
    Speaker,
    WaysIn,
    OtherPages,
    OverTime,
    Path,
    /// For owners: the server behind the gateway, asked without it.
    Origin,
    /// For owners: what the servers' logs say.
    Logs,
    /// For owners: what the gateway's own configuration says.
    Configuration,
    /// For owners: what is seen on the server itself, where they asked for that.
    Server,
    /// How the site looks from other places.
    World,
    /// Something that the person tried, with this program beside them.
    Guided(Remedy),
}

impl From<StepId> for String {
    fn from(step: StepId) -> String {
        step.name().to_owned()
    }
}

impl TryFrom<String> for StepId {
    type Error = String;

    fn try_from(name: String) -> Result<Self, String> {
        StepId::named(&name).ok_or_else(|| format!("no step is called {name}"))
    }
}

impl StepId {
    /// Those that the program does by itself, in the order in which they are shown.
    pub const ALL: [StepId; 18] = [
        StepId::Address,
        StepId::Device,
        StepId::Router,
        StepId::Internet,
        StepId::Dns,
        StepId::Connect,
        StepId::Tls,
        StepId::Page,
        StepId::Speaker,
        StepId::WaysIn,
        StepId::OtherPages,
        StepId::OverTime,
        StepId::Path,
        StepId::Origin,
        StepId::Logs,
        StepId::Configuration,
        StepId::Server,
        StepId::World,
    ];

    /// The name used in case files, messages and options.
    pub fn name(self) -> &'static str {
        match self {
            StepId::Address => "address",
            StepId::Device => "device",
            StepId::Router => "router",
            StepId::Internet => "internet",
            StepId::Dns => "dns",
            StepId::Connect => "connect",
            StepId::Tls => "tls",
            StepId::Page => "page",
            StepId::Speaker => "speaker",
            StepId::WaysIn => "ways-in",
            StepId::OtherPages => "other-pages",
            StepId::OverTime => "over-time",
            StepId::Path => "path",
            StepId::Origin => "origin",
            StepId::Logs => "logs",
            StepId::Guided(remedy) => remedy.step_name(),
            StepId::Configuration => "configuration",
            StepId::Server => "server",
            StepId::World => "world",
        }
    }

    /// The step of this name.
    pub fn named(name: &str) -> Option<StepId> {
        let guided = || name.strip_prefix("guided-").and_then(Remedy::named).map(StepId::Guided);
        StepId::ALL.into_iter().find(|step| step.name() == name).or_else(guided)
    }
}

/// Whether the program does the step alone or takes the user by the hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum StepKind {
    Automatic,
    Guided,
}

/// How a step stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum StepStatus {
    Waiting,
    Running,
    Passed,
    Warning,
    Problem,
    /// Not needed or not reached; the summary says why.
    Skipped,
    /// The check itself could not run; the summary says why.
    Failed,
    NeedsYou,
}

impl StepStatus {
    /// The name used in case files and messages.
    pub fn name(self) -> &'static str {
        match self {
            StepStatus::Waiting => "waiting",
            StepStatus::Running => "running",
            StepStatus::Passed => "passed",
            StepStatus::Warning => "warning",
            StepStatus::Problem => "problem",
            StepStatus::Skipped => "skipped",
            StepStatus::Failed => "failed",
            StepStatus::NeedsYou => "needs-you",
        }
    }
}

/// One line of the checklist as it stands in a case file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StepReport {
    pub id: StepId,
    pub kind: StepKind,
    pub title: String,
    pub status: StepStatus,
    /// One sentence for a person.
    pub summary: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub started_ms: Option<u64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub finished_ms: Option<u64>,
}
