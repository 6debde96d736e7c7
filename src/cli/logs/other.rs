//! What a file is that is no log: told with what to do with it.

use std::io::Read;
use std::path::Path;

use crate::logs::file;
use crate::store;

/// What is read to see it, in bytes: a tar archive shows itself at 257.
const ENOUGH: u64 = 4 * 1024;

/// A file in the place of a log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Other {
    /// zip, tar: only single files are unpacked here.
    Archive,
    /// systemd's own, which `journalctl` reads.
    Journal,
    Binary,
    /// A page, as a browser shows it.
    Page,
    Case,
    Configuration,
}

impl Other {
    /// As the message `cli-logs-other` chooses by it.
    pub fn name(self) -> &'static str {
        match self {
            Other::Archive => "archive",
            Other::Journal => "journal",
            Other::Binary => "binary",
            Other::Page => "page",
            Other::Case => "case",
            Other::Configuration => "configuration",
        }
    }

    /// Whether its lines are no text that somebody could read.
    pub fn is_binary(self) -> bool {
        matches!(self, Other::Archive | Other::Journal | Other::Binary)
    }
}

/// What the file at this path is; `None` where it may be a log.
pub fn other(path: &Path) -> Option<Other> {
    file(path).ok()?;
    let mut start = Vec::new();
    std::fs::File::open(path).ok()?.take(ENOUGH).read_to_end(&mut start).ok()?;
    let by_bytes = by_bytes(&start);
    by_bytes.or_else(|| store::recognised_configuration(path).map(|_| Other::Configuration))
}

fn by_bytes(start: &[u8]) -> Option<Other> {
    // Packed logs and UTF-16 are read.
    const READ: [&[u8]; 6] = [b"\x1f\x8b", b"\x28\xb5\x2f\xfd", b"BZh", b"\xfd7zXZ\0", b"\xff\xfe", b"\xfe\xff"];
    if READ.iter().any(|magic| start.starts_with(magic)) {
        return None;
    }
    let text = start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(start).trim_ascii_start();
    let begins = |with: &[u8]| text.get(..with.len()).is_some_and(|head| head.eq_ignore_ascii_case(with));
    let holds = |part: &[u8]| memchr::memmem::find(text, part).is_some();
    match () {
        () if start.starts_with(b"PK\x03\x04") || start.get(257..262) == Some(b"ustar") => Some(Other::Archive),
        () if start.starts_with(b"LPKSHHRH") => Some(Other::Journal),
        () if is_binary(start) => Some(Other::Binary),
        () if begins(b"<!doctype html") || begins(b"<html") => Some(Other::Page),
        () if begins(b"{") && holds(b"\"schema\"") && holds(b"\"gatemend\"") => Some(Other::Case),
        () => None,
    }
}

/// A line or two of a log may hold a stray byte: a tenth of them is no text.
fn is_binary(start: &[u8]) -> bool {
    let odd = |byte: &&u8| byte.is_ascii_control() && !matches!(byte, b'\n' | b'\r' | b'\t' | 0x1b);
    start.iter().filter(odd).count() * 10 > start.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_log_is_told_by_how_it_begins() {
        let mut tar = vec![b'x'; 512];
        tar[257..262].copy_from_slice(b"ustar");
        for (start, is) in [
            (b"PK\x03\x04rest".as_slice(), Some(Other::Archive)),
            (&tar, Some(Other::Archive)),
            (b"LPKSHHRH\0\0", Some(Other::Journal)),
            (b"\x7fELF\x02\x01\x01\0\0\0\0", Some(Other::Binary)),
            (b"\n<!DOCTYPE html><h1>502</h1>", Some(Other::Page)),
            (b"{ \"schema\": 1, \"app\": {\"name\": \"gatemend\"", Some(Other::Case)),
            (b"\x1f\x8b\x08\0\0\0\0", None),
            (b"\xff\xfe2\0", None),
            (b"", None),
            (b"{\"schema\": 1, \"status\": 502}", None),
            (b"2026/11/22 02:10:11 [error] a stray \0 byte is no reason", None),
            ("2026-11-22 02:10:11 für 日本 PK".as_bytes(), None),
        ] {
            assert_eq!(by_bytes(start), is, "{}", String::from_utf8_lossy(start));
        }
    }
}
