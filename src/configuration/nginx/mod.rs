//! nginx: which server block answers for a site, and where its locations pass requests.

mod lexer;
mod names;
mod pass;
mod settings;
mod tree;

use std::collections::BTreeMap;

use super::directive::Directive;
use super::sources::Sources;
use super::{Found, Wish};
use crate::model::configuration::{Matching, Pool, PoolServer, Route, Scope, Setting, Site};
use names::Fit;
use settings::{inherit, own};
pub use tree::directives;

/// Locations of a site, with those inside others, that are read at the most.
const MOST_ROUTES: usize = 300;

/// Reads the files.
///
/// # Errors
/// What is wrong with the file that was handed over.
pub fn read(sources: &mut Sources<'_>, file: usize, wish: &Wish<'_>) -> Result<Found, String> {
    let top = tree::directives(sources, file, &[])?;
    let main = main_settings(&top);
    // A file of `conf.d` begins inside the http block.
    let mut outer: Vec<&[Directive]> = top.iter().filter(|one| one.name == "http").map(|http| http.inside()).collect();
    outer.push(&top);
    let mut servers: Vec<(&Directive, Vec<Setting>)> = Vec::new();
    let mut pools = Vec::new();
    for block in outer {
        let inherited = inherit(&main, own(block, Scope::Sites));
        servers.extend(
            block.iter().filter(|one| one.name == "server" && one.block.is_some()).map(|one| (one, inherited.clone())),
        );
        pools.extend(block.iter().filter(|one| one.name == "upstream").map(pool));
    }
    let count = servers.len();
    let site = choose(&servers, wish).map(|(server, fit, inherited)| site(server, fit, inherited, &pools));
    let pools = site.as_ref().map_or_else(Vec::new, |site| used(pools, &site.routes));
    Ok(Found { other_sites: count.saturating_sub(usize::from(site.is_some())), site, pools, main })
}

/// Settings of the whole program, and the place of the events block, beside which such settings stand.
fn main_settings(top: &[Directive]) -> Vec<Setting> {
    let mut main = own(top, Scope::Main);
    for events in top.iter().filter(|one| one.name == "events") {
        main.extend(own(events.inside(), Scope::Main));
        main.push(Setting { name: "events".to_owned(), value: String::new(), scope: Scope::Main, place: events.place });
    }
    // Those of http stand in snippets too, and are no settings of the whole program.
    main.retain(|setting| {
        ["worker_rlimit_nofile", "worker_connections", "worker_processes", "events"].contains(&setting.name.as_str())
    });
    main
}

fn pool(upstream: &Directive) -> Pool {
    let server = |one: &Directive| PoolServer {
        name: String::new(),
        address: one.first_word().to_owned(),
        parameters: one.words.iter().skip(1).cloned().collect(),
        resolves: pass::resolves(one.first_word(), one.words.iter().any(|word| word == "resolve")),
        place: one.place,
    };
    let is_server = |one: &&Directive| one.name == "server" && !one.words.is_empty();
    Pool {
        name: upstream.first_word().to_owned(),
        servers: upstream.inside().iter().filter(is_server).map(server).collect(),
        settings: own(upstream.inside(), Scope::Route),
        place: upstream.place,
    }
}

/// The pools to which the routes pass requests.
fn used(pools: Vec<Pool>, routes: &[Route]) -> Vec<Pool> {
    fn names(route: &Route, wanted: &mut Vec<String>) {
        wanted.extend(route.pass.iter().map(|pass| pass.to.clone()));
        route.inside.iter().for_each(|inner| names(inner, wanted));
    }
    let mut wanted = Vec::new();
    routes.iter().for_each(|route| names(route, &mut wanted));
    pools.into_iter().filter(|pool| wanted.contains(&pool.name)).collect()
}

/// The server block that answers, by port and name (nginx's own order: exact, `*.name`, `name.*`, expression, default).
fn choose<'d>(
    servers: &[(&'d Directive, Vec<Setting>)],
    wish: &Wish<'_>,
) -> Option<(&'d Directive, Fit, Vec<Setting>)> {
    let at_port = |server: &Directive| names::listens(server).iter().any(|listen| listen.port == wish.port);
    let mut candidates: Vec<&(&Directive, Vec<Setting>)> =
        servers.iter().filter(|(server, _)| at_port(server)).collect();
    // Another machine in front may take requests at another port.
    if candidates.is_empty() {
        candidates = servers.iter().collect();
    }
    let fits: Vec<(Fit, &(&'d Directive, Vec<Setting>))> =
        candidates.iter().map(|one| (names::fit(one.0, wish.host, wish.port), *one)).collect();
    let best = fits.iter().map(|(fit, _)| *fit).max().filter(|fit| *fit > Fit::No)?;
    let mut equal = fits.into_iter().filter(|(fit, _)| *fit == best);
    let (fit, (server, inherited)) = equal.next()?;
    // Of two with the same name the first answers, where they listen alike; otherwise the address decides, which is
    // not known here.
    let first = names::listens(server);
    let shared = |other: &names::Listen| first.iter().any(|own| own.at == other.at && own.port == other.port);
    let alike = equal.all(|(_, (other, _))| names::listens(other).iter().any(shared));
    (alike || best <= Fit::First).then(|| (*server, fit, inherited.clone()))
}

fn site(server: &Directive, fit: Fit, inherited: Vec<Setting>, pools: &[Pool]) -> Site {
    let inherited = inherit(&inherited, own(server.inside(), Scope::Site));
    let variables = pass::variables(server.inside());
    let mut left = MOST_ROUTES;
    let mut routes = routes(server.inside(), &inherited, &variables, pools, &mut left);
    // What is rewritten or answered before a location is chosen takes every route.
    if pass::is_conditional(server.inside()) {
        routes.iter_mut().for_each(|route| route.conditional = true);
    }
    // Where no location fits, the server block itself answers.
    routes.push(Route {
        matching: Matching::All,
        pattern: String::new(),
        pass: None,
        settings: inherited,
        otherwise: pass::otherwise(server.inside()),
        conditional: pass::is_conditional(server.inside()),
        inside: Vec::new(),
        place: server.place,
    });
    let mut ports: Vec<u16> = names::listens(server).into_iter().map(|listen| listen.port).collect();
    ports.dedup();
    Site { names: names::names(server), ports, by_name: fit >= Fit::Expression, routes, place: server.place }
}

fn routes(
    block: &[Directive],
    inherited: &[Setting],
    variables: &BTreeMap<String, String>,
    pools: &[Pool],
    left: &mut usize,
) -> Vec<Route> {
    let mut found = Vec::new();
    for location in block.iter().filter(|one| one.name == "location" && one.block.is_some()) {
        if *left == 0 {
            break;
        }
        *left -= 1;
        let (matching, pattern) = matching(&location.words);
        let settings = inherit(inherited, own(location.inside(), Scope::Route));
        let mut variables = variables.clone();
        variables.extend(pass::variables(location.inside()));
        found.push(Route {
            matching,
            pattern,
            pass: pass::pass(location.inside(), &variables, pools),
            inside: routes(location.inside(), &settings, &variables, pools, left),
            settings,
            otherwise: pass::otherwise(location.inside()),
            conditional: pass::is_conditional(location.inside()),
            place: location.place,
        });
    }
    found
}

/// `= /x`, `^~ /x`, `~ expression`, `~* expression`, `@name`, `/x`; the sign may stand at the word itself.
fn matching(words: &[String]) -> (Matching, String) {
    let (sign, pattern) = match words {
        [sign, pattern, ..] => (sign.as_str(), pattern.as_str()),
        [one] => {
            let signs = ["^~", "~*", "~", "="];
            let sign = signs.into_iter().find(|sign| one.starts_with(sign)).unwrap_or_default();
            (sign, one.strip_prefix(sign).unwrap_or(one))
        }
        [] => ("", ""),
    };
    let matching = match sign {
        "=" => Matching::Exact,
        "^~" => Matching::FinalPrefix,
        "~" => Matching::Expression,
        "~*" => Matching::ExpressionAnyCase,
        _ if pattern.starts_with('@') => Matching::Named,
        _ => Matching::Prefix,
    };
    (matching, pattern.to_owned())
}

#[cfg(test)]
mod tests;
