//! One address of the site, asked from other places: does it fail for everybody, or only on the way from here?

use std::net::IpAddr;

use super::super::super::{Basis, Finding, Hypothesis as H, Reading, verify};
use super::NEAR;
use super::compared::{Compared, cities, homes, speak_for_many};
use crate::evidence::world::PlaceSight;
use crate::evidence::{Outcome, Sight};
use crate::model::{Cause, Claim, Fault};

/// The looks from here at an address, where all of them fail.
fn failing_at<'b, 'a>(compared: &Compared<'b, 'a>, ip: IpAddr) -> Vec<&'b Sight<'a>> {
    let looks: Vec<&Sight<'a>> =
        compared.here.iter().copied().filter(|sight| sight.is_direct() && sight.ip() == ip).collect();
    if looks.iter().all(|sight| sight.outcome.is_bad()) { looks } else { Vec::new() }
}

/// Whether the page works at another address, here or elsewhere.
fn works_at_another(r: &Reading<'_>, compared: &Compared<'_, '_>, ip: IpAddr) -> bool {
    let here = compared.here.iter().any(|sight| sight.outcome.is_good() && sight.ip() != ip);
    let elsewhere = Compared::by_name(r)
        .is_some_and(|by_name| by_name.good().iter().any(|sight| sight.look.ip.is_some_and(|other| other != ip)));
    here || elsewhere
}

/// The address fails from everywhere, while another works: it is the address, whoever asks.
pub fn fails(r: &Reading<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (ip, compared) in Compared::at_addresses(r) {
        let looks = failing_at(&compared, ip);
        let Some(here) = looks.first() else { continue };
        let bad = compared.bad();
        let for_all = compared.good().is_empty() && speak_for_many(&bad) && compared.are_alike(r, here, &bad);
        // An address that only this device gets is its resolver's affair.
        if !for_all || !works_at_another(r, &compared, ip) || !is_given_to_others(r, ip) {
            continue;
        }
        let below_http = looks.iter().all(|sight| matches!(sight.outcome, Outcome::NoTcp(_) | Outcome::NoTls(_)));
        let claim = match ip.is_ipv6() && below_http && r.visits.pages().any(|sight| sight.ip().is_ipv4()) {
            true => Claim::at(Fault::SiteEdge, Cause::Ipv6Broken),
            false => Claim::usual(Cause::OneAddressDead),
        };
        let words = |finding: Finding| finding.with("ip", ip).with("count", bad.len()).with("cities", cities(&bad));
        let mut struck = NEAR.to_vec();
        struck.push(H::Fine);
        findings.push(words(Finding::supports(claim, Basis::Measured, compared.ids())).verified_by(verify::curl(here)));
        findings.push(words(Finding::strikes(&struck, compared.ids())));
    }
    findings
}

fn is_given_to_others(r: &Reading<'_>, ip: IpAddr) -> bool {
    let elsewhere = Compared::by_name(r);
    r.is_vouched_for(ip) || elsewhere.is_some_and(|one| one.places.iter().any(|sight| sight.look.ip == Some(ip)))
}

/// No connection to the address comes about from here, and from elsewhere it works: the way there, or whoever bars it.
pub fn works(r: &Reading<'_>) -> Vec<Finding> {
    let by_name = Compared::by_name(r);
    let mut at: Vec<(IpAddr, Compared<'_, '_>)> = Compared::at_addresses(r);
    // Places that were led to the same address by themselves have told as much.
    if let Some(mut one) = by_name {
        let ip = one.here.iter().find(|sight| sight.outcome.is_bad()).map(|sight| sight.ip());
        one.places.retain(|sight| sight.look.ip == ip);
        at.extend(ip.filter(|ip| !at.iter().any(|(known, _)| known == ip)).map(|ip| (ip, one)));
    }
    let mut findings = Vec::new();
    for (ip, compared) in at {
        let looks = failing_at(&compared, ip);
        let Some(here) = looks.first() else { continue };
        let no_tcp = looks.iter().all(|sight| matches!(sight.outcome, Outcome::NoTcp(_)));
        let again = looks.len() >= 2 && compared.was_asked_again();
        let good: Vec<PlaceSight<'_>> = compared.good();
        if !no_tcp || !again || homes(&compared.bad()) > 0 || !speak_for_many(&good) {
            continue;
        }
        let cause = if ip.is_ipv6() && r.visits.pages().any(|sight| sight.ip().is_ipv4() && sight.outcome.is_good()) {
            Cause::Ipv6Broken
        } else {
            Cause::PathBroken
        };
        let words = |finding: Finding| finding.with("ip", ip).with("count", good.len()).with("cities", cities(&good));
        // The site's own firewall may bar this one network, or this network the port.
        let rivals = [Cause::EdgeBlocked, Cause::PortBlocked];
        findings.push(
            words(Finding::supports(Claim::at(Fault::Path, cause), Basis::Measured, compared.ids()))
                .with_rivals(&rivals)
                .verified_by(verify::curl(here)),
        );
        let struck = [H::Origin, H::Zone, H::OneAddress, H::Resolver, H::HostsFile, H::Fine, H::Browser, H::Clock];
        findings.push(words(Finding::strikes(&struck, compared.ids())));
    }
    findings
}
