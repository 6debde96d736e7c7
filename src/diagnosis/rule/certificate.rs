//! TLS between the visitor and the site.

use super::super::reading::ids;
use super::super::{Basis, Finding, Hypothesis as H, Reading, Rule, verify};
use crate::evidence::{ControlState, Outcome, Sight, clock};
use crate::model::visit::CertificateProblem;
use crate::model::{Cause, Claim, FailureKind, Scheme};
use crate::signature::interceptor_of;
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

/// The looks that met this problem, where TLS was in trouble at every first look that found a connection.
fn met<'b, 'a>(r: &'b Reading<'a>, problems: &[CertificateProblem]) -> Vec<&'b Sight<'a>> {
    if !r.every_connected_look(|outcome| matches!(outcome, Outcome::BadCertificate(_) | Outcome::NoTls(_))) {
        return Vec::new();
    }
    let has =
        |sight: &&Sight<'_>| matches!(sight.outcome, Outcome::BadCertificate(problem) if problems.contains(&problem));
    let mut sights: Vec<&Sight<'_>> = r.visits.first_looks().filter(has).collect();
    // The look by which most is known speaks for the others: one through a proxy makes nothing less sure.
    sights.sort_by_key(|sight| !is_the_sites_own(r, sight));
    sights
}

/// A certificate here and no handshake there: each speaks against the other, and both are worth a mention.
fn is_mixed(r: &Reading<'_>) -> bool {
    let some = |holds: fn(&Outcome<'_>) -> bool| r.visits.first_looks().any(|sight| holds(&sight.outcome));
    some(|outcome| matches!(outcome, Outcome::BadCertificate(_)))
        && some(|outcome| matches!(outcome, Outcome::NoTls(_)))
}

/// What a bad certificate says, and what it strikes where every look met one.
fn said_by(r: &Reading<'_>, supports: Finding, strikes: Finding) -> Vec<Finding> {
    if is_mixed(r) { vec![supports.as_a_hint()] } else { vec![supports, strikes] }
}

/// Whether the certificate is the site's own, and not a stranger's: independent DNS servers give this very address for
/// the name, nobody on the way answers for others, and it does not bear the marks of one who does.
fn is_the_sites_own(r: &Reading<'_>, sight: &Sight<'_>) -> bool {
    let others_are_themselves = r.controls.internet_works()
        && r.controls
            .in_state(ControlState::Works)
            .any(|control| control.tls().is_some_and(|tls| tls.publicly_authenticated()));
    let chain = sight.tls().map(|tls| tls.chain.as_slice()).unwrap_or_default();
    let homemade = chain.first().is_none_or(|leaf| leaf.self_signed);
    let of_a_product = chain.iter().any(|one| interceptor_of(&one.issuer).is_some());
    sight.is_direct() && r.is_vouched_for(sight.ip()) && others_are_themselves && !homemade && !of_a_product
}

/// A certificate that was read strikes what would have kept it from being read.
fn strikes(sights: &[&Sight<'_>]) -> Finding {
    let struck = [H::Origin, H::Link, H::Path, H::Fine, H::Browser, H::Over, H::Checker];
    Finding::strikes(&struck, ids(sights.iter().copied()))
}

fn certificate_has_expired(r: &Reading<'_>) -> Vec<Finding> {
    let sights = met(r, &[CertificateProblem::Expired]);
    let Some(leaf) = sights.first().and_then(|sight| sight.tls()).and_then(|tls| tls.chain.first()) else {
        return Vec::new();
    };
    let Some(first) = sights.first() else { return Vec::new() };
    // Whoever says "expired" must know what time it is (X: the clock).
    let names_host = leaf.names.iter().any(|name| covers(name, &first.visit.host));
    let proven = clock::is_right(r).is_some() && is_the_sites_own(r, first) && names_host;
    let basis = if proven { Basis::Proof } else { Basis::Measured };
    let words = |finding: Finding| finding.with("date", utc_minutes(leaf.not_after)).with("host", &first.visit.host);
    let supports =
        words(Finding::supports(Claim::usual(Cause::TlsCertificateExpired), basis, ids(sights.iter().copied())))
            .with_rivals(if proven { &[] } else { &[Cause::ClockSkew] })
            .verified_by(verify::openssl(first));
    said_by(r, supports, words(strikes(&sights)))
}

fn certificate_is_for_another_name(r: &Reading<'_>) -> Vec<Finding> {
    let sights = met(r, &[CertificateProblem::WrongName]);
    let Some(first) = sights.first() else { return Vec::new() };
    let names = first.tls().and_then(|tls| tls.chain.first()).map(|leaf| leaf.names.join(", ")).unwrap_or_default();
    // Never proof: a filter that stops this one site shows its own certificate at the site's own address, and nothing
    // in a certificate for another name says whose it is.
    let rivals: &[Cause] = if is_the_sites_own(r, first) { &[] } else { &[Cause::ResolverHijack] };
    let words = |finding: Finding| finding.with("names", shortened(&names)).with("host", &first.visit.host);
    let supports =
        words(Finding::supports(Claim::usual(Cause::TlsCertificateName), Basis::Measured, ids(sights.iter().copied())))
            .with_rivals(rivals)
            .verified_by(verify::openssl(first));
    said_by(r, supports, words(strikes(&sights)))
}

fn certificate_is_trusted_by_nobody(r: &Reading<'_>) -> Vec<Finding> {
    let problems = [CertificateProblem::UnknownIssuer, CertificateProblem::Invalid, CertificateProblem::Revoked];
    let sights = met(r, &problems);
    let Some(first) = sights.first() else { return Vec::new() };
    let issuer = first.tls().and_then(|tls| tls.chain.last()).map(|last| last.issuer.clone()).unwrap_or_default();
    let words = |finding: Finding| finding.with("issuer", shortened(&issuer)).with("host", &first.visit.host);
    let supports =
        words(Finding::supports(Claim::usual(Cause::TlsUntrusted), Basis::Measured, ids(sights.iter().copied())))
            .with_rivals(&[Cause::TlsIntercepted])
            .verified_by(verify::openssl(first));
    said_by(r, supports, words(strikes(&sights)))
}

fn tls_handshake_fails(r: &Reading<'_>) -> Vec<Finding> {
    if !r.every_connected_look(|outcome| matches!(outcome, Outcome::BadCertificate(_) | Outcome::NoTls(_))) {
        return Vec::new();
    }
    let no_tls = |sight: &&Sight<'_>| matches!(sight.outcome, Outcome::NoTls(_));
    let sights: Vec<&Sight<'_>> = r.visits.first_looks().filter(no_tls).collect();
    let Some(first) = sights.first() else { return Vec::new() };
    let Outcome::NoTls(failure) = first.outcome else { return Vec::new() };
    let silent = failure.kind == FailureKind::TimedOut;
    // A browser that shows the site's error got through where this program did not: the check is the odd one out.
    let only_here = r.said_status().is_some_and(|status| status >= 400);
    let claim = Claim::usual(if only_here { Cause::Unknown } else { Cause::TlsHandshake });
    let basis =
        if silent || only_here || is_mixed(r) || r.works_elsewhere().is_some() { Basis::Hint } else { Basis::Typical };
    vec![
        Finding::supports(claim, basis, ids(sights.iter().copied()))
            .with_rivals(if only_here { &[Cause::TlsHandshake] } else { &[] })
            .with("detail", shortened(if failure.detail.is_empty() { "without a word" } else { &failure.detail }))
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
    let mut shown = r.visits.pages().filter_map(|sight| sight.tls()).peekable();
    let any_shown = shown.peek().is_some();
    // Some open only certain sites: a product's own name in the certificate is worth more than what others show.
    let of_a_product = shown.flat_map(|tls| &tls.chain).any(|one| interceptor_of(&one.issuer).is_some());
    if fine.len() < 2 || !any_shown || of_a_product {
        return Vec::new();
    }
    // Security software may open the browser's connections alone.
    let struck: &[H] = if r.browser_warned() { &[H::Portal] } else { &[H::Interceptor, H::Portal] };
    vec![Finding::strikes(struck, fine.clone()).with("count", fine.len())]
}

/// Whether a certificate's name covers this host (RFC 9525 section 6.3: a star stands for one label).
pub fn covers(name: &str, host: &str) -> bool {
    match name.strip_prefix("*.") {
        Some(parent) => host.split_once('.').is_some_and(|(_, rest)| rest.eq_ignore_ascii_case(parent)),
        None => name.eq_ignore_ascii_case(host),
    }
}

fn shortened(text: &str) -> String {
    if text.chars().count() <= 120 { text.to_owned() } else { text.chars().take(119).chain(['…']).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnosis::testing::*;
    use crate::model::Confidence;
    use crate::model::visit::{Trust, VisitTrace};

    const AT: &str = "203.0.113.5";

    fn shop() -> World {
        World::new("https://shop.test/").clean_device().lookup([AT])
    }

    fn shown(problem: CertificateProblem, issuer: &str) -> VisitTrace {
        over(World::new("https://shop.test/").tls(Trust::Untrusted(problem), issuer), connected())
    }

    #[test]
    fn a_certificate_that_ran_out() {
        let claim = Claim::usual(Cause::TlsCertificateExpired);
        let expired = || shop().bad_certificate(AT, CertificateProblem::Expired);
        let eset = shop().page(AT, shown(CertificateProblem::Expired, "CN=ESET SSL Filter CA"));
        let dead_too = expired().lookup([AT, "2001:db8::5"]).silent("2001:db8::5");
        rule_named("certificate-has-expired")
            .supports(
                "clock, address and other sites are right",
                expired().all_dns(&[AT]).controls_work(3),
                claim,
                Basis::Proof,
            )
            .supports("a dead address beside it changes nothing", dead_too, claim, Basis::Measured)
            .supports("whose address it is, nobody says", expired().controls_work(3), claim, Basis::Measured)
            .supports(
                "no handshake at another address",
                expired().page("203.0.113.6", no_tls(FailureKind::TlsRefused)),
                claim,
                Basis::Hint,
            )
            .supports("the time was not told", expired().all_dns(&[AT]), claim, Basis::Measured)
            .supports("a product made it", eset.all_dns(&[AT]).controls_work(3), claim, Basis::Measured)
            .is_silent("one address of two shows a good one", expired().page("203.0.113.6", good()))
            .is_silent("no handshake", shop().refused(AT));
    }

    #[test]
    fn a_certificate_for_another_name() {
        let claim = Claim::usual(Cause::TlsCertificateName);
        let other = || shop().bad_certificate(AT, CertificateProblem::WrongName);
        rule_named("certificate-is-for-another-name")
            .supports("it names another", other(), claim, Basis::Measured)
            .is_silent("another problem", shop().bad_certificate(AT, CertificateProblem::Expired))
            .is_silent("no handshake", shop().silent(AT));
        let verdict = other().all_dns(&[AT]).controls_work(3).verdict();
        assert_eq!((verdict.cause, verdict.confidence), (Cause::TlsCertificateName, Confidence::Strong));
    }

    #[test]
    fn a_certificate_that_nobody_vouches_for() {
        let claim = Claim::usual(Cause::TlsUntrusted);
        let world = || shop().bad_certificate(AT, CertificateProblem::UnknownIssuer);
        rule_named("certificate-is-trusted-by-nobody")
            .supports("an unknown issuer", world(), claim, Basis::Measured)
            .is_silent("a known one", shop().page(AT, good()))
            .is_silent("no handshake", shop().silent(AT));
        let verdict = world().all_dns(&[AT]).controls_work(3).verdict();
        assert!(verdict.confidence <= Confidence::Likely, "somebody on the way may show it for this site alone");
        assert!(verdict.fault_confidence <= Confidence::Likely);
    }

    #[test]
    fn a_greeting_that_breaks_off() {
        let claim = Claim::usual(Cause::TlsHandshake);
        let broken = |kind| shop().page(AT, no_tls(kind));
        rule_named("tls-handshake-fails")
            .supports("an alert", broken(FailureKind::TlsRefused), claim, Basis::Typical)
            .supports("silence", broken(FailureKind::TimedOut), claim, Basis::Hint)
            .supports(
                "a browser got through",
                broken(FailureKind::Reset).said("502 Bad Gateway"),
                Claim::usual(Cause::Unknown),
                Basis::Hint,
            )
            .supports(
                "a bad certificate at another address",
                broken(FailureKind::TlsRefused).bad_certificate("203.0.113.6", CertificateProblem::Expired),
                claim,
                Basis::Hint,
            )
            .is_silent("at one address of two", broken(FailureKind::TlsRefused).page("203.0.113.6", good()))
            .is_silent("broken off by us", broken(FailureKind::Cancelled))
            .is_silent("no connection", shop().refused(AT));
    }

    #[test]
    fn other_sites_show_public_certificates() {
        let bad = || shop().bad_certificate(AT, CertificateProblem::UnknownIssuer);
        let eset = shop().page(AT, shown(CertificateProblem::UnknownIssuer, "CN=ESET SSL Filter CA"));
        rule_named("other-certificates-are-fine")
            .strikes("two of them", bad().controls_work(3), &[H::Interceptor, H::Portal])
            .is_silent("the site's bears a product's name", eset.controls_work(3))
            .is_silent("one of them", bad().controls_work(2))
            .is_silent("none was tried", bad())
            .is_silent("the site showed none", shop().refused(AT).controls_work(3));
    }

    #[test]
    fn stars_stand_for_one_label() {
        assert!(covers("*.shop.test", "www.shop.test") && covers("SHOP.test", "shop.test"));
        assert!(!covers("*.shop.test", "a.b.shop.test") && !covers("*.shop.test", "shop.test"));
    }
}
