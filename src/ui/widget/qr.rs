//! A text as a code that a phone's camera reads (ISO/IEC 18004).

use egui::{Rect, Sense, Ui, Vec2, WidgetInfo, pos2};
use qrcode::{Color, EcLevel, QrCode};

use super::super::theme;

/// Light squares that belong to the code at each side, without which no camera finds it.
const QUIET: usize = 4;
/// How wide the code is meant to be, in points, and the least and most of one square: smaller ones do not show on a
/// phone that is held in a hand.
const WIDTH: f32 = 176.0;
const SQUARE: std::ops::RangeInclusive<f32> = 3.0..=6.0;

/// The squares of a code, row by row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Qr {
    side: usize,
    dark: Vec<bool>,
}

impl Qr {
    /// `None` for a text that is too long for a code.
    pub fn of(text: &str) -> Option<Qr> {
        let code = QrCode::with_error_correction_level(text, EcLevel::L).ok()?;
        let dark = code.to_colors().into_iter().map(|colour| colour == Color::Dark).collect();
        Some(Qr { side: code.width(), dark })
    }

    /// Squares at each side, the quiet ones included.
    fn squares(&self) -> usize {
        self.side + 2 * QUIET
    }

    /// The width of one square in a place of this width, in points: whole, or the camera sees seams. `None` where they
    /// would be too small.
    fn square(&self, room: f32) -> Option<f32> {
        let square = |width: f32| (width / self.squares() as f32).floor();
        let wanted = square(WIDTH).clamp(*SQUARE.start(), *SQUARE.end());
        Some(wanted.min(square(room))).filter(|square| *square >= *SQUARE.start())
    }

    /// The dark squares within this place, which begins at its upper left corner; neighbours in a row are one.
    fn bars(&self, from: egui::Pos2, square: f32) -> Vec<Rect> {
        let mut bars = Vec::new();
        for (row, line) in self.dark.chunks(self.side).enumerate() {
            let top = from.y + (row + QUIET) as f32 * square;
            let mut column = 0;
            for part in line.chunk_by(|one, other| one == other) {
                if part.first() == Some(&true) {
                    let left = from.x + (column + QUIET) as f32 * square;
                    bars.push(Rect::from_min_size(pos2(left, top), Vec2::new(part.len() as f32 * square, square)));
                }
                column += part.len();
            }
        }
        bars
    }
}

/// Draws it dark on light in both themes, as cameras want it. Nothing where it does not fit.
pub fn qr_ui(ui: &mut Ui, code: &Qr, name: &str) {
    let Some(square) = code.square(ui.available_width()) else { return };
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(code.squares() as f32 * square), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Image, true, name));
    let painter = ui.painter();
    let from = rect.min.round();
    painter.rect_filled(Rect::from_min_size(from, rect.size()), 0, theme::LIGHT.surface);
    for bar in code.bars(from, square) {
        painter.rect_filled(bar, 0, theme::LIGHT.ink);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_has_a_quiet_edge_and_loses_no_square() {
        let code = Qr::of("https://shop.test/cart?item=7").unwrap();
        let (from, square) = (pos2(10.0, 20.0), code.square(400.0).unwrap());
        let bars = code.bars(from, square);
        let whole = Rect::from_min_size(from, Vec2::splat(code.squares() as f32 * square));
        assert!(bars.iter().all(|bar| whole.shrink(QUIET as f32 * square).contains_rect(*bar)));
        let drawn: f32 = bars.iter().map(Rect::area).sum();
        let dark = code.dark.iter().filter(|dark| **dark).count();
        assert_eq!((drawn / square / square).round() as usize, dark);
        // The first row begins with the upper edge of a finder pattern: seven dark squares, then light ones.
        assert_eq!(bars.first().map(|bar| bar.width()), Some(7.0 * square));
    }

    #[test]
    fn squares_are_whole_and_never_too_small_for_a_camera() {
        let short = Qr::of("https://shop.test/").unwrap();
        assert_eq!(short.square(400.0), Some(5.0));
        assert_eq!(short.square(60.0), None);
        let long = Qr::of(&format!("https://shop.test/{}", "a".repeat(600))).unwrap();
        assert_eq!((long.square(400.0), long.square(200.0)), (Some(3.0), None));
        assert_eq!(Qr::of(&"a".repeat(5_000)), None);
    }
}
