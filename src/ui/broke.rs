//! What the window says when a part of this program broke.

use std::path::PathBuf;
use std::sync::mpsc::Sender;

use super::effect::Effect;
use super::message::Message;
use super::state::{Offer, Screen, State};
use super::typed::Wrong;
use crate::crash;
use crate::engine::RunId;
use crate::model::diagnosis::Words;

/// Hears of every crash beside the window's own thread.
pub fn listen(ctx: &egui::Context, sender: &Sender<Message>) {
    let (sender, wake) = (sender.clone(), ctx.clone());
    crash::listen(move |crash| {
        let _ = sender.send(Message::Broke(crash.file.clone()));
        wake.request_repaint();
    });
}

pub fn tell(state: &mut State, file: Option<PathBuf>) {
    let text = match file {
        Some(file) => state.texts.say(&Words::new("window-broke").with("file", file.display().to_string())),
        None => state.texts.get("window-broke-unwritten"),
    };
    state.tell(text, Some(Offer::Close));
}

/// The usual settings are in force. What stands in the file is kept when others are saved.
pub fn settings_unread(state: &mut State, why: &Words) {
    let why = state.texts.say(why);
    let text = state.texts.say(&Words::new("window-settings-unread").with("why", why));
    state.tell(text, Some(Offer::Close));
}

/// Nothing more will come of this run: the first screen says so, beside the button that starts it again.
pub fn run_lost(state: &mut State, run: Option<RunId>) -> Vec<Effect> {
    if !state.running || run.is_some() && run != state.run {
        return Vec::new();
    }
    (state.run, state.running) = (None, false);
    state.screen = Screen::Start;
    state.typed_error = Some(Wrong { why: state.texts.get("window-broke-run"), meant: None });
    vec![Effect::DropRun]
}

#[cfg(test)]
mod tests {
    use super::super::update::update;
    use super::*;
    use crate::settings::Settings;
    use crate::text::Texts;

    #[test]
    fn a_crash_is_told_with_its_file_until_it_is_closed() {
        let mut state = State::new(Settings::default(), Texts::english());
        update(&mut state, Message::Broke(Some("/x/crash-1.txt".into())));
        let toast = state.toast.clone().unwrap();
        assert!(toast.text.contains("/x/crash-1.txt") && toast.offer == Some(Offer::Close), "{toast:?}");
        update(&mut state, Message::Broke(None));
        assert!(state.toast.as_ref().unwrap().text.contains("could not be written down"));
        update(&mut state, Message::ToastGone);
        assert!(state.toast.is_none());
    }

    #[test]
    fn settings_that_cannot_be_read_are_told_until_it_is_closed() {
        let mut state = State::new(Settings::default(), Texts::english());
        update(&mut state, Message::SettingsUnread(Words::new("window-settings-mistake").with("what", "line 3: x")));
        let toast = state.toast.clone().unwrap();
        assert!(toast.text.contains("line 3: x") && toast.offer == Some(Offer::Close), "{toast:?}");
        update(&mut state, Message::PastNotKept("cannot write /x: disk full".to_owned()));
        assert_eq!(state.toast.unwrap().text, "Cannot write /x: disk full");
    }

    #[test]
    fn a_run_that_broke_ends_the_waiting_and_another_run_does_not() {
        let mut state = State::new(Settings::default(), Texts::english());
        (state.run, state.running, state.screen) = (Some(RunId(3)), true, Screen::Check);
        assert!(update(&mut state, Message::RunBroke(Some(RunId(2)))).is_empty());
        assert!(state.running && state.screen == Screen::Check);
        let effects = update(&mut state, Message::RunBroke(Some(RunId(3))));
        assert!(matches!(effects.as_slice(), [Effect::DropRun]));
        assert!(!state.running && state.screen == Screen::Start && state.typed_error.is_some());
    }
}
