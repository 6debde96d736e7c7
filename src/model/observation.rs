//! One record of one operation: what, whom, when, how long, and what came of it. Never a verdict.

use std::fmt;
use std::net::{IpAddr, SocketAddr};

use serde::{Deserialize, Serialize};

use super::configuration::Configuration;
use super::contact::Registration;
use super::device::{BrowserSettings, Hop, HostsFile, NameServers, Network, ProxySettings, RootStore, RouterLook};
use super::dns::{DnsReply, DnsServer, Question};
use super::log::LogSummary;
use super::remedy::Tried;
use super::server::ServerLook;
use super::visit::Visit;
use super::world::WorldLook;
use super::{Known, StepId};

/// The name by which a reason cites an observation: `o` and a number, in order of arrival.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ObservationId(pub String);

impl ObservationId {
    pub fn numbered(number: usize) -> Self {
        ObservationId(format!("o{number}"))
    }
}

impl fmt::Display for ObservationId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// One observation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Observation {
    pub id: ObservationId,
    pub step: StepId,
    /// Milliseconds after the start of the run at which it ended.
    pub at_ms: u64,
    /// Milliseconds that it took.
    pub took_ms: u64,
    #[serde(flatten)]
    pub seen: Seen,
}

/// What was looked at, and what was seen.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Seen {
    Proxies {
        proxies: Known<ProxySettings>,
    },
    HostsFile {
        hosts: Known<HostsFile>,
    },
    Network {
        network: Known<Network>,
    },
    NameServers {
        name_servers: Known<NameServers>,
    },
    Browsers {
        browsers: Vec<BrowserSettings>,
    },
    RootStore {
        root_store: Known<RootStore>,
    },
    Router {
        router: RouterLook,
    },
    /// getaddrinfo: what every program on this device gets to hear.
    SystemLookup {
        host: String,
        ips: Known<Vec<IpAddr>>,
    },
    DnsAnswer {
        server: DnsServer,
        question: Question,
        reply: Known<DnsReply>,
    },
    Visit {
        visit: Box<Visit>,
    },
    Control {
        control: Box<ControlLook>,
    },
    /// The page has not answered yet. Told once or twice, so that a verdict need not wait for the end of all patience.
    Waiting {
        ip_port: SocketAddr,
        connected: bool,
        waited_ms: u64,
    },
    Trace {
        ip: IpAddr,
        port: u16,
        hops: Known<Vec<Hop>>,
    },
    /// The page, asked straight at the server behind the gateway.
    Origin {
        visit: Box<Visit>,
    },
    /// What a server's log says.
    Log {
        /// The file, as it was given.
        name: String,
        log: Known<LogSummary>,
        /// How the clock of whoever read it differs from UTC, in seconds.
        utc_offset: i64,
    },
    /// What the person tried, and what came of it.
    Guided {
        tried: Tried,
    },
    /// What a gateway's configuration says about the site.
    Configuration {
        /// The file, as it was given.
        name: String,
        configuration: Known<Box<Configuration>>,
    },
    /// What was seen on the machine that this program runs on, where its owner asked for that.
    Server {
        server: Box<ServerLook>,
    },
    /// The site's home page, asked for from other places of the world.
    World {
        world: Box<WorldLook>,
    },
    /// What a register says about the site's domain or an address of it.
    Registration {
        registration: Box<Registration>,
    },
    /// What the user says to have seen.
    UserSaid {
        text: String,
    },
    /// This program failed at something. It says nothing about the site.
    Malfunction {
        what: String,
    },
}

/// One look at a control endpoint: a site of somebody else that is known to work.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ControlLook {
    pub name: String,
    /// How its name was resolved; a control whose name nobody resolves was not reached.
    pub ips: Known<Vec<IpAddr>>,
    /// The status that it should have.
    pub expected_status: u16,
    /// Words that its body should have.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected_body: Option<String>,
    /// The visit; `None` where the name gave no address.
    pub visit: Option<Visit>,
}
