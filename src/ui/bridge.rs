//! Brings a run's events into the window: folded into cases on a thread of their own, so that no frame judges anything.

use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};

use super::message::Message;
use super::reading::Reading;
use crate::checkup::Checkup;
use crate::crash;
use crate::engine::{Event, RunId, Sink};
use crate::text::Texts;

/// The language that the window speaks at the moment.
pub type Voice = Arc<Mutex<Texts>>;

/// The texts of this moment.
pub fn spoken(voice: &Voice) -> Texts {
    voice.lock().unwrap_or_else(PoisonError::into_inner).clone()
}

/// A sink for one run. What it learns arrives as messages, each followed by a wish for one more frame.
pub fn sink(messages: Sender<Message>, voice: Voice, wake: impl Fn() + Send + 'static) -> std::io::Result<Sink> {
    // Unbounded: a run emits some hundreds of events at the most, and a hidden window may take its time.
    let (events, incoming) = channel::<(RunId, Event)>();
    std::thread::Builder::new()
        .name("gatemend-bridge".to_owned())
        .spawn(move || fold(&incoming, &messages, &voice, &wake))?;
    Ok(Box::new(move |run, event| {
        // The bridge ends only after the run's last event.
        let _ = events.send((run, event));
    }))
}

fn fold(incoming: &Receiver<(RunId, Event)>, messages: &Sender<Message>, voice: &Voice, wake: &dyn Fn()) {
    let mut texts = spoken(voice);
    // Said at the end of this thread, however it comes, where the run's own end did not.
    let mut unfinished = Unfinished { run: None, messages, wake, ended: false };
    let mut checkup = Checkup::new(texts.clone());
    while let Ok((run, event)) = incoming.recv() {
        unfinished.run = Some(run);
        crash::break_if_wanted("bridge", "");
        let mut changed = checkup.take(event);
        // What has come meanwhile is told in one go.
        while let Ok((_, event)) = incoming.try_recv() {
            changed |= checkup.take(event);
        }
        let now = spoken(voice);
        if now.spoken() != texts.spoken() {
            checkup.speak(&now);
            (texts, changed) = (now, true);
        }
        unfinished.ended = checkup.has_ended();
        let Some(case) = checkup.case().filter(|_| changed || checkup.has_ended()) else { continue };
        let reading = Arc::new(Reading::of(case.clone(), &texts));
        let message = Message::CaseChanged { run, reading, ended: checkup.has_ended() };
        if messages.send(message).is_err() {
            return;
        }
        wake();
    }
}

/// A run of which the end is still to come.
struct Unfinished<'a> {
    run: Option<RunId>,
    messages: &'a Sender<Message>,
    wake: &'a dyn Fn(),
    ended: bool,
}

impl Drop for Unfinished<'_> {
    fn drop(&mut self) {
        if !self.ended {
            // Nobody listens any more once the window is closed.
            let _ = self.messages.send(Message::RunBroke(self.run));
            (self.wake)();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Case, Ended, Role, Target};

    fn told(events: Vec<Event>) -> Vec<Message> {
        let (messages, heard) = channel();
        let mut sink = sink(messages, Arc::new(Mutex::new(Texts::english())), || ()).unwrap();
        events.into_iter().for_each(|event| sink(RunId(7), event));
        drop(sink);
        heard.iter().collect()
    }

    #[test]
    fn a_run_that_breaks_off_is_told_and_one_that_ends_is_not() {
        let case =
            Case::new(Target::parse("shop.test").unwrap(), Role::Visitor, "2026-11-24T10:00:00.000Z".into(), "en");
        let began = Event::Began { case: Box::new(case) };
        let ended = Event::Ended { ended: Ended::Completed, at_ms: 5, finished: "2026-11-24T10:00:01.000Z".into() };
        let broke = |messages: &[Message]| messages.iter().any(|one| matches!(one, Message::RunBroke(Some(RunId(7)))));
        assert!(broke(&told(vec![began.clone()])));
        assert!(!broke(&told(vec![began, ended])));
    }
}
