//! Every DNS server's answer, the own one first.

use egui::{Align2, Sense, Stroke, Ui, Vec2};

use super::super::super::message::Message;
use super::super::super::reading::{DnsGroup, DnsRow, Reading};
use super::super::super::state::State;
use super::super::super::theme::{self, fonts, measure};
use super::super::super::widget::card::{card_ui, columns_ui, hairline_ui, read_ui};
use super::super::super::widget::{label, status_mark};
use crate::model::StepStatus;
use crate::text::Texts;

/// Where each column begins, as a share of the width.
const COLUMNS: [f32; 7] = [0.0, 0.25, 0.40, 0.53, 0.71, 0.81, 0.875];

pub fn dns_ui(ui: &mut Ui, state: &State, reading: &Reading, out: &mut Vec<Message>) {
    let texts = &state.texts;
    let palette = theme::palette(ui);
    if reading.dns.is_empty() {
        card_ui(ui, 20, |ui| {
            label::text_ui(ui, texts.get("window-dns-none"), fonts::BODY, palette.ink_2);
        });
        return;
    }
    let wide = ui.available_width() > 700.0;
    groups_ui(ui, reading, wide);
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
            row_ui(ui, texts, (&reading.dns_groups, row), wide, out);
        }
    });
    label::text_ui(ui, texts.get("window-dns-about"), fonts::SMALL, palette.ink_3);
}

/// The different answers as cards, two in a row where there is room, and what the page does at each.
fn groups_ui(ui: &mut Ui, reading: &Reading, wide: bool) {
    let groups: Vec<(usize, &DnsGroup)> = reading.dns_groups.iter().enumerate().collect();
    let card = |ui: &mut Ui, (index, group): (usize, &DnsGroup)| card_ui(ui, 16, |ui| group_ui(ui, index, group));
    for pair in groups.chunks(if wide { 2 } else { 1 }) {
        match pair {
            [left, right] => columns_ui(ui, 0.5, |ui| card(ui, *left), |ui| card(ui, *right)),
            others => others.iter().for_each(|one| card(ui, *one)),
        }
        ui.add_space(measure::SPACE_S);
    }
}

fn group_ui(ui: &mut Ui, index: usize, group: &DnsGroup) {
    let palette = theme::palette(ui);
    ui.horizontal_top(|ui| {
        let (rect, _) = ui.allocate_exact_size(Vec2::splat(24.0), Sense::hover());
        letter(ui.painter(), rect.center() + Vec2::new(0.0, 1.0), index, group.status, palette);
        ui.add_space(measure::SPACE_XS);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 1.0;
            label::text_ui(ui, &group.ips, fonts::STRONG, palette.ink);
            label::text_ui(ui, &group.about, fonts::SMALL, palette.ink_2);
        });
    });
}

/// An answer's letter: in a disc where the page works at its addresses, in a square where it fails, and in a disc of the
/// series' own colour where that is not known.
fn letter(painter: &egui::Painter, centre: egui::Pos2, group: usize, status: StepStatus, palette: theme::Palette) {
    let letter = char::from(b'A' + u8::try_from(group.min(25)).unwrap_or(25)).to_string();
    let series = palette.series.get(group % 4).copied().unwrap_or(palette.ink_2);
    let colour = match status {
        StepStatus::Passed => palette.good,
        StepStatus::Problem => palette.bad,
        _ => series,
    };
    if status == StepStatus::Problem {
        let square = egui::Rect::from_center_size(centre, Vec2::splat(18.0));
        painter.rect_stroke(square, 4, Stroke::new(1.5, colour), egui::StrokeKind::Middle);
    } else {
        painter.circle_stroke(centre, 9.0, Stroke::new(1.5, colour));
    }
    label::paint_line(painter, (centre, Align2::CENTER_CENTER), &letter, fonts::TICK, colour, 18.0);
}

fn row_ui(ui: &mut Ui, texts: &Texts, (groups, row): (&[DnsGroup], &DnsRow), wide: bool, out: &mut Vec<Message>) {
    let palette = theme::palette(ui);
    let height = if wide { measure::TABLE_ROW } else { 84.0 };
    let size = Vec2::new(ui.available_width(), height);
    let (rect, response) = ui.allocate_exact_size(size, Sense::focusable_noninteractive());
    let name = texts.list(&[&row.server, &row.role, &row.transport]);
    let said = texts.titled(&name, &texts.list(&[&row.answer, &row.word]));
    let painter = ui.painter();
    if row.status == StepStatus::Problem {
        painter.rect_filled(rect.shrink2(Vec2::new(1.0, 0.0)), 0, palette.bad_soft);
    }
    if read_ui(ui, &response, &said) {
        out.push(Message::TextCopied(said.clone()));
    }
    let tint = status_mark::colour(row.status, palette);
    let time = row.ms.map(|ms| texts.duration_ms(ms)).unwrap_or_default();
    if !wide {
        let line = |y: f32| (egui::pos2(rect.left() + 18.0, rect.top() + y), Align2::LEFT_CENTER);
        let width = rect.width() - 36.0;
        label::paint_line(painter, line(18.0), &texts.list(&[&row.server, &row.role]), fonts::ROW, palette.ink, width);
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
        let status = groups.get(group).map_or(StepStatus::Failed, |group| group.status);
        letter(painter, place.0 + Vec2::new(9.0, 0.0), group, status, palette);
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
