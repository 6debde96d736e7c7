//! Histories of watched pages, kept on this device alone: one file a page in the platform's data folder, one line of
//! JSON a look. A line is added whole; what a crash tore off is passed over.

use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use super::{StoreError, whole};
use crate::model::Target;
use crate::model::trouble::in_words;
use crate::watch::{self, Kept};

/// A history that has grown beyond this loses its older half. Some 3,000 looks: days of watching.
const LARGEST: u64 = 512 * 1024;
/// Pages whose histories are kept; those that were not watched for the longest time go first.
const MOST: usize = 1_000;

/// Where they are kept.
pub fn folder() -> Option<PathBuf> {
    directories::ProjectDirs::from("", "", "gatemend").map(|dirs| dirs.data_local_dir().join("watch"))
}

/// The history of one page.
#[derive(Debug, Clone)]
pub struct History {
    path: PathBuf,
    page: String,
}

impl History {
    /// That of this page. Nothing is read or made yet.
    pub fn of(folder: &Path, target: &Target) -> History {
        let host: String =
            target.host.chars().map(|c| if c.is_ascii_alphanumeric() || c == '.' { c } else { '-' }).take(80).collect();
        // The query may hold a secret: it tells pages apart, and does not stand in the file.
        let name = format!("{host}-{:016x}.jsonl", fingerprint(target.url.as_str()));
        History { path: folder.join(name), page: target.page() }
    }

    /// Every look that was kept, the oldest first. A page that was never watched has none.
    pub fn read(&self) -> Vec<Kept> {
        let mut bytes = Vec::new();
        if let Ok(file) = std::fs::File::open(&self.path) {
            // What was read before an error counts.
            let _ = file.take(2 * LARGEST).read_to_end(&mut bytes);
        }
        kept(&bytes)
    }

    /// Adds one look.
    ///
    /// # Errors
    /// The folder cannot be made, or the file not be written.
    pub fn add(&self, look: &Kept) -> Result<(), StoreError> {
        let failed = |error: std::io::Error| StoreError::Write {
            path: self.path.display().to_string(),
            error: in_words(&error),
        };
        if let Some(folder) = self.path.parent().filter(|_| !self.path.exists()) {
            whole::make_folder(folder)?;
            forget_oldest(folder);
            whole::write(&self.path, self.head().as_bytes())?;
        }
        let mut file = std::fs::OpenOptions::new().append(true).read(true).open(&self.path).map_err(failed)?;
        let size = file.metadata().map_err(failed)?.len();
        let mut line = line(look);
        if !ends_whole(&mut file, size).map_err(failed)? {
            line.insert(0, '\n');
        }
        // One call: two programs that watch the same page do not mix within a line.
        file.write_all(line.as_bytes()).map_err(failed)?;
        drop(file);
        if size > LARGEST { self.halve() } else { Ok(()) }
    }

    fn halve(&self) -> Result<(), StoreError> {
        let looks = self.read();
        let newer = looks.iter().skip(looks.len() / 2).map(line);
        whole::write(&self.path, (self.head() + &newer.collect::<String>()).as_bytes())
    }

    /// Says which page it is to whoever opens the file.
    fn head(&self) -> String {
        format!("{}\n", serde_json::json!({ "schema": 1, "page": self.page }))
    }
}

/// Writes a history for other programs: CSV, or JSON where the path ends so.
///
/// # Errors
/// The file cannot be written.
pub fn export(path: &Path, target: &Target, looks: &[Kept]) -> Result<(), StoreError> {
    let is_json = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("json"));
    let text = if is_json { watch::json(&target.page(), looks) } else { watch::csv(looks) };
    whole::write(path, text.as_bytes())
}

/// Deletes all of them.
pub fn delete_all(folder: &Path) {
    for path in files(folder) {
        let _ = std::fs::remove_file(path);
    }
}

fn line(look: &Kept) -> String {
    // Times, numbers and words can always be written.
    serde_json::to_string(look).unwrap_or_default() + "\n"
}

/// The looks in these bytes; a line that is none is passed over.
pub(crate) fn kept(bytes: &[u8]) -> Vec<Kept> {
    let lines = bytes.split(|byte| *byte == b'\n');
    lines.filter_map(|line| serde_json::from_slice(line).ok()).collect()
}

fn ends_whole(file: &mut std::fs::File, size: u64) -> std::io::Result<bool> {
    use std::io::{Seek, SeekFrom};
    if size == 0 {
        return Ok(true);
    }
    let mut last = [0];
    file.seek(SeekFrom::End(-1))?;
    file.read_exact(&mut last)?;
    Ok(last == *b"\n")
}

fn forget_oldest(folder: &Path) {
    let changed = |path: &PathBuf| std::fs::metadata(path).and_then(|metadata| metadata.modified()).ok();
    let mut files: Vec<_> = files(folder).into_iter().map(|path| (changed(&path), path)).collect();
    files.sort();
    let too_many = (files.len() + 1).saturating_sub(MOST);
    for (_, path) in files.into_iter().take(too_many) {
        // Another program may have been quicker.
        let _ = std::fs::remove_file(path);
    }
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
    paths.filter(|path| path.extension().is_some_and(|ending| ending == "jsonl")).collect()
}

/// FNV-1a with 64 bits: the same in every version of this program, which the standard library's hash is not.
fn fingerprint(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::watch::Round;

    fn look(second: i64) -> Kept {
        let at = jiff::Timestamp::from_second(second).unwrap();
        Kept { at, ms: 60, next_ms: 15_000, round: Round::default(), phase: "same".into() }
    }

    fn history(folder: &Path, typed: &str) -> History {
        History::of(folder, &Target::parse(typed).unwrap())
    }

    #[test]
    fn what_is_added_is_read_in_order_and_each_page_has_its_own() {
        let place = tempfile::tempdir().unwrap();
        let folder = place.path().join("deep");
        let (cart, home) = (history(&folder, "shop.test/cart?token=s3cret"), history(&folder, "shop.test"));
        assert_eq!(cart.read(), []);
        for second in 0..3 {
            cart.add(&look(second)).unwrap();
        }
        home.add(&look(9)).unwrap();
        assert_eq!(cart.read(), [look(0), look(1), look(2)]);
        assert_eq!(home.read(), [look(9)]);
        let text = std::fs::read_to_string(&cart.path).unwrap();
        assert!(text.contains("shop.test/cart") && !text.contains("s3cret"), "{text}");
        delete_all(&folder);
        assert_eq!(cart.read(), []);
    }

    #[test]
    fn a_torn_line_costs_one_look_and_no_more() {
        let place = tempfile::tempdir().unwrap();
        let history = history(place.path(), "shop.test");
        for second in 0..3 {
            history.add(&look(second)).unwrap();
        }
        let whole = std::fs::read(&history.path).unwrap();
        for cut in 1..60 {
            std::fs::write(&history.path, &whole[..whole.len() - cut]).unwrap();
            // Only the end of the line is missing, or some of the line: never a line before it.
            let left = history.read();
            assert!(left.starts_with(&[look(0), look(1)]) && left.len() <= 3, "{cut}");
            history.add(&look(7)).unwrap();
            assert_eq!(history.read().last(), Some(&look(7)), "{cut}");
            assert!(history.read().len() >= 3, "{cut}");
        }
    }

    #[test]
    fn a_history_stays_small_and_keeps_the_newest() {
        let place = tempfile::tempdir().unwrap();
        let history = history(place.path(), "shop.test");
        history.add(&look(0)).unwrap();
        let many: String = (1..6_000).map(|second| line(&look(second))).collect();
        std::fs::write(&history.path, many).unwrap();
        history.add(&look(6_000)).unwrap();
        let size = std::fs::metadata(&history.path).unwrap().len();
        assert!(size < LARGEST, "{size}");
        assert_eq!(history.read().last(), Some(&look(6_000)));
    }

    #[test]
    fn a_folder_that_cannot_be_made_is_told() {
        let place = tempfile::tempdir().unwrap();
        let file = place.path().join("a-file");
        std::fs::write(&file, "x").unwrap();
        assert!(history(&file, "shop.test").add(&look(0)).is_err());
    }
}
