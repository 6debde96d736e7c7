//! Where nothing can be saved, or what is there cannot be read: nothing is lost, and it is said.

use super::is_one_line;
use super::program::Place;
#[cfg(unix)]
use super::program::Run;
use super::server::{Server, page};

fn failing() -> Server {
    Server::http(|link| link.answer(page("502 Bad Gateway", "Server: nginx\r\n", "gone")))
}

#[cfg(unix)]
fn names(place: &Place) -> Vec<String> {
    let entries = std::fs::read_dir(place.folder.path()).unwrap();
    let mut names: Vec<String> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

/// No file may grow beyond 4 KiB, which is what a full disk looks like from within: a write that ends too early.
#[cfg(unix)]
#[test]
fn a_full_disk_loses_nothing_and_is_told() {
    let (place, server) = (Place::new(), failing());
    place.write("case.json", "the old case");
    place.write("r.html", "the old report");
    let program = env!("CARGO_BIN_EXE_gatemend");
    let url = format!("http://{}/", server.ip_port);
    for (option, file, old) in [("--json", "case.json", "the old case"), ("--report", "r.html", "the old report")] {
        let script = "trap '' XFSZ; ulimit -f 4; exec \"$@\"";
        let mut command = std::process::Command::new("bash");
        command.args(["-c", script, "sh", program, "check", &url, "--settings", "settings.toml", option, file]);
        command.current_dir(place.folder.path()).env("HOME", place.folder.path());
        let run = Run::of(command.output().unwrap());
        assert_eq!(run.code, Some(3), "{run:?}");
        assert!(run.stdout.contains("502"), "the verdict is there all the same: {run:?}");
        assert!(is_one_line(&run.stderr) && run.stderr.contains(&format!("cannot write {file}")), "{run:?}");
        assert_eq!(place.read(file), old);
        assert_eq!(names(&place), ["case.json", "r.html", "settings.toml"], "nothing is left beside");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_folder_in_which_nothing_can_be_made_is_told() {
    let (place, server) = (Place::new(), failing());
    let url = format!("http://{}/", server.ip_port);
    // Not even the administrator makes files there.
    for (option, file) in [("--json", "/proc/case.json"), ("--report", "/proc/r.html")] {
        let run = place.check(&url, &[option, file]);
        assert_eq!(run.code, Some(3), "{run:?}");
        assert!(run.stdout.contains("502"), "{run:?}");
        assert!(is_one_line(&run.stderr) && run.stderr.contains(&format!("cannot write {file}")), "{run:?}");
    }
}

#[test]
fn a_case_that_is_cut_off_or_newer_is_told_and_stays_as_it_is() {
    let (place, server) = (Place::new(), failing());
    let run = place.check(&format!("http://{}/", server.ip_port), &["--json", "case.json"]);
    assert_eq!(run.code, Some(1), "{run:?}");
    let whole = place.read("case.json");
    let newer = whole.replacen("\"schema\": 1", "\"schema\": 2", 1);
    assert_ne!(newer, whole);
    let mut tried = vec![(newer, "version 2")];
    for part in [0, 1, whole.len() / 3, whole.len() - 3] {
        let end = (0..=part).rev().find(|end| whole.is_char_boundary(*end)).unwrap();
        tried.push((whole[..end].to_owned(), "cannot read"));
    }
    for (text, expected) in tried {
        place.write("case.json", &text);
        let run = place.run(&["show", "case.json", "--report", "r.html"]);
        assert_eq!(run.code, Some(2), "{run:?}");
        assert!(is_one_line(&run.stderr) && run.stderr.contains(expected), "{run:?}");
        assert_eq!(place.read("case.json"), text);
        assert!(!place.path("r.html").exists());
    }
}

#[test]
fn settings_with_a_mistake_or_of_tomorrow_are_told_and_stay_as_they_are() {
    let (place, server) = (Place::new(), failing());
    let good = place.read("settings.toml");
    for (text, expected) in
        [(good.clone() + "of_tomorrow = 1\n", "of_tomorrow"), (good[..good.len() / 2].to_owned() + "\"", "line ")]
    {
        place.write("settings.toml", &text);
        let run = place.check(&format!("http://{}/", server.ip_port), &[]);
        assert_eq!(run.code, Some(2), "{run:?}");
        assert!(is_one_line(&run.stderr) && run.stderr.contains(expected), "{run:?}");
        assert_eq!(place.read("settings.toml"), text);
    }
    assert!(server.heard.all().is_empty(), "nobody is asked by settings that are not understood");
}
