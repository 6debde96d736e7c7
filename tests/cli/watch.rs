//! `gatemend watch` until the site is back.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use serde_json::Value;

use super::closed_url;
use super::program::Place;
use super::server::{Server, page};

/// Fails three times, then works.
fn recovering() -> Server {
    let looks = Arc::new(AtomicU32::new(0));
    Server::http(move |link| {
        let status = if looks.fetch_add(1, Ordering::Relaxed) < 3 { "502 Bad Gateway" } else { "200 OK" };
        link.answer(page(status, "", "x"))
    })
}

#[test]
fn it_ends_when_the_site_is_back() {
    let place = Place::new();
    let url = format!("http://{}/", recovering().ip_port);
    let run = place.run(&["watch", &url, "--every", "100ms", "--for", "60s", "--settings", "settings.toml"]);
    assert_eq!(run.code, Some(0), "{run:?}");
    let lines: Vec<&str> = run.stdout.lines().collect();
    assert!(lines[0].contains("502"), "{run:?}");
    assert!(lines[lines.len() - 2].contains("back"), "{run:?}");
    // Nothing is called working before it is sure, and the sums stand at the end.
    assert!(!run.stdout.contains(" works"), "{run:?}");
    assert!(lines[lines.len() - 1].contains("3 of 5 looks failed, one outage"), "{run:?}");
}

#[test]
fn what_was_never_down_has_no_outage() {
    let place = Place::new();
    let server = Server::http(|link| link.answer(page("200 OK", "", "x")));
    let url = format!("http://{}/", server.ip_port);
    let until = ["--until", "time", "--every", "100ms", "--for", "600ms", "--settings", "settings.toml"];
    let run = place.run(&[&["watch", &url][..], &until].concat());
    assert_eq!(run.code, Some(0), "{run:?}");
    assert!(!run.stdout.contains("back") && run.stdout.contains("no outage"), "{run:?}");
}

#[test]
fn each_line_of_json_is_an_object() {
    let place = Place::new();
    let url = format!("http://{}/", recovering().ip_port);
    let run = place.run(&["watch", &url, "--every", "100ms", "--for", "60s", "--json", "--settings", "settings.toml"]);
    assert_eq!(run.code, Some(0), "{run:?}");
    let objects: Vec<Value> = run.stdout.lines().map(|line| serde_json::from_str(line).expect(line)).collect();
    let events: Vec<&str> = objects.iter().map(|object| object["event"].as_str().unwrap()).collect();
    assert!(events.starts_with(&["look", "change"]) && events.ends_with(&["change", "end"]), "{events:?}");
    assert_eq!(objects[0]["what"], "502");
    assert_eq!(objects[objects.len() - 2]["phase"], "back");
    assert_eq!(objects[objects.len() - 1]["up"], true);
}

#[test]
fn a_site_that_stays_down_is_down_at_the_end() {
    let place = Place::new();
    let run = place.run(&["watch", &closed_url(), "--every", "100ms", "--for", "500ms", "--settings", "settings.toml"]);
    assert_eq!(run.code, Some(1), "{run:?}");
}

#[cfg(unix)]
#[test]
fn an_interrupt_ends_it() {
    use std::time::{Duration, Instant};

    let place = Place::new();
    let server = recovering();
    let url = format!("http://{}/", server.ip_port);
    let child = place.command(&["watch", &url, "--settings", "settings.toml"]).spawn().unwrap();
    let patience = Instant::now() + Duration::from_secs(20);
    while server.heard.all().is_empty() && Instant::now() < patience {
        std::thread::sleep(Duration::from_millis(5));
    }
    let sent = Instant::now();
    assert!(std::process::Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap().success());
    let run = super::program::Run::of(child.wait_with_output().unwrap());
    assert_eq!(run.code, Some(130));
    assert!(sent.elapsed() < Duration::from_secs(1), "{:?}", sent.elapsed());
    assert!(run.stdout.lines().last().is_some_and(|line| line.contains("Watching was stopped.")), "{run:?}");
}
