//! The world as a [`Net`] and a [`Clock`].

use std::collections::BTreeMap;
use std::net::{IpAddr, SocketAddr};
use std::path::Path;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::time::Duration;

use async_trait::async_trait;
use jiff::{SignedDuration, Timestamp};
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;
use url::Url;

use super::names::{behind, silence};
use super::visits::{EPOCH, connect, is_private};
use super::world::{Router, World};
use crate::configuration::{Files, Limits, Wish};
use crate::logs::summarise;
use crate::model::configuration::Configuration;
use crate::model::contact::{Registered, Registration};
use crate::model::device::{
    BrowserSettings, Hop, HostsEntry, HostsFile, Interface, NameServers, Network, ProxyAddress, ProxySettings,
    ProxySource, RootStore,
};
use crate::model::dns::{DnsReply, DnsServer, Question, ServerRole};
use crate::model::log::{LogFormat, LogSummary};
use crate::model::server::{ServerAspect, ServerLook};
use crate::model::target::host_of;
use crate::model::visit::VisitTrace;
use crate::model::world::WorldLook;
use crate::model::{Failure, FailureKind, Known};
use crate::probe::outside::{Clock, Net, Outside, VisitRequest, WorldRequest};
use crate::settings::Settings;

const ROUTER: IpAddr = IpAddr::V4(std::net::Ipv4Addr::new(192, 168, 1, 1));

/// One request that reached somebody: for tests of what is told to whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    pub ip: IpAddr,
    pub host: String,
    pub path_and_query: String,
    pub cookie_bytes: usize,
    /// Caches were asked not to answer themselves.
    pub fresh: bool,
    /// Names of the user's own headers.
    pub headers: Vec<String>,
    /// The peer had proved to be the site.
    pub authenticated: bool,
}

/// A site of somebody else.
pub(super) struct ControlSite {
    pub name: String,
    pub host: String,
    pub status: u16,
    pub body: String,
}

/// The described world.
pub struct ScriptedNet {
    pub(super) world: World,
    pub(super) controls: Vec<ControlSite>,
    control_hosts: Vec<String>,
    asked: Mutex<Vec<Asked>>,
    measurements: Mutex<Vec<Asked>>,
    counts: Mutex<BTreeMap<IpAddr, usize>>,
    began: OnceLock<Instant>,
}

/// The world as the outside of a run. Its time begins with the first question to its clock.
pub fn outside(world: World, settings: &Settings) -> (Outside, Arc<ScriptedNet>) {
    let net = Arc::new(ScriptedNet::new(world, settings));
    (Outside { net: net.clone(), clock: net.clone() }, net)
}

impl ScriptedNet {
    pub fn new(world: World, settings: &Settings) -> ScriptedNet {
        let sites = settings.controls.iter().map(|control| ControlSite {
            name: control.name.clone(),
            host: host_of(&control.url).unwrap_or_default(),
            status: control.status,
            body: control.body.clone().unwrap_or_default(),
        });
        let controls: Vec<ControlSite> = sites.collect();
        ScriptedNet {
            world,
            control_hosts: controls.iter().map(|control| control.host.clone()).collect(),
            controls,
            asked: Mutex::default(),
            measurements: Mutex::default(),
            counts: Mutex::default(),
            began: OnceLock::new(),
        }
    }

    /// Every HTTP request that was sent, in order.
    pub fn asked(&self) -> Vec<Asked> {
        self.asked.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Every measurement that was ordered, in order; `0.0.0.0` where the places asked their own DNS.
    pub fn measurements(&self) -> Vec<Asked> {
        self.measurements.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub(super) fn note_measurement(&self, asked: Asked) {
        self.measurements.lock().unwrap_or_else(PoisonError::into_inner).push(asked);
    }

    /// Notes a request; returns how many there were at this address before.
    pub(super) fn note(&self, asked: Asked) -> usize {
        let mut counts = self.counts.lock().unwrap_or_else(PoisonError::into_inner);
        let count = counts.entry(asked.ip).or_default();
        let before = *count;
        *count += 1;
        self.asked.lock().unwrap_or_else(PoisonError::into_inner).push(asked);
        before
    }

    pub(super) fn began(&self) -> Instant {
        *self.began.get_or_init(Instant::now)
    }

    pub(super) fn true_now(&self) -> Timestamp {
        EPOCH + SignedDuration::try_from(self.began().elapsed()).unwrap_or_default()
    }

    pub(super) fn device_now(&self) -> Timestamp {
        self.true_now() + SignedDuration::from_secs(self.world.device.clock_skew_secs)
    }

    pub(super) fn line_is_dead(&self) -> bool {
        (self.world.line.dead_from_ms..self.world.line.dead_until_ms).contains(&self.now_ms())
    }

    fn now_ms(&self) -> u64 {
        u64::try_from(self.began().elapsed().as_millis()).unwrap_or(u64::MAX)
    }

    fn has_ipv6(&self) -> bool {
        let gone = self.world.device.ipv6_gone_ms.is_some_and(|[from, until]| (from..until).contains(&self.now_ms()));
        self.world.device.ipv6 && !gone
    }

    fn has_route(&self, ip: IpAddr) -> bool {
        if ip.is_ipv4() { self.world.device.ipv4 } else { self.has_ipv6() }
    }

    /// Forgets what was asked so far: who watches for a week wants no list of it.
    pub fn forget(&self) {
        std::mem::take(&mut *self.asked.lock().unwrap_or_else(PoisonError::into_inner));
    }

    /// An address for each family that this device has.
    fn own_ips(&self) -> Vec<IpAddr> {
        let ipv4 = self.world.device.ipv4.then(|| IpAddr::from([192, 168, 1, 20]));
        let ipv6 = self.has_ipv6().then(|| IpAddr::from([0x2001, 0xdb8, 0x1, 0, 0, 0, 0, 0x20]));
        ipv4.into_iter().chain(ipv6).chain(self.world.device.ips.iter().copied()).collect()
    }

    fn gateways(&self) -> Vec<IpAddr> {
        if self.world.device.ipv4 || self.world.device.ipv6 { vec![ROUTER] } else { Vec::new() }
    }
}

impl Clock for ScriptedNet {
    fn now(&self) -> Timestamp {
        self.device_now()
    }
}

fn proxy_address(text: &str) -> Option<ProxyAddress> {
    let (host, port) = text.rsplit_once(':')?;
    Some(ProxyAddress { host: host.to_owned(), port: port.parse().ok()? })
}

/// The world's files.
struct Written<'w>(&'w BTreeMap<String, String>);

impl Files for Written<'_> {
    fn matching(&mut self, pattern: &str) -> Result<Vec<String>, String> {
        let Some((start, end)) = pattern.split_once('*') else { return Ok(vec![pattern.to_owned()]) };
        Ok(self.0.keys().filter(|path| path.starts_with(start) && path.ends_with(end)).cloned().collect())
    }

    fn text(&mut self, path: &str) -> Result<String, String> {
        self.0.get(path).cloned().ok_or_else(|| "No such file or directory".to_owned())
    }
}

#[async_trait]
impl Net for ScriptedNet {
    async fn proxies(&self, _target: &Url) -> Known<ProxySettings> {
        let proxy = self.world.device.proxy.as_deref().and_then(proxy_address);
        Known::Seen(ProxySettings {
            for_target: proxy.clone(),
            source: proxy.as_ref().map(|_| ProxySource::System),
            for_http: proxy,
            pac_url: self.world.device.pac_url.clone(),
            unsupported: None,
        })
    }

    async fn hosts_file(&self, names: &[String]) -> Known<HostsFile> {
        let lines = self.world.hosts_lines().into_iter().filter(|(_, _, name)| names.contains(name));
        let entries = lines.map(|(line_number, ip, name)| HostsEntry { line_number, ip, name }).collect();
        Known::Seen(HostsFile { path: "/etc/hosts".to_owned(), entries })
    }

    async fn network(&self) -> Known<Network> {
        let interface = |name: &str, tunnel| Interface {
            name: name.to_owned(),
            up: true,
            loopback: false,
            tunnel,
            ips: self.own_ips(),
            gateways: self.gateways(),
        };
        let mut interfaces = vec![interface("eth0", false)];
        if self.world.device.vpn {
            interfaces.push(interface("tun0", true));
        }
        Known::Seen(Network {
            interfaces,
            ipv4_route: self.world.device.ipv4,
            ipv6_route: self.has_ipv6(),
            gateways: self.gateways(),
        })
    }

    async fn name_servers(&self) -> Known<NameServers> {
        let servers = self.world.device.name_servers.clone();
        Known::Seen(NameServers { servers, source: "/etc/resolv.conf".to_owned() })
    }

    async fn browsers(&self) -> Vec<BrowserSettings> {
        let doh_urls = self.world.device.browser_doh.clone();
        let secure_dns = (!doh_urls.is_empty()).then(|| "secure".to_owned());
        vec![BrowserSettings { browser: "Firefox".to_owned(), secure_dns, doh_urls, proxy: None }]
    }

    async fn root_store(&self) -> Known<RootStore> {
        Known::Seen(RootStore { roots: 140, foreign: self.world.device.foreign_roots.clone() })
    }

    async fn neighbour(&self, _ip: IpAddr) -> Known<bool> {
        Known::Seen(self.world.router != Router::Absent)
    }

    async fn ping(&self, ip: IpAddr, limit: Duration) -> Known<u64> {
        self.touch(SocketAddr::new(ip, 0), limit).await
    }

    async fn booted(&self) -> Known<Timestamp> {
        let restarted = self.world.device.restarted_ms.filter(|at| *at <= self.now_ms());
        let ms = restarted.map_or(-86_400_000, |at| i64::try_from(at).unwrap_or(i64::MAX));
        Known::Seen(EPOCH + SignedDuration::from_millis(ms))
    }

    async fn touch(&self, ip_port: SocketAddr, limit: Duration) -> Known<u64> {
        if !is_private(ip_port.ip()) && !self.has_route(ip_port.ip()) {
            return Known::Failed(Failure::new(FailureKind::NetworkUnreachable, 0));
        }
        match self.world.router {
            Router::Answers => {
                tokio::time::sleep(Duration::from_millis(2)).await;
                Known::Seen(2)
            }
            Router::Silent => silence(limit).await,
            Router::Absent => {
                tokio::time::sleep(limit / 2).await;
                let after_ms = u64::try_from((limit / 2).as_millis()).unwrap_or(u64::MAX);
                Known::Failed(Failure::new(FailureKind::HostUnreachable, after_ms))
            }
        }
    }

    async fn lookup(&self, host: &str) -> Known<Vec<IpAddr>> {
        if self.line_is_dead() && self.world.hosts_lines().is_empty() {
            return silence(Duration::from_secs(10)).await;
        }
        self.world.lookup(host, &self.control_hosts).await
    }

    async fn ask(&self, server: &DnsServer, question: &Question, limit: Duration) -> Known<DnsReply> {
        let ip = server.ip_port.ip();
        if self.line_is_dead() || server.role != ServerRole::System && !is_private(ip) && !self.has_route(ip) {
            return silence(limit).await;
        }
        self.world.ask(server, question, limit, &self.control_hosts).await
    }

    async fn visit(&self, request: &VisitRequest, trace: &mut VisitTrace) {
        let ip = request.ip_port.ip();
        if request.through.is_none() && !self.has_route(ip) {
            let failed = connect(super::world::Tcp::Unreachable, 0, request.limits.connect).await;
            trace.tcp = Known::from(failed.map(|ms| crate::model::visit::TcpSeen { ms }));
            return;
        }
        self.go(request, trace).await;
    }

    async fn trace(&self, to: SocketAddr) -> Known<Vec<Hop>> {
        tokio::time::sleep(Duration::from_secs(2)).await;
        let hops = self.world.hops.iter().zip(1u8..).map(|(hop, ttl)| Hop {
            ttl,
            ip: hop.parse().ok().map(|ip| if ip == behind(to.ip()) { to.ip() } else { ip }),
            ms: Some(u64::from(ttl) * 3),
        });
        Known::Seen(hops.collect())
    }

    async fn log(&self, path: &Path, wish: crate::logs::Wish, _stop: CancellationToken) -> Known<LogSummary> {
        let name = path.display().to_string();
        let missing = || Known::Failed(Failure::with_detail(FailureKind::Other, 0, "No such file or directory"));
        let read = |text: &String| summarise(&name, text.as_bytes(), &wish, |_| true).ok();
        self.world.logs.get(&name).and_then(read).map_or_else(missing, Known::Seen)
    }

    fn utc_offset(&self) -> i64 {
        self.world.utc_offset
    }

    async fn configuration(&self, path: &Path, host: &str, port: u16) -> Known<Box<Configuration>> {
        let name = path.display().to_string();
        let mut files = Written(&self.world.configurations);
        match crate::configuration::read(&name, &mut files, Limits::default(), &Wish { host, port }) {
            Ok(configuration) => Known::Seen(Box::new(configuration)),
            Err(why) => Known::Failed(Failure::with_detail(FailureKind::Other, 0, why)),
        }
    }

    async fn on_server(&self, aspect: &ServerAspect) -> ServerLook {
        let described = self.world.server.iter().find(|look| look.sight.is_of(aspect));
        described
            .cloned()
            .unwrap_or_else(|| crate::probe::local::server::not_tried(aspect, "nothing is described here"))
    }

    async fn log_formats(&self, path: &Path) -> Known<Vec<LogFormat>> {
        let mut files = Written(&self.world.configurations);
        match crate::configuration::log_formats(&path.display().to_string(), &mut files, Limits::default()) {
            Ok(formats) => Known::Seen(formats),
            Err(why) => Known::Failed(Failure::with_detail(FailureKind::Other, 0, why)),
        }
    }

    async fn world(&self, request: &WorldRequest, look: &mut WorldLook) {
        self.measure(request, look).await;
    }

    async fn registration(&self, about: &Registered) -> Registration {
        self.register(about).await
    }
}
