//! Paints the picture.

use egui::{Align2, Color32, Pos2, Rect, Response, Shape, Stroke, Ui, Vec2};

use super::super::super::icon::{Icon, arc};
use super::super::super::theme::{self, fonts, measure};
use super::super::label;
use super::super::status_mark;
use super::layout::Layout;
use super::{Form, PathLook, colour, detail, side_word, station_name, word};
use crate::model::path::{Break, Link, Side, Station, StationState};

pub fn picture(ui: &Ui, look: &PathLook<'_>, layout: &Layout, rect: Rect, responses: &[Response]) {
    let palette = theme::palette(ui);
    if let Some(y) = layout.bracket {
        for side in Side::ALL {
            bracket(ui, look, layout, rect, side, rect.top() + y);
        }
    }
    for (index, one) in look.picture.links.iter().enumerate() {
        link(ui, layout, layout.ends(rect, index + 1), *one, index);
        if let (Form::Full, Some(ms)) = (layout.form, one.ms) {
            let (from, to) = layout.ends(rect, index + 1);
            let place = (from + (to - from) / 2.0 - Vec2::new(0.0, 20.0), Align2::CENTER_CENTER);
            label::paint_line(
                ui.painter(),
                place,
                &look.texts.duration_ms(ms),
                fonts::NUMBER,
                palette.ink_2,
                to.x - from.x,
            );
        }
    }
    for (index, ((one, state), response)) in look.picture.stations.iter().zip(responses).enumerate() {
        let centre = layout.centre(rect, index);
        station(ui, layout, centre, (*one, *state), response, index);
        words(ui, look, layout, centre, index);
    }
    if layout.form == Form::Compact {
        in_question(ui, look, rect);
    }
}

fn bracket(ui: &Ui, look: &PathLook<'_>, layout: &Layout, rect: Rect, side: Side, y: f32) {
    let palette = theme::palette(ui);
    let state = look.picture.side(side);
    let first = 2 * side as usize;
    let left = layout.centre(rect, first).x - layout.reach();
    let right = layout.centre(rect, first + 1).x + layout.reach();
    let edge = if state == StationState::Unseen { palette.line_strong } else { colour(state, palette) };
    let name = look.texts.get(&format!("report-zone-{}", side.name()));
    let said = layout.form == Form::Full && !look.ghost;
    let said = if said { side_word(look.picture, side, look.texts) } else { String::new() };
    let marked = !look.ghost && state != StationState::Unseen;
    let painter = ui.painter();
    let name_width = label::width(painter, &name, fonts::LABEL_STRONG.font());
    let said_width = if said.is_empty() { 0.0 } else { label::width(painter, &said, fonts::LABEL.font()) + 7.0 };
    let mark_width = if marked { 20.0 } else { 0.0 };
    let whole = name_width + said_width + mark_width;
    let middle = (left + right) / 2.0;
    let (from, to) = (middle - whole / 2.0, middle + whole / 2.0);
    let stroke = Stroke::new(measure::STROKE_FIELD, edge);
    let corner = |x: f32, sign: f32| {
        vec![Pos2::new(x, y + 8.0), Pos2::new(x, y + 3.0), Pos2::new(x + sign, y + 1.0), Pos2::new(x + 3.0 * sign, y)]
    };
    for (x, sign, end) in [(left, 1.0, from - 9.0), (right, -1.0, to + 9.0)] {
        // Where the words fill the bracket, its corners would run into them.
        if (end - x) * sign > 4.0 {
            let mut points = corner(x.round() + 0.5, sign);
            points.push(Pos2::new(end, y));
            painter.add(Shape::line(points, stroke));
        }
    }
    let mut x = from;
    if marked {
        let status = status_mark::status_of(state);
        status_mark::paint(painter, Pos2::new(x + 7.0, y), 14.0, status, palette, status_mark::phase(ui));
        x += mark_width;
    }
    let place = (Pos2::new(x, y), Align2::LEFT_CENTER);
    label::paint_line(painter, place, &name, fonts::LABEL_STRONG, palette.ink, name_width + 1.0);
    if !said.is_empty() {
        let place = (Pos2::new(x + name_width + 7.0, y), Align2::LEFT_CENTER);
        label::paint_line(painter, place, &said, fonts::LABEL, colour(state, palette), said_width);
    }
}

fn link(ui: &Ui, layout: &Layout, (from, to): (Pos2, Pos2), link: Link, index: usize) {
    let palette = theme::palette(ui);
    let painter = ui.painter();
    if to.x <= from.x {
        return;
    }
    let time = |full: f32| if theme::moves(ui) { full } else { 0.0 };
    let line = |from: Pos2, to: Pos2, colour: Color32| {
        painter.rect_filled(Rect::from_two_pos(from, to).expand2(Vec2::new(0.0, layout.link / 2.0)), 1, colour);
    };
    let sound = matches!(link.state, StationState::Fine | StationState::Doubtful);
    let filled = ui.ctx().animate_bool_with_time(ui.scope_id().with(("link", index)), sound, time(measure::LINK_FILL));
    let parted = ui.ctx().animate_bool_with_time(
        ui.scope_id().with(("break", index)),
        link.state.is_break(),
        time(measure::BREAK_OPEN),
    );
    match link.state {
        StationState::Fine | StationState::Doubtful => {
            let end = Pos2::new(egui::lerp(from.x..=to.x, filled), to.y);
            if filled < 1.0 {
                dots(painter, end, to, layout, palette.ink_3);
            }
            line(from, end, colour(link.state, palette));
        }
        StationState::Broken | StationState::Concluded => {
            let middle = from + (to - from) / 2.0;
            let most = (to.x - from.x - 8.0).max(0.0);
            let half = Vec2::new(layout.opening.min(most) * parted / 2.0, 0.0);
            line(from, middle - half, palette.bad_fill);
            line(middle + half, to, palette.bad_fill);
            if parted > 0.6 {
                let status = crate::model::StepStatus::Problem;
                status_mark::paint(painter, middle, layout.mark, status, palette, 0.0);
            }
        }
        StationState::Running if theme::moves(ui) => {
            line(from, to, palette.accent_soft);
            let time = ui.input(|input| input.time) / measure::COMET_CYCLE;
            let head = egui::lerp(from.x..=to.x, time.fract() as f32);
            for (back, strength) in [(24.0, 0.25), (14.0, 0.55), (6.0, 1.0)] {
                let start = Pos2::new((head - back).max(from.x), from.y);
                line(start, Pos2::new(head.max(start.x), from.y), palette.accent.gamma_multiply(strength));
            }
        }
        _ => dots(painter, from, to, layout, palette.ink_3),
    }
}

fn dots(painter: &egui::Painter, from: Pos2, to: Pos2, layout: &Layout, colour: Color32) {
    let (dot, spacing) = if layout.form == Form::Mini { (0.9, 5.0) } else { (1.25, 7.6) };
    let mut x = from.x + 2.0;
    while x <= to.x {
        painter.circle_filled(Pos2::new(x, from.y), dot, colour);
        x += spacing;
    }
}

/// The icon of a station.
pub fn icon(station: Station) -> Icon {
    match station {
        Station::Device => Icon::Laptop,
        Station::Router => Icon::Router,
        Station::Dns => Icon::Signpost,
        Station::Internet => Icon::Globe,
        Station::Gateway => Icon::Gate,
        Station::Origin => Icon::Server,
    }
}

fn station(
    ui: &Ui,
    layout: &Layout,
    centre: Pos2,
    (one, state): (Station, StationState),
    response: &Response,
    index: usize,
) {
    let palette = theme::palette(ui);
    let painter = ui.painter();
    let (radius, tint) = (layout.radius, colour(state, palette));
    if layout.form == Form::Mini {
        status_mark::paint(painter, centre, 14.0, status_mark::status_of(state), palette, status_mark::phase(ui));
        return;
    }
    let hover = if response.hovered() && response.sense.senses_click() { 1.0 } else { 0.0 };
    let ring = Stroke::new(measure::STROKE_RING + hover, tint);
    let mut ink = tint;
    match state {
        StationState::Unseen => {
            let count = if radius > 20.0 { 24 } else { 16 };
            status_mark::dotted_ring(painter, centre, radius, count, 1.25, palette.ink_3);
        }
        StationState::Running => {
            painter.circle_stroke(centre, radius, Stroke::new(4.0, palette.accent_soft));
            let phase = status_mark::phase(ui);
            painter.add(Shape::line(arc(centre, radius, phase - 90.0, phase + 30.0), Stroke::new(4.0, palette.accent)));
        }
        StationState::Fine | StationState::Doubtful | StationState::Failed => {
            painter.circle(centre, radius, palette.surface, ring);
        }
        StationState::Broken => {
            painter.circle_filled(centre, radius + 5.0, palette.bad_soft);
            painter.circle_filled(centre, radius, palette.bad_fill);
            ink = palette.on_status;
        }
        StationState::Concluded => {
            painter.circle_filled(centre, radius, palette.bad_soft);
            let mut points = arc(centre, radius, 0.0, 180.0);
            points.extend(arc(centre, radius, 180.0, 360.0));
            painter.extend(Shape::dashed_line(&points, ring, 5.0, 4.0));
        }
    }
    icon(one).paint(painter, centre, radius * 0.92, ink);
    let settled = !matches!(state, StationState::Unseen | StationState::Running);
    let time = if theme::moves(ui) { measure::SETTLE } else { 0.0 };
    let shown = ui.ctx().animate_bool_with_time(ui.scope_id().with(("badge", index)), settled, time);
    if settled && shown > 0.3 {
        let at = centre + Vec2::splat(radius * 0.74);
        painter.circle_filled(at, layout.badge / 2.0 + 2.0, palette.window);
        status_mark::paint(painter, at, layout.badge, status_mark::status_of(state), palette, 0.0);
    }
    if response.has_focus() {
        let stroke = Stroke::new(measure::STROKE_FOCUS, palette.focus);
        painter.circle_stroke(centre, radius + measure::FOCUS_GAP + 3.0, stroke);
    }
}

/// Name, one detail and one word below the station.
fn words(ui: &Ui, look: &PathLook<'_>, layout: &Layout, centre: Pos2, index: usize) {
    let palette = theme::palette(ui);
    let Some((station, state)) = look.picture.stations.get(index) else { return };
    let below = |dy: f32| (centre + Vec2::new(0.0, dy), Align2::CENTER_CENTER);
    let (painter, width) = (ui.painter(), layout.column());
    let name = station_name(*station, look.texts);
    match layout.form {
        Form::Full => {
            label::paint_line(painter, below(44.0), &name, fonts::STRONG.sized(14.0), palette.ink, width);
            if let Some(detail) = detail(look, index) {
                label::paint_line(painter, below(64.5), &detail, fonts::SMALL, palette.ink_2, width);
            }
            if !look.ghost {
                let tint = colour(*state, palette);
                label::paint_line(painter, below(84.5), &word(look, index), fonts::LABEL, tint, width);
            }
        }
        Form::Slim => {
            let tint = if state.is_break() { palette.bad } else { palette.ink };
            label::paint_line(painter, below(32.0), &name, fonts::LABEL_STRONG, tint, width);
        }
        Form::Compact | Form::Mini => {}
    }
}

/// Below a compact picture: the station that the matter is about.
fn in_question(ui: &Ui, look: &PathLook<'_>, rect: Rect) {
    if look.ghost {
        return;
    }
    let palette = theme::palette(ui);
    let states = &look.picture.stations;
    let station = states.iter().position(|(_, state)| state.is_break());
    let doubtful = states.iter().position(|(_, state)| *state == StationState::Doubtful);
    // Where only the way is parted, the station before it is the last that answers.
    let parted = look.picture.place_of_break().and_then(|place| match place {
        Break::Before(index) => index.checked_sub(1),
        Break::At(index) => Some(index),
    });
    let place = station.or(parted).or(doubtful);
    let running = states.iter().position(|(_, state)| *state == StationState::Running);
    let Some(index) = place.or(running).or_else(|| states.iter().rposition(|(_, state)| *state == StationState::Fine))
    else {
        return;
    };
    let Some((station, state)) = states.get(index) else { return };
    let (mut name, mut said, mut state) = (station_name(*station, look.texts), word(look, index), *state);
    if place == Some(index) && !state.is_break() && look.picture.place_of_break().is_some() {
        let next = states.get(index + 1).map(|(next, _)| station_name(*next, look.texts)).unwrap_or_default();
        name = format!("{name} – {next}");
        state = StationState::Broken;
        said = look.texts.get("report-state-broken");
    }
    let painter = ui.painter();
    let name_width = label::width(painter, &name, fonts::LABEL_STRONG.font());
    let said_width = label::width(painter, &said, fonts::LABEL.font());
    let x = rect.center().x - (name_width + 6.0 + said_width) / 2.0;
    let y = rect.top() + 113.0;
    let place = (Pos2::new(x, y), Align2::LEFT_CENTER);
    label::paint_line(painter, place, &name, fonts::LABEL_STRONG, palette.ink, name_width + 1.0);
    let place = (Pos2::new(x + name_width + 6.0, y), Align2::LEFT_CENTER);
    label::paint_line(painter, place, &said, fonts::LABEL, colour(state, palette), said_width + 1.0);
}
