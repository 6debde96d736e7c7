//! The plot of watching: every look of the last day, outages, and time in which nobody looked.

use egui::{Align2, Color32, Key, Rect, Response, Sense, Stroke, Ui, Vec2, WidgetInfo};

use super::super::state::State;
use super::super::theme::{self, fonts};
use super::super::watching::Watching;
use super::super::widget::card::focus_ring;
use super::super::widget::label;
use super::watch::clock;
use crate::model::diagnosis::Words;
use crate::text::{Texts, duration_ms};
use crate::watch::{Kind, Sample};

/// So much is shown.
const SHOWN_MS: i64 = 24 * 3_600 * 1_000;

/// What the marks and the grounds mean; only those that are there.
pub fn legend_ui(ui: &mut Ui, state: &State) {
    let palette = theme::palette(ui);
    let timeline = &state.watching.timeline;
    let has_gap = timeline.samples.iter().any(|sample| sample.after_gap);
    for (key, kind) in [("window-watch-good", Kind::Good), ("window-watch-bad", Kind::Bad)] {
        let (rect, _) = ui.allocate_exact_size(Vec2::splat(10.0), Sense::hover());
        mark(ui.painter(), rect.center(), kind, palette);
        label::line_ui(ui, state.texts.get(key), fonts::SMALL, palette.ink_2);
    }
    let outage = palette.bad_soft.gamma_multiply(palette.outage);
    let grounds = [
        ("window-watch-outage", outage, !timeline.outages().is_empty()),
        ("window-watch-gap", palette.sunken, has_gap),
    ];
    for (key, colour, _) in grounds.into_iter().filter(|(_, _, is_there)| *is_there) {
        let (rect, _) = ui.allocate_exact_size(Vec2::new(14.0, 10.0), Sense::hover());
        ui.painter().rect_filled(rect, 2, colour);
        if key == "window-watch-outage" {
            let edge = Stroke::new(1.0, palette.bad);
            ui.painter().rect_stroke(rect, 2, edge, egui::StrokeKind::Inside);
        }
        label::line_ui(ui, state.texts.get(key), fonts::SMALL, palette.ink_2);
    }
}

pub fn plot_ui(ui: &mut Ui, state: &State, watching: &Watching) {
    let palette = theme::palette(ui);
    let size = Vec2::new(ui.available_width(), 200.0);
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    // Its own name: what comes to stand above it must not take the focus away.
    let response = ui.interact(rect, egui::Id::unique("watch-plot"), Sense::focusable_noninteractive());
    let outages = watching.outages();
    let words = Words::new("window-plot").with("looks", watching.timeline.looks).with("outages", outages.len());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Image, true, state.texts.say(&words)));
    let plot = Rect::from_min_max(rect.min + Vec2::new(58.0, 8.0), rect.max - Vec2::new(6.0, 24.0));
    let painter = ui.painter();
    // The last day: what lies further back would press it together.
    let newest = watching.timeline.samples.back().map_or(0, |sample| sample.unix_ms);
    let samples = || watching.timeline.samples.iter().filter(move |sample| newest - sample.unix_ms <= SHOWN_MS);
    let highest = samples().map(|sample| sample.ms).max().unwrap_or(0).max(90);
    let top = (highest.div_ceil(100) * 100) as f32;
    let (Some(first), Some(last)) = (samples().next(), samples().next_back()) else { return };
    let span = (last.unix_ms - first.unix_ms).max(60_000) as f32;
    let x = |unix_ms: i64| {
        let along = (unix_ms - first.unix_ms) as f32 / span;
        (plot.left() + 4.0 + along * (plot.width() - 8.0)).clamp(plot.left(), plot.right())
    };
    let y = |ms: u32| plot.bottom() - ms as f32 / top * plot.height();
    for outage in outages.iter().filter(|outage| outage.to_ms.is_none_or(|to| to >= first.unix_ms)) {
        let right = x(outage.to_ms.unwrap_or(newest));
        let band = Rect::from_x_y_ranges(x(outage.from_ms)..=right, plot.y_range());
        painter.rect_filled(band, 0, palette.bad_soft.gamma_multiply(palette.outage));
        for edge in [band.left(), band.right()] {
            let ends = [egui::pos2(edge, band.top()), egui::pos2(edge, band.bottom())];
            painter.extend(egui::Shape::dashed_line(&ends, Stroke::new(1.0, palette.bad), 3.0, 3.0));
        }
    }
    for (before, after) in samples().zip(samples().skip(1)).filter(|(_, after)| after.after_gap) {
        let band = Rect::from_x_y_ranges(x(before.unix_ms)..=x(after.unix_ms), plot.y_range());
        painter.rect_filled(band.shrink2(Vec2::new(2.0, 0.0)), 0, palette.sunken);
    }
    for quarter in 0..=4_u8 {
        let ms = (top * f32::from(quarter) / 4.0) as u32;
        painter.hline(plot.x_range(), y(ms).round() - 0.5, Stroke::new(1.0, palette.line));
        let place = (egui::pos2(plot.left() - 8.0, y(ms)), Align2::RIGHT_CENTER);
        let said = if ms == 0 { "0".to_owned() } else { state.texts.duration_ms(ms.into()) };
        label::paint_line(painter, place, &said, fonts::TICK, palette.ink_3, 52.0);
    }
    let marks = ticks(first.unix_ms, last.unix_ms);
    for unix_ms in &marks {
        let place = (egui::pos2(x(*unix_ms), plot.bottom() + 6.0), Align2::CENTER_TOP);
        label::paint_line(
            painter,
            place,
            clock(*unix_ms).get(..5).unwrap_or_default(),
            fonts::TICK,
            palette.ink_3,
            80.0,
        );
    }
    if marks.is_empty() {
        let place = (egui::pos2(x(first.unix_ms), plot.bottom() + 6.0), Align2::LEFT_TOP);
        label::paint_line(painter, place, &clock(first.unix_ms), fonts::TICK, palette.ink_3, 80.0);
    }
    let pointed = chosen(ui, &response, &samples().collect::<Vec<_>>(), x);
    if let Some(sample) = pointed {
        painter.vline(x(sample.unix_ms), plot.y_range(), Stroke::new(1.0, palette.line_strong));
    }
    for sample in samples() {
        mark(painter, egui::pos2(x(sample.unix_ms), y(sample.ms)), sample.kind, palette);
    }
    for outage in outages.iter().filter(|outage| outage.from_ms >= first.unix_ms) {
        let key = if outage.to_ms.is_some() { "window-plot-was-down" } else { "window-plot-down" };
        let until = outage.to_ms.unwrap_or(newest);
        let words = Words::new(key).with("time", duration_ms(millis(until - outage.from_ms)));
        let band = Rect::from_x_y_ranges(x(outage.from_ms)..=x(until), plot.y_range());
        so_long(painter, band, &state.texts.say(&words), palette);
    }
    if let Some(sample) = pointed {
        let said = look_said(&state.texts, sample);
        look_paint(painter, plot, x(sample.unix_ms), &said, palette);
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_value(said));
    }
    focus_ring(ui, &response, rect, 4);
}

/// The look that the pointer is near to, or that the arrows have come to.
fn chosen<'s>(ui: &Ui, response: &Response, samples: &[&'s Sample], x: impl Fn(i64) -> f32) -> Option<&'s Sample> {
    if let Some(pointer) = response.hover_pos() {
        let distance = |sample: &&&Sample| (x(sample.unix_ms) - pointer.x).abs();
        return samples.iter().min_by(|one, other| distance(one).total_cmp(&distance(other))).copied();
    }
    if !response.has_focus() {
        return None;
    }
    let arrows = egui::EventFilter { horizontal_arrows: true, ..Default::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, arrows));
    // By its time: more looks come in meanwhile.
    let before = ui.data(|data| data.get_temp::<i64>(response.id));
    let newest = samples.len().saturating_sub(1);
    let place = before.and_then(|before| samples.iter().position(|sample| sample.unix_ms == before)).unwrap_or(newest);
    let place = ui.input(|input| match () {
        () if input.key_pressed(Key::ArrowLeft) => place.saturating_sub(1),
        () if input.key_pressed(Key::ArrowRight) => (place + 1).min(newest),
        () if input.key_pressed(Key::Home) => 0,
        () if input.key_pressed(Key::End) => newest,
        () => place,
    });
    let sample = samples.get(place).copied()?;
    ui.data_mut(|data| data.insert_temp(response.id, sample.unix_ms));
    Some(sample)
}

/// `10:04:15, error, 61 ms`
fn look_said(texts: &Texts, sample: &Sample) -> String {
    let kind = match sample.kind {
        Kind::Good => "window-watch-good",
        Kind::Bad => "window-watch-bad",
        Kind::Nothing => "window-watch-uncounted",
    };
    texts.list(&[clock(sample.unix_ms), texts.get(kind), texts.duration_ms(sample.ms.into())])
}

/// What a look brought, beside its line: at its right, or at its left where there is more room.
fn look_paint(painter: &egui::Painter, plot: Rect, x: f32, said: &str, palette: theme::Palette) {
    let size = Vec2::new(label::width(painter, said, fonts::TICK.font()), fonts::TICK.line);
    let left = if x + size.x + 20.0 > plot.right() { x - size.x - 10.0 } else { x + 10.0 };
    let corner = egui::pos2(left, plot.bottom() - size.y - 8.0);
    let ground = Rect::from_min_size(corner, size).expand2(Vec2::new(6.0, 3.0));
    painter.rect_filled(ground, 4, palette.surface);
    painter.rect_stroke(ground, 4, Stroke::new(1.0, palette.line_strong), egui::StrokeKind::Inside);
    label::paint_line(painter, (corner, Align2::LEFT_TOP), said, fonts::TICK, palette.ink, size.x + 2.0);
}

/// How long an outage has lasted, in its band where that has room; no mark shines through.
fn so_long(painter: &egui::Painter, band: Rect, said: &str, palette: theme::Palette) {
    let room = band.width() - 16.0;
    let width = label::width(painter, said, fonts::TICK.font());
    if width > room {
        return;
    }
    let corner = band.left_top() + Vec2::new(8.0, 6.0);
    let ground = Rect::from_min_size(corner, Vec2::new(width, fonts::TICK.line)).expand2(Vec2::new(4.0, 1.0));
    painter.rect_filled(ground, 3, palette.surface);
    painter.rect_filled(ground, 3, palette.bad_soft.gamma_multiply(palette.outage));
    label::paint_line(painter, (corner, Align2::LEFT_TOP), said, fonts::TICK, palette.bad, room);
}

fn millis(ms: i64) -> u64 {
    u64::try_from(ms).unwrap_or(0)
}

/// Round times between two moments, in milliseconds since 1970: few enough to stand side by side. Empty where the two are
/// too near to each other.
fn ticks(from: i64, to: i64) -> Vec<i64> {
    const STEPS: [i64; 9] = [1, 2, 5, 10, 20, 30, 60, 180, 360];
    const MOST: i64 = 7;
    let minutes = STEPS.into_iter().find(|minutes| (to - from) / (minutes * 60_000) < MOST).unwrap_or(360);
    let step = minutes * 60_000;
    let first = from.div_euclid(step) + i64::from(from.rem_euclid(step) > 0);
    (first..=to.div_euclid(step)).map(|place| place * step).collect()
}

/// A disc where the page loads, a cross where it does not, a dash where the look does not count.
fn mark(painter: &egui::Painter, at: egui::Pos2, kind: Kind, palette: theme::Palette) {
    let cross = |colour: Color32| {
        for (dx, dy) in [(-2.6, -2.6), (-2.6, 2.6)] {
            let ends = [at + Vec2::new(dx, dy), at - Vec2::new(dx, dy)];
            painter.line_segment(ends, Stroke::new(1.75, colour));
        }
    };
    match kind {
        Kind::Good => {
            painter.circle_filled(at, 3.1, palette.good_fill);
        }
        Kind::Bad => cross(palette.bad),
        Kind::Nothing => {
            painter.hline(at.x - 3.0..=at.x + 3.0, at.y, Stroke::new(1.75, palette.ink_3));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_and_few() {
        let minute = 60_000;
        let day = 24 * 60 * minute;
        assert!(ticks(day + 30_000, day + 50_000).is_empty());
        assert_eq!(ticks(day + 1, day + 3 * minute), [day + minute, day + 2 * minute, day + 3 * minute]);
        for minutes in [1, 7, 24, 55, 200, 600, 1_440] {
            let told = ticks(day + 17, day + 17 + minutes * minute);
            assert!(told.len() <= 8 && told.iter().all(|at| at % minute == 0), "{minutes}: {told:?}");
        }
    }
}
