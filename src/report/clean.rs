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
    fn cuts_between_characters() {
        assert_eq!(cut("aé", 2), ("a", true));
        assert_eq!(cut("aé", 3), ("aé", false));
    }
}
