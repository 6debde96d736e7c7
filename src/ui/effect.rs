//! What an update wants done outside the window.

use std::path::PathBuf;
use std::sync::Arc;

use crate::attempt::RunConfig;
use crate::model::Case;

/// One thing to be done.
#[derive(Debug, Clone)]
pub enum Effect {
    StartRun(Box<RunConfig>),
    StopRun,
    /// Stops the run and forgets it.
    DropRun,
    CopyText(String),
    SaveReport {
        case: Arc<Case>,
        path: PathBuf,
    },
}
