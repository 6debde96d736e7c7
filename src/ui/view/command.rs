//! A command that somebody else runs.

use egui::Ui;

use super::super::icon::Icon;
use super::super::message::Message;
use super::super::theme::{self, fonts};
use super::super::widget::button::Button;
use crate::text::Texts;

/// A command to be copied. It is never run by this program.
pub fn command_ui(ui: &mut Ui, texts: &Texts, command: &str, out: &mut Vec<Message>) {
    let palette = theme::palette(ui);
    ui.horizontal_wrapped(|ui| {
        ui.label(theme::text(command, fonts::MONO, palette.ink));
        if Button::quiet(&texts.get("guided-copy")).icon(Icon::Copy).show(ui).clicked() {
            out.push(Message::TextCopied(command.to_owned()));
        }
    });
}
