//! Questions to DNS servers, and what came back.

use std::net::{IpAddr, SocketAddr};

use serde::{Deserialize, Serialize};

/// How a server is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Transport {
    Udp,
    Tcp,
    /// DNS over TLS (RFC 7858).
    Tls,
    /// DNS over HTTPS (RFC 8484).
    Https,
}

/// Whose server it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ServerRole {
    /// One of those that this device is set to use.
    System,
    /// The router's own forwarder, where it is not the system's server anyway.
    Router,
    /// A public one from the list.
    Public,
    /// One of the domain's own.
    Authoritative,
    /// An address that runs no DNS: whoever answers intercepts port 53.
    Nobody,
}

/// One DNS server, and how to ask it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct DnsServer {
    pub name: String,
    pub ip_port: SocketAddr,
    pub transport: Transport,
    pub role: ServerRole,
    /// The name that its certificate must have (TLS, HTTPS).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tls_name: Option<String>,
    /// The address of the DoH endpoint.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// The record types asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum RecordType {
    A,
    Aaaa,
    Https,
    Ns,
    Soa,
}

impl RecordType {
    pub fn name(self) -> &'static str {
        match self {
            RecordType::A => "A",
            RecordType::Aaaa => "AAAA",
            RecordType::Https => "HTTPS",
            RecordType::Ns => "NS",
            RecordType::Soa => "SOA",
        }
    }
}

/// Why a question was asked, beyond its name and type.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Purpose {
    /// The question of a visit.
    Plain,
    /// Asked with "checking disabled" (RFC 4035 section 3.2.2), after SERVFAIL.
    CheckingDisabled,
    /// A name that does not exist: who gives an address rewrites answers.
    Nonexistent,
    /// Asked again for its time only.
    Timed(u8),
    /// Does this network translate for IPv6-only devices (RFC 7050)?
    Dns64,
    /// Does this server answer for another, healthy name?
    Control,
    /// Asked of a server that runs no DNS.
    Interception,
}

/// One question.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Question {
    pub name: String,
    #[serde(rename = "type")]
    pub record_type: RecordType,
    pub purpose: Purpose,
}

/// A response code in words (RFC 6895 section 2.3).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Rcode {
    NoError,
    FormErr,
    ServFail,
    NxDomain,
    NotImp,
    Refused,
    Other(u16),
}

impl Rcode {
    pub fn name(&self) -> String {
        match self {
            Rcode::NoError => "NOERROR".to_owned(),
            Rcode::FormErr => "FORMERR".to_owned(),
            Rcode::ServFail => "SERVFAIL".to_owned(),
            Rcode::NxDomain => "NXDOMAIN".to_owned(),
            Rcode::NotImp => "NOTIMP".to_owned(),
            Rcode::Refused => "REFUSED".to_owned(),
            Rcode::Other(number) => format!("RCODE {number}"),
        }
    }
}

/// Extended DNS error (RFC 8914).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExtendedError {
    pub code: u16,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
}

/// What a server answered to one question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DnsReply {
    pub rcode: Rcode,
    /// The answer is the domain's own (AA).
    pub authoritative: bool,
    /// The server says that it checked the signatures (AD).
    pub authenticated: bool,
    /// Addresses of the answer section, in its order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ips: Vec<IpAddr>,
    /// Names of the answer section: CNAME targets, name servers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub names: Vec<String>,
    /// Addresses of the additional section that belong to `names` (glue).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub glue: Vec<(String, IpAddr)>,
    /// Smallest time to live of the answer section, in seconds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ttl_secs: Option<u32>,
    /// Serial number, from SOA.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub serial: Option<u32>,
    /// The zone that the name belongs to, from the owner of the SOA record.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zone: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub extended_errors: Vec<ExtendedError>,
    /// ALPN names that the HTTPS record offers (RFC 9460).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub alpn: Vec<String>,
    /// The UDP answer was cut off and the question asked again over TCP.
    #[serde(default)]
    pub retried_over_tcp: bool,
}

/// Domain names compare without case and without the root's dot.
pub fn same_name(a: &str, b: &str) -> bool {
    a.trim_end_matches('.').eq_ignore_ascii_case(b.trim_end_matches('.'))
}
