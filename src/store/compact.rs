//! Bodies that are no text: a page of NULs says nothing, and six characters for each would fill the file.

use crate::model::visit::Visit;
use crate::model::{Case, Known, Seen};

/// So many control characters in a row are a stretch of data, and not a slip.
const RUN: usize = 8;

/// Shortens stretches of control characters in every body to one replacement character each.
pub fn compact(case: &mut Case) {
    for observation in &mut case.observations {
        match &mut observation.seen {
            Seen::Visit { visit } => body(visit),
            Seen::Control { control } => control.visit.iter_mut().for_each(body),
            _ => {}
        }
    }
}

fn body(visit: &mut Visit) {
    if let Known::Seen(answer) = &mut visit.trace.http
        && answer.body.contains(is_data)
    {
        answer.body = shortened(&answer.body);
    }
}

fn is_data(c: char) -> bool {
    c.is_control() && !matches!(c, '\n' | '\r' | '\t')
}

fn shortened(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(is_data) {
        let (before, data) = rest.split_at(start);
        let end = data.find(|c| !is_data(c)).unwrap_or(data.len());
        let (run, after) = data.split_at(end);
        out.push_str(before);
        if run.chars().count() < RUN {
            out.push_str(run)
        } else {
            out.push('\u{fffd}')
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stretches_shrink_and_slips_stay() {
        assert_eq!(shortened(&format!("a{}b", "\0".repeat(60_000))), "a\u{fffd}b");
        assert_eq!(shortened("a\0b\u{1b}[1m\n\n\n\n\n\n\n\n\nc"), "a\0b\u{1b}[1m\n\n\n\n\n\n\n\n\nc");
        assert_eq!(shortened(&"\u{1}".repeat(8)), "\u{fffd}");
    }
}
