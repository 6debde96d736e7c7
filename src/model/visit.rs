//! One visit: TCP, TLS and one GET on the same connection to one pinned address.

use std::net::SocketAddr;

use jiff::Timestamp;
use jiff::fmt::rfc2822::DateTimeParser;
use serde::{Deserialize, Serialize};

use super::device::ProxyAddress;
use super::{Known, Scheme};

/// Why this visit was made; two visits with the same purpose and address are repeats of one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum VisitPurpose {
    /// What the visitor wants to see.
    Page,
    /// The page again, for the share of failures.
    Repeat(u8),
    /// The page over HTTP/1.1, where HTTP/2 failed.
    Http1,
    /// The next address of a redirect.
    Hop(u8),
    HomePage,
    /// The home page again, once other places have been asked for it.
    HomeAgain,
    /// A file that needs no application behind the gateway.
    StaticFile,
    /// http instead of https, or the other way round.
    OtherScheme,
    /// www.example.com instead of example.com, or the other way round.
    Twin,
    /// The file in which a site says whom to tell (RFC 9116).
    SecurityTxt,
    /// Without compression.
    Plain,
    /// Past every cache on the way, as a browser asks when it is reloaded without its copy.
    Fresh,
    /// With a dummy cookie of this many kilobytes.
    Cookies(u8),
    /// An address that only other DNS servers give.
    OtherAddress,
    /// Without the proxy in force.
    Direct,
    /// A control endpoint.
    Control,
    /// Straight at the server behind the gateway.
    Origin,
}

/// How the visit got there.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Via {
    Direct,
    Proxy(ProxyAddress),
}

/// Everything one visit showed, phase by phase.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Visit {
    pub purpose: VisitPurpose,
    /// What was asked for. Where the peer was not authenticated, `/` was asked instead.
    pub url: String,
    pub scheme: Scheme,
    pub host: String,
    pub ip_port: SocketAddr,
    pub via: Via,
    /// Only `/` without query was asked, because the peer did not prove to be the site.
    pub root_only: bool,
    #[serde(flatten)]
    pub trace: VisitTrace,
}

/// The phases. A phase that was not reached is `NotTried`.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct VisitTrace {
    pub tcp: Known<TcpSeen>,
    /// The proxy's answer to CONNECT.
    pub tunnel: Known<TunnelSeen>,
    pub tls: Known<TlsSeen>,
    pub http: Known<Answer>,
    /// What came in place of an HTTP/1 head that a parser accepts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub raw_head: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TcpSeen {
    pub ms: u64,
}

/// The answer to CONNECT (RFC 9110 section 9.3.6).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TunnelSeen {
    pub ms: u64,
    pub status: u16,
    pub headers: Vec<(String, String)>,
}

/// Who vouches for the certificate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Trust {
    /// A root of the bundled public list.
    Bundled,
    /// A root that the settings add (`extra_ca`); the user vouches for it.
    Extra,
    /// Only a root of this system's own store.
    System,
    /// Nobody.
    Untrusted(CertificateProblem),
}

/// What is wrong with a certificate, the gravest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CertificateProblem {
    Expired,
    NotYetValid,
    WrongName,
    UnknownIssuer,
    Revoked,
    Invalid,
}

/// A finished TLS handshake.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TlsSeen {
    pub ms: u64,
    pub version: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alpn: Option<String>,
    pub trust: Trust,
    /// The certificates as the peer sent them, leaf first.
    pub chain: Vec<Certificate>,
}

impl TlsSeen {
    /// Whether the peer proved to hold a certificate for this host.
    pub fn authenticated(&self) -> bool {
        !matches!(self.trust, Trust::Untrusted(_))
    }

    /// Authenticated by a root that is not merely this system's own.
    pub fn publicly_authenticated(&self) -> bool {
        matches!(self.trust, Trust::Bundled | Trust::Extra)
    }
}

/// One certificate in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Certificate {
    pub subject: String,
    pub issuer: String,
    /// DNS names and IP addresses that it is for.
    pub names: Vec<String>,
    /// Unix seconds.
    pub not_before: i64,
    /// Unix seconds.
    pub not_after: i64,
    pub self_signed: bool,
}

/// An HTTP answer, as much of it as is kept.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Answer {
    pub status: u16,
    /// The reason phrase (HTTP/1 only).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// HTTP/1.0, HTTP/1.1 or HTTP/2.
    pub version: String,
    /// In the order of arrival; values of cookies are left out.
    pub headers: Vec<(String, String)>,
    /// Milliseconds from the end of the request to the first byte of the answer.
    pub first_byte_ms: u64,
    /// Milliseconds from the end of the request to the last byte read.
    pub total_ms: u64,
    /// The beginning of the body, decoded; at most 64 KiB.
    pub body: String,
    /// Bytes read off the wire, before decoding.
    pub body_bytes: u64,
    /// There was more than this program reads.
    #[serde(default)]
    pub truncated: bool,
    /// What went wrong after the head: reset, closed too early, bad compression.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body_failure: Option<super::Failure>,
    /// This device's clock when the head arrived, in Unix milliseconds.
    pub received_unix_ms: i64,
}

impl Answer {
    /// The first value of this header, whatever its case.
    pub fn header(&self, name: &str) -> Option<&str> {
        header(&self.headers, name)
    }

    /// How long the site asks to wait, in seconds: a number or a date (RFC 9110 section 10.2.3). A date is counted
    /// from the answer's own, where it has one, since this device's clock may be wrong.
    pub fn retry_after_secs(&self) -> Option<u64> {
        let wish = self.header("retry-after")?.trim();
        if let Ok(seconds) = wish.parse::<u64>() {
            return Some(seconds);
        }
        let date = |text: &str| DateTimeParser::new().parse_timestamp(text.trim()).ok().map(Timestamp::as_second);
        let now = self.header("date").and_then(date).unwrap_or(self.received_unix_ms / 1_000);
        u64::try_from(date(wish)?.checked_sub(now)?).ok()
    }
}

/// The first value of this header, whatever its case.
pub fn header<'a>(headers: &'a [(String, String)], name: &str) -> Option<&'a str> {
    headers.iter().find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wish(headers: &[(&str, &str)]) -> Option<u64> {
        let headers = headers.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        let answer = Answer {
            status: 503,
            reason: String::new(),
            version: "HTTP/1.1".to_owned(),
            headers,
            first_byte_ms: 1,
            total_ms: 1,
            body: String::new(),
            body_bytes: 0,
            truncated: false,
            body_failure: None,
            // 2026-11-24 10:00:00 UTC
            received_unix_ms: 1_795_514_400_000,
        };
        answer.retry_after_secs()
    }

    #[test]
    fn retry_after_in_both_forms() {
        assert_eq!(wish(&[("Retry-After", " 120 ")]), Some(120));
        assert_eq!(wish(&[("Retry-After", "Tue, 24 Nov 2026 10:01:00 GMT")]), Some(60));
        let dated = [("Date", "Tue, 24 Nov 2026 09:00:00 GMT"), ("Retry-After", "Tue, 24 Nov 2026 09:30:00 GMT")];
        assert_eq!(wish(&dated), Some(1_800));
        assert_eq!(wish(&[("Retry-After", "Tue, 24 Nov 2026 09:00:00 GMT")]), None);
        assert_eq!(wish(&[("Retry-After", "soon")]), None);
        assert_eq!(wish(&[]), None);
    }
}
