//! What happens when the program itself fails.

use super::is_one_line;
use super::program::{Place, Run};

/// Programs for others have no such switch.
#[cfg(debug_assertions)]
#[test]
fn a_failure_of_the_program_is_told_with_a_file_that_holds_nothing_of_the_user() {
    let place = Place::new();
    let mut command = place.command(&["check", "https://shop.test/?token=hunter2"]);
    let data = place.path("data");
    command.env("XDG_DATA_HOME", &data).env("GATEMEND_PANIC", "no host in \"https://shop.test/?token=hunter2\"");
    let run = Run::of(command.output().unwrap());
    assert_eq!((run.code, run.stdout.as_str()), (Some(3), ""), "{run:?}");
    assert!(is_one_line(&run.stderr) && run.stderr.contains("this program failed"), "{run:?}");
    let path = run.stderr.trim_end().rsplit_once("with the file ").unwrap().1;
    let text = std::fs::read_to_string(path).unwrap();
    assert!(text.contains("words:  no host in …\n") && text.contains("main.rs:"), "{text}");
    assert!(!text.contains("hunter2") && !text.contains("shop.test"), "{text}");
}

/// Where no file can be written, the place of the failure is told.
#[cfg(debug_assertions)]
#[test]
fn a_failure_is_told_where_nothing_can_be_kept() {
    let place = Place::new();
    let mut command = place.command(&["explain", "502"]);
    command.env("XDG_DATA_HOME", place.write("file", "")).env("GATEMEND_PANIC", "words");
    let run = Run::of(command.output().unwrap());
    assert_eq!(run.code, Some(3), "{run:?}");
    assert!(is_one_line(&run.stderr) && run.stderr.contains("failed at src"), "{run:?}");
}
