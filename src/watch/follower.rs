//! Follows one site: what each look changes, and how long to wait for the next one.

use std::time::Duration;

use super::look::look_at;
use super::pace::Pace;
use super::phase::{Change, Look, Watcher};
use crate::model::Target;
use crate::probe::outside::Outside;
use crate::settings::Settings;

/// One site being followed.
#[derive(Debug, Clone)]
pub struct Follower {
    watcher: Watcher,
    pace: Pace,
}

/// What came of one look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Followed {
    pub look: Look,
    pub change: Change,
    /// Whether the site counts as down after it.
    pub is_down: bool,
    /// Until the next look.
    pub pause: Duration,
}

impl Follower {
    /// `first` is the pause while things change; it grows from there.
    pub fn new(first: Duration) -> Self {
        Follower { watcher: Watcher::default(), pace: Pace::new(first) }
    }

    pub fn is_down(&self) -> bool {
        self.watcher.is_down()
    }

    /// Takes in one look. `wish` is the site's own, `luck` a number from 0 to 1.
    pub fn take(&mut self, look: Look, wish: Option<Duration>, luck: f64) -> Followed {
        let change = self.watcher.take(look.clone());
        let is_down = self.watcher.is_down();
        // A good look while it counts as down wants to be confirmed soon.
        let pause = match look {
            Look::Good if is_down => self.pace.to_confirm(),
            _ => self.pace.next(change != Change::Nothing, wish, luck),
        };
        Followed { look, change, is_down, pause }
    }
}

/// Looks at the target; what it showed, the site's own wish, and a number from 0 to 1 for the next pause.
pub async fn look_once(settings: &Settings, outside: &Outside, target: &Target) -> (Look, Option<Duration>, f64) {
    let (look, wish) = look_at(settings, outside, target).await;
    // The clock's finest digits: jitter needs no better.
    let luck = (f64::from(outside.clock.now().subsec_microsecond()) / 1_000.0).fract();
    (look, wish, luck)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_good_look_at_a_site_that_is_down_is_confirmed_soon() {
        let mut follower = Follower::new(Duration::from_secs(60));
        let mut pause = |look| follower.take(look, None, 0.5).pause.as_secs();
        assert_eq!(pause(Look::Bad("502".into())), 60);
        assert_eq!(pause(Look::Bad("502".into())), 120);
        assert_eq!(pause(Look::Good), 15);
        assert_eq!(pause(Look::Good), 60, "it is back, which is a change");
    }

    #[test]
    fn the_sites_own_wish_holds() {
        let mut follower = Follower::new(Duration::from_secs(15));
        let followed = follower.take(Look::Bad("503".into()), Some(Duration::from_secs(300)), 0.5);
        assert_eq!((followed.pause.as_secs(), followed.is_down), (300, true));
    }
}
