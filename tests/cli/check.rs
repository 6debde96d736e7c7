//! `gatemend check` against servers on loopback.

use std::io::Read;
use std::time::{Duration, Instant};

use serde_json::Value;

use super::certificates::{Authority, Identity, leaf};
use super::program::{Place, Run, SETTINGS};
use super::server::{Link, Server, page};
use super::{NGINX_502, closed_url, is_one_line};

fn healthy() -> Server {
    Server::http(|link| link.answer(page("200 OK", "Server: test\r\n", "<title>Shop</title>")))
}

fn url(server: &Server) -> String {
    format!("http://{}/", server.ip_port)
}

fn failing(identity: &Identity) -> Server {
    Server::https(identity, &["http/1.1"], |link| {
        link.answer(page("502 Bad Gateway", "Server: nginx/1.27.3\r\nContent-Type: text/html\r\n", NGINX_502))
    })
}

fn json(run: &Run) -> Value {
    serde_json::from_str(&run.stdout).unwrap_or_else(|error| panic!("{error}: {run:?}"))
}

#[test]
fn a_healthy_page_is_nobodys_fault() {
    let place = Place::new();
    let run = place.check(&url(&healthy()), &[]);
    assert_eq!(run.code, Some(0), "{run:?}");
    assert!(run.stdout.starts_with("127.0.0.1 works."), "{run:?}");
    assert_eq!(run.stderr, "");
}

#[test]
fn an_address_alone_is_a_check_and_the_status_is_the_same() {
    let place = Place::new();
    let run = place.run(&[&url(&healthy()), "--settings", "settings.toml", "--json=-"]);
    assert_eq!(run.code, Some(0), "{run:?}");
    let case = json(&run);
    assert_eq!(case["diagnosis"]["fault"], "none");
    assert_eq!(case["diagnosis"]["cause"], "healthy");
    assert_eq!((&case["schema"], &case["ended"], &case["role"]), (&1.into(), &"completed".into(), &"visitor".into()));
    // The verdict makes room for the JSON and goes to the other stream.
    assert!(run.stderr.starts_with("127.0.0.1 works."), "{run:?}");
}

#[test]
fn a_gateways_own_502_is_certainly_the_sites_and_its_cause_at_most_likely() {
    let place = Place::new();
    let authority = Authority::new("Test root");
    let server = failing(&authority.issues(&leaf(&["127.0.0.1"])));
    place.write("ca.pem", authority.0.pem());
    place.write("settings.toml", format!("{SETTINGS}extra_ca = \"ca.pem\"\n"));
    let run = place.check(&format!("https://{}/", server.ip_port), &["--json", "case.json"]);
    assert_eq!(run.code, Some(1), "{run:?}");
    let case: Value = serde_json::from_str(&place.read("case.json")).unwrap();
    let diagnosis = &case["diagnosis"];
    assert_eq!(diagnosis["fault"], "site-origin", "{}", run.stdout);
    assert_eq!(diagnosis["fault_confidence"], "certain");
    assert!(["likely", "possible"].contains(&diagnosis["confidence"].as_str().unwrap()), "{diagnosis}");
    assert!(!diagnosis["alternatives"].as_array().unwrap().is_empty());
    let cited = diagnosis["because"].as_array().unwrap().iter().flat_map(|why| why["observations"].as_array().unwrap());
    let ids: Vec<&Value> = case["observations"].as_array().unwrap().iter().map(|one| &one["id"]).collect();
    for id in cited {
        assert!(ids.contains(&id), "{id}");
    }
}

#[test]
fn the_same_502_without_a_certificate_that_anybody_vouches_for_is_not_certain() {
    let place = Place::new();
    let server = failing(&Authority::new("Stranger").issues(&leaf(&["127.0.0.1"])));
    let run = place.check(&format!("https://{}/", server.ip_port), &["--json=-"]);
    assert_eq!(run.code, Some(1), "{run:?}");
    assert_ne!(json(&run)["diagnosis"]["fault"], "site-origin", "{}", run.stderr);
}

#[test]
fn a_closed_port_is_somebodys_fault() {
    let run = Place::new().check(&closed_url(), &[]);
    assert_eq!(run.code, Some(1), "{run:?}");
}

#[test]
fn quiet_says_one_sentence_and_verbose_every_step() {
    let place = Place::new();
    let server = healthy();
    let quiet = place.check(&url(&server), &["--quiet"]);
    assert_eq!((quiet.stdout.as_str(), quiet.stderr.as_str()), ("127.0.0.1 works.\n", ""));
    let verbose = place.check(&url(&server), &["--verbose"]);
    assert!(verbose.stdout.contains("Encryption") && verbose.stdout.contains("Other ways in"), "{verbose:?}");
}

#[test]
fn reports_come_in_four_forms() {
    let place = Place::new();
    let reports = ["--report", "r.html", "--report", "r.md", "--report", "r.txt", "--report", "r.json"];
    assert_eq!(place.check(&url(&healthy()), &reports).code, Some(0));
    assert!(place.read("r.html").to_ascii_lowercase().starts_with("<!doctype html>"));
    assert!(place.read("r.md").contains("# "));
    assert!(place.read("r.txt").contains("127.0.0.1 works."));
    let case: Value = serde_json::from_str(&place.read("r.json")).unwrap();
    assert_eq!(case["redacted"], true);
}

#[test]
fn a_report_whose_folder_is_not_there_is_refused_before_anybody_is_asked() {
    let place = Place::new();
    let server = healthy();
    let run = place.check(&url(&server), &["--quiet", "--report", "no/such/folder/r.html"]);
    assert_eq!(run.code, Some(2), "{run:?}");
    assert!(is_one_line(&run.stderr), "{run:?}");
    assert!(server.heard.all().is_empty());
}

#[test]
fn wrong_use_is_told_in_one_line_before_anybody_is_asked() {
    let place = Place::new();
    place.write("typo.toml", format!("{SETTINGS}conect_timeout = \"5s\"\n"));
    place.write("bad.toml", "[network\nproxy = 1");
    place.write("ca.toml", format!("{SETTINGS}extra_ca = \"missing.pem\"\n"));
    place.write("empty.pem", "no certificate here\n");
    place.write("empty.toml", format!("{SETTINGS}extra_ca = \"empty.pem\"\n"));
    let server = healthy();
    let url = url(&server);
    for wrong in [
        vec!["check", "why is it down", "--settings", "settings.toml"],
        vec!["check", "ftp://shop.test/", "--settings", "settings.toml"],
        vec!["check", "shop.test:99999", "--settings", "settings.toml"],
        vec!["check", &url, "--settings", "settings.toml", "--report", "report.docx"],
        vec!["check", &url, "--settings", "typo.toml"],
        vec!["check", &url, "--settings", "bad.toml"],
        vec!["check", &url, "--settings", "ca.toml"],
        vec!["check", &url, "--settings", "empty.toml"],
        vec!["check", &url, "--settings", "missing.toml"],
        vec!["check", &url, "--settings", "settings.toml", "--saw-file", "missing.txt"],
        vec!["check", &url, "--settings", "settings.toml", "--lang", "tlh"],
        vec!["check", &url, "--settings", "settings.toml", "--budget", "soon"],
        vec!["check", &url, "--settings", "settings.toml", "--header", "no colon"],
        vec!["check", &url, "--settings", "settings.toml", "--only", "magic"],
        vec!["check", &url, "--settings", "settings.toml", "--frobnicate"],
        vec!["check", "--settings", "settings.toml"],
        vec!["--frobnicate"],
        vec!["watch"],
    ] {
        let run = place.run(&wrong);
        assert_eq!(run.code, Some(2), "{wrong:?}: {run:?}");
        assert!(is_one_line(&run.stderr), "{wrong:?}: {run:?}");
        assert_eq!(run.stdout, "", "{wrong:?}");
    }
    assert!(server.heard.all().is_empty());
    let typo = place.run(&["check", &url, "--settings", "typo.toml"]);
    assert!(typo.stderr.contains("conect_timeout") && typo.stderr.contains("line 10"), "{typo:?}");
}

#[test]
fn the_budget_is_kept() {
    let place = Place::new();
    let server = Server::http(Link::hold);
    let started = Instant::now();
    let run = place.check(&url(&server), &["--budget", "1s", "--json=-"]);
    // A second for the budget, and one for a busy machine to start the program and end it.
    assert!(started.elapsed() < Duration::from_secs(2), "{:?}", started.elapsed());
    assert!([Some(1), Some(3)].contains(&run.code), "{run:?}");
    assert_eq!(json(&run)["ended"], "budget");
}

#[test]
fn nothing_from_the_network_reaches_the_terminal_as_a_command() {
    let place = Place::new();
    let evil = "\u{1b}]0;owned\u{7}\u{1b}[2J\u{9b}31m";
    let body = format!("<title>{evil}502</title>{evil}");
    let server = Server::http(move |link| {
        let head = format!("Server: nginx{evil}\r\nX-Evil: {evil}\r\nX-Request-Id: {evil}\r\n");
        link.answer(page(&format!("502 Bad {evil}"), &head, &body))
    });
    let bodies = Server::http(move |link| link.answer(page("502 Bad Gateway", "Server: nginx\r\n", &evil.repeat(20))));
    for server in [&server, &bodies] {
        for arguments in [["--json=-", "--verbose"], ["--no-color", "--no-redact"], ["--json=-", "--no-redact"]] {
            let run = place.check(&url(server), &arguments);
            assert!([Some(0), Some(1)].contains(&run.code), "{run:?}");
            for stream in [&run.stdout, &run.stderr] {
                assert!(!stream.contains(['\u{1b}', '\u{7}', '\u{9b}']), "{stream:?}");
            }
        }
    }
}

#[test]
fn pipes_and_no_color_get_no_colours() {
    let place = Place::new();
    let run = Run::of(
        place
            .command(&["check", &closed_url(), "--settings", "settings.toml", "--verbose"])
            .env("NO_COLOR", "1")
            .env("TERM", "xterm-256color")
            .output()
            .unwrap(),
    );
    assert!(!run.stdout.contains('\u{1b}') && !run.stderr.contains('\u{1b}'), "{run:?}");
}

#[test]
fn a_reader_that_goes_away_is_no_panic() {
    let place = Place::new();
    for arguments in [
        vec!["check", &closed_url(), "--settings", "settings.toml", "--verbose"],
        vec!["explain", "502"],
        vec!["man"],
        vec!["completions", "bash"],
        vec!["--help"],
    ] {
        let mut child = place.command(&arguments).spawn().unwrap();
        drop(child.stdout.take());
        let mut stderr = String::new();
        child.stderr.take().unwrap().read_to_string(&mut stderr).unwrap();
        let status = child.wait().unwrap();
        assert!(status.code().is_some_and(|code| code < 3), "{arguments:?}: {status:?} {stderr}");
        assert!(!stderr.contains("panicked"), "{stderr}");
    }
}

#[cfg(unix)]
#[test]
fn an_interrupt_ends_it_within_a_second() {
    let place = Place::new();
    let server = Server::http(|mut link: Link| async move {
        link.head().await;
        link.hold().await;
    });
    let mut child = place.command(&["check", &url(&server), "--settings", "settings.toml"]).spawn().unwrap();
    let patience = Instant::now() + Duration::from_secs(20);
    while server.heard.all().is_empty() && Instant::now() < patience {
        std::thread::sleep(Duration::from_millis(5));
    }
    let sent = Instant::now();
    let killed = std::process::Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
    assert!(killed.success());
    assert_eq!(child.wait().unwrap().code(), Some(130));
    assert!(sent.elapsed() < Duration::from_secs(1), "{:?}", sent.elapsed());
}

#[test]
fn who_is_contacted_can_be_had_without_contacting_anybody() {
    let place = Place::new();
    let server = healthy();
    let run = place.check(&url(&server), &["--list-contacts"]);
    assert_eq!(run.code, Some(0));
    assert!(run.stdout.contains("127.0.0.1"), "{run:?}");
    assert!(!run.stdout.contains("globalping"), "nobody is asked while it is off: {run:?}");
    assert!(server.heard.all().is_empty());
}

#[test]
fn the_service_that_asks_elsewhere_stands_in_the_list_where_it_is_on() {
    let place = Place::new();
    let on = "\n[vantage]\nenabled = true\ntoken = \"tok-1234567890\"\n";
    place.write("settings.toml", format!("{}{on}", place.read("settings.toml")));
    let server = healthy();
    let run = place.check(&url(&server), &["--list-contacts"]);
    assert!(run.stdout.contains("https://api.globalping.io/") && run.stdout.contains("seven days"), "{run:?}");
    assert!(!run.stdout.contains("tok-1234567890"), "{run:?}");
    // A machine of this network is told to nobody: the run asks the page alone.
    let run = place.check(&url(&server), &["--json=-", "--saw=502"]);
    assert!(!run.stdout.contains("\"kind\": \"world\"") && !run.stdout.contains("tok-1234567890"), "{run:?}");
}
