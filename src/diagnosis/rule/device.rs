//! This device: its hosts file, its clock, what its browser sends.

use super::super::reading::ids;
use super::super::{Basis, Finding, Hypothesis as H, Reading, Rule, verify};
use crate::evidence::{Outcome, Sight, clock};
use crate::model::device::HostsEntry;
use crate::model::visit::{CertificateProblem, VisitPurpose};
use crate::model::{Cause, Claim, Fault, Known};

pub const RULES: &[Rule] = &[
    Rule { id: "hosts-file-names-the-site", source: "hosts(5)", judge: hosts_file_names_the_site },
    Rule { id: "clock-is-wrong", source: "RFC 5280 section 4.1.2.5; RFC 9110 section 6.6.1", judge: clock_is_wrong },
    Rule { id: "cookies-are-too-large", source: "RFC 6585 section 5", judge: cookies_are_too_large },
    Rule {
        id: "request-is-too-large",
        source: "RFC 9110 section 15.5.14, RFC 6585 section 5",
        judge: request_is_too_large,
    },
];

fn hosts_file_names_the_site(r: &Reading<'_>) -> Vec<Finding> {
    let Some((Known::Seen(hosts), id)) = r.surroundings.hosts else { return Vec::new() };
    let looks = r.bad_looks();
    let names_site = |entry: &&HostsEntry| entry.name.eq_ignore_ascii_case(&r.target.host);
    let entries = hosts.entries.iter().filter(names_site);
    let met = |entry: &HostsEntry| looks.iter().copied().find(|sight| sight.is_direct() && sight.ip() == entry.ip);
    let Some((entry, bad)) = entries.into_iter().find_map(|entry| Some((entry, met(entry)?))) else {
        return Vec::new();
    };
    // R9: it matters only where the address that DNS gives ends otherwise. An address that fails now and then is not
    // plainly the line's fault.
    let good = r.works_elsewhere().filter(|_| r.never_works_at(bad.visit.ip_port));
    let mut observations = vec![id.clone(), bad.id.clone()];
    observations.extend(good.map(|sight| sight.id.clone()));
    let basis = if good.is_some() { Basis::Proof } else { Basis::Hint };
    let finding = Finding::supports(Claim::usual(Cause::HostsFile), basis, observations)
        .with("ip", entry.ip)
        .with("line", entry.line_number)
        .with("file", &hosts.path)
        .with("other", good.map_or_else(String::new, |sight| sight.ip().to_string()))
        .verified_by(
            verify::inert(&hosts.path).and_then(|path| verify::about(&r.target.host, &format!("grep -n HOST {path}"))),
        );
    let finding = if good.is_some() { finding } else { finding.in_words("rule-hosts-file-may-matter") };
    vec![finding]
}

fn clock_is_wrong(r: &Reading<'_>) -> Vec<Finding> {
    let Some((ahead_secs, mut observations)) = clock::skew(r) else { return Vec::new() };
    let off_dates = r.visits.pages().find(|sight| {
        matches!(sight.outcome, Outcome::BadCertificate(CertificateProblem::Expired | CertificateProblem::NotYetValid))
    });
    // Without a certificate that the clock spoils, a wrong clock is worth a word and no more.
    let Some(sight) = off_dates else { return Vec::new() };
    let valid_in_truth = sight.tls().and_then(|tls| tls.chain.first()).is_some_and(|leaf| {
        clock_secs(r, sight).is_some_and(|here| (leaf.not_before..=leaf.not_after).contains(&(here - ahead_secs)))
    });
    if !valid_in_truth {
        return Vec::new();
    }
    observations.push(sight.id.clone());
    let minutes = ahead_secs.unsigned_abs() / 60;
    let message = if ahead_secs > 0 { "rule-clock-is-wrong" } else { "rule-clock-is-behind" };
    vec![
        Finding::supports(Claim::usual(Cause::ClockSkew), Basis::Proof, observations.clone())
            .in_words(message)
            .with("minutes", minutes)
            .verified_by(Some("date -u; curl -sI http://detectportal.firefox.com/ | grep -i ^date".to_owned())),
        Finding::strikes(&[H::Edge], observations).in_words(message).with("minutes", minutes),
    ]
}

/// What this device's clock said at the end of this look.
fn clock_secs(r: &Reading<'_>, sight: &Sight<'_>) -> Option<i64> {
    let began = r.case.began()?;
    let after_secs = i64::try_from(sight.at_ms / 1_000).ok()?;
    Some(sight.answer().map_or(began + after_secs, |answer| answer.received_unix_ms / 1_000))
}

fn cookies_are_too_large(r: &Reading<'_>) -> Vec<Finding> {
    if !r.all_looks_are_good() {
        return Vec::new();
    }
    let refused = [1u8, 4, 8, 16, 32].into_iter().find_map(|kilobytes| {
        let sight = r.visits.with(VisitPurpose::Cookies(kilobytes)).find(|sight| sight.outcome.is_bad())?;
        sight.answer().is_some_and(|answer| answer.status != 429).then_some((kilobytes, sight))
    });
    let Some((kilobytes, sight)) = refused else { return Vec::new() };
    // Every gateway has such a limit. It matters here only where the visitor saw the very same refusal.
    let saw_the_same = r.said_status().is_some_and(|said| sight.answer().is_some_and(|answer| answer.status == said));
    let basis = if saw_the_same { Basis::Measured } else { Basis::Hint };
    let mut observations = ids(r.visits.first_looks().take(1));
    observations.push(sight.id.clone());
    vec![
        Finding::supports(Claim::at(Fault::SiteEdge, Cause::RequestHeaderTooLarge), basis, observations)
            .with_rivals(&[Cause::Transient])
            .with("kilobytes", kilobytes)
            .with("status", sight.answer().map_or(0, |answer| answer.status))
            .verified_by(verify::curl(sight)),
    ]
}

/// The answer itself says that the request was too large, though ours has neither cookies nor body.
fn request_is_too_large(r: &Reading<'_>) -> Vec<Finding> {
    let looks = r.bad_looks();
    let Some(sight) = looks.iter().find(|sight| matches!(sight.outcome, Outcome::RequestTooLarge(_))) else {
        return Vec::new();
    };
    let status = sight.answer().map_or(0, |answer| answer.status);
    let cause = if status == 413 { Cause::RequestBodyTooLarge } else { Cause::RequestHeaderTooLarge };
    vec![
        Finding::supports(Claim::at(Fault::SiteEdge, cause), Basis::Measured, vec![sight.id.clone()])
            .with("status", status)
            .verified_by(verify::curl(sight)),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnosis::testing::*;
    use crate::model::Confidence;
    use crate::model::visit::Trust;

    const AT: &str = "203.0.113.5";

    fn shop() -> World {
        World::new("https://shop.test/")
    }

    #[test]
    fn a_line_of_the_hosts_file_counts_by_its_consequence() {
        let claim = Claim::usual(Cause::HostsFile);
        let line = || shop().hosts("203.0.113.5 shop.test").lookup([AT]);
        let other = |world: World, trace| world.look(VisitPurpose::OtherAddress, "203.0.113.6", trace);
        rule_named("hosts-file-names-the-site")
            .supports("it fails there and works elsewhere", other(line().refused(AT), good()), claim, Basis::Proof)
            .supports("elsewhere was not asked", line().refused(AT), claim, Basis::Hint)
            .supports("it fails elsewhere too", other(line().refused(AT), bad_gateway()), claim, Basis::Hint)
            .is_silent("it works there", line().page(AT, good()))
            .supports(
                "it works there now and then",
                other(line().refused(AT).repeat(1, AT, good()), good()),
                claim,
                Basis::Hint,
            )
            .is_silent("the line names another site", shop().hosts("203.0.113.5 old.test").lookup([AT]).refused(AT))
            .is_silent("nobody read the file", shop().lookup([AT]).refused(AT));
    }

    #[test]
    fn a_site_reached_by_the_hosts_file_is_not_certainly_at_fault() {
        let world = shop().hosts("203.0.113.5 shop.test").lookup([AT]).page(AT, bad_gateway()).controls_work(3);
        assert!(world.verdict().fault_confidence <= Confidence::Likely);
    }

    #[test]
    fn a_clock_that_spoils_certificates() {
        let claim = Claim::usual(Cause::ClockSkew);
        let says = |date: &'static str| answer_with(200, &[("date", date)], "success");
        let year = "Wed, 24 Nov 2027 10:00:00 GMT";
        let right = "Tue, 24 Nov 2026 10:00:00 GMT";
        let told = |world: World, one, two| {
            world.control("a", "http://a.test/", says(one)).control("b", "http://b.test/", says(two))
        };
        let not_yet = || {
            let mut tls = shop().tls(Trust::Untrusted(CertificateProblem::NotYetValid), PUBLIC_ISSUER);
            tls.chain[0].not_before = NOW_SECS + 300 * 86_400;
            tls.chain[0].not_after = NOW_SECS + 390 * 86_400;
            shop().page(AT, over(tls, connected()))
        };
        rule_named("clock-is-wrong")
            .supports("two say it is a year later", told(not_yet(), year, year), claim, Basis::Proof)
            .is_silent("two that disagree", told(not_yet(), year, "Wed, 24 Nov 2027 12:00:00 GMT"))
            .is_silent(
                "one says that the clock is right",
                told(not_yet(), year, year).control("c", "http://c.test/", says(right)),
            )
            .is_silent("one alone", not_yet().control("a", "http://a.test/", says(year)))
            .is_silent(
                "the certificate is bad by the true time too",
                told(shop().bad_certificate(AT, CertificateProblem::Expired), year, year),
            )
            .is_silent("no certificate suffers from it", told(shop().page(AT, good()), year, year));
    }

    #[test]
    fn cookies_that_the_site_refuses() {
        let claim = Claim::at(Fault::SiteEdge, Cause::RequestHeaderTooLarge);
        let works = || shop().lookup([AT]).page(AT, good());
        let ladder = |world: World, status| world.look(VisitPurpose::Cookies(8), AT, answer(status, ""));
        rule_named("cookies-are-too-large")
            .supports("the user saw the same", ladder(works().said("431"), 431), claim, Basis::Measured)
            .supports("the user saw another error", ladder(works().said("502"), 431), claim, Basis::Hint)
            .is_silent("every size passes", ladder(works().said("502"), 200))
            .is_silent("it fails without cookies too", ladder(shop().page(AT, bad_gateway()), 431))
            .is_silent("no cookies were tried", works().said("502"));
    }

    #[test]
    fn a_request_refused_as_too_large() {
        let claim = |cause| Claim::at(Fault::SiteEdge, cause);
        let page = |status, body| shop().page(AT, answer(status, body));
        rule_named("request-is-too-large")
            .supports("431", page(431, ""), claim(Cause::RequestHeaderTooLarge), Basis::Measured)
            .supports("413", page(413, ""), claim(Cause::RequestBodyTooLarge), Basis::Measured)
            .is_silent("another 400", page(400, "bad host"))
            .is_silent("no answer", shop().silent(AT));
    }
}
