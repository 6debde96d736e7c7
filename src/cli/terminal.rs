//! The only place that prints. What came from the network is stripped of everything that a terminal would obey.

use std::io::{IsTerminal, Write};

use anstream::ColorChoice;

/// Sets colours off where the user wants none; `NO_COLOR` and pipes are seen to by themselves.
pub fn colours(no_color: bool) {
    if no_color {
        ColorChoice::Never.write_global();
    }
}

/// Prints to standard output. A reader that has gone away is no error.
pub fn print(text: &str) {
    let _ = write!(anstream::stdout(), "{text}").and_then(|()| anstream::stdout().flush());
}

/// Prints bytes as they are, for files meant for programs.
pub fn print_raw(bytes: &[u8]) {
    let _ = std::io::stdout().write_all(bytes).and_then(|()| std::io::stdout().flush());
}

/// Prints to standard error.
pub fn note(text: &str) {
    let _ = write!(anstream::stderr(), "{text}").and_then(|()| anstream::stderr().flush());
}

/// One clear line on standard error.
pub fn complain(text: &str) {
    let words: Vec<&str> = text.split_whitespace().collect();
    note(&format!("gatemend: {}\n", plain(&words.join(" "))));
}

/// Whether somebody watches standard error.
pub fn is_watched() -> bool {
    std::io::stderr().is_terminal()
}

/// The text without control characters, so that nothing from the network moves the cursor or changes a title.
pub fn plain(text: &str) -> String {
    let obeyed = |c: char| c.is_control() && c != '\n' && c != '\t';
    let reordering = |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    text.chars().filter(|c| !obeyed(*c) && !reordering(*c)).collect()
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
    }
}
