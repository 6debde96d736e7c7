//! What the logs say beside the verdict: how many lines, failures over time, their causes, and the log's own words.

mod causes;
mod chart;

use egui::{Align, Layout, Sense, Ui, UiBuilder, WidgetInfo, vec2};

use super::super::message::Message;
use super::super::reading::LogView;
use super::super::state::State;
use super::super::theme::{self, fonts, measure};
use super::super::widget::card::{card_ui, columns_ui, well_ui};
use super::super::widget::label;
use crate::model::diagnosis::Words;
use crate::text::{Texts, middle_cut};

/// From this width of the content on what the logs count stands beside the verdict.
pub const TOTALS_FROM: f32 = 900.0;

/// How much the logs hold, as rows of a name and a number.
pub fn totals_ui(ui: &mut Ui, state: &State, logs: &LogView) {
    let palette = theme::palette(ui);
    for (key, value) in totals(logs, &state.texts) {
        let Some(value) = value else { continue };
        let name = state.texts.get(key);
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 23.0), Sense::hover());
        let said = state.texts.titled(&name, &value);
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, &said));
        let painter = ui.painter();
        let place = (rect.left_center(), egui::Align2::LEFT_CENTER);
        let said = label::paint_line(painter, place, &name, fonts::SMALL, palette.ink_2, rect.width() * 0.6);
        let place = (rect.right_center(), egui::Align2::RIGHT_CENTER);
        let room = rect.width() - said.width() - measure::SPACE_S;
        label::paint_line(painter, place, &value, fonts::NUMBER.sized(14.0), palette.ink, room);
    }
}

fn totals(logs: &LogView, texts: &Texts) -> [(&'static str, Option<String>); 3] {
    [
        ("window-logs-lines", Some(texts.count(logs.lines))),
        ("window-logs-failed", Some(texts.count(logs.failed))),
        ("window-logs-last", logs.last.clone()),
    ]
}

/// Failures over time, and their causes.
pub fn logs_ui(ui: &mut Ui, state: &State, logs: &LogView, out: &mut Vec<Message>) {
    // Both columns may be pressed, and each has its own list.
    let (mut of_bars, mut of_causes) = (Vec::new(), Vec::new());
    ui.add_space(measure::SPACE_L);
    columns_ui(
        ui,
        0.584,
        |ui| {
            card_ui(ui, 18, |ui| chart::over_time_ui(ui, state, logs, &mut of_bars));
        },
        |ui| {
            card_ui(ui, 18, |ui| causes::causes_ui(ui, state, logs, &mut of_causes));
        },
    );
    out.append(&mut of_bars);
    out.append(&mut of_causes);
}

/// The log's own words about the cause that is chosen, behind which servers and on which pages it fails (in the hour of the
/// bar that is pressed), and how much the log holds where that stands nowhere else.
pub fn words_ui(ui: &mut Ui, state: &State, logs: &LogView, with_totals: bool) {
    let texts = &state.texts;
    let palette = theme::palette(ui);
    let Some(words) = logs.words.get(state.log_cause_shown(logs)) else { return };
    let heading = label::heading_ui(ui, &texts.get("window-logs-words"), fonts::HEADING).rect;
    let right = heading.with_max_x(ui.max_rect().right());
    let mut beside = ui.new_child(UiBuilder::new().max_rect(right).layout(Layout::right_to_left(Align::Center)));
    let lines = Words::new("window-logs-such-lines").with("count", words.count);
    let lines = texts.say(&lines.with("number", texts.count(words.count)));
    label::line_ui(&mut beside, lines, fonts::SMALL, palette.ink_2);
    card_ui(ui, 18, |ui| {
        let inks = (palette.ink, palette.bad);
        well_ui(ui, |ui| label::with_part_ui(ui, (&words.quote, &words.telling), fonts::MONO, inks));
        ui.spacing_mut().item_spacing.y = measure::SPACE_XS;
        ui.add_space(measure::SPACE_XS);
        let hour = state.log_bar.and_then(|start| logs.hour_at(start));
        let (servers, pages) = hour.map_or((&words.servers, &words.pages), |hour| (&hour.servers, &hour.pages));
        names_ui(ui, texts, "window-logs-behind", servers);
        names_ui(ui, texts, "window-logs-pages", pages);
        if with_totals {
            totals_ui(ui, state, logs);
        }
    });
}

/// Names with how often each came, below what they are.
fn names_ui(ui: &mut Ui, texts: &Texts, key: &str, names: &[(String, u64)]) {
    if names.is_empty() {
        return;
    }
    let palette = theme::palette(ui);
    ui.add_space(measure::SPACE_XS);
    label::text_ui(ui, texts.get(key), fonts::SMALL, palette.ink_2);
    // A row of names is as high as they are, and stands close below what they are.
    (ui.spacing_mut().interact_size.y, ui.spacing_mut().item_spacing.y) = (fonts::MONO.line, 2.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = measure::SPACE_S;
        for (name, count) in names {
            let name = format!("{} ", middle_cut(name, 40));
            let (text, number) = (format!("{name}{}", texts.count(*count)), name.len()..usize::MAX);
            label::with_part_ui(ui, (&text, &number), fonts::MONO, (palette.ink, palette.ink_3));
        }
    });
}
