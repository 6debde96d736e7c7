//! The system's file dialogs.

use std::path::{Path, PathBuf};
use std::time::Duration;

/// Where to save a report; its path as text.
pub fn save(path: &str) -> impl Future<Output = Option<String>> + Send + 'static {
    let path = Path::new(path);
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let mut dialog = rfd::AsyncFileDialog::new().set_file_name(name);
    if let Some(folder) = path.parent().filter(|folder| folder.is_dir()) {
        dialog = dialog.set_directory(folder);
    }
    let chosen = dialog.save_file();
    async move { chosen.await.map(|file| file.path().display().to_string()) }
}

/// Which saved case, log or saved error page to open.
pub fn open() -> impl Future<Output = Option<PathBuf>> + Send + 'static {
    let chosen = rfd::AsyncFileDialog::new().add_filter("JSON", &["json"]).add_filter("*", &["*"]).pick_file();
    async move { chosen.await.map(|file| file.path().to_path_buf()) }
}

/// Which logs to read.
pub fn logs() -> impl Future<Output = Option<Vec<PathBuf>>> + Send + 'static {
    let chosen = rfd::AsyncFileDialog::new().pick_files();
    async move { chosen.await.map(|files| files.iter().map(|file| file.path().to_path_buf()).collect()) }
}

/// Nobody closes a dialog so soon after it was asked for.
const TOO_SOON: Duration = Duration::from_millis(250);

/// Whether a dialog that ended without a choice after this time was never shown: there is no portal, or no other program
/// for it.
pub fn was_never_there(after: Duration) -> bool {
    after < TOO_SOON
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dialog_that_was_closed_by_a_person_is_not_taken_for_a_missing_one() {
        assert!(was_never_there(Duration::from_millis(40)));
        assert!(!was_never_there(Duration::from_millis(600)));
    }
}
