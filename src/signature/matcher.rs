//! Reads one answer: who speaks, and what it says about itself.

use serde::{Deserialize, Serialize};

use super::gateway::{self, GatewayKind, Speaker};
use super::pattern::BodyText;
use super::proxy_status::{self, ProxyStatusMember};
use super::request_ids;
use super::response::{Meaning, response, responses};
use super::signs::{self, StoredSign};
use crate::model::visit::Answer;
use crate::model::{Cause, Claim};

/// The parts of an answer that are read. `body` is decoded; only its first 64 KiB count.
#[derive(Debug, Clone, Copy, Default)]
pub struct Material<'a> {
    /// `None` where only a text is at hand, for example what a browser showed.
    pub status: Option<u16>,
    pub reason: &'a str,
    pub headers: &'a [(String, String)],
    pub body: &'a str,
    /// Milliseconds from the end of the request to the first byte; `None` where nobody measured.
    pub first_byte_ms: Option<u64>,
    pub version: &'a str,
}

impl<'a> From<&'a Answer> for Material<'a> {
    fn from(answer: &'a Answer) -> Self {
        Material {
            status: Some(answer.status),
            reason: &answer.reason,
            headers: &answer.headers,
            body: &answer.body,
            first_byte_ms: Some(answer.first_byte_ms),
            version: &answer.version,
        }
    }
}

/// What one answer says about itself.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Identified {
    /// The nearest to the visitor first; the author of the page is among the last.
    pub speakers: Vec<Speaker>,
    /// The best first. Empty for answers below 400.
    pub meanings: Vec<Meaning>,
    /// Header and value, by which the owner or the vendor finds this request.
    pub request_ids: Vec<(String, String)>,
    /// In the order of the header: the nearest to the origin first (RFC 9209 section 2).
    pub proxy_status: Vec<ProxyStatusMember>,
    /// The status that a gateway received and passed on (RFC 9209 section 2.1.4).
    pub passed_on_status: Option<u16>,
    /// It came from a store, and not from the server behind it.
    pub stored: Option<StoredSign>,
    /// A wall against robots: captcha or another challenge.
    pub challenge: bool,
    /// It speaks of maintenance.
    pub maintenance_words: bool,
    /// It looks like the application's own words.
    pub app_words: bool,
}

impl Identified {
    /// Who wrote the page, as far as it shows.
    pub fn author(&self) -> Option<&Speaker> {
        self.speakers.iter().rev().find(|speaker| speaker.wrote_the_page)
    }

    /// The best meaning.
    pub fn best(&self) -> Option<&Meaning> {
        self.meanings.first()
    }
}

/// Reads one answer.
pub fn identify(material: &Material<'_>) -> Identified {
    let body = BodyText::new(material.body);
    let speakers = gateway::speakers(material, &body);
    let proxy_status = proxy_status::read(material.headers);
    let wrote = |kind: fn(GatewayKind) -> bool| speakers.iter().any(|one| one.wrote_the_page && kind(one.kind));
    let a_gateway_wrote_it = wrote(|kind| kind != GatewayKind::Application);
    let app_words = !a_gateway_wrote_it && (wrote(|_| true) || signs::app_words(material, &body));
    let meanings = match material.status {
        // A page that was delivered says nothing about a failure, whatever it is about.
        Some(status) if status < 400 => Vec::new(),
        _ => meanings(material, &body, &speakers, &proxy_status, app_words),
    };
    Identified {
        request_ids: request_ids::request_ids(material, &body, &speakers),
        passed_on_status: proxy_status.iter().find_map(|member| member.received_status),
        stored: signs::stored(material.headers),
        challenge: signs::challenge(material, &body),
        maintenance_words: signs::maintenance_words(&body),
        app_words,
        speakers,
        meanings,
        proxy_status,
    }
}

fn meanings(
    material: &Material<'_>,
    body: &BodyText,
    speakers: &[Speaker],
    proxy_status: &[ProxyStatusMember],
    app_words: bool,
) -> Vec<Meaning> {
    let of_pages = responses().iter().filter(|response| !response.id.starts_with("ps-")).filter_map(|response| {
        let meaning = response.meaning(material, body, speakers)?;
        Some(if app_words { response.said_by_the_application(meaning) } else { meaning })
    });
    let mut found: Vec<Meaning> = from_proxy_status(proxy_status).into_iter().chain(of_pages).collect();
    if app_words && material.status.is_some_and(|status| status >= 500) {
        found.push(the_application(Cause::OriginAppError));
    }
    // Stable: equals stay in the order of the file.
    found.sort_by_key(|meaning| (meaning.hint, std::cmp::Reverse(meaning.specificity)));
    found
}

/// The first `error` from the left is the one nearest to the origin: later gateways only tell of it
/// (RFC 9209 sections 2 and 2.1.1). The status is the gateway's choice, so it is not compared.
fn from_proxy_status(members: &[ProxyStatusMember]) -> Option<Meaning> {
    let error = members.iter().find_map(|member| member.error.as_deref())?;
    let entry = response(&format!("ps-{}", error.to_ascii_lowercase().replace('_', "-")))?;
    Some(Meaning {
        id: entry.id.clone(),
        gateway: entry.gateway.clone(),
        claim: Claim::at(entry.fault, entry.cause),
        said: entry.said,
        hint: false,
        specificity: entry.weight,
    })
}

/// The reading where nothing but the shape of the answer shows that a program of the site wrote it.
fn the_application(cause: Cause) -> Meaning {
    Meaning {
        id: "app-words".to_owned(),
        gateway: "application".to_owned(),
        claim: Claim::usual(cause),
        said: false,
        hint: false,
        specificity: 22,
    }
}
