//! A log on this device, as long as it is when it is opened.

use std::fs::{File, Metadata};
use std::io::{self, Read};
use std::path::Path;

use super::read::{Progress, Trouble, summarise};
use super::scan::Wish;
use crate::model::log::LogSummary;
use crate::model::trouble;

/// Why the end of a file was not where it was when it was opened.
const SHORTER: &str = "it became shorter while it was read";

/// An open file. It is read up to the size that it had at first: a log that is written meanwhile has no end, and what is told
/// of it should have one.
pub struct Opened {
    file: File,
    /// In bytes, packed as it may be; 0 where the system tells none, as of its own files under `/proc`.
    size: u64,
    /// What is still to be read of them.
    left: u64,
}

/// What the system says of a file, before it is opened: a pipe to which nobody writes would hold this program for ever, and a
/// device may never end.
///
/// # Errors
/// Nothing is there, or it is a folder, a device or a pipe.
pub fn file(path: &Path) -> io::Result<Metadata> {
    let meta = std::fs::metadata(path)?;
    match meta.file_type() {
        kind if kind.is_file() => Ok(meta),
        kind if kind.is_dir() => Err(io::ErrorKind::IsADirectory.into()),
        _ => Err(io::Error::new(io::ErrorKind::InvalidInput, "it is no regular file; give it on standard input")),
    }
}

/// Whether this is a file, before it is opened.
///
/// # Errors
/// Nothing is there, or it is a folder, a device or a pipe.
pub fn is_readable(path: &Path) -> io::Result<()> {
    match file(path) {
        Err(error) if error.kind() == io::ErrorKind::InvalidInput && trouble::is_the_shells(path) => Ok(()),
        other => other.map(|_| ()),
    }
}

/// A log on this device. A folder is no log.
///
/// # Errors
/// Why the system does not open it.
pub fn open(path: &Path) -> Result<Opened, Trouble> {
    let size = file(path)?.len();
    Ok(Opened { file: File::open(path)?, size, left: size })
}

impl Opened {
    /// In bytes, packed as it may be.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// Sums it up as [`summarise`] does, knowing when the file was changed last and by how much it grew meanwhile.
    ///
    /// # Errors
    /// As for [`summarise`].
    pub fn summarise(
        mut self,
        name: &str,
        wish: &Wish,
        go_on: impl FnMut(Progress<'_>) -> bool + Send,
    ) -> Result<LogSummary, Trouble> {
        let seconds =
            |time: std::time::SystemTime| jiff::Timestamp::try_from(time).ok().map(jiff::Timestamp::as_second);
        let modified = self.file.metadata().and_then(|about| about.modified()).ok().and_then(seconds);
        let wish = Wish { modified, ..wish.clone() };
        let summary = summarise(name, &mut self, &wish, go_on)?;
        Ok(LogSummary { grown: self.grown(), ..summary })
    }

    /// By how many bytes the file has grown, all of which are left out.
    fn grown(&self) -> u64 {
        let now = self.file.metadata().map_or(0, |about| about.len());
        if self.size > 0 { now.saturating_sub(self.size) } else { 0 }
    }
}

impl Read for Opened {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.size == 0 {
            return self.file.read(buffer);
        }
        let most = usize::try_from(self.left).unwrap_or(usize::MAX).min(buffer.len());
        let got = self.file.read(buffer.get_mut(..most).unwrap_or_default())?;
        if got == 0 && most > 0 {
            return Err(io::Error::other(SHORTER));
        }
        self.left -= got as u64;
        Ok(got)
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    const LINE: &str =
        "2026/11/22 02:10:11 [error] 7#7: *1 no live upstreams while connecting to upstream, client: 1.2.3.4\n";

    fn file(text: &str) -> tempfile::NamedTempFile {
        let mut file = tempfile::NamedTempFile::new().unwrap();
        file.write_all(text.as_bytes()).unwrap();
        file
    }

    #[test]
    fn what_is_written_while_it_is_read_is_left_out_and_told() {
        let mut log = file(&LINE.repeat(3));
        let opened = open(log.path()).unwrap();
        log.write_all(LINE.as_bytes()).unwrap();
        let told = opened.summarise("x", &Wish::default(), |_| true).unwrap();
        assert_eq!((told.lines, told.grown, told.cut), (3, LINE.len() as u64, None));
        let told = open(log.path()).unwrap().summarise("x", &Wish::default(), |_| true).unwrap();
        assert_eq!((told.lines, told.grown, told.cut), (4, 0, None));
    }

    #[test]
    fn a_log_that_is_cut_while_it_is_read_is_not_told_as_whole() {
        let log = file(&LINE.repeat(3));
        let opened = open(log.path()).unwrap();
        log.as_file().set_len(LINE.len() as u64).unwrap();
        let told = opened.summarise("x", &Wish::default(), |_| true).unwrap();
        assert_eq!((told.lines, told.cut.as_deref()), (1, Some(SHORTER)));
        let empty = open(file("").path()).unwrap().summarise("x", &Wish::default(), |_| true).unwrap();
        assert_eq!((empty.lines, empty.cut), (0, None));
    }
}
