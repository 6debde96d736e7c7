//! How the error page that a site shows treats those who meet it. It says nothing about why the site fails.

use std::sync::LazyLock;

use regex::Regex;

use crate::model::visit::Answer;

/// One thing about the page that its owner may want to mend.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remark {
    /// It is an error by its title, and comes with the status of a page that is fine.
    StatusLost(u16),
    /// It may be kept for so many seconds, and shown when the site is well again.
    Kept(u64),
    /// It does not say how long to wait.
    NoRetryAfter,
    /// It names a program with its version.
    NamesVersion(String),
    /// It asks for itself again after so few seconds.
    Hammers(u32),
    /// It asks the site for more, which may fail as well.
    LeansOnSite,
    /// There is nothing in it, so the browser shows a page of its own.
    Empty,
    /// So many bytes, for a site that may be overloaded.
    Heavy(u64),
}

impl Remark {
    /// The name of its sentence, and the value in it.
    pub fn told(&self) -> (&'static str, String) {
        match self {
            Remark::StatusLost(status) => ("status-lost", status.to_string()),
            Remark::Kept(seconds) => ("kept", seconds.to_string()),
            Remark::NoRetryAfter => ("no-retry-after", String::new()),
            Remark::NamesVersion(product) => ("names-version", product.clone()),
            Remark::Hammers(seconds) => ("hammers", seconds.to_string()),
            Remark::LeansOnSite => ("leans-on-site", String::new()),
            Remark::Empty => ("empty", String::new()),
            Remark::Heavy(bytes) => ("heavy", bytes.to_string()),
        }
    }
}

/// Sooner than this nobody is helped, in seconds.
const SOON: u32 = 10;
/// More than this is much for an error, in bytes.
const HEAVY: u64 = 100 * 1024;

/// Expressions that are part of the program; a test uses each.
fn expression(text: &str) -> Option<Regex> {
    Regex::new(text).ok()
}

static TITLE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    expression(
        r"(?is)<title>\s*(?:error\s+)?50[0-4]\b[^<]{0,40}(?:error|bad gateway|unavailable|time-?out)[^<]{0,20}</title>",
    )
});
static REFRESH: LazyLock<Option<Regex>> =
    LazyLock::new(|| expression(r#"(?is)<meta\s[^>]*http-equiv=["']?refresh["']?[^>]*content=["']?\s*(\d{1,6})"#));
static VERSION: LazyLock<Option<Regex>> = LazyLock::new(|| {
    expression(
        r"(?i)\b(?:nginx|apache|openresty|php|microsoft-iis|tomcat|jetty|gunicorn|werkzeug|caddy|haproxy|varnish|openssl|lighttpd|express|phusion passenger)[/ ]\d+(?:\.\d+)+",
    )
});
static LEANS: LazyLock<Option<Regex>> =
    LazyLock::new(|| expression(r#"(?is)<(?:script|img)\s[^>]*\bsrc=["']?[^"'>\s]|<link\s[^>]*rel=["']?stylesheet"#));
static INSIDE: LazyLock<Option<Regex>> = LazyLock::new(|| expression(r#"(?i)<img\s[^>]*\bsrc=["']?data:"#));

fn first<'t>(expression: &LazyLock<Option<Regex>>, text: &'t str) -> Option<&'t str> {
    let found = (*expression).as_ref()?.captures(text)?;
    found.get(1).or(found.get(0)).map(|part| part.as_str())
}

/// What there is to remark. `None` where the answer is no error page at all.
pub fn judge(answer: &Answer) -> Option<Vec<Remark>> {
    let body = answer.body.as_str();
    let mut remarks = Vec::new();
    match answer.status {
        500..=504 => {}
        200 if first(&TITLE, body).is_some() => remarks.push(Remark::StatusLost(answer.status)),
        _ => return None,
    }
    remarks.extend(kept_for(answer).map(Remark::Kept));
    if answer.header("retry-after").is_none() {
        remarks.push(Remark::NoRetryAfter);
    }
    let header = ["server", "x-powered-by"].into_iter().filter_map(|name| answer.header(name));
    let version = header.chain([body]).find_map(|text| first(&VERSION, text));
    remarks.extend(version.map(|product| Remark::NamesVersion(product.to_owned())));
    let wish = answer.header("refresh").and_then(|value| value.split([';', ',']).next()?.trim().parse().ok());
    let refresh: Option<u32> = wish.or_else(|| first(&REFRESH, body)?.parse().ok());
    remarks.extend(refresh.filter(|seconds| *seconds < SOON).map(Remark::Hammers));
    if first(&LEANS, body).is_some() && !only_inside(body) {
        remarks.push(Remark::LeansOnSite);
    }
    match answer.body_bytes {
        0 => remarks.push(Remark::Empty),
        bytes if bytes > HEAVY => remarks.push(Remark::Heavy(bytes)),
        _ => {}
    }
    Some(remarks)
}

/// Whether all that it shows besides is in it.
fn only_inside(body: &str) -> bool {
    let count = |expression: &LazyLock<Option<Regex>>| {
        (*expression).as_ref().map_or(0, |expression| expression.find_iter(body).count())
    };
    count(&LEANS) == count(&INSIDE)
}

/// How long a cache may keep it because it says so (RFC 9111 section 5.2.2). Without a word these are not kept (RFC 9110
/// section 15.1).
fn kept_for(answer: &Answer) -> Option<u64> {
    let value = answer.header("cache-control")?.to_ascii_lowercase();
    let directives: Vec<&str> = value.split(',').map(str::trim).collect();
    if directives.iter().any(|one| matches!(*one, "no-store" | "no-cache" | "private")) {
        return None;
    }
    let of = |name: &str| {
        directives
            .iter()
            .find_map(|one| one.strip_prefix(name)?.strip_prefix('=')?.trim_matches('"').parse::<u64>().ok())
    };
    of("s-maxage").or_else(|| of("max-age")).filter(|seconds| *seconds > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(status: u16, headers: &[(&str, &str)], body: &str) -> Answer {
        Answer {
            status,
            reason: String::new(),
            version: "HTTP/1.1".to_owned(),
            headers: headers.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect(),
            first_byte_ms: 1,
            total_ms: 1,
            body: body.to_owned(),
            body_bytes: body.len() as u64,
            truncated: false,
            body_failure: None,
            received_unix_ms: 0,
        }
    }

    const WAIT: (&str, &str) = ("retry-after", "30");

    #[test]
    fn a_page_that_is_as_it_should_be_gets_no_remark() {
        let page = "<html lang=en><title>Back soon</title><img src=\"data:image/png;base64,AA\"><p>Back soon</p>";
        assert_eq!(
            judge(&answer(503, &[WAIT, ("server", "nginx"), ("cache-control", "no-store")], page)),
            Some(vec![])
        );
        let slow = "<meta http-equiv=\"refresh\" content=\"60\">";
        assert_eq!(judge(&answer(502, &[WAIT, ("cache-control", "max-age=0")], slow)), Some(vec![]));
    }

    #[test]
    fn what_should_be_mended_is_told() {
        let said = |status, headers: &[(&str, &str)], body: &str| judge(&answer(status, headers, body)).unwrap();
        assert_eq!(said(502, &[], "x"), [Remark::NoRetryAfter]);
        assert_eq!(said(502, &[WAIT, ("cache-control", "public, max-age=600")], "x"), [Remark::Kept(600)]);
        assert_eq!(said(502, &[WAIT], "<center>nginx/1.22.1</center>"), [Remark::NamesVersion("nginx/1.22.1".into())]);
        assert_eq!(said(502, &[WAIT, ("x-powered-by", "PHP/8.2.7")], "x"), [Remark::NamesVersion("PHP/8.2.7".into())]);
        assert_eq!(said(502, &[WAIT], "<META HTTP-EQUIV=refresh CONTENT='1;url=/'>"), [Remark::Hammers(1)]);
        assert_eq!(said(502, &[WAIT, ("refresh", "2")], "x"), [Remark::Hammers(2)]);
        assert_eq!(said(502, &[WAIT], "<link href=/a.css rel=stylesheet>"), [Remark::LeansOnSite]);
        assert_eq!(said(502, &[WAIT], ""), [Remark::Empty]);
        let long = "x".repeat(200_000);
        assert_eq!(said(503, &[WAIT], &long), [Remark::Heavy(200_000)]);
        assert_eq!(said(200, &[WAIT], "<title>502 Bad Gateway</title>"), [Remark::StatusLost(200)]);
    }

    #[test]
    fn other_answers_are_no_error_pages() {
        assert_eq!(judge(&answer(200, &[], "<title>What a 502 is</title>")), None);
        assert_eq!(judge(&answer(200, &[], "<title>Shop</title>")), None);
        assert_eq!(judge(&answer(404, &[], "x")), None);
    }
}
