//! `gatemend explain`: what a status or a cause means.

use super::args::Explain;
use super::{ExitCode, Trouble, check, terminal};
use crate::model::Cause;
use crate::model::diagnosis::Words;
use crate::signature::{StatusMeaning, explain_status};
use crate::text::Texts;

pub fn run(explain: &Explain) -> Result<ExitCode, Trouble> {
    let texts = check::texts(&explain.lang)?;
    let what = explain.what.join(" ");
    let text = match number_in(&what) {
        Some(code) => status(&explain_status(code), &texts),
        None => match Cause::named(what.trim()) {
            Some(cause) => in_full(cause, &texts),
            None => {
                let near = nearest(&what).map_or_else(String::new, |cause| format!("; did you mean {cause}?"));
                return Err(Trouble::Usage(format!("nothing is known of {:?}{near}", terminal::plain(&what))));
            }
        },
    };
    terminal::print(&text);
    Ok(ExitCode::Fine)
}

/// `502`, `HTTP 502`, `error 1020:`.
fn number_in(text: &str) -> Option<u32> {
    text.split_whitespace().find_map(|word| word.trim_matches(|c: char| c.is_ascii_punctuation()).parse().ok())
}

fn status(meaning: &StatusMeaning, texts: &Texts) -> String {
    let words = |key: String| texts.say(&Words::new(key).with("code", meaning.code));
    if !meaning.is_defined() {
        return format!("{}\n{}\n", terminal::bold(&meaning.code.to_string()), words(meaning.message()));
    }
    let mut text = String::new();
    for reading in &meaning.readings {
        let title = format!("{} {} ({})", reading.code, reading.name, reading.defined_by);
        text.push_str(&format!("{}\n{}\n", terminal::bold(&title), words(reading.message())));
        for cause in &reading.causes {
            text.push_str(&format!("  • {} ({cause})\n", texts.get(&format!("cause-{cause}-title"))));
        }
        text.push('\n');
    }
    text
}

fn in_full(cause: Cause, texts: &Texts) -> String {
    let say = |part: &str| texts.get(&format!("cause-{cause}-{part}"));
    let who = texts.get(&format!("fault-{}", cause.usual_fault()));
    format!(
        "{}\n{}\n\n{}: {who}\n{}: {}\n{}: {}\n{}: {}\n",
        terminal::bold(&format!("{} ({cause})", say("title"))),
        say("means"),
        texts.get("cli-who"),
        texts.get("cli-who-visitor"),
        say("visitor"),
        texts.get("cli-who-owner"),
        say("owner"),
        texts.get("cli-confirm"),
        say("check"),
    )
}

/// A cause whose name shares most of its words.
fn nearest(text: &str) -> Option<Cause> {
    let text = text.to_ascii_lowercase();
    let words: Vec<&str> = text.split(['-', ' ', '_']).filter(|word| word.len() > 2).collect();
    let shared = |cause: &Cause| cause.name().split('-').filter(|part| words.contains(part)).count();
    Cause::ALL.iter().copied().max_by_key(shared).filter(|cause| shared(cause) > 0)
}
