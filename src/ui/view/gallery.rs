//! All parts in all states, for those who work on them. Reached in debug builds by Ctrl+Shift+G.

use egui::Ui;

use super::super::icon::Icon;
use super::super::state::State;
use super::super::theme::{self, fonts, measure};
use super::super::widget::button::Button;
use super::super::widget::card::card_ui;
use super::super::widget::chip::{chip_ui, confidence_ui};
use super::super::widget::path::{Form, PathLook, path_ui};
use super::super::widget::{label, status_mark};
use crate::model::path::{PathPicture, StationState};
use crate::model::{Confidence, StepStatus};

pub fn gallery_ui(ui: &mut Ui, state: &State) {
    let palette = theme::palette(ui);
    ui.add_space(measure::SPACE_XL);
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
    for (picture, form) in pictures.iter().zip([Form::Full, Form::Slim, Form::Compact, Form::Mini]) {
        ui.push_id(form as u8, |ui| {
            card_ui(ui, 12, |ui| {
                path_ui(ui, &PathLook { picture, texts: &state.texts, host: "shop.example", form, ghost: false });
            });
        });
    }
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
                confidence_ui(ui, *confidence, &word);
            }
        });
    });
    card_ui(ui, 20, |ui| {
        for style in
            [fonts::DISPLAY, fonts::TITLE, fonts::HEADING, fonts::BODY, fonts::SMALL, fonts::NUMBER, fonts::MONO]
        {
            label::text_ui(ui, "Which page will not open? 0123456789", style, palette.ink);
        }
    });
}
