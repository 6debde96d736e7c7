//! Which files are read: those that were named, and those in folders that were.

use std::path::PathBuf;

use super::super::{Trouble, terminal};
use crate::logs::open;
use crate::model::trouble;

/// A file to read.
pub struct LogFile {
    pub path: PathBuf,
    /// Its folder was named, and not the file itself.
    pub in_folder: bool,
}

/// The files named, and those in the folders named, in the order of their names.
pub fn files(named: &[PathBuf]) -> Result<Vec<LogFile>, Trouble> {
    let mut found = Vec::new();
    for path in named {
        if !path.is_dir() {
            found.push(LogFile { path: path.clone(), in_folder: false });
            continue;
        }
        let failed = |error: std::io::Error| {
            Trouble::Usage(format!("cannot read {}: {}", path.display(), trouble::in_words(&error)))
        };
        let mut inside = Vec::new();
        for entry in std::fs::read_dir(path).map_err(failed)? {
            let entry = entry.map_err(failed)?.path();
            if entry.is_file() {
                inside.push(entry);
            }
        }
        if inside.is_empty() {
            return Err(Trouble::Usage(format!("there is no file in {}", path.display())));
        }
        inside.sort();
        found.extend(inside.into_iter().map(|path| LogFile { path, in_folder: true }));
    }
    Ok(found)
}

/// The same, before anybody is asked. What of a folder cannot be opened is told and left out.
pub fn that_open(named: &[PathBuf]) -> Result<Vec<PathBuf>, Trouble> {
    let mut opened = Vec::new();
    for LogFile { path, in_folder } in files(named)? {
        let failed = |error| Trouble::Usage(format!("cannot read {}: {error}", path.display()));
        match open(&path).map_err(failed) {
            Err(trouble) if in_folder => terminal::complain(&trouble.to_string()),
            Err(trouble) => return Err(trouble),
            Ok(_) => opened.push(path),
        }
    }
    Ok(opened)
}
