//! Trying a remedy step by step: where the reader is, what they say, and what is measured afterwards.

mod noticed;
pub mod router;

use std::time::Duration;

use tokio::time::Instant;

use super::effect::Effect;
use super::reading::Reading;
use super::state::{Screen, State, Tab};
use super::update;
use super::widget::qr::Qr;
use crate::checkup;
use crate::engine::Outside;
use crate::model::path::PathPicture;
use crate::model::remedy::Noticed;
use crate::model::{Answer, Browser, Case, Measured, Remedy, Role, Seen, StepId, Tried};
use crate::remedy::{self, Again, Told};
use crate::settings::Settings;
use crate::text::Texts;
use crate::watch::{Closely, Look, look_once};

/// How long a line that went away is waited for; longer, and something else is suggested.
const LINE_PATIENCE: Duration = Duration::from_secs(240);
/// Between two looks while there is no line.
const LINE_PAUSE: Duration = Duration::from_secs(3);

/// A remedy that is being tried.
#[derive(Debug, Clone, PartialEq)]
pub struct Guided {
    pub remedy: Remedy,
    pub browser: Browser,
    /// When each step was done, in seconds since 1970.
    pub done: Vec<i64>,
    pub phase: Phase,
    /// What the reader said.
    answer: Option<Answer>,
    /// The router, where the remedy restarts it.
    pub router: router::Followed,
    /// The page for a phone's camera, where the remedy wants it opened there.
    pub code: Option<Qr>,
    /// The path as the look afterwards saw it.
    pub now: Option<PathPicture>,
}

/// What a look afterwards brings.
#[derive(Debug, Clone, PartialEq)]
pub struct After {
    pub measured: Measured,
    pub noticed: Option<Noticed>,
    /// Only what was looked at again; all else is left open.
    pub picture: Option<PathPicture>,
}

/// Where the reader is.
#[derive(Debug, Clone, PartialEq)]
pub enum Phase {
    /// At the step behind the last one that is done.
    Doing,
    /// All is done, and only the reader can see whether it helped.
    Asking,
    Measuring,
    Over(Tried),
}

impl Guided {
    pub fn told(&self) -> Option<&'static Told> {
        remedy::told(self.remedy)
    }

    /// Seconds that the step in hand is to be waited for, and the time at which it began.
    pub fn waits(&self) -> Option<(u32, i64)> {
        let step = self.told()?.steps.get(self.done.len())?;
        let since = self.done.last()?;
        step.wait.filter(|_| self.phase == Phase::Doing).map(|wait| (wait, *since))
    }
}

pub fn choose(state: &mut State, remedy: Remedy) -> Vec<Effect> {
    // Somebody else's case says nothing about this device.
    if state.running || state.opened.is_some() || state.screen != Screen::Check {
        return Vec::new();
    }
    let usual = state.browsers.first().copied().unwrap_or(Browser::Chrome);
    let browser = state.guided.as_ref().map_or(usual, |guided| guided.browser);
    state.tab = Tab::Verdict;
    state.guided = Some(Guided {
        remedy,
        browser,
        done: Vec::new(),
        phase: Phase::Doing,
        answer: None,
        router: router::Followed::default(),
        code: state.reading.as_ref().and_then(|reading| code(&reading.case, remedy)),
        now: None,
    });
    let router = state.reading.as_ref().and_then(|reading| router::of(&reading.case, remedy));
    router.map(|ip| Effect::FollowRouter(remedy, ip)).into_iter().collect()
}

/// Opens the network's sign-in page, and goes on with what follows it; once more where that is already being done.
pub fn sign_in(state: &mut State, page: String) -> Vec<Effect> {
    let remedy = Remedy::SignInToNetwork;
    let mut effects = Vec::new();
    let is_offered = state.reading.iter().flat_map(|reading| &reading.remedies).any(|told| told.id == remedy);
    if is_offered && state.guided.as_ref().is_none_or(|guided| guided.remedy != remedy) {
        effects = choose(state, remedy);
        let at = (state.now)();
        effects.extend(step_done(state, at));
    }
    effects.push(Effect::OpenUrl(page));
    effects
}

/// The address as it was typed, drawn and nothing more: it goes to no file, and nobody is told. A link that works only
/// once is left to whoever it was sent to.
fn code(case: &Case, remedy: Remedy) -> Option<Qr> {
    let on_a_phone = matches!(remedy, Remedy::PhoneSameWifi | Remedy::PhoneMobileData);
    let target = Some(&case.target).filter(|target| on_a_phone && !target.has_one_time_token())?;
    Qr::of(target.url.as_str())
}

/// The router answered or did not. Where it is back while the reader only waits, the window goes on by itself.
pub fn router_seen(state: &mut State, remedy: Remedy, answers: bool, at: i64) -> Vec<Effect> {
    let Some(guided) = state.guided.as_mut().filter(|guided| guided.remedy == remedy) else { return Vec::new() };
    guided.router.take(answers, at);
    let is_last = guided.told().is_some_and(|told| guided.done.len() + 1 == told.steps.len());
    if guided.waits().is_some() && is_last && guided.router.came_back() { step_done(state, at) } else { Vec::new() }
}

pub fn choose_browser(state: &mut State, browser: Browser) {
    if let Some(guided) = &mut state.guided {
        guided.browser = browser;
    }
}

pub fn open_privately(state: &State) -> Vec<Effect> {
    let (Some(guided), Some(reading)) = (&state.guided, &state.reading) else { return Vec::new() };
    vec![Effect::OpenPrivately(guided.browser, reading.case.target.url.to_string())]
}

pub fn step_done(state: &mut State, at: i64) -> Vec<Effect> {
    let Some(guided) = state.guided.as_mut().filter(|guided| guided.phase == Phase::Doing) else { return Vec::new() };
    let Some(told) = guided.told() else { return Vec::new() };
    guided.done.push(at);
    if guided.done.len() < told.steps.len() {
        return Vec::new();
    }
    if told.again == Again::Person {
        guided.phase = Phase::Asking;
        return Vec::new();
    }
    measure_again(state)
}

/// The reader's word, and the page's own state beside it.
pub fn answer(state: &mut State, answer: Answer) -> Vec<Effect> {
    let Some(guided) = state.guided.as_mut() else { return Vec::new() };
    if matches!(guided.phase, Phase::Measuring | Phase::Over(_)) {
        return Vec::new();
    }
    guided.answer = Some(answer);
    if answer == Answer::NotDone { over(state, None) } else { measure_again(state) }
}

fn measure_again(state: &mut State) -> Vec<Effect> {
    let (Some(guided), Some(reading)) = (state.guided.as_mut(), &state.reading) else { return Vec::new() };
    guided.phase = Phase::Measuring;
    vec![Effect::Measure(guided.remedy, reading.case.clone())]
}

/// What is measured for a remedy that the reader has left is dropped.
pub fn measured(state: &mut State, remedy: Remedy, after: After) -> Vec<Effect> {
    let waits = |guided: &Guided| guided.remedy == remedy && guided.phase == Phase::Measuring;
    if state.guided.as_ref().is_some_and(waits) { over(state, Some(after)) } else { Vec::new() }
}

fn over(state: &mut State, after: Option<After>) -> Vec<Effect> {
    let (Some(guided), Some(reading)) = (state.guided.as_mut(), &state.reading) else { return Vec::new() };
    let (after, noticed) = match after {
        Some(After { measured, noticed, picture }) => {
            guided.now = picture;
            (Some(measured), noticed)
        }
        None => (None, None),
    };
    let tried = Tried {
        remedy: guided.remedy,
        before: reading.fails.clone(),
        after,
        answer: guided.answer,
        noticed: noticed.or_else(|| guided.router.noticed()),
        // Told when it is recorded: an update knows no time.
        at: String::new(),
    };
    guided.phase = Phase::Over(tried.clone());
    vec![Effect::Record(reading.case.clone(), tried)]
}

/// Takes in the case with what was tried. Where the page loads now, the whole check is made again.
pub fn recorded(state: &mut State, reading: std::sync::Arc<Reading>) -> Vec<Effect> {
    let same = state.reading.as_ref().is_some_and(|shown| shown.case.started == reading.case.started);
    if !same || state.running {
        return Vec::new();
    }
    let mended = matches!(state.guided.as_ref().map(|guided| &guided.phase), Some(Phase::Over(tried))
        if tried.answer.is_none() && tried.helped());
    let keep = Effect::KeepPast(reading.case.clone());
    state.reading = Some(reading);
    let mut effects = vec![keep];
    if mended {
        effects.extend(update::start(state));
    }
    effects
}

/// One plain look at the page, and at what the remedy was to change. After a restart it waits until there is a line.
pub async fn measure(settings: &Settings, outside: &Outside, case: &Case, remedy: Remedy, texts: &Texts) -> After {
    let target = &case.target;
    let waits = remedy::told(remedy).is_some_and(|told| told.again == Again::Line);
    let began = Instant::now();
    let (measured, closely) = loop {
        let (look, closely) = look_once(settings, outside, target).await;
        match look {
            Look::Good => break (Measured::Works, closely),
            Look::Bad(how) | Look::TurnedAway(how) => break (Measured::Fails { how }, closely),
            Look::NoLine if waits && began.elapsed() < LINE_PATIENCE => tokio::time::sleep(LINE_PAUSE).await,
            Look::NoLine => break (Measured::NoLine, closely),
        }
    };
    let look = looked(case, closely, texts);
    let noticed = noticed::compare(outside, &look, remedy, noticed::before(case, remedy)).await;
    After { measured, noticed, picture: Some(checkup::picture_of(&checkup::judge_anew(&look, texts))) }
}

/// A case of this look alone: the path and the clock as it shows them.
fn looked(before: &Case, closely: Closely, texts: &Texts) -> Case {
    let mut case = Case::new(before.target.clone(), Role::Visitor, before.started.clone(), texts.tag());
    if case.target.ip().is_none() {
        case.observe(StepId::Dns, Seen::SystemLookup { host: case.target.host.clone(), ips: closely.ips });
    }
    for visit in closely.visits {
        case.observe(StepId::Page, Seen::Visit { visit: Box::new(visit) });
    }
    case
}
