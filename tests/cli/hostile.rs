//! A site, its files and a case file that mean harm, through the whole program: what is written and printed stays small,
//! and nothing of it is obeyed by a terminal, a browser or a reader of Markdown.

use std::path::Path;
use std::time::{Duration, Instant};

use gatemend::logs::{Wish, summarise};
use gatemend::model::{Case, Known, Observation, ObservationId, Seen, StepId};
use serde_json::Value;

use super::certificates::{Authority, leaf};
use super::program::{Place, Run};
use super::server::{Link, Server, page};

/// The largest case file and the largest report that a site can bring about, and what the program may hold in memory.
const LARGEST_CASE: u64 = 16 * 1024 * 1024;
const LARGEST_REPORT: u64 = 2 * 1024 * 1024;
const MOST_MEMORY: u64 = 256 * 1024 * 1024;

const REPORTS: [&str; 4] = ["r.html", "r.md", "r.txt", "r.json"];

/// `check` with all files.
fn checked(place: &Place, url: &str, more: &[&str]) -> (Run, u64) {
    let mut arguments = vec!["check", url, "--settings", "settings.toml", "--verbose", "--json", "case.json"];
    REPORTS.iter().for_each(|file| arguments.extend(["--report", file]));
    arguments.extend(more);
    watched(place.command(&arguments).spawn().unwrap())
}

/// How it ends, and the most memory that it held, in bytes.
fn watched(child: std::process::Child) -> (Run, u64) {
    let status = format!("/proc/{}/status", child.id());
    let look = move || {
        let mut most = 0;
        while let Ok(text) = std::fs::read_to_string(&status) {
            let held =
                text.lines().find_map(|line| line.strip_prefix("VmHWM:")?.split_whitespace().next()?.parse().ok());
            let Some(held) = held else { break };
            most = most.max(held);
            std::thread::sleep(Duration::from_millis(20));
        }
        most * 1024
    };
    let watched = std::thread::Builder::new().name("memory".to_owned()).spawn(look).unwrap();
    let run = Run::of(child.wait_with_output().unwrap());
    (run, watched.join().unwrap())
}

fn size(place: &Place, name: &str) -> u64 {
    std::fs::metadata(place.path(name)).unwrap().len()
}

#[test]
fn a_site_that_sends_all_it_can_leaves_a_small_case_and_small_reports() {
    let place = Place::new();
    let headers: String = (0..290).map(|number| format!("X-{number}: {}\r\n", "v".repeat(800))).collect();
    // Each byte is a control character: six characters in JSON.
    let body = "\u{1}\u{2}\u{3}x".repeat(64 * 1024);
    let server = Server::http(move |link| link.answer(page("502 Bad Gateway", &headers, &body)));
    let (run, memory) = checked(&place, &format!("http://{}/", server.ip_port), &["--no-redact"]);
    assert_eq!(run.code, Some(1), "{run:?}");
    assert!(size(&place, "case.json") < LARGEST_CASE, "{}", size(&place, "case.json"));
    for name in REPORTS.into_iter().filter(|name| *name != "r.json") {
        assert!(size(&place, name) < LARGEST_REPORT, "{name}: {}", size(&place, name));
    }
    assert!(memory < MOST_MEMORY, "{memory}");
    assert!(server.heard.all().len() <= 20, "asked {} times", server.heard.all().len());
    assert_eq!(place.run(&["show", "case.json"]).code, Some(0), "what was written is read again");
}

#[test]
fn a_maze_of_redirects_is_left_after_a_few_turns() {
    let place = Place::new();
    let port = std::sync::Arc::new(std::sync::atomic::AtomicU16::new(0));
    let known = port.clone();
    let server = Server::http(move |mut link: Link| {
        let port = known.load(std::sync::atomic::Ordering::Relaxed);
        async move {
            link.head().await;
            let number = link.heard.all().len();
            // Ever another page, and ever another name of this machine.
            let to =
                format!("Location: http://127.0.0.{}:{port}/maze/{number}?x={}\r\n", number % 200 + 1, "y".repeat(500));
            link.say(page("302 Found", &to, "")).await;
        }
    });
    port.store(server.ip_port.port(), std::sync::atomic::Ordering::Relaxed);
    let started = Instant::now();
    let (run, _) = checked(&place, &format!("http://{}/", server.ip_port), &["--budget", "15s"]);
    assert_eq!(run.code, Some(1), "{run:?}");
    assert!(started.elapsed() < Duration::from_secs(20));
    assert!(server.heard.all().len() <= 40, "asked {} times", server.heard.all().len());
}

/// What nobody may obey: colours and titles, an order of writing turned round, marks of three languages.
const EVIL: &str =
    "\u{1b}[31m\u{1b}]0;owned\u{7}\u{9b}2J\u{202e}\u{2066}\u{200b}<evil a='b' c=\"d\">`x`](javascript:evil) | # e";

/// Nothing of it is obeyed by a terminal.
fn is_harmless(what: &str, text: &str) {
    let bad = |c: &char| {
        c.is_control() && !matches!(c, '\n' | '\t')
            || ('\u{200b}'..='\u{200f}').contains(c)
            || ('\u{202a}'..='\u{202e}').contains(c)
            || ('\u{2066}'..='\u{2069}').contains(c)
    };
    let found = text.chars().find(bad);
    let place = found.and_then(|c| text.find(c)).map(|at| text[..at].chars().rev().take(120).collect::<String>());
    assert_eq!(found, None, "{what}, after (backwards) {place:?}");
}

/// The text without fenced blocks and code spans (CommonMark sections 4.5 and 6.1).
fn prose(markdown: &str) -> String {
    let mut prose = String::new();
    let mut fence: Option<usize> = None;
    for line in markdown.lines() {
        let run = line.trim_start().chars().take_while(|c| *c == '`').count();
        match fence {
            Some(open) => fence = (!(run >= open && line.trim().len() == run)).then_some(open),
            None if run >= 3 => fence = Some(run),
            None => {
                let mut rest = line;
                while let Some(start) = rest.find('`') {
                    let (before, from) = rest.split_at(start);
                    prose.push_str(before);
                    let run: String = from.chars().take_while(|c| *c == '`').collect();
                    let inside = &from[run.len()..];
                    let end = inside
                        .match_indices(&run)
                        .map(|(at, _)| at)
                        .find(|at| !inside[..*at].ends_with('`') && !inside[at + run.len()..].starts_with('`'));
                    rest = match end {
                        Some(end) if !before.ends_with('\\') => &inside[end + run.len()..],
                        _ => {
                            prose.push_str(&run);
                            inside
                        }
                    };
                }
                prose.push_str(rest);
                prose.push('\n');
            }
        }
    }
    prose
}

/// All reports of a place, and what was printed.
fn are_harmless(place: &Place, run: &Run) {
    is_harmless("standard output", &run.stdout);
    is_harmless("standard error", &run.stderr);
    for name in REPORTS.iter().chain(&["case.json"]) {
        is_harmless(name, &place.read(name));
    }
    let html = place.read("r.html");
    assert!(!html.contains("<evil") && !html.contains("c=\"d\"") && !html.contains("href=\"javascript"), "{html}");
    let prose = prose(&place.read("r.md"));
    for bad in ["<evil", "](javascript"] {
        let at = prose.match_indices(bad).find(|(at, _)| !prose[..*at].ends_with('\\'));
        let line =
            at.map(|(at, _)| prose[..at].lines().next_back().unwrap_or_default().to_owned() + &prose[at..at + 20]);
        assert_eq!(line, None, "{bad}");
    }
}

#[test]
fn evil_words_in_an_answer_a_log_and_a_configuration_are_harmless_everywhere() {
    let place = Place::new();
    let evil = EVIL;
    let body = format!("<html><title>{EVIL}502</title><h1>502 Bad Gateway</h1>{EVIL}</html>");
    let server = Server::http(move |mut link: Link| {
        let body = body.clone();
        async move {
            let head = link.head().await;
            let contacts = format!(
                "Contact: mailto:{EVIL}@x.test\nContact: https://x.test/{EVIL}\nExpires: 2099-01-01T00:00:00Z\n"
            );
            let said = match head.contains("security.txt") {
                true => page("200 OK", "Content-Type: text/plain\r\n", &contacts),
                false => page(
                    &format!("502 Bad {evil}"),
                    &format!(
                        "Server: nginx{evil}\r\nX-Request-Id: {evil}\r\nVia: {evil}\r\nProxy-Status: {evil}\r\nCF-RAY: {evil}\r\nLocation: /{evil}\r\n{evil}: {evil}\r\n"
                    ),
                    &body,
                ),
            };
            link.say(said).await;
        }
    });
    let log = "2026/11/22 02:10:11 [error] 12#0: *1 connect() failed (111: Connection refused) while connecting to \
        upstream, client: 192.0.2.7, server: EVIL, request: \"GET /EVIL HTTP/1.1\", upstream: \
        \"http://127.0.0.1:8080/EVIL\", host: \"127.0.0.1\"\n";
    place.write("error.log", log.replace("EVIL", EVIL).repeat(3) + &format!("what nobody knows {EVIL}\n"));
    let configuration = format!(
        "events {{}}\nhttp {{\n  upstream back {{ server 127.0.0.1:8080; }} # {EVIL}\n  server {{\n    listen {};\n    \
         server_name 127.0.0.1 '{EVIL}';\n    location / {{ proxy_pass http://back; proxy_set_header X '{EVIL}'; }}\n  }}\n}}\n",
        server.ip_port.port()
    );
    place.write("nginx.conf", configuration);
    let origin = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().to_string();
    for more in [&["--no-redact"][..], &["--saw", EVIL]] {
        let mut arguments = vec!["--as", "owner", "--log", "error.log", "--config", "nginx.conf", "--origin", &origin];
        arguments.extend(more);
        let (run, _) = checked(&place, &format!("http://{}/", server.ip_port), &arguments);
        assert_eq!(run.code, Some(1), "{run:?}");
        are_harmless(&place, &run);
        assert!(place.read("case.json").contains("nginx"), "the answer was read");
    }
}

#[test]
fn evil_words_in_a_certificate_are_harmless_everywhere() {
    let place = Place::new();
    let mut params = leaf(&["shop.test"]);
    params.distinguished_name.push(rcgen::DnType::CommonName, EVIL);
    params.distinguished_name.push(rcgen::DnType::OrganizationName, EVIL);
    let name: String = EVIL.chars().filter(char::is_ascii).collect();
    params.subject_alt_names.push(rcgen::SanType::DnsName(rcgen::string::Ia5String::try_from(name).unwrap()));
    let identity = Authority::new(EVIL).issues(&params);
    let server = Server::https(&identity, &[], |link| link.answer(page("502 Bad Gateway", "Server: nginx\r\n", "x")));
    let (run, _) = checked(&place, &format!("https://{}/", server.ip_port), &["--no-redact"]);
    assert_eq!(run.code, Some(1), "{run:?}");
    are_harmless(&place, &run);
    assert!(place.read("case.json").contains("evil"), "the certificate was read");
}

/// Puts evil words behind every text of the case that may be any text: where the case cannot be read any more, it stays
/// as it was. How many there were.
fn poisoned(case: &mut Value) -> usize {
    fn walk(value: &mut Value, path: &str, change: &mut dyn FnMut(&str, &mut String)) {
        match value {
            Value::String(text) => change(path, text),
            Value::Array(list) => list.iter_mut().for_each(|one| walk(one, &format!("{path}/*"), change)),
            Value::Object(map) => map.iter_mut().for_each(|(key, one)| walk(one, &format!("{path}/{key}"), change)),
            _ => {}
        }
    }
    let mut places = std::collections::BTreeSet::new();
    walk(case, "", &mut |path, _| {
        places.insert(path.to_owned());
    });
    let mut count = 0;
    for place in &places {
        let mut changed = case.clone();
        walk(&mut changed, "", &mut |path, text| {
            if path == place {
                text.push_str(EVIL);
            }
        });
        if serde_json::from_value::<Case>(changed.clone()).is_ok() {
            *case = changed;
            count += 1;
        }
    }
    count
}

/// What a log of an owner looks like in a case.
fn a_log() -> Observation {
    let line = "2026/11/22 02:10:11 [error] 7#7: *1 connect() failed (111: Connection refused) while connecting to \
                upstream, client: 1.2.3.4, request: \"GET /cart HTTP/1.1\", upstream: \"http://10.0.0.5:80/\"\nhello\n";
    let log = summarise("error.log", line.as_bytes(), &Wish::default(), |_| true).unwrap();
    let seen = Seen::Log { name: "error.log".to_owned(), log: Known::Seen(log), utc_offset: 0 };
    Observation { id: ObservationId::numbered(900), step: StepId::Logs, at_ms: 1, took_ms: 0, seen }
}

#[test]
fn evil_words_in_every_field_of_a_case_file_are_harmless_everywhere() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let mut files: Vec<_> = std::fs::read_dir(root.join("cases")).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.push(root.join("snapshots/report-502.json"));
    for file in files {
        let place = Place::new();
        let mut case: Value = serde_json::from_slice(&std::fs::read(&file).unwrap()).unwrap();
        case["observations"].as_array_mut().unwrap().push(serde_json::to_value(a_log()).unwrap());
        let count = poisoned(&mut case);
        assert!(count > 25, "{file:?}: only {count}");
        place.write("evil.json", case.to_string());
        let mut arguments = vec!["show", "evil.json", "--verbose"];
        REPORTS.iter().for_each(|report| arguments.extend(["--report", report]));
        let run = place.run(&arguments);
        assert_eq!(run.code, Some(0), "{file:?}: {run:?}");
        place.write("case.json", "{}");
        are_harmless(&place, &run);
        let big = REPORTS.iter().find(|report| size(&place, report) > LARGEST_REPORT);
        assert_eq!(big, None, "{file:?}");
    }
}

#[test]
fn a_packed_log_of_any_size_takes_little_memory() {
    use std::io::Write;
    let place = Place::new();
    let line = "2026/11/22 02:10:11 [error] 7#7: *1 no live upstreams while connecting to upstream, client: 1.2.3.4\n";
    let (block, mut packer) =
        (line.repeat(10_000), flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast()));
    (0..25).for_each(|_| packer.write_all(block.as_bytes()).unwrap());
    // And a line of 12 MiB that does not end.
    (0..12).for_each(|_| packer.write_all(&vec![b'x'; 1024 * 1024]).unwrap());
    place.write("bomb.log.gz", packer.finish().unwrap());
    let child = place.command(&["logs", "bomb.log.gz"]).spawn().unwrap();
    let (run, memory) = watched(child);
    assert_eq!(run.code, Some(1), "{run:?}");
    assert!(run.stdout.contains("250,000") || run.stdout.contains("250000"), "{run:?}");
    assert!(memory < MOST_MEMORY / 2, "{memory}");
}
