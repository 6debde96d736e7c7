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
const TELLING: [&str; 14] = [
    "passw",
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

/// Whether nothing in the line looks like a secret, and it can be shown.
fn is_harmless(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    let visible = text.chars().all(|c| c == '\t' || c == '\r' || !c.is_control());
    let random = |word: &str| secret::is_secret_value(word) || secret::is_jwt(word);
    let words = || text.split([' ', '\t', '"', '\'', ';', '=', '?', '&', '/']);
    text.len() <= LONGEST
        && visible
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
        ] {
            assert!(!is_harmless(line), "{line}");
        }
        for line in [
            "    proxy_pass http://app;",
            "\tserver 203.0.113.101:8081 max_fails=0;\r",
            "location ~ \\.php$ {",
            "  ssl_certificate /etc/letsencrypt/live/shop.test/fullchain.pem;",
            "",
        ] {
            assert!(is_harmless(line), "{line}");
        }
    }
}
