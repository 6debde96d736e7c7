//! What the readers of a report ask for first, in one order for all formats.

use jiff::{SignedDuration, Timestamp};

use super::Report;
use super::also::shown_ip;
use super::clean::line;
use super::facts::Facts;
use super::ticket::asked;
use super::words::Speech;
use crate::model::ip::{IpClass, class};
use crate::model::visit::{Via, Visit, VisitPurpose};
use crate::model::{Case, Diagnosis, Fault, Known, Seen};

/// One line: its key, its value where something was seen, and whether the value is to be copied as it is.
pub struct Row {
    pub key: &'static str,
    pub value: Option<String>,
    pub is_code: bool,
}

/// The lines, most wanted first.
pub fn rows(report: &Report, facts: &Facts, speech: &Speech) -> Vec<Row> {
    let case = report.case;
    let code = |key, value| Row { key, value, is_code: true };
    let words = |key, value| Row { key, value, is_code: false };
    // Where nothing is decided, no single reason is the evidence.
    let first_reason = |found: &Diagnosis| found.because.first().map(|reason| line(&reason.text));
    let evidence = case.diagnosis.as_ref().map(|found| {
        let reason = if found.fault == Fault::Unknown { None } else { first_reason(found) };
        reason.unwrap_or_else(|| line(&found.headline))
    });
    vec![
        words("report-key-time", Some(facts.answered.clone().unwrap_or_else(|| facts.started.clone()))),
        code("report-key-page", Some(facts.page.clone())),
        words("report-key-answer", facts.answer.clone()),
        words("report-key-looks", looks(case, speech)),
        words("report-key-speaker", report.speaker_line.as_deref().map(line)),
        code("report-key-ids", facts.request_ids_line()),
        code("report-key-ips", facts.ips_line()),
        words("report-key-client", Some(client(case, speech))),
        code("report-key-server", facts.server.clone()),
        words("report-key-certificate", facts.certificate.clone()),
        words("report-key-evidence", evidence),
        words("report-key-asked", Some(asked(case, speech))),
    ]
}

/// How many looks at the page failed, and from when to when they were taken.
fn looks(case: &Case, speech: &Speech) -> Option<String> {
    let is_fine = case.diagnosis.as_ref().is_some_and(|found| found.is_fine());
    let pages = case.observations.iter().filter_map(|observation| match &observation.seen {
        Seen::Visit { visit } if matches!(visit.purpose, VisitPurpose::Page | VisitPurpose::Repeat(_)) => {
            Some((observation, failed(visit, is_fine)?))
        }
        _ => None,
    });
    let pages: Vec<_> = pages.collect();
    let from = pages.iter().map(|(observation, _)| observation.at_ms.saturating_sub(observation.took_ms)).min()?;
    let to = pages.iter().map(|(observation, _)| observation.at_ms).max()?;
    let bad = pages.iter().filter(|(_, failed)| *failed).count();
    let window = window(&case.started, from, to, speech)?;
    let values = [("bad", bad.to_string()), ("count", pages.len().to_string()), ("window", window)];
    Some(speech.say("report-looks", &values.each_ref().map(|(name, value)| (*name, value.as_str()))))
}

/// `2026-11-24 10:02:11 to 10:02:19 UTC`.
fn window(started: &str, from_ms: u64, to_ms: u64, speech: &Speech) -> Option<String> {
    let from = moment(started, from_ms)?.strftime("%Y-%m-%d %H:%M:%S").to_string();
    let to = moment(started, to_ms)?.strftime("%Y-%m-%d %H:%M:%S").to_string();
    let (day, time_of_day) = to.split_once(' ')?;
    let window = match () {
        () if from == to => from,
        () if from.starts_with(day) => speech.span(&from, time_of_day),
        () => speech.span(&from, &to),
    };
    Some(format!("{window} UTC"))
}

fn moment(started: &str, after_ms: u64) -> Option<Timestamp> {
    let started: Timestamp = started.parse().ok()?;
    started.checked_add(SignedDuration::from_millis(i64::try_from(after_ms).ok()?)).ok()
}

/// Whether the visit failed; `None` where this program broke it off, which says nothing.
fn failed(visit: &Visit, is_fine: bool) -> Option<bool> {
    let trace = &visit.trace;
    // A refusal that the verdict calls deliberate is no failure.
    let worst = if is_fine { 499 } else { 399 };
    let ended_badly = [trace.tcp.failed(), trace.tunnel.failed(), trace.tls.failed(), trace.http.failed()];
    match (&trace.http, ended_badly.into_iter().flatten().next()) {
        (Known::Seen(answer), _) => Some(answer.status > worst || answer.body_failure.is_some()),
        (_, Some(failure)) => (!failure.is_our_own()).then_some(true),
        (_, None) => None,
    }
}

/// What is known of whoever asked: the families of addresses, the own address, a proxy, and the name in the logs.
fn client(case: &Case, speech: &Speech) -> String {
    let visits = || {
        case.observations.iter().filter_map(|observation| match &observation.seen {
            Seen::Visit { visit } => Some(&**visit),
            _ => None,
        })
    };
    let (v4, v6) = (visits().any(|visit| visit.ip_port.is_ipv4()), visits().any(|visit| visit.ip_port.is_ipv6()));
    let family = match (v4, v6) {
        (true, false) => "IPv4",
        (false, true) => "IPv6",
        (true, true) => "IPv4, IPv6",
        (false, false) => "",
    };
    let own = match visits().find_map(|visit| match &visit.via {
        Via::Proxy(proxy) => Some(format!("{}:{}", line(&proxy.host), proxy.port)),
        Via::Direct => None,
    }) {
        Some(proxy) => speech.say("report-client-proxy", &[("proxy", &proxy)]),
        None => own_ips(case, (v4, v6), speech),
    };
    let values = [("family", family), ("own", &own), ("version", &line(&case.app.version))];
    speech.say(if family.is_empty() { "report-client-no-visit" } else { "report-client" }, &values)
}

fn own_ips(case: &Case, (v4, v6): (bool, bool), speech: &Speech) -> String {
    let networks = case.observations.iter().filter_map(|observation| match &observation.seen {
        Seen::Network { network } => network.seen(),
        _ => None,
    });
    let interfaces: Vec<_> =
        networks.flat_map(|network| &network.interfaces).filter(|one| one.up && !one.loopback).collect();
    if interfaces.is_empty() {
        return speech.get("report-client-unknown");
    }
    let wanted = interfaces.iter().flat_map(|one| &one.ips).filter(|ip| if ip.is_ipv4() { v4 } else { v6 });
    let public = wanted.filter(|ip| class(**ip) == IpClass::Public).take(3);
    let shown: Vec<String> = public.map(|ip| shown_ip(*ip, case, speech)).collect();
    match shown.is_empty() {
        true => speech.get("report-client-private"),
        false => speech.say("report-client-public", &[("ips", &speech.list(&shown))]),
    }
}
