//! The visitor's own network: router, line, sign-in page, interception.

use super::super::{Basis, Finding, Hypothesis as H, Reading, Rule, verify};
use crate::evidence::controls::ControlSight;
use crate::evidence::{ControlState, Outcome};
use crate::model::dns::ServerRole;
use crate::model::visit::{CertificateProblem, TlsSeen, Trust};
use crate::model::{Cause, Claim, Fault, Known, ObservationId, Scheme};
use crate::signature::interceptor_of;

pub const RULES: &[Rule] = &[
    Rule { id: "router-is-silent", source: "RFC 826, RFC 4861, RFC 792", judge: router_is_silent },
    Rule { id: "line-is-dead", source: "no control and no public server answers", judge: line_is_dead },
    Rule { id: "portal-wants-a-sign-in", source: "RFC 8908, RFC 6585 section 6", judge: portal_wants_a_sign_in },
    Rule {
        id: "everything-answers-alike",
        source: "unrelated operators do not fail with one voice",
        judge: everything_answers_alike,
    },
    Rule {
        id: "same-foreign-issuer",
        source: "RFC 8446 section 4.4.2; one issuer of no public list at several sites",
        judge: same_foreign_issuer,
    },
];

/// Nothing outside gave any sign: no control, no DNS server out there, not the site.
fn nothing_outside_answers(r: &Reading<'_>) -> Option<Vec<ObservationId>> {
    // A dead line keeps nobody from a server on this very device.
    if r.stays_on_this_device() {
        return None;
    }
    let public: Vec<_> = r.names.asked.iter().filter(|asked| asked.server.role == ServerRole::Public).collect();
    let answered = r.names.asked.iter().any(|asked| {
        asked.server.role != ServerRole::Nobody && asked.reply.seen().is_some_and(|reply| !reply.ips.is_empty())
    }) || public.iter().any(|asked| asked.reply.seen().is_some());
    let silent: Vec<ObservationId> = public
        .iter()
        .filter(|asked| asked.reply.failed().is_some_and(|failure| !failure.is_our_own()))
        .map(|asked| asked.id.clone())
        .collect();
    let nothing =
        r.controls.all.iter().all(|control| !matches!(control.state, ControlState::Works | ControlState::Altered));
    let failed_controls =
        r.controls.in_state(ControlState::Silent).count() + r.controls.in_state(ControlState::Unresolved).count();
    let enough = failed_controls >= 2 || silent.len() >= 2;
    if answered || !nothing || !enough || !r.site_gives_no_tcp() {
        return None;
    }
    let mut observations = r.controls.ids(ControlState::Silent);
    observations.extend(r.controls.ids(ControlState::Unresolved));
    observations.extend(silent.into_iter().take(4));
    Some(observations)
}

/// Tried, and nothing came back; not forbidden, and not broken off.
fn is_silence(look: &Known<u64>) -> bool {
    look.failed().is_some_and(|failure| !failure.is_our_own())
}

/// Whether this device's own settings say that programs go out without a proxy. Where one is set that this program
/// does not use, silence everywhere says nothing about the line: a browser may get out.
fn goes_out_directly(r: &Reading<'_>) -> bool {
    let settings = r.surroundings.proxies.and_then(|(proxies, _)| proxies.seen());
    settings.is_some_and(|settings| {
        settings.for_target.is_none()
            && settings.for_http.is_none()
            && settings.pac_url.is_none()
            && settings.unsupported.is_none()
    })
}

/// What needs at least some answer from outside.
const ELSEWHERE: [H; 14] = [
    H::Edge,
    H::Origin,
    H::OneAddress,
    H::Zone,
    H::Path,
    H::HostsFile,
    H::Over,
    H::Browser,
    H::Resolver,
    H::Checker,
    H::Portal,
    H::Interceptor,
    H::Clock,
    H::Fine,
];

fn router_is_silent(r: &Reading<'_>) -> Vec<Finding> {
    let looked: Vec<_> = r
        .surroundings
        .routers
        .iter()
        .filter(|(look, _)| is_silence(&look.ping_ms) || is_silence(&look.tcp_ms))
        .collect();
    let any_answers = r.surroundings.routers.iter().any(|(look, _)| look.answers());
    let Some((look, id)) = looked.first().filter(|_| !any_answers) else { return Vec::new() };
    let Some(mut observations) = nothing_outside_answers(r) else { return Vec::new() };
    observations.insert(0, (*id).clone());
    // Its hardware address is not to be had either: it is not merely shy.
    let gone = look.neighbour.seen() == Some(&false)
        || look.tcp_ms.failed().is_some_and(|failure| failure.kind == crate::model::FailureKind::HostUnreachable);
    let rivals: &[Cause] = if gone { &[] } else { &[Cause::NoInternet] };
    let supports = Finding::supports(Claim::usual(Cause::RouterUnreachable), Basis::Measured, observations.clone())
        .with_rivals(rivals)
        .with("ip", look.ip)
        .verified_by(Some(format!("ping -c 3 {}", look.ip)));
    let strikes = goes_out_directly(r).then(|| Finding::strikes(&ELSEWHERE, observations).with("ip", look.ip));
    std::iter::once(supports).chain(strikes).collect()
}

fn line_is_dead(r: &Reading<'_>) -> Vec<Finding> {
    let Some(observations) = nothing_outside_answers(r) else { return Vec::new() };
    let router = r.surroundings.routers.iter().find(|(look, _)| look.answers());
    let no_route = r
        .surroundings
        .network
        .and_then(|(network, _)| network.seen())
        .is_some_and(|network| !network.ipv4_route && !network.ipv6_route);
    let (basis, rivals): (Basis, &[Cause]) = match router {
        Some(_) => (Basis::Measured, &[]),
        None if no_route => (Basis::Measured, &[]),
        None => (Basis::Typical, &[Cause::RouterUnreachable]),
    };
    let mut observations = observations;
    observations.extend(router.map(|(_, id)| (*id).clone()));
    let message = if no_route { "rule-no-route" } else { "rule-line-is-dead" };
    let supports = Finding::supports(Claim::usual(Cause::NoInternet), basis, observations.clone())
        .with_rivals(rivals)
        .in_words(message);
    let strikes = goes_out_directly(r).then(|| Finding::strikes(&ELSEWHERE, observations).in_words(message));
    std::iter::once(supports).chain(strikes).collect()
}

fn portal_wants_a_sign_in(r: &Reading<'_>) -> Vec<Finding> {
    // Some let https through and answer for every http address, so a working https control does not acquit them.
    let mut working = r.controls.in_state(ControlState::Works);
    if working.any(|control| is_http(control) || r.target.scheme() == Scheme::Https) {
        return Vec::new();
    }
    let sent = r.controls.sent_elsewhere();
    let says_511 = r.controls.in_state(ControlState::Altered).any(|control| status(control) == Some(511));
    // A certificate that is merely out of its time may be the clock's fault.
    let foreign_tls = r.controls.all.iter().any(|control| control.tls().is_some_and(is_a_strangers));
    // Sites of unrelated operators have no common place to send visitors to, other than the network's own.
    let same_place = sent.first().is_some_and(|(_, to)| sent.iter().filter(|(_, other)| other == to).count() >= 2);
    let altered: Vec<&ControlSight<'_>> = r.controls.in_state(ControlState::Altered).collect();
    let good_status =
        altered.iter().filter(|control| is_http(control) && status(control).is_some_and(|status| status < 400)).count();
    let (basis, to) = match sent.first() {
        _ if says_511 => (Basis::Proof, String::new()),
        Some((_, to)) if same_place || foreign_tls => (Basis::Proof, to.clone()),
        Some((_, to)) => (Basis::Typical, to.clone()),
        None if good_status >= 2 => (Basis::Measured, String::new()),
        None => return Vec::new(),
    };
    let observations: Vec<ObservationId> = altered.iter().map(|control| control.id.clone()).collect();
    let message = if to.is_empty() { "rule-portal-answers-for-others" } else { "rule-portal-wants-a-sign-in" };
    let struck = [
        H::Edge,
        H::Origin,
        H::OneAddress,
        H::Zone,
        H::Path,
        H::Resolver,
        H::Interceptor,
        H::Link,
        H::Over,
        H::Browser,
    ];
    vec![
        Finding::supports(Claim::usual(Cause::CaptivePortal), basis, observations.clone())
            .in_words(message)
            .with("to", &to)
            .verified_by(Some("curl -si http://detectportal.firefox.com/success.txt".to_owned())),
        Finding::strikes(&struck, observations).in_words(message).with("to", to),
    ]
}

fn status(control: &ControlSight<'_>) -> Option<u16> {
    control.look.visit.as_ref()?.trace.http.seen().map(|answer| answer.status)
}

/// A certificate for another name or of an unknown authority.
fn is_a_strangers(tls: &TlsSeen) -> bool {
    matches!(
        tls.trust,
        Trust::Untrusted(
            CertificateProblem::WrongName | CertificateProblem::UnknownIssuer | CertificateProblem::Invalid
        )
    )
}

fn is_http(control: &ControlSight<'_>) -> bool {
    control.look.visit.as_ref().is_some_and(|visit| visit.scheme == Scheme::Http)
}

/// All controls fail with the very status that the site seems to fail with: one voice near here speaks for all.
fn everything_answers_alike(r: &Reading<'_>) -> Vec<Finding> {
    let bad = r.bad_looks();
    let Some(site) = bad.iter().find(|sight| matches!(sight.outcome, Outcome::Error(_)) && !sight.is_the_sites_word())
    else {
        return Vec::new();
    };
    let wanted = site.answer().map(|answer| answer.status);
    let alike: Vec<&ControlSight<'_>> =
        r.controls.in_state(ControlState::Altered).filter(|control| status(control) == wanted).collect();
    if alike.len() < 2 || r.controls.any_works() {
        return Vec::new();
    }
    let mut observations: Vec<ObservationId> = alike.iter().map(|control| control.id.clone()).collect();
    observations.push(site.id.clone());
    vec![
        Finding::supports(Claim::usual(Cause::LocalProxy), Basis::Measured, observations)
            .with("status", wanted.unwrap_or(0))
            .with("count", alike.len()),
    ]
}

/// Who issued a certificate that no public list vouches for. One that is merely out of its time, or for another name,
/// may be of a public authority all the same.
fn foreign_issuer(tls: &TlsSeen) -> Option<String> {
    let foreign = matches!(
        tls.trust,
        Trust::System | Trust::Untrusted(CertificateProblem::UnknownIssuer | CertificateProblem::Invalid)
    );
    tls.chain.last().filter(|_| foreign).map(|last| last.issuer.clone())
}

/// The same issuer, known to no public list, signs the site and at least two https controls. Many an office does this to
/// every site, and to no harm: it counts where the page fails.
fn same_foreign_issuer(r: &Reading<'_>) -> Vec<Finding> {
    let bad = r.bad_looks().into_iter().filter(|sight| sight.is_the_page());
    let Some((sight, issuer)) = bad.into_iter().find_map(|sight| Some((sight, foreign_issuer(sight.tls()?)?))) else {
        return Vec::new();
    };
    let same: Vec<_> = r
        .controls
        .all
        .iter()
        .filter(|control| control.tls().and_then(foreign_issuer).as_ref() == Some(&issuer))
        .collect();
    let known = interceptor_of(&issuer);
    // At the site alone it may be the site's own authority, unless it bears the name of such a product.
    if same.len() < 2 && known.is_none() {
        return Vec::new();
    }
    let basis = if same.len() >= 2 { Basis::Measured } else { Basis::Hint };
    let fault = if known.as_ref().is_some_and(|one| one.on_device) { Fault::YourDevice } else { Fault::YourNetwork };
    let mut observations = vec![sight.id.clone()];
    observations.extend(same.iter().map(|control| control.id.clone()));
    let names_site = known.map_or_else(|| issuer.clone(), |one| one.name);
    vec![
        Finding::supports(Claim::at(fault, Cause::TlsIntercepted), basis, observations.clone())
            .with("issuer", &names_site)
            .verified_by(verify::openssl(sight)),
        Finding::strikes(&[H::Zone, H::Path, H::Link], observations).with("issuer", names_site),
    ]
}

#[cfg(test)]
mod tests;
