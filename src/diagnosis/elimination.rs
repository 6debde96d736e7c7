//! The inference: strike out, see what survives, compute the confidence from that.
//!
//! Two laws are tested as properties. Taking evidence away never raises the confidence in the same claim, unless that
//! evidence speaks for another one: supports and strikes only ever add to it, and what nobody struck out stands against it.
//! Order, names and addresses never change a verdict.

use std::collections::BTreeSet;

use super::finding::{Basis, Effect, Finding};
use super::hypothesis::Hypothesis;
use crate::model::{Cause, Claim, Confidence, Fault};

/// The outcome of the inference.
#[derive(Debug, Clone, PartialEq)]
pub struct Verdict {
    pub claim: Claim,
    pub confidence: Confidence,
    pub fault_confidence: Confidence,
    /// Other claims that still stand, likeliest first.
    pub others: Vec<Claim>,
}

impl Default for Verdict {
    /// Nothing has any support.
    fn default() -> Self {
        Verdict {
            claim: Claim::usual(Cause::Unknown),
            confidence: Confidence::Possible,
            fault_confidence: Confidence::Possible,
            others: Vec::new(),
        }
    }
}

/// Decides, or says that no claim has any support.
pub fn decide(findings: &[Finding]) -> Option<Verdict> {
    let struck = struck(findings);
    let mut claims: Vec<Claim> = Vec::new();
    for finding in findings {
        if let Effect::Supports { claim, .. } = finding.effect {
            let stands = !struck.contains(&Hypothesis::of(claim));
            if stands && !claims.contains(&claim) {
                claims.push(claim);
            }
        }
    }
    // Stable: among equals the rule that stands first in the list leads.
    claims.sort_by_key(|claim| std::cmp::Reverse((basis(*claim, findings), precedence(Hypothesis::of(*claim)))));
    let claim = *claims.first()?;
    let alive = alive(claim, &struck);
    let confidence = confidence(claim, findings, &alive);
    let mut others: Vec<Claim> = claims.iter().skip(1).copied().collect();
    for cause in rivals(claim, findings) {
        let rival = Claim { fault: rival_fault(claim, cause), cause };
        if !others.iter().any(|other| other.cause == cause) {
            others.push(rival);
        }
    }
    Some(Verdict { claim, confidence, fault_confidence: fault_confidence(claim, confidence, findings, &alive), others })
}

fn struck(findings: &[Finding]) -> BTreeSet<Hypothesis> {
    let strikes = findings.iter().filter_map(|finding| match &finding.effect {
        Effect::Strikes(hypotheses) => Some(hypotheses),
        _ => None,
    });
    strikes.flatten().copied().collect()
}

/// The explanations beside the claim's own that nothing contradicts.
fn alive(claim: Claim, struck: &BTreeSet<Hypothesis>) -> Vec<Hypothesis> {
    let own = Hypothesis::of(claim);
    Hypothesis::ALL.into_iter().filter(|hypothesis| *hypothesis != own && !struck.contains(hypothesis)).collect()
}

fn basis(claim: Claim, findings: &[Finding]) -> Basis {
    let bases = findings.iter().filter_map(|finding| match finding.effect {
        Effect::Supports { claim: about, basis, .. } if about == claim => Some(basis),
        _ => None,
    });
    bases.max().unwrap_or(Basis::Hint)
}

/// Causes that every finding for the claim leaves open. A mere hint parts nothing.
fn rivals(claim: Claim, findings: &[Finding]) -> Vec<Cause> {
    let only_hints = basis(claim, findings) == Basis::Hint;
    let mut lists = findings.iter().filter_map(|finding| match &finding.effect {
        Effect::Supports { claim: about, rivals, basis } if *about == claim => {
            (only_hints || *basis > Basis::Hint).then_some(rivals)
        }
        _ => None,
    });
    let Some(first) = lists.next() else { return Vec::new() };
    let rest: Vec<&Vec<Cause>> = lists.collect();
    first.iter().copied().filter(|cause| rest.iter().all(|list| list.contains(cause))).collect()
}

fn confidence(claim: Claim, findings: &[Finding], alive: &[Hypothesis]) -> Confidence {
    match basis(claim, findings) {
        Basis::Proof => Confidence::Certain,
        Basis::Measured | Basis::Typical if alive.is_empty() && rivals(claim, findings).is_empty() => {
            Confidence::Strong
        }
        Basis::Measured | Basis::Typical => Confidence::Likely,
        Basis::Hint => Confidence::Possible,
    }
}

fn fault_confidence(claim: Claim, confidence: Confidence, findings: &[Finding], alive: &[Hypothesis]) -> Confidence {
    let the_site_spoke = findings.iter().any(|finding| finding.effect == Effect::TheSiteSpoke);
    // For one of several addresses both sides may have to act, whatever it is that fails there.
    let of_the_site =
        matches!(claim.fault, Fault::SiteEdge | Fault::SiteOrigin) && Hypothesis::of(claim) != Hypothesis::OneAddress;
    let one_side = rivals(claim, findings).into_iter().all(|cause| rival_fault(claim, cause) == claim.fault)
        && !is_contested(claim, findings);
    // Where an explanation stands that may be somebody else's, nobody is named for sure; a rival cause counts like one.
    let others_act =
        !one_side || alive.iter().any(|hypothesis| hypothesis.faults().iter().any(|fault| *fault != claim.fault));
    match basis(claim, findings) {
        // What happened may be said in so many words while it is open who let it happen.
        _ if confidence == Confidence::Certain && one_side => Confidence::Certain,
        // Whoever holds the site's key spoke for the site (R2): its people have to act, whatever the cause. Which of
        // them is sure only where every cause that fits is theirs.
        _ if the_site_spoke && of_the_site && one_side => Confidence::Certain,
        Basis::Hint => Confidence::Possible,
        _ if others_act => Confidence::Likely,
        _ => Confidence::Strong,
    }
}

/// Whether what was seen usually means a fault of the site's other side as well, and nothing contradicts that.
fn is_contested(claim: Claim, findings: &[Finding]) -> bool {
    let struck = struck(findings);
    findings.iter().any(|finding| match finding.effect {
        Effect::Supports { claim: other, basis, .. } => {
            basis >= Basis::Typical
                && other.fault != claim.fault
                && other.fault.is_the_sites()
                && !struck.contains(&Hypothesis::of(other))
        }
        _ => false,
    })
}

/// Among claims of equal basis: what lies nearer to the reader explains what lies behind it.
fn precedence(hypothesis: Hypothesis) -> u8 {
    match hypothesis {
        Hypothesis::Link => 16,
        Hypothesis::Portal => 15,
        Hypothesis::HostsFile => 14,
        Hypothesis::Clock => 13,
        Hypothesis::Proxy => 12,
        Hypothesis::Interceptor => 11,
        Hypothesis::Zone => 10,
        Hypothesis::Resolver => 9,
        Hypothesis::Over => 8,
        Hypothesis::OneAddress => 7,
        Hypothesis::Path => 6,
        Hypothesis::Edge => 5,
        Hypothesis::Origin => 5,
        Hypothesis::Browser => 3,
        Hypothesis::Fine => 2,
        Hypothesis::Checker => 1,
    }
}

/// A rival cause keeps the claim's side of the house where both sides know it.
fn rival_fault(claim: Claim, cause: Cause) -> Fault {
    let usual = cause.usual_fault();
    let sides = [Fault::SiteEdge, Fault::SiteOrigin];
    let either = matches!(cause, Cause::OriginTls | Cause::OriginDns | Cause::Maintenance | Cause::RedirectLoop);
    if either && sides.contains(&claim.fault) { claim.fault } else { usual }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::ObservationId;

    fn support(cause: Cause, basis: Basis) -> Finding {
        Finding::supports(Claim::usual(cause), basis, vec![ObservationId::numbered(1)])
    }

    fn strike_all_but(kept: Hypothesis) -> Finding {
        let struck: Vec<_> = Hypothesis::ALL.into_iter().filter(|hypothesis| *hypothesis != kept).collect();
        Finding::strikes(&struck, vec![])
    }

    #[test]
    fn nothing_seen_is_no_verdict() {
        assert_eq!(decide(&[]), None);
    }

    #[test]
    fn strong_needs_every_other_explanation_struck_out() {
        let support = support(Cause::EdgeUnreachable, Basis::Measured);
        let alone = decide(std::slice::from_ref(&support)).unwrap();
        assert_eq!(alone.confidence, Confidence::Likely);
        let struck = decide(&[support, strike_all_but(Hypothesis::Edge)]).unwrap();
        assert_eq!(struck.confidence, Confidence::Strong);
    }

    #[test]
    fn rivals_keep_it_from_strong_until_a_finding_parts_them() {
        let bare = support(Cause::OriginRefused, Basis::Typical).with_rivals(&[Cause::OriginReset]);
        let strike = strike_all_but(Hypothesis::Origin);
        assert_eq!(decide(&[bare.clone(), strike.clone()]).unwrap().confidence, Confidence::Likely);
        let parted = [bare, support(Cause::OriginRefused, Basis::Measured), strike];
        assert_eq!(decide(&parted).unwrap().confidence, Confidence::Strong);
    }

    #[test]
    fn certain_is_for_proof_alone_and_struck_claims_never_win() {
        assert_eq!(decide(&[support(Cause::Nxdomain, Basis::Proof)]).unwrap().confidence, Confidence::Certain);
        let struck = [support(Cause::NoInternet, Basis::Proof), Finding::strikes(&[Hypothesis::Link], vec![])];
        assert_eq!(decide(&struck), None);
    }

    #[test]
    fn the_sites_own_word_makes_the_fault_certain_and_the_cause_no_surer() {
        let bare = support(Cause::OriginRefused, Basis::Typical).with_rivals(&[Cause::OriginReset]);
        let verdict = decide(&[bare, Finding::the_site_spoke(vec![])]).unwrap();
        assert_eq!((verdict.fault_confidence, verdict.confidence), (Confidence::Certain, Confidence::Likely));
        assert_eq!(verdict.others, [Claim::usual(Cause::OriginReset)]);
    }

    #[test]
    fn a_better_basis_beats_a_nearer_place() {
        let findings = [support(Cause::OriginRefused, Basis::Proof), support(Cause::BrowserState, Basis::Hint)];
        assert_eq!(decide(&findings).unwrap().claim.cause, Cause::OriginRefused);
    }
}
