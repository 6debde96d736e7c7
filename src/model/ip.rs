//! Which kind of network an IP address belongs to.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use serde::{Deserialize, Serialize};

/// The class of an address, as far as a diagnosis cares.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum IpClass {
    /// 0.0.0.0 and ::, used by blocklists to mean "nowhere".
    Unspecified,
    Loopback,
    LinkLocal,
    /// RFC 1918, RFC 4193 and RFC 6598 (carrier NAT) space.
    Private,
    /// Everything else. Documentation ranges count as public.
    Public,
}

/// The class of this address; an IPv4-mapped IPv6 address has the class of the IPv4 one.
pub fn class(ip: IpAddr) -> IpClass {
    match ip.to_canonical() {
        IpAddr::V4(ip) => class_v4(ip),
        IpAddr::V6(ip) => class_v6(ip),
    }
}

fn class_v4(ip: Ipv4Addr) -> IpClass {
    let [a, b, ..] = ip.octets();
    let carrier_nat = a == 100 && (64..128).contains(&b);
    match () {
        () if ip.is_unspecified() => IpClass::Unspecified,
        () if ip.is_loopback() => IpClass::Loopback,
        () if ip.is_link_local() => IpClass::LinkLocal,
        () if ip.is_private() || carrier_nat => IpClass::Private,
        () => IpClass::Public,
    }
}

fn class_v6(ip: Ipv6Addr) -> IpClass {
    match () {
        () if ip.is_unspecified() => IpClass::Unspecified,
        () if ip.is_loopback() => IpClass::Loopback,
        () if ip.is_unicast_link_local() => IpClass::LinkLocal,
        () if ip.is_unique_local() => IpClass::Private,
        () => IpClass::Public,
    }
}

/// The IPv4 address inside an IPv6 one made by DNS64, for these /96 prefixes (RFC 6052 section 2.2).
pub fn unmapped(ip: IpAddr, prefixes: &[Ipv6Addr]) -> Option<Ipv4Addr> {
    let IpAddr::V6(ip) = ip else { return None };
    let octets = ip.octets();
    let inside = prefixes.iter().any(|prefix| prefix.octets()[..12] == octets[..12]);
    inside.then(|| Ipv4Addr::new(octets[12], octets[13], octets[14], octets[15]))
}

/// `192.0.2.7`, `192.0.2.7:8080`, `2001:db8::7`, `[2001:db8::7]` or `[2001:db8::7]:8080`.
pub fn ip_and_port(text: &str) -> Option<(IpAddr, Option<u16>)> {
    let bare = text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or(text);
    if let Ok(ip) = bare.parse() {
        return Some((ip, None));
    }
    let with_port: std::net::SocketAddr = text.parse().ok()?;
    Some((with_port.ip(), Some(with_port.port())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes() {
        for (text, expected) in [
            ("0.0.0.0", IpClass::Unspecified),
            ("127.0.0.9", IpClass::Loopback),
            ("169.254.1.1", IpClass::LinkLocal),
            ("192.168.1.1", IpClass::Private),
            ("100.64.0.1", IpClass::Private),
            ("100.128.0.1", IpClass::Public),
            ("203.0.113.5", IpClass::Public),
            ("::1", IpClass::Loopback),
            ("fe80::1", IpClass::LinkLocal),
            ("fd00::1", IpClass::Private),
            ("2001:db8::1", IpClass::Public),
            ("::ffff:10.0.0.1", IpClass::Private),
        ] {
            assert_eq!(class(text.parse().unwrap()), expected, "{text}");
        }
    }

    #[test]
    fn an_address_of_another_prefix_is_not_unmapped() {
        let prefix = "64:ff9b::".parse().unwrap();
        assert_eq!(unmapped("64:ff9b::c000:201".parse().unwrap(), &[prefix]), Some(Ipv4Addr::new(192, 0, 2, 1)));
        assert_eq!(unmapped("2001:db8::c000:201".parse().unwrap(), &[prefix]), None);
    }
}
