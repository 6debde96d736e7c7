//! The requests of somebody's case, to be found again in the logs of the servers that they went to.

use serde::{Deserialize, Serialize};

/// What is looked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wanted {
    pub requests: Vec<WantedRequest>,
    /// Numbers that the site's machines gave to them.
    pub ids: Vec<String>,
    /// Where they may have come from, where the case still knows.
    pub addresses: Vec<String>,
    /// How the clock on the reader's wall differs from UTC, in seconds east.
    pub utc_offset: i64,
}

/// One request, by the site's clock where that is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WantedRequest {
    /// When it was sent and when its answer was there, in seconds since 1970.
    pub from: i64,
    pub to: i64,
    /// `None` where the case does not tell it any more.
    pub path: Option<String>,
}

/// How a line was told to be about a request that is looked for, the surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FoundBy {
    /// It holds the number that the answer had.
    Id,
    /// It is of that time and page, and names this program.
    Program,
    /// It is of that time and page, and names the visitor's address.
    Address,
    /// It is of that very second and page. Others may have asked for it as well.
    Page,
}

/// A line that was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FoundLine {
    pub by: FoundBy,
    /// Without queries.
    pub line: String,
}

/// What one log has about them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Traced {
    /// The log has lines from before that moment and from after it.
    pub covers: bool,
    /// It is one of those that have a line for every request.
    pub has_every_request: bool,
    /// How many lines were found, of each sureness.
    pub count: u64,
    /// The surest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lines: Vec<FoundLine>,
}

impl Traced {
    /// How sure the surest line is.
    pub fn best(&self) -> Option<FoundBy> {
        self.lines.iter().map(|line| line.by).min()
    }
}
