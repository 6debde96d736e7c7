//! What the window opens with, and small works of it that need nothing of its state: its mark, its look, the writing of settings, readings.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::Sender;

use super::bridge::{Voice, spoken};
use super::keeper::Keeper;
use super::message::Message;
use super::reading::Reading;
use crate::checkup::judge_anew;
use crate::model::diagnosis::Words;
use crate::model::{Case, Role};
use crate::settings::Settings;
use crate::store;
use crate::store::window::WindowMemory;
use crate::text::Texts;

/// What the window opens with.
pub struct Opening {
    pub url: Option<String>,
    pub role: Role,
    /// What an owner hands over.
    pub origin: Option<String>,
    pub logs: Vec<PathBuf>,
    /// A saved case, to be shown at once.
    pub case: Option<(PathBuf, Case)>,
    /// `glow` or `wgpu`.
    pub renderer: String,
    pub memory: WindowMemory,
    /// The settings file that was named; changes are kept there.
    pub settings_file: Option<PathBuf>,
    /// Called once, when the window is open.
    pub when_open: fn(),
    /// The file about the crash of the window before this one.
    pub after_crash: Option<PathBuf>,
    /// Why the settings could not be read; the usual ones are in force.
    pub settings_unread: Option<Words>,
}

/// The program's mark for title bar and task bar; without one, the system's usual icon.
pub fn icon() -> egui::IconData {
    eframe::icon_data::from_png_bytes(include_bytes!("../../assets/icon/gatemend.png")).unwrap_or_default()
}

/// Writes to this file what changed, beside the frames; the window began with these settings.
///
/// # Errors
/// The system gives no thread.
pub fn keeper(
    ctx: &egui::Context,
    (mut before, file): (Settings, Option<PathBuf>),
    voice: Voice,
    sender: &Sender<Message>,
) -> std::io::Result<Keeper> {
    let (sender, wake) = (sender.clone(), ctx.clone());
    let save = move |settings: &Settings| {
        let saved = store::save_settings(&before, settings, file.as_deref());
        saved.map_err(|error| spoken(&voice).say(&error.words()))?;
        before.clone_from(settings);
        Ok(())
    };
    Keeper::new(save, move |kept| {
        let _ = sender.send(Message::SettingsKept(kept));
        wake.request_repaint();
    })
}

/// Judged by today's rules, and made ready to be drawn.
pub fn read_anew(case: &Case, texts: &Texts) -> Arc<Reading> {
    Arc::new(Reading::of(judge_anew(case, texts), texts))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_icon_is_a_picture() {
        let icon = icon();
        assert_eq!((icon.width, icon.height), (256, 256));
        // The corners are round, the middle is drawn.
        let alpha = |x: usize, y: usize| icon.rgba[(y * 256 + x) * 4 + 3];
        assert_eq!((alpha(0, 0), alpha(128, 128)), (0, 255));
    }
}
