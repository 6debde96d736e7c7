//! The screens, one file each.

mod check;
mod start;
mod verdict;

use egui::{CentralPanel, Frame, Margin, ScrollArea, Ui};

use super::message::Message;
use super::state::{Screen, State};
use super::theme;

/// Draws the screen that is shown.
pub fn root_ui(ui: &mut Ui, state: &State, out: &mut Vec<Message>) {
    let frame = Frame::new().fill(theme::palette(ui).window).inner_margin(Margin::same(theme::EDGE));
    CentralPanel::default().frame(frame).show(ui, |ui| {
        ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
            // Room for the scroll bar.
            ui.set_max_width(ui.available_width() - theme::GAP * 2.0);
            match state.screen {
                Screen::Start => start::start_ui(ui, state, out),
                Screen::Check => check::check_ui(ui, state, out),
            }
        });
    });
}
