//! Every colour and size of the window, for both themes.

use egui::{Color32, CornerRadius, Stroke, Theme, ThemePreference, Visuals};

/// The colours of one theme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Palette {
    pub window: Color32,
    pub surface: Color32,
    pub sunken: Color32,
    pub line: Color32,
    pub line_strong: Color32,
    pub ink: Color32,
    pub ink_2: Color32,
    pub accent: Color32,
    pub accent_soft: Color32,
    pub on_accent: Color32,
    pub good: Color32,
    pub warn: Color32,
    pub bad: Color32,
    pub on_status: Color32,
}

const LIGHT: Palette = Palette {
    window: Color32::from_rgb(0xF7, 0xF6, 0xF2),
    surface: Color32::from_rgb(0xFF, 0xFF, 0xFF),
    sunken: Color32::from_rgb(0xEF, 0xED, 0xE7),
    line: Color32::from_rgb(0xDF, 0xDC, 0xD3),
    line_strong: Color32::from_rgb(0x85, 0x81, 0x7A),
    ink: Color32::from_rgb(0x1B, 0x1F, 0x2A),
    ink_2: Color32::from_rgb(0x4B, 0x51, 0x5E),
    accent: Color32::from_rgb(0x2F, 0x49, 0xC4),
    accent_soft: Color32::from_rgb(0xE7, 0xEB, 0xFA),
    on_accent: Color32::from_rgb(0xFF, 0xFF, 0xFF),
    good: Color32::from_rgb(0x0A, 0x6B, 0x5C),
    warn: Color32::from_rgb(0x82, 0x53, 0x00),
    bad: Color32::from_rgb(0xAD, 0x2E, 0x12),
    on_status: Color32::from_rgb(0xFF, 0xFF, 0xFF),
};

const DARK: Palette = Palette {
    window: Color32::from_rgb(0x14, 0x16, 0x1C),
    surface: Color32::from_rgb(0x1D, 0x20, 0x28),
    sunken: Color32::from_rgb(0x0F, 0x11, 0x16),
    line: Color32::from_rgb(0x33, 0x38, 0x45),
    line_strong: Color32::from_rgb(0x7F, 0x86, 0x96),
    ink: Color32::from_rgb(0xEE, 0xEF, 0xF2),
    ink_2: Color32::from_rgb(0xBC, 0xC1, 0xCC),
    accent: Color32::from_rgb(0x9D, 0xB0, 0xFF),
    accent_soft: Color32::from_rgb(0x26, 0x2D, 0x4D),
    on_accent: Color32::from_rgb(0x10, 0x13, 0x1C),
    good: Color32::from_rgb(0x5C, 0xCD, 0xB3),
    warn: Color32::from_rgb(0xEB, 0xBB, 0x55),
    bad: Color32::from_rgb(0xFF, 0x94, 0x78),
    on_status: Color32::from_rgb(0x10, 0x13, 0x1C),
};

/// Space between parts of a group, between groups, and at the window's edge.
pub const GAP: f32 = 8.0;
pub const GROUP_GAP: f32 = 20.0;
pub const EDGE: i8 = 24;
/// Widest column of text that is read with ease.
pub const READABLE: f32 = 760.0;

pub const HEADLINE: f32 = 24.0;
pub const HEADING: f32 = 16.0;
pub const BODY: f32 = 15.0;
pub const SMALL: f32 = 13.0;

/// The colours in force.
pub fn palette(ui: &egui::Ui) -> Palette {
    if ui.visuals().dark_mode { DARK } else { LIGHT }
}

/// Sets both themes; the system chooses.
pub fn install(ctx: &egui::Context) {
    ctx.set_theme(ThemePreference::System);
    // Where the system does not say.
    ctx.options_mut(|options| options.fallback_theme = Theme::Light);
    ctx.set_visuals_of(Theme::Light, visuals(Visuals::light(), LIGHT));
    ctx.set_visuals_of(Theme::Dark, visuals(Visuals::dark(), DARK));
    ctx.all_styles_mut(|style| {
        style.spacing.item_spacing = egui::vec2(GAP, GAP);
        style.spacing.button_padding = egui::vec2(16.0, 8.0);
        style.spacing.interact_size.y = 32.0;
        for (text_style, font) in &mut style.text_styles {
            font.size = match text_style {
                egui::TextStyle::Small => SMALL,
                egui::TextStyle::Heading => HEADING,
                _ => BODY,
            };
        }
    });
}

fn visuals(base: Visuals, palette: Palette) -> Visuals {
    let mut visuals = base;
    visuals.panel_fill = palette.window;
    visuals.window_fill = palette.surface;
    visuals.extreme_bg_color = palette.surface;
    visuals.override_text_color = Some(palette.ink);
    visuals.hyperlink_color = palette.accent;
    visuals.selection.bg_fill = palette.accent_soft;
    visuals.selection.stroke = Stroke::new(1.5, palette.accent);
    let widgets = &mut visuals.widgets;
    for widget in [
        &mut widgets.noninteractive,
        &mut widgets.inactive,
        &mut widgets.hovered,
        &mut widgets.active,
        &mut widgets.open,
    ] {
        widget.corner_radius = CornerRadius::same(6);
        widget.bg_stroke = Stroke::new(1.0, palette.line_strong);
        widget.weak_bg_fill = palette.surface;
        widget.bg_fill = palette.surface;
        widget.fg_stroke = Stroke::new(1.5, palette.ink);
    }
    widgets.noninteractive.bg_stroke = Stroke::new(1.0, palette.line);
    widgets.hovered.weak_bg_fill = palette.accent_soft;
    widgets.hovered.bg_stroke = Stroke::new(1.5, palette.accent);
    widgets.active.weak_bg_fill = palette.accent_soft;
    widgets.active.bg_stroke = Stroke::new(2.0, palette.accent);
    visuals
}
