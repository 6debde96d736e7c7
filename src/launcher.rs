//! `gatemendw.exe`, for Windows' menu and desktop: opens the window as `gatemend gui` does, without a console at any
//! moment, and shows what could not be done in a box, since nobody would read it elsewhere.
//!
//! `gatemend.exe` belongs to the console, so that shells wait for it and its output is kept wherever it is sent. Systems
//! before Windows 11 24H2 do not know the line of its manifest that says "no console of its own", and show one for a
//! moment where it is started from the desktop. This program belongs to the desktop, and starts the other without one.

#![windows_subsystem = "windows"]

mod console;

use std::ffi::OsString;
use std::io::{self, Read, Seek};
use std::path::Path;
use std::process::{Command, ExitCode, Stdio};

fn main() -> ExitCode {
    let done = std::env::current_exe()
        .and_then(|own| open(&own.with_file_name(OTHER), std::env::args_os().skip(1)))
        .unwrap_or_else(|error| Err(format!("{OTHER} cannot be started: {error}")));
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            rfd::MessageDialog::new()
                .set_level(rfd::MessageLevel::Error)
                .set_title("Gatemend")
                .set_description(why)
                .show();
            ExitCode::FAILURE
        }
    }
}

/// The program beside this one.
const OTHER: &str = if cfg!(windows) { "gatemend.exe" } else { "gatemend" };

/// Opens the window by the other program, which ends when it is open. What it could not do is the inner error.
///
/// # Errors
/// It could not be started.
fn open(program: &Path, more: impl Iterator<Item = OsString>) -> io::Result<Result<(), String>> {
    // A file, since the window inherits it and would keep a pipe open.
    let mut kept = tempfile::tempfile()?;
    let mut command = Command::new(program);
    command.arg("gui").args(more);
    console::without_console(&mut command);
    let status = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(kept.try_clone()?).status()?;
    if status.success() {
        return Ok(Ok(()));
    }
    let mut said = Vec::new();
    kept.rewind()?;
    kept.read_to_end(&mut said)?;
    Ok(Err(complaint(&String::from_utf8_lossy(&said), status.code())))
}

/// What the other program complained of, among what libraries write; without a word its number is told.
fn complaint(said: &str, code: Option<i32>) -> String {
    said.lines()
        .rev()
        .find_map(|line| line.strip_prefix("gatemend: "))
        .map_or_else(|| format!("{OTHER} ended with {code:?} and said nothing"), |words| words.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_it_complained_of_is_told_and_nothing_else() {
        assert_eq!(complaint("libEGL warning\r\ngatemend: no window (why)\r\n", Some(3)), "no window (why)");
        assert!(complaint("Assertion failed\n", Some(-5)).contains("Some(-5)"));
    }

    #[cfg(unix)]
    #[test]
    fn its_end_and_its_words_come_through() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let program = folder.path().join("other");
        let script = "#!/bin/sh\n[ \"$1 $2\" = 'gui --url' ] && exit 0\necho \"gatemend: $1 alone\" >&2\nexit 3\n";
        std::fs::write(&program, script).unwrap();
        std::fs::set_permissions(&program, std::fs::Permissions::from_mode(0o755)).unwrap();
        assert_eq!(open(&program, ["--url".into()].into_iter()).unwrap(), Ok(()));
        assert_eq!(open(&program, std::iter::empty()).unwrap(), Err("gui alone".to_owned()));
        assert!(open(&folder.path().join("none"), std::iter::empty()).is_err());
    }
}
