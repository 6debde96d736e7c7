//! What goes on beside the frames: each tells what came of it by a message.

use std::io;
use std::net::IpAddr;
use std::sync::Arc;

use tokio_util::sync::CancellationToken;

use super::super::message::Message;
use super::super::{dialog, guided, network, theme};
use super::App;
use crate::engine::RunId;
use crate::model::{Case, Remedy};

impl App {
    /// Waits for the system's file dialog beside the frames. Where none is seen, it is said what else can be done.
    pub(super) fn choose<T>(
        &self,
        ctx: &egui::Context,
        chosen: impl Future<Output = Option<T>> + Send + 'static,
        message: fn(T) -> Message,
    ) where
        T: Send + 'static,
    {
        let (sender, wake) = (self.sender.clone(), ctx.clone());
        self.runtime.spawn(async move {
            let tell = |said| {
                // Nobody listens any more once the window is closed.
                let _ = sender.send(said);
                wake.request_repaint();
            };
            let has_keyboard = || wake.input(|input| input.focused);
            if let Some(chosen) = dialog::choice(chosen, has_keyboard, || tell(Message::DialogMissing)).await {
                tell(message(chosen));
            }
        });
    }

    pub(super) fn measure(&self, ctx: &egui::Context, remedy: Remedy, case: Arc<Case>) {
        let (settings, outside) = (self.state.settings.clone(), self.engine.outside().clone());
        let (sender, wake, texts) = (self.sender.clone(), ctx.clone(), self.state.texts.clone());
        self.runtime.spawn(async move {
            let after = guided::measure(&settings, &outside, &case, remedy, &texts).await;
            let _ = sender.send(Message::GuidedMeasured(remedy, Box::new(after)));
            wake.request_repaint();
        });
    }

    /// Until the remedy is left; a second one takes the place of the first.
    pub(super) fn follow_router(&mut self, ctx: &egui::Context, remedy: Remedy, ip: IpAddr) {
        let stop = CancellationToken::new();
        if let Some(before) = self.router.replace(stop.clone()) {
            before.cancel();
        }
        let (sender, wake, outside) = (self.sender.clone(), ctx.clone(), self.engine.outside().clone());
        self.runtime.spawn(async move {
            let clock = outside.clock.clone();
            let tell = |answers| {
                let _ = sender.send(Message::RouterSeen(remedy, answers, clock.now().as_second()));
                wake.request_repaint();
            };
            tokio::select! {
                () = guided::router::follow(&outside, ip, tell) => {}
                () = stop.cancelled() => {}
            }
        });
    }

    pub(super) fn await_network(&mut self, ctx: &egui::Context, run: RunId) {
        self.run = None;
        self.stop_awaiting();
        let stop = CancellationToken::new();
        self.awaiting = Some(stop.clone());
        let (sender, wake, outside) = (self.sender.clone(), ctx.clone(), self.engine.outside().clone());
        self.runtime.spawn(async move {
            tokio::select! {
                () = network::comes(&outside) => {
                    let _ = sender.send(Message::NetworkBack(run));
                    wake.request_repaint();
                }
                () = stop.cancelled() => {}
            }
        });
    }

    /// Starts another program; where that fails, this message says so.
    pub(super) fn launch(
        &self,
        ctx: &egui::Context,
        failed: &str,
        open: impl FnOnce() -> io::Result<()> + Send + 'static,
    ) {
        let why = self.state.texts.get(failed);
        self.aside(ctx, move || open().map_or(Message::NotOpened(why), |()| Message::ToastGone));
    }

    /// Disks may be slow, and redaction reads the whole case: neither holds up a frame.
    pub(super) fn aside(&self, ctx: &egui::Context, work: impl FnOnce() -> Message + Send + 'static) {
        let (sender, wake) = (self.sender.clone(), ctx.clone());
        self.runtime.spawn_blocking(move || {
            // Nobody listens any more once the window is closed.
            let _ = sender.send(work());
            wake.request_repaint();
        });
    }

    /// Brings theme, size and stillness into force.
    pub(super) fn apply(&self, ctx: &egui::Context) {
        theme::apply(ctx, self.state.look.dark, self.state.look.zoom, self.state.is_still());
    }

    /// Sends one message from elsewhere, and asks for the frame that takes it in.
    pub(super) fn teller(&self, ctx: &egui::Context) -> impl FnOnce(Message) + Send + 'static {
        let (sender, wake) = (self.sender.clone(), ctx.clone());
        move |message| {
            // Nobody listens any more once the window is closed.
            let _ = sender.send(message);
            wake.request_repaint();
        }
    }
}
