//! The page, asked straight at the server behind the gateway: which of the two fails (decision table, rows O01 to O09).

use super::super::{Basis, Finding, Hypothesis as H, Reading, Rule, served, verify};
use super::told_by_logs;
use crate::evidence::{Outcome, Sight};
use crate::model::ip::ip_and_port;
use crate::model::{Cause, Claim, FailureKind, Fault, Known};

pub const RULES: &[Rule] = &[
    Rule { id: "origin-works-without-gateway", source: "the same request, asked straight", judge: works },
    Rule { id: "origin-fails-too", source: "the same request, asked straight", judge: fails_too },
    Rule { id: "origin-fails-unseen", source: "the same request, asked straight", judge: fails_unseen },
    Rule { id: "origin-gives-no-connection", source: "RFC 9293 section 3.10.7.1", judge: no_connection },
    Rule { id: "origin-certificate-is-bad", source: "RFC 5280 section 6, RFC 9525", judge: bad_certificate },
];

/// The failing answer of the gateway, and the look behind it.
fn pair<'b, 'a>(r: &'b Reading<'a>) -> Option<(&'b Sight<'a>, &'b Sight<'a>)> {
    let failing = r.bad_looks().into_iter().find(|sight| matches!(sight.outcome, Outcome::Error(_)))?;
    Some((failing, r.origin.best()?))
}

/// Whether the look behind asked for the same page. Without a certificate only `/` was asked for.
pub fn same_page(r: &Reading<'_>, behind: &Sight<'_>) -> bool {
    !behind.visit.root_only || (r.target.url.path() == "/" && r.target.url.query().is_none())
}

/// The server behind is well, so the gateway, or what it knows about that server, is not.
fn works(r: &Reading<'_>) -> Vec<Finding> {
    // One that refuses on purpose, or does not know the page, may be the server of another site.
    let sends = |outcome: &Outcome<'_>| matches!(outcome, Outcome::Works(_));
    let Some((failing, behind)) = pair(r).filter(|(_, behind)| sends(&behind.outcome)) else { return Vec::new() };
    let ids = vec![failing.id.clone(), behind.id.clone()];
    let claim = Claim::at(Fault::SiteEdge, Cause::GatewayMisconfigured);
    let told = |finding: Finding| {
        finding
            .with("address", behind.visit.ip_port)
            .with("status", status(failing))
            .verified_by(verify::straight(behind))
    };
    if !same_page(r, behind) {
        return vec![told(Finding::supports(claim, Basis::Hint, ids)).in_words("rule-origin-home-page-works")];
    }
    // What the gateway cannot take is taken by whoever asks straight.
    if let Some((log, _)) = told_by_logs(r, Cause::OriginHeaderTooLarge).into_iter().next() {
        let ids = [ids, vec![log.clone()]].concat();
        return vec![told(Finding::supports(claim, Basis::Hint, ids)).in_words("rule-origin-works-and-is-too-large")];
    }
    if let Some(dispute) = dispute(r, behind) {
        let supports = Finding::supports(claim, dispute.the_settings, ids);
        return vec![told(supports).in_words("rule-origin-works-but-log-differs")];
    }
    // On its own machine it works, and nobody elsewhere comes as far as that: mostly the gateway neither.
    if super::world::server_is_shut(r) {
        let supports = Finding::supports(claim, Basis::Typical, ids).with_rivals(&[Cause::OriginTimeoutConnect]);
        return vec![told(supports)];
    }
    // It may let in whoever asks, and not the gateway; or the gateway asks another server than this one.
    let supports = Finding::supports(claim, Basis::Measured, ids.clone()).with_rivals(&[Cause::EdgeInternal]);
    let cleared = Finding::strikes(&[H::Origin], ids);
    let in_turns = is_between_failures(r, behind);
    std::iter::once(told(supports)).chain(in_turns.then(|| told(cleared))).collect()
}

/// What the two sides weigh where the server that the owner named works, while the gateway's log tells of failures at that
/// very server, or at another one: neither the server nor the gateway's settings are proven wrong then.
pub(super) struct Dispute {
    /// That the gateway has a wrong address.
    the_settings: Basis,
    /// What the log's lines say, at the most.
    pub the_log: Basis,
}

/// `None` where the log and the look behind do not contradict each other.
pub(super) fn disputed(r: &Reading<'_>) -> Option<Dispute> {
    let (_, behind) = pair(r).filter(|(_, behind)| behind.outcome.is_good() && same_page(r, behind))?;
    dispute(r, behind)
}

fn dispute(r: &Reading<'_>, behind: &Sight<'_>) -> Option<Dispute> {
    let named = behind.visit.ip_port;
    let mut asked = r.origin.asked_by_gateway(r.case.began()?).peekable();
    asked.peek()?;
    let at_other_port = |upstream: &str| {
        let address = upstream.split_once("://").map_or(upstream, |(_, address)| address);
        let (ip, port) = ip_and_port(address)?;
        (ip == named.ip() && port.is_some_and(|port| port != named.port())).then_some(())
    };
    Some(if asked.all(|upstream| at_other_port(upstream).is_some()) {
        // The very machine: mostly the port is wrong, but another program may listen there.
        Dispute { the_settings: Basis::Measured, the_log: Basis::Typical }
    } else {
        // The answer of a server that the gateway does not ask, or that failed it a moment before, clears nobody.
        Dispute { the_settings: Basis::Typical, the_log: Basis::Measured }
    })
}

/// Whether the page failed before and after the look behind, so that a recovery is no explanation (R15).
fn is_between_failures(r: &Reading<'_>, behind: &Sight<'_>) -> bool {
    let bad = r.bad_looks();
    let before = bad.iter().position(|sight| sight.from_ms <= behind.at_ms);
    let after = bad.iter().rposition(|sight| sight.at_ms >= behind.from_ms);
    before.zip(after).is_some_and(|(before, after)| before != after)
}

/// The server behind fails by itself: whatever it says about the reason, the gateway only passed on.
fn fails_too(r: &Reading<'_>) -> Vec<Finding> {
    let Some((failing, behind)) = pair(r) else { return Vec::new() };
    let Some(answer) = behind.answer().filter(|_| matches!(behind.outcome, Outcome::Error(_))) else {
        return Vec::new();
    };
    let ids = vec![failing.id.clone(), behind.id.clone()];
    let told = |finding: Finding| {
        finding
            .with("address", behind.visit.ip_port)
            .with("status", answer.status)
            .verified_by(verify::straight(behind))
    };
    let mut findings = vec![told(Finding::strikes(&[H::Edge], ids.clone()))];
    if let Some(cause) = cause_of_own(answer.status) {
        findings.push(told(Finding::supports(Claim::usual(cause), Basis::Measured, ids)));
    }
    findings
}

/// The page works, and the server asked straight does not: a store may hide it, or the gateway asks another server.
fn fails_unseen(r: &Reading<'_>) -> Vec<Finding> {
    let good = r.visits.pages().find(|sight| sight.outcome.is_good()).filter(|_| r.all_looks_are_good());
    let behind = r.origin.best().filter(|behind| matches!(behind.outcome, Outcome::Error(_)) && same_page(r, behind));
    let Some((good, behind)) = good.zip(behind) else { return Vec::new() };
    let stored = r.identified(good).is_some_and(|found| found.stored.is_some());
    let finding = Finding::tells(vec![good.id.clone(), behind.id.clone()])
        .with("address", behind.visit.ip_port)
        .with("status", status(behind))
        .with("stored", stored)
        .verified_by(verify::straight(behind));
    vec![finding]
}

/// What the server's own error means. A 502 or 504: another gateway stands there, and who is behind that one was not seen.
pub(super) fn cause_of_own(status: u16) -> Option<Cause> {
    match status {
        500 => Some(Cause::OriginAppError),
        503 => Some(Cause::OriginOverloaded),
        _ => None,
    }
}

/// Nobody listens there, or a firewall keeps this program out while it lets the gateway in.
fn no_connection(r: &Reading<'_>) -> Vec<Finding> {
    let Some((failing, behind)) = pair(r) else { return Vec::new() };
    let Known::Failed(failure) = &behind.visit.trace.tcp else { return Vec::new() };
    // A server that answers others has shut out this network; what it does for the gateway is not seen.
    if super::world::server_answers_others(r) || is_out_of_reach(r, behind) {
        return Vec::new();
    }
    let cause = match failure.kind {
        FailureKind::Refused => Cause::OriginRefused,
        FailureKind::TimedOut => Cause::OriginTimeoutConnect,
        FailureKind::HostUnreachable | FailureKind::NetworkUnreachable => Cause::OriginNoRoute,
        _ => return Vec::new(),
    };
    let basis = if failure.kind == FailureKind::Refused { Basis::Measured } else { Basis::Typical };
    let finding = Finding::supports(Claim::usual(cause), basis, vec![failing.id.clone(), behind.id.clone()])
        .with("address", behind.visit.ip_port)
        .with("refused", failure.kind == FailureKind::Refused)
        .verified_by(verify::straight(behind));
    vec![finding]
}

/// Whether it is this device that has no way to that server. The gateway has a way of its own, unless it runs here.
pub fn is_out_of_reach(r: &Reading<'_>, behind: &Sight<'_>) -> bool {
    let gateway_is_here = || r.visits.pages().any(|sight| served::is_gateway_here(r, sight));
    r.has_no_way_behind(behind) && !gateway_is_here()
}

/// A gateway that checks certificates does not get in either.
fn bad_certificate(r: &Reading<'_>) -> Vec<Finding> {
    let Some((failing, behind)) = pair(r) else { return Vec::new() };
    let Some(tls) = behind.tls().filter(|tls| !tls.authenticated()) else { return Vec::new() };
    let names_tls = matches!(status(failing), 525 | 526);
    let basis = if names_tls { Basis::Typical } else { Basis::Hint };
    let finding = Finding::supports(Claim::usual(Cause::OriginTls), basis, vec![failing.id.clone(), behind.id.clone()])
        .with("address", behind.visit.ip_port)
        .with("issuer", tls.chain.first().map(|one| one.issuer.clone()).unwrap_or_default())
        .verified_by(verify::openssl(behind));
    vec![finding]
}

fn status(sight: &Sight<'_>) -> u16 {
    sight.answer().map_or(0, |answer| answer.status)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnosis::testing::*;
    use crate::model::server::{Listener, ServerSight};

    const AT: &str = "203.0.113.5";
    const INSIDE: &str = "10.9.9.9:8080";

    fn failing() -> World {
        World::new("https://shop.test/").lookup([AT]).page(AT, bad_gateway())
    }

    fn open(world: World) -> bool {
        world.ended().verdict().not_tested.iter().any(|one| one.words.key == "untested-origin-out-of-reach")
    }

    #[test]
    fn a_server_that_this_device_cannot_reach() {
        use FailureKind as K;
        let asked = |at: &str, kind| failing().behind(at, no_tcp(kind));
        let refused = Claim::usual(Cause::OriginRefused);
        let mute = Claim::usual(Cause::OriginTimeoutConnect);
        let no_way = Claim::usual(Cause::OriginNoRoute);
        let listener = |program: &str| ServerSight::Listeners {
            listeners: Known::Seen(vec![Listener {
                ip: [0, 0, 0, 0].into(),
                port: 443,
                waiting: None,
                program: Some(program.to_owned()),
            }]),
        };
        let on_the_gateway =
            |program| failing().on_server(listener(program)).behind(INSIDE, no_tcp(K::HostUnreachable));
        rule_named("origin-gives-no-connection")
            .supports("a private one refuses", asked(INSIDE, K::Refused), refused, Basis::Measured)
            .supports("a public one is silent", asked("192.0.2.9:8080", K::TimedOut), mute, Basis::Typical)
            .supports("on the gateway itself", on_the_gateway("nginx"), no_way, Basis::Typical)
            .supports(
                "an address of this device",
                failing().network(true, true).behind("192.168.1.20:8080", no_tcp(K::TimedOut)),
                mute,
                Basis::Typical,
            )
            .supports(
                "it was reached before",
                failing().behind("10.9.9.9:8443", no_tls(K::Reset)).behind(INSIDE, no_tcp(K::TimedOut)),
                mute,
                Basis::Typical,
            )
            .is_silent("a private one is silent", asked(INSIDE, K::TimedOut))
            .is_silent("a private one has no route", asked(INSIDE, K::NetworkUnreachable))
            .is_silent("a private host is unreachable", asked(INSIDE, K::HostUnreachable))
            .is_silent("this network has no such family", asked("[2001:db8::9]:8080", K::NetworkUnreachable))
            .is_silent("another program is on that port here", on_the_gateway("sshd"))
            .is_silent("nobody asked", failing());
    }

    #[test]
    fn a_server_that_does_not_know_the_page_is_not_told_to_send_it() {
        let works = |trace| failing().behind("192.0.2.9:8080", trace).findings_of("origin-works-without-gateway").len();
        assert_eq!(works(good()), 1);
        assert_eq!((works(answer(404, "x")), works(answer(403, "x")), works(bad_gateway())), (0, 0, 0));
    }

    #[test]
    fn the_page_leads_where_the_server_is_out_of_reach() {
        for kind in [FailureKind::NetworkUnreachable, FailureKind::TimedOut, FailureKind::PermissionDenied] {
            let world = failing().behind(INSIDE, no_tcp(kind));
            assert_eq!(world.clone().ended().verdict().cause, failing().ended().verdict().cause, "{kind:?}");
            assert!(open(world), "{kind:?}");
        }
        assert!(!open(failing().behind(INSIDE, no_tcp(FailureKind::Refused))));
        assert!(!open(failing()), "nobody asked");
    }
}
