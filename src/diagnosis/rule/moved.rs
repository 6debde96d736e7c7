//! A server that has moved since the gateway looked its name up (decision table, row O28).

use super::super::configured::configured;
use super::super::served::processes_of;
use super::super::{Basis, Finding, Reading, Rule, verify};
use super::configuration::{GONE, named_at_start, told};
use crate::model::log::LogSummary;
use crate::model::{Cause, Claim, Fault};

pub const RULES: &[Rule] = &[Rule {
    id: "configured-name-has-moved",
    source: "nginx ngx_http_upstream_module, server; the name asked on the gateway's own machine",
    judge: moved,
}];

/// The log names an address for a name that has others now, on the machine where the gateway runs, and nobody has started or
/// reloaded it since. That a name has many addresses in turn looks the same.
fn moved(r: &Reading<'_>) -> Vec<Finding> {
    let Some(c) = configured(r) else { return Vec::new() };
    let Some(trouble) = c.trouble(r, &GONE) else { return Vec::new() };
    let Some(host) = named_at_start(&c, &trouble) else { return Vec::new() };
    let running = r.server.running(processes_of(c.configuration.gateway.title()));
    let asked = trouble.ip_port.map(|at| at.ip());
    let named = r.server.names.iter().find(|(name, ips, _)| *name == host && !ips.is_empty());
    let (Some(asked), Some((_, ips, looked)), Some((_, programs))) = (asked, named, r.server.programs) else {
        return Vec::new();
    };
    let log = r.origin.logs.iter().find(|look| *look.id == trouble.log).and_then(|look| look.log.seen());
    let is_over = log.is_none_or(|log| {
        let Some(last) = last_of(log) else { return true };
        let started = running.iter().filter_map(|one| one.started).max();
        let marked = log.marks.iter().filter_map(|mark| log.moment(mark.at)).max();
        started.into_iter().chain(marked).any(|moment| moment >= last)
    });
    if running.is_empty() || is_over || ips.contains(&asked) {
        return Vec::new();
    }
    let ids = vec![c.failing.id.clone(), c.id.clone(), trouble.log.clone(), (*looked).clone(), programs.clone()];
    let now: Vec<String> = ips.iter().map(ToString::to_string).collect();
    let said = |finding: Finding| {
        let finding = finding.with("name", host).with("asked", asked).with("now", now.join(", "));
        told(&c, finding, trouble.target.place).verified_by(verify::about(host, "getent ahosts HOST"))
    };
    let claim = Claim::at(Fault::SiteEdge, Cause::GatewayMisconfigured);
    let supports = Finding::supports(claim, Basis::Measured, ids.clone()).with_rivals(&[Cause::OriginRefused]);
    vec![said(supports), said(Finding::tells(ids))]
}

/// The last line about an address that gives no connection, in seconds since 1970.
fn last_of(log: &LogSummary) -> Option<i64> {
    log.kinds.iter().filter(|kind| GONE.contains(&kind.cause)).filter_map(|kind| log.moment(kind.last?)).max()
}

#[cfg(test)]
mod tests {
    use crate::diagnosis::Basis;
    use crate::diagnosis::testing::*;
    use crate::model::server::{Program, ServerSight};
    use crate::model::{Cause, Claim, Confidence, Fault, Known, Seen};

    const NAME: &str = "app.internal";

    fn config(pass: &str) -> String {
        nginx_before_the_shop(&format!("    location / {{ proxy_pass http://{pass}:8081; }}"))
    }

    /// nginx was started so many seconds ago, and the name means this now.
    fn seen(pass: &str, program: &str, ago: i64, ips: &[&str]) -> World {
        let program = Program {
            name: program.to_owned(),
            uid: 33,
            user: None,
            gids: vec![33],
            pool: None,
            count: 2,
            started: Some(NOW_SECS - ago),
            request_limit: None,
        };
        let ips = Known::Seen(ips.iter().map(|ip| ip.parse().unwrap()).collect());
        let mut world = owner_sees(REFUSED, "http://192.0.2.9:8081", &config(pass));
        for one in &mut world.case.observations {
            if let Seen::Log { log: Known::Seen(log), .. } = &mut one.seen {
                log.utc_offset = Some(0);
            }
        }
        world
            .on_server(ServerSight::Programs { programs: Known::Seen(vec![program]) })
            .on_server(ServerSight::Name { name: NAME.to_owned(), ips })
    }

    #[test]
    fn the_name_has_another_address_than_the_gateway_asks() {
        let claim = Claim::at(Fault::SiteEdge, Cause::GatewayMisconfigured);
        let moved = seen(NAME, "nginx", 3_600, &["192.0.2.10"]);
        rule_named("configured-name-has-moved")
            .supports("since it was started", moved.clone(), claim, Basis::Measured)
            .is_silent("it has that address as well", seen(NAME, "nginx", 3_600, &["192.0.2.10", "192.0.2.9"]))
            .is_silent("it was started since", seen(NAME, "nginx", -5, &["192.0.2.10"]))
            .is_silent("the gateway does not run here", seen(NAME, "caddy", 3_600, &["192.0.2.10"]))
            .is_silent("the name means nothing here", seen(NAME, "nginx", 3_600, &[]))
            .is_silent("an address stands in the file", seen("192.0.2.9", "nginx", 3_600, &["192.0.2.10"]));
        let told = moved.findings_of("configured-name-has-moved");
        assert_eq!((told[0].values["asked"].as_str(), told[0].values["now"].as_str()), ("192.0.2.9", "192.0.2.10"));
        // That it is refused stands in the log in so many words; who has to act does not.
        let verdict = moved.clone().verdict();
        assert!(verdict.cause != Cause::GatewayMisconfigured || verdict.confidence < Confidence::Certain);
        rule_named("configured-name-at-start").is_silent("the look says more", moved);
    }
}
