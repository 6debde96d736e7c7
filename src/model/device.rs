//! What this device's own settings say.

use std::net::IpAddr;

use serde::{Deserialize, Serialize};

use super::Known;
use super::ip::{IpClass, class};

/// Where a proxy setting comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ProxySource {
    /// `http_proxy` and its relatives.
    Environment,
    /// The operating system's settings.
    System,
    /// Gatemend's own settings file.
    Settings,
}

/// A proxy that would carry the request to the target.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ProxyAddress {
    pub host: String,
    pub port: u16,
}

/// The proxy settings in force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProxySettings {
    /// The proxy for the target, if any.
    pub for_target: Option<ProxyAddress>,
    /// The proxy for plain http, as the controls would use it.
    pub for_http: Option<ProxyAddress>,
    pub source: Option<ProxySource>,
    /// A proxy auto-configuration file is set; this program does not run it.
    pub pac_url: Option<String>,
    /// The settings name a proxy of a kind that this program does not speak, such as SOCKS.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unsupported: Option<String>,
}

/// Lines of the hosts file that name the target or its www twin.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HostsFile {
    pub path: String,
    pub entries: Vec<HostsEntry>,
}

/// One such line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HostsEntry {
    pub line_number: u32,
    pub ip: IpAddr,
    pub name: String,
}

/// One network interface.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Interface {
    pub name: String,
    pub up: bool,
    pub loopback: bool,
    /// Looks like a VPN or another tunnel.
    pub tunnel: bool,
    pub ips: Vec<IpAddr>,
    pub gateways: Vec<IpAddr>,
}

/// All interfaces, and which families have a default route.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Network {
    pub interfaces: Vec<Interface>,
    pub ipv4_route: bool,
    pub ipv6_route: bool,
    pub gateways: Vec<IpAddr>,
}

impl Network {
    /// Whether there can be a way to this address: a default route leads everywhere; without one, an address of the
    /// family may still reach its own network, and nobody knows; without that there is none.
    pub fn has_route(&self, ip: IpAddr) -> Option<bool> {
        if class(ip) == IpClass::Loopback {
            return Some(true);
        }
        let of_family = |own: &IpAddr| {
            own.is_ipv4() == ip.is_ipv4() && !matches!(class(*own), IpClass::LinkLocal | IpClass::Loopback)
        };
        let has_address = self.interfaces.iter().any(|interface| interface.ips.iter().any(of_family));
        match if ip.is_ipv4() { self.ipv4_route } else { self.ipv6_route } {
            true => Some(true),
            false if has_address => None,
            false => Some(false),
        }
    }

    /// Whether there is a route to more than the own network.
    pub fn leads_out(&self) -> bool {
        self.ipv4_route || self.ipv6_route
    }
}

/// The DNS servers that the system is set to use.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NameServers {
    pub servers: Vec<IpAddr>,
    /// Where this was read.
    pub source: String,
}

/// What one browser profile says about DNS and proxies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BrowserSettings {
    pub browser: String,
    /// Secure DNS as the profile names it: off, automatic, secure.
    pub secure_dns: Option<String>,
    /// DNS-over-HTTPS addresses.
    pub doh_urls: Vec<String>,
    /// A proxy of the browser's own.
    pub proxy: Option<String>,
}

/// Root certificates of the system that the bundled list does not have.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RootStore {
    pub roots: u32,
    /// Subject names of roots that are in no public list.
    pub foreign: Vec<String>,
}

/// One look at the router.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RouterLook {
    pub ip: IpAddr,
    /// The neighbour table: is its hardware address known?
    pub neighbour: Known<bool>,
    /// Round trip of an ICMP echo, in milliseconds.
    pub ping_ms: Known<u64>,
    /// TCP ports tried; a refusal is an answer and counts as seen.
    pub tcp_ms: Known<u64>,
}

impl RouterLook {
    /// Whether the router answered in any way.
    pub fn answers(&self) -> bool {
        self.ping_ms.seen().is_some() || self.tcp_ms.seen().is_some()
    }
}

/// One hop of a trace: its address, or silence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hop {
    pub ttl: u8,
    pub ip: Option<IpAddr>,
    pub ms: Option<u64>,
}
