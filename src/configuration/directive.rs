//! A directive with its block, the same in every syntax that has blocks.

use crate::model::configuration::Place;

/// Blocks within blocks; no real file has more.
pub const DEEPEST: usize = 32;

/// One directive, or one section. The name of a Caddyfile's site is its first address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Directive {
    pub name: String,
    pub words: Vec<String>,
    pub place: Place,
    /// What stands in its block.
    pub block: Option<Vec<Directive>>,
}

impl Directive {
    /// Whether it is the one of this name, whatever its case.
    pub fn is(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
    }

    /// The directives of its block.
    pub fn inside(&self) -> &[Directive] {
        self.block.as_deref().unwrap_or_default()
    }

    /// Its words with single blanks between.
    pub fn value(&self) -> String {
        self.words.join(" ")
    }

    pub fn first_word(&self) -> &str {
        self.words.first().map_or("", String::as_str)
    }
}
