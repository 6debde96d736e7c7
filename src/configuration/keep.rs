//! Which lines of the files are kept: those that a change may touch, with their neighbours, and none with a secret.

use std::collections::BTreeSet;

use super::Found;
use super::sources::Sources;
use crate::model::configuration::{Configuration, Gateway, KeptLine, Place, Route, Setting, Site};
use crate::model::secret;

/// Neighbours kept on each side: as many as a unified diff shows.
const AROUND: usize = 3;
/// Lines that are kept at the most.
const MOST_LINES: usize = 1_500;
/// A longer line is none that a person would edit, in bytes.
const LONGEST: usize = 400;

pub fn configuration(gateway: Gateway, sources: Sources<'_>, found: Found) -> Configuration {
    let mut places = BTreeSet::new();
    if let Some(site) = &found.site {
        of_site(site, &mut places);
    }
    for pool in &found.pools {
        places.insert(pool.place);
        places.extend(pool.servers.iter().map(|server| server.place));
        of_settings(&pool.settings, &mut places);
    }
    of_settings(&found.main, &mut places);
    let wanted: BTreeSet<Place> = places
        .into_iter()
        .flat_map(|place| {
            let first = place.line.saturating_sub(AROUND).max(1);
            (first..=place.line + AROUND).map(move |line| Place { line, ..place })
        })
        .collect();
    Configuration {
        gateway,
        files: sources.told(),
        lines: lines(&sources, &wanted),
        site: found.site,
        other_sites: found.other_sites,
        pools: found.pools,
        main: found.main,
        unread: sources.unread,
        cut: sources.cut,
    }
}

fn of_site(site: &Site, places: &mut BTreeSet<Place>) {
    fn of_routes(routes: &[Route], places: &mut BTreeSet<Place>) {
        for route in routes {
            places.insert(route.place);
            places.extend(route.pass.iter().map(|pass| pass.place));
            of_settings(&route.settings, places);
            of_routes(&route.inside, places);
        }
    }
    places.insert(site.place);
    of_routes(&site.routes, places);
}

fn of_settings(settings: &[Setting], places: &mut BTreeSet<Place>) {
    places.extend(settings.iter().map(|setting| setting.place));
}

fn lines(sources: &Sources<'_>, wanted: &BTreeSet<Place>) -> Vec<KeptLine> {
    let mut kept = Vec::new();
    let files: BTreeSet<usize> = wanted.iter().map(|place| place.file).collect();
    for file in files {
        for (number, text) in sources.text(file).split_terminator('\n').enumerate() {
            let place = Place { file, line: number + 1 };
            if wanted.contains(&place) && kept.len() < MOST_LINES && is_harmless(text) {
                kept.push(KeptLine { place, text: text.to_owned() });
            }
        }
    }
    kept
}

/// Words beside which secrets stand.
const TELLING: [&str; 16] = [
    "passw",
    "db_pass",
    "pwd",
    "secret",
    "token",
    "authorization",
    "api-key",
    "api_key",
    "apikey",
    "credential",
    "cookie",
    " auth ",
    "basicauth",
    "basic_auth",
    "bearer",
    "private",
];
/// Directives whose values are the application's own: its environment, and headers that only it knows.
const OF_THE_APPLICATION: [&str; 10] = [
    "fastcgi_param",
    "uwsgi_param",
    "scgi_param",
    "grpc_set_header",
    "env",
    "setenv",
    "setenvif",
    "requestheader",
    "header_up",
    "http-request",
];
/// Headers whose values everybody knows.
const KNOWN_HEADERS: [&str; 6] = ["host", "connection", "upgrade", "accept-encoding", "x-real-ip", "x-forwarded-"];

/// Whether nothing in the line looks like a secret, and it can be shown.
fn is_harmless(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    let visible = text.chars().all(|c| c == '\t' || c == '\r' || !c.is_control());
    let random = |word: &str| secret::is_secret_value(word) || secret::is_jwt(word);
    let words = || text.split([' ', '\t', '"', '\'', ';', '=', '?', '&', '/']);
    let mut directives = lower.split([';', '{', '}']).map(str::trim);
    let of_the_application = directives.any(|directive| {
        let mut words = directive.split_whitespace();
        match (words.next(), words.next()) {
            (Some("proxy_set_header"), Some(header)) => !KNOWN_HEADERS.iter().any(|known| header.starts_with(known)),
            (Some(name), _) => OF_THE_APPLICATION.contains(&name),
            _ => false,
        }
    });
    text.len() <= LONGEST
        && visible
        && !of_the_application
        && !TELLING.iter().any(|word| lower.contains(word))
        && !text.contains("$2a$")
        && !text.contains("$2y$")
        && !names_a_user(text)
        && !words().any(random)
}

/// `scheme://user:password@host`.
fn names_a_user(text: &str) -> bool {
    text.split("://").skip(1).any(|after| {
        let authority = after.split(['/', ' ', '"', ';']).next().unwrap_or_default();
        authority.contains('@')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_with_secrets_are_not_kept() {
        for line in [
            "proxy_set_header Authorization \"Basic dXNlcjpwYXNz\";",
            "proxy_pass http://admin:hunter2@10.0.0.5:8080;",
            "set $api_key abc;",
            "  stats auth admin:hunter2",
            "proxy_set_header X-Internal 9f8e7d6c5b4a39281706;",
            "proxy_pass http://app/?key=9f8e7d6c5b4a39281706;",
            "a\u{7}b",
            "fastcgi_param APP_KEY hunter2;",
            "  location / { proxy_set_header X-Backend hunter2; proxy_pass http://app; }",
            "SetEnv APP_KEY hunter2",
            "RequestHeader set X-Backend hunter2",
            "header_up X-Backend hunter2",
            "http-request set-header X-Backend hunter2",
        ] {
            assert!(!is_harmless(line), "{line}");
        }
        for line in [
            "    proxy_pass http://app;",
            "\tserver 203.0.113.101:8081 max_fails=0;\r",
            "location ~ \\.php$ {",
            "proxy_set_header Host $host; proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;",
            "  ssl_certificate /etc/letsencrypt/live/shop.test/fullchain.pem;",
            "",
        ] {
            assert!(is_harmless(line), "{line}");
        }
    }
}
