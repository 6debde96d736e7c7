//! The languages that this program speaks: a table, each with its messages, read when it is first used.

use std::fmt;
use std::sync::{Arc, OnceLock};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentError, FluentResource};
use unic_langid::LanguageIdentifier;

pub(super) type Bundle = FluentBundle<FluentResource>;

/// The messages of the folder of this name, compiled in.
macro_rules! messages {
    ($folder:literal) => {
        messages!($folder; "causes", "rules", "remedies", "steps", "verdict", "path", "report", "cli", "window",
            "signatures", "forms")
    };
    ($folder:literal; $($file:literal),*) => {
        &[$(include_str!(concat!("../../assets/i18n/", $folder, "/", $file, ".ftl"))),*]
    };
}

/// English first: it has every message, and says what another language lacks. A new language is a folder beside
/// `assets/i18n/en` and a line here.
pub static LANGUAGES: &[&Language] = &[&ENGLISH, &GERMAN, &JAPANESE];

pub(super) static ENGLISH: Language = Language::new("en", "English", "English", messages!("en"));
static GERMAN: Language = Language::new("de", "Deutsch", "German", messages!("de"));
static JAPANESE: Language = Language::new("ja", "日本語", "Japanese", messages!("ja"));

/// One language of the table.
pub struct Language {
    /// Its tag (BCP 47), the primary part alone: `en`.
    pub tag: &'static str,
    /// What it calls itself.
    pub own_name: &'static str,
    /// Its name in English, for where its letters cannot be drawn.
    pub english_name: &'static str,
    /// Its Fluent files.
    sources: &'static [&'static str],
    read: OnceLock<Arc<Bundle>>,
}

impl Language {
    const fn new(
        tag: &'static str,
        own_name: &'static str,
        english_name: &'static str,
        sources: &'static [&'static str],
    ) -> Self {
        Language { tag, own_name, english_name, sources, read: OnceLock::new() }
    }

    /// The language that a tag means: `de-AT`, `de_DE.UTF-8` and `de_DE@euro` are `de`. `None` where it is not spoken.
    pub fn of_tag(tag: &str) -> Option<&'static Language> {
        let primary = tag.split(['-', '_', '.', '@']).next().unwrap_or_default();
        LANGUAGES.iter().copied().find(|one| one.tag.eq_ignore_ascii_case(primary))
    }

    /// The tags of all, for people: `en, de`.
    pub fn spoken() -> String {
        LANGUAGES.iter().map(|one| one.tag).collect::<Vec<_>>().join(", ")
    }

    /// Its messages; reading them takes some milliseconds, once.
    pub(super) fn bundle(&self) -> &Arc<Bundle> {
        self.read.get_or_init(|| {
            // A broken message is left out here; the tests refuse it.
            let (bundle, _) = read(self.tag, self.sources);
            Arc::new(bundle)
        })
    }
}

impl PartialEq for Language {
    fn eq(&self, other: &Self) -> bool {
        self.tag == other.tag
    }
}

impl Eq for Language {}

impl fmt::Debug for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag)
    }
}

/// The messages of these sources, and what could not be read.
fn read(tag: &str, sources: &[&str]) -> (Bundle, Vec<String>) {
    let id: LanguageIdentifier = tag.parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![id]);
    // Isolation marks are invisible in a terminal, and break copied commands.
    bundle.set_use_isolating(false);
    let mut wrong = Vec::new();
    for source in sources {
        let resource = match FluentResource::try_new((*source).to_owned()) {
            Ok(resource) => resource,
            Err((resource, errors)) => {
                wrong.extend(errors.iter().map(ToString::to_string));
                resource
            }
        };
        if let Err(errors) = bundle.add_resource(resource) {
            wrong.extend(errors.iter().map(FluentError::to_string));
        }
    }
    (bundle, wrong)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_message_of_every_language_can_be_read_and_stands_once() {
        for language in LANGUAGES {
            let (_, wrong) = read(language.tag, language.sources);
            assert!(wrong.is_empty(), "{language:?}: {wrong:?}");
        }
        assert!(!read("en", &["a = b\na = c"]).1.is_empty(), "twice");
        assert!(!read("en", &["a = { $b"]).1.is_empty(), "broken");
    }

    #[test]
    fn tags_of_systems_find_their_language() {
        for tag in ["en", "EN", "en-GB", "en_US.UTF-8", "en_GB@euro"] {
            assert_eq!(Language::of_tag(tag).map(|one| one.tag), Some("en"), "{tag}");
        }
        for tag in ["tlh", "", "C", "eng", "e"] {
            assert!(Language::of_tag(tag).is_none(), "{tag}");
        }
    }
}
