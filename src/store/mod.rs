//! Files that outlive a run: the settings' place, case files, reports. The only layer above the probes that touches
//! the disk.

pub(crate) mod case_file;
pub mod claim;
mod compact;
mod handed_file;
mod identity;
pub mod past;
mod report_file;
pub mod watched;
mod whole;

pub use whole::write_new;
pub mod window;

use std::path::{Path, PathBuf};

pub use case_file::{NO_CASE, read_case, write_case};
pub use handed_file::{configuration as recognised_configuration, read_text, text as handed_text};
pub use identity::{redacted, redacted_as};
pub use report_file::{check_endings, check_folders, free_path, letter, rendered, write_report};

use crate::model::diagnosis::Words;
use crate::model::trouble::in_words;
use crate::settings::{self, Settings, SettingsError};

/// Why a file could not be read or written.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    #[error("cannot read {path}: {error}")]
    Read { path: String, error: String },
    #[error("cannot write {path}: {error}")]
    Write { path: String, error: String },
    #[error("cannot tell the kind of report from {0}; use .html, .md, .txt or .json")]
    Ending(String),
    #[error("the folder {0} does not exist")]
    Folder(String),
}

impl StoreError {
    /// The sentence of the window for it.
    pub fn words(&self) -> Words {
        match self {
            StoreError::Read { path, error } => {
                Words::new("window-cannot-read").with("path", path).with("error", error)
            }
            StoreError::Write { path, error } => {
                Words::new("window-cannot-write").with("path", path).with("error", error)
            }
            StoreError::Ending(path) => Words::new("window-report-ending").with("path", path),
            StoreError::Folder(path) => Words::new("window-no-folder").with("path", path),
        }
    }
}

/// The settings of this file; without one, those of the platform's config folder; without that, the built-in ones.
///
/// # Errors
/// The file that was named cannot be read or understood, or the one in the config folder cannot be understood.
pub fn load_settings(file: Option<&Path>) -> Result<Settings, SettingsError> {
    match file {
        Some(path) => settings::read(path),
        None => match default_settings_file().filter(|path| path.is_file()) {
            Some(path) => settings::read(&path),
            None => Ok(Settings::default()),
        },
    }
}

/// Writes what changed since `before` to this file; without one, to that of the platform's config folder. What
/// another window has changed there meanwhile stays.
///
/// # Errors
/// There is no such folder, the file cannot be written, or what it holds now cannot be understood.
pub fn save_settings(before: &Settings, settings: &Settings, file: Option<&Path>) -> Result<(), StoreError> {
    let Some(path) = file.map(PathBuf::from).or_else(default_settings_file) else {
        return Err(StoreError::Folder("for settings".to_owned()));
    };
    path.parent().map_or(Ok(()), whole::make_folder)?;
    // Two windows write one after the other. Where there are no locks, the last one to write wins.
    let lock = path.with_extension("lock");
    let lock = std::fs::File::create(lock).ok().filter(|lock| lock.lock().is_ok());
    keep_what_cannot_be_read(&path)?;
    let there = match path.is_file() {
        true => settings::read(&path).unwrap_or_else(|_| before.clone()),
        false => before.clone(),
    };
    let written =
        whole::write_in_own_folder(&path, settings::written(&settings::merged(before, settings, there)).as_bytes());
    drop(lock);
    written
}

/// The beginning of a small file of the system; `None` where it cannot be read as text.
pub fn small_text(path: &Path) -> Option<String> {
    use std::io::Read;
    let mut text = String::new();
    std::fs::File::open(path).ok()?.take(64 * 1024).read_to_string(&mut text).ok()?;
    Some(text)
}

/// Settings of a newer version, or with a mistake in them, are somebody's work: they get another name before others take
/// their place.
fn keep_what_cannot_be_read(path: &std::path::Path) -> Result<(), StoreError> {
    if !path.is_file() || settings::read(path).is_ok() {
        return Ok(());
    }
    let kept = free_path(&path.with_extension("kept.toml"));
    let failed =
        |error: std::io::Error| StoreError::Write { path: kept.display().to_string(), error: in_words(&error) };
    std::fs::copy(path, &kept).map(|_| ()).map_err(failed)
}

/// Where the settings are kept.
pub fn default_settings_file() -> Option<PathBuf> {
    directories::ProjectDirs::from("", "", "gatemend").map(|dirs| dirs.config_dir().join("settings.toml"))
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn what_another_window_changed_stays() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("deep/settings.toml");
        let before = Settings::default();
        let one = Settings { connect_timeout: Duration::from_secs(9), ..before.clone() };
        save_settings(&before, &one, Some(&file)).unwrap();
        let mut other = Settings { ask_system_servers: false, ..before.clone() };
        other.controls.remove(0);
        save_settings(&before, &other, Some(&file)).unwrap();
        let read = settings::read(&file).unwrap();
        assert_eq!(read, Settings { connect_timeout: Duration::from_secs(9), ..other });
    }

    #[test]
    fn settings_that_cannot_be_read_are_kept_beside_those_that_take_their_place() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("settings.toml");
        let newer = "[network]\nconnect_timeout = \"3s\"\nof_tomorrow = true\n";
        std::fs::write(&path, newer).unwrap();
        let error = load_settings(Some(&path)).unwrap_err().to_string();
        assert!(error.contains("of_tomorrow") && error.contains("line 3"), "{error}");
        assert_eq!(std::fs::read_to_string(&path).unwrap(), newer, "reading changes nothing");
        save_settings(&Settings::default(), &Settings::default(), Some(&path)).unwrap();
        assert_eq!(load_settings(Some(&path)).unwrap(), Settings::default());
        assert_eq!(std::fs::read_to_string(folder.path().join("settings.kept.toml")).unwrap(), newer);
        // What can be read is replaced by itself, and leaves nothing.
        save_settings(&Settings::default(), &Settings::default(), Some(&path)).unwrap();
        let settings = std::fs::read_dir(folder.path())
            .unwrap()
            .filter(|file| file.as_ref().unwrap().path().extension().is_some_and(|ending| ending == "toml"));
        assert_eq!(settings.count(), 2);
    }
}
