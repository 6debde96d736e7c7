//! A first look at a file that somebody hands over.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use crate::configuration::recognise;
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

/// The beginning of a text file.
///
/// # Errors
/// It is no file, or cannot be read.
pub fn text(path: &Path) -> std::io::Result<String> {
    let file = File::open(path)?;
    if !file.metadata()?.is_file() {
        return Err(std::io::ErrorKind::InvalidInput.into());
    }
    let mut read = Vec::new();
    file.take(ENOUGH).read_to_end(&mut read)?;
    Ok(String::from_utf8_lossy(&read).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

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
