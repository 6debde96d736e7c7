//! Signs beside the cause: served from a store, a wall against robots, maintenance, the application's own words.

use std::sync::LazyLock;

use regex::Regex;
use serde::{Deserialize, Serialize};

use super::matcher::Material;
use super::pattern::{BodyText, Pattern};
use crate::model::visit::header;

/// Why an answer counts as served from a store.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoredSign {
    pub header: String,
    pub value: String,
    /// Seconds since the origin gave it (RFC 9111 section 5.1), where it says so.
    pub age_secs: Option<u64>,
}

/// A year. What claims to be older does not know how old it is: a count that ran over is 2^31 (RFC 9111 section 1.2.2).
const OLDEST_SECS: u64 = 365 * 86_400;

/// The sign of a store: `Age` above zero, `Cache-Status` with hit (RFC 9211), or a vendor's hit.
pub fn stored(headers: &[(String, String)]) -> Option<StoredSign> {
    let age = header(headers, "age").and_then(|age| age.trim().parse::<u64>().ok()).filter(|age| *age > 0);
    let age_secs = age.filter(|age| *age <= OLDEST_SECS);
    let sign = |name: &str, value: &str| StoredSign { header: name.to_owned(), value: value.to_owned(), age_secs };
    for name in ["cache-status", "cf-cache-status", "x-cache", "x-cache-status", "x-vercel-cache", "x-proxy-cache"] {
        if let Some(value) = header(headers, name).filter(|value| says_hit(value)) {
            return Some(sign(name, value));
        }
    }
    age.map(|age| sign("age", &age.to_string()))
}

/// HIT as a word of its own: also TCP_HIT, `hit;ttl=3`, `MISS, HIT`; not RefreshHit, which was checked with the
/// origin, nor `HIT-FOR-PASS`, which was not stored.
fn says_hit(value: &str) -> bool {
    value.split([',', ';', ' ', '_', ':', '=']).any(|word| word.trim().eq_ignore_ascii_case("hit"))
}

struct Words {
    /// On error answers.
    challenge: [Pattern; 2],
    /// On any answer.
    sure_challenge: Pattern,
    maintenance: Pattern,
    app: Pattern,
    json_error: Pattern,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let pattern = |source: &str| Pattern::from(source.to_owned());
    Words {
        challenge: [
            pattern(
                r"(?i)<title>\s*(Just a moment|Attention Required! \| Cloudflare|DDoS-Guard)|checking (if the site connection is secure|your browser before)|enable javascript and cookies to continue|verify(ing)? (that )?you are (a )?human|are you a robot|captcha-delivery\.com|px-captcha|/cdn-cgi/challenge-platform/h/",
            ),
            pattern(r"(?i)\b(g-recaptcha|h-captcha|hcaptcha\.com|cf-turnstile|grecaptcha|captcha)\b"),
        ],
        sure_challenge: pattern(
            r"window\._cf_chl_opt|_Incapsula_Resource\?(SWJIYLWA|SWUDNSAI)|captcha-delivery\.com/captcha",
        ),
        maintenance: pattern(
            r"(?i)(scheduled|planned|routine|site|system) maintenance|(down|closed|offline|unavailable) for (a |some )?(scheduled |planned |routine |site )?maintenance|under(going)? (scheduled |planned |routine )?maintenance|maintenance (mode|page|window|in progress|is in progress)|performing (some )?(scheduled |planned |routine )?maintenance|briefly unavailable",
        ),
        app: pattern(
            r"(?m)Traceback \(most recent call last\)|^\s*at [\w.$<>]+\([\w./:-]+\)|Fatal error: (Uncaught|Allowed)|Stack trace:|Whoops, looks like something went wrong|DEBUG = True|Application Trace|<title>We're sorry, but something went wrong",
        ),
        json_error: pattern(
            r#"(?s)^\s*\{.{0,2000}"(error|errors|message|reason|success|detail|title|exception|code|status)"\s*:"#,
        ),
    }
});

/// Whether somebody wants proof that a human asks.
pub(super) fn challenge(material: &Material<'_>, body: &BodyText) -> bool {
    let by_header = ["cf-mitigated", "x-amzn-waf-action"]
        .into_iter()
        .filter_map(|name| header(material.headers, name))
        .any(|value| matches!(value.trim().to_ascii_lowercase().as_str(), "challenge" | "captcha"));
    // Ordinary pages carry captchas in their forms; on a refusal they are the refusal.
    let is_refusal = material.status.is_some_and(|status| matches!(status, 401 | 403 | 405 | 429 | 503));
    by_header
        || WORDS.sure_challenge.is_in(&body.text)
        || (is_refusal && WORDS.challenge.iter().any(|pattern| pattern.is_in(&body.text)))
}

/// Whether the page speaks of maintenance. Apache's stock page says so of every 503, and does not count.
pub(super) fn maintenance_words(body: &BodyText) -> bool {
    let stock_page_of_apache = body.lower.contains("due to maintenance downtime or capacity");
    !stock_page_of_apache && WORDS.maintenance.is_in(&body.text)
}

/// Whether an error answer looks like the words of a program of the site.
pub(super) fn app_words(material: &Material<'_>, body: &BodyText) -> bool {
    if material.status.is_none_or(|status| status < 400) {
        return false;
    }
    let says_json = header(material.headers, "content-type").is_some_and(is_json);
    let looks_like_json = body.text.trim_start().starts_with('{') && WORDS.json_error.is_in(&body.text);
    (says_json && !body.text.trim().is_empty())
        || looks_like_json
        || WORDS.app.is_in(&body.text)
        || own_page(material, body)
}

fn is_json(content_type: &str) -> bool {
    let kind = content_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    kind == "application/json" || (kind.starts_with("application/") && kind.ends_with("+json"))
}

/// A page with a program's name in the head and more than a bare error text in the body.
fn own_page(material: &Material<'_>, body: &BodyText) -> bool {
    static PROGRAM: LazyLock<Option<Regex>> =
        LazyLock::new(|| Regex::new(r"(?i)^(PHP|Express|Next\.js|Phusion|Servlet|JSF|Nuxt|Laravel|Django|Rails)").ok());
    let names_program = header(material.headers, "x-powered-by")
        .is_some_and(|value| PROGRAM.as_ref().is_some_and(|program| program.is_match(value)));
    names_program && body.text.trim().len() > 20
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn patterns_compile() {
        let words = &*WORDS;
        for pattern in
            words.challenge.iter().chain([&words.sure_challenge, &words.maintenance, &words.app, &words.json_error])
        {
            assert!(pattern.regex().is_some(), "{}", pattern.source());
        }
    }

    #[test]
    fn signs_of_a_store() {
        let hit = |name: &str, value: &str| stored(&headers(&[(name, value)])).is_some();
        assert!(hit("Age", "12") && !hit("Age", "0") && !hit("Age", "soon"));
        let age = |value: &str| stored(&headers(&[("age", value)])).map(|sign| sign.age_secs);
        assert_eq!((age("31536000"), age("2147483648")), (Some(Some(31_536_000)), Some(None)));
        assert!(hit("Cache-Status", "ExampleCache; hit; ttl=30") && !hit("Cache-Status", "ExampleCache; fwd=miss"));
        assert!(hit("X-Cache", "Hit from cloudfront") && !hit("X-Cache", "Error from cloudfront"));
        assert!(hit("X-Cache", "MISS, HIT") && hit("X-Cache", "TCP_HIT from a1") && !hit("X-Cache", "MISS"));
        assert!(hit("cf-cache-status", "HIT") && !hit("cf-cache-status", "DYNAMIC"));
    }

    #[test]
    fn challenges_are_walls_and_not_forms() {
        let seen = |status: u16, pairs: &[(&str, &str)], text: &str| {
            let headers = headers(pairs);
            let material = Material { status: Some(status), headers: &headers, body: text, ..Default::default() };
            challenge(&material, &BodyText::new(text))
        };
        assert!(seen(403, &[], "<title>Just a moment...</title>"));
        assert!(seen(403, &[("cf-mitigated", "challenge")], ""));
        assert!(seen(405, &[("x-amzn-waf-action", "captcha")], ""));
        assert!(!seen(200, &[], "<form><div class=\"g-recaptcha\"></div></form>"));
        assert!(!seen(200, &[], "<script src=\"/cdn-cgi/challenge-platform/scripts/jsd/main.js\"></script>"));
        assert!(!seen(502, &[], "<h1>502 Bad Gateway</h1>"));
    }

    #[test]
    fn words_of_maintenance() {
        assert!(maintenance_words(&BodyText::new("We are down for scheduled maintenance")));
        assert!(!maintenance_words(&BodyText::new("due to maintenance downtime or capacity problems")));
        assert!(!maintenance_words(&BodyText::new("low maintenance plants")));
    }
}
