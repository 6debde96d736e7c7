//! What an update wants done outside the window.

use std::path::PathBuf;
use std::sync::Arc;

use super::notify::Notice;
use super::watching::WatchId;
use crate::attempt::RunConfig;
use crate::engine::RunId;
use crate::model::{Browser, Case, Remedy, Target, Tried};
use crate::report::Format;
use crate::report::redact::Hide;
use crate::settings::Settings;

/// One thing to be done.
#[derive(Debug, Clone)]
pub enum Effect {
    StartRun(Box<RunConfig>),
    /// Puts the cursor into the address field.
    FocusAddress,
    StopRun,
    /// Ends this run, and says when there is a network.
    AwaitNetwork(RunId),
    /// Stops the run and forgets it.
    DropRun,
    /// Says who speaks in the pasted text.
    ReadSaw(String),
    /// Reads a log for its row on the first screen.
    GlanceLog(PathBuf),
    /// Opens the system's dialog for logs.
    ChooseLogs,
    CopyText(String),
    /// Makes the ticket text, to be copied.
    MakeTicket(Arc<Case>, Hide),
    OpenUrl(String),
    /// Opens this page in a private window.
    OpenPrivately(Browser, String),
    /// Looks at the page once; after a restart, as soon as there is a line again.
    Measure(Remedy, Box<Target>),
    /// Adds what was tried to the case.
    Record(Arc<Case>, Tried),
    StartWatch(WatchId, Box<Target>),
    StopWatch,
    /// Saves what was kept of watching this page; the ending says in which form.
    ExportWatch(Box<Target>, PathBuf),
    /// Shows it on the desktop.
    Notify(Notice),
    MakePreview {
        case: Arc<Case>,
        format: Format,
        hide: Hide,
    },
    SaveReport {
        case: Arc<Case>,
        path: PathBuf,
        hide: Hide,
    },
    ListPast,
    KeepPast(Arc<Case>),
    /// Tells other windows that this one has it open, and learns whether one of them has.
    ClaimCase(PathBuf),
    OpenCase(PathBuf),
    DeletePast(PathBuf),
    DeleteAllPast,
    SaveSettings(Box<Settings>),
    Apply,
    /// Opens the system's dialog for where to save the report.
    ChooseReport(String),
    /// Opens the system's dialog for a saved case.
    ChooseCase,
}
