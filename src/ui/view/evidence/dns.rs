//! Every DNS server's answer, the own one first.

use egui::{Align2, Sense, Stroke, Ui, Vec2, WidgetInfo};

use super::super::super::reading::{DnsRow, Reading};
use super::super::super::state::State;
use super::super::super::theme::{self, fonts, measure};
use super::super::super::widget::card::{card_ui, hairline_ui};
use super::super::super::widget::{label, status_mark};
use crate::model::StepStatus;
use crate::text::duration_ms;

/// Where each column begins, as a share of the width.
const COLUMNS: [f32; 7] = [0.0, 0.20, 0.37, 0.46, 0.70, 0.79, 0.87];

pub fn dns_ui(ui: &mut Ui, state: &State, reading: &Reading) {
    let texts = &state.texts;
    let palette = theme::palette(ui);
    if reading.dns.is_empty() {
        card_ui(ui, 20, |ui| {
            label::text_ui(ui, texts.get("window-dns-none"), fonts::BODY, palette.ink_2);
        });
        return;
    }
    let wide = ui.available_width() > 700.0;
    card_ui(ui, 0, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        if wide {
            let (rect, _) =
                ui.allocate_exact_size(Vec2::new(ui.available_width(), measure::TABLE_HEADER), Sense::hover());
            let names = ["server", "ip", "transport", "answer", "ttl", "time", "agreement"];
            for (name, share) in names.into_iter().zip(COLUMNS) {
                let x = rect.left() + 18.0 + share * (rect.width() - 36.0);
                let place = (egui::pos2(x, rect.center().y), Align2::LEFT_CENTER);
                let text = texts.get(&format!("window-dns-{name}"));
                label::paint_line(ui.painter(), place, &text, fonts::LABEL, palette.ink_2, 160.0);
            }
        }
        for (index, row) in reading.dns.iter().enumerate() {
            if wide || index > 0 {
                hairline_ui(ui);
            }
            row_ui(ui, row, wide);
        }
    });
    label::text_ui(ui, texts.get("window-dns-about"), fonts::SMALL, palette.ink_3);
}

fn row_ui(ui: &mut Ui, row: &DnsRow, wide: bool) {
    let palette = theme::palette(ui);
    let height = if wide { measure::TABLE_ROW } else { 84.0 };
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), height), Sense::hover());
    let said = format!("{}, {}, {}: {}. {}", row.server, row.role, row.transport, row.answer, row.word);
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, &said));
    let painter = ui.painter();
    if row.status == StepStatus::Problem {
        painter.rect_filled(rect.shrink2(Vec2::new(1.0, 0.0)), 0, palette.bad_soft);
    }
    let tint = status_mark::colour(row.status, palette);
    let time = row.ms.map(duration_ms).unwrap_or_default();
    if !wide {
        let line = |y: f32| (egui::pos2(rect.left() + 18.0, rect.top() + y), Align2::LEFT_CENTER);
        let width = rect.width() - 36.0;
        label::paint_line(
            painter,
            line(18.0),
            &format!("{}, {}", row.server, row.role),
            fonts::ROW,
            palette.ink,
            width,
        );
        label::paint_line(painter, line(42.0), &row.answer, fonts::MONO, palette.ink_2, width);
        let below = (egui::pos2(rect.left() + 38.0, rect.top() + 64.0), Align2::LEFT_CENTER);
        status_mark::paint(painter, egui::pos2(rect.left() + 26.0, rect.top() + 64.0), 15.0, row.status, palette, 0.0);
        label::paint_line(painter, below, &format!("{}  {time}", row.word), fonts::LABEL, tint, width - 20.0);
        return;
    }
    let inner = rect.width() - 36.0;
    let at = |column: usize| {
        let share = COLUMNS.get(column).copied().unwrap_or(1.0);
        let next = COLUMNS.get(column + 1).copied().unwrap_or(1.0);
        let place = (egui::pos2(rect.left() + 18.0 + share * inner, rect.center().y), Align2::LEFT_CENTER);
        (place, (next - share) * inner - 10.0)
    };
    let (place, width) = at(0);
    let name = label::paint_line(painter, place, &row.server, fonts::ROW, palette.ink, width);
    let beside = (egui::pos2(name.right() + 8.0, rect.center().y), Align2::LEFT_CENTER);
    label::paint_line(painter, beside, &row.role, fonts::SMALL, palette.ink_3, (width - name.width() - 8.0).max(0.0));
    let (place, width) = at(1);
    label::paint_line(painter, place, &row.ip, fonts::MONO, palette.ink_2, width);
    let (place, width) = at(2);
    label::paint_line(painter, place, &row.transport, fonts::SMALL, palette.ink_2, width);
    let (mut place, mut width) = at(3);
    if let Some(group) = row.group {
        let letter = char::from(b'A' + u8::try_from(group.min(25)).unwrap_or(25)).to_string();
        let colour = palette.series.get(group % 4).copied().unwrap_or(palette.ink_2);
        let centre = place.0 + Vec2::new(9.0, 0.0);
        painter.circle_stroke(centre, 9.0, Stroke::new(1.5, colour));
        label::paint_line(painter, (centre, Align2::CENTER_CENTER), &letter, fonts::TICK, colour, 18.0);
        place.0.x += 26.0;
        width -= 26.0;
    }
    label::paint_line(painter, place, &row.answer, fonts::MONO, palette.ink, width);
    let (place, width) = at(4);
    label::paint_line(painter, place, &row.ttl, fonts::NUMBER, palette.ink_2, width);
    let (place, width) = at(5);
    label::paint_line(painter, place, &time, fonts::NUMBER, palette.ink_2, width);
    let (mut place, width) = at(6);
    status_mark::paint(painter, place.0 + Vec2::new(8.0, 0.0), 16.0, row.status, palette, 0.0);
    place.0.x += 22.0;
    label::paint_line(painter, place, &row.word, fonts::LABEL, tint, width - 12.0);
    response.on_hover_text(said);
}
