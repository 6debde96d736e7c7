//! Who wrote an answer, and who passed it on: products recognised by headers and pages (`assets/gateways.toml`).

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use super::matcher::Material;
use super::pattern::{BodyText, HeaderPattern, Literal, Pattern};

/// What a product is for. The order is that of the usual path, from the visitor to the application.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum GatewayKind {
    /// A web filter or security software at the visitor's side.
    Filter,
    /// A proxy that visitors use to go out.
    ForwardProxy,
    /// A content delivery network.
    Cdn,
    /// A firewall for websites.
    Firewall,
    /// A hosting platform with its own edge.
    Platform,
    /// A load balancer.
    Balancer,
    /// A cache.
    Cache,
    /// A web server or reverse proxy.
    Server,
    /// The application, or the server that it runs in.
    Application,
}

/// One product.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Gateway {
    pub id: String,
    pub name: String,
    pub kind: GatewayKind,
    /// Stands at the visitor's side, not at the site's.
    #[serde(default)]
    pub proxy_like: bool,
    /// Its own error pages have no body.
    #[serde(default)]
    pub empty_page: bool,
    /// Products that are not named beside this one.
    #[serde(default)]
    pub hides: Vec<String>,
    #[serde(default)]
    pub headers: Vec<HeaderPattern>,
    #[serde(default)]
    pub body: Vec<Literal>,
    #[serde(default)]
    pub body_regex: Vec<Pattern>,
    #[serde(default)]
    pub request_id_headers: Vec<String>,
    /// Its timers as it is delivered, in seconds.
    #[serde(default)]
    pub default_timeouts: BTreeMap<String, f64>,
    /// Where those who run it tell of disturbances. It is shown and never asked.
    #[serde(default)]
    pub status_page: Option<String>,
    /// It says 502 when its own time is up, where others say 504.
    #[serde(default)]
    pub timer_says_502: bool,
    pub confidence: SourceKind,
    pub source: String,
}

/// Where a fact comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SourceKind {
    /// Read in the program's source.
    Source,
    /// Read in the vendor's documentation.
    VendorDocs,
    /// Seen quoted.
    Secondary,
    /// Not verified.
    Memory,
}

/// How a speaker gave itself away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Evidence {
    /// By the header of this name.
    Header(String),
    Body,
    Reason,
}

/// Somebody who wrote the answer or passed it on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Speaker {
    pub id: String,
    pub name: String,
    pub kind: GatewayKind,
    pub evidence: Evidence,
    /// The page is in its own words: it wrote the page, rather than merely passing it on.
    pub wrote_the_page: bool,
    /// Stands at the visitor's side, not at the site's.
    pub proxy_like: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    checked: String,
    gateway: Vec<Gateway>,
}

static FILE: LazyLock<File> = LazyLock::new(read_file);

#[expect(clippy::expect_used, reason = "our own asset; a test reads it")]
fn read_file() -> File {
    toml::from_str(include_str!("../../assets/gateways.toml")).expect("assets/gateways.toml is readable")
}

/// All products.
pub fn gateways() -> &'static [Gateway] {
    &FILE.gateway
}

/// The product of this id.
pub fn gateway(id: &str) -> Option<&'static Gateway> {
    gateways().iter().find(|gateway| gateway.id == id)
}

/// The day on which the facts were checked.
pub fn checked() -> &'static str {
    &FILE.checked
}

/// Everybody who shows in this answer, the nearest to the visitor first.
pub(super) fn speakers(material: &Material<'_>, body: &BodyText) -> Vec<Speaker> {
    let is_error = material.status.is_none_or(|status| status >= 400);
    let found: Vec<(&Gateway, Speaker)> =
        gateways().iter().filter_map(|gateway| Some((gateway, speaker(gateway, material, body, is_error)?))).collect();
    let mut shown: Vec<Speaker> = found
        .iter()
        .filter(|(one, _)| !found.iter().any(|(by, _)| by.hides.contains(&one.id)))
        .map(with_words_of(&found))
        .collect();
    // Stable: products of one kind stay in the order of the file.
    shown.sort_by_key(|speaker| (!speaker.proxy_like, speaker.kind, speaker.wrote_the_page));
    shown
}

/// The speaker, with the page to its name if a product that it hides wrote the page.
fn with_words_of<'a>(found: &'a [(&Gateway, Speaker)]) -> impl Fn(&'a (&Gateway, Speaker)) -> Speaker {
    move |(gateway, speaker)| {
        let part_wrote = found.iter().any(|(part, words)| words.wrote_the_page && gateway.hides.contains(&part.id));
        Speaker { wrote_the_page: speaker.wrote_the_page || part_wrote, ..speaker.clone() }
    }
}

fn speaker(gateway: &Gateway, material: &Material<'_>, body: &BodyText, is_error: bool) -> Option<Speaker> {
    let header = gateway.headers.iter().find(|header| header.is_in(material.headers));
    // A page that merely tells about errors was not written by the product that it tells about.
    let in_body = is_error
        && (gateway.body.iter().any(|literal| body.has(literal))
            || gateway.body_regex.iter().any(|pattern| pattern.is_in(&body.text)));
    let empty_of_its_own = gateway.empty_page
        && is_error
        && material.status.is_some()
        && body.text.trim().is_empty()
        && header.is_some_and(|header| header.name.eq_ignore_ascii_case("server"));
    let evidence = match header {
        Some(header) => Evidence::Header(header.name.clone()),
        None if in_body => Evidence::Body,
        None => return None,
    };
    Some(Speaker {
        id: gateway.id.clone(),
        name: gateway.name.clone(),
        kind: gateway.kind,
        evidence,
        wrote_the_page: in_body || empty_of_its_own,
        proxy_like: gateway.proxy_like,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_regex_compiles() {
        for gateway in gateways() {
            let of_headers = gateway.headers.iter().map(|header| &header.value_regex);
            for pattern in gateway.body_regex.iter().chain(of_headers) {
                assert!(pattern.regex().is_some(), "{}: {}", gateway.id, pattern.source());
            }
        }
    }

    #[test]
    fn ids_are_unique_and_kebab_case_and_have_a_source() {
        let mut seen = std::collections::BTreeSet::new();
        for gateway in gateways() {
            assert!(seen.insert(&gateway.id), "{} stands twice", gateway.id);
            assert!(super::super::response::is_kebab_case(&gateway.id), "{}", gateway.id);
            assert!(!gateway.source.is_empty() && !gateway.name.is_empty(), "{}", gateway.id);
            let shown = gateway.status_page.iter().all(|page| page.starts_with("https://"));
            assert!(shown, "{}: people go there", gateway.id);
        }
        for gateway in gateways() {
            assert!(gateway.hides.iter().all(|id| seen.contains(id)), "{} hides a stranger", gateway.id);
        }
        assert_eq!(checked().len(), "2026-11-22".len());
    }

    #[test]
    fn timers_are_seconds() {
        let nginx = gateway("nginx").expect("nginx");
        assert_eq!(nginx.default_timeouts.get("read"), Some(&60.0));
    }
}
