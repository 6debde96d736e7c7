//! The file about a crash: where in the program it was, and nothing of what the program was asked.

use std::any::Any;
use std::io::Write;
use std::path::{Path, PathBuf};

/// Files that are kept; the oldest go first.
pub const FILES_KEPT: usize = 10;
/// Lines of the way to the place that are kept.
const FRAMES: usize = 80;

/// What is known about a crash, before it is written.
pub struct Known<'a> {
    pub payload: &'a (dyn Any + Send),
    /// File and line of the source.
    pub place: Option<(&'a str, u32)>,
    pub thread: &'a str,
    /// A backtrace in the form of the standard library.
    pub way: &'a str,
    /// In UTC.
    pub time: &'a str,
}

/// The words of the file.
pub fn text(known: &Known<'_>) -> String {
    let mut text = format!(
        "gatemend {} broke on {} ({})\ntime: {}\nwhere: {}\nthread: {}\nwhat: {}\n",
        env!("CARGO_PKG_VERSION"),
        std::env::consts::OS,
        std::env::consts::ARCH,
        known.time,
        place(known.place),
        known.thread,
        message(known.payload),
    );
    let names = frames(known.way);
    if !names.is_empty() {
        text.push_str("way:\n");
        names.iter().for_each(|name| text.push_str(&format!("  {name}\n")));
    }
    text.push_str("\nThis file holds no address, no header and nothing that was read or typed.\n");
    text
}

/// The message, where it can be nobody's data: one that stands in the source as it is, or one of the language's own
/// that is made of numbers alone. Any other was put together at run time, from what nobody knows.
fn message(payload: &(dyn Any + Send)) -> String {
    const NUMBERS_ONLY: [&str; 5] =
        ["index out of bounds: ", "range start index ", "range end index ", "slice index starts at ", "mid > len"];
    let from_source = payload.downcast_ref::<&'static str>().copied();
    let made = payload.downcast_ref::<String>().map(String::as_str);
    let of_numbers = |text: &&str| {
        let word = |word: &str| word.bytes().all(|byte| byte.is_ascii_lowercase() || b":,()".contains(&byte));
        let number = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit() || b":,()".contains(&byte));
        NUMBERS_ONLY.iter().any(|start| text.starts_with(start)) && text.split(' ').all(|one| word(one) || number(one))
    };
    match from_source.or_else(|| made.filter(of_numbers)) {
        Some(text) => text.chars().filter(|c| !c.is_control()).take(300).collect(),
        None => "(left out: it was made of what was at hand)".to_owned(),
    }
}

/// File and line, without the folder of whoever built the program: it may bear a name.
pub fn place(place: Option<(&str, u32)>) -> String {
    let Some((file, line)) = place else { return "unknown".to_owned() };
    format!("{}:{line}", short(&file.replace('\\', "/")))
}

fn short(file: &str) -> &str {
    let behind = |mark: &str| file.find(mark).and_then(|at| file.get(at + mark.len()..));
    // registry/src/NAME-OF-THE-REGISTRY/crate-1.2.3/src/…
    if let Some((_, inside)) = behind("/registry/src/").and_then(|rest| rest.split_once('/')) {
        return inside;
    }
    if let Some(inside) = behind("/library/") {
        return inside;
    }
    let is_absolute = file.starts_with('/') || file.get(1..2) == Some(":");
    match file.rfind("/src/") {
        Some(at) if is_absolute => file.get(at + 1..).unwrap_or_default(),
        _ if is_absolute => file.rsplit('/').next().unwrap_or_default(),
        _ => file,
    }
}

/// The names of the functions alone: lines with the builder's folders and those without a name are left out.
fn frames(way: &str) -> Vec<&str> {
    let named = way.lines().filter_map(|line| {
        let (number, name) = line.trim_start().split_once(": ")?;
        (number.bytes().all(|byte| byte.is_ascii_digit()) && name != "<unknown>").then_some(name.trim())
    });
    named.take(FRAMES).collect()
}

/// Writes the file, or adds to it what broke after it; the oldest of the others go.
pub fn write(folder: &Path, name: &str, text: &str) -> std::io::Result<PathBuf> {
    std::fs::create_dir_all(folder)?;
    let path = folder.join(name);
    let mut file = std::fs::OpenOptions::new().create(true).append(true).open(&path)?;
    file.write_all(text.as_bytes())?;
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)?.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.retain(|path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with("crash-") && name.ends_with(".txt")
    });
    files.sort();
    let too_many = files.len().saturating_sub(FILES_KEPT);
    for old in files.into_iter().take(too_many) {
        // Another program may have been quicker.
        let _ = std::fs::remove_file(old);
    }
    Ok(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECRET: &str = "https://user:hunter2@shop.test/reset/a9b8c7d6?token=s3cr3t X-Api-Key: k3y \
        Cookie: sid=c00k1e; Authorization: Bearer b34r3r";

    fn told(payload: &(dyn Any + Send)) -> String {
        let way = "   0: gatemend::step::page::judge\n             at /home/alice/gatemend/src/step/page.rs:7:1\n   \
                   1: <unknown>\n   2: core::ops::function::FnOnce::call_once\n";
        let place = Some(("/home/alice/.cargo/registry/src/index.example-1949/idna-1.1.0/src/lib.rs", 7));
        text(&Known { payload, place, thread: "gatemend", way, time: "2026-11-22T10:00:00Z" })
    }

    #[test]
    fn the_file_tells_the_place_and_the_way_and_names_nobody() {
        let text = told(&"internal error: entered unreachable code");
        for expected in [
            "where: idna-1.1.0/src/lib.rs:7\n",
            "what: internal error: entered unreachable code\n",
            "  gatemend::step::page::judge\n  core::ops::function::FnOnce::call_once\n",
            env!("CARGO_PKG_VERSION"),
        ] {
            assert!(text.contains(expected), "{expected} in {text}");
        }
        assert!(!text.contains("alice") && !text.contains("<unknown>"), "{text}");
    }

    #[test]
    fn a_message_that_was_put_together_is_left_out() {
        for message in [
            format!("called `Result::unwrap()` on an `Err` value: {SECRET:?}"),
            format!("byte index 5 is not a char boundary; it is inside 'é' (bytes 4..6) of `{SECRET}`"),
            format!("index out of bounds: {SECRET}"),
            format!("range start index {SECRET}"),
            SECRET.to_owned(),
        ] {
            let text = told(&message);
            assert!(text.contains("what: (left out"), "{text}");
            for secret in ["hunter2", "s3cr3t", "k3y", "c00k1e", "b34r3r", "a9b8c7d6", "shop.test"] {
                assert!(!text.contains(secret), "{secret} in {text}");
            }
        }
        let of_numbers = "index out of bounds: the len is 3 but the index is 7".to_owned();
        assert!(told(&of_numbers).contains("what: index out of bounds: the len is 3 but the index is 7\n"));
    }

    #[test]
    fn a_panic_of_the_language_is_one_of_these() {
        let caught = |work: fn()| std::panic::catch_unwind(work).expect_err("it panics");
        let list = std::hint::black_box(vec![1]);
        let outside = std::panic::catch_unwind(|| list[std::hint::black_box(3)]).expect_err("it panics");
        assert_eq!(message(&*outside), "index out of bounds: the len is 1 but the index is 3");
        let none = caught(|| assert_eq!(std::hint::black_box(None::<u8>).unwrap(), 1));
        assert_eq!(message(&*none), "called `Option::unwrap()` on a `None` value");
        let inside = caught(|| drop(std::hint::black_box("s3cr3té")[..7].to_owned()));
        assert!(message(&*inside).starts_with("(left out"));
    }

    #[test]
    fn places_are_told_without_the_folders_of_the_builder() {
        for (file, told) in [
            ("src/step/page.rs", "src/step/page.rs:7"),
            ("/home/alice/gatemend/src/step/page.rs", "src/step/page.rs:7"),
            ("C:\\Users\\alice\\gatemend\\src\\main.rs", "src/main.rs:7"),
            ("/rustc/0123/library/core/src/option.rs", "core/src/option.rs:7"),
            ("/home/alice/build.rs", "build.rs:7"),
        ] {
            assert_eq!(place(Some((file, 7))), told);
        }
        assert_eq!(place(None), "unknown");
    }

    #[test]
    fn files_stay_few_and_the_newest_stay() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("notes.txt"), "x").unwrap();
        for number in 0..FILES_KEPT + 3 {
            write(folder.path(), &format!("crash-{number:02}.txt"), "x").unwrap();
        }
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), FILES_KEPT + 1);
        assert!(folder.path().join("notes.txt").exists() && folder.path().join("crash-12.txt").exists());
        assert!(!folder.path().join("crash-02.txt").exists());
    }
}
