//! What is kept of a failure of this program itself: where it was and in which words, without anything of a person.

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::{StoreError, whole};

/// How many are kept; a program that fails again and again must not fill a disk.
const KEPT: usize = 10;

/// One failure.
#[derive(Debug, Clone)]
pub struct Crash {
    /// The words of the code that gave up; what it quotes is left out when they are written.
    pub words: String,
    /// File, line and column of that code.
    pub place: String,
    pub thread: String,
    pub backtrace: String,
}

/// Where they are kept.
pub fn folder() -> Option<PathBuf> {
    directories::ProjectDirs::from("", "", "gatemend").map(|dirs| dirs.data_local_dir().join("crashes"))
}

/// Writes this one, in place of the oldest where there are ten, and gives its path.
///
/// # Errors
/// It cannot be written.
pub fn keep(folder: &Path, crash: &Crash) -> Result<PathBuf, StoreError> {
    let places = (1..=KEPT).map(|number| folder.join(format!("crash-{number}.txt")));
    let age = |path: &PathBuf| fs::metadata(path).and_then(|data| data.modified()).unwrap_or(SystemTime::UNIX_EPOCH);
    // One that is not there is older than all.
    let Some(path) = places.min_by_key(age) else { return Err(StoreError::Folder("for crashes".to_owned())) };
    whole::write_in_own_folder(&path, crash.to_string().as_bytes())?;
    Ok(path)
}

impl fmt::Display for Crash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (version, os, machine) = (env!("CARGO_PKG_VERSION"), std::env::consts::OS, std::env::consts::ARCH);
        writeln!(f, "Gatemend {version} ({os}, {machine}) failed in a way that nobody foresaw.\n")?;
        writeln!(f, "words:  {}", without_quotes(&self.words))?;
        writeln!(f, "place:  {}", without_home(&self.place))?;
        writeln!(f, "thread: {}\n", self.thread)?;
        writeln!(f, "This file holds no address, no page and nothing that was typed.\n")?;
        f.write_str(&without_home(&self.backtrace))
    }
}

/// The first line up to the first quotation mark: what code quotes may be an address, a header or a page.
fn without_quotes(words: &str) -> String {
    let line = words.lines().next().unwrap_or_default();
    line.find(['"', '\'', '`'])
        .and_then(|at| line.get(..at))
        .map_or_else(|| line.to_owned(), |start| format!("{start}…"))
}

/// Places of code name the home folder of whoever built the program, and with it a person.
fn without_home(text: &str) -> String {
    let home = directories::BaseDirs::new().map(|dirs| dirs.home_dir().display().to_string());
    home.filter(|home| home.len() > 3).map_or_else(|| text.to_owned(), |home| text.replace(&home, "~"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn crash(words: &str) -> Crash {
        Crash {
            words: words.to_owned(),
            place: "src/x.rs:1:2".to_owned(),
            thread: "main".to_owned(),
            backtrace: String::new(),
        }
    }

    #[test]
    fn what_is_quoted_is_left_out_and_the_place_is_kept() {
        let text = crash("not a host: \"https://me:hunter2@shop.test/?t=1\"\nsecond line hunter2").to_string();
        assert!(text.contains("words:  not a host: …\n") && text.contains("src/x.rs:1:2"), "{text}");
        assert!(!text.contains("hunter2") && !text.contains("shop.test"), "{text}");
        assert!(crash("index out of bounds: the len is 3").to_string().contains("bounds: the len is 3\n"));
    }

    #[test]
    fn a_home_folder_is_not_told() {
        let home = directories::BaseDirs::new().unwrap().home_dir().display().to_string();
        let told = without_home(&format!("{home}/code/x.rs:1"));
        assert!(home.len() <= 3 || told == "~/code/x.rs:1", "{told}");
    }

    #[test]
    fn the_oldest_goes_when_there_are_ten() {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("crashes");
        let paths: Vec<PathBuf> = (0..KEPT).map(|_| keep(&place, &crash("x")).unwrap()).collect();
        assert_eq!(fs::read_dir(&place).unwrap().count(), KEPT);
        let old = fs::File::options().write(true).open(&paths[3]).unwrap();
        old.set_modified(SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(1)).unwrap();
        assert_eq!(keep(&place, &crash("y")).unwrap(), paths[3]);
        assert_eq!(fs::read_dir(&place).unwrap().count(), KEPT);
        assert!(fs::read_to_string(&paths[3]).unwrap().contains("words:  y\n"));
    }

    #[test]
    fn a_folder_that_cannot_be_made_is_an_error() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("file");
        fs::write(&file, "").unwrap();
        assert!(keep(&file.join("crashes"), &crash("x")).is_err());
    }
}
