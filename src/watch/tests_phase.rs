//! What counts as down and as back.

use std::time::Duration;

use super::super::moment::Moment;
use super::*;

fn ip(last: u8) -> IpAddr {
    [192, 0, 2, last].into()
}

fn ip6(last: u16) -> IpAddr {
    [0x2001, 0xdb8, 0, 0, 0, 0, 0, last].into()
}

pub fn bad(what: &str) -> Seen {
    Seen::Bad(what.to_owned())
}

pub fn round(seen: Vec<(IpAddr, Seen)>) -> Round {
    let addresses = seen.iter().map(|(ip, _)| *ip).collect();
    Round { named: true, line: true, addresses, seen, ..Round::default() }
}

/// One address alone.
pub fn one(seen: Seen) -> Round {
    round(vec![(ip(1), seen)])
}

/// This second, by both clocks.
pub fn at(seconds: u64) -> Moment {
    Moment { unix_ms: i64::try_from(seconds).unwrap() * 1_000, steady: Some(Duration::from_secs(seconds)) }
}

fn no_line() -> Round {
    Round::default()
}

/// One look every 15 seconds; what each changed.
fn changes(watcher: &mut Watcher, rounds: impl IntoIterator<Item = Round>) -> Vec<Change> {
    let mut take = |round: Round| watcher.take(&round, watcher.turn as u64 * 15_000).1;
    rounds.into_iter().map(&mut take).collect()
}

fn fails(what: &str) -> Change {
    Change::Fails(what.to_owned())
}

#[test]
fn two_good_looks_after_a_clean_outage_are_back() {
    let mut watcher = Watcher::default();
    let seen = [bad("502"), bad("502"), Seen::Good, Seen::Good].map(one);
    assert_eq!(changes(&mut watcher, seen), [fails("502"), Change::Nothing, Change::Improves, Change::Back]);
    assert!(!watcher.is_down());
}

#[test]
fn one_good_look_in_a_flapping_outage_is_not_back() {
    let mut watcher = Watcher::default();
    let flapping = [bad("502"), Seen::Good, bad("502"), Seen::Good, bad("502"), Seen::Good].map(one);
    assert!(!changes(&mut watcher, flapping).contains(&Change::Back));
    // Three of five looks failed before: four good ones in a row are needed, and one is there.
    let more = changes(&mut watcher, vec![one(Seen::Good); 3]);
    assert_eq!(more, [Change::Nothing, Change::Nothing, Change::Back]);
}

#[test]
fn our_own_line_is_no_outage_of_the_site() {
    let mut watcher = Watcher::default();
    let looks = changes(&mut watcher, [one(Seen::Good), no_line(), no_line(), no_line()]);
    assert_eq!(looks, [Change::Works, Change::Nothing, Change::Nothing, Change::Nothing]);
    assert_eq!(watcher.take(&no_line(), 0).0, Look::NoLine);
    assert!(!watcher.is_down());
}

#[test]
fn phases_are_named() {
    let mut watcher = Watcher::default();
    let seen = [bad("502"), bad("503 maintenance"), Seen::Good, Seen::Good].map(one);
    assert_eq!(changes(&mut watcher, seen), [fails("502"), fails("503 maintenance"), Change::Improves, Change::Back]);
}

#[test]
fn one_bad_look_in_a_good_row_is_a_doubt_and_two_are_down() {
    let mut watcher = Watcher::default();
    let doubt = [Seen::Good, Seen::Good, bad("502"), Seen::Good].map(one);
    let doubtful = Change::Doubtful("502".into());
    assert_eq!(changes(&mut watcher, doubt), [Change::Works, Change::Nothing, doubtful.clone(), Change::Steady]);
    assert!(!watcher.is_down());
    assert_eq!(changes(&mut watcher, [bad("502"), bad("502")].map(one)), [doubtful, fails("502")]);
    assert!(watcher.is_down());
}

#[test]
fn it_is_not_back_while_one_of_two_addresses_fails() {
    let mut watcher = Watcher::default();
    let both = |first: Seen, second: Seen| round(vec![(ip(1), first), (ip(2), second)]);
    let mut rounds = vec![both(bad("502"), bad("502"))];
    rounds.extend(vec![both(Seen::Good, bad("502")); 8]);
    let looks = changes(&mut watcher, rounds);
    assert_eq!(looks[..2], [fails("502"), fails("502 at 192.0.2.2")]);
    assert!(!looks.contains(&Change::Back) && watcher.is_down());
    assert_eq!(watcher.asking().failing, [ip(2)]);
    assert_eq!(changes(&mut watcher, vec![both(Seen::Good, Seen::Good); 2]), [Change::Improves, Change::Back]);
}

#[test]
fn each_address_has_a_share_of_its_own() {
    let mut watcher = Watcher::default();
    let both = |first: Seen, second: Seen| round(vec![(ip(1), first), (ip(2), second)]);
    // The first always fails, the second every other time: two good looks show the first, and not the second.
    let mut rounds = Vec::new();
    for _ in 0..5 {
        rounds.push(both(bad("502"), bad("502")));
        rounds.push(both(bad("502"), Seen::Good));
    }
    rounds.push(both(bad("502"), bad("502")));
    changes(&mut watcher, rounds);
    let looks = changes(&mut watcher, vec![both(Seen::Good, Seen::Good); 6]);
    assert!(!looks[..3].contains(&Change::Back), "{looks:?}");
    assert!(looks.contains(&Change::Back), "{looks:?}");
}

#[test]
fn a_family_that_was_never_reached_from_here_does_not_hold_it_down() {
    let mut watcher = Watcher::default();
    let both = |four: Seen, six: Seen| round(vec![(ip(1), four), (ip6(1), six)]);
    let looks = changes(
        &mut watcher,
        [
            both(Seen::NoConnection, Seen::NoConnection),
            both(Seen::Good, Seen::NoConnection),
            both(Seen::Good, Seen::NoConnection),
        ],
    );
    assert_eq!(looks, [fails("no connection"), Change::Improves, Change::Back]);
}

/// The device went into a network without IPv6: nothing is known about that address any more.
#[test]
fn a_family_that_this_device_lost_is_neither_down_nor_back() {
    let both = |six: Seen| round(vec![(ip(1), Seen::Good), (ip6(1), six)]);
    let moved = || Round { no_way: vec![ip6(1)], ..round(vec![(ip(1), Seen::Good)]) };
    let mut watcher = Watcher::default();
    let looks = changes(&mut watcher, [both(Seen::Good), moved(), moved(), moved(), both(Seen::Good)]);
    assert_eq!(looks[0], Change::Works);
    assert!(looks[1..].iter().all(|change| *change == Change::Nothing) && !watcher.is_down(), "{looks:?}");
    // The same address in the same network, as before.
    let looks = changes(&mut watcher, vec![both(Seen::NoConnection); 2]);
    assert!(watcher.is_down(), "{looks:?}");
    assert_eq!(changes(&mut watcher, [moved(), moved()]), [Change::Works, Change::Nothing]);
    assert!(!watcher.is_down());
}

#[test]
fn a_dead_address_beside_one_that_works_is_told() {
    let mut watcher = Watcher::default();
    let look = watcher.take(&round(vec![(ip(1), Seen::Good), (ip(2), Seen::NoConnection)]), 0).0;
    assert_eq!(look, Look::Bad("no connection at 192.0.2.2".into()));
}

#[test]
fn an_address_that_the_name_gave_up_no_longer_counts_and_one_left_out_for_a_moment_does() {
    let mut watcher = Watcher::default();
    watcher.take(&round(vec![(ip(1), bad("502"))]), 0);
    let moved = Round { addresses: vec![ip(2)], ..round(vec![(ip(1), bad("502")), (ip(2), Seen::Good)]) };
    for look in 1..=10 {
        watcher.take(&moved, look * 15_000);
        assert!(watcher.is_down(), "the name may give a part of its addresses each time");
    }
    let here = Round { addresses: vec![ip(2)], ..round(vec![(ip(2), Seen::Good)]) };
    assert_eq!(watcher.take(&here, 400_000).1, Change::Back);
}

#[test]
fn who_is_turned_away_knows_neither_up_nor_down() {
    let mut watcher = Watcher::default();
    assert_eq!(
        watcher.take(&one(Seen::TurnedAway("429".into())), 0),
        (Look::TurnedAway("429".into()), Change::Nothing)
    );
    assert!(!watcher.is_down());
    changes(&mut watcher, [one(bad("502"))]);
    watcher.take(&one(Seen::TurnedAway("403".into())), 0);
    assert!(watcher.is_down());
}

#[test]
fn a_name_that_is_gone_and_returns() {
    let mut watcher = Watcher::default();
    let gone = || Round { line: true, ..Round::default() };
    let looks = changes(&mut watcher, [gone(), gone(), one(Seen::Good), one(Seen::Good)]);
    assert_eq!(looks, [fails("DNS"), Change::Nothing, Change::Improves, Change::Back]);
}

#[test]
fn watched_again_the_first_good_look_says_that_it_works() {
    let mut watcher = Watcher::default();
    changes(&mut watcher, vec![one(Seen::Good); 3]);
    watcher.resume();
    assert_eq!(changes(&mut watcher, vec![one(Seen::Good); 2]), [Change::Works, Change::Nothing]);
}

#[test]
fn watched_again_what_was_down_needs_its_good_row() {
    let mut watcher = Watcher::default();
    changes(&mut watcher, vec![one(bad("502")); 3]);
    watcher.resume();
    assert!(watcher.is_down());
    assert_eq!(changes(&mut watcher, vec![one(Seen::Good); 2]), [Change::Improves, Change::Back]);
}
