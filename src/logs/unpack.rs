//! The text inside a packed log.

use std::io::{self, BufReader, Read};

/// How much is read at a time, in bytes, by what unpacks: less than a block, so that plain text goes past it uncopied.
const BUFFER: usize = 64 * 1024;
/// What unpacking xz may hold in memory, in KiB: the file itself says how much it needs, up to 4 GiB. The strongest usual
/// setting needs 64 MiB.
const XZ_KIB: u32 = 128 * 1024;

/// The text inside: gzip, zstd, bzip2, xz and UTF-16 are told by their first bytes, whatever the file is called.
pub fn unpacked<'s>(source: impl Read + Send + 's) -> io::Result<Box<dyn Read + Send + 's>> {
    let mut source = BufReader::with_capacity(BUFFER, source);
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
        // A part may hold nothing but marks of the byte order, and is not the end.
        while self.ready.is_empty() {
            let mut raw = vec![0; 64 * 1024];
            let known = fill(&mut self.source, &mut raw)?;
            if known == 0 {
                break;
            }
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

    use crate::logs::{Wish, summarise};
    use crate::model::log::LogSummary;

    const LINE: &str =
        "2026/11/22 02:10:11 [error] 7#7: *1 no live upstreams while connecting to upstream, client: 1.2.3.4\n";

    fn read(bytes: &[u8]) -> LogSummary {
        summarise("x", bytes, &Wish::default(), |_| true).unwrap()
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

    #[test]
    fn a_broken_archive_tells_what_was_read_and_that_it_is_not_all() {
        let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        packer.write_all(LINE.repeat(50_000).as_bytes()).unwrap();
        let mut packed = packer.finish().unwrap();
        packed.truncate(packed.len() / 2);
        let summary = read(&packed);
        assert!(summary.cut.is_some());
    }

    /// `LINE` packed by `xz -0 --block-size=40`: three blocks.
    const XZ: [u8; 212] = [
        0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00, 0x00, 0x04, 0xe6, 0xd6, 0xb4, 0x46, 0x02, 0x00, 0x21, 0x01, 0x0c, 0x00,
        0x00, 0x00, 0x8f, 0x98, 0x41, 0x9c, 0x01, 0x00, 0x27, 0x32, 0x30, 0x32, 0x36, 0x2f, 0x31, 0x31, 0x2f, 0x32,
        0x32, 0x20, 0x30, 0x32, 0x3a, 0x31, 0x30, 0x3a, 0x31, 0x31, 0x20, 0x5b, 0x65, 0x72, 0x72, 0x6f, 0x72, 0x5d,
        0x20, 0x37, 0x23, 0x37, 0x3a, 0x20, 0x2a, 0x31, 0x20, 0x6e, 0x6f, 0x20, 0x6c, 0x00, 0xab, 0x44, 0x5e, 0x66,
        0xcc, 0x5d, 0xe3, 0xee, 0x02, 0x00, 0x21, 0x01, 0x0c, 0x00, 0x00, 0x00, 0x8f, 0x98, 0x41, 0x9c, 0xe0, 0x00,
        0x27, 0x00, 0x26, 0x5d, 0x00, 0x34, 0x9d, 0x88, 0xc9, 0x14, 0xdb, 0xb0, 0x71, 0xaf, 0xf4, 0x4b, 0x4c, 0xbd,
        0xd4, 0xd9, 0x92, 0x22, 0x38, 0xe9, 0x51, 0xa1, 0xa3, 0x59, 0x7b, 0x31, 0xfe, 0xfd, 0x35, 0x40, 0x89, 0xf1,
        0x62, 0xef, 0xcc, 0xba, 0x51, 0xf0, 0x00, 0x00, 0x00, 0x00, 0xfd, 0xd6, 0xcd, 0x72, 0xfd, 0xdc, 0xbc, 0xf3,
        0x02, 0x00, 0x21, 0x01, 0x0c, 0x00, 0x00, 0x00, 0x8f, 0x98, 0x41, 0x9c, 0x01, 0x00, 0x13, 0x61, 0x6d, 0x2c,
        0x20, 0x63, 0x6c, 0x69, 0x65, 0x6e, 0x74, 0x3a, 0x20, 0x31, 0x2e, 0x32, 0x2e, 0x33, 0x2e, 0x34, 0x0a, 0x00,
        0xc4, 0xa8, 0xa8, 0x07, 0xbd, 0x5c, 0xa2, 0x18, 0x00, 0x03, 0x40, 0x28, 0x42, 0x28, 0x2c, 0x14, 0x60, 0x93,
        0x8b, 0x8e, 0xb1, 0xc4, 0x67, 0xfb, 0x02, 0x00, 0x00, 0x00, 0x00, 0x04, 0x59, 0x5a,
    ];

    #[test]
    fn all_blocks_and_streams_of_xz_are_read() {
        assert_eq!(read(&XZ).kinds[0].count, 1);
        assert_eq!(read(&[XZ, XZ].concat()).kinds[0].count, 2);
        // Padding between streams (section 2.2).
        assert_eq!(read(&[XZ.as_slice(), &[0; 8], &XZ].concat()).kinds[0].count, 2);
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
}
