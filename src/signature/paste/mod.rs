//! Reads what people paste: a page, headers, a raw response, output of curl, a HAR file, or a sentence.
//!
//! It never fails: what it cannot place stays body. Escape sequences and other control characters are taken out.

mod har;
mod head;
mod log_line;
mod sentence;

use serde::{Deserialize, Serialize};

use super::matcher::Material;
use super::pattern::prefix;

/// How much of a text is read, in bytes; an error page with everything around it is far smaller.
const TEXT_LIMIT: usize = 1024 * 1024;

/// How much of a HAR file is read, in bytes; one page load with its bodies.
const HAR_LIMIT: usize = 16 * 1024 * 1024;

/// What kind of text it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PastedForm {
    Html,
    /// Headers without a body, also as a browser's developer tools copy them.
    HeaderBlock,
    /// A status line, headers and a body; also from `curl -i` and `curl -v`.
    RawResponse,
    /// A HAR file: the last 5xx in it, else the last 4xx.
    Har,
    /// An entry of a gateway's error log.
    LogEntry,
    /// Anything else.
    Sentence,
    #[default]
    Empty,
}

/// What was pasted, taken apart.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Pasted {
    /// 400 to 599, or a vendor's four-digit code (1000 to 1999); from a status line any status.
    pub status: Option<u16>,
    pub reason: String,
    pub headers: Vec<(String, String)>,
    pub body: String,
    pub form: PastedForm,
    /// The site that was asked, where the text tells.
    pub request_host: Option<String>,
    /// The gateway whose log it is, by its id.
    pub log_of: Option<String>,
    /// Milliseconds to the first byte, where the text tells (HAR only).
    pub first_byte_ms: Option<u64>,
}

impl<'a> From<&'a Pasted> for Material<'a> {
    fn from(pasted: &'a Pasted) -> Self {
        Material {
            // A vendor's code is no HTTP status; the body tells it to the matcher.
            status: pasted.status.filter(|status| *status < 1000),
            reason: &pasted.reason,
            headers: &pasted.headers,
            body: &pasted.body,
            first_byte_ms: pasted.first_byte_ms,
            version: "",
        }
    }
}

/// Takes a pasted text apart.
pub fn read(text: &str) -> Pasted {
    // A log entry may be a JSON object too.
    if text.trim_start().starts_with('{')
        && let Some(pasted) = har::read(prefix(text, HAR_LIMIT))
    {
        return pasted;
    }
    let text = clean(prefix(text, TEXT_LIMIT));
    let text = text.trim_matches(['\n', '\u{feff}']);
    if text.trim().is_empty() {
        return Pasted::default();
    }
    log_line::read(text).or_else(|| head::read(text)).unwrap_or_else(|| without_head(text))
}

fn without_head(text: &str) -> Pasted {
    let is_html = sentence::is_html(text);
    let status = if is_html { sentence::status_of_page(text) } else { sentence::status(text) };
    Pasted {
        status,
        body: text.to_owned(),
        form: if is_html { PastedForm::Html } else { PastedForm::Sentence },
        ..Pasted::default()
    }
}

/// LF line ends, and no control characters: no ESC, no colours, no bells.
fn clean(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\u{1b}' => skip_escape(&mut chars),
            '\r' if chars.peek() == Some(&'\n') => {}
            '\r' => clean.push('\n'),
            '\n' | '\t' => clean.push(c),
            c if c.is_control() => {}
            c => clean.push(c),
        }
    }
    clean
}

/// The rest of an escape sequence: CSI up to its final byte, OSC up to BEL or ST (ECMA-48 sections 5.4 and 5.6).
fn skip_escape(chars: &mut std::iter::Peekable<std::str::Chars<'_>>) {
    match chars.peek() {
        Some('[') => {
            chars.next();
            while let Some(c) = chars.next_if(|c| *c != '\n') {
                if ('\u{40}'..='\u{7e}').contains(&c) {
                    return;
                }
            }
        }
        Some(']') => {
            while let Some(c) = chars.next_if(|c| *c != '\n') {
                if c == '\u{7}' {
                    return;
                }
                if c == '\u{1b}' {
                    chars.next_if_eq(&'\\');
                    return;
                }
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(text: &str, form: PastedForm, status: Option<u16>) -> Pasted {
        let pasted = read(text);
        assert_eq!((pasted.form, pasted.status), (form, status), "{text:?}");
        pasted
    }

    #[test]
    fn raw_responses() {
        let pasted = check(
            "HTTP/1.1 502 Bad Gateway\r\nServer: nginx\r\nX-A: 1\r\n\r\n<html>\r\nx",
            PastedForm::RawResponse,
            Some(502),
        );
        assert_eq!(pasted.reason, "Bad Gateway");
        assert_eq!(
            pasted.headers.first().map(|(name, value)| (name.as_str(), value.as_str())),
            Some(("Server", "nginx"))
        );
        assert_eq!(pasted.body, "<html>\nx");
        check("HTTP/2 503 \nserver: x\n", PastedForm::RawResponse, Some(503));
        check("HTTP/1.1 526\n\nError 526", PastedForm::RawResponse, Some(526));
        // The last of several: redirects, 100 and the answer of a proxy come before.
        let pasted = check(
            "HTTP/1.1 301 Moved\nLocation: /x\n\nHTTP/1.1 100 Continue\n\nHTTP/1.1 504 Gateway Time-out\nA: b\n\nlate",
            PastedForm::RawResponse,
            Some(504),
        );
        assert_eq!(pasted.body, "late");
        // A line that is no header belongs to the body.
        let pasted = read("HTTP/1.1 502 Bad Gateway\nServer: nginx\nno header at all\nmore");
        assert_eq!(pasted.body, "no header at all\nmore");
    }

    #[test]
    fn output_of_curl() {
        let pasted = check(
            "*   Trying 192.0.2.1:443...\n> GET / HTTP/2\n> Host: shop.test\n> \n< HTTP/2 502 \n< server: cloudflare\n< \n{ [5 bytes data]\n<html>oops</html>\n* Connection #0 left intact\n",
            PastedForm::RawResponse,
            Some(502),
        );
        assert_eq!(pasted.request_host.as_deref(), Some("shop.test"));
        assert_eq!(pasted.headers, [("server".to_owned(), "cloudflare".to_owned())]);
        assert_eq!(pasted.body.trim(), "<html>oops</html>");
    }

    #[test]
    fn header_blocks() {
        let pasted = check("server: cloudflare\ncf-ray: 1-FRA\n", PastedForm::HeaderBlock, None);
        assert_eq!(pasted.headers.len(), 2);
        let pasted = check(
            "Request URL: https://shop.test/cart\nRequest Method: GET\nStatus Code: 502 Bad Gateway\nserver: nginx\n",
            PastedForm::HeaderBlock,
            Some(502),
        );
        assert_eq!(pasted.request_host.as_deref(), Some("shop.test"));
        check(
            "Request URL:\nhttps://shop.test/\nStatus Code:\n504\nserver:\nnginx\n",
            PastedForm::HeaderBlock,
            Some(504),
        );
    }

    #[test]
    fn pages() {
        check("<html><head><title>502 Bad Gateway</title></head></html>", PastedForm::Html, Some(502));
        check("<h1>Proxy Error</h1><p>Room 502 is free", PastedForm::Html, None);
        check("<title>shop.test | 521: Web server is down</title>", PastedForm::Html, Some(521));
    }

    #[test]
    fn sentences() {
        let sentence = |text: &str, status: Option<u16>| check(text, PastedForm::Sentence, status);
        sentence("502. That’s an error.", Some(502));
        sentence("HTTP Error 502 – Bad Gateway", Some(502));
        sentence("502 Proxy Error", Some(502));
        sentence("Temporary Error (502)", Some(502));
        sentence("Error 526 ... Invalid SSL certificate", Some(526));
        sentence("504 Gateway Timeout", Some(504));
        sentence("HTTP Error 502.5 - Process Failure", Some(502));
        sentence("Error code: 1020", Some(1020));
        sentence("error:503", Some(503));
        sentence("{\"code\":502,\"message\":\"x\"}", Some(502));
        sentence("HTTP ERROR 502", Some(502));
        for nothing in [
            "order 15023 is late",
            "it costs $502",
            "it costs 502 euros",
            "EUR 502",
            "since 1999",
            "192.0.2.502",
            "shop.test:502",
            "room 502",
            "502ms",
            "1,502 visitors",
            "it is down",
            "12-502-99",
            "in 1066 a battle",
        ] {
            sentence(nothing, None);
        }
    }

    #[test]
    fn har_files() {
        let entry = |status: u16| {
            format!(
                r#"{{"request":{{"url":"https://shop.test/{status}"}},"timings":{{"wait":60012.4}},"response":{{"status":{status},"statusText":"x","headers":[{{"name":"Server","value":"nginx"}}],"content":{{"text":"page {status}"}}}}}}"#
            )
        };
        let har = |statuses: &[u16]| {
            let entries: Vec<String> = statuses.iter().map(|status| entry(*status)).collect();
            format!(r#"{{"log":{{"entries":[{}]}}}}"#, entries.join(","))
        };
        let pasted = check(&har(&[200, 502, 504, 404, 200]), PastedForm::Har, Some(504));
        assert_eq!(pasted.body, "page 504");
        assert_eq!(pasted.first_byte_ms, Some(60_012));
        assert_eq!(pasted.request_host.as_deref(), Some("shop.test"));
        check(&har(&[404, 200]), PastedForm::Har, Some(404));
        check(&har(&[200]), PastedForm::Har, Some(200));
        check(r#"{"log":{"entries":[]}}"#, PastedForm::Har, None);
        check(r#"{"log":{"entries":[{"response":7}]}}"#, PastedForm::Har, None);
    }

    #[test]
    fn what_is_longer_than_a_page_is_cut() {
        assert_eq!(read(&"x".repeat(3 * TEXT_LIMIT)).body.len(), TEXT_LIMIT);
        let har = |body: usize| {
            let text = "x".repeat(body);
            format!(r#"{{"log":{{"entries":[{{"response":{{"status":502,"content":{{"text":"{text}"}}}}}}]}}}}"#)
        };
        assert_eq!(read(&har(TEXT_LIMIT)).form, PastedForm::Har);
        let cut = read(&har(HAR_LIMIT));
        assert!(cut.form != PastedForm::Har && cut.body.len() <= TEXT_LIMIT);
    }

    #[test]
    fn nothing_and_escape_sequences() {
        check(" \r\n\t ", PastedForm::Empty, None);
        let pasted = read("\u{1b}[31m502 Bad Gateway\u{1b}[0m\u{7}\u{1b}]0;title\u{7} here");
        assert_eq!(pasted.body, "502 Bad Gateway here");
        assert_eq!(pasted.status, Some(502));
    }

    proptest! {
        #[test]
        fn never_panics(text in "(?s).{0,400}") {
            let pasted = read(&text);
            let has_escape = pasted.body.contains('\u{1b}');
            prop_assert!(!has_escape);
        }

        #[test]
        fn never_panics_on_what_looks_right(
            text in "(HTTP/[12](\\.1)? ?[0-9]{0,4}|< |> Host: |[a-zA-Z-]{1,5}: ?|\\{\"log\":|<title>|[ -~]{0,9}|é|\n|\r\n|\u{1b}\\[){0,20}"
        ) {
            let _ = super::super::identify(&Material::from(&read(&text)));
        }
    }
}
