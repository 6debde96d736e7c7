//! The fonts: Inter for the interface, its copy with digits of one width for numbers, JetBrains Mono for code.
//!
//! Other scripts come from the system: see `letters`.

use std::sync::Arc;

use egui::{FontData, FontDefinitions, FontFamily, FontId};

const FILES: [(&str, &[u8]); 6] = [
    ("regular", include_bytes!("../../../assets/fonts/Inter-Regular.otf")),
    ("medium", include_bytes!("../../../assets/fonts/Inter-Medium.otf")),
    ("semibold", include_bytes!("../../../assets/fonts/Inter-SemiBold.otf")),
    ("display", include_bytes!("../../../assets/fonts/InterDisplay-SemiBold.otf")),
    ("tabular", include_bytes!("../../../assets/fonts/InterTabular-Medium.otf")),
    ("mono", include_bytes!("../../../assets/fonts/JetBrainsMono-Regular.ttf")),
];

/// A way to set text: size, line height and family.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TypeStyle {
    pub size: f32,
    pub line: f32,
    family: Family,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Family {
    Regular,
    Medium,
    SemiBold,
    Display,
    Tabular,
    Mono,
}

const fn style(size: f32, line: f32, family: Family) -> TypeStyle {
    TypeStyle { size, line, family }
}

/// The verdict; one per screen.
pub const DISPLAY: TypeStyle = style(28.0, 36.0, Family::Display);
/// Page headings.
pub const TITLE: TypeStyle = style(21.0, 28.0, Family::Display);
/// Card headings.
pub const HEADING: TypeStyle = style(16.0, 24.0, Family::SemiBold);
pub const BODY: TypeStyle = style(15.0, 23.0, Family::Regular);
pub const STRONG: TypeStyle = style(15.0, 23.0, Family::SemiBold);
/// Titles of rows.
pub const ROW: TypeStyle = style(15.0, 21.0, Family::Medium);
/// Sentences in rows.
pub const ROW_TEXT: TypeStyle = style(14.0, 21.0, Family::Regular);
pub const SMALL: TypeStyle = style(13.0, 19.0, Family::Regular);
pub const LABEL: TypeStyle = style(13.0, 19.0, Family::Medium);
pub const LABEL_STRONG: TypeStyle = style(13.0, 19.0, Family::SemiBold);
/// Every time, count and code.
pub const NUMBER: TypeStyle = style(13.0, 19.0, Family::Tabular);
/// Axes of plots.
pub const TICK: TypeStyle = style(12.0, 16.0, Family::Tabular);
/// Addresses, log lines, configuration.
pub const MONO: TypeStyle = style(13.0, 21.0, Family::Mono);

/// Longer code, as in a report.
pub const CODE: TypeStyle = style(12.0, 19.0, Family::Mono);

impl TypeStyle {
    pub fn font(self) -> FontId {
        let family = match self.family {
            Family::Regular => FontFamily::Proportional,
            Family::Mono => FontFamily::Monospace,
            Family::Medium => named("medium"),
            Family::SemiBold => named("semibold"),
            Family::Display => named("display"),
            Family::Tabular => named("tabular"),
        };
        FontId::new(self.size, family)
    }

    /// The same at another size; its lines keep their proportion.
    pub fn sized(self, size: f32) -> TypeStyle {
        TypeStyle { size, line: (self.line * size / self.size).round(), family: self.family }
    }
}

fn named(name: &str) -> FontFamily {
    FontFamily::Name(name.into())
}

/// All families that text is set in.
pub fn families() -> impl Iterator<Item = FontFamily> {
    let own = ["medium", "semibold", "display", "tabular"].into_iter().map(named);
    [FontFamily::Proportional, FontFamily::Monospace].into_iter().chain(own)
}

/// What egui is to load.
pub fn definitions() -> FontDefinitions {
    let mut fonts = FontDefinitions::empty();
    for (name, bytes) in FILES {
        fonts.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
    }
    let family = |first: &str| vec![first.to_owned(), "regular".to_owned()];
    fonts.families.insert(FontFamily::Proportional, vec!["regular".to_owned()]);
    fonts.families.insert(FontFamily::Monospace, family("mono"));
    for name in ["medium", "semibold", "display", "tabular"] {
        fonts.families.insert(named(name), family(name));
    }
    fonts
}
