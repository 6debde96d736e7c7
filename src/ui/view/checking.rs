//! While the check goes on: the path fills, the rows fill, and what is known so far is said.

use egui::{Rect, Sense, Ui, Vec2, WidgetInfo};

use super::super::message::Message;
use super::super::state::State;
use super::super::theme::{self, fonts, measure};
use super::super::widget::card::{card_ui, columns_ui, hairline_ui};
use super::super::widget::{label, status_mark};
use crate::model::diagnosis::Words;
use crate::model::path::{Side, StationState};
use crate::model::{StepReport, StepStatus};

pub fn checking_ui(ui: &mut Ui, state: &State, out: &mut Vec<Message>) {
    super::path_band_ui(ui, state, false, out);
    ui.add_space(measure::SPACE_XXL - measure::SPACE_S);
    if ui.available_width() < measure::NARROW - 32.0 {
        card_ui(ui, 16, |ui| known_ui(ui, state));
        ui.add_space(measure::SPACE_S);
        card_ui(ui, 8, |ui| steps_ui(ui, state, true, out));
    } else {
        columns_ui(
            ui,
            0.688,
            |ui| card_ui(ui, 8, |ui| steps_ui(ui, state, false, out)),
            |ui| card_ui(ui, 20, |ui| known_ui(ui, state)),
        );
    }
}

/// The checklist. Titles are fixed from the start; sentence, mark and time fill in.
pub fn steps_ui(ui: &mut Ui, state: &State, fold: bool, out: &mut Vec<Message>) {
    let Some(reading) = &state.reading else {
        label::text_ui(ui, state.texts.get("window-starting"), fonts::BODY, theme::palette(ui).ink_2);
        return;
    };
    ui.spacing_mut().item_spacing.y = 0.0;
    let steps = &reading.case.steps;
    // Those that passed one after the other from the start fold into one line where there is little room.
    let passed = steps.iter().take_while(|step| step.status == StepStatus::Passed).count();
    let folded = if fold && passed > 2 && !state.passed_open { passed } else { 0 };
    if fold && passed > 2 {
        let words = state.texts.say(&Words::new("window-passed").with("count", passed));
        if super::start::disclosure_ui(ui, &words, "", state.passed_open) {
            out.push(Message::PassedToggled);
        }
    }
    for (place, step) in steps.iter().enumerate().skip(folded) {
        step_row_ui(ui, state, step, (place, steps.len()));
    }
}

/// One of so many steps, at this place from the start.
pub fn step_row_ui(ui: &mut Ui, state: &State, step: &StepReport, (place, count): (usize, usize)) {
    let palette = theme::palette(ui);
    let width = ui.available_width();
    let narrow = width < 560.0;
    let height = if narrow { 40.0 } else { measure::STEP_ROW };
    let (rect, response) = ui.allocate_exact_size(Vec2::new(width, height), Sense::hover());
    let word = state.texts.get(&format!("report-status-{}", step.status.name()));
    response.widget_info(|| {
        let of = state.texts.say(&Words::new("window-step-of").with("number", place + 1).with("count", count));
        let name = state.texts.list(&[&step.title, &word, &of]);
        WidgetInfo::labeled(egui::Role::Label, true, state.texts.titled(&name, &step.summary))
    });
    let painter = ui.painter();
    let running = step.status == StepStatus::Running;
    if running {
        painter.rect_filled(rect.shrink2(Vec2::new(0.0, 1.0)), measure::RADIUS_FIELD, palette.accent_soft);
    }
    let y = rect.center().y;
    let phase = status_mark::phase(ui);
    status_mark::paint(painter, egui::pos2(rect.left() + 23.0, y), 18.0, step.status, palette, phase);
    let quiet = matches!(step.status, StepStatus::Waiting | StepStatus::Skipped);
    let ink = if quiet { palette.ink_3 } else { palette.ink };
    let title_width = if narrow { 130.0 } else { 186.0 };
    let place = (egui::pos2(rect.left() + 46.0, y), egui::Align2::LEFT_CENTER);
    label::paint_line(painter, place, &step.title, fonts::ROW, ink, title_width);
    let time = step
        .started_ms
        .zip(step.finished_ms)
        .filter(|_| !quiet)
        .map(|(from, to)| state.texts.duration_ms(to.saturating_sub(from)));
    let mut right = rect.right() - 12.0;
    if let Some(time) = time {
        let place = (egui::pos2(right, y), egui::Align2::RIGHT_CENTER);
        label::paint_line(painter, place, &time, fonts::NUMBER, palette.ink_2, 70.0);
    }
    right -= 66.0;
    let told = match step.status {
        StepStatus::Problem | StepStatus::Warning | StepStatus::Failed | StepStatus::Running => {
            status_mark::colour(step.status, palette)
        }
        StepStatus::Waiting | StepStatus::Skipped => palette.ink_3,
        _ => palette.ink_2,
    };
    let left = rect.left() + 46.0 + title_width + 12.0;
    let place = (egui::pos2(left, y), egui::Align2::LEFT_CENTER);
    label::paint_line(painter, place, &step.summary, fonts::ROW_TEXT, told, (right - left).max(20.0));
    if label::width(painter, &step.summary, fonts::ROW_TEXT.font()) > right - left {
        response.on_hover_text(&step.summary);
    }
}

/// At most four sentences, and what is still open.
fn known_ui(ui: &mut Ui, state: &State) {
    let texts = &state.texts;
    let palette = theme::palette(ui);
    label::heading_ui(ui, &texts.get("window-known"), fonts::HEADING);
    ui.add_space(measure::SPACE_XS);
    let mut any = false;
    if let Some(reading) = &state.reading {
        for side in Side::ALL {
            let status = reading.picture.side(side);
            let key = match (side, status) {
                (Side::Near, StationState::Fine) => "window-known-near",
                (Side::Way, StationState::Fine) => "window-known-way",
                (Side::Site, StationState::Fine) => "window-known-site",
                _ => continue,
            };
            any = true;
            sentence_ui(ui, StepStatus::Passed, &texts.get(key));
        }
        let bad = reading.case.steps.iter().filter(|step| step.status == StepStatus::Problem).take(2);
        for step in bad {
            any = true;
            sentence_ui(ui, StepStatus::Problem, &state.texts.titled(&step.title, &step.summary));
        }
    }
    if !any {
        label::text_ui(ui, texts.get("window-known-nothing"), fonts::ROW_TEXT, palette.ink_2);
    }
    let running = state.reading.iter().flat_map(|reading| &reading.case.steps);
    let open: Vec<&str> =
        running.filter(|step| step.status == StepStatus::Running).map(|step| step.title.as_str()).take(3).collect();
    ui.add_space(measure::SPACE_XS);
    hairline_ui(ui);
    ui.add_space(measure::SPACE_XS);
    let words = match open.is_empty() {
        true => texts.get("window-open-nothing"),
        false => texts.say(&Words::new("window-open").with("steps", texts.list(&open))),
    };
    label::text_ui(ui, words, fonts::SMALL, palette.ink_2);
}

/// A mark and a sentence that may wrap.
pub fn sentence_ui(ui: &mut Ui, status: StepStatus, text: &str) -> Rect {
    let palette = theme::palette(ui);
    let row = ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 14.0;
        ui.add_space(2.0);
        ui.vertical(|ui| {
            ui.add_space(3.0);
            status_mark::status_mark_ui(ui, status);
        });
        ui.vertical(|ui| {
            label::text_ui(ui, text, fonts::ROW_TEXT, palette.ink);
        });
    });
    ui.add_space(measure::SPACE_XS);
    row.response.rect
}
