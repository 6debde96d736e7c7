//! The table of CONTRIBUTING.md, "What only one system does", is compared with the source: each file in which a system is
//! named has a row there, with its proof or the reason why there is none.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where its world is not as described")]

use std::fs;
use std::path::{Path, PathBuf};

/// What a condition names where it means a system.
const SYSTEMS: [&str; 5] = ["target_os", "target_vendor", "target_family", "windows", "unix"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// First cell's names, what is told of them, and its proof.
fn rows() -> Vec<(Vec<String>, String)> {
    let text = fs::read_to_string(root().join("CONTRIBUTING.md")).unwrap();
    let part = text.split("## What only one system does").nth(1).expect("the table is there");
    let lines = part.split("\n## ").next().unwrap().lines().filter(|line| line.starts_with("| `"));
    let row = |line: &str| {
        let cells: Vec<&str> = line.trim_matches('|').split(" | ").map(str::trim).collect();
        let [names, _, proof] = cells.as_slice() else { panic!("three cells: {line}") };
        (names.split('`').skip(1).step_by(2).map(str::to_owned).collect(), (*proof).to_owned())
    };
    lines.map(row).collect()
}

/// The file or folder of a row.
fn place(name: &str) -> PathBuf {
    let own = root().join("src").join(name);
    if own.exists() { own } else { root().join(name) }
}

/// Whether a line of source is built, or does something, on some systems only.
fn names_a_system(line: &str) -> bool {
    let line = line.trim_start();
    let conditions = ["#[cfg(", "#![cfg(", "#[cfg_attr(", "cfg!("].iter().filter_map(|open| line.split_once(open));
    let names =
        |text: &str| text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).any(|word| SYSTEMS.contains(&word));
    // What stands behind the condition on the same line is code.
    !line.starts_with("//") && conditions.map(|(_, rest)| rest.split(")]").next().unwrap_or(rest)).any(names)
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

#[test]
fn every_file_that_names_a_system_has_a_row() {
    let places: Vec<PathBuf> = rows().into_iter().flat_map(|(names, _)| names).map(|name| place(&name)).collect();
    let mut files = vec![root().join("build.rs")];
    sources(&root().join("src"), &mut files);
    let names_one = |path: &PathBuf| fs::read_to_string(path).unwrap().lines().any(names_a_system);
    let told = |path: &PathBuf| places.iter().any(|place| path.starts_with(place));
    let missing: Vec<_> = files
        .into_iter()
        .filter(|path| names_one(path) && !told(path))
        .map(|path| path.strip_prefix(root()).unwrap().display().to_string())
        .collect();
    assert!(missing.is_empty(), "\"What only one system does\" in CONTRIBUTING.md has no row for {missing:#?}");
}

#[test]
fn every_row_is_of_something_and_has_a_proof_or_a_reason() {
    let rows = rows();
    assert!(rows.len() > 15, "only {}", rows.len());
    for (names, proof) in rows {
        assert!(!names.is_empty() && proof.len() > 5, "{names:?}: {proof}");
        for name in names {
            assert!(place(&name).exists(), "{name} is not there any more");
        }
        assert!(proof != "none", "why is there no proof?");
    }
}

#[test]
fn conditions_are_seen_and_words_are_not() {
    for line in [
        "#[cfg(windows)]",
        "    #[cfg(any(target_os = \"linux\", test))]",
        "#[cfg_attr(not(target_os = \"linux\"), expect(dead_code))]",
        "let apart = cfg!(unix) && wish;",
        "#![cfg(all(test, not(target_vendor = \"apple\")))]",
    ] {
        assert!(names_a_system(line), "{line}");
    }
    for line in
        ["#[cfg(test)] mod windows;", "// #[cfg(windows)]", "fn windows() {}", "#[cfg(feature = \"gui\")] use unix;"]
    {
        assert!(!names_a_system(line), "{line}");
    }
}
