//! What public guides tell visitors and owners to do about a 502, each piece of advice with its place in the program: done
//! by it, guided step by step and measured afterwards, refuted with evidence, or told in its texts. A place that goes away
//! fails here.

use std::path::Path;

use gatemend::model::{Cause, Remedy, StepId};
use gatemend::remedy;
use gatemend::text::Texts;

/// Where a piece of advice has its place.
enum Place {
    /// A line of the checklist does it.
    Done(StepId),
    Guided(Remedy),
    /// Told that it cannot help, with the reason.
    Refuted(&'static str),
    /// A rule finds it out.
    Found(&'static str),
    /// The owner's advice for this cause says it, in these words.
    Advised(Cause, &'static str),
    /// Said in so many words.
    Said(&'static str),
}

use Place::{Advised, Done, Found, Guided, Refuted, Said};

/// The number in the list of advice, in short, and its places.
type Row = (u8, &'static str, &'static [Place]);

const VISITORS: &[Row] = &[
    (1, "reload the page", &[Done(StepId::OverTime)]),
    (2, "wait before reloading", &[Said("window-watch-title"), Said("next-retry-after-seconds")]),
    (
        3,
        "hard reload",
        &[
            Guided(Remedy::ReloadWithoutCopy),
            Found("error-comes-from-a-store"),
            Found("store-keeps-an-error"),
            Found("fails-past-the-store"),
            Refuted("leave-browser-past-the-store"),
        ],
    ),
    (
        4,
        "clear the browser's cache",
        &[
            Guided(Remedy::ClearSiteData),
            Refuted("leave-browser"),
            Refuted("leave-browser-stored"),
            Found("error-comes-from-a-store"),
        ],
    ),
    (5, "delete cookies", &[Guided(Remedy::ClearSiteData), Refuted("leave-browser"), Done(StepId::WaysIn)]),
    (6, "clear the cache, then reload once more", &[Guided(Remedy::ClearSiteData)]),
    (7, "close all windows of the browser", &[Guided(Remedy::RestartBrowser)]),
    (8, "private window", &[Guided(Remedy::PrivateWindow), Said("guided-open-privately")]),
    (9, "safe mode, without extensions", &[Guided(Remedy::ExtensionsOff)]),
    (10, "extensions one by one", &[Guided(Remedy::ExtensionsOff)]),
    (11, "the same with plug-ins", &[Said("remedy-extensions-off-about")]),
    (12, "another browser", &[Guided(Remedy::OtherBrowser), Done(StepId::Page), Found("another-browser-loads-it")]),
    (
        13,
        "several browsers, on computers and phones",
        &[
            Guided(Remedy::OtherBrowser),
            Guided(Remedy::PhoneSameWifi),
            Guided(Remedy::PhoneMobileData),
            Said("guided-code-about"),
        ],
    ),
    (14, "another device", &[Guided(Remedy::PhoneSameWifi), Guided(Remedy::PhoneMobileData)]),
    (15, "reinstall the browser", &[Guided(Remedy::NewProfile), Refuted("leave-browser")]),
    (16, "check the connection", &[Done(StepId::Internet), Refuted("leave-router-others")]),
    (17, "check the Wi-Fi", &[Done(StepId::Router), Guided(Remedy::ReconnectWifi), Refuted("leave-router")]),
    (
        18,
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
    (19, "do other sites fail too", &[Done(StepId::Internet)]),
    (20, "restart the computer", &[Guided(Remedy::RestartComputer), Said("guided-noticed-not-restarted")]),
    (
        21,
        "restart router and modem",
        &[Guided(Remedy::RestartRouter), Refuted("leave-router"), Said("guided-noticed-never-left")],
    ),
    (22, "change DNS servers", &[Done(StepId::Dns), Guided(Remedy::ChangeDns), Refuted("leave-dns")]),
    (
        23,
        "how DNS servers are changed, cleared and put back",
        &[Guided(Remedy::ChangeDns), Guided(Remedy::FlushDns), Said("remedy-change-dns-undo")],
    ),
    (24, "is it down for everybody", &[Done(StepId::World), Said("untested-world-why")]),
    (25, "pages that count complaints", &[Said("untested-world-why")]),
    (26, "tell the site", &[Said("next-send-report"), Said("window-copy-message"), Said("report-letter-begin-site")]),
    (27, "a detailed account of what was tried", &[Said("report-seen-tried"), Said("guided-told")]),
    (28, "what the host wants to know", &[Said("report-letter-begin-host"), Said("report-key-ids")]),
    (29, "let it be", &[Said("window-watch-about"), Refuted("leave-browser-link")]),
    (30, "is it the server", &[Done(StepId::Speaker), Done(StepId::Path)]),
    // Nobody's number, and on everybody's way.
    (0, "sign in to the network", &[Guided(Remedy::SignInToNetwork), Done(StepId::Internet)]),
];

const OWNERS: &[Row] = &[
    (31, "look into the logs", &[Done(StepId::Logs)]),
    (32, "restart the gateway", &[Refuted("leave-restart"), Refuted("leave-gateway"), Said("window-changed")]),
    (33, "restart the servers", &[Refuted("leave-restart"), Said("window-changed")]),
    (34, "a reload mends it in minutes", &[Found("configured-name-at-start"), Found("error-comes-from-a-store")]),
    (35, "verify DNS", &[Done(StepId::Dns), Found("resolvers-agree")]),
    (36, "DNS after a change", &[Done(StepId::Dns), Advised(Cause::StaleDns, "lifetime")]),
    (37, "another host, another address", &[Done(StepId::Origin), Done(StepId::WaysIn)]),
    (38, "the load balancer", &[Done(StepId::WaysIn), Done(StepId::Configuration)]),
    (39, "firewall and security", &[Done(StepId::Origin), Advised(Cause::OriginTimeoutConnect, "firewall")]),
    (40, "open the firewall", &[Advised(Cause::OriginTimeoutConnect, "never everybody")]),
    (41, "switch off plug-ins", &[Advised(Cause::OriginAppError, "half of them")]),
    (42, "what was changed lately", &[Advised(Cause::Transient, "deploys"), Found("log-after-a-start")]),
    (43, "the hosting provider", &[Said("next-owner-host"), Said("report-letter-begin-host")]),
    (44, "the delivery network", &[Said("report-letter-begin-cdn"), Said("report-key-ids")]),
    (45, "work at the host", &[Advised(Cause::EdgeInternal, "status page"), Said("next-retry-after-minutes")]),
    (46, "which vendor to call", &[Said("next-owner-dns"), Said("next-owner-host")]),
    (47, "ping", &[Done(StepId::Connect), Done(StepId::Router)]),
    (48, "traceroute", &[Done(StepId::Path)]),
    (49, "a ticket", &[Said("report-letter-begin-host"), Said("report-key-evidence")]),
    (50, "health of what is behind, settings of the proxy", &[Done(StepId::Configuration), Done(StepId::Origin)]),
    (51, "an alert", &[Said("window-notice-down"), Said("cli-watch-back")]),
    (52, "reliable hosting", &[Advised(Cause::EdgeUnreachable, "a second one")]),
    (53, "better code", &[Advised(Cause::OriginTimeoutResponse, "loop")]),
    (54, "caching", &[Advised(Cause::OriginOverloaded, "stale-if-error")]),
    (55, "a friendly page", &[Said("cli-error-page"), Said("error-page-no-retry-after")]),
    (56, "care every month, compared with before", &[Said("window-past"), Said("window-before-after")]),
    (57, "search engines", &[Advised(Cause::Maintenance, "search engines"), Said("error-page-status-lost")]),
];

fn rows() -> impl Iterator<Item = &'static Row> {
    VISITORS.iter().chain(OWNERS)
}

fn places() -> impl Iterator<Item = (&'static str, &'static Place)> {
    rows().flat_map(|(_, advice, places)| places.iter().map(move |place| (*advice, place)))
}

fn source(path: &str) -> String {
    let mut text = String::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(path)];
    while let Some(at) = folders.pop() {
        match std::fs::read_dir(&at) {
            Ok(entries) => folders.extend(entries.filter_map(|entry| Some(entry.ok()?.path()))),
            Err(_) => text += &std::fs::read_to_string(&at).unwrap_or_default(),
        }
    }
    text
}

#[test]
fn every_number_has_its_place() {
    let numbers: Vec<u8> = rows().map(|(number, ..)| *number).filter(|number| *number > 0).collect();
    assert_eq!(numbers, (1..=57).collect::<Vec<u8>>());
    assert!(rows().all(|(_, _, places)| !places.is_empty()));
}

#[test]
fn every_advice_has_its_place() {
    let (texts, rules) = (Texts::english(), source("src/diagnosis/rule"));
    for (advice, place) in places() {
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
            Found(rule) => assert!(rules.contains(&format!("id: \"{rule}\"")), "{advice}: {rule}"),
            Advised(cause, words) => {
                let said = texts.get(&format!("cause-{cause}-owner"));
                assert!(said.contains(words), "{advice}: {said}");
            }
            Said(key) => assert!(texts.has(key), "{advice}: {key}"),
        }
    }
}

#[test]
fn every_remedy_is_somebodys_advice() {
    for &remedy in Remedy::ALL {
        let named = |place: &Place| matches!(place, Guided(other) if *other == remedy);
        assert!(places().any(|(_, place)| named(place)), "{remedy:?}");
    }
}

#[test]
fn refutations_are_given_by_the_verdict() {
    let advice = source("src/diagnosis/advice.rs");
    for (_, place) in places() {
        if let Refuted(key) = place {
            assert!(advice.contains(&format!("\"{key}\"")), "{key}");
        }
    }
}
