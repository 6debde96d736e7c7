//! The view from other places: what it discloses is told before it can be switched on, and what it saw is shown.

use egui::accesskit::Role as Widget;
use egui_kittest::kittest::Queryable;
use gatemend::text::Texts;
use gatemend::ui::{Message, Proof, Screen, Tab, update};

use crate::support::{fresh, lived, reading, says, sized};

fn shown(scenario: &str, width: f32) -> egui_kittest::Harness<'static, crate::support::Window> {
    let mut state = fresh();
    update(&mut state, Message::CaseOpened("case.json".into(), Ok(reading(lived(scenario)))));
    update(&mut state, Message::TabChosen(Tab::Evidence));
    update(&mut state, Message::ProofChosen(Proof::World));
    sized(width, 1_600.0, state)
}

#[test]
fn what_it_discloses_is_told_before_it_is_on() {
    let mut state = fresh();
    update(&mut state, Message::ScreenChosen(Screen::Settings));
    let mut harness = sized(1_100.0, 2_400.0, state);
    assert!(!harness.state().state.settings.vantage.enabled);
    assert!(says(&harness, "sees your internet address") && says(&harness, "api.globalping.io"));
    harness.get_by_role_and_label(Widget::Switch, switch_name(false).as_str()).click();
    harness.run_steps(3);
    assert!(harness.state().state.settings.vantage.enabled);
    // From now on the service stands in the list of contacts.
    assert!(
        harness
            .state()
            .state
            .settings
            .contacted(&Texts::english())
            .iter()
            .any(|line| line.contains("api.globalping.io"))
    );
    harness.get_by_role_and_label(Widget::Switch, switch_name(true).as_str()).click();
    harness.run_steps(3);
    assert!(
        harness.state().state.settings.contacted(&Texts::english()).iter().all(|line| !line.contains("globalping"))
    );
}

fn switch_name(on: bool) -> String {
    let state = if on { "on" } else { "off" };
    format!(
        "World view is {state}. Tells https://api.globalping.io/ the site's name and your internet address, and your server's address where you gave it."
    )
}

#[test]
fn regions_that_fail_come_first_and_are_open() {
    let mut harness = shown("one-place-of-the-gateway-fails.toml", 1_100.0);
    assert!(says(&harness, "Asia: None load it") && says(&harness, "Europe: All load it"));
    assert!(says(&harness, "Singapore, SG, Home connection: 502"), "the failing region is open");
    assert!(!says(&harness, "Berlin, DE, Home connection"), "the others are not");
    assert!(says(&harness, "go through the gateway's place SIN"));
    assert!(says(&harness, "What was disclosed") && says(&harness, "https://shop.test/"));
    harness.get_by_label_contains("Europe: All load it").click();
    harness.run_steps(2);
    assert!(says(&harness, "Berlin, DE, Home connection"));
}

#[test]
fn where_nobody_was_asked_it_says_so_and_what_it_would_disclose() {
    let harness = shown("the-view-from-elsewhere-is-off-near-miss.toml", 520.0);
    assert!(says(&harness, "No other place was asked") && says(&harness, "What it discloses"));
    let harness = shown("the-measurement-service-is-down.toml", 520.0);
    assert!(says(&harness, "HTTP status 500"));
}

/// The pattern in one line, when it was asked, and through which place of the gateway each went.
#[test]
fn regions_that_fail_stand_in_the_headline() {
    let harness = shown("one-place-of-the-gateway-fails.toml", 1_100.0);
    assert!(says(&harness, "It fails in Asia, and works elsewhere"));
    assert!(says(&harness, "9 places, by region") && says(&harness, "asked at ") && says(&harness, "via SIN"));
    // Where some of a region get the page, the numbers are told.
    let harness = shown("homes-fail-and-data-centres-do-not.toml", 1_100.0);
    assert!(!says(&harness, "and works elsewhere") && says(&harness, "places do not get the page"));
}
