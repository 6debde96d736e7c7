//! Reads a log of any size: several threads, each of which reads a block, unpacked, and then counts it.

use std::io::{self, Read};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use super::follows::as_consequences;
use super::format;
use super::scan::{Wish, block};
pub use super::tally::Glimpse;
use super::tally::Tally;
use super::unpack::unpacked;
use crate::model::log::LogSummary;
use crate::model::trouble::in_words;

/// How much is read and counted at a time, in bytes: little enough to stay in a core's own cache between the two.
const BLOCK_BYTES: usize = 256 * 1024;
/// How long a block may wait for more before what there is of it is counted: sources may be slow.
const PATIENCE: Duration = Duration::from_millis(100);
/// How much is looked at to learn a format that nobody told, in bytes.
const LEARNT_FROM: usize = 64 * 1024;

/// How far the reading has come.
#[derive(Clone, Copy)]
pub struct Progress<'a> {
    /// Bytes counted, after unpacking.
    pub bytes: u64,
    /// Bytes taken from the source, packed as it may be: of a file whose size is known this tells what remains.
    pub taken: u64,
    so_far: &'a [Mutex<Glimpse>],
}

impl Progress<'_> {
    /// What was counted until now. Cheap, and not for every block.
    pub fn glimpse(&self) -> Glimpse {
        let mut sum = Glimpse::default();
        for part in self.so_far {
            sum.add(&part.lock().unwrap_or_else(PoisonError::into_inner));
        }
        sum
    }
}

/// Why not all of a log was read whose reading was stopped.
pub const STOPPED: &str = "stopped before the end";

/// Why a log could not be read at all.
#[derive(Debug, thiserror::Error)]
#[error("{}", in_words(.0))]
pub struct Trouble(#[from] io::Error);

impl Trouble {
    /// The file is there, and may not be read by whoever runs this.
    pub fn is_forbidden(&self) -> bool {
        self.0.kind() == io::ErrorKind::PermissionDenied
    }
}

/// Sums up a log. `go_on` is asked before each block, and ends the reading by saying no; what was read until then is
/// summed up, and says that it is not all. The same holds where the source breaks off in the middle.
///
/// # Errors
/// Where not even the first byte can be read.
pub fn summarise(
    name: &str,
    source: impl Read + Send,
    wish: &Wish,
    mut go_on: impl FnMut(Progress<'_>) -> bool + Send,
) -> Result<LogSummary, Trouble> {
    let taken = AtomicU64::new(0);
    let mut source = unpacked(Counted { source, taken: &taken })?;
    let mut start = Block::default();
    let (_, failure) = start.fill(&mut source, LEARNT_FROM);
    let wish = &wish.with_learnt(start.bytes());
    let source = io::Cursor::new(start.bytes().to_vec()).chain(Failing { first: failure, source });
    let workers = (std::thread::available_parallelism().map_or(1, usize::from) / wish.beside.max(1)).clamp(1, 8);
    let so_far: Vec<Mutex<Glimpse>> = (0..workers).map(|_| Mutex::default()).collect();
    let go_on = |bytes| go_on(Progress { bytes, taken: taken.load(Ordering::Relaxed), so_far: &so_far });
    let feed = Mutex::new(Feed::new(source, go_on));
    let mut tally = Tally::default();
    let mut cut = None;
    std::thread::scope(|scope| {
        let count = |glimpse| {
            let feed = &feed;
            scope.spawn(move || work(feed, wish, (Tally::one_of(workers), glimpse)))
        };
        let counting: Vec<_> = so_far.iter().map(count).collect();
        for worker in counting {
            match worker.join() {
                Ok(counted) => tally.join(counted),
                Err(_) => cut = Some("a part of it could not be counted".to_owned()),
            }
        }
    });
    let feed = feed.into_inner().unwrap_or_else(PoisonError::into_inner);
    let (bytes, cut) = (feed.read, cut.or(feed.cut));
    let utc_offset = wish.utc_offset_of(tally.newest());
    let mut summary = as_consequences(tally.summary(name, bytes, cut, utc_offset, wish));
    if wish.wanted.is_some() {
        let every = summary.formats.iter().any(|format| has_every_request(&format.name));
        summary.traced = Some(tally.found.told(every));
    }
    Ok(summary)
}

/// Whether logs of this format have a line for every request, and not for failures alone.
fn has_every_request(name: &str) -> bool {
    format::named(name).and_then(|place| format::ALL.get(place)).is_some_and(|format| format.answers)
}

/// A source, and how much of it was taken.
struct Counted<'t, R> {
    source: R,
    taken: &'t AtomicU64,
}

impl<R: Read> Read for Counted<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let got = self.source.read(buffer)?;
        self.taken.fetch_add(got as u64, Ordering::Relaxed);
        Ok(got)
    }
}

/// A source that has already failed once, if it has.
struct Failing<R> {
    first: Option<io::Error>,
    source: R,
}

impl<R: Read> Read for Failing<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.first.take().map_or_else(|| self.source.read(buffer), Err)
    }
}

/// Bytes that are read, counted, and read into again.
#[derive(Default)]
struct Block {
    /// As long as it ever was: what lies behind `filled` is old.
    room: Vec<u8>,
    filled: usize,
    /// How many stand before it in its log.
    place: u64,
}

impl Block {
    fn bytes(&self) -> &[u8] {
        self.room.get(..self.filled).unwrap_or_default()
    }

    /// Old bytes behind the new ones stay: to wipe them for each block would take as long as to count them.
    fn begin_with(&mut self, bytes: &[u8]) {
        if self.room.len() < bytes.len() {
            self.room.resize(bytes.len(), 0);
        }
        if let Some(start) = self.room.get_mut(..bytes.len()) {
            start.copy_from_slice(bytes);
        }
        self.filled = bytes.len();
    }

    /// Reads until it holds so much, or the source ends, or it has waited long enough with something to show. Returns
    /// how much came, and why no more did.
    fn fill(&mut self, source: &mut impl Read, wanted: usize) -> (usize, Option<io::Error>) {
        let began = Instant::now();
        let before = self.filled;
        let mut failure = None;
        if self.room.len() < wanted {
            self.room.resize(wanted, 0);
        }
        while let Some(rest) = self.room.get_mut(self.filled..wanted).filter(|rest| !rest.is_empty()) {
            match source.read(rest) {
                Ok(0) => break,
                Ok(got) => self.filled += got,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => {
                    failure = Some(error);
                    break;
                }
            }
            if began.elapsed() >= PATIENCE {
                break;
            }
        }
        (self.filled - before, failure)
    }
}

/// Counts blocks until there are no more.
fn work<R: Read, G: FnMut(u64) -> bool>(
    feed: &Mutex<Feed<R, G>>,
    wish: &Wish,
    (mut tally, glimpse): (Tally, &Mutex<Glimpse>),
) -> Tally {
    let mut own = Block::default();
    while feed.lock().unwrap_or_else(PoisonError::into_inner).next(&mut own) {
        tally = block(own.bytes(), own.place, wish, tally);
        *glimpse.lock().unwrap_or_else(PoisonError::into_inner) = tally.glimpse();
    }
    tally
}

/// Gives whoever asks the next block of whole lines. Whoever counts a block has also read it: its bytes then lie in the
/// cache of that core, and nobody waits for anybody else but while he reads.
struct Feed<R, G> {
    source: R,
    /// Asked before each block.
    go_on: G,
    /// The beginning of a line whose end is not read yet.
    carry: Vec<u8>,
    /// The rest of a line that is longer than a block is left out.
    skipping: bool,
    /// How many blocks there were.
    blocks: u64,
    /// How much was read, in bytes.
    read: u64,
    ended: bool,
    /// Why not all of it was read.
    cut: Option<String>,
}

impl<R: Read, G: FnMut(u64) -> bool> Feed<R, G> {
    fn new(source: R, go_on: G) -> Feed<R, G> {
        Feed { source, go_on, carry: Vec::new(), skipping: false, blocks: 0, read: 0, ended: false, cut: None }
    }

    /// Puts the next lines in the place of the old ones. Whether there are any.
    fn next(&mut self, block: &mut Block) -> bool {
        while !self.ended {
            // Asked before a block, so that after a stop none is read and counted any more. The first one was read already, to
            // learn from.
            if self.read > 0 && !(self.go_on)(self.read) {
                self.ended = true;
                self.cut = Some(STOPPED.to_owned());
                return false;
            }
            block.place = self.blocks;
            block.begin_with(&self.carry);
            self.carry.clear();
            let (got, failure) = block.fill(&mut self.source, BLOCK_BYTES);
            self.read += got as u64;
            if self.skipping {
                let end = memchr::memchr(b'\n', block.bytes());
                let rest = end.and_then(|end| block.bytes().get(end + 1..)).unwrap_or_default().to_vec();
                self.skipping = end.is_none();
                block.begin_with(&rest);
            }
            if got == 0 || failure.is_some() {
                self.ended = true;
                self.cut = failure.map(|error| in_words(&error));
            } else {
                self.keep_whole_lines(block);
            }
            if block.filled > 0 {
                self.blocks += 1;
                return true;
            }
        }
        false
    }

    /// Sets the beginning of a line aside until its end is there.
    fn keep_whole_lines(&mut self, block: &mut Block) {
        let (whole, from) = match memchr::memrchr(b'\n', block.bytes()) {
            Some(end) => (end + 1, end + 1),
            None if block.filled < BLOCK_BYTES => (0, 0),
            None => match block.bytes().iter().take_while(|byte| **byte == 0).count() {
                0 => {
                    self.skipping = true;
                    return;
                }
                // A hole in a file is no line: what stands behind it begins one.
                hole => (0, hole),
            },
        };
        self.carry.extend_from_slice(block.bytes().get(from..).unwrap_or_default());
        block.filled = whole;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINE: &str =
        "2026/11/22 02:10:11 [error] 7#7: *1 no live upstreams while connecting to upstream, client: 1.2.3.4\n";

    fn read(bytes: &[u8]) -> LogSummary {
        summarise("x", bytes, &Wish::default(), |_| true).unwrap()
    }

    #[test]
    fn counts_do_not_depend_on_where_blocks_end() {
        let text = LINE.repeat(60_000);
        assert!(text.len() > 5 * BLOCK_BYTES);
        let summary = read(text.as_bytes());
        assert_eq!((summary.lines, summary.bytes), (60_000, text.len() as u64));
        assert_eq!(summary.kinds[0].count, 60_000);
    }

    #[test]
    fn endless_lines_and_the_last_line_without_an_end_are_read() {
        let endless = [vec![b'x'; 3 * BLOCK_BYTES], b"\n".to_vec(), LINE.trim_end().as_bytes().to_vec()].concat();
        let summary = read(&endless);
        assert_eq!(summary.kinds[0].count, 1);
        assert_eq!(summary.unrecognised.count, 1);
        assert!(summary.unrecognised.examples[0].len() < 1000);
    }

    #[test]
    fn a_line_without_an_end_can_be_stopped() {
        let summary = summarise("x", io::repeat(b'x'), &Wish::default(), |progress| progress.bytes < 1 << 24).unwrap();
        assert!(summary.cut.is_some() && summary.bytes < 1 << 26);
    }

    #[test]
    fn reading_ends_where_it_is_told_to() {
        let text = LINE.repeat(200_000);
        let summary = summarise("x", text.as_bytes(), &Wish::default(), |progress| progress.bytes < 1 << 21).unwrap();
        assert!(summary.bytes < 4 << 20 && summary.cut.is_some());
    }
}
