//! What an update wants done outside the window.

use std::net::IpAddr;
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
use crate::text::Language;

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
    /// Reads an error page that somebody saved.
    ReadSawFile(PathBuf),
    /// Reads a log for its row on the first screen.
    GlanceLog(PathBuf),
    /// Reads logs beside the case that is open, and judges both together.
    ReadBeside(Arc<Case>, Vec<PathBuf>),
    /// Nobody wants its row any more.
    StopGlance(PathBuf),
    /// Opens the system's dialog for logs.
    ChooseLogs,
    CopyText(String),
    /// Makes the ticket text, to be copied.
    MakeTicket(Arc<Case>, Hide, &'static Language),
    /// The message to one of those who can mend it, with everything hidden.
    MakeLetter(Arc<Case>, usize, &'static Language),
    OpenUrl(String),
    /// Opens this page in a private window.
    OpenPrivately(Browser, String),
    OpenNetworkSettings,
    /// Looks at the page once; after a restart, as soon as there is a line again.
    Measure(Remedy, Arc<Case>),
    /// Looks at the router again and again while this remedy is tried.
    FollowRouter(Remedy, IpAddr),
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
        language: &'static Language,
    },
    SaveReport {
        case: Arc<Case>,
        path: PathBuf,
        hide: Hide,
        language: &'static Language,
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
    /// Makes the messages of this language ready, and its letters.
    Speak(&'static Language),
    /// Looks for a font with the letters of this language.
    SeekLetters(&'static Language),
    /// Makes this case ready to be drawn in the window's language.
    Reread(Arc<Case>),
    /// Opens the system's dialog for where to save the report.
    ChooseReport(String),
    /// Opens the system's dialog for a saved case.
    ChooseCase,
}
