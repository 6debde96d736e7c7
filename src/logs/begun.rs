//! Whether a message begins with the words by which it is known. Further on they may be a visitor's: a name with which he
//! tried to sign in, a page that is not there.

/// Whether what stands before the words is only what programs put at the beginning: numbers and names in brackets, codes
/// and levels, tags with a colon, names of classes, a host before its tag, and so many words besides.
pub fn is_begun(before: &[u8], words_besides: usize) -> bool {
    let Some(outside) = outside_brackets(before) else { return false };
    let mut words = outside.split(|byte| byte.is_ascii_whitespace()).filter(|word| !word.is_empty()).peekable();
    let (mut is_first, mut besides) = (true, 0);
    while let Some(word) = words.next() {
        let before_its_tag = is_first && words.peek().is_some_and(|next| next.ends_with(b":"));
        if word.starts_with(b"()") && !word.ends_with(b":") {
            // `(111)Connection refused: `, as Apache's runtime tells an error of the system.
            words.by_ref().find(|word| word.ends_with(b":"));
        } else if !(before_its_tag || is_tag(word)) {
            besides += 1;
        }
        is_first = false;
    }
    besides <= words_besides
}

/// A code, a level, a name with a colon, a column, a class: no word of a sentence.
fn is_tag(word: &[u8]) -> bool {
    const LEVELS: [&[u8]; 9] =
        [b"debug", b"info", b"notice", b"warn", b"warning", b"error", b"crit", b"critical", b"fatal"];
    word.ends_with(b":")
        || word.contains(&b'.')
        || memchr::memchr(b'=', word).is_some_and(|place| place + 1 < word.len())
        || !word.iter().any(u8::is_ascii_lowercase)
        || LEVELS.iter().any(|level| word.eq_ignore_ascii_case(level))
}

/// The text without what stands in brackets; `None` where a bracket is open at its end and holds more than a number, or a
/// path or a quote stands outside. The key of an object and the quote of its value are left out too.
fn outside_brackets(text: &[u8]) -> Option<Vec<u8>> {
    let text = match text.strip_prefix(b"\"").and_then(|key| key.get(memchr::memmem::find(key, b"\":")? + 2..)) {
        Some(value) => value.strip_prefix(b"\"").unwrap_or(value),
        None => text,
    };
    let mut outside = Vec::new();
    let mut depth = 0_usize;
    let mut open_at = 0;
    for (place, byte) in text.iter().enumerate() {
        match byte {
            b'[' | b'(' => {
                open_at = place + 1;
                depth += 1;
                if depth == 1 && *byte == b'(' {
                    outside.extend(b"()");
                }
            }
            b']' | b')' => depth = depth.checked_sub(1)?,
            _ if depth > 0 => {}
            b'/' | b'\'' | b'"' => return None,
            _ => outside.push(*byte),
        }
    }
    let number = text.get(open_at..).filter(|number| !number.is_empty() && number.iter().all(u8::is_ascii_digit));
    (depth == 0 || depth == 1 && number.is_some()).then_some(outside)
}

#[cfg(test)]
mod tests {
    use super::is_begun;

    #[test]
    fn what_programs_put_before_their_words_is_none_of_a_visitors() {
        for before in [
            "",
            "web kernel: [123.456] ",
            " [proxy:error] [pid 1234:tid 5678] (111",
            " [proxy:error] [pid 1] (111)Connection refused: AH00957: HTTP: ",
            "heroku[router]: at=error ",
            ".123 SEVERE [main] org.apache.coyote.ajp.AjpMessage ",
            "\"error\":\"",
            "WARNING ",
        ] {
            assert!(is_begun(before.as_bytes(), 0), "{before}");
        }
        for before in [
            "10.0.0.5 sshd[7]: Invalid user ",
            " [auth_basic:error] [pid 1] [client 203.0.113.7:51234] AH01618: user ",
            " [pid 7] [",
            "WARNING Login failed for ",
            "\"msg\":\"login failed for ",
            "level=warn user=",
            "open() \"/x",
        ] {
            assert!(!is_begun(before.as_bytes(), 0), "{before}");
        }
        // PHP-FPM tells of its children, and of no visitor before that.
        assert!(is_begun(b" WARNING: [pool www] child 4321 ", 3));
    }
}
