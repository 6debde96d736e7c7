//! The evidence: every observation, the DNS servers side by side, every way in.

mod dns;
mod facts;
mod matrix;
mod ways;
pub mod world;

use egui::{Align, Layout, Ui};

use super::super::message::Message;
use super::super::reading::Reading;
use super::super::state::{Proof, State};
use super::super::theme::{fonts, measure};
use super::super::widget::{control, label};
use crate::model::diagnosis::Words;

pub fn evidence_ui(ui: &mut Ui, state: &State, out: &mut Vec<Message>) {
    let Some(reading) = &state.reading else { return };
    super::path_band_ui(ui, state, true, out);
    ui.add_space(measure::SPACE_M);
    let texts = &state.texts;
    let proofs = [
        (Proof::Facts, "facts", reading.facts.len()),
        (Proof::Dns, "dns", reading.dns.len()),
        (Proof::WaysIn, "ways", reading.ways.len()),
        (Proof::World, "world", reading.world.as_ref().map_or(0, |world| world.places)),
    ];
    let names: Vec<String> = proofs
        .iter()
        .map(|(_, name, count)| match (texts.get(&format!("window-proof-{name}")), count) {
            (name, 0) => name,
            (name, count) => format!("{name} {count}"),
        })
        .collect();
    let chosen = proofs.iter().position(|(proof, ..)| *proof == state.proof).unwrap_or(0);
    let title = title(state, reading);
    let choose = |ui: &mut Ui, out: &mut Vec<Message>| {
        let name = texts.get("window-tab-evidence");
        if let Some((proof, ..)) =
            control::segmented_ui(ui, &name, &names, chosen).and_then(|index| proofs.get(index).copied())
        {
            out.push(Message::ProofChosen(proof));
        }
    };
    if ui.available_width() > 700.0 {
        ui.horizontal(|ui| {
            label::heading_ui(ui, &title, fonts::TITLE);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| choose(ui, out));
        });
    } else {
        label::heading_ui(ui, &title, fonts::TITLE);
        choose(ui, out);
    }
    ui.add_space(measure::SPACE_XS);
    match state.proof {
        Proof::Facts => facts::facts_ui(ui, state, reading, out),
        Proof::Dns => dns::dns_ui(ui, state, reading, out),
        Proof::WaysIn => ways::ways_ui(ui, state, reading, out),
        Proof::World => world::world_ui(ui, state, reading, out),
    }
}

/// The headline states the pattern, not the table.
fn title(state: &State, reading: &Reading) -> String {
    let (failing, all) = reading.matrix.failing();
    let answers = reading.dns_groups.len();
    let (places, away) = reading.world.as_ref().map_or((0, 0), |world| (world.places, world.failing));
    let regions = reading.world.as_ref().map_or(&[][..], |world| &world.failing_regions);
    let words = match state.proof {
        Proof::Facts => Words::new("window-proof-facts-title"),
        Proof::Dns if answers == 1 => Words::new("window-proof-dns-same"),
        Proof::Dns if answers > 1 => Words::new("window-proof-dns-apart").with("count", answers),
        Proof::Dns => Words::new("window-proof-dns-title"),
        Proof::WaysIn if all == 0 => Words::new("window-proof-ways-title"),
        Proof::WaysIn if failing == 0 => Words::new("window-proof-ways-fine"),
        Proof::WaysIn if failing == all => Words::new("window-proof-ways-bad"),
        Proof::WaysIn => Words::new("window-proof-ways-some").with("failing", failing).with("all", all),
        Proof::World if places == 0 => Words::new("window-proof-world-title"),
        Proof::World if away == 0 => Words::new("window-proof-world-fine").with("count", places),
        Proof::World if away == places => Words::new("window-proof-world-bad").with("count", places),
        Proof::World if !regions.is_empty() => {
            Words::new("window-proof-world-regions").with("regions", state.texts.list(regions))
        }
        Proof::World => Words::new("window-proof-world-some").with("failing", away).with("count", places),
    };
    state.texts.say(&words)
}
