//! Watching one page from the window: what was seen so far, and the task that looks.

use std::sync::mpsc::Sender;
use std::time::{Duration, Instant};

use tokio_util::sync::CancellationToken;

use super::message::Message;
use crate::engine::Outside;
use crate::model::Target;
use crate::settings::Settings;
use crate::watch::{Followed, Follower, Look, look_once};

/// Between looks at first; the pause grows while nothing changes.
pub const FIRST_PAUSE: Duration = Duration::from_secs(15);
/// Looks that are kept for the plot; a day of watching fits.
const KEPT: usize = 2_000;

/// Which watch a look belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct WatchId(pub u64);

/// One look that has ended.
#[derive(Debug, Clone)]
pub struct LookDone {
    pub at_unix: i64,
    pub ms: u64,
    pub followed: Followed,
}

/// The state of watching.
#[derive(Debug, Clone, Default)]
pub struct Watching {
    on: bool,
    id: WatchId,
    pub looks: Vec<LookDone>,
}

impl Watching {
    pub fn begun(id: WatchId) -> Self {
        Watching { on: true, id, ..Watching::default() }
    }

    pub fn is_on(&self) -> bool {
        self.on
    }

    pub fn stop(&mut self) {
        self.on = false;
    }

    /// A look of another watch, or one that comes after the end, is dropped.
    pub fn take(&mut self, watch: WatchId, look: LookDone) {
        if !self.on || watch != self.id {
            return;
        }
        if self.looks.len() >= KEPT {
            self.looks.remove(0);
        }
        self.looks.push(look);
    }

    pub fn is_down(&self) -> Option<bool> {
        self.looks.last().map(|look| look.followed.is_down)
    }

    /// Whether it came back during the watching.
    pub fn is_back(&self) -> bool {
        self.is_down() == Some(false) && self.looks.iter().any(|look| look.followed.is_down)
    }

    /// From and to (or still going on) of each outage: from the first bad look to the first good one of the row that
    /// ended it.
    pub fn outages(&self) -> Vec<(i64, Option<i64>)> {
        let mut outages: Vec<(i64, Option<i64>)> = Vec::new();
        let (mut down, mut good_since) = (false, None);
        for LookDone { at_unix, followed, .. } in &self.looks {
            match followed.look {
                Look::Good => good_since = good_since.or(Some(*at_unix)),
                Look::Bad(_) => good_since = None,
                Look::NoLine => {}
            }
            match (down, followed.is_down) {
                (false, true) => outages.push((*at_unix, None)),
                (true, false) => {
                    if let Some(last) = outages.last_mut() {
                        last.1 = good_since;
                    }
                }
                _ => {}
            }
            down = followed.is_down;
        }
        outages
    }
}

/// Looks again and again until the token is cancelled or nobody listens.
pub async fn follow(
    settings: Settings,
    outside: Outside,
    (watch, target): (WatchId, Target),
    stop: CancellationToken,
    sender: Sender<Message>,
    wake: impl Fn() + Send,
) {
    let mut follower = Follower::new(FIRST_PAUSE);
    loop {
        let began = Instant::now();
        let (look, wish, luck) = tokio::select! {
            looked = look_once(&settings, &outside, &target) => looked,
            () = stop.cancelled() => return,
        };
        let ms = u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX);
        let followed = follower.take(look, wish, luck);
        let pause = followed.pause;
        let done = LookDone { at_unix: outside.clock.now().as_second(), ms, followed };
        if sender.send(Message::Looked(watch, done)).is_err() {
            return;
        }
        wake();
        tokio::select! {
            () = tokio::time::sleep(pause) => {}
            () = stop.cancelled() => return,
        }
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::watch::Change;

    pub fn look(at_unix: i64, is_down: bool) -> LookDone {
        let look = if is_down { Look::Bad("502".into()) } else { Look::Good };
        let followed = Followed { look, change: Change::Nothing, is_down, pause: Duration::from_secs(15) };
        LookDone { at_unix, ms: 60, followed }
    }

    #[test]
    fn outages_have_a_beginning_and_an_end() {
        let mut watching = Watching::begun(WatchId(1));
        for (at, down) in [(0, false), (10, true), (20, true), (30, false), (40, true)] {
            watching.take(WatchId(1), look(at, down));
        }
        assert_eq!(watching.outages(), [(10, Some(30)), (40, None)]);
        assert!(!watching.is_back());
        watching.take(WatchId(1), look(50, false));
        assert!(watching.is_back());
    }

    #[test]
    fn what_arrives_after_the_end_is_dropped() {
        let mut watching = Watching::begun(WatchId(1));
        watching.stop();
        watching.take(WatchId(1), look(1, true));
        assert!(watching.looks.is_empty() && watching.is_down().is_none());
    }
}
