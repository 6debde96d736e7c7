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
    window: hex(0xF7_F6F2),
    surface: hex(0xFF_FFFF),
    sunken: hex(0xEF_EDE7),
    line: hex(0xDF_DCD3),
    line_strong: hex(0x85_817A),
    ink: hex(0x1B_1F2A),
    ink_2: hex(0x4B_515E),
    ink_3: hex(0x64_6974),
    accent: hex(0x2F_49C4),
    accent_hover: hex(0x24_3AA6),
    accent_soft: hex(0xE7_EBFA),
    on_accent: hex(0xFF_FFFF),
    good: hex(0x0A_6B5C),
    good_fill: hex(0x0C_7C6A),
    good_soft: hex(0xDD_F0EA),
    warn: hex(0x82_5300),
    warn_fill: hex(0xA0_6500),
    warn_soft: hex(0xFA_EFD3),
    bad: hex(0xAD_2E12),
    bad_fill: hex(0xC3_3A19),
    bad_soft: hex(0xFB_E7E0),
    on_status: hex(0xFF_FFFF),
    focus: hex(0x2F_49C4),
    code: hex(0xF4_F2EC),
    shadow: hex(0x1B_1F2A),
    series: [hex(0x2F_49C4), hex(0xB0_508F), hex(0x3B_7F9C), hex(0x8A_6D3B)],
    outage: 0.80,
};

pub const DARK: Palette = Palette {
    window: hex(0x14_161C),
    surface: hex(0x1D_2028),
    sunken: hex(0x0F_1116),
    line: hex(0x33_3845),
    line_strong: hex(0x7F_8696),
    ink: hex(0xEE_EFF2),
    ink_2: hex(0xBC_C1CC),
    ink_3: hex(0x9B_A1AF),
    accent: hex(0x9D_B0FF),
    accent_hover: hex(0xB7_C5FF),
    accent_soft: hex(0x26_2D4D),
    on_accent: hex(0x10_131C),
    good: hex(0x5C_CDB3),
    good_fill: hex(0x4B_BFA5),
    good_soft: hex(0x15_3430),
    warn: hex(0xEB_BB55),
    warn_fill: hex(0xDD_A93A),
    warn_soft: hex(0x3A_2E12),
    bad: hex(0xFF_9478),
    bad_fill: hex(0xF5_7C5C),
    bad_soft: hex(0x45_221A),
    on_status: hex(0x10_131C),
    focus: hex(0xC3_CEFF),
    code: hex(0x15_171D),
    shadow: hex(0x00_0000),
    series: [hex(0x9D_B0FF), hex(0xE7_9CCB), hex(0x7C_C3E0), hex(0xD5_B67E)],
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
