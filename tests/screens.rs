//! The window's screens, driven by role and label, without display or graphics card.

#![cfg(feature = "gui")]
#![expect(clippy::unwrap_used, reason = "a test stops where its world is not as described")]

use std::sync::Arc;

use egui::accesskit::Role as Widget;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use gatemend::checkup::judge_anew;
use gatemend::engine::RunId;
use gatemend::model::{Case, Ended, Role, Target};
use gatemend::settings::Settings;
use gatemend::text::Texts;
use gatemend::ui::{Message, Screen, State, root_ui, update};

/// The window without its engine: effects are dropped, messages are kept.
struct Window {
    state: State,
    messages: Vec<String>,
}

fn window() -> Harness<'static, Window> {
    let state = State::new(Settings::default(), Texts::english());
    let draw = |ui: &mut egui::Ui, window: &mut Window| {
        let mut out = Vec::new();
        root_ui(ui, &window.state, &mut out);
        for message in out {
            window.messages.push(format!("{message:?}"));
            update(&mut window.state, message);
        }
    };
    Harness::builder().with_size(egui::vec2(900.0, 1400.0)).build_ui_state(draw, Window { state, messages: Vec::new() })
}

fn stopped_case() -> Arc<Case> {
    let target = Target::parse("shop.test").unwrap();
    let mut case = Case::new(target, Role::Visitor, "2026-11-24T10:00:00.000Z".into(), "en");
    case.ended = Some(Ended::Cancelled);
    Arc::new(judge_anew(&case, &Texts::english()))
}

#[test]
fn typing_an_address_and_choosing_a_role_leads_to_a_check() {
    let mut harness = window();
    harness.get_by_role_and_label(Widget::TextInput, "Address").focus();
    harness.run();
    harness.get_by_role_and_label(Widget::TextInput, "Address").type_text("shop.test");
    harness.run();
    harness.get_by_label("I run this site").click();
    harness.run();
    harness.get_by_label("Check").click();
    harness.run();
    assert_eq!(harness.state().state.screen, Screen::Check);
    assert_eq!(harness.state().state.role, Role::Owner);
    assert!(harness.state().state.running);
}

#[test]
fn an_unreadable_address_is_told_beside_the_field() {
    let mut harness = window();
    harness.state_mut().state.typed = "ftp://shop.test".into();
    harness.run();
    harness.get_by_label("Check").click();
    harness.run();
    assert!(harness.query_by_label_contains("only http and https addresses").is_some());
}

#[test]
fn nothing_can_be_checked_without_an_address() {
    let mut harness = window();
    harness.get_by_label("Check").click();
    harness.run();
    assert!(harness.state().messages.is_empty());
}

#[test]
fn a_running_check_can_be_stopped_and_a_stopped_one_run_again() {
    let mut harness = window();
    harness.state_mut().state.typed = "shop.test".into();
    harness.run();
    harness.get_by_label("Check").click();
    harness.run();
    harness.state_mut().state.run = Some(RunId(7));
    harness.get_by_label("Stop and show what is known").click();
    harness.run();
    assert!(harness.state().messages.contains(&"StopPressed".to_owned()));
    let message = Message::CaseChanged { run: RunId(7), case: stopped_case(), ended: true };
    update(&mut harness.state_mut().state, message);
    harness.run();
    assert!(harness.query_by_label("Check again").is_some());
    assert!(harness.query_by_label_contains("does not decide who has to act").is_some());
}

#[test]
fn an_idle_window_asks_for_no_further_frame() {
    let mut harness = window();
    harness.run();
    let frames = harness.run();
    assert!(frames <= 2, "{frames} frames without anything happening");
}
