//! The first screen: which page, and who asks.

use egui::{Key, Rect, Sense, Stroke, StrokeKind, TextEdit, Ui, Vec2, WidgetInfo};

use super::super::icon::Icon;
use super::super::keys::ADDRESS;
use super::super::message::Message;
use super::super::region::{self, Region};
use super::super::state::State;
use super::super::theme::{self, fonts, measure};
use super::super::widget::button::Button;
use super::super::widget::card::{card_ui, focus_ring, hairline_ui};
use super::super::widget::{control, label, status_mark};
use crate::model::diagnosis::Words;
use crate::model::{Role, StepStatus};
use crate::store::past::PastCase;
use crate::text::{capitalised, middle_cut};

const WIDTH: f32 = 760.0;

pub fn start_ui(ui: &mut Ui, state: &State, low: bool, out: &mut Vec<Message>) {
    let texts = &state.texts;
    let palette = theme::palette(ui);
    let whole = ui.available_width();
    let width = whole.min(WIDTH);
    let top = ui.cursor().top();
    let room = ui.clip_rect().bottom() - top;
    ui.horizontal_top(|ui| {
        ui.add_space((whole - width) / 2.0);
        ui.vertical(|ui| {
            ui.set_width(width);
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.add_space(24.0);
            label::heading_ui(ui, &texts.get("window-welcome"), fonts::DISPLAY);
            ui.add_space(4.0);
            label::text_ui(ui, texts.get("window-promise"), fonts::BODY, palette.ink_2);
            ui.add_space(20.0);
            address_ui(ui, state, out);
            if state.waiting.is_some() {
                no_network_ui(ui, state, out);
            }
            ui.add_space(18.0);
            roles_ui(ui, state, out);
            ui.add_space(16.0);
            saw_ui(ui, state, out);
            if state.role == Role::Owner {
                super::owner::handed_ui(ui, state, out);
            }
            if state.contacts_open {
                contacts_ui(ui, state);
            }
            past_ui(ui, state, out);
        });
    });
    let used = ui.cursor().top() - top;
    let band = if whole < measure::NARROW - 32.0 { measure::MEASURE_MAX } else { 184.0 };
    // The picture rests at the bottom; where there is no room for it, it has no news yet.
    if !low && room - used >= band + 20.0 && whole >= measure::NARROW - 32.0 {
        ui.add_space((room - used - band - 12.0).max(0.0));
        super::path_band_ui(ui, state, false, out);
    }
}

fn address_ui(ui: &mut Ui, state: &State, out: &mut Vec<Message>) {
    let texts = &state.texts;
    let palette = theme::palette(ui);
    let name = label::text_ui(ui, texts.get("window-address"), fonts::LABEL, palette.ink);
    ui.add_space(6.0);
    let mut typed = state.typed.clone();
    let bad = state.typed_error.is_some();
    let paste = texts.get("window-paste");
    let room = label::width(ui.painter(), &paste, fonts::LABEL_STRONG.font()) + 60.0;
    let shape = (measure::FIELD_LARGE, bad);
    let hint = "shop.example/cart";
    let response =
        control::field_ui(ui, ADDRESS, &mut typed, hint, Some(Icon::Globe), shape, room).labelled_by(name.id);
    let field = ui.min_rect();
    let place = Rect::from_min_size(
        egui::pos2(field.right() - room - 4.0, field.bottom() - measure::FIELD_LARGE + 12.0),
        Vec2::new(room, measure::TARGET_MIN),
    );
    let mut row =
        ui.new_child(egui::UiBuilder::new().max_rect(place).layout(egui::Layout::right_to_left(egui::Align::Center)));
    if Button::quiet(&paste).icon(Icon::Clipboard).show(&mut row).clicked() {
        // Nothing is read from the clipboard but by this wish: the system hands it to the field.
        response.request_focus();
        ui.ctx().send_viewport_cmd(egui::ViewportCommand::RequestPaste);
    }
    region::mark(ui.ctx(), Region::Content, response.id);
    if response.changed() {
        out.push(Message::TargetEdited(typed));
    }
    if response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)) && !state.typed.trim().is_empty() {
        out.push(Message::CheckPressed);
    }
    // The field has the focus from the start.
    if ui.memory(|memory| memory.focused().is_none()) && ui.ctx().cumulative_pass_nr() < 3 {
        response.request_focus();
    }
    if let Some(error) = &state.typed_error {
        ui.add_space(8.0);
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 8.0;
            status_mark::status_mark_ui(ui, StepStatus::Problem);
            let said = label::text_ui(ui, &error.why, fonts::ROW_TEXT, palette.bad);
            ui.ctx().accesskit_node_builder(said.id, |node| node.set_live(egui::accesskit::Live::Polite));
        });
        if let Some(meant) = &error.meant {
            let words = Words::new("window-typed-meant").with("address", middle_cut(meant, 48));
            if Button::quiet(&texts.say(&words)).icon(Icon::ArrowRight).show(ui).clicked() {
                out.push(Message::MeantTaken(meant.clone()));
            }
        }
    }
}

/// No network: what is the case, that the check starts by itself, and the ways out of the waiting.
fn no_network_ui(ui: &mut Ui, state: &State, out: &mut Vec<Message>) {
    let texts = &state.texts;
    ui.add_space(measure::SPACE_L);
    card_ui(ui, 20, |ui| {
        let said = label::heading_ui(ui, &texts.get("window-no-network"), fonts::TITLE);
        ui.ctx().accesskit_node_builder(said.id, |node| node.set_live(egui::accesskit::Live::Polite));
        ui.add_space(measure::SPACE_XS);
        label::text_ui(ui, texts.get("window-no-network-about"), fonts::BODY, theme::palette(ui).ink_2);
        ui.add_space(measure::SPACE_M);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = Vec2::splat(measure::SPACE_S);
            let settings = texts.get("window-network-settings");
            if state.has_network_settings && Button::primary(&settings).show(ui).clicked() {
                out.push(Message::NetworkSettingsPressed);
            }
            if Button::secondary(&texts.get("window-check-anyway")).show(ui).clicked() {
                out.push(Message::CheckAnywayPressed);
            }
            if Button::quiet(&texts.get("window-stop-waiting")).show(ui).clicked() {
                out.push(Message::WaitingStopped);
            }
        });
    });
}

fn roles_ui(ui: &mut Ui, state: &State, out: &mut Vec<Message>) {
    let roles = [(Role::Visitor, Icon::Person, "visitor"), (Role::Owner, Icon::Wrench, "owner")];
    let narrow = ui.available_width() < 560.0;
    let width = if narrow { ui.available_width() } else { (ui.available_width() - measure::GUTTER) / 2.0 };
    let mut cards = |ui: &mut Ui| {
        for (role, icon, name) in roles {
            if role_card_ui(ui, state, (role, icon, name), width) {
                out.push(Message::RoleChosen(role));
            }
        }
    };
    if narrow {
        ui.spacing_mut().item_spacing.y = 12.0;
        ui.vertical(cards);
    } else {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = measure::GUTTER;
            cards(ui);
        });
    }
}

fn role_card_ui(ui: &mut Ui, state: &State, (role, icon, name): (Role, Icon, &str), width: f32) -> bool {
    let palette = theme::palette(ui);
    let on = state.role == role;
    let (title, about) =
        (state.texts.get(&format!("window-role-{name}")), state.texts.get(&format!("window-role-{name}-about")));
    let said = label::wrapped(&about, fonts::SMALL, palette.ink_2, (width - 111.0).max(80.0));
    let said = ui.painter().layout_job(said);
    let height = (45.0 + said.size().y + 19.0).max(82.0);
    let (rect, response) = ui.allocate_exact_size(Vec2::new(width, height), Sense::click());
    response.widget_info(|| WidgetInfo::selected(egui::Role::RadioButton, true, on, &title));
    let (edge, thickness) = if on { (palette.accent, 2.0) } else { (palette.line, 1.0) };
    let edge = if response.hovered() && !on { palette.line_strong } else { edge };
    let painter = ui.painter();
    painter.rect_filled(rect, measure::RADIUS_CARD, palette.surface);
    painter.rect_stroke(rect, measure::RADIUS_CARD, Stroke::new(thickness, edge), StrokeKind::Inside);
    let tile = Rect::from_min_size(rect.min + Vec2::new(21.0, 19.0), Vec2::splat(44.0));
    painter.rect_filled(tile, measure::RADIUS_FIELD, if on { palette.accent_soft } else { palette.sunken });
    icon.paint(painter, tile.center(), 22.0, if on { palette.accent } else { palette.ink_2 });
    let left = tile.right() + 16.0;
    let place = (egui::pos2(left, rect.top() + 31.0), egui::Align2::LEFT_CENTER);
    label::paint_line(painter, place, &title, fonts::HEADING, palette.ink, rect.right() - left - 48.0);
    painter.galley(egui::pos2(left, rect.top() + 45.0), said, palette.ink_2);
    control::radio(ui, egui::pos2(rect.right() - 31.0, rect.top() + 30.0), on);
    focus_ring(ui, &response, rect, measure::RADIUS_CARD);
    response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked()
}

fn saw_ui(ui: &mut Ui, state: &State, out: &mut Vec<Message>) {
    let palette = theme::palette(ui);
    let texts = &state.texts;
    if disclosure_ui(ui, &texts.get("window-saw"), &texts.get("window-saw-about"), state.saw_open) {
        out.push(Message::SawToggled);
    }
    if !state.saw_open {
        return;
    }
    ui.add_space(6.0);
    let mut saw = state.saw.clone();
    let field = TextEdit::multiline(&mut saw)
        .hint_text(theme::text("502 Bad Gateway", fonts::ROW_TEXT, palette.ink_3))
        .font(fonts::ROW_TEXT.font())
        .desired_rows(4)
        .margin(egui::Margin::same(10))
        .desired_width(f32::INFINITY);
    let response = ui.add(field);
    response.widget_info(|| WidgetInfo::labeled(egui::Role::MultilineTextInput, true, texts.get("window-saw")));
    if response.changed() {
        out.push(Message::SawEdited(saw));
    }
    if let Some(said) = &state.saw_said {
        ui.add_space(6.0);
        ui.horizontal(|ui| {
            status_mark::status_mark_ui(ui, StepStatus::Passed);
            label::line_ui(ui, said, fonts::ROW_TEXT, palette.good);
        });
    }
}

/// A line that opens what is below it. Returns whether it was pressed.
pub fn disclosure_ui(ui: &mut Ui, title: &str, about: &str, open: bool) -> bool {
    let palette = theme::palette(ui);
    let width = ui.available_width();
    let job = |text: &str, style, ink| label::wrapped(text, style, ink, width - 30.0);
    let head = ui.painter().layout_job(job(title, fonts::ROW, palette.ink));
    let tail = ui.painter().layout_job(job(about, fonts::SMALL, palette.ink_3));
    // Beside each other where there is room, else one below the other.
    let beside = head.size().x + tail.size().x + 38.0 <= width || about.is_empty();
    let below = if beside { 0.0 } else { tail.size().y };
    let height = (head.size().y + 9.0).max(30.0) + below;
    let (rect, response) = ui.allocate_exact_size(Vec2::new(width, height), Sense::click());
    response.widget_info(|| WidgetInfo::selected(egui::Role::Button, true, open, title));
    let icon = if open { Icon::ChevronDown } else { Icon::Chevron };
    let painter = ui.painter();
    let middle = rect.top() + (height - below) / 2.0;
    icon.paint(painter, egui::pos2(rect.left() + 8.0, middle), 15.0, palette.ink_2);
    let place = egui::pos2(rect.left() + 24.0, middle - head.size().y / 2.0);
    let beneath = match beside {
        true => egui::pos2(place.x + head.size().x + 8.0, middle - tail.size().y / 2.0),
        false => egui::pos2(place.x, rect.bottom() - below),
    };
    painter.galley(place.round(), head, palette.ink);
    painter.galley(beneath.round(), tail, palette.ink_3);
    focus_ring(ui, &response, rect, 6);
    response.clicked()
}

fn contacts_ui(ui: &mut Ui, state: &State) {
    let palette = theme::palette(ui);
    ui.add_space(16.0);
    card_ui(ui, 20, |ui| {
        ui.spacing_mut().item_spacing.y = 3.0;
        label::heading_ui(ui, &state.texts.get("window-contacts"), fonts::HEADING);
        let own = Words::new("window-contacts-own").with("list", state.settings.on_the_way(&state.texts));
        label::text_ui(ui, state.texts.say(&own), fonts::SMALL, palette.ink_2);
        ui.add_space(4.0);
        for line in state.settings.contacted(&state.texts) {
            label::line_ui(ui, line, fonts::MONO, palette.ink_2);
        }
        ui.add_space(4.0);
        label::text_ui(ui, capitalised(&state.texts.get("contacts-probes")), fonts::SMALL, palette.ink_2);
    });
}

fn past_ui(ui: &mut Ui, state: &State, out: &mut Vec<Message>) {
    ui.add_space(8.0);
    if Button::quiet(&state.texts.get("window-open-case")).icon(Icon::Folder).show(ui).clicked() {
        out.push(Message::ChooseCasePressed);
    }
    if state.past.is_empty() {
        return;
    }
    let palette = theme::palette(ui);
    let texts = &state.texts;
    ui.add_space(20.0);
    label::heading_ui(ui, &texts.get("window-past"), fonts::HEADING);
    ui.add_space(8.0);
    card_ui(ui, 0, |ui| {
        for (index, past) in state.past.iter().take(5).enumerate() {
            if index > 0 {
                hairline_ui(ui);
            }
            past_row_ui(ui, state, past, out);
        }
    });
    ui.add_space(6.0);
    ui.horizontal_wrapped(|ui| {
        let folder = state.past_folder.as_ref().map(|folder| folder.display().to_string()).unwrap_or_default();
        let about = format!("{} {}", texts.get("window-past-kept"), middle_cut(&folder, 60));
        label::text_ui(ui, about, fonts::SMALL, palette.ink_3);
        if Button::quiet(&texts.get("window-past-delete-all")).show(ui).clicked() {
            out.push(Message::AllPastDeleted);
        }
    });
}

fn past_row_ui(ui: &mut Ui, state: &State, past: &PastCase, out: &mut Vec<Message>) {
    let palette = theme::palette(ui);
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), 52.0), Sense::click());
    let said = state.texts.titled(&past.page, &past.headline);
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &said));
    if response.hovered() {
        ui.painter().rect_filled(rect.shrink(4.0), 8, palette.sunken);
    }
    let status = match past.fault {
        Some(crate::model::Fault::None) => StepStatus::Passed,
        Some(crate::model::Fault::Unknown) | None => StepStatus::Failed,
        Some(_) => StepStatus::Problem,
    };
    let painter = ui.painter();
    status_mark::paint(painter, rect.left_center() + Vec2::new(26.0, 0.0), 18.0, status, palette, 0.0);
    let left = rect.left() + 46.0;
    let width = rect.right() - left - 180.0;
    let place = (egui::pos2(left, rect.center().y - 9.0), egui::Align2::LEFT_CENTER);
    label::paint_line(painter, place, &past.page, fonts::ROW, palette.ink, width);
    let place = (egui::pos2(left, rect.center().y + 10.0), egui::Align2::LEFT_CENTER);
    label::paint_line(painter, place, &past.headline, fonts::SMALL, palette.ink_2, rect.right() - left - 60.0);
    let when = super::moment::when(state, &past.started);
    let place = (egui::pos2(rect.right() - 52.0, rect.center().y - 9.0), egui::Align2::RIGHT_CENTER);
    label::paint_line(painter, place, &when, fonts::NUMBER, palette.ink_3, 180.0);
    focus_ring(ui, &response, rect.shrink(4.0), 8);
    let bin =
        Rect::from_center_size(egui::pos2(rect.right() - 28.0, rect.center().y), Vec2::splat(measure::TARGET_MIN));
    let delete = ui.interact(bin, response.id.with("delete"), Sense::click());
    let name = state.texts.titled(&state.texts.get("window-past-delete"), &past.page);
    delete.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &name));
    let ink = if delete.hovered() { palette.bad } else { palette.ink_3 };
    Icon::Trash.paint(ui.painter(), bin.center(), 16.0, ink);
    focus_ring(ui, &delete, bin, 6);
    if delete.clicked() {
        out.push(Message::PastDeleted(past.path.clone()));
    } else if response.clicked() {
        out.push(Message::PastOpened(past.path.clone()));
    }
}
