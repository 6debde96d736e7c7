//! DNS over HTTPS (RFC 8484), by POST to a pinned address. Not measured by phases, so reqwest does it.

use std::sync::Arc;
use std::time::Duration;

use reqwest::header::{ACCEPT, CONTENT_TYPE};
use tokio::time::Instant;

use super::roots::Roots;
use crate::model::dns::DnsServer;
use crate::model::{Failure, FailureKind};

const MEDIA_TYPE: &str = "application/dns-message";

/// Sends the message and returns the reply's bytes.
///
/// # Errors
/// No connection, no trust, or no DNS message in the answer.
pub async fn exchange(
    roots: &Arc<Roots>,
    server: &DnsServer,
    bytes: &[u8],
    limit: Duration,
) -> Result<Vec<u8>, Failure> {
    let started = Instant::now();
    let after_ms = || u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX);
    let failed = |kind, detail: String| Failure::with_detail(kind, after_ms(), detail);
    let url = server.url.clone().unwrap_or_else(|| {
        format!("https://{}/dns-query", server.tls_name.clone().unwrap_or_else(|| server.ip_port.ip().to_string()))
    });
    let parsed = reqwest::Url::parse(&url).map_err(|error| failed(FailureKind::Protocol, error.to_string()))?;
    let client = client(roots, parsed.host_str().unwrap_or_default(), server, limit)
        .map_err(|error| failed(FailureKind::Internal, error.to_string()))?;
    let sent = client.post(parsed).header(CONTENT_TYPE, MEDIA_TYPE).header(ACCEPT, MEDIA_TYPE).body(bytes.to_vec());
    let mut response = sent.send().await.map_err(|error| failed(kind(&error), without_url(error)))?;
    if !response.status().is_success() {
        return Err(failed(FailureKind::Protocol, format!("HTTP status {}", response.status().as_u16())));
    }
    let mut reply = Vec::new();
    while let Some(chunk) = response.chunk().await.map_err(|error| failed(kind(&error), without_url(error)))? {
        reply.extend_from_slice(&chunk);
        if reply.len() > usize::from(u16::MAX) {
            return Err(Failure::new(FailureKind::TooLarge, after_ms()));
        }
    }
    Ok(reply)
}

fn client(roots: &Arc<Roots>, host: &str, server: &DnsServer, limit: Duration) -> reqwest::Result<reqwest::Client> {
    reqwest::Client::builder()
        .tls_backend_preconfigured(roots.strict_config())
        .no_proxy()
        .redirect(reqwest::redirect::Policy::none())
        .retry(reqwest::retry::never())
        .resolve_to_addrs(host, &[server.ip_port])
        .timeout(limit)
        .build()
}

pub(super) fn kind(error: &reqwest::Error) -> FailureKind {
    if error.is_timeout() {
        return FailureKind::TimedOut;
    }
    let mut found = if error.is_connect() { FailureKind::Other } else { FailureKind::Protocol };
    let mut source = std::error::Error::source(error);
    while let Some(error) = source {
        if error.is::<rustls::Error>() {
            return FailureKind::TlsRefused;
        }
        if let Some(io) = error.downcast_ref::<std::io::Error>() {
            found = kind_of_io(io);
        }
        source = error.source();
    }
    found
}

/// TLS hides its own error in one of the system's, and that one in another.
fn kind_of_io(error: &std::io::Error) -> FailureKind {
    match error.get_ref() {
        Some(inner) if inner.is::<rustls::Error>() => FailureKind::TlsRefused,
        Some(inner) => inner.downcast_ref().map_or_else(|| Failure::from_io(error, 0).kind, kind_of_io),
        None => Failure::from_io(error, 0).kind,
    }
}

pub(super) fn without_url(error: reqwest::Error) -> String {
    let error = error.without_url();
    let mut text = error.to_string();
    let mut source = std::error::Error::source(&error);
    while let Some(error) = source {
        text = format!("{text}: {error}");
        source = error.source();
    }
    text
}
