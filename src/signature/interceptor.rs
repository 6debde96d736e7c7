//! Makers of software that opens TLS on the way, recognised by the issuer of the certificate they put in
//! (`assets/interceptors.toml`).

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

/// Somebody who answers in the site's place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Interceptor {
    pub name: String,
    /// It runs on the visitor's own device, rather than in the network.
    pub on_device: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    name: String,
    on_device: bool,
    /// Parts of the issuer's name, in lower case.
    issuer: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    interceptor: Vec<Entry>,
}

static FILE: LazyLock<File> = LazyLock::new(read_file);

#[expect(clippy::expect_used, reason = "our own asset; a test reads it")]
fn read_file() -> File {
    toml::from_str(include_str!("../../assets/interceptors.toml")).expect("assets/interceptors.toml is readable")
}

/// Who made a certificate with this issuer. `None` for public authorities and for names that are not known.
pub fn interceptor_of(issuer: &str) -> Option<Interceptor> {
    let issuer = issuer.to_lowercase();
    let names_it = |part: &String| contains_word(&issuer, part);
    FILE.interceptor
        .iter()
        .find(|entry| entry.issuer.iter().any(names_it))
        .map(|entry| Interceptor { name: entry.name.clone(), on_device: entry.on_device })
}

/// Whether the part begins and ends at the edge of a word: "eset" is not in "reset".
fn contains_word(text: &str, part: &str) -> bool {
    text.match_indices(part).any(|(at, found)| {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        let after = text.get(at + found.len()..).and_then(|after| after.chars().next());
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(issuer: &str, expected: Option<(&str, bool)>) {
        let found = interceptor_of(issuer);
        assert_eq!(found.as_ref().map(|one| (one.name.as_str(), one.on_device)), expected, "{issuer}");
    }

    #[test]
    fn issuers() {
        check("CN=Kaspersky Anti-Virus Personal Root Certificate, O=AO Kaspersky Lab", Some(("Kaspersky", true)));
        check("CN=ESET SSL Filter CA", Some(("ESET", true)));
        check("CN=Avast Web/Mail Shield Root", Some(("Avast", true)));
        check("CN=mitmproxy, O=mitmproxy", Some(("mitmproxy", true)));
        check("CN=DO_NOT_TRUST_FiddlerRoot", Some(("Fiddler", true)));
        check("CN=Zscaler Intermediate Root CA (zscaler.net)", Some(("Zscaler", false)));
        check("CN=FG100E4Q17000000, O=Fortinet", Some(("Fortinet", false)));
        check("CN=R11, O=Let's Encrypt, C=US", None);
        check("CN=Factory Reset CA", None);
        check("CN=Cisco Umbrella Secondary SubCA", Some(("Cisco Umbrella", false)));
        check("C=US, O=Google Trust Services, CN=WE1", None);
        check("", None);
    }

    #[test]
    fn parts_are_lower_case() {
        for entry in &FILE.interceptor {
            assert!(!entry.issuer.is_empty(), "{}", entry.name);
            for part in &entry.issuer {
                assert_eq!(part, &part.to_lowercase(), "{}", entry.name);
            }
        }
    }
}
