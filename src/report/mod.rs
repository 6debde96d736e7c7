//! Reports: a case, told to somebody else. A renderer prints the verdict that stands in the case; it never judges,
//! asks no clock and touches no file.

mod also;
pub mod clean;
mod dns_rows;
pub mod error_page;
mod facts;
mod glance;
mod html;
mod json;
mod letters;
pub mod limits;
mod markdown;
pub(crate) mod places;
pub mod redact;
pub mod request_words;
pub mod server_words;
#[cfg(test)]
mod sample;
mod svg;
#[cfg(test)]
mod tests;
mod ticket;
pub mod words;

use std::borrow::Cow;
use std::path::Path;

use crate::model::Case;
use crate::model::path::PathPicture;
use crate::text::Texts;
pub use clean::{is_deceptive, line as one_line};
pub use json::harmless as harmless_json;
pub use letters::{letter, recipients};
pub use svg::path_svg;

/// The forms in which a report can be had.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// One self-contained page.
    Html,
    Markdown,
    /// For a support ticket.
    Text,
    /// The case itself; it can be read back and judged anew.
    Json,
}

impl Format {
    /// All of them.
    pub const ALL: [Format; 4] = [Format::Html, Format::Markdown, Format::Text, Format::Json];

    /// The ending that stands for it.
    pub fn ending(self) -> &'static str {
        match self {
            Format::Html => "html",
            Format::Markdown => "md",
            Format::Text => "txt",
            Format::Json => "json",
        }
    }

    /// The format that the ending of this file name asks for.
    pub fn of_path(path: &Path) -> Option<Format> {
        match path.extension()?.to_str()?.to_ascii_lowercase().as_str() {
            "html" | "htm" => Some(Format::Html),
            "md" => Some(Format::Markdown),
            "txt" => Some(Format::Text),
            "json" => Some(Format::Json),
            _ => None,
        }
    }
}

/// What a report is made from.
#[derive(Clone)]
pub struct Report<'a> {
    /// Redacted already, or deliberately not.
    pub case: &'a Case,
    pub picture: &'a PathPicture,
    pub texts: &'a Texts,
    /// Who said the telling answer, in words.
    pub speaker_line: Option<String>,
}

/// The report in this format.
pub fn render(report: &Report, format: Format) -> String {
    let whole = report.case;
    let (shown, left_out) = trimmed(whole);
    let report = &Report { case: shown.as_ref(), ..report.clone() };
    match format {
        Format::Html => html::render(report, left_out),
        Format::Markdown => markdown::render(report, left_out),
        Format::Text => ticket::render(report, left_out),
        Format::Json => json::render(whole),
    }
}

/// Entries of one list of a verdict; no verdict has half as many.
const LONGEST_LIST: usize = 40;

/// The case with lists that a person can read, and how many entries that leaves out.
fn trimmed(case: &Case) -> (Cow<'_, Case>, usize) {
    let mut shown = case.clone();
    let mut left_out = cut(&mut shown.steps);
    if let Some(found) = &mut shown.diagnosis {
        left_out += cut(&mut found.because) + cut(&mut found.next) + cut(&mut found.alternatives);
        left_out += cut(&mut found.leave_alone) + cut(&mut found.not_tested);
    }
    if left_out == 0 { (Cow::Borrowed(case), 0) } else { (Cow::Owned(shown), left_out) }
}

fn cut<T>(list: &mut Vec<T>) -> usize {
    let left_out = list.len().saturating_sub(LONGEST_LIST);
    list.truncate(LONGEST_LIST);
    left_out
}
