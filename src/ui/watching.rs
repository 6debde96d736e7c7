//! Watching one page from the window: what was seen so far, and the task that looks.

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;
use std::time::Duration;

use tokio::sync::Semaphore;
use tokio_util::sync::CancellationToken;

use super::bridge::{Voice, spoken};
use super::effect::Effect;
use super::message::Message;
use super::notify::Notice;
use super::state::State;
use crate::engine::Outside;
use crate::model::Target;
use crate::model::diagnosis::Words;
use crate::settings::Settings;
use crate::store::watched::{self, History};
use crate::text::{Texts, duration_ms};
use crate::watch::{self, Change, Followed, Kept, Outage, Timeline, Took};

/// It ends by itself.
const LONGEST: Duration = Duration::from_secs(24 * 3_600);

/// Which watch a look belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct WatchId(pub u64);

/// The state of watching.
#[derive(Debug, Clone, Default)]
pub struct Watching {
    on: bool,
    id: WatchId,
    /// What is shown: this sitting's looks, after those that were kept of older ones.
    pub timeline: Timeline,
    /// The last look of this sitting.
    pub last: Option<Followed>,
    /// It was down during this sitting.
    was_down: bool,
    /// It has ended by itself.
    pub time_is_over: bool,
}

impl Watching {
    pub fn begun(id: WatchId) -> Self {
        Watching { on: true, id, ..Watching::default() }
    }

    pub fn is_on(&self) -> bool {
        self.on
    }

    pub fn stop(&mut self) {
        self.on = false;
    }

    fn is(&self, watch: WatchId) -> bool {
        self.on && watch == self.id
    }

    /// What was kept of older sittings.
    pub fn resume(&mut self, watch: WatchId, timeline: Timeline) {
        if self.is(watch) {
            self.timeline = timeline;
        }
    }

    /// The time for watching is over.
    pub fn end(&mut self, watch: WatchId) {
        if self.is(watch) {
            (self.on, self.time_is_over) = (false, true);
        }
    }

    /// A look of another watch, or one that comes after the end, is dropped. Otherwise gives how it stood before.
    fn take(&mut self, watch: WatchId, followed: Followed) -> Option<Option<bool>> {
        if !self.is(watch) {
            return None;
        }
        let before = self.is_down();
        self.was_down |= followed.is_down || followed.change == Change::Back;
        self.timeline.take(&followed);
        self.last = Some(followed);
        Some(before)
    }

    /// `None` before the first look of this sitting.
    pub fn is_down(&self) -> Option<bool> {
        self.last.as_ref().map(|last| last.is_down)
    }

    /// The last look failed, and one is not enough to call it down.
    pub fn is_in_doubt(&self) -> bool {
        self.last.as_ref().is_some_and(|last| !last.is_down && matches!(last.look, crate::watch::Look::Bad(_)))
    }

    /// Whether the page loads, as far as the last look tells.
    pub fn is_up(&self) -> bool {
        self.is_down() == Some(false) && !self.is_in_doubt()
    }

    /// Whether it came back during the watching.
    pub fn is_back(&self) -> bool {
        self.is_up() && self.was_down
    }

    pub fn outages(&self) -> &[Outage] {
        self.timeline.outages()
    }
}

/// Takes in a look, and says what the desktop is to be told.
pub fn looked(state: &mut State, watch: WatchId, followed: Followed) -> Vec<Effect> {
    let (change, took) = (followed.change.clone(), followed.took);
    let Some(before) = state.watching.take(watch, followed) else { return Vec::new() };
    let notice = notice(state, &change, took, before);
    notice.map(Effect::Notify).into_iter().collect()
}

fn notice(state: &State, change: &Change, took: Option<Took>, was_down: Option<bool>) -> Option<Notice> {
    let wishes = &state.settings.watch;
    let host = &state.reading.as_ref()?.case.target.host;
    let words = match change {
        Change::Back if wishes.notify => {
            Words::new("window-notice-back").with("took", duration_ms(took.unwrap_or_default().ms))
        }
        // Who begins to watch a page that is down knows that it is.
        Change::Fails(what) if wishes.notify && was_down == Some(false) => {
            Words::new("window-notice-down").with("what", what)
        }
        Change::Fails(what) if wishes.notify_changes && was_down == Some(true) => {
            Words::new("window-notice-changed").with("what", what)
        }
        _ => return None,
    };
    Some(Notice {
        title: state.texts.say(&words.with("host", host)),
        body: state.texts.get("window-notice-from"),
        sound: wishes.sound,
    })
}

/// Changes the settings; where the pause between looks is another one then, the next watch takes over what this one saw.
pub fn paced_anew(state: &mut State, change: impl FnOnce(&mut State) -> Vec<Effect>) -> Vec<Effect> {
    let before = state.settings.watch.every;
    let mut effects = change(state);
    let target = state.reading.as_ref().map(|reading| reading.case.target.clone());
    if let Some(target) = target.filter(|_| state.watching.is_on() && state.settings.watch.every != before) {
        state.watching.id = state.next_watch();
        effects.extend([Effect::StopWatch, Effect::StartWatch(state.watching.id, Box::new(target))]);
    }
    effects
}

/// How often it looks, in words.
pub fn pace(settings: &Settings, texts: &Texts) -> String {
    let every = settings.watch.every;
    let key = if every < watch::LONGEST_PAUSE { "window-watch-about" } else { "window-watch-about-steady" };
    let ms = u64::try_from(every.as_millis()).unwrap_or(u64::MAX);
    texts.say(&Words::new(key).with("every", duration_ms(ms)))
}

/// Where a history is saved: beside the reports.
pub fn export(state: &State, ending: &str) -> Vec<Effect> {
    let Some(reading) = &state.reading else { return Vec::new() };
    let target = reading.case.target.clone();
    let folder = Path::new(state.report.path.trim()).parent().unwrap_or(Path::new("")).to_owned();
    let host = target.host.replace(':', "-");
    vec![Effect::ExportWatch(Box::new(target), folder.join(format!("gatemend-watch-{host}.{ending}")))]
}

/// Saves what was kept of watching this page.
pub fn save(target: &Target, path: &Path, texts: &Texts) -> Result<PathBuf, String> {
    let nothing = texts.get("window-watch-nothing-kept");
    let folder = watched::folder().ok_or_else(|| nothing.clone())?;
    let looks = History::of(&folder, target).read();
    if looks.is_empty() {
        return Err(nothing);
    }
    let path = crate::store::free_path(path);
    watched::export(&path, target, &looks).map_err(|error| texts.say(&error.words()))?;
    Ok(std::path::absolute(&path).unwrap_or(path))
}

/// What came of saving it.
pub fn exported(state: &mut State, result: Result<PathBuf, String>) {
    let text = match result {
        Ok(path) => format!("{} {}", state.texts.get("window-saved"), path.display()),
        Err(error) => error,
    };
    state.tell(text, None);
}

/// Looks again and again until the token is cancelled, nobody listens, or a day is over.
pub async fn follow(
    settings: Settings,
    outside: Outside,
    (watch, target): (WatchId, Target),
    stop: CancellationToken,
    voice: Voice,
    sender: Sender<Message>,
    wake: impl Fn() + Send,
) {
    let history = watched::folder().map(|folder| History::of(&folder, &target));
    let looks = history.as_ref().map(History::read).unwrap_or_default();
    let mut timeline = Timeline::default();
    let follower = watch::replay(settings.watch.every, &looks, |followed| timeline.take(followed));
    let tell = |message| {
        let told = sender.send(message);
        wake();
        told
    };
    if !looks.is_empty() && tell(Message::WatchResumed(watch, Box::new(timeline))).is_err() {
        return;
    }
    drop(looks);
    let mut complained = false;
    let heard = |followed: &Followed, _: &watch::Follower, _| {
        let kept = history.as_ref().map_or(Ok(()), |history| history.add(&Kept::of(followed)));
        if let Err(error) = kept
            && !std::mem::replace(&mut complained, true)
        {
            let _ = tell(Message::WatchNotKept(spoken(&voice).say(&error.words())));
        }
        match tell(Message::Looked(watch, Box::new(followed.clone()))) {
            Ok(()) => ControlFlow::Continue(()),
            Err(_) => ControlFlow::Break(()),
        }
    };
    let permits = Semaphore::new(1);
    tokio::select! {
        () = watch::follow(&settings, &outside, &target, (follower, LONGEST), &permits, heard) => {
            let _ = tell(Message::WatchEnded(watch));
        }
        () = stop.cancelled() => {}
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::watch::{Look, Round};

    pub fn look(at_unix: i64, is_down: bool, change: Change) -> Followed {
        let look = if is_down { Look::Bad("502".into()) } else { Look::Good };
        Followed {
            unix_ms: at_unix * 1_000,
            ms: 60,
            look,
            change,
            is_down,
            pause: Duration::from_secs(15),
            gap_ms: None,
            took: None,
            round: Round::default(),
        }
    }

    #[test]
    fn outages_have_a_beginning_and_an_end() {
        let mut watching = Watching::begun(WatchId(1));
        for (at, down, change) in [
            (0, false, Change::Works),
            (10, true, Change::Fails("502".into())),
            (20, true, Change::Nothing),
            (30, false, Change::Back),
            (40, true, Change::Fails("502".into())),
        ] {
            watching.take(WatchId(1), look(at, down, change));
        }
        let ends: Vec<_> = watching.outages().iter().map(|outage| (outage.from_ms, outage.to_ms)).collect();
        assert_eq!(ends, [(10_000, Some(30_000)), (40_000, None)]);
        assert!(!watching.is_back());
        watching.take(WatchId(1), look(50, false, Change::Back));
        assert!(watching.is_back());
    }

    #[test]
    fn what_arrives_after_the_end_is_dropped() {
        let mut watching = Watching::begun(WatchId(1));
        watching.stop();
        watching.take(WatchId(1), look(1, true, Change::Nothing));
        assert!(watching.timeline.samples.is_empty() && watching.is_down().is_none());
    }
}
