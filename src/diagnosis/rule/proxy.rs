//! A proxy that this device is set to use.

use super::super::{Basis, Finding, Hypothesis as H, Reading, Rule, verify};
use crate::evidence::{Outcome, Sight};
use crate::model::visit::{Via, VisitPurpose};
use crate::model::{Cause, Claim, Fault, Scheme};

pub const RULES: &[Rule] = &[
    Rule { id: "proxy-is-dead", source: "RFC 9110 section 3.7", judge: proxy_is_dead },
    Rule { id: "proxy-refuses-the-tunnel", source: "RFC 9110 section 9.3.6", judge: proxy_refuses_the_tunnel },
    Rule { id: "proxy-answers-instead-of-server", source: "RFC 9110 section 7.6", judge: proxy_answers_instead },
    Rule { id: "direct-request-works", source: "the same request without the proxy", judge: direct_request_works },
];

fn through<'b, 'a>(r: &'b Reading<'a>) -> Option<&'b Sight<'a>> {
    r.visits.first_looks().find(|sight| matches!(sight.visit.via, Via::Proxy(_)))
}

fn direct<'b, 'a>(r: &'b Reading<'a>) -> Option<&'b Sight<'a>> {
    r.visits.with(VisitPurpose::Direct).find(|sight| sight.outcome.is_good())
}

/// Who has to act: a proxy on this device is the device's, any other the network's.
fn claim(r: &Reading<'_>, sight: &Sight<'_>) -> Claim {
    let own = r.surroundings.is_this_device(sight.ip());
    Claim::at(if own { Fault::YourDevice } else { Fault::YourNetwork }, Cause::LocalProxy)
}

/// Whether it is known whose the proxy is: an address that is not loopback may still be this device's own.
fn is_placed(r: &Reading<'_>, sight: &Sight<'_>) -> bool {
    let own_addresses_known = r.surroundings.network.is_some_and(|(network, _)| network.seen().is_some());
    own_addresses_known || r.surroundings.is_this_device(sight.ip())
}

/// The success without the proxy was under way when the failure through it ended, so that nothing recovered between.
fn at_the_same_time(through: &Sight<'_>, direct: &Sight<'_>) -> bool {
    direct.from_ms <= through.at_ms
}

fn about(finding: Finding, sight: &Sight<'_>) -> Finding {
    finding.with("proxy", sight.visit.ip_port).verified_by(verify::curl(sight))
}

fn proxy_is_dead(r: &Reading<'_>) -> Vec<Finding> {
    let Some(sight) = through(r) else { return Vec::new() };
    let Outcome::NoTcp(failure) = sight.outcome else { return Vec::new() };
    let good = direct(r);
    let refused = failure.is_clear_no();
    // Silence may have many reasons; a refusal is the proxy's own machine saying that nobody listens.
    let basis = match good {
        Some(_) if refused && is_placed(r, sight) => Basis::Proof,
        Some(_) => Basis::Measured,
        None => Basis::Typical,
    };
    let mut observations = vec![sight.id.clone()];
    observations.extend(good.map(|good| good.id.clone()));
    let message = match (refused, good) {
        (true, Some(_)) => "rule-proxy-is-dead",
        (true, None) => "rule-proxy-refuses",
        (false, _) => "rule-proxy-is-silent",
    };
    vec![about(Finding::supports(claim(r, sight), basis, observations).in_words(message), sight)]
}

fn proxy_refuses_the_tunnel(r: &Reading<'_>) -> Vec<Finding> {
    let Some(sight) = through(r) else { return Vec::new() };
    let Outcome::NoTunnel(status) = sight.outcome else { return Vec::new() };
    let good = direct(r);
    // It only reports what is so where the site fails without it too.
    if good.is_none() && r.visits.with(VisitPurpose::Direct).any(|sight| sight.outcome.is_bad()) {
        return Vec::new();
    }
    // The proxy may only report what is so: without a direct success it is innocent until proven.
    // One that asks for a name and password (407) would let a browser through that has them.
    let basis = if good.is_some() && status != 407 { Basis::Measured } else { Basis::Hint };
    let mut observations = vec![sight.id.clone()];
    observations.extend(good.map(|good| good.id.clone()));
    vec![about(Finding::supports(claim(r, sight), basis, observations).with("status", status), sight)]
}

fn proxy_answers_instead(r: &Reading<'_>) -> Vec<Finding> {
    let Some(sight) = through(r) else { return Vec::new() };
    let unsigned = sight.visit.scheme == Scheme::Http || matches!(sight.outcome, Outcome::BadCertificate(_));
    let bad = sight.outcome.is_bad() && !matches!(sight.outcome, Outcome::NoTcp(_) | Outcome::NoTunnel(_));
    let Some(good) = direct(r).filter(|_| unsigned && bad) else { return Vec::new() };
    let identified = r.identified(sight);
    // A proxy that only passed the site's page on names itself too, in `Via`.
    let by_name = identified
        .and_then(|identified| identified.speakers.iter().find(|speaker| speaker.proxy_like && speaker.wrote_the_page));
    let proven = by_name.is_some() && is_placed(r, sight) && at_the_same_time(sight, good);
    let basis = if proven { Basis::Proof } else { Basis::Measured };
    let status = sight.answer().map_or(0, |answer| answer.status);
    vec![
        about(Finding::supports(claim(r, sight), basis, vec![sight.id.clone(), good.id.clone()]), sight)
            .with("status", status)
            .with("name", by_name.map_or_else(|| "the proxy".to_owned(), |speaker| speaker.name.clone())),
    ]
}

/// The same request around the proxy works: so nothing behind it is broken.
fn direct_request_works(r: &Reading<'_>) -> Vec<Finding> {
    let (Some(sight), Some(good)) = (through(r).filter(|sight| sight.outcome.is_bad()), direct(r)) else {
        return Vec::new();
    };
    // Inside an authenticated tunnel the site itself may answer the proxy's address in another way.
    if sight.is_the_sites_word() {
        return Vec::new();
    }
    let mut struck =
        vec![H::Link, H::Portal, H::Path, H::Zone, H::Resolver, H::Edge, H::Origin, H::OneAddress, H::HostsFile];
    if at_the_same_time(sight, good) {
        struck.push(H::Over);
    }
    // The site gave this very program its page, and with nobody's certificate but its own.
    struck.push(H::Checker);
    if good.visit.scheme == Scheme::Http || good.is_the_sites_word() {
        struck.push(H::Interceptor);
    }
    vec![Finding::strikes(&struck, vec![good.id.clone()]).with("ip", good.ip()).verified_by(verify::curl(good))]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnosis::testing::*;
    use crate::model::FailureKind;

    const PROXY: &str = "192.168.1.8:3128";
    const SQUID: &str = "<title>ERROR: The requested URL could not be retrieved</title>";

    fn office() -> World {
        World::new("https://shop.test/").proxy(PROXY).network(true, true)
    }

    fn plain() -> World {
        World::new("http://shop.test/").proxy(PROXY).network(true, true)
    }

    fn around(world: World) -> World {
        world.look(VisitPurpose::Direct, "203.0.113.5", good())
    }

    fn of(fault: Fault) -> Claim {
        Claim::at(fault, Cause::LocalProxy)
    }

    #[test]
    fn a_proxy_where_nobody_listens() {
        let refused = || office().through(PROXY, no_tcp(FailureKind::Refused));
        let silent = || office().through(PROXY, no_tcp(FailureKind::TimedOut));
        let unplaced = World::new("https://shop.test/").through(PROXY, no_tcp(FailureKind::Refused));
        let own = World::new("https://shop.test/").through("127.0.0.1:8080", no_tcp(FailureKind::Refused));
        rule_named("proxy-is-dead")
            .supports("refused, and without it the page works", around(refused()), of(Fault::YourNetwork), Basis::Proof)
            .supports("on this device", around(own), of(Fault::YourDevice), Basis::Proof)
            .supports("silence may have many reasons", around(silent()), of(Fault::YourNetwork), Basis::Measured)
            .supports("whose address it is, nobody knows", around(unplaced), of(Fault::YourNetwork), Basis::Measured)
            .supports("without it was not tried", refused(), of(Fault::YourNetwork), Basis::Typical)
            .is_silent("it answers", office().through(PROXY, bad_gateway()))
            .is_silent("no proxy was used", World::new("https://shop.test/").refused("203.0.113.5"));
    }

    #[test]
    fn a_proxy_that_gives_no_tunnel() {
        let tunnel = |status| office().through(PROXY, no_tunnel(status));
        rule_named("proxy-refuses-the-tunnel")
            .supports("without it the page works", around(tunnel(503)), of(Fault::YourNetwork), Basis::Measured)
            .supports(
                "it wants a password that browsers have",
                around(tunnel(407)),
                of(Fault::YourNetwork),
                Basis::Hint,
            )
            .supports("it may only report what is so", tunnel(503), of(Fault::YourNetwork), Basis::Hint)
            .is_silent("the tunnel stands", office().through(PROXY, good()))
            .is_silent("nothing went through it", office());
    }

    #[test]
    fn a_proxy_that_answers_in_the_sites_place() {
        let own_page =
            || answer_with(503, &[("x-squid-error", "ERR_CONNECT_FAIL 110"), ("via", "1.1 gw (squid/5.7)")], SQUID);
        let passed_on = || answer_with(502, &[("server", "nginx"), ("via", "1.1 gw (squid/5.7)")], NGINX_PAGE);
        rule_named("proxy-answers-instead-of-server")
            .supports(
                "in its own name",
                around(plain().through(PROXY, own_page())),
                of(Fault::YourNetwork),
                Basis::Proof,
            )
            .supports(
                "it only passed the page on",
                around(plain().through(PROXY, passed_on())),
                of(Fault::YourNetwork),
                Basis::Measured,
            )
            .supports(
                "the direct request came too late to compare",
                around(plain().through(PROXY, own_page()).later(5_000)),
                of(Fault::YourNetwork),
                Basis::Measured,
            )
            .is_silent("inside the tunnel the site spoke", around(office().through(PROXY, bad_gateway())))
            .is_silent("without it was not tried", plain().through(PROXY, own_page()));
    }

    #[test]
    fn what_works_without_the_proxy_is_not_broken_behind_it() {
        let failed = || plain().through(PROXY, bad_gateway());
        rule_named("direct-request-works")
            .strikes("at the same time", around(failed()), &[H::Origin, H::Edge, H::Over])
            .spares("later it may be over", around(failed().later(5_000)), &[H::Over])
            .is_silent("it works through the proxy too", around(plain().through(PROXY, good())))
            .is_silent("the site itself answered the proxy so", around(office().through(PROXY, bad_gateway())))
            .is_silent("without it was not tried", failed());
    }
}
