//! Every sentence that a person reads: Fluent messages, looked up by key and filled with values.
//!
//! Messages stand in `assets/i18n/<language>/*.ftl` and are compiled in; [`LANGUAGES`] is the table of languages. A key
//! that a language lacks is said in English.

mod host;
mod language;
mod number;
mod phrase;
mod system;

use std::sync::Arc;

use fluent_bundle::{FluentArgs, FluentValue};
use jiff::tz::TimeZone;

use crate::model::diagnosis::Words;
pub use host::{HostShown, host_cut, host_shown, middle_cut, page_cut};
use language::{Bundle, ENGLISH};
pub use language::{LANGUAGES, Language};
pub use number::{capitalised, duration_ms, utc_minutes};
pub use system::language as system_language;

/// The messages of one language.
#[derive(Clone)]
pub struct Texts {
    language: &'static Language,
    bundle: Arc<Bundle>,
    through: Option<fn(String) -> String>,
    /// Times of logs are told in this zone; in UTC, and so marked, without one.
    zone: Option<TimeZone>,
}

impl Texts {
    /// English.
    pub fn english() -> Texts {
        Texts::of(&ENGLISH)
    }

    /// This language of the table.
    pub fn of(language: &'static Language) -> Texts {
        Texts { language, bundle: language.bundle().clone(), through: None, zone: None }
    }

    /// The language asked for, or `None` where it is not spoken; `en-GB` finds `en`.
    pub fn language(tag: &str) -> Option<Texts> {
        Language::of_tag(tag).map(Texts::of)
    }

    /// The same messages, each passed through this once it is filled: to see how layouts bear longer words.
    pub fn through(self, change: fn(String) -> String) -> Texts {
        Texts { through: Some(change), ..self }
    }

    /// The same messages with the times of logs in this zone, for a person who reads them here and now. What others will
    /// read stays in UTC.
    pub fn in_zone(self, zone: TimeZone) -> Texts {
        Texts { zone: Some(zone), ..self }
    }

    /// This language.
    pub fn spoken(&self) -> &'static Language {
        self.language
    }

    /// The tag of this language.
    pub fn tag(&self) -> &'static str {
        self.language.tag
    }

    /// Whether there is a message of this key.
    pub fn has(&self, key: &str) -> bool {
        self.bundle.has_message(key) || ENGLISH.bundle().has_message(key)
    }

    /// The message of this key without values.
    pub fn get(&self, key: &str) -> String {
        self.say(&Words::new(key))
    }

    /// The message with its values; the key itself where there is no such message. Lengths of time, sizes and times are
    /// written as this language writes them.
    pub fn say(&self, words: &Words) -> String {
        let said = self.filled(words);
        match self.through.filter(|_| self.has(&words.key)) {
            Some(change) => change(said),
            None => said,
        }
    }

    /// A length of time: `340 ms`, `2.5 s`, `2 min`; what took no whole millisecond took under one.
    pub fn duration_ms(&self, ms: u64) -> String {
        self.value(&duration_ms(ms))
    }

    /// `512 B`, `64 KiB`, `3 MiB`.
    pub fn bytes(&self, count: u64) -> String {
        self.value(&number::bytes(count))
    }

    /// A number with its thousands set apart: `61,208`.
    pub fn count(&self, count: u64) -> String {
        if count < 1_000 {
            return count.to_string();
        }
        let next = format!("{:03}", count % 1_000);
        self.filled(&Words::new("form-thousands").with("before", self.count(count / 1_000)).with("next", next))
    }

    /// A value as it stands in a sentence of this language.
    pub fn value(&self, value: &str) -> String {
        self.formed(value).unwrap_or_else(|| value.to_owned())
    }

    /// Names, numbers or half-sentences one after the other: `a, b, c`.
    pub fn list<T: AsRef<str>>(&self, parts: &[T]) -> String {
        self.joined("form-list", parts)
    }

    /// Whole sentences one after the other.
    pub fn sentences<T: AsRef<str>>(&self, parts: &[T]) -> String {
        self.joined("form-sentences", parts)
    }

    /// What it is called, and what is said of it: `title: text`.
    pub fn titled(&self, title: &str, text: &str) -> String {
        self.filled(&Words::new("form-titled").with("title", title).with("text", text))
    }

    fn joined<T: AsRef<str>>(&self, key: &str, parts: &[T]) -> String {
        let mut parts = parts.iter().map(|part| part.as_ref().to_owned());
        let first = parts.next().unwrap_or_default();
        parts.fold(first, |before, next| self.filled(&Words::new(key).with("before", before).with("next", next)))
    }

    fn filled(&self, words: &Words) -> String {
        let message = |bundle: &Bundle| {
            let pattern = bundle.get_message(&words.key).and_then(|message| message.value())?;
            let mut args = FluentArgs::new();
            for (name, value) in &words.values {
                args.set(name.as_str(), self.argument(value));
            }
            let mut errors = Vec::new();
            Some(bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned())
        };
        message(&self.bundle).or_else(|| message(ENGLISH.bundle())).unwrap_or_else(|| words.key.clone())
    }

    fn argument<'a>(&self, value: &'a str) -> FluentValue<'a> {
        self.formed(value).map_or_else(|| argument(value), FluentValue::from)
    }

    /// A value in plain form as this language writes it; `None` where it is none.
    fn formed(&self, value: &str) -> Option<String> {
        match number::log_time(value, self.zone.as_ref()).or_else(|| number::form(value)) {
            Some(form) => Some(self.filled(&form)),
            None => number::parts(value).map(|parts| self.list(&parts)),
        }
    }
}

impl std::fmt::Debug for Texts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Texts({})", self.tag())
    }
}

/// Whole numbers count as numbers, so that a message can have plurals.
fn argument(value: &str) -> FluentValue<'_> {
    let plain_number = value.len() <= 9 && !value.starts_with('0') && value.bytes().all(|byte| byte.is_ascii_digit());
    match value.parse::<i64>() {
        Ok(number) if plain_number || value == "0" => FluentValue::from(number),
        _ => FluentValue::from(value),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_numbers_count_as_numbers_and_names_do_not() {
        assert!(matches!(argument("3"), FluentValue::Number(_)));
        assert!(matches!(argument("003"), FluentValue::String(_)));
        assert!(matches!(argument("192.0.2.1"), FluentValue::String(_)));
    }

    #[test]
    fn languages() {
        assert!(Texts::language("en-GB.UTF-8").is_some());
        assert!(Texts::language("tlh").is_none());
    }

    #[test]
    fn what_is_in_no_language_is_its_key() {
        assert_eq!(Texts::english().get("no-such-message"), "no-such-message");
        assert!(!Texts::english().has("no-such-message"));
    }

    /// Written in the language's own way wherever they come from: a value of a kept case, or a cell of a table.
    #[test]
    fn numbers_lists_and_sentences() {
        let texts = Texts::english();
        assert_eq!([0, 340, 2_540, 61_000].map(|ms| texts.duration_ms(ms)), ["under 1 ms", "340 ms", "2.5 s", "61 s"]);
        assert_eq!(
            (texts.bytes(65_536), texts.value(&utc_minutes(0))),
            ("64 KiB".into(), "1970-01-01 00:00 UTC".into())
        );
        assert_eq!(texts.list(&["a", "b", "c"]), "a, b, c");
        assert_eq!(texts.sentences(&["It is.", "It was."]), "It is. It was.");
        assert_eq!(texts.titled("The router", "It answers."), "The router: It answers.");
        assert_eq!((texts.list(&["a"]), texts.list::<&str>(&[])), ("a".to_owned(), String::new()));
    }

    #[test]
    fn times_of_logs_have_one_form_and_their_zone_where_it_is_known() {
        let texts = Texts::english();
        assert_eq!(texts.value("2026-11-22T02:10:11Z"), "2026-11-22 02:10:11 UTC");
        // As the log's own clock showed it.
        assert_eq!(texts.value("2026-11-22T02:10:11"), "2026-11-22 02:10:11");
        let here = texts.in_zone(TimeZone::fixed(jiff::tz::offset(1)));
        assert_eq!(here.value("2026-11-22T23:10:11Z"), "2026-11-23 00:10:11");
        assert_eq!(here.value("2026-11-22T02:10:11"), "2026-11-22 02:10:11");
        let german = Texts::language("de").unwrap().in_zone(TimeZone::UTC);
        assert_eq!(german.value("2026-11-22T02:10:11Z"), "22.11.2026, 02:10:11");
        for other in
            ["2026-11-22T02:10", "2026-11-22T02:10:11.5Z", "2026-13-22T02:10:11Z", "T", "2026-11-22T02:10:11Z x"]
        {
            assert_eq!(here.value(other), other);
        }
    }

    /// A rule joins addresses, paths and names in plain form; what merely has a comma in it is somebody's words.
    #[test]
    fn a_list_that_stands_as_a_value_is_written_in_the_readers_language() {
        let texts = Texts::language("ja").unwrap();
        for (value, said) in [
            ("192.0.2.1, 2001:db8::1", "192.0.2.1、2001:db8::1"),
            ("/run/a.sock, /run/b.sock, 127.0.0.1:9000", "/run/a.sock、/run/b.sock、127.0.0.1:9000"),
            ("Tue, 24 Nov 2026", "Tue, 24 Nov 2026"),
            ("a,b", "a,b"),
            ("a, ", "a, "),
        ] {
            assert_eq!(texts.value(value), said);
        }
        assert_eq!(Texts::english().value("a, b"), "a, b");
    }
}
