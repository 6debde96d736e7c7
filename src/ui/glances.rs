//! First readings of logs that are going on, each with what ends it.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;

use tokio_util::sync::CancellationToken;

use super::handed;
use super::message::Message;
use crate::text::Texts;

/// By the log.
#[derive(Default)]
pub struct Glances(HashMap<PathBuf, CancellationToken>);

impl Glances {
    /// The reading of a log, to be done away from the frames; it tells how far it has come meanwhile.
    pub fn begin(
        &mut self,
        path: PathBuf,
        texts: &Texts,
        sender: &Sender<Message>,
        wake: &egui::Context,
    ) -> impl FnOnce() -> Message + Send + use<> {
        let stop = CancellationToken::new();
        self.0.insert(path.clone(), stop.clone());
        let (texts, sender, wake) = (texts.clone(), sender.clone(), wake.clone());
        move || {
            let tell = |said| {
                // Nobody listens any more once the window is closed.
                let _ = sender.send(Message::LogGlancing(path.clone(), said));
                wake.request_repaint();
            };
            match handed::glance(&path, &texts, &stop, tell) {
                Some(glance) => Message::LogGlanced(path, glance),
                None => Message::GlanceStopped,
            }
        }
    }

    /// Nobody wants the row of this log any more.
    pub fn stop(&mut self, path: &Path) {
        if let Some(stop) = self.0.remove(path) {
            stop.cancel();
        }
    }
}
