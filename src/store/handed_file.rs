//! Files that somebody hands over: what is read of them, and a first look.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use crate::configuration::recognise;
use crate::logs::{is_readable, unpacked};
use crate::model::configuration::Gateway;

/// What is read of a file to see whether it is a configuration, or what an error page says, in bytes.
const ENOUGH: u64 = 256 * 1024;

/// The gateway that reads such a file, and its size in bytes; `None` where it is no configuration, or cannot be read.
pub fn configuration(path: &Path) -> Option<(Gateway, u64)> {
    let file = File::open(path).ok()?;
    // Reading a pipe may never end.
    let bytes = file.metadata().ok().filter(|about| about.is_file())?.len();
    let mut read = Vec::new();
    file.take(ENOUGH).read_to_end(&mut read).ok()?;
    let name = path.file_name()?.to_string_lossy().into_owned();
    Some((recognise(&name, &String::from_utf8_lossy(&read))?, bytes))
}

/// Puts the text of a file into `bytes`, at most `limit` bytes of it; `-` is standard input. Packed ones and UTF-16 are
/// told by their first bytes. What had been read when it breaks off stays there.
///
/// # Errors
/// It cannot be opened or read, or is a folder, a device or a pipe.
pub fn read_text(path: &Path, limit: u64, bytes: &mut Vec<u8>) -> io::Result<()> {
    let source: Box<dyn Read + Send> = if path == Path::new("-") {
        Box::new(io::stdin())
    } else {
        is_readable(path)?;
        Box::new(File::open(path)?)
    };
    unpacked(source)?.take(limit).read_to_end(bytes).map(|_| ())
}

/// The beginning of a text file.
///
/// # Errors
/// It is no file, or cannot be read.
pub fn text(path: &Path) -> io::Result<String> {
    let mut read = Vec::new();
    read_text(path, ENOUGH, &mut read)?;
    Ok(String::from_utf8_lossy(&read).into_owned())
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    fn read(content: &[u8], limit: u64) -> io::Result<Vec<u8>> {
        let file = tempfile::NamedTempFile::new()?;
        std::fs::write(file.path(), content)?;
        let mut bytes = Vec::new();
        read_text(file.path(), limit, &mut bytes).map(|()| bytes)
    }

    fn packed(bytes: &[u8]) -> Vec<u8> {
        let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        packer.write_all(bytes).unwrap();
        packer.finish().unwrap()
    }

    #[test]
    fn packed_files_are_opened_and_bombs_are_not_let_off() {
        const LIMIT: u64 = 16 * 1024 * 1024;
        assert_eq!(read(&packed(b"502 Bad Gateway"), LIMIT).unwrap(), b"502 Bad Gateway");
        let bomb = packed(&vec![b'x'; 40 * 1024 * 1024]);
        assert!(bomb.len() < 200_000);
        assert_eq!(read(&bomb, LIMIT).unwrap().len() as u64, LIMIT);
        assert!(read(&[0x1f, 0x8b, 0, 0], LIMIT).is_err());
    }

    #[test]
    fn both_orders_of_utf_16_are_read() {
        let wide = |order: fn(u16) -> [u8; 2]| -> Vec<u8> {
            std::iter::once(0xfeff).chain("502 für Ödön".encode_utf16()).flat_map(order).collect()
        };
        for order in [u16::to_le_bytes, u16::to_be_bytes] {
            assert_eq!(read(&wide(order), 100).unwrap(), "502 für Ödön".as_bytes());
        }
        assert_eq!(read("502 für Ödön".as_bytes(), 100).unwrap(), "502 für Ödön".as_bytes());
    }

    #[cfg(unix)]
    #[test]
    fn devices_and_folders_are_no_files() {
        let why = |path: &str| is_readable(Path::new(path)).unwrap_err().to_string();
        assert!(why("/dev/zero").contains("no regular file"), "{}", why("/dev/zero"));
        assert_eq!(is_readable(Path::new("/")).unwrap_err().kind(), io::ErrorKind::IsADirectory);
        assert!(is_readable(Path::new("/dev/fd/0")).is_ok());
    }

    #[test]
    fn configurations_are_told_from_logs() {
        let folder = tempfile::tempdir().unwrap();
        let kind = |name: &str, text: &str| {
            let path = folder.path().join(name);
            std::fs::write(&path, text).unwrap();
            configuration(&path).map(|(gateway, bytes)| (gateway, usize::try_from(bytes).unwrap()))
        };
        let text = "events {}\nhttp {\n  server {\n    listen 80;\n  }\n}\n";
        assert_eq!(kind("x.conf", text), Some((Gateway::Nginx, text.len())));
        let line =
            "2026/11/22 02:10:11 [error] 7#7: *1 no live upstreams while connecting to upstream, server: shop.test\n";
        assert_eq!(kind("error.log", &line.repeat(50)), None);
        assert_eq!(configuration(folder.path()), None);
        assert_eq!(configuration(Path::new("/nowhere/nginx.conf")), None);
    }

    #[test]
    fn an_error_page_is_read_up_to_a_bound_and_a_folder_is_none() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("page.html");
        std::fs::write(&path, "<h1>502 Bad Gateway</h1>\n".repeat(20_000)).unwrap();
        let read = text(&path).unwrap();
        assert!(read.starts_with("<h1>502") && read.len() as u64 == ENOUGH);
        assert!(text(folder.path()).is_err() && text(Path::new("/nowhere/page.html")).is_err());
    }
}
