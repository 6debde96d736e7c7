//! The view from other places: regions with a mark for each place, what it adds, and what was disclosed.

use egui::{Align2, Id, Sense, Ui, Vec2, WidgetInfo};

use super::super::super::icon::Icon;
use super::super::super::message::Message;
use super::super::super::reading::{PlaceRow, Reading, Region, WorldView};
use super::super::super::state::State;
use super::super::super::theme::{self, fonts, measure};
use super::super::super::widget::card::{card_ui, columns_ui, focus_ring, hairline_ui};
use super::super::super::widget::{control, label, status_mark};
use super::super::watch::clock;
use crate::model::StepStatus;
use crate::model::diagnosis::Words;
use crate::settings::Settings;

pub fn world_ui(ui: &mut Ui, state: &State, reading: &Reading, out: &mut Vec<Message>) {
    columns_ui(
        ui,
        0.68,
        |ui| card_ui(ui, 0, |ui| regions_ui(ui, state, reading.world.as_ref())),
        |ui| {
            if let Some(world) = &reading.world {
                adds_ui(ui, state, world);
                ui.add_space(measure::SPACE_S);
            }
            disclosed_ui(ui, state, reading, out);
        },
    );
}

fn regions_ui(ui: &mut Ui, state: &State, world: Option<&WorldView>) {
    let palette = theme::palette(ui);
    ui.spacing_mut().item_spacing.y = 0.0;
    let Some(world) = world.filter(|world| world.instead.is_none()) else {
        let why = world.and_then(|world| world.instead.clone());
        let why = why.unwrap_or_else(|| state.texts.get("window-world-not-asked"));
        egui::Frame::new().inner_margin(20).show(ui, |ui| label::text_ui(ui, why, fonts::BODY, palette.ink_2));
        return;
    };
    head_ui(ui, state, world);
    for region in &world.regions {
        hairline_ui(ui);
        let id = Id::unique(("world-region", &region.name));
        // The regions that fail are open from the start.
        let open = ui.data_mut(|data| *data.get_temp_mut_or(id, region.failing > 0));
        if region_ui(ui, state, region, open) {
            ui.data_mut(|data| data.insert_temp(id, !open));
        }
        if open {
            region.places.iter().for_each(|place| place_ui(ui, place));
        }
    }
}

/// How many places there are, and when they were asked.
fn head_ui(ui: &mut Ui, state: &State, world: &WorldView) {
    let palette = theme::palette(ui);
    let size = Vec2::new(ui.available_width(), measure::TABLE_ROW + 4.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    let title = state.texts.say(&Words::new("window-world-by-region").with("count", world.places));
    let asked = world.asked_ms.map(|at| state.texts.say(&Words::new("window-world-asked-at").with("time", clock(at))));
    let asked = asked.unwrap_or_default();
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, state.texts.list(&[&title, &asked])));
    let painter = ui.painter();
    let inner = rect.shrink2(Vec2::new(20.0, 0.0));
    let place = (inner.left_center(), Align2::LEFT_CENTER);
    let used = label::paint_line(painter, place, &title, fonts::HEADING, palette.ink, inner.width());
    let left = inner.right() - used.right() - 12.0;
    if left > 60.0 {
        let place = (inner.right_center(), Align2::RIGHT_CENTER);
        label::paint_line(painter, place, &asked, fonts::SMALL, palette.ink_2, left);
    }
}

/// The line of a region; whether it was pressed.
fn region_ui(ui: &mut Ui, state: &State, region: &Region, open: bool) -> bool {
    let palette = theme::palette(ui);
    let (rect, response) =
        ui.allocate_exact_size(Vec2::new(ui.available_width(), measure::TABLE_ROW + 4.0), Sense::click());
    let said = match region.failing {
        _ if region.telling == 0 => Words::new("window-world-region-silent"),
        0 => Words::new("window-world-region-fine"),
        failing if failing == region.telling => Words::new("window-world-region-bad"),
        failing => Words::new("window-world-region-some").with("failing", failing).with("count", region.telling),
    };
    let said = state.texts.say(&said);
    response.widget_info(|| WidgetInfo::selected(egui::Role::Button, true, open, format!("{}: {said}", region.name)));
    let painter = ui.painter();
    let chevron = if open { Icon::ChevronDown } else { Icon::Chevron };
    chevron.paint(painter, rect.left_center() + Vec2::new(24.0, 0.0), 16.0, palette.ink_2);
    let wide = rect.width() > 520.0;
    let name_width = if wide { 150.0 } else { rect.width() * 0.45 };
    let place = (rect.left_center() + Vec2::new(44.0, 0.0), Align2::LEFT_CENTER);
    label::paint_line(painter, place, &region.name, fonts::STRONG, palette.ink, name_width);
    let status = region.status();
    let x = if wide { rect.right() - 190.0 } else { rect.left() + 52.0 + name_width };
    if wide {
        let marks = region.places.iter().take(12).enumerate();
        for (index, one) in marks {
            let x = rect.left() + 200.0 + 18.0 * f32::from(u8::try_from(index).unwrap_or(0));
            let at = egui::pos2(x, rect.center().y);
            // Most load it: their dots are plain, so that the others are found.
            match one.status {
                StepStatus::Passed => drop(painter.circle_filled(at, 5.5, palette.good_fill)),
                other => status_mark::paint(painter, at, 13.0, other, palette, 0.0),
            }
        }
    }
    status_mark::paint(painter, egui::pos2(x, rect.center().y), 16.0, status, palette, 0.0);
    let place = (egui::pos2(x + 18.0, rect.center().y), Align2::LEFT_CENTER);
    let tint = status_mark::colour(status, palette);
    label::paint_line(painter, place, &said, fonts::LABEL, tint, rect.right() - x - 30.0);
    focus_ring(ui, &response, rect.shrink(4.0), measure::RADIUS_FIELD);
    response.clicked()
}

fn place_ui(ui: &mut Ui, row: &PlaceRow) {
    let palette = theme::palette(ui);
    let wide = ui.available_width() > 520.0;
    let height = if wide { measure::TABLE_ROW } else { 60.0 };
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), height), Sense::hover());
    let said = format!("{}, {}: {} {} {}", row.city, row.network, row.answer, row.took, row.about);
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, &said));
    let painter = ui.painter();
    painter.rect_filled(rect.shrink2(Vec2::new(1.0, 0.0)), 0, palette.sunken);
    let y = if wide { rect.center().y } else { rect.top() + 20.0 };
    status_mark::paint(painter, egui::pos2(rect.left() + 54.0, y), 15.0, row.status, palette, 0.0);
    let left = rect.left() + 74.0;
    let inner = rect.width() - 90.0;
    let shares: [f32; 5] = if wide { [0.0, 0.25, 0.47, 0.58, 0.70] } else { [0.0, 0.62, 0.0, 0.45, 0.62] };
    let cells = [
        (&row.city, fonts::ROW, palette.ink),
        (&row.network, fonts::SMALL, palette.ink_2),
        (&row.answer, fonts::ROW, status_mark::colour(row.status, palette)),
        (&row.took, fonts::NUMBER, palette.ink_2),
        (&row.about, fonts::SMALL, palette.ink_2),
    ];
    for (index, ((text, style, ink), share)) in cells.into_iter().zip(shares).enumerate() {
        let next = shares.get(index + 1).copied().filter(|next| *next > share).unwrap_or(1.0);
        let y = if !wide && index >= 2 { rect.top() + 42.0 } else { y };
        let place = (egui::pos2(left + share * inner, y), Align2::LEFT_CENTER);
        label::paint_line(painter, place, text, style, ink, (next - share) * inner - 10.0);
    }
    response.on_hover_text(said);
}

fn adds_ui(ui: &mut Ui, state: &State, world: &WorldView) {
    let palette = theme::palette(ui);
    card_ui(ui, 20, |ui| {
        label::heading_ui(ui, &state.texts.get("window-world-adds"), fonts::HEADING);
        if world.adds.is_empty() {
            label::text_ui(ui, state.texts.get("window-world-adds-nothing"), fonts::SMALL, palette.ink_2);
        }
        for reason in &world.adds {
            label::text_ui(ui, reason, fonts::SMALL, palette.ink);
        }
    });
}

/// What the service was told, and the switch.
fn disclosed_ui(ui: &mut Ui, state: &State, reading: &Reading, out: &mut Vec<Message>) {
    let palette = theme::palette(ui);
    let texts = &state.texts;
    card_ui(ui, 20, |ui| {
        let asked = reading.world.as_ref();
        let key = if asked.is_some() { "window-world-disclosed" } else { "window-world-would-disclose" };
        label::heading_ui(ui, &texts.get(key), fonts::HEADING);
        let page = asked.map_or_else(|| reading.case.target.host.clone(), |world| world.told.clone());
        let service = Words::new("window-world-to-service").with("page", page);
        label::text_ui(ui, texts.say(&service), fonts::SMALL, palette.ink_2);
        label::text_ui(ui, texts.get("window-world-to-nobody"), fonts::SMALL, palette.ink_2);
        hairline_ui(ui);
        switch_ui(ui, state, out);
    });
}

/// The switch of the view from other places, which says what it discloses.
pub fn switch_ui(ui: &mut Ui, state: &State, out: &mut Vec<Message>) {
    let texts = &state.texts;
    let vantage = &state.settings.vantage;
    let key = if vantage.enabled { "window-world-on" } else { "window-world-off" };
    let about = texts.say(&Words::new("window-world-switch-about").with("service", &vantage.base_url));
    if control::switch_row_ui(ui, &texts.get(key), &about, vantage.enabled) {
        let mut settings = Settings { ..state.settings.clone() };
        settings.vantage.enabled = !vantage.enabled;
        out.push(Message::SettingsChanged(Box::new(settings)));
    }
}
