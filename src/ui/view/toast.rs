//! A short word in a strip of its own below the content, with what it lets one do. It covers nothing.

use egui::{Align, Frame, Layout, Margin, Rect, Ui, UiBuilder, Vec2};

use super::super::message::Message;
use super::super::state::{Offer, State, Toast};
use super::super::theme::{self, fonts, measure};
use super::super::widget::label;

const WIDEST: f32 = 680.0;
const SIDE: f32 = 20.0;

/// How high the strip is; none without a toast.
pub fn height(ui: &Ui, state: &State, width: f32) -> f32 {
    state.toast.as_ref().map_or(0.0, |toast| {
        let inner = inner_width(width);
        let (texts, _) = offers(state, toast);
        let beside = beside(ui, &texts);
        let own_row = beside > inner * 0.55;
        let text_width = if own_row || texts.is_empty() { inner } else { inner - beside };
        let said = label::wrapped_height(ui.painter(), &toast.text, fonts::ROW_TEXT, text_width);
        let rows = if own_row { measure::TARGET_MIN * texts.len() as f32 } else { 0.0 };
        said.max(if texts.is_empty() || own_row { 0.0 } else { measure::TARGET_MIN }) + rows + 24.0 + 16.0
    })
}

fn inner_width(width: f32) -> f32 {
    (width - 2.0 * measure::margin(width)).min(WIDEST) - 2.0 * SIDE
}

/// The buttons' texts and what they do.
fn offers(state: &State, toast: &Toast) -> (Vec<String>, Vec<Message>) {
    let texts = &state.texts;
    match &toast.offer {
        None => (Vec::new(), Vec::new()),
        Some(Offer::Close) => (vec![texts.get("window-broke-close")], vec![Message::ToastGone]),
        Some(Offer::Undo(_)) => (vec![texts.get("window-undo")], vec![Message::UndoPressed]),
        Some(Offer::Open(path)) => {
            let open = if state.running { "window-open-stop" } else { "window-open-now" };
            let names = vec![texts.get(open), texts.get("window-open-not")];
            (names, vec![Message::OpenAnyway(path.clone()), Message::ToastGone])
        }
    }
}

/// The room that the buttons take in a row.
fn beside(ui: &Ui, texts: &[String]) -> f32 {
    texts.iter().map(|text| label::width(ui.painter(), text, fonts::STRONG.sized(14.0).font()) + 24.0).sum()
}

pub fn toast_ui(ui: &mut Ui, state: &State, rect: Rect, out: &mut Vec<Message>) {
    let id = egui::Id::unique("toast");
    let Some(toast) = &state.toast else {
        ui.memory_mut(|memory| memory.data.remove::<(u64, f64)>(id));
        return;
    };
    let palette = theme::palette(ui);
    let width = inner_width(rect.width()) + 2.0 * SIDE;
    let place = Rect::from_center_size(rect.center(), Vec2::new(width, rect.height() - 16.0));
    let (names, messages) = offers(state, toast);
    let beside = beside(ui, &names);
    let own_row = beside > inner_width(rect.width()) * 0.55;
    let mut part = ui.new_child(UiBuilder::new().max_rect(place).layout(Layout::top_down(Align::Min)));
    let frame = Frame::new()
        .fill(palette.ink)
        .corner_radius(measure::RADIUS_FIELD)
        .inner_margin(Margin::symmetric(SIDE as i8, 12));
    let mut pressed = None;
    let mut buttons = |ui: &mut Ui| {
        for (name, message) in names.iter().zip(&messages) {
            let text = theme::text(name, fonts::STRONG.sized(14.0), palette.window);
            let button = egui::Button::new(text).frame(false).min_size(Vec2::new(0.0, measure::TARGET_MIN));
            let response = ui.add(button);
            super::super::widget::card::focus_ring(ui, &response, response.rect, 6);
            if response.clicked() {
                pressed = Some(message.clone());
            }
        }
    };
    let mut has_focus = false;
    frame.show(&mut part, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing = Vec2::new(16.0, 0.0);
        ui.spacing_mut().button_padding = Vec2::new(4.0, 0.0);
        let say = |ui: &mut Ui| {
            let said = label::text_ui(ui, &toast.text, fonts::ROW_TEXT, palette.window);
            ui.ctx().accesskit_node_builder(said.id, |node| node.set_live(egui::accesskit::Live::Polite));
        };
        if own_row || names.is_empty() {
            say(ui);
            buttons(ui);
        } else {
            ui.horizontal(|ui| {
                let width = ui.available_width() - beside;
                let height = label::wrapped_height(ui.painter(), &toast.text, fonts::ROW_TEXT, width);
                ui.vertical(|ui| {
                    ui.set_width(width);
                    ui.add_space(((measure::TARGET_MIN - height) / 2.0).max(0.0));
                    say(ui);
                });
                buttons(ui);
            });
        }
        has_focus = ui.memory(|memory| memory.focused()).is_some_and(|focused| {
            ui.ctx().read_response(focused).is_some_and(|response| place.contains(response.rect.center()))
        });
    });
    out.extend(pressed);
    fade(ui, toast, place, has_focus, out);
}

/// It goes after a while, but not from under the pointer or the focus, nor while it waits for an answer.
fn fade(ui: &Ui, toast: &Toast, place: Rect, has_focus: bool, out: &mut Vec<Message>) {
    if matches!(toast.offer, Some(Offer::Open(_) | Offer::Close)) {
        return;
    }
    let id = egui::Id::unique("toast");
    let now = ui.input(|input| input.time);
    let (number, mut began) = ui.memory_mut(|memory| *memory.data.get_temp_mut_or(id, (toast.number, now)));
    if number != toast.number || has_focus || ui.rect_contains_pointer(place) {
        began = now;
    }
    ui.memory_mut(|memory| memory.data.insert_temp(id, (toast.number, began)));
    if now - began > measure::TOAST {
        out.push(Message::ToastGone);
    }
    ui.ctx().request_repaint_after(std::time::Duration::from_secs_f64((measure::TOAST - (now - began)).max(0.05)));
}
