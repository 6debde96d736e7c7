//! What holds for every run, in whatever world and whenever it is stopped.

#![expect(clippy::unwrap_used, reason = "a test stops where its world is not as described")]

mod common;

use std::collections::BTreeSet;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use std::path::Path;

use async_trait::async_trait;
use common::{Ran, run_in};
use gatemend::attempt::RunConfig;
use gatemend::engine::{Event, RunHandle};
use gatemend::logs::Wish;
use gatemend::model::configuration::Configuration;
use gatemend::model::contact::{Registered, Registration};
use gatemend::model::device::{BrowserSettings, Hop, HostsFile, NameServers, Network, ProxySettings, RootStore};
use gatemend::model::dns::{DnsReply, DnsServer, Question};
use gatemend::model::log::{LogFormat, LogSummary};
use gatemend::model::server::{ServerAspect, ServerLook};
use gatemend::model::visit::VisitTrace;
use gatemend::model::world::WorldLook;
use gatemend::model::{Ended, Fault, Known, Role, Seen, Target};
use gatemend::probe::outside::{Net, Outside, VisitRequest, WorldRequest};
use gatemend::probe::scripted::world::{Ends, Paper, Peer, Reply, Router, Says, Tcp, Tls, Voice};
use gatemend::probe::scripted::{Asked, World};
use gatemend::settings::Settings;
use proptest::prelude::*;
use tokio_util::sync::CancellationToken;
use url::Url;

/// What a stopped run may take to end.
const STOP_LIMIT: Duration = Duration::from_millis(200);
/// Looks at one site, however it behaves.
const VISITS: usize = 20;

fn shop(budget: Duration) -> RunConfig {
    let target = Target::parse("https://shop.test/cart?id=7").unwrap();
    let mut settings = Settings::default();
    settings.vantage.enabled = true;
    RunConfig { budget, ..RunConfig::new(target, Role::Visitor, settings) }
}

/// The promises of an engine, told by its events.
fn check(ran: &Ran, budget: Duration) {
    let mut open: BTreeSet<usize> = BTreeSet::new();
    let mut started = 0;
    let mut observed = 0;
    let mut last_ms = 0;
    assert!(matches!(ran.events.first(), Some(Event::Began { .. })), "the first event is the beginning");
    for (place, event) in ran.events.iter().enumerate() {
        let at_ms = match event {
            Event::Began { .. } => {
                assert_eq!(place, 0, "it begins once");
                0
            }
            Event::Started { number, at_ms, .. } => {
                assert_eq!(*number, started, "attempts are numbered in order");
                assert!(open.insert(*number));
                started += 1;
                *at_ms
            }
            Event::Observed { observation } => {
                observed += 1;
                assert_eq!(observation.id.0, format!("o{observed}"));
                last_ms
            }
            Event::Finished { number, at_ms } => {
                assert!(open.remove(number), "attempt {number} ends twice, or never began");
                *at_ms
            }
            Event::MainPartDone { at_ms } => *at_ms,
            Event::Ended { at_ms, .. } => {
                assert_eq!(place + 1, ran.events.len(), "nothing comes after the end");
                *at_ms
            }
        };
        assert!(at_ms >= last_ms, "time goes on");
        last_ms = at_ms;
    }
    assert!(open.is_empty(), "{open:?} never end");
    assert!(matches!(ran.events.last(), Some(Event::Ended { .. })), "the last event is the end");
    assert!(ran.took <= budget, "{:?} of {budget:?}", ran.took);
    assert!(ran.visits <= VISITS, "{} visits", ran.visits);
    assert!(ran.asked.iter().all(|one| one.authenticated || one.path_and_query == "/" || one.host != "shop.test"));
    let told = |one: &Asked| one.path_and_query == "/" && one.headers.is_empty() && one.host == "shop.test";
    assert!(ran.measurements.iter().all(told), "the service is told {:?}", ran.measurements);
    assert!(ran.case.diagnosis.is_some(), "an ended run has a verdict");
    if let Some(took) = ran.stop_took {
        assert!(took <= STOP_LIMIT, "the stop takes {took:?}");
    }
}

/// Mostly works, so that runs come far.
fn tcp() -> impl Strategy<Value = Tcp> {
    let bad = vec![Tcp::Refused, Tcp::Silent, Tcp::Unreachable, Tcp::Forbidden];
    prop_oneof![5 => Just(Tcp::Works), 4 => prop::sample::select(bad)]
}

fn reply() -> impl Strategy<Value = Reply> {
    let status =
        prop::sample::select(vec![200u16, 204, 301, 302, 400, 403, 404, 429, 431, 500, 502, 503, 504, 521, 600]);
    let bad = vec![Ends::Closed, Ends::Reset, Ends::Silent, Ends::Garbage, Ends::HalfBody];
    let ends = prop_oneof![5 => Just(None), 1 => prop::sample::select(bad).prop_map(Some)];
    let delay = prop_oneof![4 => 0u64..200, 1 => 0u64..40_000];
    let places = vec!["https://shop.test/", "http://shop.test/x", "/cart?id=7", "https://shop.test:0/", "::"];
    let turn = prop::option::of((1usize..4, 0usize..3));
    (status, ends, delay, prop::sample::select(places), turn).prop_map(|(status, ends, delay_ms, place, turn)| Reply {
        status,
        ends,
        delay_ms,
        turn: turn.map(|(of, which)| [of, which]),
        headers: [("location".to_owned(), place.to_owned())].into(),
        body: "bad gateway".to_owned(),
        ..Reply::default()
    })
}

fn peer() -> impl Strategy<Value = Peer> {
    let tls =
        prop_oneof![4 => Just(Tls::Works), 3 => prop::sample::select(vec![Tls::Refused, Tls::Reset, Tls::Silent])];
    let papers = vec![Paper::Expired, Paper::WrongName, Paper::UnknownIssuer, Paper::SystemRoot];
    let paper = prop_oneof![4 => Just(Paper::Ok), 1 => prop::sample::select(papers)];
    (tcp(), tls, paper, 0u64..300, any::<bool>(), prop::collection::vec(reply(), 0..3)).prop_map(
        |(tcp, tls, certificate, connect_ms, http2, answers)| Peer {
            tcp,
            tls,
            certificate,
            connect_ms,
            http2,
            answers,
            ..Peer::default()
        },
    )
}

fn voice() -> impl Strategy<Value = Voice> {
    let says = vec![Says::Addresses, Says::Addresses, Says::Nxdomain, Says::Servfail, Says::Refused, Says::Nothing];
    let ips = vec!["203.0.113.10", "203.0.113.11", "2001:db8::10", "10.0.0.1", "0.0.0.0", "127.0.0.1"];
    let ips = prop::collection::vec(prop::sample::select(ips), 0..5);
    (prop::sample::select(says), ips, 0u64..5_000).prop_map(|(says, ips, after_ms)| Voice {
        says,
        ips: ips.into_iter().map(|ip| ip.parse().unwrap()).collect(),
        after_ms,
        ..Voice::default()
    })
}

fn world() -> impl Strategy<Value = World> {
    let routers = prop::sample::select(vec![Router::Answers, Router::Silent, Router::Absent]);
    let device = (any::<bool>(), any::<bool>(), prop::option::of(Just("127.0.0.1:8888")), -9_000_000i64..9_000_000);
    (peer(), peer(), peer(), voice(), voice(), routers, device, prop::option::of(0u64..20_000)).prop_map(
        |(site, other, control, everyone, system, router, (ipv4, ipv6, proxy, clock_skew_secs), dead)| {
            let mut world = World { site, router, ..World::default() };
            world.addresses.insert("203.0.113.11".parse().unwrap(), other);
            world.controls.insert("http".to_owned(), control);
            world.names.insert(
                "shop.test".to_owned(),
                [("everyone".to_owned(), everyone), ("system".to_owned(), system)].into(),
            );
            world.device.ipv4 = ipv4;
            world.device.ipv6 = ipv6;
            world.device.proxy = proxy.map(str::to_owned);
            world.device.clock_skew_secs = clock_skew_secs;
            world.line.dead_until_ms = dead.unwrap_or(0);
            world
        },
    )
}

use proptest::test_runner::RngSeed;

proptest! {
    // The same cases for everybody; another number looks elsewhere.
    #![proptest_config(ProptestConfig {
        cases: 96,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(502),
        ..ProptestConfig::default()
    })]

    #[test]
    fn every_run_begins_once_ends_once_and_in_time(world in world(), budget_ms in 500u64..30_000) {
        let budget = Duration::from_millis(budget_ms);
        check(&run_in(world, shop(budget), None, |outside| outside), budget);
    }

    #[test]
    fn a_stop_ends_it_at_once(world in world(), after_ms in 0u64..6_000) {
        let budget = Duration::from_secs(30);
        let stop = |handle: RunHandle| {
            handle.stop();
            Some(handle)
        };
        let ran = run_in(world, shop(budget), Some((Duration::from_millis(after_ms), stop)), |outside| outside);
        check(&ran, budget);
        prop_assert!(ran.stop_took.is_none() || ran.case.ended == Some(Ended::Cancelled));
    }

    #[test]
    fn so_does_dropping_its_handle(world in world(), after_ms in 0u64..6_000) {
        let budget = Duration::from_secs(30);
        let let_go = |handle: RunHandle| {
            drop(handle);
            None
        };
        let ran = run_in(world, shop(budget), Some((Duration::from_millis(after_ms), let_go)), |outside| outside);
        check(&ran, budget);
        prop_assert!(ran.stop_took.is_none() || ran.case.ended == Some(Ended::Cancelled));
    }
}

#[test]
fn a_measurement_that_is_broken_off_leaves_what_had_come() {
    let fails = Reply { status: 502, body: "bad gateway".to_owned(), ..Reply::default() };
    let mut world = World { site: Peer { answers: vec![fails], ..Peer::default() }, ..World::default() };
    world.elsewhere.takes_ms = Some(120_000);
    let (budget, stop_after) = (Duration::from_secs(30), Duration::from_secs(4));
    let stop = |handle: RunHandle| {
        handle.stop();
        Some(handle)
    };
    for stop in [Some((stop_after, stop as fn(RunHandle) -> Option<RunHandle>)), None] {
        let ran = run_in(world.clone(), shop(budget), stop, |outside| outside);
        check(&ran, budget);
        let looks: Vec<_> = ran
            .case
            .observations
            .iter()
            .filter_map(|one| match &one.seen {
                Seen::World { world } => Some(world),
                _ => None,
            })
            .collect();
        let [look] = looks.as_slice() else { panic!("{looks:?}") };
        assert!(look.measurement.is_some() && look.places.seen().is_some_and(|places| !places.is_empty()));
    }
}

/// A world in which one primitive of this program panics.
struct Broken {
    net: Arc<dyn Net>,
    what: What,
}

#[derive(Clone, Copy, PartialEq)]
enum What {
    Visit,
    Lookup,
    Ask,
    Network,
}

impl Broken {
    fn perhaps(&self, what: What) {
        assert!(self.what != what, "a primitive is broken");
    }
}

#[async_trait]
impl Net for Broken {
    async fn proxies(&self, target: &Url) -> Known<ProxySettings> {
        self.net.proxies(target).await
    }
    async fn hosts_file(&self, names: &[String]) -> Known<HostsFile> {
        self.net.hosts_file(names).await
    }
    async fn network(&self) -> Known<Network> {
        self.perhaps(What::Network);
        self.net.network().await
    }
    async fn name_servers(&self) -> Known<NameServers> {
        self.net.name_servers().await
    }
    async fn browsers(&self) -> Vec<BrowserSettings> {
        self.net.browsers().await
    }
    async fn root_store(&self) -> Known<RootStore> {
        self.net.root_store().await
    }
    async fn booted(&self) -> Known<jiff::Timestamp> {
        self.net.booted().await
    }
    async fn neighbour(&self, ip: IpAddr) -> Known<bool> {
        self.net.neighbour(ip).await
    }
    async fn ping(&self, ip: IpAddr, limit: Duration) -> Known<u64> {
        self.net.ping(ip, limit).await
    }
    async fn log_formats(&self, path: &Path) -> Known<Vec<LogFormat>> {
        self.net.log_formats(path).await
    }

    async fn on_server(&self, aspect: &ServerAspect) -> ServerLook {
        self.net.on_server(aspect).await
    }
    async fn touch(&self, ip_port: SocketAddr, limit: Duration) -> Known<u64> {
        self.net.touch(ip_port, limit).await
    }
    async fn lookup(&self, host: &str) -> Known<Vec<IpAddr>> {
        self.perhaps(What::Lookup);
        self.net.lookup(host).await
    }
    async fn ask(&self, server: &DnsServer, question: &Question, limit: Duration) -> Known<DnsReply> {
        self.perhaps(What::Ask);
        self.net.ask(server, question, limit).await
    }
    async fn visit(&self, request: &VisitRequest, trace: &mut VisitTrace) {
        self.perhaps(What::Visit);
        self.net.visit(request, trace).await;
    }
    async fn trace(&self, to: SocketAddr) -> Known<Vec<Hop>> {
        self.net.trace(to).await
    }
    async fn log(&self, path: &Path, wish: Wish, stop: CancellationToken) -> Known<LogSummary> {
        self.net.log(path, wish, stop).await
    }
    fn utc_offset(&self) -> i64 {
        self.net.utc_offset()
    }
    async fn configuration(&self, path: &Path, host: &str, port: u16) -> Known<Box<Configuration>> {
        self.net.configuration(path, host, port).await
    }
    async fn world(&self, request: &WorldRequest, look: &mut WorldLook) {
        self.net.world(request, look).await;
    }
    async fn registration(&self, about: &Registered) -> Registration {
        self.net.registration(about).await
    }
}

fn run_broken(what: What, world: World) -> Ran {
    let budget = Duration::from_secs(30);
    let wrap = |outside: Outside| Outside { net: Arc::new(Broken { net: outside.net.clone(), what }), ..outside };
    let ran = run_in(world, shop(budget), None, wrap);
    check(&ran, budget);
    let malfunctions = ran.case.observations.iter().filter(|one| matches!(one.seen, Seen::Malfunction { .. })).count();
    assert!(malfunctions > 0, "the panic is told");
    ran
}

#[test]
fn a_failure_of_this_program_is_told_and_blames_nobody() {
    let ran = run_broken(What::Visit, World::default());
    let diagnosis = ran.case.diagnosis.unwrap();
    assert_eq!(diagnosis.fault, Fault::Unknown, "{diagnosis:?}");
    assert!(diagnosis.not_tested.iter().any(|one| one.words.key == "untested-malfunction"));
}

#[test]
fn the_other_checks_go_on_without_the_one_that_fails() {
    for what in [What::Ask, What::Network] {
        let diagnosis = run_broken(what, World::default()).case.diagnosis.unwrap();
        assert_eq!(diagnosis.fault, Fault::None, "{diagnosis:?}");
    }
    // Without getaddrinfo nobody knows what this device gets, though others know the site.
    let diagnosis = run_broken(What::Lookup, World::default()).case.diagnosis.unwrap();
    assert!(!diagnosis.fault.is_the_sites(), "{diagnosis:?}");
    assert_ne!(diagnosis.fault, Fault::DnsResolver, "{diagnosis:?}");
}

/// At another path a test page is not itself; nothing in its address is the user's.
#[test]
fn test_pages_are_asked_as_the_settings_name_them_and_the_page_is_not_told_in_clear() {
    let mut config = shop(Duration::from_secs(30));
    config.settings.vantage.enabled = false;
    let ran = run_in(World::default(), config, None, |outside| outside);
    let seen = ran.case.observations.iter().map(|one| &one.seen);
    let looks: Vec<_> = seen
        .filter_map(|seen| if let Seen::Control { control } = seen { control.visit.as_ref() } else { None })
        .collect();
    assert!(looks.iter().any(|look| look.url.starts_with("http://")), "{looks:?}");
    assert!(looks.iter().all(|look| look.trace.http.seen().is_none() || !look.root_only), "{looks:?}");
    // What was asked for over TLS is never said in clear.
    let in_clear = ran.case.observations.iter().filter_map(|one| match &one.seen {
        Seen::Visit { visit } if visit.url.starts_with("http://") => Some(visit),
        _ => None,
    });
    assert!(in_clear.into_iter().all(|visit| visit.root_only), "the cart is nobody's business on the way");
}
