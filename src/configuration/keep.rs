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
/// Directives whose lines may be kept: those that say where a page is passed to, and the limits and timers on its way.
/// Every other line may hold anything: headers that only the application knows, keys in conditions, environments.
const KNOWN: [&str; 4] = [
    // nginx
    "events http stream server server_name listen location upstream include user pid daemon root index try_files \
     internal default_type sendfile error_log access_log worker_processes worker_connections worker_rlimit_nofile \
     client_max_body_size client_header_buffer_size client_body_timeout client_header_timeout \
     large_client_header_buffers proxy_pass proxy_connect_timeout proxy_read_timeout proxy_send_timeout \
     proxy_buffering proxy_buffer_size proxy_buffers proxy_busy_buffers_size proxy_http_version \
     proxy_next_upstream proxy_next_upstream_tries proxy_next_upstream_timeout proxy_redirect \
     proxy_intercept_errors proxy_ssl_name proxy_ssl_server_name proxy_ssl_verify proxy_ssl_verify_depth \
     proxy_ssl_protocols proxy_ssl_session_reuse proxy_ssl_trusted_certificate proxy_set_header \
     proxy_request_buffering fastcgi_pass fastcgi_connect_timeout fastcgi_read_timeout fastcgi_send_timeout \
     fastcgi_buffer_size fastcgi_buffers fastcgi_busy_buffers_size fastcgi_index fastcgi_split_path_info \
     fastcgi_intercept_errors uwsgi_pass uwsgi_read_timeout uwsgi_buffer_size uwsgi_buffers \
     uwsgi_busy_buffers_size scgi_pass grpc_pass grpc_read_timeout keepalive keepalive_timeout keepalive_requests \
     send_timeout resolver resolver_timeout ssl_certificate ssl_protocols least_conn ip_hash zone gzip tcp_nopush",
    // HAProxy
    "global defaults frontend backend bind mode timeout maxconn default_backend balance retries nbthread group \
     log http-reuse fullconn",
    // Caddy
    "reverse_proxy to transport dial_timeout read_timeout write_timeout response_header_timeout lb_policy \
     lb_try_duration fail_duration max_fails handle handle_path route encode file_server request_body max_size",
    // Apache
    "<virtualhost </virtualhost> servername serveralias documentroot proxypass proxypassmatch proxypassreverse \
     proxytimeout proxypreservehost proxyrequests <proxy </proxy> <location </location> balancermember \
     keepalivetimeout limitrequestbody limitrequestfieldsize sslengine sslproxyengine errorlog customlog \
     includeoptional",
];
/// Headers whose values everybody knows.
const KNOWN_HEADERS: [&str; 6] = ["host", "connection", "upgrade", "accept-encoding", "x-real-ip", "x-forwarded-"];

/// Whether nothing in the line looks like a secret, and it can be shown.
fn is_harmless(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    let visible = text.chars().all(|c| c == '\t' || c == '\r' || !c.is_control());
    let random = |word: &str| secret::is_secret_value(word) || secret::is_jwt(word);
    let words = || text.split([' ', '\t', '"', '\'', ';', '=', '?', '&', '/']);
    let mut directives = lower.split([';', '{', '}']).map(str::trim).filter(|directive| !directive.is_empty());
    let known = |name: &str| KNOWN.iter().any(|names| names.split(' ').any(|one| one == name));
    let is_known = |directive: &str| {
        let mut words = directive.split_whitespace();
        match (words.next().unwrap_or_default(), words.next()) {
            ("proxy_set_header", Some(header)) => KNOWN_HEADERS.iter().any(|known| header.starts_with(known)),
            // A site of a Caddyfile begins with its address, and nothing else stands there.
            (address, None) if text.trim_end().ends_with('{') => {
                known(address) || address.contains(['.', ':']) && !address.contains(['$', '"', '\''])
            }
            (name, _) => known(name),
        }
    };
    text.len() <= LONGEST
        && visible
        && directives.all(is_known)
        // Comments and queries may hold anything.
        && !lower.contains(['#', '?'])
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
    fn lines_that_are_kept_are_few() {
        let route = |number: usize| {
            let settings =
                ["connect_timeout 5s", "read_timeout 5s", "send_timeout 5s", "buffer_size 8k", "buffering on"];
            let settings: String = settings.iter().map(|one| format!("      proxy_{one};\n")).collect();
            format!("    location /{number} {{\n{settings}      proxy_pass http://127.0.0.1:{};\n    }}\n", number + 1)
        };
        let routes: String = (0..2_000).map(route).collect();
        let head = "events {}\nhttp {\n  server {\n    listen 443;\n    server_name shop.test;\n";
        let read = crate::configuration::testing::read_as("nginx.conf", &format!("{head}{routes}  }}\n}}\n")).unwrap();
        assert_eq!(read.lines.len(), MOST_LINES);
    }

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
            "if ($http_x_gate != \"hunterB2\") { return 403; }",
            "secure_link_md5 \"hunterF6$uri\";",
            "proxy_read_timeout 60s; # login admin hunterE5",
            "add_header X-Debug hunterG7;",
            "  acl gate hdr(x-gate) hunterL2",
            "http-check send hdr X-Key hunter2",
            "stats uri /hunter2",
            "    admin hunterC3",
            "RewriteCond %{HTTP:X-Gate} !=hunterU3",
        ] {
            assert!(!is_harmless(line), "{line}");
        }
        for line in [
            "    proxy_pass http://app;",
            "\tserver 203.0.113.101:8081 max_fails=0;\r",
            "location ~ \\.php$ {",
            "shop.test:443 {",
            "  server app1 10.0.0.5:8080 check",
            "<VirtualHost *:443>",
            "  timeout server 30s",
            "proxy_set_header Host $host; proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;",
            "  ssl_certificate /etc/letsencrypt/live/shop.test/fullchain.pem;",
            "",
        ] {
            assert!(is_harmless(line), "{line}");
        }
    }
}
