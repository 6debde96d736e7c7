//! Every remedy, from its offer to its recorded result.

use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use gatemend::checkup::{judge_anew, with_tried};
use gatemend::model::remedy::Noticed;
use gatemend::model::{Answer, Browser, Case, Measured, Remedy, StepId, StepStatus, Tried};
use gatemend::remedy;
use gatemend::text::Texts;
use gatemend::ui::{After, Effect, Message, update};

use crate::support::{Window, fresh, lived, reading, says, sized};

/// The reader's own case of this scenario, opened.
fn own(scenario: &str) -> Harness<'static, Window> {
    own_case(judge_anew(&lived(scenario), &Texts::english()))
}

fn own_case(case: Case) -> Harness<'static, Window> {
    let mut state = fresh();
    state.past_folder = Some("/kept".into());
    update(&mut state, Message::CaseOpened("/kept/case.json".into(), Ok(reading(case))));
    sized(1100.0, 2000.0, state)
}

/// What a look afterwards brings.
fn after(measured: Measured) -> Box<After> {
    Box::new(After { measured, noticed: None, picture: None })
}

fn press(harness: &mut Harness<'static, Window>, label: &str) {
    harness.get_by_label(label).click();
    harness.run_steps(3);
}

fn recorded(harness: &Harness<'static, Window>) -> Option<Tried> {
    harness.state().effects.iter().find_map(|effect| match effect {
        Effect::Record(_, tried) => Some(tried.clone()),
        _ => None,
    })
}

/// Carries the record out, as the program does.
fn record(harness: &mut Harness<'static, Window>) -> Case {
    let (case, tried) = harness
        .state()
        .effects
        .iter()
        .find_map(|effect| match effect {
            Effect::Record(case, tried) => Some((case.clone(), tried.clone())),
            _ => None,
        })
        .unwrap();
    let case = with_tried(&case, tried, &Texts::english());
    let effects = update(&mut harness.state_mut().state, Message::TriedRecorded(reading(case.clone())));
    harness.state_mut().effects.extend(effects);
    harness.run_steps(3);
    case
}

#[test]
fn a_dead_line_offers_the_mildest_first_and_shows_it_step_by_step() {
    let mut harness = own("the-line-is-dead.toml");
    assert!(says(&harness, "Connect again"));
    harness.get_all_by_label("Show me how").next().unwrap().click();
    harness.run_steps(3);
    assert!(says(&harness, "Turn Wi-Fi off") && says(&harness, "Before and after"));
    press(&mut harness, "Done");
    assert!(says(&harness, "Done at"));
    press(&mut harness, "Done, check now");
    assert!(says(&harness, "Waiting for the connection"));
    assert!(matches!(harness.state().effects.last(), Some(Effect::Measure(Remedy::ReconnectWifi, _))));
}

#[test]
fn what_helped_is_recorded_and_everything_is_checked_again() {
    let mut harness = own("the-line-is-dead.toml");
    let choose = Message::GuidedChosen(Remedy::ReconnectWifi);
    update(&mut harness.state_mut().state, choose);
    harness.run_steps(3);
    press(&mut harness, "Done");
    press(&mut harness, "Done, check now");
    let state = &mut harness.state_mut().state;
    let effects = update(state, Message::GuidedMeasured(Remedy::ReconnectWifi, after(Measured::Works)));
    harness.state_mut().effects.extend(effects);
    let tried = recorded(&harness).unwrap();
    assert!(tried.helped() && tried.before.is_some(), "{tried:?}");
    let case = record(&mut harness);
    let line = case.steps.iter().find(|step| step.id == StepId::Guided(Remedy::ReconnectWifi)).unwrap();
    assert_eq!(line.status, StepStatus::Passed);
    let carried = harness.state().effects.iter().find_map(|effect| match effect {
        Effect::StartRun(config) => Some(config.tried.clone()),
        _ => None,
    });
    assert_eq!(carried.map(|tried| tried.len()), Some(1));
    assert!(harness.state().state.running && harness.state().state.before.is_some());
}

#[test]
fn what_did_not_help_leads_to_the_next_and_is_not_offered_again() {
    let mut harness = own("the-line-is-dead.toml");
    update(&mut harness.state_mut().state, Message::GuidedChosen(Remedy::ReconnectWifi));
    harness.run_steps(3);
    press(&mut harness, "Done");
    press(&mut harness, "Done, check now");
    let effects =
        update(&mut harness.state_mut().state, Message::GuidedMeasured(Remedy::ReconnectWifi, after(Measured::NoLine)));
    harness.state_mut().effects.extend(effects);
    record(&mut harness);
    assert!(says(&harness, "There is still no connection"));
    press(&mut harness, "Try the next thing");
    let guided = harness.state().state.guided.clone().unwrap();
    assert_ne!(guided.remedy, Remedy::ReconnectWifi);
    press(&mut harness, "Back to the verdict");
    assert!(harness.state().state.guided.is_none() && !says(&harness, "Connect again"));
}

/// A scenario whose verdict offers this remedy.
fn offered_in(remedy: Remedy) -> &'static str {
    match remedy {
        Remedy::ReloadWithoutCopy
        | Remedy::PrivateWindow
        | Remedy::OtherBrowser
        | Remedy::ClearSiteData
        | Remedy::ExtensionsOff
        | Remedy::RestartBrowser
        | Remedy::NewProfile => "it-works-here-and-the-user-saw-502.toml",
        Remedy::SignInToNetwork => "a-portal-wants-a-sign-in.toml",
        Remedy::SetClock => "the-clock-is-wrong.toml",
        Remedy::HostsLine | Remedy::FlushDns => "hosts-file-names-the-site.toml",
        Remedy::ProxyOff | Remedy::RestartComputer => "proxy-is-dead.toml",
        Remedy::VpnOff => "a-site-turns-a-vpn-away.toml",
        Remedy::SecuritySoftware => "antivirus-opens-tls-everywhere.toml",
        Remedy::ChangeDns => "old-address-from-the-system-alone.toml",
        Remedy::ReconnectWifi | Remedy::RestartRouter => "the-line-is-dead.toml",
        Remedy::PhoneSameWifi | Remedy::PhoneMobileData => "the-site-is-silent-here-alone.toml",
    }
}

/// Offered by a verdict, chosen by its button, done step by step, measured, recorded, and told in case and window. What is
/// milder was tried before, or it would be offered first.
#[test]
fn every_remedy_goes_from_its_offer_to_a_record() {
    let texts = Texts::english();
    for told in remedy::all() {
        let mut case = judge_anew(&lived(offered_in(told.id)), &texts);
        let offered: Vec<Remedy> = reading(case.clone()).remedies.iter().map(|one| one.id).collect();
        assert!(offered.contains(&told.id), "{:?} is not among {offered:?}", told.id);
        for milder in offered.into_iter().take_while(|one| *one != told.id) {
            let tried = Tried {
                remedy: milder,
                before: None,
                after: None,
                answer: Some(Answer::NotDone),
                noticed: None,
                at: String::new(),
            };
            case = with_tried(&case, tried, &texts);
        }
        let mut harness = own_case(case);
        let title = texts.get(&format!("remedy-{}-title", told.id.name()));
        assert!(says(&harness, &title), "{:?}", told.id);
        // The first step of signing in is to open the page: that is its button.
        let opens = told.id == Remedy::SignInToNetwork;
        let offer = if opens { "Open the sign-in page" } else { "Show me how" };
        harness.get_all_by_label(offer).next().unwrap().click();
        harness.run_steps(3);
        assert_eq!(harness.state().state.guided.as_ref().map(|guided| guided.remedy), Some(told.id));
        for number in 1 + usize::from(opens)..=told.steps.len() {
            let last = number == told.steps.len() && told.again != remedy::Again::Person;
            press(&mut harness, if last { "Done, check now" } else { "Done" });
        }
        if told.again == remedy::Again::Person {
            assert!(says(&harness, "Does the page load there?"), "{:?}", told.id);
            press(&mut harness, "No, it still fails");
        }
        assert!(matches!(harness.state().effects.last(), Some(Effect::Measure(id, _)) if *id == told.id));
        let fails = Measured::Fails { how: "502".to_owned() };
        let effects = update(&mut harness.state_mut().state, Message::GuidedMeasured(told.id, after(fails)));
        harness.state_mut().effects.extend(effects);
        let tried = recorded(&harness).unwrap();
        assert!(tried.remedy == told.id && !tried.helped(), "{tried:?}");
        assert_eq!(tried.answer.is_some(), told.again == remedy::Again::Person, "word and measurement, both recorded");
        let case = record(&mut harness);
        assert!(case.steps.iter().any(|step| step.id == StepId::Guided(told.id)), "{:?}", told.id);
        assert!(case.tried().any(|(_, one)| one.remedy == told.id && one.after == tried.after), "{:?}", told.id);
        assert!(says(&harness, "The page still fails"));
        assert!(!reading(case).remedies.iter().any(|one| one.id == told.id), "it is not offered again");
    }
}

#[test]
fn a_computer_that_was_not_restarted_is_said_not_to_have_been() {
    for (noticed, said) in [
        (Noticed::NotRestarted, "This computer has not been restarted since the check-up."),
        (Noticed::Restarted, "This computer was started after the check-up."),
    ] {
        let mut harness = own("proxy-is-dead.toml");
        update(&mut harness.state_mut().state, Message::GuidedChosen(Remedy::RestartComputer));
        harness.run_steps(3);
        press(&mut harness, "Done");
        press(&mut harness, "Done, check now");
        let now = Box::new(After { measured: Measured::Works, noticed: Some(noticed.clone()), picture: None });
        let effects = update(&mut harness.state_mut().state, Message::GuidedMeasured(Remedy::RestartComputer, now));
        harness.state_mut().effects.extend(effects);
        harness.run_steps(3);
        assert!(says(&harness, said), "{said}");
        let helped = recorded(&harness).unwrap().helped();
        assert_eq!(helped, noticed == Noticed::Restarted && recorded(&harness).unwrap().before.is_some());
    }
}

#[test]
fn what_cannot_be_done_is_recorded_as_that() {
    let mut harness = own("the-line-is-dead.toml");
    update(&mut harness.state_mut().state, Message::GuidedChosen(Remedy::RestartRouter));
    harness.run_steps(3);
    press(&mut harness, "I cannot do this");
    assert_eq!(recorded(&harness).unwrap().answer, Some(Answer::NotDone));
    assert!(says(&harness, "It could not be done"));
}

#[test]
fn somebody_elses_case_offers_nothing_to_do_on_this_device() {
    let mut harness = own("the-line-is-dead.toml");
    harness.state_mut().state.opened = Some("/elsewhere/case.json".into());
    harness.run_steps(3);
    assert!(!says(&harness, "Show me how"));
    update(&mut harness.state_mut().state, Message::GuidedChosen(Remedy::RestartRouter));
    assert!(harness.state().state.guided.is_none());
}

#[test]
fn an_installed_browser_opens_the_page_in_a_private_window() {
    let mut harness = own("the-line-is-dead.toml");
    harness.state_mut().state.browsers = vec![Browser::Firefox, Browser::Safari];
    update(&mut harness.state_mut().state, Message::GuidedChosen(Remedy::PrivateWindow));
    harness.run_steps(3);
    assert!(!says(&harness, "Chrome"), "what is not installed is not offered");
    press(&mut harness, "Open in a private window");
    let opened =
        harness.state().effects.iter().any(
            |effect| matches!(effect, Effect::OpenPrivately(Browser::Firefox, url) if url == "https://shop.test/"),
        );
    assert!(opened);
    update(&mut harness.state_mut().state, Message::BrowserChosen(Browser::Safari));
    harness.run_steps(3);
    assert!(!says(&harness, "Open in a private window"), "Safari cannot be asked for one");
}

#[test]
fn the_window_sees_the_router_go_and_come() {
    let mut harness = own("the-line-is-dead.toml");
    let follows = update(&mut harness.state_mut().state, Message::GuidedChosen(Remedy::RestartRouter));
    assert!(matches!(follows[..], [Effect::FollowRouter(Remedy::RestartRouter, _)]), "{follows:?}");
    let seen = |harness: &mut Harness<'static, Window>, answers, at| {
        let effects = update(&mut harness.state_mut().state, Message::RouterSeen(Remedy::RestartRouter, answers, at));
        harness.state_mut().effects.extend(effects);
        harness.run_steps(2);
    };
    seen(&mut harness, true, 100);
    assert!(says(&harness, "The router answers") && says(&harness, "asked every 3 seconds"));
    let start = jiff::Timestamp::now().as_second();
    for step in 0..3 {
        update(&mut harness.state_mut().state, Message::GuidedStepDone(start + step));
    }
    for at in [103, 106, 109] {
        seen(&mut harness, false, at);
    }
    assert!(says(&harness, "The router is starting"));
    seen(&mut harness, true, 170);
    assert!(
        matches!(harness.state().effects.last(), Some(Effect::Measure(Remedy::RestartRouter, _))),
        "the window goes on by itself"
    );
    let works = after(Measured::Works);
    let effects = update(&mut harness.state_mut().state, Message::GuidedMeasured(Remedy::RestartRouter, works));
    harness.state_mut().effects.extend(effects);
    let tried = recorded(&harness).unwrap();
    assert_eq!(tried.noticed, Some(Noticed::WentAndCame { seconds: 67 }));
    assert!(tried.helped());
}

#[test]
fn a_remedy_that_changed_nothing_is_said_to_have_changed_nothing() {
    let mut harness = own("the-line-is-dead.toml");
    update(&mut harness.state_mut().state, Message::GuidedChosen(Remedy::ProxyOff));
    harness.run_steps(3);
    press(&mut harness, "Done");
    press(&mut harness, "Done, check now");
    let noticed = Some(Noticed::Same { is: "192.168.1.8:3128".to_owned() });
    let still = Box::new(After { measured: Measured::Works, noticed, picture: None });
    let effects = update(&mut harness.state_mut().state, Message::GuidedMeasured(Remedy::ProxyOff, still));
    harness.state_mut().effects.extend(effects);
    harness.run_steps(3);
    assert!(says(&harness, "Nothing has changed yet") && says(&harness, "As before: 192.168.1.8:3128"));
    assert!(!recorded(&harness).unwrap().helped());
}

#[test]
fn a_phone_gets_the_address_as_a_code_and_nothing_else_does() {
    let mut harness = own("the-site-is-silent-here-alone.toml");
    let code = "The address https://shop.test/ as a code for a camera";
    for (remedy, has_code) in [(Remedy::PhoneMobileData, true), (Remedy::OtherBrowser, false)] {
        update(&mut harness.state_mut().state, Message::GuidedChosen(remedy));
        harness.run_steps(3);
        let drawn = harness.query_by_role_and_label(egui::accesskit::Role::Image, code).is_some();
        assert_eq!(drawn, has_code, "{remedy:?}");
        assert_eq!(says(&harness, "stays on this screen"), has_code);
    }
    update(&mut harness.state_mut().state, Message::GuidedChosen(Remedy::PhoneMobileData));
    harness.run_steps(3);
    press(&mut harness, "Done");
    assert!(harness.query_by_label(code).is_some());
    press(&mut harness, "Done");
    assert!(harness.query_by_label(code).is_none(), "what was done needs no code any more");
}

#[test]
fn a_link_that_works_once_is_not_handed_on_as_a_code() {
    let mut case = judge_anew(&lived("the-site-is-silent-here-alone.toml"), &Texts::english());
    case.target =
        gatemend::model::Target::parse("https://shop.test/reset?token=0123456789abcdef0123456789abcdef").unwrap();
    assert!(case.target.has_one_time_token());
    let mut harness = own_case(case);
    update(&mut harness.state_mut().state, Message::GuidedChosen(Remedy::PhoneSameWifi));
    harness.run_steps(3);
    assert!(says(&harness, "Take a phone") && !says(&harness, "stays on this screen"));
}
