//! Watching: how the page stands, every look so far, what changed, what the desktop is told.

use std::time::Duration;

use egui::{Align, Layout, Sense, Ui, Vec2};

use super::super::icon::Icon;
use super::super::message::Message;
use super::super::state::State;
use super::super::theme::{self, fonts, measure};
use super::super::watching;
use super::super::widget::button::Button;
use super::super::widget::card::{card_ui, columns_ui, hairline_ui};
use super::super::widget::{control, label, status_mark};
use super::watch_plot;
use crate::model::StepStatus;
use crate::model::diagnosis::Words;
use crate::settings::{Settings, WatchWishes};
use crate::text::duration_ms;
use crate::watch::{Change, Changed};

pub fn watch_ui(ui: &mut Ui, state: &State, out: &mut Vec<Message>) {
    super::path_band_ui(ui, state, true, out);
    ui.add_space(measure::SPACE_M);
    head_ui(ui, state, out);
    ui.add_space(measure::SPACE_S);
    let watching = &state.watching;
    if !watching.timeline.samples.is_empty() {
        card_ui(ui, 20, |ui| {
            ui.horizontal_wrapped(|ui| {
                label::heading_ui(ui, &state.texts.get("window-watch-looks"), fonts::HEADING);
                ui.add_space(measure::SPACE_L);
                watch_plot::legend_ui(ui, state);
            });
            watch_plot::plot_ui(ui, state, watching);
        });
        ui.add_space(measure::SPACE_S);
    }
    if watching.timeline.changes.is_empty() {
        wishes_ui(ui, state, out);
        return;
    }
    let mut wishes = Vec::new();
    columns_ui(ui, 0.6, |ui| changes_ui(ui, state), |ui| wishes_ui(ui, state, &mut wishes));
    out.append(&mut wishes);
}

fn changes_ui(ui: &mut Ui, state: &State) {
    card_ui(ui, 20, |ui| {
        label::heading_ui(ui, &state.texts.get("window-watch-changes"), fonts::HEADING);
        for changed in state.watching.timeline.changes.iter().rev().take(12) {
            // The newest first: what a gap was before stands below it.
            if changed.change != Change::Nothing {
                hairline_ui(ui);
                change_ui(ui, state, changed);
            }
            if let Some(gap_ms) = changed.gap_ms {
                hairline_ui(ui);
                let words = Words::new("window-change-gap").with("length", duration_ms(gap_ms));
                row_ui(ui, changed.unix_ms, (StepStatus::Skipped, state.texts.say(&words)), None);
            }
        }
    });
}

/// What the desktop is told, and the history as a file.
fn wishes_ui(ui: &mut Ui, state: &State, out: &mut Vec<Message>) {
    let texts = &state.texts;
    card_ui(ui, 20, |ui| {
        label::heading_ui(ui, &texts.get("window-watch-while"), fonts::HEADING);
        let wishes = state.settings.watch;
        let rows = [
            ("window-watch-notify", wishes.notify, WatchWishes { notify: !wishes.notify, ..wishes }),
            (
                "window-watch-notify-changes",
                wishes.notify_changes,
                WatchWishes { notify_changes: !wishes.notify_changes, ..wishes },
            ),
            ("window-watch-sound", wishes.sound, WatchWishes { sound: !wishes.sound, ..wishes }),
        ];
        ui.add_space(measure::SPACE_S);
        interval_ui(ui, state, out);
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.add_space(measure::SPACE_S);
        for (key, on, flipped) in rows {
            hairline_ui(ui);
            if control::switch_row_ui(ui, &texts.get(key), "", on) {
                let settings = Settings { watch: flipped, ..state.settings.clone() };
                out.push(Message::SettingsChanged(Box::new(settings)));
            }
        }
        hairline_ui(ui);
        ui.add_space(measure::SPACE_S);
        label::text_ui(ui, texts.get("window-watch-closing"), fonts::SMALL, theme::palette(ui).ink_2);
        ui.add_space(measure::SPACE_S);
        if state.watching.timeline.samples.is_empty() {
            return;
        }
        hairline_ui(ui);
        ui.horizontal_wrapped(|ui| {
            for (key, ending) in [("window-watch-csv", "csv"), ("window-watch-json", "json")] {
                if Button::quiet(&texts.get(key)).icon(Icon::Download).show(ui).clicked() {
                    out.push(Message::WatchExportPressed(ending));
                }
            }
        });
    });
}

/// The pauses that are offered, in seconds. The settings file takes others.
const PAUSES_S: [u64; 4] = [15, 30, 60, 300];

/// How long to wait between looks.
fn interval_ui(ui: &mut Ui, state: &State, out: &mut Vec<Message>) {
    let wishes = state.settings.watch;
    let names: Vec<String> = PAUSES_S.iter().map(|secs| state.texts.duration_ms(secs * 1_000)).collect();
    let chosen = PAUSES_S.iter().position(|secs| Duration::from_secs(*secs) == wishes.every);
    let name = state.texts.get("window-watch-every");
    label::text_ui(ui, &name, fonts::ROW, theme::palette(ui).ink);
    ui.add_space(measure::SPACE_S);
    let picked = control::segmented_ui(ui, &name, &names, chosen.unwrap_or(usize::MAX));
    if let Some(secs) = picked.and_then(|index| PAUSES_S.get(index)) {
        let watch = WatchWishes { every: Duration::from_secs(*secs), ..wishes };
        out.push(Message::SettingsChanged(Box::new(Settings { watch, ..state.settings.clone() })));
    }
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
        (Some(false), _) if watching.is_in_doubt() => (StepStatus::Warning, "window-watch-doubt"),
        (Some(false), _) if watching.is_back() => (StepStatus::Passed, "window-watch-back"),
        (Some(false), _) => (StepStatus::Passed, "window-watch-up"),
    };
    let (text, message) = match (watching.is_on(), watching.is_up()) {
        (false, _) => (texts.get("window-watch"), Message::WatchPressed),
        (true, true) => (texts.get("window-open-page"), Message::OpenPagePressed),
        (true, false) => (texts.get("window-watch-stop"), Message::WatchStopped),
    };
    let button = match message {
        Message::WatchPressed => Button::primary(&text).icon(Icon::Bell),
        Message::OpenPagePressed => Button::primary(&text).icon(Icon::Open),
        _ => Button::secondary(&text).icon(Icon::Stop),
    };
    let wanted = button.wanted_width(ui);
    let beside = ui.available_width() - wanted > 400.0;
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
            ui.spacing_mut().item_spacing.y = 2.0;
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
    if watching.is_on() && watching.is_up() {
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
    let last = watching.last.as_ref();
    if let (Some(outage), Some(last)) = (watching.outages().last(), last) {
        let end = outage.to_ms.unwrap_or(last.unix_ms);
        // What was watched of it; while it goes on, all of it.
        let length = outage.took.map_or_else(|| u64::try_from(end - outage.from_ms).unwrap_or(0), |took| took.ms);
        let key = if outage.to_ms.is_some() { "window-watch-lasted" } else { "window-watch-since" };
        let words = Words::new(key).with("from", clock(outage.from_ms)).with("to", clock(end));
        said.push(texts.say(&words.with("length", duration_ms(length))));
        if outage.to_ms.is_some() && watching.timeline.good_row > 0 {
            said.push(texts.say(&Words::new("window-watch-row").with("count", watching.timeline.good_row)));
        }
    }
    if let (true, Some(last)) = (watching.is_on(), last) {
        // The moment of the next look stands still: a running countdown would repaint for nothing.
        let next = clock(last.unix_ms + i64::try_from(last.pause.as_millis()).unwrap_or(0));
        said.push(texts.say(&Words::new("window-watch-next").with("time", next)));
    }
    if watching.time_is_over {
        said.push(texts.get("window-watch-over"));
    }
    if last.is_none() {
        let has_history = !watching.timeline.samples.is_empty();
        let kept = || texts.get("window-watch-kept");
        said.push(if has_history { kept() } else { watching::pace(&state.settings, texts) });
    }
    texts.sentences(&said)
}

/// The time of day here.
pub(super) fn clock(unix_ms: i64) -> String {
    let Ok(time) = jiff::Timestamp::from_millisecond(unix_ms) else { return String::new() };
    time.to_zoned(jiff::tz::TimeZone::system()).strftime("%H:%M:%S").to_string()
}

fn change_ui(ui: &mut Ui, state: &State, changed: &Changed) {
    let (status, words) = match &changed.change {
        Change::Fails(what) => (StepStatus::Problem, Words::new("window-change-fails").with("what", what)),
        Change::Doubtful(what) => (StepStatus::Warning, Words::new("window-change-doubtful").with("what", what)),
        Change::Steady => (StepStatus::Passed, Words::new("window-change-steady")),
        Change::Improves => (StepStatus::Warning, Words::new("window-change-improves")),
        Change::Back => (StepStatus::Passed, Words::new("window-change-back")),
        Change::Works | Change::Nothing => (StepStatus::Passed, Words::new("window-change-works")),
    };
    row_ui(ui, changed.unix_ms, (status, state.texts.say(&words)), Some(state.texts.duration_ms(changed.ms)));
}

fn row_ui(ui: &mut Ui, unix_ms: i64, (status, said): (StepStatus, String), took: Option<String>) {
    let palette = theme::palette(ui);
    ui.horizontal(|ui| {
        label::line_ui(ui, clock(unix_ms), fonts::NUMBER, palette.ink_2);
        status_mark::status_mark_ui(ui, status);
        label::line_ui(ui, said, fonts::ROW, palette.ink);
        if let Some(took) = took {
            label::line_ui(ui, took, fonts::NUMBER, palette.ink_2);
        }
    });
}
