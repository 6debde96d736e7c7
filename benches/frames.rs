//! How long a frame of the window takes with a case of 4,000 observations: the app's own update, without a graphics card.
//!
//!     cargo bench --bench frames
//!
//! Prints the middle, the 99th percentile and the longest of 400 frames while the facts, and then the report, are scrolled.

#![expect(clippy::unwrap_used, reason = "a benchmark stops where its world is not as described")]

use std::io::Write;
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use egui::{Event, Modifiers, MouseWheelUnit, RawInput, Vec2, pos2, vec2};
use gatemend::checkup::judge_anew;
use gatemend::model::ObservationId;
use gatemend::report::Format;
use gatemend::settings::Settings;
use gatemend::store::{read_case, redacted_as, rendered};
use gatemend::text::{Language, Texts};
use gatemend::ui::{Message, Preview, Reading, State, Tab, install, root_ui, update};

const OBSERVATIONS: usize = 4_000;
const FRAMES: usize = 400;

fn main() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/nginx-says-502.json");
    let mut case = judge_anew(&read_case(&path).unwrap(), &Texts::english());
    let few = case.observations.clone();
    while case.observations.len() < OBSERVATIONS {
        let mut one = few.get(case.observations.len() % few.len()).unwrap().clone();
        one.id = ObservationId::numbered(case.observations.len() + 1);
        case.observations.push(one);
    }
    let mut state = State::new(Settings::default(), Texts::english());
    update(&mut state, Message::CaseOpened("case.json".into(), Ok(Arc::new(Reading::of(case, &Texts::english())))));
    update(&mut state, Message::TabChosen(Tab::Evidence));
    measure("facts", &state);
    update(&mut state, Message::TabChosen(Tab::Report));
    let (format, hide) = (state.report.format, state.report.hide);
    let shown = redacted_as(&state.reading.as_ref().unwrap().case, hide);
    let preview = Preview::page(rendered(&shown, &Texts::english(), Format::Markdown)).into();
    update(&mut state, Message::PreviewMade { format, hide, language: Language::of_tag("en").unwrap(), preview });
    measure("report", &state);
}

/// Scrolls through a screen.
fn measure(name: &str, state: &State) {
    let ctx = egui::Context::default();
    install(&ctx);
    let mut times = Vec::new();
    for frame in 0..FRAMES {
        let wheel = Event::MouseWheel {
            unit: MouseWheelUnit::Point,
            delta: vec2(0.0, -120.0),
            phase: egui::TouchPhase::Move,
            source: egui::MouseWheelSource::Wheel,
            modifiers: Modifiers::NONE,
        };
        let input = RawInput {
            screen_rect: Some(egui::Rect::from_min_size(pos2(0.0, 0.0), Vec2::new(1100.0, 760.0))),
            time: Some(frame as f64 / 60.0),
            events: vec![Event::PointerMoved(pos2(500.0, 500.0)), wheel],
            ..RawInput::default()
        };
        let began = Instant::now();
        let mut output = ctx.run_ui(input, |ui| root_ui(ui, state, &mut Vec::new()));
        output.textures_delta.clear();
        let shapes = ctx.tessellate(output.shapes, output.pixels_per_point);
        times.push((began.elapsed(), shapes.len()));
    }
    // The first frames lay out all letters.
    let mut times: Vec<_> = times.into_iter().skip(10).map(|(time, _)| time).collect();
    times.sort();
    let at = |share: usize| times.get((times.len() - 1) * share / 100).unwrap().as_secs_f64() * 1_000.0;
    let mut screen = std::io::stdout();
    writeln!(
        screen,
        "{name}, {OBSERVATIONS} observations: middle {:.1} ms, 99 % under {:.1} ms, longest {:.1} ms",
        at(50),
        at(99),
        at(100)
    )
    .unwrap();
}
