//! Brings a run's events into the window: folded into cases on a thread of their own, so that no frame judges anything.

use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};

use super::message::Message;
use super::reading::Reading;
use crate::checkup::Checkup;
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
    let mut checkup = Checkup::new(texts.clone());
    while let Ok((run, event)) = incoming.recv() {
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
        let Some(case) = checkup.case().filter(|_| changed || checkup.has_ended()) else { continue };
        let reading = Arc::new(Reading::of(case.clone(), &texts));
        let message = Message::CaseChanged { run, reading, ended: checkup.has_ended() };
        if messages.send(message).is_err() {
            return;
        }
        wake();
    }
}
