//! The report: what will be saved, what is left out of it, and where it goes.

use egui::{ScrollArea, Ui};

use super::super::icon::Icon;
use super::super::language;
use super::super::message::Message;
use super::super::preview::Preview;
use super::super::state::State;
use super::super::theme::{self, fonts, measure};
use super::super::widget::button::Button;
use super::super::widget::card::{card_ui, columns_ui, hairline_ui};
use super::super::widget::path::{Form, PathLook, path_ui, station_name};
use super::super::widget::{control, label};
use crate::model::path::Station;
use crate::report::Format;
use crate::report::redact::Hide;
use crate::text::{LANGUAGES, Texts};

pub fn report_ui(ui: &mut Ui, state: &State, out: &mut Vec<Message>) {
    ui.add_space(measure::SPACE_XL);
    if ui.available_width() < measure::NARROW {
        // One below the other: a sheet that scrolled by itself would hold the wheel before the choices are reached.
        choices_ui(ui, state, out);
        ui.add_space(measure::SPACE_L);
        sheet_ui(ui, state, false);
        return;
    }
    let mut wishes = Vec::new();
    columns_ui(ui, 0.63, |ui| sheet_ui(ui, state, true), |ui| choices_ui(ui, state, &mut wishes));
    out.append(&mut wishes);
}

/// The text of the very file, scrolled by itself where it stands beside the choices.
fn sheet_ui(ui: &mut Ui, state: &State, scrolls: bool) {
    let palette = theme::palette(ui);
    let height = (ui.clip_rect().bottom() - ui.cursor().top() - 48.0).max(320.0);
    card_ui(ui, 24, |ui| {
        let Some(preview) = &state.report.preview else {
            label::text_ui(ui, state.texts.get("window-report-making"), fonts::BODY, palette.ink_2);
            return;
        };
        let is_page = state.report.format == Format::Html;
        let height = if scrolls { height } else { f32::INFINITY };
        let sheet = ScrollArea::new([!is_page, scrolls]).id_salt("sheet").max_height(height);
        sheet.auto_shrink([false, !scrolls]).show(ui, |ui| {
            // The scroll bar stands beside the words, not on them.
            ui.set_max_width(ui.available_width() - measure::SPACE_L);
            if is_page {
                picture_ui(ui, state);
                super::markdown::markdown_ui(ui, preview);
            } else {
                lines_ui(ui, preview);
            }
        });
    });
}

/// The picture of the page, in the report's language.
fn picture_ui(ui: &mut Ui, state: &State) {
    let Some(reading) = &state.reading else { return };
    let texts = Texts::of(language::of_report(state));
    let width = |station| label::width(ui.painter(), &station_name(station, &texts), fonts::LABEL_STRONG.font());
    let widest = Station::ALL.into_iter().map(width).fold(0.0, f32::max);
    // Names side by side need room for the longest.
    let form = if ui.available_width() < 6.0 * (widest + measure::SPACE_M) { Form::Compact } else { Form::Slim };
    let host = &reading.case.target.host;
    path_ui(ui, &PathLook { picture: &reading.picture, texts: &texts, host, form, ghost: false });
}

/// Only the lines that can be seen are laid out: a report may be long.
fn lines_ui(ui: &mut Ui, preview: &Preview) {
    let palette = theme::palette(ui);
    let height = fonts::MONO.line;
    // As the file has it: a longer line is not cut, one scrolls to its end.
    let letter = label::width(ui.painter(), "0", fonts::MONO.font());
    let width = ui.available_width().max(letter * preview.widest() as f32 + measure::SPACE_L);
    let size = egui::vec2(width, height * preview.count() as f32);
    let (rect, response) = ui.allocate_exact_size(size, egui::Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, preview.beginning()));
    let first = ((ui.clip_rect().top() - rect.top()) / height).floor().max(0.0) as usize;
    let count = (ui.clip_rect().height() / height).ceil() as usize + 2;
    for (index, line) in (first..).zip(preview.lines(first, count)) {
        let place = egui::pos2(rect.left(), rect.top() + height * index as f32);
        label::paint_line(ui.painter(), (place, egui::Align2::LEFT_TOP), line, fonts::MONO, palette.ink, width);
    }
}

/// Whoever reads it may speak another language than whoever sends it.
fn language_ui(ui: &mut Ui, state: &State, out: &mut Vec<Message>) {
    if LANGUAGES.len() < 2 {
        return;
    }
    let title = state.texts.get("window-report-language");
    ui.add_space(measure::SPACE_S);
    label::text_ui(ui, &title, fonts::LABEL, theme::palette(ui).ink);
    let names: Vec<String> = LANGUAGES.iter().map(|one| language::name_of(state, one)).collect();
    let now = language::of_report(state);
    let chosen = LANGUAGES.iter().position(|one| **one == *now).unwrap_or(0);
    let picked = control::segmented_ui(ui, &title, &names, chosen);
    if let Some(language) = picked.and_then(|index| LANGUAGES.get(index)) {
        out.push(Message::ReportLanguageChosen(language));
    }
}

fn choices_ui(ui: &mut Ui, state: &State, out: &mut Vec<Message>) {
    let texts = &state.texts;
    let palette = theme::palette(ui);
    label::heading_ui(ui, &texts.get("window-report"), fonts::TITLE);
    let is_page = state.report.format == Format::Html;
    let about = texts.get(if is_page { "window-report-about-html" } else { "window-report-about" });
    label::text_ui(ui, about, fonts::SMALL, palette.ink_2);
    ui.add_space(measure::SPACE_S);
    card_ui(ui, 20, |ui| {
        label::heading_ui(ui, &texts.get("window-leave-out"), fonts::HEADING);
        let hide = state.report.hide;
        let rows = [
            ("window-leave-out-addresses", hide.addresses, Hide { addresses: !hide.addresses, ..hide }),
            ("window-leave-out-names", hide.names, Hide { names: !hide.names, ..hide }),
            ("window-leave-out-queries", hide.queries, Hide { queries: !hide.queries, ..hide }),
        ];
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.add_space(measure::SPACE_S);
        for (key, on, flipped) in rows {
            hairline_ui(ui);
            if control::switch_row_ui(ui, &texts.get(key), &texts.get(&format!("{key}-about")), on) {
                out.push(Message::HideChosen(flipped));
            }
        }
        hairline_ui(ui);
        ui.add_space(measure::SPACE_S);
        ui.horizontal_top(|ui| {
            let (rect, _) = ui.allocate_exact_size(egui::vec2(18.0, 19.0), egui::Sense::hover());
            Icon::Lock.paint(ui.painter(), rect.center(), 16.0, palette.ink_2);
            ui.vertical(|ui| label::text_ui(ui, texts.get("window-leave-out-always"), fonts::SMALL, palette.ink_2));
        });
    });
    ui.add_space(measure::SPACE_S);
    label::text_ui(ui, texts.get("window-format"), fonts::LABEL, palette.ink);
    let names: Vec<String> = ["HTML", "Markdown"]
        .into_iter()
        .map(str::to_owned)
        .chain([texts.get("window-format-text"), "JSON".to_owned()])
        .collect();
    let chosen = Format::ALL.iter().position(|format| *format == state.report.format).unwrap_or(0);
    let picked = control::segmented_ui(ui, &texts.get("window-format"), &names, chosen);
    if let Some(format) = picked.and_then(|index| Format::ALL.get(index)) {
        out.push(Message::FormatChosen(*format));
    }
    language_ui(ui, state, out);
    ui.add_space(measure::SPACE_S);
    let name = label::text_ui(ui, texts.get("window-report-file"), fonts::LABEL, palette.ink);
    let mut path = state.report.path.clone();
    let field = control::field_ui(ui, "file-name", &mut path, "", None, (measure::FIELD, false), 0.0);
    // A long path is cut at its end, where the name is.
    if field.labelled_by(name.id).on_hover_text(&state.report.path).changed() {
        out.push(Message::ReportPathEdited(path));
    }
    if Button::quiet(&texts.get("window-choose-file")).icon(Icon::Folder).show(ui).clicked() {
        out.push(Message::ChooseReportPressed);
    }
    ui.add_space(measure::SPACE_S);
    if Button::primary(&texts.get("window-save")).icon(Icon::Download).full(true).show(ui).clicked() {
        out.push(Message::SavePressed);
    }
    if Button::secondary(&texts.get("window-copy-ticket")).icon(Icon::Copy).full(true).show(ui).clicked() {
        out.push(Message::TicketCopied);
    }
    match &state.report.saved {
        Some(Ok(path)) => {
            let text = format!("{} {}", texts.get("window-saved"), path.display());
            label::text_ui(ui, text, fonts::LABEL, palette.good);
        }
        Some(Err(error)) => {
            label::text_ui(ui, error, fonts::LABEL, palette.bad);
        }
        None => {
            label::text_ui(ui, texts.get("window-report-stays"), fonts::SMALL, palette.ink_3);
        }
    }
}
