//! What a rule may say.

use std::collections::BTreeMap;

use super::{Hypothesis, Reading};
use crate::model::{Cause, Claim, ObservationId};

/// Something that may be concluded, named after the fault.
pub struct Rule {
    /// Kebab-case, never renamed or used again: saved reports cite it. Its sentence is the message `rule-<id>`.
    pub id: &'static str,
    /// Where it is written that this follows.
    pub source: &'static str,
    pub judge: fn(&Reading<'_>) -> Vec<Finding>,
}

/// How a finding bears on its claim, weakest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Basis {
    /// It fits, and so does much else.
    Hint,
    /// What was seen usually means this.
    Typical,
    /// A measurement points to it.
    Measured,
    /// A protocol authenticated it, or the speaker said it in so many words.
    Proof,
}

/// What a finding does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    Supports {
        claim: Claim,
        basis: Basis,
        /// Causes of the same explanation that the same observations fit as well.
        rivals: Vec<Cause>,
    },
    /// These explanations are contradicted.
    Strikes(Vec<Hypothesis>),
    /// The failing answer is the site's own word: TLS authenticated who spoke.
    TheSiteSpoke,
    /// It decides nothing, and those who run the site want to know it.
    Tells,
}

/// One rule's word about one case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    pub rule: &'static str,
    pub effect: Effect,
    pub observations: Vec<ObservationId>,
    pub values: BTreeMap<String, String>,
    /// Another message than the rule's own, for a rule that reads data with a sentence for each entry.
    pub message: Option<String>,
    pub verify: Option<String>,
}

impl Finding {
    fn new(effect: Effect, observations: Vec<ObservationId>) -> Self {
        Finding { rule: "", effect, observations, values: BTreeMap::new(), message: None, verify: None }
    }

    /// Points to this claim.
    pub fn supports(claim: Claim, basis: Basis, observations: Vec<ObservationId>) -> Self {
        Finding::new(Effect::Supports { claim, basis, rivals: Vec::new() }, observations)
    }

    /// Contradicts these explanations.
    pub fn strikes(hypotheses: &[Hypothesis], observations: Vec<ObservationId>) -> Self {
        Finding::new(Effect::Strikes(hypotheses.to_vec()), observations)
    }

    /// The failing answer is the site's own word.
    pub fn the_site_spoke(observations: Vec<ObservationId>) -> Self {
        Finding::new(Effect::TheSiteSpoke, observations)
    }

    /// Good to know for those who run the site.
    pub fn tells(observations: Vec<ObservationId>) -> Self {
        Finding::new(Effect::Tells, observations)
    }

    /// The same, and no more than worth a mention.
    #[must_use]
    pub fn as_a_hint(mut self) -> Self {
        if let Effect::Supports { basis, .. } = &mut self.effect {
            *basis = Basis::Hint;
        }
        self
    }

    /// The same observations fit these causes as well.
    #[must_use]
    pub fn with_rivals(mut self, causes: &[Cause]) -> Self {
        if let Effect::Supports { rivals, claim, .. } = &mut self.effect {
            rivals.extend(causes.iter().filter(|cause| **cause != claim.cause));
        }
        self
    }

    /// A value of the sentence.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.values.insert(name.to_owned(), value.to_string());
        self
    }

    /// Another sentence than the rule's own.
    #[must_use]
    pub fn in_words(mut self, message: impl Into<String>) -> Self {
        self.message = Some(message.into());
        self
    }

    /// A command that shows the same again.
    #[must_use]
    pub fn verified_by(mut self, command: impl Into<Option<String>>) -> Self {
        self.verify = command.into();
        self
    }
}
