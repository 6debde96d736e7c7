//! Helper programs of the system, with fixed arguments, a time limit and no shell.

use std::io::{self, Read};
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

/// Chosen so that a reading never holds a run up: such programs answer within some 30 ms.
pub(super) const LIMIT: Duration = Duration::from_millis(300);

/// More than any of the programs here prints about one thing.
const MAX_OUTPUT_BYTES: u64 = 256 * 1024;

/// What the program prints to standard output within the limit, in English where it can.
///
/// A program that fails and prints nothing gives an empty text; its exit status is not looked at.
///
/// # Errors
/// `NotFound` without such a program, `TimedOut` after the limit (the program is then ended), or the system's words.
pub(super) fn output(program: &str, arguments: &[&str], limit: Duration) -> io::Result<String> {
    let mut command = Command::new(program);
    command.args(arguments).env("LC_ALL", "C").stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
    hide_window(&mut command);
    let mut child = command.spawn()?;
    let printed = child.stdout.take().map_or_else(|| Ok(Vec::new()), |stdout| read_within(stdout, limit));
    // After the end of its output nothing more is wanted of it; an ended program makes this an error without meaning.
    let _ = child.kill();
    let _ = child.wait();
    printed.map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
}

fn read_within(stdout: impl Read + Send + 'static, limit: Duration) -> io::Result<Vec<u8>> {
    let (sender, receiver) = mpsc::channel();
    thread::Builder::new().name("helper-output".to_owned()).spawn(move || {
        let mut bytes = Vec::new();
        let read = stdout.take(MAX_OUTPUT_BYTES).read_to_end(&mut bytes);
        // Nobody listens after the limit.
        let _ = sender.send(read.map(|_| bytes));
    })?;
    receiver.recv_timeout(limit).map_err(|_| io::Error::from(io::ErrorKind::TimedOut))?
}

#[cfg(windows)]
fn hide_window(command: &mut Command) {
    use std::os::windows::process::CommandExt;
    /// CREATE_NO_WINDOW, Win32 process creation flags.
    const CREATE_NO_WINDOW: u32 = 0x0800_0000;
    command.creation_flags(CREATE_NO_WINDOW);
}

#[cfg(not(windows))]
fn hide_window(_command: &mut Command) {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_program_is_not_found() {
        // By its path: a search through folders that are not readable ends with "permission denied".
        let folder = tempfile::tempdir().unwrap();
        let program = folder.path().join("none");
        let error = output(program.to_str().unwrap(), &[], LIMIT).unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::NotFound);
    }

    #[cfg(unix)]
    #[test]
    fn a_slow_program_is_ended() {
        assert_eq!(output("echo", &["a", "b"], Duration::from_secs(10)).unwrap(), "a b\n");
        let error = output("sleep", &["1000"], Duration::from_millis(20)).unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::TimedOut);
    }
}
