//! The causes of failures, most frequent first: each a button that chooses whose words stand below.

use egui::{Align2, Rect, Sense, Ui, Vec2, WidgetInfo, pos2, vec2};

use super::super::super::message::Message;
use super::super::super::reading::{CauseBar, LogView};
use super::super::super::state::State;
use super::super::super::theme::{self, fonts, measure};
use super::super::super::widget::button::Button;
use super::super::super::widget::card::focus_ring;
use super::super::super::widget::{label, series};
use crate::model::diagnosis::Words;

/// Of the whole log, or of the hour of the bar that is pressed.
pub fn causes_ui(ui: &mut Ui, state: &State, logs: &LogView, out: &mut Vec<Message>) {
    let palette = theme::palette(ui);
    let pressed = state.log_bar.and_then(|start| Some((start, logs.hour_at(start)?)));
    label::heading_ui(ui, &state.texts.get("window-logs-causes"), fonts::HEADING);
    if let Some((start, hour)) = pressed {
        ui.horizontal_wrapped(|ui| {
            label::text_ui(ui, &hour.span, fonts::SMALL, palette.ink_2);
            if Button::quiet(&state.texts.get("window-logs-whole")).show(ui).clicked() {
                out.push(Message::LogBarPressed(start));
            }
        });
    }
    ui.spacing_mut().item_spacing.y = 2.0;
    for cause in pressed.map_or(&logs.causes, |(_, hour)| &hour.causes) {
        let place = logs.causes.iter().position(|one| one.lines == cause.lines);
        cause_ui(ui, state, (cause, place, Some(state.log_cause_shown(logs))), out);
    }
    if pressed.is_none() && logs.more_causes > 0 {
        let words = Words::new("window-logs-more").with("count", logs.more_causes);
        label::text_ui(ui, state.texts.say(&words), fonts::SMALL, palette.ink_3);
    }
}

const SWATCH: f32 = 22.0;

/// One cause: its fill in the bars, its name and count, and its share as a bar. `place` is its place among the log's
/// causes, `shown` that of the one whose lines are shown.
fn cause_ui(
    ui: &mut Ui,
    state: &State,
    (cause, place, shown): (&CauseBar, Option<usize>, Option<usize>),
    out: &mut Vec<Message>,
) {
    let palette = theme::palette(ui);
    let count = state.texts.count(cause.count);
    let edge = measure::SPACE_S;
    let width = ui.available_width();
    let left = edge + SWATCH + measure::SPACE_M;
    let taken = label::width(ui.painter(), &count, fonts::NUMBER.font()) + measure::SPACE_M;
    let room = width - left - taken - edge;
    let title = ui.painter().layout_job(label::wrapped(&cause.title, fonts::LABEL_STRONG, palette.ink, room));
    let sense = if place.is_some() { Sense::click() } else { Sense::hover() };
    let (rect, response) = ui.allocate_exact_size(vec2(width, title.size().y + 28.0), sense);
    let chosen = place.is_some() && place == shown;
    let said = state.texts.titled(&cause.title, &count);
    let role = if place.is_some() { egui::Role::Button } else { egui::Role::Label };
    response.widget_info(|| WidgetInfo::selected(role, true, chosen, &said));
    let ground = if chosen { palette.accent_soft } else { palette.surface };
    let painter = ui.painter();
    if chosen || response.hovered() && place.is_some() {
        let ground = if chosen { ground } else { palette.sunken };
        painter.rect_filled(rect, measure::RADIUS_FIELD, ground);
    }
    let swatch = Rect::from_center_size(pos2(rect.left() + edge + SWATCH / 2.0, rect.center().y), Vec2::splat(SWATCH));
    series::fill(painter, swatch, cause.series, 4, palette, ground);
    let top = rect.top() + measure::SPACE_S;
    let bottom = top + title.size().y;
    let at = (pos2(rect.right() - edge, top + fonts::LABEL_STRONG.line / 2.0), Align2::RIGHT_CENTER);
    painter.galley(pos2(rect.left() + left, top), title, palette.ink);
    label::paint_line(painter, at, &count, fonts::NUMBER, palette.ink, taken);
    let across = rect.left() + left..=rect.right() - edge;
    let track = Rect::from_x_y_ranges(across, bottom + 5.0..=bottom + 11.0);
    painter.rect_filled(track, 3, palette.sunken);
    let filled = Rect::from_min_size(track.min, vec2((track.width() * cause.share).max(6.0), track.height()));
    painter.rect_filled(filled, 3, palette.ink_2);
    focus_ring(ui, &response, rect, measure::RADIUS_FIELD);
    if let Some(place) = place.filter(|_| response.clicked()) {
        out.push(Message::LogCausePressed(place));
    }
}
