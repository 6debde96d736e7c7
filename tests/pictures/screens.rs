//! The screens that are pictured: each once at least, both themes, the wide window, the narrow one and scale 2 among them.

use std::path::PathBuf;
use std::time::Duration;

use egui::Theme::{self, Dark, Light};
use gatemend::checkup::{Checkup, judge_anew};
use gatemend::model::{Case, Fault, Remedy, Role};
use gatemend::report::Format;
use gatemend::store::past::PastCase;
use gatemend::store::{redacted_as, rendered};
use gatemend::text::Texts;
use gatemend::ui::{Effect, Glance, HandedFile, Message, Offer, Preview, Proof, Reading, Screen, State, Tab, update};
use gatemend::watch::{Follower, Round, Seen, Timeline};

use crate::support::{Pane, busy, fresh, lived, ran, reading, saved};

/// A screen and the pane that it is drawn on.
pub struct Pictured {
    pub name: &'static str,
    pub pane: Pane,
    pub state: State,
}

const WIDE: (f32, f32) = (1100.0, 760.0);
const NARROW: (f32, f32) = (520.0, 760.0);

/// 18 November 2025, 10:15:00 UTC.
const NOW: i64 = 1_763_460_900;

fn pictured(name: &'static str, theme: Theme, size: (f32, f32), state: State) -> Pictured {
    Pictured { name, pane: Pane { size, scale: 1.0, theme }, state }
}

pub fn all() -> Vec<Pictured> {
    let dns = || own(lived("old-address-from-the-system-alone.toml"));
    let ways = || own(lived("one-of-two-addresses-says-502.toml"));
    vec![
        pictured("start-visitor-light", Light, WIDE, past(base())),
        pictured("start-owner-dark", Dark, (1_100.0, 900.0), owner()),
        pictured("start-wrong-address-light-520", Light, NARROW, wrong_address()),
        pictured("start-no-network-dark", Dark, WIDE, no_network()),
        pictured("checking-light", Light, WIDE, checking()),
        pictured("verdict-not-you-light", Light, WIDE, not_you()),
        pictured("verdict-not-you-dark-520", Dark, (520.0, 1_000.0), not_you()),
        pictured("verdict-dns-light", Light, WIDE, dns()),
        pictured("verdict-browser-dark", Dark, WIDE, own(lived("it-works-here-and-the-user-saw-502.toml"))),
        pictured("verdict-owner-dark", Dark, (1100.0, 900.0), own(lived("owner-config-names-a-wrong-port.toml"))),
        pictured("verdict-logs-dark", Dark, (1100.0, 1_150.0), own(busy())),
        pictured("verdict-logs-light-520", Light, (520.0, 1_600.0), own(busy())),
        pictured("stopped-light-520", Light, NARROW, stopped()),
        pictured("guided-router-dark", Dark, WIDE, restarting()),
        pictured("guided-window-light-520", Light, NARROW, private_window()),
        pictured("guided-phone-light", Light, (1100.0, 900.0), phone()),
        pictured("guided-phone-japanese-dark-440", Dark, (440.0, 1_500.0), in_language("ja", phone())),
        pictured("facts-light-520", Light, NARROW, proof(not_you(), Proof::Facts)),
        pictured("facts-light", Light, WIDE, proof(not_you(), Proof::Facts)),
        pictured("dns-dark", Dark, WIDE, proof(dns(), Proof::Dns)),
        pictured("ways-in-light", Light, WIDE, proof(ways(), Proof::WaysIn)),
        pictured("world-dark", Dark, WIDE, proof(own(lived("one-place-of-the-gateway-fails.toml")), Proof::World)),
        pictured("watch-down-dark", Dark, WIDE, watching(false)),
        pictured("watch-back-light-520", Light, NARROW, watching(true)),
        pictured("report-light", Light, WIDE, report()),
        pictured("settings-dark", Dark, (1100.0, 1_000.0), settings_in(base())),
        pictured("gallery-dark", Dark, (1100.0, 1_340.0), gallery()),
        pictured("start-visitor-german-light-520", Light, (520.0, 1_000.0), in_language("de", past(base()))),
        pictured("verdict-not-you-german-light", Light, WIDE, in_language("de", not_you())),
        pictured("verdict-logs-german-dark", Dark, (1100.0, 1_150.0), in_language("de", own(busy()))),
        pictured("settings-german-light-520", Light, (520.0, 2_600.0), settings_in(in_language("de", base()))),
        pictured("start-visitor-japanese-dark", Dark, WIDE, in_language("ja", past(base()))),
        pictured("verdict-not-you-japanese-light", Light, WIDE, in_language("ja", not_you())),
        pictured("verdict-dns-japanese-dark-520", Dark, (520.0, 1_200.0), in_language("ja", dns())),
        Pictured {
            name: "verdict-twice-light",
            pane: Pane { size: (550.0, 380.0), scale: 2.0, theme: Light },
            state: not_you(),
        },
    ]
}

fn base() -> State {
    let mut state = fresh();
    state.now = || NOW;
    state.past_folder = Some("/home/anna/.local/share/gatemend/cases".into());
    state.settings_file = Some("/home/anna/.config/gatemend/settings.toml".into());
    state.report.path = "/home/anna/Documents/gatemend-report.html".into();
    state.browsers = vec![gatemend::model::Browser::Firefox, gatemend::model::Browser::Chrome];
    state
}

/// The same in another language, as if it had been chosen before.
fn in_language(tag: &str, mut state: State) -> State {
    let texts = Texts::language(tag).unwrap();
    if let Some(reading) = &state.reading {
        state.reading = Some(Reading::of(judge_anew(&reading.case, &texts), &texts).into());
    }
    state.texts = texts;
    state
}

fn past(mut state: State) -> State {
    let row = |page: &str, started: &str, headline: &str, fault| PastCase {
        path: PathBuf::from("/kept").join(started),
        page: page.to_owned(),
        started: started.to_owned(),
        headline: headline.to_owned(),
        fault: Some(fault),
    };
    state.past = vec![
        row(
            "shop.example/cart",
            "2025-11-18T10:02:11.000Z",
            "The site's own server is not answering.",
            Fault::SiteOrigin,
        ),
        row("blog.example", "2025-11-17T19:40:00.000Z", "The site works.", Fault::None),
    ];
    state
}

/// The reader's own case of their own device.
fn own(case: Case) -> State {
    let mut state = base();
    let path = "/home/anna/.local/share/gatemend/cases/1.json".into();
    update(&mut state, Message::CaseOpened(path, Ok(reading(judge_anew(&case, &Texts::english())))));
    state
}

fn not_you() -> State {
    own(saved("nginx-says-502.json"))
}

fn owner() -> State {
    let mut state = base();
    state.typed = "https://shop.example/cart".into();
    state.role = Role::Owner;
    state.handed.origin = "198.51.100.24:8080".into();
    let file = |name: &str, size: &str, about: &str, tells| HandedFile {
        path: PathBuf::from("/var/log/nginx").join(name),
        glance: Some(Glance { size: size.into(), about: about.into(), tells, readable: true, ..Glance::default() }),
        progress: None,
    };
    state.handed.files = vec![
        file("error.log", "41 MB", "nginx error log, 18 November 2025, 00:00 to 10:02", true),
        file("access.log.2.gz", "1.2 GB", "nginx access log, 16 November 2025", false),
        HandedFile { path: "/etc/nginx/nginx.conf".into(), glance: None, progress: None },
        HandedFile {
            path: "/var/log/php8.2-fpm.log".into(),
            glance: Some(Glance {
                about: "Cannot be read: permission denied".into(),
                copies: Some("sudo install -m 600 -o \"$USER\" /var/log/php8.2-fpm.log ~/".into()),
                ..Glance::default()
            }),
            progress: None,
        },
    ];
    state
}

fn wrong_address() -> State {
    let mut state = base();
    state.typed = "https://shop .example/cart".into();
    update(&mut state, Message::CheckPressed);
    state.saw_open = true;
    state.saw = "502 Bad Gateway\nnginx/1.24.0 (Ubuntu)".into();
    state.saw_said = Some("nginx wrote this.".into());
    state
}

fn no_network() -> State {
    let mut state = base();
    state.typed = "shop.example/cart".into();
    state.waiting = Some(gatemend::engine::RunId(1));
    state
}

/// In the midst of a check: half of what happens has happened.
fn checking() -> State {
    let mut state = base();
    state.typed = "https://shop.test/".into();
    update(&mut state, Message::CheckPressed);
    let events = ran("nginx-says-502-at-every-address.toml").events;
    let mut checkup = Checkup::new(Texts::english());
    let mut shown = None;
    for event in events {
        checkup.take(event);
        let Some(case) = checkup.case() else { continue };
        let reading = Reading::of(case.clone(), &Texts::english());
        if reading.has_verdict(true) {
            break;
        }
        shown = Some(reading);
    }
    state.reading = shown.map(Into::into);
    state
}

/// The same, stopped there.
fn stopped() -> State {
    let mut state = checking();
    let mut case = Case::clone(&state.reading.as_ref().unwrap().case);
    case.ended = Some(gatemend::model::Ended::Cancelled);
    state.reading = Some(reading(judge_anew(&case, &Texts::english())));
    state.running = false;
    state
}

fn restarting() -> State {
    let mut state = own(lived("the-line-is-dead.toml"));
    update(&mut state, Message::GuidedChosen(Remedy::RestartRouter));
    update(&mut state, Message::GuidedStepDone(NOW - 96));
    update(&mut state, Message::GuidedStepDone(NOW - 64));
    update(&mut state, Message::GuidedStepDone(NOW - 34));
    state
}

fn phone() -> State {
    let mut state = own(lived("the-site-is-silent-here-alone.toml"));
    update(&mut state, Message::GuidedChosen(Remedy::PhoneMobileData));
    state
}

fn private_window() -> State {
    let mut state = own(lived("it-works-here-and-the-user-saw-502.toml"));
    update(&mut state, Message::GuidedChosen(Remedy::PrivateWindow));
    state
}

fn proof(mut state: State, proof: Proof) -> State {
    update(&mut state, Message::TabChosen(Tab::Evidence));
    update(&mut state, Message::ProofChosen(proof));
    state.settings.vantage.enabled = proof == Proof::World;
    state
}

/// Two outages and the looks around them; the second goes on, or is over.
fn watching(back: bool) -> State {
    let mut state = not_you();
    let begun = update(&mut state, Message::WatchPressed);
    let watch = begun.iter().find_map(|effect| match effect {
        Effect::StartWatch(watch, _) => Some(*watch),
        _ => None,
    });
    let ip = [203, 0, 113, 10].into();
    let mut follower = Follower::new(Duration::from_secs(15));
    let mut look = |index: i64, good: bool| {
        let seen = if good { Seen::Good } else { Seen::Bad("502".to_owned()) };
        let round = Round { named: true, line: true, addresses: vec![ip], seen: vec![(ip, seen)], ..Round::default() };
        let ms = 40 + (index as u64 * 37) % 29 + if index % 11 == 0 { 45 } else { 0 };
        follower.take_kept(round, (NOW - 1_800 + index * 15) * 1_000, ms, Duration::from_secs(15))
    };
    let mut kept = Timeline::default();
    for index in 0..40 {
        kept.take(&look(index, !(12..20).contains(&index)));
    }
    update(&mut state, Message::WatchResumed(watch.unwrap(), Box::new(kept)));
    for index in 40..96 {
        let good = index < 44 || (back && index > 82);
        update(&mut state, Message::Looked(watch.unwrap(), Box::new(look(index, good))));
    }
    state
}

fn report() -> State {
    let mut state = not_you();
    update(&mut state, Message::TabChosen(Tab::Report));
    let case = state.reading.as_ref().unwrap().case.clone();
    let (format, hide, language) = (state.report.format, state.report.hide, state.texts.spoken());
    let text = rendered(&redacted_as(&case, hide), &Texts::english(), Format::Markdown);
    let preview = Preview::page(text).into();
    update(&mut state, Message::PreviewMade { format, hide, language, preview });
    state
}

fn settings_in(mut state: State) -> State {
    update(&mut state, Message::ScreenChosen(Screen::Settings));
    let before = Box::new(state.settings.clone());
    state.tell(state.texts.get("window-settings-saved"), Some(Offer::Undo(before)));
    state
}

fn gallery() -> State {
    let mut state = not_you();
    state.screen = Screen::Gallery;
    state.tell("Message copied, ready to paste".into(), None);
    state
}
