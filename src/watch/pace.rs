//! When to look next: the pause grows while nothing changes, with jitter, and the site's own wish is obeyed.

use std::time::Duration;

/// No pause grows longer by itself.
const LONGEST: Duration = Duration::from_secs(120);
/// No site's wish is obeyed for longer.
const LONGEST_WISH: Duration = Duration::from_secs(3600);
/// Share by which a pause varies, so that watchers do not ask in step.
const JITTER: f64 = 0.2;

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

    /// The pause before the next look. `luck` is a number from 0 to 1; `changed` says whether the last look differed
    /// from the one before; `wish` is the site's own `Retry-After`.
    pub fn next(&mut self, changed: bool, wish: Option<Duration>, luck: f64) -> Duration {
        self.current = if changed { self.first } else { (self.current * 2).min(LONGEST.max(self.first)) };
        let factor = 1.0 + JITTER * (2.0 * luck.clamp(0.0, 1.0) - 1.0);
        let own = self.current.mul_f64(factor);
        own.max(wish.unwrap_or_default().min(LONGEST_WISH))
    }

    /// The pause before a look that only has to confirm the last one.
    pub fn to_confirm(&self) -> Duration {
        self.first.min(Duration::from_secs(15))
    }
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
}
