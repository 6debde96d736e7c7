//! The outages of a history: from the first bad look to the first good one of the row that ended them.

use super::follower::Followed;
use super::phase::{Change, Look};
use super::tally::Took;

/// One outage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Outage {
    /// Milliseconds since 1970.
    pub from_ms: i64,
    /// `None` while it goes on.
    pub to_ms: Option<i64>,
    /// How much of it was seen; `None` where its end was not.
    pub took: Option<Took>,
}

/// Collects them, look by look.
#[derive(Debug, Clone, Default)]
pub struct Outages {
    pub list: Vec<Outage>,
    bad_since: Option<i64>,
    good_since: Option<i64>,
    last: i64,
}

impl Outages {
    pub fn take(&mut self, followed: &Followed) {
        let at = followed.unix_ms;
        let open = self.list.last_mut().filter(|outage| outage.to_ms.is_none());
        match &followed.look {
            Look::Good => self.good_since = self.good_since.or(Some(at)),
            Look::Bad(_) => {
                self.good_since = None;
                self.bad_since = self.bad_since.or(Some(at));
            }
            Look::NoLine | Look::TurnedAway(_) => {}
        }
        match (open, followed.is_down) {
            (None, true) => {
                let from_ms = self.bad_since.unwrap_or(at);
                self.list.push(Outage { from_ms, to_ms: None, took: None });
            }
            (Some(outage), false) => {
                let was_seen = followed.change == Change::Back;
                outage.to_ms = if was_seen { self.good_since.or(Some(at)) } else { Some(self.last) };
                outage.took = followed.took;
            }
            _ => {}
        }
        if followed.look == Look::Good && !followed.is_down {
            self.bad_since = None;
        }
        self.last = at;
    }
}
