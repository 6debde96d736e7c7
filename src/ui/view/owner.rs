//! The owner's side of the first screen: what is handed over beside the address.

use egui::{Rect, Sense, Stroke, Ui, Vec2, WidgetInfo, pos2, vec2};

use super::super::handed::{Glance, HandedFile};
use super::super::icon::Icon;
use super::super::message::Message;
use super::super::region::{self, Region};
use super::super::state::State;
use super::super::theme::{self, fonts, measure};
use super::super::widget::button::Button;
use super::super::widget::card::{focus_ring, hairline_ui, well_ui};
use super::super::widget::{control, label, status_mark};
use super::command::command_ui;
use crate::model::StepStatus;
use crate::model::diagnosis::Words;
use crate::text::middle_cut;

/// The field for the server's address, and the place for logs.
pub fn handed_ui(ui: &mut Ui, state: &State, out: &mut Vec<Message>) {
    ui.add_space(measure::SPACE_M);
    origin_ui(ui, state, out);
    ui.add_space(measure::SPACE_L);
    logs_place_ui(ui, state, out);
    ui.add_space(measure::SPACE_M);
    on_server_ui(ui, state, out);
}

/// The switch for a look at this machine, and what it reads and runs, before it does.
fn on_server_ui(ui: &mut Ui, state: &State, out: &mut Vec<Message>) {
    let texts = &state.texts;
    let on = state.handed.on_server;
    if control::switch_row_ui(ui, &texts.get("window-on-server"), &texts.get("window-on-server-about"), on) {
        out.push(Message::OnServerToggled);
    }
    if on {
        ui.spacing_mut().item_spacing.y = 2.0;
        for line in crate::attempt::planned_on_server() {
            label::line_ui(ui, line, fonts::MONO, theme::palette(ui).ink_2);
        }
    }
}

fn origin_ui(ui: &mut Ui, state: &State, out: &mut Vec<Message>) {
    let texts = &state.texts;
    let palette = theme::palette(ui);
    let title = |ui: &mut Ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        let name = ui
            .horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = measure::SPACE_XS;
                let name = label::text_ui(ui, texts.get("window-origin"), fonts::LABEL_STRONG, palette.ink);
                label::text_ui(ui, texts.get("window-origin-optional"), fonts::SMALL, palette.ink_3);
                name.id
            })
            .inner;
        label::text_ui(ui, texts.get("window-origin-about"), fonts::SMALL, palette.ink_2);
        name
    };
    let mut typed = state.handed.origin.clone();
    let bad = state.handed.origin_is_wrong();
    let mut field = |ui: &mut Ui, name: egui::Id| {
        let shape = (measure::FIELD, bad);
        let id = "gatemend-origin";
        control::field_ui(ui, id, &mut typed, "192.0.2.7:8080", Some(Icon::Server), shape, 0.0).labelled_by(name)
    };
    let response = if ui.available_width() < measure::NARROW {
        let name = title(ui);
        ui.add_space(6.0);
        field(ui, name)
    } else {
        ui.horizontal(|ui| {
            let half = (ui.available_width() - measure::GUTTER) / 2.0;
            let name = ui
                .vertical(|ui| {
                    ui.set_width(half);
                    title(ui)
                })
                .inner;
            ui.add_space(measure::GUTTER - ui.spacing().item_spacing.x);
            ui.vertical(|ui| field(ui, name)).inner
        })
        .inner
    };
    region::mark(ui.ctx(), Region::Content, response.id);
    if response.changed() {
        out.push(Message::OriginEdited(typed));
    }
    if bad {
        ui.add_space(measure::SPACE_S);
        label::text_ui(ui, texts.get("window-origin-wrong"), fonts::ROW_TEXT, palette.bad);
    }
}

/// A dashed place with what was dropped or chosen.
fn logs_place_ui(ui: &mut Ui, state: &State, out: &mut Vec<Message>) {
    let palette = theme::palette(ui);
    let texts = &state.texts;
    let hovered = ui.input(|input| !input.raw.hovered_files.is_empty());
    let ground = if hovered { palette.accent_soft } else { palette.surface };
    let frame = egui::Frame::new().fill(ground).corner_radius(measure::RADIUS_CARD);
    let place = frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 0.0;
        egui::Frame::new().inner_margin(egui::Margin::symmetric(18, 12)).show(ui, |ui| {
            let choose = texts.get("window-logs-choose");
            let wanted = Button::quiet(&choose).wanted_width(ui);
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing = vec2(measure::SPACE_S, 0.0);
                let (mark, _) = ui.allocate_exact_size(Vec2::splat(measure::ICON), Sense::hover());
                Icon::Download.paint(ui.painter(), mark.center(), measure::ICON, palette.accent);
                let room = ui.available_width() - wanted - measure::SPACE_S;
                ui.vertical(|ui| {
                    ui.set_width(room);
                    label::text_ui(ui, texts.get("window-logs-drop"), fonts::ROW, palette.ink);
                    label::text_ui(ui, texts.get("window-logs-private"), fonts::SMALL, palette.ink_3);
                });
                if Button::quiet(&choose).show(ui).clicked() {
                    out.push(Message::ChooseLogsPressed);
                }
            });
        });
        for log in &state.handed.files {
            hairline_ui(ui);
            log_row_ui(ui, state, log, out);
            if let Some(command) = log.glance.as_ref().and_then(|glance| glance.copies.as_ref()) {
                protected_ui(ui, state, command, out);
            }
        }
    });
    let edge = if hovered { palette.accent } else { palette.line_strong };
    dashed(ui, place.response.rect, Stroke::new(measure::STROKE_HAIR, edge));
}

/// The outline of a place to drop something on.
fn dashed(ui: &Ui, rect: Rect, stroke: Stroke) {
    let radius = f32::from(measure::RADIUS_CARD);
    let rect = rect.shrink(0.5);
    let corner = |centre: egui::Pos2, from: f32| {
        (0..=6).map(move |step| {
            let angle = from + std::f32::consts::FRAC_PI_2 * step as f32 / 6.0;
            centre + radius * vec2(angle.cos(), angle.sin())
        })
    };
    let half = std::f32::consts::FRAC_PI_2;
    let inner = rect.shrink(radius);
    let outline: Vec<egui::Pos2> = corner(inner.right_bottom(), 0.0)
        .chain(corner(inner.left_bottom(), half))
        .chain(corner(inner.left_top(), 2.0 * half))
        .chain(corner(inner.right_top(), 3.0 * half))
        .chain([pos2(rect.right(), inner.bottom())])
        .collect();
    ui.painter().extend(egui::Shape::dashed_line(&outline, stroke, 4.0, 3.0));
}

/// A log that belongs to somebody else: how to get a copy that can be read.
fn protected_ui(ui: &mut Ui, state: &State, command: &str, out: &mut Vec<Message>) {
    egui::Frame::new().inner_margin(egui::Margin { left: 46, right: 18, top: 0, bottom: 12 }).show(ui, |ui| {
        label::text_ui(ui, state.texts.get("window-log-protected"), fonts::SMALL, theme::palette(ui).ink_2);
        ui.add_space(measure::SPACE_XS);
        well_ui(ui, |ui| command_ui(ui, &state.texts, command, out));
    });
}

fn log_row_ui(ui: &mut Ui, state: &State, log: &HandedFile, out: &mut Vec<Message>) {
    let palette = theme::palette(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 38.0), Sense::hover());
    let (status, size, about, ink) = match &log.glance {
        None => {
            let said = log.progress.clone().unwrap_or_else(|| state.texts.get("window-log-reading"));
            (StepStatus::Running, String::new(), said, palette.ink_2)
        }
        Some(Glance { size, about, tells, readable, .. }) => {
            let (status, ink) = match (readable, tells) {
                (false, _) => (StepStatus::Problem, palette.bad),
                (true, false) => (StepStatus::Warning, palette.warn),
                (true, true) => (StepStatus::Passed, palette.ink_2),
            };
            (status, size.clone(), about.clone(), ink)
        }
    };
    let name = log.path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let painter = ui.painter();
    status_mark::paint(painter, rect.left_center() + vec2(27.0, 0.0), 18.0, status, palette, 0.0);
    let right = rect.right() - 48.0;
    let narrow = rect.width() < 560.0;
    let name_width = if narrow { rect.width() * 0.4 } else { 170.0 };
    let at = |x: f32| (pos2(x, rect.center().y), egui::Align2::LEFT_CENTER);
    let left = rect.left() + 46.0;
    label::paint_line(painter, at(left), &middle_cut(&name, 28), fonts::MONO, palette.ink, name_width);
    let mut from = left + name_width + measure::SPACE_M;
    if !narrow {
        label::paint_line(painter, at(from), &size, fonts::NUMBER, palette.ink_2, 72.0);
        from += 74.0;
    }
    label::paint_line(painter, at(from), &about, fonts::SMALL, ink, (right - from).max(40.0));
    let bin = Rect::from_center_size(pos2(rect.right() - 24.0, rect.center().y), Vec2::splat(measure::TARGET_MIN));
    let remove = ui.interact(bin, ui.scope_id().with(&log.path), Sense::click());
    let said = state.texts.say(&Words::new("window-log-remove").with("name", format!("{name}: {about}")));
    remove.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &said));
    let ink = if remove.hovered() { palette.bad } else { palette.ink_2 };
    Icon::Trash.paint(ui.painter(), bin.center(), 16.0, ink);
    focus_ring(ui, &remove, bin, 6);
    if remove.clicked() {
        out.push(Message::LogTakenBack(log.path.clone()));
    }
}
