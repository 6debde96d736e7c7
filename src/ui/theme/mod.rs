//! Colours, type and measures: the one place that has them.

pub mod fonts;
pub mod letters;
pub mod measure;
mod palette;

use egui::{Color32, CornerRadius, RichText, Stroke, Theme, ThemePreference, Visuals};

pub use fonts::TypeStyle;
pub use palette::{LIGHT, Palette};

use palette::DARK;

/// The colours in force.
pub fn palette(ui: &egui::Ui) -> Palette {
    of(ui.visuals().dark_mode)
}

pub fn of(dark: bool) -> Palette {
    if dark { DARK } else { LIGHT }
}

/// Whether things may move: not where the reader asked for stillness.
pub fn moves(ui: &egui::Ui) -> bool {
    ui.style().animation_time > 0.0
}

/// Text in one of the styles of [`fonts`].
pub fn text(text: impl Into<String>, style: TypeStyle, colour: Color32) -> RichText {
    RichText::new(text).font(style.font()).line_height(Some(style.line)).color(colour)
}

/// Sets fonts and both themes.
pub fn install(ctx: &egui::Context) {
    ctx.set_fonts(fonts::definitions());
    // Where the system does not say which it wants.
    ctx.options_mut(|options| options.fallback_theme = Theme::Light);
    ctx.set_theme(ThemePreference::System);
    ctx.set_visuals_of(Theme::Light, visuals(Visuals::light(), LIGHT));
    ctx.set_visuals_of(Theme::Dark, visuals(Visuals::dark(), DARK));
    ctx.all_styles_mut(|style| {
        style.spacing.item_spacing = egui::vec2(measure::SPACE_S, measure::SPACE_S);
        style.spacing.button_padding = egui::vec2(measure::SPACE_L, measure::SPACE_S);
        style.spacing.interact_size.y = measure::TARGET_MIN;
        style.spacing.scroll.bar_width = 8.0;
        // Its bar is an edge, and no ink beside words.
        style.spacing.scroll.foreground_color = false;
        style.animation_time = measure::QUICK;
        style.interaction.selectable_labels = true;
        for (text_style, font) in &mut style.text_styles {
            *font = match text_style {
                egui::TextStyle::Small => fonts::SMALL.font(),
                egui::TextStyle::Heading => fonts::HEADING.font(),
                egui::TextStyle::Monospace => fonts::MONO.font(),
                egui::TextStyle::Button => fonts::STRONG.font(),
                _ => fonts::BODY.font(),
            };
        }
    });
}

/// Puts a look in force: `None` for the system's theme.
pub fn apply(ctx: &egui::Context, dark: Option<bool>, zoom: f32, is_still: bool) {
    ctx.set_theme(match dark {
        None => ThemePreference::System,
        Some(true) => ThemePreference::Dark,
        Some(false) => ThemePreference::Light,
    });
    ctx.set_zoom_factor(zoom);
    let time = if is_still { 0.0 } else { measure::QUICK };
    ctx.all_styles_mut(|style| style.animation_time = time);
}

fn visuals(base: Visuals, palette: Palette) -> Visuals {
    let mut visuals = base;
    visuals.panel_fill = palette.window;
    visuals.window_fill = palette.surface;
    visuals.extreme_bg_color = palette.surface;
    visuals.override_text_color = Some(palette.ink);
    visuals.weak_text_color = Some(palette.ink_3);
    visuals.hyperlink_color = palette.accent;
    visuals.selection.bg_fill = palette.accent_soft;
    visuals.selection.stroke = Stroke::new(1.5, palette.accent);
    visuals.text_cursor.stroke = Stroke::new(2.0, palette.accent);
    let widgets = &mut visuals.widgets;
    for widget in [
        &mut widgets.noninteractive,
        &mut widgets.inactive,
        &mut widgets.hovered,
        &mut widgets.active,
        &mut widgets.open,
    ] {
        widget.corner_radius = CornerRadius::same(measure::RADIUS_FIELD);
        widget.bg_stroke = Stroke::new(1.0, palette.line_strong);
        widget.weak_bg_fill = palette.surface;
        widget.bg_fill = palette.line_strong;
        widget.fg_stroke = Stroke::new(1.5, palette.ink);
        widget.expansion = 0.0;
    }
    widgets.noninteractive.bg_stroke = Stroke::new(1.0, palette.line);
    widgets.hovered.weak_bg_fill = palette.sunken;
    widgets.active.weak_bg_fill = palette.sunken;
    visuals
}
