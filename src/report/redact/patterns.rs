//! The shapes of secrets, as regular expressions compiled once.

use std::sync::LazyLock;

use regex::Regex;

/// All shapes; `None` if one of them does not compile, which the tests refuse and which makes redaction give up.
pub fn patterns() -> Option<&'static Patterns> {
    static COMPILED: LazyLock<Option<Patterns>> = LazyLock::new(|| Patterns::compile().ok());
    COMPILED.as_ref()
}

/// One expression for each kind of secret.
pub struct Patterns {
    /// An absolute address, up to the first character that no address has.
    pub url: Regex,
    /// A path or host with a query, without a scheme.
    pub query: Regex,
    /// A part of a path as long as a token.
    pub segment: Regex,
    /// Two parts of a path, of which the first may tell what the second is.
    pub told_segment: Regex,
    /// JSON Web Tokens (RFC 7519): base64url of `{"`, dots between the parts.
    pub jwt: Regex,
    /// `Bearer …`, `Basic …` (RFC 6750, RFC 7617).
    pub scheme: Regex,
    /// A header line or option with a credential, up to its end or the closing quote.
    pub header_line: Regex,
    /// `password=…`, `"token": "…"`.
    pub assignment: Regex,
    /// `sid=…`, `"auth": "…"`: short names, which are only meant where they are whole words and nothing stands between.
    pub short_assignment: Regex,
    /// The value of a form field.
    pub input: Regex,
    /// Keys of well-known services, by their beginnings.
    pub service_key: Regex,
    /// A private key in PEM.
    pub pem: Regex,
    pub email: Regex,
    pub mac: Regex,
    /// A network interface that Linux named after its hardware address.
    pub mac_name: Regex,
    /// Four numbers with dots or dashes between.
    pub ipv4: Regex,
    /// Anything that may be an IPv6 address.
    pub ipv6: Regex,
    /// A home folder on Linux, macOS or Windows.
    pub home: Regex,
    /// A stand-in for a secret that stands already.
    pub standin: Regex,
    /// The same, for a short one.
    pub short_standin: Regex,
}

impl Patterns {
    fn compile() -> Result<Patterns, regex::Error> {
        Ok(Patterns {
            url: Regex::new(r#"(?i)\b([a-z][a-z0-9+.-]*://)([^\s"'<>`\\^{}|]+)"#)?,
            query: Regex::new(r#"([A-Za-z0-9\-._~/%:@\[\]+]+)\?([^\s"'<>#`]+)(#[^\s"'<>`]*)?"#)?,
            segment: Regex::new(r"/([A-Za-z0-9_\-=~]{20,})")?,
            told_segment: Regex::new(r"/([A-Za-z_-]{3,40})/([A-Za-z0-9_\-=~]{12,})")?,
            jwt: Regex::new(r"eyJ[A-Za-z0-9_-]{5,}\.[A-Za-z0-9_-]{5,}(?:\.[A-Za-z0-9_-]*)*")?,
            scheme: Regex::new(r"(?i)\b(bearer|basic|negotiate|token)(\s+)([A-Za-z0-9+/=._~-]{8,})")?,
            header_line: Regex::new(concat!(
                r"(?i)\b((?:proxy-)?authorization|set-cookie|cookie|x-api-key|x-auth-token|x-csrf-token|x-xsrf-token)",
                r#"(["']?\s*[:=]\s*["']?)([^\r\n"']+)"#
            ))?,
            assignment: Regex::new(concat!(
                r"(?i)([a-z0-9_.-]*(?:passw(?:or)?d|passwort|passphrase|pwd|secret|token|api[_-]?key|access[_-]?key|session[_-]?id",
                r#"|sessid|csrf|xsrf|otp|client[_-]?secret)(?:\[\])?)(["']?\s*[:=]\s*["']?)([^\s"'&<>,;{}\[\]]+)"#
            ))?,
            short_assignment: Regex::new(concat!(
                r"(?i)\b((?:[a-z0-9]+[_.-])*(?:pw|pass|auth|key|sid))",
                r#"(=["']?|["']\s*:\s*["']?)([^\s"'&<>,;{}\[\]]+)"#
            ))?,
            input: Regex::new(r#"(?i)(<input\b[^>]*?\bvalue\s*=\s*)("[^"]*"|'[^']*'|[^\s>"']+)"#)?,
            service_key: Regex::new(concat!(
                r"\b(?:AKIA|ASIA)[A-Z0-9]{12,}|\bgh[pousr]_[A-Za-z0-9]{16,}|\bgithub_pat_[A-Za-z0-9_]{16,}",
                r"|\bxox[abprs]-[A-Za-z0-9-]{10,}|\bsk[-_][A-Za-z0-9_-]{16,}|\bglpat-[A-Za-z0-9_-]{16,}|\bAIza[A-Za-z0-9_-]{30,}"
            ))?,
            pem: Regex::new(r"(?s)-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(?:-----END [A-Z ]*PRIVATE KEY-----|\z)")?,
            email: Regex::new(r"(?i)[a-z0-9._+~-]+(?:@|%40|&#64;)[a-z0-9-]+(?:\.[a-z0-9-]+)+")?,
            mac: Regex::new(r"(?:[0-9A-Fa-f]{2}[:-]){5}[0-9A-Fa-f]{2}|(?:[0-9A-Fa-f]{4}\.){2}[0-9A-Fa-f]{4}")?,
            mac_name: Regex::new(r"\benx([0-9a-f]{12})\b")?,
            ipv4: Regex::new(r"\d{1,3}(?:\.\d{1,3}){3}|\d{1,3}(?:-\d{1,3}){3}")?,
            ipv6: Regex::new(concat!(
                r"[0-9A-Fa-f]*:[0-9A-Fa-f:]*:(?:\d{1,3}(?:\.\d{1,3}){3})",
                r"|[0-9A-Fa-f]*:[0-9A-Fa-f:]*:[0-9A-Fa-f:]*(?:\.\d+)*"
            ))?,
            home: Regex::new(concat!(
                r"(/home/|/Users/|(?i:[a-z]:(?:\\{1,2}|/)(?:users|documents and settings)(?:\\{1,2}|/)))",
                r#"([^/\\\s"'<>:;,()]+)"#
            ))?,
            standin: Regex::new(r"REDACTED(\d+)")?,
            short_standin: Regex::new(r"\bhid(\d{1,2})\b")?,
        })
    }
}
