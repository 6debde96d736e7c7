//! The verdict with its evidence, and the report.

use egui::{RichText, TextEdit, Ui};

use super::super::message::Message;
use super::super::state::State;
use super::super::theme;
use super::super::widget::card::card_ui;
use crate::model::{Case, Cause, Diagnosis};

pub fn verdict_ui(ui: &mut Ui, state: &State, case: &Case, out: &mut Vec<Message>) {
    let texts = &state.texts;
    let palette = theme::palette(ui);
    let Some(diagnosis) = &case.diagnosis else {
        let key = if state.running { "window-looking" } else { "cli-no-verdict" };
        ui.label(RichText::new(texts.get(key)).color(palette.ink_2));
        return;
    };
    // While looks are under way, "not decided" is no news.
    if state.running && diagnosis.cause == Cause::Unknown {
        ui.label(RichText::new(texts.get("window-looking")).color(palette.ink_2));
        return;
    }
    card_ui(ui, |ui| {
        let ink = if diagnosis.is_fine() { palette.good } else { palette.ink };
        ui.label(RichText::new(&diagnosis.headline).size(theme::HEADLINE).strong().color(ink));
        ui.label(RichText::new(in_short(diagnosis, state)).color(palette.ink_2));
        if state.running {
            ui.label(RichText::new(texts.get("window-refining")).color(palette.accent));
        }
        next_ui(ui, state, diagnosis);
        ui.add_space(theme::GAP);
        ui.collapsing(texts.get("cli-because"), |ui| because_ui(ui, state, diagnosis, out));
        pairs_ui(ui, texts.get("cli-leave-alone"), diagnosis.leave_alone.iter().map(|one| (&one.what, &one.why)));
        pairs_ui(ui, texts.get("cli-not-tested"), diagnosis.not_tested.iter().map(|one| (&one.what, &one.why)));
        if !state.running {
            report_ui(ui, state, out);
        }
    });
}

fn in_short(diagnosis: &Diagnosis, state: &State) -> String {
    let texts = &state.texts;
    let sure = texts.get(&format!("cli-confidence-{}", diagnosis.fault_confidence));
    let why = texts.get(&format!("cause-{}-title", diagnosis.cause));
    let how_sure = texts.get(&format!("cli-confidence-{}", diagnosis.confidence));
    format!(
        "{}: {} ({sure}). {why} ({how_sure}).",
        texts.get("cli-who"),
        texts.get(&format!("fault-{}", diagnosis.fault))
    )
}

fn next_ui(ui: &mut Ui, state: &State, diagnosis: &Diagnosis) {
    ui.add_space(theme::GAP);
    ui.label(RichText::new(state.texts.get("cli-next")).strong());
    for next in &diagnosis.next {
        let who = state.texts.get(&format!("cli-who-{}", next.who.name()));
        ui.label(format!("{who}: {}", next.action));
    }
}

fn because_ui(ui: &mut Ui, state: &State, diagnosis: &Diagnosis, out: &mut Vec<Message>) {
    for reason in &diagnosis.because {
        ui.label(&reason.text);
        if let Some(command) = &reason.verify {
            ui.horizontal_wrapped(|ui| {
                ui.label(RichText::new(command).monospace().size(theme::SMALL).color(theme::palette(ui).ink_2));
                if ui.small_button(state.texts.get("window-copy")).clicked() {
                    out.push(Message::CommandCopied(command.clone()));
                }
            });
        }
        ui.add_space(theme::GAP);
    }
}

fn pairs_ui<'a>(ui: &mut Ui, title: String, pairs: impl Iterator<Item = (&'a String, &'a String)>) {
    let mut pairs = pairs.peekable();
    if pairs.peek().is_none() {
        return;
    }
    ui.collapsing(title, |ui| {
        for (what, why) in pairs {
            ui.label(RichText::new(what).strong());
            ui.label(RichText::new(why).color(theme::palette(ui).ink_2));
        }
    });
}

fn report_ui(ui: &mut Ui, state: &State, out: &mut Vec<Message>) {
    let texts = &state.texts;
    let palette = theme::palette(ui);
    ui.add_space(theme::GROUP_GAP);
    let label = ui.label(RichText::new(texts.get("window-report")).strong());
    ui.horizontal_wrapped(|ui| {
        let mut path = state.report_path.clone();
        let width = (ui.available_width() - 140.0).max(180.0);
        if ui.add(TextEdit::singleline(&mut path).desired_width(width)).labelled_by(label.id).changed() {
            out.push(Message::ReportPathEdited(path));
        }
        if ui.button(texts.get("window-save")).clicked() {
            out.push(Message::SavePressed);
        }
    });
    match &state.saved {
        Some(Ok(path)) => {
            ui.label(RichText::new(format!("{} {}", texts.get("window-saved"), path.display())).color(palette.good));
        }
        Some(Err(error)) => {
            ui.label(RichText::new(error).color(palette.bad));
        }
        None => {
            ui.label(RichText::new(texts.get("window-report-hint")).size(theme::SMALL).color(palette.ink_2));
        }
    }
}
