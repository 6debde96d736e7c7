//! The evidence: every observation, the DNS servers side by side, every way in.

mod dns;
mod facts;
mod ways;

use egui::{Align, Layout, Ui};

use super::super::message::Message;
use super::super::state::{Proof, State};
use super::super::theme::{fonts, measure};
use super::super::widget::{control, label};

pub fn evidence_ui(ui: &mut Ui, state: &State, out: &mut Vec<Message>) {
    let Some(reading) = &state.reading else { return };
    super::path_band_ui(ui, state, true, out);
    ui.add_space(measure::SPACE_M);
    let texts = &state.texts;
    let proofs = [
        (Proof::Facts, "facts", reading.facts.len()),
        (Proof::Dns, "dns", reading.dns.len()),
        (Proof::WaysIn, "ways", reading.ways.len()),
    ];
    let names: Vec<String> = proofs
        .iter()
        .map(|(_, name, count)| format!("{} {count}", texts.get(&format!("window-proof-{name}"))))
        .collect();
    let chosen = proofs.iter().position(|(proof, ..)| *proof == state.proof).unwrap_or(0);
    let title = proofs.get(chosen).map(|(_, name, _)| texts.get(&format!("window-proof-{name}-title")));
    let title = title.unwrap_or_default();
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
        Proof::Dns => dns::dns_ui(ui, state, reading),
        Proof::WaysIn => ways::ways_ui(ui, state, reading),
    }
}
