//! The window's screens without display, graphics card or engine, for the tests that drive them.

use std::path::Path;
use std::sync::Arc;

use egui::epaint::text::{GlyphBitmap, GlyphRasterizer, RasterizedGlyph};
use egui::{Color32, ColorImage, vec2};
use egui_kittest::kittest::Queryable;
use egui_kittest::{Harness, HarnessBuilder};
use gatemend::attempt::RunConfig;
use gatemend::checkup::judge_anew;
use gatemend::logs::{Wish, summarise};
use gatemend::model::{Case, Known, Role, Seen, Target};
use gatemend::probe::scripted::World;
use gatemend::settings::Settings;
use gatemend::store::read_case;
use gatemend::text::Texts;
use gatemend::ui::{Effect, Message, Reading, State, focus_address, install, read_keys, root_ui, update};

use crate::common::{Ran, run_in};

/// The window without its engine: messages and effects are kept.
pub struct Window {
    pub state: State,
    pub messages: Vec<String>,
    /// What was wanted outside, but for the focus, which is given.
    pub effects: Vec<Effect>,
}

/// The pane that a window is drawn on: its size in points, pixels to a point, and the theme.
#[derive(Clone, Copy)]
pub struct Pane {
    pub size: (f32, f32),
    pub scale: f32,
    pub theme: egui::Theme,
}

/// Letters of Chinese and Japanese, and pictures, as squares, as wide as every font has them: a test needs no font of the system.
fn squares() -> GlyphRasterizer {
    GlyphRasterizer::new("squares", |wanted| {
        let letter = wanted.cluster.chars().next()?;
        let side = wanted.font_size_px;
        (letter >= '\u{2e80}').then(|| RasterizedGlyph {
            bitmap: GlyphBitmap {
                image: ColorImage::filled([side as usize, side as usize], Color32::WHITE),
                offset_px: vec2(0.0, -0.88 * side),
                is_color: false,
            },
            advance_px: side,
        })
    })
}

pub fn sized(width: f32, height: f32, state: State) -> Harness<'static, Window> {
    let mut harness = on(Pane { size: (width, height), scale: 1.0, theme: egui::Theme::Light }, state);
    harness.run();
    harness
}

/// Drawn once.
pub fn on(pane: Pane, state: State) -> Harness<'static, Window> {
    built(pane, state, |builder| builder)
}

/// The same with something more about the harness.
pub fn built(
    pane: Pane,
    state: State,
    more: impl FnOnce(HarnessBuilder<Window>) -> HarnessBuilder<Window>,
) -> Harness<'static, Window> {
    let draw = |ui: &mut egui::Ui, window: &mut Window| {
        // The harness leaves an edge free; a window does not.
        let whole = ui.ctx().content_rect();
        let mut ui = ui.new_child(egui::UiBuilder::new().max_rect(whole));
        ui.set_clip_rect(whole);
        let mut out = Vec::new();
        read_keys(&ui, &window.state, &mut out);
        root_ui(&mut ui, &window.state, &mut out);
        for message in out {
            window.messages.push(format!("{message:?}"));
            for effect in update(&mut window.state, message) {
                match effect {
                    Effect::FocusAddress => focus_address(ui.ctx()),
                    other => window.effects.push(other),
                }
            }
        }
    };
    let window = Window { state, messages: Vec::new(), effects: Vec::new() };
    let builder = Harness::builder()
        .with_size(egui::Vec2::from(pane.size))
        .with_pixels_per_point(pane.scale)
        .with_theme(pane.theme)
        .with_context_setup(|ctx| {
            install(ctx);
            ctx.add_glyph_rasterizer(squares());
        });
    more(builder).build_ui_state(draw, window)
}

pub fn fresh() -> State {
    State::new(Settings::default(), Texts::english())
}

pub fn window() -> Harness<'static, Window> {
    sized(1100.0, 1400.0, fresh())
}

pub fn saved(name: &str) -> Case {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases").join(name);
    judge_anew(&read_case(&path).unwrap(), &Texts::english())
}

/// A case made ready to be drawn.
pub fn reading(case: Case) -> Arc<Reading> {
    Arc::new(Reading::of(case, &Texts::english()))
}

/// The window with this case opened in it.
pub fn opened(name: &str, width: f32, height: f32) -> Harness<'static, Window> {
    let mut state = fresh();
    update(&mut state, Message::CaseOpened("case.json".into(), Ok(reading(saved(name)))));
    sized(width, height, state)
}

/// A case that the real engine made in the world of this scenario.
pub fn lived(scenario: &str) -> Case {
    ran(scenario).case
}

/// An owner's case with a day of nginx's words about php-fpm: a pool that is too small at busy times, and two more causes.
pub fn busy() -> Case {
    let mut case = lived("owner-log-connection-took-too-long.toml");
    for one in &mut case.observations {
        if let Seen::Log { log, .. } = &mut one.seen {
            *log = Known::Seen(summarise("error.log", day().as_bytes(), &Wish::default(), |_| true).unwrap());
        }
    }
    case
}

/// The lines of the day before the check, hour by hour, and of its first minutes.
fn day() -> String {
    const WORKERS: [u32; 24] = [90, 130, 92, 70, 62, 75, 91, 52, 20, 7, 1, 0, 0, 0, 0, 0, 0, 0, 1, 2, 8, 78, 110, 24];
    let about = |page: &str| {
        format!(
            ", client: 203.0.113.7, server: shop.test, request: \"GET {page} HTTP/1.1\", upstream: \
             \"fastcgi://unix:/run/php/php8.2-fpm.sock:\", host: \"shop.test\""
        )
    };
    let mut text = String::new();
    for (after, workers) in (12..).zip(WORKERS) {
        let (day, hour) = (17 + after / 24, after % 24);
        let minutes = if workers == 24 { 6 } else { 60 };
        let mut lines = |count: u32, words: &str| {
            for line in 0..count {
                let page = if line % 3 == 0 { "/search" } else { "/" };
                let (minute, second) = (line * minutes / count, line * 7 % 60);
                let time = format!("2026/11/{day} {hour:02}:{minute:02}:{second:02}");
                text.push_str(&format!("{time} [error] 71#71: *{line} {words}{}\n", about(page)));
            }
        };
        let refused = "connect() failed (111: Connection refused) while connecting to upstream";
        let late = "upstream timed out (110: Connection timed out) while reading response header from upstream";
        lines(u32::from(after % 5 == 0) + workers / 40, refused);
        lines(if after == 27 { 9 } else { workers / 6 }, late);
        let full = "connect() to unix:/run/php/php8.2-fpm.sock failed (11: Resource temporarily unavailable) while \
                    connecting to upstream";
        lines(workers, full);
    }
    text
}

/// The same with everything that happened on the way.
pub fn ran(scenario: &str) -> Ran {
    #[derive(serde::Deserialize)]
    struct Scenario {
        target: Option<String>,
        #[serde(default)]
        role: Role,
        saw: Option<String>,
        origin: Option<std::net::SocketAddr>,
        #[serde(default)]
        logs: Vec<std::path::PathBuf>,
        #[serde(default)]
        configurations: Vec<std::path::PathBuf>,
        #[serde(default)]
        vantage: bool,
        #[serde(default)]
        world: World,
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scenarios").join(scenario);
    let scenario: Scenario = toml::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let target = Target::parse(scenario.target.as_deref().unwrap_or("https://shop.test/")).unwrap();
    let mut settings = Settings::default();
    settings.vantage.enabled = scenario.vantage;
    let config = RunConfig {
        saw: scenario.saw,
        origin: scenario.origin.map(|at| (at.ip(), Some(at.port()))),
        logs: scenario.logs,
        configurations: scenario.configurations,
        ..RunConfig::new(target, scenario.role, settings)
    };
    run_in(scenario.world, config, None, |outside| outside)
}

/// Whether this stands somewhere.
pub fn says(harness: &Harness<'static, Window>, text: &str) -> bool {
    harness.query_all_by_label_contains(text).next().is_some()
}

/// Everything that is written in the window, and where it can be seen.
pub fn written(harness: &Harness<'static, Window>) -> Vec<(String, egui::Rect)> {
    fn gather(shape: &egui::Shape, clip: egui::Rect, found: &mut Vec<(String, egui::Rect)>) {
        match shape {
            egui::Shape::Text(text) => {
                found.push((text.galley.text().to_owned(), text.visual_bounding_rect().intersect(clip)));
            }
            egui::Shape::Vec(shapes) => shapes.iter().for_each(|shape| gather(shape, clip, found)),
            _ => {}
        }
    }
    let mut found = Vec::new();
    for clipped in &harness.output().shapes {
        gather(&clipped.shape, clipped.clip_rect, &mut found);
    }
    found.retain(|(_, rect)| rect.is_positive());
    found
}
