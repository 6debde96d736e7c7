//! Caddyfiles: which site block answers, and where its `reverse_proxy` sends requests (caddyserver.com/docs/caddyfile).

mod tree;

use std::collections::BTreeMap;

use super::directive::Directive;
use super::sources::Sources;
use super::{Found, Wish};
use crate::model::configuration::{Matching, Pass, Pool, PoolServer, Resolves, Route, Scope, Setting, Site};

/// Settings of the transport to the servers behind, and of the balancing.
const KNOWN: [&str; 10] = [
    "dial_timeout",
    "response_header_timeout",
    "read_timeout",
    "write_timeout",
    "keepalive",
    "lb_try_duration",
    "lb_policy",
    "fail_duration",
    "tls_server_name",
    "versions",
];

/// Reads the file.
///
/// # Errors
/// What is wrong with it.
pub fn read(sources: &mut Sources<'_>, file: usize, wish: &Wish<'_>) -> Result<Found, String> {
    let top = tree::directives(sources, file)?;
    let is_site = |one: &&Directive| !one.name.is_empty() && !one.name.starts_with(['(', '&']) && one.block.is_some();
    let sites: Vec<&Directive> = top.iter().filter(is_site).collect();
    let fits: Vec<(Fit, &Directive)> =
        sites.iter().map(|site| (addresses(site).map(|one| fit(one, wish)).max().unwrap_or(Fit::No), *site)).collect();
    let best = fits.iter().map(|(fit, _)| *fit).max().filter(|fit| *fit > Fit::No);
    let Some((fit, chosen)) = fits.iter().find(|(fit, _)| Some(*fit) == best) else {
        return Ok(Found { site: None, other_sites: sites.len(), pools: Vec::new(), main: Vec::new() });
    };
    let mut reader = Reader { pools: Vec::new(), routes: Vec::new(), named: named_matchers(chosen.inside()) };
    reader.block(chosen.inside(), (Matching::All, String::new()), false);
    // More specific paths come first, as Caddy sorts them.
    reader.routes.sort_by_key(|route| {
        (route.matching == Matching::All, std::cmp::Reverse(route.pattern.len()), route.matching != Matching::Exact)
    });
    let site = Site {
        names: addresses(chosen).map(str::to_owned).collect(),
        ports: vec![wish.port],
        by_name: *fit > Fit::Any,
        routes: reader.routes,
        place: chosen.place,
    };
    Ok(Found { site: Some(site), other_sites: sites.len().saturating_sub(1), pools: reader.pools, main: Vec::new() })
}

fn addresses(site: &Directive) -> impl Iterator<Item = &str> {
    let words = std::iter::once(&site.name).chain(&site.words);
    words.flat_map(|word| word.split(',')).filter(|address| !address.is_empty())
}

/// How well a site's address fits, worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    No,
    /// It takes every name.
    Any,
    Wildcard,
    Exact,
}

fn fit(address: &str, wish: &Wish<'_>) -> Fit {
    let (scheme, rest) = address.split_once("://").unwrap_or(("", address));
    let rest = rest.split('/').next().unwrap_or_default();
    let (host, port) = match rest.rsplit_once(':') {
        Some((host, port)) if !port.contains(']') => (host, port),
        _ => (rest, ""),
    };
    // Without a port it takes requests over https, and redirects those over http.
    let ports: &[u16] = match (port.parse::<u16>(), scheme) {
        (Ok(port), _) if port != wish.port => return Fit::No,
        (Ok(_), _) => &[],
        (Err(_), "http") => &[80],
        (Err(_), "https") => &[443],
        (Err(_), _) => &[80, 443],
    };
    if port.is_empty() && !ports.contains(&wish.port) {
        return Fit::No;
    }
    let wanted = wish.host.to_ascii_lowercase();
    match host.to_ascii_lowercase().as_str() {
        "" | "*" => Fit::Any,
        host if host == wanted => Fit::Exact,
        host if host
            .strip_prefix("*.")
            .is_some_and(|domain| wanted.split_once('.').is_some_and(|(_, rest)| rest == domain)) =>
        {
            Fit::Wildcard
        }
        _ => Fit::No,
    }
}

/// Matchers that have a name and are a path alone.
fn named_matchers(block: &[Directive]) -> BTreeMap<String, Option<String>> {
    let named = block.iter().filter(|one| one.name.starts_with('@'));
    let path = |one: &Directive| match (one.words.as_slice(), one.inside()) {
        ([kind, path], []) if kind == "path" => Some(path.clone()),
        ([], [inner]) if inner.name == "path" && inner.words.len() == 1 => inner.words.first().cloned(),
        _ => None,
    };
    named.map(|one| (one.name.clone(), path(one))).collect()
}

struct Reader {
    pools: Vec<Pool>,
    routes: Vec<Route>,
    named: BTreeMap<String, Option<String>>,
}

impl Reader {
    fn block(&mut self, block: &[Directive], within: (Matching, String), conditional: bool) {
        for one in block {
            match one.name.as_str() {
                "reverse_proxy" | "php_fastcgi" => self.proxy(one, &within, conditional),
                "handle" | "handle_path" | "route" => {
                    let (matching, unclear) = self.matcher(one.words.first(), &within);
                    self.block(one.inside(), matching, conditional || unclear);
                }
                _ => {}
            }
        }
    }

    /// What a matcher picks, and whether that cannot be told.
    fn matcher(&self, word: Option<&String>, within: &(Matching, String)) -> ((Matching, String), bool) {
        let path = match word.map(String::as_str) {
            None | Some("*") => return (within.clone(), false),
            Some(name) if name.starts_with('@') => match self.named.get(name) {
                Some(Some(path)) => path.as_str(),
                _ => return (within.clone(), true),
            },
            Some(path) => path,
        };
        let inner = match path.strip_suffix('*') {
            Some(prefix) if !prefix.contains('*') => (Matching::Prefix, prefix.to_owned()),
            None if !path.contains('*') => (Matching::Exact, path.to_owned()),
            _ => return (within.clone(), true),
        };
        // A matcher inside another narrows it; which is the narrower of two paths is left open.
        let narrows = within.0 == Matching::All || inner.1.starts_with(&within.1);
        (inner, !narrows)
    }

    fn proxy(&mut self, one: &Directive, within: &(Matching, String), conditional: bool) {
        let has_matcher = one.words.first().is_some_and(|word| word.starts_with(['/', '@']) || word == "*");
        let (picked, unclear) = self.matcher(one.words.first().filter(|_| has_matcher), within);
        let of_itself = one.words.iter().skip(usize::from(has_matcher)).map(|word| (word, one.place));
        let inside = one.inside().iter().filter(|inner| inner.name == "to");
        let addresses: Vec<_> =
            of_itself.chain(inside.flat_map(|to| to.words.iter().map(|word| (word, to.place)))).collect();
        let server = |(word, place): &(&String, _)| PoolServer {
            name: String::new(),
            address: bare(word),
            parameters: Vec::new(),
            resolves: resolves(word),
            place: *place,
        };
        let servers: Vec<PoolServer> = addresses.iter().map(server).collect();
        let Some(first) = servers.first() else { return };
        let in_tls = addresses.iter().any(|(word, _)| word.starts_with("https://"))
            || one
                .inside()
                .iter()
                .any(|inner| inner.name == "transport" && inner.inside().iter().any(|it| it.name.starts_with("tls")));
        let to = servers.iter().map(|server| server.address.as_str()).collect::<Vec<_>>().join(" ");
        let pass = Pass {
            directive: one.name.clone(),
            scheme: (one.name == "reverse_proxy").then(|| if in_tls { "https" } else { "http" }.to_owned()),
            to: to.clone(),
            resolves: first.resolves,
            place: first.place,
        };
        if servers.len() > 1 {
            self.pools.push(Pool { name: to, servers, settings: Vec::new(), place: one.place });
        }
        self.routes.push(Route {
            matching: picked.0,
            pattern: picked.1,
            pass: Some(pass),
            settings: settings(one),
            otherwise: None,
            conditional: conditional || unclear,
            inside: Vec::new(),
            place: one.place,
        });
    }
}

fn settings(one: &Directive) -> Vec<Setting> {
    let transport = one.inside().iter().filter(|inner| inner.name == "transport").flat_map(|inner| inner.inside());
    let known = one.inside().iter().chain(transport).filter(|inner| KNOWN.contains(&inner.name.as_str()));
    let setting = |inner: &Directive| Setting {
        name: inner.name.clone(),
        value: inner.words.join(" "),
        scope: Scope::Route,
        place: inner.place,
    };
    known.map(setting).collect()
}

/// Without its scheme.
fn bare(word: &str) -> String {
    let rest = word.split_once("://").map_or(word, |(_, rest)| rest);
    match word.strip_prefix("unix/") {
        Some(path) => format!("unix:{path}"),
        None => rest.split('/').next().unwrap_or_default().to_owned(),
    }
}

/// Names are looked up for each connection.
fn resolves(word: &str) -> Resolves {
    let address = bare(word);
    let host = address.rsplit_once(':').map_or(address.as_str(), |(host, _)| host);
    let is_address = host.trim_matches(['[', ']']).parse::<std::net::IpAddr>().is_ok() || address.starts_with("unix:");
    if is_address { Resolves::Never } else { Resolves::Running }
}

#[cfg(test)]
mod tests {
    use crate::configuration::follow;
    use crate::configuration::testing::{ends, read_as};

    const SHOP: &str = "{
  admin off
}
(shop) {
  reverse_proxy 203.0.113.101:8081 {
    transport http {
      dial_timeout 2s
    }
  }
}
other.test {
  reverse_proxy localhost:9000
}
shop.test, www.shop.test {
  handle /api/* {
    reverse_proxy https://api.internal:8443 10.0.0.2:8443
  }
  @docs path /docs*
  reverse_proxy @docs 10.0.0.3:80
  import shop
}
";

    #[test]
    fn a_site_leads_to_its_servers_with_snippets_and_matchers() {
        let configuration = read_as("/etc/caddy/Caddyfile", SHOP).unwrap();
        assert_eq!(ends(&configuration, "/"), ["203.0.113.101:8081 at 5"]);
        assert_eq!(ends(&configuration, "/api/x"), ["api.internal:8443 at 16", "10.0.0.2:8443 at 16"]);
        assert_eq!(ends(&configuration, "/docs/a"), ["10.0.0.3:80 at 19"]);
        let followed = follow(&configuration, "/").unwrap();
        assert_eq!(followed.route.setting("dial_timeout").map(|one| one.place.line), Some(7));
        assert_eq!(configuration.other_sites, 1);
    }

    #[test]
    fn a_site_may_take_every_name_and_stand_without_braces() {
        let any = read_as("Caddyfile", "http://:80 {\n reverse_proxy a:1\n}\n:443 {\n reverse_proxy b:2\n}").unwrap();
        assert_eq!(ends(&any, "/"), ["b:2 at 5"]);
        assert_eq!(any.site.map(|site| site.by_name), Some(false));
        let alone = read_as("Caddyfile", "shop.test\n\nreverse_proxy b:2\n").unwrap();
        assert_eq!(ends(&alone, "/"), ["b:2 at 3"]);
    }

    #[test]
    fn what_depends_on_more_than_the_path_decides_nothing() {
        let text = "shop.test {\n @ws header Connection Upgrade\n reverse_proxy @ws a:1\n reverse_proxy b:2\n}";
        assert_eq!(ends(&read_as("Caddyfile", text).unwrap(), "/"), [""; 0]);
    }

    #[test]
    fn what_is_broken_is_told() {
        for text in [
            "shop.test {\n reverse_proxy a:1\n",
            "shop.test {\n reverse_proxy \"a:1\n}",
            "shop.test {\n reverse_proxy a\n}\n}",
        ] {
            assert!(read_as("Caddyfile", text).unwrap_err().contains("line "), "{text}");
        }
        assert!(read_as("Caddyfile", "(a) {\n import a\n}\nshop.test {\n import a\n reverse_proxy b:1\n}").is_ok());
    }
}
