//! The whole map of the keyboard, and what only a keyboard reaches.

use egui::{Event, Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use gatemend::model::{Known, Seen, StepId};
use gatemend::ui::{Effect, Message, Screen, Tab, update};

use crate::support::{Window, fresh, opened, reading, saved, says, sized, window};

const FAILING: &str = "nginx-says-502.json";

/// The messages that this key brings on the verdict's screen.
fn brings(modifiers: Modifiers, key: Key) -> Vec<String> {
    let mut harness = opened(FAILING, 1_100.0, 900.0);
    harness.key_press_modifiers(modifiers, key);
    harness.run_steps(2);
    harness.state().messages.clone()
}

#[test]
fn every_key_of_the_map_does_what_it_says() {
    let command = Modifiers::COMMAND;
    for (modifiers, key, message) in [
        (command, Key::Num1, "TabChosen(Verdict)"),
        (command, Key::Num2, "TabChosen(Evidence)"),
        (command, Key::Num3, "TabChosen(Watch)"),
        (command, Key::Num4, "TabChosen(Report)"),
        (command, Key::L, "AddressWanted"),
        (command, Key::N, "NewCheckPressed"),
        (command, Key::R, "CheckPressed"),
        (command, Key::O, "ChooseCasePressed"),
        // Nothing is saved that is not seen.
        (command, Key::S, "TabChosen(Report)"),
        (command, Key::Comma, "ScreenChosen(Settings)"),
        (command | Modifiers::SHIFT, Key::C, "MessageCopied"),
        (command, Key::Plus, "zoom: 1.1"),
        (command, Key::Minus, "zoom: 0.9"),
        (command, Key::Num0, "zoom: 1.0"),
        (Modifiers::ALT, Key::ArrowRight, "TabChosen(Evidence)"),
        (Modifiers::ALT, Key::ArrowLeft, "NewCheckPressed"),
    ] {
        let brought = brings(modifiers, key);
        assert!(brought.iter().any(|one| one.contains(message)), "{modifiers:?} {key:?}: {brought:?}");
    }
    assert_eq!(brings(Modifiers::NONE, Key::N), [""; 0], "letters belong to what is typed");
}

#[test]
fn escape_stops_the_check_without_asking() {
    let mut harness = window();
    harness.state_mut().state.typed = "shop.test".into();
    update(&mut harness.state_mut().state, Message::CheckPressed);
    harness.run_steps(2);
    harness.key_press(Key::Escape);
    harness.run_steps(2);
    assert!(matches!(harness.state().effects.last(), Some(Effect::StopRun)), "{:?}", harness.state().effects);
}

#[test]
fn f1_explains_the_station_that_has_the_focus_and_nothing_else() {
    let mut harness = opened(FAILING, 1_100.0, 900.0);
    harness.key_press(Key::F1);
    harness.run_steps(2);
    assert!(harness.state().state.toast.is_none(), "nothing has the focus");
    harness.get_by_label_contains("station 5 of 6").focus();
    harness.run_steps(2);
    harness.key_press(Key::F1);
    harness.run_steps(3);
    assert!(says(&harness, "Gateway: the site's front door."));
    // It waits to be read.
    harness.get_by_label_contains("station 3 of 6").focus();
    harness.run_steps(2);
    harness.key_press(Key::F1);
    harness.run_steps(3);
    assert!(says(&harness, "DNS: the internet's address book.") && !says(&harness, "Gateway: the site's"));
}

#[test]
fn f6_leads_through_path_content_footer_and_bar() {
    let mut harness = window();
    harness.state_mut().state.typed = "shop.test".into();
    harness.run_steps(2);
    let mut seen = Vec::new();
    for _ in 0..4 {
        harness.key_press(Key::F6);
        harness.run_steps(2);
        let focused = harness.root().children_recursive().find(|node| node.accesskit_node().is_focused());
        seen.push(focused.map(|node| node.rect().center().y).unwrap_or_default());
    }
    // Content, footer and bar; the picture of the path is no part that one presses there.
    assert!(seen.iter().any(|y| *y < 56.0) && seen.iter().any(|y| *y > 1_336.0), "{seen:?}");
    assert!(seen.iter().any(|y| (56.0..1_336.0).contains(y)), "{seen:?}");
}

/// A case with so many observations.
fn large(count: usize) -> Harness<'static, Window> {
    let mut case = saved(FAILING);
    let host = case.target.host.clone();
    while case.observations.len() < count {
        case.observe(
            StepId::Dns,
            Seen::SystemLookup { host: host.clone(), ips: Known::Seen(vec![[203, 0, 113, 7].into()]) },
        );
    }
    let mut state = fresh();
    update(&mut state, Message::CaseOpened("case.json".into(), Ok(reading(case))));
    update(&mut state, Message::TabChosen(Tab::Evidence));
    sized(1_100.0, 760.0, state)
}

#[test]
fn of_4000_observations_only_those_in_sight_are_laid_out_and_a_focused_one_is_copied() {
    let mut harness = large(4_000);
    harness.get_by_label_contains("DNS, 3").click();
    harness.run_steps(3);
    let rows = harness.query_all_by_label_contains("203.0.113.7. o").count();
    assert!((3..60).contains(&rows), "{rows} rows");
    let row = harness.query_all_by_label_contains("203.0.113.7. o").next().unwrap();
    let node = row.accesskit_node();
    let said = node.label().or_else(|| node.value()).unwrap_or_default();
    row.focus();
    harness.run_steps(2);
    harness.event(Event::Copy);
    harness.run_steps(2);
    let id = said.rsplit(' ').next().unwrap().to_owned();
    let copied = harness
        .state()
        .effects
        .iter()
        .any(|one| matches!(one, Effect::CopyText(text) if text.starts_with(&format!("{id}: "))));
    assert!(copied, "{said}: {:?}", harness.state().effects);
}

#[test]
fn a_saved_error_page_that_is_dropped_is_what_was_seen() {
    let mut harness = window();
    let wanted = update(&mut harness.state_mut().state, Message::FileDropped("/x/502.HTML".into()));
    assert!(matches!(wanted.as_slice(), [Effect::ReadSawFile(path)] if path.ends_with("502.HTML")), "{wanted:?}");
    let page = "<center><h1>502 Bad Gateway</h1></center><hr><center>nginx</center>".to_owned();
    let read = update(&mut harness.state_mut().state, Message::SawFileRead(Ok(page.clone())));
    assert!(matches!(read.as_slice(), [Effect::ReadSaw(text)] if *text == page));
    harness.run_steps(2);
    assert!(harness.state().state.saw_open && harness.state().state.role == gatemend::model::Role::Visitor);
    update(&mut harness.state_mut().state, Message::SawFileRead(Err("it is a folder".into())));
    harness.run_steps(2);
    assert!(says(&harness, "it is a folder") && harness.state().state.saw == page, "what was pasted is kept");
}

#[test]
fn past_checks_go_one_by_one_and_all_at_once_and_their_folder_is_named() {
    let mut harness = window();
    let state = &mut harness.state_mut().state;
    state.past_folder = Some("/home/anna/kept".into());
    state.past = vec![gatemend::store::past::PastCase {
        path: "/home/anna/kept/one.json".into(),
        page: "shop.test".into(),
        started: "2026-11-24T10:00:00.000Z".into(),
        headline: "The site works.".into(),
        fault: None,
    }];
    harness.run_steps(2);
    assert!(says(&harness, "/home/anna/kept"));
    harness.get_by_label("Delete: shop.test").click();
    harness.run_steps(2);
    assert!(matches!(harness.state().effects.last(), Some(Effect::DeletePast(path)) if path.ends_with("one.json")));
    harness.get_by_label("Delete all").click();
    harness.run_steps(2);
    assert!(matches!(harness.state().effects.last(), Some(Effect::DeleteAllPast)));
    assert_eq!(harness.state().state.screen, Screen::Start);
}

#[test]
fn a_file_dialog_that_the_system_does_not_show_leaves_a_way_out() {
    let mut harness = window();
    update(&mut harness.state_mut().state, Message::DialogMissing);
    harness.run_steps(3);
    assert!(says(&harness, "Drop the file on this window"));
}
