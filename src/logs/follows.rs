//! What one worker's end leaves in a log: the lines that only follow from it are no causes of their own.

use super::sign;
use crate::model::log::{LogKind, LogSummary, LogTime, Part};

/// How long after a line what follows from it may stand, in seconds.
const AFTERMATH: i64 = 60;

/// Makes consequences of the kinds that follow from another kind of the same file.
pub fn as_consequences(mut summary: LogSummary) -> LogSummary {
    let known = summary.kinds.clone();
    for kind in summary.kinds.iter_mut().filter(|kind| kind.part == Part::Cause) {
        let Some(sign) = sign::named(&kind.id) else { continue };
        let behind = known.iter().filter(|other| sign.follows.contains(&other.id));
        if behind.clone().any(|other| accounts_for(other, kind)) {
            kind.part = Part::Consequence;
        }
    }
    summary.kinds.sort_by_key(|kind| (kind.part, std::cmp::Reverse(kind.count)));
    summary
}

/// Whether the lines of one kind are enough for those of the other, and stand just before them.
fn accounts_for(one: &LogKind, other: &LogKind) -> bool {
    let before = |earlier: Option<LogTime>, later: Option<LogTime>, slack: i64| match (earlier, later) {
        (Some(earlier), Some(later)) => earlier.seconds <= later.seconds + slack,
        _ => true,
    };
    one.count >= other.count && before(one.first, other.first, 0) && before(other.last, one.last, AFTERMATH)
}

#[cfg(test)]
mod tests {
    use crate::logs::{Wish, summarise};
    use crate::model::log::Part;

    const TIMEOUT: &str = "[2026-11-22 02:10:11 +0000] [7] [CRITICAL] WORKER TIMEOUT (pid:9)\n";
    const KILLED: &str =
        "[2026-11-22 02:10:12 +0000] [7] [ERROR] Worker (pid:9) was sent SIGKILL! Perhaps out of memory?\n";

    fn part(text: &str, id: &str) -> Option<Part> {
        let summary = summarise("x", text.as_bytes(), &Wish::default(), |_| true).unwrap();
        summary.kinds.into_iter().find(|kind| kind.id == id).map(|kind| kind.part)
    }

    #[test]
    fn what_follows_from_a_timeout_is_no_cause_of_its_own() {
        let both = [TIMEOUT, KILLED].concat();
        assert_eq!(part(&both, "gunicorn-oom"), Some(Part::Consequence));
        assert_eq!(part(&both, "gunicorn-timeout"), Some(Part::Cause));
    }

    #[test]
    fn alone_or_before_or_long_after_or_more_often_it_is_one() {
        let later = KILLED.replace("02:10:12", "03:00:00");
        let earlier = KILLED.replace("02:10:12", "02:10:00");
        for text in [
            KILLED.to_owned(),
            [TIMEOUT, &later].concat(),
            [&earlier, TIMEOUT].concat(),
            [TIMEOUT, KILLED, KILLED].concat(),
        ] {
            assert_eq!(part(&text, "gunicorn-oom"), Some(Part::Cause), "{text}");
        }
    }
}
