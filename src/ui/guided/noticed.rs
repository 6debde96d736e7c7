//! What a remedy was to change on this device, read before and after: a page that loads again although nothing was
//! changed came back by itself, and one that fails with the old setting still in force refutes nothing.

use std::net::IpAddr;

use jiff::Timestamp;

use crate::engine::Outside;
use crate::evidence::surroundings::Surroundings;
use crate::evidence::{Evidence, clock};
use crate::model::device::{HostsFile, Network, ProxySettings, ProxySource};
use crate::model::remedy::Noticed;
use crate::model::{Case, Known, Remedy, Seen, Target};

/// The setting as the case saw it; `None` where this remedy changes nothing that can be read, or it was not read.
pub fn before(case: &Case, remedy: Remedy) -> Option<String> {
    let surroundings = Surroundings::of(case);
    match remedy {
        Remedy::ProxyOff => surroundings.proxies?.0.seen().and_then(proxy),
        Remedy::VpnOff => surroundings.network?.0.seen().map(tunnels),
        Remedy::HostsLine => surroundings.hosts?.0.seen().map(lines),
        Remedy::FlushDns | Remedy::ChangeDns => {
            let mut lookups = case.observations.iter().filter_map(|one| match &one.seen {
                Seen::SystemLookup { host, ips } if *host == case.target.host => Some(ips),
                _ => None,
            });
            let servers = surroundings.name_servers?.0.seen().map(|known| known.servers.clone());
            names(remedy, servers, lookups.next()?)
        }
        Remedy::RestartComputer => (!doubts_clock(case)).then(|| case.started.clone()),
        _ => None,
    }
}

/// The same setting now.
async fn now(outside: &Outside, target: &Target, remedy: Remedy) -> Option<String> {
    let net = &outside.net;
    match remedy {
        Remedy::ProxyOff => net.proxies(&target.url).await.seen().and_then(proxy),
        Remedy::VpnOff => net.network().await.seen().map(tunnels),
        Remedy::HostsLine => net.hosts_file(&target.names()).await.seen().map(lines),
        Remedy::FlushDns | Remedy::ChangeDns => {
            let servers = net.name_servers().await.seen().map(|known| known.servers.clone());
            names(remedy, servers, &net.lookup(&target.host).await)
        }
        _ => None,
    }
}

/// Compares; `None` where either side could not be read. `look` is a case of the look afterwards alone.
pub async fn compare(outside: &Outside, look: &Case, remedy: Remedy, before: Option<String>) -> Option<Noticed> {
    let (was, target) = (before?, &look.target);
    if remedy == Remedy::RestartComputer {
        if doubts_clock(look) {
            return None;
        }
        return restarted(&was, outside.net.booted().await.seen()?);
    }
    let now = now(outside, target, remedy).await?;
    Some(if was == now { Noticed::Same { is: now } } else { Noticed::Changed { was, now } })
}

/// Whether anybody says that this device's clock is wrong. When it was started is told by that clock, and moves with it.
fn doubts_clock(case: &Case) -> bool {
    clock::words(&Evidence::of(case)).iter().any(|word| word.ahead_secs.abs() > clock::TOLERATED_SECS)
}

/// Whether this device was started after the check-up began.
fn restarted(checked: &str, booted: &Timestamp) -> Option<Noticed> {
    let checked: Timestamp = checked.parse().ok()?;
    Some(if *booted > checked { Noticed::Restarted } else { Noticed::NotRestarted })
}

/// This process keeps the environment that it was started with, so a proxy from there cannot be seen to go.
fn proxy(settings: &ProxySettings) -> Option<String> {
    if settings.source == Some(ProxySource::Environment) {
        return None;
    }
    let one = settings.for_target.as_ref().map(|proxy| format!("{}:{}", proxy.host, proxy.port));
    Some(one.or_else(|| settings.pac_url.clone()).or_else(|| settings.unsupported.clone()).unwrap_or_default())
}

fn tunnels(network: &Network) -> String {
    let up = network.interfaces.iter().filter(|interface| interface.tunnel && interface.up);
    let mut names: Vec<&str> = up.map(|interface| interface.name.as_str()).collect();
    names.sort_unstable();
    names.join(", ")
}

fn lines(hosts: &HostsFile) -> String {
    let lines: Vec<String> = hosts.entries.iter().map(|entry| format!("{} {}", entry.ip, entry.name)).collect();
    lines.join(", ")
}

/// The addresses that this device gets to hear; for another DNS server also who is asked. A lookup that failed gives none.
fn names(remedy: Remedy, servers: Option<Vec<IpAddr>>, ips: &Known<Vec<IpAddr>>) -> Option<String> {
    let mut ips = match ips {
        Known::Seen(ips) => ips.clone(),
        Known::Failed(_) => Vec::new(),
        Known::NotTried(_) => return None,
    };
    ips.sort_unstable();
    ips.dedup();
    let joined = |ips: &[IpAddr]| ips.iter().map(IpAddr::to_string).collect::<Vec<_>>().join(", ");
    if remedy == Remedy::FlushDns {
        return Some(joined(&ips));
    }
    Some(format!("{} → {}", joined(&servers?), joined(&ips)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnosis::testing::{World, answer_with};
    use crate::model::device::ProxyAddress;

    fn set_by(source: ProxySource, proxy: Option<(&str, u16)>) -> ProxySettings {
        let for_target = proxy.map(|(host, port)| ProxyAddress { host: host.to_owned(), port });
        ProxySettings { for_target, for_http: None, source: Some(source), pac_url: None, unsupported: None }
    }

    #[test]
    fn a_restart_is_seen_by_when_the_device_was_started() {
        let at = |text: &str| text.parse::<Timestamp>().unwrap();
        let after = |booted| restarted("2026-11-22T10:00:00.000Z", &at(booted));
        assert_eq!(after("2026-11-22T10:05:00Z"), Some(Noticed::Restarted));
        assert_eq!(after("2026-11-20T08:00:00Z"), Some(Noticed::NotRestarted));
        assert_eq!(restarted("", &at("2026-11-22T10:05:00Z")), None);
    }

    #[test]
    fn a_clock_that_is_wrong_tells_no_restart() {
        let dated = |time: &str| {
            let page = answer_with(502, &[("date", &format!("Tue, 24 Nov 2026 {time} GMT"))], "");
            World::new("https://shop.test/").lookup(["203.0.113.5"]).page("203.0.113.5", page).case
        };
        let right = dated("10:00:00");
        assert_eq!(before(&right, Remedy::RestartComputer), Some(right.started.clone()));
        assert_eq!(before(&dated("11:00:00"), Remedy::RestartComputer), None, "an hour behind");
        assert_eq!(before(&dated("09:00:00"), Remedy::RestartComputer), None, "an hour ahead");
    }

    #[test]
    fn a_proxy_of_the_environment_cannot_be_seen_to_go() {
        assert_eq!(proxy(&set_by(ProxySource::Environment, Some(("192.0.2.8", 3128)))), None);
        assert_eq!(proxy(&set_by(ProxySource::System, Some(("192.0.2.8", 3128)))).as_deref(), Some("192.0.2.8:3128"));
        assert_eq!(proxy(&set_by(ProxySource::System, None)).as_deref(), Some(""));
    }

    #[test]
    fn another_server_counts_for_the_change_of_dns_and_not_for_the_flush() {
        let ip = |last: u8| IpAddr::from([192, 0, 2, last]);
        let heard = Known::Seen(vec![ip(7), ip(5)]);
        let with = |remedy, server| names(remedy, Some(vec![ip(server)]), &heard);
        assert_eq!(with(Remedy::FlushDns, 1), with(Remedy::FlushDns, 2));
        assert_ne!(with(Remedy::ChangeDns, 1), with(Remedy::ChangeDns, 2));
        let in_another_order = Known::Seen(vec![ip(5), ip(7)]);
        assert_eq!(names(Remedy::FlushDns, None, &in_another_order).as_deref(), Some("192.0.2.5, 192.0.2.7"));
        assert_eq!(names(Remedy::FlushDns, None, &Known::not_tried("stopped")), None);
    }
}
