//! Every sentence that a person reads: Fluent messages, looked up by key and filled with values.
//!
//! Messages stand in `assets/i18n/<language>/*.ftl` and are compiled in. A new language is a new folder and a line
//! in [`LANGUAGES`]; keys that it lacks are said in English.

mod host;
mod number;

use std::sync::Arc;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::model::diagnosis::Words;
pub use host::{HostShown, host_cut, host_shown, middle_cut, page_cut};
pub use number::{bytes, capitalised, duration_ms, utc_minutes};

/// The languages that this program speaks, English first.
pub const LANGUAGES: &[&str] = &["en"];

const ENGLISH: &[&str] = &[
    include_str!("../../assets/i18n/en/causes.ftl"),
    include_str!("../../assets/i18n/en/rules.ftl"),
    include_str!("../../assets/i18n/en/remedies.ftl"),
    include_str!("../../assets/i18n/en/steps.ftl"),
    include_str!("../../assets/i18n/en/verdict.ftl"),
    include_str!("../../assets/i18n/en/path.ftl"),
    include_str!("../../assets/i18n/en/report.ftl"),
    include_str!("../../assets/i18n/en/cli.ftl"),
    include_str!("../../assets/i18n/en/window.ftl"),
    include_str!("../../assets/i18n/en/signatures.ftl"),
];

/// The messages of one language.
#[derive(Clone)]
pub struct Texts {
    bundle: Arc<FluentBundle<FluentResource>>,
    language: String,
    through: Option<fn(String) -> String>,
}

impl Texts {
    /// English.
    pub fn english() -> Texts {
        Texts::new("en", ENGLISH)
    }

    /// The language asked for, or `None` where it is not spoken; `en-GB` finds `en`.
    pub fn language(tag: &str) -> Option<Texts> {
        let primary = tag.split(['-', '_', '.']).next().unwrap_or_default().to_ascii_lowercase();
        LANGUAGES.contains(&primary.as_str()).then(Texts::english)
    }

    fn new(language: &str, sources: &[&str]) -> Texts {
        let id: LanguageIdentifier = language.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        // Isolation marks are invisible in a terminal, and break copied commands.
        bundle.set_use_isolating(false);
        for source in sources {
            // A broken message is left out here; the tests refuse it.
            let resource = match FluentResource::try_new((*source).to_owned()) {
                Ok(resource) | Err((resource, _)) => resource,
            };
            bundle.add_resource_overriding(resource);
        }
        Texts { bundle: Arc::new(bundle), language: language.to_owned(), through: None }
    }

    /// The same messages, each passed through this once it is filled: to see how layouts bear longer words.
    pub fn through(self, change: fn(String) -> String) -> Texts {
        Texts { through: Some(change), ..self }
    }

    /// The tag of this language.
    pub fn tag(&self) -> &str {
        &self.language
    }

    /// Whether there is a message of this key.
    pub fn has(&self, key: &str) -> bool {
        self.bundle.has_message(key)
    }

    /// The message of this key without values.
    pub fn get(&self, key: &str) -> String {
        self.say(&Words::new(key))
    }

    /// The message with its values; the key itself where there is no such message.
    pub fn say(&self, words: &Words) -> String {
        let Some(pattern) = self.bundle.get_message(&words.key).and_then(|message| message.value()) else {
            return words.key.clone();
        };
        let mut args = FluentArgs::new();
        for (name, value) in &words.values {
            args.set(name.as_str(), argument(value));
        }
        let mut errors = Vec::new();
        let said = self.bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned();
        match self.through {
            Some(change) => change(said),
            None => said,
        }
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
    fn all_messages_parse() {
        for source in ENGLISH {
            if let Err((_, errors)) = FluentResource::try_new((*source).to_owned()) {
                panic!("{errors:?} in {}…", &source[..source.len().min(200)]);
            }
        }
    }

    #[test]
    fn no_key_stands_twice() {
        let mut seen = std::collections::BTreeSet::new();
        for line in ENGLISH.iter().flat_map(|source| source.lines()) {
            if let Some((key, _)) = line.split_once(" =").filter(|(key, _)| !key.starts_with([' ', '#', '.', '-'])) {
                assert!(seen.insert(key), "{key} stands twice");
            }
        }
    }

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
}
