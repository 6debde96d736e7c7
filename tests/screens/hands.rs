//! The order of Tab, the arrows, where the focus begins, what stays where it is, and what is read from the clipboard.

use egui::{Event, Key, Rect, ViewportCommand};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use gatemend::checkup::{Checkup, judge_anew};
use gatemend::text::Texts;
use gatemend::ui::{Effect, Message, Proof, Reading, Screen, Tab, update};

use crate::support::{Window, busy, fresh, lived, opened, ran, reading, sized, window};

const FAILING: &str = "nginx-says-502.json";
/// The bar, from left to right.
const BAR: [&str; 7] = ["Gatemend, to the start", "Verdict", "Evidence", "Watch", "Report", "New check", "Settings"];

/// The name of what has the focus.
fn focused(harness: &Harness<'static, Window>) -> String {
    let node = harness.root().children_recursive().find(|node| node.accesskit_node().is_focused());
    let name = node.and_then(|node| node.accesskit_node().label().or_else(|| node.accesskit_node().value()));
    name.unwrap_or_default()
}

/// What Tab comes to, once round.
fn round(harness: &mut Harness<'static, Window>) -> Vec<String> {
    let mut seen = Vec::new();
    for _ in 0..60 {
        harness.key_press(Key::Tab);
        harness.run_steps(2);
        let name = focused(harness);
        if seen.first() == Some(&name) {
            return seen;
        }
        seen.push(name);
    }
    panic!("Tab never comes round: {seen:?}");
}

fn press(harness: &mut Harness<'static, Window>, key: Key) -> String {
    harness.key_press(key);
    harness.run_steps(2);
    focused(harness)
}

fn on(tab: Tab) -> Harness<'static, Window> {
    let mut harness = opened(FAILING, 1_100.0, 1_400.0);
    update(&mut harness.state_mut().state, Message::TabChosen(tab));
    harness.run_steps(2);
    harness
}

#[test]
fn tab_goes_through_the_path_the_contents_and_then_the_bar_from_left_to_right() {
    for tab in Tab::ALL {
        let seen = round(&mut on(tab));
        assert!(seen.iter().all(|name| !name.is_empty()), "{tab:?}: something has no name: {seen:?}");
        let stations = seen.iter().filter(|name| name.contains("station ")).count();
        if tab != Tab::Report {
            let in_order =
                (1..).zip(&seen).take(6).all(|(number, name)| name.contains(&format!("station {number} of 6")));
            assert!(in_order && stations == 6, "{tab:?}: {seen:?}");
        }
        let (contents, bar) = seen.split_at(seen.len() - BAR.len());
        assert_eq!(bar, BAR, "{tab:?}");
        assert!(contents.len() > stations, "{tab:?}: {seen:?}");
    }
    let verdict = round(&mut on(Tab::Verdict));
    let place =
        |text: &str| verdict.iter().position(|name| name.contains(text)).unwrap_or_else(|| panic!("{verdict:?}"));
    assert!(place("Watch until it is back") < place("Copy message") && place("Copy message") < place("Problem. nginx"));
}

#[test]
fn tab_goes_through_the_start_and_the_settings() {
    let mut harness = window();
    harness.state_mut().state.typed = "shop.test".into();
    harness.run_steps(2);
    let mut seen = round(&mut harness);
    let start = seen.iter().position(|name| name.contains("Address of the page")).unwrap_or_default();
    seen.rotate_left(start);
    let wanted = ["Address of the page", "Paste", "I am visiting", "I run this", "What do you see", "Open a saved"];
    let wanted = wanted.into_iter().chain(["Check this page", "See the list", "Gatemend", "Settings"]);
    assert!(seen.iter().zip(wanted).all(|(name, wanted)| name.contains(wanted)) && seen.len() == 10, "{seen:?}");
    update(&mut harness.state_mut().state, Message::ScreenChosen(Screen::Settings));
    harness.run_steps(2);
    let seen = round(&mut harness);
    assert!(seen.iter().all(|name| !name.is_empty()), "{seen:?}");
    assert_eq!(seen.last().map(String::as_str), Some("Settings"));
}

#[test]
fn arrows_go_within_the_path_the_cards_the_tabs_and_the_tables() {
    let mut harness = on(Tab::Verdict);
    harness.get_by_label_contains("station 2 of 6").focus();
    harness.run_steps(2);
    assert!(press(&mut harness, Key::ArrowRight).contains("station 3 of 6"));
    assert!(press(&mut harness, Key::ArrowLeft).contains("station 2 of 6"));
    harness.get_by_label("Evidence").focus();
    harness.run_steps(2);
    assert_eq!(press(&mut harness, Key::ArrowRight), "Watch");

    let mut harness = on(Tab::Evidence);
    harness.get_by_label_contains("a plain file, 203.0.113.7").focus();
    harness.run_steps(2);
    assert!(press(&mut harness, Key::ArrowDown).starts_with("without compression"));
    assert!(press(&mut harness, Key::ArrowUp).starts_with("a plain file"));

    for (proof, scenario) in
        [(Proof::Dns, "old-address-from-the-system-alone.toml"), (Proof::WaysIn, "one-of-two-addresses-refuses.toml")]
    {
        let mut harness = lived_with(scenario, proof);
        harness.get_by_label_contains("Evidence: World").focus();
        harness.run_steps(2);
        press(&mut harness, Key::Tab);
        let first = place(&harness);
        let said = press(&mut harness, Key::ArrowDown);
        let below = place(&harness);
        assert!(below.top() >= first.bottom() - 1.0 && below.left() == first.left(), "{proof:?}: {first} {below}");
        // What has the focus is copied as a line.
        harness.event(Event::Copy);
        harness.run_steps(2);
        let copied = |effect: &Effect| matches!(effect, Effect::CopyText(text) if *text == said);
        assert!(!said.is_empty() && harness.state().effects.iter().any(copied), "{:?}", harness.state().effects);
    }

    let mut harness = window();
    harness.get_by_label_contains("I am visiting this site").focus();
    harness.run_steps(2);
    assert!(press(&mut harness, Key::ArrowRight).starts_with("I run this site"));
}

/// Where the focus is.
fn place(harness: &Harness<'static, Window>) -> Rect {
    let node = harness.root().children_recursive().find(|node| node.accesskit_node().is_focused());
    node.map_or(Rect::NOTHING, |node| node.rect())
}

/// What was seen in this scenario, opened at this evidence.
fn lived_with(scenario: &str, proof: Proof) -> Harness<'static, Window> {
    let case = judge_anew(&lived(scenario), &Texts::english());
    let mut state = fresh();
    update(&mut state, Message::CaseOpened("case.json".into(), Ok(reading(case))));
    update(&mut state, Message::TabChosen(Tab::Evidence));
    update(&mut state, Message::ProofChosen(proof));
    sized(1_100.0, 1_400.0, state)
}

#[test]
fn arrows_go_from_hour_to_hour_of_a_log() {
    let mut state = fresh();
    update(&mut state, Message::CaseOpened("case.json".into(), Ok(reading(judge_anew(&busy(), &Texts::english())))));
    let mut harness = sized(1_100.0, 1_400.0, state);
    harness.get_by_label_contains("15:00").focus();
    harness.run_steps(2);
    assert!(press(&mut harness, Key::ArrowRight).contains("16:00"), "{}", focused(&harness));
    assert!(press(&mut harness, Key::ArrowLeft).contains("15:00"), "{}", focused(&harness));
}

#[test]
fn the_address_has_the_focus_from_the_start_also_where_one_was_given() {
    for typed in ["", "shop.test"] {
        let mut state = fresh();
        state.typed = typed.into();
        let mut harness = sized(1_100.0, 760.0, state);
        harness.run_steps(4);
        assert_eq!(focused(&harness), "Address of the page", "{typed}");
        harness.key_press(Key::Enter);
        harness.run_steps(2);
        let starts = harness.state().effects.iter().any(|effect| matches!(effect, Effect::StartRun(_)));
        assert_eq!(starts, !typed.is_empty());
    }
}

#[test]
fn the_clipboard_is_read_when_paste_is_pressed_and_not_before() {
    let mut harness = window();
    let reads = |harness: &Harness<'static, Window>| {
        let ports = harness.output().viewport_output.values();
        ports.flat_map(|port| &port.commands).filter(|command| matches!(command, ViewportCommand::RequestPaste)).count()
    };
    for _ in 0..4 {
        harness.step();
        assert_eq!(reads(&harness), 0);
    }
    harness.get_by_label("Paste").click();
    let mut read = 0;
    for _ in 0..4 {
        harness.step();
        read += reads(&harness);
    }
    assert_eq!((read, focused(&harness).as_str()), (1, "Address of the page"));
    harness.event(Event::Paste("shop.test".into()));
    harness.run_steps(2);
    assert_eq!(harness.state().state.typed, "shop.test");
}

#[test]
fn a_path_that_is_typed_opens_that_file() {
    let file = std::env::temp_dir().join("kept.json");
    let mut harness = window();
    harness.state_mut().state.typed = format!("\"{}\"", file.display());
    harness.run_steps(2);
    harness.get_by_label("Check this page").click();
    harness.run_steps(2);
    let opened = |effect: &Effect| matches!(effect, Effect::OpenCase(path) if *path == file);
    assert!(harness.state().effects.iter().any(opened), "{:?}", harness.state().effects);
    // Another path is none: an address may have one.
    harness.state_mut().state.typed = "kept.json".into();
    harness.run_steps(2);
    harness.get_by_label("Check this page").click();
    harness.run_steps(2);
    assert!(matches!(harness.state().effects.last(), Some(Effect::StartRun(_))), "{:?}", harness.state().effects);
}

/// The rows of the checklist, by the number of their step.
fn checklist(harness: &Harness<'static, Window>) -> Vec<(String, Rect)> {
    let named = |text: &str| {
        let (_, behind) = text.split_once(", step ")?;
        behind.split_once(" of ").map(|(number, _)| number.to_owned())
    };
    let nodes = harness.root().children_recursive();
    let said = |node: &egui_kittest::Node<'_>| node.accesskit_node().label().or_else(|| node.accesskit_node().value());
    nodes.filter_map(|node| Some((named(&said(&node)?)?, node.rect()))).collect()
}

#[test]
fn rows_keep_their_place_while_results_come_in() {
    let mut state = fresh();
    state.typed = "https://shop.test/".into();
    update(&mut state, Message::CheckPressed);
    let mut harness = sized(1_100.0, 1_400.0, state);
    let mut checkup = Checkup::new(Texts::english());
    let mut before: Vec<(String, Rect)> = Vec::new();
    let mut seen = 0;
    for event in ran("nginx-says-502-at-every-address.toml").events {
        checkup.take(event);
        let Some(case) = checkup.case() else { continue };
        let shown = Reading::of(case.clone(), &Texts::english());
        if shown.has_verdict(true) {
            break;
        }
        harness.state_mut().state.reading = Some(shown.into());
        harness.run_steps(2);
        let now = checklist(&harness);
        let moved = before.iter().filter(|(step, place)| now.iter().any(|(other, at)| other == step && at != place));
        assert_eq!(moved.count(), 0, "{before:?} {now:?}");
        (before, seen) = (now, seen + 1);
    }
    assert!(seen > 5 && before.len() > 5, "{seen} {before:?}");
}

/// A check of a page that fails, with each look as it came; and whether it has a verdict by then.
fn growing(mut each: impl FnMut(&Reading, bool)) {
    let mut checkup = Checkup::new(Texts::english());
    for event in ran("nginx-says-502-at-every-address.toml").events {
        checkup.take(event);
        let Some(case) = checkup.case() else { continue };
        let shown = Reading::of(case.clone(), &Texts::english());
        let has_verdict = shown.has_verdict(true);
        each(&shown, has_verdict);
    }
}

#[test]
fn rows_of_a_verdict_and_of_its_facts_keep_their_place_while_more_is_seen() {
    type Belongs = fn(&str) -> bool;
    let reasons: Belongs = |name| ["Fine. ", "Problem. ", "Worth a look. "].iter().any(|word| name.starts_with(word));
    let facts: Belongs = |name| {
        let id = name.rsplit_once(". o").map(|(_, id)| id);
        id.is_some_and(|id| !id.is_empty() && id.chars().all(|c| c.is_ascii_digit()))
    };
    for (tab, belongs) in [(Tab::Verdict, reasons), (Tab::Evidence, facts)] {
        let mut state = fresh();
        state.typed = "https://shop.test/".into();
        update(&mut state, Message::CheckPressed);
        let mut harness = sized(1_100.0, 2_400.0, state);
        let mut before: Vec<(String, Rect)> = Vec::new();
        let mut seen = 0;
        growing(|shown, has_verdict| {
            if !has_verdict {
                return;
            }
            let state = &mut harness.state_mut().state;
            state.reading = Some(shown.clone().into());
            state.tab = tab;
            harness.run_steps(2);
            let nodes = harness.root().children_recursive();
            let named = |node: egui_kittest::Node<'_>| {
                let said = node.accesskit_node().label().or_else(|| node.accesskit_node().value());
                Some((said?, node.rect()))
            };
            let now: Vec<_> = nodes.filter_map(named).filter(|(name, _)| belongs(name)).collect();
            let moved: Vec<_> =
                before.iter().filter(|(name, at)| now.iter().any(|(other, is)| other == name && is != at)).collect();
            assert!(moved.is_empty(), "{tab:?}: {moved:?}\n{now:?}");
            (before, seen) = (now, seen + 1);
        });
        assert!(seen > 5 && before.len() > 2, "{tab:?}: {seen} {before:?}");
    }
}

#[test]
fn tab_goes_through_a_check_that_runs() {
    let mut state = fresh();
    state.typed = "https://shop.test/".into();
    update(&mut state, Message::CheckPressed);
    let mut last = None;
    growing(|shown, has_verdict| {
        if !has_verdict {
            last = Some(shown.clone());
        }
    });
    state.reading = last.map(Into::into);
    let mut harness = sized(1_100.0, 1_400.0, state);
    harness.run_steps(2);
    let seen = round(&mut harness);
    let place = |text: &str| seen.iter().position(|name| name.contains(text)).unwrap_or_else(|| panic!("{seen:?}"));
    assert!(seen.iter().all(|name| !name.is_empty()), "{seen:?}");
    assert!(place("station 1 of 6") < place("Stop and show"), "{seen:?}");
    assert!(place("Stop and show") < place("Settings"), "{seen:?}");
}

#[test]
fn no_tab_stands_on_the_name_of_the_page() {
    for width in [1_100.0, 900.0, 733.0, 640.0] {
        for texts in ["en", "de", "ja"].map(|tag| Texts::language(tag).unwrap()) {
            let mut state = gatemend::ui::State::new(gatemend::settings::Settings::default(), texts);
            let case = judge_anew(&crate::support::saved(FAILING), &state.texts);
            update(&mut state, Message::CaseOpened("case.json".into(), Ok(reading(case))));
            let harness = sized(width, 760.0, state);
            let name = crate::support::written(&harness).into_iter().find(|(text, _)| text == "shop.test").unwrap().1;
            let tabs: Vec<Rect> = harness.get_all_by_role(egui::accesskit::Role::Tab).map(|tab| tab.rect()).collect();
            assert!(tabs.len() >= 4 && tabs.iter().all(|tab| !tab.intersects(name)), "{width}: {name} {tabs:?}");
        }
    }
}
