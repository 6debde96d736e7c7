//! Reports: a case, told to somebody else. A renderer prints the verdict that stands in the case; it never judges,
//! asks no clock and touches no file.

mod also;
mod clean;
mod dns_rows;
mod facts;
mod glance;
mod html;
mod json;
mod markdown;
pub mod redact;
#[cfg(test)]
mod sample;
mod svg;
#[cfg(test)]
mod tests;
mod ticket;
mod words;

use std::path::Path;

use crate::model::Case;
use crate::model::path::PathPicture;
use crate::text::Texts;
pub use clean::{is_deceptive, line as one_line};
pub use json::harmless as harmless_json;
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
    match format {
        Format::Html => html::render(report),
        Format::Markdown => markdown::render(report),
        Format::Text => ticket::render(report),
        Format::Json => json::render(report.case),
    }
}
