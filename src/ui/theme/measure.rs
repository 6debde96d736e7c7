//! Sizes, radii and durations, in points (logical pixels) and seconds.

pub const SPACE_XS: f32 = 4.0;
pub const SPACE_S: f32 = 8.0;
pub const SPACE_M: f32 = 12.0;
pub const SPACE_L: f32 = 16.0;
pub const SPACE_XL: f32 = 20.0;
pub const SPACE_XXL: f32 = 24.0;
pub const SPACE_GAP: f32 = 32.0;

pub const APP_BAR: f32 = 56.0;
pub const FOOTER: f32 = 64.0;
/// Widest content; wider windows centre it.
pub const CONTENT_MAX: f32 = 1020.0;
/// Longest line of running text.
pub const MEASURE_MAX: f32 = 640.0;
pub const GUTTER: f32 = 20.0;
/// From this width on there are two columns and names on the path.
pub const NARROW: f32 = 640.0;
pub const MEDIUM: f32 = 960.0;
/// Below this height path and footer scroll with the content.
pub const LOW: f32 = 640.0;

pub const RADIUS_CHIP: u8 = 6;
pub const RADIUS_FIELD: u8 = 8;
pub const RADIUS_CARD: u8 = 12;

pub const STROKE_HAIR: f32 = 1.0;
/// Lines of a pattern in plots: how far apart, and how thick.
pub const HATCH_SPACING: f32 = 5.0;
pub const HATCH_STROKE: f32 = 2.6;
pub const STROKE_FIELD: f32 = 1.5;
pub const STROKE_RING: f32 = 2.5;
pub const STROKE_ICON: f32 = 1.75;
pub const STROKE_FOCUS: f32 = 2.5;
pub const FOCUS_GAP: f32 = 2.0;

pub const BUTTON: f32 = 40.0;
pub const BUTTON_LARGE: f32 = 48.0;
pub const FIELD: f32 = 44.0;
pub const FIELD_LARGE: f32 = 56.0;
pub const TARGET_MIN: f32 = 32.0;
pub const STEP_ROW: f32 = 34.0;
pub const TABLE_HEADER: f32 = 38.0;
pub const TABLE_ROW: f32 = 44.0;
pub const ICON: f32 = 20.0;
pub const STATUS_ICON: f32 = 18.0;

/// Hover, press, focus.
pub const QUICK: f32 = 0.12;
pub const SETTLE: f32 = 0.24;
pub const LINK_FILL: f32 = 0.32;
pub const BREAK_OPEN: f32 = 0.28;
pub const COMET_CYCLE: f64 = 1.4;
pub const RING_CYCLE: f64 = 1.6;
pub const TOAST: f64 = 6.0;
/// Frames while a check runs and nothing else moves.
pub const BUSY_HZ: f64 = 15.0;

/// The window's side margin at this width.
pub fn margin(width: f32) -> f32 {
    if width >= MEDIUM {
        40.0
    } else if width >= NARROW {
        24.0
    } else {
        16.0
    }
}
