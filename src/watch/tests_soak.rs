//! A week of watching in accelerated time: outages, flapping, single failures, nights asleep, a clock that jumps, a line
//! that is down. Nothing is called down or back that is not, and the memory stays as it is.

use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use tokio::sync::Semaphore;

use super::*;
use crate::model::Target;
use crate::probe::outside::{Clock, Outside};
use crate::probe::scripted::world::{Line, Peer, Reply};
use crate::probe::scripted::{ScriptedNet, World};
use crate::settings::Settings;

const MINUTE: u64 = 60_000;
const HOUR: u64 = 60 * MINUTE;
const DAY: u64 = 24 * HOUR;

/// A clock on the wall that is set, and that goes on while the steady one sleeps.
struct Wall {
    net: Arc<ScriptedNet>,
    ahead_s: AtomicI64,
}

impl Clock for Wall {
    fn now(&self) -> Timestamp {
        self.net.now() + SignedDuration::from_secs(self.ahead_s.load(Ordering::Relaxed))
    }
}

fn failing(status: u16, from_ms: u64, until_ms: u64) -> Reply {
    Reply { status, from_ms: Some(from_ms), until_ms: Some(until_ms), ..Reply::default() }
}

fn world(answers: Vec<Reply>, line: Line) -> World {
    World { site: Peer { answers, ..Peer::default() }, line, ..World::default() }
}

/// Watches for so long; what each change was and when, in milliseconds of the world's time.
async fn watched(
    world: World,
    days: u64,
    mut each: impl FnMut(u64, &AtomicI64, &Followed, &Follower),
) -> Vec<(u64, Change)> {
    let settings = Settings::default();
    let net = Arc::new(ScriptedNet::new(world, &settings));
    let wall = Arc::new(Wall { net: net.clone(), ahead_s: AtomicI64::new(0) });
    let outside = Outside { net: net.clone(), clock: wall.clone() };
    let target = Target::parse("https://shop.test/cart").unwrap();
    let (mut changes, epoch) = (Vec::new(), net.now());
    let heard = |followed: &Followed, follower: &Follower, _| {
        let now = u64::try_from(net.now().duration_since(epoch).as_millis()).unwrap();
        if followed.change != Change::Nothing {
            changes.push((now, followed.change.clone()));
        }
        each(now, &wall.ahead_s, followed, follower);
        if now >= days * DAY { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    let start = (Follower::new(Duration::from_secs(15)), Duration::from_secs(365 * 86_400));
    follow(&settings, &outside, &target, start, &Semaphore::new(1), heard).await;
    changes
}

#[tokio::test(start_paused = true)]
async fn a_week_has_no_false_down_and_no_false_back() {
    let outages = [(DAY + 2 * HOUR, DAY + 2 * HOUR + 14 * MINUTE), (4 * DAY, 4 * DAY + 3 * HOUR)];
    let flapping = (2 * DAY, 2 * DAY + 40 * MINUTE);
    let mut answers: Vec<Reply> = outages.iter().map(|(from, until)| failing(502, *from, *until)).collect();
    answers.push(Reply { turn: Some([2, 0]), ..failing(503, flapping.0, flapping.1) });
    // Single failures, hours apart: each shorter than the pause after which a doubt is looked into.
    answers.extend((0..20).map(|number| 5 * DAY + number * HOUR).map(|from| failing(504, from, from + 11_000)));
    let line = Line { dead_from_ms: 3 * DAY, dead_until_ms: 3 * DAY + 5 * HOUR };
    let (mut nights, mut set_back, mut gaps, mut no_line) = (1, false, 0, 0);
    let mut timeline = Timeline::default();
    let mut tally = Tally::default();
    let changes = watched(world(answers, line), 7, |now, ahead_s, followed, follower| {
        // Each night the computer sleeps for eight hours; once its clock is set back by an hour.
        if now > nights * DAY - 6 * HOUR {
            ahead_s.fetch_add(8 * 3_600, Ordering::Relaxed);
            nights += 1;
        }
        if now > 6 * DAY && !set_back {
            ahead_s.fetch_sub(3_600, Ordering::Relaxed);
            set_back = true;
        }
        gaps += u32::from(followed.gap_ms.is_some());
        no_line += u32::from(followed.look == Look::NoLine);
        timeline.take(followed);
        tally.clone_from(&follower.tally);
    })
    .await;
    let truly_bad = [outages[0], outages[1], flapping];
    // A pause of two minutes and a fifth, a look, and the row that must be sure.
    let late = 20 * MINUTE;
    let mut down = 0;
    for (now, change) in &changes {
        match change {
            Change::Fails(_) => {
                assert!(
                    truly_bad.iter().any(|(from, until)| (*from..=until + MINUTE).contains(now)),
                    "{now} {change:?}"
                );
                down += 1;
            }
            Change::Back => {
                assert!(!truly_bad.iter().any(|(from, until)| (from..until).contains(&now)), "{now} back");
                assert!(truly_bad.iter().any(|(_, until)| (*until..until + 2 * late).contains(now)), "{now} back late");
            }
            _ => {}
        }
    }
    let backs = changes.iter().filter(|(_, change)| *change == Change::Back).count();
    assert_eq!((backs, tally.outages), (3, 3), "{down} {changes:?}");
    assert!(no_line > 20, "{no_line}");
    assert_eq!(gaps, 7, "seven nights, and no gap where the clock was set back");
    let down_ms = tally.down_in_all();
    let true_ms = 14 * MINUTE + 3 * HOUR + 40 * MINUTE;
    assert!(down_ms.abs_diff(true_ms) < 15 * MINUTE, "{down_ms} {true_ms}");
    assert!(tally.unwatched_ms >= 7 * 8 * HOUR + 5 * HOUR - 30 * MINUTE, "{}", tally.unwatched_ms);
    assert_eq!(timeline.outages().len(), 3);
}

#[tokio::test(start_paused = true)]
async fn a_clock_that_is_set_forward_by_years_is_a_gap_and_ends_nothing() {
    let (mut jumped, mut gaps, mut last) = (false, 0, 0);
    let changes = watched(world(Vec::new(), Line::default()), 1, |now, ahead_s, followed, _| {
        gaps += u32::from(followed.gap_ms.is_some());
        last = now;
        if now > HOUR && !std::mem::replace(&mut jumped, true) {
            ahead_s.fetch_add(3 * 365 * 86_400, Ordering::Relaxed);
        }
    })
    .await;
    assert!(last >= DAY && gaps == 1, "{last} {gaps}");
    assert!(changes.iter().all(|(_, change)| *change == Change::Works), "{changes:?}");
}

#[tokio::test(start_paused = true)]
async fn a_wall_and_a_wish_make_it_ask_less() {
    let wall = Reply { until_ms: Some(6 * HOUR), status: 429, ..Reply::default() };
    let mut looks = 0;
    watched(world(vec![wall], Line::default()), 1, |now, _, followed, _| {
        looks += u32::from(now < 6 * HOUR);
        assert!(!followed.is_down);
    })
    .await;
    assert!(looks < 16, "{looks} looks at a site that turns us away");
}

#[tokio::test(start_paused = true)]
async fn a_hundred_sites_need_little_memory_and_no_more_after_a_day() {
    let answers = vec![Reply { turn: Some([3, 0]), ..failing(502, 0, 30 * DAY) }];
    let (mut timeline, mut after_an_hour, mut after, mut largest) = (Timeline::default(), 0, 0, 0);
    watched(world(answers, Line::default()), 1, |now, _, followed, follower| {
        timeline.take(followed);
        largest = largest.max(timeline.footprint() + follower.footprint());
        after = follower.footprint();
        if now < HOUR {
            after_an_hour = after;
        }
    })
    .await;
    assert!(largest <= 64 * 1024, "{largest} bytes for one site with its timeline");
    assert!(100 * largest <= 10_000_000, "{largest}");
    assert!(after <= 4 * 1024 && after.abs_diff(after_an_hour) * 50 <= after, "{after_an_hour} then {after}");
}

#[test]
fn a_timeline_of_ever_new_errors_stays_small() {
    let mut timeline = Timeline::default();
    let mut follower = Follower::new(Duration::from_secs(15));
    for number in 0..20_000_i64 {
        let what = format!("{} maintenance", 500 + number % 90);
        let seen = if number % 7 == 0 { Seen::Good } else { Seen::Bad(what) };
        let round = phase::tests::round(vec![([192, 0, 2, 1].into(), seen)]);
        timeline.take(&follower.take_kept(round, number * 200_000, 60, Duration::from_secs(15)));
    }
    assert!(timeline.footprint() <= 64 * 1024, "{}", timeline.footprint());
    assert_eq!((timeline.samples.len(), timeline.looks), (2_880, 20_000));
}
