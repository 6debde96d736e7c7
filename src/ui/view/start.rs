//! The first screen: which site, and who asks.

use egui::{Button, Key, RichText, TextEdit, Ui};

use super::super::message::Message;
use super::super::state::State;
use super::super::theme;
use super::super::widget::card::card_ui;
use crate::model::Role;

pub fn start_ui(ui: &mut Ui, state: &State, out: &mut Vec<Message>) {
    let texts = &state.texts;
    let palette = theme::palette(ui);
    ui.set_max_width(theme::READABLE);
    ui.add_space(theme::GROUP_GAP);
    ui.label(RichText::new(texts.get("window-welcome")).size(theme::HEADLINE).strong());
    ui.label(RichText::new(texts.get("window-promise")).color(palette.ink_2));
    ui.add_space(theme::GROUP_GAP);
    card_ui(ui, |ui| {
        address_ui(ui, state, out);
        ui.add_space(theme::GROUP_GAP);
        ui.label(RichText::new(texts.get("window-who")).strong());
        for (role, key) in [(Role::Visitor, "window-role-visitor"), (Role::Owner, "window-role-owner")] {
            if ui.radio(state.role == role, texts.get(key)).clicked() {
                out.push(Message::RoleChosen(role));
            }
        }
        ui.add_space(theme::GROUP_GAP);
        saw_ui(ui, state, out);
        ui.add_space(theme::GROUP_GAP);
        let label = RichText::new(texts.get("window-check")).color(palette.on_accent).strong();
        let button = Button::new(label).fill(palette.accent);
        if ui.add_enabled(!state.typed.trim().is_empty(), button).clicked() {
            out.push(Message::CheckPressed);
        }
    });
    ui.add_space(theme::GROUP_GAP);
    ui.collapsing(texts.get("window-contacts"), |ui| {
        ui.label(texts.get("window-contacts-own"));
        for line in state.settings.contacted() {
            ui.label(RichText::new(line).size(theme::SMALL).color(palette.ink_2));
        }
    });
}

fn address_ui(ui: &mut Ui, state: &State, out: &mut Vec<Message>) {
    let texts = &state.texts;
    let label = ui.label(RichText::new(texts.get("window-address")).strong());
    let mut typed = state.typed.clone();
    let field = TextEdit::singleline(&mut typed).hint_text("shop.example/cart").desired_width(f32::INFINITY);
    let response = ui.add(field).labelled_by(label.id);
    if response.changed() {
        out.push(Message::TargetEdited(typed));
    }
    if response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)) && !state.typed.trim().is_empty() {
        out.push(Message::CheckPressed);
    }
    if let Some(error) = &state.typed_error {
        ui.label(RichText::new(error).color(theme::palette(ui).bad));
    }
}

fn saw_ui(ui: &mut Ui, state: &State, out: &mut Vec<Message>) {
    let texts = &state.texts;
    let label = ui.label(RichText::new(texts.get("window-saw")).strong());
    let mut saw = state.saw.clone();
    let field = TextEdit::multiline(&mut saw).hint_text("502 Bad Gateway").desired_rows(2).desired_width(f32::INFINITY);
    if ui.add(field).labelled_by(label.id).changed() {
        out.push(Message::SawEdited(saw));
    }
}
