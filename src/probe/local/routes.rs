//! Default routes of Linux, from `/proc/net/route` and `/proc/net/ipv6_route` (proc_net(5)); no traffic.
//!
//! Only the main table is there: a VPN with a table of its own (wg-quick) shows as an interface, not as a route.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// RTF_UP and RTF_REJECT of linux/route.h.
const UP: u32 = 0x1;
const REJECT: u32 = 0x200;

/// One default route.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct DefaultRoute {
    pub interface: String,
    /// `None` on links without a next hop, such as tunnels.
    pub gateway: Option<IpAddr>,
    /// Smaller is preferred.
    pub metric: u32,
}

/// One line, still with its destination.
struct Route {
    to: DefaultRoute,
    destination: IpAddr,
    prefix_length: u32,
}

/// Default routes of IPv4, preferred first.
pub(super) fn parse_v4(text: &str) -> Vec<DefaultRoute> {
    defaults(text.lines().filter_map(route_v4).collect())
}

/// Default routes of IPv6, preferred first.
pub(super) fn parse_v6(text: &str) -> Vec<DefaultRoute> {
    defaults(text.lines().filter_map(route_v6).collect())
}

/// VPN programs also cover everything with the two halves 0.0.0.0/1 and 128.0.0.0/1; such a pair is a default route.
fn defaults(routes: Vec<Route>) -> Vec<DefaultRoute> {
    let is_high = |route: &Route| match route.destination {
        IpAddr::V4(ip) => !ip.is_unspecified(),
        IpAddr::V6(ip) => !ip.is_unspecified(),
    };
    let halves = |high: bool| routes.iter().filter(move |route| route.prefix_length == 1 && is_high(route) == high);
    let pair = halves(false).find(|low| halves(true).any(|high| high.to == low.to)).map(|route| route.to.clone());
    let mut found: Vec<DefaultRoute> =
        routes.iter().filter(|route| route.prefix_length == 0).map(|route| route.to.clone()).collect();
    found.sort_by_key(|route| route.metric);
    pair.into_iter().chain(found).collect()
}

/// `Iface Destination Gateway Flags RefCnt Use Metric Mask ...`, numbers in hex, addresses in the order of memory.
fn route_v4(line: &str) -> Option<Route> {
    let mut words = line.split_whitespace();
    let interface = words.next()?.to_owned();
    let destination = ipv4(words.next()?)?;
    let gateway = ipv4(words.next()?)?;
    let flags = hex(words.next()?)?;
    let metric = words.nth(2)?.parse().ok()?;
    let prefix_length = ipv4(words.next()?)?.to_bits().count_ones();
    let gateway = (!gateway.is_unspecified()).then_some(IpAddr::V4(gateway));
    let to = DefaultRoute { interface, gateway, metric };
    usable(flags).then_some(Route { to, destination: IpAddr::V4(destination), prefix_length })
}

/// `destination length source length next-hop metric references use flags device`, all in hex.
fn route_v6(line: &str) -> Option<Route> {
    let mut words = line.split_whitespace();
    let destination = ipv6(words.next()?)?;
    let prefix_length = hex(words.next()?)?;
    let gateway = ipv6(words.nth(2)?)?;
    let metric = hex(words.next()?)?;
    let flags = hex(words.nth(2)?)?;
    let interface = words.next()?.to_owned();
    let gateway = (!gateway.is_unspecified()).then_some(IpAddr::V6(gateway));
    let to_nowhere = interface == "lo";
    let to = DefaultRoute { interface, gateway, metric };
    (usable(flags) && !to_nowhere).then_some(Route { to, destination: IpAddr::V6(destination), prefix_length })
}

fn usable(flags: u32) -> bool {
    flags & UP != 0 && flags & REJECT == 0
}

fn hex(word: &str) -> Option<u32> {
    u32::from_str_radix(word, 16).ok()
}

fn ipv4(word: &str) -> Option<Ipv4Addr> {
    hex(word).map(|bits| Ipv4Addr::from(bits.to_ne_bytes()))
}

fn ipv6(word: &str) -> Option<Ipv6Addr> {
    u128::from_str_radix(word, 16).ok().filter(|_| word.len() == 32).map(Ipv6Addr::from_bits)
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEADER: &str = "Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT\n";

    fn route(interface: &str, gateway: Option<&str>, metric: u32) -> DefaultRoute {
        DefaultRoute { interface: interface.to_owned(), gateway: gateway.map(|ip| ip.parse().unwrap()), metric }
    }

    #[cfg(target_endian = "little")]
    #[test]
    fn ipv4_defaults_in_order_of_preference() {
        let text = format!(
            "{HEADER}wlan0\t00000000\t0100A8C0\t0003\t0\t0\t600\t00000000\t0\t0\t0\n\
             eth0\t00000000\t010200C0\t0003\t0\t0\t100\t00000000\t0\t0\t0\n\
             eth0\t000200C0\t00000000\t0001\t0\t0\t0\t00FFFFFF\t0\t0\t0\n\
             eth1\t00000000\t00000000\t0200\t0\t0\t0\t00000000\t0\t0\t0\n"
        );
        let expected = [route("eth0", Some("192.0.2.1"), 100), route("wlan0", Some("192.168.0.1"), 600)];
        assert_eq!(parse_v4(&text), expected);
        assert_eq!(parse_v4(HEADER), []);
        assert_eq!(parse_v4("eth0\t0000"), []);
    }

    #[cfg(target_endian = "little")]
    #[test]
    fn two_halves_are_a_default_route_and_one_is_not() {
        let low = "tun0\t00000000\t0101080A\t0003\t0\t0\t0\t00000080\t0\t0\t0\n";
        let high = "tun0\t00000080\t0101080A\t0003\t0\t0\t0\t00000080\t0\t0\t0\n";
        assert_eq!(parse_v4(&format!("{HEADER}{low}{high}")), [route("tun0", Some("10.8.1.1"), 0)]);
        assert_eq!(parse_v4(&format!("{HEADER}{low}")), []);
    }

    #[test]
    fn ipv6_defaults_without_the_reject_route_of_lo() {
        let zeros = "0".repeat(32);
        let router = "fd000000000000000000000000000001";
        let text = format!(
            "fe800000000000000000000000000000 40 {zeros} 00 {zeros} 00000100 00000002 00000000 00000001     eth0\n\
             {zeros} 00 {zeros} 00 {router} 00000400 00000002 00000000 00000003     eth0\n\
             {zeros} 00 {zeros} 00 {zeros} ffffffff 00000001 00000000 00200200       lo\n"
        );
        assert_eq!(parse_v6(&text), [route("eth0", Some("fd00::1"), 0x400)]);
    }
}
