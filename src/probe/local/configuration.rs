//! Configurations of gateways, on this device.

use std::path::Path;
use std::time::Instant;

use super::file;
use crate::configuration::{Files, Limits, Wish};
use crate::model::configuration::Configuration;
use crate::model::log::LogFormat;
use crate::model::trouble::in_words;
use crate::model::{Failure, FailureKind, Known};

/// A larger file is none that somebody wrote.
const FILE_BYTES: u64 = 4 * 1024 * 1024;
/// Files that one pattern stands for, at the most.
const MOST_FILES: usize = 2_000;

/// The files of this device.
struct OnDisk;

impl Files for OnDisk {
    fn matching(&mut self, pattern: &str) -> Result<Vec<String>, String> {
        if !pattern.contains(['*', '?', '[']) {
            return Ok(vec![pattern.to_owned()]);
        }
        let folder_end = pattern.find(['*', '?', '[']).and_then(|star| pattern.get(..star)?.rfind('/'));
        let folder = folder_end.and_then(|end| pattern.get(..end)).filter(|folder| !folder.is_empty()).unwrap_or(".");
        std::fs::read_dir(folder).map_err(|error| in_words(&error))?;
        let found = glob::glob(pattern).map_err(|error| error.msg.to_owned())?;
        let files = found.filter_map(Result::ok).filter(|path| !path.is_dir());
        Ok(files.take(MOST_FILES).map(|path| path.display().to_string()).collect())
    }

    fn text(&mut self, path: &str) -> Result<String, String> {
        // Reading a pipe or a device may never end.
        let about = std::fs::metadata(path).map_err(|error| in_words(&error))?;
        if !about.is_file() {
            return Err("it is no file".to_owned());
        }
        let text = file::text(Path::new(path), FILE_BYTES).map_err(|error| in_words(&error))?;
        if text.contains('\0') { Err("it is no text".to_owned()) } else { Ok(text) }
    }
}

/// Reads a configuration with all that it includes, and sums up what it says about this host.
pub fn read(path: &Path, host: &str, port: u16) -> Known<Box<Configuration>> {
    looked_at(path, |path| {
        let wish = Wish { host, port };
        crate::configuration::read(path, &mut OnDisk, Limits::default(), &wish).map(Box::new)
    })
}

/// The formats of logs that a configuration gives names to.
pub fn log_formats(path: &Path) -> Known<Vec<LogFormat>> {
    looked_at(path, |path| crate::configuration::log_formats(path, &mut OnDisk, Limits::default()))
}

fn looked_at<T>(path: &Path, look: impl FnOnce(&str) -> Result<T, String>) -> Known<T> {
    let began = Instant::now();
    // Whoever reads the change later may stand in another folder.
    let absolute = std::path::absolute(path).map_err(|error| in_words(&error));
    match absolute.and_then(|path| look(&path.display().to_string())) {
        Ok(seen) => Known::Seen(seen),
        Err(why) => {
            let after_ms = u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX);
            Known::Failed(Failure::with_detail(FailureKind::Other, after_ms, why))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn write(folder: &Path, name: &str, bytes: &[u8]) {
        let path = folder.join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }

    #[test]
    fn a_configuration_is_read_with_what_it_includes_and_what_cannot_be_read_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let main =
            "events {}\nhttp { include conf.d/*.conf; include nowhere/*.conf; include conf.d/image; include conf.d; }";
        write(folder.path(), "nginx.conf", main.as_bytes());
        write(
            folder.path(),
            "conf.d/b.conf",
            b"server { listen 443; server_name shop.test; location / { proxy_pass http://app; } }",
        );
        write(folder.path(), "conf.d/a.conf", b"upstream app { server 10.0.0.1:80; }");
        write(folder.path(), "conf.d/image", b"\x89PNG\0\x01");
        let seen = read(&folder.path().join("nginx.conf"), "shop.test", 443);
        let configuration = seen.seen().unwrap();
        let names: Vec<&str> = configuration.files.iter().filter_map(|file| file.path.rsplit('/').next()).collect();
        assert_eq!(names, ["nginx.conf", "a.conf", "b.conf"]);
        assert_eq!(configuration.unread.len(), 3, "{:?}", configuration.unread);
        assert_eq!(crate::configuration::follow(configuration, "/").unwrap().targets()[0].address, "10.0.0.1:80");
    }

    #[test]
    fn a_missing_or_too_large_file_has_failed() {
        let folder = tempfile::tempdir().unwrap();
        write(folder.path(), "large.conf", &vec![b'x'; 10_000_000]);
        for name in ["large.conf", "none.conf"] {
            assert!(matches!(read(&folder.path().join(name), "shop.test", 443), Known::Failed(_)), "{name}");
        }
    }
}
