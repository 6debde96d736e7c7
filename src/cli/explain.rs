//! `gatemend explain`: what a status, a cause, a browser's error or the name of a status means.

mod status;

use super::args::Explain;
use super::{ExitCode, Trouble, check, terminal};
use crate::model::diagnosis::Words;
use crate::model::{Cause, Fault};
use crate::signature::status::statuses;
use crate::signature::{Material, Meaning, explain_status, identify};
use crate::text::Texts;

pub fn run(explain: &Explain) -> Result<ExitCode, Trouble> {
    let texts = check::texts(explain.lang.as_deref(), None)?;
    if explain.what.is_empty() {
        terminal::print(&everything(&texts));
        return Ok(ExitCode::Fine);
    }
    let what = explain.what.join(" ");
    let text = explained(what.trim(), &texts).ok_or_else(|| {
        let near = nearest(&what).map_or_else(String::new, |cause| format!("; did you mean {cause}?"));
        let typed: String = terminal::plain(&what).chars().take(80).collect();
        Trouble::Usage(format!("nothing is known of {typed:?}{near}; gatemend explain lists the causes"))
    })?;
    terminal::print(&text);
    Ok(ExitCode::Fine)
}

fn explained(what: &str, texts: &Texts) -> Option<String> {
    if let Some(cause) = Cause::named(&as_name(what)) {
        return Some(in_full(cause, texts));
    }
    // A browser's own number comes with the name of its family, so it is no status.
    if let Some(text) = browsers_word(what, texts) {
        return Some(text);
    }
    if let Some(code) = number_in(what) {
        return Some(status::told(&explain_status(code), texts));
    }
    let named = status_named(what)?;
    Some(status::told(&explain_status(named), texts))
}

/// `Origin Refused` and `origin_refused` are the cause `origin-refused`.
fn as_name(text: &str) -> String {
    text.to_ascii_lowercase().replace([' ', '_'], "-")
}

/// `502`, `HTTP 502`, `error 1020:`.
fn number_in(text: &str) -> Option<u32> {
    text.split_whitespace().find_map(|word| word.trim_matches(|c: char| c.is_ascii_punctuation()).parse().ok())
}

/// The status or the browser's word in a text that is about an error, as `explain` takes it.
pub(super) fn error_in(text: &str) -> Option<String> {
    let of_browser = |word: &&str| word.contains('_') && browsers_meaning(word).is_some();
    let trimmed = |word: &'_ str| word.trim_matches(|c: char| c.is_ascii_punctuation()).to_owned();
    if let Some(word) = text.split_whitespace().find(of_browser) {
        return Some(trimmed(word));
    }
    let code = number_in(text).filter(|code| matches!(code, 400..=599 | 1000..=1999))?;
    explain_status(code).is_defined().then(|| code.to_string())
}

/// The number of a status by its name, as in `bad gateway` or `Gateway Time-out`.
fn status_named(text: &str) -> Option<u32> {
    let letters =
        |text: &str| -> String { text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect() };
    let wanted = letters(text);
    let found = statuses().iter().filter(|reading| letters(&reading.name) == wanted);
    // The standard's own reading goes before a vendor's.
    found.min_by_key(|reading| (reading.vendor.is_some(), reading.code)).map(|reading| reading.code)
}

/// What a browser, an app or a library shows where there was no answer: `ERR_CONNECTION_REFUSED`, `-1003` of
/// `NSURLErrorDomain`, whatever the case.
fn browsers_word(text: &str, texts: &Texts) -> Option<String> {
    let meaning = browsers_meaning(text)?;
    let cause = meaning.claim.cause;
    let mut out = format!("{}\n", terminal::bold(&terminal::plain(text)));
    out.push_str(&format!("{}\n\n", texts.get(&meaning.message())));
    if meaning.claim.fault != Fault::None {
        let place = Words::new("cli-explain-place").with("who", texts.get(&format!("fault-{}", meaning.claim.fault)));
        out.push_str(&format!("{}\n\n", texts.say(&place)));
    }
    out.push_str(&in_full(cause, texts));
    out.push_str(&format!("\n{}\n", texts.get("cli-explain-check")));
    Some(out)
}

fn browsers_meaning(text: &str) -> Option<Meaning> {
    let said = |text: &str| {
        let material = Material { body: text, ..Material::default() };
        identify(&material).meanings.into_iter().find(|meaning| meaning.gateway == "browser")
    };
    said(text).or_else(|| said(&text.to_ascii_uppercase()))
}

fn in_full(cause: Cause, texts: &Texts) -> String {
    let say = |part: &str| texts.get(&format!("cause-{cause}-{part}"));
    let who = texts.get(&format!("fault-{}", cause.usual_fault()));
    format!(
        "{}\n{}\n\n{}: {who}\n{}: {}\n{}: {}\n{}: {}\n",
        terminal::bold(&format!("{} ({cause})", say("title"))),
        say("means"),
        texts.get("cli-who"),
        texts.get("cli-who-visitor"),
        say("visitor"),
        texts.get("cli-who-owner"),
        say("owner"),
        texts.get("cli-confirm"),
        say("check"),
    )
}

/// All causes, under those who usually have to act.
fn everything(texts: &Texts) -> String {
    let mut text = format!("{}\n", texts.get("cli-explain-usage"));
    for fault in Fault::ALL {
        let causes: Vec<&Cause> = Cause::ALL.iter().filter(|cause| cause.usual_fault() == *fault).collect();
        if causes.is_empty() {
            continue;
        }
        let heading = format!("{} ({fault})", texts.get(&format!("fault-{fault}")));
        text.push_str(&format!("\n{}\n", terminal::bold(&heading)));
        for cause in causes {
            text.push_str(&format!("  {:26} {}\n", cause.name(), texts.get(&format!("cause-{cause}-title"))));
        }
    }
    text
}

/// The cause that was most likely meant: a slip of the fingers away, or with most of its words.
fn nearest(text: &str) -> Option<Cause> {
    let typed: String = as_name(text.trim()).chars().take(40).collect();
    let (cause, slips) =
        Cause::ALL.iter().map(|cause| (*cause, strsim::levenshtein(&typed, cause.name()))).min_by_key(|(_, n)| *n)?;
    if slips <= 1 + typed.len() / 6 && typed.chars().next() == cause.name().chars().next() {
        return Some(cause);
    }
    let words: Vec<&str> = typed.split('-').filter(|word| word.len() > 2).collect();
    let shared = |cause: &Cause| cause.name().split('-').filter(|part| words.contains(part)).count();
    let best = Cause::ALL.iter().copied().max_by_key(|cause| (shared(cause), std::cmp::Reverse(cause.name().len())))?;
    // One word of two is a coincidence: `dead` is not yet `one-address-dead`.
    let parts = best.name().split('-').count();
    (shared(&best) * 2 > parts).then_some(best)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn says(what: &str) -> Option<String> {
        explained(what, &Texts::english())
    }

    #[test]
    fn causes_are_found_whatever_their_case() {
        for what in ["origin-refused", "Origin-Refused", "ORIGIN_REFUSED", "origin refused"] {
            assert!(says(what).is_some_and(|text| text.contains("(origin-refused)")), "{what}");
        }
    }

    #[test]
    fn names_of_statuses() {
        for (what, code) in [
            ("bad gateway", "502 Bad Gateway"),
            ("Bad Gateway", "502 Bad Gateway"),
            ("Gateway Time-out", "504 Gateway Timeout"),
            ("service unavailable", "503 Service Unavailable"),
            ("HTTP 502", "502 Bad Gateway"),
        ] {
            assert!(says(what).is_some_and(|text| text.contains(code)), "{what}");
        }
        assert_eq!(says("gateway"), None);
    }

    #[test]
    fn errors_of_browsers() {
        for (what, cause) in [
            ("ERR_CONNECTION_REFUSED", "edge-unreachable"),
            ("net::err_connection_refused", "edge-unreachable"),
            ("PR_END_OF_FILE_ERROR", "tls-handshake"),
            ("PR_CONNECT_RESET_ERROR", "edge-unreachable"),
            ("DNS_PROBE_FINISHED_NXDOMAIN", "nxdomain"),
            ("SSL_ERROR_NO_CYPHER_OVERLAP", "tls-handshake"),
            ("SSL_ERROR_BAD_CERT_DOMAIN", "tls-certificate-name"),
            ("ERR_CERT_DATE_INVALID", "tls-certificate-expired"),
            ("MOZILLA_PKIX_ERROR_MITM_DETECTED", "tls-intercepted"),
            ("NS_ERROR_UNKNOWN_HOST", "nxdomain"),
            ("NSURLErrorDomain -1003", "nxdomain"),
            ("NSURLErrorDomain Code=-1009", "no-internet"),
            ("Error Domain=NSURLErrorDomain Code=-1200", "tls-handshake"),
            ("ERR_TOO_MANY_REDIRECTS", "redirect-loop"),
            ("ECONNREFUSED", "edge-unreachable"),
        ] {
            let text = says(what).unwrap_or_default();
            assert!(text.contains(&format!("({cause})")), "{what}: {text}");
        }
        // The number alone is Cloudflare's.
        assert!(says("1003").is_some_and(|text| text.contains("Cloudflare") || text.contains("1003")));
        assert_eq!(says("ERR_MADE_UP_BY_NOBODY"), None);
    }

    #[test]
    fn slips_are_seen_and_strangers_are_not() {
        assert_eq!(nearest("origin-refuse"), Some(Cause::OriginRefused));
        assert_eq!(nearest("nxdomian"), Some(Cause::Nxdomain));
        assert_eq!(nearest("captive portl"), Some(Cause::CaptivePortal));
        for stranger in ["banana", "the origin of species", "timeout", "my address", ""] {
            assert_eq!(nearest(stranger), None, "{stranger}");
        }
    }

    #[test]
    fn the_list_names_every_cause_once() {
        let text = everything(&Texts::english());
        for cause in Cause::ALL {
            assert_eq!(
                text.lines().filter(|line| line.trim_start().starts_with(&format!("{} ", cause.name()))).count(),
                1
            );
        }
    }
}
