//! Reads a log of any size: one thread reads and unpacks, the others count.

use std::fs::File;
use std::io::{self, BufReader, Read};
use std::path::Path;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Mutex, PoisonError};

use super::follows::as_consequences;
use super::scan::{Wish, block};
use super::tally::Tally;
use crate::model::log::LogSummary;

/// How much is read and counted at a time, in bytes.
const BLOCK_BYTES: usize = 1024 * 1024;
/// What unpacking xz may hold in memory, in KiB: the file itself says how much it needs, up to 4 GiB. The strongest usual
/// setting needs 64 MiB.
const XZ_KIB: u32 = 128 * 1024;

/// How far the reading has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Bytes counted, after unpacking.
    pub bytes: u64,
}

/// Why a log could not be read at all.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct Trouble(#[from] io::Error);

/// A log on this device, and its size in bytes, packed as it may be. A folder is no log.
///
/// # Errors
/// The system's, in its words.
pub fn open(path: &Path) -> io::Result<(File, u64)> {
    // Looked at before it is opened: a pipe to which nobody writes would hold this program for ever.
    let meta = std::fs::metadata(path)?;
    if meta.is_dir() {
        return Err(io::Error::new(io::ErrorKind::IsADirectory, "this is a folder"));
    }
    if !meta.is_file() {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "this is no regular file; give it on standard input"));
    }
    Ok((File::open(path)?, meta.len()))
}

/// Sums up a log. `go_on` is asked after each block, and ends the reading by saying no; what was read until then is
/// summed up, and says that it is not all. The same holds where the source breaks off in the middle.
///
/// # Errors
/// Where not even the first byte can be read.
pub fn summarise(
    name: &str,
    source: impl Read + Send,
    wish: &Wish,
    mut go_on: impl FnMut(Progress) -> bool,
) -> Result<LogSummary, Trouble> {
    let mut source = unpacked(source)?;
    let workers = std::thread::available_parallelism().map_or(1, usize::from).min(8);
    let (full, blocks) = sync_channel::<Vec<u8>>(workers + 1);
    let (empty, used) = sync_channel::<Vec<u8>>(2 * workers + 2);
    let blocks = Mutex::new(blocks);
    let (tally, bytes, cut) = std::thread::scope(|scope| {
        let count = || scope.spawn(|| work(&blocks, &empty, wish));
        let counting: Vec<_> = (0..workers).map(|_| count()).collect();
        let (bytes, cut) = feed(&mut source, &full, &used, &mut go_on);
        drop(full);
        let mut tally = Tally::default();
        let mut cut = cut;
        for worker in counting {
            match worker.join() {
                Ok(counted) => tally.join(counted),
                Err(_) => cut = Some("a part of it could not be counted".to_owned()),
            }
        }
        (tally, bytes, cut)
    });
    let utc_offset = wish.utc_offset_of(tally.newest());
    Ok(as_consequences(tally.summary(name, bytes, cut, utc_offset)))
}

fn work(blocks: &Mutex<Receiver<Vec<u8>>>, empty: &SyncSender<Vec<u8>>, wish: &Wish) -> Tally {
    let mut tally = Tally::default();
    loop {
        let next = blocks.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(bytes) = next else { return tally };
        tally = block(&bytes, wish, tally);
        // Nobody has to take it back.
        let _ = empty.try_send(bytes);
    }
}

/// Hands out blocks of whole lines. Returns how much was read, and why not all of it was.
fn feed(
    source: &mut impl Read,
    full: &SyncSender<Vec<u8>>,
    used: &Receiver<Vec<u8>>,
    go_on: &mut impl FnMut(Progress) -> bool,
) -> (u64, Option<String>) {
    let mut read = 0;
    let mut carry: Vec<u8> = Vec::new();
    // The rest of a line that is longer than a block is left out.
    let mut skipping = false;
    loop {
        let mut bytes = used.try_recv().unwrap_or_default();
        bytes.clear();
        bytes.append(&mut carry);
        let room = BLOCK_BYTES.saturating_sub(bytes.len()).max(1);
        let result = source.by_ref().take(room as u64).read_to_end(&mut bytes);
        let (got, failure) = match result {
            Ok(got) => (got, None),
            Err(error) => (0, Some(error.to_string())),
        };
        read += got as u64;
        if skipping {
            match memchr::memchr(b'\n', &bytes) {
                Some(end) => {
                    bytes.drain(..=end);
                    skipping = false;
                }
                None => bytes.clear(),
            }
        }
        let ends = got == 0 || failure.is_some();
        if !ends {
            match memchr::memrchr(b'\n', &bytes) {
                Some(end) => carry = bytes.split_off(end + 1),
                None if bytes.len() < BLOCK_BYTES => {
                    carry = bytes;
                    if go_on(Progress { bytes: read }) {
                        continue;
                    }
                    return (read, Some("stopped before the end".to_owned()));
                }
                None => skipping = true,
            }
        }
        if !bytes.is_empty() && full.send(bytes).is_err() {
            return (read, Some("nobody counts any more".to_owned()));
        }
        if ends {
            return (read, failure);
        }
        if !go_on(Progress { bytes: read }) {
            return (read, Some("stopped before the end".to_owned()));
        }
    }
}

/// The text inside: gzip, zstd, bzip2, xz and UTF-16 are told by their first bytes, whatever the file is called.
fn unpacked<'s>(source: impl Read + Send + 's) -> Result<Box<dyn Read + Send + 's>, Trouble> {
    let mut source = BufReader::with_capacity(BLOCK_BYTES, source);
    let mut start = [0; 6];
    let known = fill(&mut source, &mut start)?;
    let start = start.get(..known).unwrap_or_default().to_vec();
    let whole = io::Cursor::new(start.clone()).chain(source);
    Ok(match start.as_slice() {
        [0x1f, 0x8b, ..] => Box::new(flate2::read::MultiGzDecoder::new(whole)),
        [0x28, 0xb5, 0x2f, 0xfd, ..] => Box::new(Frames { inner: None, source: Some(BufReader::new(whole)) }),
        [b'B', b'Z', b'h', ..] => Box::new(bzip2::read::MultiBzDecoder::new(whole)),
        [0xfd, b'7', b'z', b'X', b'Z', 0] => Box::new(lzma_rust2::XzReader::new_mem_limit(whole, true, XZ_KIB)),
        [0xff, 0xfe, ..] => Box::new(Utf16 { source: whole, big: false, ready: Vec::new() }),
        [0xfe, 0xff, ..] => Box::new(Utf16 { source: whole, big: true, ready: Vec::new() }),
        _ => Box::new(whole),
    })
}

/// Reads until the buffer is full or the source ends.
fn fill(source: &mut impl Read, buffer: &mut [u8]) -> io::Result<usize> {
    let mut known = 0;
    while let Some(rest) = buffer.get_mut(known..).filter(|rest| !rest.is_empty()) {
        match source.read(rest) {
            Ok(0) => break,
            Ok(got) => known += got,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(known)
}

/// One zstd frame after the other (RFC 8878 section 3: frames may be appended).
struct Frames<R: Read> {
    inner: Option<ruzstd::decoding::StreamingDecoder<BufReader<R>, ruzstd::decoding::FrameDecoder>>,
    source: Option<BufReader<R>>,
}

impl<R: Read> Read for Frames<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            if let Some(inner) = &mut self.inner {
                let got = inner.read(buffer)?;
                if got > 0 {
                    return Ok(got);
                }
                self.source = self.inner.take().map(ruzstd::decoding::StreamingDecoder::into_inner);
            }
            let Some(mut source) = self.source.take() else { return Ok(0) };
            if io::BufRead::fill_buf(&mut source)?.is_empty() {
                return Ok(0);
            }
            let inner = ruzstd::decoding::StreamingDecoder::new(source);
            self.inner = Some(inner.map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error.to_string()))?);
        }
    }
}

/// UTF-16 as UTF-8.
struct Utf16<R> {
    source: R,
    big: bool,
    ready: Vec<u8>,
}

impl<R: Read> Read for Utf16<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.ready.is_empty() {
            let mut raw = vec![0; 64 * 1024];
            let known = fill(&mut self.source, &mut raw)?;
            raw.truncate(known);
            let unit = |pair: &[u8]| match pair {
                [one, two] if self.big => u16::from_be_bytes([*one, *two]),
                [one, two] => u16::from_le_bytes([*one, *two]),
                _ => 0xfffd,
            };
            let text = char::decode_utf16(raw.chunks(2).map(unit));
            let text: String =
                text.map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).filter(|c| *c != '\u{feff}').collect();
            self.ready = text.into_bytes();
        }
        let part = self.ready.len().min(buffer.len());
        for (place, byte) in buffer.iter_mut().zip(self.ready.drain(..part)) {
            *place = byte;
        }
        Ok(part)
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

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
    fn packed_logs_are_unpacked_all_their_members() {
        let mut gz = Vec::new();
        for _ in 0..2 {
            let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
            packer.write_all(LINE.as_bytes()).unwrap();
            gz.extend(packer.finish().unwrap());
        }
        assert_eq!(read(&gz).kinds[0].count, 2);
        let one = ruzstd::encoding::compress_to_vec(LINE.as_bytes(), ruzstd::encoding::CompressionLevel::Fastest);
        assert_eq!(read(&[one.clone(), one].concat()).kinds[0].count, 2);
        let mut packer = bzip2::write::BzEncoder::new(Vec::new(), bzip2::Compression::fast());
        packer.write_all(LINE.as_bytes()).unwrap();
        assert_eq!(read(&packer.finish().unwrap()).kinds[0].count, 1);
        let utf16: Vec<u8> = [0xfeff].into_iter().chain(LINE.encode_utf16()).flat_map(u16::to_le_bytes).collect();
        assert_eq!(read(&utf16).kinds[0].count, 1);
    }

    /// An xz file of one block (its specification, sections 2 and 3), whose header asks for this size of dictionary.
    fn xz_wanting(dictionary: u8) -> Vec<u8> {
        let with_sum = |bytes: &[u8]| [bytes, &crc32(bytes).to_le_bytes()].concat();
        let stream = [&[0xfd, b'7', b'z', b'X', b'Z', 0][..], &with_sum(&[0, 1])].concat();
        let header = with_sum(&[2, 0, 0x21, 1, dictionary, 0, 0, 0]);
        // One chunk as it is (1), its length less one, the text, and the end (0).
        let length = u16::try_from(LINE.len() - 1).unwrap().to_be_bytes();
        let block = [&[1][..], &length, LINE.as_bytes(), &[0]].concat();
        [stream, header, block].concat()
    }

    fn crc32(bytes: &[u8]) -> u32 {
        let mut crc = flate2::Crc::new();
        crc.update(bytes);
        crc.sum()
    }

    #[test]
    fn an_archive_that_asks_for_all_memory_is_not_unpacked() {
        // 8 MiB, as xz makes it by itself; what is missing behind the block is told.
        let usual = read(&xz_wanting(22));
        assert_eq!(usual.kinds.first().map(|kind| kind.count), Some(1), "{usual:?}");
        // 4 GiB.
        let greedy = read(&xz_wanting(40));
        assert!(greedy.kinds.is_empty() && greedy.cut.is_some_and(|why| why.contains("memory")));
    }

    #[test]
    fn a_broken_archive_tells_what_was_read_and_that_it_is_not_all() {
        let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        packer.write_all(LINE.repeat(50_000).as_bytes()).unwrap();
        let mut packed = packer.finish().unwrap();
        packed.truncate(packed.len() / 2);
        let summary = read(&packed);
        assert!(summary.cut.is_some());
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
