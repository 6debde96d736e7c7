//! Is the connection encrypted, with a certificate for this site?

use super::{Judgement, Step};
use crate::evidence::{Evidence, Outcome};
use crate::model::visit::{CertificateProblem, Trust};
use crate::model::{Scheme, StepId, StepStatus};

pub const STEP: Step = Step { id: StepId::Tls, judge };

fn judge(evidence: &Evidence<'_>) -> Option<Judgement> {
    if evidence.target.scheme() == Scheme::Http {
        return Some(Judgement::new(StepStatus::Skipped, "step-tls-plain-http"));
    }
    let looks: Vec<_> = evidence.visits.first_looks().collect();
    let bad = looks.iter().find_map(|sight| match sight.outcome {
        Outcome::BadCertificate(problem) => Some(problem),
        _ => None,
    });
    if let Some(problem) = bad {
        let key = match problem {
            CertificateProblem::Expired => "step-tls-expired",
            CertificateProblem::NotYetValid => "step-tls-not-yet-valid",
            CertificateProblem::WrongName => "step-tls-wrong-name",
            CertificateProblem::UnknownIssuer | CertificateProblem::Revoked | CertificateProblem::Invalid => {
                "step-tls-untrusted"
            }
        };
        return Some(Judgement::new(StepStatus::Problem, key));
    }
    if looks.iter().any(|sight| matches!(sight.outcome, Outcome::NoTls(_))) {
        return Some(Judgement::new(StepStatus::Problem, "step-tls-problem"));
    }
    let tls = looks.iter().find_map(|sight| sight.tls())?;
    let issuer = tls.chain.first().map(|leaf| leaf.issuer.clone()).unwrap_or_default();
    Some(match tls.trust {
        Trust::System => Judgement::new(StepStatus::Warning, "step-tls-local-root").with("issuer", issuer),
        _ => Judgement::new(StepStatus::Passed, "step-tls-passed").with("version", &tls.version).with("issuer", issuer),
    })
}
