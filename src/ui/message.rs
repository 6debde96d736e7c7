//! Everything that can happen to the window.

use std::path::PathBuf;
use std::sync::Arc;

use super::guided::After;
use super::handed::Glance;
use super::preview::Preview;
use super::reading::Reading;
use super::state::{Look, Proof, Screen, Tab};
use super::watching::WatchId;
use crate::engine::RunId;
use crate::model::diagnosis::Words;
use crate::model::path::Station;
use crate::model::{Answer, Browser, Case, Remedy, Role};
use crate::report::Format;
use crate::report::redact::Hide;
use crate::settings::Settings;
use crate::store::past::PastCase;
use crate::text::{Language, Texts};
use crate::watch::{Followed, Timeline};

/// One thing that happened.
#[derive(Debug, Clone)]
pub enum Message {
    TargetEdited(String),
    /// Back to the address field, to type another.
    AddressWanted,
    /// Takes what was probably meant for what was typed.
    MeantTaken(String),
    RoleChosen(Role),
    SawToggled,
    SawEdited(String),
    /// An error page that was dropped on the window, or why it cannot be read.
    SawFileRead(Result<String, String>),
    /// What this pasted text was recognised as.
    SawRead {
        text: String,
        said: Option<String>,
    },
    OriginEdited(String),
    /// The look at this machine, as the site's server, was switched on or off.
    OnServerToggled,
    ChooseLogsPressed,
    LogsHanded(Vec<PathBuf>),
    /// Logs were read beside the case that is open.
    BesideRead(Result<Arc<Reading>, String>),
    /// How far the first reading of a log has come.
    LogGlancing(PathBuf, String),
    LogGlanced(PathBuf, Glance),
    LogTakenBack(PathBuf),
    /// A reading that nobody wanted any more has ended.
    GlanceStopped,
    ContactsToggled,
    CheckPressed,
    /// The owner has changed something; at this moment, in seconds since 1970.
    ChangedPressed(i64),
    StopPressed,
    /// There is a network again, for which this run was given up.
    NetworkBack(RunId),
    CheckAnywayPressed,
    WaitingStopped,
    /// Closes settings or gallery.
    BackPressed,
    NewCheckPressed,
    ScreenChosen(Screen),
    TabChosen(Tab),
    ProofChosen(Proof),
    PassedToggled,
    StationChosen(Station),
    /// The system has no dialog for files, or does not show it.
    DialogMissing,
    /// What this station is, in plain words.
    TermAsked(Station),
    StationToggled(Station),
    ProblemsChosen(bool),
    FindEdited(String),
    /// The bar of the logs' time line that begins at this second; pressed again, all of the log.
    LogBarPressed(i64),
    /// Of the logs' causes the one at this place.
    LogCausePressed(usize),
    TextCopied(String),
    /// The ticket text of the report's screen, with what its switches let through.
    TicketCopied,
    /// The message to the site's people: always without what names the reader.
    MessageCopied,
    /// The message to one of those who can mend it, by their place in the reading.
    LetterCopied(usize),
    /// The change of a file, as a diff.
    ChangeCopied(String),
    OpenPagePressed,
    /// Opens this page, in whose place the network shows its sign-in page.
    SignInPressed(String),
    /// Shows this remedy step by step.
    GuidedChosen(Remedy),
    BrowserChosen(Browser),
    /// Opens the page in a private window of the chosen browser.
    OpenPrivatelyPressed,
    NetworkSettingsPressed,
    /// It could not be opened, and why.
    NotOpened(String),
    /// The step in hand is done, at this time in seconds since 1970.
    GuidedStepDone(i64),
    GuidedAnswered(Answer),
    /// How the page stands after this remedy.
    GuidedMeasured(Remedy, Box<After>),
    /// The router answered or did not, at this time in seconds since 1970.
    RouterSeen(Remedy, bool, i64),
    /// The case with what was tried.
    TriedRecorded(Arc<Reading>),
    GuidedClosed,
    WatchPressed,
    WatchStopped,
    Looked(WatchId, Box<Followed>),
    /// What was kept of older sittings with this page.
    WatchResumed(WatchId, Box<Timeline>),
    /// The time for watching is over.
    WatchEnded(WatchId),
    /// Looks are not kept; why.
    WatchNotKept(String),
    /// Saves the history: `csv` or `json`.
    WatchExportPressed(&'static str),
    WatchExported(Result<PathBuf, String>),
    /// Whether the desktop showed a notice.
    Notified(Result<(), String>),
    ReportPathEdited(String),
    FormatChosen(Format),
    HideChosen(Hide),
    PreviewMade {
        format: Format,
        hide: Hide,
        language: &'static Language,
        preview: Arc<Preview>,
    },
    SavePressed,
    ChooseReportPressed,
    ChooseCasePressed,
    Saved(Result<PathBuf, String>),
    /// The run as it stands; the last one of a run says so.
    CaseChanged {
        run: RunId,
        reading: Arc<Reading>,
        ended: bool,
    },
    PastListed(Vec<PastCase>, Option<PathBuf>),
    PastOpened(PathBuf),
    PastDeleted(PathBuf),
    AllPastDeleted,
    FileDropped(PathBuf),
    /// The file is to be opened even if that ends a check.
    OpenAnyway(PathBuf),
    CaseOpened(PathBuf, Result<Arc<Reading>, String>),
    SettingsChanged(Box<Settings>),
    ServerEdited(String),
    ServerAdded,
    PageEdited(String),
    PageAdded,
    /// Another window has the case open that was opened here.
    CaseIsElsewhere,
    SettingsKept(Result<(), String>),
    LookChanged(Look),
    /// This language can be spoken from now on.
    Spoken(Texts),
    /// Whether the letters of this language can be drawn.
    LettersSeen(&'static Language, bool),
    /// This case in the window's language of now.
    Reread(Arc<Case>, Arc<Reading>),
    ReportLanguageChosen(&'static Language),
    /// The system asks for stillness.
    SystemIsStill,
    UndoPressed,
    ToastGone,
    /// The check-up is not in the list of past ones; why.
    PastNotKept(String),
    /// The settings could not be read; why.
    SettingsUnread(Words),
    /// A part of this program broke; the file about it, where it could be written.
    Broke(Option<PathBuf>),
    /// The run's events came to an end without its own.
    RunBroke(Option<RunId>),
}
