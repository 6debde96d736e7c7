//! The layers and who may know whom. An import that is not in the table fails here; a new layer extends the table.

#![expect(clippy::unwrap_used, reason = "a test stops where its world is not as described")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Layer, and the layers that it may know. The table stands in `src/lib.rs` too, in words.
const LAYERS: &[(&str, &[&str])] = &[
    ("model", &[]),
    ("text", &["model"]),
    ("settings", &["model", "text"]),
    ("signature", &["model"]),
    ("configuration", &["model"]),
    ("evidence", &["model", "configuration"]),
    ("logs", &["model"]),
    ("remedy", &["model", "evidence", "diagnosis"]),
    ("probe", &["model", "logs", "configuration", "settings"]),
    ("attempt", &["model", "probe", "logs", "settings"]),
    ("plan", &["model", "attempt", "evidence", "signature", "settings"]),
    ("engine", &["model", "probe", "attempt", "plan", "settings", "crash"]),
    ("crash", &[]),
    ("step", &["model", "signature", "evidence", "text"]),
    ("diagnosis", &["model", "signature", "logs", "configuration", "evidence", "text"]),
    ("checkup", &["model", "attempt", "engine", "evidence", "signature", "logs", "step", "diagnosis", "text"]),
    ("report", &["model", "signature", "text"]),
    ("store", &["model", "settings", "logs", "configuration", "report", "checkup", "watch", "text"]),
    ("watch", &["model", "probe", "evidence", "signature", "settings"]),
    (
        "cli",
        &[
            "model",
            "attempt",
            "engine",
            "evidence",
            "signature",
            "logs",
            "diagnosis",
            "step",
            "checkup",
            "report",
            "store",
            "watch",
            "remedy",
            "settings",
            "text",
            "crash",
        ],
    ),
    (
        "ui",
        &[
            "model",
            "attempt",
            "engine",
            "evidence",
            "checkup",
            "report",
            "store",
            "watch",
            "remedy",
            "settings",
            "text",
            "step",
            "signature",
            "logs",
            "crash",
        ],
    ),
];

/// Crates that only these layers may use: sockets, windows, terminals.
const CRATES: &[(&str, &[&str])] = &[
    ("hyper::", &["probe"]),
    ("reqwest::", &["probe"]),
    ("tokio_rustls", &["probe"]),
    ("hickory_resolver", &["probe"]),
    ("netdev::", &["probe"]),
    ("TcpStream", &["probe"]),
    ("UdpSocket", &["probe"]),
    ("egui", &["ui"]),
    ("eframe", &["ui"]),
    ("anstream", &["cli"]),
    ("clap::", &["cli"]),
    ("notify_rust", &["ui"]),
    ("sys_locale", &["text"]),
    ("std::fs", &["logs", "probe", "store", "settings", "cli", "crash"]),
];

/// Longer files have two jobs. Tables of tests may be longer.
const LONGEST_FILE: usize = 420;

fn source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

/// The code of a file without its tests and comments.
fn code(path: &Path) -> String {
    let text = fs::read_to_string(path).unwrap();
    let code = text.split("#[cfg(test)]\nmod ").next().unwrap_or_default();
    let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}

fn in_layers() -> Vec<(String, PathBuf)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(source()).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            let layer = path.file_name().unwrap().to_string_lossy().into_owned();
            let mut inside = Vec::new();
            files(&path, &mut inside);
            found.extend(inside.into_iter().map(|file| (layer.clone(), file)));
        }
    }
    found
}

fn is_test_file(path: &Path) -> bool {
    let name = path.file_stem().unwrap().to_string_lossy();
    let parent = path.parent().and_then(|folder| folder.file_name()).unwrap_or_default().to_string_lossy();
    ["tests", "testing", "sample", "known_answers"].contains(&name.as_ref())
        || name.starts_with("tests_")
        || ["tests", "testing", "laws"].contains(&parent.as_ref())
}

#[test]
fn every_folder_is_a_layer_of_the_table() {
    let folders: BTreeSet<String> = in_layers().into_iter().map(|(layer, _)| layer).collect();
    let table: BTreeSet<String> = LAYERS.iter().map(|(layer, _)| (*layer).to_owned()).collect();
    assert_eq!(folders, table);
}

#[test]
fn layers_know_only_those_of_the_table() {
    let mut wrong = Vec::new();
    for (layer, path) in in_layers().into_iter().filter(|(_, path)| !is_test_file(path)) {
        let allowed = LAYERS.iter().find(|(name, _)| *name == layer).unwrap().1;
        for piece in code(&path).split("crate::").skip(1) {
            let known: String = piece.chars().take_while(|c| c.is_ascii_lowercase() || *c == '_').collect();
            let is_layer = LAYERS.iter().any(|(name, _)| *name == known);
            if is_layer && known != layer && !allowed.contains(&known.as_str()) {
                wrong.push(format!("{} knows {known}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn sockets_windows_and_terminals_stay_in_their_layers() {
    let mut wrong = Vec::new();
    for (layer, path) in in_layers().into_iter().filter(|(_, path)| !is_test_file(path)) {
        for (word, allowed) in CRATES {
            if code(&path).contains(word) && !allowed.contains(&layer.as_str()) {
                wrong.push(format!("{} uses {word}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_file_says_what_it_is_for_and_stays_readable() {
    let mut wrong = Vec::new();
    for (_, path) in in_layers() {
        let text = fs::read_to_string(&path).unwrap();
        if !text.starts_with("//!") {
            wrong.push(format!("{} has no opening doc", path.display()));
        }
        if !is_test_file(&path) && code(&path).lines().count() > LONGEST_FILE {
            wrong.push(format!("{} has {} lines of code", path.display(), code(&path).lines().count()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
