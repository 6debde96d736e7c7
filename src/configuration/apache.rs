//! Apache: which virtual host answers, and where `ProxyPass` sends requests (httpd.apache.org/docs/2.4, mod_proxy).

mod tree;

use super::directive::Directive;
use super::sources::Sources;
use super::{Found, Wish};
use crate::model::configuration::{Matching, Pass, Pool, PoolServer, Resolves, Route, Scope, Setting, Site};

pub use tree::directives;

/// Directives that bear on failures.
const KNOWN: [&str; 8] = [
    "proxytimeout",
    "timeout",
    "proxyiobuffersize",
    "proxyreceivebuffersize",
    "limitrequestbody",
    "limitrequestfieldsize",
    "sslproxyverify",
    "sslproxycacertificatefile",
];

/// Reads the file.
///
/// # Errors
/// What is wrong with it.
pub fn read(sources: &mut Sources<'_>, file: usize, wish: &Wish<'_>) -> Result<Found, String> {
    let top = tree::directives(sources, file)?;
    let hosts: Vec<&Directive> = top.iter().filter(|one| one.is("VirtualHost")).collect();
    let at_port: Vec<&&Directive> =
        hosts.iter().filter(|host| ports(host).iter().any(|port| port.is_none_or(|port| port == wish.port))).collect();
    let named = at_port.iter().find(|host| names_it(host, wish.host));
    let chosen = named.or(at_port.first()).map(|host| **host);
    let outer = settings(&top, Scope::Sites);
    let mut pools = balancers(&top);
    let (block, place, by_name) = match chosen {
        Some(host) => (host.inside(), host.place, named.is_some()),
        // Without virtual hosts the main server answers.
        None if hosts.is_empty() => (top.as_slice(), top.first().map_or_else(Default::default, |one| one.place), false),
        None => return Ok(Found { site: None, other_sites: hosts.len(), pools: Vec::new(), main: Vec::new() }),
    };
    pools.extend(balancers(block));
    let own = settings(block, Scope::Site);
    let settings = inherit(&outer, own);
    let mut routes = routes(block, &settings, &pools);
    if chosen.is_some() {
        routes.extend(self::routes(&top, &settings, &pools));
    }
    // A rule that rewrites to another server decides first.
    let rewrites =
        block.iter().any(|one| one.is("RewriteRule") && one.words.last().is_some_and(|flags| flags.contains('P')));
    if rewrites {
        routes.iter_mut().for_each(|route| route.conditional = true);
    }
    let used: Vec<String> = routes.iter().filter_map(|route| Some(route.pass.as_ref()?.to.clone())).collect();
    pools.retain(|pool| used.contains(&pool.name));
    let names =
        block.iter().filter(|one| one.is("ServerName") || one.is("ServerAlias")).flat_map(|one| one.words.clone());
    let ports = chosen.map(ports).unwrap_or_default().into_iter().flatten().collect();
    let site = Site { names: names.collect(), ports, by_name, routes, place };
    let other_sites = hosts.len().saturating_sub(usize::from(chosen.is_some()));
    Ok(Found { site: Some(site), other_sites, pools, main: Vec::new() })
}

/// The ports of `<VirtualHost *:443 [::]:443>`; `None` for one that takes all.
fn ports(host: &Directive) -> Vec<Option<u16>> {
    host.words.iter().map(|address| address.rsplit_once(':').and_then(|(_, port)| port.parse().ok())).collect()
}

fn names_it(host: &Directive, wanted: &str) -> bool {
    let said = host.inside().iter().filter(|one| one.is("ServerName") || one.is("ServerAlias"));
    let fits = |name: &String| {
        let bare = name.split_once("://").map_or(name.as_str(), |(_, rest)| rest);
        let bare = bare.split(':').next().unwrap_or_default().to_ascii_lowercase();
        let wildcard = bare
            .strip_prefix("*.")
            .is_some_and(|domain| wanted.strip_suffix(domain).is_some_and(|rest| rest.ends_with('.')));
        bare == wanted || wildcard
    };
    said.flat_map(|one| &one.words).any(fits)
}

fn settings(block: &[Directive], scope: Scope) -> Vec<Setting> {
    let known = block.iter().filter(|one| KNOWN.contains(&one.name.to_ascii_lowercase().as_str()));
    known.map(|one| Setting { name: one.name.clone(), value: one.words.join(" "), scope, place: one.place }).collect()
}

fn inherit(outer: &[Setting], own: Vec<Setting>) -> Vec<Setting> {
    let stays = |setting: &&Setting| !own.iter().any(|other| other.name.eq_ignore_ascii_case(&setting.name));
    let outer: Vec<Setting> = outer.iter().filter(stays).cloned().collect();
    [outer, own].concat()
}

/// `<Proxy balancer://name>` with its members.
fn balancers(block: &[Directive]) -> Vec<Pool> {
    let named = block.iter().filter(|one| one.is("Proxy"));
    let pool = |one: &Directive| {
        let name = one.words.first()?.strip_prefix("balancer://")?.trim_end_matches('/').to_owned();
        let members = one.inside().iter().filter(|inner| inner.is("BalancerMember"));
        let server = |member: &Directive| {
            let (_, address) = parted(member.words.first()?);
            let parameters = member.words.iter().skip(1).cloned().collect();
            Some(PoolServer {
                name: String::new(),
                resolves: resolves(&address),
                address,
                parameters,
                place: member.place,
            })
        };
        Some(Pool { name, servers: members.filter_map(server).collect(), settings: Vec::new(), place: one.place })
    };
    named.filter_map(pool).collect()
}

fn routes(block: &[Directive], settings: &[Setting], pools: &[Pool]) -> Vec<Route> {
    let mut routes = Vec::new();
    for one in block {
        if one.is("ProxyPass") || one.is("ProxyPassMatch") {
            routes.extend(route(one, one.words.first(), one.words.get(1), settings, pools));
        }
        if one.is("Location") || one.is("LocationMatch") {
            let path = one.words.first().cloned();
            for inner in one.inside().iter().filter(|inner| inner.is("ProxyPass") || inner.is("ProxyPassMatch")) {
                let mut found = route(inner, path.as_ref(), inner.words.first(), settings, pools);
                let by_expression = one.is("LocationMatch") || path.as_deref() == Some("~");
                found.iter_mut().for_each(|route| route.conditional = by_expression);
                routes.extend(found);
            }
        }
    }
    routes
}

fn route(
    one: &Directive,
    path: Option<&String>,
    url: Option<&String>,
    settings: &[Setting],
    pools: &[Pool],
) -> Option<Route> {
    let (path, url) = (path?, url?);
    let matching = if one.is("ProxyPassMatch") { Matching::Expression } else { Matching::Prefix };
    let (scheme, address) = parted(url);
    let (scheme, to) = match scheme.as_str() {
        "balancer" => (None, address.trim_end_matches('/').to_owned()),
        scheme => (Some(scheme.to_owned()), address),
    };
    let is_pool = pools.iter().any(|pool| pool.name == to);
    let parameters = one.words.iter().filter_map(|word| word.split_once('='));
    let own = parameters
        .filter(|(name, _)| ["timeout", "connectiontimeout", "retry", "disablereuse", "keepalive"].contains(name));
    let own = own.map(|(name, value)| Setting {
        name: format!("ProxyPass {name}"),
        value: value.to_owned(),
        scope: Scope::Route,
        place: one.place,
    });
    let pass = Pass {
        directive: one.name.clone(),
        resolves: if is_pool { Resolves::Never } else { resolves(&to) },
        scheme,
        to,
        place: one.place,
    };
    Some(Route {
        matching,
        pattern: path.clone(),
        // `ProxyPass /images !` passes nothing.
        pass: (url != "!").then_some(pass),
        settings: [settings.to_vec(), own.collect()].concat(),
        otherwise: None,
        conditional: false,
        inside: Vec::new(),
        place: one.place,
    })
}

/// Scheme, and host with port, of `http://10.0.0.5:8080/path` or `unix:/run/app.sock|fcgi://localhost/`.
fn parted(url: &str) -> (String, String) {
    if let Some((socket, rest)) = url.strip_prefix("unix:").and_then(|rest| rest.split_once('|')) {
        let scheme = rest.split_once("://").map_or(rest, |(scheme, _)| scheme);
        return (scheme.to_ascii_lowercase(), format!("unix:{socket}"));
    }
    let (scheme, rest) = url.split_once("://").unwrap_or(("", url));
    let authority = rest.split(['/', '$']).next().unwrap_or_default();
    let host = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
    (scheme.to_ascii_lowercase(), host.to_owned())
}

/// A name is looked up when a worker begins to use it, and kept as long as its connections are reused.
fn resolves(address: &str) -> Resolves {
    let host = address.rsplit_once(':').map_or(address, |(host, _)| host);
    let is_address = host.trim_matches(['[', ']']).parse::<std::net::IpAddr>().is_ok() || address.starts_with("unix:");
    if is_address { Resolves::Never } else { Resolves::AtStart }
}

#[cfg(test)]
mod tests {
    use crate::configuration::follow;
    use crate::configuration::testing::{ends, read_as};

    const SHOP: &str = "ServerRoot /etc/apache2
ProxyTimeout 60
Define APP 203.0.113.101
<VirtualHost *:80>
  ServerName shop.test
  Redirect / https://shop.test/
</VirtualHost>
<VirtualHost *:443>
  ServerName other.test
  ProxyPass / http://10.9.9.9/
</VirtualHost>
<VirtualHost *:443>
  ServerName shop.test
  ProxyPass /static !
  ProxyPass /pool balancer://cluster/
  ProxyPass / \\
    http://${APP}:8081/ connectiontimeout=2 timeout=3
  <Proxy balancer://cluster>
    BalancerMember http://10.0.0.1:8080
    BalancerMember http://app.internal:8080 route=2
  </Proxy>
</VirtualHost>
";

    #[test]
    fn a_virtual_host_leads_to_its_servers() {
        let configuration = read_as("/etc/apache2/apache2.conf", SHOP).unwrap();
        assert_eq!(ends(&configuration, "/"), ["203.0.113.101:8081 at 16"]);
        assert_eq!(ends(&configuration, "/pool/x"), ["10.0.0.1:8080 at 19", "app.internal:8080 at 20"]);
        assert_eq!(ends(&configuration, "/static/x"), [""; 0]);
        let followed = follow(&configuration, "/").unwrap();
        let values: Vec<&str> = followed.route.settings.iter().map(|one| one.value.as_str()).collect();
        assert_eq!(values, ["60", "2", "3"]);
        assert_eq!(followed.site.place.line, 12);
    }

    #[test]
    fn rewriting_and_expressions_decide_nothing() {
        let rewriting = SHOP.replace("  ProxyPass /static !\n", "  RewriteRule ^/x http://10.0.0.7/ [P,L]\n");
        assert_eq!(ends(&read_as("apache2.conf", &rewriting).unwrap(), "/"), [""; 0]);
        let by_match =
            "<VirtualHost *>\nServerName shop.test\nProxyPassMatch ^/(.*)$ http://10.0.0.7:80/$1\n</VirtualHost>";
        assert_eq!(ends(&read_as("apache2.conf", by_match).unwrap(), "/a"), ["10.0.0.7:80 at 3"]);
    }

    #[test]
    fn sockets_and_broken_files() {
        let socket = "<VirtualHost *:443>\nServerName shop.test\nProxyPass / \"unix:/run/php/fpm.sock|fcgi://localhost/srv/\"\n</VirtualHost>";
        assert_eq!(ends(&read_as("apache2.conf", socket).unwrap(), "/"), ["unix:/run/php/fpm.sock at 3"]);
        for text in ["<VirtualHost *:80>\nServerName a", "ServerName a\n</VirtualHost>", "<VirtualHost *>\n</Location>"]
        {
            assert!(read_as("apache2.conf", text).unwrap_err().contains("line "), "{text}");
        }
    }
}
