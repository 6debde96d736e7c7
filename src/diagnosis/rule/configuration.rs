//! What the gateway's own configuration says about the page that fails. It never proves what happened: a log line or a
//! look straight at the server does, and the file tells why it had to come so.

use std::net::SocketAddr;

use super::super::configured::{Configured, Trouble, configured, parted, with_port};
use super::super::{Basis, Finding, Hypothesis, Reading, Rule, verify};
use super::told_by_logs;
use crate::configuration::Followed;
use crate::evidence::Sight;
use crate::model::configuration::{Configuration, Gateway, Place};
use crate::model::log::{LogKind, LogSummary, LogTime, RECENT};
use crate::model::{Cause, Claim, Fault, ObservationId, Scheme};

pub const RULES: &[Rule] = &[
    Rule { id: "configured-route", source: "the gateway's own configuration", judge: route },
    Rule {
        id: "configured-address-is-wrong",
        source: "the gateway's configuration beside its log and the server asked straight",
        judge: wrong_address,
    },
    Rule {
        id: "configured-scheme-is-wrong",
        source: "nginx ngx_http_proxy_module, proxy_pass; the server asked straight",
        judge: wrong_scheme,
    },
    Rule {
        id: "configured-name-is-wrong",
        source: "nginx ngx_http_proxy_module, proxy_ssl_name and proxy_ssl_server_name",
        judge: wrong_name,
    },
    Rule { id: "configured-limit", source: "nginx.org/en/docs, the directives named", judge: limit },
    Rule {
        id: "configured-timer-was-not-it",
        source: "nginx ngx_http_proxy_module, proxy_read_timeout; the time that the answer took",
        judge: not_the_timer,
    },
    Rule {
        id: "configured-upload-limit",
        source: "nginx ngx_http_core_module, client_max_body_size; RFC 9110 section 15.5.14",
        judge: upload_limit,
    },
    Rule { id: "configured-name-at-start", source: "nginx ngx_http_upstream_module, server", judge: name_at_start },
];

pub(super) fn told(c: &Configured<'_, '_>, finding: Finding, place: Place) -> Finding {
    let path = c.configuration.files.get(place.file).map_or("", |file| file.path.as_str());
    finding
        .with("where", c.configuration.told(place))
        .with("gateway", c.configuration.gateway.title())
        .verified_by(verify::line(path, place.line))
}

/// Which server the page is asked from. It speaks for nothing and against nothing.
fn route(r: &Reading<'_>) -> Vec<Finding> {
    let Some(c) = configured(r) else { return Vec::new() };
    let servers: Vec<&str> = c.followed.targets().into_iter().map(|target| target.address).collect();
    let finding = Finding::tells(vec![c.failing.id.clone(), c.id.clone()])
        .with("servers", servers.join(", "))
        .with("host", &r.target.host)
        .with("named", c.followed.site.by_name);
    vec![told(&c, finding, c.followed.pass.place)]
}

/// The look straight at the server that sent the very page.
pub fn good_origin<'b, 'a>(r: &'b Reading<'a>) -> Option<&'b Sight<'a>> {
    r.origin.best().filter(|behind| behind.outcome.is_good() && super::behind::same_page(r, behind))
}

/// A server of the route gives no connection by the log, while the page comes from another address, which the file does
/// not have.
pub fn misses<'b, 'a>(r: &'b Reading<'a>, c: &Configured<'_, 'a>) -> Option<(Trouble<'a>, &'b Sight<'a>)> {
    let behind = good_origin(r)?;
    let seen = behind.visit.ip_port;
    // The gateway's own port: what answers there may be the gateway, which would then ask itself for ever.
    if c.followed.site.ports.contains(&seen.port()) {
        return None;
    }
    // HAProxy's servers have no scheme: only one in clear can stand in the place of another.
    if c.configuration.gateway == Gateway::Haproxy && behind.visit.scheme != Scheme::Http {
        return None;
    }
    let trouble = c.trouble(r, &[Cause::OriginRefused, Cause::OriginTimeoutConnect, Cause::OriginNoRoute])?;
    let scheme = c.followed.pass.scheme.as_deref().unwrap_or_default();
    let ip_port = |address: &str| with_port(address, scheme).parse::<SocketAddr>().ok();
    if c.followed.targets().iter().any(|target| ip_port(target.address) == Some(seen)) {
        return None;
    }
    let misses = match (ip_port(trouble.target.address), trouble.ip_port) {
        // What answers on this machine's own loopback need not be what the gateway's would be.
        (Some(asked), _) => asked.ip().is_loopback() || !seen.ip().is_loopback(),
        // A name is right, and the port is not: only where the log shows that the name means that very machine.
        (None, Some(asked)) => asked.ip() == seen.ip() && asked.port() != seen.port(),
        (None, None) => false,
    };
    misses.then_some((trouble, behind))
}

fn wrong_address(r: &Reading<'_>) -> Vec<Finding> {
    let Some(c) = configured(r) else { return Vec::new() };
    let Some((trouble, behind)) = misses(r, &c) else { return Vec::new() };
    let ids = vec![c.failing.id.clone(), c.id.clone(), trouble.log, behind.id.clone()];
    let finding = Finding::supports(Claim::at(Fault::SiteEdge, Cause::GatewayMisconfigured), Basis::Measured, ids)
        .with("asked", trouble.target.address)
        .with("address", behind.visit.ip_port);
    vec![told(&c, finding, trouble.target.place)]
}

/// The gateway speaks in clear to a server that was seen to speak TLS, or the other way round, and its log has trouble
/// with that server. What the server's certificate is worth does not matter here.
pub fn speaks_wrongly<'b, 'a>(r: &'b Reading<'a>, c: &Configured<'_, 'a>) -> Option<(Trouble<'a>, &'b Sight<'a>)> {
    let asked = match c.followed.pass.scheme.as_deref() {
        Some("http") => Scheme::Http,
        Some("https") => Scheme::Https,
        _ => return None,
    };
    let garbled = [Cause::OriginReset, Cause::OriginClosedEarly, Cause::OriginInvalidResponse, Cause::OriginTls];
    let trouble = c.trouble(r, &garbled)?;
    // What holds for one server of many need not hold for the others.
    if c.followed.targets().len() > 1 {
        return None;
    }
    let there: SocketAddr = with_port(trouble.target.address, asked.name()).parse().ok()?;
    let speaks_the_other = |look: &&Sight<'a>| match asked {
        Scheme::Http => look.visit.scheme == Scheme::Https && look.tls().is_some(),
        Scheme::Https => look.visit.scheme == Scheme::Http && look.outcome.is_good(),
    };
    let behind = r.origin.looks.iter().filter(|look| look.visit.ip_port == there).find(speaks_the_other)?;
    Some((trouble, behind))
}

fn wrong_scheme(r: &Reading<'_>) -> Vec<Finding> {
    let Some(c) = configured(r) else { return Vec::new() };
    let Some((trouble, behind)) = speaks_wrongly(r, &c) else { return Vec::new() };
    let ids = vec![c.failing.id.clone(), c.id.clone(), trouble.log, behind.id.clone()];
    let said = |finding: Finding| {
        let finding = finding
            .with("address", behind.visit.ip_port)
            .with("scheme", behind.visit.scheme.name())
            .with("asked", c.followed.pass.scheme.as_deref().unwrap_or_default());
        told(&c, finding, c.followed.pass.place)
    };
    // Whoever is spoken to in the wrong protocol hangs up by right.
    let claim = Claim::at(Fault::SiteEdge, Cause::GatewayMisconfigured);
    vec![
        said(Finding::supports(claim, Basis::Measured, ids.clone())),
        said(Finding::strikes(&[Hypothesis::Origin], ids)),
    ]
}

/// nginx cannot agree on TLS with a server that, asked by the site's own name, shows a certificate for it and sends the
/// page; and nginx asks by another name, or by none.
pub fn other_name<'b, 'a>(r: &'b Reading<'a>, c: &Configured<'_, 'a>) -> Option<(Trouble<'a>, &'b Sight<'a>)> {
    if c.configuration.gateway != Gateway::Nginx || c.followed.pass.scheme.as_deref() != Some("https") {
        return None;
    }
    let behind = good_origin(r).filter(|behind| behind.tls().is_some_and(|tls| tls.authenticated()))?;
    let trouble = c.trouble(r, &[Cause::OriginTls])?;
    let there: SocketAddr = with_port(trouble.target.address, "https").parse().ok()?;
    let set = |name: &str| c.setting(name).map(|setting| setting.value.as_str());
    let asks_by_it =
        set("proxy_ssl_name") == Some(r.target.host.as_str()) && set("proxy_ssl_server_name") == Some("on");
    (there == behind.visit.ip_port && !asks_by_it).then_some((trouble, behind))
}

fn wrong_name(r: &Reading<'_>) -> Vec<Finding> {
    let Some(c) = configured(r) else { return Vec::new() };
    let Some((trouble, behind)) = other_name(r, &c) else { return Vec::new() };
    let ids = vec![c.failing.id.clone(), c.id.clone(), trouble.log, behind.id.clone()];
    let finding = Finding::supports(Claim::at(Fault::SiteEdge, Cause::GatewayMisconfigured), Basis::Measured, ids)
        .with("address", behind.visit.ip_port)
        .with("name", &r.target.host);
    vec![told(&c, finding, c.followed.pass.place)]
}

/// The settings that decide over a cause which the log names, with their values.
fn limit(r: &Reading<'_>) -> Vec<Finding> {
    let Some(c) = configured(r) else { return Vec::new() };
    let family = c.followed.family();
    let of = |name: &str| format!("{family}{name}");
    let rows: [(Cause, String, &str); 6] = [
        (Cause::OriginHeaderTooLarge, of("buffer_size"), "4k"),
        (Cause::OriginTimeoutResponse, of("read_timeout"), "60s"),
        (Cause::OriginTimeoutConnect, of("connect_timeout"), "60s"),
        (Cause::AppTimeoutKilled, of("read_timeout"), "60s"),
        (Cause::GatewayFileLimit, "worker_rlimit_nofile".to_owned(), ""),
        (Cause::GatewayOverloaded, "worker_connections".to_owned(), "512"),
    ];
    let mut findings = Vec::new();
    for (cause, name, default) in rows {
        let Some((log, _)) = told_by_logs(r, cause).into_iter().next() else { continue };
        let setting = c.setting(&name);
        // Defaults are known of nginx alone.
        if setting.is_none() && family.is_empty() {
            continue;
        }
        let place = setting.map_or(c.followed.pass.place, |setting| setting.place);
        let finding = Finding::tells(vec![c.failing.id.clone(), c.id.clone(), log.clone()])
            .with("name", &name)
            .with("value", setting.map_or(default, |setting| setting.value.as_str()))
            .with(
                "set",
                if setting.is_some() {
                    "here"
                } else if default.is_empty() {
                    "system"
                } else {
                    "default"
                },
            );
        findings.push(told(&c, finding, place));
    }
    findings
}

/// The server behind hung up before the gateway's patience was over: the shorter timer is not the gateway's.
fn not_the_timer(r: &Reading<'_>) -> Vec<Finding> {
    /// Whoever hangs up at once waited for nothing.
    const WAITED_MS: u64 = 1_000;
    /// nginx's own patience.
    const USUAL_MS: u64 = 60_000;
    let Some(c) = configured(r).filter(|c| !c.followed.family().is_empty()) else { return Vec::new() };
    let Some(answer) = c.failing.answer() else { return Vec::new() };
    let hung_up = [Cause::OriginClosedEarly, Cause::OriginReset];
    let Some(trouble) = c.trouble(r, &hung_up) else { return Vec::new() };
    let setting = c.setting(&format!("{}read_timeout", c.followed.family()));
    let patience = setting.map_or(Some(USUAL_MS), |setting| Gateway::Nginx.milliseconds(&setting.value));
    if !patience.is_some_and(|patience| (WAITED_MS..patience.saturating_sub(WAITED_MS)).contains(&answer.first_byte_ms))
    {
        return Vec::new();
    }
    let place = setting.map_or(c.followed.pass.place, |setting| setting.place);
    let finding = Finding::tells(vec![c.failing.id.clone(), c.id.clone(), trouble.log])
        .with("value", setting.map_or("60s", |setting| setting.value.as_str()))
        .with("seconds", answer.first_byte_ms / 1_000);
    vec![told(&c, finding, place)]
}

/// The way of uploads that nginx refuses by its log: the log, the route, and the largest of them in bytes.
pub fn refused_uploads<'a>(r: &Reading<'a>) -> Option<(ObservationId, Uploads<'a>)> {
    let now = r.case.began()?;
    let kinds = r.origin.logs.iter().filter_map(|look| Some((look.id, look.log.seen()?)));
    let recent = move |log: &LogSummary, kind: &LogKind| {
        let written = |last: LogTime| log.moment(last).unwrap_or(last.seconds);
        kind.last.is_some_and(|last| (now - written(last)).abs() <= RECENT)
    };
    let kinds =
        kinds.flat_map(|(id, log)| log.kinds.iter().filter(move |kind| recent(log, kind)).map(move |kind| (id, kind)));
    // A stranger's upload to another site must not set this one's limit.
    let of_this_site =
        |kind: &LogKind| matches!(kind.hosts.as_slice(), [only] if only.name.eq_ignore_ascii_case(&r.target.host));
    let refused = kinds
        .filter(|(_, kind)| kind.cause == Cause::RequestBodyTooLarge && kind.writer == "nginx" && of_this_site(kind));
    let sized = refused.filter_map(|(id, kind)| Some((id, kind, refused_bytes(&kind.example)?)));
    let (log, kind, bytes) = sized.max_by_key(|(_, _, bytes)| *bytes)?;
    let path = kind.requests.first().map_or(r.target.url.path(), |request| request.name.as_str());
    let (id, configuration, followed) = r.origin.followed(path)?;
    let uploads = Uploads { id, configuration, followed, bytes };
    (configuration.gateway == Gateway::Nginx).then(|| (log.clone(), uploads))
}

/// Where uploads go, and how large they were.
pub struct Uploads<'a> {
    id: &'a ObservationId,
    pub configuration: &'a Configuration,
    pub followed: Followed<'a>,
    pub bytes: u64,
}

/// The size in `client intended to send too large body: 10485760 bytes`.
fn refused_bytes(line: &str) -> Option<u64> {
    let (_, rest) = line.split_once("too large body: ")?;
    rest.split_once(" bytes")?.0.parse().ok()
}

/// Somebody saw 413, and nginx's log tells of refused uploads. This program sends none to see it happen.
fn upload_limit(r: &Reading<'_>) -> Vec<Finding> {
    if r.said_status() != Some(413) {
        return Vec::new();
    }
    let Some((log, uploads)) = refused_uploads(r) else { return Vec::new() };
    let said = r.said.iter().map(|(_, id)| id.clone());
    let ids: Vec<ObservationId> = said.chain([log, uploads.id.clone()]).collect();
    let setting = uploads.followed.route.setting("client_max_body_size");
    let place = setting.map_or(uploads.followed.pass.place, |setting| setting.place);
    let path = uploads.configuration.files.get(place.file).map_or("", |file| file.path.as_str());
    let finding = Finding::supports(Claim::usual(Cause::RequestBodyTooLarge), Basis::Measured, ids)
        .with("bytes", uploads.bytes)
        .with("value", setting.map_or("1m", |setting| setting.value.as_str()))
        .with("where", uploads.configuration.told(place))
        .verified_by(verify::line(path, place.line));
    vec![finding]
}

/// Causes that an address brings at which the server is no longer.
pub(super) const GONE: [Cause; 3] = [Cause::OriginRefused, Cause::OriginTimeoutConnect, Cause::OriginNoRoute];

/// The name of the server with which there is trouble, where it became an address when the gateway started.
pub(super) fn named_at_start<'a>(c: &Configured<'_, 'a>, trouble: &Trouble<'a>) -> Option<&'a str> {
    let (host, _) = parted(trouble.target.address);
    c.followed.names_at_start().contains(&host).then_some(host)
}

/// A name became an address when the gateway started, and that address gives no connection now.
fn name_at_start(r: &Reading<'_>) -> Vec<Finding> {
    let Some(c) = configured(r) else { return Vec::new() };
    let Some(trouble) = c.trouble(r, &GONE) else { return Vec::new() };
    let Some(host) = named_at_start(&c, &trouble) else { return Vec::new() };
    // What the name means now was seen: that says more.
    if r.server.names.iter().any(|(name, ..)| *name == host) {
        return Vec::new();
    }
    let finding = Finding::tells(vec![c.failing.id.clone(), c.id.clone(), trouble.log]).with("name", host);
    vec![told(&c, finding, trouble.target.place).verified_by(verify::about(host, "getent ahosts HOST"))]
}

#[cfg(test)]
mod tests;
