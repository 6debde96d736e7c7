//! Which language the window speaks: changed without a new start, once its letters can be drawn. Pure.

use std::path::Path;
use std::sync::Arc;

use super::effect::Effect;
use super::reading::Reading;
use super::reporting;
use super::state::{Offer, State, Tab};
use super::typed::Wrong;
use crate::model::diagnosis::Words;
use crate::model::{Case, Target};
use crate::text::{LANGUAGES, Language, Texts, system_language};

/// The language of the settings; where they name none, that of the system.
pub fn wanted(state: &State) -> &'static Language {
    state.settings.language.unwrap_or_else(system_language)
}

/// Whether this language is written with letters that this program's own fonts lack.
pub fn needs_letters(language: &Language) -> bool {
    // Latin letters, with all their marks, end here.
    language.own_name.chars().any(|letter| u32::from(letter) >= 0x250)
}

/// What it calls itself, where that can be drawn; its English name until then.
pub fn name_of(state: &State, language: &Language) -> String {
    let drawn = !needs_letters(language) || state.letters.get(language.tag) == Some(&true);
    (if drawn { language.own_name } else { language.english_name }).to_owned()
}

/// Speaks another language, where the settings want one.
pub fn follow_settings(state: &State) -> Option<Effect> {
    let language = wanted(state);
    (language != state.texts.spoken()).then_some(Effect::Speak(language))
}

/// Looks for the letters of languages that a screen is about to name.
pub fn seek_letters(state: &State) -> Vec<Effect> {
    let unknown = LANGUAGES.iter().filter(|one| needs_letters(one) && !state.letters.contains_key(one.tag));
    unknown.map(|language| Effect::SeekLetters(language)).collect()
}

/// The wanted language, where no font of this device has its letters: the window stays as it is.
pub fn without_letters(state: &State) -> Option<&'static Language> {
    Some(wanted(state)).filter(|language| state.letters.get(language.tag) == Some(&false))
}

/// Every text that stands on a screen is made anew. A language that was wanted before the last change of mind is late.
pub fn speak(state: &mut State, texts: Texts) -> Vec<Effect> {
    if texts.spoken() != wanted(state) {
        return Vec::new();
    }
    state.letters.insert(texts.tag(), true);
    state.texts = texts;
    retell(state);
    if state.typed_error.is_some()
        && let Err(error) = Target::parse(&state.typed)
    {
        state.typed_error = Some(Wrong::of(&state.typed, &error, &state.texts));
    }
    let mut effects = Vec::new();
    if !state.saw.trim().is_empty() {
        effects.push(Effect::ReadSaw(state.saw.clone()));
    }
    effects.extend(state.handed.files.iter().map(|file| Effect::GlanceLog(file.path.clone())));
    // A check that is running is told in the new language by its next event.
    let shown = state.reading.as_ref().filter(|_| !state.running);
    effects.extend([shown, state.before.as_ref()].into_iter().flatten().map(|one| Effect::Reread(one.case.clone())));
    effects.push(Effect::ListPast);
    effects
}

/// The words at the bottom that wait for an answer.
fn retell(state: &mut State) {
    let Some(toast) = &mut state.toast else { return };
    match &toast.offer {
        Some(Offer::Undo(_)) => toast.text = state.texts.get("window-settings-saved"),
        Some(Offer::Open(path)) => toast.text = waits(path, &state.texts),
        // It was said once, in the language of then.
        Some(Offer::Close) | None => {}
    }
}

/// That a file waits for the end of a check.
pub fn waits(path: &Path, texts: &Texts) -> String {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    texts.say(&Words::new("window-open-waits").with("file", name))
}

/// The same case in the new language. What has taken its place meanwhile stays.
pub fn reread(state: &mut State, asked: &Arc<Case>, reading: &Arc<Reading>) -> Vec<Effect> {
    if reading.case.app.lang != state.texts.tag() {
        return Vec::new();
    }
    for place in [&mut state.reading, &mut state.before] {
        if place.as_ref().is_some_and(|old| Arc::ptr_eq(&old.case, asked)) {
            *place = Some(reading.clone());
        }
    }
    if state.tab == Tab::Report { reporting::preview(state) } else { Vec::new() }
}

/// The report's language from now on.
pub fn choose_for_report(state: &mut State, language: &'static Language) -> Vec<Effect> {
    state.report.language = Some(language).filter(|language| *language != state.texts.spoken());
    state.report.saved = None;
    reporting::preview(state)
}

/// The report's language; that of the window where no other was chosen.
pub fn of_report(state: &State) -> &'static Language {
    state.report.language.unwrap_or_else(|| state.texts.spoken())
}

#[cfg(test)]
mod tests {
    use super::super::preferences::{change_settings, undo};
    use super::*;
    use crate::model::Role;
    use crate::settings::Settings;

    fn state() -> State {
        let settings = Settings { language: Language::of_tag("en"), ..Settings::default() };
        State::new(settings, Texts::english())
    }

    /// English, but each letter large: what was made anew can be told from what was not.
    fn loud() -> Texts {
        Texts::english().through(|said| said.to_uppercase())
    }

    fn reading() -> Arc<Reading> {
        let case = Case::new(Target::parse("shop.test").unwrap(), Role::Visitor, "2026-11-24T10:00:00Z".into(), "en");
        Arc::new(Reading::of(case, &Texts::english()))
    }

    #[test]
    fn every_text_of_a_screen_is_made_anew() {
        let mut state = state();
        state.typed = "ftp://shop.test".to_owned();
        let _ = super::super::update::update(&mut state, super::super::message::Message::CheckPressed);
        state.saw = "502 Bad Gateway".to_owned();
        state.handed.add(Path::new("/x/error.log"));
        (state.reading, state.before) = (Some(reading()), Some(reading()));
        let settings = state.settings.clone();
        change_settings(&mut state, settings);
        let effects = speak(&mut state, loud());
        let count = |wanted: fn(&Effect) -> bool| effects.iter().filter(|effect| wanted(effect)).count();
        assert_eq!(count(|effect| matches!(effect, Effect::Reread(_))), 2);
        assert_eq!(count(|effect| matches!(effect, Effect::ReadSaw(_) | Effect::GlanceLog(_) | Effect::ListPast)), 3);
        let loud = |text: &str| text == text.to_uppercase();
        assert!(state.typed_error.as_ref().is_some_and(|wrong| loud(&wrong.why)));
        assert!(state.toast.as_ref().is_some_and(|toast| loud(&toast.text) && toast.offer.is_some()));
    }

    #[test]
    fn a_running_check_is_told_anew_by_its_own_events() {
        let mut state = state();
        (state.reading, state.running) = (Some(reading()), true);
        assert!(!speak(&mut state, loud()).iter().any(|effect| matches!(effect, Effect::Reread(_))));
    }

    #[test]
    fn only_the_case_that_was_asked_for_is_replaced() {
        let mut state = state();
        let (old, other, new) = (reading(), reading(), reading());
        state.reading = Some(old.clone());
        reread(&mut state, &other.case, &new);
        assert!(state.reading.as_ref().is_some_and(|shown| Arc::ptr_eq(shown, &old)));
        reread(&mut state, &old.case, &new);
        assert!(state.reading.as_ref().is_some_and(|shown| Arc::ptr_eq(shown, &new)));
    }

    #[test]
    fn a_language_is_spoken_when_it_is_chosen_and_given_up_when_that_is_taken_back() {
        let speaks = |effects: &[Effect]| {
            effects
                .iter()
                .find_map(|effect| if let Effect::Speak(language) = effect { Some(language.tag) } else { None })
        };
        for language in LANGUAGES.iter().copied().filter(|language| language.tag != "en") {
            let mut state = state();
            let settings = Settings { language: Some(language), ..state.settings.clone() };
            assert_eq!(speaks(&change_settings(&mut state, settings)), Some(language.tag));
            speak(&mut state, Texts::of(language));
            assert_eq!(state.texts.tag(), language.tag);
            assert_eq!(speaks(&undo(&mut state)), Some("en"));
            // The answer to the first wish comes late.
            speak(&mut state, Texts::english());
            speak(&mut state, Texts::of(language));
            assert_eq!(state.texts.tag(), "en");
        }
        let mut state = state();
        let settings = state.settings.clone();
        assert_eq!(speaks(&change_settings(&mut state, settings)), None);
    }

    #[test]
    fn without_its_letters_a_language_is_named_in_english_and_not_spoken() {
        let mut state = state();
        assert_eq!((without_letters(&state), name_of(&state, Texts::english().spoken())), (None, "English".to_owned()));
        for language in LANGUAGES.iter().copied().filter(|language| needs_letters(language)) {
            state.settings.language = Some(language);
            state.letters.insert(language.tag, false);
            assert_eq!(without_letters(&state), Some(language));
            assert_eq!(name_of(&state, language), language.english_name);
            state.letters.insert(language.tag, true);
            assert_eq!((without_letters(&state), name_of(&state, language).as_str()), (None, language.own_name));
        }
    }

    #[test]
    fn a_report_speaks_as_the_window_does_until_another_language_is_chosen() {
        let mut state = state();
        assert_eq!(of_report(&state).tag, "en");
        for language in LANGUAGES {
            choose_for_report(&mut state, language);
            assert_eq!(of_report(&state).tag, language.tag);
        }
    }
}
