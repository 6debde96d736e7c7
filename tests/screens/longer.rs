//! Every screen in every language, and in one that is 40 % longer than English, in three widths: nothing is cut, nothing
//! sticks out.

use egui::Shape;
use egui::accesskit::Role as Widget;
use egui_kittest::Harness;
use egui_kittest::kittest::NodeT;
use gatemend::checkup::judge_anew;
use gatemend::model::diagnosis::Words;
use gatemend::model::{Case, Role};
use gatemend::settings::Settings;
use gatemend::text::{LANGUAGES, Texts};
use gatemend::ui::{Message, Proof, Reading, Screen, State, Tab, update};

use crate::support::{Window, lived, saved, sized};

/// Two letters for each five, set apart so that long sentences can still break.
fn longer(said: String) -> String {
    let own = said.chars().filter(|letter| *letter != 'ë').count();
    let wanted = (own * 2 / 5).saturating_sub(said.chars().count() - own);
    let filler: String = (0..wanted).map(|place| if place % 8 == 0 && own > 12 { ' ' } else { 'ë' }).collect();
    // A word grows; a sentence gets words.
    format!("{said}{filler}").trim_end().to_owned()
}

/// The program's own words carry this mark; it is as wide as nothing.
const OWN: char = '\u{2060}';

fn marked(said: String) -> String {
    format!("{said}{OWN}")
}

/// What is looked at: English made longer, and each other language as it is.
fn spoken() -> Vec<Texts> {
    let others = LANGUAGES.iter().skip(1).map(|language| Texts::of(language).through(marked));
    std::iter::once(Texts::english().through(longer)).chain(others).collect()
}

fn state(texts: &Texts, case: Option<&Case>) -> State {
    let mut state = State::new(Settings::default(), texts.clone());
    state.past_folder = Some("/kept".into());
    if let Some(case) = case {
        let reading = Reading::of(judge_anew(case, texts), texts);
        update(&mut state, Message::CaseOpened("/kept/case.json".into(), Ok(reading.into())));
    }
    state
}

/// All screens by name.
fn screens(texts: &Texts) -> Vec<(String, State)> {
    let mut all = Vec::new();
    let mut start = state(texts, None);
    start.typed = "shop .example".into();
    update(&mut start, Message::CheckPressed);
    start.contacts_open = true;
    start.saw_open = true;
    all.push(("start".to_owned(), start));
    let mut settings = state(texts, None);
    settings.screen = Screen::Settings;
    settings.tell(texts.get("window-settings-saved"), None);
    all.push(("settings".to_owned(), settings));
    let mut running = state(texts, Some(&saved("nginx-says-502.json")));
    let mut case = Case::clone(&running.reading.as_ref().unwrap().case);
    case.diagnosis = None;
    running.reading = Some(Reading::of(case, texts).into());
    running.running = true;
    update(&mut running, Message::FileDropped("/x/case.json".into()));
    all.push(("checking".to_owned(), running));
    let mut owner = saved("nginx-says-502.json");
    owner.role = Role::Owner;
    let cases = [
        ("502", saved("nginx-says-502.json")),
        ("owner", owner),
        ("certificate", saved("certificate-expired.json")),
        ("nxdomain", saved("nobody-knows-the-name.json")),
        ("works", saved("the-site-works.json")),
        ("portal", lived("a-portal-wants-a-sign-in.toml")),
        ("router", lived("the-router-is-gone.toml")),
    ];
    for (name, case) in cases {
        for tab in Tab::ALL {
            let proofs: &[Proof] =
                if tab == Tab::Evidence { &[Proof::Facts, Proof::Dns, Proof::WaysIn] } else { &[Proof::Facts] };
            for proof in proofs {
                let mut state = state(texts, Some(&case));
                update(&mut state, Message::TabChosen(tab));
                update(&mut state, Message::ProofChosen(*proof));
                all.push((format!("{name} {tab:?} {proof:?}"), state));
            }
        }
    }
    all
}

/// The words by which a station of the path is known to a screen reader.
fn station_mark(texts: &Texts) -> String {
    let words = Words::new("path-said-station").with("station", "").with("number", 7_777).with("word", "");
    let said = Texts::of(texts.spoken()).say(&words);
    said.split("7777").max_by_key(|piece| piece.len()).unwrap_or_default().trim().to_owned()
}

/// What is cut or sticks out of the window to its sides.
fn faults(harness: &Harness<'static, Window>, texts: &Texts, width: f32) -> Vec<String> {
    fn look(shape: &Shape, clip: egui::Rect, width: f32, rows: &[(String, egui::Rect)], found: &mut Vec<String>) {
        match shape {
            Shape::Vec(shapes) => shapes.iter().for_each(|shape| look(shape, clip, width, rows, found)),
            Shape::Text(text) => {
                let rect = text.visual_bounding_rect();
                let said = text.galley.text();
                // A cell of a row may be cut where the row says all of it, to the pointer and to a screen reader.
                let is_told = rows.iter().any(|(label, row)| row.contains_rect(rect) && label.contains(said));
                // Names, numbers and words of strangers may be cut; the program's own words are those with the filler.
                if text.galley.elided && said.contains(['ë', OWN]) && !is_told {
                    found.push(format!("cut: {said:?}"));
                }
                let seen = rect.intersect(clip);
                if seen.is_positive() && (rect.right() > clip.right() + 0.5 || rect.left() < clip.left() - 0.5) {
                    found.push(format!("hidden at a side: {said:?} {rect:?} in {clip:?}"));
                }
                if seen.is_positive() && rect.right() > width + 0.5 {
                    found.push(format!("out of the window: {said:?}"));
                }
            }
            _ => {}
        }
    }
    let station = station_mark(texts);
    let labels = harness.root().children_recursive().filter_map(|node| {
        let seen = node.accesskit_node();
        let said = seen.label().or_else(|| seen.value()).filter(|_| seen.bounding_box().is_some())?;
        // The lines below a station stand outside the part that one presses.
        let room = if said.contains(&station) { 120.0 } else { 2.0 };
        let is_told = seen.role() == Widget::Label || room > 2.0;
        is_told.then(|| (said, node.rect().expand(room)))
    });
    let rows: Vec<(String, egui::Rect)> = labels.collect();
    let mut found = Vec::new();
    for clipped in &harness.output().shapes {
        look(&clipped.shape, clipped.clip_rect, width, &rows, &mut found);
    }
    for node in harness.root().children_recursive() {
        // The window itself has no place.
        if node.accesskit_node().bounding_box().is_none() {
            continue;
        }
        let rect = node.rect();
        if rect.right() > width + 0.5 || rect.left() < -0.5 {
            found.push(format!("sticks out: {:?} {rect:?}", node.accesskit_node().label()));
        }
    }
    found
}

#[test]
fn the_words_of_no_language_are_cut_or_pushed_out_of_the_window() {
    let mut wrong = Vec::new();
    for width in [1100.0, 520.0, 440.0] {
        for texts in spoken() {
            for (name, state) in screens(&texts) {
                // Higher than any screen, so that all of it is drawn.
                let harness = sized(width, 4_000.0, state);
                let found = faults(&harness, &texts, width).into_iter();
                wrong.extend(found.map(|fault| format!("{} {name} at {width}: {fault}", texts.tag())));
            }
        }
    }
    assert!(wrong.is_empty(), "{} faults:\n{}", wrong.len(), wrong.join("\n"));
}
