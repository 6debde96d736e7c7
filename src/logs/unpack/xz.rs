//! Refuses what would take gigabytes to unpack: an xz block says how large a dictionary it wants, and the reader makes it
//! without asking.

use std::io::{self, Read};

/// The largest dictionary that is made, in bytes: that of `xz -9`.
const LARGEST: u64 = 64 * 1024 * 1024;

/// Follows the container beside whoever reads it (The .xz File Format, version 1.2.0), and ends the reading before a
/// block header that asks for too much is handed on.
pub struct Guard<R> {
    source: R,
    place: Place,
    /// Bytes to pass over before the next one is looked at.
    skip: u64,
    /// Bytes of a block's check, by the stream's header.
    check: u64,
    /// Packed bytes of the block, for the padding behind it.
    packed: u64,
    /// What is being collected.
    head: Vec<u8>,
}

/// What comes next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// The header of a stream, or padding before one.
    Stream,
    /// The size of a block's header, or the beginning of the index.
    Block,
    /// So many bytes of a block's header.
    BlockHead(usize),
    /// The first byte of a chunk of LZMA2.
    Chunk,
    /// So many bytes of a chunk's header.
    ChunkHead(usize),
    /// The number of records in the index.
    IndexCount,
    /// So many numbers in the index.
    Index(u64),
}

impl<R: Read> Guard<R> {
    pub fn new(source: R) -> Self {
        Guard { source, place: Place::Stream, skip: 0, check: 0, packed: 0, head: Vec::new() }
    }

    /// Looks at bytes before they are handed on.
    fn look(&mut self, bytes: &[u8]) -> io::Result<()> {
        let mut rest = bytes;
        loop {
            let passed = self.skip.min(rest.len() as u64);
            self.skip -= passed;
            rest = rest.get(usize::try_from(passed).unwrap_or(rest.len())..).unwrap_or_default();
            let Some((byte, after)) = rest.split_first() else { return Ok(()) };
            rest = after;
            self.byte(*byte)?;
        }
    }

    fn byte(&mut self, byte: u8) -> io::Result<()> {
        self.head.push(byte);
        match self.place {
            Place::Stream => self.stream(),
            Place::Block if byte == 0 => self.go(Place::IndexCount),
            Place::Block => self.place = Place::BlockHead((usize::from(byte) + 1) * 4),
            Place::BlockHead(size) if self.head.len() == size => {
                let wanted = dictionary(&self.head);
                if wanted.is_some_and(|wanted| wanted > LARGEST) {
                    let megabytes = wanted.unwrap_or_default() / 1024 / 1024;
                    let most = LARGEST / 1024 / 1024;
                    return Err(io::Error::new(
                        io::ErrorKind::InvalidData,
                        format!(
                            "it asks for {megabytes} MB of memory to be unpacked; no more than {most} MB are given"
                        ),
                    ));
                }
                self.packed = 0;
                self.go(Place::Chunk);
            }
            Place::Chunk => self.chunk(byte),
            Place::ChunkHead(size) if self.head.len() == size => {
                // The last two bytes, or those before the properties, are the size less one.
                let at = if size == 3 { 1 } else { 3 };
                let size_byte = |place: usize| u64::from(self.head.get(place).copied().unwrap_or_default());
                self.skip = (size_byte(at) << 8) + size_byte(at + 1) + 1;
                self.packed += size as u64 + self.skip;
                self.go(Place::Chunk);
            }
            Place::IndexCount if byte < 0x80 => {
                let count = number(&self.head).map_or(0, |(count, _)| count);
                self.packed = 1 + self.head.len() as u64;
                self.index(count.saturating_mul(2));
            }
            Place::Index(left) if byte < 0x80 => {
                self.packed += self.head.len() as u64;
                self.index(left - 1);
            }
            Place::BlockHead(_) | Place::ChunkHead(_) | Place::IndexCount | Place::Index(_) => {}
        }
        Ok(())
    }

    fn go(&mut self, place: Place) {
        self.place = place;
        self.head.clear();
    }

    /// Section 2.1.1; between streams there may be zeros.
    fn stream(&mut self) {
        const SIZES: [u64; 16] = [0, 4, 4, 4, 8, 8, 8, 16, 16, 16, 32, 32, 32, 64, 64, 64];
        if self.head.as_slice() == [0] {
            self.head.clear();
        } else if self.head.len() == 12 {
            let kind = self.head.get(7).map_or(0, |kind| usize::from(kind & 15));
            self.check = SIZES.get(kind).copied().unwrap_or_default();
            self.go(Place::Block);
        }
    }

    /// Section 3.3 and the chunks of LZMA2: an end, plain bytes, or packed ones with or without new properties.
    fn chunk(&mut self, control: u8) {
        match control {
            0 => {
                self.packed += 1;
                self.skip = self.packed.wrapping_neg() % 4 + self.check;
                self.go(Place::Block);
            }
            1..=2 => self.place = Place::ChunkHead(3),
            0xc0.. => self.place = Place::ChunkHead(6),
            _ => self.place = Place::ChunkHead(5),
        }
    }

    /// Section 4: behind the records padding, a sum of four bytes, and the footer of twelve.
    fn index(&mut self, left: u64) {
        if left == 0 {
            self.skip = self.packed.wrapping_neg() % 4 + 4 + 12;
            self.go(Place::Stream);
        } else {
            self.go(Place::Index(left));
        }
    }
}

impl<R: Read> Read for Guard<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let got = self.source.read(buffer)?;
        self.look(buffer.get(..got).unwrap_or_default())?;
        Ok(got)
    }
}

/// The dictionary that a block's header asks for (sections 3.1 and 5.3.1), in bytes.
fn dictionary(head: &[u8]) -> Option<u64> {
    const LZMA2: u64 = 0x21;
    let flags = *head.get(1)?;
    let mut rest = head.get(2..)?;
    let take = |rest: &mut &[u8]| {
        let (value, length) = number(rest)?;
        *rest = rest.get(length..)?;
        Some(value)
    };
    for is_there in [flags & 0x40, flags & 0x80] {
        if is_there != 0 {
            take(&mut rest)?;
        }
    }
    for _ in 0..=(flags & 3) {
        let (id, size) = (take(&mut rest)?, usize::try_from(take(&mut rest)?).ok()?);
        let (properties, after) = rest.split_at_checked(size)?;
        if id == LZMA2 {
            let bits = u64::from(*properties.first()? & 0x3f);
            return Some(if bits >= 40 { u64::from(u32::MAX) } else { (2 | (bits & 1)) << (bits / 2 + 11) });
        }
        rest = after;
    }
    None
}

/// A number of one to nine bytes, seven bits in each (section 1.2), and how long it is.
fn number(bytes: &[u8]) -> Option<(u64, usize)> {
    let length = bytes.iter().take(9).position(|byte| *byte < 0x80)? + 1;
    let parts = bytes.iter().take(length).enumerate();
    let value = parts.fold(0, |sum, (place, byte)| sum | u64::from(byte & 0x7f) << (7 * place));
    Some((value, length))
}
