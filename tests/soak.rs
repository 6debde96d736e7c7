//! Check-ups one after the other in one process, a day of watching and a week of cases: memory stays flat, and no task,
//! socket or file is left behind. `GATEMEND_SOAK=100 cargo test --release --test soak -- --nocapture` makes as many
//! check-ups and prints the figures; with `GATEMEND_LOOKS=2000` beside it the price of one look is that of as many.

#![expect(clippy::unwrap_used, reason = "a test stops where its world is not as described")]
#![expect(clippy::disallowed_macros, reason = "figures are printed for whoever wants them")]

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener};
use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::mpsc::channel;
use std::time::{Duration, Instant};

use gatemend::attempt::RunConfig;
use gatemend::checkup::Checkup;
use gatemend::engine::{Engine, Event};
use gatemend::model::{Case, Role, Target};
use gatemend::probe::outside::{Clock, Outside};
use gatemend::probe::scripted::{self, ScriptedNet, World};
use gatemend::report::Format;
use gatemend::settings::{ProxyChoice, RouterChoice, Settings};
use gatemend::store::{past, rendered};
use gatemend::text::Texts;
use gatemend::watch::{self, Change, Follower, Timeline};
use tokio::sync::Semaphore;
use tokio::sync::mpsc::unbounded_channel;

/// Rounds before memory is looked at for the first time: caches and tables are filled by then.
const WARM: usize = 4;
/// What the process may grow by after that, in KiB, and by each round. A case of a run has some 100 KiB.
const GROWTH_KIB: u64 = 24 * 1024;
const GROWTH_EACH_KIB: u64 = 40;

fn rounds() -> usize {
    std::env::var("GATEMEND_SOAK").ok().and_then(|text| text.parse().ok()).unwrap_or(4)
}

fn memory_kib() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let resident = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    resident.and_then(|text| text.split_whitespace().next()?.parse().ok()).unwrap_or(0)
}

/// Open files and sockets, and threads; 0 where the system does not tell.
fn open_files() -> usize {
    std::fs::read_dir("/proc/self/fd").map_or(0, Iterator::count)
}

/// The tests of this file measure the whole process, so they take turns.
static TURN: std::sync::Mutex<()> = std::sync::Mutex::new(());

fn turn() -> std::sync::MutexGuard<'static, ()> {
    TURN.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}

/// Does this again and again, and sees that nothing grows.
fn is_flat(what: &str, rounds: usize, mut round: impl FnMut(usize)) {
    (0..WARM).for_each(&mut round);
    let (memory, files, began) = (memory_kib(), open_files(), Instant::now());
    (WARM..WARM + rounds).for_each(round);
    let (memory_after, files_after) = (memory_kib(), open_files());
    println!(
        "{what}: {rounds} rounds in {:.1} s, memory {memory} KiB -> {memory_after} KiB, files {files} -> {files_after}",
        began.elapsed().as_secs_f64()
    );
    let most = memory + GROWTH_KIB + GROWTH_EACH_KIB * u64::try_from(rounds).unwrap();
    assert!(memory_after <= most, "{what}: {memory} KiB, after {rounds} rounds {memory_after}");
    assert!(files_after <= files + 2, "{what}: {files} files, after {rounds} rounds {files_after}");
}

/// A runtime whose clock runs ahead while nothing else does.
fn paused() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_current_thread().enable_time().start_paused(true).build().unwrap()
}

/// Nobody is asked but the site.
fn settings() -> Settings {
    Settings {
        proxy: ProxyChoice::None,
        ask_system_servers: false,
        ask_authoritative: false,
        router: RouterChoice::None,
        resolvers: Vec::new(),
        controls: Vec::new(),
        ..Settings::default()
    }
}

/// A server that reads a request, says this, and hangs up; as long as the test lasts.
fn server(said: String) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let ip_port = listener.local_addr().unwrap();
    let serve = move || {
        for mut stream in listener.incoming().filter_map(Result::ok) {
            let mut request = [0; 4096];
            if stream.read(&mut request).is_ok_and(|count| count > 0) {
                // A client that has seen enough is no trouble.
                let _ = stream.write_all(said.as_bytes());
            }
        }
    };
    std::thread::Builder::new().name("server".to_owned()).spawn(serve).unwrap();
    ip_port
}

fn check(engine: &Engine, url: &str) -> Case {
    let target = Target::parse(url).unwrap();
    let (sender, events) = channel();
    let config = RunConfig::new(target, Role::Visitor, settings());
    let handle = engine.start(config, Box::new(move |_, event| drop(sender.send(event))));
    let mut checkup = Checkup::new(Texts::english());
    while let Ok(event) = events.recv_timeout(Duration::from_secs(60)) {
        let last = matches!(event, Event::Ended { .. });
        checkup.take(event);
        if last {
            break;
        }
    }
    drop(handle);
    checkup.into_case().unwrap()
}

#[test]
fn check_ups_on_real_sockets_leave_nothing_behind() {
    let _turn = turn();
    let body = "x".repeat(50_000);
    let failing = server(format!("HTTP/1.1 502 Bad Gateway\r\nServer: nginx\r\nConnection: close\r\n\r\n{body}"));
    // Half an answer, and then the end: what waits for the rest must go too.
    let broken = server("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf".to_owned());
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    let engine = Engine::on_this_device(&settings(), runtime.handle().clone()).unwrap();
    let urls = [failing, broken].map(|ip_port| format!("http://{ip_port}/"));
    is_flat("check-ups on loopback", rounds(), |round| {
        let case = check(&engine, &urls[round % 2]);
        assert!(case.diagnosis.is_some_and(|diagnosis| !diagnosis.is_fine()));
    });
    let ends = Instant::now() + Duration::from_secs(10);
    while runtime.metrics().num_alive_tasks() > 0 && Instant::now() < ends {
        std::thread::sleep(Duration::from_millis(20));
    }
    assert_eq!(runtime.metrics().num_alive_tasks(), 0, "tasks are left");
}

#[test]
fn check_ups_in_a_described_world_leave_nothing_behind() {
    let _turn = turn();
    is_flat("check-ups in a described world", rounds(), |_| {
        let runtime = paused();
        let case = runtime.block_on(async {
            let settings = Settings::default();
            let (outside, _) = scripted::outside(World::default(), &settings);
            let engine = Engine::new(outside, tokio::runtime::Handle::current());
            let config = RunConfig::new(Target::parse("https://shop.test/").unwrap(), Role::Visitor, settings);
            let (tell, mut events) = unbounded_channel();
            let handle = engine.start(config, Box::new(move |_, event| drop(tell.send(event))));
            let mut checkup = Checkup::new(Texts::english());
            // The sender goes with the run.
            while let Some(event) = events.recv().await {
                checkup.take(event);
            }
            drop(handle);
            checkup.into_case().unwrap()
        });
        assert!(case.diagnosis.is_some());
        assert_eq!(runtime.metrics().num_alive_tasks(), 0);
    });
}

#[test]
fn a_day_of_watching_leaves_nothing_behind() {
    let _turn = turn();
    is_flat("days of watching", rounds().div_ceil(10), |_| {
        let runtime = paused();
        let looks = runtime.block_on(async {
            let settings = Settings::default();
            let (outside, _) = scripted::outside(World::default(), &settings);
            let target = Target::parse("https://shop.test/").unwrap();
            let follower = Follower::new(Duration::from_secs(15));
            let (day, permits, mut looks) = (Duration::from_secs(24 * 3600), Semaphore::new(1), 0);
            let heard = |_: &watch::Followed, _: &Follower, is_last: bool| {
                looks += 1;
                if is_last { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
            };
            watch::follow(&settings, &outside, &target, (follower, day), &permits, heard).await;
            looks
        });
        assert!(looks > 500, "{looks} looks in a day");
        assert_eq!(runtime.metrics().num_alive_tasks(), 0);
    });
}

/// What a hundred watched sites may add to the process; what one of them has is bounded in `watch::tests_soak`.
const HUNDRED_KIB: u64 = 10 * 1024;
const SITES: usize = 100;
const HOUR_MS: u64 = 3_600_000;
const DAY_MS: u64 = 24 * HOUR_MS;

/// A clock on the wall that somebody sets, and that goes on while the steady one sleeps.
struct Wall {
    began: tokio::time::Instant,
    ahead_s: AtomicI64,
}

impl Clock for Wall {
    fn now(&self) -> jiff::Timestamp {
        let ahead = jiff::SignedDuration::from_secs(self.ahead_s.load(Ordering::Relaxed));
        jiff::Timestamp::UNIX_EPOCH
            + jiff::SignedDuration::from_hours(20_000 * 24)
            + ahead
            + jiff::SignedDuration::try_from(self.began.elapsed()).unwrap()
    }
}

/// When the site is truly bad, in milliseconds of the steady clock: two outages, and three hours of flapping.
const BAD: [(u64, u64); 3] = [
    (DAY_MS + 2 * HOUR_MS, DAY_MS + 2 * HOUR_MS + 50 * 60_000),
    (4 * DAY_MS, 4 * DAY_MS + 3 * HOUR_MS),
    (2 * DAY_MS, 2 * DAY_MS + 3 * HOUR_MS),
];

/// A site with an address of each family. The line is dead for five hours, and for a day and a half the device is in a
/// network without IPv6.
fn eventful() -> World {
    let answer = |status: u16, (from, until): (u64, u64), turn: &str| {
        format!("[[site.answers]]\nstatus = {status}\nfrom_ms = {from}\nuntil_ms = {until}\n{turn}\n")
    };
    let text = [
        "[device]\nipv6 = true".to_owned(),
        format!("ipv6_gone_ms = [{}, {}]", 4 * DAY_MS + 12 * HOUR_MS, 6 * DAY_MS),
        format!("[line]\ndead_from_ms = {}\ndead_until_ms = {}", 3 * DAY_MS, 3 * DAY_MS + 5 * HOUR_MS),
        "[names.\"shop.test\"]\neveryone = { ips = [\"203.0.113.5\", \"2001:db8::5\"] }".to_owned(),
        answer(502, BAD[0], ""),
        answer(502, BAD[1], ""),
        answer(503, BAD[2], "turn = [2, 0]"),
    ];
    toml::from_str(&text.join("\n")).unwrap()
}

/// What happens to the computer, one after the other: at which hour of the steady clock, how many hours the clock on the
/// wall goes on by more than that, and for how many nothing runs at all.
const EVENTS: [(u64, i64, u64); 10] = [
    (18, 8, 0),
    (30, -1, 0),
    (42, 8, 0),
    (55, 0, 7),
    (66, 8, 0),
    (90, 2, 0),
    (110, 8, 0),
    (126, -48, 0),
    (130, 0, 9),
    (160, 26_280, 0),
];

struct Week {
    timeline: Timeline,
    looks: usize,
    /// The hours of the steady clock at which nobody had looked.
    gaps: Vec<u64>,
    backs: usize,
    outages: u32,
    wrong: Vec<String>,
}

/// A week of a hundred sites on one computer that sleeps, stands still, has its clock set forward and back, and changes
/// networks: nobody is called down or back who is not, and the memory stays small.
#[test]
fn a_hundred_sites_for_a_week_stay_within_their_bounds_and_tell_nothing_false() {
    let _turn = turn();
    let runtime = paused();
    // At the usual pace with `GATEMEND_SOAK`; otherwise the pauses are longer, so that the test is not.
    let usual = std::env::var_os("GATEMEND_SOAK").is_some();
    let every = Duration::from_secs(if usual { 15 } else { 1_200 });
    // What the described worlds take is not what is measured.
    let worlds = |count| -> Vec<Arc<ScriptedNet>> {
        (0..count).map(|_| Arc::new(ScriptedNet::new(eventful(), &Settings::default()))).collect()
    };
    let watched = |worlds: &[Arc<ScriptedNet>], days: u64| {
        runtime.block_on(async {
            let settings = Settings::default();
            let began = tokio::time::Instant::now();
            let wall = Arc::new(Wall { began, ahead_s: AtomicI64::new(0) });
            let mut tasks = tokio::task::JoinSet::new();
            let permits = Arc::new(Semaphore::new(8));
            for (net, number) in worlds.iter().cloned().zip(0..) {
                // A world's time begins with the question for it.
                net.now();
                let outside = Outside { net: net.clone(), clock: wall.clone() };
                let (settings, permits) = (settings.clone(), permits.clone());
                tasks.spawn(async move {
                    tokio::time::sleep(Duration::from_millis(137 * number)).await;
                    let target = Target::parse("https://shop.test/").unwrap();
                    let start = (Follower::new(every), Duration::from_millis(days * DAY_MS));
                    let (mut timeline, mut looks, mut gaps, mut backs) = (Timeline::default(), 0, Vec::new(), 0);
                    let (mut outages, mut wrong) = (0, Vec::new());
                    let late = 10 * u64::try_from(every.as_millis()).unwrap() + 20 * 60_000;
                    let heard = |followed: &watch::Followed, follower: &Follower, is_last: bool| {
                        let now = u64::try_from(began.elapsed().as_millis()).unwrap();
                        let is_bad = BAD.iter().any(|(from, until)| (*from..until + 60_000).contains(&now));
                        let was_bad = BAD.iter().any(|(_, until)| (*until..until + late).contains(&now));
                        match &followed.change {
                            Change::Fails(what) if !is_bad => wrong.push(format!("{now}: down, {what}")),
                            Change::Back if !was_bad => wrong.push(format!("{now}: back")),
                            Change::Back => backs += 1,
                            _ => {}
                        }
                        timeline.take(followed);
                        looks += 1;
                        gaps.extend(followed.gap_ms.map(|_| now / HOUR_MS));
                        outages = follower.tally.outages;
                        net.forget();
                        if is_last { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
                    };
                    watch::follow(&settings, &outside, &target, start, &permits, heard).await;
                    Week { timeline, looks, gaps, backs, outages, wrong }
                });
            }
            for (hour, ahead_h, still_h) in EVENTS {
                tokio::time::sleep_until(began + Duration::from_millis(hour * HOUR_MS)).await;
                wall.ahead_s.fetch_add(ahead_h * 3_600, Ordering::Relaxed);
                tokio::time::advance(Duration::from_millis(still_h * HOUR_MS)).await;
                if hour > days * 24 {
                    break;
                }
            }
            tasks.join_all().await
        })
    };
    drop(watched(&worlds(2), 1));
    let worlds = worlds(SITES);
    let (before, began) = (memory_kib(), Instant::now());
    let all = watched(&worlds, 7);
    let grown = memory_kib().saturating_sub(before);
    let sum = |of: fn(&Week) -> usize| all.iter().map(of).sum::<usize>();
    let (looks, seconds) = (sum(|week| week.looks), began.elapsed().as_secs_f64());
    println!("a week of {SITES} sites: {looks} looks in {seconds:.1} s, memory +{grown} KiB");
    let wrong: Vec<&String> = all.iter().flat_map(|week| &week.wrong).collect();
    assert!(wrong.is_empty(), "{} of them: {:?}", wrong.len(), &wrong[..wrong.len().min(5)]);
    assert!(all.len() == SITES && looks > SITES * 400, "{looks} looks");
    let ends: Vec<(u32, usize)> = all.iter().map(|week| (week.outages, week.backs)).collect();
    assert!(ends.iter().all(|end| *end == (3, 3)), "{ends:?}");
    // Four nights, two times in which nothing ran, and the clock set forward twice; none where it was set back. While the
    // line is dead, looks are slow and wait for one another.
    for week in &all {
        let hours = || week.gaps.iter().filter(|hour| !(72..78).contains(*hour)).copied();
        assert_eq!(hours().collect::<Vec<_>>(), [18, 42, 55 + 7, 66, 90, 110, 130 + 9, 160], "{:?}", week.gaps);
    }
    assert!(all.iter().all(|week| week.timeline.outages().len() == 3));
    assert!(grown <= HUNDRED_KIB, "+{grown} KiB");
}

/// Nanoseconds on a processor of all threads but the servers of the tests; `None` where the system does not tell.
fn spent_ns() -> Option<u64> {
    let mut sum = 0;
    for task in std::fs::read_dir("/proc/self/task").ok()?.filter_map(Result::ok) {
        let text = |name: &str| std::fs::read_to_string(task.path().join(name)).ok();
        if text("comm").is_some_and(|name| name.trim() != "server") {
            sum += text("schedstat")?.split_whitespace().next()?.parse::<u64>().ok()?;
        }
    }
    Some(sum)
}

/// A plain look over http at a server on loopback, the server's own work left out. Builds that are not optimised
/// may take three times as long.
#[test]
fn a_plain_look_costs_a_millisecond_at_the_most() {
    let _turn = turn();
    let most_us = if cfg!(debug_assertions) { 3_000 } else { 1_000 };
    let page = server("HTTP/1.1 200 OK\r\nContent-Length: 4\r\nConnection: close\r\n\r\npage".to_owned());
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let engine = Engine::on_this_device(&settings(), runtime.handle().clone()).unwrap();
    let (settings, target) = (settings(), Target::parse(&format!("http://{page}/")).unwrap());
    let look = || runtime.block_on(watch::look_once(&settings, engine.outside(), &target));
    (0..20).for_each(|_| drop(look()));
    let count = std::env::var("GATEMEND_LOOKS").ok().and_then(|text| text.parse().ok()).unwrap_or(200);
    let Some(before) = spent_ns() else { return };
    for _ in 0..count {
        assert_eq!(look().0, watch::Look::Good);
    }
    let each_us = (spent_ns().unwrap() - before) / count / 1_000;
    println!("a plain look: {each_us} µs on a processor, of {count} looks");
    assert!(each_us <= most_us, "{each_us} µs");
}

#[test]
fn a_week_of_kept_cases_stays_small() {
    let _turn = turn();
    let folder = tempfile::tempdir().unwrap();
    let bytes = std::fs::read(std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/nginx-says-502.json"));
    let case: Case = serde_json::from_slice(&bytes.unwrap()).unwrap();
    let texts = Texts::english();
    // One check-up an hour, for a week each round.
    is_flat("weeks of cases", rounds().div_ceil(4), |round| {
        for hour in 0..7 * 24 {
            let started = format!("20{:02}-11-{:02}T{:02}:00:00.000Z", 10 + round % 80, 1 + hour / 24, hour % 24);
            past::keep(folder.path(), &Case { started, ..case.clone() }).unwrap();
        }
        assert!(!rendered(&case, &texts, Format::Html).is_empty());
        assert_eq!(past::list(folder.path(), &gatemend::text::Texts::english()).len(), 50);
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 50);
    });
}
