//! When to look next: the pause grows while nothing changes, with jitter, and the site's own wish is obeyed.

use std::time::Duration;

/// No pause grows longer by itself.
pub const LONGEST: Duration = Duration::from_secs(120);
/// No site's wish is obeyed for longer.
const LONGEST_WISH: Duration = Duration::from_secs(3600);
/// Share by which a pause varies, so that watchers do not ask in step.
const JITTER: f64 = 0.2;

/// The pause after the first time that the site turned this program away; it doubles from there.
const TURNED_AWAY: Duration = Duration::from_secs(300);

/// The pauses between looks.
#[derive(Debug, Clone)]
pub struct Pace {
    first: Duration,
    current: Duration,
}

impl Pace {
    pub fn new(first: Duration) -> Self {
        Pace { first, current: first }
    }

    /// Begins anew with the first pause.
    pub fn restart(&mut self) {
        self.current = self.first;
    }

    /// The pause before the next look. `luck` is a number from 0 to 1; `changed` says whether the last look differed
    /// from the one before; `wish` is the site's own `Retry-After`.
    pub fn next(&mut self, changed: bool, wish: Option<Duration>, luck: f64) -> Duration {
        self.current = if changed { self.first } else { (self.current * 2).min(LONGEST.max(self.first)) };
        obeying(varied(self.current, luck), wish)
    }

    /// The pause before a look that only has to confirm the last one. Gateways set a failed server aside for some ten
    /// seconds: looks within them are one draw.
    pub fn to_confirm(&self, wish: Option<Duration>, luck: f64) -> Duration {
        obeying(varied(self.first.min(Duration::from_secs(15)), luck), wish)
    }

    /// The pause after the site has turned this program away: it was asked too much already.
    pub fn turned_away(&mut self, wish: Option<Duration>, luck: f64) -> Duration {
        self.current = (self.current * 2).clamp(TURNED_AWAY, LONGEST_WISH);
        obeying(varied(self.current, luck), wish)
    }
}

fn varied(pause: Duration, luck: f64) -> Duration {
    pause.mul_f64(1.0 + JITTER * (2.0 * luck.clamp(0.0, 1.0) - 1.0))
}

fn obeying(pause: Duration, wish: Option<Duration>) -> Duration {
    pause.max(wish.unwrap_or_default().min(LONGEST_WISH))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pause_grows_and_starts_anew_with_a_change() {
        let mut pace = Pace::new(Duration::from_secs(15));
        let pauses: Vec<u64> = (0..5).map(|_| pace.next(false, None, 0.5).as_secs()).collect();
        assert_eq!(pauses, [30, 60, 120, 120, 120]);
        assert_eq!(pace.next(true, None, 0.5).as_secs(), 15);
    }

    #[test]
    fn the_sites_wish_is_obeyed_within_reason() {
        let mut pace = Pace::new(Duration::from_secs(15));
        assert_eq!(pace.next(false, Some(Duration::from_secs(300)), 0.5).as_secs(), 300);
        assert_eq!(pace.next(false, Some(Duration::from_secs(999_999)), 0.5).as_secs(), 3600);
    }

    #[test]
    fn jitter_stays_within_a_fifth() {
        for luck in [0.0, 0.3, 1.0, 7.0] {
            let pause = Pace::new(Duration::from_secs(10)).next(true, None, luck).as_secs_f64();
            assert!((8.0..=12.0).contains(&pause), "{pause}");
        }
    }

    #[test]
    fn who_is_turned_away_asks_less_and_less() {
        let mut pace = Pace::new(Duration::from_secs(15));
        let pauses: Vec<u64> = (0..6).map(|_| pace.turned_away(None, 0.5).as_secs()).collect();
        assert_eq!(pauses, [300, 600, 1_200, 2_400, 3_600, 3_600]);
        assert_eq!(pace.next(true, None, 0.5).as_secs(), 15);
    }

    #[test]
    fn a_look_that_confirms_obeys_the_sites_wish_too() {
        let pace = Pace::new(Duration::from_secs(60));
        assert_eq!(pace.to_confirm(None, 0.5).as_secs(), 15);
        assert_eq!(pace.to_confirm(Some(Duration::from_secs(90)), 0.5).as_secs(), 90);
    }
}
