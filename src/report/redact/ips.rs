//! Finds IP addresses in text and decides which of them are nobody else's business.

use std::collections::HashSet;
use std::net::{IpAddr, SocketAddr};

use serde_json::Value;

use super::standin::IpKind;
use crate::model::ip::{IpClass, class};

/// Which public addresses are this device's own, and which belong to somebody who may be named.
#[derive(Default)]
pub struct IpBook {
    own: HashSet<IpAddr>,
    named: HashSet<IpAddr>,
}

/// Fields whose text comes from outside or is free text about it, and routers on the way, the first of which are near.
const SAYS_NOTHING: [&str; 10] =
    ["headers", "body", "text", "what", "detail", "reason", "title", "summary", "input", "hops"];

impl IpBook {
    /// Reads the whole case once.
    pub fn of(case: &Value) -> IpBook {
        let mut book = IpBook::default();
        book.read(case, false);
        book
    }

    fn read(&mut self, value: &Value, own: bool) {
        match value {
            Value::String(text) => {
                let ip = text.parse().ok().or_else(|| text.parse::<SocketAddr>().ok().map(|address| address.ip()));
                match ip {
                    Some(ip) if own => self.own.insert(ip.to_canonical()),
                    Some(ip) => self.named.insert(ip.to_canonical()),
                    None => false,
                };
            }
            Value::Array(items) => items.iter().for_each(|item| self.read(item, own)),
            Value::Object(fields) => {
                for (key, field) in fields.iter().filter(|(key, _)| !SAYS_NOTHING.contains(&key.as_str())) {
                    self.read(field, own || ["interfaces", "gateways", "router"].contains(&key.as_str()));
                }
            }
            _ => {}
        }
    }

    /// How to hide this address; `None` where it may be seen. `before` is the text in front of it.
    pub fn kind(&self, ip: IpAddr, before: Option<&str>) -> Option<IpKind> {
        let ip = ip.to_canonical();
        if let Some(kind) = IpKind::of(ip) {
            return Some(kind);
        }
        if class(ip) != IpClass::Public {
            return None;
        }
        let own_kind = if ip.is_ipv4() { IpKind::OwnV4 } else { IpKind::OwnV6 };
        let unheard_of = !self.named.contains(&ip);
        if self.own.contains(&ip) || (unheard_of && self.is_neighbour(ip)) {
            return Some(own_kind);
        }
        // Behind address translation, the own public address only stands in what servers tell.
        before.filter(|before| unheard_of && !names_a_server(before)).map(|_| own_kind)
    }

    /// In the /64 of an own address: temporary addresses come and go (RFC 8981).
    fn is_neighbour(&self, ip: IpAddr) -> bool {
        let network = |ip: &IpAddr| match ip {
            IpAddr::V6(ip) => Some(u128::from(*ip) >> 64),
            IpAddr::V4(_) => None,
        };
        network(&ip).is_some_and(|wanted| self.own.iter().any(|own| network(own) == Some(wanted)))
    }
}

/// Whether the words in front of an address say that it is a server's, such as `upstream: "http://`.
fn names_a_server(before: &str) -> bool {
    let start = before.char_indices().rev().nth(60).map_or(0, |(start, _)| start);
    let near = before.get(start..).unwrap_or_default().to_ascii_lowercase();
    let last = |words: &[&str]| words.iter().filter_map(|word| near.rfind(word)).max();
    let server = last(&["upstream", "backend", "origin", "server", "connect to"]);
    let visitor = last(&["client", "your", "visitor", "remote", "peer", "forwarded", "real-ip", "from ", "user"]);
    server.is_some() && server > visitor
}

/// The same address in the writing of the original: mapped, dashed, or plain.
pub fn written_like(original: &str, standin: IpAddr) -> String {
    let mapped = original.contains(':') && standin.is_ipv4();
    match () {
        () if mapped => format!("::ffff:{standin}"),
        () if original.contains('-') => standin.to_string().replace('.', "-"),
        () => standin.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn servers_and_visitors_in_log_lines() {
        assert!(names_a_server("upstream: \"http://"));
        assert!(!names_a_server("while connecting to upstream, client: "));
        assert!(!names_a_server("Your IP: "));
        assert!(!names_a_server("x-forwarded-for: "));
    }
}
