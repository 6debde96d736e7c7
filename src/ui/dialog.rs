//! The system's file dialogs.

use std::path::{Path, PathBuf};
use std::pin::pin;
use std::time::Duration;

use tokio::time::{Instant, timeout};

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
/// By then a dialog is there, and has taken the keyboard.
const SLOW: Duration = Duration::from_secs(3);

/// What was chosen in a dialog, `None` where it was closed without a choice. Says `missing`, once, where no dialog seems to
/// be shown: it ends at once, as where there is no portal, or this window still has the keyboard after a while, as where the
/// portal hangs. A dialog that comes late may still be used.
pub async fn choice<T>(
    chosen: impl Future<Output = Option<T>>,
    has_keyboard: impl Fn() -> bool,
    missing: impl Fn(),
) -> Option<T> {
    let asked = Instant::now();
    let mut chosen = pin!(chosen);
    if let Ok(soon) = timeout(SLOW, &mut chosen).await {
        if soon.is_none() && asked.elapsed() < TOO_SOON {
            missing();
        }
        return soon;
    }
    if has_keyboard() {
        missing();
    }
    chosen.await
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use tokio::time::sleep;

    use super::*;

    /// What comes of a dialog that ends after so long with this choice, and how often it is said to be missing.
    async fn asked(seconds: f32, choice: Option<u8>, has_keyboard: bool) -> (Option<u8>, u32) {
        let said = Cell::new(0);
        let dialog = async {
            sleep(Duration::from_secs_f32(seconds)).await;
            choice
        };
        (super::choice(dialog, || has_keyboard, || said.set(said.get() + 1)).await, said.get())
    }

    #[tokio::test(start_paused = true)]
    async fn a_dialog_that_ends_at_once_was_never_there_and_a_person_takes_longer() {
        assert_eq!(asked(0.04, None, true).await, (None, 1));
        assert_eq!(asked(0.6, None, true).await, (None, 0));
        assert_eq!(asked(0.04, Some(1), true).await, (Some(1), 0));
    }

    #[tokio::test(start_paused = true)]
    async fn a_dialog_that_hangs_is_said_to_be_missing_and_may_still_come() {
        assert_eq!(asked(60.0, Some(1), true).await, (Some(1), 1));
        assert_eq!(asked(60.0, None, true).await, (None, 1));
        // Somebody takes their time in it.
        assert_eq!(asked(60.0, Some(1), false).await, (Some(1), 0));
    }
}
