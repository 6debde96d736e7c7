//! The failing page and its way through the gateway's configuration, joined with what the logs say of it.

use std::net::SocketAddr;

use super::change::words;
use super::reading::Reading;
use super::rule::told_by_logs;
use crate::configuration::{Followed, Target};
use crate::evidence::{Outcome, Sight};
use crate::model::configuration::{Configuration, Setting};
use crate::model::log::LogKind;
use crate::model::{Cause, ObservationId};

/// A page that fails, and the route that it takes.
pub struct Configured<'b, 'a> {
    pub failing: &'b Sight<'a>,
    pub id: &'a ObservationId,
    pub configuration: &'a Configuration,
    pub followed: Followed<'a>,
}

/// The failing page's route. `None` where nothing fails, or no configuration has a route for it.
pub fn configured<'b, 'a>(r: &'b Reading<'a>) -> Option<Configured<'b, 'a>> {
    let mut bad = r.bad_looks();
    bad.retain(|sight| sight.visit.host == r.target.host);
    let answered = bad.iter().copied().find(|sight| matches!(sight.outcome, Outcome::Error(_)));
    let failing = answered.or(bad.first().copied())?;
    let path = if failing.visit.root_only { "/" } else { r.target.url.path() };
    let (id, configuration, followed) = r.origin.followed(path)?;
    Some(Configured { failing, id, configuration, followed })
}

/// A server of the route with which the gateway had trouble, by its log.
pub struct Trouble<'a> {
    pub target: Target<'a>,
    pub log: ObservationId,
    /// The address that the log names, where it names one.
    pub ip_port: Option<SocketAddr>,
}

impl<'a> Configured<'_, 'a> {
    /// The setting in force for the page.
    pub fn setting(&self, name: &str) -> Option<&'a Setting> {
        self.followed.route.setting(name)
    }

    /// `path:line` of a setting, or `default`.
    pub fn where_set(&self, setting: Option<&Setting>) -> String {
        setting.map_or_else(|| "default".to_owned(), |setting| self.configuration.told(setting.place))
    }

    /// The first server of the route about which lines of now name one of these causes.
    pub fn trouble(&self, r: &Reading<'a>, causes: &[Cause]) -> Option<Trouble<'a>> {
        let told = causes.iter().flat_map(|cause| told_by_logs(r, *cause)).collect::<Vec<_>>();
        self.followed.targets().into_iter().find_map(|target| {
            let names_it = |kind: &LogKind| match kind.upstreams.as_slice() {
                // Of some kinds of lines the server is not read; the last one is shown whole.
                [] => words(&kind.example, target.address).next().is_some(),
                upstreams => upstreams.iter().any(|upstream| self.is_it(target, &upstream.name)),
            };
            let (log, kind) = told.iter().find(|(_, kind)| names_it(kind))?;
            let named = kind.upstreams.iter().find(|upstream| self.is_it(target, &upstream.name));
            let bare =
                named.map(|upstream| upstream.name.split_once("://").map_or(upstream.name.as_str(), |(_, bare)| bare));
            let ip_port = bare.and_then(|bare| bare.parse().ok());
            Some(Trouble { target, log: (*log).clone(), ip_port })
        })
    }

    /// Whether a log's name for a server means this one.
    pub fn is_it(&self, target: Target<'_>, logged: &str) -> bool {
        let (scheme, bare) =
            logged.split_once("://").unwrap_or((self.followed.pass.scheme.as_deref().unwrap_or(""), logged));
        let own = with_port(target.address, self.followed.pass.scheme.as_deref().unwrap_or(scheme));
        let other = with_port(bare, scheme);
        if own.eq_ignore_ascii_case(&other) {
            return true;
        }
        // HAProxy names its servers: `backend/server`.
        let named = self.followed.pool.is_some_and(|pool| {
            pool.servers
                .iter()
                .any(|server| server.place == target.place && logged == format!("{}/{}", pool.name, server.name))
        });
        // A name stands for some address; the port tells.
        let (host, port) = parted(&own);
        let (other_host, other_port) = parted(&other);
        let is_name = host.parse::<std::net::IpAddr>().is_err() && !own.starts_with("unix:");
        named || is_name && other_host.parse::<std::net::IpAddr>().is_ok() && port == other_port
    }
}

/// The address with the port of its scheme, where it names none.
pub fn with_port(address: &str, scheme: &str) -> String {
    let has_port = address.starts_with("unix:")
        || address
            .rsplit_once(':')
            .is_some_and(|(_, port)| !port.is_empty() && port.bytes().all(|byte| byte.is_ascii_digit()));
    match scheme {
        _ if has_port => address.to_owned(),
        "https" | "grpcs" => format!("{address}:443"),
        _ => format!("{address}:80"),
    }
}

/// Host without brackets, and port.
pub fn parted(address: &str) -> (&str, &str) {
    let (host, port) = address.rsplit_once(':').unwrap_or((address, ""));
    (host.trim_start_matches('[').trim_end_matches(']'), port)
}
