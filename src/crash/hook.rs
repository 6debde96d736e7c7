//! What happens at a panic, before anything else does.

use std::any::Any;
use std::backtrace::Backtrace;
use std::panic::PanicHookInfo;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Mutex, OnceLock};

use super::report::{self, Known};

/// Crashes of one process that are written down: after these the next ones tell nothing new.
const WRITTEN: usize = 5;

/// A crash, as it is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Crash {
    /// What is known about it; `None` where it could not be written.
    pub file: Option<PathBuf>,
    /// File and line of this program's source.
    pub place: String,
}

type Tell = Box<dyn Fn(&Crash) + Send>;

#[derive(Default)]
struct State {
    seen: AtomicUsize,
    opening: AtomicBool,
    first: OnceLock<Crash>,
    tell: Mutex<Vec<Tell>>,
}

static STATE: OnceLock<State> = OnceLock::new();

fn state() -> &'static State {
    STATE.get_or_init(State::default)
}

/// From here on every panic of this process is written down in this folder and told, the first one at least.
pub fn install(folder: PathBuf, tell: impl Fn(&Crash) + Send + 'static) {
    listen(tell);
    std::panic::set_hook(Box::new(move |info| hook(state(), &folder, info)));
}

/// Tells this one too.
pub fn listen(tell: impl Fn(&Crash) + Send + 'static) {
    if let Ok(mut all) = state().tell.lock() {
        all.push(Box::new(tell));
    }
}

/// Whether a window is being opened now: the libraries of window systems panic where others report what is missing.
pub fn opening(now: bool) {
    state().opening.store(now, Ordering::SeqCst);
}

/// The first crash of this process, if there was one.
pub fn first() -> Option<&'static Crash> {
    state().first.get()
}

fn hook(state: &State, folder: &Path, info: &PanicHookInfo<'_>) {
    let place = info.location().map(|location| (location.file(), location.line()));
    let thread = std::thread::current();
    note(state, folder, info.payload(), place, thread.name().unwrap_or("unnamed"));
}

fn note(state: &State, folder: &Path, payload: &(dyn Any + Send), place: Option<(&str, u32)>, thread: &str) {
    // This program's own source has paths of its own; those of libraries begin elsewhere.
    let is_own = place.is_none_or(|(file, _)| file.replace('\\', "/").starts_with("src/"));
    if state.opening.load(Ordering::SeqCst) && !is_own {
        return;
    }
    let number = state.seen.fetch_add(1, Ordering::SeqCst);
    if number >= WRITTEN {
        return;
    }
    let time = jiff::Timestamp::now();
    let way = Backtrace::force_capture().to_string();
    let said = time.strftime("%Y-%m-%dT%H:%M:%SZ").to_string();
    let text = report::text(&Known { payload, place, thread, way: &way, time: &said });
    // What breaks after the first one is added to its file: it may follow from it.
    let name = state.first.get().and_then(|first| first.file.as_deref()?.file_name()?.to_str().map(str::to_owned));
    let new = || format!("crash-{}-{}.txt", time.strftime("%Y%m%d-%H%M%S"), std::process::id());
    let file = report::write(folder, &name.unwrap_or_else(new), &text).ok();
    let crash = Crash { file, place: report::place(place) };
    if state.first.set(crash.clone()).is_err() {
        return;
    }
    // Whoever is told must not wait for the one that broke.
    if let Ok(all) = state.tell.try_lock() {
        all.iter().for_each(|tell| tell(&crash));
    }
}

/// Breaks here, in builds for tests, where a test wants it; what was typed stands in the message, as it might.
#[cfg(debug_assertions)]
pub fn break_if_wanted(here: &str, typed: &str) {
    if std::env::var("GATEMEND_BREAK").is_ok_and(|wanted| wanted == here) {
        panic!("broken for a test, with {typed:?} at hand");
    }
}

/// What is given away does not break on demand.
#[cfg(not(debug_assertions))]
pub fn break_if_wanted(_here: &str, _typed: &str) {}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;

    #[derive(Clone, Default)]
    struct Told(Arc<Mutex<Vec<Crash>>>);

    impl Told {
        fn listening(&self) -> State {
            let told = self.0.clone();
            let state = State::default();
            state.tell.lock().unwrap().push(Box::new(move |crash| told.lock().unwrap().push(crash.clone())));
            state
        }

        fn all(&self) -> Vec<Crash> {
            self.0.lock().unwrap().clone()
        }
    }

    const OWN: Option<(&str, u32)> = Some(("src/step/page.rs", 7));
    const LIBRARYS: Option<(&str, u32)> = Some(("/home/alice/.cargo/registry/src/index/winit-1.0/src/x11.rs", 3));

    #[test]
    fn the_first_crash_is_told_and_those_after_it_stand_in_the_same_file() {
        let (folder, told) = (tempfile::tempdir().unwrap(), Told::default());
        let state = told.listening();
        for number in 0..WRITTEN + 3 {
            let thread = format!("thread-{number}");
            note(&state, folder.path(), &"broken", OWN, &thread);
        }
        let all = told.all();
        assert_eq!(all.len(), 1);
        assert_eq!(all[0].place, "src/step/page.rs:7");
        let text = std::fs::read_to_string(all[0].file.as_ref().unwrap()).unwrap();
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
        assert_eq!(text.matches("what: broken\n").count(), WRITTEN);
        assert!(text.contains("thread: thread-0\n"), "{text}");
    }

    #[test]
    fn a_library_that_misses_its_window_system_is_no_crash_and_this_program_is() {
        let (folder, told) = (tempfile::tempdir().unwrap(), Told::default());
        let state = told.listening();
        state.opening.store(true, Ordering::SeqCst);
        note(&state, folder.path(), &"no display", LIBRARYS, "main");
        assert_eq!(told.all(), []);
        note(&state, folder.path(), &"broken", OWN, "main");
        assert_eq!(told.all().len(), 1);
        let (folder, told) = (tempfile::tempdir().unwrap(), Told::default());
        note(&told.listening(), folder.path(), &"broken", LIBRARYS, "main");
        assert_eq!(told.all()[0].place, "winit-1.0/src/x11.rs:3");
    }

    #[test]
    fn a_crash_that_cannot_be_written_down_is_told_all_the_same() {
        let (folder, told) = (tempfile::tempdir().unwrap(), Told::default());
        let occupied = folder.path().join("a-file");
        std::fs::write(&occupied, "x").unwrap();
        note(&told.listening(), &occupied, &"broken", OWN, "main");
        assert_eq!(told.all(), [Crash { file: None, place: "src/step/page.rs:7".to_owned() }]);
        assert_eq!(std::fs::read(&occupied).unwrap(), b"x");
    }
}
