//! A change of a file, as it is applied, with the commands beside it.

use egui::Ui;

use super::super::icon::Icon;
use super::super::message::Message;
use super::super::region::{self, Region};
use super::super::state::State;
use super::super::theme::{self, fonts, measure};
use super::super::widget::button::Button;
use super::super::widget::card::well_ui;
use super::super::widget::label;
use crate::model::Change;
use crate::report::clean::{line, lines};

/// Longer ones are none of ours, and would fill the screen.
const MOST_LINES: usize = 60;

/// The lines that go and come, how to put them in force, how to take them back, and a button that copies the diff.
pub fn change_ui(ui: &mut Ui, state: &State, change: &Change, out: &mut Vec<Message>) {
    let palette = theme::palette(ui);
    let texts = &state.texts;
    let frame = egui::Frame::new().inner_margin(egui::Margin { left: 52, right: 20, top: 0, bottom: 13 });
    frame.show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = measure::SPACE_XS;
        well_ui(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for text in lines(&change.diff).lines().take(MOST_LINES) {
                let ink = match text.as_bytes() {
                    [b'+', b'+', ..] | [b'-', b'-', ..] | [b'@', ..] => palette.ink_3,
                    [b'+', ..] => palette.good,
                    [b'-', ..] => palette.bad,
                    _ => palette.ink_2,
                };
                label::text_ui(ui, text, fonts::MONO, ink);
            }
        });
        for (key, command) in change.commands() {
            label::text_ui(ui, texts.get(key), fonts::SMALL, palette.ink_2);
            label::text_ui(ui, line(command), fonts::MONO, palette.ink);
        }
        let copy = Button::secondary(&texts.get("window-copy-change")).icon(Icon::Copy).show(ui);
        region::mark(ui.ctx(), Region::Content, copy.id);
        if copy.clicked() {
            out.push(Message::ChangeCopied(change.diff.clone()));
        }
    });
}
