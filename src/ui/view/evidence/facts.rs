//! All observations by station; the station in question comes first and is open.

use egui::{Id, Sense, Ui, Vec2, WidgetInfo};

use super::super::super::icon::Icon;
use super::super::super::message::Message;
use super::super::super::reading::{FactRow, Reading};
use super::super::super::region::{self, Region};
use super::super::super::state::State;
use super::super::super::theme::{self, fonts, measure};
use super::super::super::widget::card::{card_ui, focus_ring, hairline_ui, is_copied};
use super::super::super::widget::path::{icon, station_name};
use super::super::super::widget::rows::rows_ui;
use super::super::super::widget::{control, label, status_mark};
use crate::model::StepStatus;
use crate::model::diagnosis::Words;
use crate::model::path::{Break, Station};
use crate::text::Texts;

const ROW: f32 = 38.0;
const TITLES: f32 = 34.0;

pub fn facts_ui(ui: &mut Ui, state: &State, reading: &Reading, out: &mut Vec<Message>) {
    let texts = &state.texts;
    let palette = theme::palette(ui);
    let problems = reading.facts.iter().filter(|row| is_problem(row)).count();
    let narrow = ui.available_width() < measure::NARROW;
    let choose = |ui: &mut Ui| {
        let choices = [
            texts.say(&Words::new("window-facts-all").with("count", reading.facts.len())),
            texts.say(&Words::new("window-facts-problems").with("count", problems)),
        ];
        let chosen = usize::from(state.only_problems);
        if let Some(index) = control::segmented_ui(ui, &texts.get("window-facts-show"), &choices, chosen) {
            out.push(Message::ProblemsChosen(index == 1));
        }
        ui.scope(|ui| {
            ui.set_max_width(if narrow { ui.available_width() } else { ui.available_width().clamp(120.0, 260.0) });
            let mut find = state.find.clone();
            let hint = texts.get("window-facts-find");
            let field = control::field_ui(ui, "find", &mut find, &hint, Some(Icon::Search), (36.0, false), 0.0);
            ui.ctx().accesskit_node_builder(field.id, |node| node.set_label(hint));
            if field.changed() {
                out.push(Message::FindEdited(find));
            }
        });
    };
    if narrow {
        ui.vertical(choose);
    } else {
        ui.horizontal(choose);
    }
    let wanted = state.find.trim().to_lowercase();
    let shown = |row: &&FactRow| {
        (!state.only_problems || is_problem(row))
            && (wanted.is_empty() || row.text.to_lowercase().contains(&wanted) || row.id == wanted)
    };
    card_ui(ui, 0, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let mut any = false;
        for station in order(reading, state.first_station) {
            let rows: Vec<&FactRow> = reading.facts.iter().filter(|row| row.station == station).filter(shown).collect();
            if rows.is_empty() {
                continue;
            }
            if !any && ui.available_width() > WIDE {
                titles_ui(ui, texts);
            }
            if any || ui.available_width() > WIDE {
                hairline_ui(ui);
            }
            let first = !any;
            any = true;
            // The first is open until it is closed; a search opens all.
            let open = (first != state.open_stations.contains(&station)) || !wanted.is_empty();
            if head_ui(ui, state, reading, station, rows.len(), open) {
                out.push(Message::StationToggled(station));
            }
            if open {
                fact_rows_ui(ui, &state.texts, (station, &rows), out);
            }
        }
        if !any {
            ui.add_space(measure::SPACE_L);
            ui.horizontal(|ui| {
                ui.add_space(measure::SPACE_XL);
                label::text_ui(ui, texts.get("window-facts-none"), fonts::BODY, palette.ink_2);
            });
            ui.add_space(measure::SPACE_L);
        }
    });
}

fn is_problem(row: &FactRow) -> bool {
    matches!(row.status, StepStatus::Problem | StepStatus::Warning)
}

/// The station that was pressed first, or else the broken one; then the others towards this device.
fn order(reading: &Reading, pressed: Option<Station>) -> Vec<Station> {
    let mut stations: Vec<Station> = Station::ALL.into_iter().rev().collect();
    let broken = match reading.picture.place_of_break() {
        // What is said of the server behind the gateway was seen at the gateway.
        Some(Break::At(index) | Break::Before(index)) => Station::ALL.get(index.min(4)).copied(),
        None => None,
    };
    let seen = |station: &Station| reading.facts.iter().any(|row| row.station == *station);
    let place = pressed.filter(seen).or(broken);
    if let Some(place) = place {
        stations.retain(|station| *station != place);
        stations.insert(0, place);
    }
    stations
}

fn head_ui(ui: &mut Ui, state: &State, reading: &Reading, station: Station, count: usize, open: bool) -> bool {
    let palette = theme::palette(ui);
    let name = station_name(station, &state.texts);
    let width = ui.available_width();
    // In narrow windows the word for how it stands has a line of its own.
    let narrow = width < measure::NARROW - 60.0;
    let height = if narrow { 62.0 } else { measure::TABLE_ROW };
    let (rect, response) = ui.allocate_exact_size(Vec2::new(width, height), Sense::click());
    response.widget_info(|| WidgetInfo::selected(egui::Role::Button, true, open, format!("{name}, {count}")));
    if response.hovered() {
        ui.painter().rect_filled(rect.shrink(3.0), 8, palette.sunken);
    }
    let painter = ui.painter();
    let chevron = if open { Icon::ChevronDown } else { Icon::Chevron };
    chevron.paint(painter, rect.left_center() + Vec2::new(24.0, 0.0), 15.0, palette.ink_2);
    let up = if narrow { 11.0 } else { 0.0 };
    icon(station).paint(painter, rect.left_center() + Vec2::new(53.0, -up), 17.0, palette.ink_2);
    let place = (rect.left_center() + Vec2::new(72.0, -up), egui::Align2::LEFT_CENTER);
    let name_width = if narrow { width - 128.0 } else { 160.0 };
    label::paint_line(painter, place, &name, fonts::STRONG, palette.ink, name_width);
    let standing = reading.picture.stations.iter().find(|(one, _)| *one == station).map(|(_, standing)| *standing);
    if let Some(standing) = standing {
        let status = status_mark::status_of(standing);
        let (x, y) = match narrow {
            true => (rect.left() + 53.0, rect.center().y + 13.0),
            false => (rect.left() + 248.0, rect.center().y),
        };
        status_mark::paint(painter, egui::pos2(x, y), 16.0, status, palette, 0.0);
        let note = Station::ALL.iter().zip(&reading.picture.notes).find(|(one, _)| **one == station);
        let word = match note.and_then(|(_, note)| note.word.as_ref()) {
            Some(words) => state.texts.say(words),
            None => state.texts.get(&format!("report-status-{}", status.name())),
        };
        let place = (egui::pos2(x + 16.0, y), egui::Align2::LEFT_CENTER);
        let tint = status_mark::colour(status, palette);
        label::paint_line(painter, place, &word, fonts::LABEL, tint, rect.right() - x - 70.0);
    }
    let place = (rect.right_center() - Vec2::new(18.0, 0.0), egui::Align2::RIGHT_CENTER);
    label::paint_line(painter, place, &count.to_string(), fonts::NUMBER, palette.ink_3, 60.0);
    focus_ring(ui, &response, rect.shrink(3.0), 8);
    region::mark(ui.ctx(), Region::Content, response.id);
    response.clicked()
}

/// Only the rows that can be seen are laid out.
fn fact_rows_ui(ui: &mut Ui, texts: &Texts, (station, rows): (Station, &[&FactRow]), out: &mut Vec<Message>) {
    let width = ui.available_width();
    let ids: Vec<&str> = rows.iter().map(|row| row.id.as_str()).collect();
    let of = egui::util::hash((ids, width.round() as u32, texts.tag()));
    let room = room(width);
    let guess = |place: usize| {
        let letters = rows.get(place).map_or(0, |row| row.text.chars().count());
        high((letters as f32 * 6.8 / room).ceil().max(1.0) * fonts::ROW_TEXT.line)
    };
    rows_ui(ui, (Id::unique(("rows-of-facts", station as u8)), of), rows.len(), guess, |ui, place| {
        if let Some(row) = rows.get(place) {
            row_ui(ui, texts, row, out);
        }
    });
}

const LEFT: f32 = 74.0;
const WIDE: f32 = 640.0;

/// The width of the sentence in a row of this width: beside it stand its id and, in wide ones, its check and time.
fn room(width: f32) -> f32 {
    let beside = if width > WIDE { 270.0 } else { 70.0 };
    (width - LEFT - beside - 10.0).max(80.0)
}

/// The height of a row around a sentence of this height.
fn high(text: f32) -> f32 {
    (text + 16.0).max(ROW)
}

/// What the columns beside the sentences tell.
fn titles_ui(ui: &mut Ui, texts: &Texts) {
    let palette = theme::palette(ui);
    let (rect, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), TITLES), Sense::hover());
    let (step, after) = columns(rect);
    let y = rect.center().y;
    let (check, time) = (texts.get("window-facts-check"), texts.get("window-facts-after"));
    let painter = ui.painter();
    let place = (egui::pos2(step, y), egui::Align2::LEFT_CENTER);
    label::paint_line(painter, place, &check, fonts::LABEL, palette.ink_2, 130.0);
    let place = (egui::pos2(after, y), egui::Align2::RIGHT_CENTER);
    label::paint_line(painter, place, &time, fonts::LABEL, palette.ink_2, 70.0);
}

/// In a wide row: where the name of its check begins, and where its time ends.
fn columns(row: egui::Rect) -> (f32, f32) {
    let after = row.right() - 18.0 - 52.0;
    (after - 200.0, after)
}

fn row_ui(ui: &mut Ui, texts: &Texts, row: &FactRow, out: &mut Vec<Message>) {
    let palette = theme::palette(ui);
    let width = ui.available_width();
    let said = ui.painter().layout_job(label::wrapped(&row.text, fonts::ROW_TEXT, palette.ink, room(width)));
    let (rect, response) = ui.allocate_exact_size(Vec2::new(width, high(said.size().y)), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, format!("{}. {}", row.text, row.id)));
    if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect.shrink2(Vec2::new(6.0, 1.0)), 8, palette.sunken);
    }
    let painter = ui.painter();
    // What belongs to the sentence stands beside its first line.
    let y = rect.top() + ROW / 2.0;
    painter.hline(rect.left() + 48.0..=rect.right() - 18.0, rect.top(), egui::Stroke::new(1.0, palette.line));
    status_mark::paint(painter, egui::pos2(rect.left() + 54.0, y), 15.0, row.status, palette, 0.0);
    let place = |x: f32| (egui::pos2(x, y), egui::Align2::RIGHT_CENTER);
    label::paint_line(painter, place(rect.right() - 18.0), &row.id, fonts::NUMBER, palette.ink_3, 48.0);
    if width > WIDE {
        let (step, after) = columns(rect);
        label::paint_line(painter, place(after), &texts.duration_ms(row.at_ms), fonts::NUMBER, palette.ink_2, 70.0);
        let place = (egui::pos2(step, y), egui::Align2::LEFT_CENTER);
        label::paint_line(painter, place, &row.step, fonts::SMALL, palette.ink_2, 130.0);
    }
    let top = y - fonts::ROW_TEXT.line / 2.0;
    painter.galley(egui::pos2(rect.left() + LEFT, top).round(), said, palette.ink);
    if response.clicked() || is_copied(ui, &response) {
        out.push(Message::TextCopied(format!("{}: {}", row.id, row.text)));
    }
}
