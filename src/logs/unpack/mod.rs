//! The text inside a packed log.

mod xz;

use std::io::{self, BufReader, Read};

/// How much is read at a time, in bytes.
const BUFFER: usize = 256 * 1024;

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
        [0xfd, b'7', b'z', b'X', b'Z', 0] => Box::new(lzma_rust2::XzReader::new(xz::Guard::new(whole), true)),
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
}
