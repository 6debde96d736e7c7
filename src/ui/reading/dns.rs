//! The answers of all DNS servers side by side.

use std::collections::BTreeSet;
use std::net::IpAddr;

use super::status_of;
use crate::evidence::{Agreement, Evidence, Sight};
use crate::model::StepStatus;
use crate::model::diagnosis::Words;
use crate::model::dns::{Purpose, ServerRole};
use crate::model::visit::VisitPurpose;
use crate::report::words::{Speech, outcome};
use crate::text::{Texts, duration_ms};

/// One server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DnsRow {
    pub server: String,
    pub role: String,
    pub ip: String,
    pub transport: String,
    pub answer: String,
    /// Which of the different answers this is: 0 for the first.
    pub group: Option<usize>,
    pub ttl: String,
    pub ms: Option<u64>,
    pub status: StepStatus,
    pub word: String,
}

/// One of the different answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DnsGroup {
    /// The addresses.
    pub ips: String,
    /// How the page ends there; failed where it was not tried.
    pub status: StepStatus,
    /// How the page ends there, and how many servers give this answer.
    pub about: String,
}

/// The different answers, in the order of their letters.
pub fn groups(rows: &[DnsRow], evidence: &Evidence<'_>, texts: &Texts) -> Vec<DnsGroup> {
    let count = rows.iter().filter_map(|row| row.group).max().map_or(0, |last| last + 1);
    let of = |group: usize| {
        let mut given = rows.iter().filter(|row| row.group == Some(group));
        let servers = given.clone().count();
        let ips = given.next().map(|row| row.answer.clone()).unwrap_or_default();
        let is_there = |sight: &&Sight<'_>| ips.split(", ").any(|ip| ip == sight.ip().to_string());
        let is_page = |sight: &&Sight<'_>| sight.visit.purpose == VisitPurpose::Page;
        let is_control = |sight: &Sight<'_>| sight.visit.purpose == VisitPurpose::Control;
        let tried = || evidence.visits.all.iter().filter(is_there).filter(|sight| !is_control(sight));
        // The page itself, where it was asked for there.
        let sight = tried().find(is_page).or_else(|| tried().next());
        let words = match sight {
            Some(sight) => Words::new("window-dns-group")
                .with("outcome", outcome(sight.visit, &Speech::new(texts)))
                .with("time", duration_ms(sight.at_ms.saturating_sub(sight.from_ms))),
            None => Words::new("window-dns-group-untried"),
        };
        let about = texts.say(&words.with("servers", servers));
        DnsGroup { ips, status: sight.map_or(StepStatus::Failed, status_of), about }
    };
    (0..count).map(of).collect()
}

/// The own servers first, then the domain's, then the others.
pub fn rows(evidence: &Evidence<'_>, texts: &Texts) -> Vec<DnsRow> {
    let speech = Speech::new(texts);
    let mut groups: Vec<&BTreeSet<IpAddr>> = Vec::new();
    let order = |role| match role {
        ServerRole::System => 0,
        ServerRole::Router => 1,
        ServerRole::Authoritative => 2,
        _ => 3,
    };
    let mut views: Vec<_> = evidence.names.views.iter().filter(|view| view.server.role != ServerRole::Nobody).collect();
    views.sort_by_key(|view| order(view.server.role));
    // What the most give is the measure; a server that differs is not wrong for that (answers differ by region).
    let usual = views
        .iter()
        .filter_map(|view| given(&view.agreement))
        .max_by_key(|one| views.iter().filter(|view| given(&view.agreement) == Some(*one)).count());
    let mut rows = Vec::new();
    for view in &views {
        let asked: Vec<_> = evidence.names.asked.iter().filter(|asked| asked.server == view.server).collect();
        let plain = asked.iter().find(|asked| asked.question.purpose == Purpose::Plain && asked.reply.seen().is_some());
        let group = given(&view.agreement).map(|one| match groups.iter().position(|group| *group == one) {
            Some(index) => index,
            None => {
                groups.push(one);
                groups.len() - 1
            }
        });
        let (status, key) = match &view.agreement {
            Agreement::Gives(ips) if Some(ips) == usual => (StepStatus::Passed, "dns-agrees"),
            Agreement::Gives(_) => (StepStatus::Warning, "dns-differs"),
            Agreement::Unknown => (StepStatus::Failed, "dns-not-checked"),
            _ => (StepStatus::Problem, "dns-no-address"),
        };
        let answer = match &view.agreement {
            Agreement::Gives(ips) => texts.list(&ips.iter().map(ToString::to_string).collect::<Vec<_>>()),
            Agreement::Empty => texts.get("dns-empty"),
            Agreement::NoSuchName => texts.get("dns-no-such-name"),
            Agreement::Fails(reply) => reply.rcode.name(),
            Agreement::Silent(failure) => speech.failure(failure),
            Agreement::Unknown => String::new(),
        };
        let ttl = plain.and_then(|asked| asked.reply.seen()?.ttl_secs);
        rows.push(DnsRow {
            server: view.server.name.clone(),
            role: speech.server_role(view.server.role),
            ip: view.server.ip_port.ip().to_string(),
            transport: speech.transport(view.server.transport),
            answer,
            group,
            ttl: ttl.map(|secs| texts.duration_ms(u64::from(secs) * 1_000)).unwrap_or_default(),
            ms: plain.map(|asked| asked.took_ms),
            status,
            word: texts.get(key),
        });
    }
    rows
}

fn given<'a>(agreement: &'a Agreement<'_>) -> Option<&'a BTreeSet<IpAddr>> {
    match agreement {
        Agreement::Gives(ips) => Some(ips),
        _ => None,
    }
}
