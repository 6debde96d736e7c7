//! The site's own gateway: what convicts it.

use crate::diagnosis::testing::*;
use crate::diagnosis::{Basis, Hypothesis as H};
use crate::model::visit::VisitPurpose;
use crate::model::{Cause, Claim, Confidence, FailureKind, Fault};

const AT: &str = "203.0.113.5";

fn shop() -> World {
    World::new("https://shop.test/")
}

#[test]
fn a_gateway_that_says_no() {
    let claim = Claim::usual(Cause::EdgeUnreachable);
    rule_named("gateway-refuses-connections")
        .supports("a control works", shop().refused(AT).controls_work(1), claim, Basis::Measured)
        .supports(
            "its other address is silent",
            shop().refused(AT).silent("2001:db8::5").controls_work(1),
            claim,
            Basis::Measured,
        )
        .is_silent("every address is silent", shop().silent(AT).controls_work(2))
        .is_silent(
            "its other address gives a connection",
            shop().refused(AT).page("2001:db8::5", bad_gateway()).controls_work(1),
        )
        .is_silent("no control was tried", shop().refused(AT));
}

#[test]
fn both_ports_say_no() {
    let other = |kind| shop().refused(AT).look(VisitPurpose::OtherScheme, AT, no_tcp(kind));
    rule_named("both-ports-refuse")
        .strikes("80 and 443", other(FailureKind::Refused).controls_work(2), &[H::Path, H::Checker])
        .is_silent("one of them is silent", other(FailureKind::TimedOut).controls_work(2))
        .is_silent("no control was tried", other(FailureKind::Refused))
        .is_silent("the other port was not tried", shop().refused(AT).controls_work(2));
}

#[test]
fn redirects_that_come_back() {
    let claim = Claim::at(Fault::SiteEdge, Cause::RedirectLoop);
    let home = "https://shop.test/";
    let circle = |trace: fn() -> crate::model::visit::VisitTrace| shop().page(AT, trace()).hop(1, home, AT, trace());
    let with_cookie = || answer_with(302, &[("location", "/"), ("set-cookie", "sid=; Path=/")], "");
    let long = || {
        let to = |number: u8| format!("https://shop.test/{number}");
        let first = shop().page(AT, redirect(&to(1)));
        (1..=8).fold(first, |world, number| world.hop(number, &to(number), AT, redirect(&to(number + 1))))
    };
    rule_named("redirects-go-in-circles")
        .supports("to itself, twice", circle(|| redirect("/")), claim, Basis::Proof)
        .supports("a cookie may end it", circle(with_cookie), claim, Basis::Hint)
        .spares("and then it may be fine", circle(with_cookie), &[H::Fine])
        .supports("a long way is not a circle", long(), claim, Basis::Hint)
        .is_silent("it ends", shop().page(AT, redirect("/a")).hop(1, "https://shop.test/a", AT, good()))
        .is_silent("once to itself may depend on a cookie", shop().page(AT, redirect("/")))
        .is_silent("nothing redirects", shop().page(AT, good()));
}

#[test]
fn a_wall() {
    let blocked = Claim::usual(Cause::EdgeBlocked);
    let wall = |body| shop().page(AT, answer(403, body));
    rule_named("gateway-turns-away")
        .supports("a bare 403", wall("no"), blocked, Basis::Hint)
        .supports("the user saw the same", wall("no").said("403 Forbidden"), blocked, Basis::Hint)
        .supports(
            "the user saw another error",
            wall("no").said("502 Bad Gateway"),
            Claim::usual(Cause::Unknown),
            Basis::Hint,
        )
        .is_silent("it had let us in before", shop().page(AT, good()).repeat(1, AT, answer(403, "")))
        .is_silent("404", shop().page(AT, answer(404, "")))
        .is_silent("no answer", shop().silent(AT));
}

#[test]
fn a_wall_that_a_browser_may_not_meet_blames_nobody_for_sure() {
    let verdict =
        shop().clean_device().lookup([AT]).page(AT, answer(403, "no")).controls_work(3).all_dns(&[AT]).verdict();
    assert!(verdict.fault_confidence <= Confidence::Likely && verdict.confidence <= Confidence::Likely);
    let said = shop().page(AT, answer(403, "no")).said("502 Bad Gateway").controls_work(3).verdict();
    assert_eq!(said.fault, Fault::Unknown);
}

#[test]
fn too_many_requests_from_the_first_one() {
    let claim = Claim::usual(Cause::RateLimited);
    rule_named("too-many-requests")
        .supports("429 at once", shop().page(AT, answer(429, "")), claim, Basis::Measured)
        .supports(
            "after another page was given",
            shop().look(VisitPurpose::HomePage, AT, good()).page(AT, answer(429, "")),
            Claim::usual(Cause::Unknown),
            Basis::Hint,
        )
        .is_silent("after a success", shop().page(AT, good()).repeat(1, AT, answer(429, "")))
        .is_silent("no answer", shop().silent(AT));
    let world = shop().lookup([AT]).page(AT, good()).repeat(1, AT, answer(429, ""));
    assert_eq!(world.verdict().cause, Cause::Healthy);
}

#[test]
fn http2_breaks_where_http1_works() {
    let claim = Claim::usual(Cause::Http2ProtocolError);
    let broken = |kind| shop().page(AT, over_http2(no_answer(kind)));
    let twin = |world: World, trace| world.look(VisitPurpose::Http1, AT, trace);
    rule_named("http2-fails-where-http1-works")
        .supports("reset, and then a page", twin(broken(FailureKind::Reset), good()), claim, Basis::Measured)
        .supports("silence may be a slow moment", twin(broken(FailureKind::TimedOut), good()), claim, Basis::Hint)
        .supports("HTTP/1.1 gets an error", twin(broken(FailureKind::Reset), bad_gateway()), claim, Basis::Hint)
        .is_silent("HTTP/1.1 gets nothing", twin(broken(FailureKind::Reset), no_answer(FailureKind::Reset)))
        .is_silent("HTTP/1.1 was not tried", broken(FailureKind::Reset));
}

#[test]
fn a_gateway_that_closes_without_a_word() {
    let ends = |kind| shop().page(AT, no_answer(kind));
    let over_h2 = || shop().page(AT, over_http2(no_answer(FailureKind::Closed)));
    let slow = Claim::usual(Cause::OriginTimeoutResponse);
    let closed = Claim::usual(Cause::EdgeInternal);
    rule_named("gateway-closes-without-a-word")
        .supports("closed", ends(FailureKind::Closed), closed, Basis::Typical)
        .supports("no word within our patience", ends(FailureKind::TimedOut), slow, Basis::Typical)
        .supports(
            "over HTTP/1.1 it answers",
            over_h2().look(VisitPurpose::Http1, AT, bad_gateway()),
            closed,
            Basis::Hint,
        )
        .is_silent("it answers", shop().page(AT, bad_gateway()))
        .is_silent("broken off by us", ends(FailureKind::Cancelled));
}

#[test]
fn an_error_out_of_a_store() {
    let claim = Claim::at(Fault::SiteEdge, Cause::GatewayMisconfigured);
    let stored = || shop().page(AT, stored_error());
    rule_named("error-comes-from-a-store")
        .supports("it is two minutes old", stored(), claim, Basis::Hint)
        .is_silent("it is fresh", shop().page(AT, bad_gateway()))
        .is_silent("no answer", shop().silent(AT));
    assert!(stored().verdict().confidence < Confidence::Certain, "what was so two minutes ago is not proven now");
}

/// Who says something, be it nonsense, does not close without a word.
#[test]
fn what_came_instead_of_an_answer_is_named() {
    let told = |kind| {
        let findings = shop().page(AT, no_answer(kind)).findings_of("gateway-closes-without-a-word");
        findings.first().and_then(|finding| finding.message.clone()).unwrap()
    };
    assert_eq!(told(FailureKind::Protocol), "rule-answer-is-not-http");
    assert_eq!(told(FailureKind::TooLarge), "rule-answer-head-is-too-large");
    assert_eq!(told(FailureKind::Closed), "rule-gateway-closes-without-a-word");
}
