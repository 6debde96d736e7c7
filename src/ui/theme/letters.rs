//! Letters of other scripts, from the system's fonts. Looking them up takes a while: never in a frame.

use std::sync::Arc;

use egui::epaint::text::{FallbackRequest, FontInsert, FontPriority, FontProvider, InsertFontFamily};
use egui::{Context, FontFamily};
use egui_system_font_provider::SystemFontProvider;

use super::fonts;
use crate::text::Language;

/// A font of this device with the letters of this language, for all styles; `None` where there is none. Takes some
/// hundreds of milliseconds.
pub fn find(language: &Language) -> Option<FontInsert> {
    // For letters that several languages share, the font that is drawn for this one.
    let provider = SystemFontProvider::new().with_locale(Some(language.tag));
    let mut found = None;
    for letter in language.own_name.chars() {
        let cluster = letter.to_string();
        let request = FallbackRequest { cluster: &cluster, family: &FontFamily::Proportional };
        found = Some(provider.font_for(&request)?);
    }
    let families = fonts::families().map(|family| InsertFontFamily { family, priority: FontPriority::Lowest });
    found.map(|font| FontInsert { families: families.collect(), ..font })
}

/// From some moment on, whatever letters are met in names and pages are drawn with the system's fonts.
pub fn all_scripts(ctx: &Context) {
    let provider = SystemFontProvider::new();
    // The first look waits until all fonts are known; the later ones, within frames, then need not.
    let request = FallbackRequest { cluster: "日", family: &FontFamily::Proportional };
    let _ = provider.font_for(&request);
    ctx.add_font_provider(Arc::new(provider));
}
