//! One inference, by elimination, over a case: pure, without clock and I/O.
//!
//! Rules support one claim or strike out whole explanations, each with the observations that it rests on. None of them
//! knows another, and none names a confidence: [`elimination`] computes it from what survives.

pub mod advice;
mod change;
mod configured;
pub mod elimination;
pub mod finding;
pub mod hypothesis;
#[cfg(test)]
mod laws;
pub mod logged;
pub mod pasted;
pub mod reading;
pub mod rule;
mod said;
mod served;
#[cfg(test)]
pub mod testing;
pub mod verify;

use crate::evidence::Evidence;
use crate::model::{Case, Diagnosis};

pub use finding::{Basis, Effect, Finding, Rule};
pub use hypothesis::Hypothesis;
pub use reading::Reading;

/// Judges the case. The texts of the verdict are left empty; they are made from the words beside them.
///
/// `None` while nothing has been seen that a verdict could rest on.
pub fn diagnose(case: &Case) -> Option<Diagnosis> {
    let reading = Reading::of(Evidence::of(case));
    let findings = rule::findings(&reading);
    let verdict = elimination::decide(&findings);
    if verdict.is_none() && case.ended.is_none() {
        return None;
    }
    Some(advice::compose(&reading, &findings, verdict))
}
