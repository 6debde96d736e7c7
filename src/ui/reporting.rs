//! The report: its form, what it hides, its preview, and the file.

use std::path::PathBuf;
use std::sync::Arc;

use super::effect::Effect;
use super::language;
use super::preview::Preview;
use super::state::State;
use crate::report::Format;
use crate::report::redact::Hide;
use crate::text::Language;

pub fn copy_ticket(state: &State, hide: Hide) -> Vec<Effect> {
    let Some(reading) = &state.reading else { return Vec::new() };
    vec![Effect::MakeTicket(reading.case.clone(), hide, language::of_report(state))]
}

pub fn copy_letter(state: &State, place: usize) -> Vec<Effect> {
    let Some(reading) = &state.reading else { return Vec::new() };
    vec![Effect::MakeLetter(reading.case.clone(), place, language::of_report(state))]
}

pub fn choose_format(state: &mut State, format: Format) -> Vec<Effect> {
    state.report.format = format;
    state.report.saved = None;
    let path = PathBuf::from(state.report.path.trim());
    if Format::of_path(&path) != Some(format) {
        state.report.path = path.with_extension(format.ending()).display().to_string();
    }
    preview(state)
}

/// The beginning of the names that this program gives; one that somebody chose is left alone.
const OWN_NAMES: &str = "gatemend-";

/// Names the file after the site and the day of the check.
pub fn name(state: &mut State) {
    let Some(reading) = &state.reading else { return };
    let path = PathBuf::from(state.report.path.trim());
    let is_own = path.file_stem().is_some_and(|stem| stem.to_string_lossy().starts_with(OWN_NAMES));
    let case = &reading.case;
    if is_own {
        // What an address may hold and a file's name may not: the colons of IPv6.
        let plain = |c: char| if c.is_ascii_alphanumeric() || c == '.' || c == '-' { c } else { '-' };
        let host: String = case.target.host.chars().map(plain).take(80).collect();
        let day: String = case.started.chars().take(10).filter(|c| c.is_ascii_digit() || *c == '-').collect();
        let name = format!("{OWN_NAMES}{host}-{day}.{}", state.report.format.ending());
        state.report.path = path.with_file_name(name).display().to_string();
    }
}

pub fn choose_hiding(state: &mut State, hide: Hide) -> Vec<Effect> {
    state.report.hide = hide;
    state.report.saved = None;
    preview(state)
}

pub fn preview(state: &State) -> Vec<Effect> {
    let Some(reading) = &state.reading else { return Vec::new() };
    let (case, format) = (reading.case.clone(), state.report.format);
    vec![Effect::MakePreview { case, format, hide: state.report.hide, language: language::of_report(state) }]
}

/// One that was asked for before the last change of mind is late, and no longer what would be saved.
pub fn take_preview(state: &mut State, asked: (Format, Hide, &Language), preview: Arc<Preview>) {
    if asked == (state.report.format, state.report.hide, language::of_report(state)) {
        state.report.preview = Some(preview);
    }
}

pub fn save(state: &mut State) -> Vec<Effect> {
    let path = state.report.path.trim();
    match &state.reading {
        Some(reading) if !path.is_empty() => {
            let (case, hide) = (reading.case.clone(), state.report.hide);
            vec![Effect::SaveReport { case, path: PathBuf::from(path), hide, language: language::of_report(state) }]
        }
        _ => Vec::new(),
    }
}

pub fn saved(state: &mut State, result: Result<PathBuf, String>) {
    if let Ok(path) = &result {
        let text = format!("{} {}", state.texts.get("window-saved"), path.display());
        state.tell(text, None);
    }
    state.report.saved = Some(result);
}
