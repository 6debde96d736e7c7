//! Bodies, decoded within bounds: a compressed bomb yields 64 KiB and no more.

use std::io::Read;

use flate2::read::{MultiGzDecoder, ZlibDecoder};

use crate::model::{Failure, FailureKind};

/// Bytes of a body that are read off the wire, and bytes that are kept after decoding.
pub const BODY_KEPT: usize = 64 * 1024;

/// A body as text.
#[derive(Debug, Default)]
pub struct Decoded {
    pub text: String,
    /// There was more than is kept.
    pub cut: bool,
    /// The compression is broken: many browsers show an empty page then.
    pub failure: Option<Failure>,
}

/// Decodes what was read. `complete` says whether the body had ended.
pub fn decode(raw: &[u8], content_encoding: &str, complete: bool) -> Decoded {
    let encoding = content_encoding.trim().to_ascii_lowercase();
    let (bytes, broken) = match encoding.as_str() {
        "" | "identity" => (raw.to_vec(), None),
        "gzip" | "x-gzip" => bounded(MultiGzDecoder::new(raw)),
        "deflate" => bounded(ZlibDecoder::new(raw)),
        other => {
            let failure = Failure::with_detail(FailureKind::Protocol, 0, format!("unasked-for content coding {other}"));
            return Decoded { text: String::new(), cut: false, failure: Some(failure) };
        }
    };
    let cut = bytes.len() > BODY_KEPT;
    let kept = bytes.get(..BODY_KEPT).unwrap_or(&bytes);
    // A cut-off compressed body ends in an error that says nothing about the site.
    let failure = broken.filter(|_| complete && !cut).map(|text| Failure::with_detail(FailureKind::Protocol, 0, text));
    Decoded { text: String::from_utf8_lossy(kept).into_owned(), cut, failure }
}

fn bounded(decoder: impl Read) -> (Vec<u8>, Option<String>) {
    let mut bytes = Vec::new();
    let limit = BODY_KEPT as u64 + 1;
    match decoder.take(limit).read_to_end(&mut bytes) {
        Ok(_) => (bytes, None),
        Err(error) => (bytes, Some(format!("broken compression: {error}"))),
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    fn gzip(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap()
    }

    #[test]
    fn a_bomb_is_bounded() {
        let decoded = decode(&gzip(&vec![b'a'; 50_000_000]), "gzip", true);
        assert_eq!(decoded.text.len(), BODY_KEPT);
        assert!(decoded.cut && decoded.failure.is_none());
    }

    #[test]
    fn broken_compression_is_told_only_where_the_body_was_whole() {
        assert!(decode(b"not gzip", "gzip", true).failure.is_some());
        let whole = gzip(b"hello, hello, hello, hello");
        assert!(decode(&whole[..whole.len() - 6], "gzip", false).failure.is_none());
        assert_eq!(decode(&whole, "GZip", true).text, "hello, hello, hello, hello");
    }

    #[test]
    fn plain_text_stays() {
        assert_eq!(decode("grüße".as_bytes(), "", true).text, "grüße");
        assert!(decode(b"x", "br", true).failure.is_some());
    }
}
