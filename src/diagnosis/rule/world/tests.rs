//! Each rule with a case that fires, near misses, and the evidence absent.

use super::super::super::testing::*;
use super::*;
use crate::model::server::{Listener, ServerSight};
use crate::model::visit::VisitTrace;
use crate::model::{Confidence, FailureKind, Known};
use There::{Expired, Fails, Nothing, Silent, Stored, Through, Walled, Works};

const AT: &str = "203.0.113.5";
const OTHER: &str = "203.0.113.6";
const V6: &str = "2001:db8::5";

const ALL_FAIL: Six = [Fails(502); 6];
const ALL_WORK: Six = [Works; 6];

/// The page fails here with a 502 of the site's own.
fn failing() -> World {
    World::new("https://shop.test/").lookup([AT]).page(AT, bad_gateway())
}

fn silent() -> World {
    World::new("https://shop.test/").lookup([AT]).controls_work(3).silent(AT)
}

fn working() -> World {
    World::new("https://shop.test/").lookup([AT]).page(AT, good())
}

/// The world is asked, and here it is as before.
fn then(world: World, seen: Six) -> World {
    let trace = world.case.observations.iter().rev().find_map(|one| match &one.seen {
        crate::model::Seen::Visit { visit } => Some(visit.trace.clone()),
        _ => None,
    });
    world.elsewhere(seen, &[AT]).home_again(AT, trace.unwrap())
}

#[test]
fn it_fails_everywhere() {
    let few = [Fails(502), Fails(502), Nothing, Nothing, Nothing, Nothing];
    let no_homes = [Nothing, Nothing, Nothing, Fails(502), Fails(502), Fails(502)];
    let one_works = [Fails(502), Fails(502), Fails(502), Works, Fails(502), Fails(502)];
    let own_page = World::new("https://shop.test/cart").lookup([AT]).page(AT, bad_gateway());
    rule_named("fails-from-everywhere")
        .strikes("the same everywhere", then(failing(), ALL_FAIL), &NEAR)
        .strikes("it lasts", then(failing(), ALL_FAIL), &[H::Over])
        .spares("whether it lasts is not known", failing().elsewhere(ALL_FAIL, &[AT]), &[H::Over])
        .supports(
            "nobody gets a connection",
            then(silent(), [Silent; 6]),
            Claim::usual(Cause::EdgeUnreachable),
            Basis::Measured,
        )
        .strikes(
            "walls say nothing",
            then(failing(), [Fails(502), Fails(502), Fails(502), Walled, Walled, Walled]),
            &NEAR,
        )
        .is_silent("another status", then(failing(), [Fails(503); 6]))
        .is_silent("an answer there, and none here", then(silent(), ALL_FAIL))
        .is_silent("one place gets the page", then(failing(), one_works))
        .is_silent("two are few", then(failing(), few))
        .is_silent("one home is few", then(failing(), no_homes))
        .is_silent("the page is not the home page", own_page.elsewhere(ALL_FAIL, &[AT]))
        .is_silent("it works here", then(working(), ALL_FAIL))
        .is_silent("a certificate there, an error here", then(failing(), [Expired; 6]))
        .is_silent("nobody was asked", failing());
}

#[test]
fn it_works_for_the_others() {
    let edge = Claim::at(Fault::SiteEdge, Cause::EdgeInternal);
    let unknown = Claim::usual(Cause::Unknown);
    let robots = [Works, Works, Works, Works, Fails(502), Walled];
    let over = failing().elsewhere(ALL_WORK, &[AT]).home_again(AT, good());
    rule_named("works-from-elsewhere")
        .supports("the site's own word here", then(failing(), ALL_WORK), edge, Basis::Typical)
        .strikes("what is behind lives", then(failing(), ALL_WORK), &[H::Origin])
        .supports("no connection here", then(silent(), ALL_WORK), unknown, Basis::Hint)
        .supports("data centres have a way of being turned away", then(failing(), robots), edge, Basis::Typical)
        .spares("out of a store", then(failing(), [Stored; 6]), &[H::Origin])
        .spares("nobody looked again", failing().elsewhere(ALL_WORK, &[AT]), &[H::Origin])
        .spares(
            "the gateway says what fails behind it",
            then(World::new("https://shop.test/").page(AT, says_refused()), ALL_WORK),
            &[H::Origin],
        )
        .is_silent("a home fails too", then(failing(), [Fails(502), Works, Works, Works, Works, Works]))
        .is_silent("it works here again", over)
        .is_silent("few", then(failing(), [Works, Works, Nothing, Nothing, Nothing, Nothing]))
        .is_silent("nobody was asked", failing());
    // R5: never the visitor's fault, and never sure.
    let verdict = then(failing().clean_device().controls_work(3).all_dns(&[AT]), ALL_WORK).ended().verdict();
    assert!(verdict.fault.is_the_sites() && verdict.fault_confidence <= Confidence::Likely, "{verdict:#?}");
}

#[test]
fn it_fails_for_the_others() {
    let edge = Claim::at(Fault::SiteEdge, Cause::EdgeInternal);
    let one_home = [Fails(502), Works, Works, Works, Works, Works];
    let robots = [Works, Works, Works, Works, Fails(502), Fails(502)];
    rule_named("fails-only-elsewhere")
        .supports("everywhere else", then(working(), ALL_FAIL), edge, Basis::Measured)
        .supports(
            "at some places",
            then(working(), [Fails(502), Works, Works, Silent, Works, Works]),
            edge,
            Basis::Measured,
        )
        .is_silent("one home may have its own trouble", then(working(), one_home))
        .is_silent("data centres alone", then(working(), robots))
        .is_silent("walls", then(working(), [Walled; 6]))
        .is_silent("nobody looked again", working().elsewhere(ALL_FAIL, &[AT]))
        .is_silent("it fails here by now", working().elsewhere(ALL_FAIL, &[AT]).home_again(AT, bad_gateway()))
        .is_silent("nobody was asked", working());
    let verdict = then(working().clean_device().controls_work(3).all_dns(&[AT]), ALL_FAIL).ended().verdict();
    assert!(verdict.fault.is_the_sites() && verdict.fault_confidence <= Confidence::Likely, "{verdict:#?}");
}

#[test]
fn one_place_of_the_gateway() {
    let edge = Claim::at(Fault::SiteEdge, Cause::EdgeInternal);
    let (bad, good) = (Through("SIN", 502), Through("FRA", 200));
    let here = || {
        let ray = [("server", "cloudflare"), ("cf-ray", "8f1d2c3b4a5e6f70-SIN")];
        World::new("https://shop.test/").lookup([AT]).page(AT, answer_with(502, &ray, NGINX_PAGE))
    };
    rule_named("one-place-of-the-gateway-fails")
        .supports("all through Singapore", then(here(), [good, good, good, bad, good, bad]), edge, Basis::Measured)
        .strikes("nothing else", then(here(), [good, good, good, bad, good, bad]), &[H::Origin, H::OneAddress, H::Path])
        .is_silent("through two places", then(here(), [good, good, Through("NRT", 502), bad, good, bad]))
        .is_silent("it also serves well", then(here(), [good, Through("SIN", 200), good, bad, good, bad]))
        .is_silent("no header tells it", then(here(), [Works, Works, Works, Fails(502), Works, Fails(502)]))
        .is_silent("one that fails is few", then(here(), [good, good, good, bad, good, good]))
        .is_silent("all fail", then(here(), [bad; 6]));
}

#[test]
fn one_region() {
    let edge = Claim::at(Fault::SiteEdge, Cause::EdgeInternal);
    let asia = [Works, Works, Works, Fails(502), Works, Fails(502)];
    rule_named("one-region-fails")
        .supports("Asia, and here", then(failing(), asia), edge, Basis::Typical)
        .supports("Asia, and not here", then(working(), asia), edge, Basis::Typical)
        .strikes("what is behind lives", then(failing(), asia), &[H::Origin, H::Browser, H::Path])
        .spares(
            "the way into a region may be broken",
            then(silent(), [Works, Works, Works, Silent, Works, Silent]),
            &[H::Path],
        )
        .is_silent("on two continents", then(failing(), [Fails(502), Works, Works, Fails(502), Works, Fails(502)]))
        .is_silent("another failure here", then(silent(), asia))
        .is_silent("all of them", then(failing(), ALL_FAIL));
}

#[test]
fn other_addresses() {
    let claim = Claim::usual(Cause::OneAddressDead);
    let turns = [Fails(502), Works, Fails(502), Works, Fails(502), Works];
    let split = |world: World, at: &[&str]| world.elsewhere(turns, at).home_again(AT, bad_gateway());
    rule_named("other-addresses-elsewhere-work")
        .supports("the one here is the bad one", split(failing(), &[AT, OTHER]), claim, Basis::Measured)
        .is_silent("the one here is the good one there", split(failing(), &[OTHER, AT]))
        .is_silent("one address does both", split(failing(), &[AT]))
        .is_silent("nobody was asked", failing());
}

#[test]
fn homes_and_data_centres() {
    let walled_homes = [Fails(502), Fails(502), Fails(502), Fails(502), Works, Works];
    rule_named("homes-fail-data-centres-work")
        .supports("the wrong way round", then(failing(), walled_homes), Claim::usual(Cause::EdgeBlocked), Basis::Hint)
        .is_silent("a home gets it", then(failing(), [Works, Fails(502), Fails(502), Fails(502), Works, Works]))
        .is_silent("both fail", then(failing(), ALL_FAIL))
        .is_silent("it works here", then(working(), walled_homes));
    let robots = [Works, Works, Works, Works, Walled, Silent];
    rule_named("data-centres-are-turned-away")
        .strikes("nothing by it", then(working(), robots), &[])
        .is_silent("a home is turned away too", then(working(), [Walled, Works, Works, Works, Walled, Walled]))
        .is_silent("all get it", then(working(), ALL_WORK));
    assert!(!then(working(), robots).findings_of("data-centres-are-turned-away").is_empty());
}

#[test]
fn one_address_from_everywhere() {
    let two = || {
        let world = World::new("https://shop.test/").lookup([AT, OTHER]).dns(public("A"), Says::Gives(&[AT, OTHER]));
        world.page(AT, bad_gateway()).page(OTHER, good())
    };
    let asked = |world: World, seen: Six| world.elsewhere(ALL_WORK, &[OTHER]).elsewhere_at(AT, seen);
    let claim = Claim::usual(Cause::OneAddressDead);
    let lonely = World::new("https://shop.test/").lookup([AT]).page(AT, bad_gateway());
    let unasked = two().elsewhere(ALL_WORK, &[OTHER]);
    rule_named("address-fails-from-everywhere")
        .supports("there too", asked(two(), ALL_FAIL), claim, Basis::Measured)
        .strikes("nothing near", asked(two(), ALL_FAIL), &NEAR)
        .is_silent("there it works", asked(two(), ALL_WORK))
        .is_silent("another failure", asked(two(), [Silent; 6]))
        .is_silent("nobody else is led to it", asked(lonely, ALL_FAIL))
        .is_silent("it was not asked there", unasked);
    let v6 = |seen: Six| {
        let world = World::new("https://shop.test/").lookup([AT, V6]).dns(public("A"), Says::Gives(&[AT, V6]));
        let world = world.page(AT, good()).page(V6, no_tcp(FailureKind::TimedOut)).elsewhere(ALL_WORK, &[AT]);
        world.elsewhere_at(V6, seen).home_again(V6, no_tcp(FailureKind::TimedOut))
    };
    rule_named("address-fails-from-everywhere").supports(
        "over IPv6",
        v6([Silent; 6]),
        Claim::at(Fault::SiteEdge, Cause::Ipv6Broken),
        Basis::Measured,
    );
    rule_named("address-works-from-elsewhere")
        .supports("over IPv6", v6(ALL_WORK), Claim::at(Fault::Path, Cause::Ipv6Broken), Basis::Measured)
        .is_silent("nor there", v6([Silent; 6]));
}

#[test]
fn no_connection_from_here_alone() {
    let claim = Claim::at(Fault::Path, Cause::PathBroken);
    let elsewhere_else = silent().elsewhere(ALL_WORK, &[OTHER]).home_again(AT, no_tcp(FailureKind::TimedOut));
    rule_named("address-works-from-elsewhere")
        .supports("by the name", then(silent(), ALL_WORK), claim, Basis::Measured)
        .strikes("what is behind lives", then(silent(), ALL_WORK), &[H::Origin, H::OneAddress, H::Resolver])
        .spares("its firewall may bar this network", then(silent(), ALL_WORK), &[H::Edge])
        .is_silent("they get it at another address", elsewhere_else)
        .is_silent("here it gets an answer", then(failing(), ALL_WORK))
        .is_silent("a home gets none", then(silent(), [Silent, Works, Works, Works, Works, Works]))
        .is_silent("nobody looked again", silent().elsewhere(ALL_WORK, &[AT]))
        .is_silent("nobody was asked", silent());
}

const SERVER: &str = "198.51.100.20";

/// The gateway's error here; what is behind it is asked by the others, and here it is as before.
fn behind(seen: Six) -> World {
    not_again(seen).home_again(AT, bad_gateway())
}

/// The same, and nobody looked here again.
fn not_again(seen: Six) -> World {
    failing().elsewhere(ALL_FAIL, &[AT]).server_elsewhere(SERVER, seen)
}

#[test]
fn the_server_behind_the_gateway_from_elsewhere() {
    let claim = Claim::at(Fault::SiteEdge, Cause::GatewayMisconfigured);
    let config = nginx_before_the_shop("    location / { proxy_pass http://192.0.2.9:8080; }");
    let too_large = owner_sees(TOO_BIG, "", &config).elsewhere(ALL_FAIL, &[AT]).server_elsewhere(SERVER, ALL_WORK);
    let too_large = too_large.home_again(AT, bad_gateway());
    rule_named("server-works-from-elsewhere")
        .supports("the others get the page from it", behind(ALL_WORK), claim, Basis::Measured)
        .supports("it was not asked again here", not_again(ALL_WORK), claim, Basis::Hint)
        .supports("by its log the gateway cannot pass it on", too_large, claim, Basis::Hint)
        .is_silent("a home gets none", behind([Silent, Works, Works, Works, Works, Works]))
        .is_silent("few", behind([Works, Works, Nothing, Nothing, Nothing, Nothing]))
        .is_silent("nobody asked behind the gateway", then(failing(), ALL_WORK))
        .is_silent("it works here", working().elsewhere(ALL_WORK, &[AT]).server_elsewhere(SERVER, ALL_WORK));
    rule_named("server-fails-from-everywhere")
        .strikes("the gateway passes it on", behind(ALL_FAIL), &[H::Edge])
        .supports("500", behind([Fails(500); 6]), Claim::usual(Cause::OriginAppError), Basis::Measured)
        .is_silent("it was not asked again here", not_again(ALL_FAIL))
        .is_silent("nobody is let in but the gateway", behind([Silent; 6]))
        .is_silent(
            "two kinds of failure",
            behind([Fails(500), Fails(502), Fails(500), Fails(500), Fails(500), Fails(500)]),
        )
        .is_silent(
            "one place gets the page",
            behind([Works, Fails(500), Fails(500), Fails(500), Fails(500), Fails(500)]),
        );
    let some = [Works, Silent, Works, Silent, Works, Works];
    rule_named("server-lets-in-some")
        .supports("two homes in, two out", behind(some), Claim::usual(Cause::OriginTimeoutConnect), Basis::Hint)
        .is_silent("one is out", behind([Works, Works, Works, Silent, Works, Works]))
        .is_silent("those out get an answer", behind([Works, Fails(500), Works, Fails(500), Works, Works]));
    let verdict = behind(ALL_WORK).clean_device().controls_work(3).all_dns(&[AT]).ended().verdict();
    assert!(verdict.fault.is_the_sites() && verdict.confidence <= Confidence::Likely, "{verdict:#?}");
}

#[test]
fn a_server_that_answers_others_does_not_refuse_the_gateway_for_sure() {
    let refused = |seen: Six| behind(seen).behind(SERVER, no_tcp(FailureKind::Refused));
    let claim = Claim::usual(Cause::OriginRefused);
    rule_named("origin-gives-no-connection")
        .supports("nobody else gets in", refused([Silent; 6]), claim, Basis::Measured)
        .is_silent("others do", refused([Silent, Works, Silent, Silent, Silent, Silent]));
}

#[test]
fn the_name_elsewhere() {
    let named = |given: [&[&str]; 6]| {
        failing().elsewhere(ALL_WORK, &[OTHER]).names_elsewhere(given).home_again(AT, bad_gateway())
    };
    let claim = Claim::usual(Cause::StaleDns);
    let (this, other): (&[&str], &[&str]) = (&[AT, OTHER], &[OTHER]);
    let vouched = || failing().dns(public("A"), Says::Gives(&[AT]));
    let also_public = vouched().elsewhere(ALL_WORK, &[OTHER]).names_elsewhere([other; 6]).home_again(AT, bad_gateway());
    rule_named("address-is-given-here-alone")
        .supports("nobody else has it", named([other; 6]), claim, Basis::Typical)
        .is_silent("one other has it", named([other, other, other, other, other, this]))
        .is_silent("most do not say", named([other, &[], &[], &[], &[], &[]]))
        .is_silent("a public server gives it too", also_public)
        .is_silent("nobody was asked", then(failing(), ALL_WORK));
    rule_named("address-is-given-elsewhere-too")
        .strikes("two homes", named([this, other, this, other, other, other]), &[H::Resolver, H::HostsFile])
        .is_silent("one home and a data centre", named([this, other, other, other, this, other]))
        .is_silent("nobody else", named([other; 6]));
}

#[test]
fn where_the_packets_of_others_end() {
    let routed = |ends: [Result<(), u32>; 6], seen: Six| then(silent(), seen).routes_elsewhere(AT, ends);
    let claim = Claim::usual(Cause::EdgeUnreachable);
    let (there, lost) = (Ok(()), Err(64_499));
    rule_named("packets-arrive-and-nobody-answers")
        .supports("they arrive", routed([there; 6], [Silent; 6]), claim, Basis::Typical)
        .is_silent("of one home", routed([there, lost, lost, lost, there, there], [Silent; 6]))
        .is_silent("others get the page", routed([there; 6], ALL_WORK))
        .is_silent("it answers here (R10)", then(failing(), [Silent; 6]).routes_elsewhere(AT, [there; 6]));
    rule_named("packets-end-in-one-network")
        .supports("all in one", routed([lost; 6], [Silent; 6]), claim, Basis::Hint)
        .is_silent("in two", routed([lost, lost, lost, lost, lost, Err(64_498)], [Silent; 6]))
        .is_silent("in an unknown one", routed([Err(0); 6], [Silent; 6]))
        .is_silent("one arrives", routed([lost, lost, lost, lost, lost, there], [Silent; 6]));
}

#[test]
fn the_server_answers_on_its_own_machine_and_nobody_elsewhere_gets_there() {
    const SERVER: &str = "192.0.2.101";
    let own = |is_here: bool| {
        let mut world = failing();
        let network = crate::model::device::Network {
            interfaces: vec![crate::model::device::Interface {
                name: "eth0".to_owned(),
                up: true,
                loopback: false,
                tunnel: false,
                ips: vec![ip(if is_here { SERVER } else { "192.0.2.7" })],
                gateways: Vec::new(),
            }],
            ipv4_route: true,
            ipv6_route: false,
            gateways: Vec::new(),
        };
        world.case.observations.retain(|one| !matches!(one.seen, crate::model::Seen::Network { .. }));
        world.see(
            crate::model::StepId::Device,
            crate::model::Seen::Network { network: crate::model::Known::Seen(network) },
        )
    };
    let shut = |world: World, there: Six| {
        world.behind(&format!("{SERVER}:8080"), good()).server_elsewhere(SERVER, there).home_again(AT, bad_gateway())
    };
    let claim = Claim::usual(Cause::OriginTimeoutConnect);
    rule_named("server-is-shut-from-outside")
        .supports("to all the others", shut(own(true), [Silent; 6]), claim, Basis::Measured)
        .is_silent("one gets through", shut(own(true), [Silent, Silent, Silent, Works, Silent, Silent]))
        .is_silent("they get an answer", shut(own(true), ALL_FAIL))
        .is_silent("another machine than this one", shut(own(false), [Silent; 6]))
        .is_silent("nobody else was asked", own(true).behind(&format!("{SERVER}:8080"), good()));
    let listens = |trace: VisitTrace| {
        let listener = Listener { ip: ip(SERVER), port: 8080, program: None, waiting: None };
        let listeners = ServerSight::Listeners { listeners: Known::Seen(vec![listener]) };
        let world = own(true).behind(&format!("{SERVER}:8080"), trace).on_server(listeners);
        world.server_elsewhere(SERVER, [Silent; 6]).home_again(AT, bad_gateway())
    };
    rule_named("server-is-shut-from-outside")
        .supports("it answers here, if badly", listens(bad_gateway()), claim, Basis::Measured)
        .is_silent("a hung program answers nobody", listens(no_answer(FailureKind::TimedOut)))
        .is_silent("it speaks another protocol", listens(no_answer(FailureKind::Closed)));
    // That the server works here clears the way of the gateway no more.
    rule_named("origin-works-without-gateway").supports(
        "both stand",
        shut(own(true), [Silent; 6]),
        Claim::at(Fault::SiteEdge, Cause::GatewayMisconfigured),
        Basis::Typical,
    );
}
