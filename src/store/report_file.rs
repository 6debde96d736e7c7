//! Report files.

use std::path::{Path, PathBuf};

use super::{StoreError, whole};
use crate::checkup::{picture_of, speaker_line};
use crate::model::Case;
use crate::report::{self, Format, Report, render};
use crate::text::Texts;

/// Refuses report files whose ending says nothing or whose folder is not there, before any work is done.
///
/// # Errors
/// Names the file and the endings there are.
pub fn check_endings(reports: &[PathBuf]) -> Result<(), StoreError> {
    match reports.iter().find(|path| Format::of_path(path).is_none()) {
        Some(path) => Err(StoreError::Ending(path.display().to_string())),
        None => check_folders(reports),
    }
}

/// Refuses files whose folder is not there, before any work is done.
///
/// # Errors
/// Names the folder.
pub fn check_folders(files: &[PathBuf]) -> Result<(), StoreError> {
    let named = files.iter().filter_map(|path| path.parent());
    match named.into_iter().find(|folder| !folder.as_os_str().is_empty() && !folder.is_dir()) {
        Some(folder) => Err(StoreError::Folder(folder.display().to_string())),
        None => Ok(()),
    }
}

/// Writes the report of a case that may leave this device.
///
/// # Errors
/// The ending says nothing, or the file cannot be written.
pub fn write_report(case: &Case, texts: &Texts, path: &Path) -> Result<(), StoreError> {
    let format = Format::of_path(path).ok_or_else(|| StoreError::Ending(path.display().to_string()))?;
    whole::write(path, rendered(case, texts, format).as_bytes())
}

/// The report as text.
pub fn rendered(case: &Case, texts: &Texts, format: Format) -> String {
    let picture = picture_of(case);
    render(&Report { case, picture: &picture, texts, speaker_line: speaker_line(case) }, format)
}

/// The message to one of those who can mend it, by its place among them; empty where there are fewer.
pub fn letter(case: &Case, texts: &Texts, place: usize) -> String {
    let picture = picture_of(case);
    let report = Report { case, picture: &picture, texts, speaker_line: speaker_line(case) };
    report::letter(&report, place).unwrap_or_default()
}

/// This path, or the first one with a number behind its name that is still free: nothing is overwritten in silence.
pub fn free_path(path: &Path) -> PathBuf {
    if !path.exists() {
        return path.to_owned();
    }
    let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let ending = path.extension().map(|ending| format!(".{}", ending.to_string_lossy())).unwrap_or_default();
    let numbered = (2..10_000).map(|number| path.with_file_name(format!("{stem}-{number}{ending}")));
    numbered.into_iter().find(|path| !path.exists()).unwrap_or_else(|| path.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_overwritten_in_silence() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("report.html");
        assert_eq!(free_path(&path), path);
        std::fs::write(&path, "kept").unwrap();
        assert_eq!(free_path(&path), folder.path().join("report-2.html"));
    }

    #[test]
    fn an_ending_that_says_nothing_is_refused() {
        assert!(check_endings(&[PathBuf::from("a.html"), PathBuf::from("b.pdf")]).is_err());
        assert!(check_endings(&[PathBuf::from("a.md")]).is_ok());
    }
}
