//! The loop of one site: look, tell, wait.

use std::ops::ControlFlow;
use std::time::Duration;

use tokio::sync::Semaphore;
use tokio::time::Instant;

use super::follower::{Followed, Follower};
use super::look::{Closely, look_at, look_closely};
use super::moment::Moment;
use super::phase::{Look, Watcher};
use crate::model::Target;
use crate::probe::outside::Outside;
use crate::settings::Settings;

/// Looks at the target again and again, one probe at a time, until `heard` breaks it off or the time is over. At most
/// as many sites are looked at side by side as there are `permits`.
pub async fn follow(
    settings: &Settings,
    outside: &Outside,
    target: &Target,
    (mut follower, limit): (Follower, Duration),
    permits: &Semaphore,
    mut heard: impl FnMut(&Followed, &Follower, bool) -> ControlFlow<()>,
) {
    let run = Instant::now();
    let moment = || Moment { unix_ms: outside.clock.now().as_millisecond(), steady: Some(run.elapsed()) };
    loop {
        // It is never closed; without a permit the look is made all the same.
        let permit = permits.acquire().await.ok();
        let began = moment();
        let round = look_at(settings, outside, target, &follower.asking()).await;
        drop(permit);
        let ended = moment();
        let followed = follower.take(round, (began, ended), luck(outside));
        // By the steady clock: one on the wall that is set forward must not end it.
        let is_last = run.elapsed() + followed.pause > limit;
        let pause = followed.pause;
        if heard(&followed, &follower, is_last).is_break() || is_last {
            return;
        }
        tokio::time::sleep(pause).await;
    }
}

/// Looks at the target once, at every address.
pub async fn look_once(settings: &Settings, outside: &Outside, target: &Target) -> (Look, Closely) {
    let mut watcher = Watcher::default();
    let (round, closely) = look_closely(settings, outside, target, &watcher.asking()).await;
    (watcher.take(&round, 0).0, closely)
}

/// A number from 0 to 1. The clock's finest digits: jitter needs no better.
fn luck(outside: &Outside) -> f64 {
    (f64::from(outside.clock.now().subsec_microsecond()) / 1_000.0).fract()
}
