//! The outside world as the rest of the program sees it: one trait for the network, one for the wall clock.

use std::net::{IpAddr, SocketAddr};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use async_trait::async_trait;
use jiff::Timestamp;
use tokio_util::sync::CancellationToken;
use url::Url;

use crate::logs::Wish;
use crate::model::configuration::Configuration;
use crate::model::contact::{Registered, Registration};
use crate::model::device::{
    BrowserSettings, Hop, HostsFile, NameServers, Network, ProxyAddress, ProxySettings, RootStore,
};
use crate::model::dns::{DnsReply, DnsServer, Question};
use crate::model::log::{LogFormat, LogSummary};
use crate::model::server::{ServerAspect, ServerLook};
use crate::model::visit::VisitTrace;
use crate::model::world::{Continent, NetworkKind, WorldLook, WorldQuestion};
use crate::model::{Known, Scheme};
use crate::settings::Settings;

/// The network and this device's settings, one method per primitive.
///
/// Dropping a future ends its operation; what a visit has seen by then stays in its trace.
#[async_trait]
pub trait Net: Send + Sync + 'static {
    /// The proxy settings in force for this address.
    async fn proxies(&self, target: &Url) -> Known<ProxySettings>;
    /// The hosts file's lines for these names.
    async fn hosts_file(&self, names: &[String]) -> Known<HostsFile>;
    /// Interfaces and default routes.
    async fn network(&self) -> Known<Network>;
    /// The DNS servers that the system is set to use.
    async fn name_servers(&self) -> Known<NameServers>;
    /// What the browsers' own profiles say about DNS and proxies.
    async fn browsers(&self) -> Vec<BrowserSettings>;
    /// The system's root certificates, compared with the bundled list.
    async fn root_store(&self) -> Known<RootStore>;
    /// When this device was started.
    async fn booted(&self) -> Known<Timestamp>;
    /// Whether the neighbour table has a hardware address for this one.
    async fn neighbour(&self, ip: IpAddr) -> Known<bool>;
    /// ICMP echo, in milliseconds.
    async fn ping(&self, ip: IpAddr, limit: Duration) -> Known<u64>;
    /// A TCP connection that is closed at once; a refusal is an answer and counts as seen. In milliseconds.
    async fn touch(&self, ip_port: SocketAddr, limit: Duration) -> Known<u64>;
    /// getaddrinfo: what every program on this device gets to hear.
    async fn lookup(&self, host: &str) -> Known<Vec<IpAddr>>;
    /// One question to one DNS server.
    async fn ask(&self, server: &DnsServer, question: &Question, limit: Duration) -> Known<DnsReply>;
    /// TCP, TLS and one GET on the same connection; each phase is written into the trace as it ends.
    async fn visit(&self, request: &VisitRequest, trace: &mut VisitTrace);
    /// The routers on the way to this port.
    async fn trace(&self, to: SocketAddr) -> Known<Vec<Hop>>;
    /// What a log file says, read until the end or the stop.
    async fn log(&self, path: &Path, wish: Wish, stop: CancellationToken) -> Known<LogSummary>;
    /// How the clock on this device's wall differs from UTC, in seconds east.
    fn utc_offset(&self) -> i64;
    /// What a gateway's configuration says about this host at this port.
    async fn configuration(&self, path: &Path, host: &str, port: u16) -> Known<Box<Configuration>>;
    /// One look at this machine, as the site's server.
    async fn on_server(&self, aspect: &ServerAspect) -> ServerLook;
    /// The formats of logs that a gateway's configuration gives names to.
    async fn log_formats(&self, path: &Path) -> Known<Vec<LogFormat>>;
    /// A question to other places; what the places have said is written into the look as it comes.
    async fn world(&self, request: &WorldRequest, look: &mut WorldLook);
    /// What the registers say about a domain or an address.
    async fn registration(&self, about: &Registered) -> Registration;
}

/// One measurement to be made by the service of the settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorldRequest {
    pub question: WorldQuestion,
    /// The page that is asked for: it has neither a path of its own nor a query.
    pub url: Url,
    /// The address that is asked, in place of what each place's DNS gives.
    pub pinned: Option<IpAddr>,
    pub places: Places,
    /// How long one place may wait for the site.
    pub patience: Duration,
    /// How long all of it may take.
    pub limit: Duration,
}

/// From where.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Places {
    /// The most telling first: where the service has little left to give, the last are left out.
    Chosen(Vec<PlaceWish>),
    /// The places of an earlier measurement, of which there were so many.
    Same { measurement: String, count: usize },
}

/// Some places of one kind.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct PlaceWish {
    pub within: Within,
    pub network_kind: Option<NetworkKind>,
    pub count: usize,
}

/// Where places are looked for.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Within {
    /// The network of this number.
    Network(u32),
    /// The country of these two letters.
    Country(String),
    Continent(Continent),
}

/// The wall clock.
pub trait Clock: Send + Sync + 'static {
    fn now(&self) -> Timestamp;
}

/// Everything outside this program.
#[derive(Clone)]
pub struct Outside {
    pub net: Arc<dyn Net>,
    pub clock: Arc<dyn Clock>,
}

/// One visit to be made.
#[derive(Debug, Clone, PartialEq)]
pub struct VisitRequest {
    pub url: Url,
    /// Where to connect to: the site's address, or the proxy's.
    pub ip_port: SocketAddr,
    /// Where the connection leads through a proxy. `ip_port` is the proxy's then.
    pub through: Option<ProxyAddress>,
    /// Offer HTTP/2.
    pub http2: bool,
    /// Offer gzip and deflate.
    pub compression: bool,
    /// Length of a dummy Cookie header, in bytes; 0 for none. Several cookies below 4 kB each.
    pub cookie_bytes: usize,
    /// Ask caches on the way not to answer themselves (RFC 9111 section 5.2.1.4).
    pub fresh: bool,
    /// The user's own headers. They go only to an authenticated peer.
    pub headers: Vec<(String, String)>,
    /// Path and query may be sent in clear: the user asked for this http address.
    pub clear_text_allowed: bool,
    /// Ask for `/` without query even from an authenticated peer.
    pub root_only: bool,
    pub limits: VisitLimits,
    /// Tells others how far it has come.
    pub milestone: Milestone,
}

/// How far a visit has come, to be read while it is under way. Two visits to the same thing are equal whatever theirs.
#[derive(Debug, Clone, Default)]
pub struct Milestone(Arc<AtomicBool>);

impl Milestone {
    /// The connection stands.
    pub fn connected(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    pub fn is_connected(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

impl PartialEq for Milestone {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl VisitRequest {
    pub fn scheme(&self) -> Scheme {
        Scheme::of(&self.url).unwrap_or(Scheme::Https)
    }
}

/// How long each phase may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct VisitLimits {
    pub connect: Duration,
    pub tls: Duration,
    /// To the first byte of the answer.
    pub response: Duration,
    /// From the first byte to the last one that is read.
    pub body: Duration,
}

impl VisitLimits {
    /// Those of the settings.
    pub fn of(settings: &Settings) -> Self {
        VisitLimits {
            connect: settings.connect_timeout,
            tls: settings.connect_timeout,
            response: settings.response_timeout,
            ..VisitLimits::default()
        }
    }
}

impl Default for VisitLimits {
    fn default() -> Self {
        VisitLimits {
            connect: Duration::from_secs(5),
            tls: Duration::from_secs(5),
            response: Duration::from_secs(35),
            body: Duration::from_secs(10),
        }
    }
}

/// The real wall clock.
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }
}
