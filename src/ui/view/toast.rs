//! A short word at the bottom, with a way to take a change back.

use egui::{Align2, Area, Frame, Margin, Order, Ui, Vec2};

use super::super::message::Message;
use super::super::state::State;
use super::super::theme::{self, fonts, measure};
use super::super::widget::label;

pub fn toast_ui(ui: &Ui, state: &State, out: &mut Vec<Message>) {
    let id = egui::Id::unique("toast");
    let now = ui.input(|input| input.time);
    let Some(toast) = &state.toast else {
        ui.memory_mut(|memory| memory.data.remove::<f64>(id));
        return;
    };
    let palette = theme::palette(ui);
    let began = ui.memory_mut(|memory| *memory.data.get_temp_mut_or(id, now));
    let response = Area::new(id)
        .order(Order::Foreground)
        .anchor(Align2::CENTER_BOTTOM, Vec2::new(0.0, -measure::FOOTER - 12.0))
        .show(ui.ctx(), |ui| {
            let frame = Frame::new()
                .fill(palette.ink)
                .corner_radius(measure::RADIUS_FIELD)
                .inner_margin(Margin::symmetric(20, 12));
            frame.show(ui, |ui| {
                ui.horizontal(|ui| {
                    ui.set_max_width(560.0);
                    let said = label::text_ui(ui, &toast.text, fonts::ROW_TEXT, palette.window);
                    ui.ctx().accesskit_node_builder(said.id, |node| node.set_live(egui::accesskit::Live::Polite));
                    if toast.undo.is_some() {
                        let undo =
                            theme::text(state.texts.get("window-undo"), fonts::STRONG.sized(14.0), palette.window);
                        if ui.add(egui::Button::new(undo).frame(false)).clicked() {
                            out.push(Message::UndoPressed);
                        }
                    }
                });
            });
        })
        .response;
    let stays = response.contains_pointer() || ui.memory(|memory| memory.focused().is_some() && response.has_focus());
    if stays {
        ui.memory_mut(|memory| memory.data.insert_temp(id, now));
    } else if now - began > measure::TOAST {
        ui.memory_mut(|memory| memory.data.remove::<f64>(id));
        out.push(Message::ToastGone);
    }
    ui.ctx().request_repaint_after(std::time::Duration::from_secs_f64((measure::TOAST - (now - began)).max(0.05)));
}
