//! Settings: saved as they are changed, and every change can be taken back.

use std::time::Duration;

use egui::{Sense, Ui, Vec2};

use super::super::icon::Icon;
use super::super::message::Message;
use super::super::state::{Look, State};
use super::super::theme::{self, fonts, measure};
use super::super::widget::button::{Button, icon_button_ui};
use super::super::widget::card::{card_ui, hairline_ui};
use super::super::widget::{control, label};
use crate::model::diagnosis::Words;
use crate::settings::{Settings, built_in_controls, built_in_resolvers};
use crate::text::duration_ms;

pub fn settings_ui(ui: &mut Ui, state: &State, out: &mut Vec<Message>) {
    let texts = &state.texts;
    ui.add_space(measure::SPACE_L);
    if Button::quiet(&texts.get("window-back")).icon(Icon::ArrowLeft).show(ui).clicked() {
        out.push(Message::BackPressed);
    }
    section_ui(ui, state, "window-set-dns");
    card_ui(ui, 16, |ui| resolvers_ui(ui, state, out));
    section_ui(ui, state, "window-set-controls");
    card_ui(ui, 16, |ui| controls_ui(ui, state, out));
    section_ui(ui, state, "window-set-times");
    card_ui(ui, 16, |ui| times_ui(ui, state, out));
    section_ui(ui, state, "window-set-look");
    card_ui(ui, 16, |ui| look_ui(ui, state, out));
    section_ui(ui, state, "window-set-about");
    card_ui(ui, 20, |ui| about_ui(ui, state));
}

fn section_ui(ui: &mut Ui, state: &State, key: &str) {
    ui.add_space(measure::SPACE_L);
    label::heading_ui(ui, &state.texts.get(key), fonts::TITLE);
    let about = format!("{key}-about");
    if state.texts.has(&about) {
        label::text_ui(ui, state.texts.get(&about), fonts::SMALL, theme::palette(ui).ink_2);
    }
}

/// Those in use, and those of the built-in list that are not.
fn resolvers_ui(ui: &mut Ui, state: &State, out: &mut Vec<Message>) {
    let texts = &state.texts;
    let used = &state.settings.resolvers;
    let mut change = |settings: Settings| out.push(Message::SettingsChanged(Box::new(settings)));
    let system = (texts.get("window-set-system"), texts.get("window-set-system-about"));
    if control::switch_row_ui(ui, &system.0, &system.1, state.settings.ask_system_servers) {
        change(Settings { ask_system_servers: !state.settings.ask_system_servers, ..state.settings.clone() });
    }
    let mut all = used.clone();
    all.extend(built_in_resolvers().into_iter().filter(|one| !used.contains(one)));
    for server in all {
        hairline_ui(ui);
        let on = used.contains(&server);
        let transport = crate::report::words::Speech::new(texts).transport(server.transport);
        if control::switch_row_ui(ui, &server.name, &format!("{}, {transport}", server.ip_port), on) {
            let mut settings = state.settings.clone();
            if on {
                settings.resolvers.retain(|one| *one != server);
            } else {
                settings.resolvers.push(server);
            }
            change(settings);
        }
    }
}

fn controls_ui(ui: &mut Ui, state: &State, out: &mut Vec<Message>) {
    let used = &state.settings.controls;
    let mut all = used.clone();
    all.extend(built_in_controls().into_iter().filter(|one| !used.contains(one)));
    for (index, page) in all.into_iter().enumerate() {
        if index > 0 {
            hairline_ui(ui);
        }
        let on = used.contains(&page);
        if control::switch_row_ui(ui, &page.name, page.url.as_str(), on) {
            let mut settings = state.settings.clone();
            if on {
                settings.controls.retain(|one| *one != page);
            } else {
                settings.controls.push(page);
            }
            out.push(Message::SettingsChanged(Box::new(settings)));
        }
    }
}

fn times_ui(ui: &mut Ui, state: &State, out: &mut Vec<Message>) {
    let settings = &state.settings;
    let connect = stepper_ui(ui, state, "window-set-connect", settings.connect_timeout, 1..=30);
    if let Some(connect_timeout) = connect {
        out.push(Message::SettingsChanged(Box::new(Settings { connect_timeout, ..settings.clone() })));
    }
    hairline_ui(ui);
    let response = stepper_ui(ui, state, "window-set-response", settings.response_timeout, 5..=120);
    if let Some(response_timeout) = response {
        out.push(Message::SettingsChanged(Box::new(Settings { response_timeout, ..settings.clone() })));
    }
}

/// A length of time with a button for less and one for more.
fn stepper_ui(
    ui: &mut Ui,
    state: &State,
    key: &str,
    now: Duration,
    range: std::ops::RangeInclusive<u64>,
) -> Option<Duration> {
    let palette = theme::palette(ui);
    let texts = &state.texts;
    let title = texts.get(key);
    let seconds = now.as_secs().clamp(*range.start(), *range.end());
    let step = if seconds >= 20 { 5 } else { 1 };
    let mut to = None;
    ui.horizontal(|ui| {
        let width = (ui.available_width() - 170.0).max(120.0);
        ui.allocate_ui(Vec2::new(width, measure::TABLE_ROW), |ui| {
            ui.set_width(width);
            label::text_ui(ui, &title, fonts::LABEL_STRONG.sized(14.0), palette.ink);
        });
        if icon_button_ui(ui, Icon::Minus, &texts.say(&Words::new("window-less").with("what", &title)), false).clicked()
        {
            to = Some(seconds.saturating_sub(step).max(*range.start()));
        }
        let (rect, _) = ui.allocate_exact_size(Vec2::new(56.0, 40.0), Sense::hover());
        let text = duration_ms(u64::try_from(now.as_millis()).unwrap_or(u64::MAX));
        let place = (rect.center(), egui::Align2::CENTER_CENTER);
        label::paint_line(ui.painter(), place, &text, fonts::NUMBER, palette.ink, 56.0);
        if icon_button_ui(ui, Icon::Plus, &texts.say(&Words::new("window-more").with("what", &title)), false).clicked()
        {
            to = Some((seconds + step).min(*range.end()));
        }
    });
    to.map(Duration::from_secs).filter(|to| *to != now)
}

fn look_ui(ui: &mut Ui, state: &State, out: &mut Vec<Message>) {
    let texts = &state.texts;
    let look = state.look;
    let row = |ui: &mut Ui, key: &str, names: [&str; 3], chosen: usize| {
        let palette = theme::palette(ui);
        let mut picked = None;
        ui.horizontal_wrapped(|ui| {
            let title = texts.get(key);
            let width = (ui.available_width() - 260.0).max(120.0);
            ui.allocate_ui(Vec2::new(width, 36.0), |ui| {
                ui.set_width(width);
                label::text_ui(ui, &title, fonts::LABEL_STRONG.sized(14.0), palette.ink);
            });
            let names: Vec<String> =
                names.into_iter().filter(|name| !name.is_empty()).map(|name| texts.get(name)).collect();
            picked = control::segmented_ui(ui, &title, &names, chosen);
        });
        picked
    };
    let theme_now = match look.dark {
        None => 0,
        Some(false) => 1,
        Some(true) => 2,
    };
    let names = ["window-look-system", "window-look-light", "window-look-dark"];
    if let Some(index) = row(ui, "window-look", names, theme_now) {
        let dark = [None, Some(false), Some(true)].get(index).copied().flatten();
        out.push(Message::LookChanged(Look { dark, ..look }));
    }
    hairline_ui(ui);
    let names = ["window-motion-full", "window-motion-reduced", ""];
    if let Some(index) = row(ui, "window-motion", names, usize::from(look.still)) {
        out.push(Message::LookChanged(Look { still: index == 1, ..look }));
    }
    hairline_ui(ui);
    let sizes = [1.0, 1.25, 1.5];
    let now = sizes.iter().position(|size| (size - look.zoom).abs() < 0.06).unwrap_or(usize::MAX);
    let names = ["window-size-100", "window-size-125", "window-size-150"];
    if let Some(zoom) = row(ui, "window-size", names, now).and_then(|index| sizes.get(index).copied()) {
        out.push(Message::LookChanged(Look { zoom, ..look }));
    }
}

fn about_ui(ui: &mut Ui, state: &State) {
    let palette = theme::palette(ui);
    let texts = &state.texts;
    let words = Words::new("window-version")
        .with("version", env!("CARGO_PKG_VERSION"))
        .with("rules", crate::model::case::RULES);
    label::text_ui(ui, texts.say(&words), fonts::BODY, palette.ink);
    label::text_ui(ui, texts.get("window-no-telemetry"), fonts::SMALL, palette.ink_2);
    if let Some(file) = state.settings_file.clone().or_else(crate::store::default_settings_file) {
        let words = Words::new("window-settings-file").with("file", file.display());
        label::text_ui(ui, texts.say(&words), fonts::SMALL, palette.ink_2);
    }
    if let Some(folder) = &state.past_folder {
        let text = format!("{} {}", texts.get("window-past-kept"), folder.display());
        label::text_ui(ui, text, fonts::SMALL, palette.ink_2);
    }
}
