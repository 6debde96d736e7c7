//! `gatemend identify`: who wrote a pasted text, and what it means. Nobody is asked.

use std::path::Path;

use serde::Serialize;

use super::args::Identify;
use super::verdict::{Detail, in_words};
use super::{ExitCode, Trouble, check, terminal};
use crate::checkup::words;
use crate::diagnosis::logged;
use crate::diagnosis::pasted::{Judged, judge};
use crate::logs::{Wish, summarise};
use crate::model::diagnosis::Words;
use crate::model::log::{LogKind, Says};
use crate::model::trouble;
use crate::model::{Case, Cause, Diagnosis, Role, Target};
use crate::report::{harmless_json, redact};
use crate::signature::gateway::gateway;
use crate::signature::{Pasted, paste};
use crate::store;
use crate::text::{Texts, capitalised};

/// Archives of whole visits (HAR) grow this large.
const SIZE_LIMIT: u64 = 16 * 1024 * 1024;

#[derive(Serialize)]
struct Gateway<'a> {
    id: &'a str,
    name: &'a str,
    confidence: &'a str,
}

#[derive(Serialize)]
struct Output<'a> {
    schema: u32,
    status: Option<u16>,
    gateway: Option<Gateway<'a>>,
    layers: Vec<Gateway<'a>>,
    request_ids: &'a [(String, String)],
    diagnosis: &'a Diagnosis,
}

pub fn run(identify: &Identify) -> Result<ExitCode, Trouble> {
    terminal::colours(identify.printed.no_color);
    let texts = check::texts(identify.printed.lang.as_deref(), None)?;
    let text = read(&identify.file)?;
    if text.trim().is_empty() {
        return Err(Trouble::Usage("there is nothing to read; paste an error page, its head, or its words".to_owned()));
    }
    let pasted = paste::read(&text);
    let mut judged = judge(&pasted);
    if judged.diagnosis.cause == Cause::Unknown {
        judged.diagnosis = by_lines(&text, &identify.file).unwrap_or(judged.diagnosis);
    }
    complete(&mut judged.diagnosis, &texts);
    if identify.printed.json {
        let json =
            serde_json::to_string_pretty(&output(&judged)).map_err(|error| Trouble::Failed(error.to_string()))?;
        terminal::print_raw(harmless_json(&json).as_bytes());
    } else {
        terminal::print(&in_sentences(&judged, &pasted, &texts));
    }
    Ok(ExitCode::Fine)
}

/// What lines of a log say, where the text has some that tell why a page failed.
fn by_lines(text: &str, file: &Path) -> Option<Diagnosis> {
    let wish = Wish { now: jiff::Timestamp::now().as_second(), ..Wish::default() };
    let summary = summarise(&file.display().to_string(), text.as_bytes(), &wish, |_| true).ok()?;
    let tells = |kind: &LogKind| kind.part.is_failure() && kind.says != Says::Hint;
    let has_form = !summary.formats.is_empty() && summary.kinds.iter().any(tells);
    has_form.then(|| logged::judge(&[redact::log(&summary)]))
}

fn read(path: &Path) -> Result<String, Trouble> {
    let failed = |error: std::io::Error| {
        let has_space = path.to_string_lossy().contains(' ');
        let sentence = if has_space { "; to give a sentence: echo … | gatemend identify -" } else { "" };
        let hint = Some(super::hint_for(path)).filter(|hint| !hint.is_empty()).unwrap_or(sentence);
        Trouble::Usage(format!("cannot read {}: {}{hint}", path.display(), trouble::in_words(&error)))
    };
    let mut bytes = Vec::new();
    match store::read_text(path, SIZE_LIMIT, &mut bytes) {
        // What was cut off in the middle is still worth reading.
        Err(error) if bytes.is_empty() => Err(failed(error)),
        _ => Ok(String::from_utf8_lossy(&bytes).into_owned()),
    }
}

/// Fills in what the text itself does not say: the site's name, and the cause in words.
pub(super) fn complete(diagnosis: &mut Diagnosis, texts: &Texts) {
    let title = texts.get(&format!("cause-{}-title", diagnosis.cause));
    let has_host = diagnosis.words.values.contains_key("host");
    let values = &mut diagnosis.words.values;
    values.insert("title".to_owned(), title);
    values.entry("host".to_owned()).or_insert_with(|| texts.get("cli-the-site"));
    words::fill(diagnosis, texts);
    if !has_host {
        diagnosis.headline = capitalised(&diagnosis.headline);
    }
}

fn output(judged: &Judged) -> Output<'_> {
    // A page's own words are better evidence than a header that anybody may pass on.
    let confidence = |speaker: &crate::signature::Speaker| -> &'static str {
        if speaker.wrote_the_page { "strong" } else { "likely" }
    };
    let speakers = &judged.identified.speakers;
    let shown = judged.identified.author().or(speakers.first());
    Output {
        schema: 1,
        status: judged.status,
        gateway: shown.map(|one| Gateway { id: &one.id, name: &one.name, confidence: confidence(one) }),
        layers: speakers
            .iter()
            .map(|one| Gateway { id: &one.id, name: &one.name, confidence: confidence(one) })
            .collect(),
        request_ids: &judged.identified.request_ids,
        diagnosis: &judged.diagnosis,
    }
}

fn in_sentences(judged: &Judged, pasted: &Pasted, texts: &Texts) -> String {
    let names: Vec<&str> = judged.identified.speakers.iter().map(|speaker| speaker.name.as_str()).collect();
    let log_of = pasted.log_of.as_deref().and_then(gateway);
    let spoke = match (log_of, names.is_empty()) {
        (Some(gateway), _) => texts.say(&Words::new("cli-log-of").with("name", &gateway.name)),
        (None, true) => texts.get("cli-nobody-named"),
        (None, false) => texts.list(&names),
    };
    let mut text = format!("{}: {}\n", texts.get("cli-wrote"), terminal::plain(&spoke));
    if let Some(status) = judged.status {
        text.push_str(&format!("{}: {status}\n", texts.get("cli-status")));
    }
    for (name, value) in &judged.identified.request_ids {
        text.push_str(&format!("{}: {}\n", terminal::plain(name), terminal::plain(value)));
    }
    text.push('\n');
    // The sentence is printed as for a whole case; the case around it is empty.
    if let Ok(target) = Target::parse("site.invalid") {
        let mut case = Case::new(target, Role::Visitor, String::new(), texts.tag());
        case.diagnosis = Some(judged.diagnosis.clone());
        text.push_str(&in_words(&case, texts, Detail::Usual));
    }
    text
}
