//! The eframe application: drain messages in `logic`, draw in `ui`, carry out effects.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};

use egui::{ViewportBuilder, vec2};

use super::bridge;
use super::effect::Effect;
use super::message::Message;
use super::state::{Screen, State};
use super::update::update;
use super::{theme, view};
use crate::engine::{Engine, RunHandle};
use crate::model::{Case, Role};
use crate::settings::Settings;
use crate::store;
use crate::text::Texts;

/// What the window opens with.
#[derive(Default)]
pub struct Opening {
    pub url: Option<String>,
    pub role: Role,
    /// A saved case, to be shown at once.
    pub case: Option<Case>,
}

struct App {
    state: State,
    engine: Engine,
    runtime: tokio::runtime::Handle,
    run: Option<RunHandle>,
    sender: Sender<Message>,
    receiver: Receiver<Message>,
}

/// Opens the window, and returns when it is closed.
///
/// # Errors
/// No window can be opened here; the words say what is missing.
pub fn run(
    engine: Engine,
    runtime: tokio::runtime::Handle,
    settings: Settings,
    opening: Opening,
) -> Result<(), String> {
    let options = eframe::NativeOptions {
        viewport: ViewportBuilder::default()
            .with_title("Gatemend")
            .with_app_id("gatemend")
            .with_inner_size(vec2(1100.0, 760.0))
            .with_min_inner_size(vec2(440.0, 380.0)),
        ..eframe::NativeOptions::default()
    };
    let opened = eframe::run_native(
        "Gatemend",
        options,
        Box::new(move |cx| {
            theme::install(&cx.egui_ctx);
            Ok(Box::new(App::new(engine, runtime, settings, opening)))
        }),
    );
    opened.map_err(|error| error.to_string())
}

impl App {
    fn new(engine: Engine, runtime: tokio::runtime::Handle, settings: Settings, opening: Opening) -> Self {
        let (sender, receiver) = channel();
        let mut state = State::new(settings, Texts::english());
        state.role = opening.role;
        state.typed = opening.url.unwrap_or_default();
        if let Some(case) = opening.case {
            state.typed = case.target.input.clone();
            state.role = case.role;
            state.screen = Screen::Check;
            state.case = Some(Arc::new(case));
        }
        App { state, engine, runtime, run: None, sender, receiver }
    }

    fn take(&mut self, ctx: &egui::Context, message: Message) {
        for effect in update(&mut self.state, message) {
            self.carry_out(ctx, effect);
        }
    }

    fn carry_out(&mut self, ctx: &egui::Context, effect: Effect) {
        match effect {
            Effect::StartRun(config) => {
                let wake = ctx.clone();
                match bridge::sink(self.sender.clone(), self.state.texts.clone(), move || wake.request_repaint()) {
                    Ok(sink) => {
                        let handle = self.engine.start(*config, sink);
                        self.state.run = Some(handle.id());
                        self.run = Some(handle);
                    }
                    Err(error) => {
                        self.state.running = false;
                        self.state.typed_error = Some(error.to_string());
                        self.state.screen = Screen::Start;
                    }
                }
            }
            Effect::StopRun => {
                if let Some(run) = &self.run {
                    run.stop();
                }
            }
            Effect::DropRun => self.run = None,
            Effect::CopyText(text) => ctx.copy_text(text),
            Effect::SaveReport { case, path } => self.save(ctx, case, path),
        }
    }

    /// Disks may be slow, and redaction reads the whole case: neither holds up a frame.
    fn save(&self, ctx: &egui::Context, case: Arc<Case>, path: PathBuf) {
        let (sender, texts, wake) = (self.sender.clone(), self.state.texts.clone(), ctx.clone());
        self.runtime.spawn_blocking(move || {
            let saved = save_report(&case, &texts, &path);
            let _ = sender.send(Message::Saved(saved));
            wake.request_repaint();
        });
    }
}

fn save_report(case: &Case, texts: &Texts, path: &Path) -> Result<PathBuf, String> {
    let path = store::free_path(path);
    let kept = store::redacted(case, false);
    store::write_report(&kept, texts, &path).map_err(|error| error.to_string())?;
    Ok(path)
}

impl eframe::App for App {
    fn logic(&mut self, ctx: &egui::Context, _frame: &mut eframe::Frame) {
        while let Ok(message) = self.receiver.try_recv() {
            self.take(ctx, message);
        }
    }

    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        let mut messages = Vec::new();
        view::root_ui(ui, &self.state, &mut messages);
        let ctx = ui.ctx().clone();
        let any = !messages.is_empty();
        for message in messages {
            self.take(&ctx, message);
        }
        if any {
            ctx.request_repaint();
        }
    }
}
