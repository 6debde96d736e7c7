//! A part of this program breaks: never in silence, never with anybody's data.

use super::is_one_line;
use super::program::{Place, Run};
use super::server::{Server, page};

/// What a typed address and the options hold that is nobody else's business.
const SECRETS: [&str; 4] = ["tok-planted-4711", "key-planted-0815", "127.0.0.1", "account"];

/// `check` of a page, broken at this place.
fn broken(place: &Place, at: &str) -> Run {
    let server = Server::http(|link| link.answer(page("502 Bad Gateway", "Server: nginx\r\n", "gone")));
    let url = format!("http://{}/account?password={}", server.ip_port, SECRETS[0]);
    let header = format!("X-Api-Key: {}", SECRETS[1]);
    let mut command =
        place.command(&["check", &url, "--settings", "settings.toml", "--header", &header, "--json", "c.json"]);
    command.env("GATEMEND_BREAK", at).env("XDG_DATA_HOME", place.path("data"));
    Run::of(command.output().unwrap())
}

fn crash_files(place: &Place) -> Vec<std::path::PathBuf> {
    let Ok(entries) = std::fs::read_dir(place.path("data/gatemend/crashes")) else { return Vec::new() };
    entries.map(|entry| entry.unwrap().path()).collect()
}

/// The one file is named in the message, and holds no secret; neither does the message.
fn is_told(place: &Place, told: &str) {
    let files = crash_files(place);
    let [file] = files.as_slice() else { panic!("{files:?}") };
    let text = std::fs::read_to_string(file).unwrap();
    assert!(told.contains(&file.display().to_string()), "{told}");
    assert!(text.contains("where: src/crash/hook.rs:") && text.contains("gatemend 0."), "{text}");
    for secret in SECRETS {
        assert!(!text.contains(secret) && !told.contains(secret), "{secret} in {text}{told}");
    }
}

#[test]
fn a_command_that_breaks_says_so_in_one_line_and_names_the_file() {
    let place = Place::new();
    let run = broken(&place, "command");
    assert_eq!((run.code, run.stdout.as_str()), (Some(3), ""), "{run:?}");
    assert!(is_one_line(&run.stderr), "{run:?}");
    is_told(&place, &run.stderr);
}

#[test]
fn checks_that_break_are_told_once_and_the_verdict_rests_on_nothing_of_theirs() {
    let place = Place::new();
    let run = broken(&place, "attempt");
    assert_eq!(run.code, Some(1), "{run:?}");
    assert!(is_one_line(&run.stderr), "{run:?}");
    is_told(&place, &run.stderr);
    let case: serde_json::Value = serde_json::from_str(&place.read("c.json")).unwrap();
    assert_eq!(case["diagnosis"]["fault"], "unknown", "{case}");
    assert!(case["observations"].to_string().contains("malfunction"), "{case}");
}

#[test]
fn a_program_that_does_not_break_leaves_no_file() {
    let place = Place::new();
    let run = broken(&place, "nowhere");
    assert_eq!(run.code, Some(1), "{run:?}");
    assert_eq!(crash_files(&place), Vec::<std::path::PathBuf>::new());
}
