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
    // Far sooner than the next look, also on a machine with much to do.
    assert!(sent.elapsed() < Duration::from_secs(5), "{:?}", sent.elapsed());
    assert!(run.stdout.lines().last().is_some_and(|line| line.contains("Watching was stopped.")), "{run:?}");
}

#[test]
fn the_same_page_watched_again_goes_on_from_its_history() {
    let place = Place::new();
    let url = format!("{}?token=s3cret-of-mine", closed_url());
    let arguments = ["watch", &url, "--every", "100ms", "--for", "500ms", "--settings", "settings.toml"];
    assert_eq!(place.run(&arguments).code, Some(1));
    let folder = place.path(".local/share/gatemend/watch");
    let files: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert_eq!(files.len(), 1);
    // An hour ago, and a last line that a crash tore.
    let text = std::fs::read_to_string(&files[0]).unwrap();
    assert!(!text.contains("s3cret"), "{text}");
    let aged = text.lines().map(|line| {
        let Ok(mut look) = serde_json::from_str::<Value>(line) else { return line.to_owned() };
        if let Some(at) = look["at"].as_str().and_then(|at| at.parse::<jiff::Timestamp>().ok()) {
            look["at"] = (at - jiff::SignedDuration::from_hours(1)).to_string().into();
        }
        look.to_string()
    });
    let aged = aged.collect::<Vec<_>>().join("\n") + "\n{\"at\":\"2026-1";
    std::fs::write(&files[0], aged).unwrap();
    let again = place.run(&[&arguments[..], &["--json"]].concat());
    let first: Value = serde_json::from_str(again.stdout.lines().next().unwrap()).unwrap();
    assert!(first["gap_ms"].as_u64().is_some_and(|ms| (3_590_000..3_700_000).contains(&ms)), "{first}");
    let end: Value = serde_json::from_str(again.stdout.lines().last().unwrap()).unwrap();
    assert!(end["unwatched_ms"].as_u64().is_some_and(|ms| ms > 3_590_000), "{end}");
    assert!(end["down_ms"].as_u64().is_some_and(|ms| ms < 10_000), "a gap is no outage: {end}");
    // Whoever wants none of it gets none.
    let none = place.run(&[&arguments[..], &["--json", "--no-history"]].concat());
    let first: Value = serde_json::from_str(none.stdout.lines().next().unwrap()).unwrap();
    assert_eq!(first["gap_ms"], Value::Null);
}

#[test]
fn several_sites_from_a_list_each_with_its_own_end() {
    let place = Place::new();
    let works = Server::http(|link| link.answer(page("200 OK", "", "x")));
    let list = format!("# ours\n{} # down\n\nhttp://{}/\n", closed_url(), works.ip_port);
    place.write("sites.txt", list);
    let arguments = ["watch", "--list", "sites.txt", "--every", "100ms", "--for", "600ms"];
    let run = place.run(&[&arguments[..], &["--json", "--settings", "settings.toml"]].concat());
    assert_eq!(run.code, Some(1), "{run:?}");
    let objects: Vec<Value> = run.stdout.lines().map(|line| serde_json::from_str(line).expect(line)).collect();
    let ends: Vec<bool> =
        objects.iter().filter(|object| object["event"] == "end").map(|end| end["up"] == true).collect();
    assert_eq!((ends.len(), ends.iter().filter(|up| **up).count()), (2, 1), "{run:?}");
}

#[test]
fn bad_lines_of_a_list_are_told_with_their_numbers() {
    let place = Place::new();
    place.write("sites.txt", "shop.test\nftp://shop.test/\n");
    let run = place.run(&["watch", "--list", "sites.txt", "--settings", "settings.toml"]);
    assert_eq!(run.code, Some(2), "{run:?}");
    assert!(run.stderr.contains("line 2") && run.stderr.lines().count() == 1 && run.stdout.is_empty(), "{run:?}");
    assert_eq!(place.run(&["watch", "--list", "none.txt"]).code, Some(2));
    assert_eq!(place.run(&["watch"]).code, Some(2));
}

/// Ended by hand once the looks that matter have been made, however long they take.
#[cfg(unix)]
#[test]
fn one_failure_in_a_good_row_is_not_called_down() {
    let place = Place::new();
    let looks = Arc::new(AtomicU32::new(0));
    let server = Server::http(move |link| {
        let status = if looks.fetch_add(1, Ordering::Relaxed) == 1 { "502 Bad Gateway" } else { "200 OK" };
        link.answer(page(status, "", "x"))
    });
    let url = format!("http://{}/", server.ip_port);
    let until = ["--until", "time", "--every", "100ms", "--for", "10m", "--settings", "settings.toml"];
    let child = place.command(&[&["watch", &url][..], &until].concat()).spawn().unwrap();
    let patience = std::time::Instant::now() + std::time::Duration::from_secs(60);
    // The fourth look is made once the third is judged.
    while server.heard.all().len() < 4 && std::time::Instant::now() < patience {
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    assert!(std::process::Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap().success());
    let run = super::program::Run::of(child.wait_with_output().unwrap());
    assert_eq!(run.code, Some(130), "{run:?}");
    assert!(run.stdout.contains("failed once (502)") && run.stdout.contains("single failure"), "{run:?}");
    assert!(run.stdout.contains("1 of them failed, no outage") && !run.stdout.contains("back"), "{run:?}");
}

/// Killed in the middle of its work again and again (SIGKILL leaves no time for anything): what was kept is read, each
/// time but the look in hand, and the next sitting goes on from it.
#[cfg(unix)]
#[test]
fn killed_it_loses_the_look_in_hand_at_the_most() {
    use std::time::{Duration, Instant};

    let place = Place::new();
    let server = Server::http(|link| link.answer(page("502 Bad Gateway", "", "x")));
    let url = format!("http://{}/", server.ip_port);
    let arguments = ["watch", &url, "--every", "100ms", "--until", "time", "--settings", "settings.toml"];
    let folder = place.path(".local/share/gatemend/watch");
    let text = || {
        let files = std::fs::read_dir(&folder).into_iter().flatten().filter_map(|entry| Some(entry.ok()?.path()));
        files.map(|path| std::fs::read_to_string(path).unwrap_or_default()).collect::<String>()
    };
    let looks = || -> Vec<Value> {
        let lines = text().lines().filter_map(|line| serde_json::from_str(line).ok()).collect::<Vec<Value>>();
        lines.into_iter().filter(|line| line["at"].is_string()).collect()
    };
    let mut kept: Vec<Value> = Vec::new();
    for round in 1..=6 {
        let mut child = place.command(&[&arguments[..], &["--for", "10m"]].concat()).spawn().unwrap();
        let patience = Instant::now() + Duration::from_secs(30);
        while looks().len() < kept.len() + 3 && Instant::now() < patience {
            std::thread::sleep(Duration::from_millis(1));
        }
        // Each time at another moment after a look.
        std::thread::sleep(Duration::from_millis(round * 7));
        child.kill().unwrap();
        child.wait().unwrap();
        let now = looks();
        assert!(now.len() >= kept.len() + 3, "{} looks after {}", now.len(), kept.len());
        assert_eq!(now[..kept.len()], kept[..], "what was kept before is as it was");
        let torn = text().lines().filter(|line| serde_json::from_str::<Value>(line).is_err()).count();
        assert!(torn <= usize::try_from(round).unwrap(), "{torn} lines are torn");
        kept = now;
    }
    let run = place.run(&[&arguments[..], &["--for", "500ms", "--json"]].concat());
    assert_eq!(run.code, Some(1), "{run:?}");
    let end: Value = serde_json::from_str(run.stdout.lines().last().unwrap()).unwrap();
    // Down since the first look of the first sitting, in one outage.
    let first: jiff::Timestamp = kept[0]["at"].as_str().unwrap().parse().unwrap();
    let last: jiff::Timestamp = kept[kept.len() - 1]["at"].as_str().unwrap().parse().unwrap();
    let watched = u64::try_from(last.duration_since(first).as_millis()).unwrap();
    assert_eq!((&end["outages"], &end["up"]), (&1.into(), &false.into()), "{end}");
    assert!(end["down_ms"].as_u64().is_some_and(|ms| ms >= watched), "{end} {watched}");
    assert!(looks().len() > kept.len());
}
