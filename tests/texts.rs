//! No sentence is missing, and none is left over.

#![expect(clippy::unwrap_used, reason = "a test stops where its world is not as described")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use gatemend::model::{Cause, Confidence, Fault, StepId};
use gatemend::text::Texts;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The keys of all messages.
fn keys() -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    for entry in fs::read_dir(root().join("assets/i18n/en")).unwrap() {
        for line in fs::read_to_string(entry.unwrap().path()).unwrap().lines() {
            if let Some((key, _)) =
                line.split_once(" =").filter(|(key, _)| !key.starts_with([' ', '#', '.', '-', '[', '*']))
            {
                keys.insert(key.to_owned());
            }
        }
    }
    keys
}

fn gather(folder: &Path, ending: &str, text: &mut String) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            gather(&path, ending, text);
        } else if path.extension().is_some_and(|one| one == ending) && !path.ends_with("sample.rs") {
            text.push_str(&fs::read_to_string(path).unwrap());
        }
    }
}

fn sources() -> String {
    let mut text = String::new();
    gather(&root().join("src"), "rs", &mut text);
    gather(&root().join("assets"), "toml", &mut text);
    text
}

#[test]
fn every_cause_fault_confidence_and_step_has_its_sentences() {
    let texts = Texts::english();
    let mut missing = Vec::new();
    let mut want = |key: String| {
        if !texts.has(&key) {
            missing.push(key);
        }
    };
    for cause in Cause::ALL {
        want(format!("headline-{cause}"));
        for part in ["title", "means", "visitor", "owner", "check"] {
            want(format!("cause-{cause}-{part}"));
        }
    }
    Fault::ALL.iter().for_each(|fault| want(format!("fault-{fault}")));
    Confidence::ALL.iter().for_each(|confidence| want(format!("cli-confidence-{confidence}")));
    for step in StepId::ALL {
        want(format!("step-{}-title", step.name()));
        want(format!("step-{}-skipped", step.name()));
    }
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn every_key_that_the_code_names_has_a_message() {
    let keys = keys();
    let families = [
        "rule-",
        "step-",
        "headline-",
        "next-",
        "leave-",
        "untested-",
        "cli-",
        "window-",
        "fact-",
        "report-",
        "cause-",
        "fault-",
    ];
    let mut missing = BTreeSet::new();
    // What looks like a key and is a word of a protocol: RFC 9209 section 2.1.2.
    let strangers = ["next-hop"];
    // Every piece between two quotation marks; which of them opens a literal is not counted, since one in a comment
    // or a character literal would turn all that follows inside out.
    for literal in sources().split('"').filter(|literal| !strangers.contains(literal)) {
        let is_key = families.iter().any(|family| literal.starts_with(family))
            && literal.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
            && !literal.ends_with('-');
        // What is leave-alone or untested has two halves.
        let halves = ["what", "why"].iter().all(|half| keys.contains(&format!("{literal}-{half}")));
        let is_beginning = keys.iter().any(|key| key.starts_with(&format!("{literal}-")));
        if is_key && !keys.contains(literal) && !halves && !is_beginning {
            missing.insert(literal.to_owned());
        }
    }
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn no_message_is_left_over() {
    let sources = sources();
    let mut messages = String::new();
    gather(&root().join("assets/i18n"), "ftl", &mut messages);
    let rules: Vec<&str> = sources.split("id: \"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let made_from_data = |key: &str| {
        ["cause-", "fault-", "headline-", "response-", "status-", "cli-confidence-", "cli-who-", "report-"]
            .iter()
            .any(|family| key.starts_with(family))
            || StepId::ALL.iter().any(|step| {
                key == format!("step-{}-title", step.name()) || key == format!("step-{}-skipped", step.name())
            })
            || rules.iter().any(|rule| key == format!("rule-{rule}"))
            // Made of a beginning in the code and a name behind it: "window-tab-{}".
            || key.match_indices('-').any(|(end, _)| sources.contains(&format!("\"{}{{", &key[..=end])))
            || key.strip_suffix("-about").is_some_and(|whole| sources.contains(&format!("\"{whole}\"")))
            // A part of other messages.
            || messages.contains(&format!("{{ {key} }}"))
    };
    let halves = |key: &str| {
        let whole = key.strip_suffix("-what").or(key.strip_suffix("-why"));
        whole.is_some_and(|whole| sources.contains(&format!("\"{whole}\"")))
    };
    let left: Vec<String> = keys()
        .into_iter()
        .filter(|key| !sources.contains(&format!("\"{key}\"")) && !made_from_data(key) && !halves(key))
        .collect();
    assert!(left.is_empty(), "{left:?}");
}

#[test]
fn every_message_can_be_said_without_a_hole() {
    let texts = Texts::english();
    let mut holes = Vec::new();
    // What stands in headlines where a verdict is not sure: beside a sure one it is nothing.
    for key in keys().into_iter().filter(|key| !key.starts_with("headline-sure")) {
        let said = texts.get(&key);
        if said == key || said.trim().is_empty() {
            holes.push(key);
        }
    }
    assert!(holes.is_empty(), "{holes:?}");
}
