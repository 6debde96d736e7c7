//! Finds and reads the settings file.

use std::path::{Path, PathBuf};

use super::Trouble;
use crate::settings::{self, Settings};

/// The settings of this file; without one, those of the platform's config folder; without that, the built-in ones.
///
/// # Errors
/// The file that was named cannot be read or understood, or the one in the config folder cannot be understood.
pub fn load(file: Option<&Path>) -> Result<Settings, Trouble> {
    let read = |path: &Path| settings::read(path).map_err(|error| Trouble::Usage(format!("cannot {error}")));
    match file {
        Some(path) => read(path),
        None => match default_file().filter(|path| path.is_file()) {
            Some(path) => read(&path),
            None => Ok(Settings::default()),
        },
    }
}

fn default_file() -> Option<PathBuf> {
    directories::ProjectDirs::from("", "", "gatemend").map(|dirs| dirs.config_dir().join("settings.toml"))
}
