//! What the owner's logs say, before and after a change, and how plainly.

use egui_kittest::kittest::Queryable;
use gatemend::engine::RunId;
use gatemend::logs::{Wish, summarise};
use gatemend::model::{Case, Known, Seen};
use gatemend::ui::{Effect, Message, update};

use crate::support::{Window, fresh, lived, reading, says, sized};

const CHANGED_AT: i64 = 1_795_313_411;

/// The log of a case, as this text.
fn with_log(mut case: Case, text: &str) -> Case {
    let summary = summarise("error.log", text.as_bytes(), &Wish::default(), |_| true).unwrap();
    let logs = case.observations.iter_mut().filter_map(|one| match &mut one.seen {
        Seen::Log { log, .. } => Some(log),
        _ => None,
    });
    logs.for_each(|log| *log = Known::Seen(summary.clone()));
    case
}

/// The window after a change: how it was before, and how it is since.
fn changed(before: Case, since: Case) -> egui_kittest::Harness<'static, Window> {
    let mut state = fresh();
    update(&mut state, Message::CaseOpened("case.json".into(), Ok(reading(before))));
    update(&mut state, Message::ChangedPressed(CHANGED_AT));
    state.run = Some(RunId(3));
    update(&mut state, Message::CaseChanged { run: RunId(3), reading: reading(since), ended: true });
    sized(1_100.0, 2_400.0, state)
}

#[test]
fn logs_that_are_missing_after_a_change_are_said_to_be_and_not_taken_for_quiet_ones() {
    let before = lived("owner-log-says-refused.toml");
    let missing = changed(before.clone(), lived("owner-log-is-missing.toml"));
    assert!(says(&missing, "not all read again") && !says(&missing, "since the change, "));
    // Read again, and without a failure since.
    let quiet = changed(before.clone(), with_log(before.clone(), ""));
    assert!(says(&quiet, "Failed requests in the logs: 0 since the change") && !says(&quiet, "not all read again"));
    // Nobody handed logs over: nothing is said about any.
    let without = lived("nginx-says-502-at-every-address.toml");
    let none = changed(without.clone(), without);
    assert!(says(&none, "Before") && !says(&none, "not all read again") && !says(&none, "in the logs"));
}

#[test]
fn a_cause_is_listed_as_plainly_as_the_lines_say_it() {
    let shown = |text: &str| {
        let mut state = fresh();
        let case = with_log(lived("owner-log-says-refused.toml"), text);
        update(&mut state, Message::CaseOpened("case.json".into(), Ok(reading(case))));
        sized(1_100.0, 2_400.0, state)
    };
    let by_status = "203.0.113.7 - - [22/Nov/2026:02:10:11 +0000] \"GET / HTTP/1.1\" 502 157 \"-\" \"x\"\n";
    assert!(says(&shown(by_status), "Perhaps: "));
    let plain = "2026/11/22 02:10:11 [error] 7#7: *1 connect() failed (111: Connection refused) while connecting to \
                 upstream, client: 192.0.2.1, server: shop.test, request: \"GET / HTTP/1.1\"\n";
    assert!(!says(&shown(plain), "Perhaps: "));
    let follows = "2026/11/22 02:10:11 [error] 7#7: *1 no live upstreams while connecting to upstream, client: \
                   192.0.2.1, server: shop.test, request: \"GET / HTTP/1.1\"\n";
    assert!(says(&shown(follows), "Follows from other failures: "));
}

#[test]
fn what_is_as_before_is_said_to_be_and_what_is_over_is_not() {
    let before = lived("owner-log-says-refused.toml");
    let same = changed(before.clone(), before.clone());
    assert!(says(&same, "in the same way as before"));
    let over = changed(before, lived("owner-log-of-a-page-that-works.toml"));
    assert!(says(&over, "Before") && !says(&over, "in the same way as before"));
}

#[test]
fn after_the_check_that_follows_a_change_its_comparison_is_in_sight() {
    let mut state = fresh();
    state.past_folder = Some("/kept".into());
    let case = lived("owner-log-says-refused.toml");
    update(&mut state, Message::CaseOpened("/kept/case.json".into(), Ok(reading(case.clone()))));
    let mut harness = sized(1_100.0, 760.0, state);
    harness.get_by_label("I have changed it, check again").scroll_to_me();
    harness.run_steps(4);
    let at =
        |harness: &egui_kittest::Harness<'static, Window>, label: &str| harness.get_by_label(label).rect().center().y;
    assert!((56.0..760.0).contains(&at(&harness, "I have changed it, check again")), "scrolled to the button");
    update(&mut harness.state_mut().state, Message::ChangedPressed(CHANGED_AT));
    harness.run_steps(2);
    harness.state_mut().state.run = Some(RunId(3));
    update(&mut harness.state_mut().state, Message::CaseChanged { run: RunId(3), reading: reading(case), ended: true });
    harness.run_steps(4);
    assert!((56.0..760.0).contains(&at(&harness, "Before and after")), "{}", at(&harness, "Before and after"));
}

#[test]
fn a_protected_log_shows_the_command_that_makes_a_readable_copy() {
    let mut harness = crate::support::window();
    let state = &mut harness.state_mut().state;
    state.role = gatemend::model::Role::Owner;
    let file = |copies: Option<&str>| gatemend::ui::HandedFile {
        path: "/var/log/x.log".into(),
        glance: Some(gatemend::ui::Glance { copies: copies.map(str::to_owned), ..Default::default() }),
        progress: None,
    };
    state.handed.files = vec![file(None)];
    harness.run_steps(2);
    assert!(!says(&harness, "This file is protected"));
    harness.state_mut().state.handed.files = vec![file(Some("sudo install x"))];
    harness.run_steps(2);
    assert!(says(&harness, "This file is protected"));
    harness.get_by_label("Copy").click();
    harness.run_steps(2);
    let copied = |effect: &Effect| matches!(effect, Effect::CopyText(text) if text == "sudo install x");
    assert!(harness.state().effects.iter().any(copied), "{:?}", harness.state().effects);
}
