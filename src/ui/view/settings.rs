//! Settings: saved as they are changed, and every change can be taken back.

use std::time::Duration;

use egui::{Sense, Ui, Vec2};

use super::super::icon::Icon;
use super::super::language;
use super::super::message::Message;
use super::super::state::{Look, State};
use super::super::theme::{self, fonts, measure};
use super::super::widget::button::{Button, icon_button_ui};
use super::super::widget::card::{card_ui, focus_ring, hairline_ui};
use super::super::widget::{control, label};
use super::adding::{Adding, add_ui};
use crate::model::diagnosis::Words;
use crate::settings::{ProxyChoice, Settings, built_in_controls, built_in_resolvers};
use crate::text::LANGUAGES;

pub fn settings_ui(ui: &mut Ui, state: &State, out: &mut Vec<Message>) {
    let whole = ui.available_width();
    if whole < measure::NARROW {
        back_ui(ui, state, out);
        sections_ui(ui, state, out);
        return;
    }
    let (left, top) = (ui.cursor().left(), ui.cursor().top());
    ui.horizontal_top(|ui| {
        ui.add_space(LIST + measure::SPACE_GAP);
        let tops = ui.vertical(|ui| {
            ui.set_width(whole - LIST - measure::SPACE_GAP);
            sections_ui(ui, state, out)
        });
        // The list stays where it is while the page scrolls, and marks the part that is read.
        let place = egui::pos2(left, top.max(ui.clip_rect().top()));
        let rect = egui::Rect::from_min_size(place, Vec2::new(LIST, 400.0));
        let below = egui::Layout::top_down(egui::Align::Min);
        let mut list = ui.new_child(egui::UiBuilder::new().max_rect(rect).layout(below));
        list_ui(&mut list, state, &tops.inner, out);
    });
}

/// The width of the list at the left.
const LIST: f32 = 220.0;

/// The parts, in their order: the key of the title and the mark in the list.
const PARTS: [(&str, Icon); 7] = [
    ("window-set-dns", Icon::Signpost),
    ("window-set-controls", Icon::Check),
    ("window-set-world", Icon::Globe),
    ("window-set-times", Icon::Pulse),
    ("window-set-look", Icon::Sliders),
    ("window-set-proxy", Icon::Lock),
    ("window-set-about", Icon::Info),
];

fn back_ui(ui: &mut Ui, state: &State, out: &mut Vec<Message>) {
    ui.add_space(measure::SPACE_L);
    if Button::quiet(&state.texts.get("window-back")).icon(Icon::ArrowLeft).show(ui).clicked() {
        out.push(Message::BackPressed);
    }
}

/// Where the list wants to go; it is gone there in the next frame.
fn jump() -> egui::Id {
    egui::Id::unique("settings-jump")
}

/// The part of the list that was pressed last.
fn pressed() -> egui::Id {
    egui::Id::unique("gatemend-settings-pressed")
}

/// All parts; how high each one stands comes back.
fn sections_ui(ui: &mut Ui, state: &State, out: &mut Vec<Message>) -> Vec<f32> {
    let wanted = ui.data_mut(|data| data.remove_temp::<usize>(jump()));
    let mut tops = Vec::new();
    for (index, (key, _)) in PARTS.into_iter().enumerate() {
        tops.push(ui.cursor().top());
        if wanted == Some(index) {
            ui.scroll_to_cursor(Some(egui::Align::TOP));
        }
        section_ui(ui, state, key);
        let is_text = key == "window-set-about";
        card_ui(ui, 0, |ui| {
            let frame = egui::Frame::new().inner_margin(egui::Margin::symmetric(20, if is_text { 18 } else { 6 }));
            frame.show(ui, |ui| rows_ui(ui, key, state, out));
        });
    }
    tops
}

fn rows_ui(ui: &mut Ui, key: &str, state: &State, out: &mut Vec<Message>) {
    // Rows bring their own air.
    ui.spacing_mut().item_spacing.y = 0.0;
    match key {
        "window-set-dns" => resolvers_ui(ui, state, out),
        "window-set-controls" => controls_ui(ui, state, out),
        "window-set-world" => super::evidence::world::switch_ui(ui, state, out),
        "window-set-times" => times_ui(ui, state, out),
        "window-set-look" => look_ui(ui, state, out),
        "window-set-proxy" => proxy_ui(ui, state, out),
        _ => about_ui(ui, state),
    }
}

fn list_ui(ui: &mut Ui, state: &State, tops: &[f32], out: &mut Vec<Message>) {
    back_ui(ui, state, out);
    ui.add_space(measure::SPACE_XS);
    let palette = theme::palette(ui);
    ui.spacing_mut().item_spacing.y = 0.0;
    let line = ui.clip_rect().top() + 60.0;
    // What was pressed last is lit until the reader scrolls: the last parts cannot come up to the top.
    let scrolled = ui.input(|input| input.smooth_scroll_delta().y != 0.0 || input.pointer.any_pressed());
    if scrolled {
        ui.data_mut(|data| data.remove_temp::<usize>(pressed()));
    }
    let pressed_last = ui.data(|data| data.get_temp::<usize>(pressed()));
    let now = pressed_last.unwrap_or_else(|| tops.iter().rposition(|top| *top <= line).unwrap_or(0));
    for (index, (key, icon)) in PARTS.into_iter().enumerate() {
        let name = state.texts.get(key);
        let here = index == now;
        let ink = if here { palette.accent } else { palette.ink_2 };
        let style = if here { fonts::STRONG.sized(14.0) } else { fonts::ROW.sized(14.0) };
        let galley = ui.painter().layout_job(label::wrapped(&name, style, ink, LIST - 52.0));
        let size = Vec2::new(LIST, measure::BUTTON.max(galley.size().y + 12.0));
        let (rect, response) = ui.allocate_exact_size(size, Sense::click());
        response.widget_info(|| egui::WidgetInfo::selected(egui::Role::Link, true, here, &name));
        if here || response.hovered() {
            let ground = if here { palette.accent_soft } else { palette.sunken };
            ui.painter().rect_filled(rect, measure::RADIUS_FIELD, ground);
        }
        icon.paint(ui.painter(), rect.left_center() + Vec2::new(21.0, 0.0), 17.0, ink);
        let place = egui::pos2(rect.left() + 40.0, rect.center().y - galley.size().y / 2.0);
        ui.painter().galley(place.round(), galley, ink);
        focus_ring(ui, &response, rect, measure::RADIUS_FIELD);
        if response.clicked() {
            ui.data_mut(|data| {
                data.insert_temp(jump(), index);
                data.insert_temp(pressed(), index);
            });
            ui.ctx().request_repaint();
        }
    }
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
    hairline_ui(ui);
    let (title, about) = (texts.get("window-set-official"), texts.get("window-set-official-about"));
    if control::switch_row_ui(ui, &title, &about, state.settings.ask_authoritative) {
        change(Settings { ask_authoritative: !state.settings.ask_authoritative, ..state.settings.clone() });
    }
    let mut all = used.clone();
    all.extend(built_in_resolvers().into_iter().filter(|one| !used.contains(one)));
    for server in all {
        hairline_ui(ui);
        let on = used.contains(&server);
        let transport = crate::report::words::Speech::new(texts).transport(server.transport);
        if control::switch_row_ui(ui, &server.name, &texts.list(&[server.ip_port.to_string(), transport]), on) {
            let mut settings = state.settings.clone();
            if on {
                settings.resolvers.retain(|one| *one != server);
            } else {
                settings.resolvers.push(server);
            }
            change(settings);
        }
    }
    hairline_ui(ui);
    let adding = Adding {
        id: "server",
        hint: "192.0.2.53",
        typed: &state.server,
        error: state.server_error,
        keys: ("window-set-add-field", "window-set-add"),
        edited: Message::ServerEdited,
        added: Message::ServerAdded,
    };
    add_ui(ui, state, adding, out);
}

/// Which proxy the checks go through; one that the file names can be chosen as well.
fn proxy_ui(ui: &mut Ui, state: &State, out: &mut Vec<Message>) {
    let now = &state.settings.proxy;
    let mut choices = vec![ProxyChoice::System, ProxyChoice::None];
    if matches!(now, ProxyChoice::Fixed { .. }) {
        choices.push(now.clone());
    }
    let names = choices.iter().map(|choice| match choice {
        ProxyChoice::System => state.texts.get("window-look-system"),
        ProxyChoice::None => state.texts.get("window-proxy-none"),
        ProxyChoice::Fixed { host, port } => format!("{host}:{port}"),
    });
    let names: Vec<String> = names.collect();
    let chosen = choices.iter().position(|choice| choice == now).unwrap_or(0);
    if let Some(proxy) =
        control::choice_row_ui(ui, &state.texts.get("window-proxy"), &names, chosen).and_then(|at| choices.get(at))
    {
        out.push(Message::SettingsChanged(Box::new(Settings { proxy: proxy.clone(), ..state.settings.clone() })));
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
    hairline_ui(ui);
    let adding = Adding {
        id: "page",
        hint: "www.example.org",
        typed: &state.page,
        error: state.page_error,
        keys: ("window-set-page-field", "window-set-page"),
        edited: Message::PageEdited,
        added: Message::PageAdded,
    };
    add_ui(ui, state, adding, out);
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
        let text = texts.duration_ms(u64::try_from(now.as_millis()).unwrap_or(u64::MAX));
        let place = (rect.center(), egui::Align2::CENTER_CENTER);
        label::paint_line(ui.painter(), place, &text, fonts::NUMBER, palette.ink, 56.0);
        if icon_button_ui(ui, Icon::Plus, &texts.say(&Words::new("window-more").with("what", &title)), false).clicked()
        {
            to = Some((seconds + step).min(*range.end()));
        }
    });
    to.map(Duration::from_secs).filter(|to| *to != now)
}

/// The system's language, or one of the table by its own name.
fn language_ui(ui: &mut Ui, state: &State, out: &mut Vec<Message>) {
    let texts = &state.texts;
    let own = LANGUAGES.iter().map(|one| language::name_of(state, one));
    let names: Vec<String> = std::iter::once(texts.get("window-language-system")).chain(own).collect();
    let now = state.settings.language.and_then(|now| LANGUAGES.iter().position(|one| **one == *now));
    if let Some(index) =
        control::choice_row_ui(ui, &texts.get("window-language"), &names, now.map_or(0, |index| index + 1))
    {
        let language = index.checked_sub(1).and_then(|index| LANGUAGES.get(index).copied());
        out.push(Message::SettingsChanged(Box::new(Settings { language, ..state.settings.clone() })));
    }
    if let Some(language) = language::without_letters(state) {
        let words = Words::new("window-language-no-letters").with("language", language.english_name);
        label::text_ui(ui, texts.say(&words), fonts::SMALL, theme::palette(ui).bad);
    }
}

fn look_ui(ui: &mut Ui, state: &State, out: &mut Vec<Message>) {
    let texts = &state.texts;
    let look = state.look;
    let row = |ui: &mut Ui, key: &str, names: [&str; 3], chosen: usize| {
        let names: Vec<String> =
            names.into_iter().filter(|name| !name.is_empty()).map(|name| texts.get(name)).collect();
        control::choice_row_ui(ui, &texts.get(key), &names, chosen)
    };
    language_ui(ui, state, out);
    hairline_ui(ui);
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
    let still_now = match look.still {
        None => 0,
        Some(false) => 1,
        Some(true) => 2,
    };
    let names = ["window-look-system", "window-motion-full", "window-motion-reduced"];
    if let Some(index) = row(ui, "window-motion", names, still_now) {
        let still = [None, Some(false), Some(true)].get(index).copied().flatten();
        out.push(Message::LookChanged(Look { still, ..look }));
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
