//! A message changes the state and may want something done outside. Pure.

use std::path::PathBuf;
use std::sync::Arc;

use super::effect::Effect;
use super::message::Message;
use super::state::{Screen, State};
use crate::attempt::RunConfig;
use crate::engine::RunId;
use crate::model::{Case, Target};

/// Takes in one message.
pub fn update(state: &mut State, message: Message) -> Vec<Effect> {
    match message {
        Message::TargetEdited(text) => edit_target(state, text),
        Message::RoleChosen(role) => state.role = role,
        Message::SawEdited(text) => state.saw = text,
        Message::CheckPressed | Message::AgainPressed => return start(state),
        Message::StopPressed => return vec![Effect::StopRun],
        Message::BackPressed => return back(state),
        Message::CommandCopied(command) => return vec![Effect::CopyText(command)],
        Message::ReportPathEdited(path) => state.report_path = path,
        Message::SavePressed => return save(state),
        Message::CaseChanged { run, case, ended } => take_case(state, run, case, ended),
        Message::Saved(result) => state.saved = Some(result),
    }
    Vec::new()
}

fn edit_target(state: &mut State, text: String) {
    state.typed = text;
    state.typed_error = None;
}

fn start(state: &mut State) -> Vec<Effect> {
    let target = match Target::parse(&state.typed) {
        Ok(target) => target,
        Err(error) => {
            state.typed_error = Some(error.to_string());
            state.screen = Screen::Start;
            return Vec::new();
        }
    };
    let mut config = RunConfig::new(target, state.role, state.settings.clone());
    config.saw = Some(state.saw.trim().to_owned()).filter(|saw| !saw.is_empty());
    state.screen = Screen::Check;
    state.running = true;
    state.case = None;
    state.saved = None;
    // Known once the engine has given it; until then events of any run are dropped.
    state.run = None;
    vec![Effect::StartRun(Box::new(config))]
}

fn back(state: &mut State) -> Vec<Effect> {
    state.screen = Screen::Start;
    state.running = false;
    state.run = None;
    state.case = None;
    state.saved = None;
    vec![Effect::DropRun]
}

fn take_case(state: &mut State, run: RunId, case: Arc<Case>, ended: bool) {
    if state.run != Some(run) {
        return;
    }
    state.case = Some(case);
    state.running = !ended;
}

fn save(state: &mut State) -> Vec<Effect> {
    let path = state.report_path.trim();
    match &state.case {
        Some(case) if !path.is_empty() => vec![Effect::SaveReport { case: case.clone(), path: PathBuf::from(path) }],
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Role;
    use crate::settings::Settings;
    use crate::text::Texts;

    fn state() -> State {
        State::new(Settings::default(), Texts::english())
    }

    fn case() -> Arc<Case> {
        let target = Target::parse("shop.test").unwrap();
        Arc::new(Case::new(target, Role::Visitor, "2026-11-24T10:00:00.000Z".into(), "en"))
    }

    #[test]
    fn an_address_that_cannot_be_read_is_told_and_starts_nothing() {
        let mut state = state();
        update(&mut state, Message::TargetEdited("ftp://x".into()));
        assert!(update(&mut state, Message::CheckPressed).is_empty());
        assert!(state.typed_error.is_some() && state.screen == Screen::Start);
    }

    #[test]
    fn events_of_an_old_run_are_dropped() {
        let mut state = state();
        update(&mut state, Message::TargetEdited("shop.test".into()));
        assert!(matches!(update(&mut state, Message::CheckPressed).as_slice(), [Effect::StartRun(_)]));
        state.run = Some(RunId(2));
        update(&mut state, Message::CaseChanged { run: RunId(1), case: case(), ended: true });
        assert!(state.running && state.case.is_none());
        update(&mut state, Message::CaseChanged { run: RunId(2), case: case(), ended: true });
        assert!(!state.running && state.case.is_some());
    }

    #[test]
    fn going_back_drops_the_run() {
        let mut state = state();
        update(&mut state, Message::TargetEdited("shop.test".into()));
        update(&mut state, Message::CheckPressed);
        state.run = Some(RunId(5));
        assert!(matches!(update(&mut state, Message::BackPressed).as_slice(), [Effect::DropRun]));
        update(&mut state, Message::CaseChanged { run: RunId(5), case: case(), ended: false });
        assert!(state.case.is_none() && state.screen == Screen::Start);
    }
}
