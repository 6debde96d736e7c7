//! Address against name and scheme: what a visitor who is sent there gets.

use egui::{Align2, Rect, Sense, Stroke, Ui, Vec2};

use super::super::super::message::Message;
use super::super::super::reading::{Cell, Matrix};
use super::super::super::state::State;
use super::super::super::theme::{self, fonts, measure};
use super::super::super::widget::card::{hairline_ui, read_ui};
use super::super::super::widget::{label, status_mark};
use crate::model::StepStatus;
use crate::text::{host_cut, middle_cut};

/// The part of the width that the addresses have.
const FIRST: f32 = 0.235;
const ROW: f32 = 62.0;

pub fn matrix_ui(ui: &mut Ui, state: &State, matrix: &Matrix, out: &mut Vec<Message>) {
    ui.spacing_mut().item_spacing.y = 0.0;
    head_ui(ui, state, matrix);
    let mut family = None;
    for row in &matrix.addresses {
        if family != Some(row.is_ipv4) {
            let key = if row.is_ipv4 { "window-ways-4" } else { "window-ways-6" };
            super::ways::family_ui(ui, &state.texts.get(key));
        } else {
            hairline_ui(ui);
        }
        family = Some(row.is_ipv4);
        let palette = theme::palette(ui);
        let (rect, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), ROW), Sense::hover());
        let place = (rect.left_center() + Vec2::new(18.0, 0.0), Align2::LEFT_CENTER);
        let width = rect.width() * FIRST - 26.0;
        label::paint_line(ui.painter(), place, &middle_cut(&row.ip, 26), fonts::MONO, palette.ink, width);
        for (index, (column, cell)) in matrix.columns.iter().zip(&row.cells).enumerate() {
            let place = column_rect(rect, index, matrix.columns.len());
            let response = ui.interact(place, ui.scope_id().with((&row.ip, index)), Sense::focusable_noninteractive());
            let texts = &state.texts;
            let mut said = vec![row.ip.clone(), column.1.name().to_owned(), column.0.to_string()];
            match cell {
                Some(cell) => said.extend([cell.answer.clone(), texts.duration_ms(cell.ms), cell.about.clone()]),
                None => said.push(texts.get("window-ways-untried")),
            }
            let said = texts.list(&said);
            cell_ui(ui, state, place, cell.as_ref());
            if read_ui(ui, &response, &said) {
                out.push(Message::TextCopied(said.clone()));
            }
            response.on_hover_text(said);
        }
    }
}

fn column_rect(row: Rect, index: usize, count: usize) -> Rect {
    let left = row.left() + (row.width() * FIRST).round();
    let each = (row.right() - left) / count.max(1) as f32;
    let min = egui::pos2((left + each * index as f32).round(), row.top());
    Rect::from_min_size(min, Vec2::new(each, row.height()))
}

/// Names above schemes.
fn head_ui(ui: &mut Ui, state: &State, matrix: &Matrix) {
    let palette = theme::palette(ui);
    let whole = ui.available_width();
    let count = matrix.columns.len();
    let line = Stroke::new(measure::STROKE_HAIR, palette.line);
    let (names, _) = ui.allocate_exact_size(Vec2::new(whole, measure::TABLE_HEADER), Sense::hover());
    for (index, (host, _)) in matrix.columns.iter().enumerate() {
        let before = index.checked_sub(1).and_then(|before| matrix.columns.get(before));
        if before.is_some_and(|(other, _)| other == host) {
            continue;
        }
        let own = matrix.columns.iter().filter(|(other, _)| other == host).count() as f32;
        let place = column_rect(names, index, count);
        ui.painter().vline(place.left(), place.y_range(), line);
        let at = (place.left_center() + Vec2::new(16.0, 0.0), Align2::LEFT_CENTER);
        let shown = host_cut(host, 34);
        label::paint_line(ui.painter(), at, &shown, fonts::LABEL_STRONG, palette.ink, place.width() * own - 24.0);
    }
    hairline_ui(ui);
    let (schemes, _) = ui.allocate_exact_size(Vec2::new(whole, 32.0), Sense::hover());
    let at = (schemes.left_center() + Vec2::new(18.0, 0.0), Align2::LEFT_CENTER);
    let text = state.texts.get("window-ways-ip");
    label::paint_line(ui.painter(), at, &text, fonts::LABEL, palette.ink_2, whole * FIRST - 26.0);
    for (index, (_, scheme)) in matrix.columns.iter().enumerate() {
        let place = column_rect(schemes, index, count);
        ui.painter().vline(place.left(), place.y_range(), line);
        let at = (place.left_center() + Vec2::new(16.0, 0.0), Align2::LEFT_CENTER);
        label::paint_line(ui.painter(), at, scheme.name(), fonts::LABEL, palette.ink_2, place.width() - 24.0);
    }
}

fn cell_ui(ui: &Ui, state: &State, place: Rect, cell: Option<&Cell>) {
    let palette = theme::palette(ui);
    let painter = ui.painter();
    painter.vline(place.left(), place.y_range(), Stroke::new(measure::STROKE_HAIR, palette.line));
    let Some(cell) = cell else {
        let at = (place.left_center() + Vec2::new(16.0, 0.0), Align2::LEFT_CENTER);
        let text = state.texts.get("window-ways-untried");
        label::paint_line(painter, at, &text, fonts::SMALL, palette.ink_3, place.width() - 24.0);
        return;
    };
    if cell.status == StepStatus::Problem {
        let ground = place.shrink2(Vec2::new(0.5, 0.0));
        painter.rect_filled(ground, 0, palette.bad_soft);
    }
    status_mark::paint(painter, place.left_center() + Vec2::new(27.0, 0.0), 17.0, cell.status, palette, 0.0);
    let left = place.left() + 50.0;
    let room = place.right() - left - 8.0;
    let tint = if cell.status == StepStatus::Passed { palette.ink } else { status_mark::colour(cell.status, palette) };
    // Two lines, or one in the middle.
    let first = place.center().y - if cell.about.is_empty() { 0.0 } else { 10.0 };
    let at = (egui::pos2(left, first), Align2::LEFT_CENTER);
    let said = label::paint_line(painter, at, &cell.answer, fonts::STRONG.sized(14.0), tint, room);
    let at = (egui::pos2(said.right() + 8.0, first), Align2::LEFT_CENTER);
    let beside = (room - said.width() - 8.0).max(0.0);
    label::paint_line(painter, at, &state.texts.duration_ms(cell.ms), fonts::NUMBER, palette.ink_2, beside);
    let at = (egui::pos2(left, place.center().y + 10.0), Align2::LEFT_CENTER);
    label::paint_line(painter, at, &cell.about, fonts::SMALL, palette.ink_2, room);
}
