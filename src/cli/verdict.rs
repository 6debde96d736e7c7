//! The verdict on a terminal.

use std::path::PathBuf;

use super::{progress, terminal};
use crate::checkup::picture_of;
use crate::diagnosis::advice::SEND_REPORT;
use crate::model::diagnosis::Words;
use crate::model::{Case, Change, Diagnosis, Role, StepStatus, Who};
use crate::report::limits::{drawn, said};
use crate::report::words::Speech;
use crate::report::{one_line, recipients};
use crate::text::Texts;

/// How much is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Detail {
    Sentence,
    Usual,
    Everything,
}

/// The verdict of the case in words, with how to get a report where one is to be sent.
pub fn with_reports(case: &Case, texts: &Texts, detail: Detail, reports: &[PathBuf]) -> String {
    let mut text = in_words(case, texts, detail);
    const SENT: [&str; 4] = [SEND_REPORT, "next-tell-network-admin", "next-owner-host", "next-owner-dns"];
    let wanted =
        case.diagnosis.iter().flat_map(|found| &found.next).any(|next| SENT.contains(&next.words.key.as_str()));
    if wanted && reports.is_empty() && detail != Detail::Sentence {
        text.push_str(&format!("\n{}\n", terminal::dim(&texts.get("cli-report-hint"))));
    }
    text
}

/// The verdict of the case in words.
pub fn in_words(case: &Case, texts: &Texts, detail: Detail) -> String {
    let Some(diagnosis) = &case.diagnosis else {
        return format!("{}\n", texts.get("cli-no-verdict"));
    };
    let headline = one_line(&diagnosis.headline);
    if detail == Detail::Sentence {
        return format!("{headline}\n");
    }
    let mut text = format!("{}\n", terminal::bold(&headline));
    text.push_str(&format!("{}\n", terminal::dim(&who_and_why(diagnosis, texts))));
    section(&mut text, texts, "cli-next", next(case, diagnosis, texts));
    section(&mut text, texts, "cli-tell", tell(case, texts));
    section(&mut text, texts, "cli-because", reasons(case, diagnosis, detail));
    section(&mut text, texts, "limits-title", limits(case, texts));
    section(
        &mut text,
        texts,
        "cli-leave-alone",
        pairs(diagnosis.leave_alone.iter().map(|one| (&one.what, &one.why)), texts),
    );
    section(&mut text, texts, "cli-alternatives", alternatives(diagnosis, texts));
    section(
        &mut text,
        texts,
        "cli-not-tested",
        pairs(diagnosis.not_tested.iter().map(|one| (&one.what, &one.why)), texts),
    );
    if detail == Detail::Everything {
        section(&mut text, texts, "cli-steps", steps(case));
    }
    text
}

fn who_and_why(diagnosis: &Diagnosis, texts: &Texts) -> String {
    let who = texts.get(&format!("fault-{}", diagnosis.fault));
    let why = texts.get(&format!("cause-{}-title", diagnosis.cause));
    let sure = |confidence| texts.get(&format!("cli-confidence-{confidence}"));
    let cause = texts.list(&[diagnosis.cause.to_string(), sure(diagnosis.confidence)]);
    format!(
        "{} ({}) · {} ({cause})",
        texts.titled(&texts.get("cli-who"), &who),
        sure(diagnosis.fault_confidence),
        texts.titled(&texts.get("cli-why"), &why),
    )
}

/// Lines of one section; no verdict has more, and a case file that claims more is not printed whole.
const MOST_LINES: usize = 40;

/// Characters of a command; a longer one is no command of ours.
const LONGEST_COMMAND: usize = 4_000;

/// A command as it may be copied: on one line, and whole, since half a command does something else.
fn command_line(command: &str) -> String {
    terminal::plain(command).split(['\n', '\t']).collect::<Vec<_>>().join(" ")
}

fn section(text: &mut String, texts: &Texts, key: &str, lines: Vec<String>) {
    if lines.is_empty() {
        return;
    }
    text.push_str(&format!("\n{}\n", terminal::bold(&texts.get(key))));
    let more = lines.len().saturating_sub(MOST_LINES);
    for line in lines.into_iter().take(MOST_LINES) {
        text.push_str(&format!("  {}\n", line.replace('\n', "\n    ")));
    }
    if more > 0 {
        text.push_str(&format!("  {}\n", texts.say(&Words::new("cli-and-more").with("count", more))));
    }
}

fn reasons(case: &Case, diagnosis: &Diagnosis, detail: Detail) -> Vec<String> {
    let everything = detail == Detail::Everything;
    // Commands are for those who run servers, and for those who ask for them.
    let with_commands = everything || case.role == Role::Owner;
    let mut lines: Vec<String> = Vec::new();
    let mut shown: Vec<&str> = Vec::new();
    for reason in diagnosis.because.iter().take(if everything { usize::MAX } else { 4 }) {
        let command = reason.verify.as_deref().filter(|command| with_commands && command.len() <= LONGEST_COMMAND);
        let command = command.filter(|command| !shown.contains(command));
        shown.extend(command);
        let command = command.map(|command| format!("\n{}", terminal::dim(&format!("$ {}", command_line(command)))));
        lines.push(format!("• {}{}", one_line(&reason.text), command.unwrap_or_default()));
    }
    lines
}

/// The ladder of time limits, and what follows from it.
fn limits(case: &Case, texts: &Texts) -> Vec<String> {
    let limits = picture_of(case).limits;
    if limits.is_empty() {
        return Vec::new();
    }
    let speech = Speech::new(texts);
    let mut lines = drawn(&limits, &speech);
    lines.extend(said(&limits, &speech).iter().map(|said| format!("• {}", one_line(said))));
    lines
}

fn next(case: &Case, diagnosis: &Diagnosis, texts: &Texts) -> Vec<String> {
    // An owner who asks is spoken to, not about.
    let you = |who: Who| who == Who::Visitor || who == Who::Owner && case.role == Role::Owner;
    let name = |who: Who| match who {
        who if you(who) => "visitor",
        Who::Owner if case.target.is_a_machine() => "machine",
        who => who.name(),
    };
    let told = diagnosis.next.iter();
    told.map(|next| {
        let who = texts.get(&format!("cli-who-{}", name(next.who)));
        let change = next.change.as_ref().map(|change| changed(change, texts)).unwrap_or_default();
        format!("→ {}{change}", texts.titled(&who, &one_line(&next.action)))
    })
    .collect()
}

/// A change as `patch` takes it, indented by one measure as a whole, and how to put it in force. One that is too long to
/// be ours is not printed.
fn changed(change: &Change, texts: &Texts) -> String {
    if change.diff.len() > LONGEST_COMMAND {
        return String::new();
    }
    let told = |(key, command)| format!("\n{}", texts.titled(&texts.get(key), &terminal::dim(&command_line(command))));
    let commands = change.commands().map(told);
    format!("\n{}{}", terminal::plain(&change.diff).trim_end_matches('\n'), commands.concat())
}

/// Those who can do something about it and can be reached; a report has a message for each.
fn tell(case: &Case, texts: &Texts) -> Vec<String> {
    let all = recipients(case, &Speech::new(texts)).into_iter().filter(|(_, reach)| !reach.is_empty());
    all.map(|(to, reach)| format!("→ {}", texts.titled(&one_line(&to), &one_line(&texts.list(&reach))))).collect()
}

fn pairs<'a>(pairs: impl Iterator<Item = (&'a String, &'a String)>, texts: &Texts) -> Vec<String> {
    pairs.map(|(what, why)| format!("– {}", texts.titled(&one_line(what), &one_line(why)))).collect()
}

fn alternatives(diagnosis: &Diagnosis, texts: &Texts) -> Vec<String> {
    let told = diagnosis.alternatives.iter().take(3);
    told.map(|other| {
        let title = texts.get(&format!("cause-{}-title", other.cause));
        format!("– {title} ({})\n{}", other.cause, terminal::dim(&one_line(&other.separated_by)))
    })
    .collect()
}

fn steps(case: &Case) -> Vec<String> {
    let told = case.steps.iter().filter(|step| step.status != StepStatus::Waiting);
    told.map(|step| progress::line(step.status, &one_line(&step.title), &one_line(&step.summary))).collect()
}
