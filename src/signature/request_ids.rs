//! The numbers by which an owner or a vendor finds this very request again: in headers, and on the page itself.

use std::sync::LazyLock;

use regex::Regex;

use super::gateway::{Speaker, gateway, gateways};
use super::matcher::Material;
use super::pattern::BodyText;

/// Headers that many products send. Those of one product stand with it in `assets/gateways.toml`.
const EVERYBODYS: [&str; 8] = [
    "X-Request-ID",
    "X-Correlation-ID",
    "X-Amzn-Trace-Id",
    "X-Amz-Request-Id",
    "X-Trace-ID",
    "X-Request-Trace-ID",
    "X-B3-TraceId",
    "X-OSS-Request-ID",
];

/// Numbers on one page; more are an article's, not an error's.
const MOST_ON_A_PAGE: usize = 3;

/// Whether the site's people find a request again by the value of this header, whichever product sent it.
pub fn names_a_request(header: &str) -> bool {
    let of_products = gateways().iter().flat_map(|gateway| gateway.request_id_headers.iter().map(String::as_str));
    of_products.chain(EVERYBODYS).any(|name| name.eq_ignore_ascii_case(header))
}

/// Header and value, or the page's own word for it and value.
pub(super) fn request_ids(material: &Material<'_>, body: &BodyText, speakers: &[Speaker]) -> Vec<(String, String)> {
    let mut ids: Vec<(String, String)> = Vec::new();
    let known = speakers.iter().filter_map(|speaker| gateway(&speaker.id));
    let names = known.flat_map(|gateway| gateway.request_id_headers.iter().map(String::as_str));
    for name in names.chain(EVERYBODYS) {
        let Some(value) = crate::model::visit::header(material.headers, name) else { continue };
        if !value.is_empty() && !ids.iter().any(|(known, _)| known.eq_ignore_ascii_case(name)) {
            ids.push((name.to_owned(), value.to_owned()));
        }
    }
    let of_page = on_page(&body.text);
    // The page repeats what a header says: `8e1f…-FRA` there is `8e1f…` here.
    ids.extend(of_page.into_iter().filter(|(_, value)| !ids_hold(&ids, value)).collect::<Vec<_>>());
    ids
}

fn ids_hold(ids: &[(String, String)], value: &str) -> bool {
    ids.iter().any(|(_, known)| known.contains(value))
}

/// `Ray ID: 8e1f0a2b3c4d5e6f`, `Reference #18.2f…`, `Incident ID`, `Support ID`, `XID`.
fn on_page(text: &str) -> Vec<(String, String)> {
    static WORDS: LazyLock<Option<Regex>> = LazyLock::new(|| {
        let names =
            "Ray ID|Request ID|Incident ID|Support ID|Event ID|Trace ID|Error reference(?: number)?|Reference|XID";
        // A name, perhaps markup, and a value of at least five characters with a digit among them.
        Regex::new(&format!(r"(?i)\b({names})\s*(?:[:#]|&#x?3[5a];)?\s*(?:<[^<>]{{0,80}}>\s*){{0,3}}[:#]?\s*([A-Za-z0-9][A-Za-z0-9._-]{{4,80}})"))
            .ok()
    });
    let Some(words) = WORDS.as_ref() else { return Vec::new() };
    let mut found: Vec<(String, String)> = Vec::new();
    for captures in words.captures_iter(text) {
        let (Some(name), Some(value)) = (captures.get(1), captures.get(2)) else { continue };
        let value = value.as_str().trim_end_matches(['.', '-', '_']);
        let is_number = value.bytes().any(|byte| byte.is_ascii_digit());
        if is_number && !found.iter().any(|(_, known)| known == value) && found.len() < MOST_ON_A_PAGE {
            found.push((name.as_str().to_owned(), value.to_owned()));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(text: &str) -> Option<(String, String)> {
        on_page(text).into_iter().next()
    }

    #[test]
    fn numbers_on_pages() {
        for (text, value) in [
            ("<span>Cloudflare Ray ID: <strong class=\"x\">8e1f0a2b3c4d5e6f</strong></span>", "8e1f0a2b3c4d5e6f"),
            ("Error 1020\nRay ID: 8e1f0a2b3c4d5e6f • 2026-11-24", "8e1f0a2b3c4d5e6f"),
            ("Request ID: TmV3LXJlcXVlc3QtMTIz", "TmV3LXJlcXVlc3QtMTIz"),
            ("Reference&#32;&#35;18.2f0e1002.1700000000.1a2b", "18.2f0e1002.1700000000.1a2b"),
            ("<p>XID: 32770</p>", "32770"),
            ("Incapsula incident ID: 123000450-98765", "123000450-98765"),
        ] {
            let body = BodyText::new(text);
            assert_eq!(one(&body.text).map(|(_, value)| value).as_deref(), Some(value), "{text}");
        }
        for none in ["Ray ID:", "For reference please see the manual", "request id unknown", "reference books"] {
            assert_eq!(one(none), None, "{none}");
        }
    }

    #[test]
    fn headers_that_name_a_request() {
        for name in [
            "cf-ray",
            "CF-RAY",
            "x-request-id",
            "x-amz-cf-id",
            "akamai-grn",
            "traceparent",
            "x-varnish",
            "x-b3-traceid",
        ] {
            assert!(names_a_request(name), "{name}");
        }
        for name in ["server", "date", "set-cookie", "via", "age", ""] {
            assert!(!names_a_request(name), "{name}");
        }
    }
}
