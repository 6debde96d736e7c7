//! Stand-ins: the n-th distinct thing of a class gets the n-th name of that class, in order of appearance.

use std::collections::HashMap;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use crate::model::secret::is_standin;

/// Everything hidden so far, by what it was.
#[derive(Default)]
pub struct StandIns {
    ips: HashMap<IpAddr, IpAddr>,
    counts: HashMap<IpKind, u32>,
    secrets: HashMap<String, String>,
    shorts: HashMap<String, String>,
    last_secret: u32,
    last_short: u32,
    emails: HashMap<String, usize>,
    macs: HashMap<String, usize>,
}

/// The classes of addresses that keep their class when hidden.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum IpKind {
    PrivateV4,
    CarrierNat,
    LinkLocalV4,
    UniqueLocalV6,
    LinkLocalV6,
    OwnV4,
    OwnV6,
}

impl IpKind {
    /// The kind of an address that is never shown; `None` where it may be.
    pub fn of(ip: IpAddr) -> Option<IpKind> {
        match ip {
            IpAddr::V4(ip) => {
                let [a, b, ..] = ip.octets();
                match () {
                    () if ip.is_private() => Some(IpKind::PrivateV4),
                    () if a == 100 && (64..128).contains(&b) => Some(IpKind::CarrierNat),
                    () if ip.is_link_local() => Some(IpKind::LinkLocalV4),
                    () if a >= 240 && !ip.is_broadcast() => Some(IpKind::OwnV4),
                    () => None,
                }
            }
            IpAddr::V6(ip) => match () {
                () if ip.is_unique_local() => Some(IpKind::UniqueLocalV6),
                () if ip.is_unicast_link_local() => Some(IpKind::LinkLocalV6),
                // The discard prefix (RFC 6666) carries no traffic, so it is free for stand-ins.
                () if ip.segments().starts_with(&[0x100, 0, 0, 0]) => Some(IpKind::OwnV6),
                () => None,
            },
        }
    }

    /// The n-th address of this kind.
    fn numbered(self, n: u32) -> IpAddr {
        let v4 = |a: u8, b: u8| IpAddr::V4(Ipv4Addr::from(u32::from_be_bytes([a, b, 0, 0]).saturating_add(n)));
        let v6 = |first: u16| IpAddr::V6(Ipv6Addr::from((u128::from(first) << 112) | u128::from(n)));
        match self {
            IpKind::PrivateV4 => v4(10, 0),
            IpKind::CarrierNat => v4(100, 64),
            IpKind::LinkLocalV4 => v4(169, 254),
            IpKind::OwnV4 => v4(240, 0),
            IpKind::UniqueLocalV6 => v6(0xfd00),
            IpKind::LinkLocalV6 => v6(0xfe80),
            IpKind::OwnV6 => v6(0x100),
        }
    }
}

impl StandIns {
    /// Numbers of secrets go on after those that stand already.
    pub fn after(last_secret: u32, last_short: u32) -> Self {
        StandIns { last_secret, last_short, ..StandIns::default() }
    }

    /// The stand-in for this address.
    pub fn ip(&mut self, ip: IpAddr, kind: IpKind) -> IpAddr {
        if let Some(known) = self.ips.get(&ip) {
            return *known;
        }
        let count = self.counts.entry(kind).or_default();
        *count += 1;
        let standin = kind.numbered(*count);
        self.ips.insert(ip, standin);
        standin
    }

    /// The stand-in for this secret. One of less than six characters stays that short, since only longer values
    /// count as one-time tokens.
    pub fn secret(&mut self, secret: &str) -> String {
        if secret.is_empty() || is_standin(secret) {
            return secret.to_owned();
        }
        if let Some(known) = self.secrets.get(secret) {
            return known.clone();
        }
        let standin = if secret.chars().count() < 6 {
            self.next_short()
        } else {
            self.last_secret += 1;
            format!("REDACTED{}", self.last_secret)
        };
        self.secrets.insert(secret.to_owned(), standin.clone());
        standin
    }

    /// A short stand-in, however long this is: for what must not look like a token.
    pub fn short(&mut self, secret: &str) -> String {
        if secret.is_empty() || is_standin(secret) {
            return secret.to_owned();
        }
        if let Some(known) = self.shorts.get(secret) {
            return known.clone();
        }
        let standin = self.next_short();
        self.shorts.insert(secret.to_owned(), standin.clone());
        standin
    }

    fn next_short(&mut self) -> String {
        self.last_short += 1;
        // The hundredth would have six characters.
        if self.last_short < 100 { format!("hid{}", self.last_short) } else { "hid".to_owned() }
    }

    /// The stand-in for this e-mail address.
    pub fn email(&mut self, email: &str) -> String {
        let next = self.emails.len() + 1;
        let number = *self.emails.entry(email.to_ascii_lowercase()).or_insert(next);
        format!("hidden{number}@example.invalid")
    }

    /// The stand-in for this hardware address: a locally administered one.
    pub fn mac(&mut self, digits: &str) -> [String; 6] {
        let next = self.macs.len() + 1;
        let number = *self.macs.entry(digits.to_ascii_lowercase()).or_insert(next);
        let hex = format!("02{number:010x}");
        std::array::from_fn(|i| hex.get(2 * i..2 * i + 2).unwrap_or("00").to_owned())
    }
}
