//! Pictures of every screen, drawn by a software renderer and kept beside the tests.
//!
//! Needs a Vulkan driver that draws on the processor (Debian: `mesa-vulkan-drivers`), and is built only when asked for:
//!
//!     TZ=UTC cargo test --features pictures --test pictures
//!
//! `UPDATE_SNAPSHOTS=1` before it writes them anew; look at each before keeping it. A picture is as kept where at most
//! [`OTHER`] of its pixels differ by more than [`SHADE`] in a channel: letters' edges differ from driver to driver.

#![expect(clippy::unwrap_used, reason = "a test stops where its world is not as described")]

#[expect(dead_code, reason = "only the case and the events of a run are looked at here")]
mod common;
#[path = "pictures/compare.rs"]
mod compare;
#[path = "pictures/screens.rs"]
mod screens;
#[expect(dead_code, reason = "pictures press and read nothing")]
#[path = "support/window.rs"]
mod support;

use eframe::egui_wgpu::{RendererOptions, WgpuSetup, WgpuSetupExisting};
use egui_kittest::wgpu::{create_render_state, default_wgpu_setup};

use compare::Picture;
use gatemend::text::Language;
use gatemend::ui::letters;

/// Share of the pixels that may differ.
const OTHER: f64 = 0.002;
/// By how much a channel may differ, of 255, without its pixel counting.
const SHADE: u8 = 40;

#[test]
fn every_screen_looks_as_kept() {
    assert_eq!(
        std::env::var("TZ").as_deref(),
        Ok("UTC"),
        "times of day stand in the pictures: TZ=UTC before the command"
    );
    let wanted = std::env::var("PICTURE").unwrap_or_default();
    let update = std::env::var_os("UPDATE_SNAPSHOTS").is_some();
    let mut wrong = Vec::new();
    let device = device();
    // Letters that the program does not ship come from the system's fonts, and are not the same on each.
    let japanese = Language::of_tag("ja").and_then(letters::find);
    if japanese.is_none() {
        eprintln!("no font with Japanese letters is here: those pictures are not compared");
    }
    for screen in screens::all().into_iter().filter(|screen| screen.name.contains(&wanted)) {
        let foreign = screen.state.texts.tag() == "ja";
        if foreign && japanese.is_none() {
            continue;
        }
        let mut harness = support::built(screen.pane, screen.state, |builder| builder.wgpu_setup(device.clone()));
        japanese.iter().filter(|_| foreign).for_each(|font| harness.ctx.add_font(font.clone()));
        // What moves has come to rest, and what asks for a frame each second is not waited for.
        harness.run_steps(8);
        let drawn = harness.render().unwrap();
        let drawn = Picture::of(drawn.dimensions(), drawn.as_raw());
        if update {
            drawn.keep(screen.name);
            continue;
        }
        match Picture::kept(screen.name).map(|kept| kept.difference(&drawn, SHADE)) {
            None => wrong.push(format!("{}: no picture is kept", screen.name)),
            Some(share) if share > OTHER => {
                wrong.push(format!("{}: {:.2} % of the pixels differ", screen.name, share * 100.0));
            }
            Some(_) => {}
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// One for all pictures: to make it takes longer than to draw.
fn device() -> WgpuSetup {
    let made = create_render_state(default_wgpu_setup(), RendererOptions::PREDICTABLE);
    let (instance, adapter, device, queue) = (made.instance, made.adapter, made.device, made.queue);
    WgpuSetup::Existing(WgpuSetupExisting { instance, adapter, device, queue })
}

#[test]
fn a_moved_part_is_a_difference_and_a_shade_is_none() {
    let size = (100, 10);
    let picture = |dark: std::ops::Range<usize>, ink: u8| Picture {
        size,
        pixels: (0..1_000).map(|at| if dark.contains(&at) { [ink; 3] } else { [250; 3] }).collect(),
    };
    let kept = picture(100..110, 20);
    assert!(kept.difference(&picture(100..110, 50), SHADE) <= OTHER);
    assert!(kept.difference(&picture(105..115, 20), SHADE) > OTHER);
    let smaller = Picture { size: (10, 10), pixels: vec![[250; 3]; 100] };
    assert!(kept.difference(&smaller, SHADE) > OTHER);
}
