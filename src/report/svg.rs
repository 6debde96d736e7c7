//! The path picture as inline SVG: six stations in three brackets. State is told by shape, word and colour.

use super::html::Html;
use super::words::Speech;
use crate::model::path::{Link, Note, PathPicture, Side, Station, StationState};
use crate::text::Texts;

/// Measures of one drawing, in its own units.
struct Layout {
    class: &'static str,
    width: i32,
    height: i32,
    first: i32,
    pitch: i32,
    ring: i32,
    middle: i32,
    brackets: bool,
}

const WIDE: Layout =
    Layout { class: "path wide", width: 920, height: 158, first: 80, pitch: 152, ring: 24, middle: 70, brackets: true };

const NARROW: Layout = Layout {
    class: "path narrow",
    width: 480,
    height: 92,
    first: 42,
    pitch: 79,
    ring: 17,
    middle: 24,
    brackets: false,
};

/// The picture for wide pages.
pub fn path_svg(picture: &PathPicture, texts: &Texts) -> String {
    wide(picture, texts).finish()
}

pub(super) fn wide(picture: &PathPicture, texts: &Texts) -> Html {
    draw(picture, &Speech::new(texts), &WIDE)
}

/// The same for narrow pages.
pub(super) fn narrow(picture: &PathPicture, texts: &Texts) -> Html {
    draw(picture, &Speech::new(texts), &NARROW)
}

/// The word for a state.
pub(super) fn state_word(state: StationState, speech: &Speech) -> String {
    speech.get(match state {
        StationState::Unseen => "report-state-unseen",
        StationState::Running => "report-state-running",
        StationState::Fine => "report-state-fine",
        StationState::Doubtful => "report-state-doubtful",
        StationState::Failed => "report-state-failed",
        StationState::Broken => "report-state-broken",
        StationState::Concluded => "report-state-concluded",
    })
}

/// The stations with the word for each: that of its state, or that the way does not lead past it. Other words of a station
/// are for the window, where no headline stands beside them.
pub(super) fn said_stations(picture: &PathPicture, speech: &Speech) -> Vec<(Station, StationState, String)> {
    let said = |((station, state), note): (&(Station, StationState), &Note)| {
        let needless = note.word.as_ref().filter(|word| word.key == Note::NOT_NEEDED);
        (*station, *state, needless.map_or_else(|| state_word(*state, speech), |word| speech.get(&word.key)))
    };
    picture.stations.iter().zip(&picture.notes).map(said).collect()
}

/// The name of a station.
pub(super) fn station_word(station: Station, speech: &Speech) -> String {
    speech.get(&format!("report-station-{}", station.name()))
}

/// The whole picture in one sentence.
pub(super) fn spoken(picture: &PathPicture, speech: &Speech) -> String {
    let stations = said_stations(picture, speech).into_iter().map(|(station, _, word)| {
        speech.say("report-path-station", &[("station", &*station_word(station, speech)), ("state", &*word)])
    });
    speech.say("report-path-label", &[("stations", &speech.list(&stations.collect::<Vec<_>>()))])
}

fn draw(picture: &PathPicture, speech: &Speech, layout: &Layout) -> Html {
    let mut svg = Html::default();
    svg.raw("<svg class=\"").raw(layout.class).raw("\" viewBox=\"0 0 ").number(layout.width).raw(" ");
    svg.number(layout.height).raw("\" role=\"img\" aria-label=\"").text(&spoken(picture, speech)).raw("\">");
    if layout.brackets {
        for ((side, pair), first) in Side::ALL.into_iter().zip(picture.stations.chunks(2)).zip([0, 2, 4]) {
            let left = layout.first + first * layout.pitch;
            let key = format!("report-zone-{}", side.name());
            let state = picture.side(side);
            let is_half_seen = state == StationState::Unseen && pair.iter().any(|(_, one)| *one != state);
            let word = if is_half_seen { speech.get("report-zone-partly") } else { state_word(state, speech) };
            svg.nest(bracket(&speech.get(&key), &word, state, left, layout));
        }
    }
    let mut x = layout.first;
    for (index, (station, state, word)) in said_stations(picture, speech).iter().enumerate() {
        if let Some(one) = index.checked_sub(1).and_then(|index| picture.links.get(index)) {
            svg.nest(link(*one, x - layout.pitch, layout));
        }
        svg.nest(station_mark((*station, *state), word, x, layout, speech));
        x += layout.pitch;
    }
    svg.raw("</svg>");
    svg
}

fn state_class(state: StationState) -> &'static str {
    match state {
        StationState::Unseen | StationState::Running => "unseen",
        StationState::Fine => "good",
        StationState::Doubtful | StationState::Failed => "warn",
        StationState::Broken | StationState::Concluded => "bad",
    }
}

fn bracket(name: &str, word: &str, state: StationState, x: i32, layout: &Layout) -> Html {
    let (left, right) = (x - 58, x + layout.pitch + 58);
    // About four units for half a letter, and some air.
    let half = i32::try_from(name.chars().count() + word.chars().count()).unwrap_or(20).min(30) * 4 + 12;
    let (inner_left, inner_right) = ((left + right) / 2 - half, (left + right) / 2 + half);
    let mut svg = Html::default();
    svg.raw("<g class=\"zone ").raw(state_class(state)).raw("\"><path class=\"edge\" d=\"M").number(left);
    svg.raw(" 24v-4q0-4 4-4H").number(inner_left.max(left + 5)).raw("M").number(right).raw(" 24v-4q0-4-4-4H");
    svg.number(inner_right.min(right - 5)).raw("\"/><text x=\"").number((left + right) / 2);
    svg.raw("\" y=\"20\"><tspan class=\"name\">").text(name).raw("</tspan> <tspan class=\"word\" dx=\"4\">");
    svg.text(word).raw("</tspan></text></g>");
    svg
}

/// The way from the station before to this one: sound, parted, or not seen.
fn link(one: Link, x: i32, layout: &Layout) -> Html {
    let gap = layout.ring + 8;
    let (from, to, y) = (x + gap, x + layout.pitch - gap, layout.middle);
    let mut svg = Html::default();
    let mut line = |class: &'static str, from: i32, to: i32| {
        svg.raw("<path class=\"")
            .raw(class)
            .raw("\" d=\"M")
            .number(from)
            .raw(" ")
            .number(y)
            .raw("H")
            .number(to)
            .raw("\"/>");
    };
    match one.state {
        StationState::Unseen | StationState::Running | StationState::Failed => line("link dots", from, to),
        StationState::Broken | StationState::Concluded => {
            let (middle, opening) = ((from + to) / 2, if layout.brackets { 22 } else { 11 });
            line("link bad", from, middle - opening);
            line("link bad", middle + opening, to);
            svg.nest(badge(one.state, middle, y, if layout.brackets { 11 } else { 7 }));
        }
        StationState::Fine | StationState::Doubtful => line("link good", from, to),
    }
    svg
}

fn station_mark(
    (station, state): (Station, StationState),
    word: &str,
    x: i32,
    layout: &Layout,
    speech: &Speech,
) -> Html {
    let (y, ring) = (layout.middle, layout.ring);
    let mut svg = Html::default();
    svg.raw("<g class=\"station ").raw(state_class(state));
    svg.raw(if state == StationState::Concluded { " concluded" } else { "" });
    svg.raw("\"><circle class=\"ring\" cx=\"").number(x).raw("\" cy=\"").number(y).raw("\" r=\"").number(ring);
    svg.raw("\"/><g class=\"icon\" transform=\"translate(").number(x - if layout.brackets { 11 } else { 8 });
    svg.raw(" ").number(y - if layout.brackets { 11 } else { 8 });
    svg.raw(if layout.brackets { ") scale(.92)\">" } else { ") scale(.67)\">" });
    svg.raw("<path d=\"").raw(icon(station)).raw("\"/></g>");
    let offset = ring * 7 / 10;
    svg.nest(badge(state, x + offset, y + offset, if layout.brackets { 9 } else { 7 }));
    let (name_y, word_y) = if layout.brackets { (y + 48, y + 68) } else { (y + 39, y + 55) };
    svg.raw("<text class=\"name\" x=\"").number(x).raw("\" y=\"").number(name_y).raw("\">");
    svg.text(&station_word(station, speech)).raw("</text><text class=\"word\" x=\"").number(x).raw("\" y=\"");
    svg.number(word_y).raw("\">").text(word).raw("</text></g>");
    svg
}

/// Disc with tick, triangle with mark, square with cross; nothing for what was not seen.
fn badge(state: StationState, x: i32, y: i32, radius: i32) -> Html {
    let mut svg = Html::default();
    let shape = match state {
        StationState::Unseen | StationState::Running => return svg,
        StationState::Fine => "\"><circle r=\"9\"/><path d=\"M-3.8 .2-1.2 2.8 3.9-2.6\"/>",
        StationState::Doubtful => "\"><path class=\"solid\" d=\"M0-10 10 8.5H-10z\"/><path d=\"M0-4V2M0 5v.1\"/>",
        StationState::Failed => {
            "\"><rect class=\"open\" x=\"-8\" y=\"-8\" width=\"16\" height=\"16\" rx=\"3\"/>\
             <path d=\"M-2.6-1.8a2.6 2.6 0 1 1 3.6 2.3Q0 1 0 2M0 4.8v.1\"/>"
        }
        StationState::Broken | StationState::Concluded => {
            "\"><rect x=\"-9\" y=\"-9\" width=\"18\" height=\"18\" rx=\"3\"/><path d=\"M-3.4-3.4 3.4 3.4M3.4-3.4-3.4 3.4\"/>"
        }
    };
    svg.raw("<g class=\"badge ").raw(state_class(state)).raw("\" transform=\"translate(").number(x).raw(" ").number(y);
    svg.raw(match radius {
        11 => ") scale(1.22)",
        7 => ") scale(.72)",
        _ => ")",
    });
    svg.raw(shape).raw("</g>");
    svg
}

/// Strokes on a grid of 24.
fn icon(station: Station) -> &'static str {
    match station {
        Station::Device => "M5 6.5a1 1 0 0 1 1-1h12a1 1 0 0 1 1 1V15H5zM2.5 18.5h19",
        Station::Router => {
            "M3.5 14a1 1 0 0 1 1-1h15a1 1 0 0 1 1 1v4.5a1 1 0 0 1-1 1h-15a1 1 0 0 1-1-1zM7 16.2h.1M10 16.2h.1\
             M16.5 13V9M13.6 7.3a4.2 4.2 0 0 1 5.8 0M11.6 5a7.2 7.2 0 0 1 9.8 0"
        }
        Station::Dns => "M12 3v18M8.5 21h7M12 5H6.5L4 7.2l2.5 2.3H12zM12 11h5.5l2.5 2.2-2.5 2.3H12z",
        Station::Internet => {
            "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM3.5 12h17M12 3.5c-5 5-5 12 0 17M12 3.5c5 5 5 12 0 17"
        }
        Station::Gateway => "M3 20V12a9 9 0 0 1 18 0v8M8 20v-8a4 4 0 0 1 8 0v8M2.5 20h6.5M15 20h6.5",
        Station::Origin => {
            "M5 4.5h14a.8.8 0 0 1 .8.8v5.9H4.2V5.3a.8.8 0 0 1 .8-.8zM4.2 11.2h15.6v7.5a.8.8 0 0 1-.8.8H5a.8.8 0 0 1-.8-.8z\
             M7.6 7.9h.1M7.6 15.4h.1M11 7.9h5.5M11 15.4h5.5"
        }
    }
}
