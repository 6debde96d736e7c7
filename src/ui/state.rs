//! What the window knows.

use std::path::PathBuf;
use std::sync::Arc;

use crate::engine::RunId;
use crate::model::{Case, Role};
use crate::settings::Settings;
use crate::text::Texts;

/// Which screen is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Screen {
    Start,
    /// The checklist, and the verdict as soon as there is one.
    Check,
}

/// The whole state.
pub struct State {
    pub texts: Texts,
    pub settings: Settings,
    pub screen: Screen,
    /// The address as typed.
    pub typed: String,
    pub role: Role,
    pub saw: String,
    /// Why the address cannot be read.
    pub typed_error: Option<String>,
    /// The run whose events count; those of others are dropped.
    pub run: Option<RunId>,
    pub running: bool,
    pub case: Option<Arc<Case>>,
    pub report_path: String,
    /// How the last saving went.
    pub saved: Option<Result<PathBuf, String>>,
}

impl State {
    pub fn new(settings: Settings, texts: Texts) -> Self {
        let folder = directories::UserDirs::new().and_then(|dirs| dirs.document_dir().map(PathBuf::from));
        let report = folder.unwrap_or_default().join("gatemend-report.html");
        State {
            texts,
            settings,
            screen: Screen::Start,
            typed: String::new(),
            role: Role::Visitor,
            saw: String::new(),
            typed_error: None,
            run: None,
            running: false,
            case: None,
            report_path: report.display().to_string(),
            saved: None,
        }
    }
}
