//! The verdict as data.

use serde::{Deserialize, Serialize};

use super::{Cause, Confidence, Fault, ObservationId};

/// Who takes the next step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Who {
    Visitor,
    Owner,
    Host,
    Isp,
    NetworkAdmin,
    Nobody,
}

impl Who {
    pub fn name(self) -> &'static str {
        match self {
            Who::Visitor => "visitor",
            Who::Owner => "owner",
            Who::Host => "host",
            Who::Isp => "isp",
            Who::NetworkAdmin => "network-admin",
            Who::Nobody => "nobody",
        }
    }
}

/// A message key with its values: what a text was made from, so that it can be made in another language.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Words {
    pub key: String,
    #[serde(default, skip_serializing_if = "std::collections::BTreeMap::is_empty")]
    pub values: std::collections::BTreeMap<String, String>,
}

impl Words {
    pub fn new(key: impl Into<String>) -> Self {
        Words { key: key.into(), values: Default::default() }
    }

    /// The same with one more value.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.values.insert(name.to_owned(), value.to_string());
        self
    }
}

/// Why the verdict is what it is: one rule's finding.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Reason {
    pub text: String,
    pub words: Words,
    pub rule: String,
    pub observations: Vec<ObservationId>,
    /// A command with which anybody can see the same again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verify: Option<String>,
    /// It speaks for the verdict; otherwise it rules something else out. Known from the rule, so no file holds it: an
    /// opened case is judged anew.
    #[serde(skip)]
    pub speaks_for_it: bool,
}

/// What somebody can do now.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct NextStep {
    pub who: Who,
    pub action: String,
    pub words: Words,
    /// The guided step that helps with it.
    pub step: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub change: Option<Change>,
}

impl NextStep {
    /// With its sentence still to be made from the words.
    pub fn new(who: Who, words: Words) -> Self {
        NextStep { who, action: String::new(), words, step: None, change: None }
    }
}

/// A change to a file, for owners.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    pub file: String,
    pub diff: String,
    pub reload: String,
    pub undo: String,
}

impl Change {
    /// What is done one after the other, the diff being saved as `change.diff`: the keys of the sentences, and the
    /// commands.
    pub fn commands(&self) -> [(&'static str, &str); 3] {
        [
            ("report-change-apply", "patch -d / -p0 < change.diff"),
            ("report-change-reload", &self.reload),
            ("report-change-undo", &self.undo),
        ]
    }
}

/// What need not be touched, and why.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LeaveAlone {
    pub what: String,
    pub why: String,
    pub words: Words,
}

/// What was not looked at, and why.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct NotTested {
    pub what: String,
    pub why: String,
    pub words: Words,
}

impl NotTested {
    /// With its sentences still to be made from the words.
    pub fn new(words: Words) -> Self {
        NotTested { what: String::new(), why: String::new(), words }
    }
}

/// Another explanation that still stands.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Alternative {
    pub fault: Fault,
    pub cause: Cause,
    pub confidence: Confidence,
    pub separated_by: String,
    pub words: Words,
}

/// The verdict.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Diagnosis {
    /// Who has to act.
    pub fault: Fault,
    pub fault_confidence: Confidence,
    pub cause: Cause,
    /// About the cause.
    pub confidence: Confidence,
    /// One sentence that a lay person understands.
    pub headline: String,
    pub words: Words,
    pub because: Vec<Reason>,
    pub next: Vec<NextStep>,
    pub leave_alone: Vec<LeaveAlone>,
    pub not_tested: Vec<NotTested>,
    pub alternatives: Vec<Alternative>,
}

impl Diagnosis {
    /// Takes out of its commands the addresses that stand for hidden ones.
    pub fn hide_stand_ins(&mut self) {
        for command in self.because.iter_mut().filter_map(|reason| reason.verify.as_mut()) {
            *command = super::stand_in::to_fill_in(command);
        }
    }

    /// Whether nothing has to be done: the exit status is 0 then.
    pub fn is_fine(&self) -> bool {
        self.fault == Fault::None
    }
}
