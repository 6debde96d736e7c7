//! The kinds of log lines that are known (`assets/log_lines.toml`).

use std::ops::Range;
use std::sync::{LazyLock, OnceLock};

use memchr::memmem::Finder;
use serde::Deserialize;

use crate::model::Cause;
use crate::model::log::{Part, Says};

/// One kind of line.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sign {
    pub id: String,
    pub writer: String,
    /// What the message begins with.
    pub head: Option<String>,
    /// Texts that stand in the message, in this order.
    #[serde(default)]
    pub has: Vec<String>,
    /// The last of these texts ends the line: before it a visitor's path may say the same.
    #[serde(default)]
    pub ends: bool,
    /// What the format's parser read, instead of texts.
    pub code: Option<String>,
    pub cause: Cause,
    pub says: Says,
    #[serde(default)]
    pub part: Part,
    /// The writer tells what happens to itself (an application, the kernel), and not what happens to requests.
    #[serde(default)]
    pub of_itself: bool,
    /// Kinds of the same program of which this one is a consequence, where both stand in one file at the same time.
    #[serde(default)]
    pub follows: Vec<String>,
    /// What the visitor gets to see with it.
    pub statuses: Vec<u16>,
    pub example: String,
    pub source: String,
    /// The day on which it was checked.
    pub date: String,
    #[serde(skip)]
    finders: OnceLock<Vec<Finder<'static>>>,
}

#[derive(Deserialize)]
struct File {
    line: Vec<Sign>,
}

static SIGNS: LazyLock<Vec<Sign>> = LazyLock::new(|| {
    let parsed: Result<File, _> = toml::from_str(include_str!("../../assets/log_lines.toml"));
    parsed.map(|file| file.line).unwrap_or_default()
});

/// The one of this id.
pub fn named(id: &str) -> Option<&'static Sign> {
    SIGNS.iter().find(|sign| sign.id == id)
}

/// All of them.
pub fn all() -> &'static [Sign] {
    &SIGNS
}

impl Sign {
    /// The text by which a line is noticed at all.
    pub fn key(&self) -> Option<&str> {
        self.head.as_deref().or(self.has.first().map(String::as_str))
    }

    /// What finds its texts, `has` by `has`: made once, since there are millions of lines.
    pub fn finders(&self) -> &[Finder<'static>] {
        self.finders.get_or_init(|| self.has.iter().map(|text| Finder::new(text.as_bytes()).into_owned()).collect())
    }

    /// The text by which such a line is found again; `None` for one that is known by its columns.
    pub fn longest_text(&self) -> Option<&str> {
        self.head.iter().chain(&self.has).max_by_key(|text| text.len()).map(|text| {
            // What stands before it in the line is another part: its end says nothing.
            text.trim_start_matches(|c: char| c.is_whitespace() || ":,;)".contains(c)).trim_end()
        })
    }

    /// The bytes of such a line that its texts span: what tells the cause. `None` for one that is known by its columns, and
    /// where the line is cut before their end.
    pub fn telling(&self, line: &str) -> Option<Range<usize>> {
        let mut span: Option<Range<usize>> = None;
        for text in self.head.iter().chain(&self.has) {
            let from = span.as_ref().map_or(0, |span| span.end);
            let start = from + line.get(from..)?.find(text.as_str())?;
            span = Some(span.map_or(start, |span| span.start)..start + text.len());
        }
        span
    }

    /// Whether such a line is about an answer whose head the visitor had got by then: he saw a page that breaks off, and no
    /// page of an error.
    pub fn is_behind_the_head(&self) -> bool {
        !self.statuses.is_empty() && self.statuses.iter().all(|status| *status < 400)
    }

    /// Bytes of text that it asks for: of two kinds that fit the same line, the longer one says more.
    pub fn length(&self) -> usize {
        self.head.as_ref().map_or(0, String::len) + self.has.iter().map(String::len).sum::<usize>()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn the_asset_is_read_and_its_entries_are_whole() {
        assert!(all().len() > 400, "{}", all().len());
        let mut ids = BTreeSet::new();
        for sign in all() {
            assert!(ids.insert(&sign.id), "{} stands twice", sign.id);
            assert!(sign.code.is_some() != sign.key().is_some(), "{} needs either texts or a code", sign.id);
            assert!(sign.key().is_none_or(|key| key.len() >= 3), "{} has a key that is in everything", sign.id);
            assert!(sign.source.len() > 4 && sign.date.len() == 10, "{} has no source", sign.id);
            assert!(sign.follows.iter().all(|id| named(id).is_some()), "{} follows what is not known", sign.id);
            assert!(sign.statuses.iter().all(|status| (100..=599).contains(status)), "{}", sign.id);
        }
    }

    #[test]
    fn the_telling_part_of_a_line_is_that_of_its_texts() {
        let refused = named("nginx-refused").unwrap();
        let line = "connect() failed (111: Connection refused) while connecting to upstream, client: 192.0.2.1";
        let told = refused.telling(line).and_then(|part| line.get(part));
        assert_eq!(told, Some("connect() failed (111: Connection refused) while connecting to upstream"));
        assert_eq!(refused.telling("connect() failed (111: Conn"), None);
        let by_code = all().iter().find(|sign| sign.code.is_some()).unwrap();
        assert_eq!(by_code.telling(&by_code.example), None);
    }

    #[test]
    fn a_text_to_find_a_line_by_begins_with_a_word_of_it() {
        assert_eq!(
            named("nginx-refused").unwrap().longest_text(),
            Some("Connection refused) while connecting to upstream")
        );
        for sign in all() {
            let text = sign.longest_text().unwrap_or("x");
            assert!(
                !text.starts_with([':', ',', ' ', ')']) && sign.example.contains(text) || text == "x",
                "{}: {text}",
                sign.id
            );
        }
    }
}
