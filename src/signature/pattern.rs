//! Regexes of the assets, each compiled when it is first needed, and the text that they are matched against.

use std::sync::{LazyLock, OnceLock};

use regex::{Captures, Regex};
use serde::Deserialize;

/// How much of a body is matched, in bytes.
pub const BODY_LIMIT: usize = 64 * 1024;

/// A regex that is compiled at its first use. One that does not compile matches nothing; a test refuses it.
#[derive(Debug, Deserialize)]
#[serde(from = "String")]
pub struct Pattern {
    source: String,
    compiled: OnceLock<Option<Regex>>,
}

impl From<String> for Pattern {
    fn from(source: String) -> Self {
        Pattern { source, compiled: OnceLock::new() }
    }
}

impl Pattern {
    /// Whether it occurs in this text.
    pub fn is_in(&self, text: &str) -> bool {
        self.regex().is_some_and(|regex| regex.is_match(text))
    }

    /// The compiled regex, or `None` if it is not one.
    pub fn regex(&self) -> Option<&Regex> {
        self.compiled.get_or_init(|| Regex::new(&self.source).ok()).as_ref()
    }

    /// The regex as it stands in the assets.
    pub fn source(&self) -> &str {
        &self.source
    }
}

/// A header with a pattern for its value. Names compare without regard to case (RFC 9110 section 5.1).
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HeaderPattern {
    pub name: String,
    pub value_regex: Pattern,
}

impl HeaderPattern {
    /// Whether one of these headers is it.
    pub fn is_in(&self, headers: &[(String, String)]) -> bool {
        headers
            .iter()
            .any(|(name, value)| name.eq_ignore_ascii_case(&self.name) && self.value_regex.is_in(value.trim()))
    }
}

/// A text that is looked for whatever its case; kept in the form of [`BodyText::lower`].
#[derive(Debug, Deserialize)]
#[serde(from = "String")]
pub struct Literal(String);

impl From<String> for Literal {
    fn from(text: String) -> Self {
        Literal(normal(&text).to_ascii_lowercase())
    }
}

/// A body made ready for matching: LF line ends, plain apostrophes, numeric entities decoded, at most [`BODY_LIMIT`].
#[derive(Debug)]
pub struct BodyText {
    /// For regexes.
    pub text: String,
    /// For literals.
    pub lower: String,
}

impl BodyText {
    pub fn new(body: &str) -> Self {
        let text = normal(prefix(body, BODY_LIMIT));
        let lower = text.to_ascii_lowercase();
        BodyText { text, lower }
    }

    /// Whether this literal occurs, whatever its case.
    pub fn has(&self, literal: &Literal) -> bool {
        self.lower.contains(&literal.0)
    }
}

/// At most this many bytes, cut at a character.
pub fn prefix(text: &str, bytes: usize) -> &str {
    if text.len() <= bytes {
        return text;
    }
    let end = (0..=bytes).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(0);
    text.get(..end).unwrap_or_default()
}

fn normal(text: &str) -> String {
    static ENTITY: LazyLock<Option<Regex>> =
        LazyLock::new(|| Regex::new(r"&#(?:([0-9]{1,4})|[xX]([0-9a-fA-F]{1,4}));").ok());
    let text = text.replace("\r\n", "\n").replace('\u{2019}', "'");
    match &*ENTITY {
        Some(entity) if text.contains("&#") => entity.replace_all(&text, decoded).into_owned(),
        _ => text,
    }
}

fn decoded(entity: &Captures<'_>) -> String {
    let number = match (entity.get(1), entity.get(2)) {
        (Some(decimal), _) => decimal.as_str().parse().ok(),
        (_, Some(hex)) => u32::from_str_radix(hex.as_str(), 16).ok(),
        _ => None,
    };
    match number.and_then(char::from_u32) {
        Some('\u{2019}') => "'".to_owned(),
        Some(c) if !c.is_control() => c.to_string(),
        _ => " ".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bodies_are_matched_without_regard_to_case_line_ends_and_entities() {
        let body = BodyText::new("Reference&#32;&#35;18.1\r\nCan&#x2019;t reach it");
        let has = |literal: &str| body.has(&Literal::from(literal.to_owned()));
        assert!(has("reference #18.1\ncan't"));
        assert!(has("Reference&#32;&#35;"));
        assert!(!has("404"));
    }

    #[test]
    fn cuts_at_a_character() {
        assert_eq!(prefix("aé", 2), "a");
        assert_eq!(prefix("ab", 2), "ab");
    }

    #[test]
    fn a_broken_pattern_matches_nothing() {
        assert!(!Pattern::from("(".to_owned()).is_in("("));
    }
}
