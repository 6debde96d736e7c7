//! Watching one page from the window: what was seen so far, and the task that looks.

use std::sync::mpsc::Sender;
use std::time::{Duration, Instant};

use tokio_util::sync::CancellationToken;

use super::message::Message;
use crate::engine::Outside;
use crate::model::Target;
use crate::settings::Settings;
use crate::watch::{Change, Look, Pace, Watcher, look_at};

/// Between looks at first; the pause grows while nothing changes.
pub const FIRST_PAUSE: Duration = Duration::from_secs(15);
/// Looks that are kept for the plot; a day of watching fits.
const KEPT: usize = 2_000;

/// One look that has ended.
#[derive(Debug, Clone)]
pub struct LookDone {
    pub at_unix: i64,
    pub ms: u64,
    pub look: Look,
    pub change: Change,
    pub is_down: bool,
    /// Until the next look.
    pub pause: Duration,
}

/// The state of watching.
#[derive(Debug, Clone, Default)]
pub struct Watching {
    on: bool,
    pub looks: Vec<LookDone>,
    pub next: Option<Instant>,
}

impl Watching {
    pub fn begun() -> Self {
        Watching { on: true, ..Watching::default() }
    }

    pub fn is_on(&self) -> bool {
        self.on
    }

    pub fn stop(&mut self) {
        self.on = false;
        self.next = None;
    }

    pub fn take(&mut self, look: LookDone) {
        if !self.on {
            return;
        }
        self.next = Some(Instant::now() + look.pause);
        if self.looks.len() >= KEPT {
            self.looks.remove(0);
        }
        self.looks.push(look);
    }

    pub fn is_down(&self) -> Option<bool> {
        self.looks.last().map(|look| look.is_down)
    }

    /// Whether it came back during the watching.
    pub fn is_back(&self) -> bool {
        self.is_down() == Some(false) && self.looks.iter().any(|look| look.is_down)
    }

    /// From and to (or still going on) of each outage.
    pub fn outages(&self) -> Vec<(i64, Option<i64>)> {
        let mut outages: Vec<(i64, Option<i64>)> = Vec::new();
        let mut down = false;
        for look in &self.looks {
            match (down, look.is_down) {
                (false, true) => outages.push((look.at_unix, None)),
                (true, false) => {
                    if let Some(last) = outages.last_mut() {
                        last.1 = Some(look.at_unix);
                    }
                }
                _ => {}
            }
            down = look.is_down;
        }
        outages
    }
}

/// Looks again and again until the token is cancelled or nobody listens.
pub async fn follow(
    settings: Settings,
    outside: Outside,
    target: Target,
    stop: CancellationToken,
    sender: Sender<Message>,
    wake: impl Fn() + Send,
) {
    let mut watcher = Watcher::default();
    let mut pace = Pace::new(FIRST_PAUSE);
    loop {
        let began = Instant::now();
        let looked = tokio::select! {
            looked = look_at(&settings, &outside, &target) => looked,
            () = stop.cancelled() => return,
        };
        let (look, wish) = looked;
        let ms = u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX);
        let change = watcher.take(look.clone());
        let luck = f64::from(outside.clock.now().subsec_microsecond()) / 1_000.0;
        let confirms = change == Change::Improves || (look == Look::Good && watcher.is_down());
        let pause = if confirms { pace.to_confirm() } else { pace.next(change != Change::Nothing, wish, luck.fract()) };
        let at_unix = outside.clock.now().as_second();
        let done = LookDone { at_unix, ms, look, change, is_down: watcher.is_down(), pause };
        if sender.send(Message::Looked(done)).is_err() {
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
mod tests {
    use super::*;

    fn look(at_unix: i64, is_down: bool) -> LookDone {
        let look = if is_down { Look::Bad("502".into()) } else { Look::Good };
        LookDone { at_unix, ms: 60, look, change: Change::Nothing, is_down, pause: Duration::from_secs(15) }
    }

    #[test]
    fn outages_have_a_beginning_and_an_end() {
        let mut watching = Watching::begun();
        for (at, down) in [(0, false), (10, true), (20, true), (30, false), (40, true)] {
            watching.take(look(at, down));
        }
        assert_eq!(watching.outages(), [(10, Some(30)), (40, None)]);
        assert!(!watching.is_back());
        watching.take(look(50, false));
        assert!(watching.is_back());
    }

    #[test]
    fn what_arrives_after_the_end_is_dropped() {
        let mut watching = Watching::begun();
        watching.stop();
        watching.take(look(1, true));
        assert!(watching.looks.is_empty() && watching.is_down().is_none());
    }
}
