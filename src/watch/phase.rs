//! When a site counts as down and when as back: the rules, pure, over every address that failed.

use std::net::IpAddr;

use super::look::{Asking, Round, Seen};
use super::record::Record;

/// No site's addresses are remembered beyond these: those that fail come first.
const MOST_RECORDS: usize = 16;
/// Failing addresses that one look asks.
const MOST_FAILING: usize = 8;
/// So many lookups in a row, over this time, must leave an address out before it is no longer the site's.
const ABSENT_LOOKUPS: u32 = 5;
const ABSENT_MS: u64 = 5 * 60 * 1_000;

/// What one look showed of the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Look {
    Good,
    /// Bad, and in which way: a status or a word; where only some addresses fail, which.
    Bad(String),
    /// This device itself could not look: it says nothing about the site.
    NoLine,
    /// The site turned this program away, and in which way: neither up nor down.
    TurnedAway(String),
}

impl Look {
    pub fn says_something(&self) -> bool {
        matches!(self, Look::Good | Look::Bad(_))
    }
}

/// What a look changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    Nothing,
    /// It counts as failing now, or fails in another way than before.
    Fails(String),
    /// One bad look in a good row: it takes more to be down.
    Doubtful(String),
    /// The doubt was nothing.
    Steady,
    /// A good look after bad ones; it takes more to be back.
    Improves,
    /// Enough good looks in a row, at every address that failed.
    Back,
    /// It works at the first look that says something.
    Works,
}

impl Change {
    /// For programs.
    pub fn name(&self) -> &'static str {
        match self {
            Change::Nothing => "same",
            Change::Fails(_) => "fails",
            Change::Doubtful(_) => "doubtful",
            Change::Steady => "steady",
            Change::Improves => "improves",
            Change::Back => "back",
            Change::Works => "works",
        }
    }
}

/// Follows one site.
#[derive(Debug, Clone, Default)]
pub struct Watcher {
    records: Vec<Record>,
    /// Last look that said something.
    last: Option<Look>,
    /// It worked at least once.
    worked: bool,
    /// No look of this sitting has said anything yet.
    resumed: bool,
    doubtful: bool,
    turn: usize,
}

impl Watcher {
    pub fn is_down(&self) -> bool {
        self.records.iter().any(|record| record.failing)
    }

    /// Bytes that it takes in memory beside itself.
    #[cfg(test)]
    pub fn footprint(&self) -> usize {
        self.records.capacity() * size_of::<Record>() + self.last.as_ref().map_or(0, |look| look.what().len())
    }

    /// A good row has begun and wants to be confirmed, or a single bad look does.
    pub fn wants_another(&self) -> bool {
        self.doubtful || self.records.iter().any(Record::wants_another)
    }

    /// Nobody looked for a while. What was known before stays, rows end.
    pub fn gap(&mut self) {
        self.records.iter_mut().for_each(Record::gap);
        self.doubtful = false;
    }

    /// The same page is watched again: the first good look says that it works, although nothing changed.
    pub fn resume(&mut self) {
        self.gap();
        self.resumed = true;
    }

    pub fn asking(&self) -> Asking {
        let suspects = self.records.iter().filter(|record| record.failing || record.is_doubtful());
        let failing = suspects.filter_map(|record| record.ip).take(MOST_FAILING).collect();
        Asking { all: self.last.is_none() || self.resumed, failing, turn: self.turn }
    }

    /// Takes in one look, at this moment in watched milliseconds.
    pub fn take(&mut self, round: &Round, now_ms: u64) -> (Look, Change) {
        self.turn = self.turn.wrapping_add(1);
        let was_down = self.is_down();
        let lost = self.leave_out(&round.no_way);
        let look = self.judge(round, now_ms);
        if !look.says_something() {
            return (look, Change::Nothing);
        }
        let before = self.last.replace(look.clone());
        let first = before.is_none() || std::mem::take(&mut self.resumed);
        let is_down = self.is_down();
        let was_doubtful = std::mem::replace(&mut self.doubtful, self.records.iter().any(Record::is_doubtful));
        let change = match &look {
            Look::Bad(what) if is_down && (!was_down || first || before.as_ref() != Some(&look)) => {
                Change::Fails(what.clone())
            }
            Look::Bad(what) if !is_down && !was_doubtful => Change::Doubtful(what.clone()),
            // What failed cannot be asked from here any more: it works here, and nobody saw it come back.
            Look::Good if was_down && !is_down && lost => Change::Works,
            Look::Good if was_down && !is_down => Change::Back,
            Look::Good if was_down && before != Some(Look::Good) => Change::Improves,
            Look::Good if first && !is_down => Change::Works,
            Look::Good if was_doubtful && !self.doubtful => Change::Steady,
            _ => Change::Nothing,
        };
        self.worked |= look == Look::Good;
        (look, change)
    }

    /// Writes the look into the records of the addresses.
    fn judge(&mut self, round: &Round, now_ms: u64) -> Look {
        if !round.line {
            return Look::NoLine;
        }
        // A site that never worked here, or is down already, has no good row that one bad look could leave whole.
        let at_once = !self.worked || self.is_down();
        if !round.named {
            self.record(None).take_bad(now_ms, at_once);
            return Look::Bad("DNS".to_owned());
        }
        if let Some(name) = self.records.iter_mut().find(|record| record.ip.is_none()) {
            name.take_good(now_ms);
        }
        self.note_absent(round, now_ms);
        let mut bad: Vec<(IpAddr, String)> = Vec::new();
        let (mut good, mut turned_away) = (false, None);
        let nobody_connects = round.seen.iter().all(|(_, seen)| *seen == Seen::NoConnection);
        let families: Vec<bool> =
            round.seen.iter().filter(|(_, seen)| *seen != Seen::NoConnection).map(|(ip, _)| ip.is_ipv6()).collect();
        for (ip, seen) in &round.seen {
            match seen {
                Seen::Good => {
                    good = true;
                    let record = self.record(Some(*ip));
                    record.connected = true;
                    record.take_good(now_ms);
                }
                Seen::Bad(what) => {
                    let record = self.record(Some(*ip));
                    record.connected = true;
                    record.take_bad(now_ms, at_once);
                    bad.push((*ip, what.clone()));
                }
                Seen::TurnedAway(what) => turned_away = Some(what.clone()),
                Seen::NoConnection => {
                    let counts = nobody_connects
                        || families.contains(&ip.is_ipv6())
                        || self.records.iter().any(|record| record.ip == Some(*ip) && record.connected);
                    if counts {
                        self.record(Some(*ip)).take_bad(now_ms, at_once);
                        bad.push((*ip, "no connection".to_owned()));
                    } else {
                        // No address of this family was ever reached from here: that is this device's way of being, and
                        // browsers pass over it.
                        self.records.retain(|record| record.ip != Some(*ip));
                    }
                }
            }
        }
        match (bad.is_empty(), good, turned_away) {
            (false, ..) => Look::Bad(in_words(&bad, round)),
            (true, true, _) => Look::Good,
            (true, false, Some(what)) => Look::TurnedAway(what),
            // The name has no address at all.
            (true, false, None) if round.addresses.is_empty() => {
                self.record(None).take_bad(now_ms, at_once);
                Look::Bad("no address".to_owned())
            }
            (true, false, None) => Look::NoLine,
        }
    }

    /// Browsers pass over addresses to which this device has no way. Whether one of them failed.
    fn leave_out(&mut self, no_way: &[IpAddr]) -> bool {
        let is_out = |record: &Record| record.ip.is_some_and(|ip| no_way.contains(&ip));
        let lost = self.records.iter().any(|record| record.failing && is_out(record));
        self.records.retain(|record| !is_out(record));
        lost
    }

    /// What the name has given up for good is no longer the site's. Some names give a part of their addresses each time.
    fn note_absent(&mut self, round: &Round, now_ms: u64) {
        for record in &mut self.records {
            match record.ip {
                Some(ip) if !round.addresses.contains(&ip) => {
                    if record.absent == 0 {
                        record.absent_since = now_ms;
                    }
                    record.absent += 1;
                }
                _ => record.absent = 0,
            }
        }
        let gone = |record: &Record| {
            record.absent >= ABSENT_LOOKUPS && now_ms.saturating_sub(record.absent_since) >= ABSENT_MS
        };
        self.records.retain(|record| !gone(record));
    }

    fn record(&mut self, ip: Option<IpAddr>) -> &mut Record {
        let place = self.records.iter().position(|record| record.ip == ip);
        let place = place.unwrap_or_else(|| {
            if self.records.len() >= MOST_RECORDS {
                let spare = self.records.iter().position(|record| !record.failing).unwrap_or(0);
                self.records.remove(spare);
            }
            self.records.push(Record::new(ip));
            self.records.len() - 1
        });
        #[expect(clippy::indexing_slicing, reason = "found or pushed just now")]
        &mut self.records[place]
    }
}

/// How it fails; where only some addresses do, at which of them.
fn in_words(bad: &[(IpAddr, String)], round: &Round) -> String {
    let Some((ip, what)) = bad.first() else { return String::new() };
    let works_elsewhere = round.seen.iter().any(|(_, seen)| *seen == Seen::Good);
    if works_elsewhere {
        return match bad.len() {
            1 => format!("{what} at {ip}"),
            count => format!("{what} at {ip} and {} more", count - 1),
        };
    }
    what.clone()
}

#[cfg(test)]
#[path = "tests_phase.rs"]
pub(super) mod tests;
