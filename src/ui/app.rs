//! The eframe application: drain messages in `logic`, draw in `ui`, carry out effects.

mod tasks;

use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};

use tokio_util::sync::CancellationToken;

use egui::epaint::text::FontInsert;
use egui::{ViewportBuilder, vec2};

use super::bridge::{self, Voice};
use super::claims::Claims;
use super::effect::Effect;
use super::glances::Glances;
use super::keeper::Keeper;
use super::language::needs_letters;
use super::message::Message;
use super::notify::{Desktop, Notifier};
use super::preview::Preview;
use super::reading::Reading;
use super::start::{Opening, icon, keeper, read_anew};
use super::state::{Look, Screen, State};
use super::theme::letters;
use super::typed::Wrong;
use super::update::update;
use super::{broke, device, dialog, files, guided, handed, keys, motion, place, theme, view, watching};
use crate::checkup::with_tried;
use crate::crash;
use crate::engine::{Engine, RunHandle};
use crate::model::Tried;
use crate::report::Format;
use crate::settings::Settings;
use crate::store::window::{self, WindowMemory};
use crate::store::{self, past, watched};
use crate::text::{Language, Texts};

struct App {
    state: State,
    engine: Engine,
    runtime: tokio::runtime::Handle,
    run: Option<RunHandle>,
    watch: Option<CancellationToken>,
    /// Ends the waiting for a network.
    awaiting: Option<CancellationToken>,
    /// The router that is followed while a remedy is tried.
    router: Option<CancellationToken>,
    memory: WindowMemory,
    /// What tells other windows which case this one shows.
    claims: Claims,
    /// Writes the settings; where there was no thread for it, they last as long as the window.
    keeper: Option<Keeper>,
    glances: Glances,
    notifier: Arc<dyn Notifier>,
    /// What is spoken, for a check that is running.
    voice: Voice,
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
        // Its own would be waited for within a frame.
        system_font_fallback: false,
        ..eframe::NativeOptions::default()
    };
    // Looked for while the window opens: no frame waits for it.
    let language = settings.texts().spoken();
    let find = move || needs_letters(language).then(|| letters::find(language));
    let letters = std::thread::Builder::new().name("gatemend-letters".to_owned()).spawn(find).ok();
    let opened = eframe::run_native(
        "Gatemend",
        options,
        Box::new(move |cx| {
            theme::install(&cx.egui_ctx);
            place::restore(cx, opening.memory.place);
            let letters = letters.and_then(|thread| thread.join().ok()).flatten();
            let mut app = App::new(&cx.egui_ctx, engine, runtime, settings, opening, letters);
            let ctx = cx.egui_ctx.clone();
            app.runtime.spawn_blocking(move || letters::all_scripts(&ctx));
            app.apply(&cx.egui_ctx);
            let tell = app.teller(&cx.egui_ctx);
            motion::ask(move || tell(Message::SystemIsStill));
            app.remember();
            app.carry_out(&cx.egui_ctx, Effect::ListPast);
            when_open();
            Ok(Box::new(app))
        }),
    );
    opened.map_err(|error| error.to_string())
}

impl App {
    fn new(
        ctx: &egui::Context,
        engine: Engine,
        runtime: tokio::runtime::Handle,
        settings: Settings,
        opening: Opening,
        letters: Option<Option<FontInsert>>,
    ) -> Self {
        let (sender, receiver) = channel();
        let mut state = State::new(settings.clone(), settings.texts());
        if let Some(found) = letters {
            state.letters.insert(state.texts.tag(), found.is_some());
            match found {
                Some(font) => ctx.add_font(font),
                // Said in the settings; boxes in the place of letters would tell nobody anything.
                None => state.texts = Texts::english(),
            }
        }
        state.role = opening.role;
        state.browsers = device::installed();
        state.has_network_settings = device::has_network_settings();
        state.typed = opening.url.unwrap_or_default();
        let mut opened = None;
        if let Some((path, case)) = opening.case {
            opened = Some(path.clone());
            let reading = read_anew(&case, &state.texts);
            // Nothing runs yet that would have to be stopped.
            update(&mut state, Message::CaseOpened(path, Ok(reading)));
        }
        let memory = WindowMemory { renderer: Some(opening.renderer), ..opening.memory };
        state.look = Look { dark: memory.dark, still: memory.still, zoom: memory.zoom.unwrap_or(1.0).clamp(0.8, 2.5) };
        let voice = Arc::new(Mutex::new(state.texts.clone()));
        state.settings_file.clone_from(&opening.settings_file);
        let keeper = keeper(ctx, (state.settings.clone(), opening.settings_file), voice.clone(), &sender).ok();
        broke::listen(ctx, &sender);
        let crash = opening.after_crash.map(|file| Message::Broke(Some(file)));
        for message in opening.settings_unread.map(Message::SettingsUnread).into_iter().chain(crash) {
            update(&mut state, message);
        }
        state.handed.origin = opening.origin.unwrap_or_default();
        let notifier = Arc::new(Desktop);
        let (run, watch, awaiting, router) = (None, None, None, None);
        let mut app = App {
            state,
            engine,
            runtime,
            run,
            watch,
            awaiting,
            router,
            memory,
            claims: Claims::default(),
            keeper,
            glances: Glances::default(),
            notifier,
            voice,
            sender,
            receiver,
        };
        if let Some(path) = opened {
            app.carry_out(ctx, Effect::ClaimCase(path));
        }
        if !opening.logs.is_empty() {
            app.take(ctx, Message::LogsHanded(opening.logs));
        }
        app
    }

    fn take(&mut self, ctx: &egui::Context, message: Message) {
        let effects = update(&mut self.state, message);
        self.voice.lock().unwrap_or_else(PoisonError::into_inner).clone_from(&self.state.texts);
        for effect in effects {
            self.carry_out(ctx, effect);
        }
        let goes_on = self.state.guided.as_ref().is_some_and(|guided| !matches!(guided.phase, guided::Phase::Over(_)));
        if let Some(router) = self.router.take_if(|_| !goes_on) {
            router.cancel();
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
                self.claims.release();
            }
            Effect::ClaimCase(path) => {
                let tell = self.teller(ctx);
                self.claims.take(&self.runtime, path, move || tell(Message::CaseIsElsewhere));
            }
            Effect::AwaitNetwork(run) => self.await_network(ctx, run),
            Effect::ReadSaw(text) => {
                let texts = self.state.texts.clone();
                self.aside(ctx, move || Message::SawRead { said: handed::recognised(&text, &texts), text });
            }
            Effect::ReadSawFile(path) => self
                .aside(ctx, move || Message::SawFileRead(store::handed_text(&path).map_err(|error| error.to_string()))),
            Effect::GlanceLog(path) => {
                let read = self.glances.begin(path, &self.state.texts, &self.sender, ctx);
                self.aside(ctx, read);
            }
            Effect::StopGlance(path) => self.glances.stop(&path),
            Effect::ChooseLogs => self.choose(ctx, dialog::logs(), Message::LogsHanded),
            Effect::CopyText(text) => ctx.copy_text(text),
            Effect::MakeTicket(case, hide, language) => self.aside(ctx, move || {
                Message::TextCopied(files::rendered(&case, &Texts::of(language), Format::Text, hide))
            }),
            Effect::MakeLetter(case, place, language) => {
                self.aside(ctx, move || Message::TextCopied(files::letter(&case, &Texts::of(language), place)));
            }
            Effect::OpenUrl(url) => ctx.open_url(egui::OpenUrl::new_tab(url)),
            Effect::OpenNetworkSettings => {
                self.launch(ctx, "window-network-settings-failed", device::open_network_settings);
            }
            Effect::OpenPrivately(browser, url) => {
                self.launch(ctx, "guided-not-opened", move || device::open_privately(browser, &url));
            }
            Effect::Measure(remedy, case) => self.measure(ctx, remedy, case),
            Effect::FollowRouter(remedy, ip) => self.follow_router(ctx, remedy, ip),
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
                self.runtime.spawn(watching::follow(
                    settings,
                    outside,
                    (watch, *target),
                    stop,
                    self.voice.clone(),
                    sender,
                    wake,
                ));
            }
            Effect::StopWatch => {
                if let Some(watch) = self.watch.take() {
                    watch.cancel();
                }
            }
            Effect::ExportWatch(target, path) => {
                let texts = self.state.texts.clone();
                self.aside(ctx, move || Message::WatchExported(watching::save(&target, &path, &texts)));
            }
            Effect::Notify(notice) => {
                let notifier = self.notifier.clone();
                self.aside(ctx, move || Message::Notified(notifier.show(&notice)));
            }
            Effect::MakePreview { case, format, hide, language } => {
                // The page's words are those of its Markdown form, which can be drawn here.
                self.aside(ctx, move || {
                    let rendered = |shown| files::rendered(&case, &Texts::of(language), shown, hide);
                    let preview = match format {
                        Format::Html => Preview::page(rendered(Format::Markdown)),
                        other => Preview::of(rendered(other)),
                    };
                    Message::PreviewMade { format, hide, language, preview: Arc::new(preview) }
                });
            }
            Effect::SaveReport { case, path, hide, language } => {
                let texts = move || Texts::of(language);
                self.aside(ctx, move || Message::Saved(files::save_report(&case, &texts(), &path, hide)));
            }
            Effect::Speak(language) => self.aside_with_letters(ctx, language, true),
            Effect::SeekLetters(language) => self.aside_with_letters(ctx, language, false),
            Effect::Reread(case) => {
                let texts = self.state.texts.clone();
                self.aside(ctx, move || Message::Reread(case.clone(), read_anew(&case, &texts)));
            }
            Effect::ListPast => self.aside_then_list(ctx, || ()),
            Effect::KeepPast(case) => {
                let texts = self.state.texts.clone();
                self.aside(ctx, move || {
                    // A full disk must not hide the verdict; the list then lacks this one.
                    let kept = past::folder().map_or(Ok(()), |folder| past::keep(&folder, &case).map(|_| ()));
                    let failed = |error: store::StoreError| Message::PastNotKept(texts.say(&error.words()));
                    kept.map_or_else(failed, |()| files::listed(&texts))
                });
            }
            Effect::OpenCase(path) => {
                let texts = self.state.texts.clone();
                self.aside(ctx, move || {
                    let read = store::read_case(&path).map(|case| read_anew(&case, &texts));
                    Message::CaseOpened(path, read.map_err(|error| texts.say(&error.words())))
                });
            }
            Effect::ReadBeside(case, paths) => {
                let texts = self.state.texts.clone();
                self.aside(ctx, move || Message::BesideRead(super::beside::read(&case, &paths, &texts)));
            }
            Effect::DeletePast(path) => self.aside_then_list(ctx, move || {
                if let Some(folder) = past::folder() {
                    past::delete(&folder, &path);
                }
            }),
            Effect::DeleteAllPast => self.aside_then_list(ctx, || {
                if let Some(folder) = past::folder() {
                    past::delete_all(&folder);
                }
                if let Some(folder) = watched::folder() {
                    watched::delete_all(&folder);
                }
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
            Effect::Apply => {
                self.apply(ctx);
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

    fn stop_awaiting(&mut self) {
        self.awaiting.take().into_iter().for_each(|awaiting| awaiting.cancel());
    }

    fn start(&mut self, ctx: &egui::Context, config: crate::attempt::RunConfig) {
        self.stop_awaiting();
        let wake = ctx.clone();
        match bridge::sink(self.sender.clone(), self.voice.clone(), move || wake.request_repaint()) {
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

    /// The same, and then the list of past check-ups as it is now.
    fn aside_then_list(&self, ctx: &egui::Context, work: impl FnOnce() + Send + 'static) {
        let texts = self.state.texts.clone();
        self.aside(ctx, move || {
            work();
            files::listed(&texts)
        });
    }

    /// Brings the letters of this language, and then its messages, where they are wanted.
    fn aside_with_letters(&self, ctx: &egui::Context, language: &'static Language, speak: bool) {
        let drawn = !needs_letters(language) || self.state.letters.get(language.tag) == Some(&true);
        let fonts = ctx.clone();
        self.aside(ctx, move || {
            let found = if drawn { None } else { letters::find(language) };
            let seen = drawn || found.is_some();
            if let Some(font) = found {
                fonts.add_font(font);
            }
            if speak && seen { Message::Spoken(Texts::of(language)) } else { Message::LettersSeen(language, seen) }
        });
    }
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
            self.memory.place = place::now(ctx);
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
