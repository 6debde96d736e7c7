//! A row that adds to a list: a field, what is wrong with it, and a button.

use egui::Ui;

use super::super::icon::Icon;
use super::super::message::Message;
use super::super::state::State;
use super::super::theme::{self, fonts, measure};
use super::super::widget::button::Button;
use super::super::widget::{control, label};

/// One more row of a list: a field, what is wrong with it, and a button.
pub struct Adding<'a> {
    pub id: &'a str,
    pub hint: &'a str,
    /// What is typed.
    pub typed: &'a str,
    pub error: Option<&'a str>,
    /// The keys of the field's name and of the button.
    pub keys: (&'a str, &'a str),
    pub edited: fn(String) -> Message,
    pub added: Message,
}

pub fn add_ui(ui: &mut Ui, state: &State, adding: Adding<'_>, out: &mut Vec<Message>) {
    let texts = &state.texts;
    let palette = theme::palette(ui);
    ui.spacing_mut().item_spacing.y = measure::SPACE_XS;
    ui.add_space(measure::SPACE_M);
    let name = label::text_ui(ui, texts.get(adding.keys.0), fonts::LABEL, palette.ink);
    let text = texts.get(adding.keys.1);
    let button = Button::secondary(&text).icon(Icon::Plus).enabled(!adding.typed.trim().is_empty());
    let wanted = button.wanted_width(ui);
    let beside = ui.available_width() > wanted + 240.0;
    let mut typed = adding.typed.to_owned();
    let mut pressed = false;
    let field = ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = measure::SPACE_S;
        let width = ui.available_width() - if beside { wanted + measure::SPACE_S } else { 0.0 };
        let shape = (if beside { measure::BUTTON } else { measure::FIELD }, adding.error.is_some());
        let place = ui.vertical(|ui| {
            ui.set_width(width);
            control::field_ui(ui, adding.id, &mut typed, adding.hint, None, shape, 0.0)
        });
        if beside {
            pressed = button.clone().show(ui).clicked();
        }
        place.inner
    });
    let field = field.inner.labelled_by(name.id);
    let entered = field.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
    if field.changed() {
        out.push((adding.edited)(typed));
    }
    if let Some(error) = adding.error {
        label::text_ui(ui, texts.get(error), fonts::SMALL, palette.bad);
    }
    if !beside {
        pressed = button.show(ui).clicked();
    }
    ui.add_space(measure::SPACE_XS);
    if (pressed || entered) && !adding.typed.trim().is_empty() {
        out.push(adding.added);
    }
}
