//! Every language of the table says all that English says, with the same values, and writes numbers in its own way.

#![expect(clippy::unwrap_used, reason = "a test stops where its world is not as described")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use gatemend::checkup::judge_anew;
use gatemend::model::Cause;
use gatemend::model::diagnosis::Words;
use gatemend::report::Format;
use gatemend::store::{read_case, rendered};
use gatemend::text::{LANGUAGES, Language, Texts};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/i18n")
}

fn others() -> impl Iterator<Item = &'static Language> {
    LANGUAGES.iter().copied().filter(|language| language.tag != "en")
}

/// What a message is filled with, and how it reads without.
#[derive(Default, Debug, PartialEq)]
struct Shape {
    /// The names of values that are written out somewhere.
    written: BTreeSet<String>,
    /// The names of values that only choose between wordings.
    chooses: BTreeSet<String>,
    /// The other messages it is made of.
    parts: BTreeSet<String>,
    /// Its own words, whatever the wording.
    words: String,
}

impl Shape {
    fn take(&mut self, pattern: &Pattern<String>) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => self.words.push_str(value),
                PatternElement::Placeable { expression } => self.expression(expression),
            }
        }
    }

    fn expression(&mut self, expression: &Expression<String>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                if let InlineExpression::VariableReference { id } = selector {
                    self.chooses.insert(id.name.clone());
                }
                variants.iter().for_each(|variant| self.take(&variant.value));
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<String>) {
        match inline {
            InlineExpression::VariableReference { id } => drop(self.written.insert(id.name.clone())),
            InlineExpression::MessageReference { id, .. } | InlineExpression::TermReference { id, .. } => {
                self.parts.insert(id.name.clone());
            }
            InlineExpression::Placeable { expression } => self.expression(expression),
            InlineExpression::StringLiteral { value } | InlineExpression::NumberLiteral { value } => {
                self.words.push_str(value);
            }
            InlineExpression::FunctionReference { arguments, .. } => {
                arguments.positional.iter().for_each(|one| self.inline(one));
            }
        }
    }
}

fn shapes_of(source: &str) -> BTreeMap<String, Shape> {
    let resource = fluent_syntax::parser::parse(source.to_owned()).map_err(|(_, errors)| errors).unwrap();
    let mut shapes = BTreeMap::new();
    for entry in &resource.body {
        let (name, pattern) = match entry {
            Entry::Message(message) => (message.id.name.clone(), message.value.as_ref()),
            Entry::Term(term) => (term.id.name.clone(), Some(&term.value)),
            _ => continue,
        };
        let mut shape = Shape::default();
        pattern.into_iter().for_each(|pattern| shape.take(pattern));
        shapes.insert(name, shape);
    }
    // What a part is filled with, the whole is filled with.
    let whole = |shape: &Shape| {
        let parts: Vec<&Shape> = shape.parts.iter().filter_map(|part| shapes.get(part)).collect();
        let joined = |own: &BTreeSet<String>, of: fn(&Shape) -> &BTreeSet<String>| {
            own.iter().chain(parts.iter().flat_map(|part| of(part))).cloned().collect()
        };
        Shape {
            written: joined(&shape.written, |part| &part.written),
            chooses: joined(&shape.chooses, |part| &part.chooses),
            parts: shape.parts.clone(),
            words: shape.words.clone(),
        }
    };
    shapes.iter().map(|(key, shape)| (key.clone(), whole(shape))).collect()
}

fn files(tag: &str) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder().join(tag)).unwrap().map(|file| file.unwrap().path()).collect();
    files.sort();
    files
}

fn source(tag: &str) -> String {
    files(tag).iter().map(|file| fs::read_to_string(file).unwrap() + "\n").collect()
}

fn shapes(tag: &str) -> BTreeMap<String, Shape> {
    shapes_of(&source(tag))
}

/// What is still to be translated, a line for each file: a new language has some thousand messages before it.
fn to_translate(english: &[PathBuf], other: &BTreeMap<String, Shape>) -> Vec<String> {
    let of_file = |path: &PathBuf| {
        let keys = shapes_of(&fs::read_to_string(path).unwrap());
        let missing: Vec<&str> = keys.keys().filter(|key| !other.contains_key(*key)).map(String::as_str).collect();
        let name = path.file_name().unwrap().to_string_lossy();
        let line = format!("{name}: {} of {} are missing: {}", missing.len(), keys.len(), missing.join(", "));
        (!missing.is_empty()).then_some(line)
    };
    english.iter().filter_map(of_file).collect()
}

/// What is wrong in a translation beside what is missing, one line a fault.
fn faults(english: &BTreeMap<String, Shape>, other: &BTreeMap<String, Shape>) -> Vec<String> {
    let mut wrong = Vec::new();
    for (key, said) in other {
        let Some(model) = english.get(key) else {
            wrong.push(format!("{key} is in no other language"));
            continue;
        };
        let known: BTreeSet<&String> = model.written.union(&model.chooses).collect();
        for name in model.written.difference(&said.written) {
            wrong.push(format!("{key} does not write ${name}"));
        }
        for name in said.written.union(&said.chooses).filter(|name| !known.contains(name)) {
            wrong.push(format!("{key} wants ${name}, which nobody gives"));
        }
        if said.words.trim().is_empty() && !model.words.trim().is_empty() {
            wrong.push(format!("{key} says nothing"));
        }
        // A sentence that reads the same in two languages was not translated.
        // Commands are the same in all.
        let own: String = model.words.split('`').step_by(2).collect();
        if said.words == model.words && own.split_whitespace().filter(|word| is_plain(word)).count() >= 4 {
            wrong.push(format!("{key} stands in English"));
        }
    }
    wrong
}

fn is_plain(word: &str) -> bool {
    word.trim_matches(|c: char| c.is_ascii_punctuation()).bytes().all(|byte| byte.is_ascii_lowercase())
}

#[test]
fn every_folder_is_a_language_of_the_table() {
    let folders: BTreeSet<String> = fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    let table: BTreeSet<String> = LANGUAGES.iter().map(|language| language.tag.to_owned()).collect();
    assert_eq!(folders, table, "folders of assets/i18n, and LANGUAGES in src/text/language.rs");
    assert_eq!(LANGUAGES.first().map(|language| language.tag), Some("en"));
    for language in LANGUAGES {
        assert!(language.english_name.is_ascii() && !language.own_name.is_empty(), "{language:?}");
    }
}

#[test]
fn every_language_says_what_english_says() {
    let english = shapes("en");
    for language in others() {
        let own = shapes(language.tag);
        let mut wrong = faults(&english, &own);
        wrong.extend(to_translate(&files("en"), &own));
        assert!(wrong.is_empty(), "assets/i18n/{}: {} faults\n{}", language.tag, wrong.len(), wrong.join("\n"));
    }
}

/// The test above can fail: it is what a translation is held to.
#[test]
fn faults_of_translations_are_seen() {
    let english = "a = This was never put right\nb = { $n ->\n    [one] { $n } page\n   *[other] { $n } pages\n }\n\
                   c = { $many ->\n    [one] It\n   *[other] They\n }\nd = { e } { $x }\ne = so";
    let found = |other: &str| faults(&shapes_of(english), &shapes_of(other));
    assert_eq!(found("a = Ja\nb = { $n }ページ\nc = Sie\nd = { e }: { $x }\ne = so"), Vec::<String>::new());
    let place = tempfile::tempdir().unwrap();
    let file = place.path().join("a.ftl");
    fs::write(&file, english).unwrap();
    let left = |other: &str| to_translate(std::slice::from_ref(&file), &shapes_of(other));
    assert_eq!(left("b = { $n } S\nd = { e } { $x }\ne = so"), ["a.ftl: 2 of 5 are missing: a, c"]);
    assert_eq!(left(english), Vec::<String>::new());
    for (line, fault) in [
        ("a = This was never put right", "a stands in English"),
        ("a = Ja { $x }", "a wants $x, which nobody gives"),
        ("a = { \"\" }", "a says nothing"),
        ("a = Ja\nf = Nein", "f is in no other language"),
    ] {
        assert_eq!(found(&format!("{line}\nb = {{ $n }} S\nc = S\nd = {{ e }} {{ $x }}\ne = so")), [fault]);
    }
    let command = |text: &str| faults(&shapes_of(text), &shapes_of(text));
    assert_eq!(command("a = Run `look at all of it`"), Vec::<String>::new());
    assert_eq!(command("a = Run it and `look` at all of it"), ["a stands in English"]);
    assert_eq!(found("a = Ja\nb = Seiten\nc = S\nd = { e } { $x }\ne = so"), ["b does not write $n"]);
}

/// The mark between whole numbers and parts, as the language writes it.
const DECIMAL: [(&str, &str); 3] = [("en", "2.5"), ("de", "2,5"), ("ja", "2.5")];

#[test]
fn every_language_writes_numbers_in_its_own_way() {
    for language in LANGUAGES {
        let texts = Texts::of(language);
        let (_, decimal) =
            DECIMAL.iter().find(|(tag, _)| *tag == language.tag).expect("each language has a row in DECIMAL, above");
        let said = texts.duration_ms(2_540);
        assert!(said.starts_with(decimal) && said.len() > decimal.len(), "{said}");
        // A value of a sentence is written like a cell of a table.
        let sentence = texts.say(&Words::new("fact-waiting").with("time", "2.5 s"));
        assert!(sentence.contains(&said), "{sentence}");
        assert!(texts.duration_ms(340).starts_with("340"));
        assert!(texts.bytes(65_536).starts_with("64"));
        let time = texts.value("2026-11-24 10:07 UTC");
        assert!(["2026", "11", "24", "10", "07"].iter().all(|part| time.contains(part)), "{time}");
        let list = texts.list(&["a", "b", "c"]);
        assert!(list.starts_with('a') && list.ends_with('c') && list.len() > 4, "{list}");
    }
}

#[test]
fn no_report_shows_the_name_of_a_message() {
    let keys: BTreeSet<String> = shapes("en").into_keys().collect();
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    for language in LANGUAGES {
        let texts = Texts::of(language);
        for entry in fs::read_dir(&cases).unwrap() {
            let path = entry.unwrap().path();
            let case = judge_anew(&read_case(&path).unwrap(), &texts);
            for format in [Format::Html, Format::Markdown, Format::Text] {
                let report = rendered(&case, &texts, format);
                let pieces = report.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-'));
                let raw: Vec<&str> = pieces.filter(|piece| keys.contains(*piece) && piece.contains('-')).collect();
                assert!(raw.is_empty(), "{language:?} {} {format:?}: {raw:?}", path.display());
                assert!(!report.contains("{$") && !report.contains("{ $"), "{language:?}: a value is missing");
                if format == Format::Html {
                    assert!(report.contains(&format!("<html lang=\"{}\">", language.tag)));
                }
            }
        }
    }
}

/// Letters that came through a message stand as bars; what is still readable is written in the code or seen at a server.
fn barred(said: String) -> String {
    said.chars().map(|letter| if letter.is_alphabetic() { '█' } else { letter }).collect()
}

/// What a Markdown report says itself: without what stands in blocks and marks of code, which is a server's or for a shell.
fn own_words(report: &str) -> Vec<String> {
    let mut is_code = false;
    let mut found = Vec::new();
    for line in report.lines() {
        if line.trim_start().starts_with("```") {
            is_code = !is_code;
        } else if !is_code {
            let outside = line.split('`').step_by(2).collect::<Vec<_>>().join(" ");
            let words = outside.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-')).map(str::to_owned);
            found.extend(words.filter(|word| word.len() > 2 && word.bytes().any(|byte| byte.is_ascii_lowercase())));
        }
    }
    found
}

#[test]
fn every_word_of_a_report_comes_from_a_message() {
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let texts = Texts::english().through(barred);
    // Names of causes are for programs; names of products and of statuses are the same everywhere.
    let is_a_name =
        |word: &String| Cause::named(word).is_some() || ["nginx", "Quad9", "Bad", "Gateway"].contains(&word.as_str());
    for entry in fs::read_dir(&cases).unwrap() {
        let path = entry.unwrap().path();
        let case = judge_anew(&read_case(&path).unwrap(), &texts);
        let report = rendered(&case, &texts, Format::Markdown);
        let left: Vec<String> = own_words(&report).into_iter().filter(|word| !is_a_name(word)).collect();
        assert!(left.is_empty(), "{}: {left:?}", path.display());
        // The same report in letters: the look itself is not blind.
        assert!(own_words(&rendered(&case, &Texts::english(), Format::Markdown)).len() > 50);
    }
}

/// Two kinds beside one another look like a slip; German and Japanese have no apostrophes in their own words.
#[test]
fn apostrophes_are_of_one_kind() {
    for language in LANGUAGES.iter().copied() {
        for file in fs::read_dir(folder().join(language.tag)).unwrap() {
            let path = file.unwrap().path();
            let text = fs::read_to_string(&path).unwrap();
            let line = text.lines().find(|line| line.contains('\u{2019}'));
            assert_eq!(line, None, "{}: the apostrophe is ' everywhere", path.display());
        }
    }
}
