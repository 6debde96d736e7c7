//! Text that came from outside, made harmless: no control characters, no terminal escapes, no writing direction games.

use std::borrow::Cow;

/// How much of a body stands in a report.
pub const MAX_BODY: usize = 4 * 1024;

/// How much of any other text from outside stands in a report.
pub const MAX_LINE: usize = 600;

/// Characters that are invisible or reorder what stands around them (Unicode Bidirectional Algorithm, section 2).
pub fn is_deceptive(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{61c}'
        | '\u{ad}' | '\u{180e}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// One line: line breaks and tabs become spaces.
pub fn line(text: &str) -> String {
    let mut out = String::with_capacity(text.len().min(MAX_LINE));
    for c in without_escapes(text).chars() {
        match c {
            '\n' | '\r' | '\t' if !out.ends_with(' ') => out.push(' '),
            c if c.is_control() || is_deceptive(c) => {}
            c => out.push(c),
        }
    }
    shortened(out.trim(), MAX_LINE)
}

/// Several lines; tabs stay, carriage returns go.
pub fn lines(text: &str) -> String {
    let keep = |c: &char| matches!(c, '\n' | '\t') || !(c.is_control() || is_deceptive(*c));
    without_escapes(text).chars().filter(keep).collect()
}

/// A piece of one line: running text, or what stood between two backticks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece<'t> {
    Words(&'t str),
    Code(&'t str),
}

/// The pieces of a line. A backtick without a partner, or with nothing between it and its partner, is an ordinary
/// character.
pub fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let (mut words_from, mut at) = (0, 0);
    while let Some(open) = text.get(at..).and_then(|rest| rest.find('`')).map(|found| at + found) {
        let Some(close) = text.get(open + 1..).and_then(|rest| rest.find('`')).map(|found| open + 1 + found) else {
            break;
        };
        if close == open + 1 {
            at = close;
            continue;
        }
        pieces.extend(text.get(words_from..open).filter(|words| !words.is_empty()).map(Piece::Words));
        pieces.extend(text.get(open + 1..close).map(Piece::Code));
        (words_from, at) = (close + 1, close + 1);
    }
    pieces.extend(text.get(words_from..).filter(|words| !words.is_empty()).map(Piece::Words));
    pieces
}

/// The line with quotation marks in the place of backticks, for formats without markup.
pub fn quoted(text: &str) -> String {
    let text = line(text);
    let shown = pieces(&text).into_iter().map(|piece| match piece {
        Piece::Words(words) => words.to_owned(),
        Piece::Code(code) => format!("“{code}”"),
    });
    shown.collect()
}

/// At most this many bytes, and whether something was cut.
pub fn cut(text: &str, most: usize) -> (&str, bool) {
    if text.len() <= most {
        return (text, false);
    }
    let end = (0..=most).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(0);
    (text.get(..end).unwrap_or_default(), true)
}

fn shortened(text: &str, most: usize) -> String {
    match cut(text, most) {
        (text, false) => text.to_owned(),
        (text, true) => format!("{text}…"),
    }
}

/// Without the sequences that terminals obey (ECMA-48 sections 5.4 and 5.6).
fn without_escapes(text: &str) -> Cow<'_, str> {
    if !text.contains(['\u{1b}', '\u{9b}', '\u{9d}', '\u{90}']) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let kind = match c {
            '\u{1b}' => chars.next(),
            '\u{9b}' => Some('['),
            '\u{9d}' => Some(']'),
            '\u{90}' => Some('P'),
            c => {
                out.push(c);
                continue;
            }
        };
        match kind {
            Some('[') => while chars.next().is_some_and(|c| !('@'..='~').contains(&c) && c != '\n') {},
            // Up to BEL or the string terminator.
            Some(']' | 'P' | '^' | '_' | 'X') => {
                while let Some(c) = chars.next_if(|c| *c != '\n') {
                    if matches!(c, '\u{7}' | '\u{9c}') {
                        break;
                    }
                    if c == '\u{1b}' {
                        chars.next_if_eq(&'\\');
                        break;
                    }
                }
            }
            _ => {}
        }
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terminal_escapes_go_and_words_stay() {
        assert_eq!(line("a\u{1b}[31mred\u{1b}[0m b"), "ared b");
        assert_eq!(line("x\u{1b}]0;title\u{7}y"), "xy");
        assert_eq!(line("x\u{1b}]8;;http://evil\u{1b}\\y"), "xy");
        assert_eq!(line("one\r\ntwo\tthree\u{0}"), "one two three");
        assert_eq!(line("\u{202e}txt.exe"), "txt.exe");
        assert_eq!(lines("a\r\n\u{9b}2Jb\n"), "a\nb\n");
    }

    #[test]
    fn what_stands_between_backticks_is_code() {
        use Piece::{Code, Words};
        assert_eq!(pieces("run `a b` now"), [Words("run "), Code("a b"), Words(" now")]);
        assert_eq!(pieces("one ` alone"), [Words("one ` alone")]);
        assert_eq!(pieces("``"), [Words("``")]);
        assert_eq!(pieces("``x`"), [Words("`"), Code("x")]);
        assert_eq!(pieces(""), []);
        assert_eq!(quoted("run `a`"), "run “a”");
    }

    #[test]
    fn one_line_is_no_longer_than_it_may_be() {
        let long = line(&"é\u{1b}[31m".repeat(MAX_LINE));
        assert!(long.len() <= MAX_LINE + '…'.len_utf8() && long.ends_with('…'), "{}", long.len());
        assert_eq!(line(&"x".repeat(MAX_LINE)).len(), MAX_LINE);
    }

    #[test]
    fn cuts_between_characters() {
        assert_eq!(cut("aé", 2), ("a", true));
        assert_eq!(cut("aé", 3), ("aé", false));
    }
}
