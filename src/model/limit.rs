//! How long each one on the way to an answer waits for the next, as data: the ladder of time limits.

use serde::{Deserialize, Serialize};

/// How long one of them waits for an answer before it gives up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimeLimit {
    /// What the product is called.
    pub name: String,
    /// Milliseconds.
    pub ms: u64,
    pub by: LimitBy,
}

/// How it is known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LimitBy {
    /// The product's own, as it is delivered: whether it was changed was not seen.
    Default,
    /// By this setting, at `path:line`.
    Setting { name: String, place: String },
    /// By this option of its command line.
    Option { name: String },
    /// Its log says that it gave up, and so long the failing answer took.
    Measured,
}

/// The limits from the visitor's side inwards, each with the outer one that ends before it, if there is such: then the
/// visitor gets an error while the work goes on.
pub fn overtaken(limits: &[TimeLimit]) -> Vec<(&TimeLimit, &TimeLimit)> {
    let pairs = limits.iter().enumerate().filter_map(|(place, inner)| {
        let outer = limits.get(..place)?.iter().filter(|outer| outer.ms < inner.ms).min_by_key(|outer| outer.ms)?;
        Some((inner, outer))
    });
    pairs.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn limits(all: &[u64]) -> Vec<TimeLimit> {
        all.iter().map(|ms| TimeLimit { name: format!("n{ms}"), ms: *ms, by: LimitBy::Default }).collect()
    }

    #[test]
    fn an_inner_limit_that_is_longer_than_an_outer_one_is_found() {
        let told = |all: &[u64]| {
            let limits = limits(all);
            overtaken(&limits).into_iter().map(|(inner, outer)| (inner.ms, outer.ms)).collect::<Vec<_>>()
        };
        assert_eq!(told(&[120, 60, 30]), []);
        assert_eq!(told(&[60, 60]), []);
        assert_eq!(told(&[30, 60]), [(60, 30)]);
        // The one that gives up first is named.
        assert_eq!(told(&[100, 30, 60]), [(60, 30)]);
        assert_eq!(told(&[]), []);
    }
}
