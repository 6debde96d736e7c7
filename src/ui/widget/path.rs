//! The path picture: six stations from this device to the site's server, and where the break is.

use egui::{Align2, FontId, Pos2, Sense, Shape, Stroke, Ui, Vec2};

use super::super::theme::{self, Palette};
use crate::model::path::{PathPicture, StationState};
use crate::text::Texts;

const RADIUS: f32 = 15.0;
const HEIGHT: f32 = 92.0;

/// Draws the picture over the whole width.
pub fn path_ui(ui: &mut Ui, picture: &PathPicture, texts: &Texts) {
    let palette = theme::palette(ui);
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), HEIGHT), Sense::hover());
    let count = picture.stations.len();
    let step = rect.width() / count as f32;
    let centre = |place: usize| Pos2::new(rect.left() + step * (place as f32 + 0.5), rect.top() + RADIUS + 6.0);
    let painter = ui.painter();
    for (place, pair) in picture.stations.windows(2).enumerate() {
        let [(_, before), (_, after)] = pair else { continue };
        let (from, to) =
            (centre(place) + Vec2::new(RADIUS + 5.0, 0.0), centre(place + 1) - Vec2::new(RADIUS + 5.0, 0.0));
        link(painter, palette, from, to, *before, *after);
    }
    let narrow = step < 96.0;
    for (place, (station, state)) in picture.stations.iter().enumerate() {
        let middle = centre(place);
        ring(painter, palette, middle, *state);
        let name = texts.get(&format!("report-station-{}", station.name()));
        let word = texts.get(&format!("report-state-{}", state_name(*state)));
        let size = if narrow { 11.0 } else { theme::SMALL };
        painter.text(
            middle + Vec2::new(0.0, RADIUS + 16.0),
            Align2::CENTER_CENTER,
            shortened(&name, narrow),
            FontId::proportional(size),
            palette.ink,
        );
        painter.text(
            middle + Vec2::new(0.0, RADIUS + 34.0),
            Align2::CENTER_CENTER,
            word,
            FontId::proportional(size),
            state_colour(*state, palette),
        );
    }
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, in_words(picture, texts)));
}

/// "Origin server" becomes "Origin" where there is little room, and a name of two short words stands on its second.
fn shortened(name: &str, narrow: bool) -> String {
    let mut words = name.split_whitespace();
    match (narrow, words.next(), words.next()) {
        (true, Some(first), Some(second)) if first.len() <= 4 => {
            let mut letters = second.chars();
            letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
        }
        (true, Some(first), _) => first.to_owned(),
        _ => name.to_owned(),
    }
}

fn link(painter: &egui::Painter, palette: Palette, from: Pos2, to: Pos2, before: StationState, after: StationState) {
    let seen = |state| state != StationState::Unseen;
    if after == StationState::Broken {
        // The gap before the broken station is the break.
        let gap = (to - from) * 0.5;
        painter.line_segment([from, from + gap - Vec2::new(5.0, 0.0)], Stroke::new(4.0, palette.bad));
        let middle = from + gap;
        for (x, y) in [(-5.0, -6.0), (5.0, -6.0)] {
            painter.line_segment([middle + Vec2::new(x, y), middle + Vec2::new(-x, -y)], Stroke::new(2.5, palette.bad));
        }
    } else if seen(before) && seen(after) && before != StationState::Broken {
        painter.line_segment([from, to], Stroke::new(4.0, palette.good));
    } else {
        painter.extend(Shape::dashed_line(&[from, to], Stroke::new(1.5, palette.line_strong), 3.0, 5.0));
    }
}

fn ring(painter: &egui::Painter, palette: Palette, middle: Pos2, state: StationState) {
    let colour = state_colour(state, palette);
    match state {
        StationState::Unseen => {
            painter.circle_stroke(middle, RADIUS, Stroke::new(1.5, palette.line_strong));
        }
        StationState::Fine => {
            painter.circle_filled(middle, RADIUS, colour);
            let at = |x: f32, y: f32| Pos2::new(middle.x + x, middle.y + y);
            painter.line(vec![at(-6.0, 0.5), at(-1.5, 5.0), at(6.5, -4.5)], Stroke::new(2.5, palette.on_status));
        }
        StationState::Doubtful => {
            painter.circle_stroke(middle, RADIUS, Stroke::new(2.5, colour));
            painter.text(middle, Align2::CENTER_CENTER, "?", FontId::proportional(18.0), colour);
        }
        StationState::Broken => {
            painter.circle_filled(middle, RADIUS, colour);
            for (x, y) in [(-5.0, -5.0), (5.0, -5.0)] {
                painter.line_segment(
                    [middle + Vec2::new(x, y), middle + Vec2::new(-x, -y)],
                    Stroke::new(2.5, palette.on_status),
                );
            }
        }
    }
}

fn state_colour(state: StationState, palette: Palette) -> egui::Color32 {
    match state {
        StationState::Unseen => palette.ink_2,
        StationState::Fine => palette.good,
        StationState::Doubtful => palette.warn,
        StationState::Broken => palette.bad,
    }
}

fn state_name(state: StationState) -> &'static str {
    match state {
        StationState::Unseen => "unseen",
        StationState::Fine => "fine",
        StationState::Doubtful => "doubtful",
        StationState::Broken => "broken",
    }
}

fn in_words(picture: &PathPicture, texts: &Texts) -> String {
    let said = picture.stations.iter().map(|(station, state)| {
        let name = texts.get(&format!("report-station-{}", station.name()));
        format!("{name}: {}", texts.get(&format!("report-state-{}", state_name(*state))))
    });
    said.collect::<Vec<_>>().join(", ")
}
