//! Reads one block of whole lines into a tally.

use memchr::memchr;

use super::asked::{Asked, Ours, Own};
use super::begun::is_begun;
use super::format::{self, Code, Custom, Entry, Fields};
use super::hits::Hit;
use super::matcher::{BARE, Kind, by_code, sign};
use super::sign::Sign;
use super::tally::{Tally, shown_of as shown};
use super::time;
use super::wanted::PROGRAM;
use crate::model::Cause;
use crate::model::log::{LogFormat, LogTime, Unlearnt};
use crate::model::wanted::Wanted;

/// What to read, and how.
#[derive(Debug, Clone, Default)]
pub struct Wish {
    /// Nothing before this, in seconds since 1970.
    pub since: Option<i64>,
    /// Nothing after this.
    pub until: Option<i64>,
    /// Only lines from this moment on, in seconds since 1970; and how the clock of whoever reads differs from UTC, in seconds
    /// east: times without a zone are taken for times of that clock.
    pub after: Option<(i64, i64)>,
    /// The format, as its place in [`format::ALL`]; found by itself where it is not given.
    pub format: Option<usize>,
    /// The time now, in seconds since 1970: for times without a year.
    pub now: i64,
    /// The page that was asked for.
    pub asked: Option<Asked>,
    /// Requests of somebody's case that are to be found again.
    pub wanted: Option<Wanted>,
    /// When the file was last changed, in seconds since 1970.
    pub modified: Option<i64>,
    /// Formats of the owner's own: each line is tried as one of them first.
    pub formats: Vec<Custom>,
    /// What was missing to learn a format of the owner's own.
    pub unlearnt: Option<Unlearnt>,
    /// How many logs are read at the same time; 0 for this one alone.
    pub beside: usize,
}

impl Wish {
    fn takes(&self, time: Option<LogTime>) -> bool {
        let Some(time) = time else { return true };
        let moment = |utc_offset: i64| if time.has_zone { time.seconds } else { time.seconds - utc_offset };
        self.after.is_none_or(|(after, utc_offset)| moment(utc_offset) >= after)
            && self.since.is_none_or(|since| time.seconds >= since)
            && self.until.is_none_or(|until| time.seconds <= until)
    }

    fn counts(&self, time: Option<LogTime>, fields: &Fields<'_>) -> Ours {
        self.asked.as_ref().map_or_else(Ours::default, |asked| asked.counts(time, fields))
    }

    /// How the clock of a log without zones differs from UTC, in seconds east.
    pub fn utc_offset_of(&self, newest: Option<LogTime>) -> Option<i64> {
        self.asked.as_ref()?.utc_offset_of(newest?, self.modified)
    }

    /// The same, with the formats of a configuration: the one in which it writes the log of this name, or else all.
    pub fn with_formats(mut self, formats: &[LogFormat], name: &str) -> Wish {
        let mut compiled: Vec<Custom> = formats.iter().filter_map(|format| Custom::compile(format).ok()).collect();
        if compiled.iter().any(|format| format.writes(name)) {
            compiled.retain(|format| format.writes(name));
        }
        self.formats.extend(compiled);
        self
    }

    /// The same, with the form of lines that no known format reads, where it can be learnt from these.
    pub fn with_learnt(&self, sample: &[u8]) -> Wish {
        let mut wish = self.clone();
        if self.format.is_none() && self.formats.is_empty() {
            match format::learn(sample, self.now) {
                Ok(learnt) => wish.formats.push(learnt),
                Err(missing) => wish.unlearnt = missing,
            }
        }
        wish
    }

    /// What a format is called: one of the known ones, or of the owner's own behind them.
    pub fn name_of(&self, format: usize) -> Option<&str> {
        let own = || self.formats.get(format.checked_sub(format::ALL.len())?);
        format::ALL.get(format).map(|format| format.id).or_else(|| own().map(|format| format.name.as_str()))
    }

    /// Only lines of some times count.
    pub fn has_limits(&self) -> bool {
        self.since.is_some() || self.until.is_some() || self.after.is_some()
    }
}

/// The longest line that is read as a whole, in bytes; what is longer is cut.
const LONGEST_LINE: usize = 64 * 1024;

/// Counts the lines of the block at this place of its log, on top of what was counted before. A line without a time belongs
/// to the one before it: in a block that is not the first of its log that one is not seen, and where only some times count,
/// such lines do not.
pub fn block(bytes: &[u8], place: u64, wish: &Wish, mut tally: Tally) -> Tally {
    tally.place = place;
    let within = place == 0 || !wish.has_limits();
    let hint = wish.format.unwrap_or(0);
    let quick = !wish.has_limits() && wish.wanted.is_none() && wish.formats.is_empty();
    let mut scan = Scan { wish, tally, hint, alike: (hint, 0), last_time: None, paced: None, within, quick };
    let mut rest = bytes;
    while !rest.is_empty() {
        let end = memchr(b'\n', rest);
        let line = rest.get(..end.unwrap_or(rest.len())).unwrap_or_default();
        rest = end.and_then(|end| rest.get(end + 1..)).unwrap_or_default();
        scan.line(line);
    }
    scan.end()
}

struct Scan<'w, 'b> {
    wish: &'w Wish,
    tally: Tally,
    /// The format of a line before: the next one mostly has the same.
    hint: usize,
    /// A format, and how many lines of it came one behind the other that are not counted yet.
    alike: (usize, u64),
    /// The time of the last line that had one, as it stands there.
    last_time: Option<(time::Clock, &'b [u8])>,
    /// The time that was read last, as it stands there and as it is.
    paced: Option<(time::Clock, &'b [u8], Option<LogTime>)>,
    /// Whether the last line with a time lay within the limits: lines without one belong to it.
    within: bool,
    /// Nothing is asked of lines that tell nothing but their time.
    quick: bool,
}

impl<'b> Scan<'_, 'b> {
    fn line(&mut self, line: &'b [u8]) {
        self.tally.lines += 1;
        if self.quick && self.passes(line) {
            return;
        }
        // A log that was cut while its program went on writing begins with a hole (logrotate's copytruncate).
        let hole = line.iter().take_while(|byte| **byte == 0).count();
        let line = line.get(hole..).unwrap_or_default();
        let line = line.get(..line.len().min(LONGEST_LINE)).unwrap_or_default();
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        if line.is_empty() || format::is_directive(line) {
            return;
        }
        if let Some((format, entry)) = self.own(line) {
            return self.known(format, &entry, line);
        }
        // Most lines end here: nothing is carried about.
        if let Some(entry) = self.as_before(line) {
            return self.known(self.hint, &entry, line);
        }
        let inner = format::unwrapped(line);
        let wrapped = inner.len() < line.len();
        if wrapped && let Some((format, entry)) = self.own(inner).or_else(|| self.entry(inner)) {
            return self.known(format, &entry, inner);
        }
        // docker's wrapper is an object, and would be read as one.
        let read = if format::is_dockers(line) { None } else { self.entry(line) };
        match read {
            Some((format, entry)) => self.known(format, &entry, line),
            None => self.bare(inner, line),
        }
    }

    /// Counts a line that has the format of the one before and tells nothing but its time: most do. `false`: it is another.
    fn passes(&mut self, line: &'b [u8]) -> bool {
        let of_no_kind = format::ALL.get(self.hint).and_then(|format| format.of_no_kind);
        // The first time of a block is looked at more closely.
        let Some(time) = of_no_kind.filter(|_| self.last_time.is_some()).and_then(|of_no_kind| of_no_kind(line)) else {
            return false;
        };
        self.last_time = Some(time);
        self.count_format(self.hint);
        true
    }

    /// The line as one of the owner's own formats.
    #[inline]
    fn own(&self, line: &'b [u8]) -> Option<(usize, Entry<'b>)> {
        if self.wish.formats.is_empty() {
            return None;
        }
        let read = |(place, format): (usize, &Custom)| Some((format::ALL.len() + place, format.read(line)?));
        self.wish.formats.iter().enumerate().find_map(read)
    }

    /// The line as the format of the line before reads it.
    fn as_before(&self, line: &'b [u8]) -> Option<Entry<'b>> {
        let format = format::ALL.get(self.hint).filter(|_| !format::is_dockers(line))?;
        (format.read)(line)
    }

    /// The line as the format of the line before reads it, or any other.
    fn entry(&mut self, line: &'b [u8]) -> Option<(usize, Entry<'b>)> {
        let before = self.as_before(line).map(|entry| (self.hint, entry));
        if before.is_some() || self.wish.format.is_some() {
            return before;
        }
        let others = (0..).zip(format::ALL).filter(|(place, _)| *place != self.hint);
        let (place, format, entry) =
            others.into_iter().find_map(|(place, format)| Some((place, format, (format.read)(line)?)))?;
        // A wide format would take the lines of narrower ones.
        if !format.wide {
            self.hint = place;
        }
        Some((place, entry))
    }

    fn known(&mut self, format: usize, entry: &Entry<'b>, line: &'b [u8]) {
        if let Some(wanted) = &self.wish.wanted
            && let Some(time) = time::read(entry.clock, entry.time, self.wish.now)
        {
            // The words of nginx's error log hold the page as well.
            let nginx = format::ALL.get(format).is_some_and(|format| format.id == "nginx-error");
            let fields = format::fields(if nginx { "nginx" } else { "" }, line, entry.fields);
            self.tally.found.look(wanted, (line, time), &fields, shown);
        }
        if self.wish.has_limits() {
            let time = time::read(entry.clock, entry.time, self.wish.now);
            self.within = self.wish.takes(time);
            if !self.within {
                self.tally.left_out += 1;
                return;
            }
        }
        if self.last_time.is_none()
            && let Some(time) = time::read(entry.clock, entry.time, self.wish.now)
        {
            self.tally.span(time);
        }
        if !entry.time.is_empty() {
            self.last_time = Some((entry.clock, entry.time));
        }
        self.count_format(format);
        let by_code = match entry.code {
            Code::Of(family, code, how) => coded(family, code, how),
            Code::Fine | Code::None => None,
        };
        if format::ALL.get(format).is_none_or(|format| format.answers) {
            self.answer(entry, by_code.and_then(sign), line);
        }
        // A reason in words says more than a code.
        let in_words = || format::ALL.get(format).and_then(|format| format.matcher().find(entry.message));
        let found = match entry.code {
            Code::Fine => None,
            Code::Of(..) => in_words().or(by_code.map(|kind| (kind, 0))),
            Code::None => in_words(),
        };
        if let Some((kind, from)) = found {
            let time = self.paced(entry);
            let words_besides = format::ALL.get(format).map_or(0, |format| format.words_before);
            let loose = !is_begun(entry.message.get(..from).unwrap_or_default(), words_besides);
            // The message alone: what stands around it is the visitor's, and may hold secrets.
            let shown = if entry.message.is_empty() { line } else { entry.message };
            let fields = fields(kind, line, entry.fields);
            let ours = self.wish.counts(time, &fields);
            self.tally.hit(&Hit { kind, time, shown, fields, loose, ours });
        }
    }

    /// Counts an answer by the server that gave it and by its page; one that a visitor did not wait for counts as none.
    fn answer(&mut self, entry: &Entry<'b>, sign: Option<&Sign>, line: &[u8]) {
        let is_failure = |sign: &Sign| sign.part.is_failure() && sign.statuses.iter().any(|status| *status >= 500);
        // A status of a failure fails, whether or not its reason is known.
        let by_status = entry.fields.status.is_some_and(|status| status >= 500);
        let failed = sign.map_or(by_status, is_failure);
        let given_up = sign.is_some_and(|sign| sign.cause == Cause::ClientAborted);
        self.tally.answers.status(&entry.fields);
        let counts = failed || matches!(entry.code, Code::Fine | Code::Of(_, b"retried", _));
        if !counts && !given_up {
            return;
        }
        let time = self.paced(entry);
        if counts {
            self.tally.answers.count(&entry.fields, failed, time);
        }
        if let Some(asked) = &self.wish.asked {
            let (all, of_page) = asked.arrived(time, entry.fields.request);
            if counts {
                self.tally.answers.meanwhile((all, of_page));
            }
            let is_own = || memchr::memmem::find(line, PROGRAM).is_some() && !is_redirect(line);
            if of_page != Ours::default() && is_own() {
                let mut own = Own::default();
                *match (given_up, failed) {
                    (true, _) => &mut own.given_up,
                    (_, true) => &mut own.failed,
                    _ => &mut own.good,
                } = of_page;
                self.tally.answers.own(own);
            }
        }
    }

    /// The time of a line. Many lines have the one of the line before.
    fn paced(&mut self, entry: &Entry<'b>) -> Option<LogTime> {
        if let Some((_, _, time)) = self.paced.filter(|(clock, text, _)| (*clock, *text) == (entry.clock, entry.time)) {
            return time;
        }
        let time = time::read(entry.clock, entry.time, self.wish.now);
        self.paced = Some((entry.clock, entry.time, time));
        time
    }

    /// A line without a known form: a continuation, a cut line, or something else altogether.
    fn bare(&mut self, inner: &'b [u8], line: &'b [u8]) {
        if !self.within {
            self.tally.left_out += 1;
            return;
        }
        match BARE.find(inner) {
            Some((kind, _)) => {
                let time = self.last_time.and_then(|(clock, text)| time::read(clock, text, self.wish.now));
                let fields = fields(kind, inner, Fields::default());
                // A line without a time of its own may be of any time.
                self.tally.hit(&Hit { kind, time, shown: inner, fields, loose: true, ours: Ours::default() });
            }
            None => self.tally.unknown(line),
        }
    }

    /// Counts a line of this format.
    #[inline]
    fn count_format(&mut self, format: usize) {
        if self.alike.0 != format {
            self.count_alike();
            self.alike.0 = format;
        }
        self.alike.1 += 1;
    }

    fn count_alike(&mut self) {
        let lines = std::mem::take(&mut self.alike.1);
        if lines > 0 {
            self.tally.of_format(self.alike.0, lines);
        }
    }

    fn end(mut self) -> Tally {
        self.count_alike();
        if let Some(time) = self.last_time.and_then(|(clock, text)| time::read(clock, text, self.wish.now)) {
            self.tally.span(time);
        }
        self.tally
    }
}

fn fields<'a>(kind: Kind, line: &'a [u8], known: Fields<'a>) -> Fields<'a> {
    format::fields(sign(kind).map_or("", |sign| sign.writer.as_str()), line, known)
}

/// Whether a line may be about a redirect: mostly of the http address to the https one, which is no answer of the page.
fn is_redirect(line: &[u8]) -> bool {
    const STATUSES: [&[u8]; 5] = [b"301", b"302", b"303", b"307", b"308"];
    let is_edge = |byte: Option<&u8>| byte.is_none_or(|byte| !byte.is_ascii_alphanumeric() && !b".-/".contains(byte));
    STATUSES.iter().any(|status| {
        memchr::memmem::find_iter(line, status)
            .any(|at| is_edge(line.get(at.wrapping_sub(1))) && is_edge(line.get(at + status.len())))
    })
}

/// The kind of what the columns say.
fn coded(family: &str, code: &[u8], how: &[u8]) -> Option<Kind> {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    if family == "iis" {
        let words: Vec<String> = code.split(|byte| *byte == b' ').map(text).collect();
        let [status, substatus, win32, ..] = words.as_slice() else { return None };
        let exact = by_code(&format!("iis:{status}.{substatus}/{win32}"));
        let near = exact.or_else(|| by_code(&format!("iis:{status}.{substatus}")));
        return near.or_else(|| by_code(&format!("access:{status}")));
    }
    let plain = format!("{family}:{}", text(code));
    let exact = if how.is_empty() { None } else { by_code(&format!("{plain} {}", text(how))) };
    exact.or_else(|| by_code(&plain))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::logs::sign;
    use crate::model::log::{LogSummary, Part};

    const NOW: i64 = 1_795_313_500;

    fn summary(bytes: &[u8]) -> LogSummary {
        let wish = Wish { now: NOW, ..Wish::default() };
        block(bytes, 0, &wish, Tally::default()).summary("x", 0, None, None, &wish)
    }

    fn kinds(text: &str) -> Vec<(String, u64)> {
        let summary = summary(text.as_bytes());
        summary.kinds.into_iter().map(|kind| (kind.id, kind.count)).collect()
    }

    /// The starts and reloads; a line without a time of its own has that of the line before.
    fn marks(text: &str) -> Vec<(String, u64)> {
        let text = format!("2026/11/22 02:10:10 [info] 7#7: *1 x\n{text}");
        let summary = summary(text.as_bytes());
        summary.marks.into_iter().map(|mark| (mark.id, 1)).collect()
    }

    #[test]
    fn every_example_is_counted_as_its_kind() {
        let counted = |sign: &sign::Sign| {
            let found = if sign.part == Part::Mark { marks(&sign.example) } else { kinds(&sign.example) };
            (found, [(sign.id.clone(), 1)])
        };
        let wrong = sign::all().iter().map(counted).filter(|(found, wanted)| found != wanted);
        let wrong: Vec<String> = wrong.map(|(found, [(wanted, _)])| format!("{wanted}: {found:?}")).collect();
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    #[test]
    fn the_short_way_counts_what_the_long_one_counts() {
        let signs = sign::all().iter().filter(|sign| sign.writer == "nginx" && sign.part != Part::Mark);
        let mut text = String::new();
        for (number, sign) in signs.enumerate() {
            let time = format!("2026/11/22 02:{:02}:11", number % 60);
            text += &format!("{}\n{time} [error] 7#7: *1 access forbidden by rule, client: 192.0.2.1\n", sign.example);
            // What is nearly a line of nginx, and what belongs to the line before.
            text += &format!(
                "{time} [error] 7: upstream timed out\n{time} [error] x#7: *1 y\n{time} [trace] 7#7: y\n\tat x\n"
            );
            text += &format!("{time} [info] 7#7 no colon\n{time} [notice] 7#7: {}", sign.example);
            text += "\n22-Nov-2026 02:59:59 z\n";
        }
        let mut bytes = text.clone().into_bytes();
        // Each line once more a hundred times, each time with another byte, or without one.
        let mut random = 7_u64;
        for line in text.lines().filter(|line| line.is_ascii()).flat_map(|line| std::iter::repeat_n(line, 100)) {
            random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let mut line = line.as_bytes().to_vec();
            let at = (random >> 33) as usize % line.len().min(64);
            match b"#: *[]/\n\x00"[(random >> 20) as usize % 9] {
                b'\0' => _ = line.remove(at),
                byte => line[at] = byte,
            }
            bytes.extend(line);
            bytes.push(b'\n');
        }
        let told = |wish: &Wish| {
            let told = block(&bytes, 0, wish, Tally::default()).summary("x", 0, None, None, wish);
            serde_json::to_string_pretty(&told).unwrap()
        };
        let short = told(&Wish { now: NOW, ..Wish::default() });
        let long = told(&Wish { now: NOW, since: Some(i64::MIN), ..Wish::default() });
        let differing = short.lines().zip(long.lines()).find(|(short, long)| short != long);
        assert_eq!((differing, short.len()), (None, long.len()));
    }

    #[test]
    fn noise_is_read_and_counted_as_nothing() {
        let noise = "\
2026/06/15 00:00:00 [error] 12#12: *1 open() \"/var/www/html/.env\" failed (2: No such file or directory), client: 1.2.3.4, server: example.com, request: \"GET /.env HTTP/1.1\", host: \"example.com\"
2026/06/15 00:00:00 [info] 12#12: *2 client 1.2.3.4 closed keepalive connection
2026/06/15 00:00:00 [crit] 12#12: *3 SSL_do_handshake() failed (SSL: error:0A00006C:SSL routines::bad key share) while SSL handshaking, client: 1.2.3.4, server: 0.0.0.0:443
2026/06/15 00:00:00 [error] 12#12: *4 access forbidden by rule, client: 1.2.3.4, request: \"GET /no live upstreams while connecting to upstream HTTP/1.1\"
2026/06/15 00:00:01 [warn] 12#12: *5 a client request body is buffered to a temporary file /x, client: 1.2.3.4
1.2.3.4 - - [15/Jun/2026:00:00:01 +0000] \"GET / HTTP/1.1\" 200 1 \"-\" \"no live upstreams while connecting to upstream\"
";
        assert_eq!(kinds(noise), []);
        let summary = summary(noise.as_bytes());
        assert_eq!((summary.lines, summary.unrecognised.count), (6, 0));
        assert_eq!(summary.from.unwrap().to_string(), "2026-06-15T00:00:00");
        let formats: Vec<(&str, u64)> = summary.formats.iter().map(|one| (one.name.as_str(), one.count)).collect();
        assert_eq!(formats, [("nginx-error", 5), ("access", 1)]);
    }

    #[test]
    fn servers_pages_and_times_come_from_the_line() {
        let refused = "2026/11/22 02:10:11 [error] 7#7: *56 connect() failed (111: Connection refused) while connecting \
                       to upstream, client: 203.0.113.7, server: example.com, request: \"GET /cart?id=1 HTTP/1.1\", \
                       upstream: \"http://127.0.0.1:8080/cart?id=1\", host: \"example.com\"\n";
        let summary = summary(refused.repeat(3).as_bytes());
        let kind = &summary.kinds[0];
        assert_eq!((kind.upstreams[0].name.as_str(), kind.upstreams[0].count), ("http://127.0.0.1:8080", 3));
        assert_eq!((kind.requests[0].name.as_str(), kind.requests[0].count), ("/cart", 3));
        assert_eq!(kind.first.unwrap().to_string(), "2026-11-22T02:10:11");
        assert_eq!(summary.histogram.iter().map(|bucket| bucket.count).sum::<u64>(), 3);
    }

    #[test]
    fn wrappers_are_taken_off() {
        let line = "connect() failed (111: Connection refused) while connecting to upstream, client: 1.2.3.4";
        for wrapped in [
            format!("web-1  | 2026/11/22 02:10:11 [error] 7#7: *1 {line}"),
            format!("2026-11-22T02:10:11.123456789Z stderr F 2026/11/22 02:10:11 [error] 7#7: *1 {line}"),
            format!("Nov 22 02:10:11 host nginx[7]: 2026/11/22 02:10:11 [error] 7#7: *1 {line}"),
            format!(
                "2026-11-22T02:10:11.1Z stdout F Nov 22 02:10:11 web nginx[7]: 2026/11/22 02:10:11 [error] 7#7: *1 {line}"
            ),
            format!(
                "{{\"log\":\"2026/11/22 02:10:11 [error] 7#7: *1 {line}\\n\",\"stream\":\"stderr\",\"time\":\"2026-11-22T02:10:11.1Z\"}}"
            ),
            line.to_owned(),
        ] {
            assert_eq!(kinds(&wrapped), [("nginx-refused".to_owned(), 1)], "{wrapped}");
        }
    }

    #[test]
    fn a_redirect_is_known_by_its_status_alone() {
        let line = |status: &str| {
            format!("1.2.3.4 - - [22/Nov/2026:02:10:11 +0000] \"GET /a301b HTTP/1.1\" {status} 1 \"-\" \"x/3.302\"")
        };
        assert!(is_redirect(line("301").as_bytes()) && is_redirect(br#"{"status":308}"#));
        assert!(!is_redirect(line("200").as_bytes()));
    }

    #[test]
    fn a_hole_before_a_line_is_no_part_of_it() {
        let line =
            "2026/11/22 02:10:11 [error] 7#7: *1 no live upstreams while connecting to upstream, client: 1.2.3.4";
        for hole in [1, super::LONGEST_LINE * 2, 256 * 1024 - 10, 1024 * 1024 + 7] {
            let text = format!("{}{line}\n{line}\n", "\0".repeat(hole));
            let read = crate::logs::summarise("x", text.as_bytes(), &Wish::default(), |_| true).unwrap();
            assert_eq!(read.kinds.iter().map(|kind| kind.count).sum::<u64>(), 2, "{hole}");
        }
    }

    #[test]
    fn limits_leave_out_what_lies_outside() {
        let at =
            |time: &str| format!("2026/11/22 {time} [error] 7#7: *1 no live upstreams while connecting to upstream\n");
        let text = [at("02:10:00"), at("02:10:30"), at("02:11:00")].concat();
        let wish = Wish { since: Some(NOW - 80), until: Some(NOW - 45), now: NOW, ..Wish::default() };
        let summary = block(text.as_bytes(), 0, &wish, Tally::default()).summary("x", 0, None, None, &Wish::default());
        assert_eq!(summary.kinds[0].count, 1);
        // What has no time of its own, at the start of a block: of the first one it may count, of others it does not.
        let bare = "connect() failed (111: Connection refused) while connecting to upstream\n";
        let counted = |place: u64| {
            let tally = block(bare.as_bytes(), place, &wish, Tally::default());
            tally.summary("x", 0, None, None, &Wish::default()).kinds.len()
        };
        assert_eq!((counted(0), counted(1)), (1, 0));
    }

    #[test]
    fn what_a_visitor_puts_into_a_path_is_no_cause() {
        let forged = [
            "2026/11/22 02:10:11 [error] 7#7: *1 open() \"/srv/x failed (24: Too many open files)\" failed (2: No such file or directory), client: 1.2.3.4",
            "2026/11/22 02:10:11 [error] 7#7: *1 \"/srv/app could not be resolved (\" is not found (2: No such file or directory), client: 1.2.3.4",
            "2026/11/22 02:10:11 [error] 7#7: *1 access forbidden by rule, client: 1.2.3.4, request: \"GET /no live upstreams while connecting to upstream HTTP/1.1\"",
            "1.2.3.4 - - [22/Nov/2026:02:10:11 +0000] \"GET /connect() failed (111: Connection refused) while connecting to upstream HTTP/1.1\" 200 1 \"-\" \"-\"",
            "{\"ts\":1795313411.1,\"msg\":\"handled request\",\"request\":{\"uri\":\"/dial tcp 1: connect: connection refused\"},\"status\":200}",
            "{\"level\":\"error\",\"ts\":1795313411.1,\"msg\":\"x\",\"request\":{\"uri\":\"/dial tcp 1: connect: connection refused\"},\"status\":404}",
            "2026-11-22T02:10:11.1Z stderr F 2026/11/22 02:10:11 [error] 7#7: *1 access forbidden by rule, client: 1.2.3.4, request: \"GET /no live upstreams while connecting to upstream HTTP/1.1\"",
            "2026/11/22 02:10:11 x\n2026/11/22 02:10:11 [error] 7#7: *1 access forbidden by rule, client: 1.2.3.4, request: \"GET /no live upstreams while connecting to upstream HTTP/1.1\"",
            "Nov 22 02:10:11 web nginx[7]: 2026/11/22 02:10:11 [error] 7#7: *1 access forbidden by rule, client: 1.2.3.4, request: \"GET /no live upstreams while connecting to upstream HTTP/1.1\"",
        ];
        for line in forged {
            assert_eq!(kinds(line), [], "{line}");
        }
        let real =
            "2026/11/22 02:10:11 [crit] 7#7: *1 open() \"/srv/x\" failed (24: Too many open files), client: 1.2.3.4";
        assert_eq!(kinds(real)[0].0, "nginx-emfile");
    }

    #[test]
    fn what_a_visitor_asks_h2o_for_is_no_cause() {
        for line in [
            "[lib/core/proxy.c] in request:/:network unreachable:I/O timeout",
            "Nov 22 02:10:11 web h2o[7]: [lib/core/proxy.c] in request:/:network unreachable:I/O timeout",
        ] {
            assert_eq!(kinds(line), [("h2o-io-timeout".to_owned(), 1)], "{line}");
        }
        let real = summary(b"[lib/core/proxy.c] in request:/cart:connection refused\n");
        assert_eq!(real.kinds[0].requests[0].name, "/cart");
    }

    #[test]
    fn words_in_the_middle_of_a_message_are_not_taken_for_plain_speech() {
        let says = |line: &str| {
            let summary = summary(line.as_bytes());
            summary.kinds.first().map(|kind| kind.says)
        };
        use crate::model::log::Says;
        for forged in [
            "[Sun Nov 22 02:10:11.1 2026] [core:error] [pid 1] [client 1.2.3.4:5] AH00126: Invalid URI in request GET /AH01114: HTTP: failed to make connection to backend: x",
            "[2026-11-22 02:10:11 +0000] [7] [INFO] GET /[CRITICAL] WORKER TIMEOUT (pid:8) 200",
            "Nov 22 02:10:11 web sshd[7]: Invalid user Out of memory: Killed process 1 (x)",
        ] {
            assert_ne!(says(forged), Some(Says::Plainly), "{forged}");
        }
        let real = "Nov 22 02:10:11 web kernel: [12.3] Out of memory: Killed process 1 (node) total-vm:1kB";
        assert_eq!(says(real), Some(Says::Plainly));
        let header = "{\"level\":\"info\",\"ts\":1795313411.1,\"request\":{\"headers\":{\"Error\":[\"dial tcp 1: connect: connection refused\"]}},\"status\":404}";
        assert_eq!(says(header), None);
    }

    #[test]
    fn queries_and_headers_are_not_shown() {
        let caddy = "{\"level\":\"error\",\"ts\":1795313411.1,\"msg\":\"dial tcp 10.0.0.1:80: connect: connection refused\",\"request\":{\"uri\":\"/a?token=SECRET1\",\"headers\":{\"Cookie\":[\"sid=SECRET2\"]}},\"status\":502}\nwho knows /x?token=SECRET3 y";
        let summary = summary(caddy.as_bytes());
        let text = serde_json::to_string(&summary).unwrap();
        assert!(!text.contains("SECRET") && text.contains("dial tcp 10.0.0.1:80"), "{text}");
    }

    #[test]
    fn a_word_in_prose_is_no_line_of_a_log() {
        assert_eq!(kinds("response_timeout = \"35s\"\nraise MemoryError when no_healthy_upstream\n"), []);
        let envoy = r#"{"start_time":"2026-11-22T02:10:11.000Z","response_code":504,"response_flags":"-","response_code_details":"response_timeout"}"#;
        assert_eq!(kinds(envoy)[0].0, "envoy-details-response-timeout");
    }

    #[test]
    fn what_nobody_knows_is_counted_and_shown() {
        let summary = summary(b"hello\n\x1b[31mworld\n\n");
        assert_eq!(summary.unrecognised.count, 2);
        assert_eq!(summary.unrecognised.examples, ["hello", " [31mworld"]);
    }
}
