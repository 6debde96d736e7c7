//! Watching in the window: from the first look to the notice and the file.

use std::time::Duration;

use egui::Key;
use egui::accesskit::Role as Widget;
use egui_kittest::kittest::{NodeT, Queryable};
use gatemend::ui::{Effect, Message, update};
use gatemend::watch::{Follower, Round, Seen, Timeline};

use crate::support::{Window, opened, says};

type Harness = egui_kittest::Harness<'static, Window>;

fn round(status: Option<&str>) -> Round {
    let ip = [203, 0, 113, 10].into();
    let seen = status.map_or(Seen::Good, |status| Seen::Bad(status.to_owned()));
    Round { named: true, line: true, addresses: vec![ip], seen: vec![(ip, seen)], ..Round::default() }
}

/// A window that watches, and the follower whose looks it is given.
struct Sitting {
    harness: Harness,
    follower: Follower,
    now_ms: i64,
}

impl Sitting {
    fn begin() -> Sitting {
        let mut harness = opened("nginx-says-502.json", 1100.0, 1400.0);
        harness.get_by_label("Watch until it is back").click();
        harness.run_steps(2);
        Sitting { harness, follower: Follower::new(Duration::from_secs(15)), now_ms: 1_764_000_000_000 }
    }

    /// A look after so many seconds; what is wanted outside.
    fn look(&mut self, status: Option<&str>, seconds: i64) -> Vec<Effect> {
        self.now_ms += seconds * 1_000;
        let meant = Duration::from_secs(15);
        let followed = self.follower.take_kept(round(status), self.now_ms, 60, meant);
        let begun = self.harness.state().effects.iter().rev();
        let watch = begun.filter_map(|effect| match effect {
            Effect::StartWatch(watch, _) => Some(*watch),
            _ => None,
        });
        let watch = watch.take(1).next().unwrap();
        let effects = update(&mut self.harness.state_mut().state, Message::Looked(watch, Box::new(followed)));
        self.harness.run_steps(2);
        effects
    }
}

fn titles(effects: &[Effect]) -> Vec<String> {
    let notices = effects.iter().filter_map(|effect| match effect {
        Effect::Notify(notice) => Some(notice.title.clone()),
        _ => None,
    });
    notices.collect()
}

#[test]
fn a_page_that_comes_back_is_told_once_and_a_single_good_look_is_not() {
    let mut sitting = Sitting::begin();
    assert!(titles(&sitting.look(Some("502"), 0)).is_empty(), "whoever watches knows that it is down");
    assert!(titles(&sitting.look(Some("502"), 840)).is_empty());
    assert!(says(&sitting.harness, "Still down"));
    assert!(titles(&sitting.look(None, 15)).is_empty());
    assert!(says(&sitting.harness, "Still down") && says(&sitting.harness, "a few more looks decide"));
    let told = titles(&sitting.look(None, 15));
    assert_eq!(told.len(), 1);
    assert!(told[0].contains("is back, after"), "{told:?}");
    assert!(says(&sitting.harness, "It is back"));
    let down = [sitting.look(Some("503 maintenance"), 15), sitting.look(Some("503 maintenance"), 15)].concat();
    let told = titles(&down);
    assert_eq!(told.len(), 1);
    assert!(told[0].contains("is down (503 maintenance)"), "{told:?}");
    assert!(says(&sitting.harness, "Page fails: 503 maintenance"));
}

#[test]
fn the_switch_silences_it_and_is_kept() {
    let mut sitting = Sitting::begin();
    sitting.harness.get_by_role_and_label(Widget::Switch, "Notify me when it is back or down. ").click();
    sitting.harness.run_steps(2);
    let effects = &sitting.harness.state().effects;
    assert!(effects.iter().any(|effect| matches!(effect, Effect::SaveSettings(kept) if !kept.watch.notify)));
    let looks = [Some("502"), Some("502"), None, None];
    let effects: Vec<Effect> = looks.into_iter().flat_map(|status| sitting.look(status, 15)).collect();
    assert!(says(&sitting.harness, "It is back") && titles(&effects).is_empty(), "{effects:?}");
}

#[test]
fn another_error_is_told_to_those_who_want_it() {
    let mut sitting = Sitting::begin();
    sitting.look(Some("502"), 0);
    assert!(titles(&sitting.look(Some("504"), 15)).is_empty());
    sitting.harness.state_mut().state.settings.watch.notify_changes = true;
    let told = titles(&sitting.look(Some("503 maintenance"), 15));
    assert!(told.len() == 1 && told[0].contains("another way now: 503 maintenance"), "{told:?}");
}

#[test]
fn what_could_not_be_shown_is_said() {
    let mut sitting = Sitting::begin();
    update(&mut sitting.harness.state_mut().state, Message::Notified(Err("no bus".into())));
    sitting.harness.run_steps(2);
    assert!(says(&sitting.harness, "did not show a notice: no bus"));
}

#[test]
fn a_gap_is_shown_as_a_gap_and_the_history_can_be_saved() {
    let mut sitting = Sitting::begin();
    let mut kept = Timeline::default();
    for second in [0, 15] {
        sitting.now_ms += second * 1_000;
        kept.take(&sitting.follower.take_kept(round(Some("502")), sitting.now_ms, 60, Duration::from_secs(15)));
    }
    let watch = sitting.harness.state().effects.iter().find_map(|effect| match effect {
        Effect::StartWatch(watch, _) => Some(*watch),
        _ => None,
    });
    let resumed = Message::WatchResumed(watch.unwrap(), Box::new(kept));
    update(&mut sitting.harness.state_mut().state, resumed);
    sitting.harness.run_steps(2);
    assert!(says(&sitting.harness, "Looks of earlier sittings"));
    sitting.look(None, 3 * 3_600);
    assert!(says(&sitting.harness, "Not watched for 3 h"));
    assert!(says(&sitting.harness, "not watched"), "the legend");
    for (button, ending) in [("Save as CSV", "csv"), ("Save as JSON", "json")] {
        sitting.harness.get_by_role_and_label(Widget::Button, button).click();
        sitting.harness.run_steps(2);
        let last = sitting.harness.state().effects.last();
        let wanted = matches!(last, Some(Effect::ExportWatch(target, path))
            if target.host == "shop.test" && path.extension().is_some_and(|is| is == ending));
        assert!(wanted, "{last:?}");
    }
    update(&mut sitting.harness.state_mut().state, Message::WatchExported(Ok("/x/watch.csv".into())));
    sitting.harness.run_steps(2);
    assert!(says(&sitting.harness, "/x/watch.csv"));
}

#[test]
fn a_day_of_watching_ends_by_itself_and_says_so() {
    let mut sitting = Sitting::begin();
    sitting.look(Some("502"), 0);
    let watch = sitting.harness.state().effects.iter().find_map(|effect| match effect {
        Effect::StartWatch(watch, _) => Some(*watch),
        _ => None,
    });
    update(&mut sitting.harness.state_mut().state, Message::WatchEnded(watch.unwrap()));
    sitting.harness.run_steps(2);
    assert!(says(&sitting.harness, "A day is over") && !sitting.harness.state().state.watching.is_on());
}

#[test]
fn the_interval_is_chosen_kept_and_takes_effect_at_once() {
    let mut sitting = Sitting::begin();
    assert!(says(&sitting.harness, "stops when you close it"));
    sitting.harness.get_by_role_and_label(Widget::RadioButton, "Time between looks: 5 min").click();
    sitting.harness.run_steps(2);
    let effects = &sitting.harness.state().effects;
    let kept =
        |effect: &Effect| matches!(effect, Effect::SaveSettings(kept) if kept.watch.every == Duration::from_secs(300));
    assert!(effects.iter().any(kept), "{effects:?}");
    assert_eq!(effects.iter().filter(|effect| matches!(effect, Effect::StartWatch(..))).count(), 2);
    assert!(sitting.harness.state().state.watching.is_on());
    sitting.look(Some("502"), 300);
    assert!(says(&sitting.harness, "Still down"), "the new one is listened to");
}

#[test]
fn arrows_go_from_look_to_look_and_a_new_one_moves_nothing() {
    let mut sitting = Sitting::begin();
    for (status, seconds) in [(Some("502"), 15), (Some("502"), 15), (None, 15)] {
        sitting.look(status, seconds);
    }
    let value = |harness: &Harness| {
        let node = harness.get_by_label_contains("Timeline, ");
        node.accesskit_node().value().unwrap_or_default()
    };
    assert_eq!(value(&sitting.harness), "", "nothing is chosen");
    sitting.harness.get_by_label_contains("Timeline, ").focus();
    sitting.harness.run_steps(2);
    assert!(value(&sitting.harness).contains("page loads"), "the newest: {}", value(&sitting.harness));
    sitting.harness.key_press(Key::ArrowLeft);
    sitting.harness.run_steps(2);
    let chosen = value(&sitting.harness);
    assert!(chosen.contains("error"), "{chosen}");
    sitting.look(None, 15);
    assert_eq!(value(&sitting.harness), chosen);
    sitting.harness.key_press(Key::End);
    sitting.harness.run_steps(2);
    assert!(value(&sitting.harness).contains("page loads"));
}

#[test]
fn one_bad_look_in_a_good_row_is_neither_up_nor_down() {
    let mut sitting = Sitting::begin();
    for _ in 0..4 {
        sitting.look(None, 15);
    }
    assert!(says(&sitting.harness, "The page loads.") && says(&sitting.harness, "Open the page"));
    sitting.look(Some("502"), 15);
    assert!(says(&sitting.harness, "It failed just now") && !says(&sitting.harness, "The page loads."));
    assert!(!says(&sitting.harness, "Still down") && says(&sitting.harness, "Stop watching"));
    sitting.look(None, 15);
    assert!(says(&sitting.harness, "The page loads."));
}
