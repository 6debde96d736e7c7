//! The system's file dialogs.

use std::path::{Path, PathBuf};

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
