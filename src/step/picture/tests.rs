//! The picture of small worlds and their verdicts.

use super::*;
use crate::diagnosis::testing::*;
use crate::model::path::{Break, Side};
use crate::model::visit::CertificateProblem;
use crate::model::{FailureKind, Fault};
use StationState as S;

const AT: &str = "203.0.113.5";

fn shop() -> World {
    World::new("https://shop.test/").clean_device().lookup([AT])
}

/// The picture, and the fault that it is about.
fn drawn(world: &World) -> (PathPicture, Fault) {
    let verdict = world.verdict();
    (picture(&Evidence::of(&world.case), Some(&verdict), &[]), verdict.fault)
}

fn state(picture: &PathPicture, place: usize) -> StationState {
    picture.stations.get(place).map_or(S::Unseen, |(_, state)| *state)
}

#[test]
fn a_server_behind_a_gateway_is_concluded_and_the_way_to_it_parted() {
    let (picture, fault) = drawn(&shop().controls_work(3).all_dns(&[AT]).page(AT, bad_gateway()).ended());
    assert_eq!(fault, Fault::SiteOrigin);
    assert_eq!(picture.place_of_break(), Some(Break::Before(5)));
    assert_eq!((state(&picture, 4), state(&picture, 5)), (S::Fine, S::Concluded));
    assert_eq!((picture.side(Side::Near), picture.side(Side::Way)), (S::Fine, S::Fine));
    assert_eq!(picture.notes.get(4).and_then(|note| note.word.as_ref()).unwrap().key, "path-gateway-reports");
}

#[test]
fn a_site_that_works_has_no_break() {
    let (picture, fault) = drawn(&shop().controls_work(3).all_dns(&[AT]).page(AT, good()).ended());
    assert_eq!((fault, picture.place_of_break()), (Fault::None, None));
    assert!(picture.links.iter().skip(1).all(|link| link.state == S::Fine));
}

#[test]
fn a_dead_line_parts_the_way_behind_a_router_that_answers() {
    let dead = shop().router(Known::Seen(true), Known::Seen(2)).controls_silent(4).silent(AT).ended();
    let (picture, fault) = drawn(&dead);
    assert_eq!(fault, Fault::YourNetwork);
    assert_eq!((state(&picture, 1), picture.place_of_break()), (S::Fine, Some(Break::Before(2))));
    assert_eq!(picture.side(Side::Near), S::Broken);
    assert_eq!((picture.side(Side::Way), picture.side(Side::Site)), (S::Unseen, S::Unseen));
}

#[test]
fn a_gateway_that_gives_no_sign_is_reached_by_no_sound_way() {
    let (picture, fault) = drawn(&shop().controls_work(3).all_dns(&[AT]).refused(AT).ended());
    assert_eq!((fault, state(&picture, 4)), (Fault::SiteEdge, S::Broken));
    assert_eq!(picture.links.get(3).unwrap().state, S::Unseen);
    assert_eq!((picture.side(Side::Way), picture.side(Side::Site)), (S::Fine, S::Broken));
}

#[test]
fn a_gateway_with_a_bad_certificate_is_not_captioned_with_its_answer() {
    let world = shop().controls_work(3).all_dns(&[AT]).bad_certificate(AT, CertificateProblem::Expired).ended();
    let (picture, fault) = drawn(&world);
    assert_eq!((fault, state(&picture, 4)), (Fault::SiteEdge, S::Broken));
    assert_eq!(picture.notes.get(4).unwrap().word, None);
}

#[test]
fn what_lies_behind_a_failing_lookup_is_not_drawn_as_sound() {
    let (picture, _) = drawn(&World::new("https://shop.test/").lookup_fails(FailureKind::NameNotFound).ended());
    assert!([3, 4, 5].into_iter().all(|place| state(&picture, place) == S::Unseen));
    assert!(picture.links.iter().all(|link| link.state != S::Fine));
}

#[test]
fn what_is_being_looked_at_turns_and_what_was_seen_does_not() {
    let mut world = shop().page(AT, good());
    world.case.steps = vec![running(StepId::Page), running(StepId::Internet)];
    let picture = picture(&Evidence::of(&world.case), None, &world.case.steps);
    assert_eq!((state(&picture, 3), state(&picture, 4)), (S::Fine, S::Fine));
    let empty = World::new("https://shop.test/");
    let picture = super::picture(&Evidence::of(&empty.case), None, &world.case.steps);
    assert_eq!((state(&picture, 3), state(&picture, 4), state(&picture, 5)), (S::Running, S::Running, S::Unseen));
}

fn running(id: StepId) -> StepReport {
    let status = StepStatus::Running;
    StepReport {
        id,
        kind: crate::model::StepKind::Automatic,
        title: String::new(),
        status,
        summary: String::new(),
        started_ms: None,
        finished_ms: None,
    }
}

#[test]
fn a_test_page_that_fails_is_told_as_an_exception_where_the_line_is_fine() {
    let detail = |world: World| {
        let (picture, _) = drawn(&world.all_dns(&[AT]).page(AT, bad_gateway()).ended());
        let detail = picture.notes.get(3).and_then(|note| note.detail.clone());
        (state(&picture, 3), detail.map(|words| words.key))
    };
    let told = |key: &str| (S::Fine, Some(key.to_owned()));
    let silent =
        |world: World| world.control("four", "http://four.test/ok", no_tcp(crate::model::FailureKind::TimedOut));
    assert_eq!(detail(shop().controls_work(3)), told("path-internet"));
    assert_eq!(detail(silent(shop().controls_work(2))), told("path-internet-some"));
    assert_eq!(detail(silent(shop())), (S::Fine, None), "none of them loads, and the site answers");
}

#[test]
fn what_the_way_does_not_lead_past_is_not_called_fine() {
    let word = |world: World, place: usize| {
        let world = world.ended();
        let drawn = picture(&Evidence::of(&world.case), Some(&world.verdict()), &[]);
        drawn.notes[place].word.clone().map(|word| word.key)
    };
    let needless = Some("path-not-needed".to_owned());
    let here = || World::new("http://127.0.0.1:8080/").page("127.0.0.1", bad_gateway());
    assert_eq!([1, 2, 3].map(|place| word(here(), place)), [needless.clone(), needless.clone(), needless.clone()]);
    let elsewhere = || World::new("http://203.0.113.5/").page("203.0.113.5", bad_gateway());
    assert_eq!([1, 2, 3].map(|place| word(elsewhere(), place)), [None, needless, None]);
    let named = || World::new("https://shop.test/").page("203.0.113.5", bad_gateway()).all_dns(&["203.0.113.5"]);
    assert_eq!([1, 2, 3].map(|place| word(named(), place)), [None, None, None]);
}

#[test]
fn a_device_in_no_network_is_not_called_fine() {
    let device = |world: World| {
        let world = world.ended();
        let drawn = picture(&Evidence::of(&world.case), Some(&world.verdict()), &[]);
        (state(&drawn, 0), drawn.notes[0].word.clone().map(|word| word.key))
    };
    let alone = || World::new("https://shop.test/").network(false, false);
    assert_eq!(device(alone().controls_silent(3)), (S::Doubtful, Some("path-device-alone".to_owned())));
    // A page on this very device needs no network, and what answers was reached.
    let here = World::new("http://127.0.0.1:8080/").network(false, false).page("127.0.0.1", bad_gateway());
    assert_eq!(device(here), (S::Fine, None));
    assert_eq!(device(alone().page(AT, bad_gateway())), (S::Fine, None));
    assert_eq!(device(shop().controls_silent(3)), (S::Fine, None));
}
