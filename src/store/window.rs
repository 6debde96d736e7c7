//! What the window remembers from one start to the next: how it looks, how large it was, which renderer worked.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::{StoreError, whole};

/// The remembered state. Whatever cannot be read is as if nothing had been remembered.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct WindowMemory {
    /// `None` follows the system.
    pub dark: Option<bool>,
    /// `None` follows the system.
    pub still: Option<bool>,
    /// Text size, 1.0 for the usual one.
    pub zoom: Option<f32>,
    /// Width and height in points.
    pub size: Option<(f32, f32)>,
    /// Where its upper left corner stood, in pixels of all monitors together; never known under Wayland.
    pub place: Option<(i32, i32)>,
    /// The one that opened a window last.
    pub renderer: Option<String>,
}

/// Where it is kept.
pub fn file() -> Option<PathBuf> {
    directories::ProjectDirs::from("", "", "gatemend").map(|dirs| dirs.data_local_dir().join("window.toml"))
}

/// What was remembered.
pub fn recall(path: &Path) -> WindowMemory {
    let text = std::fs::read_to_string(path).unwrap_or_default();
    toml::from_str(&text).unwrap_or_default()
}

/// Remembers.
///
/// # Errors
/// The file cannot be written.
pub fn remember(path: &Path, memory: &WindowMemory) -> Result<(), StoreError> {
    // Numbers, words and yes or no can always be written.
    let text = toml::to_string(memory).unwrap_or_default();
    whole::write_in_own_folder(path, text.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_remembered_is_recalled_and_nonsense_is_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("deep/window.toml");
        assert_eq!(recall(&path), WindowMemory::default());
        let memory =
            WindowMemory { dark: Some(true), zoom: Some(1.5), size: Some((900.0, 700.0)), ..Default::default() };
        remember(&path, &memory).unwrap();
        assert_eq!(recall(&path), memory);
        std::fs::write(&path, "= nonsense").unwrap();
        assert_eq!(recall(&path), WindowMemory::default());
    }
}
