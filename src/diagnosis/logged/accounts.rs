//! Whether lines that say why account for failures of which a log tells no more than the status.

use super::{Logged, bare_status, explains};
use crate::model::Cause;
use crate::model::log::{LogKind, Says};

/// At least one in so many failures has to have its line, and at most one in so many may lie outside of the hours of such
/// lines.
const ONE_IN: u64 = 10;
/// Clocks on the wall lie up to so far apart, in seconds.
const ZONES: i64 = 14 * 3_600;

/// A stretch of time in which something failed: from, to, both in seconds since 1970, and how often.
type Stretch = (i64, i64, u64);

/// One kind of line in one log.
struct Lines {
    count: u64,
    /// Without times there are none.
    stretches: Vec<Stretch>,
    /// Whether the clock of the log is known.
    is_of_utc: bool,
}

/// Whether failures without a reason fall into the hours in which lines name this cause, and such lines are a tenth of them
/// or more. One line of last week, or one among thousands, explains nothing of them.
pub fn for_bare(cause: Cause, logs: &[Logged<'_>]) -> bool {
    let bare = lines(logs, |kind| bare_status(kind).is_some());
    let says_why = |kind: &LogKind| {
        kind.says != Says::Hint && kind.part.is_failure() && (kind.cause == cause || explains(cause, kind.cause))
    };
    let told = lines(logs, says_why);
    let all: u64 = bare.iter().map(|lines| lines.count).sum();
    let of_one_clock = bare.iter().chain(&told).all(|lines| lines.is_of_utc && !lines.stretches.is_empty());
    let far = if of_one_clock { 0 } else { ZONES };
    let enough = told.iter().map(|lines| lines.count).sum::<u64>() * ONE_IN >= all;
    let is_near = |(from, to, _): &Stretch| {
        let mut stretches = told.iter().flat_map(|lines| &lines.stretches);
        told.iter().any(|lines| lines.stretches.is_empty())
            || stretches.any(|(first, last, _)| first - far < *to && from - far < *last)
    };
    let outside = bare.iter().flat_map(|lines| &lines.stretches).filter(|stretch| !is_near(stretch));
    enough && outside.map(|(_, _, count)| count).sum::<u64>() * ONE_IN <= all
}

fn lines(logs: &[Logged<'_>], is_one: impl Fn(&LogKind) -> bool) -> Vec<Lines> {
    let each = logs.iter().flat_map(|logged| logged.log.kinds.iter().map(move |kind| (logged.log, kind)));
    each.filter(|(_, kind)| is_one(kind))
        .map(|(log, kind)| {
            let stretches = log.hours.iter().filter_map(|hour| {
                let count = hour.kinds.iter().find(|one| one.name == kind.id)?.count;
                let from = log.moment(hour.start).unwrap_or(hour.start.seconds);
                Some((from, from.saturating_add_unsigned(hour.width), count))
            });
            let is_of_utc = kind.last.is_some_and(|last| log.moment(last).is_some());
            Lines { count: kind.count, stretches: stretches.collect(), is_of_utc }
        })
        .collect()
}
