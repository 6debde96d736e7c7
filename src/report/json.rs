//! The case itself as JSON. Text stays as it was seen, but nothing in it can steer a terminal.

use std::fmt::Write as _;

use super::clean::is_deceptive;
use crate::model::Case;

/// The case, indented; `{}` where it cannot be written.
pub fn render(case: &Case) -> String {
    harmless(&serde_json::to_string_pretty(case).unwrap_or_else(|_| "{}".to_owned()))
}

/// The JSON with everything that a terminal obeys written as escapes, and a line break at its end.
pub fn harmless(json: &str) -> String {
    let mut out = String::with_capacity(json.len() + 1);
    for c in json.chars() {
        // Outside of strings, the line break is the only such character.
        if c != '\n' && (c.is_control() || is_deceptive(c)) {
            for unit in c.encode_utf16(&mut [0; 2]) {
                let _ = write!(out, "\\u{unit:04x}");
            }
        } else {
            out.push(c);
        }
    }
    out.push('\n');
    out
}
