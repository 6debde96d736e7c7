//! Keeps the settings one after the other: of two changes in quick succession the later one is what the file holds.

use std::path::PathBuf;
use std::sync::mpsc::{Sender, channel};
use std::thread::JoinHandle;

use crate::settings::Settings;
use crate::store;

/// A thread that writes, and the way to it.
pub struct Keeper {
    wishes: Option<Sender<Settings>>,
    thread: Option<JoinHandle<()>>,
}

impl Keeper {
    /// `save` writes; `done` hears what came of it.
    ///
    /// # Errors
    /// The system gives no thread.
    pub fn new(
        mut save: impl FnMut(&Settings) -> Result<(), String> + Send + 'static,
        done: impl Fn(Result<(), String>) + Send + 'static,
    ) -> std::io::Result<Keeper> {
        // Unbounded: each wish is a press of somebody's finger.
        let (wishes, incoming) = channel::<Settings>();
        let thread = std::thread::Builder::new().name("gatemend-keeper".to_owned()).spawn(move || {
            while let Ok(mut settings) = incoming.recv() {
                // What has been wished for meanwhile overtakes.
                while let Ok(later) = incoming.try_recv() {
                    settings = later;
                }
                done(save(&settings));
            }
        })?;
        Ok(Keeper { wishes: Some(wishes), thread: Some(thread) })
    }

    /// One that writes to this file what changed, `before` being what the window began with.
    ///
    /// # Errors
    /// The system gives no thread.
    pub fn of_file(
        mut before: Settings,
        file: Option<PathBuf>,
        done: impl Fn(Result<(), String>) + Send + 'static,
    ) -> std::io::Result<Keeper> {
        let save = move |settings: &Settings| {
            store::save_settings(&before, settings, file.as_deref()).map_err(|error| error.to_string())?;
            before.clone_from(settings);
            Ok(())
        };
        Keeper::new(save, done)
    }

    pub fn keep(&self, settings: Settings) {
        if let Some(wishes) = &self.wishes {
            // The thread ends with this alone.
            let _ = wishes.send(settings);
        }
    }
}

impl Drop for Keeper {
    /// The last wish is still carried out.
    fn drop(&mut self) {
        self.wishes = None;
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::{Receiver, Sender, channel};
    use std::time::Duration;

    use super::*;

    fn of(connect_secs: u64) -> Settings {
        Settings { connect_timeout: Duration::from_secs(connect_secs), ..Settings::default() }
    }

    /// A keeper whose writing waits for the test, what it writes, and the way to let it go on.
    fn keeper() -> (Keeper, Receiver<u64>, Sender<()>) {
        let (written, seen) = channel();
        let (go, gate) = channel::<()>();
        let save = move |settings: &Settings| {
            let _ = written.send(settings.connect_timeout.as_secs());
            // A slow disk; it is fast again once the test lets go of it.
            let _ = gate.recv();
            Ok(())
        };
        (Keeper::new(save, |_| ()).unwrap(), seen, go)
    }

    #[test]
    fn a_slow_write_is_followed_by_the_last_wish_alone() {
        let (keeper, seen, go) = keeper();
        keeper.keep(of(1));
        assert_eq!(seen.recv(), Ok(1));
        for seconds in 2..=5 {
            keeper.keep(of(seconds));
        }
        // The first is still being written: nothing else is.
        assert!(seen.try_recv().is_err());
        go.send(()).unwrap();
        assert_eq!(seen.recv(), Ok(5));
        drop(go);
        drop(keeper);
        assert!(seen.recv().is_err());
    }

    #[test]
    fn a_window_that_closes_waits_for_what_was_wished() {
        let (keeper, seen, go) = keeper();
        keeper.keep(of(7));
        drop(go);
        drop(keeper);
        assert_eq!(seen.recv(), Ok(7));
    }

    #[test]
    fn what_came_of_it_is_told() {
        let (tell, told) = channel();
        let keeper = Keeper::new(|_| Err("no room".to_owned()), move |result| drop(tell.send(result))).unwrap();
        keeper.keep(of(1));
        assert_eq!(told.recv(), Ok(Err("no room".to_owned())));
    }
}
