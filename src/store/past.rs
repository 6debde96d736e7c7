//! Past check-ups, kept on this device alone: one case file each in the platform's data folder.

use std::path::{Path, PathBuf};

use super::{StoreError, read_case, whole, write_case};
use crate::model::{Case, Diagnosis, Fault};
use crate::text::Texts;

/// How many are kept; the oldest go first.
const KEPT: usize = 50;

/// One past check-up, as a list shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct PastCase {
    pub path: PathBuf,
    /// Host and path as they were typed.
    pub page: String,
    /// When it began, in UTC.
    pub started: String,
    pub headline: String,
    /// `None` where there is no verdict.
    pub fault: Option<Fault>,
}

/// Where they are kept.
pub fn folder() -> Option<PathBuf> {
    directories::ProjectDirs::from("", "", "gatemend").map(|dirs| dirs.data_local_dir().join("cases"))
}

/// The newest first. What cannot be read is passed over: somebody else's file in this folder is none of ours.
/// Verdicts are told in the language of these texts.
pub fn list(folder: &Path, texts: &Texts) -> Vec<PastCase> {
    let cases = files(folder).into_iter().filter_map(|path| {
        let case = read_case(&path).ok()?;
        Some(PastCase {
            path,
            page: case.target.input.clone(),
            started: case.started.clone(),
            headline: case.diagnosis.as_ref().map(|found| headline(found, texts)).unwrap_or_default(),
            fault: case.diagnosis.as_ref().map(|found| found.fault),
        })
    });
    cases.collect()
}

/// The verdict of a file of another version may have a key that is not known today.
fn headline(found: &Diagnosis, texts: &Texts) -> String {
    if texts.has(&found.words.key) { texts.say(&found.words) } else { found.headline.clone() }
}

/// Keeps this one, and lets the oldest go.
///
/// # Errors
/// The folder cannot be made, or the file not be written.
pub fn keep(folder: &Path, case: &Case) -> Result<PathBuf, StoreError> {
    whole::make_folder(folder)?;
    let name: String = case.started.chars().filter(char::is_ascii_digit).take(17).collect();
    // The beginning names a check-up; what is added to it later takes its place.
    let path = folder.join(format!("{name}.json"));
    write_case(case, &path)?;
    for old in files(folder).into_iter().skip(KEPT) {
        // Another window may have been quicker.
        let _ = std::fs::remove_file(old);
    }
    Ok(path)
}

/// Deletes one; only files of this folder.
pub fn delete(folder: &Path, path: &Path) -> bool {
    files(folder).iter().any(|own| own == path) && std::fs::remove_file(path).is_ok()
}

/// Deletes all.
pub fn delete_all(folder: &Path) {
    for path in files(folder) {
        let _ = std::fs::remove_file(path);
    }
}

/// Our own files, the newest first: their names are times.
fn files(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let is_ours = |path: &PathBuf| {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        name.starts_with(|first: char| first.is_ascii_digit()) && name.ends_with(".json")
    };
    let mut files: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).filter(is_ours).collect();
    files.sort();
    files.reverse();
    files
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Role, Target};

    fn case(started: &str) -> Case {
        Case::new(Target::parse("shop.test").unwrap(), Role::Visitor, started.to_owned(), "en")
    }

    #[test]
    fn kept_listed_newest_first_and_deleted() {
        let folder = tempfile::tempdir().unwrap();
        let first = keep(folder.path(), &case("2026-11-24T10:00:00.000Z")).unwrap();
        keep(folder.path(), &case("2026-11-24T11:00:00.000Z")).unwrap();
        std::fs::write(folder.path().join("notes.json"), "{}").unwrap();
        let started: Vec<String> =
            list(folder.path(), &Texts::english()).into_iter().map(|past| past.started).collect();
        assert_eq!(started, ["2026-11-24T11:00:00.000Z", "2026-11-24T10:00:00.000Z"]);
        assert!(delete(folder.path(), &first));
        assert!(!delete(folder.path(), &folder.path().join("notes.json")));
        delete_all(folder.path());
        assert!(list(folder.path(), &Texts::english()).is_empty() && folder.path().join("notes.json").exists());
    }

    #[test]
    fn the_oldest_go_when_there_are_too_many() {
        let folder = tempfile::tempdir().unwrap();
        for minute in 0..KEPT + 2 {
            keep(folder.path(), &case(&format!("2026-11-24T10:{minute:02}:00.000Z"))).unwrap();
        }
        let kept = list(folder.path(), &Texts::english());
        assert_eq!(kept.len(), KEPT);
        assert!(kept.last().unwrap().started.contains("10:02"));
    }
}
