//! Logs that an owner drops beside a case that somebody sent. Takes as long as they are large: not for a frame.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::reading::Reading;
use crate::checkup::beside::{searched, wall_offset, wish, with_logs};
use crate::logs::{Trouble, open};
use crate::model::Case;
use crate::model::diagnosis::Words;
use crate::model::log::LogSummary;
use crate::report::redact;
use crate::text::Texts;

/// The case with what the logs have about it. An error is told in words.
pub fn read(case: &Case, paths: &[PathBuf], texts: &Texts) -> Result<Arc<Reading>, String> {
    let utc_offset = wall_offset();
    let searched = searched(case, utc_offset);
    let logs: Vec<LogSummary> =
        paths.iter().map(|path| one(path, case, &searched, utc_offset, texts)).collect::<Result<_, _>>()?;
    Ok(Arc::new(Reading::of(with_logs(case, logs, utc_offset, texts), texts)))
}

fn one(
    path: &Path,
    case: &Case,
    searched: &crate::checkup::beside::Searched,
    utc_offset: i64,
    texts: &Texts,
) -> Result<LogSummary, String> {
    let name = path.display().to_string();
    let failed = |error: &Trouble| {
        texts.say(&Words::new("window-cannot-read").with("path", &name).with("error", error.to_string()))
    };
    let opened = open(path).map_err(|error| failed(&error))?;
    let now = jiff::Timestamp::now().as_second();
    let wish = wish(case, searched, now, utc_offset);
    let summary = opened.summarise(&name, &wish, |_| true).map_err(|error| failed(&error))?;
    Ok(redact::log(&summary))
}
