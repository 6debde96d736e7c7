//! What failed in each hour: causes, servers and pages. In long logs a slot is longer than an hour, so that there are few.

use std::collections::BTreeMap;

use foldhash::HashMap;

use super::matcher::{Kind, sign};
use super::tally::{NAME_BYTES, shown};
use crate::model::log::{Hour, LogTime, Named};

/// Lengths of a slot, in seconds.
const WIDTHS: [i64; 6] = [3_600, 10_800, 21_600, 86_400, 604_800, 2_592_000];
/// More slots than these make them longer.
const SLOTS: usize = 48;
/// How many names a slot keeps.
const NAMES: usize = 200;
/// How many of them are told.
const TOLD: usize = 5;

#[derive(Debug, Default, Clone)]
struct Slot {
    kinds: BTreeMap<Kind, u64>,
    servers: HashMap<Box<[u8]>, u64>,
    pages: HashMap<Box<[u8]>, u64>,
}

fn add(counts: &mut HashMap<Box<[u8]>, u64>, name: &[u8], count: u64) {
    let name = name.get(..NAME_BYTES).unwrap_or(name);
    if let Some(sum) = counts.get_mut(name) {
        *sum += count;
    } else if counts.len() < NAMES {
        counts.insert(name.into(), count);
    }
}

impl Slot {
    fn join(&mut self, other: Slot) {
        other.kinds.into_iter().for_each(|(kind, count)| *self.kinds.entry(kind).or_default() += count);
        other.servers.into_iter().for_each(|(name, count)| add(&mut self.servers, &name, count));
        other.pages.into_iter().for_each(|(name, count)| add(&mut self.pages, &name, count));
    }
}

/// All slots in which something failed.
#[derive(Debug, Default, Clone)]
pub struct Hours {
    /// The place in `WIDTHS`.
    width: usize,
    slots: BTreeMap<i64, Slot>,
}

impl Hours {
    fn seconds(&self) -> i64 {
        WIDTHS.get(self.width).copied().unwrap_or(2_592_000)
    }

    pub fn count(&mut self, kind: Kind, time: LogTime, server: Option<&[u8]>, page: Option<&[u8]>) {
        let slot = self.slots.entry(time.seconds.div_euclid(self.seconds())).or_default();
        *slot.kinds.entry(kind).or_default() += 1;
        server.into_iter().for_each(|server| add(&mut slot.servers, server, 1));
        page.into_iter().for_each(|page| add(&mut slot.pages, page, 1));
        self.limit();
    }

    fn limit(&mut self) {
        while self.slots.len() > SLOTS && self.width + 1 < WIDTHS.len() {
            self.widen(self.width + 1);
        }
    }

    fn widen(&mut self, width: usize) {
        let old = self.seconds();
        self.width = width.max(self.width);
        let new = self.seconds();
        for (place, slot) in std::mem::take(&mut self.slots) {
            self.slots.entry((place * old).div_euclid(new)).or_default().join(slot);
        }
    }

    pub fn join(&mut self, mut other: Hours) {
        let width = self.width.max(other.width);
        self.widen(width);
        other.widen(width);
        for (place, slot) in other.slots {
            self.slots.entry(place).or_default().join(slot);
        }
        self.limit();
    }

    /// What is told of them, in the order of time.
    pub fn told(&self, has_zone: bool) -> Vec<Hour> {
        let named = |counts: &HashMap<Box<[u8]>, u64>| {
            top(counts.iter().map(|(name, count)| Named { name: shown(name), count: *count }).collect())
        };
        let hour = |(place, slot): (&i64, &Slot)| {
            let kinds = slot.kinds.iter();
            let kind = |(kind, count): (&Kind, &u64)| Some(Named { name: sign(*kind)?.id.clone(), count: *count });
            Hour {
                start: LogTime { seconds: place * self.seconds(), has_zone },
                width: self.seconds().unsigned_abs(),
                kinds: top(kinds.filter_map(kind).collect()),
                servers: named(&slot.servers),
                pages: named(&slot.pages),
            }
        };
        self.slots.iter().map(hour).collect()
    }
}

/// The most frequent ones.
fn top(mut names: Vec<Named>) -> Vec<Named> {
    names.sort_by(|one, other| other.count.cmp(&one.count).then_with(|| one.name.cmp(&other.name)));
    names.truncate(TOLD);
    names
}

/// The hours of several logs as one list, each slot as long as the longest.
pub fn together<'h>(hours: impl Iterator<Item = &'h Hour> + Clone) -> Vec<Hour> {
    let width = hours.clone().map(|hour| hour.width).max().unwrap_or(3_600);
    let step = i64::try_from(width).unwrap_or(3_600).max(1);
    let mut sums: BTreeMap<i64, Hour> = BTreeMap::new();
    for hour in hours {
        let start = LogTime { seconds: hour.start.seconds.div_euclid(step) * step, ..hour.start };
        let empty = || Hour { start, width, kinds: Vec::new(), servers: Vec::new(), pages: Vec::new() };
        let sum = sums.entry(start.seconds).or_insert_with(empty);
        for (own, more) in
            [(&mut sum.kinds, &hour.kinds), (&mut sum.servers, &hour.servers), (&mut sum.pages, &hour.pages)]
        {
            for one in more {
                match own.iter_mut().find(|known| known.name == one.name) {
                    Some(known) => known.count += one.count,
                    None => own.push(one.clone()),
                }
            }
            *own = top(std::mem::take(own));
        }
    }
    sums.into_values().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::logs::{Wish, summarise};

    fn line(time: &str, port: u16) -> String {
        format!(
            "2026/11/{time} [error] 7#7: *1 connect() failed (111: Connection refused) while connecting to upstream, \
             client: 1.2.3.4, server: _, request: \"GET /p{port}?a=1 HTTP/1.1\", upstream: \"http://10.0.0.5:{port}/\"\n"
        )
    }

    #[test]
    fn each_hour_has_its_own_causes_servers_and_pages() {
        let text = line("22 02:10:11", 80).repeat(2) + &line("22 02:59:59", 81) + &line("22 03:00:00", 82);
        let summary = summarise("x", text.as_bytes(), &Wish::default(), |_| true).unwrap();
        let told: Vec<(String, u64, u64, &str)> = (summary.hours.iter())
            .map(|hour| (hour.start.to_string(), hour.width, hour.kinds[0].count, hour.pages[0].name.as_str()))
            .collect();
        let (two, three) = ("2026-11-22T02:00:00".to_owned(), "2026-11-22T03:00:00".to_owned());
        assert_eq!(told, [(two, 3_600, 3, "/p80"), (three, 3_600, 1, "/p82")]);
        assert_eq!(
            (summary.hours[0].servers.len(), summary.hours[1].servers[0].name.as_str()),
            (2, "http://10.0.0.5:82")
        );
        let both = together(summary.hours.iter().chain(&summary.hours));
        assert_eq!((both.len(), both[0].kinds[0].count), (2, 6));
    }

    #[test]
    fn slots_grow_longer_instead_of_more() {
        let month: String =
            (1..=28).flat_map(|day| (0..24).map(move |hour| line(&format!("{day:02} {hour:02}:00:00"), 80))).collect();
        let summary = summarise("x", month.as_bytes(), &Wish::default(), |_| true).unwrap();
        assert!(summary.hours.len() <= SLOTS && summary.hours[0].width == 86_400, "{}", summary.hours.len());
        assert_eq!(summary.hours.iter().map(|hour| hour.kinds[0].count).sum::<u64>(), 28 * 24);
    }
}
