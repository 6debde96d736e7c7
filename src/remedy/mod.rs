//! What can be tried, step by step: the remedies as data, and which of them the evidence leaves open.

pub mod network;
mod open;
mod place;
pub mod private;

use std::sync::LazyLock;

use serde::Deserialize;

use crate::model::{Cause, Remedy};

pub use open::open;
pub use place::{System, words};

/// What is measured when a remedy is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Again {
    /// The page.
    Page,
    /// First whether the router answers again, and then the page.
    Line,
    /// Nothing: only the person can look.
    Person,
}

/// A remedy as its data tells it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Told {
    pub id: Remedy,
    /// The causes for which it can help.
    pub causes: Vec<Cause>,
    pub again: Again,
    /// How long it usually takes.
    pub minutes: u32,
    /// Whether the connection goes away meanwhile.
    #[serde(default)]
    pub offline: bool,
    /// Whether something has to be put back.
    #[serde(default)]
    pub undo: bool,
    #[serde(rename = "step")]
    pub steps: Vec<Step>,
}

/// One thing to do.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    #[serde(default)]
    pub command: Commands,
    /// Seconds to be waited.
    #[serde(default)]
    pub wait: Option<u32>,
}

/// A command to be copied, by system.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Commands {
    windows: Option<String>,
    macos: Option<String>,
    linux: Option<String>,
}

impl Commands {
    pub fn on(&self, system: System) -> Option<&str> {
        match system {
            System::Windows => self.windows.as_deref(),
            System::Macos => self.macos.as_deref(),
            System::Linux => self.linux.as_deref(),
        }
    }
}

#[derive(Deserialize)]
struct Book {
    remedy: Vec<Told>,
}

/// All remedies, the mildest first.
pub fn all() -> &'static [Told] {
    static BOOK: LazyLock<Vec<Told>> = LazyLock::new(|| {
        let book = toml::from_str(include_str!("../../assets/remedies.toml")).map(|book: Book| book.remedy);
        // A broken file fails the tests, and offers nothing.
        book.unwrap_or_default()
    });
    &BOOK
}

/// What the data tells of it.
pub fn told(remedy: Remedy) -> Option<&'static Told> {
    all().iter().find(|told| told.id == remedy)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_remedy_is_told_once_and_in_order() {
        let told: Vec<Remedy> = all().iter().map(|told| told.id).collect();
        assert_eq!(told, Remedy::ALL);
        for told in all() {
            assert!(!told.steps.is_empty() && !told.causes.is_empty() && told.minutes > 0, "{:?}", told.id);
        }
    }

    #[test]
    fn commands_are_those_of_the_system_and_harmless_ones() {
        let flush = told(Remedy::FlushDns).unwrap();
        assert_eq!(flush.steps[0].command.on(System::Windows), Some("ipconfig /flushdns"));
        assert_eq!(flush.steps[0].command.on(System::Linux), Some("resolvectl flush-caches"));
        assert!(flush.steps[0].command.on(System::Macos).unwrap().contains("mDNSResponder"));
        let commands = all().iter().flat_map(|told| &told.steps).flat_map(|step| {
            [System::Windows, System::Macos, System::Linux].into_iter().filter_map(|system| step.command.on(system))
        });
        for command in commands {
            for dangerous in ["rm ", "del ", "format", "chmod", "curl", ">"] {
                assert!(!command.contains(dangerous), "{command}");
            }
        }
    }
}
