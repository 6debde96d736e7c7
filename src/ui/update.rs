//! A message changes the state and may want something done outside. Pure.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::effect::Effect;
use super::message::Message;
use super::reading::Reading;
use super::state::{Offer, Proof, Screen, State, Tab};
use super::typed::Wrong;
use super::watching::{self, Watching};
use super::{broke, guided, language, opening, preferences, reporting};
use crate::attempt::RunConfig;
use crate::engine::RunId;
use crate::model::diagnosis::Words;
use crate::model::path::Station;
use crate::model::{Role, Target};
use crate::report::redact::Hide;
use crate::text::capitalised;

/// Takes in one message.
pub fn update(state: &mut State, message: Message) -> Vec<Effect> {
    match message {
        Message::TargetEdited(text) => edit_target(state, text),
        Message::AddressWanted => return want_address(state),
        Message::MeantTaken(text) => {
            edit_target(state, text);
            return vec![Effect::FocusAddress];
        }
        Message::RoleChosen(role) => state.role = role,
        Message::SawToggled => state.saw_open = !state.saw_open,
        Message::SawEdited(text) => return edit_saw(state, text),
        Message::SawFileRead(Ok(text)) => {
            state.saw_open = true;
            return edit_saw(state, text);
        }
        Message::SawFileRead(Err(why)) => {
            state.tell(state.texts.say(&Words::new("window-log-unreadable").with("why", why)), None);
        }
        Message::SawRead { text, said } => take_saw(state, &text, said),
        Message::OnServerToggled => state.handed.on_server = !state.handed.on_server,
        Message::OriginEdited(text) => state.handed.origin = text,
        Message::ChooseLogsPressed => return vec![Effect::ChooseLogs],
        Message::LogsHanded(paths) => return hand_logs(state, &paths),
        Message::BesideRead(result) => opening::take_beside(state, result),
        Message::LogGlanced(path, glance) => state.handed.take_glance(&path, glance),
        Message::GlanceStopped => {}
        Message::LogGlancing(path, said) => state.handed.take_progress(&path, said),
        Message::LogTakenBack(path) => {
            state.handed.files.retain(|file| file.path != path);
            return vec![Effect::StopGlance(path)];
        }
        Message::LogCausePressed(place) => state.log_cause = Some(place),
        Message::LogBarPressed(start) => state.log_bar = Some(start).filter(|_| state.log_bar != Some(start)),
        Message::ContactsToggled => state.contacts_open = !state.contacts_open,
        Message::CheckPressed => return start(state),
        Message::ChangedPressed(at) => return start_since(state, at),
        Message::NetworkBack(run) if state.waiting == Some(run) => return start(state),
        Message::NetworkBack(_) => {}
        Message::CheckAnywayPressed => {
            state.insists = true;
            return start(state);
        }
        Message::WaitingStopped => {
            state.waiting = None;
            return vec![Effect::DropRun];
        }
        Message::StopPressed => return vec![Effect::StopRun],
        Message::BackPressed => back(state),
        Message::NewCheckPressed => return new_check(state),
        Message::ScreenChosen(screen) => {
            state.screen = screen;
            return if screen == Screen::Settings { language::seek_letters(state) } else { Vec::new() };
        }
        Message::TabChosen(tab) => return choose_tab(state, tab),
        Message::ProofChosen(proof) => state.proof = proof,
        Message::PassedToggled => state.passed_open = !state.passed_open,
        Message::DialogMissing => state.tell(state.texts.get("window-no-dialog"), Some(Offer::Close)),
        Message::TermAsked(station) => explain(state, station),
        Message::StationChosen(station) => choose_station(state, station),
        Message::StationToggled(station) => toggle(state, station),
        Message::ProblemsChosen(only) => state.only_problems = only,
        Message::FindEdited(text) => state.find = text,
        Message::TextCopied(text) => return copy(state, text),
        Message::TicketCopied => return reporting::copy_ticket(state, state.report.hide),
        Message::ChangeCopied(diff) => return copy(state, diff),
        Message::MessageCopied => return reporting::copy_ticket(state, Hide::ALL),
        Message::LetterCopied(place) => return reporting::copy_letter(state, place),
        Message::OpenPagePressed => return open_page(state),
        Message::SignInPressed(page) => return guided::sign_in(state, page),
        Message::GuidedChosen(remedy) => return guided::choose(state, remedy),
        Message::RouterSeen(remedy, answers, at) => return guided::router_seen(state, remedy, answers, at),
        Message::BrowserChosen(browser) => guided::choose_browser(state, browser),
        Message::NetworkSettingsPressed => return vec![Effect::OpenNetworkSettings],
        Message::OpenPrivatelyPressed => return guided::open_privately(state),
        Message::NotOpened(why) => state.tell(why, None),
        Message::GuidedStepDone(at) => return guided::step_done(state, at),
        Message::GuidedAnswered(answer) => return guided::answer(state, answer),
        Message::GuidedMeasured(remedy, measured) => return guided::measured(state, remedy, *measured),
        Message::TriedRecorded(reading) => return guided::recorded(state, reading),
        Message::GuidedClosed => state.guided = None,
        Message::WatchPressed => return watch(state),
        Message::WatchStopped => return stop_watch(state),
        Message::Looked(watch, followed) => return watching::looked(state, watch, *followed),
        Message::WatchResumed(watch, timeline) => state.watching.resume(watch, *timeline),
        Message::WatchEnded(watch) => state.watching.end(watch),
        Message::WatchNotKept(error) | Message::PastNotKept(error) => state.tell(capitalised(&error), None),
        Message::SettingsUnread(why) => broke::settings_unread(state, &why),
        Message::WatchExportPressed(ending) => return watching::export(state, ending),
        Message::WatchExported(result) => watching::exported(state, result),
        Message::Notified(Ok(())) => {}
        Message::Notified(Err(error)) => {
            state.tell(state.texts.say(&Words::new("window-notice-failed").with("error", error)), None);
        }
        Message::ReportPathEdited(path) => state.report.path = path,
        Message::FormatChosen(format) => return reporting::choose_format(state, format),
        Message::HideChosen(hide) => return reporting::choose_hiding(state, hide),
        Message::PreviewMade { format, hide, language, preview } => {
            reporting::take_preview(state, (format, hide, language), preview);
        }
        Message::SavePressed => return reporting::save(state),
        Message::ChooseReportPressed => return vec![Effect::ChooseReport(state.report.path.clone())],
        Message::ChooseCasePressed => return vec![Effect::ChooseCase],
        Message::Saved(result) => reporting::saved(state, result),
        Message::CaseChanged { run, reading, ended } => return take_case(state, run, reading, ended),
        Message::PastListed(past, folder) => (state.past, state.past_folder) = (past, folder),
        Message::FileDropped(path) if is_error_page(&path) && state.screen == Screen::Start => {
            return vec![Effect::ReadSawFile(path)];
        }
        Message::FileDropped(path) if !is_case(&path) => return hand_logs(state, &[path]),
        Message::PastOpened(path) | Message::FileDropped(path) => return opening::wish_case(state, path),
        Message::OpenAnyway(path) => return opening::open_anyway(state, path),
        Message::PastDeleted(path) => return vec![Effect::DeletePast(path)],
        Message::AllPastDeleted => return vec![Effect::DeleteAllPast],
        Message::CaseOpened(path, result) => return opening::open_case(state, path, result),
        Message::SettingsChanged(settings) => {
            return watching::paced_anew(state, |state| preferences::change_settings(state, *settings));
        }
        Message::ServerEdited(text) => (state.server, state.server_error) = (text, None),
        Message::ServerAdded => return preferences::add_server(state),
        Message::PageEdited(text) => (state.page, state.page_error) = (text, None),
        Message::PageAdded => return preferences::add_page(state),
        Message::CaseIsElsewhere => state.tell(state.texts.get("window-open-elsewhere"), None),
        Message::SettingsKept(result) => preferences::settings_kept(state, result),
        Message::LookChanged(look) => return preferences::change_look(state, look),
        Message::Spoken(texts) => return language::speak(state, texts),
        Message::LettersSeen(language, seen) => drop(state.letters.insert(language.tag, seen)),
        Message::Reread(asked, reading) => return language::reread(state, &asked, &reading),
        Message::ReportLanguageChosen(language) => return language::choose_for_report(state, language),
        Message::SystemIsStill => {
            state.system_is_still = true;
            return vec![Effect::Apply];
        }
        Message::UndoPressed => return watching::paced_anew(state, preferences::undo),
        Message::ToastGone => state.toast = None,
        Message::Broke(file) => broke::tell(state, file),
        Message::RunBroke(run) => return broke::run_lost(state, run),
    }
    Vec::new()
}

fn edit_target(state: &mut State, text: String) {
    state.typed = text;
    state.typed_error = None;
    state.insists = false;
}

fn edit_saw(state: &mut State, text: String) -> Vec<Effect> {
    state.saw.clone_from(&text);
    if text.trim().is_empty() {
        state.saw_said = None;
        return Vec::new();
    }
    vec![Effect::ReadSaw(text)]
}

/// Saved check-ups end in `.json`; what else is dropped on the window is a log.
fn is_case(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("json"))
}

/// A page that a browser saved: it is what was seen.
fn is_error_page(path: &Path) -> bool {
    let is = |name: &str| path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case(name));
    is("html") || is("htm")
}

/// Who has logs runs the site.
fn hand_logs(state: &mut State, paths: &[PathBuf]) -> Vec<Effect> {
    // Beside a case that somebody sent, its requests are looked for in them.
    let opened = state.reading.as_ref().filter(|_| state.opened.is_some() && state.screen == Screen::Check);
    if let Some(reading) = opened.filter(|_| !state.running) {
        return vec![Effect::ReadBeside(reading.case.clone(), paths.to_vec())];
    }
    if state.running || state.screen != Screen::Start {
        state.tell(state.texts.get("window-logs-on-start"), None);
        return Vec::new();
    }
    state.role = Role::Owner;
    let new = paths.iter().filter(|path| state.handed.add(path));
    new.map(|path| Effect::GlanceLog(path.clone())).collect()
}

/// What is said of a text that has changed since then is late.
fn take_saw(state: &mut State, text: &str, said: Option<String>) {
    if state.saw == text {
        state.saw_said = said;
    }
}

pub(super) fn start(state: &mut State) -> Vec<Effect> {
    // On its own screen a page is checked again by its own address, whatever was typed for another.
    if let Some(reading) = state.reading.as_ref().filter(|_| state.screen == Screen::Check) {
        state.typed.clone_from(&reading.case.target.input);
    }
    let target = match Target::parse(&state.typed) {
        Ok(target) => target,
        Err(error) => {
            if let Some(path) = opening::typed_path(&state.typed) {
                state.typed.clear();
                return update(state, Message::FileDropped(path));
            }
            state.typed_error = Some(Wrong::of(&state.typed, &error, &state.texts));
            state.screen = Screen::Start;
            return vec![Effect::FocusAddress];
        }
    };
    let mut config = RunConfig::new(target, state.role, state.settings.clone());
    config.saw = Some(state.saw.trim().to_owned()).filter(|saw| !saw.is_empty());
    let shown = state.reading.as_ref().filter(|_| state.screen == Screen::Check);
    config.tried = shown.iter().flat_map(|reading| reading.case.tried()).map(|(_, tried)| tried.clone()).collect();
    if state.role == Role::Owner {
        if state.handed.origin_is_wrong() {
            state.screen = Screen::Start;
            return Vec::new();
        }
        config.origin = state.handed.origin();
        config.logs = state.handed.logs();
        config.configurations = state.handed.configurations();
        config.on_server = state.handed.on_server;
    }
    let before = state.reading.take().filter(|reading| reading.case.target.url == config.target.url);
    show(state, None);
    state.before = before;
    state.running = true;
    state.waiting = None;
    // Known once the engine has given it; until then events of any run are dropped.
    state.run = None;
    vec![Effect::StopWatch, Effect::StartRun(Box::new(config))]
}

/// Checks again after a change that the owner made at this moment: what the logs say of the time before it is over.
fn start_since(state: &mut State, at: i64) -> Vec<Effect> {
    let mut effects = start(state);
    for effect in &mut effects {
        if let Effect::StartRun(config) = effect {
            config.logs_since = Some(at);
            state.changed = true;
        }
    }
    effects
}

/// Opens the check-up's screen on its first tab.
pub fn show(state: &mut State, reading: Option<Arc<Reading>>) {
    state.screen = Screen::Check;
    state.tab = Tab::Verdict;
    state.proof = Proof::Facts;
    state.opened = None;
    state.open_stations.clear();
    state.first_station = None;
    state.only_problems = false;
    state.log_bar = None;
    state.log_cause = None;
    state.shown += 1;
    state.find.clear();
    state.watching = Watching::default();
    state.guided = None;
    state.report.preview = None;
    // What was let through for one case is not let through for the next.
    state.report.hide = Hide::ALL;
    state.report.saved = None;
    state.reading = reading;
    state.before = None;
    state.changed = false;
}

fn back(state: &mut State) {
    state.screen = if state.reading.is_some() || state.running { Screen::Check } else { Screen::Start };
}

fn new_check(state: &mut State) -> Vec<Effect> {
    state.screen = Screen::Start;
    // What was seen of one page says nothing about the next.
    state.saw.clear();
    state.saw_said = None;
    state.running = false;
    (state.waiting, state.insists) = (None, false);
    state.run = None;
    state.reading = None;
    state.opened = None;
    state.guided = None;
    state.watching = Watching::default();
    vec![Effect::DropRun, Effect::StopWatch, Effect::ListPast]
}

/// The address of the page that is shown, to be changed.
fn want_address(state: &mut State) -> Vec<Effect> {
    let mut effects = Vec::new();
    if state.screen != Screen::Start {
        if let Some(reading) = &state.reading {
            state.typed.clone_from(&reading.case.target.input);
        }
        effects = new_check(state);
    }
    effects.push(Effect::FocusAddress);
    effects
}

fn choose_tab(state: &mut State, tab: Tab) -> Vec<Effect> {
    if state.screen != Screen::Check || !state.has_verdict() {
        return Vec::new();
    }
    state.tab = tab;
    if tab != Tab::Report {
        return Vec::new();
    }
    reporting::name(state);
    language::seek_letters(state).into_iter().chain(reporting::preview(state)).collect()
}

fn choose_station(state: &mut State, station: Station) {
    if state.has_verdict() {
        (state.tab, state.proof) = (Tab::Evidence, Proof::Facts);
        // The first one is open without being pressed.
        state.open_stations.clear();
        state.first_station = Some(station);
    }
}

/// It stays until it is read.
fn explain(state: &mut State, station: Station) {
    let host = state.reading.as_ref().map(|reading| reading.case.target.host.clone()).unwrap_or_default();
    let words = Words::new(format!("path-term-{}", station.name())).with("host", host);
    state.tell(state.texts.say(&words), Some(Offer::Close));
}

fn toggle(state: &mut State, station: Station) {
    if !state.open_stations.remove(&station) {
        state.open_stations.insert(station);
    }
}

fn copy(state: &mut State, text: String) -> Vec<Effect> {
    state.tell(state.texts.get("window-copied"), None);
    vec![Effect::CopyText(text)]
}

fn open_page(state: &mut State) -> Vec<Effect> {
    let Some(reading) = &state.reading else { return Vec::new() };
    vec![Effect::OpenUrl(reading.case.target.url.to_string())]
}

fn watch(state: &mut State) -> Vec<Effect> {
    let Some(reading) = &state.reading else { return Vec::new() };
    state.tab = Tab::Watch;
    if state.watching.is_on() {
        return Vec::new();
    }
    let target = reading.case.target.clone();
    let watch = state.next_watch();
    state.watching = Watching::begun(watch);
    vec![Effect::StartWatch(watch, Box::new(target))]
}

fn stop_watch(state: &mut State) -> Vec<Effect> {
    state.watching.stop();
    vec![Effect::StopWatch]
}

fn take_case(state: &mut State, run: RunId, reading: Arc<Reading>, ended: bool) -> Vec<Effect> {
    if state.run != Some(run) {
        return Vec::new();
    }
    if reading.no_network && !state.insists {
        return wait_for_network(state, run);
    }
    let keep = ended.then(|| Effect::KeepPast(reading.case.clone()));
    state.reading = Some(reading);
    state.running = !ended;
    // What is shown is what would be saved now.
    let anew = if state.tab == Tab::Report { reporting::preview(state) } else { Vec::new() };
    keep.into_iter().chain(anew).collect()
}

/// Nothing can be said of the site yet: the check begins anew by itself when it can.
fn wait_for_network(state: &mut State, run: RunId) -> Vec<Effect> {
    state.screen = Screen::Start;
    (state.run, state.running) = (None, false);
    state.waiting = Some(run);
    vec![Effect::AwaitNetwork(run)]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Case, Ended, Role};
    use crate::report::Format;
    use crate::settings::Settings;
    use crate::text::Texts;
    use crate::ui::preview::Preview;

    fn state() -> State {
        State::new(Settings::default(), Texts::english())
    }

    fn reading() -> Arc<Reading> {
        let target = Target::parse("shop.test").unwrap();
        let mut case = Case::new(target, Role::Visitor, "2026-11-24T10:00:00.000Z".into(), "en");
        case.ended = Some(Ended::Cancelled);
        Arc::new(Reading::of(case, &Texts::english()))
    }

    fn running() -> State {
        let mut state = state();
        update(&mut state, Message::TargetEdited("shop.test".into()));
        let effects = update(&mut state, Message::CheckPressed);
        assert!(effects.iter().any(|effect| matches!(effect, Effect::StartRun(_))));
        state
    }

    #[test]
    fn an_address_that_cannot_be_read_is_told_and_starts_nothing() {
        let mut state = state();
        update(&mut state, Message::TargetEdited("ftp://x".into()));
        assert!(matches!(update(&mut state, Message::CheckPressed).as_slice(), [Effect::FocusAddress]));
        assert!(state.typed_error.is_some() && state.screen == Screen::Start);
    }

    #[test]
    fn events_of_an_old_run_are_dropped() {
        let mut state = running();
        state.run = Some(RunId(2));
        update(&mut state, Message::CaseChanged { run: RunId(1), reading: reading(), ended: true });
        assert!(state.running && state.reading.is_none());
        let effects = update(&mut state, Message::CaseChanged { run: RunId(2), reading: reading(), ended: true });
        assert!(!state.running && state.reading.is_some());
        assert!(matches!(effects.as_slice(), [Effect::KeepPast(_)]));
    }

    #[test]
    fn going_back_drops_the_run_and_stops_watching() {
        let mut state = running();
        state.run = Some(RunId(5));
        let effects = update(&mut state, Message::NewCheckPressed);
        assert!(matches!(effects.as_slice(), [Effect::DropRun, Effect::StopWatch, Effect::ListPast]));
        update(&mut state, Message::CaseChanged { run: RunId(5), reading: reading(), ended: false });
        assert!(state.reading.is_none() && state.screen == Screen::Start);
    }

    #[test]
    fn a_second_check_of_the_same_page_is_compared_with_the_first() {
        let mut state = running();
        state.run = Some(RunId(1));
        update(&mut state, Message::CaseChanged { run: RunId(1), reading: reading(), ended: true });
        update(&mut state, Message::CheckPressed);
        assert!(state.before.is_some() && state.reading.is_none());
        update(&mut state, Message::TargetEdited("other.test".into()));
        update(&mut state, Message::CheckPressed);
        assert!(state.before.is_none());
    }

    #[test]
    fn after_a_change_only_what_the_logs_say_since_counts() {
        let mut state = running();
        state.run = Some(RunId(1));
        update(&mut state, Message::CaseChanged { run: RunId(1), reading: reading(), ended: true });
        let since = |effects: Vec<Effect>| {
            effects.into_iter().find_map(|effect| match effect {
                Effect::StartRun(config) => Some(config.logs_since),
                _ => None,
            })
        };
        assert_eq!(since(update(&mut state, Message::ChangedPressed(1_795_313_411))), Some(Some(1_795_313_411)));
        assert!(state.changed && state.before.is_some());
        state.run = Some(RunId(2));
        update(&mut state, Message::CaseChanged { run: RunId(2), reading: reading(), ended: true });
        assert_eq!(since(update(&mut state, Message::CheckPressed)), Some(None));
        assert!(!state.changed);
    }

    #[test]
    fn settings_close_on_the_case_and_a_new_check_leaves_it() {
        let mut state = running();
        state.run = Some(RunId(1));
        update(&mut state, Message::CaseChanged { run: RunId(1), reading: reading(), ended: true });
        update(&mut state, Message::ScreenChosen(Screen::Settings));
        update(&mut state, Message::BackPressed);
        assert_eq!(state.screen, Screen::Check);
        update(&mut state, Message::ScreenChosen(Screen::Settings));
        update(&mut state, Message::NewCheckPressed);
        assert!(state.screen == Screen::Start && state.reading.is_none());
    }

    #[test]
    fn a_preview_that_comes_late_is_not_shown() {
        let mut state = state();
        let preview = Arc::new(Preview::of("x".to_owned()));
        let made = |hide| Message::PreviewMade {
            format: Format::Html,
            hide,
            language: Texts::english().spoken(),
            preview: preview.clone(),
        };
        update(&mut state, made(Hide { names: false, ..Hide::ALL }));
        assert!(state.report.preview.is_none());
        update(&mut state, made(Hide::ALL));
        assert!(state.report.preview.is_some());
    }

    #[test]
    fn what_is_said_of_another_text_is_late() {
        let mut state = state();
        update(&mut state, Message::SawEdited("502 nginx".into()));
        update(&mut state, Message::SawEdited("503".into()));
        update(&mut state, Message::SawRead { text: "502 nginx".into(), said: Some("nginx".into()) });
        assert_eq!(state.saw_said, None);
        update(&mut state, Message::SawRead { text: "503".into(), said: Some("somebody".into()) });
        assert_eq!(state.saw_said.as_deref(), Some("somebody"));
        update(&mut state, Message::NewCheckPressed);
        update(&mut state, Message::SawRead { text: "503".into(), said: Some("somebody".into()) });
        assert_eq!(state.saw_said, None);
    }

    #[test]
    fn looks_of_a_watch_that_has_ended_are_dropped() {
        let look = |at| Box::new(watching::tests::look(at, true, crate::watch::Change::Nothing));
        let mut state = state();
        update(&mut state, Message::CaseOpened("/x/case.json".into(), Ok(reading())));
        let begin = |state: &mut State| match update(state, Message::WatchPressed).as_slice() {
            [Effect::StartWatch(watch, _)] => *watch,
            other => panic!("{other:?}"),
        };
        let first = begin(&mut state);
        update(&mut state, Message::WatchStopped);
        let second = begin(&mut state);
        update(&mut state, Message::Looked(first, look(1)));
        assert!(state.watching.timeline.samples.is_empty());
        update(&mut state, Message::Looked(second, look(2)));
        assert_eq!(state.watching.timeline.samples.len(), 1);
    }

    #[test]
    fn another_interval_goes_on_with_what_was_seen() {
        let mut state = state();
        update(&mut state, Message::CaseOpened("/x/case.json".into(), Ok(reading())));
        let slower = |state: &State, secs| {
            let mut settings = state.settings.clone();
            settings.watch.every = std::time::Duration::from_secs(secs);
            Message::SettingsChanged(Box::new(settings))
        };
        let message = slower(&state, 30);
        assert!(matches!(update(&mut state, message).as_slice(), [Effect::SaveSettings(_)]), "nothing is watched yet");
        let begun = update(&mut state, Message::WatchPressed);
        let [Effect::StartWatch(first, _)] = begun.as_slice() else { panic!("{begun:?}") };
        update(
            &mut state,
            Message::Looked(*first, Box::new(watching::tests::look(1, true, crate::watch::Change::Nothing))),
        );
        let message = slower(&state, 60);
        let effects = update(&mut state, message);
        let [Effect::SaveSettings(_), Effect::StopWatch, Effect::StartWatch(second, _)] = effects.as_slice() else {
            panic!("{effects:?}")
        };
        assert!(state.watching.is_on() && state.watching.timeline.samples.len() == 1);
        update(
            &mut state,
            Message::Looked(*first, Box::new(watching::tests::look(2, true, crate::watch::Change::Nothing))),
        );
        assert_eq!(state.watching.timeline.samples.len(), 1, "the one before has ended");
        update(
            &mut state,
            Message::Looked(*second, Box::new(watching::tests::look(3, true, crate::watch::Change::Nothing))),
        );
        assert_eq!(state.watching.timeline.samples.len(), 2);
        let undone = update(&mut state, Message::UndoPressed);
        assert!(undone.iter().any(|effect| matches!(effect, Effect::StartWatch(..))), "{undone:?}");
    }

    #[test]
    fn without_a_network_the_check_waits_and_starts_by_itself() {
        let mut state = running();
        state.run = Some(RunId(1));
        let lost = |ended| Message::CaseChanged {
            run: RunId(1),
            reading: Arc::new(Reading { no_network: true, ..Reading::clone(&reading()) }),
            ended,
        };
        assert!(matches!(update(&mut state, lost(false)).as_slice(), [Effect::AwaitNetwork(RunId(1))]));
        assert!(state.screen == Screen::Start && !state.running && state.typed == "shop.test");
        // What the run that was given up still sees is dropped, as is the network of another one.
        assert!(update(&mut state, lost(true)).is_empty());
        assert!(update(&mut state, Message::NetworkBack(RunId(7))).is_empty());
        let effects = update(&mut state, Message::NetworkBack(RunId(1)));
        assert!(matches!(effects.last(), Some(Effect::StartRun(_))) && state.running && state.waiting.is_none());
    }

    #[test]
    fn who_insists_gets_the_check_and_who_stops_waiting_gets_none() {
        let lost = || Message::CaseChanged {
            run: RunId(1),
            reading: Arc::new(Reading { no_network: true, ..Reading::clone(&reading()) }),
            ended: true,
        };
        let mut state = running();
        state.run = Some(RunId(1));
        update(&mut state, lost());
        assert!(matches!(update(&mut state, Message::WaitingStopped).as_slice(), [Effect::DropRun]));
        assert!(update(&mut state, Message::NetworkBack(RunId(1))).is_empty() && !state.running);
        update(&mut state, Message::CheckAnywayPressed);
        state.run = Some(RunId(1));
        assert!(matches!(update(&mut state, lost()).as_slice(), [Effect::KeepPast(_)]));
        assert_eq!(state.screen, Screen::Check);
    }

    #[test]
    fn the_message_to_the_sites_people_never_names_the_reader() {
        let mut state = running();
        state.run = Some(RunId(1));
        update(&mut state, Message::CaseChanged { run: RunId(1), reading: reading(), ended: true });
        update(&mut state, Message::HideChosen(Hide { addresses: false, ..Hide::ALL }));
        let ticket = |state: &mut State, message| match update(state, message).as_slice() {
            [Effect::MakeTicket(_, hide, _)] => *hide == Hide::ALL,
            other => panic!("{other:?}"),
        };
        assert!(ticket(&mut state, Message::MessageCopied));
        assert!(!ticket(&mut state, Message::TicketCopied));
    }

    #[test]
    fn settings_that_could_not_be_kept_are_told() {
        let mut state = state();
        update(&mut state, Message::SettingsKept(Ok(())));
        assert!(state.toast.is_none());
        update(&mut state, Message::SettingsKept(Err("cannot write x".into())));
        assert_eq!(state.toast.unwrap().text, "Cannot write x");
    }

    #[test]
    fn a_file_that_comes_during_a_check_waits_for_an_answer() {
        let mut state = running();
        state.run = Some(RunId(1));
        for message in
            [Message::FileDropped("/x/case.json".into()), Message::CaseOpened("/x/case.json".into(), Ok(reading()))]
        {
            assert!(update(&mut state, message).is_empty());
            assert!(state.running && state.typed == "shop.test" && state.reading.is_none());
            let toast = state.toast.take().unwrap();
            assert_eq!(toast.offer, Some(Offer::Open("/x/case.json".into())));
            assert!(toast.text.contains("case.json"), "{}", toast.text);
        }
        let effects = update(&mut state, Message::OpenAnyway("/x/case.json".into()));
        assert!(matches!(effects.as_slice(), [Effect::OpenCase(_)]) && state.running);
        let effects = update(&mut state, Message::CaseOpened("/x/case.json".into(), Ok(reading())));
        assert!(matches!(effects.as_slice(), [Effect::DropRun, Effect::StopWatch, Effect::ClaimCase(_)]));
        assert!(!state.running && state.reading.is_some());
    }

    #[test]
    fn a_file_that_cannot_be_read_ends_no_check() {
        let mut state = running();
        update(&mut state, Message::OpenAnyway("/x/case.json".into()));
        assert!(update(&mut state, Message::CaseOpened("/x/case.json".into(), Err("no case".into()))).is_empty());
        assert!(state.running && state.toast.as_ref().is_some_and(|toast| toast.text == "No case"));
        // The next one is asked about again.
        assert!(update(&mut state, Message::FileDropped("/x/case.json".into())).is_empty());
    }

    #[test]
    fn an_opened_case_leaves_what_was_typed_and_is_checked_again_by_its_own_address() {
        let mut state = state();
        update(&mut state, Message::TargetEdited("other.test".into()));
        let effects = update(&mut state, Message::FileDropped("/x/case.json".into()));
        assert!(matches!(effects.as_slice(), [Effect::OpenCase(_)]));
        update(&mut state, Message::CaseOpened("/x/case.json".into(), Ok(reading())));
        assert_eq!(state.typed, "other.test");
        let effects = update(&mut state, Message::CheckPressed);
        let Some(Effect::StartRun(config)) = effects.last() else { panic!("{effects:?}") };
        assert_eq!(config.target.host, "shop.test");
    }

    #[test]
    fn a_tab_needs_a_verdict() {
        let mut state = running();
        assert!(update(&mut state, Message::TabChosen(Tab::Report)).is_empty());
        assert_eq!(state.tab, Tab::Verdict);
        state.run = Some(RunId(1));
        update(&mut state, Message::CaseChanged { run: RunId(1), reading: reading(), ended: true });
        let effects = update(&mut state, Message::TabChosen(Tab::Report));
        assert!(matches!(effects.last(), Some(Effect::MakePreview { .. })), "{effects:?}");
        assert_eq!(state.tab, Tab::Report);
    }

    #[test]
    fn a_change_of_settings_can_be_taken_back() {
        let mut state = state();
        let before = state.settings.clone();
        let mut settings = before.clone();
        settings.controls.pop();
        update(&mut state, Message::SettingsChanged(Box::new(settings)));
        assert_ne!(state.settings, before);
        assert!(matches!(update(&mut state, Message::UndoPressed).as_slice(), [Effect::SaveSettings(_)]));
        assert_eq!(state.settings, before);
        assert!(update(&mut state, Message::UndoPressed).is_empty());
    }

    #[test]
    fn a_dns_server_is_added_by_its_number_and_once() {
        let mut state = state();
        let before = state.settings.resolvers.len();
        for (typed, added) in [("dns.test", 0), ("192.0.2.53", 1), ("192.0.2.53:53", 1), ("[2001:db8::53]:5353", 2)] {
            update(&mut state, Message::ServerEdited(typed.into()));
            update(&mut state, Message::ServerAdded);
            assert_eq!(state.settings.resolvers.len(), before + added, "{typed}");
            assert_eq!(state.server_error.is_some(), ["dns.test", "192.0.2.53:53"].contains(&typed), "{typed}");
        }
        let ports: Vec<_> = state.settings.resolvers.iter().rev().take(2).map(|server| server.ip_port.port()).collect();
        assert_eq!(ports, [5353, 53]);
        update(&mut state, Message::UndoPressed);
        assert_eq!(state.settings.resolvers.len(), before + 1);
    }

    #[test]
    fn what_an_owner_hands_over_goes_into_the_check() {
        let mut state = state();
        update(&mut state, Message::TargetEdited("shop.test".into()));
        let read = update(&mut state, Message::FileDropped(PathBuf::from("error.log")));
        assert!(matches!(read.as_slice(), [Effect::GlanceLog(_)]));
        assert_eq!(state.role, Role::Owner);
        // A second drop of the same file adds nothing; a saved check-up is no log.
        assert!(update(&mut state, Message::FileDropped(PathBuf::from("error.log"))).is_empty());
        let opened = update(&mut state, Message::FileDropped(PathBuf::from("case.json")));
        assert!(matches!(opened.as_slice(), [Effect::OpenCase(_)]));
        update(&mut state, Message::OriginEdited("no address".into()));
        assert!(update(&mut state, Message::CheckPressed).is_empty());
        update(&mut state, Message::OriginEdited("192.0.2.7:8080".into()));
        let started = update(&mut state, Message::CheckPressed);
        let config = started.iter().find_map(|effect| match effect {
            Effect::StartRun(config) => Some(config),
            _ => None,
        });
        let config = config.unwrap();
        assert_eq!((config.logs.len(), config.origin.is_some()), (1, true));
        // What a first reading found to be a configuration is no log.
        use crate::ui::handed::Glance;
        let glance = Glance { is_configuration: true, readable: true, ..Glance::default() };
        update(&mut state, Message::LogGlanced(PathBuf::from("error.log"), glance));
        state.screen = Screen::Start;
        let started = update(&mut state, Message::CheckPressed);
        let read = |effect: &Effect| matches!(effect, Effect::StartRun(config) if config.logs.is_empty() && config.configurations.len() == 1);
        assert!(started.iter().any(read));
        // For a visitor neither is asked for.
        state.role = Role::Visitor;
        state.screen = Screen::Start;
        let started = update(&mut state, Message::CheckPressed);
        assert!(started.iter().any(|effect| matches!(effect, Effect::StartRun(config) if config.logs.is_empty())));
    }

    #[test]
    fn a_case_cannot_name_the_folder_of_a_report() {
        let target = Target::parse("shop.test").unwrap();
        let mut case = Case::new(target, Role::Visitor, "/../../x/y".into(), "en");
        case.ended = Some(Ended::Cancelled);
        let reading = Arc::new(Reading::of(case, &Texts::english()));
        let mut state = state();
        state.report.path = "/docs/gatemend-report.html".into();
        update(&mut state, Message::CaseOpened("/x/case.json".into(), Ok(reading)));
        update(&mut state, Message::TabChosen(Tab::Report));
        let path = std::path::PathBuf::from(&state.report.path);
        assert_eq!(path.parent(), Some(std::path::Path::new("/docs")), "{}", state.report.path);
    }

    #[test]
    fn an_address_without_its_scheme_is_no_path() {
        assert_eq!(super::opening::typed_path("//shop.test/cart"), None);
    }

    #[test]
    fn a_report_is_named_after_site_and_day_unless_somebody_named_it() {
        let mut state = state();
        update(&mut state, Message::CaseOpened("/x/case.json".into(), Ok(reading())));
        for (before, after) in [
            ("/docs/gatemend-report.html", "/docs/gatemend-shop.test-2026-11-24.html"),
            ("/docs/gatemend-other.test-2026-11-01.html", "/docs/gatemend-shop.test-2026-11-24.html"),
            ("/docs/mine.html", "/docs/mine.html"),
        ] {
            state.report.path = before.into();
            update(&mut state, Message::TabChosen(Tab::Report));
            assert_eq!(state.report.path, after);
        }
    }

    #[test]
    fn another_format_changes_the_file_name() {
        let mut state = state();
        state.report.path = "/tmp/report.html".into();
        update(&mut state, Message::FormatChosen(Format::Markdown));
        assert_eq!(state.report.path, "/tmp/report.md");
    }
}
