//! Opens the window in a process of its own, without a console.
//!
//! On Windows this program belongs to the console: its output is seen there, and shells wait for it. A window must not
//! leave a console open beside it, so the process that was started hands the window to a second one and ends as soon as
//! that has opened it. Where the second cannot, its words are kept for the first, which may still be heard.

use std::io::{self, BufRead, BufReader, Read, Seek};
use std::process::{Child, Command, Stdio};

use crate::console::without_console;

/// What became of the second process.
#[derive(Debug)]
pub enum Apart {
    /// It said that the window is open; it goes on.
    Opened(Child),
    /// It ended before that, after writing this to standard error.
    Ended { code: Option<i32>, said: String },
}

/// Starts the command, and waits for its first line, which says that the window is open, or for its end.
///
/// # Errors
/// It could not be started.
pub fn open(mut command: Command) -> io::Result<Apart> {
    // A file, since a pipe would break for the window when this process ends.
    let mut kept = tempfile::tempfile()?;
    without_console(&mut command);
    let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(kept.try_clone()?).spawn()?;
    let mut line = String::new();
    if let Some(stdout) = child.stdout.take() {
        // What is no text, or cannot be read, is no word that it has opened.
        let _ = BufReader::new(stdout).read_line(&mut line);
    }
    if !line.is_empty() {
        return Ok(Apart::Opened(child));
    }
    let code = child.wait()?.code();
    let mut said = Vec::new();
    kept.rewind()?;
    kept.read_to_end(&mut said)?;
    Ok(Apart::Ended { code, said: String::from_utf8_lossy(&said).into_owned() })
}

#[cfg(unix)]
#[cfg(test)]
mod tests {
    use super::*;

    fn shell(script: &str) -> Apart {
        let mut command = Command::new("sh");
        command.args(["-c", script]);
        open(command).unwrap()
    }

    #[test]
    fn an_open_window_is_left_alone() {
        let Apart::Opened(mut window) = shell("echo open; exec sleep 1000") else { panic!("not opened") };
        assert_eq!(window.try_wait().unwrap(), None, "it goes on");
        window.kill().unwrap();
        window.wait().unwrap();
    }

    #[test]
    fn the_words_and_the_number_of_one_that_ends_are_kept() {
        let Apart::Ended { code, said } = shell("echo gatemend: no display >&2; exit 3") else { panic!("opened") };
        assert_eq!((code, said.as_str()), (Some(3), "gatemend: no display\n"));
    }

    #[test]
    fn an_end_without_a_word_is_no_window() {
        assert!(matches!(shell("exit 0"), Apart::Ended { code: Some(0), said } if said.is_empty()));
        assert!(matches!(shell("kill -ABRT $$"), Apart::Ended { code: None, .. }));
    }

    #[test]
    fn a_missing_program_could_not_be_started() {
        let folder = tempfile::tempdir().unwrap();
        assert!(open(Command::new(folder.path().join("none"))).is_err());
    }
}
