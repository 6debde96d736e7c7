//! HAProxy: which frontend takes a request, which backend it goes to, and the servers there (configuration manual,
//! sections 2 and 4).

use std::ops::Range;

use super::sources::Sources;
use super::{Found, Wish};
use crate::model::configuration::{Matching, Pass, Place, Pool, PoolServer, Resolves, Route, Scope, Setting, Site};

/// A line that is not empty.
struct Line {
    words: Vec<String>,
    place: Place,
}

/// A section: its first line, and the lines up to the next one.
struct Section {
    head: usize,
    body: Range<usize>,
}

const SECTIONS: [&str; 14] = [
    "global",
    "defaults",
    "frontend",
    "backend",
    "listen",
    "resolvers",
    "peers",
    "mailers",
    "userlist",
    "cache",
    "program",
    "ring",
    "http-errors",
    "fcgi-app",
];
/// Keywords that bear on failures.
const KNOWN: [&str; 6] = ["maxconn", "fullconn", "retries", "mode", "http-reuse", "balance"];

/// Reads the file.
///
/// # Errors
/// It has no section.
pub fn read(sources: &mut Sources<'_>, file: usize, wish: &Wish<'_>) -> Result<Found, String> {
    let lines = lines(sources.text(file), file)?;
    let sections = sections(&lines);
    let proxies = proxies(&lines, &sections);
    if proxies.is_empty() {
        return Err("there is no frontend, listen or backend section".to_owned());
    }
    let takes = |proxy: &&Proxy<'_>| proxy.listens;
    let mut chosen: Vec<&Proxy<'_>> =
        proxies.iter().filter(takes).filter(|proxy| proxy.ports.contains(&wish.port)).collect();
    // Another machine in front may take requests at another port.
    if chosen.is_empty() {
        chosen = proxies.iter().filter(takes).collect();
    }
    let count = proxies.iter().filter(takes).count();
    let [frontend] = chosen.as_slice() else {
        return Ok(Found { site: None, other_sites: count, pools: Vec::new(), main: Vec::new() });
    };
    let route = route(frontend, &proxies);
    let named = route.pass.as_ref().map(|pass| pass.to.clone());
    let pools = proxies.iter().filter(|proxy| Some(&proxy.name) == named.as_ref()).map(pool).collect();
    let site = Site {
        names: Vec::new(),
        ports: frontend.ports.clone(),
        by_name: true,
        routes: vec![route],
        place: frontend.place,
    };
    Ok(Found { site: Some(site), other_sites: count.saturating_sub(1), pools, main: Vec::new() })
}

/// Words of each line: quotes, backslashes, comments.
fn lines(text: &str, file: usize) -> Result<Vec<Line>, String> {
    let mut found = Vec::new();
    for (number, line) in text.lines().enumerate() {
        let words = words(line).ok_or_else(|| format!("line {}: a quotation mark is not closed", number + 1))?;
        if !words.is_empty() {
            found.push(Line { words, place: Place { file, line: number + 1 } });
        }
    }
    Ok(found)
}

fn words(line: &str) -> Option<Vec<String>> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut quote: Option<char> = None;
    let mut rest = line.chars();
    while let Some(c) = rest.next() {
        match (c, quote) {
            (c, Some(end)) if c == end => quote = None,
            ('\\', None | Some('"')) => word.get_or_insert_default().extend(rest.next()),
            (c, Some(_)) => word.get_or_insert_default().push(c),
            ('"' | '\'', None) => {
                quote = Some(c);
                word.get_or_insert_default();
            }
            ('#', None) => break,
            (c, None) if c.is_whitespace() => words.extend(word.take()),
            (c, None) => word.get_or_insert_default().push(c),
        }
    }
    words.extend(word);
    quote.is_none().then_some(words)
}

fn sections(lines: &[Line]) -> Vec<Section> {
    let is_head = |line: &Line| line.words.first().is_some_and(|word| SECTIONS.contains(&word.as_str()));
    let heads: Vec<usize> = lines.iter().enumerate().filter(|(_, line)| is_head(line)).map(|(at, _)| at).collect();
    let end = |at: usize| heads.get(at + 1).copied().unwrap_or(lines.len());
    heads.iter().enumerate().map(|(at, head)| Section { head: *head, body: head + 1..end(at) }).collect()
}

/// A frontend, a backend, or both in one.
struct Proxy<'l> {
    name: String,
    place: Place,
    listens: bool,
    ports: Vec<u16>,
    body: &'l [Line],
    settings: Vec<Setting>,
}

/// All of them, with the defaults that stand before each.
fn proxies<'l>(lines: &'l [Line], sections: &[Section]) -> Vec<Proxy<'l>> {
    let mut defaults: Vec<Setting> = Vec::new();
    let mut proxies = Vec::new();
    for section in sections {
        let (Some(head), Some(body)) = (lines.get(section.head), lines.get(section.body.clone())) else { continue };
        let kind = head.words.first().map_or("", String::as_str);
        match kind {
            "defaults" => defaults = settings(body, Scope::Sites),
            "frontend" | "backend" | "listen" => {
                let own = settings(body, if kind == "frontend" { Scope::Site } else { Scope::Route });
                proxies.push(Proxy {
                    name: head.words.get(1).cloned().unwrap_or_default(),
                    place: head.place,
                    listens: kind != "backend",
                    ports: ports(body),
                    body,
                    settings: inherit(&defaults, own),
                });
            }
            _ => {}
        }
    }
    proxies
}

fn settings(body: &[Line], scope: Scope) -> Vec<Setting> {
    let setting = |line: &Line| {
        let (first, rest) = line.words.split_first()?;
        let (name, value) = match rest.split_first() {
            Some((which, value)) if first == "timeout" => (format!("timeout {which}"), value.join(" ")),
            _ if KNOWN.contains(&first.as_str()) => (first.clone(), rest.join(" ")),
            _ => return None,
        };
        Some(Setting { name, value, scope, place: line.place })
    };
    body.iter().filter_map(setting).collect()
}

fn inherit(outer: &[Setting], own: Vec<Setting>) -> Vec<Setting> {
    let stays = |setting: &&Setting| !own.iter().any(|other| other.name == setting.name);
    outer.iter().filter(stays).cloned().collect::<Vec<_>>().into_iter().chain(own.clone()).collect()
}

/// `bind :443`, `bind 10.0.0.1:80,10.0.0.1:81`, `bind *:8000-8005`.
fn ports(body: &[Line]) -> Vec<u16> {
    let binds = body.iter().filter(|line| line.words.first().is_some_and(|word| word == "bind"));
    let addresses = binds.filter_map(|line| line.words.get(1)).flat_map(|addresses| addresses.split(','));
    let ports = addresses.flat_map(|address| {
        let port = address.rsplit_once(':').map_or("", |(_, port)| port);
        let (first, last) = port.split_once('-').unwrap_or((port, port));
        match (first.parse::<u16>(), last.parse::<u16>()) {
            (Ok(first), Ok(last)) => (first..=last).collect::<Vec<u16>>(),
            _ => Vec::new(),
        }
    });
    ports.collect()
}

fn route(frontend: &Proxy<'_>, proxies: &[Proxy<'_>]) -> Route {
    let line =
        |keyword: &str| frontend.body.iter().rev().find(|line| line.words.first().is_some_and(|word| word == keyword));
    let with_servers = has_servers(frontend);
    let named = line("default_backend");
    let to = match named.and_then(|line| line.words.get(1)) {
        Some(name) => Some((name.as_str(), named.map_or(frontend.place, |line| line.place))),
        None => with_servers.then_some((frontend.name.as_str(), frontend.place)),
    };
    let backend = to.and_then(|(name, _)| proxies.iter().find(|proxy| proxy.name == name && has_servers(proxy)));
    let pass = to.map(|(name, place)| Pass {
        directive: if named.is_some() { "default_backend" } else { "listen" }.to_owned(),
        scheme: backend.and_then(scheme),
        to: name.to_owned(),
        resolves: Resolves::Never,
        place,
    });
    Route {
        matching: Matching::All,
        pattern: String::new(),
        pass,
        settings: backend.map_or_else(|| frontend.settings.clone(), |backend| backend.settings.clone()),
        otherwise: None,
        // Which of several backends it is depends on conditions.
        conditional: line("use_backend").is_some() || line("use-server").is_some(),
        inside: Vec::new(),
        place: frontend.place,
    }
}

fn servers<'p>(proxy: &'p Proxy<'_>) -> impl Iterator<Item = &'p Line> {
    proxy.body.iter().filter(|line| line.words.first().is_some_and(|word| word == "server") && line.words.len() > 2)
}

fn has_servers(proxy: &Proxy<'_>) -> bool {
    servers(proxy).next().is_some()
}

/// What is spoken to its servers, where they are all spoken to alike.
fn scheme(proxy: &Proxy<'_>) -> Option<String> {
    let in_tls = servers(proxy).filter(|line| line.words.iter().any(|word| word == "ssl")).count();
    match in_tls {
        0 => Some("http".to_owned()),
        all if all == servers(proxy).count() => Some("https".to_owned()),
        _ => None,
    }
}

fn pool(proxy: &Proxy<'_>) -> Pool {
    let server = |line: &Line| {
        let address = line.words.get(2).map_or("", String::as_str);
        let family = ["ipv4@", "ipv6@"].into_iter().find_map(|family| address.strip_prefix(family));
        let bare = family.unwrap_or(address);
        let host = bare.rsplit_once(':').map_or(bare, |(host, _)| host);
        let is_address = host.trim_matches(['[', ']']).parse::<std::net::IpAddr>().is_ok();
        let is_socket = bare.starts_with('/') || bare.starts_with("unix@");
        let parameters: Vec<String> = line.words.iter().skip(3).cloned().collect();
        PoolServer {
            name: line.words.get(1).cloned().unwrap_or_default(),
            address: bare.to_owned(),
            resolves: match () {
                () if is_address || is_socket => Resolves::Never,
                () if parameters.iter().any(|word| word == "resolvers") => Resolves::Running,
                () => Resolves::AtStart,
            },
            parameters,
            place: line.place,
        }
    };
    Pool {
        name: proxy.name.clone(),
        servers: servers(proxy).map(server).collect(),
        settings: proxy.settings.clone(),
        place: proxy.place,
    }
}

#[cfg(test)]
mod tests {
    use crate::configuration::follow;
    use crate::configuration::testing::{ends, read_as};

    const SHOP: &str = "global
  maxconn 200
defaults
  mode http
  timeout connect 5s
  timeout server 30s # seconds
frontend web
  bind :80
  bind :443 ssl crt /etc/x.pem
  redirect scheme https unless { ssl_fc }
  default_backend app
frontend stats
  bind 127.0.0.1:8404
backend app
  timeout server 3s
  server app1 203.0.113.101:8081 check maxconn 20
  server \"app two\" backend.test:8080 check
";

    #[test]
    fn a_frontend_leads_to_its_backend() {
        let configuration = read_as("/etc/haproxy/haproxy.cfg", SHOP).unwrap();
        assert_eq!(ends(&configuration, "/x"), ["203.0.113.101:8081 at 16", "backend.test:8080 at 17"]);
        let followed = follow(&configuration, "/").unwrap();
        let setting = |name: &str| followed.route.setting(name).map(|one| (one.value.as_str(), one.place.line));
        assert_eq!(setting("timeout server"), Some(("3s", 15)));
        assert_eq!(setting("timeout connect"), Some(("5s", 5)));
        assert_eq!(followed.pool.map(|pool| pool.servers[1].name.as_str()), Some("app two"));
    }

    #[test]
    fn conditions_and_several_frontends_decide_nothing() {
        let conditional =
            SHOP.replace("  default_backend app\n", "  use_backend other if { path /x }\n  default_backend app\n");
        assert_eq!(ends(&read_as("haproxy.cfg", &conditional).unwrap(), "/"), [""; 0]);
        let two = SHOP.replace("127.0.0.1:8404", ":443");
        assert!(read_as("haproxy.cfg", &two).unwrap().site.is_none());
    }

    #[test]
    fn what_is_broken_is_told() {
        assert!(read_as("haproxy.cfg", "backend x\n server \"a").unwrap_err().contains("line 2"));
        assert!(read_as("haproxy.cfg", "global\n maxconn 1\ndefaults\n mode http").is_err());
    }
}
