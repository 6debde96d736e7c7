//! The table of bounds in `ARCHITECTURE.md` is compared with the source: every row names a constant, its value, and a
//! test that keeps it.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test stops where its world is not as described"
)]

use std::fs;
use std::path::{Path, PathBuf};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

struct Row {
    file: PathBuf,
    constant: String,
    /// As it is written: `64 KiB`, `300`, `3.5 s`.
    value: String,
    tests: Vec<String>,
}

fn rows() -> Vec<Row> {
    let text = fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    let part = text.split("## Bounds").nth(1).expect("the table is there");
    let part = part.split("\n## ").next().unwrap();
    let lines = part.lines().filter(|line| line.starts_with("| ") && line.contains('`'));
    let cell = |text: &str| text.trim().to_owned();
    let in_code = |text: &str| text.split('`').skip(1).step_by(2).map(str::to_owned).collect::<Vec<_>>();
    lines
        .map(|line| {
            let cells: Vec<String> = line.trim_matches('|').split(" | ").map(cell).collect();
            assert_eq!(cells.len(), 4, "{line}");
            let names = in_code(&cells[2]);
            assert_eq!(names.len(), 2, "{line}");
            let file = if names[0].starts_with("tests/") {
                PathBuf::from(&names[0])
            } else {
                Path::new("src").join(&names[0])
            };
            Row { file, constant: names[1].clone(), value: cells[1].clone(), tests: in_code(&cells[3]) }
        })
        .collect()
}

/// A number of things, bytes or milliseconds, as the table writes it.
fn written(value: &str) -> Option<f64> {
    let (number, unit) = value.split_once(' ').unwrap_or((value, ""));
    let number: f64 = number.replace(',', "").parse().ok()?;
    let unit = match unit.split(',').next().unwrap_or_default() {
        "KiB" => 1024.0,
        "MiB" => 1024.0 * 1024.0,
        "s" => 1000.0,
        "" | "ms" | "bytes" => 1.0,
        _ => return None,
    };
    Some(number * unit)
}

/// The value of a constant: a product of numbers, or a duration of one.
fn meant(file: &Path, constant: &str) -> Option<f64> {
    let text = fs::read_to_string(root().join(file)).ok()?;
    let start = text.find(&format!("const {constant}: "))?;
    let line = text[start..].split(';').next()?;
    let value = line.split_once(" = ")?.1.trim();
    let (value, unit) = match value.split_once("Duration::from_") {
        Some((_, call)) => {
            let (kind, number) = call.trim_end_matches(')').split_once('(')?;
            (number, if kind == "secs" { 1000.0 } else { 1.0 })
        }
        None => (value, 1.0),
    };
    let factors = value.split('*').map(|factor| factor.trim().replace('_', "").parse::<f64>().ok());
    factors.collect::<Option<Vec<f64>>>().map(|factors| factors.iter().product::<f64>() * unit)
}

fn gather(folder: &Path, text: &mut String) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            gather(&path, text);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            text.push_str(&fs::read_to_string(path).unwrap());
        }
    }
}

#[test]
fn every_bound_is_the_one_of_the_source() {
    let rows = rows();
    assert!(rows.len() > 30, "only {}", rows.len());
    let mut wrong = Vec::new();
    for row in &rows {
        let (told, meant) = (written(&row.value), meant(&row.file, &row.constant));
        if told.is_none() || told != meant {
            wrong.push(format!(
                "{} {}: {} is told ({told:?}), {meant:?} is meant",
                row.file.display(),
                row.constant,
                row.value
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_bound_is_kept_by_a_test() {
    let mut sources = String::new();
    gather(&root().join("src"), &mut sources);
    gather(&root().join("tests"), &mut sources);
    let is_there = |name: &String| sources.contains(&format!("fn {name}(")) && sources.contains("test]");
    let mut missing: Vec<String> = Vec::new();
    for row in rows() {
        assert!(!row.tests.is_empty(), "{} has no test", row.constant);
        missing.extend(row.tests.into_iter().filter(|name| !is_there(name)));
    }
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn values_are_read_as_they_are_written() {
    assert_eq!(written("64 KiB"), Some(65_536.0));
    assert_eq!(written("3.5 s"), Some(3_500.0));
    assert_eq!(written("100,000"), Some(100_000.0));
    assert_eq!(written("many"), None);
    assert_eq!(meant(Path::new("src/probe/body.rs"), "BODY_KEPT"), Some(65_536.0));
    assert_eq!(meant(Path::new("src/probe/body.rs"), "NOT_THERE"), None);
}
