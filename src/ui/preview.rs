//! A report as it is shown: its text, and where each line stands in it, found once and not in each frame.

use std::ops::Range;

use super::page::{self, Block};

/// Longest beginning that a screen reader is given at once, in bytes.
const SPOKEN: usize = 2_000;

/// What would be saved.
#[derive(Debug, PartialEq, Eq)]
pub struct Preview {
    text: String,
    lines: Vec<Range<usize>>,
    /// Letters of the longest line, those of wide scripts counted twice.
    widest: usize,
    /// The same as blocks, where it is drawn as a page.
    blocks: Vec<Block>,
}

impl Preview {
    /// Markdown that is drawn as a page.
    pub fn page(text: String) -> Preview {
        let blocks = page::blocks(&text);
        Preview { blocks, ..Preview::of(text) }
    }

    /// Text that is shown line by line.
    pub fn of(text: String) -> Preview {
        let mut lines = Vec::new();
        let (mut start, mut widest) = (0, 0);
        for line in text.split_inclusive('\n') {
            let bare = line.trim_end_matches(['\n', '\r']);
            lines.push(start..start + bare.len());
            widest = widest.max(bare.chars().map(|letter| if letter < '\u{1100}' { 1 } else { 2 }).sum());
            start += line.len();
        }
        Preview { text, lines, widest, blocks: Vec::new() }
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    /// The blocks of a page.
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// How many lines there are.
    pub fn count(&self) -> usize {
        self.lines.len()
    }

    /// Letters of the longest line.
    pub fn widest(&self) -> usize {
        self.widest
    }

    /// At most so many lines from this one on.
    pub fn lines(&self, first: usize, most: usize) -> impl Iterator<Item = &str> {
        let wanted = self.lines.iter().skip(first).take(most);
        wanted.filter_map(|line| self.text.get(line.clone()))
    }

    /// The first lines, for those who hear them.
    pub fn beginning(&self) -> &str {
        let end = (0..=SPOKEN.min(self.text.len())).rev().find(|end| self.text.is_char_boundary(*end)).unwrap_or(0);
        self.text.get(..end).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_those_of_the_text() {
        for text in ["", "one", "one\ntwo\n", "\n\nä\r\nthree", "ends\n\n"] {
            let preview = Preview::of(text.to_owned());
            let all: Vec<&str> = preview.lines(0, usize::MAX).collect();
            assert_eq!(all, text.lines().collect::<Vec<_>>(), "{text:?}");
            assert_eq!(preview.count(), all.len());
            assert_eq!(preview.lines(1, 1).next(), all.get(1).copied());
        }
    }

    #[test]
    fn the_longest_line_is_known() {
        assert_eq!(Preview::of("abc\n日本語x\r\nab".to_owned()).widest(), 7);
        assert_eq!(Preview::of(String::new()).widest(), 0);
    }

    #[test]
    fn the_beginning_ends_between_letters() {
        let long = Preview::of("ä".repeat(3_000));
        assert_eq!(long.beginning().len(), SPOKEN);
        assert_eq!(Preview::of("xä".repeat(3_000)).beginning().len(), 1_999);
    }
}
