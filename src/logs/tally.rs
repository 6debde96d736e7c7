//! What was counted. Tallies of parts of a file are made side by side and then joined; the sums do not depend on where
//! the file was parted.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use foldhash::HashMap;
use memchr::memmem::Finder;

use super::answers::Answers;
use super::asked::{Ours, page};
use super::format;
use super::hours::Hours;
use super::matcher::{Kind, sign};
use super::scan::Wish;
use super::time_line::TimeLine;
use super::wanted::Found;
use crate::model::Cause;
use crate::model::log::{
    LogKind, LogSummary, LogTime, Mark, NAMES_TOLD, Named, Part, Says, UNKNOWN_SHOWN, Unrecognised,
};

/// How many different names all tables keep together; what comes after that is counted without its name. A table of
/// names takes about eighty bytes for each.
pub const NAMES: usize = 100_000;
/// How much of a name is kept, in bytes.
pub const NAME_BYTES: usize = 256;
/// How many starts and reloads are kept.
const MARKS: usize = 200;
/// How much of a line is shown, in bytes.
const EXAMPLE_BYTES: usize = 600;

/// Counts by name, bounded.
#[derive(Debug, Default, Clone)]
struct Table {
    counts: HashMap<Box<[u8]>, u64>,
}

impl Table {
    /// `room` is how many more names there may be.
    fn add(&mut self, name: &[u8], count: u64, room: &mut usize) {
        let name = name.get(..NAME_BYTES).unwrap_or(name);
        if let Some(sum) = self.counts.get_mut(name) {
            *sum += count;
        } else if let Some(less) = room.checked_sub(1) {
            *room = less;
            self.counts.insert(name.into(), count);
        }
    }

    fn join(&mut self, other: Table, room: &mut usize) {
        other.counts.into_iter().for_each(|(name, count)| self.add(&name, count, room));
    }

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
    example: Vec<u8>,
}

/// What a file, or a part of it, holds.
#[derive(Debug, Clone)]
pub struct Tally {
    pub lines: u64,
    /// Lines of other times than those that count.
    pub left_out: u64,
    /// How many more names the tables may keep.
    room: usize,
    /// Lines by the place of their format.
    formats: Vec<u64>,
    from: Option<LogTime>,
    to: Option<LogTime>,
    groups: BTreeMap<Kind, Group>,
    time_line: TimeLine,
    has_zone: bool,
    unknown: u64,
    unknown_lines: Vec<Vec<u8>>,
    /// Lines about the requests that are looked for.
    pub found: Found,
    pub answers: Answers,
    hours: Hours,
    marks: BTreeSet<(LogTime, Kind)>,
}

impl Default for Tally {
    fn default() -> Self {
        Tally::one_of(1)
    }
}

/// What was counted so far, in short.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Glimpse {
    pub lines: u64,
    /// Lines that stand for a failed answer, by cause; what is no more than a hint is left out.
    pub causes: BTreeMap<Cause, u64>,
}

impl Glimpse {
    pub fn add(&mut self, other: &Glimpse) {
        self.lines += other.lines;
        for (cause, count) in &other.causes {
            *self.causes.entry(*cause).or_default() += count;
        }
    }
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

impl Tally {
    /// One of so many that are made side by side and then joined: together they keep as many names as one.
    pub fn one_of(tallies: usize) -> Tally {
        Tally {
            lines: 0,
            left_out: 0,
            room: NAMES / tallies.max(1),
            formats: Vec::new(),
            from: None,
            to: None,
            groups: BTreeMap::new(),
            time_line: TimeLine::default(),
            has_zone: false,
            unknown: 0,
            unknown_lines: Vec::new(),
            answers: Answers::one_of(tallies),
            hours: Hours::default(),
            marks: BTreeSet::new(),
            found: Found::default(),
        }
    }

    /// Counts so many lines of this format.
    pub fn of_format(&mut self, format: usize, lines: u64) {
        if self.formats.len() <= format {
            self.formats.resize(format + 1, 0);
        }
        self.formats.get_mut(format).into_iter().for_each(|count| *count += lines);
    }

    /// Widens the time that the log spans.
    pub fn span(&mut self, time: LogTime) {
        self.from = Some(self.from.map_or(time, |from| from.min(time)));
        self.to = Some(self.to.map_or(time, |to| to.max(time)));
        self.has_zone |= time.has_zone;
    }

    pub fn hit(&mut self, hit: &Hit<'_>) {
        hit.time.into_iter().for_each(|time| self.span(time));
        let part = sign(hit.kind).map(|sign| sign.part);
        let server = hit.fields.upstream.map(|upstream| server(last_try(upstream)));
        let page = hit.fields.request.filter(|_| !hit.fields.own).map(page);
        if let (Some(time), Some(Part::Mark)) = (hit.time, part) {
            self.mark(time, hit.kind);
        }
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
            group.upstreams.add(server, 1, &mut self.room);
        }
        group.loose += u64::from(hit.loose);
        group.ours.add(hit.ours);
        if let Some(host) = hit.fields.host {
            group.hosts.add(host, 1, &mut self.room);
        }
        if let Some(page) = page {
            group.requests.add(page, 1, &mut self.room);
        }
        // Cleaned when it is told: there are millions of lines, and one is shown.
        group.example.clear();
        group.example.extend_from_slice(hit.shown.get(..EXAMPLE_BYTES).unwrap_or(hit.shown));
    }

    /// Keeps the first ones.
    fn mark(&mut self, time: LogTime, kind: Kind) {
        self.marks.insert((time, kind));
        if self.marks.len() > MARKS {
            self.marks.pop_last();
        }
    }

    /// What was counted so far, in short.
    pub fn glimpse(&self) -> Glimpse {
        let mut causes = BTreeMap::new();
        for (kind, group) in &self.groups {
            let told = sign(*kind).filter(|sign| sign.part == Part::Cause && sign.says != Says::Hint);
            if let Some(sign) = told {
                *causes.entry(sign.cause).or_default() += group.count;
            }
        }
        Glimpse { lines: self.lines, causes }
    }

    pub fn unknown(&mut self, line: &[u8]) {
        self.unknown += 1;
        if self.unknown_lines.len() < UNKNOWN_SHOWN {
            let mut shown = Vec::new();
            without_queries(line, &mut shown);
            self.unknown_lines.push(shown);
        }
    }

    /// The last time in it.
    pub fn newest(&self) -> Option<LogTime> {
        self.to
    }

    /// Takes in the tally of the part that follows.
    pub fn join(&mut self, other: Tally) {
        self.lines += other.lines;
        self.left_out += other.left_out;
        (0..).zip(other.formats).for_each(|(format, lines)| self.of_format(format, lines));
        other.from.into_iter().chain(other.to).for_each(|time| self.span(time));
        for (kind, group) in other.groups {
            let own = self.groups.entry(kind).or_default();
            own.count += group.count;
            // Which worker read which block is chance; the later line is not.
            if (group.last, &group.example) > (own.last, &own.example) {
                own.example = group.example;
            }
            own.first = own.first.into_iter().chain(group.first).min();
            own.last = own.last.into_iter().chain(group.last).max();
            own.upstreams.join(group.upstreams, &mut self.room);
            own.loose += group.loose;
            own.ours.add(group.ours);
            own.hosts.join(group.hosts, &mut self.room);
            own.requests.join(group.requests, &mut self.room);
        }
        self.answers.join(other.answers);
        self.hours.join(other.hours);
        other.marks.into_iter().for_each(|(time, kind)| self.mark(time, kind));
        self.time_line.join(other.time_line);
        self.found.join(other.found);
        self.unknown += other.unknown;
        let room = UNKNOWN_SHOWN.saturating_sub(self.unknown_lines.len());
        self.unknown_lines.extend(other.unknown_lines.into_iter().take(room));
    }

    /// What is told of it. `utc_offset` is that of times without a zone, in seconds east, where it is known.
    pub fn summary(
        &self,
        name: &str,
        bytes: u64,
        cut: Option<String>,
        utc_offset: Option<i64>,
        wish: &Wish,
    ) -> LogSummary {
        let mut formats: Vec<Named> = self
            .formats
            .iter()
            .enumerate()
            .filter(|(_, lines)| **lines > 0)
            .filter_map(|(format, lines)| Some(Named { name: wish.name_of(format)?.to_owned(), count: *lines }))
            .collect();
        formats.sort_by_key(|format| std::cmp::Reverse(format.count));
        let mut kinds: Vec<LogKind> =
            self.groups.iter().filter_map(|(kind, group)| told(*kind, group, utc_offset)).collect();
        kinds.retain(|kind| kind.part != Part::Mark);
        kinds.sort_by_key(|kind| (kind.part, std::cmp::Reverse(kind.count)));
        LogSummary {
            name: name.to_owned(),
            formats,
            lines: self.lines,
            bytes,
            from: self.from,
            to: self.to,
            utc_offset,
            kinds,
            histogram: self.time_line.told(self.has_zone),
            unrecognised: Unrecognised {
                count: self.unknown,
                examples: self.unknown_lines.iter().map(|line| shown(line)).collect(),
            },
            left_out: self.left_out,
            unlearnt: wish.unlearnt,
            traced: None,
            hours: self.hours.told(self.has_zone),
            answers: self.answers.told(self.has_zone).map(Box::new),
            meanwhile: self.answers.told_meanwhile(if self.has_zone { Some(0) } else { utc_offset }),
            marks: self
                .marks
                .iter()
                .filter_map(|(at, kind)| Some(Mark { id: sign(*kind)?.id.clone(), at: *at }))
                .collect(),
            cut,
            grown: 0,
        }
    }
}

fn told(kind: Kind, group: &Group, utc_offset: Option<i64>) -> Option<LogKind> {
    let sign = sign(kind)?;
    let mut example = Vec::new();
    without_queries(&group.example, &mut example);
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

/// Text for people: nothing that a terminal or a page would take for a command.
pub fn shown(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(bytes);
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect::<String>().trim_end().to_owned()
}

/// What is shown of a line.
pub fn shown_of(line: &[u8]) -> Vec<u8> {
    let mut shown = Vec::new();
    without_queries(line, &mut shown);
    shown
}

/// The beginning of a line without the queries of addresses in it, which may hold secrets.
fn without_queries(line: &[u8], out: &mut Vec<u8>) {
    let mut hidden = false;
    for byte in line.iter().take(EXAMPLE_BYTES) {
        if hidden && !byte.is_ascii_whitespace() && !b"\"'<>".contains(byte) {
            continue;
        }
        hidden = *byte == b'?';
        out.push(*byte);
    }
}

/// The server that was tried last, whose failure the visitor got.
pub fn last_try(upstream: &[u8]) -> &[u8] {
    upstream.rsplit(|byte| *byte == b',').next().unwrap_or(upstream).trim_ascii()
}

/// Made once: there are millions of lines.
static SCHEME: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new(b"://"));

/// The server of `http://10.0.0.5:8080/page`: scheme, host and port, or the whole of a socket.
pub fn server(upstream: &[u8]) -> &[u8] {
    // A scheme begins with a letter (RFC 3986 section 3.1), most addresses do not.
    let has_letter = upstream.first().is_some_and(u8::is_ascii_alphabetic);
    let Some(scheme_end) = has_letter.then(|| SCHEME.find(upstream)).flatten() else { return upstream };
    let after = upstream.get(scheme_end + 3..).unwrap_or_default();
    if let Some(path) = after.strip_prefix(b"unix:") {
        // A socket's own path ends at a colon, behind which the page's begins.
        let end = memchr::memchr(b':', path).map_or(path.len(), |end| end);
        return upstream.get(..scheme_end + 3 + 5 + end).unwrap_or(upstream);
    }
    let end = memchr::memchr(b'/', after).unwrap_or(after.len());
    upstream.get(..scheme_end + 3 + end).unwrap_or(upstream)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn servers_and_pages_are_told_without_paths_and_queries() {
        assert_eq!(server(b"http://10.0.0.5:8080/page"), b"http://10.0.0.5:8080");
        assert_eq!(server(b"fastcgi://unix:/run/php/fpm.sock:"), b"fastcgi://unix:/run/php/fpm.sock");
        assert_eq!(server(b"http://unix:/run/app.sock:/page"), b"http://unix:/run/app.sock");
        assert_eq!(server(b"10.1.0.5:8080"), b"10.1.0.5:8080");
        assert_eq!(page(b"GET /cart?token=SECRET HTTP/1.1"), b"/cart");
        assert_eq!(page(b"/page"), b"/page");
        assert_eq!(page(b"-"), b"-");
    }

    #[test]
    fn tables_are_bounded() {
        let mut table = Table::default();
        let mut room = 100;
        (0..110).for_each(|number| table.add(number.to_string().as_bytes(), 1, &mut room));
        assert_eq!((table.counts.len(), room), (100, 0));
        assert_eq!(table.top().len(), NAMES_TOLD);
    }
}
