//! What was counted. Tallies of parts of a file are made side by side and then joined; the sums do not depend on where
//! the file was parted.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use memchr::memmem::Finder;

use super::answers::Answers;
use super::asked::Ours;
use super::hits::{Hit, Hits, Room};
use super::matcher::{Kind, sign};
use super::scan::Wish;
use super::wanted::Found;
use crate::model::Cause;
use crate::model::log::{LogSummary, LogTime, Mark, Named, Part, UNKNOWN_SHOWN, Unrecognised};

/// How many different names all tables keep together; what comes after that is counted without its name. A table of
/// names takes about eighty bytes for each.
pub const NAMES: usize = 100_000;
/// How much of a name is kept, in bytes.
pub const NAME_BYTES: usize = 256;
/// How many starts and reloads are kept.
const MARKS: usize = 200;
/// How much of a line is shown, in bytes.
pub const EXAMPLE_BYTES: usize = 600;

/// What a file, or a part of it, holds.
#[derive(Debug, Clone)]
pub struct Tally {
    pub lines: u64,
    /// Lines of other times than those that count.
    pub left_out: u64,
    /// The place of the block in its log that is being counted.
    pub place: u64,
    room: Room,
    /// Lines by the place of their format.
    formats: Vec<u64>,
    from: Option<LogTime>,
    to: Option<LogTime>,
    /// Lines of known kinds, and those about answers to this program itself.
    hits: Hits,
    own: Hits,
    has_zone: bool,
    unknown: u64,
    /// The first ones, each with the place of its block.
    unknown_lines: Vec<(u64, Vec<u8>)>,
    /// Lines about the requests that are looked for.
    pub found: Found,
    pub answers: Answers,
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

impl Tally {
    /// One of so many that are made side by side and then joined: together they keep as many names as one.
    pub fn one_of(tallies: usize) -> Tally {
        Tally {
            lines: 0,
            left_out: 0,
            place: 0,
            room: Room::of(NAMES / tallies.max(1)),
            formats: Vec::new(),
            from: None,
            to: None,
            hits: Hits::default(),
            own: Hits::default(),
            has_zone: false,
            unknown: 0,
            unknown_lines: Vec::new(),
            answers: Answers::one_of(tallies),
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
        if let (Some(time), Some(Part::Mark)) = (hit.time, sign(hit.kind).map(|sign| sign.part)) {
            self.mark(time, hit.kind);
        }
        // Of the moment that is asked about, this program's own looks are what is looked for.
        let is_own = hit.fields.own && hit.ours == Ours::default();
        let hits = if is_own { &mut self.own } else { &mut self.hits };
        hits.count(hit, self.place, &mut self.room);
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
        Glimpse { lines: self.lines, causes: self.hits.causes() }
    }

    pub fn unknown(&mut self, line: &[u8]) {
        self.unknown += 1;
        if self.unknown_lines.len() < UNKNOWN_SHOWN {
            let mut shown = Vec::new();
            without_queries(line, &mut shown);
            self.unknown_lines.push((self.place, shown));
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
        self.hits.join(other.hits, &mut self.room);
        self.own.join(other.own, &mut self.room);
        self.room.is_spent |= other.room.is_spent;
        self.answers.join(other.answers);
        other.marks.into_iter().for_each(|(time, kind)| self.mark(time, kind));
        self.found.join(other.found);
        self.unknown += other.unknown;
        // Which worker read which block is chance; where it stands in the log is not.
        self.unknown_lines.extend(other.unknown_lines);
        self.unknown_lines.sort_by_key(|(place, _)| *place);
        self.unknown_lines.truncate(UNKNOWN_SHOWN);
    }

    /// The hits that count: without this program's own looks, but where nothing else failed. It asks where it fails, and more
    /// often than visitors do.
    fn counted(&self) -> Cow<'_, Hits> {
        if self.hits.fail() || !self.own.fail() {
            return Cow::Borrowed(&self.hits);
        }
        let mut both = self.hits.clone();
        both.join(self.own.clone(), &mut Room::of(NAMES));
        Cow::Owned(both)
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
        let hits = self.counted();
        let mut kinds = hits.kinds(utc_offset);
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
            histogram: hits.time_line.told(self.has_zone),
            unrecognised: Unrecognised {
                count: self.unknown,
                examples: self.unknown_lines.iter().map(|(_, line)| shown(line)).collect(),
            },
            left_out: self.left_out,
            unlearnt: wish.unlearnt,
            names_left_out: self.room.is_spent || self.answers.has_left_out_names(),
            traced: None,
            hours: hits.hours.told(self.has_zone),
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
pub fn without_queries(line: &[u8], out: &mut Vec<u8>) {
    let mut hidden = false;
    for byte in line.iter().take(EXAMPLE_BYTES) {
        // Blanks and quotation marks end an address; an apostrophe may stand in it (RFC 3986 section 2.2).
        if hidden && !byte.is_ascii_whitespace() && *byte != b'"' {
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
    use super::super::asked::page;
    use super::*;

    #[test]
    fn a_query_ends_at_a_blank_and_not_at_an_apostrophe() {
        for line in ["GET /a?name=O'Brien&q=SECRET HTTP/1.1", "GET /a?q=<b>SECRET HTTP/1.1", "/x?a='SECRET'"] {
            let told = String::from_utf8(shown_of(line.as_bytes())).unwrap();
            assert!(!told.contains("SECRET"), "{told}");
        }
    }

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
}
