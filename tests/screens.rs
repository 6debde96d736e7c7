//! The window's screens, driven by role and label, without display or graphics card.

#![cfg(feature = "gui")]
#![expect(clippy::unwrap_used, reason = "a test stops where its world is not as described")]

#[path = "screens/acts.rs"]
mod acts;
#[path = "screens/guided.rs"]
mod guided;
#[expect(dead_code, reason = "only the case of a run is looked at here")]
mod common;
#[path = "screens/fits.rs"]
mod fits;
#[path = "screens/hands.rs"]
mod hands;
#[path = "screens/keys.rs"]
mod keys;
#[path = "screens/lately.rs"]
mod lately;
#[path = "screens/longer.rs"]
mod longer;
#[path = "screens/owner.rs"]
mod owner;
#[path = "support/window.rs"]
mod support;
#[path = "screens/tell.rs"]
mod tell;
#[path = "screens/world.rs"]
mod world;
#[path = "screens/watch.rs"]
mod watch;

use std::sync::Arc;

use egui::accesskit::Role as Widget;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use gatemend::checkup::judge_anew;
use gatemend::engine::RunId;
use gatemend::model::{Case, Ended, Role, Target};
use gatemend::text::Texts;
use gatemend::ui::{Message, Reading, Screen, Tab, update};
use support::{opened, says, window};

fn stopped_case() -> Arc<Reading> {
    let target = Target::parse("shop.test").unwrap();
    let mut case = Case::new(target, Role::Visitor, "2026-11-24T10:00:00.000Z".into(), "en");
    case.ended = Some(Ended::Cancelled);
    Arc::new(Reading::of(judge_anew(&case, &Texts::english()), &Texts::english()))
}

#[test]
fn typing_an_address_and_choosing_a_role_leads_to_a_check() {
    let mut harness = window();
    harness.get_by_role(Widget::TextInput).focus();
    harness.run();
    harness.get_by_role(Widget::TextInput).type_text("shop.test");
    harness.run();
    harness.get_by_role_and_label(Widget::RadioButton, "I run this site").click();
    harness.run();
    harness.get_by_role_and_label(Widget::Button, "Check this page").click();
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
    harness.get_by_label("Check this page").click();
    harness.run();
    assert!(says(&harness, "nly http and https addresses"));
    assert_eq!(harness.state().state.typed, "ftp://shop.test");
}

#[test]
fn nothing_can_be_checked_without_an_address() {
    let mut harness = window();
    harness.get_by_label("Check this page").click();
    harness.run();
    assert!(harness.state().messages.is_empty());
}

#[test]
fn the_list_of_contacts_is_shown_before_anything_is_sent() {
    let mut harness = window();
    assert!(!says(&harness, "1.1.1.1"));
    harness.get_by_label("See the list").click();
    harness.run();
    assert!(says(&harness, "1.1.1.1"));
    harness.key_press(Key::Escape);
    harness.run();
    assert!(!says(&harness, "1.1.1.1"));
}

#[test]
fn a_running_check_can_be_stopped_and_a_stopped_one_run_again() {
    let mut harness = window();
    harness.state_mut().state.typed = "shop.test".into();
    harness.run();
    harness.get_by_label("Check this page").click();
    harness.run();
    harness.state_mut().state.run = Some(RunId(7));
    harness.key_press(Key::Escape);
    harness.run();
    assert!(harness.state().messages.contains(&"StopPressed".to_owned()));
    let message = Message::CaseChanged { run: RunId(7), reading: stopped_case(), ended: true };
    update(&mut harness.state_mut().state, message);
    harness.run();
    // Nothing is said of who has to act: not looked at is not seen.
    assert!(
        says(&harness, "Stopped after 1 of 1") && says(&harness, "Not looked at: ") && says(&harness, "Check again")
    );
    assert!(!says(&harness, "does not decide who"));
    harness.key_press_modifiers(Modifiers::COMMAND, Key::R);
    harness.run();
    assert!(harness.state().state.running);
}

#[test]
fn the_verdict_says_who_has_to_act_and_how_we_know() {
    let mut harness = opened("nginx-says-502.json", 1100.0, 1400.0);
    assert!(says(&harness, "operator has to fix this"));
    assert!(says(&harness, "breaks between Gateway and Origin server"));
    assert!(says(&harness, "What you can leave alone"));
    harness.get_by_label("Watch until it is back").click();
    harness.run_steps(2);
    assert_eq!(harness.state().state.tab, Tab::Watch);
    assert!(harness.state().state.watching.is_on());
}

#[test]
fn a_healthy_site_leaves_nothing_to_do() {
    let harness = opened("the-site-works.json", 1100.0, 1400.0);
    assert!(says(&harness, "Nothing to fix"));
    assert!(harness.query_by_label("Watch until it is back").is_none());
}

#[test]
fn keys_lead_through_the_tabs_and_to_the_settings() {
    let mut harness = opened("nginx-says-502.json", 1100.0, 900.0);
    for (key, tab, seen) in [
        (Key::Num2, Tab::Evidence, "station by station"),
        (Key::Num4, Tab::Report, "exactly what is saved"),
        (Key::Num3, Tab::Watch, "Not watching"),
        (Key::Num1, Tab::Verdict, "How we know"),
    ] {
        harness.key_press_modifiers(Modifiers::COMMAND, key);
        harness.run();
        assert_eq!(harness.state().state.tab, tab);
        assert!(says(&harness, seen), "{seen}");
    }
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Comma);
    harness.run();
    assert!(says(&harness, "Known-good pages"));
    harness.key_press(Key::Escape);
    harness.run();
    assert_eq!(harness.state().state.screen, Screen::Check);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::N);
    harness.run();
    assert_eq!(harness.state().state.screen, Screen::Start);
}

#[test]
fn a_setting_is_saved_at_once_and_can_be_taken_back() {
    let mut harness = window();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Comma);
    harness.run();
    let before = harness.state().state.settings.clone();
    harness.get_all_by_role(Widget::Switch).nth(1).unwrap().click();
    harness.run_steps(3);
    assert_ne!(harness.state().state.settings, before);
    harness.get_by_label("Undo").click();
    harness.run_steps(3);
    assert_eq!(harness.state().state.settings, before);
}

#[test]
fn a_station_leads_to_its_facts() {
    let mut harness = opened("nginx-says-502.json", 1100.0, 900.0);
    harness.get_by_label_contains("station 5 of 6").click();
    harness.run();
    assert_eq!(harness.state().state.tab, Tab::Evidence);
}

#[test]
fn f6_leads_through_the_regions() {
    let mut harness = opened("nginx-says-502.json", 1100.0, 900.0);
    let mut seen = Vec::new();
    for _ in 0..3 {
        harness.key_press(Key::F6);
        harness.run();
        let focused = harness.root().children_recursive().find(|node| node.accesskit_node().is_focused());
        seen.push(focused.and_then(|node| node.accesskit_node().label()).unwrap_or_default());
    }
    let [path, content, bar] = seen.as_slice() else { panic!("{seen:?}") };
    assert!(path.contains("station 1 of 6") && content.contains("Watch") && bar.contains("to the start"), "{seen:?}");
}

#[test]
fn facts_can_be_searched() {
    let mut harness = opened("nginx-says-502.json", 1100.0, 900.0);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Num2);
    harness.run();
    update(&mut harness.state_mut().state, Message::FindEdited("no such words anywhere".into()));
    harness.run();
    assert!(says(&harness, "No observation is like that"));
}

#[test]
fn an_opened_case_of_somebody_else_says_so() {
    assert!(says(&opened("the-site-works.json", 1100.0, 900.0), "Opened from a file: case.json"));
}

/// Every screen in every size: what is drawn stays within the window's width.
#[test]
fn no_screen_is_wider_than_its_window() {
    for (width, height) in [(1100.0, 760.0), (520.0, 760.0), (440.0, 380.0)] {
        for name in ["nginx-says-502.json", "certificate-expired.json", "nobody-knows-the-name.json"] {
            let mut harness = opened(name, width, height);
            for tab in Tab::ALL {
                update(&mut harness.state_mut().state, Message::TabChosen(tab));
                harness.run();
                for node in harness.query_all_by_role(Widget::Button) {
                    let rect = node.rect();
                    assert!(
                        rect.right() <= width + 0.5,
                        "{name} {tab:?} at {width}: {:?}",
                        node.accesskit_node().label()
                    );
                }
            }
        }
    }
}

#[test]
fn an_idle_window_asks_for_no_further_frame() {
    for mut harness in [window(), opened("nginx-says-502.json", 1100.0, 900.0)] {
        harness.run();
        let frames = harness.run();
        assert!(frames <= 2, "{frames} frames without anything happening");
    }
}
