//! The fill of a series in a plot: told apart by its pattern too, not by its colour alone.

use egui::{Color32, Painter, Rect, Shape, Stroke, pos2};

use super::super::theme::{Palette, measure};

/// Fills a rectangle as this series is filled; `ground` is what lies behind a pattern.
pub fn fill(painter: &Painter, rect: Rect, series: usize, radius: u8, palette: Palette, ground: Color32) {
    let colour = colour(series, palette);
    if rect.height() < 1.0 || series.is_multiple_of(2) {
        painter.rect_filled(rect, radius, colour);
        return;
    }
    painter.rect_filled(rect, radius, ground);
    let painter = painter.with_clip_rect(painter.clip_rect().intersect(rect));
    painter.extend(hatch(rect, series >= 2).into_iter().map(|line| Shape::line_segment(line, stroke(colour))));
    painter.rect_stroke(rect, radius, Stroke::new(measure::STROKE_HAIR, colour), egui::StrokeKind::Inside);
}

fn stroke(colour: Color32) -> Stroke {
    Stroke::new(measure::HATCH_STROKE, colour)
}

/// The colour alone.
pub fn colour(series: usize, palette: Palette) -> Color32 {
    palette.series.get(series).copied().unwrap_or(palette.ink_2)
}

/// Lines at 45 degrees across a rectangle, rising to the right or (`falling`) to its left, each cut at the edges.
fn hatch(rect: Rect, falling: bool) -> Vec<[egui::Pos2; 2]> {
    let spacing = measure::HATCH_SPACING * std::f32::consts::SQRT_2;
    let (width, height) = (rect.width(), rect.height());
    // Each is the line x + y = at, measured from the upper left corner.
    let ats = (0_u16..).map(|place| (f32::from(place) + 0.5) * spacing).take_while(|at| *at < width + height);
    let point = |at: f32, x: f32| {
        let across = if falling { width - x } else { x };
        pos2(rect.left() + across, rect.top() + at - x)
    };
    ats.map(|at| [point(at, (at - height).max(0.0)), point(at, at.min(width))]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lines_of_a_pattern_stay_inside() {
        let rect = Rect::from_min_max(pos2(10.0, 20.0), pos2(28.0, 90.0));
        for falling in [false, true] {
            let lines = hatch(rect, falling);
            assert!(lines.len() > 8, "{}", lines.len());
            assert!(lines.iter().flatten().all(|point| rect.expand(0.01).contains(*point)), "{lines:?}");
        }
        assert!(hatch(Rect::from_min_max(pos2(0.0, 0.0), pos2(2.0, 1.0)), false).len() <= 1);
    }
}
