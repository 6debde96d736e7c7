//! Texts with a head: raw responses, output of curl, and headers as developer tools copy them.

use super::{Pasted, PastedForm, sentence};
use crate::model::target::host_of;

/// The text taken apart, or `None` where it does not begin like a head. Control characters are out already.
pub(super) fn read(text: &str) -> Option<Pasted> {
    if text.lines().any(|line| status_line(line.strip_prefix("< ").unwrap_or_default()).is_some()) {
        return Some(curl_verbose(text));
    }
    if status_line(text.trim_start()).is_some() {
        return Some(raw(text.trim_start()));
    }
    header_block(text)
}

/// `HTTP/1.1 502 Bad Gateway`; over HTTP/2 tools print no reason (RFC 9112 section 4).
fn status_line(line: &str) -> Option<(u16, String)> {
    let line = line.lines().next()?;
    let rest = line.strip_prefix("HTTP/")?;
    let (version, rest) = rest.split_once(' ')?;
    if !version.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') {
        return None;
    }
    let rest = rest.trim_start();
    let (code, reason) = rest.split_once(' ').unwrap_or((rest, ""));
    let status: u16 = code.trim().parse().ok().filter(|status| (100..=999).contains(status))?;
    Some((status, reason.trim().to_owned()))
}

fn header_line(line: &str) -> Option<(String, String)> {
    let (name, value) = line.split_once(':')?;
    let is_name = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_graphic() && !b"<>{}\"/()".contains(&byte));
    is_name.then(|| (name.to_owned(), value.trim().to_owned()))
}

/// The last response of a text that begins with a status line.
fn raw(text: &str) -> Pasted {
    let mut pasted = Pasted { form: PastedForm::RawResponse, ..Pasted::default() };
    let mut rest = text;
    while let Some((status, reason)) = status_line(rest) {
        pasted.status = Some(status);
        pasted.reason = reason;
        pasted.headers.clear();
        rest = after_line(rest);
        while let Some(header) = rest.lines().next().and_then(header_line) {
            pasted.headers.push(header);
            rest = after_line(rest);
        }
        rest = rest.strip_prefix('\n').unwrap_or(rest);
        if status_line(rest.trim_start()).is_some() {
            rest = rest.trim_start();
        }
    }
    pasted.body = rest.trim_end().to_owned();
    pasted
}

fn after_line(text: &str) -> &str {
    text.split_once('\n').map_or("", |(_, rest)| rest)
}

/// `curl -v`: `<` marks the answer's head, `>` the request, `*` remarks; the rest is the body.
fn curl_verbose(text: &str) -> Pasted {
    let mut head = String::new();
    let mut body = String::new();
    let mut request_host = None;
    for line in text.lines() {
        let is_progress = ["{ [", "} [", "* ", "  % Total", "                                 Dload"]
            .iter()
            .any(|start| line.starts_with(start));
        if let Some(sent) = line.strip_prefix("> ") {
            let host = header_line(sent)
                .filter(|(name, _)| matches!(name.to_ascii_lowercase().as_str(), "host" | ":authority"));
            request_host = host.map(|(_, value)| value).or(request_host);
        } else if let Some(received) = line.strip_prefix("< ").or_else(|| (line.trim_end() == "<").then_some("")) {
            if status_line(received).is_some() {
                head.clear();
                body.clear();
            }
            head.push_str(received.trim_end());
            head.push('\n');
        } else if !is_progress && line.trim_end() != ">" && line != "*" {
            body.push_str(line);
            body.push('\n');
        }
    }
    let mut pasted = raw(head.trim_end());
    pasted.body = body.trim().to_owned();
    pasted.request_host = request_host;
    pasted
}

/// Lines of `name: value`, or of names and values by turns; at least two names, and nothing else.
fn header_block(text: &str) -> Option<Pasted> {
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let pairs = lines_as_pairs(&lines)?;
    if pairs.len() < 2 {
        return None;
    }
    let mut pasted = Pasted { form: PastedForm::HeaderBlock, ..Pasted::default() };
    for (name, value) in pairs {
        match name.to_ascii_lowercase().as_str() {
            "request url" => pasted.request_host = url::Url::parse(&value).ok().and_then(|url| host_of(&url)),
            "status" | "status code" | ":status" => pasted.status = leading_number(&value),
            "host" | ":authority" => pasted.request_host = pasted.request_host.or(Some(value)),
            "request method" | "remote address" | "referrer policy" => {}
            _ => pasted.headers.push((name, value)),
        }
    }
    Some(pasted)
}

fn lines_as_pairs(lines: &[&str]) -> Option<Vec<(String, String)>> {
    let mut pairs = Vec::new();
    let mut lines = lines.iter();
    while let Some(line) = lines.next() {
        let (name, value) = named(line)?;
        let value = if value.is_empty() { lines.next().map_or("", |next| next).to_owned() } else { value };
        pairs.push((name, value));
    }
    Some(pairs)
}

/// A header, or one of the summary lines of developer tools.
fn named(line: &str) -> Option<(String, String)> {
    let summary = ["Request URL", "Request Method", "Status Code", "Remote Address", "Referrer Policy"]
        .into_iter()
        .find_map(|name| Some((name.to_owned(), line.strip_prefix(name)?.strip_prefix(':')?.trim().to_owned())));
    if summary.is_some() {
        return summary;
    }
    let pseudo = line.strip_prefix(':').and_then(header_line).map(|(name, value)| (format!(":{name}"), value));
    pseudo.or_else(|| header_line(line))
}

fn leading_number(value: &str) -> Option<u16> {
    let digits: String = value.chars().skip_while(|c| !c.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
    digits.parse().ok().filter(|status| (100..=599).contains(status)).or_else(|| sentence::status(value))
}
