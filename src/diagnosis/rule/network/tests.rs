//! The visitor's own network: what convicts it, and what does not.

use crate::diagnosis::testing::*;
use crate::diagnosis::{Basis, Hypothesis as H};
use crate::model::visit::{CertificateProblem, Trust, VisitTrace};
use crate::model::{Cause, Claim, Confidence, Failure, FailureKind, Fault, Known};

const AT: &str = "203.0.113.5";

fn shop() -> World {
    World::new("https://shop.test/")
}

fn dead() -> World {
    shop().clean_device().lookup([AT]).silent(AT).controls_silent(3)
}

#[test]
fn a_router_that_does_not_answer() {
    let claim = Claim::usual(Cause::RouterUnreachable);
    let silence = || Known::Failed(Failure::new(FailureKind::TimedOut, 900));
    let forbidden = || Known::Failed(Failure::new(FailureKind::PermissionDenied, 0));
    rule_named("router-is-silent")
        .supports("and nothing behind it", dead().router(Known::Seen(false), silence()), claim, Basis::Measured)
        .is_silent("something behind it answers", shop().router(Known::Seen(false), silence()).controls_work(1))
        .is_silent("it answers", dead().router(Known::Seen(true), Known::Seen(1)))
        .is_silent("looking was forbidden", dead().router(Known::Seen(false), forbidden()))
        .is_silent("nobody looked", dead());
}

#[test]
fn a_line_on_which_nothing_answers() {
    let claim = Claim::usual(Cause::NoInternet);
    let scripted = |world: World| world.proxies(|set| set.pac_url = Some("http://wpad/".to_owned()));
    let cut_off = shop().network(false, false).silent(AT).controls_silent(3);
    rule_named("line-is-dead")
        .supports("site and controls are silent", dead(), claim, Basis::Typical)
        .supports("the router answers", dead().router(Known::Seen(true), Known::Seen(1)), claim, Basis::Measured)
        .supports("there is no route", cut_off, claim, Basis::Measured)
        .strikes("then nothing far away is to blame", dead(), &[H::Edge, H::Origin])
        .spares("a browser may get out by a proxy script", scripted(shop().silent(AT).controls_silent(3)), &[H::Edge])
        .is_silent("one control answers", dead().control("x", "http://x.test/", control_works()))
        .is_silent("a public DNS server answers", dead().dns(public("A"), Says::Fails))
        .is_silent("the site gives a connection", shop().page(AT, bad_gateway()).controls_silent(3))
        .is_silent("the site is on this very device", local())
        .is_silent("no control was tried", shop().silent(AT));
    let verdict = local().ended().verdict();
    assert_ne!(verdict.fault, Fault::YourNetwork, "no line is on the way there");
}

/// A server on this device is refused while the line is dead.
fn local() -> World {
    let world = World::new("http://127.0.0.1:8080/").proxies(|_| {}).network(false, false);
    world.refused("127.0.0.1").controls_silent(3)
}

#[test]
fn an_office_with_a_proxy_script_has_no_dead_line_for_sure() {
    let world = shop().proxies(|set| set.pac_url = Some("http://wpad/".to_owned())).network(true, true);
    let world = world.lookup([AT]).silent(AT).controls_silent(3).router(Known::Seen(true), Known::Seen(1));
    assert!(world.verdict().confidence <= Confidence::Likely);
}

fn sent_to(place: &str) -> VisitTrace {
    redirect(place)
}

fn portal(world: World) -> World {
    world.control("a", "http://a.test/", sent_to("http://login.hotel/")).control(
        "b",
        "http://b.test/",
        sent_to("http://login.hotel/"),
    )
}

#[test]
fn a_network_that_wants_a_sign_in() {
    let claim = Claim::usual(Cause::CaptivePortal);
    let plain = || World::new("http://shop.test/");
    let own_moves = shop().control("a", "http://a.test/", sent_to("http://www.a.test/")).control(
        "b",
        "http://b.test/",
        sent_to("http://www.b.test/"),
    );
    let stranger =
        over(handshake(Trust::Untrusted(CertificateProblem::WrongName), "CN=hotel", vec![], NOW_SECS), connected());
    let expired =
        over(handshake(Trust::Untrusted(CertificateProblem::Expired), PUBLIC_ISSUER, vec![], NOW_SECS), connected());
    let one = || shop().control("a", "http://a.test/", sent_to("http://login.hotel/"));
    rule_named("portal-wants-a-sign-in")
        .supports("two operators send to one place", portal(shop()), claim, Basis::Proof)
        .supports(
            "one, and a stranger's certificate",
            one().control("b", "https://b.test/", stranger),
            claim,
            Basis::Proof,
        )
        .supports(
            "a certificate out of its time may be the clock's",
            one().control("b", "https://b.test/", expired),
            claim,
            Basis::Typical,
        )
        .supports("a status for just this", shop().control("a", "http://a.test/", answer(511, "")), claim, Basis::Proof)
        .supports("each to a place of its own may be the controls' move", own_moves, claim, Basis::Typical)
        .supports(
            "https is let through, and http is asked for",
            portal(plain()).control("c", "https://c.test/", control_works()),
            claim,
            Basis::Proof,
        )
        .is_silent(
            "https is let through, and https is asked for",
            portal(shop()).control("c", "https://c.test/", control_works()),
        )
        .is_silent("an http control works", portal(plain()).control("c", "http://c.test/", control_works()))
        .is_silent("a control that fails is no portal", shop().control("a", "http://a.test/", answer(502, "")))
        .is_silent("no control was tried", shop());
}

#[test]
fn a_portal_that_lets_https_through_is_not_taken_for_the_site() {
    let world = World::new("http://shop.test/").clean_device().lookup([AT]);
    let world = world.page(AT, redirect("http://login.hotel/")).hop(1, "http://login.hotel/", "192.168.1.1", good());
    let world =
        portal(world).control("c", "https://c.test/", control_works()).control("d", "https://d.test/", control_works());
    assert_eq!(world.verdict().cause, Cause::CaptivePortal);
}

#[test]
fn one_voice_for_everybody() {
    let claim = Claim::usual(Cause::LocalProxy);
    let plain = || World::new("http://shop.test/").page(AT, bad_gateway());
    let alike = |world: World| {
        world.control("a", "http://a.test/", bad_gateway()).control("b", "http://b.test/", bad_gateway())
    };
    rule_named("everything-answers-alike")
        .supports("two controls fail with the site's status", alike(plain()), claim, Basis::Measured)
        .is_silent("one control works", alike(plain()).control("c", "http://c.test/", control_works()))
        .is_silent("the site itself spoke", alike(shop().page(AT, bad_gateway())))
        .is_silent("no control was tried", plain());
}

#[test]
fn one_foreign_issuer_for_everybody() {
    let foreign = |issuer: &str, trace| over(handshake(Trust::System, issuer, vec![], NOW_SECS + 9), trace);
    let at_fault = |fault| Claim::at(fault, Cause::TlsIntercepted);
    let everywhere = |issuer: &str, page| {
        let world = shop().page(AT, foreign(issuer, page));
        let world = world.control("a", "https://a.test/", foreign(issuer, control_works()));
        world.control("b", "https://b.test/", foreign(issuer, control_works()))
    };
    let wrong_clock = || {
        let tls = handshake(Trust::Untrusted(CertificateProblem::Expired), PUBLIC_ISSUER, vec![], NOW_SECS);
        let world = shop().page(AT, over(tls.clone(), connected()));
        let world = world.control("a", "https://a.test/", over(tls.clone(), connected()));
        world.control("b", "https://b.test/", over(tls, connected()))
    };
    rule_named("same-foreign-issuer")
        .supports(
            "of an office",
            everywhere("CN=Office Root", bad_gateway()),
            at_fault(Fault::YourNetwork),
            Basis::Measured,
        )
        .supports(
            "of security software",
            everywhere("CN=ESET SSL Filter CA", bad_gateway()),
            at_fault(Fault::YourDevice),
            Basis::Measured,
        )
        .supports(
            "of a product, at the site alone",
            shop().page(AT, foreign("CN=ESET SSL Filter CA", bad_gateway())),
            at_fault(Fault::YourDevice),
            Basis::Hint,
        )
        .is_silent("the page works all the same", everywhere("CN=Office Root", good()))
        .is_silent("a wrong clock makes every certificate look bad", wrong_clock())
        .is_silent("the site alone has its own authority", shop().page(AT, foreign("CN=Shop Root", bad_gateway())))
        .is_silent("the certificate is public", shop().page(AT, bad_gateway()));
}
