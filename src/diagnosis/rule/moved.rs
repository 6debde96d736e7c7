//! A server that has moved since the gateway looked its name up (decision table, row O28).

use std::net::{IpAddr, SocketAddr};

use super::super::configured::{Configured, configured, with_port};
use super::super::served::processes_of;
use super::super::{Basis, Finding, Reading, Rule, verify};
use super::configuration::{GONE, named_at_start, told};
use crate::configuration::Target;
use crate::model::{Cause, Claim, Fault, ObservationId};

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
    let named = r.server.names.iter().find(|(name, ips, _)| *name == host && !ips.is_empty());
    let (Some((_, ips, looked)), Some((_, programs))) = (named, r.server.programs) else { return Vec::new() };
    let asked = asked(r, &c, trouble.target);
    let dated = asked.iter().filter_map(|one| Some((one.at?, one)));
    let Some((at, last)) = dated.max_by_key(|(at, _)| *at) else { return Vec::new() };
    let logs = r.origin.logs.iter().filter_map(|look| look.log.seen());
    let marked = logs.flat_map(|log| log.marks.iter().filter_map(|mark| log.moment(mark.at)));
    let started = running.iter().filter_map(|one| one.started);
    let is_over = started.chain(marked).any(|moment| moment >= at);
    // Whoever has asked the new address as well knows of it.
    if running.is_empty() || is_over || asked.iter().any(|one| ips.contains(&one.ip)) {
        return Vec::new();
    }
    let ids = vec![c.failing.id.clone(), c.id.clone(), last.log.clone(), (*looked).clone(), programs.clone()];
    let now: Vec<String> = ips.iter().map(ToString::to_string).collect();
    let said = |finding: Finding| {
        let finding = finding.with("name", host).with("asked", last.ip).with("now", now.join(", "));
        told(&c, finding, trouble.target.place).verified_by(verify::about(host, "getent ahosts HOST"))
    };
    let claim = Claim::at(Fault::SiteEdge, Cause::GatewayMisconfigured);
    let supports = Finding::supports(claim, Basis::Measured, ids.clone()).with_rivals(&[Cause::OriginRefused]);
    vec![said(supports), said(Finding::tells(ids))]
}

/// An address that the gateway asked for this server and that gave no connection.
struct Asked<'a> {
    ip: IpAddr,
    log: &'a ObservationId,
    /// When last, in seconds since 1970, where that can be told.
    at: Option<i64>,
}

/// All of them, of every log. The file's own addresses are none of a name.
fn asked<'a>(r: &Reading<'a>, c: &Configured<'_, 'a>, target: Target<'_>) -> Vec<Asked<'a>> {
    let scheme = c.followed.pass.scheme.as_deref().unwrap_or_default();
    let written: Vec<SocketAddr> =
        c.followed.targets().iter().filter_map(|one| with_port(one.address, scheme).parse().ok()).collect();
    let mut all = Vec::new();
    for (id, log) in r.origin.logs.iter().filter_map(|look| Some((look.id, look.log.seen()?))) {
        for kind in log.kinds.iter().filter(|kind| GONE.contains(&kind.cause)) {
            // The last line of a kind is about this address only where all of them are.
            let alone = matches!(kind.upstreams.as_slice(), [only] if only.count == kind.count);
            let at = kind.last.filter(|_| alone).and_then(|last| log.moment(last));
            for upstream in kind.upstreams.iter().filter(|one| c.is_it(target, &one.name)) {
                let bare = upstream.name.split_once("://").map_or(upstream.name.as_str(), |(_, bare)| bare);
                let ip_port = bare.parse::<SocketAddr>().ok().filter(|ip_port| !written.contains(ip_port));
                all.extend(ip_port.map(|ip_port| Asked { ip: ip_port.ip(), log: id, at }));
            }
        }
    }
    all
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

    /// nginx was started at 9:45, and these servers gave it no connection at these minutes past nine.
    fn logged(lines: &[(u32, &str)], ips: &[&str]) -> World {
        let line = |(minute, upstream): &(u32, &str)| {
            format!(
                "2026/11/24 09:{minute}:00 [error] 7#7: *1 {REFUSED}, client: 198.51.100.7, server: shop.test, request: \"GET / HTTP/1.1\", upstream: \"http://{upstream}/\", host: \"shop.test\"\n"
            )
        };
        let text: String = lines.iter().map(line).collect();
        let wish = crate::logs::Wish { now: NOW_SECS, ..crate::logs::Wish::default() };
        let mut summary = crate::logs::summarise("error.log", text.as_bytes(), &wish, |_| true).unwrap();
        summary.utc_offset = Some(0);
        let mut world = seen(NAME, "nginx", 900, ips);
        for one in &mut world.case.observations {
            if let Seen::Log { log: Known::Seen(log), .. } = &mut one.seen {
                *log = summary.clone();
            }
        }
        world
    }

    #[test]
    fn address_and_time_are_those_of_the_last_line_about_this_very_server() {
        const OLD: &str = "192.0.2.9:8081";
        let morning = [(30, OLD), (31, OLD), (32, OLD)];
        let claim = Claim::at(Fault::SiteEdge, Cause::GatewayMisconfigured);
        let then = |last: &[(u32, &'static str)]| [morning.as_slice(), last].concat();
        rule_named("configured-name-has-moved")
            .supports("still asked", logged(&then(&[(59, OLD)]), &["192.0.2.10"]), claim, Basis::Measured)
            .is_silent("the new address is asked by now", logged(&then(&[(59, "192.0.2.10:8081")]), &["192.0.2.10"]))
            .is_silent("it is asked as well", logged(&then(&[(58, "192.0.2.10:8081"), (59, OLD)]), &["192.0.2.10"]))
            .is_silent("a neighbour is refused since", logged(&then(&[(59, "192.0.2.20:9000")]), &["192.0.2.10"]))
            .is_silent("it may be the one or the other", logged(&then(&[(59, "192.0.2.8:8081")]), &["192.0.2.10"]));
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
        assert_eq!((verdict.cause, verdict.confidence), (Cause::OriginRefused, Confidence::Likely));
        rule_named("configured-name-at-start").is_silent("the look says more", moved);
    }
}
