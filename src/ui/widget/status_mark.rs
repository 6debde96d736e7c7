//! The mark of a status: told by its shape as well as by its colour.

use egui::{Color32, Painter, Pos2, Rect, Response, Sense, Shape, Stroke, StrokeKind, Ui, Vec2};

use super::super::icon::arc;
use super::super::theme::{self, Palette, measure};
use crate::model::StepStatus;
use crate::model::path::StationState;

/// Draws the mark; its word is what a screen reader says, unless it stands beside.
pub fn status_mark_ui(ui: &mut Ui, status: StepStatus) -> Response {
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(measure::STATUS_ICON), Sense::hover());
    paint(ui.painter(), rect.center(), measure::STATUS_ICON, status, theme::palette(ui), phase(ui));
    response
}

/// How far the arc of what is being looked at has turned, in degrees.
pub fn phase(ui: &Ui) -> f32 {
    if ui.style().animation_time == 0.0 {
        return 0.0;
    }
    let time = ui.input(|input| input.time) / measure::RING_CYCLE;
    (time.fract() * 360.0) as f32
}

/// The colour that goes with a status.
pub fn colour(status: StepStatus, palette: Palette) -> Color32 {
    match status {
        StepStatus::Passed => palette.good,
        StepStatus::Problem => palette.bad,
        StepStatus::Warning | StepStatus::Failed => palette.warn,
        StepStatus::Running | StepStatus::NeedsYou => palette.accent,
        StepStatus::Waiting | StepStatus::Skipped => palette.ink_3,
    }
}

/// The status that a station's state stands for.
pub fn status_of(state: StationState) -> StepStatus {
    match state {
        StationState::Unseen => StepStatus::Waiting,
        StationState::Running => StepStatus::Running,
        StationState::Fine => StepStatus::Passed,
        StationState::Doubtful => StepStatus::Warning,
        StationState::Failed => StepStatus::Failed,
        StationState::Broken | StationState::Concluded => StepStatus::Problem,
    }
}

/// Paints the mark of this size round a centre.
pub fn paint(painter: &Painter, centre: Pos2, size: f32, status: StepStatus, palette: Palette, phase: f32) {
    let unit = size / 18.0;
    let at = |x: f32, y: f32| centre + Vec2::new(x, y) * unit;
    let glyph = Stroke::new(2.0 * unit.max(0.8), palette.on_status);
    let line = |points: Vec<Pos2>, stroke: Stroke| {
        painter.add(Shape::line(points, stroke));
    };
    let square = |half: f32| Rect::from_center_size(centre, Vec2::splat(half * 2.0 * unit));
    match status {
        StepStatus::Passed => {
            painter.circle_filled(centre, 8.5 * unit, palette.good_fill);
            line(vec![at(-3.8, 0.3), at(-1.2, 3.0), at(4.0, -2.8)], glyph);
        }
        StepStatus::Problem => {
            painter.rect_filled(square(8.0), 3.0 * unit, palette.bad_fill);
            line(vec![at(-3.4, -3.4), at(3.4, 3.4)], glyph);
            line(vec![at(-3.4, 3.4), at(3.4, -3.4)], glyph);
        }
        StepStatus::Warning => {
            let points = vec![at(0.0, -8.5), at(8.8, 7.5), at(-8.8, 7.5)];
            painter.add(Shape::convex_polygon(points, palette.warn_fill, Stroke::new(1.5 * unit, palette.warn_fill)));
            line(vec![at(0.0, -3.4), at(0.0, 2.0)], glyph);
            painter.circle_filled(at(0.0, 4.9), 1.2 * unit, palette.on_status);
        }
        StepStatus::Failed => {
            let stroke = Stroke::new(1.75 * unit.max(0.8), palette.warn);
            painter.rect_stroke(square(7.2), 3.0 * unit, stroke, StrokeKind::Middle);
            let mut hook = arc(at(0.0, -1.6), 2.4 * unit, 190.0, 405.0);
            hook.push(at(0.0, 2.2));
            line(hook, stroke);
            painter.circle_filled(at(0.0, 4.6), 1.1 * unit, palette.warn);
        }
        StepStatus::NeedsYou => {
            let points = vec![at(0.0, -9.0), at(9.0, 0.0), at(0.0, 9.0), at(-9.0, 0.0)];
            painter.add(Shape::convex_polygon(points, palette.accent, Stroke::NONE));
            let glyph = Stroke::new(glyph.width, palette.on_accent);
            line(vec![at(-3.6, 0.0), at(3.6, 0.0)], glyph);
            line(vec![at(0.8, -2.8), at(3.6, 0.0), at(0.8, 2.8)], glyph);
        }
        StepStatus::Running => {
            painter.circle_stroke(centre, 7.5 * unit, Stroke::new(2.2 * unit, palette.accent_soft));
            line(arc(centre, 7.5 * unit, phase - 90.0, phase + 20.0), Stroke::new(2.2 * unit, palette.accent));
        }
        StepStatus::Waiting => dotted_ring(painter, centre, 7.5 * unit, 12, 0.8 * unit.max(0.8), palette.ink_3),
        StepStatus::Skipped => {
            painter.circle_stroke(centre, 7.5 * unit, Stroke::new(1.5 * unit.max(0.8), palette.ink_3));
            line(vec![at(-3.4, 0.0), at(3.4, 0.0)], Stroke::new(1.75 * unit.max(0.8), palette.ink_3));
        }
    }
}

/// A ring of round dots.
pub fn dotted_ring(painter: &Painter, centre: Pos2, radius: f32, count: u8, dot: f32, colour: Color32) {
    for index in 0..count {
        let angle = std::f32::consts::TAU * f32::from(index) / f32::from(count);
        painter.circle_filled(centre + Vec2::angled(angle) * radius, dot, colour);
    }
}
