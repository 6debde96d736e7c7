//! The status that a sentence or a page names.

use std::sync::LazyLock;

use regex::Regex;

/// Words right before a number that make it a status.
const LABELS: &[&str] = &[
    "error",
    "errors",
    "code",
    "status",
    "http",
    "https",
    "statuscode",
    "errorcode",
    "fehler",
    "erreur",
    "errore",
    "fout",
    "cloudflare",
];

/// Words right before a number that make it something else.
const OTHER_THINGS_BEFORE: &[&str] = &[
    "room", "page", "line", "port", "route", "bus", "flight", "order", "nr", "no", "number", "chapter", "section",
    "eur", "usd", "gbp", "chf", "about", "around", "than", "height", "width", "ticket", "issue", "pr",
];

/// Words right after a number that make it something else.
const OTHER_THINGS_AFTER: &[&str] = &[
    "euro",
    "euros",
    "eur",
    "usd",
    "dollars",
    "dollar",
    "pounds",
    "gbp",
    "chf",
    "ms",
    "s",
    "sec",
    "secs",
    "seconds",
    "minutes",
    "hours",
    "days",
    "weeks",
    "months",
    "years",
    "km",
    "m",
    "miles",
    "kg",
    "kb",
    "mb",
    "gb",
    "bytes",
    "px",
    "people",
    "users",
    "visitors",
    "employees",
    "pages",
    "items",
    "times",
    "orders",
    "percent",
    "calories",
];

pub(super) fn is_html(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    ["<!doctype", "<html", "<head", "<title", "<body", "<h1", "<center", "<p>"].iter().any(|tag| lower.contains(tag))
}

/// The status in the title or a heading of a page.
pub(super) fn status_of_page(html: &str) -> Option<u16> {
    static HEADINGS: LazyLock<Option<Regex>> =
        LazyLock::new(|| Regex::new(r"(?is)<(title|h1|h2)\b[^>]*>(.{0,400}?)</(title|h1|h2)>").ok());
    static TAG: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"<[^>]*>").ok());
    let (headings, tag) = (HEADINGS.as_ref()?, TAG.as_ref()?);
    headings
        .captures_iter(html)
        .filter_map(|found| found.get(2))
        .find_map(|heading| status(&tag.replace_all(heading.as_str(), " ")))
}

/// The number 400 to 599 that stands as a word of its own; one after a word like "error" is preferred. Numbers of
/// four digits (1000 to 1999) count only after such a word, since they may be years.
pub(super) fn status(text: &str) -> Option<u16> {
    static NUMBER: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"[0-9]+").ok());
    let numbers = NUMBER.as_ref()?.find_iter(text);
    let candidates: Vec<Candidate> = numbers
        .filter_map(|found| candidate(text.get(..found.start())?, found.as_str(), text.get(found.end()..)?))
        .collect();
    let labelled = candidates.iter().find(|one| one.labelled);
    labelled.or_else(|| candidates.iter().find(|one| one.code < 1000)).map(|one| one.code)
}

struct Candidate {
    code: u16,
    labelled: bool,
}

fn candidate(before: &str, number: &str, after: &str) -> Option<Candidate> {
    let code: u16 = number.parse().ok().filter(|code| matches!(code, 400..=599 | 1000..=1999))?;
    let label = last_word(before);
    let labelled = LABELS.contains(&label.as_str());
    let in_quotes = before.trim_end_matches([':', ' ']).ends_with(['"', '\'']) && labelled_json(before);
    let starts_a_word = match before.chars().next_back() {
        None => true,
        Some(c) if c.is_whitespace() || "\"'([{<>#|–—".contains(c) => true,
        Some(':' | '-' | '/' | '=' | '_') => labelled || in_quotes,
        Some(_) => false,
    };
    let mut following = after.chars();
    let ends_a_word = match (following.next(), following.next()) {
        (None, _) => true,
        (Some('.'), Some(digit)) if digit.is_ascii_digit() => labelled,
        (Some(',' | ':' | '-' | '/'), Some(digit)) if digit.is_ascii_digit() => false,
        (Some('%' | '$' | '€' | '£' | '@' | '_' | '°'), _) => false,
        (Some(c), _) => !c.is_alphanumeric(),
    };
    let is_something_else =
        OTHER_THINGS_BEFORE.contains(&label.as_str()) || OTHER_THINGS_AFTER.contains(&first_word(after).as_str());
    (starts_a_word && ends_a_word && (labelled || in_quotes || !is_something_else))
        .then_some(Candidate { code, labelled: labelled || in_quotes })
}

/// `"code":` and the like.
fn labelled_json(before: &str) -> bool {
    LABELS.contains(&last_word(before).as_str())
}

/// The word that ends this text, in lower case; what stands between it and the end is no letter or digit.
fn last_word(text: &str) -> String {
    let text = text.trim_end_matches(|c: char| !c.is_alphanumeric() && c != '\n' && !"$€£".contains(c));
    let word: Vec<char> = text.chars().rev().take_while(|c| c.is_alphabetic()).take(20).collect();
    word.into_iter().rev().collect::<String>().to_lowercase()
}

fn first_word(text: &str) -> String {
    text.strip_prefix(' ')
        .unwrap_or_default()
        .chars()
        .take_while(|c| c.is_alphabetic())
        .take(20)
        .collect::<String>()
        .to_lowercase()
}
