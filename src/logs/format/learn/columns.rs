//! A line cut into columns: by what stands between them, or by the keys of an object.

use memchr::memmem;

/// A column as it stands in a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column<'a> {
    /// What it is called, where the line tells.
    pub name: &'a [u8],
    /// What stands before its value: `[`, a quote, or `name=` with or without one.
    pub before: &'a [u8],
    pub value: &'a [u8],
    pub after: &'a [u8],
}

/// How columns stand beside one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Parted(&'static [u8]),
    /// The members of one object, JSON (RFC 8259).
    Object,
}

impl Kind {
    /// Those that are tried, the plainest first.
    pub const ALL: [Kind; 7] = [
        Kind::Object,
        Kind::Parted(b"\t"),
        Kind::Parted(b" | "),
        Kind::Parted(b"|"),
        Kind::Parted(b"; "),
        Kind::Parted(b";"),
        Kind::Parted(b" "),
    ];

    /// What stands between two columns and belongs to neither.
    pub fn between(self) -> &'static [u8] {
        match self {
            Kind::Parted(separator) => separator,
            Kind::Object => b"",
        }
    }

    /// The line in such columns; none where it has no such form.
    pub fn columns(self, line: &[u8]) -> Vec<Column<'_>> {
        match self {
            Kind::Parted(separator) => parted(line, separator),
            Kind::Object => members(line).unwrap_or_default(),
        }
    }
}

/// What stands between separators, and what stands in quotes or brackets as a whole.
fn parted<'a>(line: &'a [u8], separator: &[u8]) -> Vec<Column<'a>> {
    let mut found = Vec::new();
    let mut rest = Some(line);
    while let Some(text) = rest {
        // `name="value"`, `name=value` and `name:value`, where the name is one word.
        let word = text.iter().take_while(|byte| byte.is_ascii_alphanumeric() || b"_-".contains(byte)).count();
        let is_named = word > 0
            && text.first().is_some_and(u8::is_ascii_alphabetic)
            && matches!(text.get(word), Some(b'=' | b':'));
        let name = if is_named { word + 1 } else { 0 };
        let closing = match text.get(name) {
            Some(b'"') => Some(b'"'),
            Some(b'[') => Some(b']'),
            _ => None,
        };
        let from = name + usize::from(closing.is_some());
        let inside = text.get(from..).unwrap_or_default();
        let closed = closing.and_then(|closing| {
            let ends = |place: &usize| {
                inside.get(place + 1..).is_none_or(|next| next.is_empty() || next.starts_with(separator))
            };
            memchr::memchr_iter(closing, inside).find(ends)
        });
        let (from, end) = match closed {
            Some(end) => (from, end),
            None => {
                let inside = text.get(name..).unwrap_or_default();
                (name, memmem::find(inside, separator).unwrap_or(inside.len()))
            }
        };
        let value_end = from + end;
        let after_end = value_end + usize::from(closed.is_some());
        found.push(Column {
            name: text.get(..word).filter(|_| is_named).unwrap_or_default(),
            before: text.get(..from).unwrap_or_default(),
            value: text.get(from..value_end).unwrap_or_default(),
            after: text.get(value_end..after_end).unwrap_or_default(),
        });
        rest = text.get(after_end..).and_then(|rest| rest.get(memmem::find(rest, separator)? + separator.len()..));
    }
    found
}

/// The members of the object that the line is.
fn members(line: &[u8]) -> Option<Vec<Column<'_>>> {
    let mut found = Vec::new();
    let mut from = 0;
    let mut at = blanks(line, 0) + 1;
    line.get(at - 1).filter(|byte| **byte == b'{')?;
    loop {
        let key = blanks(line, at) + 1;
        line.get(key - 1).filter(|byte| **byte == b'"')?;
        let key_end = string_end(line, key)?;
        let colon = blanks(line, key_end + 1);
        line.get(colon).filter(|byte| **byte == b':')?;
        let start = blanks(line, colon + 1);
        let (start, end, next) = match line.get(start)? {
            b'"' => {
                let end = string_end(line, start + 1)?;
                (start + 1, end, end + 1)
            }
            b'{' | b'[' => {
                let end = nested_end(line, start)?;
                (start, end, end)
            }
            _ => {
                let rest = line.get(start..)?;
                let end = start + rest.iter().position(|byte| b",} ".contains(byte))?;
                (start, end, end)
            }
        };
        let comma = blanks(line, next);
        let is_last = match line.get(comma)? {
            b',' => false,
            b'}' => true,
            _ => return None,
        };
        let after_end = if is_last { line.len() } else { next };
        if is_last && line.get(comma + 1..)?.iter().any(|byte| !byte.is_ascii_whitespace()) {
            return None;
        }
        found.push(Column {
            name: line.get(key..key_end)?,
            before: line.get(from..start)?,
            value: line.get(start..end)?,
            after: line.get(end..after_end)?,
        });
        if is_last {
            return Some(found);
        }
        (from, at) = (after_end, comma + 1);
    }
}

/// The first place from here on that is no blank.
fn blanks(line: &[u8], from: usize) -> usize {
    from + line.get(from..).unwrap_or_default().iter().take_while(|byte| byte.is_ascii_whitespace()).count()
}

/// Where the string that begins here ends: at the first quote that is not escaped.
fn string_end(line: &[u8], from: usize) -> Option<usize> {
    let mut escaped = false;
    let inside = line.get(from..)?.iter().position(|byte| {
        let ends = *byte == b'"' && !escaped;
        escaped = *byte == b'\\' && !escaped;
        ends
    })?;
    Some(from + inside)
}

/// Behind the list or object that begins here.
fn nested_end(line: &[u8], from: usize) -> Option<usize> {
    let (mut depth, mut at) = (0_usize, from);
    loop {
        match line.get(at)? {
            b'"' => at = string_end(line, at + 1)?,
            b'{' | b'[' => depth += 1,
            b'}' | b']' => depth -= 1,
            _ => {}
        }
        at += 1;
        if depth == 0 {
            return Some(at);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(kind: Kind, line: &str) -> Vec<(String, String)> {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let columns = kind.columns(line.as_bytes());
        let whole: String = columns
            .iter()
            .map(|one| text(one.before) + &text(one.value) + &text(one.after))
            .collect::<Vec<_>>()
            .join(&text(kind.between()));
        assert!(columns.is_empty() || whole == line, "{whole} is not {line}");
        columns.iter().map(|one| (text(one.name), text(one.value))).collect()
    }

    fn pair(name: &str, value: &str) -> (String, String) {
        (name.to_owned(), value.to_owned())
    }

    #[test]
    fn columns_are_whole_in_quotes_and_brackets() {
        let bars = told(Kind::Parted(b" | "), "a | \"b | c\" | [d e] | x=\"f\"");
        assert_eq!(bars, [pair("", "a"), pair("", "b | c"), pair("", "d e"), pair("x", "f")]);
    }

    #[test]
    fn members_of_an_object_are_told_by_their_keys() {
        let line = r#"{"t": "a \", \"b", "n":502, "in":{"x":["}"]}, "last": ""}"#;
        let members = told(Kind::Object, line);
        let wanted = [pair("t", r#"a \", \"b"#), pair("n", "502"), pair("in", r#"{"x":["}"]}"#), pair("last", "")];
        assert_eq!(members, wanted);
        for broken in ["{", "{\"a\"}", "{\"a\":1", "{\"a\":1} x", "[1]", "", "{\"a\":[1}"] {
            assert!(told(Kind::Object, broken).is_empty(), "{broken}");
        }
    }
}
