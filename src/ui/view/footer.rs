//! The footer: what is going on at the left, the buttons at the right.

use egui::{Align, Layout, Rect, Sense, Stroke, Ui, Vec2, WidgetInfo};

use super::super::icon::Icon;
use super::super::message::Message;
use super::super::region::{self, Region};
use super::super::state::{Screen, State};
use super::super::theme::{self, fonts, measure};
use super::super::widget::button::Button;
use super::super::widget::label;
use crate::model::diagnosis::Words;

/// How high the footer is; in narrow windows the promise stands below the button, on as many lines as it wants.
pub fn height(ui: &Ui, state: &State, width: f32) -> f32 {
    if let (true, Some(guided)) = (width < measure::NARROW, &state.guided) {
        return super::guided::buttons_height(guided);
    }
    if width >= measure::NARROW || state.screen != Screen::Start {
        return measure::FOOTER;
    }
    let lines = ["window-takes", "window-contacts-short", "window-see-list"].map(|key| state.texts.get(key));
    let inner = width - 2.0 * measure::margin(width);
    let said: f32 = lines.iter().map(|line| label::wrapped_height(ui.painter(), line, fonts::SMALL, inner)).sum();
    measure::BUTTON_LARGE + measure::SPACE_S + said + 24.0
}

pub fn footer_ui(ui: &mut Ui, state: &State, out: &mut Vec<Message>) {
    let palette = theme::palette(ui);
    let width = ui.available_width();
    let narrow = width < measure::NARROW;
    let (rect, _) = ui.allocate_exact_size(Vec2::new(width, height(ui, state, width)), Sense::hover());
    ui.painter().hline(rect.x_range(), rect.top() + 0.5, Stroke::new(1.0, palette.line));
    let inner = rect.shrink2(Vec2::new(measure::margin(width), 8.0));
    match state.screen {
        Screen::Start => start_ui(ui, state, inner, narrow, out),
        _ if state.guided.is_some() => super::guided::buttons_ui(ui, state, inner, narrow, out),
        _ => progress_ui(ui, state, inner, narrow, out),
    }
}

fn start_ui(ui: &mut Ui, state: &State, rect: Rect, narrow: bool, out: &mut Vec<Message>) {
    let texts = &state.texts;
    let check = |ui: &mut Ui, out: &mut Vec<Message>| {
        let text = texts.get("window-check");
        let usable = !state.typed.trim().is_empty();
        let button = Button::primary(&text).trailing(Icon::ArrowRight).full(narrow).enabled(usable);
        let response = button.show(ui);
        region::mark(ui.ctx(), Region::Footer, response.id);
        if response.clicked() && usable {
            out.push(Message::CheckPressed);
        }
        if !usable {
            response.on_hover_text(texts.get("window-check-why"));
        }
    };
    if narrow {
        let mut column = ui.new_child(egui::UiBuilder::new().max_rect(rect).layout(Layout::top_down(Align::Min)));
        check(&mut column, out);
        column.add_space(measure::SPACE_S);
        promise_ui(&mut column, state, true, out);
        return;
    }
    let mut row = ui.new_child(egui::UiBuilder::new().max_rect(rect).layout(Layout::right_to_left(Align::Center)));
    check(&mut row, out);
    let left =
        Rect::from_min_max(rect.min + Vec2::new(0.0, 4.0), egui::pos2(row.min_rect().left() - 20.0, rect.bottom()));
    let mut column = ui.new_child(egui::UiBuilder::new().max_rect(left).layout(Layout::top_down(Align::Min)));
    promise_ui(&mut column, state, false, out);
}

fn promise_ui(ui: &mut Ui, state: &State, narrow: bool, out: &mut Vec<Message>) {
    let palette = theme::palette(ui);
    ui.spacing_mut().item_spacing.y = 0.0;
    label::text_ui(ui, state.texts.get("window-takes"), fonts::SMALL, palette.ink_2);
    ui.spacing_mut().interact_size.y = 0.0;
    let contacts = |ui: &mut Ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        label::text_ui(ui, state.texts.get("window-contacts-short"), fonts::SMALL, palette.ink_2);
        ui.spacing_mut().interact_size.y = 0.0;
        let text = theme::text(state.texts.get("window-see-list"), fonts::LABEL_STRONG, palette.accent);
        if ui.add(egui::Link::new(text)).clicked() {
            out.push(Message::ContactsToggled);
        }
    };
    if narrow {
        ui.vertical(contacts);
    } else {
        ui.horizontal(contacts);
    }
}

fn progress_ui(ui: &mut Ui, state: &State, rect: Rect, narrow: bool, out: &mut Vec<Message>) {
    let palette = theme::palette(ui);
    let texts = &state.texts;
    let mut row = ui.new_child(egui::UiBuilder::new().max_rect(rect).layout(Layout::right_to_left(Align::Center)));
    let key = if narrow { "window-stop-short" } else { "window-stop" };
    let stop = Button::secondary(&texts.get(key)).show(&mut row);
    region::mark(ui.ctx(), Region::Footer, stop.id);
    if stop.clicked() {
        out.push(Message::StopPressed);
    }
    let right = (row.min_rect().left() - 24.0).min(rect.left() + 688.0);
    let (done, all) = state.reading.as_ref().map_or((0, crate::model::StepId::ALL.len()), |reading| reading.progress());
    let said = texts.say(&Words::new("window-progress").with("done", done).with("all", all));
    let bar = Rect::from_min_max(egui::pos2(rect.left(), rect.bottom() - 10.0), egui::pos2(right, rect.bottom() - 4.0));
    // Beside each other, or where there is no room one below the other.
    let own = label::width(ui.painter(), &said, fonts::LABEL.font());
    let low = if narrow { 7.0 } else { 14.0 };
    let place = (egui::pos2(rect.left(), rect.top() + low), egui::Align2::LEFT_CENTER);
    label::paint_line(ui.painter(), place, &said, fonts::LABEL, palette.ink, bar.width());
    let most = state.reading.as_ref().map_or(30_000, |reading| reading.case.limits.budget_ms) / 1_000;
    let words = Words::new("window-time").with("used", used_secs(ui, state).min(most)).with("most", most);
    let time = texts.say(&words);
    let (place, room) = match narrow {
        true => ((egui::pos2(rect.left(), rect.top() + 24.0), egui::Align2::LEFT_CENTER), bar.width()),
        false => ((egui::pos2(right, rect.top() + 14.0), egui::Align2::RIGHT_CENTER), bar.width() - own - 12.0),
    };
    label::paint_line(ui.painter(), place, &time, fonts::NUMBER, palette.ink_2, room);
    ui.painter().rect_filled(bar, 3, palette.sunken);
    let part = done as f32 / all.max(1) as f32;
    let mut filled = bar;
    filled.set_right(bar.left() + bar.width() * part);
    ui.painter().rect_filled(filled, 3, palette.accent);
    let response = ui.interact(bar, ui.scope_id().with("progress"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::ProgressIndicator, true, format!("{said}, {time}")));
}

/// Whole seconds since this run was first drawn, or since its beginning by what it has seen, whichever is more: a slow
/// step sees nothing for a while. Asks for the frame in which the next second is full.
fn used_secs(ui: &Ui, state: &State) -> u64 {
    let now = ui.input(|input| input.time);
    let id = egui::Id::unique("run-began");
    let (run, mut began) = ui.memory_mut(|memory| *memory.data.get_temp_mut_or(id, (state.run, now)));
    if run != state.run {
        began = now;
    }
    ui.memory_mut(|memory| memory.data.insert_temp(id, (state.run, began)));
    if !state.running {
        return 0;
    }
    let drawn = (now - began).max(0.0);
    ui.ctx().request_repaint_after_secs((1.0 - drawn.fract()) as f32);
    let seen = state.reading.as_ref().and_then(|reading| reading.facts.last()).map_or(0, |fact| fact.at_ms);
    (drawn as u64).max(seen / 1_000)
}
