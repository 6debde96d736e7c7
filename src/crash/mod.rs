//! When this program itself breaks: a file about it that holds nobody's data, and a word to whoever is there.
//!
//! A panic of a check's task, of a thread beside the window or of the window's own thread ends here first. What then
//! becomes of the work is decided where it was started.

mod hook;
mod report;

use std::path::PathBuf;

pub use hook::{Crash, break_if_wanted, first, install, listen, opening};

/// Where the files are kept: in the platform's data folder, or, where there is none, in that for passing things.
pub fn folder() -> PathBuf {
    let own = directories::ProjectDirs::from("", "", "gatemend").map(|dirs| dirs.data_local_dir().join("crashes"));
    own.unwrap_or_else(|| std::env::temp_dir().join("gatemend-crashes"))
}
