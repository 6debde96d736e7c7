//! Small files read whole, up to a limit.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// The file as text, without a byte order mark; bytes that are not UTF-8 become U+FFFD.
///
/// # Errors
/// What the system says, or `FileTooLarge` above `limit_bytes`.
pub(super) fn text(path: &Path, limit_bytes: u64) -> io::Result<String> {
    let mut bytes = Vec::new();
    let read = File::open(path)?.take(limit_bytes.saturating_add(1)).read_to_end(&mut bytes)?;
    if u64::try_from(read).unwrap_or(u64::MAX) > limit_bytes {
        return Err(io::Error::new(io::ErrorKind::FileTooLarge, format!("larger than {limit_bytes} bytes")));
    }
    let text = String::from_utf8_lossy(&bytes);
    Ok(text.strip_prefix('\u{feff}').unwrap_or(&text).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_above_the_limit_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("file");
        std::fs::write(&path, "\u{feff}abc").unwrap();
        assert_eq!(text(&path, 6).unwrap(), "abc");
        assert_eq!(text(&path, 5).unwrap_err().kind(), io::ErrorKind::FileTooLarge);
        assert_eq!(text(&folder.path().join("none"), 5).unwrap_err().kind(), io::ErrorKind::NotFound);
    }
}
