//! The check-up: verdict, path, and the live checklist.

use egui::{Button, RichText, Ui};

use super::super::message::Message;
use super::super::state::State;
use super::super::theme;
use super::super::widget::{
    card::card_ui,
    path::path_ui,
    status_mark::{colour, status_mark_ui},
};
use super::verdict::verdict_ui;
use crate::checkup::picture_of;
use crate::model::{Case, StepStatus};

pub fn check_ui(ui: &mut Ui, state: &State, out: &mut Vec<Message>) {
    let palette = theme::palette(ui);
    header_ui(ui, state, out);
    ui.add_space(theme::GAP);
    let Some(case) = &state.case else {
        ui.label(RichText::new(state.texts.get("window-starting")).color(palette.ink_2));
        return;
    };
    path_ui(ui, &picture_of(case), &state.texts);
    ui.add_space(theme::GAP);
    verdict_ui(ui, state, case, out);
    ui.add_space(theme::GROUP_GAP);
    card_ui(ui, |ui| checklist_ui(ui, case, state));
}

fn header_ui(ui: &mut Ui, state: &State, out: &mut Vec<Message>) {
    let texts = &state.texts;
    ui.horizontal_wrapped(|ui| {
        if ui.button(texts.get("window-back")).clicked() {
            out.push(Message::BackPressed);
        }
        let host = state.case.as_ref().map_or_else(|| state.typed.clone(), |case| case.target.host.clone());
        ui.label(RichText::new(host).size(theme::HEADING).strong());
        if state.running {
            if ui.button(texts.get("window-stop")).clicked() {
                out.push(Message::StopPressed);
            }
        } else {
            let palette = theme::palette(ui);
            let label = RichText::new(texts.get("window-again")).color(palette.on_accent).strong();
            if ui.add(Button::new(label).fill(palette.accent)).clicked() {
                out.push(Message::AgainPressed);
            }
        }
    });
}

fn checklist_ui(ui: &mut Ui, case: &Case, state: &State) {
    let palette = theme::palette(ui);
    for step in &case.steps {
        let word = state.texts.get(&format!("report-status-{}", step.status.name()));
        let quiet = matches!(step.status, StepStatus::Waiting | StepStatus::Skipped);
        let ink = if quiet { palette.ink_2 } else { palette.ink };
        let told = match step.status {
            StepStatus::Problem | StepStatus::Warning | StepStatus::Failed | StepStatus::Running => {
                colour(step.status, palette)
            }
            _ => palette.ink_2,
        };
        let wide = ui.available_width() > 520.0;
        ui.horizontal_wrapped(|ui| {
            status_mark_ui(ui, step.status, &word);
            if wide {
                title_ui(ui, RichText::new(&step.title).color(ink));
            } else {
                ui.label(RichText::new(format!("{}:", step.title)).color(ink));
            }
            ui.label(RichText::new(&step.summary).color(told));
        });
    }
}

/// The title in a column of its own, so that the sentences stand below one another.
fn title_ui(ui: &mut Ui, title: RichText) {
    let size = egui::vec2(150.0, ui.spacing().interact_size.y.min(22.0));
    let layout = egui::Layout::left_to_right(egui::Align::Center);
    ui.allocate_ui_with_layout(size, layout, |ui| {
        ui.set_min_width(size.x);
        ui.label(title);
    });
}
