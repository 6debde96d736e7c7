//! Whom to tell: a message for each, ready to be copied.

use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use gatemend::checkup::judge_anew;
use gatemend::model::{Case, Fault};
use gatemend::text::Texts;
use gatemend::ui::{Effect, Message, update};

use crate::support::{Window, fresh, lived, reading, says, sized};

fn shown(case: Case) -> Harness<'static, Window> {
    let mut state = fresh();
    state.past_folder = Some("/kept".into());
    update(&mut state, Message::CaseOpened("/kept/case.json".into(), Ok(reading(case))));
    sized(1100.0, 2400.0, state)
}

fn copied(harness: &Harness<'static, Window>) -> Vec<usize> {
    let place = |effect: &Effect| match effect {
        Effect::MakeLetter(_, place, _) => Some(*place),
        _ => None,
    };
    harness.state().effects.iter().filter_map(place).collect()
}

#[test]
fn the_sites_people_get_one_message() {
    let mut harness = shown(judge_anew(&lived("nginx-says-502-at-every-address.toml"), &Texts::english()));
    assert!(says(&harness, "Tell the people who can fix it"));
    harness.get_by_label("Copy message").click();
    harness.run_steps(3);
    assert_eq!(copied(&harness), [0]);
}

#[test]
fn each_of_several_gets_a_message_of_their_own() {
    let case = judge_anew(&lived("the-site-is-silent-here-alone.toml"), &Texts::english());
    assert_eq!(case.diagnosis.as_ref().map(|found| found.fault), Some(Fault::Path));
    let mut harness = shown(case);
    let all = harness.state().state.reading.as_ref().unwrap().recipients.clone();
    assert!(!all.is_empty() && all.iter().any(|(to, _)| to == "To your internet provider"), "{all:?}");
    if all.len() > 1 {
        assert!(all.iter().all(|(to, _)| says(&harness, to)));
    }
    for place in 0..all.len() {
        harness.get_all_by_label("Copy message").nth(place).unwrap().click();
        harness.run_steps(3);
    }
    assert_eq!(copied(&harness), (0..all.len()).collect::<Vec<_>>());
}

/// What is nobody's in particular to mend goes to nobody in particular: the report as a whole.
#[test]
fn a_fault_of_ones_own_is_told_to_no_stranger() {
    let mut harness = shown(judge_anew(&lived("hosts-file-names-the-site.toml"), &Texts::english()));
    assert!(harness.state().state.reading.as_ref().unwrap().recipients.is_empty());
    harness.get_by_label("Copy message").click();
    harness.run_steps(3);
    assert!(copied(&harness).is_empty());
    assert!(harness.state().effects.iter().any(|effect| matches!(effect, Effect::MakeTicket(..))));
}
