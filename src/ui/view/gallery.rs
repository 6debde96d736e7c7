//! All parts in all states, for those who work on them. Reached in debug builds by Ctrl+Shift+G.

use egui::{Sense, Ui, Vec2};

use super::super::icon::Icon;
use super::super::state::State;
use super::super::theme::{self, fonts, measure};
use super::super::widget::button::Button;
use super::super::widget::card::{card_ui, columns_ui};
use super::super::widget::chip::{chip_ui, confidence_ui};
use super::super::widget::path::{Form, PathLook, path_ui};
use super::super::widget::{control, label, status_mark};
use crate::model::path::{PathPicture, StationState};
use crate::model::{Confidence, StepId, StepKind, StepReport, StepStatus};

pub fn gallery_ui(ui: &mut Ui, state: &State) {
    let palette = theme::palette(ui);
    titled_ui(ui, "Status: shape, colour and word always together");
    card_ui(ui, 20, |ui| {
        ui.horizontal_wrapped(|ui| {
            for status in [
                StepStatus::Waiting,
                StepStatus::Running,
                StepStatus::Passed,
                StepStatus::Warning,
                StepStatus::Problem,
                StepStatus::Skipped,
                StepStatus::Failed,
                StepStatus::NeedsYou,
            ] {
                status_mark::status_mark_ui(ui, status);
                let word = state.texts.get(&format!("report-status-{}", status.name()));
                ui.label(theme::text(word, fonts::LABEL, status_mark::colour(status, palette)));
                ui.add_space(measure::SPACE_L);
            }
        });
    });
    use StationState as S;
    let pictures = [
        PathPicture::of([S::Unseen, S::Running, S::Fine, S::Doubtful, S::Broken, S::Unseen]),
        PathPicture::of([S::Fine, S::Fine, S::Fine, S::Fine, S::Fine, S::Concluded]),
        PathPicture::of([S::Fine, S::Fine, S::Failed, S::Running, S::Unseen, S::Unseen]),
        PathPicture::blank(),
    ];
    titled_ui(ui, "Stations and links: full, slim, compact, mini");
    for (picture, form) in pictures.iter().zip([Form::Full, Form::Slim, Form::Compact, Form::Mini]) {
        ui.push_id(form as u8, |ui| {
            card_ui(ui, 12, |ui| {
                // The compact one stands in narrow windows alone.
                if form == Form::Compact {
                    ui.set_max_width(ui.available_width().min(488.0));
                }
                path_ui(ui, &PathLook { picture, texts: &state.texts, host: "shop.example", form, ghost: false });
            });
        });
    }
    controls_ui(ui, state);
    rows_ui(ui, state);
    titled_ui(ui, "Type");
    card_ui(ui, 20, |ui| {
        for style in
            [fonts::DISPLAY, fonts::TITLE, fonts::HEADING, fonts::BODY, fonts::SMALL, fonts::NUMBER, fonts::MONO]
        {
            label::text_ui(ui, "Which page will not open? 0123456789", style, palette.ink);
        }
    });
}

fn titled_ui(ui: &mut Ui, title: &str) {
    ui.add_space(measure::SPACE_S);
    label::text_ui(ui, title, fonts::LABEL, theme::palette(ui).ink_2);
}

/// What one presses, types into and chooses from.
fn controls_ui(ui: &mut Ui, state: &State) {
    let palette = theme::palette(ui);
    titled_ui(ui, "Controls");
    card_ui(ui, 20, |ui| {
        ui.horizontal_wrapped(|ui| {
            Button::primary("Primary").icon(Icon::Bell).show(ui);
            Button::secondary("Secondary").icon(Icon::Copy).show(ui);
            Button::quiet("Quiet").show(ui);
            Button::primary("Not now").enabled(false).show(ui);
            chip_ui(ui, "You can fix this", Some(Icon::Person), palette.accent, palette.accent_soft);
            chip_ui(ui, "The site has to fix this", Some(Icon::Wrench), palette.bad, palette.bad_soft);
            for confidence in Confidence::ALL {
                let word = state.texts.get(&format!("window-confidence-{confidence}"));
                let about = state.texts.get(&format!("report-sure-{confidence}"));
                confidence_ui(ui, *confidence, &word, &about);
            }
        });
        ui.add_space(measure::SPACE_S);
        ui.horizontal(|ui| {
            let names = ["System", "Light", "Dark"].map(str::to_owned);
            control::segmented_ui(ui, "Look", &names, 1);
            for (index, on) in [true, false].into_iter().enumerate() {
                let (rect, _) = ui.allocate_exact_size(Vec2::splat(36.0), Sense::hover());
                control::radio(ui, rect.center(), on);
                ui.push_id(index, |ui| {
                    ui.scope(|ui| {
                        ui.set_max_width(190.0);
                        control::switch_row_ui(ui, if on { "On" } else { "Off" }, "", on);
                    });
                });
            }
        });
        let field = |ui: &mut Ui, (name, text, bad): (&str, &str, bool)| {
            let said = label::text_ui(ui, name, fonts::LABEL, palette.ink);
            let icon = Some(Icon::Globe);
            let id = format!("gallery-{bad}");
            control::field_ui(ui, &id, &mut text.to_owned(), "", icon, (measure::FIELD, bad), 0.0).labelled_by(said.id);
        };
        columns_ui(
            ui,
            0.5,
            |ui| field(ui, ("Address", "shop.example", false)),
            |ui| field(ui, ("With a slip", "shop example", true)),
        );
    });
}

/// Rows of a checklist, and a sentence with its mark.
fn rows_ui(ui: &mut Ui, state: &State) {
    titled_ui(ui, "Rows");
    let row = |id: StepId, status: StepStatus, summary: &str| StepReport {
        id,
        kind: StepKind::Automatic,
        title: state.texts.get(&format!("step-{}-title", id.name())),
        status,
        summary: summary.to_owned(),
        started_ms: Some(0),
        finished_ms: (status != StepStatus::Running).then_some(104),
    };
    card_ui(ui, 8, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let rows = [
            row(StepId::Dns, StepStatus::Passed, "6 servers agree"),
            row(StepId::WaysIn, StepStatus::Running, "5 of 8 tried"),
            row(StepId::Page, StepStatus::Problem, "The site answers 502"),
        ];
        for (place, step) in rows.iter().enumerate() {
            super::checking::step_row_ui(ui, state, step, (place, rows.len()));
        }
        super::checking::sentence_ui(ui, StepStatus::NeedsYou, "Waiting for you; the rest goes on meanwhile.");
    });
}
