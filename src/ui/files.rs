//! Reports and past check-ups, on the disk. Slow as that may be, it is done beside the frames.

use std::path::{Path, PathBuf};

use super::message::Message;
use crate::checkup::in_language;
use crate::model::Case;
use crate::report::Format;
use crate::report::redact::Hide;
use crate::store::{self, past};
use crate::text::Texts;

pub fn listed(texts: &Texts) -> Message {
    let folder = past::folder();
    Message::PastListed(folder.as_deref().map(|folder| past::list(folder, texts)).unwrap_or_default(), folder)
}

pub fn rendered(case: &Case, texts: &Texts, format: Format, hide: Hide) -> String {
    store::rendered(&in_language(&store::redacted_as(case, hide), texts), texts, format)
}

/// The message to one of those who can mend it; it goes to somebody else, so everything is hidden.
pub fn letter(case: &Case, texts: &Texts, place: usize) -> String {
    store::letter(&in_language(&store::redacted_as(case, Hide::ALL), texts), texts, place)
}

pub fn save_report(case: &Case, texts: &Texts, path: &Path, hide: Hide) -> Result<PathBuf, String> {
    let path = store::free_path(path);
    let kept = in_language(&store::redacted_as(case, hide), texts).into_owned();
    store::write_report(&kept, texts, &path).map_err(|error| texts.say(&error.words()))?;
    // Whoever looks for it later does not know where this program was started.
    Ok(std::path::absolute(&path).unwrap_or(path))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Role, Target};

    #[test]
    fn a_saved_report_is_named_with_its_whole_path() {
        let case = Case::new(Target::parse("shop.test").unwrap(), Role::Visitor, "2026-11-24T10:00:00Z".into(), "en");
        // Of a build's own folder, so that a relative path is one that can be written to.
        let folder = tempfile::tempdir_in(".").unwrap();
        let relative = Path::new(folder.path().file_name().unwrap()).join("report.txt");
        let saved = save_report(&case, &Texts::english(), &relative, Hide::ALL).unwrap();
        assert!(saved.is_absolute() && saved.is_file(), "{saved:?}");
        let missing = folder.path().join("nowhere").join("report.txt");
        let error = save_report(&case, &Texts::english(), &missing, Hide::ALL).unwrap_err();
        assert!(error.starts_with(char::is_uppercase), "{error}");
    }
}
