//! Every way into the site that was tried, by address family.

use egui::{Align2, Sense, Ui, Vec2, WidgetInfo};

use super::super::super::message::Message;
use super::super::super::reading::{Reading, WayRow};
use super::super::super::state::State;
use super::super::super::theme::{self, fonts, measure};
use super::super::super::widget::card::{card_ui, hairline_ui, read_ui};
use super::super::super::widget::{label, status_mark};
use crate::model::StepStatus;
use crate::text::{Texts, middle_cut};

pub fn ways_ui(ui: &mut Ui, state: &State, reading: &Reading, out: &mut Vec<Message>) {
    let texts = &state.texts;
    let palette = theme::palette(ui);
    if reading.ways.is_empty() {
        card_ui(ui, 20, |ui| {
            label::text_ui(ui, texts.get("window-ways-none"), fonts::BODY, palette.ink_2);
        });
        return;
    }
    // Where a table has no room, each request stands for itself.
    if ui.available_width() > 700.0 {
        card_ui(ui, 0, |ui| super::matrix::matrix_ui(ui, state, &reading.matrix, out));
        label::text_ui(ui, texts.get("window-ways-cells"), fonts::SMALL, palette.ink_3);
        ui.add_space(measure::SPACE_M);
        label::heading_ui(ui, &texts.get("window-ways-each"), fonts::HEADING);
    }
    card_ui(ui, 0, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let mut before: Option<&WayRow> = None;
        for row in &reading.ways {
            if before.is_none_or(|before| before.is_ipv4 != row.is_ipv4) {
                let key = if row.is_ipv4 { "window-ways-4" } else { "window-ways-6" };
                family_ui(ui, &texts.get(key));
            } else {
                hairline_ui(ui);
            }
            row_ui(ui, texts, (row, before.is_some_and(|before| before.ip == row.ip)), out);
            before = Some(row);
        }
    });
    label::text_ui(ui, texts.get("window-ways-about"), fonts::SMALL, palette.ink_3);
}

/// The line above the addresses of one family.
pub fn family_ui(ui: &mut Ui, name: &str) {
    let palette = theme::palette(ui);
    let width = ui.available_width();
    let galley = ui.painter().layout_job(label::wrapped(name, fonts::LABEL_STRONG, palette.ink_2, width - 36.0));
    let size = Vec2::new(width, galley.size().y.max(16.0) + 14.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, name));
    ui.painter().rect_filled(rect.shrink2(Vec2::new(1.0, 0.0)), 0, palette.sunken);
    ui.painter().galley((rect.min + Vec2::new(18.0, 7.0)).round(), galley, palette.ink_2);
}

fn row_ui(ui: &mut Ui, texts: &Texts, (row, same_ip): (&WayRow, bool), out: &mut Vec<Message>) {
    let palette = theme::palette(ui);
    let wide = ui.available_width() > 640.0;
    let height = if wide { measure::TABLE_ROW } else { 64.0 };
    let size = Vec2::new(ui.available_width(), height);
    let (rect, response) = ui.allocate_exact_size(size, Sense::focusable_noninteractive());
    let said = texts.list(&[&row.ip, &format!("{}: {}", row.what, row.outcome), &texts.duration_ms(row.ms)]);
    let painter = ui.painter();
    if row.status == StepStatus::Problem {
        painter.rect_filled(rect.shrink2(Vec2::new(1.0, 0.0)), 0, palette.bad_soft);
    }
    if read_ui(ui, &response, &said) {
        out.push(Message::TextCopied(said.clone()));
    }
    let tint = if row.status == StepStatus::Passed { palette.ink } else { status_mark::colour(row.status, palette) };
    let y = if wide { rect.center().y } else { rect.top() + 20.0 };
    let (ip_width, what_width) = if wide { (250.0, 200.0) } else { (rect.width() * 0.5, rect.width() * 0.4) };
    let left = rect.left() + 18.0;
    if !same_ip || !wide {
        let place = (egui::pos2(left, y), Align2::LEFT_CENTER);
        label::paint_line(painter, place, &middle_cut(&row.ip, 30), fonts::MONO, palette.ink, ip_width - 12.0);
    }
    let place = (egui::pos2(left + ip_width, y), Align2::LEFT_CENTER);
    label::paint_line(painter, place, &row.what, fonts::ROW_TEXT, palette.ink_2, what_width - 12.0);
    let (x, y) = if wide { (left + ip_width + what_width, y) } else { (left, rect.top() + 44.0) };
    status_mark::paint(painter, egui::pos2(x + 9.0, y), 16.0, row.status, palette, 0.0);
    let place = (egui::pos2(x + 28.0, y), Align2::LEFT_CENTER);
    label::paint_line(painter, place, &row.outcome, fonts::ROW, tint, rect.right() - x - 110.0);
    let place = (egui::pos2(rect.right() - 18.0, y), Align2::RIGHT_CENTER);
    label::paint_line(painter, place, &texts.duration_ms(row.ms), fonts::NUMBER, palette.ink_2, 70.0);
    response.on_hover_text(format!("{}\n{}", row.url, row.outcome));
}
