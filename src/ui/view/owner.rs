//! The owner's side: what is handed over on the first screen, and what the logs say beside the verdict.

use egui::{Rect, Sense, Stroke, Ui, Vec2, WidgetInfo, pos2, vec2};

use super::super::handed::{Glance, HandedFile};
use super::super::icon::Icon;
use super::super::message::Message;
use super::super::reading::LogView;
use super::super::region::{self, Region};
use super::super::state::State;
use super::super::theme::{self, fonts, measure};
use super::super::widget::button::Button;
use super::super::widget::card::{card_ui, columns_ui, focus_ring, hairline_ui, well_ui};
use super::super::widget::{control, label, status_mark};
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

/// From this width of a card on what the logs count stands beside the verdict.
pub const TOTALS_FROM: f32 = 860.0;

/// How much the logs hold, as rows of a name and a number.
pub fn totals_ui(ui: &mut Ui, state: &State, logs: &LogView) {
    let palette = theme::palette(ui);
    for (key, value) in totals(logs) {
        let Some(value) = value else { continue };
        let name = state.texts.get(key);
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 23.0), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, format!("{name}: {value}")));
        let painter = ui.painter();
        let place = (rect.left_center(), egui::Align2::LEFT_CENTER);
        let said = label::paint_line(painter, place, &name, fonts::SMALL, palette.ink_2, rect.width() * 0.6);
        let place = (rect.right_center(), egui::Align2::RIGHT_CENTER);
        let room = rect.width() - said.width() - measure::SPACE_S;
        label::paint_line(painter, place, &value, fonts::NUMBER.sized(14.0), palette.ink, room);
    }
}

fn totals(logs: &LogView) -> [(&'static str, Option<String>); 3] {
    [
        ("window-logs-lines", Some(logs.lines.to_string())),
        ("window-logs-failed", Some(logs.failed.to_string())),
        ("window-logs-last", logs.last.clone()),
    ]
}

/// Failures over time, and their causes.
pub fn logs_ui(ui: &mut Ui, state: &State, logs: &LogView, out: &mut Vec<Message>) {
    // Both columns may press a bar, and each has its own list.
    let (mut of_bars, mut of_causes) = (Vec::new(), Vec::new());
    ui.add_space(measure::SPACE_L);
    columns_ui(
        ui,
        0.584,
        |ui| {
            card_ui(ui, 18, |ui| over_time_ui(ui, state, logs, &mut of_bars));
        },
        |ui| {
            card_ui(ui, 18, |ui| causes_ui(ui, state, logs, &mut of_causes));
        },
    );
    out.append(&mut of_bars);
    out.append(&mut of_causes);
}

/// The log's own words, below what there is to be done.
pub fn log_words_ui(ui: &mut Ui, state: &State, logs: &LogView) {
    ui.add_space(measure::SPACE_L);
    card_ui(ui, 18, |ui| words_ui(ui, state, logs));
}

const CHART: f32 = 132.0;
const AXIS: f32 = 40.0;
/// A few bars do not fill the chart.
const WIDEST_BAR: f32 = 56.0;

fn over_time_ui(ui: &mut Ui, state: &State, logs: &LogView, out: &mut Vec<Message>) {
    let palette = theme::palette(ui);
    let texts = &state.texts;
    label::heading_ui(ui, &texts.get("window-logs-over-time"), fonts::HEADING);
    let unit = match logs.step {
        60 => "minute",
        3_600 => "hour",
        86_400 => "day",
        _ => "other",
    };
    let step = Words::new("window-logs-step").with("unit", unit).with("minutes", logs.step / 60);
    label::text_ui(ui, texts.say(&step), fonts::SMALL, palette.ink_3);
    ui.add_space(measure::SPACE_S);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), CHART + 22.0), Sense::hover());
    let peak = logs.bars.iter().max_by_key(|bar| bar.count);
    let said = peak.map(|bar| format!("{}: {} · {}", texts.get("window-logs-over-time"), bar.label, bar.count));
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Image, true, said.clone().unwrap_or_default()));
    let most = peak.map_or(1, |bar| bar.count).max(1);
    let chart = Rect::from_min_max(pos2(rect.left() + AXIS, rect.top() + 8.0), pos2(rect.right(), rect.top() + CHART));
    let painter = ui.painter();
    for (share, value) in [(0.0, 0), (0.5, most / 2), (1.0, most)] {
        let y = (chart.bottom() - chart.height() * share).round() - 0.5;
        painter.hline(chart.x_range(), y, Stroke::new(measure::STROKE_HAIR, palette.line));
        let place = (pos2(rect.left() + AXIS - 8.0, y), egui::Align2::RIGHT_CENTER);
        if share == 0.0 || value > 0 {
            label::paint_line(painter, place, &value.to_string(), fonts::TICK, palette.ink_3, AXIS - 8.0);
        }
    }
    let slot = (chart.width() / logs.bars.len().max(1) as f32).min(WIDEST_BAR);
    let labels_every = (48.0 / slot).ceil().max(1.0) as usize;
    for (place, bar) in logs.bars.iter().enumerate() {
        let left = chart.left() + slot * place as f32;
        let height = (chart.height() * bar.count as f32 / most as f32).max(if bar.count > 0 { 2.0 } else { 0.0 });
        let body = Rect::from_min_max(
            pos2(left + slot * 0.12, chart.bottom() - height),
            pos2(left + slot * 0.88, chart.bottom()),
        );
        let pressed = state.log_bar == Some(bar.start);
        if bar.count > 0 {
            let touched = Rect::from_min_max(pos2(left, chart.top()), pos2(left + slot, chart.bottom()));
            let button = ui.interact(touched, ui.scope_id().with(("bar", bar.start)), Sense::click());
            let said = texts.say(&Words::new("window-logs-bar").with("time", &bar.label).with("count", bar.count));
            button.widget_info(|| WidgetInfo::selected(egui::Role::Button, true, pressed, said.clone()));
            if button.clicked() {
                out.push(Message::LogBarPressed(bar.start));
            }
            if pressed || button.hovered() {
                painter.rect_filled(touched, 2, palette.accent_soft);
            }
            focus_ring(ui, &button, touched, 2);
            button.on_hover_text(said);
        }
        painter.rect_filled(body, 1, if pressed { palette.ink } else { palette.accent });
        if place % labels_every == 0 {
            let at = (pos2(left + slot / 2.0, chart.bottom() + 12.0), egui::Align2::CENTER_CENTER);
            label::paint_line(painter, at, &bar.label, fonts::TICK, palette.ink_3, 48.0);
        }
    }
}

/// Of the whole log, or of the hour of the bar that is pressed.
fn causes_ui(ui: &mut Ui, state: &State, logs: &LogView, out: &mut Vec<Message>) {
    let palette = theme::palette(ui);
    let pressed = state.log_bar.and_then(|start| Some((start, logs.hour_at(start)?)));
    label::heading_ui(ui, &state.texts.get("window-logs-causes"), fonts::HEADING);
    if let Some((start, hour)) = pressed {
        ui.horizontal_wrapped(|ui| {
            label::text_ui(ui, &hour.span, fonts::SMALL, palette.ink_2);
            if Button::quiet(&state.texts.get("window-logs-whole")).show(ui).clicked() {
                out.push(Message::LogBarPressed(start));
            }
        });
    }
    ui.spacing_mut().item_spacing.y = 0.0;
    for cause in pressed.map_or(&logs.causes, |(_, hour)| &hour.causes) {
        let count = cause.count.to_string();
        let width = ui.available_width();
        let taken = label::width(ui.painter(), &count, fonts::NUMBER.font()) + measure::SPACE_M;
        let title = ui.painter().layout_job(label::wrapped(&cause.title, fonts::ROW_TEXT, palette.ink, width - taken));
        let (rect, response) = ui.allocate_exact_size(vec2(width, title.size().y + 22.0), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, format!("{}: {count}", cause.title)));
        let painter = ui.painter();
        let middle = rect.top() + 6.0 + title.size().y / 2.0;
        painter.galley(pos2(rect.left(), rect.top() + 6.0), title, palette.ink);
        let place = (pos2(rect.right(), middle), egui::Align2::RIGHT_CENTER);
        label::paint_line(painter, place, &count, fonts::NUMBER, palette.ink, 90.0);
        let track = Rect::from_min_size(pos2(rect.left(), rect.bottom() - 10.0), vec2(width, 6.0));
        painter.rect_filled(track, 3, palette.sunken);
        let filled = Rect::from_min_size(track.min, vec2((width * cause.share).max(4.0), 6.0));
        painter.rect_filled(filled, 3, palette.ink_2);
    }
    let Some((_, hour)) = pressed else { return };
    for (key, names) in [("window-logs-behind", &hour.servers), ("window-logs-pages", &hour.pages)] {
        if names.is_empty() {
            continue;
        }
        ui.add_space(measure::SPACE_S);
        label::text_ui(ui, state.texts.get(key), fonts::SMALL, palette.ink_2);
        for (name, count) in names {
            label::text_ui(ui, format!("{} {count}", middle_cut(name, 40)), fonts::MONO, palette.ink);
        }
    }
}

fn words_ui(ui: &mut Ui, state: &State, logs: &LogView) {
    let palette = theme::palette(ui);
    let texts = &state.texts;
    label::heading_ui(ui, &texts.get("window-logs-words"), fonts::HEADING);
    ui.add_space(measure::SPACE_XS);
    well_ui(ui, |ui| {
        label::text_ui(ui, &logs.quote, fonts::MONO, palette.ink);
    });
    ui.add_space(measure::SPACE_S);
    let pages: Vec<String> =
        logs.pages.iter().map(|(page, count)| format!("{} {count}", middle_cut(page, 40))).collect();
    let facts = [
        ("window-logs-behind", logs.upstream.clone()),
        ("window-logs-pages", Some(pages.join("   ")).filter(|pages| !pages.is_empty())),
    ];
    ui.spacing_mut().item_spacing.y = measure::SPACE_XS;
    // Where there is room the numbers stand beside the verdict.
    let is_narrow = ui.available_width() <= TOTALS_FROM;
    let numbers = totals(logs).into_iter().filter(|_| is_narrow);
    for (key, value) in facts.into_iter().chain(numbers) {
        let Some(value) = value else { continue };
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = measure::SPACE_M;
            ui.spacing_mut().interact_size.y = fonts::MONO.line;
            label::text_ui(ui, texts.get(key), fonts::SMALL, palette.ink_2);
            label::text_ui(ui, value, fonts::MONO, palette.ink);
        });
    }
}
