//! The real world: sockets and this device's settings.

use std::collections::HashMap;
use std::net::{IpAddr, SocketAddr};
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use async_trait::async_trait;
use jiff::Timestamp;
use tokio_util::sync::CancellationToken;
use url::Url;

use super::local::{
    boot, browsers, configuration, hosts, interfaces, log, name_servers, neighbour, ping, proxies, roots as root_store,
    server, trace,
};
use super::outside::{Net, Outside, SystemClock, VisitRequest, WorldRequest};
use super::roots::{ExtraRootError, Roots};
use super::{dns, rdap, tcp, vantage, visit};
use crate::logs::Wish;
use crate::model::configuration::Configuration;
use crate::model::contact::{Registered, Registration};
use crate::model::device::{BrowserSettings, Hop, HostsFile, NameServers, Network, ProxySettings, RootStore};
use crate::model::dns::{DnsReply, DnsServer, Question};
use crate::model::log::{LogFormat, LogSummary};
use crate::model::server::{ServerAspect, ServerLook};
use crate::model::visit::VisitTrace;
use crate::model::world::WorldLook;
use crate::model::{Failure, FailureKind, Known};
use crate::settings::{ProxyChoice, Settings, Vantage};

/// Hops that a trace follows at the most, and its time.
const HOPS: u8 = 16;
const TRACE_LIMIT: Duration = Duration::from_secs(3);

/// The network of this device.
pub struct SystemNet {
    roots: Arc<Roots>,
    proxy: ProxyChoice,
    vantage: Vantage,
}

impl SystemNet {
    /// # Errors
    /// The settings' extra root certificate cannot be read.
    pub fn new(settings: &Settings) -> Result<SystemNet, ExtraRootError> {
        let roots = Roots::new(settings.extra_ca.as_deref())?;
        Ok(SystemNet { roots: Arc::new(roots), proxy: settings.proxy.clone(), vantage: settings.vantage.clone() })
    }

    /// With these roots, for tests.
    pub fn with_roots(roots: Roots, proxy: ProxyChoice) -> SystemNet {
        SystemNet { roots: Arc::new(roots), proxy, vantage: Vantage::default() }
    }

    /// The same with this view from elsewhere, for tests.
    pub fn with_vantage(self, vantage: Vantage) -> SystemNet {
        SystemNet { vantage, ..self }
    }
}

/// This device as the outside world.
///
/// # Errors
/// The settings' extra root certificate cannot be read.
pub fn outside(settings: &Settings) -> Result<Outside, ExtraRootError> {
    Ok(Outside { net: Arc::new(SystemNet::new(settings)?), clock: Arc::new(SystemClock) })
}

/// Runs a look that may block on a thread of its own.
async fn blocking<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static, failed: impl FnOnce(String) -> T) -> T {
    match tokio::task::spawn_blocking(work).await {
        Ok(value) => value,
        Err(error) => failed(error.to_string()),
    }
}

fn broken<T>(detail: String) -> Known<T> {
    Known::Failed(Failure::with_detail(FailureKind::Internal, 0, detail))
}

#[async_trait]
impl Net for SystemNet {
    async fn proxies(&self, target: &Url) -> Known<ProxySettings> {
        let target = target.clone();
        let wish = match &self.proxy {
            ProxyChoice::System => proxies::ProxyWish::System,
            ProxyChoice::None => proxies::ProxyWish::None,
            ProxyChoice::Fixed { host, port } => proxies::ProxyWish::Fixed(format!("http://{host}:{port}")),
        };
        let environment: HashMap<String, String> = std::env::vars_os()
            .filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)))
            .collect();
        blocking(move || proxies::read(&wish, &target, &|name| environment.get(name).cloned()), broken).await
    }

    async fn hosts_file(&self, names: &[String]) -> Known<HostsFile> {
        let names = names.to_vec();
        blocking(move || hosts::read(None, &names), broken).await
    }

    async fn network(&self) -> Known<Network> {
        blocking(interfaces::read, broken).await
    }

    async fn name_servers(&self) -> Known<NameServers> {
        blocking(name_servers::read, broken).await
    }

    async fn browsers(&self) -> Vec<BrowserSettings> {
        let home = directories::BaseDirs::new().map(|dirs| dirs.home_dir().to_owned());
        blocking(move || browsers::read(home.as_deref()), |_| Vec::new()).await
    }

    async fn root_store(&self) -> Known<RootStore> {
        blocking(root_store::read, broken).await
    }

    async fn booted(&self) -> Known<Timestamp> {
        blocking(boot::started, broken).await
    }

    async fn neighbour(&self, ip: IpAddr) -> Known<bool> {
        neighbour::look(ip).await
    }

    async fn ping(&self, ip: IpAddr, limit: Duration) -> Known<u64> {
        ping::ping(ip, limit).await
    }

    async fn touch(&self, ip_port: SocketAddr, limit: Duration) -> Known<u64> {
        tcp::touch(ip_port, limit).await
    }

    async fn lookup(&self, host: &str) -> Known<Vec<IpAddr>> {
        let started = Instant::now();
        // Without a dot at the end: the hosts file knows names without one only.
        let found = tokio::net::lookup_host((host, 0)).await;
        let after_ms = u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX);
        match found {
            Ok(addresses) => {
                let mut ips: Vec<IpAddr> = Vec::new();
                for address in addresses {
                    if !ips.contains(&address.ip()) {
                        ips.push(address.ip());
                    }
                }
                Known::Seen(ips)
            }
            Err(error) => Known::Failed(lookup_failure(&error, after_ms)),
        }
    }

    async fn ask(&self, server: &DnsServer, question: &Question, limit: Duration) -> Known<DnsReply> {
        dns::ask(&self.roots, server, question, limit).await
    }

    async fn visit(&self, request: &VisitRequest, trace: &mut VisitTrace) {
        visit::visit(&self.roots, request, trace).await;
    }

    async fn trace(&self, to: SocketAddr) -> Known<Vec<Hop>> {
        trace::trace(to, HOPS, TRACE_LIMIT).await
    }

    async fn log(&self, path: &Path, wish: Wish, stop: CancellationToken) -> Known<LogSummary> {
        let path = path.to_owned();
        let read = move || log::read(&path, &wish, &stop);
        let failed = |why| Known::Failed(Failure::with_detail(FailureKind::Other, 0, why));
        blocking(read, failed).await
    }

    fn utc_offset(&self) -> i64 {
        i64::from(Timestamp::now().to_zoned(jiff::tz::TimeZone::system()).offset().seconds())
    }

    async fn configuration(&self, path: &Path, host: &str, port: u16) -> Known<Box<Configuration>> {
        let (path, host) = (path.to_owned(), host.to_owned());
        blocking(move || configuration::read(&path, &host, port), broken).await
    }

    async fn on_server(&self, aspect: &ServerAspect) -> ServerLook {
        let (aspect, other) = (aspect.clone(), aspect.clone());
        blocking(move || server::look(&aspect), move |why| server::broken(&other, why)).await
    }

    async fn log_formats(&self, path: &Path) -> Known<Vec<LogFormat>> {
        let path = path.to_owned();
        blocking(move || configuration::log_formats(&path), broken).await
    }

    async fn world(&self, request: &WorldRequest, look: &mut WorldLook) {
        vantage::look(&self.roots, &self.vantage, request, look).await;
    }

    async fn registration(&self, about: &Registered) -> Registration {
        rdap::ask(&self.roots, &self.vantage.registers, about).await
    }
}

/// getaddrinfo's own numbers do not come through the standard library; its words do.
fn lookup_failure(error: &std::io::Error, after_ms: u64) -> Failure {
    let text = error.to_string();
    let says = |words: &[&str]| words.iter().any(|word| text.contains(word));
    // glibc, macOS, musl; Windows gives error 11001 (WSAHOST_NOT_FOUND) and 11004 (WSANO_DATA) a number.
    let not_found =
        says(&["Name or service not known", "nodename nor servname", "Name does not resolve", "No address associated"])
            || matches!(error.raw_os_error(), Some(11_001 | 11_004));
    let kind = if not_found { FailureKind::NameNotFound } else { FailureKind::LookupFailed };
    Failure { kind, os_code: error.raw_os_error(), detail: text, after_ms }
}

#[cfg(test)]
mod tests {
    use std::io::Error;

    use super::*;

    #[test]
    fn a_name_that_is_not_there_is_told_in_the_words_of_each_system() {
        for words in [
            "failed to lookup address information: Name or service not known",
            "failed to lookup address information: nodename nor servname provided, or not known",
            "failed to lookup address information: Name does not resolve",
            "failed to lookup address information: No address associated with hostname",
        ] {
            assert_eq!(lookup_failure(&Error::other(words), 0).kind, FailureKind::NameNotFound, "{words}");
        }
        for code in [11_001, 11_004] {
            let failure = lookup_failure(&Error::from_raw_os_error(code), 7);
            assert_eq!((failure.kind, failure.os_code), (FailureKind::NameNotFound, Some(code)));
        }
    }

    #[test]
    fn a_server_that_does_not_answer_says_nothing_about_the_name() {
        // WSATRY_AGAIN and WSANO_RECOVERY
        for code in [11_002, 11_003] {
            assert_eq!(lookup_failure(&Error::from_raw_os_error(code), 0).kind, FailureKind::LookupFailed);
        }
        let words = "failed to lookup address information: Temporary failure in name resolution";
        assert_eq!(lookup_failure(&Error::other(words), 0).kind, FailureKind::LookupFailed);
    }
}
