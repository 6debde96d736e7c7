//! What each screen lets one do next, and that it does it.

use egui::accesskit::Role as Widget;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use gatemend::checkup::judge_anew;
use gatemend::text::Texts;
use gatemend::ui::{Effect, Message, Screen, update};

use crate::support::{Window, busy, fresh, lived, opened, reading, says, sized, window, written};

fn has_focus(harness: &egui_kittest::Harness<'static, Window>) -> bool {
    harness.get_by_role(Widget::TextInput).accesskit_node().is_focused()
}

/// A window in which a check of shop.test has begun.
fn checking() -> egui_kittest::Harness<'static, Window> {
    let mut harness = window();
    harness.state_mut().state.typed = "shop.test".into();
    harness.run();
    harness.get_by_label("Check this page").click();
    harness.run_steps(2);
    harness
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
    harness.state_mut().state.typed = "my little shop".into();
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
    update(&mut state, Message::CaseOpened("/kept/case.json".into(), Ok(reading(case))));
    let mut harness = sized(1100.0, 1400.0, state);
    harness.get_by_label("Open the sign-in page").click();
    harness.run();
    let opened = harness.state().effects.iter().find_map(|effect| match effect {
        Effect::OpenUrl(url) => Some(url.clone()),
        _ => None,
    });
    assert!(opened.is_some_and(|url| url.starts_with("http://")));
    // What follows is in hand, and the page can be opened once more by the same button, with its address beside it.
    assert!(says(&harness, "Sign in, or accept its terms") && says(&harness, "http://"));
    let before = harness.state().effects.len();
    harness.get_by_label("Open the sign-in page").click();
    harness.run();
    assert!(matches!(harness.state().effects.last(), Some(Effect::OpenUrl(_))));
    assert_eq!((harness.state().effects.len(), says(&harness, "Sign in, or accept its terms")), (before + 1, true));
}

#[test]
fn somebody_elses_portal_is_not_opened_here() {
    let mut state = fresh();
    let case = judge_anew(&lived("a-portal-wants-a-sign-in.toml"), &Texts::english());
    update(&mut state, Message::CaseOpened("/elsewhere/case.json".into(), Ok(reading(case))));
    assert!(!says(&sized(1100.0, 1400.0, state), "Open the sign-in page"));
}

#[test]
fn steps_of_one_kind_of_people_have_one_title() {
    let mut state = fresh();
    let case = judge_anew(&lived("the-router-is-gone.toml"), &Texts::english());
    assert!(case.diagnosis.as_ref().is_some_and(|diagnosis| diagnosis.next.len() >= 2));
    update(&mut state, Message::CaseOpened("case.json".into(), Ok(reading(case))));
    let harness = sized(1100.0, 1400.0, state);
    assert_eq!(harness.query_all_by_label_contains("What you can do").count(), 1);
    assert_eq!(harness.query_all_by_label_contains("What whoever runs your network").count(), 1);
}

#[test]
fn a_file_dropped_on_a_running_check_waits_below_it() {
    let mut harness = checking();
    update(&mut harness.state_mut().state, Message::FileDropped("/x/case.json".into()));
    // No answer is an answer: the check goes on, and the file goes on waiting.
    harness.run_steps(2);
    assert!(harness.state().state.running && says(&harness, "case.json waits"));
    harness.get_by_label("Leave it closed").click();
    harness.run_steps(2);
    assert!(harness.state().state.running && !says(&harness, "case.json waits"));
    update(&mut harness.state_mut().state, Message::FileDropped("/x/case.json".into()));
    harness.run_steps(2);
    harness.get_by_label("Stop the check and open it").click();
    harness.run_steps(2);
    assert!(harness.state().effects.iter().any(|effect| matches!(effect, Effect::OpenCase(_))));
}

#[test]
fn a_toast_covers_nothing() {
    for (width, height) in [(1100.0, 760.0), (520.0, 760.0), (440.0, 380.0)] {
        let mut harness = opened("nginx-says-502.json", width, height);
        let state = &mut harness.state_mut().state;
        state.tell("A word about a file that was saved in a folder far below others. ".repeat(2), None);
        harness.run_steps(2);
        let seen: Vec<(String, egui::Rect)> = written(&harness);
        let (toasts, others): (Vec<_>, Vec<_>) =
            seen.into_iter().partition(|(text, _)| text.starts_with("A word about"));
        let [(_, toast)] = toasts.as_slice() else { panic!("{toasts:?}") };
        assert!(egui::Rect::from_min_size(egui::Pos2::ZERO, egui::vec2(width, height)).contains_rect(*toast));
        let covered: Vec<_> = others.iter().filter(|(_, rect)| rect.intersect(*toast).is_positive()).collect();
        assert!(others.len() > 10 && covered.is_empty(), "{covered:?} at {width}");
    }
}

#[test]
fn nothing_is_saved_from_a_screen_that_does_not_show_it() {
    let mut harness = opened("nginx-says-502.json", 1100.0, 900.0);
    let saves = |harness: &egui_kittest::Harness<'static, Window>| {
        harness.state().effects.iter().filter(|effect| matches!(effect, Effect::SaveReport { .. })).count()
    };
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Num4);
    harness.run();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Comma);
    harness.run();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::S);
    harness.run();
    assert_eq!((harness.state().state.screen, saves(&harness)), (Screen::Settings, 0));
    harness.key_press(Key::Escape);
    harness.run();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::S);
    harness.run();
    assert_eq!(saves(&harness), 1);
}

#[test]
fn settings_name_the_file_that_was_given() {
    let mut state = fresh();
    state.screen = Screen::Settings;
    state.settings_file = Some("/given/by-hand.toml".into());
    assert!(says(&sized(1100.0, 3_000.0, state), "/given/by-hand.toml"));
}

#[test]
fn the_time_that_a_check_has_used_moves_while_nothing_is_seen() {
    let mut harness = checking();
    harness.state_mut().state.run = Some(gatemend::engine::RunId(7));
    let used = |harness: &egui_kittest::Harness<'static, Window>| -> u64 {
        let said = harness.get_by_role(Widget::ProgressIndicator).accesskit_node().label().unwrap();
        said.rsplit(", ").nth(1).and_then(|time| time.strip_suffix(" s")).unwrap_or(&said).parse().unwrap()
    };
    harness.run_steps(1);
    assert_eq!(used(&harness), 0);
    // Four steps of the harness are a second.
    harness.run_steps(14);
    assert_eq!(used(&harness), 3);
    // Another run begins anew, and none is said to take longer than it may.
    harness.state_mut().state.run = Some(gatemend::engine::RunId(8));
    harness.run_steps(1);
    assert_eq!(used(&harness), 0);
    harness.run_steps(160);
    assert_eq!(used(&harness), 30);
}

#[test]
fn who_does_not_watch_is_shown_nothing_that_looks_like_waiting() {
    let mut harness = opened("nginx-says-502.json", 1100.0, 900.0);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Num3);
    harness.run();
    let heading = harness.get_by_label("Not watching.").rect();
    let dots = harness.output().shapes.iter().filter(|clipped| match &clipped.shape {
        egui::Shape::Circle(circle) => {
            let apart = heading.left_center() - circle.center;
            circle.radius < 2.0 && apart.x > 0.0 && apart.x < 60.0 && apart.y.abs() < 24.0
        }
        _ => false,
    });
    // The ring has twelve; strokes of icons end in a few of their own.
    assert!(dots.count() < 12);
}

#[test]
fn each_switch_of_the_report_is_its_own_and_none_outlives_the_case() {
    let mut harness = opened("nginx-says-502.json", 1100.0, 1000.0);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Num4);
    harness.run();
    harness.get_by_label_contains("My name and computer name").click();
    harness.run();
    let all = gatemend::report::redact::Hide::ALL;
    assert_eq!(harness.state().state.report.hide, gatemend::report::redact::Hide { names: false, ..all });
    harness.get_by_label_contains("Addresses of my network").click();
    harness.run();
    harness.get_by_label_contains("Values in the page").click();
    harness.run();
    let hide = harness.state().state.report.hide;
    assert!(!hide.names && !hide.addresses && !hide.queries);
    let asked = harness.state().effects.iter().rev().find_map(|effect| match effect {
        Effect::MakePreview { hide, .. } => Some(*hide),
        _ => None,
    });
    assert_eq!(asked, Some(hide));
    let case = harness.state().state.reading.clone().unwrap();
    update(&mut harness.state_mut().state, Message::CaseOpened("other.json".into(), Ok(case)));
    assert_eq!(harness.state().state.report.hide, all);
}

/// The site that works, under another name.
fn named(host: &str) -> egui_kittest::Harness<'static, Window> {
    let mut case = crate::support::saved("the-site-works.json");
    case.target = gatemend::model::Target::parse(&format!("https://{host}/cart")).unwrap();
    let mut state = fresh();
    update(&mut state, Message::CaseOpened("case.json".into(), Ok(reading(case))));
    sized(520.0, 900.0, state)
}

#[test]
fn foreign_names_are_shown_in_their_letters_unless_those_could_deceive() {
    let honest = named("b\u{fc}cher.example");
    assert!(says(&honest, "b\u{fc}cher.example is also written xn--bcher-kva.example"));
    assert!(written(&honest).iter().any(|(text, _)| text == "b\u{fc}cher.example/cart"));
    let strange = named("p\u{430}ypal.example");
    assert!(says(&strange, "This name mixes alphabets"));
    assert!(written(&strange).iter().any(|(text, _)| text.starts_with("xn--") && text.ends_with("/cart")));
    assert!(!says(&named("shop.example"), "also written"));
}

#[test]
fn a_long_name_keeps_its_end_and_widens_nothing() {
    let harness = named("a-name-that-goes-on-and-on-and-on.somewhere-else-again.shop.example");
    let bar = written(&harness).into_iter().find(|(text, _)| text.contains("\u{2026}shop.example"));
    assert!(bar.is_some_and(|(_, rect)| rect.right() < 520.0));
}

#[test]
fn without_a_network_the_start_says_so_until_the_check_begins() {
    let mut harness = checking();
    let run = gatemend::engine::RunId(3);
    harness.state_mut().state.run = Some(run);
    let nothing = reading(lived("the-line-is-dead.toml"));
    let lost = std::sync::Arc::new(gatemend::ui::Reading { no_network: true, ..(*nothing).clone() });
    update(&mut harness.state_mut().state, Message::CaseChanged { run, reading: lost, ended: false });
    harness.run();
    assert!(says(&harness, "not connected to a network") && harness.state().state.typed == "shop.test");
    assert!(!says(&harness, "Open network settings"), "nothing is offered that cannot be opened");
    harness.state_mut().state.has_network_settings = true;
    harness.run();
    harness.get_by_role_and_label(egui::accesskit::Role::Button, "Open network settings").click();
    harness.run_steps(2);
    assert!(matches!(harness.state().effects.last(), Some(Effect::OpenNetworkSettings)));
    update(&mut harness.state_mut().state, Message::NetworkBack(run));
    harness.run_steps(2);
    assert!(harness.state().state.running && !says(&harness, "not connected to a network"));
}

#[test]
fn only_a_device_without_any_way_out_is_said_to_be_in_no_network() {
    use gatemend::model::{Known, Seen};
    let mut case = lived("the-line-is-dead.toml");
    assert!(!reading(case.clone()).no_network);
    for one in &mut case.observations {
        if let Seen::Network { network: Known::Seen(network) } = &mut one.seen {
            (network.ipv4_route, network.ipv6_route) = (false, false);
        }
    }
    assert!(reading(case.clone()).no_network);
    case.target = gatemend::model::Target::parse("http://192.0.2.7/").unwrap();
    assert!(!reading(case).no_network);
}

/// The window with the case that this scenario leads to, on this view of its evidence.
fn evidence(scenario: &str, proof: gatemend::ui::Proof) -> egui_kittest::Harness<'static, Window> {
    let mut state = fresh();
    let case = judge_anew(&lived(scenario), &Texts::english());
    update(&mut state, Message::CaseOpened("case.json".into(), Ok(reading(case))));
    update(&mut state, Message::TabChosen(gatemend::ui::Tab::Evidence));
    update(&mut state, Message::ProofChosen(proof));
    sized(1100.0, 1400.0, state)
}

#[test]
fn ways_in_stand_as_addresses_against_names_and_the_headline_says_the_pattern() {
    let harness = evidence("one-of-two-addresses-refuses.toml", gatemend::ui::Proof::WaysIn);
    assert!(says(&harness, "1 of 2 addresses fail"));
    let cells: Vec<_> = harness.query_all_by_label_contains(", https, shop.test").collect();
    assert_eq!(cells.len(), 2);
    let fine = evidence("a-shy-router-and-a-healthy-site.toml", gatemend::ui::Proof::WaysIn);
    assert!(says(&fine, "Every way into the site works"));
}

#[test]
fn different_dns_answers_stand_as_cards_with_what_the_page_does_there() {
    let harness = evidence("old-address-from-the-system-alone.toml", gatemend::ui::Proof::Dns);
    assert!(says(&harness, "2 different answers"));
    assert!(harness.query_all_by_label_contains("Given by").count() == 2);
    let same = evidence("a-shy-router-and-a-healthy-site.toml", gatemend::ui::Proof::Dns);
    assert!(says(&same, "All DNS servers that answer say the same"));
    assert_eq!(same.query_all_by_label_contains("Given by").count(), 1);
}

#[test]
fn the_list_of_the_settings_jumps_and_follows() {
    let mut state = fresh();
    state.screen = Screen::Settings;
    let mut harness = sized(1100.0, 500.0, state);
    let heading = |harness: &egui_kittest::Harness<'static, Window>| {
        harness.get_by_role_and_label(Widget::Heading, "Look").rect().top()
    };
    assert!(heading(&harness) > 500.0);
    harness.get_by_role_and_label(Widget::Link, "Look").click();
    harness.run();
    assert!((56.0..160.0).contains(&heading(&harness)), "{}", heading(&harness));
    // The list has not scrolled away with the page.
    let link = harness.get_by_role_and_label(Widget::Link, "Look").rect();
    assert!((56.0..500.0).contains(&link.top()));
}

#[test]
fn a_dns_server_is_added_in_the_settings() {
    let mut state = fresh();
    state.screen = Screen::Settings;
    let mut harness = sized(520.0, 2_400.0, state);
    harness.get_by_role_and_label(Widget::TextInput, "Address of another DNS server").focus();
    harness.run();
    harness.get_by_role_and_label(Widget::TextInput, "Address of another DNS server").type_text("dns.test");
    harness.run();
    harness.get_by_label("Add a server").click();
    harness.run();
    assert!(says(&harness, "such as 192.0.2.53 or"));
    update(&mut harness.state_mut().state, Message::ServerEdited("198.51.100.53".into()));
    harness.run();
    harness.get_by_label("Add a server").click();
    harness.run_steps(3);
    assert!(
        harness
            .get_all_by_role(Widget::Switch)
            .any(|row| { row.accesskit_node().label().is_some_and(|label| label.contains("198.51.100.53:53")) })
    );
}

#[test]
fn an_owner_sees_the_change_and_copies_it() {
    let case = judge_anew(&lived("owner-config-names-a-wrong-port.toml"), &Texts::english());
    for (width, height) in [(1100.0, 2400.0), (560.0, 3600.0)] {
        let mut state = fresh();
        update(&mut state, Message::CaseOpened("case.json".into(), Ok(reading(case.clone()))));
        let mut harness = sized(width, height, state);
        assert!(says(&harness, "-    server 192.0.2.101:8081;") && says(&harness, "+    server 192.0.2.101:8080;"));
        assert!(says(&harness, "nginx -t && nginx -s reload"));
        harness.get_by_label("Copy the change").click();
        harness.run();
        let copied = harness.state().effects.iter().any(|effect| {
            matches!(effect, Effect::CopyText(text) if text.starts_with("--- etc/nginx/nginx.conf\n+++ etc/nginx/nginx.conf\n@@"))
        });
        assert!(copied);
    }
}

#[test]
fn an_owner_presses_a_cause_and_reads_its_lines() {
    let case = judge_anew(&busy(), &Texts::english());
    let mut state = fresh();
    update(&mut state, Message::CaseOpened("case.json".into(), Ok(reading(case))));
    let mut harness = sized(1100.0, 2400.0, state);
    let causes = harness.state().state.reading.as_ref().unwrap().logs.clone().unwrap();
    assert!(causes.words.len() > 1 && says(&harness, &causes.words[0].quote));
    assert!(!says(&harness, &causes.words[1].quote));
    let name = format!("{}: {}", causes.causes[1].title, causes.causes[1].count);
    let about = |place: usize| causes.words[place].advice[0].split('`').next().unwrap().to_owned();
    let (own, other) = (about(0), about(1));
    assert!(says(&harness, &own) && !says(&harness, &other) && !says(&harness, "For this cause: "));
    harness.get_by_role_and_label(Widget::Button, &name).click();
    harness.run();
    assert!(says(&harness, &causes.words[1].quote) && !says(&harness, &causes.words[0].quote));
    // What to do is about the cause that was pressed, and about the verdict's own again when that is.
    assert!(says(&harness, &format!("For this cause: {}", causes.causes[1].title)));
    assert!(says(&harness, &other) && !says(&harness, &own));
    let first = format!("{}: {}", causes.causes[0].title, harness.state().state.texts.count(causes.causes[0].count));
    harness.get_by_role_and_label(Widget::Button, &first).click();
    harness.run();
    assert!(says(&harness, &own) && !says(&harness, "For this cause: "));
}

#[test]
fn an_owner_presses_an_hour_of_the_log_and_sees_what_failed_in_it() {
    let case = judge_anew(&lived("owner-log-of-two-hours.toml"), &Texts::english());
    let mut state = fresh();
    update(&mut state, Message::CaseOpened("case.json".into(), Ok(reading(case))));
    let mut harness = sized(1100.0, 2400.0, state);
    assert!(!says(&harness, "Whole log"));
    harness.get_by_role_and_label(Widget::Button, "09:00: 2 failed requests").click();
    harness.run();
    assert!(says(&harness, "2026-11-18 09:00 – 10:00") && says(&harness, "http://192.0.2.102:8080 2"));
    assert!(!says(&harness, "http://192.0.2.101:8080 3"));
    harness.get_by_role_and_label(Widget::Button, "11:05: 3 failed requests").click();
    harness.run();
    assert!(says(&harness, "http://192.0.2.101:8080 3") && says(&harness, "/cart 3"));
    harness.get_by_role_and_label(Widget::Button, "Whole log").click();
    harness.run();
    assert!(!says(&harness, "2026-11-18 11:00 – 12:00"));
}

#[test]
fn a_log_that_is_read_says_how_far_and_can_be_taken_back() {
    let mut harness = window();
    let path = std::path::PathBuf::from("error.log");
    update(&mut harness.state_mut().state, Message::LogsHanded(vec![path.clone()]));
    update(&mut harness.state_mut().state, Message::LogGlancing(path.clone(), "240 MB of 1.0 GB".into()));
    harness.run_steps(2);
    assert!(says(&harness, "240 MB of 1.0 GB"));
    let stopped = update(&mut harness.state_mut().state, Message::LogTakenBack(path.clone()));
    assert!(matches!(stopped.as_slice(), [Effect::StopGlance(stopped)] if *stopped == path));
}
