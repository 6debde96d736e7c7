//! The frame: bar above, path below it, the screen's content, a footer where there is something to decide.

mod actions;
mod adding;
mod bar;
mod change;
mod checking;
mod command;
mod evidence;
mod footer;
mod guided;
mod gallery;
mod limits;
mod logs;
mod markdown;
mod moment;
mod owner;
mod report;
mod settings;
mod start;
mod toast;
mod verdict;
mod watch;
mod watch_plot;

use egui::{Rect, ScrollArea, Ui, UiBuilder, Vec2};

use super::message::Message;
use super::state::{Screen, State, Tab};
use super::theme::{self, measure};
use super::widget::path::{Form, PathLook, PathOutput, path_ui};
use crate::model::path::{PathPicture, StationState};

/// Draws the screen that is shown. The content comes first and the bar last, since that is the keyboard's order.
pub fn root_ui(ui: &mut Ui, state: &State, out: &mut Vec<Message>) {
    let palette = theme::palette(ui);
    let whole = ui.max_rect();
    let low = whole.height() < measure::LOW;
    let tries = state.tab == Tab::Verdict && state.guided.is_some();
    let has_footer =
        state.screen == Screen::Start || (state.screen == Screen::Check && (tries || !state.has_verdict()));
    let top = bar::height(state, whole.width());
    let bottom = if has_footer && !low { footer::height(ui, state, whole.width()) } else { 0.0 };
    let (above, rest) = whole.split_top_bottom_at_y(whole.top() + top);
    let (rest, below) = rest.split_top_bottom_at_y(rest.bottom() - bottom);
    let (middle, strip) = rest.split_top_bottom_at_y(rest.bottom() - toast::height(ui, state, whole.width()));
    ui.painter().rect_filled(middle.union(strip), 0, palette.window);
    part_ui(ui, middle, |ui| {
        // Each screen has a place of its own to scroll to.
        let id = (state.screen as u8, state.tab as u8, state.has_verdict(), state.shown);
        ScrollArea::vertical().id_salt(id).auto_shrink([false, false]).show(ui, |ui| {
            let tail = if state.screen == Screen::Start { 0.0 } else { measure::SPACE_GAP };
            column_ui(ui, tail, |ui| screen_ui(ui, state, low, out));
            if has_footer && low {
                footer::footer_ui(ui, state, out);
            }
        });
    });
    toast::toast_ui(ui, state, strip, out);
    if bottom > 0.0 {
        ui.painter().rect_filled(below, 0, palette.surface);
        part_ui(ui, below, |ui| footer::footer_ui(ui, state, out));
    }
    ui.painter().rect_filled(above, 0, palette.surface);
    part_ui(ui, above, |ui| bar::bar_ui(ui, state, out));
}

/// Contents within a fixed part of the window.
fn part_ui(ui: &mut Ui, rect: Rect, contents: impl FnOnce(&mut Ui)) {
    let mut part = ui.new_child(UiBuilder::new().max_rect(rect));
    part.set_clip_rect(rect.intersect(ui.clip_rect()));
    part.spacing_mut().item_spacing = Vec2::new(measure::SPACE_S, 0.0);
    contents(&mut part);
}

fn screen_ui(ui: &mut Ui, state: &State, low: bool, out: &mut Vec<Message>) {
    match state.screen {
        Screen::Start => start::start_ui(ui, state, low, out),
        Screen::Settings => settings::settings_ui(ui, state, out),
        Screen::Gallery => gallery::gallery_ui(ui, state),
        Screen::Check if !state.has_verdict() => checking::checking_ui(ui, state, out),
        Screen::Check => match state.tab {
            Tab::Verdict => match &state.guided {
                Some(guided) => guided::guided_ui(ui, state, guided, out),
                None => verdict::verdict_ui(ui, state, out),
            },
            Tab::Evidence => evidence::evidence_ui(ui, state, out),
            Tab::Watch => watch::watch_ui(ui, state, out),
            Tab::Report => report::report_ui(ui, state, out),
        },
    }
}

/// The content's column: centred, no wider than it reads well, with the window's margins.
fn column_ui(ui: &mut Ui, tail: f32, contents: impl FnOnce(&mut Ui)) {
    let whole = ui.available_width();
    let width = (whole - 2.0 * measure::margin(whole)).min(measure::CONTENT_MAX);
    let left = ((whole - width) / 2.0).round();
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing = Vec2::splat(measure::SPACE_S);
        ui.add_space(left);
        ui.vertical(|ui| {
            ui.set_width(width);
            contents(ui);
            ui.add_space(tail);
        });
    });
}

/// The path over the content, as large as the window allows.
fn path_band_ui(ui: &mut Ui, state: &State, slim: bool, out: &mut Vec<Message>) -> PathOutput {
    let blank = PathPicture::blank();
    let picture = state.reading.as_ref().map_or(&blank, |reading| &reading.picture);
    // Whoever watches sees the way as it is now: a page that loads has come all of it.
    let whole = PathPicture::of([StationState::Fine; 6]);
    let loads = state.screen == Screen::Check && state.tab == Tab::Watch && state.watching.is_up();
    let picture = if loads { &whole } else { picture };
    let host = state.reading.as_ref().map_or("", |reading| reading.case.target.host.as_str());
    let form = match () {
        () if ui.available_width() < measure::NARROW - 32.0 => Form::Compact,
        () if slim => Form::Slim,
        () => Form::Full,
    };
    let ghost = state.screen == Screen::Start;
    let output = path_ui(ui, &PathLook { picture, texts: &state.texts, host, form, ghost });
    if let Some(station) = output.chosen {
        out.push(Message::StationChosen(station));
    }
    if let Some(station) = output.asked {
        out.push(Message::TermAsked(station));
    }
    output
}
