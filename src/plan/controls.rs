//! Sites of somebody else that are known to work, all at once: any two decide.

use std::net::IpAddr;

use super::View;
use crate::attempt::Attempt;
use crate::evidence::ControlState;
use crate::model::StepId;
use crate::model::dns::{Purpose, Question, RecordType, ServerRole, same_name};

/// Controls that are asked in one run.
const CONTROLS: usize = 5;
/// When the system's lookup counts as late, and public servers are asked for the controls' names, in milliseconds.
const LATE_MS: u64 = 700;
/// Public servers that are asked for them.
const SERVERS: usize = 3;

pub fn wish(view: &View<'_>, wishes: &mut Vec<Attempt>) {
    if view.progress.skips(StepId::Internet) {
        return;
    }
    let settings = &view.config().settings;
    let unresolved = view.evidence.controls.in_state(ControlState::Unresolved).next().is_some();
    let late = view.evidence.controls.all.is_empty() && view.progress.elapsed_ms >= LATE_MS;
    for (index, control) in settings.controls.iter().enumerate().take(CONTROLS) {
        wishes.push(Attempt::Control { index, ips: Vec::new() });
        wishes.extend(over_ipv6(view, index, &control.name));
        let Some(host) = crate::model::target::host_of(&control.url) else { continue };
        if !(unresolved || late) || host.parse::<IpAddr>().is_ok() {
            continue;
        }
        // The system gives no address: whether the line is dead or only its DNS, other servers' answers tell.
        let public = settings.resolvers.iter().filter(|server| server.role == ServerRole::Public);
        for server in public.filter(|server| super::page::is_worth_trying(view, server.ip_port.ip())).take(SERVERS) {
            let question = Question { name: host.clone(), record_type: RecordType::A, purpose: Purpose::Control };
            wishes.push(Attempt::Ask { server: server.clone(), question });
        }
        let ips = answered(view, &host);
        if !ips.is_empty() {
            wishes.push(Attempt::Control { index, ips });
        }
    }
}

/// Where the site fails over IPv6 alone, a control over IPv6 tells whether IPv6 works here at all.
fn over_ipv6(view: &View<'_>, index: usize, name: &str) -> Option<Attempt> {
    let fails = |ipv6: bool| {
        let mut looks = view.evidence.visits.first_looks().filter(move |sight| sight.ip().is_ipv6() == ipv6).peekable();
        looks.peek().is_some() && looks.all(|sight| sight.outcome.is_bad())
    };
    let look = view.evidence.controls.looks.iter().find(|look| look.name == name)?;
    let ip = look.ips.seen()?.iter().find(|ip| ip.is_ipv6())?;
    (index < 2 && fails(true) && !fails(false)).then(|| Attempt::Control { index, ips: vec![*ip] })
}

/// The addresses that the first answering server gave: one list, so that the wish stays the same.
fn answered(view: &View<'_>, host: &str) -> Vec<IpAddr> {
    let about = view
        .evidence
        .names
        .asked
        .iter()
        .filter(|asked| asked.question.purpose == Purpose::Control && same_name(&asked.question.name, host));
    about
        .filter_map(|asked| asked.reply.seen())
        .map(|reply| reply.ips.clone())
        .find(|ips| !ips.is_empty())
        .unwrap_or_default()
}
