//! Every colour of the window, for both themes. Ratios to the grounds follow WCAG: 4.5 for text, 3 for shapes.

use egui::Color32;

/// The colours of one theme. `*_fill` carries a glyph in `on_status`; `*_soft` is a ground for text in the plain colour.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Palette {
    pub window: Color32,
    pub surface: Color32,
    pub sunken: Color32,
    /// Decoration only.
    pub line: Color32,
    /// Edges of what can be used.
    pub line_strong: Color32,
    pub ink: Color32,
    pub ink_2: Color32,
    pub ink_3: Color32,
    pub accent: Color32,
    pub accent_hover: Color32,
    pub accent_soft: Color32,
    pub on_accent: Color32,
    pub good: Color32,
    pub good_fill: Color32,
    pub good_soft: Color32,
    pub warn: Color32,
    pub warn_fill: Color32,
    pub warn_soft: Color32,
    pub bad: Color32,
    pub bad_fill: Color32,
    pub bad_soft: Color32,
    pub on_status: Color32,
    pub focus: Color32,
    pub code: Color32,
    pub shadow: Color32,
    /// Groups in tables and plots; always with a letter beside them.
    pub series: [Color32; 4],
    /// Opacity of the ground behind an outage.
    pub outage: f32,
}

const fn hex(code: u32) -> Color32 {
    let [_, red, green, blue] = code.to_be_bytes();
    Color32::from_rgb(red, green, blue)
}

pub const LIGHT: Palette = Palette {
    window: hex(0xF7F6F2),
    surface: hex(0xFFFFFF),
    sunken: hex(0xEFEDE7),
    line: hex(0xDFDCD3),
    line_strong: hex(0x85817A),
    ink: hex(0x1B1F2A),
    ink_2: hex(0x4B515E),
    ink_3: hex(0x646974),
    accent: hex(0x2F49C4),
    accent_hover: hex(0x243AA6),
    accent_soft: hex(0xE7EBFA),
    on_accent: hex(0xFFFFFF),
    good: hex(0x0A6B5C),
    good_fill: hex(0x0C7C6A),
    good_soft: hex(0xDDF0EA),
    warn: hex(0x825300),
    warn_fill: hex(0xA06500),
    warn_soft: hex(0xFAEFD3),
    bad: hex(0xAD2E12),
    bad_fill: hex(0xC33A19),
    bad_soft: hex(0xFBE7E0),
    on_status: hex(0xFFFFFF),
    focus: hex(0x2F49C4),
    code: hex(0xF4F2EC),
    shadow: hex(0x1B1F2A),
    series: [hex(0x2F49C4), hex(0xB0508F), hex(0x3B7F9C), hex(0x8A6D3B)],
    outage: 0.80,
};

pub const DARK: Palette = Palette {
    window: hex(0x14161C),
    surface: hex(0x1D2028),
    sunken: hex(0x0F1116),
    line: hex(0x333845),
    line_strong: hex(0x7F8696),
    ink: hex(0xEEEFF2),
    ink_2: hex(0xBCC1CC),
    ink_3: hex(0x9BA1AF),
    accent: hex(0x9DB0FF),
    accent_hover: hex(0xB7C5FF),
    accent_soft: hex(0x262D4D),
    on_accent: hex(0x10131C),
    good: hex(0x5CCDB3),
    good_fill: hex(0x4BBFA5),
    good_soft: hex(0x153430),
    warn: hex(0xEBBB55),
    warn_fill: hex(0xDDA93A),
    warn_soft: hex(0x3A2E12),
    bad: hex(0xFF9478),
    bad_fill: hex(0xF57C5C),
    bad_soft: hex(0x45221A),
    on_status: hex(0x10131C),
    focus: hex(0xC3CEFF),
    code: hex(0x15171D),
    shadow: hex(0x000000),
    series: [hex(0x9DB0FF), hex(0xE79CCB), hex(0x7CC3E0), hex(0xD5B67E)],
    outage: 0.55,
};

#[cfg(test)]
mod tests {
    use super::*;

    fn luminance(colour: Color32) -> f32 {
        let part = |byte: u8| {
            let share = f32::from(byte) / 255.0;
            if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * part(colour.r()) + 0.7152 * part(colour.g()) + 0.0722 * part(colour.b())
    }

    fn ratio(one: Color32, other: Color32) -> f32 {
        let (a, b) = (luminance(one), luminance(other));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn text_and_shapes_stand_out_from_their_grounds() {
        for theme in [LIGHT, DARK] {
            for ink in [theme.ink, theme.ink_2, theme.ink_3, theme.accent, theme.good, theme.warn, theme.bad] {
                assert!(ratio(ink, theme.window) >= 4.5 && ratio(ink, theme.surface) >= 4.5, "{ink:?}");
            }
            for (ink, ground) in [
                (theme.good, theme.good_soft),
                (theme.warn, theme.warn_soft),
                (theme.bad, theme.bad_soft),
                (theme.accent, theme.accent_soft),
                (theme.ink_3, theme.sunken),
                (theme.on_accent, theme.accent),
                (theme.on_status, theme.good_fill),
                (theme.on_status, theme.warn_fill),
                (theme.on_status, theme.bad_fill),
            ] {
                assert!(ratio(ink, ground) >= 4.5, "{ink:?} on {ground:?}: {}", ratio(ink, ground));
            }
            for edge in [theme.line_strong, theme.focus] {
                assert!(ratio(edge, theme.window) >= 3.0 && ratio(edge, theme.surface) >= 3.0, "{edge:?}");
            }
        }
    }
}
