//! The description of a world. Everything that it leaves out is as it should be.

use std::collections::BTreeMap;
use std::net::IpAddr;

use serde::Deserialize;

use super::elsewhere::Elsewhere;
use crate::model::server::ServerLook;

/// A device, its network, the DNS, the site and everybody else.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct World {
    pub device: Device,
    pub router: Router,
    pub line: Line,
    pub dns: Dns,
    /// For each name what is said about it: by the server's name or address, by its role (`system`, `router`,
    /// `public`, `authoritative`), or by `everyone`.
    pub names: BTreeMap<String, BTreeMap<String, Voice>>,
    /// How every address behaves that `addresses` does not describe.
    pub site: Peer,
    pub addresses: BTreeMap<IpAddr, Peer>,
    /// The proxy that `device.proxy` names.
    pub proxy: Proxy,
    /// By the control's name, by `http` or `https`, or by `all`; controls work otherwise.
    pub controls: BTreeMap<String, Peer>,
    /// What a trace shows, nearest first; an empty text is a silent hop.
    pub hops: Vec<String>,
    /// Logs on this device, by file name.
    pub logs: BTreeMap<String, String>,
    /// How this device's clock differs from UTC, in seconds east.
    pub utc_offset: i64,
    /// Configurations of gateways, by file name.
    pub configurations: BTreeMap<String, String>,
    /// What a look at this machine shows, as the site's server.
    pub server: Vec<ServerLook>,
    /// What other places get to see.
    pub elsewhere: Elsewhere,
}

impl Default for World {
    fn default() -> Self {
        let shop = Voice { ips: vec![IpAddr::from([203, 0, 113, 10])], ..Voice::default() };
        World {
            device: Device::default(),
            router: Router::default(),
            line: Line::default(),
            dns: Dns::default(),
            names: BTreeMap::from([("shop.test".to_owned(), BTreeMap::from([("everyone".to_owned(), shop)]))]),
            site: Peer::default(),
            addresses: BTreeMap::new(),
            proxy: Proxy::default(),
            controls: BTreeMap::new(),
            hops: Vec::new(),
            logs: BTreeMap::new(),
            utc_offset: 0,
            configurations: BTreeMap::new(),
            server: Vec::new(),
            elsewhere: Elsewhere::default(),
        }
    }
}

/// This device's own settings.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Device {
    pub ipv4: bool,
    pub ipv6: bool,
    /// Further addresses of its own.
    pub ips: Vec<IpAddr>,
    /// Between these two times, in milliseconds after the start, it is in a network without IPv6.
    pub ipv6_gone_ms: Option<[u64; 2]>,
    /// It is started anew at this time, in milliseconds after the start; otherwise it was started a day before.
    pub restarted_ms: Option<u64>,
    /// `host:port`, for the target and the controls alike.
    pub proxy: Option<String>,
    pub pac_url: Option<String>,
    /// Lines of the hosts file: `192.0.2.1 shop.test`.
    pub hosts: Vec<String>,
    pub name_servers: Vec<IpAddr>,
    /// The clock minus the true time.
    pub clock_skew_secs: i64,
    pub vpn: bool,
    pub foreign_roots: Vec<String>,
    /// Addresses of DNS over HTTPS that a browser is set to use.
    pub browser_doh: Vec<String>,
}

impl Default for Device {
    fn default() -> Self {
        Device {
            ipv4: true,
            ipv6: false,
            ips: Vec::new(),
            ipv6_gone_ms: None,
            restarted_ms: None,
            proxy: None,
            pac_url: None,
            hosts: Vec::new(),
            name_servers: vec![IpAddr::from([192, 168, 1, 1])],
            clock_skew_secs: 0,
            vpn: false,
            foreign_roots: Vec::new(),
            browser_doh: Vec::new(),
        }
    }
}

impl Device {
    pub fn has_route(&self, ip: IpAddr) -> bool {
        if ip.is_ipv4() { self.ipv4 } else { self.ipv6 }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Router {
    #[default]
    Answers,
    /// It is there and says nothing.
    Silent,
    /// Not even its hardware address is to be had.
    Absent,
}

/// Everything behind the router.
#[derive(Debug, Clone, Copy, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Line {
    /// Nothing comes back between these two times, in milliseconds after the start.
    pub dead_from_ms: u64,
    pub dead_until_ms: u64,
}

/// The DNS servers as such, whatever they are asked.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Dns {
    /// By the server's name or address, or by its role; the rest works.
    pub servers: BTreeMap<String, Voice>,
    /// Somebody on the way answers every question over UDP in the words of the system's server.
    pub intercepted: bool,
    /// The network translates for devices that speak IPv6 only.
    pub dns64: bool,
}

/// One answer about one name.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Voice {
    pub ips: Vec<IpAddr>,
    pub says: Says,
    pub after_ms: u64,
    pub ttl_secs: Option<u32>,
    /// The number of an extended DNS error.
    pub extended_error: Option<u16>,
    /// What it gives when told not to check signatures.
    pub unchecked: Vec<IpAddr>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Says {
    #[default]
    Addresses,
    Nxdomain,
    Servfail,
    Refused,
    Nothing,
}

/// One address and whoever is behind it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Peer {
    pub tcp: Tcp,
    /// How it behaves over IPv6, where that differs.
    pub ipv6: Option<Tcp>,
    pub connect_ms: u64,
    /// Ports that behave in another way than `tcp` says.
    pub ports: BTreeMap<String, Tcp>,
    pub tls: Tls,
    pub certificate: Paper,
    pub issuer: Option<String>,
    pub http2: bool,
    /// The first that fits is given; a page that works, where none does.
    pub answers: Vec<Reply>,
}

impl Default for Peer {
    fn default() -> Self {
        Peer {
            tcp: Tcp::Works,
            ipv6: None,
            connect_ms: 12,
            ports: BTreeMap::new(),
            tls: Tls::Works,
            certificate: Paper::Ok,
            issuer: None,
            http2: true,
            answers: Vec::new(),
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Tcp {
    #[default]
    Works,
    Refused,
    Silent,
    Unreachable,
    /// This device itself forbids it.
    Forbidden,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Tls {
    #[default]
    Works,
    Refused,
    Reset,
    Silent,
}

/// What the certificate is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Paper {
    #[default]
    Ok,
    Expired,
    WrongName,
    UnknownIssuer,
    /// Known to this system's own store alone.
    SystemRoot,
}

/// One answer, and when it is given.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Reply {
    pub scheme: Option<String>,
    pub host: Option<String>,
    /// The path as it was asked for, without the query.
    pub path: Option<String>,
    pub http2: Option<bool>,
    pub compression: Option<bool>,
    /// Asked past every cache, or not.
    pub fresh: Option<bool>,
    pub cookies_over: Option<usize>,
    /// Only requests before and from these times, in milliseconds after the start.
    pub until_ms: Option<u64>,
    pub from_ms: Option<u64>,
    /// Only the first requests to this address, or only those behind them.
    pub first: Option<usize>,
    pub after: Option<usize>,
    /// `[2, 0]`: every second request to this address, beginning with the first one.
    pub turn: Option<[usize; 2]>,

    pub status: u16,
    pub reason: String,
    pub headers: BTreeMap<String, String>,
    pub body: String,
    pub delay_ms: u64,
    /// What comes in place of a whole answer.
    pub ends: Option<Ends>,
}

impl Default for Reply {
    fn default() -> Self {
        Reply {
            scheme: None,
            host: None,
            path: None,
            http2: None,
            compression: None,
            fresh: None,
            cookies_over: None,
            until_ms: None,
            from_ms: None,
            first: None,
            after: None,
            turn: None,
            status: 200,
            reason: String::new(),
            headers: BTreeMap::new(),
            body: String::new(),
            delay_ms: 25,
            ends: None,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ends {
    /// The connection is closed before any answer.
    Closed,
    Reset,
    Silent,
    /// Bytes that are no HTTP.
    Garbage,
    /// A good head, and a body that breaks off.
    HalfBody,
}

/// A proxy that this device is set to use.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Proxy {
    pub tcp: Tcp,
    /// What it says to CONNECT; 200 where nothing is said.
    pub connect_status: Option<u16>,
    /// The site's address that it connects to; by default the first that public servers give.
    pub leads_to: Option<IpAddr>,
    /// It speaks itself in the site's place: over plain http, or over https with its own certificate.
    pub speaks: Option<Peer>,
}
