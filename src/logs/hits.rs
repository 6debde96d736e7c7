//! Lines of known kinds: how many of each, when, and about which servers and pages.

use std::collections::BTreeMap;

use foldhash::HashMap;

use super::asked::{Ours, page};
use super::format;
use super::hours::Hours;
use super::matcher::{Kind, sign};
use super::tally::{EXAMPLE_BYTES, NAME_BYTES, last_try, server, shown, without_queries};
use super::time_line::TimeLine;
use crate::model::Cause;
use crate::model::log::{LogKind, LogTime, NAMES_TOLD, Named, Part, Says};

/// How many more names all tables may keep together.
#[derive(Debug, Clone, Copy)]
pub struct Room {
    left: usize,
    /// Whether a name found none.
    pub is_spent: bool,
}

impl Room {
    pub fn of(left: usize) -> Room {
        Room { left, is_spent: false }
    }

    /// Takes the room of one name, if there is any.
    fn take(&mut self) -> bool {
        match self.left.checked_sub(1) {
            Some(less) => self.left = less,
            None => {
                self.is_spent = true;
                return false;
            }
        }
        true
    }
}

/// Counts by name, bounded.
#[derive(Debug, Default, Clone)]
struct Table {
    counts: HashMap<Box<[u8]>, u64>,
}

impl Table {
    fn add(&mut self, name: &[u8], count: u64, room: &mut Room) {
        let name = name.get(..NAME_BYTES).unwrap_or(name);
        if let Some(sum) = self.counts.get_mut(name) {
            *sum += count;
        } else if room.take() {
            self.counts.insert(name.into(), count);
        }
    }

    fn join(&mut self, other: Table, room: &mut Room) {
        other.counts.into_iter().for_each(|(name, count)| self.add(&name, count, room));
    }

    /// The most frequent ones.
    fn top(&self) -> Vec<Named> {
        let mut all: Vec<(&[u8], u64)> = self.counts.iter().map(|(name, count)| (&**name, *count)).collect();
        all.sort_by(|one, other| other.1.cmp(&one.1).then_with(|| one.0.cmp(other.0)));
        let named = |(name, count): (&[u8], u64)| Named { name: shown(name), count };
        all.into_iter().take(NAMES_TOLD).map(named).collect()
    }
}

/// What is known of one kind of line.
#[derive(Debug, Default, Clone)]
struct Group {
    count: u64,
    first: Option<LogTime>,
    last: Option<LogTime>,
    upstreams: Table,
    requests: Table,
    hosts: Table,
    /// How many of them stood in lines of no known format, where a visitor may have put the words.
    loose: u64,
    ours: Ours,
    /// The last one, and the place of its block.
    example: (u64, Vec<u8>),
}

/// A line of a known kind.
pub struct Hit<'a> {
    pub kind: Kind,
    pub time: Option<LogTime>,
    /// What is shown of the line.
    pub shown: &'a [u8],
    pub fields: format::Fields<'a>,
    /// The line has no known format.
    pub loose: bool,
    pub ours: Ours,
}

/// Lines of known kinds.
#[derive(Debug, Default, Clone)]
pub struct Hits {
    groups: BTreeMap<Kind, Group>,
    pub time_line: TimeLine,
    pub hours: Hours,
}

impl Hits {
    /// Counts a line of the block at this place.
    pub fn count(&mut self, hit: &Hit<'_>, place: u64, room: &mut Room) {
        let part = sign(hit.kind).map(|sign| sign.part);
        let server = hit.fields.upstream.map(|upstream| server(last_try(upstream)));
        let page = hit.fields.request.filter(|_| !hit.fields.own).map(page);
        let group = self.groups.entry(hit.kind).or_default();
        group.count += 1;
        if let Some(time) = hit.time {
            group.first = Some(group.first.map_or(time, |first| first.min(time)));
            group.last = Some(group.last.map_or(time, |last| last.max(time)));
            if part.is_some_and(Part::is_failure) {
                self.time_line.count(time.seconds, hit.kind);
                self.hours.count(hit.kind, time, server, page);
            }
        }
        if let Some(server) = server {
            group.upstreams.add(server, 1, room);
        }
        group.loose += u64::from(hit.loose);
        group.ours.add(hit.ours);
        if let Some(host) = hit.fields.host {
            group.hosts.add(host, 1, room);
        }
        if let Some(page) = page {
            group.requests.add(page, 1, room);
        }
        // Cleaned when it is told: there are millions of lines, and one is shown.
        group.example.0 = place;
        group.example.1.clear();
        group.example.1.extend_from_slice(hit.shown.get(..EXAMPLE_BYTES).unwrap_or(hit.shown));
    }

    pub fn join(&mut self, other: Hits, room: &mut Room) {
        for (kind, group) in other.groups {
            let own = self.groups.entry(kind).or_default();
            // Which worker read which block is chance; the later line is not.
            if own.count == 0 || group.example.0 > own.example.0 {
                own.example = group.example;
            }
            own.count += group.count;
            own.first = own.first.into_iter().chain(group.first).min();
            own.last = own.last.into_iter().chain(group.last).max();
            own.upstreams.join(group.upstreams, room);
            own.loose += group.loose;
            own.ours.add(group.ours);
            own.hosts.join(group.hosts, room);
            own.requests.join(group.requests, room);
        }
        self.hours.join(other.hours);
        self.time_line.join(other.time_line);
    }

    /// Whether any of them stands for a failed answer.
    pub fn fail(&self) -> bool {
        self.groups.keys().any(|kind| sign(*kind).is_some_and(|sign| sign.part.is_failure()))
    }

    /// Those that stand for a failed answer, by cause; what is no more than a hint is left out.
    pub fn causes(&self) -> BTreeMap<Cause, u64> {
        let mut causes = BTreeMap::new();
        for (kind, group) in &self.groups {
            let told = sign(*kind).filter(|sign| sign.part == Part::Cause && sign.says != Says::Hint);
            if let Some(sign) = told {
                *causes.entry(sign.cause).or_default() += group.count;
            }
        }
        causes
    }

    /// All kinds, in no order.
    pub fn kinds(&self, utc_offset: Option<i64>) -> Vec<LogKind> {
        self.groups.iter().filter_map(|(kind, group)| told(*kind, group, utc_offset)).collect()
    }
}

fn told(kind: Kind, group: &Group, utc_offset: Option<i64>) -> Option<LogKind> {
    let sign = sign(kind)?;
    let mut example = Vec::new();
    without_queries(&group.example.1, &mut example);
    Some(LogKind {
        id: sign.id.clone(),
        writer: sign.writer.clone(),
        cause: sign.cause,
        says: if 2 * group.loose >= group.count { sign.says.min(Says::Usually) } else { sign.says },
        part: sign.part,
        count: group.count,
        ours: group.ours.at(utc_offset),
        first: group.first,
        last: group.last,
        upstreams: group.upstreams.top(),
        requests: group.requests.top(),
        hosts: group.hosts.top(),
        example: shown(&example),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::logs::{Wish, summarise};
    use crate::model::log::LogSummary;

    #[test]
    fn tables_are_bounded() {
        let mut table = Table::default();
        let mut room = Room::of(100);
        (0..100).for_each(|number| table.add(number.to_string().as_bytes(), 1, &mut room));
        assert!(!room.is_spent);
        (90..110).for_each(|number| table.add(number.to_string().as_bytes(), 1, &mut room));
        assert_eq!((table.counts.len(), room.left, room.is_spent), (100, 0, true));
        assert_eq!(table.top().len(), NAMES_TOLD);
    }

    fn line(second: u32, page: &str, status: u16, agent: &str) -> String {
        format!(
            "203.0.113.7 - - [22/Nov/2026:02:10:{second:02} +0000] \"GET {page} HTTP/1.1\" {status} 157 \"-\" \"{agent}\"\n"
        )
    }

    fn read(text: &str) -> LogSummary {
        summarise("x", text.as_bytes(), &Wish::default(), |_| true).unwrap()
    }

    #[test]
    fn this_programs_own_looks_count_where_nothing_else_failed_and_nowhere_else() {
        let own = line(11, "/", 502, "Gatemend/0.1.0").repeat(9);
        let both = read(&(own.clone() + &line(12, "/cart", 502, "x").repeat(2) + &line(13, "/", 200, "x")));
        let count = |log: &LogSummary| log.kinds.iter().map(|kind| kind.count).collect::<Vec<_>>();
        let over_time = |log: &LogSummary| log.histogram.iter().map(|bucket| bucket.count).sum::<u64>();
        assert_eq!((count(&both), over_time(&both), both.kinds[0].requests[0].name.as_str()), (vec![2], 2, "/cart"));
        let answers = both.answers.unwrap();
        assert_eq!((answers.to_gatemend, answers.peak.map(|peak| (peak.answers, peak.failed))), (9, Some((3, 2))));
        // A site that fails for this program alone is not told to be well.
        let alone = read(&(own + &line(13, "/", 200, "x")));
        assert_eq!((count(&alone), over_time(&alone)), (vec![9], 9));
    }

    #[test]
    fn the_last_line_and_the_first_unknown_ones_are_the_same_however_the_work_is_shared() {
        // Several blocks, all of one second.
        let mut text = String::new();
        for number in 0..20_000 {
            text += &line(11, &format!("/p{}", number % 300), 502, &format!("agent {number}"));
            text += &format!("unknown {number}\n");
        }
        for _ in 0..4 {
            let told = read(&text);
            assert!(told.kinds[0].example.contains("agent 19999"), "{}", told.kinds[0].example);
            assert_eq!(told.unrecognised.examples, ["unknown 0", "unknown 1", "unknown 2", "unknown 3", "unknown 4"]);
        }
    }

    #[test]
    fn more_names_than_are_kept_are_told() {
        let pages = |count: usize| (0..count).map(|page| line(11, &format!("/{page}"), 200, "x")).collect::<String>();
        assert!(read(&pages(crate::logs::tally::NAMES + 1)).names_left_out);
        assert!(!read(&pages(20_000)).names_left_out);
    }
}
