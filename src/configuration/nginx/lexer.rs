//! nginx's syntax as words, semicolons and braces, with the line of each (ngx_conf_read_token in ngx_conf_file.c).

/// A piece of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    Word(String),
    /// The end of a directive.
    End,
    Open,
    Close,
}

/// A piece and its line, counted from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    pub piece: Piece,
    pub line: usize,
}

struct Lexer<'t> {
    rest: std::iter::Peekable<std::str::Chars<'t>>,
    line: usize,
}

/// Cuts the text into pieces.
///
/// # Errors
/// What is not closed, and where it began.
pub fn tokens(text: &str) -> Result<Vec<Token>, String> {
    let mut lexer = Lexer { rest: text.chars().peekable(), line: 1 };
    let mut tokens: Vec<Token> = Vec::new();
    // The first word of the directive that is being read.
    let mut directive: Option<String> = None;
    while let Some(c) = lexer.rest.peek().copied() {
        let line = lexer.line;
        let piece = match c {
            c if c.is_whitespace() => {
                lexer.next();
                continue;
            }
            '#' => {
                while lexer.rest.peek().is_some_and(|c| *c != '\n') {
                    lexer.next();
                }
                continue;
            }
            ';' => {
                lexer.next();
                directive = None;
                Piece::End
            }
            '{' => {
                lexer.next();
                let is_lua = directive.take().is_some_and(|name| name.ends_with("_by_lua_block"));
                if is_lua {
                    lexer.lua(line)?;
                    Piece::End
                } else {
                    Piece::Open
                }
            }
            '}' => {
                lexer.next();
                directive = None;
                Piece::Close
            }
            '"' | '\'' => Piece::Word(lexer.quoted(c, line)?),
            _ => Piece::Word(lexer.bare()),
        };
        if let Piece::Word(word) = &piece {
            directive.get_or_insert_with(|| word.clone());
        }
        tokens.push(Token { piece, line });
    }
    Ok(tokens)
}

impl Lexer<'_> {
    fn next(&mut self) -> Option<char> {
        let c = self.rest.next()?;
        if c == '\n' {
            self.line += 1;
        }
        Some(c)
    }

    /// What a backslash and this character stand for: quotes, blanks and line ends are taken literally, and expressions
    /// keep all other backslashes.
    fn escaped(&mut self, word: &mut String) {
        match self.next() {
            Some(c @ ('"' | '\'' | '\\')) => word.push(c),
            Some('t') => word.push('\t'),
            Some('r') => word.push('\r'),
            Some('n') => word.push('\n'),
            Some(c) => word.extend(['\\', c]),
            None => word.push('\\'),
        }
    }

    fn quoted(&mut self, quote: char, began: usize) -> Result<String, String> {
        self.next();
        let mut word = String::new();
        loop {
            match self.next() {
                None => return Err(format!("line {began}: a quotation mark is not closed")),
                Some('\\') => self.escaped(&mut word),
                Some(c) if c == quote => return Ok(word),
                Some(c) => word.push(c),
            }
        }
    }

    fn bare(&mut self) -> String {
        let mut word = String::new();
        while let Some(c) = self.rest.peek().copied() {
            match c {
                '\\' => {
                    self.next();
                    self.escaped(&mut word);
                }
                // `${name}` is a variable, and no block.
                '{' if word.ends_with('$') => {
                    while let Some(c) = self.next() {
                        word.push(c);
                        if c == '}' || c.is_whitespace() {
                            break;
                        }
                    }
                }
                ';' | '{' => break,
                c if c.is_whitespace() => break,
                c => {
                    word.push(c);
                    self.next();
                }
            }
        }
        word
    }

    /// Skips Lua to the brace that closes it: braces in its strings and comments do not count (Lua manual, section 3.1).
    fn lua(&mut self, began: usize) -> Result<(), String> {
        let not_closed = || format!("line {began}: a Lua block is not closed");
        let mut depth = 1_usize;
        loop {
            match self.next().ok_or_else(not_closed)? {
                '{' => depth += 1,
                '}' => {
                    depth -= 1;
                    if depth == 0 {
                        return Ok(());
                    }
                }
                quote @ ('"' | '\'') => loop {
                    match self.next().ok_or_else(not_closed)? {
                        '\\' => {
                            self.next();
                        }
                        c if c == quote || c == '\n' => break,
                        _ => {}
                    }
                },
                '-' if self.rest.peek() == Some(&'-') => {
                    self.next();
                    let long = self.rest.peek() == Some(&'[') && self.long_bracket();
                    while !long && self.rest.peek().is_some_and(|c| *c != '\n') {
                        self.next();
                    }
                }
                '[' if matches!(self.rest.peek(), Some('[' | '=')) => {
                    self.long_text(0);
                }
                _ => {}
            }
        }
    }

    /// At `[`: skips a long text and says whether it was one.
    fn long_bracket(&mut self) -> bool {
        self.next();
        matches!(self.rest.peek(), Some('[' | '=')) && self.long_text(0)
    }

    /// Behind the first `[` of `[==[`: skips to the `]==]` of the same level.
    fn long_text(&mut self, mut level: usize) -> bool {
        while self.rest.peek() == Some(&'=') {
            level += 1;
            self.next();
        }
        if self.rest.peek() != Some(&'[') {
            return false;
        }
        let mut matched: Option<usize> = None;
        while let Some(c) = self.next() {
            matched = match (c, matched) {
                (']', Some(count)) if count == level => return true,
                (']', _) => Some(0),
                ('=', Some(count)) => Some(count + 1),
                _ => None,
            };
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        let shown = |token: Token| match token.piece {
            Piece::Word(word) => word,
            Piece::End => ";".to_owned(),
            Piece::Open => "{".to_owned(),
            Piece::Close => "}".to_owned(),
        };
        tokens(text).unwrap().into_iter().map(shown).collect()
    }

    #[test]
    fn words_quotes_escapes_comments_and_blocks() {
        assert_eq!(words("listen 80; # not; this {\nserver{}"), ["listen", "80", ";", "server", "{", "}"]);
        assert_eq!(words(r#"a "b ; { \" #" 'c d';"#), ["a", "b ; { \" #", "c d", ";"]);
        assert_eq!(words(r"location ~ \.php$ {}"), ["location", "~", r"\.php$", "{", "}"]);
        assert_eq!(words("return 301 https://${host}$uri;"), ["return", "301", "https://${host}$uri", ";"]);
        assert_eq!(words("a b#c;"), ["a", "b#c", ";"]);
    }

    #[test]
    fn lines_are_counted_also_within_quotes() {
        let found = tokens("a 'x\ny';\n\nb;").unwrap();
        assert_eq!(found.iter().map(|token| token.line).collect::<Vec<_>>(), [1, 1, 2, 4, 4]);
    }

    #[test]
    fn lua_is_skipped_with_its_braces_strings_and_comments() {
        let text = "content_by_lua_block {\n local t = {a = '}', b = \"\\\"}\"} -- }\n --[[ } ]] local s = [==[ } ]] ]==]\n}\nlisten 80;";
        assert_eq!(words(text), ["content_by_lua_block", ";", "listen", "80", ";"]);
    }

    #[test]
    fn what_is_not_closed_is_told_with_its_line() {
        assert_eq!(tokens("a;\nb 'c;").unwrap_err(), "line 2: a quotation mark is not closed");
        assert!(tokens("x_by_lua_block { if a then {").unwrap_err().starts_with("line 1"));
    }

    #[test]
    fn a_line_of_ten_megabytes_and_binary_come_to_an_end() {
        assert_eq!(words(&"x".repeat(10_000_000)).len(), 1);
        assert_eq!(words(&";".repeat(100_000)).len(), 100_000);
        let _ = tokens("\u{0}\u{1}{{{}}}\u{fffd}\\");
    }
}
