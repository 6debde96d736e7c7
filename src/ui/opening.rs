//! Cases that were kept: opened again, and read anew beside their logs.

use std::path::PathBuf;
use std::sync::Arc;

use super::effect::Effect;
use super::language;
use super::reading::Reading;
use super::state::{Offer, State};
use super::update::show;
use crate::model::Role;
use crate::text::capitalised;

/// The file that was typed in the place of an address, by its whole path: where the system shows no dialog, this is the way.
pub fn typed_path(typed: &str) -> Option<PathBuf> {
    // Windows copies paths with quotes.
    let path = PathBuf::from(typed.trim().trim_matches('"'));
    // Two slashes begin an address without its scheme, and on Windows a path to another computer.
    let is_elsewhere = [r"//", r"\\"].iter().any(|start| path.to_string_lossy().starts_with(start));
    (path.is_absolute() && !is_elsewhere).then_some(path)
}

/// No check ends without having been asked about: the file waits for an answer.
pub fn wish_case(state: &mut State, path: PathBuf) -> Vec<Effect> {
    if !state.running || state.open_anyway.as_ref() == Some(&path) {
        return vec![Effect::OpenCase(path)];
    }
    state.tell(language::waits(&path, &state.texts), Some(Offer::Open(path)));
    Vec::new()
}

/// The check ends when the file has been read, and not where it turns out that it cannot be.
pub fn open_anyway(state: &mut State, path: PathBuf) -> Vec<Effect> {
    state.toast = None;
    state.open_anyway = Some(path.clone());
    vec![Effect::OpenCase(path)]
}

/// Another case may have been opened while the logs were read.
pub fn take_beside(state: &mut State, result: Result<Arc<Reading>, String>) {
    match result {
        Ok(reading) => {
            let same = |shown: &Arc<Reading>| {
                shown.case.started == reading.case.started && shown.case.target == reading.case.target
            };
            if state.opened.is_some() && state.reading.as_ref().is_some_and(same) {
                state.role = Role::Owner;
                state.reading = Some(reading);
            }
        }
        Err(error) => state.tell(capitalised(&error), None),
    }
}

pub fn open_case(state: &mut State, path: PathBuf, result: Result<Arc<Reading>, String>) -> Vec<Effect> {
    // A check may have begun while the file was read.
    if state.running && state.open_anyway.as_ref() != Some(&path) {
        return wish_case(state, path);
    }
    state.open_anyway = None;
    match result {
        Ok(reading) => {
            (state.run, state.waiting) = (None, None);
            state.running = false;
            // What was typed for another check is kept; this page is checked again by its own address.
            state.role = reading.case.role;
            show(state, Some(reading));
            // A case of this program's own folder is the reader's own.
            let is_own = state.past_folder.as_deref().is_some_and(|folder| path.starts_with(folder));
            state.opened = (!is_own).then(|| path.clone());
            vec![Effect::DropRun, Effect::StopWatch, Effect::ClaimCase(path)]
        }
        Err(error) => {
            state.tell(capitalised(&error), None);
            Vec::new()
        }
    }
}
