//! What the reader can do: at most one button that stands out, and what to leave alone.

use egui::{Align, Layout, Sense, Ui, Vec2};

use super::super::icon::Icon;
use super::super::message::Message;
use super::super::region::{self, Region};
use super::super::state::State;
use super::super::theme::{self, fonts};
use super::super::watching;
use super::super::widget::button::Button;
use super::super::widget::card::hairline_ui;
use super::super::widget::label;
use crate::model::configuration::Gateway;
use crate::model::diagnosis::Words;
use crate::model::{Browser, Cause, Diagnosis, Fault, NextStep, Remedy, Role, Seen, Who};
use crate::report::error_page::{self, Shown};

pub fn actions_ui(ui: &mut Ui, state: &State, diagnosis: &Diagnosis, out: &mut Vec<Message>) {
    let texts = &state.texts;
    ui.spacing_mut().item_spacing.y = 0.0;
    let mine = diagnosis.fault.is_near_the_visitor();
    let is_owner = state.reading.as_ref().is_some_and(|reading| reading.case.role == Role::Owner);
    // What the site's people have to do stands in the message to them; a visitor cannot do it.
    let theirs = |who: Who| matches!(who, Who::Owner | Who::Host);
    let is_to_tell = |next: &&NextStep| next.words.key.starts_with("next-send-report");
    let waits = diagnosis.fault.is_the_sites() && !is_owner;
    let mut shown: Vec<&NextStep> =
        diagnosis.next.iter().filter(|next| is_owner || !theirs(next.who)).filter(|next| !is_to_tell(next)).collect();
    // Another cause of the logs was pressed: what to do is about that one.
    let pressed = state.reading.as_ref().and_then(|reading| reading.logs.as_ref()).filter(|_| is_owner);
    let pressed = pressed.filter(|_| state.log_cause.is_some());
    let other = pressed.and_then(|logs| logs.words.get(state.log_cause_shown(logs)));
    let other = other.filter(|words| words.cause != diagnosis.cause);
    if other.is_some() {
        shown.clear();
    }
    let lead = lead(state, diagnosis);
    // What a visitor of a broken site can do is to wait: it stands with the button for that.
    let place = shown.iter().position(|next| (waits || lead.is_some()) && next.who == Who::Visitor);
    let said = place.map(|place| shown.remove(place).action.clone());
    let any = !shown.is_empty() || lead.is_some();
    let has_lead = lead.is_some();
    let signs_in = lead.as_ref().is_some_and(|lead| matches!(lead.message, Message::SignInPressed(_)));
    let watch_about = said.clone().filter(|_| !has_lead).unwrap_or_else(|| watching::pace(&state.settings, texts));
    if let Some(lead) = lead {
        lead_ui(ui, state, lead, &said.unwrap_or_default(), out);
    }
    // What stands first leads through the signing in itself.
    let besides = |remedy| !(signs_in && remedy == Remedy::SignInToNetwork);
    let tries = remedies_ui(ui, state, (has_lead, mine && !has_lead), besides, out);
    let any = any || tries;
    if let Some(other) = other {
        let cause = state.texts.get(&format!("cause-{}-title", other.cause));
        let title = state.texts.say(&Words::new("window-next-for-cause").with("cause", cause));
        for (place, advice) in other.advice.iter().enumerate() {
            action_ui(ui, Icon::ArrowRight, if place == 0 { &title } else { "" }, advice, NO_BUTTON);
        }
    }
    let any = any || other.is_some();
    let mut before: Option<Who> = None;
    for next in shown {
        if before.is_some() || has_lead || tries {
            hairline_ui(ui);
        }
        // Whose turn it is stands once above all of their steps; the reader's own need no such title.
        let who = match next.who {
            Who::Visitor => None,
            who => Some(who).filter(|who| before != Some(*who)),
        };
        let title = who.map(|who| match (is_owner, who) {
            (true, Who::Owner) => texts.get("window-next-own"),
            _ => texts.get(&format!("window-next-{}", who.name())),
        });
        let title = title.unwrap_or_default();
        action_ui(ui, Icon::ArrowRight, &title, &next.action, NO_BUTTON);
        if let Some(change) = &next.change {
            super::change::change_ui(ui, state, change, out);
        }
        before = Some(next.who);
    }
    let changes = is_owner && diagnosis.fault.is_the_sites() && state.opened.is_none() && !state.running;
    if changes {
        if any {
            hairline_ui(ui);
        }
        changed_ui(ui, state, !has_lead, out);
    }
    let any = any || changes;
    if diagnosis.fault != Fault::None {
        if any {
            hairline_ui(ui);
        }
        let text = texts.get(if state.watching.is_on() { "window-see-watch" } else { "window-watch" });
        action_ui(
            ui,
            Icon::Pulse,
            &texts.get("window-watch-title"),
            &watch_about,
            Some((text.as_str(), |ui: &mut Ui, narrow: bool| {
                let button =
                    if mine || has_lead || changes { Button::secondary(&text) } else { Button::primary(&text) };
                let watch = button.icon(Icon::Bell).full(narrow).show(ui);
                region::mark(ui.ctx(), Region::Content, watch.id);
                if watch.clicked() {
                    out.push(Message::WatchPressed);
                }
            })),
        );
        tell_ui(ui, state, out);
    }
    if is_owner && diagnosis.fault.is_the_sites() {
        error_page_ui(ui, state, out);
    }
    if !diagnosis.leave_alone.is_empty() {
        hairline_ui(ui);
        let all: Vec<String> = diagnosis.leave_alone.iter().map(|one| texts.titled(&one.what, &one.why)).collect();
        action_ui(ui, Icon::Check, &texts.get("window-leave-alone"), &all.join("\n"), NO_BUTTON);
    }
    if !diagnosis.not_tested.is_empty() {
        hairline_ui(ui);
        let all: Vec<String> = diagnosis.not_tested.iter().map(|one| texts.titled(&one.what, &one.why)).collect();
        action_ui(ui, Icon::Info, &texts.get("cli-not-tested"), &all.join("\n"), NO_BUTTON);
    }
}

/// For owners who have mended something: the same check again, and the logs from now on.
fn changed_ui(ui: &mut Ui, state: &State, stands_out: bool, out: &mut Vec<Message>) {
    let text = state.texts.get("window-changed");
    let about = if state.handed.files.is_empty() { "window-changed-about" } else { "window-changed-about-logs" };
    let button = |ui: &mut Ui, narrow: bool| {
        let button = if stands_out { Button::primary(&text) } else { Button::secondary(&text) };
        let pressed = button.icon(Icon::Refresh).full(narrow).show(ui);
        region::mark(ui.ctx(), Region::Content, pressed.id);
        if pressed.clicked() {
            out.push(Message::ChangedPressed(jiff::Timestamp::now().as_second()));
        }
    };
    let title = state.texts.get("window-changed-title");
    action_ui(ui, Icon::Refresh, &title, &state.texts.get(about), Some((text.as_str(), button)));
}

/// Whom to tell: a message for each, ready to be copied; the whole report where it is nobody's in particular.
fn tell_ui(ui: &mut Ui, state: &State, out: &mut Vec<Message>) {
    let texts = &state.texts;
    let Some(reading) = &state.reading else { return };
    let text = texts.get("window-copy-message");
    let mut row = |title: &str, about: &str, message: Message| {
        hairline_ui(ui);
        let button = |ui: &mut Ui, narrow: bool| {
            if Button::secondary(&text).icon(Icon::Copy).full(narrow).show(ui).clicked() {
                out.push(message);
            }
        };
        action_ui(ui, Icon::Message, title, about, Some((text.as_str(), button)));
    };
    let (title, about) = (texts.get("window-tell-title"), texts.get("window-tell-about"));
    match reading.recipients.as_slice() {
        [] => row(&title, &about, Message::MessageCopied),
        // Who else than those that the title speaks of.
        [(_, reach)] if reach.is_empty() => row(&title, &about, Message::LetterCopied(0)),
        all => {
            for (place, (to, reach)) in all.iter().enumerate() {
                let about = if reach.is_empty() { about.clone() } else { texts.list(reach) };
                row(to, &about, Message::LetterCopied(place));
            }
        }
    }
}

/// For owners: a page that tells their visitors to wait, and the lines that make the gateway show it.
fn error_page_ui(ui: &mut Ui, state: &State, out: &mut Vec<Message>) {
    let gateway = state.reading.as_ref().and_then(|reading| {
        reading.case.observations.iter().find_map(|one| match &one.seen {
            Seen::Configuration { configuration, .. } => configuration.seen().map(|read| read.gateway),
            _ => None,
        })
    });
    let gateway = gateway.unwrap_or(Gateway::Nginx);
    let (page, lines) = (
        state.texts.get("window-error-page-copy"),
        state.texts.say(&Words::new("window-error-page-lines").with("gateway", gateway.title())),
    );
    hairline_ui(ui);
    let button = |ui: &mut Ui, narrow: bool| {
        if Button::secondary(&page).icon(Icon::Copy).full(narrow).show(ui).clicked() {
            out.push(Message::TextCopied(error_page::page(&state.texts)));
        }
    };
    let (title, about) = (state.texts.get("window-error-page"), state.texts.get("window-error-page-about"));
    action_ui(ui, Icon::Message, &title, &about, Some((page.as_str(), button)));
    let button = |ui: &mut Ui, narrow: bool| {
        if Button::secondary(&lines).icon(Icon::Copy).full(narrow).show(ui).clicked() {
            let shown =
                Shown { folder: "/var/www/errors", file: "error-50x.html", retry_after: error_page::RETRY_AFTER };
            out.push(Message::TextCopied(error_page::snippet(gateway, shown)));
        }
    };
    let about = state.texts.get("window-error-page-lines-about");
    action_ui(ui, Icon::Wrench, "", &about, Some((lines.as_str(), button)));
}

/// How many things to try are offered at once: the mildest. The others come after them.
const REMEDIES: usize = 3;

/// What can be tried, each with a button. `first` says whether anything stands above, and whether the first button
/// stands out. Returns whether there is any.
fn remedies_ui(
    ui: &mut Ui,
    state: &State,
    (after, stands_out): (bool, bool),
    wanted: impl Fn(Remedy) -> bool,
    out: &mut Vec<Message>,
) -> bool {
    let Some(reading) = state.reading.as_ref().filter(|_| state.opened.is_none() && !state.running) else {
        return false;
    };
    for (place, told) in reading.remedies.iter().filter(|told| wanted(told.id)).take(REMEDIES).enumerate() {
        if after || place > 0 {
            hairline_ui(ui);
        }
        let said = |ending: &str| state.texts.say(&reading.remedy_words(told.id, ending, Browser::Chrome));
        let text = state.texts.get("guided-show");
        let button = |ui: &mut Ui, narrow: bool| {
            let primary = stands_out && place == 0;
            let button = if primary { Button::primary(&text) } else { Button::secondary(&text) };
            let pressed = button.trailing(Icon::ArrowRight).full(narrow).show(ui);
            region::mark(ui.ctx(), Region::Content, pressed.id);
            if pressed.clicked() {
                out.push(Message::GuidedChosen(told.id));
            }
        };
        action_ui(ui, Icon::Wrench, &said("title"), &said("about"), Some((text.as_str(), button)));
    }
    !reading.remedies.is_empty()
}

/// The one thing that helps more than to wait: its icon, the keys of its title and button, and what the button does.
struct Lead {
    icon: Icon,
    title: &'static str,
    button: &'static str,
    message: Message,
}

fn lead(state: &State, diagnosis: &Diagnosis) -> Option<Lead> {
    let reading = state.reading.as_ref()?;
    match diagnosis.cause {
        Cause::Nxdomain => Some(Lead {
            icon: Icon::Globe,
            title: "window-address-title",
            button: "window-address-change",
            message: Message::AddressWanted,
        }),
        // Somebody else's case says nothing about the network of this device.
        Cause::CaptivePortal if state.opened.is_none() => {
            let page = reading.sign_in.clone()?;
            Some(Lead {
                icon: Icon::Person,
                title: "window-sign-in-title",
                button: "window-sign-in",
                message: Message::SignInPressed(page),
            })
        }
        _ => None,
    }
}

fn lead_ui(ui: &mut Ui, state: &State, lead: Lead, about: &str, out: &mut Vec<Message>) {
    let texts = &state.texts;
    let (title, text) = (texts.get(lead.title), texts.get(lead.button));
    let button = |ui: &mut Ui, full: bool| {
        let pressed = Button::primary(&text).icon(Icon::ArrowRight).full(full).show(ui);
        region::mark(ui.ctx(), Region::Content, pressed.id);
        if pressed.clicked() {
            out.push(lead.message);
        }
    };
    action_ui(ui, lead.icon, &title, about, Some((&text, button)));
}

/// Draws a button; as wide as its place where the second is set.
type DrawButton = fn(&mut Ui, bool);

const NO_BUTTON: Option<(&str, DrawButton)> = None;

/// Icon, what to do, one line why, and at most one button.
fn action_ui<B: FnOnce(&mut Ui, bool)>(ui: &mut Ui, icon: Icon, title: &str, about: &str, button: Option<(&str, B)>) {
    let palette = theme::palette(ui);
    let frame = egui::Frame::new().inner_margin(egui::Margin::symmetric(20, 13));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        let mut narrow = None;
        ui.horizontal_top(|ui| {
            let (rect, _) = ui.allocate_exact_size(Vec2::new(24.0, 24.0), Sense::hover());
            let ink = if icon == Icon::Check { palette.good } else { palette.ink_2 };
            icon.paint(ui.painter(), rect.center(), 22.0, ink);
            ui.add_space(8.0);
            let room = ui.available_width();
            // As wide as its words; they are never cut, since they are what one presses.
            let wanted = button.as_ref().map_or(0.0, |(text, _)| Button::primary(text).icon(icon).wanted_width(ui));
            let wide = room - wanted > 220.0 && button.is_some();
            ui.vertical(|ui| {
                ui.set_width(if wide { room - wanted - 16.0 } else { room });
                ui.spacing_mut().item_spacing.y = 2.0;
                if title.is_empty() {
                    label::prose_ui(ui, about, fonts::ROW_TEXT, palette.ink);
                    return;
                }
                label::text_ui(ui, title, fonts::STRONG, palette.ink);
                if !about.is_empty() {
                    label::prose_ui(ui, about, fonts::SMALL.sized(13.5), palette.ink_2);
                }
            });
            if let Some((_, button)) = button {
                if wide {
                    ui.with_layout(Layout::right_to_left(Align::Min), |ui| button(ui, false));
                } else {
                    narrow = Some(button);
                }
            }
        });
        if let Some(button) = narrow {
            ui.add_space(10.0);
            button(ui, true);
        }
    });
}
