//! What strikes, and what does not.

use crate::diagnosis::Hypothesis as H;
use crate::diagnosis::testing::*;
use crate::model::visit::{CertificateProblem, Trust, Via, VisitPurpose};
use crate::model::{FailureKind, Known};

fn shop() -> World {
    World::new("https://shop.test/")
}

fn failing() -> World {
    shop().lookup(["203.0.113.5"]).page("203.0.113.5", bad_gateway())
}

#[test]
fn the_sites_own_word_acquits_everybody_on_the_way() {
    let foreign = || over(shop().tls(Trust::System, "CN=Office Root"), bad_gateway());
    rule_named("site-spoke-over-tls")
        .strikes("an authenticated 502", failing(), &[H::Link, H::Portal, H::Path, H::Interceptor, H::Proxy])
        .strikes("also inside a tunnel", shop().through("192.0.2.8:3128", bad_gateway()), &[H::Path, H::Proxy])
        .is_silent("a root of this system alone may be an interceptor's", shop().page("203.0.113.5", foreign()))
        .is_silent("a page that breaks off may be cut by anybody", shop().page("203.0.113.5", half_a_page()))
        .is_silent(
            "over plain http anybody may speak",
            World::new("http://shop.test/").page("203.0.113.5", bad_gateway()),
        )
        .is_silent("no answer came", shop().silent("203.0.113.5"));
}

#[test]
fn who_turns_away_does_not_confess() {
    use crate::diagnosis::Effect;
    let spoke =
        |world: World| world.findings_of("site-spoke-over-tls").iter().any(|f| f.effect == Effect::TheSiteSpoke);
    assert!(spoke(failing()));
    assert!(!spoke(shop().page("203.0.113.5", answer(403, "blocked"))), "a wall is about who asks");
    let hosts = || failing().hosts("203.0.113.5 shop.test");
    assert!(!spoke(hosts()), "a line of the hosts file may lead to a machine that is the site's no longer");
    let alike = hosts().look(VisitPurpose::OtherAddress, "203.0.113.6", bad_gateway());
    assert!(spoke(alike), "unless the address of everybody else ends alike");
    let other_works = failing().all_dns(&["203.0.113.6"]).look(VisitPurpose::OtherAddress, "203.0.113.6", good());
    assert!(!spoke(other_works), "nor one that nobody else's DNS gives, while another works");
}

#[test]
fn a_clean_request_that_fails_acquits_the_browser() {
    rule_named("own-request-fails-too")
        .strikes("502 without any cookie", failing(), &[H::Browser])
        .is_silent("a 403 may be meant for programs", shop().page("203.0.113.5", answer(403, "no robots")))
        .is_silent("a 431 is about cookies", shop().page("203.0.113.5", answer(431, "")))
        .is_silent("nothing was asked", shop());
}

#[test]
fn two_working_controls_acquit_the_line() {
    let plain = || World::new("http://shop.test/").page("203.0.113.5", bad_gateway());
    let https_only = |world: World| {
        world.control("a", "https://a.test/", control_works()).control("b", "https://b.test/", control_works())
    };
    rule_named("controls-work")
        .strikes("two of two", failing().controls_work(2), &[H::Link, H::Portal])
        .spares("https controls acquit no portal of an http address", https_only(plain()), &[H::Portal])
        .is_silent("one of two", failing().controls_work(1))
        .is_silent("none was tried", failing());
}

#[test]
fn silence_everywhere_acquits_the_one_site() {
    let dead = || shop().proxies(|_| {}).lookup(["203.0.113.5"]).silent("203.0.113.5");
    rule_named("others-fail-too")
        .strikes("site and controls are silent", dead().controls_silent(3), &[H::Edge, H::Origin, H::Resolver])
        .is_silent("a public DNS server answers", dead().controls_silent(3).dns(public("A"), Says::NoSuchName))
        .is_silent("whether a proxy is in force is not known", shop().silent("203.0.113.5").controls_silent(3))
        .is_silent(
            "the site is on this very device",
            World::new("http://127.0.0.1/").proxies(|_| {}).refused("127.0.0.1").controls_silent(3),
        )
        .is_silent("no control was tried", dead());
}

#[test]
fn a_router_that_answers_is_told_and_strikes_nothing() {
    let looked = |ping| shop().router(Known::Seen(true), ping);
    let rule = rule_named("router-answers");
    assert_eq!(looked(Known::Seen(1)).findings_of("router-answers").len(), 1);
    rule.spares("it says nothing about the line", looked(Known::Seen(1)), &H::ALL)
        .is_silent("it is silent", looked(Known::not_tried("no permission")))
        .is_silent("nobody looked", shop());
}

#[test]
fn the_hosts_file_is_read_by_its_lines() {
    rule_named("hosts-file-is-clean")
        .strikes("other names", shop().hosts("203.0.113.9 other.test"), &[H::HostsFile])
        .is_silent("the site's name, in other letters", shop().hosts("203.0.113.9 SHOP.test"))
        .is_silent("nobody read it", shop());
}

#[test]
fn no_proxy_is_only_said_where_the_settings_say_so() {
    rule_named("no-proxy-in-force")
        .strikes("none is set", shop().proxies(|_| {}), &[H::Proxy])
        .is_silent("a script may choose one", shop().proxies(|set| set.pac_url = Some("http://wpad/".to_owned())))
        .is_silent(
            "one that this program does not speak",
            shop().proxies(|set| set.unsupported = Some("socks".to_owned())),
        )
        .is_silent("nobody read the settings", shop());
}

#[test]
fn the_clock_is_right_where_one_honest_date_agrees() {
    let old = || answer_with(502, &[("date", "Tue, 24 Nov 2026 08:00:00 GMT")], "");
    let cached = || answer_with(502, &[("age", "7200"), ("date", "Tue, 24 Nov 2026 10:00:00 GMT")], "");
    let at = "203.0.113.5";
    rule_named("clock-is-right")
        .strikes("the site's date agrees", failing(), &[H::Clock])
        .strikes("the later of one speaker's dates counts", shop().page(at, old()).repeat(1, at, good()), &[H::Clock])
        .is_silent("two hours off", shop().page(at, old()))
        .is_silent("a stored answer's date is none", shop().page(at, cached()))
        .is_silent("nobody told the time", shop().silent(at));
}

#[test]
fn a_public_certificate_counts_where_the_page_fails() {
    let foreign = || over(shop().tls(Trust::System, "CN=Office Root"), bad_gateway());
    let one_way_opened = shop().page("203.0.113.5", good()).page("2001:db8::5", foreign());
    let added = || over(shop().tls(Trust::Extra, "CN=Office Root"), bad_gateway());
    rule_named("public-certificate")
        .strikes("the failing look shows it", failing(), &[H::Interceptor, H::Portal])
        .strikes("the good look shows it", shop().page("203.0.113.5", good()), &[H::Interceptor])
        .strikes("a root that the user added", shop().page("203.0.113.5", added()), &[H::Interceptor])
        .is_silent("only the good look of two shows it", one_way_opened)
        .is_silent("no handshake", shop().refused("203.0.113.5"));
}

#[test]
fn another_voice_for_the_same_address_acquits_the_resolver() {
    let elsewhere = |trace| {
        failing().dns(public("A"), Says::Gives(&["203.0.113.6"])).look(VisitPurpose::OtherAddress, "203.0.113.6", trace)
    };
    let both =
        failing().all_dns(&["203.0.113.5", "203.0.113.6"]).look(VisitPurpose::OtherAddress, "203.0.113.6", good());
    let translated = shop().dns64().lookup(["64:ff9b::cb00:7105"]).page("64:ff9b::cb00:7105", bad_gateway());
    let number = World::new("https://203.0.113.5/").page("203.0.113.5", bad_gateway());
    rule_named("resolvers-agree")
        .strikes(
            "a public server gives it too",
            failing().dns(public("A"), Says::Gives(&["203.0.113.5"])),
            &[H::Resolver],
        )
        .strikes("the other address ends alike", elsewhere(bad_gateway()), &[H::Resolver])
        .strikes("the failing address is everybody's, though another works", both, &[H::Resolver])
        .strikes(
            "DNS64 wrote it in other digits",
            translated.dns(public("A"), Says::Gives(&["203.0.113.5"])),
            &[H::Resolver],
        )
        .strikes("no name is needed", number, &[H::Resolver, H::Zone])
        .is_silent("the other address works", elsewhere(good()))
        .is_silent("the other address was not asked", failing().dns(public("A"), Says::Gives(&["203.0.113.6"])))
        .is_silent("nobody else answered", failing().dns(public("A"), Says::NotTried));
}

#[test]
fn two_voices_and_an_own_address_acquit_the_zone() {
    let two = |world: World| {
        world.dns(public("A"), Says::Gives(&["203.0.113.5"])).dns(public("B"), Says::Gives(&["203.0.113.5"]))
    };
    rule_named("name-resolves-everywhere")
        .strikes("two give an address, and so does the system", two(failing()), &[H::Zone])
        .is_silent("the system gives none", two(shop().lookup_fails(FailureKind::NameNotFound)))
        .is_silent("one alone", failing().dns(public("A"), Says::Gives(&["203.0.113.5"])))
        .is_silent("two that are intercepted are one voice", two(failing()).interception(Says::Gives(&["192.0.0.170"])))
        .is_silent("nobody was asked", failing());
}

#[test]
fn three_failures_and_no_success_are_not_over() {
    let again = |third| failing().repeat(1, "203.0.113.5", bad_gateway()).repeat(2, "203.0.113.5", third);
    rule_named("fails-again-and-again")
        .strikes("three of three", again(bad_gateway()), &[H::Over])
        .is_silent("the third is good", again(good()))
        .is_silent("the third was broken off", again(no_tcp(FailureKind::Cancelled)));
}

#[test]
fn one_of_several_is_struck_only_when_all_were_asked() {
    let two = |world: World| world.lookup(["203.0.113.5", "2001:db8::5"]).page("203.0.113.5", bad_gateway());
    rule_named("fails-at-every-address")
        .strikes("both fail", two(shop()).page("2001:db8::5", bad_gateway()), &[H::OneAddress])
        .strikes("there is no route to the other", two(shop().network(true, false)), &[H::OneAddress])
        .is_silent("the other was not asked", two(shop()))
        .is_silent("the other works", two(shop()).page("2001:db8::5", good()))
        .is_silent(
            "another address of the site works",
            failing().look(VisitPurpose::OtherAddress, "203.0.113.6", good()),
        )
        .is_silent(
            "others get the page there",
            two(shop().network(true, false)).elsewhere([There::Works; 6], &["203.0.113.5"]),
        )
        .is_silent("which addresses there are is not known", shop().page("203.0.113.5", bad_gateway()));
}

#[test]
fn a_failing_look_that_got_through_acquits_the_way() {
    let url = "https://shop.test/";
    let good_beside_dead = shop().page("203.0.113.5", good()).silent("2001:db8::5");
    rule_named("path-to-site-works")
        .strikes("TLS stood", failing(), &[H::Path, H::Link])
        .is_silent("the way to one address says nothing about the other", good_beside_dead)
        .is_silent("the certificate is bad", shop().bad_certificate("203.0.113.5", CertificateProblem::WrongName))
        .is_silent("through a proxy", shop().visit(VisitPurpose::Page, url, "192.0.2.8:3128", proxied(), bad_gateway()))
        .is_silent("no connection", shop().silent("203.0.113.5"));
}

fn proxied() -> Via {
    Via::Proxy(crate::model::device::ProxyAddress { host: "192.0.2.8".to_owned(), port: 3128 })
}

#[test]
fn a_page_that_fails_now_is_not_fine() {
    let limited = || shop().page("203.0.113.5", good()).repeat(1, "203.0.113.5", answer(429, ""));
    rule_named("page-fails-now")
        .strikes("502", failing(), &[H::Fine])
        .is_silent("404 is an answer", shop().page("203.0.113.5", answer(404, "")))
        .is_silent("429 after a success is about our asking", limited())
        .is_silent("no look ended", shop().page("203.0.113.5", no_tcp(FailureKind::OutOfBudget)));
}
