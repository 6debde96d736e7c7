//! Moments on two clocks, and what passed between them: watched time, or a gap in which nobody looked.

use std::time::Duration;

/// So much more than was meant is a gap: the computer slept, the program stood still, or the clock was set.
const SLACK: Duration = Duration::from_secs(60);

/// One moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// On the clock on the wall: milliseconds since 1970. It may jump.
    pub unix_ms: i64,
    /// On the clock that only runs forward, where the moment belongs to this run of the program. It stands still while
    /// some computers sleep.
    pub steady: Option<Duration>,
}

/// What lies between two moments.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Passed {
    pub ms: u64,
    /// Nobody looked: it was neither up nor down.
    pub gap: bool,
}

/// What passed where `meant` was to pass.
pub fn between(before: Moment, now: Moment, meant: Duration) -> Passed {
    let wall = now.unix_ms.saturating_sub(before.unix_ms);
    let steady = before.steady.zip(now.steady).map(|(before, now)| now.saturating_sub(before));
    let ms = |time: Duration| u64::try_from(time.as_millis()).unwrap_or(u64::MAX);
    // A clock that was set back says nothing about how long it took.
    let on_the_wall = u64::try_from(wall).unwrap_or(0);
    let longer = on_the_wall.max(steady.map_or(0, ms));
    if longer > ms(meant + SLACK) {
        return Passed { ms: longer, gap: true };
    }
    match steady {
        Some(steady) => Passed { ms: ms(steady), gap: false },
        // Over a restart there is only the wall, and what lies before it is unknown.
        None => Passed { ms: on_the_wall, gap: wall < 0 },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(unix_s: i64, steady_s: Option<u64>) -> Moment {
        Moment { unix_ms: unix_s * 1_000, steady: steady_s.map(Duration::from_secs) }
    }

    fn passed(before: Moment, now: Moment) -> (u64, bool) {
        let passed = between(before, now, Duration::from_secs(15));
        (passed.ms / 1_000, passed.gap)
    }

    #[test]
    fn a_sleep_is_a_gap_on_either_clock() {
        assert_eq!(passed(at(0, Some(0)), at(16, Some(16))), (16, false));
        assert_eq!(passed(at(0, Some(0)), at(3_600, Some(15))), (3_600, true), "the steady clock slept too");
        assert_eq!(passed(at(0, Some(0)), at(3_600, Some(3_600))), (3_600, true), "the program stood still");
    }

    #[test]
    fn a_clock_that_is_set_back_is_no_gap_and_takes_no_time_away() {
        assert_eq!(passed(at(7_200, Some(0)), at(3_600, Some(15))), (15, false));
    }

    #[test]
    fn a_restart_is_a_gap_when_it_took_longer_than_a_pause() {
        assert_eq!(passed(at(0, None), at(10, Some(0))), (10, false));
        assert_eq!(passed(at(0, None), at(900, Some(0))), (900, true));
        assert_eq!(passed(at(900, None), at(0, Some(0))), (0, true));
    }
}
