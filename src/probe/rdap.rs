//! Registers of names and addresses (RDAP, RFC 9082 and 9083): the list of registers first (RFC 9224), then the one that
//! keeps this name or address, and whom that one names in its place (RFC 7480 section 5.2). Nobody but they is asked, and
//! they learn the domain or the address.

use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

use reqwest::Method;
use serde_json::Value;
use tokio::time::Instant;
use url::{Host, Url};

use super::roots::Roots;
use super::vantage::exchange::{Reach, Reply, Service};
use super::vantage::public::is_public;
use crate::model::contact::{Contact, ContactPart, Registered, Registration};
use crate::model::target::is_internal;
use crate::model::{Failure, FailureKind, Known};

/// Both questions together.
const LIMIT: Duration = Duration::from_secs(8);
/// Contacts of one answer that are kept, and characters of each.
const CONTACTS_KEPT: usize = 8;
/// Registers that name another one in their place, one after the other.
const REDIRECTS_FOLLOWED: usize = 3;
const WORDS_KEPT: usize = 120;

/// What the registers say about this, `base` being where their list is.
pub async fn ask(roots: &Arc<Roots>, base: &str, about: &Registered) -> Registration {
    let mut found = Registration::unasked(about.clone(), "not reached");
    let ends = Instant::now() + LIMIT;
    found.contacts = match look(roots, base, ends, &mut found).await {
        Ok(contacts) => Known::Seen(contacts),
        Err(failure) => Known::Failed(failure),
    };
    found
}

async fn look(
    roots: &Arc<Roots>,
    base: &str,
    ends: Instant,
    found: &mut Registration,
) -> Result<Vec<Contact>, Failure> {
    let about = &found.about;
    let (list, path) = match about {
        Registered::Domain(name) => ("dns.json", format!("domain/{name}")),
        Registered::Address(ip @ IpAddr::V4(_)) => ("ipv4.json", format!("ip/{ip}")),
        Registered::Address(ip @ IpAddr::V6(_)) => ("ipv6.json", format!("ip/{ip}")),
    };
    // Where the list is stands in the settings, and may be in the own network.
    let lists = Service::at(roots, base, None, Reach::Anywhere)?;
    let reply = lists.send(Method::GET, list, None, None, ends).await?;
    let keepers = keepers(&read(&reply)?, about);
    let mut place = keepers.iter().find_map(|keeper| allowed(Url::parse(keeper).ok()?.join(&path).ok()?, base));
    let mut reply = reply;
    for _ in 0..=REDIRECTS_FOLLOWED {
        let next =
            place.ok_or_else(|| reply.failure(FailureKind::Protocol, "no register is named for it".to_owned()))?;
        note(found, &next);
        let reach = if is_at(&next, base) { Reach::Anywhere } else { Reach::Public };
        reply = Service::at(roots, next.as_str(), None, reach)?.send(Method::GET, "", None, None, ends).await?;
        if !matches!(reply.status, 301 | 302 | 303 | 307 | 308) {
            return Ok(contacts(&read(&reply)?));
        }
        place = reply.location.as_deref().and_then(|to| allowed(next.join(to).ok()?, base));
    }
    Err(reply.failure(FailureKind::Protocol, "one register names the other, without an end".to_owned()))
}

/// Writes down who is asked now. One that only names another place of its own is one register.
fn note(found: &mut Registration, next: &Url) {
    let root = next.join("/").ok().map(|root| root.to_string());
    if found.register != root {
        found.passed.extend(found.register.take());
        found.register = root;
    }
}

/// A register is a public machine that is asked over https; where the settings name one of the own network for the list,
/// that one may be asked as well.
fn allowed(url: Url, base: &str) -> Option<Url> {
    let is_public = match url.host()? {
        Host::Domain(name) => !is_internal(name),
        Host::Ipv4(ip) => is_public(ip.into()),
        Host::Ipv6(ip) => is_public(ip.into()),
    };
    let is_bare = url.username().is_empty() && url.password().is_none();
    let fits = url.scheme() == "https" && is_public || is_at(&url, base);
    (is_bare && fits).then_some(url)
}

/// Whether this is where the list is, or below it: the same scheme, host and port, and the same folder.
fn is_at(url: &Url, base: &str) -> bool {
    Url::parse(base).is_ok_and(|base| base.origin() == url.origin() && url.path().starts_with(base.path()))
}

fn read(reply: &Reply) -> Result<Value, Failure> {
    if reply.status != 200 {
        return Err(reply.failure(FailureKind::Protocol, format!("HTTP status {}", reply.status)));
    }
    serde_json::from_slice(&reply.body)
        .map_err(|_| reply.failure(FailureKind::Protocol, "the register's answer cannot be read".to_owned()))
}

/// The registers that keep this, by the list; the longest match wins (RFC 9224 sections 4 and 5).
pub(crate) fn keepers(list: &Value, about: &Registered) -> Vec<String> {
    let texts = |value: Option<&Value>| -> Vec<String> {
        let items = value.and_then(Value::as_array).into_iter().flatten();
        items.filter_map(Value::as_str).map(str::to_owned).collect()
    };
    let services = list.get("services").and_then(Value::as_array).into_iter().flatten();
    let fitting = services.filter_map(|service| {
        let best = texts(service.get(0)).iter().filter_map(|entry| fit(entry, about)).max()?;
        let urls =
            texts(service.get(1)).into_iter().map(|url| if url.ends_with('/') { url } else { format!("{url}/") });
        Some((best, urls.collect::<Vec<_>>()))
    });
    fitting.max_by_key(|(best, _)| *best).map(|(_, urls)| urls).unwrap_or_default()
}

/// How well an entry of the list fits; `None` where it does not.
fn fit(entry: &str, about: &Registered) -> Option<usize> {
    match about {
        Registered::Domain(name) => {
            let entry = entry.trim_end_matches('.').to_ascii_lowercase();
            let fits = *name == entry || name.ends_with(&format!(".{entry}"));
            (fits && !entry.is_empty()).then_some(entry.len())
        }
        Registered::Address(ip) => {
            let (network, length) = entry.split_once('/')?;
            let length: usize = length.parse().ok()?;
            let same = match (network.parse().ok()?, ip) {
                (IpAddr::V4(network), IpAddr::V4(ip)) => leading(network.to_bits().into(), (*ip).to_bits().into(), 32),
                (IpAddr::V6(network), IpAddr::V6(ip)) => leading(network.to_bits(), ip.to_bits(), 128),
                _ => return None,
            };
            (length <= same).then_some(length)
        }
    }
}

/// The leading bits in which two numbers of this width agree.
fn leading(one: u128, other: u128, width: usize) -> usize {
    let zeros = usize::try_from((one ^ other).leading_zeros()).unwrap_or(0);
    zeros.saturating_sub(128 - width)
}

/// Every contact in the answer, also those of an organisation within another, the most useful first.
pub(crate) fn contacts(answer: &Value) -> Vec<Contact> {
    let mut found: Vec<(usize, Contact)> = Vec::new();
    let mut waiting: Vec<(&Value, usize)> = vec![(answer, 0)];
    while let Some((value, depth)) = waiting.pop() {
        for entity in value.get("entities").and_then(Value::as_array).into_iter().flatten() {
            found.extend(contact(entity));
            if depth < 3 && waiting.len() < 64 {
                waiting.push((entity, depth + 1));
            }
        }
    }
    found.sort_by_key(|(rank, contact)| (*rank, contact.reach.clone()));
    let mut kept: Vec<Contact> = Vec::new();
    for (_, contact) in found {
        if kept.len() < CONTACTS_KEPT && !kept.iter().any(|one| one.reach == contact.reach) {
            kept.push(contact);
        }
    }
    kept
}

fn contact(entity: &Value) -> Option<(usize, Contact)> {
    let roles: Vec<&str> = entity.get("roles")?.as_array()?.iter().filter_map(Value::as_str).collect();
    let wanted = [
        ("technical", ContactPart::Technical),
        ("noc", ContactPart::Noc),
        ("abuse", ContactPart::Abuse),
        ("registrar", ContactPart::Registrar),
    ];
    let (rank, (_, part)) = wanted.into_iter().enumerate().find(|(_, (name, _))| roles.contains(name))?;
    // jCard: ["vcard", [[name, parameters, type, value], …]] (RFC 7095).
    let card = entity.get("vcardArray")?.get(1)?.as_array()?;
    let property = |wanted: &str| {
        let property = card.iter().find(|one| one.get(0).and_then(Value::as_str) == Some(wanted))?;
        property.get(3).and_then(Value::as_str).map(cleaned).filter(|text| !text.is_empty())
    };
    let reach = property("email").filter(|text| text.contains('@'))?;
    Some((rank, Contact { part, name: property("fn").or_else(|| property("org")).unwrap_or_default(), reach }))
}

fn cleaned(text: &str) -> String {
    text.trim().chars().filter(|c| !c.is_control()).take(WORDS_KEPT).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn address(ip: &str) -> Registered {
        Registered::Address(ip.parse().unwrap())
    }

    #[test]
    fn the_register_with_the_longest_match_keeps_it() {
        let names = json!({"services": [[["test"], ["https://test.example"]], [["co.test"], ["https://co.example/"]]]});
        let of = |name: &str| keepers(&names, &Registered::Domain(name.to_owned()));
        assert_eq!(of("shop.test"), ["https://test.example/"]);
        assert_eq!(of("shop.co.test"), ["https://co.example/"]);
        assert!(of("shop.xtest").is_empty() && of("shop.other").is_empty());
        let numbers = json!({"services": [
            [["203.0.0.0/8"], ["https://wide.example/"]], [["203.0.113.0/24", "x"], ["https://near.example/"]],
            [["2001:db8::/32"], ["https://six.example/"]]]});
        let of = |ip: &str| keepers(&numbers, &address(ip));
        assert_eq!(of("203.0.113.9"), ["https://near.example/"]);
        assert_eq!(of("203.0.114.9"), ["https://wide.example/"]);
        assert_eq!(of("2001:db8::1"), ["https://six.example/"]);
        assert!(of("198.51.100.1").is_empty() && of("2001:db9::1").is_empty());
        assert!(keepers(&json!({"services": [7, [], [[]]]}), &address("203.0.113.9")).is_empty());
    }

    #[test]
    fn registers_are_public_and_asked_over_https() {
        let allows = |url: &str| allowed(url.parse().unwrap(), "http://127.0.0.1:8080/").is_some();
        assert!(
            allows("https://rdap.example.net/domain/shop.test") && allows("http://127.0.0.1:8080/domain/shop.test")
        );
        for url in [
            "http://rdap.example.net/",
            "https://192.168.1.1/",
            "https://[fd00::1]/",
            "https://router/",
            "https://printer.lan/",
            "ftp://a.example/",
        ] {
            assert!(!allows(url), "{url}");
        }
        assert!(!is_at(&"http://10.0.0.1/admin/".parse().unwrap(), "http://10.0.0.1/rdap/"));
        assert!(!allows("https://[64:ff9b::c0a8:101]/"));
        assert!(!is_at(&"https://list.example.evil.example/".parse().unwrap(), "https://list.example"));
        assert!(!allows("https://me:secret@rdap.example.net/") && !allows("http://127.0.0.1:8081/"));
    }

    #[test]
    fn every_register_on_the_way_is_written_down_once() {
        let mut found = Registration::unasked(Registered::Domain("shop.test".to_owned()), "");
        for next in ["https://a.example/domain/x", "https://a.example/rdap/domain/x", "https://b.example/domain/x"] {
            note(&mut found, &next.parse().unwrap());
        }
        assert_eq!(found.asked().collect::<Vec<_>>(), ["https://a.example/", "https://b.example/"]);
        assert_eq!(found.register.as_deref(), Some("https://b.example/"));
    }

    #[test]
    fn contacts_are_found_at_any_depth_and_the_useful_ones_come_first() {
        let card = |name: &str, email: &str| json!(["vcard", [["fn", {}, "text", name], ["email", {}, "text", email]]]);
        let answer = json!({"entities": [
            {"roles": ["registrant"], "vcardArray": card("A Person", "person@shop.test"),
             "entities": [{"roles": ["abuse"], "vcardArray": card("Abuse\n Desk", "abuse@host.test")}]},
            {"roles": ["technical", "abuse"], "vcardArray": card("Tech", "tech@host.test")},
            {"roles": ["noc"], "vcardArray": card("Nobody", "no address")},
            {"roles": ["noc"], "vcardArray": "?"}, 7]});
        let found = contacts(&answer);
        let reach: Vec<&str> = found.iter().map(|one| one.reach.as_str()).collect();
        assert_eq!(reach, ["tech@host.test", "abuse@host.test"], "the person is nobody to write to");
        assert_eq!(found[1].name, "Abuse Desk");
        assert!(contacts(&json!({})).is_empty());
    }

    #[test]
    fn contacts_are_few_and_their_names_short() {
        let one = |number: usize| {
            let card = json!([
                "vcard",
                [["fn", {}, "text", "a".repeat(900)], ["email", {}, "text", format!("n{number}@host.test")]]
            ]);
            json!({ "roles": ["abuse"], "vcardArray": card })
        };
        let found = contacts(&json!({ "entities": (0..60).map(one).collect::<Vec<_>>() }));
        assert_eq!((found.len(), found[0].name.len()), (CONTACTS_KEPT, WORDS_KEPT));
    }
}
