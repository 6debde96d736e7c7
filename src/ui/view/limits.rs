//! The ladder of time limits: who waits how long for an answer, from the visitor's side inwards.

use egui::{Rect, Sense, Ui, WidgetInfo, pos2, vec2};

use super::super::reading::LimitsView;
use super::super::state::State;
use super::super::theme::{self, fonts, measure};
use super::super::widget::card::card_ui;
use super::super::widget::label;

/// Height of a bar.
const BAR: f32 = 6.0;

/// One bar for each, and below them what follows; nothing where less than two limits are known.
pub fn limits_ui(ui: &mut Ui, state: &State, limits: &LimitsView) {
    if limits.rungs.is_empty() {
        return;
    }
    ui.add_space(measure::SPACE_L);
    card_ui(ui, 18, |ui| {
        let palette = theme::palette(ui);
        label::heading_ui(ui, &state.texts.get("limits-title"), fonts::HEADING);
        label::text_ui(ui, state.texts.get("limits-about"), fonts::SMALL, palette.ink_3);
        ui.add_space(measure::SPACE_XS);
        ui.spacing_mut().item_spacing.y = measure::SPACE_S;
        for rung in &limits.rungs {
            let width = ui.available_width();
            let about = ui.painter().layout_job(label::wrapped(&rung.about, fonts::SMALL, palette.ink_3, width));
            let (rect, response) = ui.allocate_exact_size(vec2(width, 34.0 + about.size().y), Sense::hover());
            let said = format!("{}: {}, {}", rung.name, rung.time, rung.about);
            response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, said.clone()));
            let painter = ui.painter();
            let (ink, fill) =
                if rung.is_too_long { (palette.bad, palette.bad_fill) } else { (palette.ink, palette.ink_2) };
            let middle = rect.top() + 12.0;
            let place = (pos2(rect.right(), middle), egui::Align2::RIGHT_CENTER);
            let time = label::paint_line(painter, place, &rung.time, fonts::NUMBER, ink, 90.0);
            let place = (pos2(rect.left(), middle), egui::Align2::LEFT_CENTER);
            let room = width - time.width() - measure::SPACE_M;
            label::paint_line(painter, place, &rung.name, fonts::ROW_TEXT, palette.ink, room);
            let track = Rect::from_min_size(pos2(rect.left(), rect.top() + 24.0), vec2(width, BAR));
            painter.rect_filled(track, 3, palette.sunken);
            let filled = Rect::from_min_size(track.min, vec2((width * rung.share).max(4.0), BAR));
            painter.rect_filled(filled, 3, fill);
            painter.galley(pos2(rect.left(), track.bottom() + 2.0), about, palette.ink_3);
        }
        ui.add_space(measure::SPACE_S);
        ui.spacing_mut().item_spacing.y = measure::SPACE_XS;
        for sentence in &limits.said {
            label::prose_ui(ui, sentence, fonts::ROW_TEXT, palette.ink);
        }
    });
}
