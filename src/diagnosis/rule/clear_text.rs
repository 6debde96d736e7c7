//! Only the request in clear fails: somebody on the way may have answered it (R4).

use super::super::{Basis, Finding, Reading, Rule, verify};
use crate::evidence::{Outcome, Sight};
use crate::model::visit::VisitPurpose;
use crate::model::{Cause, Claim, Fault, Scheme};

pub const RULES: &[Rule] =
    &[Rule { id: "only-the-clear-text-fails", source: "RFC 9110 section 7.7", judge: only_the_clear_text_fails }];

/// An error in clear, and the same site over https, by its own word, without one.
pub fn alone_fails<'b, 'a>(r: &'b Reading<'a>) -> Option<(&'b Sight<'a>, &'b Sight<'a>)> {
    let in_clear = |sight: &&Sight<'a>| {
        sight.visit.scheme == Scheme::Http && sight.is_direct() && matches!(sight.outcome, Outcome::Error(_))
    };
    let bad = r.visits.pages().find(in_clear)?;
    let good = r.visits.with(VisitPurpose::OtherScheme);
    Some((bad, good.filter(|sight| sight.is_the_sites_word()).find(|sight| sight.outcome.is_good())?))
}

fn only_the_clear_text_fails(r: &Reading<'_>) -> Vec<Finding> {
    let Some((bad, good)) = alone_fails(r) else { return Vec::new() };
    let claim = Claim::at(Fault::YourNetwork, Cause::LocalProxy);
    vec![
        Finding::supports(claim, Basis::Hint, vec![bad.id.clone(), good.id.clone()])
            .with("status", bad.answer().map_or(0, |answer| answer.status))
            .verified_by(verify::curl(bad)),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnosis::testing::*;
    use crate::model::Confidence;

    const AT: &str = "203.0.113.5";

    #[test]
    fn a_box_on_the_way_may_have_spoken() {
        let page = |url: &str| World::new(url).lookup([AT]).page(AT, bad_gateway());
        let shop = || page("http://shop.test/");
        let claim = Claim::at(Fault::YourNetwork, Cause::LocalProxy);
        let signed = |world: World, trace| world.look(VisitPurpose::OtherScheme, AT, trace);
        rule_named("only-the-clear-text-fails")
            .supports("https works", signed(shop(), good()), claim, Basis::Hint)
            .is_silent("https fails too", signed(shop(), bad_gateway()))
            .is_silent("it was https that failed", page("https://shop.test/"))
            .is_silent("https was not tried", shop());
        let verdict = signed(shop().clean_device().controls_work(3).all_dns(&[AT]), good()).verdict();
        assert!(verdict.confidence <= Confidence::Likely && verdict.fault_confidence <= Confidence::Likely);
        assert!(verdict.alternatives.iter().any(|other| other.cause == Cause::LocalProxy));
    }
}
