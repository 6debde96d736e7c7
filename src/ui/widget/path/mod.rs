//! The path picture: six stations in three brackets, from this device to the server behind the site.
//!
//! A sound link is a solid line, a broken one is visibly parted, what was only concluded is dashed, what was not seen is
//! dotted.

mod draw;
mod layout;

use egui::{Sense, Ui, Vec2, WidgetInfo};

use super::super::region::{self, Region};
use super::super::theme::{self, measure};
use super::status_mark;
use crate::model::diagnosis::Words;
use crate::model::path::{Break, PathPicture, Side, Station, StationState};
use crate::text::Texts;

pub use draw::icon;
use layout::Layout;

/// How much room the picture has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// With brackets, details and words.
    Full,
    /// Rings and names.
    Slim,
    /// Brackets and rings; the station in question is named below.
    Compact,
    /// Marks alone, for rows and empty states.
    Mini,
}

/// What is to be drawn.
pub struct PathLook<'a> {
    pub picture: &'a PathPicture,
    pub texts: &'a Texts,
    pub host: &'a str,
    pub form: Form,
    /// Nothing is under way: each station says what it is.
    pub ghost: bool,
}

/// What came of drawing it.
#[derive(Debug, Default)]
pub struct PathOutput {
    /// Where the card below points at the break.
    pub notch_x: Option<f32>,
    pub chosen: Option<Station>,
    /// The station whose term is to be explained.
    pub asked: Option<Station>,
}

/// Draws the picture over the whole width.
pub fn path_ui(ui: &mut Ui, look: &PathLook<'_>) -> PathOutput {
    let layout = Layout::of(look.form, ui.available_width());
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), layout.height), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Group, true, said(look)));
    if theme::moves(ui) && is_running(look.picture) {
        ui.ctx().request_repaint_after(std::time::Duration::from_secs_f64(1.0 / measure::BUSY_HZ));
    }
    if ui.is_rect_visible(rect) {
        let hovered = (0..6).map(|index| response_of(ui, look, &layout, rect, index)).collect::<Vec<_>>();
        if let Some(first) = hovered.first().filter(|_| !look.ghost && look.form != Form::Mini) {
            region::mark(ui.ctx(), Region::Path, first.id);
        }
        let chosen = hovered.iter().position(egui::Response::clicked);
        draw::picture(ui, look, &layout, rect, &hovered);
        return PathOutput {
            notch_x: look.picture.place_of_break().map(|place| layout.x_of(rect, place)),
            chosen: chosen.and_then(|index| Some(look.picture.stations.get(index)?.0)),
            asked: asked(ui, &hovered).and_then(|index| Some(look.picture.stations.get(index)?.0)),
        };
    }
    PathOutput {
        notch_x: look.picture.place_of_break().map(|place| layout.x_of(rect, place)),
        chosen: None,
        asked: None,
    }
}

/// The station that has the focus while its term is asked for.
fn asked(ui: &Ui, stations: &[egui::Response]) -> Option<usize> {
    let focused = stations.iter().position(egui::Response::has_focus)?;
    ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, egui::Key::F1)).then_some(focused)
}

fn is_running(picture: &PathPicture) -> bool {
    picture.stations.iter().any(|(_, state)| *state == StationState::Running)
}

/// The interaction area over one station.
fn response_of(ui: &Ui, look: &PathLook<'_>, layout: &Layout, rect: egui::Rect, index: usize) -> egui::Response {
    let area = egui::Rect::from_center_size(layout.centre(rect, index), Vec2::splat(layout.radius.max(22.0) * 2.0));
    let usable = !look.ghost && look.form != Form::Mini;
    let sense = if usable { Sense::click() } else { Sense::hover() };
    let response = ui.interact(area, ui.scope_id().with(("station", index)), sense);
    let role = if usable { egui::Role::Button } else { egui::Role::Label };
    response.widget_info(|| WidgetInfo::labeled(role, true, station_said(look, index)));
    // The lines below a station are cut at their column's width.
    if usable { response.on_hover_text(station_said(look, index)) } else { response }
}

/// The name of a station.
pub fn station_name(station: Station, texts: &Texts) -> String {
    texts.get(&format!("report-station-{}", station.name()))
}

/// The word below a station.
fn word(look: &PathLook<'_>, index: usize) -> String {
    let note = look.picture.notes.get(index).and_then(|note| note.word.as_ref());
    match (note, look.picture.stations.get(index)) {
        (Some(words), _) => look.texts.say(words),
        (None, Some((_, state))) => look.texts.get(&format!("report-state-{}", state_name(*state))),
        _ => String::new(),
    }
}

fn detail(look: &PathLook<'_>, index: usize) -> Option<String> {
    if look.ghost {
        let (station, _) = look.picture.stations.get(index)?;
        return Some(look.texts.get(&format!("path-hint-{}", station.name())));
    }
    look.picture.notes.get(index)?.detail.as_ref().map(|words| look.texts.say(words))
}

pub fn state_name(state: StationState) -> &'static str {
    match state {
        StationState::Unseen => "unseen",
        StationState::Running => "running",
        StationState::Fine => "fine",
        StationState::Doubtful => "doubtful",
        StationState::Failed => "failed",
        StationState::Broken | StationState::Concluded => "broken",
    }
}

/// The word of a side; half seen is not seen, and says so.
fn side_word(picture: &PathPicture, side: Side, texts: &Texts) -> String {
    let state = picture.side(side);
    let pair = picture.stations.iter().skip(2 * side as usize).take(2);
    let partly = state == StationState::Unseen && pair.into_iter().any(|(_, one)| *one != StationState::Unseen);
    texts.get(&format!("path-side-{}", if partly { "partly" } else { state_name(state) }))
}

/// The whole picture in one sentence, for those who hear it.
fn said(look: &PathLook<'_>) -> String {
    let name = |index: usize| look.picture.stations.get(index).map(|(one, _)| station_name(*one, look.texts));
    let words = match look.picture.place_of_break() {
        Some(Break::At(index)) => Words::new("path-said-break-at").with("station", name(index).unwrap_or_default()),
        Some(Break::Before(index)) => Words::new("path-said-break-before")
            .with("before", name(index.saturating_sub(1)).unwrap_or_default())
            .with("station", name(index).unwrap_or_default()),
        None if look.ghost => Words::new("path-said-ghost"),
        None => Words::new("path-said"),
    };
    look.texts.say(&words.with("host", look.host))
}

fn station_said(look: &PathLook<'_>, index: usize) -> String {
    let Some((station, _)) = look.picture.stations.get(index) else { return String::new() };
    let texts = look.texts;
    let named: Vec<String> = [station_name(*station, texts)].into_iter().chain(detail(look, index)).collect();
    let link = index.checked_sub(1).and_then(|index| look.picture.links.get(index)?.ms);
    let judged: Vec<String> = [word(look, index)].into_iter().chain(link.map(|ms| texts.duration_ms(ms))).collect();
    let words = Words::new("path-said-station")
        .with("station", texts.list(&named))
        .with("number", index + 1)
        .with("word", texts.list(&judged));
    look.texts.say(&words)
}

/// The colour of a state's words and lines.
fn colour(state: StationState, palette: theme::Palette) -> egui::Color32 {
    status_mark::colour(status_mark::status_of(state), palette)
}
