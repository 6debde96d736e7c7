//! Failures over time: bars in which each cause has its own fill, and that choose an hour.

use egui::{Color32, Painter, Rect, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::super::super::message::Message;
use super::super::super::reading::{Bar, LogView};
use super::super::super::state::State;
use super::super::super::theme::{self, Palette, fonts, measure};
use super::super::super::widget::card::focus_ring;
use super::super::super::widget::{label, series};
use crate::model::diagnosis::Words;
use crate::text::Texts;

const CHART: f32 = 132.0;
const AXIS: f32 = 40.0;
/// A few bars do not fill the chart.
const WIDEST_BAR: f32 = 56.0;
/// Bars keep this distance where they are wide enough for it.
const GAP: f32 = 5.0;

/// Bars over time, each of them a button that chooses its hour.
pub fn over_time_ui(ui: &mut Ui, state: &State, logs: &LogView, out: &mut Vec<Message>) {
    let palette = theme::palette(ui);
    let texts = &state.texts;
    label::heading_ui(ui, &texts.get("window-logs-over-time"), fonts::HEADING);
    let unit = match logs.step {
        60 => "minute",
        3_600 => "hour",
        86_400 => "day",
        _ => "other",
    };
    let step = Words::new("window-logs-step").with("unit", unit).with("minutes", logs.step / 60);
    label::text_ui(ui, texts.say(&step), fonts::SMALL, palette.ink_3);
    ui.add_space(measure::SPACE_S);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), CHART + 22.0), Sense::hover());
    let peak = logs.bars.iter().max_by_key(|bar| bar.count);
    let title = texts.get("window-logs-over-time");
    let said = peak.map(|bar| texts.titled(&title, &bar_said(bar, texts)));
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Image, true, said.clone().unwrap_or_default()));
    let (step, most) = ticks(peak.map_or(1, |bar| bar.count));
    let chart = Rect::from_min_max(pos2(rect.left() + AXIS, rect.top() + 8.0), pos2(rect.right(), rect.top() + CHART));
    let painter = ui.painter();
    for value in (0..=most).step_by(usize::try_from(step).unwrap_or(usize::MAX)) {
        let y = (chart.bottom() - chart.height() * value as f32 / most as f32).round() - 0.5;
        painter.hline(chart.x_range(), y, Stroke::new(measure::STROKE_HAIR, palette.line));
        let place = (pos2(rect.left() + AXIS - 8.0, y), egui::Align2::RIGHT_CENTER);
        label::paint_line(painter, place, &texts.count(value), fonts::TICK, palette.ink_3, AXIS - 8.0);
    }
    let slot = (chart.width() / logs.bars.len().max(1) as f32).min(WIDEST_BAR);
    let labels_every = (48.0 / slot).ceil().max(1.0) as usize;
    for (place, bar) in logs.bars.iter().enumerate() {
        let left = chart.left() + slot * place as f32;
        let gap = GAP.min(slot * 0.3);
        let across = (left + gap / 2.0).round()..=(left + slot - gap / 2.0).round();
        let pressed = state.log_bar == Some(bar.start);
        if bar.count > 0 {
            let touched = Rect::from_min_max(pos2(left, chart.top()), pos2(left + slot, chart.bottom()));
            let button = ui.interact(touched, ui.scope_id().with(("bar", bar.start)), Sense::click());
            let said = bar_said(bar, texts);
            button.widget_info(|| WidgetInfo::selected(egui::Role::Button, true, pressed, said.clone()));
            if button.clicked() {
                out.push(Message::LogBarPressed(bar.start));
            }
            if pressed || button.hovered() {
                painter.rect_filled(touched, 2, palette.accent_soft);
            }
            focus_ring(ui, &button, touched, 2);
            button.on_hover_text(said);
        }
        let ground = if pressed { palette.accent_soft } else { palette.surface };
        let column = Rect::from_x_y_ranges(across, chart.y_range());
        bar_paint(painter, column, bar, most, (palette, ground));
        if place % labels_every == 0 {
            let at = (pos2(left + slot / 2.0, chart.bottom() + 12.0), egui::Align2::CENTER_CENTER);
            label::paint_line(painter, at, &bar.label, fonts::TICK, palette.ink_3, 48.0);
        }
    }
}

fn bar_said(bar: &Bar, texts: &Texts) -> String {
    texts.say(&Words::new("window-logs-bar").with("time", &bar.label).with("count", bar.count))
}

/// One bar of this column: its parts on top of each other, the most frequent cause at the bottom.
fn bar_paint(painter: &Painter, column: Rect, bar: &Bar, most: u64, (palette, ground): (Palette, Color32)) {
    let mut floor = column.bottom();
    for (place, part) in bar.parts.iter().enumerate().filter(|(_, part)| **part > 0) {
        let height = (column.height() * *part as f32 / most as f32).max(1.5);
        let body = Rect::from_x_y_ranges(column.x_range(), (floor - height).max(column.top())..=floor);
        series::fill(painter, body, place, 1, palette, ground);
        floor = body.top();
    }
}

/// Round numbers for the lines of a chart whose highest bar has this count: the step from one to the next, and the last.
fn ticks(peak: u64) -> (u64, u64) {
    // 1, 2, 5, 10, 20, 50, …
    let steps = (0..19).flat_map(|power| [1, 2, 5].map(|digit| digit * 10_u64.pow(power)));
    let step = steps.into_iter().find(|step| peak.div_ceil(*step) <= 4).unwrap_or(peak);
    (step, peak.div_ceil(step).max(1) * step)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_a_chart_stand_at_round_numbers_and_hold_the_highest_bar() {
        let told: Vec<(u64, u64)> = [0, 1, 3, 7, 154, 287, 61_208].into_iter().map(ticks).collect();
        assert_eq!(told, [(1, 1), (1, 1), (1, 3), (2, 8), (50, 200), (100, 300), (20_000, 80_000)]);
    }
}
