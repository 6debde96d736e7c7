//! The published schema of the case file describes what the program writes, all of it, and nothing broken.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test stops where its world is not as described"
)]

#[path = "support/program.rs"]
mod program;

use std::io::{Read, Write};
use std::net::TcpListener;
use std::path::PathBuf;

use gatemend::checkup::judge_anew;
use gatemend::model::{Case, Cause, Confidence, Fault};
use gatemend::text::Texts;
use jsonschema::Validator;
use serde_json::{Value, json};

use program::Place;

fn schema() -> Value {
    serde_json::from_str(include_str!("../assets/case.schema.json")).unwrap()
}

/// The schema as it is published: new keys may come.
fn open() -> Validator {
    jsonschema::draft202012::new(&schema()).unwrap()
}

/// The same where every key must be described, to notice one that was forgotten.
fn closed() -> Validator {
    let mut schema = schema();
    schema["unevaluatedProperties"] = json!(false);
    for part in schema["$defs"].as_object_mut().unwrap().values_mut() {
        if part.get("properties").is_some() {
            part["unevaluatedProperties"] = json!(false);
        }
    }
    jsonschema::draft202012::new(&schema).unwrap()
}

fn check(name: &str, case: &Value) {
    for (how, validator) in [("open", open()), ("closed", closed())] {
        let errors: Vec<String> =
            validator.iter_errors(case).map(|error| format!("{}: {error}", error.instance_path())).collect();
        assert!(errors.is_empty(), "{name} ({how}): {errors:#?}");
    }
}

/// The saved cases by name.
fn saved() -> Vec<(String, Value)> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "json"));
    paths.sort();
    let read = |path: PathBuf| {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let value = serde_json::from_str(&std::fs::read_to_string(&path).unwrap());
        (name.clone(), value.unwrap_or_else(|error| panic!("{name}: {error}")))
    };
    paths.into_iter().map(read).collect()
}

#[test]
fn saved_cases_are_as_the_schema_says() {
    let saved = saved();
    assert!(saved.len() >= 3);
    for (name, case) in &saved {
        check(name, case);
    }
}

/// What the documentation shows is a case as well.
#[test]
fn the_documented_example_is_as_the_schema_says() {
    let page = include_str!("../assets/case.md");
    let example = page.split("```json").nth(1).and_then(|rest| rest.split("```").next()).expect("an example");
    let value: Value = serde_json::from_str(example).unwrap();
    check("assets/case.md", &value);
    let case: Case = serde_json::from_value(value).unwrap();
    assert!(judge_anew(&case, &Texts::english()).steps.len() > 5);
}

/// The reports' own sample has something of everything.
#[test]
fn the_sample_of_the_reports_is_as_the_schema_says() {
    check("report-502", &serde_json::from_str(include_str!("snapshots/report-502.json")).unwrap());
}

#[test]
fn saved_cases_are_redacted_and_survive_reading_and_writing() {
    for (name, value) in saved() {
        let case: Case = serde_json::from_value(value.clone()).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert!(case.redacted, "{name}");
        assert_eq!(serde_json::to_value(&case).unwrap(), value, "{name}");
    }
}

#[test]
fn saved_cases_get_the_verdict_that_they_carry() {
    let texts = Texts::language("en").unwrap();
    for (name, value) in saved() {
        let case: Case = serde_json::from_value(value).unwrap();
        let anew = judge_anew(&case, &texts).diagnosis.unwrap();
        let carried = case.diagnosis.unwrap();
        assert_eq!((anew.fault, anew.cause), (carried.fault, carried.cause), "{name}");
    }
}

#[test]
fn what_the_program_writes_is_as_the_schema_says() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let answering = listener.local_addr().unwrap();
    std::thread::Builder::new()
        .name("server".to_owned())
        .spawn(move || {
            for stream in listener.incoming() {
                let Ok(mut stream) = stream else { return };
                let _ = stream.read(&mut [0; 4096]);
                let _ =
                    stream.write_all(b"HTTP/1.1 502 Bad Gateway\r\nServer: nginx\r\nContent-Length: 5\r\n\r\ngone\n");
            }
        })
        .unwrap();
    let closed = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let place = Place::new();
    let port = answering.port();
    place.write(
        "nginx.conf",
        format!(
            "events {{}}\nhttp {{\n  upstream app {{ server 127.0.0.1:1 weight=2; server app.test:2; keepalive 4; }}\n  include nowhere;\n  server {{\n    \
             listen {port};\n    server_name 127.0.0.1;\n    location / {{ proxy_pass http://app; location /x {{ try_files $uri @y; }} }}\n    \
             location @y {{ proxy_pass http://app; }}\n  }}\n}}\n"
        ),
    );
    place.write("haproxy.cfg", "global\n maxconn \"1");
    for (name, url, more) in [
        ("a configuration", format!("http://{answering}/"), ["--as=owner", "--config=nginx.conf"]),
        ("the server itself", format!("http://{answering}/"), ["--on-server", "--quiet"]),
        ("a broken configuration", format!("http://{answering}/"), ["--as=owner", "--config=haproxy.cfg"]),
        ("502", format!("http://{answering}/x?y=z"), ["--no-redact", "--saw=it says 502"]),
        ("redacted", format!("http://{answering}/x?y=z"), ["--as=owner", "--ipv4"]),
        ("not https", format!("https://{answering}/"), ["--no-redact", "--skip=path"]),
        ("refused", format!("http://{closed}/"), ["--no-redact", "--budget=10s"]),
        ("a name", format!("http://localhost:{}/", answering.port()), ["--no-redact", "--budget=10s"]),
    ] {
        let run = place.check(&url, &[&["--json=case.json"], more.as_slice()].concat());
        assert_eq!((run.code, run.stderr.as_str()), (Some(1), ""), "{name}: {run:?}");
        assert!(!run.stdout.is_empty(), "{name}");
        check(name, &serde_json::from_str(&place.read("case.json")).unwrap());
    }
}

/// Every place at which a value can be changed, as JSON pointers.
fn places(value: &Value, here: String, out: &mut Vec<String>) {
    match value {
        Value::Array(items) => items.iter().enumerate().for_each(|(i, item)| places(item, format!("{here}/{i}"), out)),
        Value::Object(fields) => fields.iter().for_each(|(key, one)| places(one, format!("{here}/{key}"), out)),
        _ => {}
    }
    out.push(here);
}

#[test]
fn a_damaged_case_is_refused() {
    let validator = open();
    for (name, case) in saved() {
        for (place, damage) in [
            ("/schema", json!(2)),
            ("/started", json!("yesterday")),
            ("/ended", json!("exploded")),
            ("/target/port", json!(70_000)),
            ("/diagnosis/fault", json!("somebody")),
            ("/diagnosis/cause", json!("gremlins")),
            ("/diagnosis/confidence", json!("absolute")),
            ("/diagnosis/because", json!({})),
            ("/observations/0/id", json!("first")),
            ("/observations/0/kind", json!("hearsay")),
            ("/steps/0/status", json!("fine")),
        ] {
            let mut damaged = case.clone();
            *damaged.pointer_mut(place).unwrap_or_else(|| panic!("{name} has no {place}")) = damage;
            assert!(!validator.is_valid(&damaged), "{name}: {place}");
        }
        for key in ["schema", "app", "target", "observations", "diagnosis"] {
            let mut damaged = case.clone();
            damaged.as_object_mut().unwrap().remove(key);
            assert!(!validator.is_valid(&damaged), "{name} without {key}");
        }
    }
}

#[test]
fn no_value_can_be_of_another_kind() {
    let validator = open();
    let (name, case) = saved().remove(0);
    let mut all = Vec::new();
    places(&case, String::new(), &mut all);
    assert!(all.len() > 100);
    for place in all {
        let mut damaged = case.clone();
        *damaged.pointer_mut(&place).unwrap() = json!([[["no such thing"]]]);
        assert!(!validator.is_valid(&damaged), "{name}: {place}");
    }
}

#[test]
fn the_vocabulary_is_the_programs() {
    let schema = schema();
    let words = |name: &str| schema["$defs"][name]["enum"].clone();
    let names = |all: Vec<&str>| json!(all);
    assert_eq!(words("fault"), names(Fault::ALL.iter().map(|one| one.name()).collect()));
    assert_eq!(words("cause"), names(Cause::ALL.iter().map(|one| one.name()).collect()));
    assert_eq!(words("confidence"), names(Confidence::ALL.iter().map(|one| one.name()).collect()));
}

#[test]
fn everything_in_the_schema_is_described() {
    fn undescribed(value: &Value, here: String, out: &mut Vec<String>) {
        if let Some(properties) = value.get("properties").and_then(Value::as_object) {
            for (key, one) in properties {
                let told = ["description", "$ref", "const"].iter().any(|word| one.get(word).is_some());
                if !told {
                    out.push(format!("{here}/{key}"));
                }
            }
        }
        match value {
            Value::Object(fields) => {
                fields.iter().for_each(|(key, one)| undescribed(one, format!("{here}/{key}"), out))
            }
            Value::Array(items) => items.iter().for_each(|one| undescribed(one, here.clone(), out)),
            _ => {}
        }
    }
    let mut found = Vec::new();
    undescribed(&schema(), String::new(), &mut found);
    assert!(found.is_empty(), "{found:?}");
}
