//! TLS between the visitor and the site.

use super::super::reading::ids;
use super::super::{Basis, Finding, Hypothesis as H, Reading, Rule, verify};
use crate::evidence::{ControlState, Outcome, Sight, clock};
use crate::model::visit::CertificateProblem;
use crate::model::{Cause, Claim, FailureKind, Scheme};
use crate::text::utc_minutes;

pub const RULES: &[Rule] = &[
    Rule { id: "certificate-has-expired", source: "RFC 5280 section 4.1.2.5", judge: certificate_has_expired },
    Rule {
        id: "certificate-is-for-another-name",
        source: "RFC 9525 section 6",
        judge: certificate_is_for_another_name,
    },
    Rule {
        id: "certificate-is-trusted-by-nobody",
        source: "RFC 5280 section 6",
        judge: certificate_is_trusted_by_nobody,
    },
    Rule { id: "tls-handshake-fails", source: "RFC 8446 section 6.2", judge: tls_handshake_fails },
    Rule {
        id: "other-certificates-are-fine",
        source: "an interceptor shows itself at other sites too",
        judge: others_are_fine,
    },
];

/// The looks that met this problem, where every first look met a bad certificate.
fn met<'b, 'a>(r: &'b Reading<'a>, problems: &[CertificateProblem]) -> Vec<&'b Sight<'a>> {
    if !r.every_first_look(|outcome| matches!(outcome, Outcome::BadCertificate(_))) {
        return Vec::new();
    }
    let has =
        |sight: &&Sight<'_>| matches!(sight.outcome, Outcome::BadCertificate(problem) if problems.contains(&problem));
    r.visits.first_looks().filter(has).collect()
}

/// Independent DNS servers give this very address for the name: the certificate is the site's own, not a stranger's.
fn address_is_right(r: &Reading<'_>, sight: &Sight<'_>) -> bool {
    r.names.elsewhere_ips().iter().any(|(ip, _)| *ip == sight.ip()) || r.target.ip().is_some()
}

/// A certificate that was read strikes what would have kept it from being read.
fn strikes(sights: &[&Sight<'_>]) -> Finding {
    Finding::strikes(&[H::Origin, H::Link, H::Path, H::Fine, H::Browser, H::Over], ids(sights.iter().copied()))
}

fn certificate_has_expired(r: &Reading<'_>) -> Vec<Finding> {
    let sights = met(r, &[CertificateProblem::Expired]);
    let Some(leaf) = sights.first().and_then(|sight| sight.tls()).and_then(|tls| tls.chain.first()) else {
        return Vec::new();
    };
    let Some(first) = sights.first() else { return Vec::new() };
    // Whoever says "expired" must know what time it is (X: the clock).
    let proven = clock::is_right(r).is_some() && address_is_right(r, first);
    let basis = if proven { Basis::Proof } else { Basis::Measured };
    let words = |finding: Finding| finding.with("date", utc_minutes(leaf.not_after)).with("host", &first.visit.host);
    vec![
        words(Finding::supports(Claim::usual(Cause::TlsCertificateExpired), basis, ids(sights.iter().copied())))
            .with_rivals(if proven { &[] } else { &[Cause::ClockSkew] })
            .verified_by(verify::openssl(first)),
        words(strikes(&sights)),
    ]
}

fn certificate_is_for_another_name(r: &Reading<'_>) -> Vec<Finding> {
    let sights = met(r, &[CertificateProblem::WrongName]);
    let Some(first) = sights.first() else { return Vec::new() };
    let names = first.tls().and_then(|tls| tls.chain.first()).map(|leaf| leaf.names.join(", ")).unwrap_or_default();
    let proven = address_is_right(r, first);
    let basis = if proven { Basis::Proof } else { Basis::Measured };
    let words = |finding: Finding| finding.with("names", shortened(&names)).with("host", &first.visit.host);
    vec![
        words(Finding::supports(Claim::usual(Cause::TlsCertificateName), basis, ids(sights.iter().copied())))
            .with_rivals(if proven { &[] } else { &[Cause::ResolverHijack] })
            .verified_by(verify::openssl(first)),
        words(strikes(&sights)),
    ]
}

fn certificate_is_trusted_by_nobody(r: &Reading<'_>) -> Vec<Finding> {
    let problems = [CertificateProblem::UnknownIssuer, CertificateProblem::Invalid, CertificateProblem::Revoked];
    let sights = met(r, &problems);
    let Some(first) = sights.first() else { return Vec::new() };
    let issuer = first.tls().and_then(|tls| tls.chain.last()).map(|last| last.issuer.clone()).unwrap_or_default();
    vec![
        Finding::supports(Claim::usual(Cause::TlsUntrusted), Basis::Measured, ids(sights.iter().copied()))
            .with_rivals(&[Cause::TlsIntercepted])
            .with("issuer", shortened(&issuer))
            .with("host", &first.visit.host)
            .verified_by(verify::openssl(first)),
        strikes(&sights).with("issuer", shortened(&issuer)).with("host", &first.visit.host),
    ]
}

fn tls_handshake_fails(r: &Reading<'_>) -> Vec<Finding> {
    if !r.every_first_look(|outcome| matches!(outcome, Outcome::NoTls(_))) {
        return Vec::new();
    }
    let sights: Vec<&Sight<'_>> = r.visits.first_looks().collect();
    let Some(first) = sights.first() else { return Vec::new() };
    let Outcome::NoTls(failure) = first.outcome else { return Vec::new() };
    let silent = failure.kind == FailureKind::TimedOut;
    let basis = if silent || r.works_elsewhere().is_some() { Basis::Hint } else { Basis::Typical };
    vec![
        Finding::supports(Claim::usual(Cause::TlsHandshake), basis, ids(sights.iter().copied()))
            .with("detail", shortened(&failure.detail))
            .with("ip", first.ip())
            .verified_by(verify::openssl(first)),
    ]
}

/// Other https sites show certificates of public authorities here: nobody on the way replaces all of them.
fn others_are_fine(r: &Reading<'_>) -> Vec<Finding> {
    let https = |control: &&crate::evidence::controls::ControlSight<'_>| {
        control.look.visit.as_ref().is_some_and(|visit| visit.scheme == Scheme::Https)
            && control.tls().is_some_and(|tls| tls.publicly_authenticated())
    };
    let fine: Vec<_> =
        r.controls.in_state(ControlState::Works).filter(https).map(|control| control.id.clone()).collect();
    if fine.len() < 2 || r.visits.pages().all(|sight| sight.tls().is_none()) {
        return Vec::new();
    }
    vec![Finding::strikes(&[H::Interceptor, H::Portal], fine.clone()).with("count", fine.len())]
}

fn shortened(text: &str) -> String {
    if text.chars().count() <= 120 { text.to_owned() } else { text.chars().take(119).chain(['…']).collect() }
}
