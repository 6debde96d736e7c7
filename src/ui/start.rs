//! What the window opens with, and small works of it that need nothing of its state: its mark, its look, the writing of settings, readings.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::Sender;

use super::bridge::{Voice, spoken};
use super::keeper::Keeper;
use super::message::Message;
use super::reading::Reading;
use super::state::Look;
use crate::checkup::judge_anew;
use crate::model::diagnosis::Words;
use crate::model::{Case, Role};
use crate::settings::Settings;
use crate::store;
use crate::store::window::WindowMemory;
use crate::text::Texts;

/// What the window opens with.
#[derive(Default)]
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
    pub when_open: Option<fn()>,
}

/// The program's mark for title bar and task bar; without one, the system's usual icon.
pub fn icon() -> egui::IconData {
    eframe::icon_data::from_png_bytes(include_bytes!("../../assets/icon/gatemend.png")).unwrap_or_default()
}

/// Writes the settings beside the frames.
///
/// # Errors
/// The system gives no thread.
pub fn keeper(
    ctx: &egui::Context,
    file: Option<PathBuf>,
    voice: Voice,
    sender: &Sender<Message>,
) -> std::io::Result<Keeper> {
    let (sender, wake) = (sender.clone(), ctx.clone());
    let save = move |settings: &Settings| {
        store::save_settings(settings, file.as_deref()).map_err(|error| spoken(&voice).say(&error.words()))
    };
    Keeper::new(save, move |kept| {
        let _ = sender.send(Message::SettingsKept(kept));
        wake.request_repaint();
    })
}

/// Who speaks in a pasted text, if anybody is recognised.
pub fn recognised(text: &str, texts: &Texts) -> Option<String> {
    let read = crate::signature::paste::read(text);
    let found = crate::signature::identify(&crate::signature::Material::from(&read));
    let names: Vec<String> = found.speakers.into_iter().map(|speaker| speaker.name).collect();
    let words = Words::new("window-saw-said").with("names", texts.list(&names));
    (!names.is_empty()).then(|| texts.say(&words))
}

/// Judged by today's rules, and made ready to be drawn.
pub fn read_anew(case: &Case, texts: &Texts) -> Arc<Reading> {
    Arc::new(Reading::of(judge_anew(case, texts), texts))
}

/// Brings a look into force.
pub fn apply(ctx: &egui::Context, look: Look) {
    ctx.set_theme(match look.dark {
        None => egui::ThemePreference::System,
        Some(true) => egui::ThemePreference::Dark,
        Some(false) => egui::ThemePreference::Light,
    });
    ctx.set_zoom_factor(look.zoom);
    ctx.all_styles_mut(|style| style.animation_time = if look.still { 0.0 } else { 0.12 });
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
