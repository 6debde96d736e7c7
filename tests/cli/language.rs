//! Which language the command line speaks.

use gatemend::text::LANGUAGES;
use serde_json::Value;

use super::is_one_line;
use super::program::{Place, Run};

/// `explain 502` with the system set to this locale.
fn explained(place: &Place, locale: &str, arguments: &[&str]) -> Run {
    let arguments = [&["explain", "502"], arguments].concat();
    Run::of(place.command(&arguments).env("LC_ALL", locale).output().unwrap())
}

#[test]
fn the_system_is_asked_and_the_option_wins() {
    let place = Place::new();
    for language in LANGUAGES {
        let wanted = explained(&place, "C", &["--lang", language.tag]);
        assert_eq!(wanted.code, Some(0), "{wanted:?}");
        let by_system = explained(&place, &format!("{}_XX.UTF-8", language.tag), &[]);
        assert_eq!(by_system.stdout, wanted.stdout);
        let over_system = explained(&place, "en_GB.UTF-8", &["--lang", &format!("{}-XX", language.tag)]);
        assert_eq!(over_system.stdout, wanted.stdout);
    }
    let english = explained(&place, "C", &[]).stdout;
    assert_eq!(explained(&place, "tlh_QO", &[]).stdout, english);
    let others = LANGUAGES.iter().filter(|language| language.tag != "en");
    for language in others {
        assert_ne!(explained(&place, "C", &["--lang", language.tag]).stdout, english, "{language:?}");
    }
}

#[test]
fn a_language_that_is_not_spoken_is_refused_with_those_that_are() {
    let run = explained(&Place::new(), "C", &["--lang", "tlh"]);
    assert_eq!(run.code, Some(2));
    assert!(is_one_line(&run.stderr) && run.stderr.contains("tlh"), "{run:?}");
    assert!(LANGUAGES.iter().all(|language| run.stderr.contains(language.tag)), "{run:?}");
}

#[cfg(target_os = "linux")]
#[test]
fn the_settings_win_over_the_system() {
    for language in LANGUAGES {
        let place = Place::new();
        let text = format!("[texts]\nlanguage = \"{}\"\n", language.tag);
        place.write(".config/gatemend/settings.toml", text);
        let wanted = explained(&Place::new(), "C", &["--lang", language.tag]).stdout;
        let other = LANGUAGES.iter().rev().find(|other| other.tag != language.tag).unwrap_or(language);
        assert_eq!(explained(&place, other.tag, &[]).stdout, wanted);
        assert_eq!(explained(&place, "C", &["--lang", "en"]).stdout, explained(&Place::new(), "C", &[]).stdout);
    }
    // A mistake there keeps nothing from being explained; where the file is named, it is told.
    let place = Place::new();
    let file = place.write(".config/gatemend/settings.toml", "[texts]\nlanguage = \"tlh\"\n");
    assert_eq!(explained(&place, "C", &[]).code, Some(0));
    let told = place.run(&["check", "127.0.0.1:1", "--settings", &file.display().to_string()]);
    assert!(told.code == Some(2) && told.stderr.contains("texts.language"), "{told:?}");
}

/// The words of a file stand beside what they were made from.
#[test]
fn a_case_of_another_language_is_told_in_the_one_that_is_asked_for() {
    let place = Place::new();
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/nginx-says-502.json");
    let mut case: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let headline = place.write("plain.json", case.to_string());
    let usual = place.run(&["show", &headline.display().to_string()]).stdout;
    case["app"]["lang"] = "tlh".into();
    case["diagnosis"]["headline"] = "nuqneH".into();
    case["diagnosis"]["because"][0]["text"] = "Qapla'".into();
    case["diagnosis"]["because"][1]["words"]["key"] = "rule-of-a-later-version".into();
    case["diagnosis"]["because"][1]["text"] = "words of the file".into();
    place.write("case.json", case.to_string());
    for language in LANGUAGES {
        let shown = place.run(&["show", "case.json", "--lang", language.tag, "--report", "again.json"]);
        assert_eq!(shown.code, Some(0), "{shown:?}");
        assert!(!shown.stdout.contains("nuqneH") && !shown.stdout.contains("Qapla"), "{}", shown.stdout);
        assert!(!shown.stdout.contains("rule-of-a-later-version"), "{}", shown.stdout);
        let again: Value = serde_json::from_str(&place.read("again.json")).unwrap();
        assert_eq!(again["app"]["lang"], language.tag);
        if language.tag == "en" {
            assert_eq!(shown.stdout.lines().next(), usual.lines().next());
        }
        std::fs::remove_file(place.path("again.json")).unwrap();
    }
}
