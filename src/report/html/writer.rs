//! Writes HTML whose text cannot become markup: markup is only ever a literal of this program.

use std::fmt::Write as _;

use crate::report::clean::{self, Piece};

/// HTML under construction. [`Html::raw`] takes literals only; everything else is escaped.
#[derive(Default)]
pub struct Html(String);

impl Html {
    /// Markup of this program.
    pub fn raw(&mut self, markup: &'static str) -> &mut Self {
        self.0.push_str(markup);
        self
    }

    /// One line of text, cleaned and escaped; fit for attributes in double quotes too.
    pub fn text(&mut self, text: &str) -> &mut Self {
        self.escaped(&clean::line(text))
    }

    /// One line of running text, where what stands between backticks is code.
    pub fn prose(&mut self, text: &str) -> &mut Self {
        let text = clean::line(text);
        for piece in clean::pieces(&text) {
            match piece {
                Piece::Words(words) => self.escaped(words),
                Piece::Code(code) => {
                    self.raw("<code>").escaped(code);
                    self.raw("</code>")
                }
            };
        }
        self
    }

    /// A place that [`Html::link_to`] leads to.
    pub fn anchor(&mut self, id: &str) -> &mut Self {
        self.raw("<span id=\"").text(id).raw("\"></span>")
    }

    /// A link to a place on this page.
    pub fn link_to(&mut self, id: &str) -> &mut Self {
        self.raw("<a href=\"#").text(id).raw("\">").text(id).raw("</a>")
    }

    /// Several lines of text, cleaned and escaped.
    pub fn lines(&mut self, text: &str) -> &mut Self {
        self.escaped(&clean::lines(text))
    }

    /// A whole number.
    pub fn number(&mut self, number: i32) -> &mut Self {
        let _ = write!(self.0, "{number}");
        self
    }

    /// Markup made in the same way.
    pub fn nest(&mut self, inner: Html) -> &mut Self {
        self.0.push_str(&inner.0);
        self
    }

    /// `open`, the text, `close`.
    pub fn within(&mut self, open: &'static str, text: &str, close: &'static str) -> &mut Self {
        self.raw(open).text(text).raw(close)
    }

    /// The finished markup.
    pub fn finish(self) -> String {
        self.0
    }

    fn escaped(&mut self, text: &str) -> &mut Self {
        for c in text.chars() {
            match c {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                '\'' => self.0.push_str("&#39;"),
                c => self.0.push(c),
            }
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_never_becomes_markup() {
        let mut html = Html::default();
        html.raw("<a title=\"").text("\"><script>'&\u{1b}[1m").raw("\">");
        assert_eq!(html.finish(), "<a title=\"&quot;&gt;&lt;script&gt;&#39;&amp;\">");
    }
}
