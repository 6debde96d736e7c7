//! What the window knows.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::guided::Guided;
use super::handed::Handed;
use super::preview::Preview;
use super::reading::{LogView, Reading};
use super::typed::Wrong;
use super::watching::{WatchId, Watching};
use crate::engine::RunId;
use crate::model::path::Station;
use crate::model::{Browser, Role};
use crate::report::Format;
use crate::report::redact::Hide;
use crate::settings::Settings;
use crate::store::past::PastCase;
use crate::text::{Language, Texts};

/// Which screen is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Screen {
    Start,
    /// One check-up: its checklist while there is no verdict, and then its four tabs.
    Check,
    Settings,
    /// All parts in all states, for those who work on them.
    Gallery,
}

/// The tabs of a check-up that has a verdict.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tab {
    Verdict,
    Evidence,
    Watch,
    Report,
}

impl Tab {
    pub const ALL: [Tab; 4] = [Tab::Verdict, Tab::Evidence, Tab::Watch, Tab::Report];

    pub fn name(self) -> &'static str {
        match self {
            Tab::Verdict => "verdict",
            Tab::Evidence => "evidence",
            Tab::Watch => "watch",
            Tab::Report => "report",
        }
    }
}

/// The views of the evidence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Proof {
    Facts,
    Dns,
    WaysIn,
    World,
}

/// How the window looks; kept from one start to the next.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Look {
    /// `None` follows the system.
    pub dark: Option<bool>,
    /// Whether nothing may move; `None` follows the system.
    pub still: Option<bool>,
    /// 0.8 to 2.5.
    pub zoom: f32,
}

impl Default for Look {
    fn default() -> Self {
        Look { dark: None, still: None, zoom: 1.0 }
    }
}

/// A short word at the bottom; never the only place of what it says.
#[derive(Debug, Clone, PartialEq)]
pub struct Toast {
    pub text: String,
    pub offer: Option<Offer>,
    /// Tells it from the one before, which may have had the same words.
    pub number: u64,
}

/// What a toast lets one do.
#[derive(Debug, Clone, PartialEq)]
pub enum Offer {
    /// Takes the change back: the settings before it.
    Undo(Box<Settings>),
    /// Opens a file although a check runs. It waits for an answer, for as long as it takes.
    Open(PathBuf),
    /// Nothing but to have read it. It waits for that.
    Close,
}

/// The report's own screen.
#[derive(Debug, Clone, PartialEq)]
pub struct ReportState {
    pub path: String,
    pub format: Format,
    /// What is left out.
    pub hide: Hide,
    /// What would be saved, as text; made anew whenever something changes.
    pub preview: Option<Arc<Preview>>,
    pub saved: Option<Result<PathBuf, String>>,
    /// `None` for that of the window.
    pub language: Option<&'static Language>,
}

/// The whole state.
pub struct State {
    pub texts: Texts,
    pub settings: Settings,
    /// Whether the letters of a language can be drawn, by its tag, for those that were looked for.
    pub letters: BTreeMap<&'static str, bool>,
    pub look: Look,
    /// Whether the system asks for stillness.
    pub system_is_still: bool,
    pub screen: Screen,
    pub tab: Tab,
    pub proof: Proof,
    /// The address as typed.
    pub typed: String,
    pub role: Role,
    pub saw: String,
    /// What an owner hands over.
    pub handed: Handed,
    pub saw_open: bool,
    /// Who is recognised in what was pasted.
    pub saw_said: Option<String>,
    pub contacts_open: bool,
    /// Why the address cannot be read.
    pub typed_error: Option<Wrong>,
    /// The run whose events count; those of others are dropped.
    pub run: Option<RunId>,
    pub running: bool,
    /// The run that found no network; it is made again by itself as soon as there is one.
    pub waiting: Option<RunId>,
    /// The reader wants the check although there is no network.
    pub insists: bool,
    pub reading: Option<Arc<Reading>>,
    /// The check-up of the same page before this one, to be compared with it.
    pub before: Option<Arc<Reading>>,
    /// The owner changed something between the two; the logs of this one are read from then on.
    pub changed: bool,
    /// The file that the case came from, where it was opened.
    pub opened: Option<PathBuf>,
    /// How many cases and checks were shown so far: each begins at its top.
    pub shown: u64,
    pub passed_open: bool,
    pub open_stations: BTreeSet<Station>,
    /// The station that was pressed: it stands first among the facts.
    pub first_station: Option<Station>,
    pub only_problems: bool,
    pub find: String,
    /// The bar of the logs' time line that is pressed, by its first second.
    pub log_bar: Option<i64>,
    /// The cause of the logs that was pressed, by its place among theirs: its lines and what to do about it are shown.
    pub log_cause: Option<usize>,
    pub watching: Watching,
    /// The browsers that are installed here; empty where that is not known.
    pub browsers: Vec<Browser>,
    /// The system's network settings can be opened from here.
    pub has_network_settings: bool,
    /// The remedy that is being tried.
    pub guided: Option<Guided>,
    /// The last watch that was begun.
    watches: WatchId,
    pub report: ReportState,
    pub past: Vec<PastCase>,
    /// Where past check-ups are kept.
    pub past_folder: Option<PathBuf>,
    /// The address of a DNS server that is to be added, and the message of what is wrong with it.
    pub server: String,
    pub server_error: Option<&'static str>,
    /// The address of a known-good page that is to be added, and the message of what is wrong with it.
    pub page: String,
    pub page_error: Option<&'static str>,
    pub toast: Option<Toast>,
    /// Toasts so far.
    toasts: u64,
    /// The file for which the running check may end.
    pub open_anyway: Option<PathBuf>,
    /// The settings file that was named; `None` for that of the platform.
    pub settings_file: Option<PathBuf>,
    /// The time, in seconds since 1970.
    pub now: fn() -> i64,
}

impl State {
    pub fn new(settings: Settings, texts: Texts) -> Self {
        let dirs = directories::UserDirs::new();
        let documents = dirs.as_ref().and_then(|dirs| dirs.document_dir());
        let folder = report_folder(documents, dirs.as_ref().map(|dirs| dirs.home_dir()));
        let path = folder.join("gatemend-report.html");
        State {
            texts,
            settings,
            letters: BTreeMap::new(),
            look: Look::default(),
            system_is_still: false,
            screen: Screen::Start,
            tab: Tab::Verdict,
            proof: Proof::Facts,
            typed: String::new(),
            role: Role::Visitor,
            saw: String::new(),
            handed: Handed::default(),
            saw_open: false,
            saw_said: None,
            contacts_open: false,
            typed_error: None,
            run: None,
            running: false,
            waiting: None,
            insists: false,
            reading: None,
            before: None,
            changed: false,
            opened: None,
            passed_open: false,
            open_stations: BTreeSet::new(),
            first_station: None,
            only_problems: false,
            find: String::new(),
            log_bar: None,
            log_cause: None,
            shown: 0,
            watching: Watching::default(),
            browsers: Vec::new(),
            has_network_settings: false,
            guided: None,
            watches: WatchId::default(),
            report: ReportState {
                path: path.display().to_string(),
                format: Format::Html,
                hide: Hide::ALL,
                preview: None,
                saved: None,
                language: None,
            },
            past: Vec::new(),
            past_folder: None,
            server: String::new(),
            server_error: None,
            page: String::new(),
            page_error: None,
            toast: None,
            toasts: 0,
            open_anyway: None,
            settings_file: None,
            now: || jiff::Timestamp::now().as_second(),
        }
    }

    /// The name of a watch that begins.
    pub fn next_watch(&mut self) -> WatchId {
        self.watches.0 += 1;
        self.watches
    }

    /// The place of the cause of the logs whose lines are shown.
    pub fn log_cause_shown(&self, logs: &LogView) -> usize {
        let verdict = self.reading.as_ref().and_then(|reading| reading.case.diagnosis.as_ref());
        logs.shown(self.log_cause, verdict.map(|found| found.cause))
    }

    /// Whether nothing may move.
    pub fn is_still(&self) -> bool {
        self.look.still.unwrap_or(self.system_is_still)
    }

    /// Says something at the bottom.
    pub fn tell(&mut self, text: String, offer: Option<Offer>) {
        self.toasts += 1;
        self.toast = Some(Toast { text, offer, number: self.toasts });
    }

    /// Whether there is a verdict to be shown: one that decides something, or the end of the check.
    pub fn has_verdict(&self) -> bool {
        self.reading.as_ref().is_some_and(|reading| reading.has_verdict(self.running))
    }
}

/// Where reports go at first: the folder for documents, where there is one; else the user's own; else where the program
/// was started.
fn report_folder(documents: Option<&Path>, home: Option<&Path>) -> PathBuf {
    let there = [documents, home].into_iter().flatten().find(|folder| folder.is_dir());
    there.map(PathBuf::from).or_else(|| std::env::current_dir().ok()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_goes_to_a_folder_that_is_there() {
        let home = tempfile::tempdir().unwrap();
        let documents = home.path().join("Documents");
        assert_eq!(report_folder(Some(&documents), Some(home.path())), home.path());
        std::fs::create_dir(&documents).unwrap();
        assert_eq!(report_folder(Some(&documents), Some(home.path())), documents);
        assert_eq!(report_folder(None, Some(home.path())), home.path());
        assert!(report_folder(None, None).is_absolute());
    }
}
