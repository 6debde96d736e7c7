//! What each screen lets one do next, and that it does it.

use egui::Key;
use egui::accesskit::Role as Widget;
use egui_kittest::kittest::{NodeT, Queryable};
use gatemend::checkup::judge_anew;
use gatemend::text::Texts;
use gatemend::ui::{Effect, Message, Screen, update};

use crate::support::{Window, fresh, lived, opened, says, sized, window};

fn has_focus(harness: &egui_kittest::Harness<'static, Window>) -> bool {
    harness.get_by_role(Widget::TextInput).accesskit_node().is_focused()
}

#[test]
fn a_wrong_address_keeps_the_cursor_and_says_what_was_probably_meant() {
    let mut harness = window();
    harness.get_by_role(Widget::TextInput).focus();
    harness.run();
    harness.get_by_role(Widget::TextInput).type_text("shop .example");
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    assert!(says(&harness, "There is a space in the address."));
    assert!(has_focus(&harness));
    harness.get_by_label("Use shop.example").click();
    harness.run();
    assert_eq!(harness.state().state.typed, "shop.example");
    assert!(!says(&harness, "There is a space") && has_focus(&harness));
    harness.key_press(Key::Enter);
    harness.run();
    assert!(harness.state().state.running);
}

#[test]
fn where_nothing_near_can_be_read_nothing_is_suggested() {
    let mut harness = window();
    harness.state_mut().state.typed = "my shop".into();
    harness.run();
    harness.get_by_label("Check this page").click();
    harness.run();
    assert!(says(&harness, "There is a space") && !says(&harness, "Use my"));
}

#[test]
fn a_name_that_nobody_knows_leads_back_to_the_address() {
    let mut harness = opened("nobody-knows-the-name.json", 1100.0, 1400.0);
    harness.state_mut().state.typed.clear();
    harness.get_by_label("Change the address").click();
    harness.run();
    assert_eq!(harness.state().state.screen, Screen::Start);
    assert!(harness.state().state.typed.contains("shop.test"));
    assert!(has_focus(&harness));
}

#[test]
fn where_the_site_exists_nobody_is_sent_back_to_the_address() {
    let harness = opened("nginx-says-502.json", 1100.0, 1400.0);
    assert!(!says(&harness, "Change the address") && !says(&harness, "Open the sign-in page"));
}

#[test]
fn a_portal_is_opened_at_a_page_in_clear() {
    let mut state = fresh();
    let case = judge_anew(&lived("a-portal-wants-a-sign-in.toml"), &Texts::english());
    state.past_folder = Some("/kept".into());
    update(&mut state, Message::CaseOpened("/kept/case.json".into(), Box::new(Ok(case))));
    let mut harness = sized(1100.0, 1400.0, state);
    harness.get_by_label("Open the sign-in page").click();
    harness.run();
    let opened = harness.state().effects.iter().find_map(|effect| match effect {
        Effect::OpenUrl(url) => Some(url.clone()),
        _ => None,
    });
    assert!(opened.is_some_and(|url| url.starts_with("http://")));
}

#[test]
fn somebody_elses_portal_is_not_opened_here() {
    let mut state = fresh();
    let case = judge_anew(&lived("a-portal-wants-a-sign-in.toml"), &Texts::english());
    update(&mut state, Message::CaseOpened("/elsewhere/case.json".into(), Box::new(Ok(case))));
    assert!(!says(&sized(1100.0, 1400.0, state), "Open the sign-in page"));
}

#[test]
fn steps_of_one_kind_of_people_have_one_title() {
    let mut state = fresh();
    let case = judge_anew(&lived("the-router-is-gone.toml"), &Texts::english());
    assert!(case.diagnosis.as_ref().is_some_and(|diagnosis| diagnosis.next.len() >= 2));
    update(&mut state, Message::CaseOpened("case.json".into(), Box::new(Ok(case))));
    let harness = sized(1100.0, 1400.0, state);
    assert_eq!(harness.query_all_by_label_contains("What you can do").count(), 1);
    assert_eq!(harness.query_all_by_label_contains("What whoever runs your network").count(), 1);
}
