//! One request to a service and its answer, both bounded. Not measured by phases, so reqwest does it.

use std::io::Read;
use std::sync::Arc;
use std::time::Duration;

use flate2::read::MultiGzDecoder;
use reqwest::Method;
use reqwest::header::{
    ACCEPT, ACCEPT_ENCODING, AUTHORIZATION, CONTENT_ENCODING, CONTENT_TYPE, ETAG, IF_NONE_MATCH, LOCATION, RETRY_AFTER,
};
use tokio::time::Instant;

use super::public::{Inside, PublicNames};
use super::wire;
use crate::model::{Failure, FailureKind};
use crate::probe::doh::{kind, without_url};
use crate::probe::roots::Roots;

/// Says who asks.
const USER_AGENT: &str = concat!("Gatemend/", env!("CARGO_PKG_VERSION"));
/// One answer of the service; it needs a second.
const ANSWER_LIMIT: Duration = Duration::from_secs(10);
/// Bytes of an answer, as they come and unpacked. Ten places with all that they may say are a tenth of it.
const PACKED_LIMIT: usize = 2 * 1024 * 1024;
const UNPACKED_LIMIT: usize = 4 * 1024 * 1024;
/// Characters of the service's own words that are kept.
const WORDS_KEPT: usize = 200;

/// Where a service may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// The settings name it: it may be in the own network.
    Anywhere,
    /// Somebody else named it: its name must lead to a public address, or nothing is connected to.
    Public,
}

/// A service at an address.
pub struct Service {
    client: reqwest::Client,
    base: reqwest::Url,
    token: Option<String>,
    began: Instant,
}

/// An answer of the service.
pub struct Reply {
    pub status: u16,
    pub etag: Option<String>,
    pub retry_after_secs: Option<u64>,
    /// Where else it is to be asked, as the answer says.
    pub location: Option<String>,
    pub body: Vec<u8>,
    after_ms: u64,
}

impl Reply {
    /// What the service calls this kind of error.
    pub fn error_type(&self) -> Option<String> {
        wire::error_of(&self.body).map(|error| error.kind)
    }

    /// The service's own words about its error.
    pub fn error_message(&self) -> Option<String> {
        let message = wire::error_of(&self.body)?.message;
        Some(message.chars().filter(|c| !c.is_control()).take(WORDS_KEPT).collect())
    }

    pub fn failure(&self, kind: FailureKind, detail: String) -> Failure {
        Failure::with_detail(kind, self.after_ms, detail)
    }
}

impl Service {
    /// # Errors
    /// The address cannot be used.
    pub fn at(roots: &Arc<Roots>, base: &str, token: Option<&str>, reach: Reach) -> Result<Service, Failure> {
        let failed = |detail: String| Failure::with_detail(FailureKind::Internal, 0, detail);
        let base = reqwest::Url::parse(base).map_err(|error| failed(error.to_string()))?;
        let builder = reqwest::Client::builder();
        let builder = if reach == Reach::Public { builder.dns_resolver(PublicNames) } else { builder };
        let client = builder
            .tls_backend_preconfigured(roots.strict_config())
            .no_proxy()
            .redirect(reqwest::redirect::Policy::none())
            .retry(reqwest::retry::never())
            .user_agent(USER_AGENT)
            .build()
            .map_err(|error| failed(error.to_string()))?;
        Ok(Service { client, base, token: token.map(str::to_owned), began: Instant::now() })
    }

    /// Milliseconds since the first request.
    pub fn after_ms(&self) -> u64 {
        u64::try_from(self.began.elapsed().as_millis()).unwrap_or(u64::MAX)
    }

    /// Asks without the key from now on; whether there was one.
    pub fn forget_token(&mut self) -> bool {
        self.token.take().is_some()
    }

    /// One request and its answer.
    ///
    /// # Errors
    /// No connection, no trust, no answer in time, or one that is too large.
    pub async fn send(
        &self,
        method: Method,
        path: &str,
        body: Option<String>,
        etag: Option<&str>,
        ends: Instant,
    ) -> Result<Reply, Failure> {
        let failed = |kind, detail: String| Failure::with_detail(kind, self.after_ms(), detail);
        let broken = |error: reqwest::Error| match Inside::ended(&error) {
            true => failed(FailureKind::Other, Inside.to_string()),
            false => failed(kind(&error), without_url(error)),
        };
        let url = self.base.join(path).map_err(|error| failed(FailureKind::Internal, error.to_string()))?;
        let limit = ANSWER_LIMIT.min(ends.saturating_duration_since(Instant::now()));
        let mut request = self.client.request(method, url).timeout(limit);
        request = request.header(ACCEPT, "application/json, application/rdap+json").header(ACCEPT_ENCODING, "gzip");
        if let Some(token) = &self.token {
            request = request.header(AUTHORIZATION, format!("Bearer {token}"));
        }
        if let Some(etag) = etag {
            request = request.header(IF_NONE_MATCH, etag);
        }
        if let Some(body) = body {
            request = request.header(CONTENT_TYPE, "application/json").body(body);
        }
        let mut response = request.send().await.map_err(broken)?;
        let header = |name| response.headers().get(name).and_then(|value| value.to_str().ok()).map(str::to_owned);
        let (etag, encoding, location) = (header(ETAG), header(CONTENT_ENCODING), header(LOCATION));
        let retry_after_secs = header(RETRY_AFTER).and_then(|text| text.trim().parse().ok());
        let mut packed = Vec::new();
        while let Some(chunk) = response.chunk().await.map_err(broken)? {
            packed.extend_from_slice(&chunk);
            if packed.len() > PACKED_LIMIT {
                return Err(Failure::new(FailureKind::TooLarge, self.after_ms()));
            }
        }
        let is_packed = encoding.is_some_and(|coding| coding.trim().eq_ignore_ascii_case("gzip"));
        let body = if is_packed { unpacked(&packed).map_err(|kind| failed(kind, String::new()))? } else { packed };
        let status = response.status().as_u16();
        Ok(Reply { status, etag, retry_after_secs, location, body, after_ms: self.after_ms() })
    }
}

fn unpacked(packed: &[u8]) -> Result<Vec<u8>, FailureKind> {
    let mut bytes = Vec::new();
    let limit = u64::try_from(UNPACKED_LIMIT).unwrap_or(u64::MAX);
    MultiGzDecoder::new(packed).take(limit + 1).read_to_end(&mut bytes).map_err(|_| FailureKind::Protocol)?;
    if bytes.len() > UNPACKED_LIMIT { Err(FailureKind::TooLarge) } else { Ok(bytes) }
}
