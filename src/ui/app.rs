//! The eframe application: drain messages in `logic`, draw in `ui`, carry out effects.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};

use tokio_util::sync::CancellationToken;

use egui::{ViewportBuilder, vec2};

use super::bridge;
use super::effect::Effect;
use super::keeper::Keeper;
use super::message::Message;
use super::notify::{Desktop, Notifier};
use super::preview::Preview;
use super::reading::Reading;
use super::state::{Look, Screen, State};
use super::typed::Wrong;
use super::update::update;
use super::{broke, device, dialog, files, guided, handed, keys, network, theme, view, watching};
use crate::checkup::{judge_anew, with_tried};
use crate::crash;
use crate::engine::{Engine, RunHandle, RunId};
use crate::model::{Case, Remedy, Role, Target, Tried};
use crate::report::Format;
use crate::settings::Settings;
use crate::store::window::{self, WindowMemory};
use crate::store::{self, past, watched};
use crate::text::Texts;

/// What the window opens with.
pub struct Opening {
    pub url: Option<String>,
    pub role: Role,
    /// What an owner hands over.
    pub origin: Option<String>,
    pub logs: Vec<PathBuf>,
    /// A saved case, to be shown at once.
    pub case: Option<(PathBuf, Case)>,
    /// `glow` or `wgpu`.
    pub renderer: String,
    pub memory: WindowMemory,
    /// The settings file that was named; changes are kept there.
    pub settings_file: Option<PathBuf>,
    /// Called once, when the window is open.
    pub when_open: fn(),
    /// The file about the crash of the window before this one.
    pub after_crash: Option<PathBuf>,
    /// Why the settings could not be read; the usual ones are in force.
    pub settings_unread: Option<String>,
}

struct App {
    state: State,
    engine: Engine,
    runtime: tokio::runtime::Handle,
    run: Option<RunHandle>,
    watch: Option<CancellationToken>,
    /// Ends the waiting for a network.
    awaiting: Option<CancellationToken>,
    memory: WindowMemory,
    /// Writes the settings; where there was no thread for it, they last as long as the window.
    keeper: Option<Keeper>,
    notifier: Arc<dyn Notifier>,
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
    let (width, height) = opening.memory.size.unwrap_or((1100.0, 760.0));
    let when_open = opening.when_open;
    let options = eframe::NativeOptions {
        renderer: opening.renderer.parse().unwrap_or_default(),
        viewport: ViewportBuilder::default()
            .with_title("Gatemend")
            .with_app_id("gatemend")
            .with_icon(icon())
            .with_inner_size(vec2(width.max(440.0), height.max(380.0)))
            .with_clamp_size_to_monitor_size(true)
            .with_min_inner_size(vec2(440.0, 380.0)),
        ..eframe::NativeOptions::default()
    };
    let opened = eframe::run_native(
        "Gatemend",
        options,
        Box::new(move |cx| {
            theme::install(&cx.egui_ctx);
            let mut app = App::new(&cx.egui_ctx, engine, runtime, settings, opening);
            apply(&cx.egui_ctx, app.state.look);
            app.remember();
            app.carry_out(&cx.egui_ctx, Effect::ListPast);
            when_open();
            Ok(Box::new(app))
        }),
    );
    opened.map_err(|error| error.to_string())
}

/// The program's mark for title bar and task bar; without one, the system's usual icon.
fn icon() -> egui::IconData {
    eframe::icon_data::from_png_bytes(include_bytes!("../../assets/icon/gatemend.png")).unwrap_or_default()
}

impl App {
    fn new(
        ctx: &egui::Context,
        engine: Engine,
        runtime: tokio::runtime::Handle,
        settings: Settings,
        opening: Opening,
    ) -> Self {
        let (sender, receiver) = channel();
        let mut state = State::new(settings, Texts::english());
        state.role = opening.role;
        state.browsers = device::installed();
        state.typed = opening.url.unwrap_or_default();
        if let Some((path, case)) = opening.case {
            let reading = read_anew(&case, &state.texts);
            // Nothing runs yet that would have to be stopped.
            update(&mut state, Message::CaseOpened(path, Ok(reading)));
        }
        let memory = WindowMemory { renderer: Some(opening.renderer), ..opening.memory };
        state.look = Look { dark: memory.dark, still: memory.still, zoom: memory.zoom.unwrap_or(1.0).clamp(0.8, 2.5) };
        state.settings_file.clone_from(&opening.settings_file);
        let keeper = keeper(ctx, opening.settings_file, &sender).ok();
        broke::listen(ctx, &sender);
        let crash = opening.after_crash.map(|file| Message::Broke(Some(file)));
        for message in opening.settings_unread.map(Message::SettingsUnread).into_iter().chain(crash) {
            update(&mut state, message);
        }
        state.handed.origin = opening.origin.unwrap_or_default();
        let notifier = Arc::new(Desktop);
        let (run, watch, awaiting) = (None, None, None);
        let mut app = App { state, engine, runtime, run, watch, awaiting, memory, keeper, notifier, sender, receiver };
        if !opening.logs.is_empty() {
            app.take(ctx, Message::LogsHanded(opening.logs));
        }
        app
    }

    fn take(&mut self, ctx: &egui::Context, message: Message) {
        for effect in update(&mut self.state, message) {
            self.carry_out(ctx, effect);
        }
    }

    fn carry_out(&mut self, ctx: &egui::Context, effect: Effect) {
        match effect {
            Effect::StartRun(config) => self.start(ctx, *config),
            Effect::FocusAddress => keys::focus_address(ctx),
            Effect::StopRun => {
                if let Some(run) = &self.run {
                    run.stop();
                }
            }
            Effect::DropRun => {
                self.run = None;
                self.stop_awaiting();
            }
            Effect::AwaitNetwork(run) => self.await_network(ctx, run),
            Effect::ReadSaw(text) => {
                let texts = self.state.texts.clone();
                self.aside(ctx, move || Message::SawRead { said: recognised(&text, &texts), text });
            }
            Effect::GlanceLog(path) => {
                let texts = self.state.texts.clone();
                self.aside(ctx, move || Message::LogGlanced(path.clone(), handed::glance(&path, &texts)));
            }
            Effect::ChooseLogs => self.choose(ctx, dialog::logs(), Message::LogsHanded),
            Effect::CopyText(text) => ctx.copy_text(text),
            Effect::MakeTicket(case, hide) => {
                let texts = self.state.texts.clone();
                self.aside(ctx, move || Message::TextCopied(files::rendered(&case, &texts, Format::Text, hide)));
            }
            Effect::OpenUrl(url) => ctx.open_url(egui::OpenUrl::new_tab(url)),
            Effect::OpenPrivately(browser, url) => {
                let why = self.state.texts.get("guided-not-opened");
                self.aside(ctx, move || match device::open_privately(browser, &url) {
                    Ok(()) => Message::ToastGone,
                    Err(_) => Message::NotOpened(why),
                });
            }
            Effect::Measure(remedy, target) => self.measure(ctx, remedy, *target),
            Effect::Record(case, tried) => {
                let texts = self.state.texts.clone();
                let at = self.engine.outside().clock.now().round(jiff::Unit::Second).unwrap_or_default();
                let tried = Tried { at: at.to_string(), ..tried };
                let reading = move || Arc::new(Reading::of(with_tried(&case, tried, &texts), &texts));
                self.aside(ctx, move || Message::TriedRecorded(reading()));
            }
            Effect::StartWatch(watch, target) => {
                let stop = CancellationToken::new();
                self.watch = Some(stop.clone());
                let wake = ctx.clone();
                let (settings, outside) = (self.state.settings.clone(), self.engine.outside().clone());
                let (sender, wake) = (self.sender.clone(), move || wake.request_repaint());
                self.runtime.spawn(watching::follow(settings, outside, (watch, *target), stop, sender, wake));
            }
            Effect::StopWatch => {
                if let Some(watch) = self.watch.take() {
                    watch.cancel();
                }
            }
            Effect::ExportWatch(target, path) => {
                let nothing = self.state.texts.get("window-watch-nothing-kept");
                self.aside(ctx, move || Message::WatchExported(watching::save(&target, &path, nothing)));
            }
            Effect::Notify(notice) => {
                let notifier = self.notifier.clone();
                self.aside(ctx, move || Message::Notified(notifier.show(&notice)));
            }
            Effect::MakePreview { case, format, hide } => {
                let texts = self.state.texts.clone();
                // The page's words are those of its Markdown form, which can be drawn here.
                let shown = if format == Format::Html { Format::Markdown } else { format };
                self.aside(ctx, move || Message::PreviewMade {
                    format,
                    hide,
                    preview: Arc::new(Preview::of(files::rendered(&case, &texts, shown, hide))),
                });
            }
            Effect::SaveReport { case, path, hide } => {
                let texts = self.state.texts.clone();
                self.aside(ctx, move || Message::Saved(files::save_report(&case, &texts, &path, hide)));
            }
            Effect::ListPast => self.aside(ctx, files::listed),
            Effect::KeepPast(case) => self.aside(ctx, move || {
                // A full disk must not hide the verdict; the list then lacks this one.
                let kept = past::folder().map_or(Ok(()), |folder| past::keep(&folder, &case).map(|_| ()));
                kept.map_or_else(|error| Message::PastNotKept(error.to_string()), |()| files::listed())
            }),
            Effect::OpenCase(path) => {
                let texts = self.state.texts.clone();
                self.aside(ctx, move || {
                    let read = store::read_case(&path).map(|case| read_anew(&case, &texts));
                    Message::CaseOpened(path, read.map_err(|error| error.to_string()))
                });
            }
            Effect::DeletePast(path) => self.aside(ctx, move || {
                if let Some(folder) = past::folder() {
                    past::delete(&folder, &path);
                }
                files::listed()
            }),
            Effect::DeleteAllPast => self.aside(ctx, || {
                if let Some(folder) = past::folder() {
                    past::delete_all(&folder);
                }
                if let Some(folder) = watched::folder() {
                    watched::delete_all(&folder);
                }
                files::listed()
            }),
            Effect::SaveSettings(settings) => {
                // The engine takes them with the next run.
                match &self.keeper {
                    Some(keeper) => keeper.keep(*settings),
                    None => {
                        let error = self.state.texts.get("window-settings-not-kept");
                        self.aside(ctx, || Message::SettingsKept(Err(error)));
                    }
                }
            }
            Effect::Apply(look) => {
                apply(ctx, look);
                self.remember();
            }
            Effect::ChooseReport(path) => self.choose(ctx, dialog::save(&path), Message::ReportPathEdited),
            Effect::ChooseCase => self.choose(ctx, dialog::open(), Message::FileDropped),
        }
    }

    /// Keeps look, size and renderer for the next start.
    fn remember(&mut self) {
        let Look { dark, still, zoom } = self.state.look;
        self.memory = WindowMemory { dark, still, zoom: Some(zoom), ..self.memory.clone() };
        let memory = self.memory.clone();
        self.runtime.spawn_blocking(move || {
            if let Some(file) = window::file() {
                // A window that is forgotten opens as it did at first.
                let _ = window::remember(&file, &memory);
            }
        });
    }

    /// Waits for the system's file dialog beside the frames. Where none opens (portals hang), the path's field is there.
    fn choose<T>(
        &self,
        ctx: &egui::Context,
        chosen: impl Future<Output = Option<T>> + Send + 'static,
        message: fn(T) -> Message,
    ) where
        T: Send + 'static,
    {
        let (sender, wake) = (self.sender.clone(), ctx.clone());
        self.runtime.spawn(async move {
            if let Some(chosen) = chosen.await {
                let _ = sender.send(message(chosen));
                wake.request_repaint();
            }
        });
    }

    fn measure(&self, ctx: &egui::Context, remedy: Remedy, target: Target) {
        let (settings, outside) = (self.state.settings.clone(), self.engine.outside().clone());
        let (sender, wake) = (self.sender.clone(), ctx.clone());
        self.runtime.spawn(async move {
            let measured = guided::measure(&settings, &outside, &target, remedy).await;
            let _ = sender.send(Message::GuidedMeasured(remedy, measured));
            wake.request_repaint();
        });
    }

    fn stop_awaiting(&mut self) {
        if let Some(awaiting) = self.awaiting.take() {
            awaiting.cancel();
        }
    }

    fn await_network(&mut self, ctx: &egui::Context, run: RunId) {
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

    fn start(&mut self, ctx: &egui::Context, config: crate::attempt::RunConfig) {
        self.stop_awaiting();
        let wake = ctx.clone();
        match bridge::sink(self.sender.clone(), self.state.texts.clone(), move || wake.request_repaint()) {
            Ok(sink) => {
                let handle = self.engine.start(config, sink);
                self.state.run = Some(handle.id());
                self.run = Some(handle);
            }
            Err(error) => {
                self.state.running = false;
                self.state.typed_error = Some(Wrong { why: error.to_string(), meant: None });
                self.state.screen = Screen::Start;
            }
        }
    }

    /// Disks may be slow, and redaction reads the whole case: neither holds up a frame.
    fn aside(&self, ctx: &egui::Context, work: impl FnOnce() -> Message + Send + 'static) {
        let (sender, wake) = (self.sender.clone(), ctx.clone());
        self.runtime.spawn_blocking(move || {
            // Nobody listens any more once the window is closed.
            let _ = sender.send(work());
            wake.request_repaint();
        });
    }
}

fn keeper(ctx: &egui::Context, file: Option<PathBuf>, sender: &Sender<Message>) -> std::io::Result<Keeper> {
    let (sender, wake) = (sender.clone(), ctx.clone());
    let save =
        move |settings: &Settings| store::save_settings(settings, file.as_deref()).map_err(|error| error.to_string());
    Keeper::new(save, move |kept| {
        let _ = sender.send(Message::SettingsKept(kept));
        wake.request_repaint();
    })
}

/// Who speaks in a pasted text, if anybody is recognised.
fn recognised(text: &str, texts: &Texts) -> Option<String> {
    let read = crate::signature::paste::read(text);
    let found = crate::signature::identify(&crate::signature::Material::from(&read));
    let names: Vec<String> = found.speakers.into_iter().map(|speaker| speaker.name).collect();
    let words = crate::model::diagnosis::Words::new("window-saw-said").with("names", names.join(", "));
    (!names.is_empty()).then(|| texts.say(&words))
}

/// Judged by today's rules, and made ready to be drawn.
fn read_anew(case: &Case, texts: &Texts) -> Arc<Reading> {
    Arc::new(Reading::of(judge_anew(case, texts), texts))
}

fn apply(ctx: &egui::Context, look: Look) {
    ctx.set_theme(match look.dark {
        None => egui::ThemePreference::System,
        Some(true) => egui::ThemePreference::Dark,
        Some(false) => egui::ThemePreference::Light,
    });
    ctx.set_zoom_factor(look.zoom);
    ctx.all_styles_mut(|style| style.animation_time = if look.still { 0.0 } else { 0.12 });
}

impl eframe::App for App {
    fn logic(&mut self, ctx: &egui::Context, _frame: &mut eframe::Frame) {
        crash::break_if_wanted("window", &self.state.typed);
        while let Ok(message) = self.receiver.try_recv() {
            self.take(ctx, message);
        }
        let viewport = ctx.input(|input| input.viewport().clone());
        if let Some(inner) = viewport.inner_rect.filter(|_| viewport.maximized != Some(true)) {
            self.memory.size = Some((inner.width(), inner.height()));
        }
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        if let Some(file) = window::file() {
            let _ = window::remember(&file, &self.memory);
        }
    }

    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        let mut messages = Vec::new();
        keys::read(ui, &self.state, &mut messages);
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_icon_is_a_picture() {
        let icon = icon();
        assert_eq!((icon.width, icon.height), (256, 256));
        // The corners are round, the middle is drawn.
        let alpha = |x: usize, y: usize| icon.rgba[(y * 256 + x) * 4 + 3];
        assert_eq!((alpha(0, 0), alpha(128, 128)), (0, 255));
    }
}
