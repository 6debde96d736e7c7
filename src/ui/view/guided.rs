//! A remedy, step by step: one thing to do at a time, a clock only where one has to wait, and what it changed.

use egui::{Align, Align2, Layout, Pos2, Rect, Sense, Shape, Stroke, Ui, UiBuilder, Vec2, WidgetInfo};

use super::super::guided::{self, Guided, Phase};
use super::super::icon::Icon;
use super::super::message::Message;
use super::super::reading::Reading;
use super::super::region::{self, Region};
use super::super::state::State;
use super::super::theme::{self, fonts, measure};
use super::super::widget::button::Button;
use super::super::widget::card::{card_ui, columns_ui, hairline_ui};
use super::super::widget::control::segmented_ui;
use super::super::widget::path::{Form, PathLook, path_ui};
use super::super::widget::qr::{Qr, qr_ui};
use super::super::widget::{label, status_mark};
use super::command::command_ui;
use super::watch::clock;
use crate::model::diagnosis::Words;
use crate::model::path::PathPicture;
use crate::model::remedy::Outcome;
use crate::model::{Answer, Browser, Remedy, StepStatus, Tried};
use crate::remedy::{Again, System, Told};

pub fn guided_ui(ui: &mut Ui, state: &State, guided: &Guided, out: &mut Vec<Message>) {
    let (Some(reading), Some(told)) = (&state.reading, guided.told()) else { return };
    super::path_band_ui(ui, state, true, out);
    ui.add_space(measure::SPACE_M);
    let say = Sayer { state, reading, guided };
    ui.horizontal_wrapped(|ui| {
        let heading = label::heading_ui(ui, &say.words("title"), fonts::DISPLAY.sized(24.0));
        ui.ctx().accesskit_node_builder(heading.id, |node| node.set_live(egui::accesskit::Live::Polite));
    });
    let palette = theme::palette(ui);
    label::text_ui(ui, say.words("about"), fonts::BODY, palette.ink_2);
    ui.add_space(measure::SPACE_M);
    let mut beside = Vec::new();
    columns_ui(
        ui,
        0.584,
        |ui| {
            card_ui(ui, 0, |ui| steps_ui(ui, &say, told, out));
        },
        |ui| {
            clock_ui(ui, &say, &mut beside);
            router_ui(ui, &say);
            result_ui(ui, &say, told);
            before_after_ui(ui, &say);
        },
    );
    out.append(&mut beside);
}

/// Everything that the words are made from.
struct Sayer<'a> {
    state: &'a State,
    reading: &'a Reading,
    guided: &'a Guided,
}

impl Sayer<'_> {
    /// The remedy's own message with this ending.
    fn words(&self, ending: &str) -> String {
        self.words_for(self.guided.browser, ending)
    }

    fn words_for(&self, browser: Browser, ending: &str) -> String {
        self.state.texts.say(&self.reading.remedy_words(self.guided.remedy, ending, browser))
    }

    fn get(&self, key: &str) -> String {
        self.state.texts.get(key)
    }
}

fn steps_ui(ui: &mut Ui, say: &Sayer<'_>, told: &Told, out: &mut Vec<Message>) {
    let palette = theme::palette(ui);
    ui.spacing_mut().item_spacing.y = 0.0;
    let frame = egui::Frame::new().inner_margin(egui::Margin::symmetric(20, 12));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        let words = Words::new("guided-things").with("count", told.steps.len()).with("minutes", told.minutes);
        label::text_ui(ui, say.state.texts.say(&words), fonts::STRONG, palette.ink);
        if of_a_browser(say, told) {
            ui.add_space(measure::SPACE_S);
            let known = &say.state.browsers;
            let choices = if known.is_empty() { Browser::ALL } else { known.as_slice() };
            let names: Vec<String> = choices.iter().map(|browser| browser.title().to_owned()).collect();
            let chosen = choices.iter().position(|browser| *browser == say.guided.browser).unwrap_or(0);
            if let Some(place) = segmented_ui(ui, &say.get("guided-browser"), &names, chosen)
                && let Some(browser) = choices.get(place)
            {
                out.push(Message::BrowserChosen(*browser));
            }
        }
    });
    for (place, step) in told.steps.iter().enumerate() {
        hairline_ui(ui);
        let command = step.command.on(System::here());
        step_ui(ui, say, (place, !told.undo && place + 1 == told.steps.len()), command, out);
    }
    if told.undo {
        hairline_ui(ui);
        frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            let words = Words::new("guided-undo").with("how", say.words("undo"));
            label::text_ui(ui, say.state.texts.say(&words), fonts::SMALL, palette.ink_2);
        });
    }
}

/// Whether its instructions differ from browser to browser.
fn of_a_browser(say: &Sayer<'_>, told: &Told) -> bool {
    let differs = |number: usize| {
        let said = |browser| say.words_for(browser, &number.to_string());
        said(Browser::Chrome) != said(Browser::Firefox)
    };
    told.again == Again::Person && (1..=told.steps.len()).any(differs)
}

/// One step; the last one's ground has the card's corners.
fn step_ui(
    ui: &mut Ui,
    say: &Sayer<'_>,
    (place, is_last): (usize, bool),
    command: Option<&str>,
    out: &mut Vec<Message>,
) {
    let palette = theme::palette(ui);
    let done = say.guided.done.get(place);
    let opens_on_a_phone = say.guided.told().is_some_and(|told| place + 1 == told.steps.len());
    let in_hand = done.is_none() && place == say.guided.done.len() && say.guided.phase == Phase::Doing;
    let ground = if in_hand { palette.accent_soft } else { palette.surface };
    let corner = if is_last { measure::RADIUS_CARD } else { 0 };
    let corners = egui::CornerRadius { sw: corner, se: corner, ..egui::CornerRadius::ZERO };
    let frame = egui::Frame::new().fill(ground).corner_radius(corners).inner_margin(egui::Margin::symmetric(20, 12));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal_top(|ui| {
            let status = match done {
                Some(_) => StepStatus::Passed,
                // It waits for the reader: a mark that turns would say that something goes on.
                None if in_hand => StepStatus::NeedsYou,
                None => StepStatus::Waiting,
            };
            status_mark::status_mark_ui(ui, status);
            ui.add_space(measure::SPACE_XS);
            ui.vertical(|ui| {
                ui.set_width(ui.available_width());
                ui.spacing_mut().item_spacing.y = 2.0;
                let ink = if done.is_some() || in_hand { palette.ink } else { palette.ink_2 };
                label::text_ui(ui, say.words(&(place + 1).to_string()), fonts::ROW, ink);
                if let Some(at) = done {
                    let words = Words::new("guided-done-at").with("time", clock(at * 1_000));
                    label::text_ui(ui, say.state.texts.say(&words), fonts::SMALL, palette.ink_2);
                }
                if let Some(command) = command {
                    command_ui(ui, &say.state.texts, command, out);
                }
                // The phone is at hand before its step is: the code stands there from the start.
                if let Some(code) = say.guided.code.as_ref().filter(|_| done.is_none() && opens_on_a_phone) {
                    code_ui(ui, say, code);
                }
                if let Some(page) = sign_in(say).filter(|_| in_hand) {
                    ui.add_space(measure::SPACE_S);
                    if Button::secondary(&say.get("window-sign-in")).icon(Icon::Open).show(ui).clicked() {
                        out.push(Message::SignInPressed(page.to_owned()));
                    }
                    label::text_ui(ui, page, fonts::MONO, palette.ink_2);
                }
                if in_hand && opens_privately(say) {
                    ui.add_space(measure::SPACE_S);
                    let text = say.get("guided-open-privately");
                    if Button::secondary(&text).icon(Icon::Open).show(ui).clicked() {
                        out.push(Message::OpenPrivatelyPressed);
                    }
                }
            });
        });
    });
}

/// The network's sign-in page, where it is what the steps speak of.
fn sign_in<'s>(say: &Sayer<'s>) -> Option<&'s str> {
    say.reading.sign_in.as_deref().filter(|_| say.guided.remedy == Remedy::SignInToNetwork)
}

/// Whether this program can open the private window that the steps speak of.
fn opens_privately(say: &Sayer<'_>) -> bool {
    let browser = say.guided.browser;
    say.guided.remedy == Remedy::PrivateWindow && browser != Browser::Safari && say.state.browsers.contains(&browser)
}

/// The address for a phone's camera, and what to do with it.
fn code_ui(ui: &mut Ui, say: &Sayer<'_>, code: &Qr) {
    let url = say.reading.case.target.url.as_str();
    ui.add_space(measure::SPACE_S);
    qr_ui(ui, code, &say.state.texts.say(&Words::new("guided-code").with("url", url)));
    ui.add_space(measure::SPACE_XS);
    label::text_ui(ui, say.get("guided-code-about"), fonts::SMALL, theme::palette(ui).ink_2);
}

/// A ring that empties while one waits.
fn clock_ui(ui: &mut Ui, say: &Sayer<'_>, out: &mut Vec<Message>) {
    let Some((wait, since)) = say.guided.waits() else { return };
    let left = i64::from(wait) - ((say.state.now)() - since);
    if left <= 0 {
        out.push(Message::GuidedStepDone((say.state.now)()));
        return;
    }
    ui.ctx().request_repaint_after_secs(1.0);
    let palette = theme::palette(ui);
    card_ui(ui, 20, |ui| {
        ui.horizontal(|ui| {
            let (rect, response) = ui.allocate_exact_size(Vec2::splat(132.0), Sense::hover());
            let (minutes, seconds) = (left / 60, left % 60);
            let shown = format!("{minutes}:{seconds:02}");
            let words = Words::new("guided-left").with("time", &shown);
            response
                .widget_info(|| WidgetInfo::labeled(egui::Role::ProgressIndicator, true, say.state.texts.say(&words)));
            let part = left as f32 / wait.max(1) as f32;
            arc(ui, rect, 1.0, palette.accent_soft);
            arc(ui, rect, part, palette.accent);
            let painter = ui.painter();
            let at = |dy: f32| (rect.center() + Vec2::new(0.0, dy), Align2::CENTER_CENTER);
            label::paint_line(painter, at(-8.0), &shown, fonts::DISPLAY.sized(36.0), palette.ink, 110.0);
            label::paint_line(painter, at(22.0), &say.get("guided-usually-left"), fonts::SMALL, palette.ink_2, 110.0);
            ui.add_space(measure::SPACE_M);
            ui.vertical(|ui| {
                ui.set_width(ui.available_width());
                label::text_ui(ui, say.get("guided-waits"), fonts::STRONG, palette.ink);
                label::text_ui(ui, say.get("guided-waits-about"), fonts::SMALL, palette.ink_2);
            });
        });
    });
    ui.add_space(measure::SPACE_M);
}

/// Part of a circle, from the top and clockwise.
fn arc(ui: &Ui, rect: Rect, part: f32, colour: egui::Color32) {
    let radius = rect.width() / 2.0 - 6.0;
    let steps = (part * 96.0).ceil().max(1.0);
    let at = |step: f32| -> Pos2 {
        let angle = std::f32::consts::TAU * part * step / steps - std::f32::consts::FRAC_PI_2;
        rect.center() + radius * Vec2::angled(angle)
    };
    let points = (0..=steps as u16).map(|step| at(f32::from(step))).collect();
    ui.painter().add(Shape::line(points, Stroke::new(8.0, colour)));
}

/// What came of it, or what will be measured.
fn result_ui(ui: &mut Ui, say: &Sayer<'_>, told: &Told) {
    let (status, title, about) = match &say.guided.phase {
        Phase::Doing => match told.again {
            Again::Person => (StepStatus::Waiting, "guided-then-you", String::new()),
            Again::Page => (StepStatus::Waiting, "guided-then-page", String::new()),
            Again::Line => (StepStatus::Waiting, "guided-then-line", String::new()),
        },
        Phase::Asking => (StepStatus::NeedsYou, "guided-asks", String::new()),
        Phase::Measuring => {
            let key = if told.again == Again::Line { "guided-measures-line" } else { "guided-measures" };
            (StepStatus::Running, key, String::new())
        }
        Phase::Over(tried) => result(say, tried),
    };
    said_ui(ui, (status, &say.get(title), &[about, noticed(say).unwrap_or_default()]));
}

fn result(say: &Sayer<'_>, tried: &Tried) -> (StepStatus, &'static str, String) {
    let fails = |how: &str| say.state.texts.say(&Words::new("guided-fails-about").with("how", how));
    match tried.outcome() {
        Outcome::Helped => (StepStatus::Passed, "guided-helped", String::new()),
        Outcome::LoadsThere => (StepStatus::Warning, "guided-loads-there", say.get("step-guided-loads-there")),
        Outcome::NotDone => (StepStatus::Skipped, "guided-not-done", String::new()),
        Outcome::Fails(how) => (StepStatus::Problem, "guided-fails", fails(how)),
        Outcome::NoLine => (StepStatus::Problem, "guided-no-line", say.get("guided-no-line-about")),
        Outcome::LoadsHereAlone => (StepStatus::Warning, "guided-did-not-help", say.get("guided-works-here")),
        Outcome::LoadsAsBefore => (StepStatus::Passed, "guided-works", say.get("guided-works-about")),
        Outcome::DidNotHelp => (StepStatus::Warning, "guided-did-not-help", String::new()),
        Outcome::LoadsUnchanged => {
            (StepStatus::Passed, "guided-loads-unchanged", say.get("step-guided-loads-unchanged"))
        }
        Outcome::Unchanged => (StepStatus::NeedsYou, "guided-unchanged", say.get("step-guided-unchanged")),
    }
}

/// What this device showed of the remedy itself.
fn noticed(say: &Sayer<'_>) -> Option<String> {
    let Phase::Over(tried) = &say.guided.phase else { return None };
    tried.noticed.as_ref().map(|noticed| say.state.texts.say(&noticed.words()))
}

/// The router while it is restarted.
fn router_ui(ui: &mut Ui, say: &Sayer<'_>) {
    let router = &say.guided.router;
    let going_on = matches!(say.guided.phase, Phase::Doing | Phase::Measuring);
    let (status, title, about) = match () {
        () if !going_on => return,
        () if router.came_back() => (StepStatus::Passed, "guided-router-back", None),
        () if router.is_away_since().is_some() => {
            (StepStatus::Running, "guided-router-away", Some("guided-router-away-about"))
        }
        () if router.answers() => (StepStatus::Passed, "guided-router-answers", Some("guided-router-answers-about")),
        () => return,
    };
    let pause = guided::router::PAUSE.as_secs();
    let about = about.map(|key| say.state.texts.say(&Words::new(key).with("pause", pause))).unwrap_or_default();
    said_ui(ui, (status, &say.get(title), &[about]));
}

/// A mark, what is so, and what more there is to say.
fn said_ui(ui: &mut Ui, (status, title, about): (StepStatus, &str, &[String])) {
    let palette = theme::palette(ui);
    card_ui(ui, 16, |ui| {
        ui.horizontal_top(|ui| {
            status_mark::status_mark_ui(ui, status);
            ui.add_space(measure::SPACE_XS);
            ui.vertical(|ui| {
                ui.set_width(ui.available_width());
                let said = label::text_ui(ui, title, fonts::STRONG, palette.ink);
                ui.ctx().accesskit_node_builder(said.id, |node| node.set_live(egui::accesskit::Live::Polite));
                for about in about.iter().filter(|about| !about.is_empty()) {
                    label::text_ui(ui, about, fonts::SMALL, palette.ink_2);
                }
            });
        });
    });
    ui.add_space(measure::SPACE_M);
}

/// The path as it was before, and as the look afterwards saw it.
fn before_after_ui(ui: &mut Ui, say: &Sayer<'_>) {
    let palette = theme::palette(ui);
    card_ui(ui, 16, |ui| {
        label::heading_ui(ui, &say.get("window-before-after"), fonts::HEADING);
        mini_ui(ui, say, ("window-before", &say.reading.picture));
        if let Some(how) = &say.reading.fails {
            let words = Words::new("guided-failed-before").with("how", how);
            label::text_ui(ui, say.state.texts.say(&words), fonts::SMALL, palette.ink_2);
        }
        if let Some(picture) = &say.guided.now {
            hairline_ui(ui);
            mini_ui(ui, say, ("guided-now", picture));
        }
    });
}

fn mini_ui(ui: &mut Ui, say: &Sayer<'_>, (when, picture): (&str, &PathPicture)) {
    let palette = theme::palette(ui);
    ui.horizontal(|ui| {
        let width = 64.0;
        ui.allocate_ui_with_layout(Vec2::new(width, 20.0), Layout::left_to_right(Align::Center), |ui| {
            ui.set_min_width(width);
            ui.label(theme::text(say.get(when), fonts::LABEL_STRONG, palette.ink));
        });
        let host = &say.reading.case.target.host;
        path_ui(ui, &PathLook { picture, texts: &say.state.texts, host, form: Form::Mini, ghost: false });
    });
}

/// How high the buttons are where they stand below each other.
pub fn buttons_height(guided: &Guided) -> f32 {
    let count = match guided.phase {
        Phase::Asking => 4.0,
        Phase::Doing | Phase::Over(_) => 3.0,
        Phase::Measuring => 1.0,
    };
    count * (measure::BUTTON + measure::SPACE_S) + measure::SPACE_L
}

/// Back at the left; at the right what moves on, the likeliest last.
pub fn buttons_ui(ui: &mut Ui, state: &State, rect: Rect, narrow: bool, out: &mut Vec<Message>) {
    let (Some(reading), Some(guided)) = (&state.reading, &state.guided) else { return };
    let Some(told) = guided.told() else { return };
    let say = &Sayer { state, reading, guided };
    let mut buttons: Vec<(Button<'_>, Message)> = Vec::new();
    let word = |key: &str| say.get(key);
    let last = say.guided.done.len() + 1 == told.steps.len();
    let (done, back, not_done) = (
        word(if last && told.again != Again::Person { "guided-done-check" } else { "guided-done" }),
        word("guided-back"),
        word("guided-cannot"),
    );
    let (yes, no, next, anew) = (word("guided-yes"), word("guided-no"), word("guided-next"), word("guided-check-anew"));
    let other = say.reading.remedies.iter().find(|other| other.id != say.guided.remedy);
    match &say.guided.phase {
        Phase::Doing => {
            buttons.push((Button::primary(&done).icon(Icon::Check), Message::GuidedStepDone((state.now)())));
            buttons.push((Button::quiet(&not_done), Message::GuidedAnswered(Answer::NotDone)));
        }
        Phase::Asking => {
            buttons.push((Button::primary(&yes), Message::GuidedAnswered(Answer::Helped)));
            buttons.push((Button::secondary(&no), Message::GuidedAnswered(Answer::DidNotHelp)));
            buttons.push((Button::quiet(&not_done), Message::GuidedAnswered(Answer::NotDone)));
        }
        Phase::Measuring => {}
        Phase::Over(tried) => match other.filter(|_| !tried.helped()) {
            Some(other) => {
                buttons.push((Button::primary(&next).trailing(Icon::ArrowRight), Message::GuidedChosen(other.id)));
                buttons.push((Button::quiet(&anew), Message::CheckPressed));
            }
            None => buttons.push((Button::primary(&anew).icon(Icon::Refresh), Message::CheckPressed)),
        },
    }
    let back = (Button::secondary(&back).icon(Icon::ArrowLeft), Message::GuidedClosed);
    let mut show = |ui: &mut Ui, (button, message): (Button<'_>, Message)| {
        let response = button.full(narrow).show(ui);
        region::mark(ui.ctx(), Region::Footer, response.id);
        if response.clicked() {
            out.push(message);
        }
    };
    if narrow {
        let ui = &mut ui.new_child(UiBuilder::new().max_rect(rect).layout(Layout::top_down(Align::Min)));
        ui.spacing_mut().item_spacing.y = 0.0;
        for button in buttons.into_iter().chain(std::iter::once(back)) {
            show(ui, button);
            ui.add_space(measure::SPACE_S);
        }
        return;
    }
    let ui = &mut ui.new_child(UiBuilder::new().max_rect(rect).layout(Layout::left_to_right(Align::Center)));
    show(ui, back);
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        for button in buttons {
            show(ui, button);
        }
    });
}
