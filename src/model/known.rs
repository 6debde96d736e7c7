//! Three-valued knowledge: not tried, failed, seen. The three never collapse into one another.

use serde::{Deserialize, Serialize};

use super::Failure;

/// What is known about one thing that may be looked at.
///
/// `NotTried` carries the reason in words for the report; it is no evidence for or against anything.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Known<T> {
    /// Nobody looked, and why.
    NotTried(String),
    /// It was tried and ended badly.
    Failed(Failure),
    /// This is what was seen.
    Seen(T),
}

impl<T> Known<T> {
    /// Not tried, for this reason.
    pub fn not_tried(why: impl Into<String>) -> Self {
        Known::NotTried(why.into())
    }

    /// The thing seen, if it was seen.
    pub fn seen(&self) -> Option<&T> {
        match self {
            Known::Seen(value) => Some(value),
            _ => None,
        }
    }

    /// The failure, if it was tried and failed.
    pub fn failed(&self) -> Option<&Failure> {
        match self {
            Known::Failed(failure) => Some(failure),
            _ => None,
        }
    }

    /// Whether anything was tried at all.
    pub fn tried(&self) -> bool {
        !matches!(self, Known::NotTried(_))
    }
}

impl<T> Default for Known<T> {
    fn default() -> Self {
        Known::NotTried("not reached".to_owned())
    }
}

impl<T> From<Result<T, Failure>> for Known<T> {
    fn from(result: Result<T, Failure>) -> Self {
        match result {
            Ok(value) => Known::Seen(value),
            Err(failure) => Known::Failed(failure),
        }
    }
}
