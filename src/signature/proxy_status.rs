//! The `Proxy-Status` field (RFC 9209): gateways that name themselves and what went wrong.
//!
//! It is a list of structured fields (RFC 9651): tokens or strings with parameters.

use serde::{Deserialize, Serialize};

/// One gateway's entry.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ProxyStatusMember {
    /// What the gateway calls itself.
    pub name: String,
    /// The kind of error, e.g. `connection_refused` (RFC 9209 section 2.3).
    pub error: Option<String>,
    /// The status that it received from the next hop (section 2.1.4).
    pub received_status: Option<u16>,
    /// Where it wanted to go on to (section 2.1.2).
    pub next_hop: Option<String>,
    /// Its own words (section 2.1.5).
    pub details: Option<String>,
    /// Everything else, as it stands.
    pub others: Vec<(String, String)>,
}

/// All members of all `Proxy-Status` fields, in their order: the nearest to the origin first.
///
/// A field that breaks off is read up to the break.
pub fn read(headers: &[(String, String)]) -> Vec<ProxyStatusMember> {
    headers
        .iter()
        .filter(|(name, _)| name.eq_ignore_ascii_case("proxy-status"))
        .flat_map(|(_, value)| members(value))
        .collect()
}

fn members(value: &str) -> Vec<ProxyStatusMember> {
    let mut reader = Reader { rest: value };
    let mut members = Vec::new();
    loop {
        reader.spaces();
        let Some(name) = reader.item() else { return members };
        let mut member = ProxyStatusMember { name, ..Default::default() };
        while reader.eat(';') {
            reader.spaces();
            let Some(key) = reader.key() else { break };
            let value = if reader.eat('=') { reader.item() } else { Some("?1".to_owned()) };
            let Some(value) = value else { break };
            member.set(key, value);
        }
        members.push(member);
        reader.spaces();
        if !reader.eat(',') {
            return members;
        }
    }
}

impl ProxyStatusMember {
    fn set(&mut self, key: String, value: String) {
        match key.as_str() {
            "error" => self.error = Some(value),
            "received-status" => self.received_status = value.parse().ok(),
            "next-hop" => self.next_hop = Some(value),
            "details" => self.details = Some(value),
            _ => self.others.push((key, value)),
        }
    }
}

struct Reader<'a> {
    rest: &'a str,
}

impl Reader<'_> {
    fn spaces(&mut self) {
        self.rest = self.rest.trim_start_matches([' ', '\t']);
    }

    fn eat(&mut self, c: char) -> bool {
        match self.rest.strip_prefix(c) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    /// RFC 9651 section 4.2.3.3.
    fn key(&mut self) -> Option<String> {
        self.take_while(|c| c.is_ascii_alphanumeric() || "_-.*".contains(c))
    }

    /// A string, or anything that looks like a token or a number.
    fn item(&mut self) -> Option<String> {
        if self.eat('"') {
            return self.string();
        }
        self.take_while(|c| c.is_ascii_graphic() && !";,\"()=".contains(c))
    }

    fn take_while(&mut self, wanted: impl Fn(char) -> bool) -> Option<String> {
        let end = self.rest.find(|c| !wanted(c)).unwrap_or(self.rest.len());
        let (taken, rest) = self.rest.split_at_checked(end)?;
        self.rest = rest;
        (!taken.is_empty()).then(|| taken.to_owned())
    }

    /// The rest of a string after its opening quote (RFC 9651 section 4.2.5).
    fn string(&mut self) -> Option<String> {
        let mut text = String::new();
        let mut chars = self.rest.char_indices();
        while let Some((at, c)) = chars.next() {
            match c {
                '"' => {
                    self.rest = self.rest.get(at + 1..).unwrap_or_default();
                    return Some(text);
                }
                '\\' => text.push(chars.next()?.1),
                c => text.push(c),
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(value: &str, expected: &[(&str, Option<&str>, Option<u16>)]) {
        let members = read(&[("Proxy-Status".to_owned(), value.to_owned())]);
        let seen: Vec<_> =
            members.iter().map(|one| (one.name.as_str(), one.error.as_deref(), one.received_status)).collect();
        assert_eq!(seen, expected, "{value}");
    }

    #[test]
    fn reads_the_examples_of_the_standard() {
        check(
            "revproxy1.example.net, ExampleCDN; error=connection_refused",
            &[("revproxy1.example.net", None, None), ("ExampleCDN", Some("connection_refused"), None)],
        );
        check(
            "r34.example.net; error=http_request_error, ExampleCDN",
            &[("r34.example.net", Some("http_request_error"), None), ("ExampleCDN", None, None)],
        );
        check("\"my, proxy\";received-status=502;details=\"a \\\"b\\\"; error=no\"", &[("my, proxy", None, Some(502))]);
        check(
            "edge;next-hop=192.0.2.1:443;error=dns_error;rcode=\"SERVFAIL\";info-code=22",
            &[("edge", Some("dns_error"), None)],
        );
        check("", &[]);
        check("edge;error=\"broken", &[("edge", None, None)]);
    }

    proptest! {
        #[test]
        fn never_panics(value in ".{0,200}") {
            let _ = read(&[("proxy-status".to_owned(), value)]);
        }
    }
}
