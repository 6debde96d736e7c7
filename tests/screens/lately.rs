//! Settings that can be added to, motion as the system wants it, cases that are open twice, and long reports.

use egui::accesskit::Role as Widget;
use egui_kittest::kittest::Queryable;
use gatemend::settings::ProxyChoice;
use gatemend::ui::{Effect, Look, Message, Preview, Screen, Tab, update};

use crate::support::{Window, fresh, opened, reading, saved, says, sized, written};

fn settings() -> egui_kittest::Harness<'static, Window> {
    let mut state = fresh();
    update(&mut state, Message::ScreenChosen(Screen::Settings));
    sized(1_100.0, 2_600.0, state)
}

#[test]
fn a_known_good_page_can_be_added_once() {
    let mut harness = settings();
    let before = harness.state().state.settings.controls.len();
    for (typed, said) in [("ftp://www.example.org", "no address of a page"), ("www.example.org", "www.example.org")] {
        update(&mut harness.state_mut().state, Message::PageEdited(typed.into()));
        harness.run_steps(2);
        harness.get_by_role_and_label(Widget::Button, "Add a page").click();
        harness.run_steps(2);
        assert!(says(&harness, said), "{typed}");
    }
    let controls = harness.state().state.settings.controls.clone();
    assert_eq!(controls.len(), before + 1);
    assert_eq!((controls[before].url.as_str(), controls[before].status), ("https://www.example.org/", 200));
    let kept = |effect: &Effect| matches!(effect, Effect::SaveSettings(kept) if kept.controls == controls);
    assert!(harness.state().effects.iter().any(kept));
    update(&mut harness.state_mut().state, Message::PageEdited("https://www.example.org/".into()));
    harness.run_steps(2);
    harness.get_by_role_and_label(Widget::Button, "Add a page").click();
    harness.run_steps(2);
    assert!(says(&harness, "in the list already"));
    assert_eq!(harness.state().state.settings.controls.len(), before + 1);
}

#[test]
fn the_proxy_can_be_left_aside() {
    let mut harness = settings();
    assert_eq!(harness.state().state.settings.proxy, ProxyChoice::System);
    harness.get_by_label("Checks go through: No proxy").click();
    harness.run_steps(2);
    assert_eq!(harness.state().state.settings.proxy, ProxyChoice::None);
}

#[test]
fn motion_follows_the_system_until_it_is_chosen() {
    let mut state = fresh();
    assert!(!state.is_still());
    update(&mut state, Message::SystemIsStill);
    assert!(state.is_still());
    let look = Look { still: Some(false), ..state.look };
    assert_eq!(update(&mut state, Message::LookChanged(look)).len(), 1);
    assert!(!state.is_still());
    update(&mut state, Message::LookChanged(Look { still: Some(true), ..look }));
    assert!(state.is_still());
}

#[test]
fn a_case_that_is_open_twice_says_so() {
    let mut state = fresh();
    let effects =
        update(&mut state, Message::CaseOpened("/x/a.json".into(), Ok(reading(saved("the-site-works.json")))));
    assert!(effects.iter().any(|effect| matches!(effect, Effect::ClaimCase(path) if path.ends_with("a.json"))));
    let mut harness = opened("the-site-works.json", 1_100.0, 900.0);
    assert!(!says(&harness, "open in another window"));
    update(&mut harness.state_mut().state, Message::CaseIsElsewhere);
    harness.run_steps(2);
    assert!(says(&harness, "open in another window"));
}

#[test]
fn of_a_long_report_only_what_is_seen_is_laid_out() {
    for width in [1_100.0, 520.0] {
        of_a_long_report_in_a_window_of(width);
    }
}

fn of_a_long_report_in_a_window_of(width: f32) {
    let mut harness = opened("nginx-says-502.json", width, 760.0);
    update(&mut harness.state_mut().state, Message::TabChosen(Tab::Report));
    let rows: String = (0..4_000).map(|row| format!("| row {row} | 502 |\n")).collect();
    let (format, hide) = (harness.state().state.report.format, harness.state().state.report.hide);
    let preview = Preview::page(format!("# Long\n\n| a | b |\n|---|---|\n{rows}- the end\n")).into();
    update(
        &mut harness.state_mut().state,
        Message::PreviewMade { format, hide, language: gatemend::text::Language::of_tag("en").unwrap(), preview },
    );
    harness.run_steps(2);
    if width < 760.0 {
        // Below the choices; the wheel reaches it wherever the pointer is.
        assert!(says(&harness, "Save report") && !says(&harness, "row 0, 502"));
        harness.hover_at(egui::pos2(260.0, 500.0));
        for _ in 0..8 {
            harness.event(egui::Event::MouseWheel {
                unit: egui::MouseWheelUnit::Point,
                delta: egui::vec2(0.0, -120.0),
                phase: egui::TouchPhase::Move,
                modifiers: egui::Modifiers::NONE,
                source: egui::MouseWheelSource::Wheel,
            });
            harness.run_steps(2);
        }
    }
    let laid = written(&harness).into_iter().filter(|(text, _)| text.starts_with("row ")).count();
    assert!((10..80).contains(&laid), "{laid} rows");
    assert!(says(&harness, "row 0, 502") && !says(&harness, "the end"));
}
