//! The only place that prints. What came from the network is stripped of everything that a terminal would obey.

use std::io::{IsTerminal, Write};
use std::sync::atomic::{AtomicBool, Ordering};

use anstream::ColorChoice;

use crate::report::is_deceptive;

/// Sets colours off where the user wants none; `NO_COLOR` and pipes are seen to by themselves.
pub fn colours(no_color: bool) {
    if no_color {
        ColorChoice::Never.write_global();
    }
}

/// Prints to standard output. A reader that has gone away is no error.
pub fn print(text: &str) {
    note_trouble(write!(anstream::stdout(), "{text}").and_then(|()| anstream::stdout().flush()));
}

/// Prints bytes as they are, for files meant for programs.
pub fn print_raw(bytes: &[u8]) {
    note_trouble(std::io::stdout().write_all(bytes).and_then(|()| std::io::stdout().flush()));
}

/// Output was lost for another reason than that its reader had seen enough.
static OUTPUT_LOST: AtomicBool = AtomicBool::new(false);

fn note_trouble(result: std::io::Result<()>) {
    if result.is_err_and(|error| !reader_has_gone(&error, cfg!(windows))) {
        OUTPUT_LOST.store(true, Ordering::Relaxed);
    }
}

/// Windows has a number of its own for named pipes, which the shells that came from Unix use there.
fn reader_has_gone(error: &std::io::Error, on_windows: bool) -> bool {
    /// ERROR_PIPE_NOT_CONNECTED, Win32 system error codes.
    const PIPE_NOT_CONNECTED: i32 = 233;
    error.kind() == std::io::ErrorKind::BrokenPipe || on_windows && error.raw_os_error() == Some(PIPE_NOT_CONNECTED)
}

/// Whether something that was printed did not arrive.
pub fn output_was_lost() -> bool {
    OUTPUT_LOST.load(Ordering::Relaxed)
}

/// Prints to standard error.
pub fn note(text: &str) {
    let _ = write!(anstream::stderr(), "{text}").and_then(|()| anstream::stderr().flush());
}

/// Characters of a complaint; what was typed may be repeated in it.
const LONGEST_LINE: usize = 600;

/// One clear line on standard error.
pub fn complain(text: &str) {
    let words: Vec<&str> = text.split_whitespace().collect();
    let line: String = plain(&words.join(" ")).chars().take(LONGEST_LINE).collect();
    note(&format!("gatemend: {line}\n"));
}

/// Whether somebody watches standard error.
pub fn is_watched() -> bool {
    std::io::stderr().is_terminal()
}

/// The text without anything that a terminal obeys or that is not what it seems, so that nothing from the network moves
/// the cursor, changes a title or turns words round.
pub fn plain(text: &str) -> String {
    text.chars().filter(|c| matches!(c, '\n' | '\t') || !c.is_control() && !is_deceptive(*c)).collect()
}

/// Bold, where colours are on.
pub fn bold(text: &str) -> String {
    format!("\u{1b}[1m{text}\u{1b}[0m")
}

/// Faint, where colours are on.
pub fn dim(text: &str) -> String {
    format!("\u{1b}[2m{text}\u{1b}[0m")
}

/// In one of the eight colours: 1 red, 2 green, 3 yellow, 4 blue.
pub fn coloured(text: &str, colour: u8) -> String {
    format!("\u{1b}[3{colour}m{text}\u{1b}[0m")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_a_terminal_obeys_comes_through() {
        assert_eq!(plain("a\u{1b}]0;evil\u{7}b\u{202e}c\r\nd"), "a]0;evilbc\nd");
        assert_eq!(plain("pay\u{200b}pal\u{2028}.\u{61c}test\u{e0041}"), "paypal.test");
    }
    #[test]
    fn a_reader_that_has_gone_is_told_from_a_full_disk() {
        let error = std::io::Error::from_raw_os_error;
        assert!(reader_has_gone(&std::io::ErrorKind::BrokenPipe.into(), false));
        assert!(reader_has_gone(&error(233), true));
        assert!(!reader_has_gone(&error(233), false), "another error elsewhere");
        // ERROR_DISK_FULL
        assert!(!reader_has_gone(&error(112), true));
        assert!(!reader_has_gone(&std::io::ErrorKind::StorageFull.into(), true));
    }
}
