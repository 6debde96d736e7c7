//! The mark of a status: told by its shape as well as by its colour.

use egui::{Color32, Pos2, Response, Sense, Stroke, Ui, Vec2};

use super::super::theme::{self, Palette};
use crate::model::StepStatus;

const SIZE: f32 = 18.0;

/// Draws the mark; its word is what a screen reader says.
pub fn status_mark_ui(ui: &mut Ui, status: StepStatus, word: &str) -> Response {
    let palette = theme::palette(ui);
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(SIZE), Sense::hover());
    let painter = ui.painter();
    let centre = rect.center();
    let colour = colour(status, palette);
    let radius = SIZE / 2.0 - 1.0;
    let line = Stroke::new(2.0, palette.on_status);
    let at = |x: f32, y: f32| Pos2::new(centre.x + x, centre.y + y);
    match status {
        StepStatus::Passed => {
            painter.circle_filled(centre, radius, colour);
            painter.line(vec![at(-4.0, 0.5), at(-1.0, 3.5), at(4.5, -3.0)], line);
        }
        StepStatus::Problem => {
            painter.rect_filled(rect.shrink(1.0), 4.0, colour);
            painter.line_segment([at(-3.5, -3.5), at(3.5, 3.5)], line);
            painter.line_segment([at(-3.5, 3.5), at(3.5, -3.5)], line);
        }
        StepStatus::Warning | StepStatus::NeedsYou | StepStatus::Failed => {
            let points = vec![at(0.0, -8.0), at(8.0, 7.0), at(-8.0, 7.0)];
            painter.add(egui::Shape::convex_polygon(points, colour, Stroke::NONE));
            painter.line_segment([at(0.0, -3.0), at(0.0, 2.0)], line);
            painter.circle_filled(at(0.0, 4.6), 1.2, palette.on_status);
        }
        StepStatus::Running => {
            painter.circle_stroke(centre, radius - 1.0, Stroke::new(2.0, palette.line));
            painter.circle_filled(centre, 4.0, colour);
        }
        StepStatus::Waiting | StepStatus::Skipped => {
            painter.circle_stroke(centre, radius - 1.0, Stroke::new(1.5, palette.line_strong));
        }
    }
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, word));
    response
}

/// The colour that goes with a status.
pub fn colour(status: StepStatus, palette: Palette) -> Color32 {
    match status {
        StepStatus::Passed => palette.good,
        StepStatus::Problem => palette.bad,
        StepStatus::Warning | StepStatus::NeedsYou | StepStatus::Failed => palette.warn,
        StepStatus::Running => palette.accent,
        StepStatus::Waiting | StepStatus::Skipped => palette.line_strong,
    }
}
