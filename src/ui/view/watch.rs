//! Watching: how the page stands, every look so far, what changed.

use egui::{Align, Align2, Color32, Layout, Rect, Sense, Stroke, Ui, Vec2, WidgetInfo};

use super::super::icon::Icon;
use super::super::message::Message;
use super::super::state::State;
use super::super::theme::{self, fonts, measure};
use super::super::watching::{LookDone, Watching};
use super::super::widget::button::Button;
use super::super::widget::card::{card_ui, hairline_ui};
use super::super::widget::{label, status_mark};
use crate::model::StepStatus;
use crate::model::diagnosis::Words;
use crate::text::duration_ms;
use crate::watch::{Change, Look};

pub fn watch_ui(ui: &mut Ui, state: &State, out: &mut Vec<Message>) {
    super::path_band_ui(ui, state, true, out);
    ui.add_space(measure::SPACE_M);
    head_ui(ui, state, out);
    ui.add_space(measure::SPACE_S);
    if state.watching.looks.is_empty() {
        return;
    }
    let watching = &state.watching;
    card_ui(ui, 20, |ui| {
        label::heading_ui(ui, &state.texts.get("window-watch-looks"), fonts::HEADING);
        plot_ui(ui, state, watching);
    });
    ui.add_space(measure::SPACE_S);
    card_ui(ui, 20, |ui| {
        label::heading_ui(ui, &state.texts.get("window-watch-changes"), fonts::HEADING);
        let changes = watching.looks.iter().filter(|look| look.followed.change != Change::Nothing);
        for look in changes.rev().take(12) {
            hairline_ui(ui);
            change_ui(ui, state, look);
        }
    });
}

/// The state as a headline, the time to the next look, and the one button.
fn head_ui(ui: &mut Ui, state: &State, out: &mut Vec<Message>) {
    let texts = &state.texts;
    let palette = theme::palette(ui);
    let watching = &state.watching;
    let (status, key) = match (watching.is_down(), watching.is_on()) {
        (None, true) => (StepStatus::Running, "window-watch-first"),
        (None, false) => (StepStatus::Waiting, "window-watch-not"),
        (Some(true), true) => (StepStatus::Problem, "window-watch-down"),
        (Some(true), false) => (StepStatus::Problem, "window-watch-was-down"),
        (Some(false), _) if watching.is_back() => (StepStatus::Passed, "window-watch-back"),
        (Some(false), _) => (StepStatus::Passed, "window-watch-up"),
    };
    let (text, message) = match (watching.is_on(), watching.is_down()) {
        (false, _) => (texts.get("window-watch"), Message::WatchPressed),
        (true, Some(false)) => (texts.get("window-open-page"), Message::OpenPagePressed),
        (true, _) => (texts.get("window-watch-stop"), Message::WatchStopped),
    };
    let button = match message {
        Message::WatchPressed => Button::primary(&text).icon(Icon::Bell),
        Message::OpenPagePressed => Button::primary(&text).icon(Icon::Open),
        _ => Button::secondary(&text).icon(Icon::Stop),
    };
    let wanted = button.wanted_width(ui);
    let beside = ui.available_width() - wanted > 320.0;
    let mut pressed = false;
    ui.horizontal(|ui| {
        let (rect, _) = ui.allocate_exact_size(Vec2::splat(32.0), Sense::hover());
        if status == StepStatus::Waiting {
            // The mark for waiting is a ring of dots, which alone and large looks as if something went on.
            ui.painter().circle_filled(rect.center(), 16.0, palette.sunken);
            Icon::Bell.paint(ui.painter(), rect.center(), 18.0, palette.ink_2);
        } else {
            status_mark::paint(ui.painter(), rect.center(), 30.0, status, palette, status_mark::phase(ui));
        }
        ui.add_space(6.0);
        let width = if beside { ui.available_width() - wanted - 24.0 } else { ui.available_width() };
        ui.vertical(|ui| {
            ui.set_width(width);
            ui.spacing_mut().item_spacing.y = 0.0;
            let heading = label::heading_ui(ui, &texts.get(key), fonts::DISPLAY.sized(24.0));
            ui.ctx().accesskit_node_builder(heading.id, |node| node.set_live(egui::accesskit::Live::Polite));
            label::text_ui(ui, about(state), fonts::BODY, palette.ink_2);
        });
        if beside {
            let button = &button;
            let shown = |ui: &mut Ui| button.clone().show(ui).clicked();
            pressed = ui.with_layout(Layout::right_to_left(Align::Center), shown).inner;
        }
    });
    if !beside {
        ui.add_space(measure::SPACE_S);
        pressed = button.full(true).show(ui).clicked();
    }
    if pressed {
        out.push(message);
    }
    if watching.is_on() && watching.is_down() == Some(false) {
        ui.horizontal(|ui| {
            ui.add_space(40.0);
            if Button::quiet(&texts.get("window-watch-stop")).show(ui).clicked() {
                out.push(Message::WatchStopped);
            }
        });
    }
}

fn about(state: &State) -> String {
    let watching = &state.watching;
    let texts = &state.texts;
    let mut said = Vec::new();
    let last = watching.looks.last();
    if let (Some((from, to)), Some(last)) = (watching.outages().last().copied(), last) {
        let end = to.unwrap_or(last.at_unix);
        let length = duration_ms(u64::try_from(end - from).unwrap_or(0) * 1_000);
        let key = if to.is_some() { "window-watch-lasted" } else { "window-watch-since" };
        said.push(texts.say(&Words::new(key).with("from", clock(from)).with("to", clock(end)).with("length", length)));
    }
    if let (true, Some(last)) = (watching.is_on(), last) {
        // The moment of the next look stands still: a running countdown would repaint for nothing.
        let next = clock(last.at_unix + i64::try_from(last.followed.pause.as_secs()).unwrap_or(0));
        said.push(texts.say(&Words::new("window-watch-next").with("time", next)));
    }
    if watching.looks.is_empty() && !watching.is_on() {
        said.push(texts.get("window-watch-about"));
    }
    said.join(" ")
}

/// The time of day here.
fn clock(unix: i64) -> String {
    let Ok(time) = jiff::Timestamp::from_second(unix) else { return String::new() };
    time.to_zoned(jiff::tz::TimeZone::system()).strftime("%H:%M:%S").to_string()
}

fn plot_ui(ui: &mut Ui, state: &State, watching: &Watching) {
    let palette = theme::palette(ui);
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), 200.0), Sense::hover());
    let outages = watching.outages();
    let words = Words::new("window-plot").with("looks", watching.looks.len()).with("outages", outages.len());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Image, true, state.texts.say(&words)));
    let plot = Rect::from_min_max(rect.min + Vec2::new(58.0, 8.0), rect.max - Vec2::new(6.0, 24.0));
    let painter = ui.painter();
    let highest = watching.looks.iter().map(|look| look.ms).max().unwrap_or(0).max(90);
    let top = (highest.div_ceil(100) * 100) as f32;
    let (Some(first), Some(last)) = (watching.looks.first(), watching.looks.last()) else { return };
    let span = (last.at_unix - first.at_unix).max(60) as f32;
    let x = |unix: i64| plot.left() + 4.0 + (unix - first.at_unix) as f32 / span * (plot.width() - 8.0);
    let y = |ms: u64| plot.bottom() - ms as f32 / top * plot.height();
    for (from, to) in outages {
        let band = Rect::from_x_y_ranges(x(from)..=to.map_or(plot.right(), &x), plot.y_range());
        painter.rect_filled(band, 0, palette.bad_soft.gamma_multiply(palette.outage));
        for edge in [band.left(), band.right()] {
            let ends = [egui::pos2(edge, band.top()), egui::pos2(edge, band.bottom())];
            painter.extend(egui::Shape::dashed_line(&ends, Stroke::new(1.0, palette.bad), 3.0, 3.0));
        }
    }
    for quarter in 0..=4_u8 {
        let ms = (top * f32::from(quarter) / 4.0) as u64;
        painter.hline(plot.x_range(), y(ms).round() - 0.5, Stroke::new(1.0, palette.line));
        let place = (egui::pos2(plot.left() - 8.0, y(ms)), Align2::RIGHT_CENTER);
        let said = if ms == 0 { "0".to_owned() } else { duration_ms(ms) };
        label::paint_line(painter, place, &said, fonts::TICK, palette.ink_3, 52.0);
    }
    for (unix, align) in [(first.at_unix, Align2::LEFT_TOP), (last.at_unix, Align2::RIGHT_TOP)] {
        if unix != first.at_unix || align == Align2::LEFT_TOP {
            let place = (egui::pos2(x(unix), plot.bottom() + 6.0), align);
            label::paint_line(painter, place, &clock(unix), fonts::TICK, palette.ink_3, 80.0);
        }
    }
    for look in &watching.looks {
        mark(painter, egui::pos2(x(look.at_unix), y(look.ms)), &look.followed.look, palette);
    }
}

/// A disc where the page loads, a cross where it does not, a dash where our own line was down.
fn mark(painter: &egui::Painter, at: egui::Pos2, look: &Look, palette: theme::Palette) {
    let cross = |colour: Color32| {
        for (dx, dy) in [(-2.6, -2.6), (-2.6, 2.6)] {
            let ends = [at + Vec2::new(dx, dy), at - Vec2::new(dx, dy)];
            painter.line_segment(ends, Stroke::new(1.75, colour));
        }
    };
    match look {
        Look::Good => {
            painter.circle_filled(at, 3.1, palette.good_fill);
        }
        Look::Bad(_) => cross(palette.bad),
        Look::NoLine => {
            painter.hline(at.x - 3.0..=at.x + 3.0, at.y, Stroke::new(1.75, palette.ink_3));
        }
    }
}

fn change_ui(ui: &mut Ui, state: &State, look: &LookDone) {
    let palette = theme::palette(ui);
    let (status, words) = match &look.followed.change {
        Change::Fails(what) => (StepStatus::Problem, Words::new("window-change-fails").with("what", what)),
        Change::Improves => (StepStatus::Warning, Words::new("window-change-improves")),
        Change::Back => (StepStatus::Passed, Words::new("window-change-back")),
        _ => (StepStatus::Passed, Words::new("window-change-works")),
    };
    ui.horizontal(|ui| {
        label::line_ui(ui, clock(look.at_unix), fonts::NUMBER, palette.ink_2);
        status_mark::status_mark_ui(ui, status);
        label::line_ui(ui, state.texts.say(&words), fonts::ROW, palette.ink);
        label::line_ui(ui, duration_ms(look.ms), fonts::NUMBER, palette.ink_2);
    });
}
