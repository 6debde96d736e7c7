//! What a screen reader finds on each screen: roles and names as text, kept beside the tests.
//!
//! `UPDATE_SNAPSHOTS=1 cargo test --test screen_tree` writes them anew; look at the difference before keeping it.

#![cfg(feature = "gui")]
#![expect(clippy::unwrap_used, reason = "a test stops where its world is not as described")]

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::accesskit::Role as Widget;
use egui_kittest::kittest::NodeT;
use egui_kittest::{Harness, Node};
use gatemend::checkup::judge_anew;
use gatemend::settings::Settings;
use gatemend::store::read_case;
use gatemend::text::Texts;
use gatemend::ui::{Message, Proof, Reading, Screen, State, Tab, install, root_ui, update};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn opened(name: &str) -> State {
    let mut state = State::new(Settings::default(), Texts::english());
    let case = read_case(&root().join("tests/cases").join(name)).unwrap();
    let case = judge_anew(&case, &Texts::english());
    update(&mut state, Message::CaseOpened("case.json".into(), Ok(Arc::new(Reading::of(case, &Texts::english())))));
    state
}

fn tree(state: State) -> String {
    let mut installed = false;
    let draw = move |ui: &mut egui::Ui, state: &mut State| {
        // Fonts are there from the frame after the one that asks for them.
        if installed {
            root_ui(ui, state, &mut Vec::new());
        } else {
            install(ui.ctx());
            installed = true;
        }
    };
    let mut harness = Harness::builder().with_size(egui::vec2(1100.0, 2_000.0)).build_ui_state(draw, state);
    harness.run();
    let mut text = String::new();
    write(&harness.root(), 0, &mut text);
    text
}

/// One line for each node that says something; what holds others together is passed through.
fn write(node: &Node<'_>, depth: usize, text: &mut String) {
    let seen = node.accesskit_node();
    let role = seen.role();
    let said = seen.label().or_else(|| seen.value()).unwrap_or_default();
    // Places on this disk are not the same everywhere.
    let said = if said.contains("gatemend/") || said.contains("gatemend-shop") { "(a path)".to_owned() } else { said };
    // Neither is the time of day.
    let said = if said.starts_with("Checked 20") { "(when and how long)".to_owned() } else { said };
    let speaks = !said.is_empty() && role != Widget::TextRun;
    if speaks {
        let first = said.lines().next().unwrap_or_default();
        let _ = writeln!(text, "{}{role:?}: {first}", "  ".repeat(depth));
    }
    for child in node.children() {
        write(&child, depth + usize::from(speaks), text);
    }
}

fn check(name: &str, state: State) {
    let found = tree(state);
    let path: PathBuf = root().join("tests/snapshots/screens").join(format!("{name}.txt"));
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        std::fs::write(&path, &found).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(kept == found, "{name} is not as kept in {} (UPDATE_SNAPSHOTS=1 accepts it):\n{found}", path.display());
}

#[test]
fn start() {
    check("start", State::new(Settings::default(), Texts::english()));
}

#[test]
fn settings() {
    let mut state = State::new(Settings::default(), Texts::english());
    update(&mut state, Message::ScreenChosen(Screen::Settings));
    check("settings", state);
}

#[test]
fn the_tabs_of_a_verdict() {
    for tab in Tab::ALL {
        let mut state = opened("nginx-says-502.json");
        update(&mut state, Message::TabChosen(tab));
        check(tab.name(), state);
    }
}

#[test]
fn the_views_of_the_evidence() {
    for (proof, name) in [(Proof::Dns, "evidence-dns"), (Proof::WaysIn, "evidence-ways")] {
        let mut state = opened("nginx-says-502.json");
        update(&mut state, Message::TabChosen(Tab::Evidence));
        update(&mut state, Message::ProofChosen(proof));
        check(name, state);
    }
}

#[test]
fn other_verdicts() {
    for name in ["the-site-works", "certificate-expired", "nobody-knows-the-name"] {
        check(name, opened(&format!("{name}.json")));
    }
}
