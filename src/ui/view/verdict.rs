//! The verdict: who has to act, why, what to do, and how we know.

use egui::{Align, Color32, Layout, Sense, Shape, Stroke, Ui, Vec2, WidgetInfo};

use super::super::icon::Icon;
use super::super::message::Message;
use super::super::reading::{LogView, Reading};
use super::super::region::{self, Region};
use super::super::state::{State, Tab};
use super::super::theme::{self, fonts, measure};
use super::super::widget::button::Button;
use super::super::widget::card::{card_ui, columns_ui, focus_ring, hairline_ui};
use super::super::widget::chip::{chip_ui, confidence_ui};
use super::super::widget::path::{Form, PathLook, path_ui};
use super::super::widget::{label, status_mark};
use crate::model::diagnosis::Words;
use crate::model::{Case, Cause, Confidence, Diagnosis, Ended, Fault, Reason, Role, StepStatus};
use crate::text::{duration_ms, host_shown};

/// Reasons on this screen; the others stand with the evidence.
const REASONS: usize = 5;

pub fn verdict_ui(ui: &mut Ui, state: &State, out: &mut Vec<Message>) {
    let Some(reading) = &state.reading else { return };
    let case = &reading.case;
    let output = super::path_band_ui(ui, state, case.role == Role::Owner, out);
    foreign_ui(ui, state);
    ui.add_space(measure::SPACE_L);
    let totals_beside = ui.available_width() > super::logs::TOTALS_FROM;
    let card = card_ui(ui, 20, |ui| {
        match &reading.logs {
            Some(logs) if totals_beside => with_totals_ui(ui, state, (case, logs), out),
            _ => headline_ui(ui, state, case, out),
        }
        ui.min_rect()
    });
    if let Some(x) = output.notch_x.filter(|_| state.opened.is_none()) {
        notch(ui, x, card.expand(20.0));
    }
    compare_ui(ui, state);
    if let Some(logs) = &reading.logs {
        super::logs::logs_ui(ui, state, logs, out);
    }
    ui.add_space(measure::SPACE_M);
    let Some(diagnosis) = reading.found() else {
        stopped_ui(ui, state, out);
        return;
    };
    let mut wishes = Vec::new();
    columns_ui(
        ui,
        0.584,
        |ui| {
            label::heading_ui(ui, &state.texts.get("window-can-do"), fonts::HEADING);
            card_ui(ui, 0, |ui| super::actions::actions_ui(ui, state, diagnosis, out));
        },
        |ui| {
            if let Some(logs) = &reading.logs {
                super::logs::words_ui(ui, state, logs, !totals_beside);
                ui.add_space(measure::SPACE_M);
            }
            label::heading_ui(ui, &state.texts.get("window-how-we-know"), fonts::HEADING);
            card_ui(ui, 8, |ui| reasons_ui(ui, state, diagnosis, &mut wishes));
            super::limits::limits_ui(ui, state, &reading.limits);
        },
    );
    out.append(&mut wishes);
}

const TOTALS: f32 = 250.0;

/// The verdict, and beside it how much the logs hold.
fn with_totals_ui(ui: &mut Ui, state: &State, (case, logs): (&Case, &LogView), out: &mut Vec<Message>) {
    let left = ui.available_width() - TOTALS - 2.0 * measure::SPACE_XXL;
    let row = ui.horizontal_top(|ui| {
        ui.vertical(|ui| {
            ui.set_width(left);
            headline_ui(ui, state, case, out);
        });
        ui.add_space(2.0 * measure::SPACE_XXL - ui.spacing().item_spacing.x);
        ui.vertical(|ui| {
            ui.set_width(TOTALS);
            ui.add_space(measure::SPACE_XS);
            super::logs::totals_ui(ui, state, logs);
        });
    });
    let rect = row.response.rect;
    let line = Stroke::new(measure::STROKE_HAIR, theme::palette(ui).line);
    ui.painter().vline((rect.left() + left + measure::SPACE_XXL).round() + 0.5, rect.y_range(), line);
}

/// The check-up before this one and this one, below each other.
fn compare_ui(ui: &mut Ui, state: &State) {
    let (Some(before), Some(now)) = (&state.before, &state.reading) else { return };
    if state.running {
        return;
    }
    let palette = theme::palette(ui);
    ui.add_space(measure::SPACE_S);
    card_ui(ui, 16, |ui| {
        label::heading_ui(ui, &state.texts.get("window-before-after"), fonts::HEADING);
        let name = |key: &str| state.texts.get(key);
        let width = |key: &str| label::width(ui.painter(), &name(key), fonts::LABEL_STRONG.font());
        let widest = width("window-before").max(width("window-after"));
        for (reading, key) in [(before, "window-before"), (now, "window-after")] {
            ui.push_id(key, |ui| {
                ui.horizontal(|ui| {
                    ui.scope(|ui| {
                        ui.set_max_width(ui.available_width().min(230.0));
                        let (picture, texts) = (&reading.picture, &state.texts);
                        let host = &reading.case.target.host;
                        path_ui(ui, &PathLook { picture, texts, host, form: Form::Mini, ghost: false });
                    });
                    // What they head begins at one line.
                    ui.scope(|ui| {
                        ui.set_min_width(widest);
                        ui.label(theme::text(name(key), fonts::LABEL_STRONG, palette.ink));
                    });
                    let headline = reading.case.diagnosis.as_ref().map(|found| found.headline.clone());
                    label::line_ui(ui, headline.unwrap_or_default(), fonts::ROW_TEXT, palette.ink_2);
                });
            });
        }
        let mut said: Vec<String> = nothing_new(before, now).map(|key| state.texts.get(key)).into_iter().collect();
        if state.changed {
            said.extend(since_the_change(before, now).map(|words| state.texts.say(&words)));
        }
        for text in said {
            let said = label::text_ui(ui, text, fonts::ROW_TEXT, palette.ink_2);
            ui.ctx().accesskit_node_builder(said.id, |node| node.set_live(egui::accesskit::Live::Polite));
        }
    });
}

/// The message for a page that fails in the same way as before.
fn nothing_new(before: &Reading, now: &Reading) -> Option<&'static str> {
    let (before, now) = (before.case.diagnosis.as_ref()?, now.case.diagnosis.as_ref()?);
    let same = (before.fault, before.cause) == (now.fault, now.cause);
    (same && now.fault != Fault::None).then_some("window-before-after-same")
}

/// How many requests failed by the logs before the change and since.
fn since_the_change(before: &Reading, now: &Reading) -> Option<Words> {
    match (before.failed_in_logs, now.failed_in_logs) {
        (Some(before), Some(since)) => {
            Some(Words::new("window-changed-logs").with("before", before).with("since", since))
        }
        // Logs that were not read again tell nothing about the change.
        (Some(_), None) => Some(Words::new("window-changed-logs-unread")),
        (None, _) => None,
    }
}

/// The card points up at the break.
fn notch(ui: &Ui, x: f32, card: egui::Rect) {
    let palette = theme::palette(ui);
    let x = x.clamp(card.left() + 24.0, card.right() - 24.0);
    let at = |dx: f32, dy: f32| egui::pos2(x + dx, card.top() + dy);
    let points = vec![at(-11.0, 0.5), at(0.0, -10.5), at(11.0, 0.5)];
    let painter = ui.painter();
    painter.add(Shape::convex_polygon(
        vec![at(-11.0, 1.5), at(0.0, -10.5), at(11.0, 1.5)],
        palette.surface,
        Stroke::NONE,
    ));
    painter.add(Shape::line(points, Stroke::new(1.0, palette.line)));
}

/// A case that somebody else made says so.
fn foreign_ui(ui: &mut Ui, state: &State) {
    let Some(path) = &state.opened else { return };
    let palette = theme::palette(ui);
    let words = Words::new("window-foreign").with("file", path.display());
    chip_ui(ui, &state.texts.say(&words), Some(Icon::Folder), palette.ink_2, palette.sunken);
}

fn headline_ui(ui: &mut Ui, state: &State, case: &Case, out: &mut Vec<Message>) {
    let texts = &state.texts;
    let palette = theme::palette(ui);
    ui.spacing_mut().item_spacing.y = 5.0;
    // Chips are lower than what one presses.
    ui.spacing_mut().interact_size.y = 20.0;
    let Some(diagnosis) = state.reading.as_ref().and_then(|reading| reading.found()) else {
        let done = case.steps.iter().filter(|step| !is_open(step.status)).count();
        let words = Words::new("window-stopped").with("done", done).with("all", case.steps.len());
        ui.horizontal_top(|ui| {
            let (rect, _) = ui.allocate_exact_size(Vec2::splat(36.0), Sense::hover());
            status_mark::paint(ui.painter(), rect.center(), 26.0, StepStatus::Skipped, palette, 0.0);
            label::heading_ui(ui, &texts.say(&words), fonts::DISPLAY);
        });
        return;
    };
    let wide = ui.available_width() > 720.0;
    let chips = |ui: &mut Ui| {
        let (ink, ground, icon) = who_colours(ui, diagnosis.fault, case.role);
        chip_ui(ui, &who(state, case, diagnosis), icon, ink, ground);
        if diagnosis.fault != Fault::Unknown {
            let word = texts.get(&format!("window-confidence-{}", diagnosis.fault_confidence));
            let about = texts.get(&format!("report-sure-{}", diagnosis.fault_confidence));
            confidence_ui(ui, diagnosis.fault_confidence, &word, &about);
        }
    };
    if wide {
        ui.horizontal(|ui| {
            chips(ui);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| when_ui(ui, state, case, out));
        });
    } else {
        ui.horizontal_wrapped(chips);
    }
    ui.add_space(2.0);
    let short = short(state, case, diagnosis);
    let (first, rest) = match &short {
        Some(short) => (short.as_str(), ""),
        None => split(&diagnosis.headline),
    };
    let heading = label::heading_ui(ui, first, fonts::DISPLAY);
    ui.ctx().accesskit_node_builder(heading.id, |node| node.set_live(egui::accesskit::Live::Polite));
    let host = host_shown(&case.target.host);
    if let Some(other) = host.second {
        let key = if host.mixes { "window-host-mixes" } else { "window-host-other" };
        label::text_ui(
            ui,
            texts.say(&Words::new(key).with("first", host.first).with("other", other)),
            fonts::SMALL,
            palette.ink_3,
        );
    }
    ui.scope(|ui| {
        ui.set_max_width(ui.available_width().min(820.0));
        if !rest.is_empty() {
            label::text_ui(ui, rest, fonts::BODY, palette.ink_2);
        }
        let means = texts.get(&format!("cause-{}-means", diagnosis.cause));
        if diagnosis.cause != Cause::Unknown && diagnosis.fault != Fault::None {
            label::text_ui(ui, means, fonts::BODY, palette.ink_2);
        }
    });
    reason_line_ui(ui, state, case, diagnosis);
    if !wide {
        ui.horizontal_wrapped(|ui| when_ui(ui, state, case, out));
    }
}

/// The verdict in few plain words, where there is a sentence for this reader.
fn short(state: &State, case: &Case, diagnosis: &Diagnosis) -> Option<String> {
    let host = &case.target.host;
    let own = format!("short-{}-owner", diagnosis.cause);
    let key = match case.role {
        Role::Owner if state.texts.has(&own) => own,
        _ => format!("short-{}", diagnosis.cause),
    };
    // A verdict that is not sure of the side must not say "it is not you".
    let sure = diagnosis.fault_confidence >= Confidence::Strong;
    if !sure || !state.texts.has(&key) {
        return None;
    }
    let said = state.texts.say(&Words::new(key).with("host", host).with("sure", diagnosis.confidence));
    let not_you = diagnosis.fault.is_the_sites() && case.role == Role::Visitor;
    Some(if not_you { state.texts.sentences(&[state.texts.get("window-not-you"), said]) } else { said })
}

/// The first sentence stands large.
fn split(headline: &str) -> (&str, &str) {
    match headline.find(". ") {
        Some(end) => (&headline[..=end], headline[end + 2..].trim_start()),
        None => (headline, ""),
    }
}

fn reason_line_ui(ui: &mut Ui, state: &State, case: &Case, diagnosis: &Diagnosis) {
    if matches!(diagnosis.cause, Cause::Unknown | Cause::Healthy) {
        return;
    }
    let texts = &state.texts;
    let palette = theme::palette(ui);
    ui.add_space(2.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = Vec2::new(8.0, 0.0);
        // Words and dots are as high as a line, so that they stand on one.
        ui.spacing_mut().interact_size.y = fonts::SMALL.line;
        ui.label(theme::text(texts.get("window-reason"), fonts::LABEL_STRONG, palette.ink));
        ui.label(theme::text(texts.get(&format!("cause-{}-title", diagnosis.cause)), fonts::SMALL, palette.ink));
        let word = texts.get(&format!("window-confidence-{}", diagnosis.confidence));
        let about = texts.get(&format!("report-sure-{}", diagnosis.confidence));
        confidence_ui(ui, diagnosis.confidence, &word, &about);
    });
    // Beside what is certain nothing else stands.
    let open = diagnosis.confidence < Confidence::Certain;
    if let Some(other) = diagnosis.alternatives.first().filter(|_| open) {
        // What would tell them apart is mostly the site's own log: of use to its owner alone.
        let key = if case.role == Role::Owner { "window-or-how" } else { "window-or" };
        let words = Words::new(key)
            .with("cause", texts.get(&format!("cause-{}-title", other.cause)))
            .with("how", &other.separated_by);
        label::prose_ui(ui, &texts.say(&words), fonts::SMALL, palette.ink_3);
    }
}

/// Time and length of the check, or that it still goes on.
fn when_ui(ui: &mut Ui, state: &State, case: &Case, out: &mut Vec<Message>) {
    let palette = theme::palette(ui);
    if state.running {
        if Button::quiet(&state.texts.get("window-stop-short")).show(ui).clicked() {
            out.push(Message::StopPressed);
        }
        let (done, all) = state.reading.as_ref().map_or((0, 0), |reading| reading.progress());
        let words = Words::new("window-still").with("done", done).with("all", all);
        label::line_ui(ui, state.texts.say(&words), fonts::NUMBER, palette.accent);
        return;
    }
    let time = super::moment::when(state, &case.started);
    let took = took_ms(case).map(duration_ms).unwrap_or_default();
    let words = Words::new("window-checked").with("time", time).with("took", took);
    label::text_ui(ui, state.texts.say(&words), fonts::NUMBER, palette.ink_3);
}

/// How long the whole of it took, with what was looked at over time.
fn took_ms(case: &Case) -> Option<u64> {
    let moment = |text: &str| text.parse::<jiff::Timestamp>().ok();
    let whole = case.finished.as_deref().and_then(moment).zip(moment(&case.started));
    let ms = whole.and_then(|(finished, started)| u64::try_from(finished.duration_since(started).as_millis()).ok());
    ms.or(case.timing.full_ms)
}

fn who_colours(ui: &Ui, fault: Fault, role: Role) -> (Color32, Color32, Option<Icon>) {
    let palette = theme::palette(ui);
    match fault {
        Fault::None => (palette.good, palette.good_soft, Some(Icon::Check)),
        Fault::YourDevice | Fault::YourNetwork | Fault::DnsResolver => {
            (palette.accent, palette.accent_soft, Some(Icon::Person))
        }
        // Whose site it is can act themselves.
        fault if fault.is_the_sites() && role == Role::Owner => {
            (palette.accent, palette.accent_soft, Some(Icon::Wrench))
        }
        Fault::SiteDns | Fault::SiteEdge | Fault::SiteOrigin => (palette.bad, palette.bad_soft, Some(Icon::Wrench)),
        Fault::Path => (palette.ink_2, palette.sunken, Some(Icon::Globe)),
        Fault::Unknown => (palette.ink_2, palette.sunken, Some(Icon::Info)),
    }
}

/// Who has to act, in the chip's words.
fn who(state: &State, case: &Case, diagnosis: &Diagnosis) -> String {
    let key = match diagnosis.fault {
        fault if fault.is_the_sites() && case.role == Role::Owner => "window-who-owner".to_owned(),
        Fault::None if diagnosis.cause != Cause::Healthy => "window-who-none-over".to_owned(),
        fault => format!("window-who-{fault}"),
    };
    // Some causes leave it to another than their fault does in general.
    let own = format!("{key}-{}", diagnosis.cause);
    state.texts.get(if state.texts.has(&own) { &own } else { &key })
}

fn reasons_ui(ui: &mut Ui, state: &State, diagnosis: &Diagnosis, out: &mut Vec<Message>) {
    ui.spacing_mut().item_spacing.y = 0.0;
    for reason in diagnosis.because.iter().take(REASONS) {
        reason_ui(ui, state, diagnosis, reason, out);
    }
    ui.add_space(6.0);
    hairline_ui(ui);
    let palette = theme::palette(ui);
    let count = state.reading.as_ref().map_or(0, |reading| reading.facts.len());
    let text = state.texts.say(&Words::new("window-all-observations").with("count", count));
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), 44.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &text));
    let place = (rect.left_center() + Vec2::new(13.0, 0.0), egui::Align2::LEFT_CENTER);
    label::paint_line(ui.painter(), place, &text, fonts::STRONG.sized(14.0), palette.accent, rect.width() - 50.0);
    Icon::Chevron.paint(ui.painter(), rect.right_center() - Vec2::new(20.0, 0.0), 16.0, palette.ink_2);
    focus_ring(ui, &response, rect, 8);
    region::mark(ui.ctx(), Region::Content, response.id);
    if response.clicked() {
        out.push(Message::TabChosen(Tab::Evidence));
    }
}

fn reason_ui(ui: &mut Ui, state: &State, diagnosis: &Diagnosis, reason: &Reason, out: &mut Vec<Message>) {
    let palette = theme::palette(ui);
    let width = ui.available_width();
    let galley = ui.painter().layout_job(label::wrapped(&reason.text, fonts::ROW_TEXT, palette.ink, width - 96.0));
    let (rect, response) = ui.allocate_exact_size(Vec2::new(width, galley.size().y.max(21.0) + 20.0), Sense::click());
    let shows_the_fault = reason.speaks_for_it && diagnosis.fault != Fault::None;
    let status = if shows_the_fault { StepStatus::Problem } else { StepStatus::Passed };
    let count = reason.observations.len();
    let word = state.texts.get(&format!("report-status-{}", status.name()));
    let said = Words::new("window-reason-said").with("word", word).with("text", &reason.text).with("count", count);
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, state.texts.say(&said)));
    if response.hovered() {
        ui.painter().rect_filled(rect, 8, palette.sunken);
    }
    let painter = ui.painter();
    status_mark::paint(painter, egui::pos2(rect.left() + 23.0, rect.top() + 21.0), 18.0, status, palette, 0.0);
    painter.galley(egui::pos2(rect.left() + 46.0, rect.top() + 10.0), galley, palette.ink);
    let place = (egui::pos2(rect.right() - 12.0, rect.top() + 21.0), egui::Align2::RIGHT_CENTER);
    label::paint_line(painter, place, &count.to_string(), fonts::NUMBER, palette.ink_3, 36.0);
    focus_ring(ui, &response, rect, 8);
    let verify = reason.verify.as_ref().map(|command| Words::new("window-verify").with("command", command));
    let verify = verify.map(|words| format!("\n{}", state.texts.say(&words))).unwrap_or_default();
    let response = response.on_hover_text(format!("{}{verify}", reason.text));
    if response.clicked() {
        let first = state.reading.iter().flat_map(|reading| &reading.facts);
        let mut rows = first.filter(|row| reason.observations.iter().any(|id| id.0 == row.id));
        match rows.next() {
            Some(row) => out.push(Message::StationChosen(row.station)),
            None => out.push(Message::TabChosen(Tab::Evidence)),
        }
    }
}

/// Whether nothing came of a step.
fn is_open(status: StepStatus) -> bool {
    matches!(status, StepStatus::Waiting | StepStatus::Running | StepStatus::Skipped)
}

/// Stopped before there was a verdict: what is known, and the way on.
fn stopped_ui(ui: &mut Ui, state: &State, out: &mut Vec<Message>) {
    let Some(reading) = &state.reading else { return };
    card_ui(ui, 20, |ui| {
        let key = if reading.case.ended == Some(Ended::Cancelled) { "window-stopped-known" } else { "cli-no-verdict" };
        label::text_ui(ui, state.texts.get(key), fonts::BODY, theme::palette(ui).ink_2);
        ui.add_space(measure::SPACE_S);
        let (open, seen): (Vec<_>, Vec<_>) = reading.case.steps.iter().partition(|step| is_open(step.status));
        for step in seen {
            super::checking::sentence_ui(ui, step.status, &state.texts.titled(&step.title, &step.summary));
        }
        if !open.is_empty() {
            let titles: Vec<&str> = open.iter().map(|step| step.title.as_str()).collect();
            let words = Words::new("window-stopped-open").with("steps", state.texts.list(&titles));
            super::checking::sentence_ui(ui, StepStatus::Skipped, &state.texts.say(&words));
        }
        ui.add_space(measure::SPACE_S);
        ui.horizontal(|ui| {
            if Button::primary(&state.texts.get("window-again")).icon(Icon::Refresh).show(ui).clicked() {
                out.push(Message::CheckPressed);
            }
            if Button::secondary(&state.texts.get("window-new-check")).show(ui).clicked() {
                out.push(Message::NewCheckPressed);
            }
        });
    });
}
