//! Network interfaces and default routes. No packet is sent.
//!
//! Routers reached by a link-local address lose their scope, since the model has plain addresses.

use std::net::IpAddr;

use netdev::Interface as Card;
use netdev::interface::state::OperState;
use netdev::interface::types::InterfaceType;

use crate::model::device::{Interface, Network};
use crate::model::ip::{IpClass, class};
use crate::model::{Failure, FailureKind, Known};

/// Beginnings of interface names, followed by nothing or a number.
const TUNNEL_NAMES: [&str; 13] =
    ["tun", "tap", "wg", "utun", "ppp", "ipsec", "tailscale", "nordlynx", "proton", "cscotun", "gpd", "vpn", "mullvad"];

/// Parts of adapter names and descriptions of VPN programs on Windows.
const TUNNEL_WORDS: [&str; 14] = [
    "wireguard",
    "wintun",
    "tap-windows",
    "openvpn",
    "tailscale",
    "zerotier",
    "nordlynx",
    "proton",
    "anyconnect",
    "fortinet",
    "pangp",
    "juniper",
    "mullvad",
    "vpn",
];

/// All interfaces, and which families have a default route.
///
/// `up` is false for an interface that is switched off and for one without a link (cable or radio).
pub fn read() -> Known<Network> {
    let cards = netdev::get_interfaces();
    if cards.is_empty() {
        return Known::Failed(Failure::with_detail(FailureKind::Other, 0, "the system lists no network interface"));
    }
    Known::Seen(network(&cards))
}

#[cfg(target_os = "linux")]
fn network(cards: &[Card]) -> Network {
    use super::{file, routes};
    use std::path::Path;

    /// A machine with a full routing table has far more; its default routes are then not seen.
    const MAX_BYTES: u64 = 16 * 1024 * 1024;
    let text = |path: &str| file::text(Path::new(path), MAX_BYTES).unwrap_or_default();
    let v4 = routes::parse_v4(&text("/proc/net/route"));
    let v6 = routes::parse_v6(&text("/proc/net/ipv6_route"));
    let gateways_of = |name: &str| {
        each_once(v4.iter().chain(&v6).filter(|route| route.interface == name).filter_map(|route| route.gateway))
    };
    Network {
        interfaces: cards.iter().map(|card| interface(card, gateways_of(&card.name))).collect(),
        ipv4_route: !v4.is_empty(),
        ipv6_route: !v6.is_empty(),
        gateways: each_once(v4.iter().chain(&v6).filter_map(|route| route.gateway)),
    }
}

#[cfg(not(target_os = "linux"))]
fn network(cards: &[Card]) -> Network {
    let gateways_of = |card: &Card| {
        let ips = card.gateway.iter().flat_map(|gateway| {
            gateway.ipv4.iter().copied().map(IpAddr::V4).chain(gateway.ipv6.iter().copied().map(IpAddr::V6))
        });
        each_once(ips.filter(|ip| !ip.is_unspecified()))
    };
    let interfaces: Vec<Interface> = cards.iter().map(|card| interface(card, gateways_of(card))).collect();
    // A tunnel may carry the default route without having a next hop.
    let default =
        |v4: bool| cards.iter().any(|card| card.default && if v4 { card.has_ipv4() } else { has_wide_ipv6(card) });
    let gateways = each_once(interfaces.iter().filter(|one| one.up).flat_map(|one| one.gateways.iter().copied()));
    Network {
        ipv4_route: gateways.iter().any(IpAddr::is_ipv4) || default(true),
        ipv6_route: gateways.iter().any(IpAddr::is_ipv6) || default(false),
        interfaces,
        gateways,
    }
}

#[cfg(not(target_os = "linux"))]
fn has_wide_ipv6(card: &Card) -> bool {
    card.ipv6_addrs().into_iter().any(|ip| class(IpAddr::V6(ip)) == IpClass::Public)
}

fn interface(card: &Card, gateways: Vec<IpAddr>) -> Interface {
    Interface {
        name: card.friendly_name.clone().unwrap_or_else(|| card.name.clone()),
        up: is_up(card),
        loopback: card.is_loopback(),
        tunnel: is_tunnel(card),
        ips: card.ip_addrs(),
        gateways,
    }
}

/// Switched on, and with a link. Tunnels and loopback have the state "unknown" while they work.
fn is_up(card: &Card) -> bool {
    card.is_up() && matches!(card.oper_state, OperState::Up | OperState::Unknown)
}

fn is_tunnel(card: &Card) -> bool {
    if card.is_loopback() {
        return false;
    }
    let text = [Some(&card.name), card.friendly_name.as_ref(), card.description.as_ref()];
    let text: Vec<String> = text.into_iter().flatten().map(|part| part.to_ascii_lowercase()).collect();
    // Windows has these at rest on every machine; macOS keeps idle utun devices for its own services.
    let always_there = text.iter().any(|part| part.contains("teredo") || part.contains("isatap"));
    let idle = card.name.starts_with("utun") && card.ip_addrs().into_iter().all(|ip| class(ip) == IpClass::LinkLocal);
    let named = text.iter().any(|part| has_tunnel_name(part) || TUNNEL_WORDS.iter().any(|word| part.contains(word)));
    let typed = matches!(card.if_type, InterfaceType::Tunnel | InterfaceType::Ppp);
    (named || typed) && !always_there && !idle
}

fn has_tunnel_name(name: &str) -> bool {
    let numbered = |start: &&str| {
        name.strip_prefix(*start)
            .is_some_and(|rest| rest.trim_start_matches(['-', '_']).bytes().all(|b| b.is_ascii_digit()))
    };
    // ZeroTier makes its names up: zt and ten letters.
    let zerotier = name.starts_with("zt") && name.len() >= 8;
    let with_word = ["proton", "ipsec", "tun-", "tun_", "wg-", "wg_"].iter().any(|start| name.starts_with(start));
    TUNNEL_NAMES.iter().any(numbered) || zerotier || with_word
}

fn each_once(ips: impl Iterator<Item = IpAddr>) -> Vec<IpAddr> {
    let mut kept = Vec::new();
    for ip in ips {
        if !kept.contains(&ip) {
            kept.push(ip);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    fn card(name: &str, ip: &str) -> Card {
        let mut card = Card::dummy();
        card.name = name.to_owned();
        match ip.parse().unwrap() {
            IpAddr::V4(ip) => card.ipv4 = vec![ip.into()],
            IpAddr::V6(ip) => card.ipv6 = vec![ip.into()],
        }
        card
    }

    #[test]
    fn tunnels_by_name() {
        for name in ["tun0", "tap1", "wg0", "wg-office", "utun4", "ppp0", "tailscale0", "ztabcdefgh", "proton0", "gpd0"]
        {
            assert!(is_tunnel(&card(name, "10.8.0.2")), "{name}");
        }
        for name in ["eth0", "en0", "wlan0", "wlp2s0", "docker0", "veth12", "br-lan", "tunnels", "lo", "zt"] {
            assert!(!is_tunnel(&card(name, "192.168.1.7")), "{name}");
        }
    }

    #[test]
    fn tunnels_by_the_words_of_windows() {
        let mut adapter = card("{5AEE2C3D}", "10.8.0.2");
        adapter.friendly_name = Some("Ethernet 3".to_owned());
        adapter.description = Some("Intel(R) Ethernet Connection".to_owned());
        assert!(!is_tunnel(&adapter));
        for words in ["TAP-Windows Adapter V9", "WireGuard Tunnel", "OpenVPN Data Channel Offload", "WAN VPN Miniport"]
        {
            adapter.description = Some(words.to_owned());
            assert!(is_tunnel(&adapter), "{words}");
        }
        adapter.description = Some("Microsoft Teredo Tunneling Adapter".to_owned());
        adapter.if_type = InterfaceType::Tunnel;
        assert!(!is_tunnel(&adapter));
    }

    #[test]
    fn idle_tunnels_of_macos_are_none() {
        assert!(!is_tunnel(&card("utun0", "fe80::1")));
    }

    #[test]
    fn an_interface_without_link_is_not_up() {
        let mut one = card("eth0", "192.0.2.1");
        for (flags, state, expected) in [
            (1, OperState::Up, true),
            (1, OperState::Unknown, true),
            (1, OperState::Down, false),
            (1, OperState::LowerLayerDown, false),
            (0, OperState::Unknown, false),
        ] {
            (one.flags, one.oper_state) = (flags, state);
            assert_eq!(is_up(&one), expected, "{flags} {state:?}");
        }
    }

    /// Only there do the cards themselves know their routers.
    #[cfg(not(target_os = "linux"))]
    #[test]
    fn routes_come_from_the_routers_of_cards_that_are_up() {
        let with_router = |mut card: Card, flags: u32| {
            let mut router = netdev::NetworkDevice::new();
            router.ipv4 = vec!["192.0.2.1".parse().unwrap(), "0.0.0.0".parse().unwrap()];
            (card.gateway, card.flags, card.oper_state) = (Some(router), flags, OperState::Up);
            card
        };
        let cards = [with_router(card("en0", "192.0.2.7"), 1), card("en1", "2001:db8::7")];
        let seen = network(&cards);
        assert_eq!(seen.gateways, ["192.0.2.1".parse::<IpAddr>().unwrap()]);
        assert_eq!((seen.ipv4_route, seen.ipv6_route), (true, false));
        let off = network(&[with_router(card("en0", "192.0.2.7"), 0)]);
        assert_eq!((off.gateways.len(), off.ipv4_route), (0, false));
    }

    /// A tunnel carries everything and names no router.
    #[cfg(not(target_os = "linux"))]
    #[test]
    fn a_card_that_carries_everything_is_a_route_for_the_families_that_it_has() {
        let default = |mut card: Card| {
            card.default = true;
            card
        };
        let routes = |card: Card| {
            let seen = network(&[card]);
            (seen.ipv4_route, seen.ipv6_route)
        };
        assert_eq!(routes(default(card("utun3", "10.8.0.2"))), (true, false));
        assert_eq!(routes(default(card("utun3", "2a00:1450::7"))), (false, true));
        assert_eq!(routes(default(card("utun3", "fe80::7"))), (false, false), "link-local goes nowhere");
        assert_eq!(routes(card("utun3", "10.8.0.2")), (false, false));
    }

    #[test]
    fn reads_this_device() {
        if let Known::Seen(network) = read() {
            assert!(!network.interfaces.is_empty());
        }
    }
}
