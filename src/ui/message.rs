//! Everything that can happen to the window.

use std::path::PathBuf;
use std::sync::Arc;

use crate::engine::RunId;
use crate::model::{Case, Role};

/// One thing that happened.
#[derive(Debug, Clone)]
pub enum Message {
    TargetEdited(String),
    RoleChosen(Role),
    SawEdited(String),
    CheckPressed,
    StopPressed,
    AgainPressed,
    BackPressed,
    CommandCopied(String),
    ReportPathEdited(String),
    SavePressed,
    /// The run as it stands; the last one of a run says so.
    CaseChanged {
        run: RunId,
        case: Arc<Case>,
        ended: bool,
    },
    Saved(Result<PathBuf, String>),
}
