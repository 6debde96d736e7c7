//! The view from elsewhere: which service is asked, and what is told of this place.

use std::fmt;

use url::{Host, Url};

use crate::model::diagnosis::Words;
use crate::model::ip::{IpClass, class};

/// Globalping, by its documentation of 2026-08.
const BASE_URL: &str = "https://api.globalping.io/";
/// IANA's list of registers (RFC 9224 section 3).
const REGISTERS: &str = "https://data.iana.org/rdap/";

/// The view from elsewhere. Nobody is asked while it is not switched on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vantage {
    pub enabled: bool,
    /// An http or https address, with a slash at its end.
    pub base_url: String,
    /// Where the list of the registers of names and addresses is (RFC 9224), with a slash at its end.
    pub registers: String,
    /// The user's own key at the service.
    pub token: Option<Secret>,
    /// The country from which the site is asked here, by its two letters: places there are asked too.
    pub country: Option<String>,
    /// The number of the own provider's network (RFC 1930): places in it are asked too.
    pub asn: Option<u32>,
}

impl Default for Vantage {
    fn default() -> Self {
        let (base_url, registers) = (BASE_URL.to_owned(), REGISTERS.to_owned());
        Vantage { enabled: false, base_url, registers, token: None, country: None, asn: None }
    }
}

impl Vantage {
    /// The key, where it may be sent: over https, or in clear to a machine of the own network.
    pub fn token_to_send(&self) -> Option<&str> {
        let url = Url::parse(&self.base_url).ok()?;
        let is_near = match url.host()? {
            Host::Ipv4(ip) => class(ip.into()) != IpClass::Public,
            Host::Ipv6(ip) => class(ip.into()) != IpClass::Public,
            Host::Domain(name) => name == "localhost",
        };
        self.token.as_ref().filter(|_| url.scheme() == "https" || is_near).map(Secret::reveal)
    }

    /// Who is contacted for it, and what he learns.
    pub(super) fn contacted(&self) -> Vec<Words> {
        if !self.enabled {
            return Vec::new();
        }
        vec![
            Words::new("contacts-vantage").with("service", &self.base_url),
            Words::new("contacts-registers").with("list", &self.registers),
        ]
    }
}

/// The base address as it is kept; `None` where it cannot be one.
pub(super) fn base_url(text: &str) -> Option<String> {
    let mut url = Url::parse(text).ok().filter(|url| matches!(url.scheme(), "http" | "https") && url.has_host())?;
    let is_bare = url.username().is_empty() && url.password().is_none() && url.query().is_none();
    if !is_bare {
        return None;
    }
    url.set_fragment(None);
    if !url.path().ends_with('/') {
        url.set_path(&format!("{}/", url.path()));
    }
    Some(url.to_string())
}

/// A text that is in no message, log or report.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    pub fn new(text: String) -> Self {
        Secret(text)
    }

    /// The text itself, for whom it is meant.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{LANGUAGES, Texts};

    #[test]
    fn base_addresses() {
        let kept = |text: &str| base_url(text).unwrap_or_default();
        assert_eq!(kept("https://view.example/api"), "https://view.example/api/");
        assert_eq!(kept("https://view.example"), "https://view.example/");
        assert_eq!(kept("http://127.0.0.1:8080/#x"), "http://127.0.0.1:8080/");
        assert_eq!(kept("http://localhost:8080"), "http://localhost:8080/");
        for wrong in ["view.example", "ftp://view.example/", "https://a:b@view.example/", "https://x.test/?a=b", ""] {
            assert_eq!(base_url(wrong), None, "{wrong}");
        }
        assert_eq!(base_url(BASE_URL).as_deref(), Some(BASE_URL));
        assert_eq!(base_url(REGISTERS).as_deref(), Some(REGISTERS));
    }

    #[test]
    fn a_key_goes_in_clear_to_the_own_network_alone() {
        let sent = |base_url: &str| {
            let token = Some(Secret::new("tok-1".to_owned()));
            Vantage { base_url: base_url.to_owned(), token, ..Vantage::default() }.token_to_send().is_some()
        };
        assert!(sent("https://view.example/") && sent("http://127.0.0.1:9/") && sent("http://[::1]/"));
        assert!(!sent("http://view.example/") && !sent("http://203.0.113.5/"));
    }

    #[test]
    fn the_list_names_the_service_only_while_it_is_on() {
        assert!(Vantage::default().contacted().is_empty());
        let on = Vantage { enabled: true, ..Vantage::default() };
        for language in LANGUAGES {
            let texts = Texts::of(language);
            let lines: Vec<String> = on.contacted().iter().map(|words| texts.say(words)).collect();
            let lines = lines.join("\n");
            assert!(lines.contains(BASE_URL) && lines.contains(REGISTERS), "{lines}");
        }
    }

    #[test]
    fn the_list_names_nobody_that_is_switched_off() {
        use super::super::{ProxyChoice, RouterChoice, Settings};
        let all = Settings::default();
        let few = Settings {
            router: RouterChoice::None,
            ask_authoritative: false,
            proxy: ProxyChoice::None,
            ..Settings::default()
        };
        for language in LANGUAGES {
            let texts = Texts::of(language);
            let named = |settings: &Settings, key: &str| settings.on_the_way(&texts).contains(&texts.get(key));
            for key in ["contacts-router", "contacts-authoritative", "contacts-proxy"] {
                assert!(named(&all, key) && !named(&few, key), "{key}");
            }
            assert!(named(&all, "contacts-servers") && named(&few, "contacts-servers"));
        }
    }
}
