//! From a path to the server that is asked for it, in the gateway's own order.

use regex::{Regex, RegexBuilder};

use crate::model::configuration::{
    Configuration, Gateway, Matching, Pass, Place, Pool, PoolServer, Resolves, Route, Site,
};

/// Routes that lead to one another, at the most.
const LONGEST_CHAIN: usize = 4;
/// Memory for one expression of a file, in bytes.
const EXPRESSION_BYTES: usize = 256 * 1024;

/// How a request goes through the configuration.
#[derive(Debug, Clone, Copy)]
pub struct Followed<'c> {
    pub site: &'c Site,
    pub route: &'c Route,
    pub pass: &'c Pass,
    /// The pool, where requests are passed to one.
    pub pool: Option<&'c Pool>,
}

/// A server that may be asked, as it is written, and where.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Target<'c> {
    pub address: &'c str,
    pub place: Place,
}

impl<'c> Followed<'c> {
    /// What the names of nginx's settings for such a way of passing requests begin with; empty for other gateways.
    pub fn family(&self) -> &'c str {
        let directive = self.pass.directive.as_str();
        directive.strip_suffix("pass").filter(|family| family.ends_with('_')).unwrap_or_default()
    }

    /// The servers that may be asked.
    pub fn targets(&self) -> Vec<Target<'c>> {
        let of_pool = |server: &'c PoolServer| Target { address: server.address.as_str(), place: server.place };
        match self.pool {
            Some(pool) => pool.servers.iter().map(of_pool).collect(),
            None => vec![Target { address: self.pass.to.as_str(), place: self.pass.place }],
        }
    }
}

impl<'c> Followed<'c> {
    /// Names that become addresses once, when the gateway starts.
    pub fn names_at_start(&self) -> Vec<&'c str> {
        let at_start = |(address, resolves): (&'c str, Resolves)| {
            let host = address.rsplit_once(':').map_or(address, |(host, _)| host);
            (resolves == Resolves::AtStart && host != "localhost").then_some(host)
        };
        match self.pool {
            Some(pool) => {
                let servers = pool.servers.iter().map(|server| (server.address.as_str(), server.resolves));
                servers.filter_map(at_start).collect()
            }
            None => at_start((self.pass.to.as_str(), self.pass.resolves)).into_iter().collect(),
        }
    }
}

/// An expression of a file; `None` where this program's expressions do not have what it uses.
pub(super) fn expression(text: &str, any_case: bool) -> Option<Regex> {
    RegexBuilder::new(text).case_insensitive(any_case).size_limit(EXPRESSION_BYTES).build().ok()
}

/// The route of this path. `None` where the configuration has no block for the site, passes the request nowhere, or
/// decides by what cannot be known from the path.
pub fn follow<'c>(configuration: &'c Configuration, path: &str) -> Option<Followed<'c>> {
    let site = configuration.site.as_ref()?;
    let mut path = path.to_owned();
    // Gateways compare what was meant, and this is how it was sent.
    if path.contains('%') {
        return None;
    }
    for _ in 0..LONGEST_CHAIN {
        let chosen = match configuration.gateway {
            Gateway::Nginx => by_nginx(&site.routes, &path),
            Gateway::Haproxy | Gateway::Caddy | Gateway::Apache => first(&site.routes, &path),
        };
        let route = chosen.ok().flatten()?;
        if route.conditional {
            return None;
        }
        if let Some(pass) = &route.pass {
            return Some(Followed { site, route, pass, pool: configuration.pool(&pass.to) });
        }
        path = route.otherwise.clone()?;
        // A variable of the request in it says nothing here.
        if path.contains('$') {
            return None;
        }
    }
    None
}

/// It depends on something that this program does not work out.
struct Unclear;

type Chosen<'c> = Result<Option<&'c Route>, Unclear>;

/// The first that fits, as their readers have sorted them.
fn first<'c>(routes: &'c [Route], path: &str) -> Chosen<'c> {
    for route in routes {
        if fits(route, path)? {
            return Ok(Some(route));
        }
    }
    Ok(None)
}

/// Exact, then the longest prefix, unless an expression fits (ngx_http_core_module, "location").
fn by_nginx<'c>(routes: &'c [Route], path: &str) -> Chosen<'c> {
    use Matching as M;
    if path.starts_with('@') {
        return Ok(routes.iter().find(|route| route.matching == M::Named && route.pattern == path));
    }
    if let Some(exact) = routes.iter().find(|route| route.matching == M::Exact && route.pattern == path) {
        return Ok(Some(exact));
    }
    let is_prefix = |route: &&Route| matches!(route.matching, M::Prefix | M::FinalPrefix);
    let prefixes = routes.iter().filter(is_prefix).filter(|route| path.starts_with(&route.pattern));
    let longest = prefixes.max_by_key(|route| route.pattern.len());
    if let Some(route) = longest.filter(|route| route.matching == M::FinalPrefix) {
        return inner(route, path);
    }
    let is_expression = |route: &&Route| matches!(route.matching, M::Expression | M::ExpressionAnyCase);
    for route in routes.iter().filter(is_expression) {
        if fits(route, path)? {
            return inner(route, path);
        }
    }
    match longest {
        Some(route) => inner(route, path),
        None => Ok(routes.iter().find(|route| route.matching == M::All)),
    }
}

/// A location inside it that fits better.
fn inner<'c>(route: &'c Route, path: &str) -> Chosen<'c> {
    Ok(by_nginx(&route.inside, path)?.or(Some(route)))
}

fn fits(route: &Route, path: &str) -> Result<bool, Unclear> {
    let says = |any_case| expression(&route.pattern, any_case).map(|it| it.is_match(path)).ok_or(Unclear);
    match route.matching {
        Matching::All => Ok(true),
        Matching::Exact => Ok(route.pattern == path),
        Matching::Prefix | Matching::FinalPrefix => Ok(path.starts_with(&route.pattern)),
        Matching::Expression => says(false),
        Matching::ExpressionAnyCase => says(true),
        Matching::Named => Ok(false),
    }
}
