//! What the owner lets us see: the server behind the gateway, the logs, the configuration, and the server from inside.

use std::net::SocketAddr;

use url::Url;

use super::View;
use crate::attempt::{Attempt, VisitPlan};
use crate::evidence::server::socket_path;
use crate::model::Scheme;
use crate::model::server::ServerAspect;
use crate::model::visit::VisitPurpose;

/// Logs are read once the page has had its say, so that our own request may stand in them; at the latest after this
/// many milliseconds.
const PATIENCE_MS: u64 = 6_000;
/// Sockets that are looked at, at the most.
const MOST_SOCKETS: usize = 8;
/// Names that are looked up, at the most.
const MOST_NAMES: usize = 4;

pub fn wish(view: &View<'_>, wishes: &mut Vec<Attempt>) {
    straight(view, wishes);
    on_server(view, wishes);
    wishes.extend((0..view.config().configurations.len()).map(|index| Attempt::Configuration { index }));
    let page_looked_at = view.evidence.visits.first_looks().next().is_some();
    if page_looked_at || view.progress.elapsed_ms >= PATIENCE_MS {
        wishes.extend((0..view.config().logs.len()).map(|index| Attempt::Log { index }));
    }
}

/// The page with the site's own name, at the address that the owner named. The port tells the scheme; where it told it
/// wrongly, the other one is tried.
fn straight(view: &View<'_>, wishes: &mut Vec<Attempt>) {
    let Some((ip, port)) = view.config().origin else { return };
    let ports: Vec<(u16, Scheme)> = match port {
        Some(port) if [443, 8443].contains(&port) => vec![(port, Scheme::Https)],
        Some(port) => vec![(port, Scheme::Http)],
        None => vec![(443, Scheme::Https), (80, Scheme::Http)],
    };
    for (port, scheme) in ports {
        let ip_port = SocketAddr::new(ip, port);
        wishes.extend(visit(view, ip_port, scheme));
        let mut looks = view.evidence.origin.looks.iter();
        let mistaken = looks
            .any(|look| look.visit.ip_port == ip_port && look.visit.scheme == scheme && speaks_the_other(look, scheme));
        if mistaken {
            wishes.extend(visit(view, ip_port, other(scheme)));
        }
    }
}

fn other(scheme: Scheme) -> Scheme {
    if scheme == Scheme::Http { Scheme::Https } else { Scheme::Http }
}

/// A connection that came to nothing, or the 400 with which web servers meet clear text at their TLS port.
fn speaks_the_other(look: &crate::evidence::Sight<'_>, scheme: Scheme) -> bool {
    let connected = look.visit.trace.tcp.seen().is_some();
    let refused_clear_text = scheme == Scheme::Http && look.answer().is_some_and(|answer| answer.status == 400);
    connected && (look.answer().is_none() && look.tls().is_none() || refused_clear_text)
}

fn visit(view: &View<'_>, ip_port: SocketAddr, scheme: Scheme) -> Option<Attempt> {
    let target = &view.config().target;
    let mut url: Url = target.url.clone();
    if target.scheme() != scheme {
        // The request carries the site's own name, and no port of this program's choice.
        url.set_port(None).ok()?;
        url.set_scheme(scheme.name()).ok()?;
    }
    let plan = VisitPlan {
        purpose: VisitPurpose::Origin,
        root_only: target.has_one_time_token(),
        http2: false,
        ..VisitPlan::page(url, ip_port)
    };
    Some(Attempt::Visit(plan))
}

/// Looks at this machine, and at the sockets that configuration and logs name by then.
fn on_server(view: &View<'_>, wishes: &mut Vec<Attempt>) {
    if !view.config().on_server {
        return;
    }
    wishes.extend(ServerAspect::ALL.map(Attempt::Server));
    let evidence = &view.evidence;
    let route = evidence.origin.followed(evidence.target.url.path());
    let configured = route.iter().flat_map(|(_, _, followed)| followed.targets()).map(|target| target.address);
    let kinds = evidence.origin.logs.iter().filter_map(|look| look.log.seen()).flat_map(|log| &log.kinds);
    let logged = kinds.flat_map(|kind| &kind.upstreams).map(|upstream| upstream.name.as_str());
    let mut paths: Vec<String> = configured.chain(logged).filter_map(socket_path).collect();
    paths.dedup();
    // What a name means for the gateway it means on this machine alone.
    let names = route.iter().flat_map(|(_, _, followed)| followed.names_at_start());
    let mut names: Vec<String> = names.map(str::to_owned).collect();
    names.dedup();
    if view.config().settings.ask_system_servers {
        wishes.extend(names.into_iter().take(MOST_NAMES).map(|name| Attempt::Server(ServerAspect::Name(name))));
    }
    wishes.extend(paths.into_iter().take(MOST_SOCKETS).map(|path| Attempt::Server(ServerAspect::Socket(path))));
}
