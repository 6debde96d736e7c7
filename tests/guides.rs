//! What public guides tell visitors to do, and its place in the program: done by it, guided step by step and measured
//! afterwards, or refuted with evidence. A place that goes away fails here.

use std::path::Path;

use gatemend::model::{Remedy, StepId};
use gatemend::remedy;
use gatemend::text::Texts;

/// Where a piece of advice has its place.
enum Place {
    /// A line of the checklist does it.
    Done(StepId),
    Guided(Remedy),
    /// Told that it cannot help, with the reason.
    Refuted(&'static str),
    /// Said in so many words.
    Said(&'static str),
}

use Place::{Done, Guided, Refuted, Said};

const VISITORS: &[(&str, &[Place])] = &[
    ("reload the page", &[Done(StepId::OverTime)]),
    ("wait before reloading", &[Said("window-watch-title")]),
    ("hard reload", &[Guided(Remedy::ReloadWithoutCopy)]),
    ("clear the browser's cache", &[Guided(Remedy::ClearSiteData), Refuted("leave-browser")]),
    ("delete cookies", &[Guided(Remedy::ClearSiteData), Refuted("leave-browser"), Done(StepId::WaysIn)]),
    ("close all windows of the browser", &[Guided(Remedy::RestartBrowser)]),
    ("private window", &[Guided(Remedy::PrivateWindow)]),
    ("safe mode, without extensions", &[Guided(Remedy::ExtensionsOff)]),
    ("extensions one by one", &[Guided(Remedy::ExtensionsOff)]),
    ("another browser", &[Guided(Remedy::OtherBrowser), Done(StepId::Page)]),
    ("another device", &[Guided(Remedy::PhoneSameWifi), Guided(Remedy::PhoneMobileData)]),
    ("reinstall the browser", &[Guided(Remedy::NewProfile), Refuted("leave-browser")]),
    ("check the connection", &[Done(StepId::Internet)]),
    ("check the Wi-Fi", &[Done(StepId::Router), Guided(Remedy::ReconnectWifi)]),
    (
        "check the computer",
        &[
            Done(StepId::Device),
            Guided(Remedy::SetClock),
            Guided(Remedy::HostsLine),
            Guided(Remedy::ProxyOff),
            Guided(Remedy::VpnOff),
            Guided(Remedy::SecuritySoftware),
            Refuted("leave-security-software"),
        ],
    ),
    ("do other sites fail too", &[Done(StepId::Internet)]),
    ("restart the computer", &[Guided(Remedy::RestartComputer)]),
    ("restart router and modem", &[Guided(Remedy::RestartRouter), Refuted("leave-router")]),
    ("change DNS servers", &[Done(StepId::Dns), Guided(Remedy::ChangeDns), Refuted("leave-dns")]),
    ("clear the DNS cache", &[Guided(Remedy::FlushDns), Refuted("leave-dns")]),
    ("sign in to the network", &[Guided(Remedy::SignInToNetwork)]),
    ("tell the site", &[Said("next-send-report"), Said("window-copy-message")]),
    ("let it be", &[Said("window-watch-about")]),
];

#[test]
fn every_advice_to_visitors_has_its_place() {
    let texts = Texts::english();
    for (advice, places) in VISITORS {
        assert!(!places.is_empty(), "{advice}");
        for place in *places {
            match place {
                Done(step) => assert!(texts.has(&format!("step-{}-title", step.name())), "{advice}"),
                Guided(remedy) => {
                    let told = remedy::told(*remedy).map_or(0, |told| told.steps.len());
                    assert!(told > 0, "{advice}");
                    for number in 1..=told {
                        assert!(texts.has(&format!("remedy-{}-{number}", remedy.name())), "{advice}, step {number}");
                    }
                }
                Refuted(key) => assert!(texts.has(&format!("{key}-what")) && texts.has(&format!("{key}-why")), "{key}"),
                Said(key) => assert!(texts.has(key), "{key}"),
            }
        }
    }
}

#[test]
fn every_remedy_is_somebodys_advice() {
    for &remedy in Remedy::ALL {
        let named = |place: &Place| matches!(place, Guided(other) if *other == remedy);
        assert!(VISITORS.iter().any(|(_, places)| places.iter().any(named)), "{remedy:?}");
    }
}

#[test]
fn refutations_are_given_by_the_verdict() {
    let advice = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/diagnosis/advice.rs");
    let source = std::fs::read_to_string(advice).unwrap_or_default();
    for (_, places) in VISITORS {
        for place in *places {
            if let Refuted(key) = place {
                assert!(source.contains(&format!("\"{key}\"")), "{key}");
            }
        }
    }
}
