//! What lines say together: shares, spacing, and what a start or reload began. It tells where to look; that one server is
//! worse than the others also points to it.

use super::super::finding::{Basis, Finding};
use super::Logged;
use crate::logs::patterns::{Patterns, Worse};
use crate::logs::together::together;
use crate::model::log::LogSummary;
use crate::model::{Cause, Claim, ObservationId};

/// The patterns of these logs, as findings about all of them.
pub fn findings(logs: &[Logged<'_>]) -> Vec<Finding> {
    let summaries: Vec<&LogSummary> = logs.iter().map(|logged| logged.log).collect();
    let ids: Vec<ObservationId> = logs.iter().map(|logged| logged.id.clone()).collect();
    of(&together(&summaries).patterns, &ids)
}

fn of(patterns: &Patterns, ids: &[ObservationId]) -> Vec<Finding> {
    let mut told = Vec::new();
    if let Some(server) = &patterns.server {
        let claim = Claim::usual(Cause::PoolPartial);
        let finding = Finding::supports(claim, Basis::Hint, ids.to_vec()).named("log-one-server-is-worse");
        told.push(with_shares(finding, server));
        // That every address of the site fails says nothing about which server behind them does most of it.
        told.push(with_shares(Finding::tells(ids.to_vec()).named("log-one-server-is-worse"), server));
    }
    if let Some(page) = &patterns.page {
        told.push(with_shares(Finding::tells(ids.to_vec()).named("log-one-page-is-worse"), page));
    }
    if let Some(period) = &patterns.period {
        let finding = Finding::tells(ids.to_vec()).named("log-comes-again");
        told.push(
            finding
                .with("minutes", period.seconds / 60)
                .with("hours", period.seconds / 3_600)
                .with("unit", if period.seconds % 3_600 == 0 { "hours" } else { "minutes" })
                .with("times", period.times)
                .with("last", period.last),
        );
    }
    if let Some(busy) = &patterns.when_busy {
        let told_so = |finding: Finding| {
            let finding = finding.named("log-fails-when-busy").with("times", busy.times).with("spells", busy.spells);
            finding.with("busy", busy.busy).with("usual", busy.usual)
        };
        let claim = Claim::usual(Cause::OriginOverloaded);
        told.push(told_so(Finding::supports(claim, Basis::Hint, ids.to_vec())));
        told.push(told_so(Finding::tells(ids.to_vec())));
    }
    if let Some(idle) = &patterns.after_idle {
        let finding = Finding::tells(ids.to_vec()).named("log-fails-after-idle");
        told.push(finding.with("times", idle.times).with("starts", idle.starts).with("minutes", idle.minutes));
    }
    if let Some(wordpress) = &patterns.wordpress {
        let told_so = |finding: Finding| {
            let finding = finding.named("log-wordpress-fails-whole").with("failed", wordpress.failed);
            finding.with("answers", wordpress.answers).with("files", wordpress.files)
        };
        let claim = Claim::usual(Cause::OriginAppError);
        told.push(told_so(Finding::supports(claim, Basis::Hint, ids.to_vec())));
        told.push(told_so(Finding::tells(ids.to_vec())));
    }
    if let Some(after) = &patterns.after_mark {
        let finding = Finding::tells(ids.to_vec()).named("log-after-a-start");
        told.push(
            finding
                .with("kind", if after.mark.id.ends_with("-reload") { "reload" } else { "start" })
                .with("program", after.mark.id.split("-mark-").next().unwrap_or_default())
                .with("at", after.mark.at)
                .with("seconds", after.seconds)
                .with("count", after.count),
        );
    }
    told
}

/// A finding of this rule.
trait Of {
    fn named(self, rule: &'static str) -> Self;
}

impl Of for Finding {
    fn named(self, rule: &'static str) -> Self {
        Finding { rule, ..self }
    }
}

fn with_shares(finding: Finding, worse: &Worse) -> Finding {
    finding
        .with("name", &worse.name)
        .with("failed", worse.failed)
        .with("answers", worse.answers)
        .with("from", worse.from_percent)
        .with("to", worse.to_percent)
        .with("others-failed", worse.others_failed)
        .with("others-answers", worse.others_answers)
}
