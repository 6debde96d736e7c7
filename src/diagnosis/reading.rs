//! Evidence with what each answer says about itself, read once and shared by the rules.

use std::cell::OnceCell;
use std::ops::Deref;

use crate::evidence::{Evidence, Outcome, Sight};
use crate::model::ObservationId;
use crate::model::visit::VisitPurpose;
use crate::signature::{Identified, Material, identify, paste};

/// What the rules read.
pub struct Reading<'a> {
    evidence: Evidence<'a>,
    identified: Vec<OnceCell<Option<Identified>>>,
}

impl<'a> Deref for Reading<'a> {
    type Target = Evidence<'a>;

    fn deref(&self) -> &Self::Target {
        &self.evidence
    }
}

impl<'a> Reading<'a> {
    pub fn of(evidence: Evidence<'a>) -> Self {
        let identified = evidence.visits.all.iter().map(|_| OnceCell::new()).collect();
        Reading { evidence, identified }
    }

    /// What this visit's answer says about who wrote it and why. `None` without an answer, and for a page that works:
    /// an article about errors is no error.
    pub fn identified(&self, sight: &Sight<'a>) -> Option<&Identified> {
        let place = self.visits.all.iter().position(|other| other.id == sight.id)?;
        let cell = self.identified.get(place)?;
        cell.get_or_init(|| {
            let answer = sight.answer().filter(|answer| answer.status >= 400)?;
            Some(identify(&Material::from(answer)))
        })
        .as_ref()
    }

    /// The looks at what the visitor wants that ended badly: the page, its repeats, its HTTP/1.1 twin, the end of its
    /// redirects. Direct or through the proxy in force, as it comes.
    pub fn bad_looks(&self) -> Vec<&Sight<'a>> {
        let wanted = |sight: &&Sight<'a>| {
            matches!(
                sight.visit.purpose,
                VisitPurpose::Page | VisitPurpose::Repeat(_) | VisitPurpose::Http1 | VisitPurpose::Hop(_)
            )
        };
        self.visits.all.iter().filter(wanted).filter(|sight| sight.outcome.is_bad()).collect()
    }

    /// The status that the user says to have seen.
    pub fn said_status(&self) -> Option<u16> {
        self.said.as_ref().and_then(|(text, _)| paste::read(text).status)
    }

    /// Whether everything that was looked at for the visitor went well, and anything was.
    pub fn all_looks_are_good(&self) -> bool {
        let chain_is_good = match self.visits.chain().last() {
            Some(last) => self.visits.chain_end().is_some_and(|end| end.outcome.is_good()) && last.outcome.is_good(),
            None => true,
        };
        self.visits.pages().next().is_some() && self.bad_looks().is_empty() && chain_is_good
    }

    /// Whether no look at the page got as far as a TCP connection, though some were made.
    pub fn site_gives_no_tcp(&self) -> bool {
        let reached = self.visits.all.iter().any(|sight| sight.visit.trace.tcp.seen().is_some());
        !reached
    }

    /// The first look at each own address is bad, and there is at least one.
    pub fn fails_at_every_own_address(&self) -> bool {
        let mut looks = self.visits.first_looks().peekable();
        looks.peek().is_some() && looks.all(|sight| sight.outcome.is_bad())
    }

    /// A good look at an address that only other DNS servers give.
    pub fn works_elsewhere(&self) -> Option<&Sight<'a>> {
        self.visits.with(VisitPurpose::OtherAddress).find(|sight| sight.outcome.is_good())
    }

    /// Whether a peer's refusal to talk TLS or its bad certificate stands at every own address.
    pub fn every_first_look(&self, holds: impl Fn(&Outcome<'a>) -> bool) -> bool {
        let mut looks = self.visits.first_looks().peekable();
        looks.peek().is_some() && looks.all(|sight| holds(&sight.outcome))
    }
}

/// The ids of these looks.
pub fn ids<'a, 'b: 'a>(sights: impl IntoIterator<Item = &'a Sight<'b>>) -> Vec<ObservationId> {
    sights.into_iter().map(|sight| sight.id.clone()).collect()
}
