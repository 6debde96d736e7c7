//! Files that outlive a run: the settings' place, case files, reports. The only layer above the probes that touches
//! the disk.

mod case_file;
mod compact;
pub mod crash;
mod handed_file;
mod identity;
pub mod past;
mod report_file;
pub mod watched;
mod whole;
pub mod window;

use std::path::PathBuf;

pub use case_file::{read_case, write_case};
pub use handed_file::configuration as recognised_configuration;
pub use identity::{redacted, redacted_as};
pub use report_file::{check_endings, free_path, rendered, write_report};

use crate::model::diagnosis::Words;
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
    /// The sentence of the window for it. What the system says of it stays in the system's words.
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
pub fn load_settings(file: Option<&std::path::Path>) -> Result<Settings, SettingsError> {
    match file {
        Some(path) => settings::read(path),
        None => match default_settings_file().filter(|path| path.is_file()) {
            Some(path) => settings::read(&path),
            None => Ok(Settings::default()),
        },
    }
}

/// Writes the settings to this file; without one, to that of the platform's config folder.
///
/// # Errors
/// There is no such folder, or the file cannot be written.
pub fn save_settings(settings: &Settings, file: Option<&std::path::Path>) -> Result<(), StoreError> {
    let Some(path) = file.map(PathBuf::from).or_else(default_settings_file) else {
        return Err(StoreError::Folder("for settings".to_owned()));
    };
    whole::write_in_own_folder(&path, settings::written(settings).as_bytes())
}

/// Where the settings are kept.
pub fn default_settings_file() -> Option<PathBuf> {
    directories::ProjectDirs::from("", "", "gatemend").map(|dirs| dirs.config_dir().join("settings.toml"))
}
