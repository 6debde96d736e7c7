//! Draws the blocks of a report. Only those that can be seen are laid out; the others keep the room that they had.

use egui::{Frame, Id, Margin, Sense, Ui, Vec2, WidgetInfo};

use super::super::page::Block;
use super::super::preview::Preview;
use super::super::theme::{self, fonts, measure};
use super::super::widget::label;
use super::super::widget::rows::rows_ui;

const BETWEEN: f32 = 4.0;
/// Between two columns of a table.
const GAP: f32 = 14.0;
const BULLET: f32 = 16.0;

pub fn markdown_ui(ui: &mut Ui, preview: &Preview) {
    let width = ui.available_width();
    let blocks = preview.blocks();
    let of = egui::util::hash((std::ptr::from_ref(preview) as usize, preview.text().len(), width.round() as u32));
    let guess = |place: usize| blocks.get(place).map_or(0.0, |block| guess(block, width));
    rows_ui(ui, (Id::unique("page-heights"), of), blocks.len(), guess, |ui, place| {
        let Some(block) = blocks.get(place) else { return };
        block_ui(ui, block, width);
        ui.add_space(BETWEEN);
    });
}

/// About how high a block will be.
fn guess(block: &Block, width: f32) -> f32 {
    let lines = |text: &str, letter: f32, width: f32| (text.chars().count() as f32 * letter / width.max(1.0)).ceil();
    BETWEEN
        + match block {
            Block::Title(text) => lines(text, 11.0, width) * fonts::TITLE.line,
            Block::Heading(_) => fonts::HEADING.line + measure::SPACE_M,
            Block::Text(text) => lines(text, 7.0, width) * fonts::ROW_TEXT.line,
            Block::Item(text) => lines(text, 7.0, width - BULLET) * fonts::ROW_TEXT.line,
            Block::Code(text) => text.lines().count() as f32 * fonts::CODE.line + 20.0,
            Block::Row { cells, shares, .. } => {
                let high = |(cell, share): (&String, &u32)| lines(cell, 6.6, width * *share as f32 / 1_000.0 - GAP);
                cells.iter().zip(shares).map(high).fold(1.0, f32::max) * fonts::SMALL.line
            }
            Block::Gap => 2.0,
        }
}

fn block_ui(ui: &mut Ui, block: &Block, width: f32) {
    let palette = theme::palette(ui);
    match block {
        Block::Title(text) => {
            label::text_ui(ui, text, fonts::TITLE, palette.ink);
        }
        Block::Heading(text) => {
            ui.add_space(measure::SPACE_M);
            label::text_ui(ui, text, fonts::HEADING, palette.ink);
        }
        Block::Text(text) => {
            label::text_ui(ui, text, fonts::ROW_TEXT, palette.ink);
        }
        Block::Item(text) => {
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = 0.0;
                let (rect, _) = ui.allocate_exact_size(Vec2::new(BULLET, fonts::ROW_TEXT.line), Sense::hover());
                ui.painter().circle_filled(rect.left_center() + Vec2::new(4.0, 0.0), 2.0, palette.ink_2);
                ui.vertical(|ui| label::text_ui(ui, text, fonts::ROW_TEXT, palette.ink));
            });
        }
        Block::Code(text) => {
            let frame =
                Frame::new().fill(palette.code).corner_radius(measure::RADIUS_FIELD).inner_margin(Margin::same(10));
            frame.show(ui, |ui| {
                ui.set_width(ui.available_width());
                label::text_ui(ui, text, fonts::CODE, palette.ink);
            });
        }
        Block::Row { cells, shares, is_head } => row_ui(ui, (cells, shares, *is_head), width),
        Block::Gap => ui.add_space(2.0),
    }
}

/// Cells side by side, as high as the highest.
fn row_ui(ui: &mut Ui, (cells, shares, is_head): (&[String], &[u32], bool), width: f32) {
    let palette = theme::palette(ui);
    let (style, ink) = if is_head { (fonts::LABEL, palette.ink_2) } else { (fonts::SMALL, palette.ink) };
    let mut left = 0.0;
    let mut laid = Vec::new();
    for (cell, share) in cells.iter().zip(shares) {
        let own = width * *share as f32 / 1_000.0;
        let galley = ui.painter().layout_job(label::wrapped(cell, style, ink, own - GAP));
        laid.push((left, galley));
        left += own;
    }
    let height = laid.iter().map(|(_, galley)| galley.size().y).fold(style.line, f32::max);
    let (rect, response) = ui.allocate_exact_size(Vec2::new(width, height), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, cells.join(", ")));
    for (left, galley) in laid {
        ui.painter().galley((rect.min + Vec2::new(left, 0.0)).round(), galley, ink);
    }
}
