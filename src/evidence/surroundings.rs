//! This device and its network, as far as its own settings and the router tell.

use std::net::{IpAddr, Ipv6Addr};

use crate::model::device::{
    BrowserSettings, HostsFile, NameServers, Network, ProxyAddress, ProxySettings, RootStore, RouterLook,
};
use crate::model::dns::Purpose;
use crate::model::ip::{IpClass, class};
use crate::model::{Case, Known, ObservationId, Seen};

/// What is known of the surroundings; `None` where nothing was noted (yet).
#[derive(Default)]
pub struct Surroundings<'a> {
    pub proxies: Option<(&'a Known<ProxySettings>, &'a ObservationId)>,
    pub hosts: Option<(&'a Known<HostsFile>, &'a ObservationId)>,
    pub network: Option<(&'a Known<Network>, &'a ObservationId)>,
    pub name_servers: Option<(&'a Known<NameServers>, &'a ObservationId)>,
    pub browsers: Option<(&'a [BrowserSettings], &'a ObservationId)>,
    pub root_store: Option<(&'a Known<RootStore>, &'a ObservationId)>,
    pub routers: Vec<(&'a RouterLook, &'a ObservationId)>,
    /// Prefixes with which this network makes IPv6 addresses out of IPv4 ones (RFC 7050).
    pub dns64: Vec<Ipv6Addr>,
}

impl<'a> Surroundings<'a> {
    pub fn of(case: &'a Case) -> Self {
        let mut found = Surroundings::default();
        for observation in &case.observations {
            let id = &observation.id;
            match &observation.seen {
                Seen::Proxies { proxies } => found.proxies = Some((proxies, id)),
                Seen::HostsFile { hosts } => found.hosts = Some((hosts, id)),
                Seen::Network { network } => found.network = Some((network, id)),
                Seen::NameServers { name_servers } => found.name_servers = Some((name_servers, id)),
                Seen::Browsers { browsers } => found.browsers = Some((browsers, id)),
                Seen::RootStore { root_store } => found.root_store = Some((root_store, id)),
                Seen::Router { router } => found.routers.push((router, id)),
                Seen::DnsAnswer { question, reply: Known::Seen(reply), .. } if question.purpose == Purpose::Dns64 => {
                    found.dns64.extend(reply.ips.iter().filter_map(prefix));
                }
                _ => {}
            }
        }
        found.dns64.dedup();
        found
    }

    /// The proxy in force for the target.
    pub fn proxy(&self) -> Option<&'a ProxyAddress> {
        self.proxies.and_then(|(proxies, _)| proxies.seen()).and_then(|settings| settings.for_target.as_ref())
    }

    /// Whether a proxy address is this device itself.
    pub fn is_this_device(&self, ip: IpAddr) -> bool {
        let own = self.network.and_then(|(network, _)| network.seen());
        class(ip) == IpClass::Loopback
            || own.is_some_and(|network| network.interfaces.iter().any(|interface| interface.ips.contains(&ip)))
    }

    /// Whether this device has a default route for the address's family; `None` where nobody knows.
    pub fn has_default_route(&self, ip: IpAddr) -> Option<bool> {
        let network = self.network.and_then(|(network, _)| network.seen())?;
        Some(if ip.is_ipv4() { network.ipv4_route } else { network.ipv6_route })
    }

    /// Whether there can be a way to this address; `None` where nobody knows.
    pub fn has_route(&self, ip: IpAddr) -> Option<bool> {
        if class(ip) == IpClass::Loopback {
            return Some(true);
        }
        self.network.and_then(|(network, _)| network.seen())?.has_route(ip)
    }

    /// Whether any tunnel interface is up: a VPN may carry the traffic.
    pub fn has_tunnel(&self) -> bool {
        let network = self.network.and_then(|(network, _)| network.seen());
        network.is_some_and(|network| network.interfaces.iter().any(|interface| interface.tunnel && interface.up))
    }
}

/// The /96 prefix of a synthesised address of ipv4only.arpa, whose IPv4 addresses are 192.0.0.170 and .171.
fn prefix(ip: &IpAddr) -> Option<Ipv6Addr> {
    let IpAddr::V6(ip) = ip else { return None };
    let octets = ip.octets();
    let well_known = matches!(octets, [.., 192, 0, 0, 170 | 171]);
    let mut prefix = octets;
    prefix[12..].fill(0);
    well_known.then(|| Ipv6Addr::from(prefix))
}
