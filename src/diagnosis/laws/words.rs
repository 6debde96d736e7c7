//! A grammar of cases: what may be seen, in any order and combination, two faults at once and contradictions included.

use proptest::prelude::*;

use crate::diagnosis::testing::*;
use crate::model::device::ProxyAddress;
use crate::model::dns::DnsServer;
use crate::model::visit::{CertificateProblem, Trust, Via, VisitPurpose, VisitTrace};
use crate::model::{Failure, FailureKind, Known, Role, Seen, StepId};

/// One word: what it adds, and the place that it takes, which is taken only once in a case.
#[derive(Debug, Clone, PartialEq)]
pub enum Word {
    Said(usize),
    Lookup(usize),
    Dns(usize, usize),
    OtherName(usize, usize),
    Unchecked(usize, usize),
    Interception(usize),
    Dns64,
    Page(usize, usize),
    Repeat(u8, usize, usize),
    Look(usize, usize, usize),
    Hop(u8, usize, usize),
    Through(usize, usize),
    Control(usize, usize),
    Hosts(usize),
    Proxies(usize),
    Network(usize),
    Router(usize),
    Trace(usize),
    Elsewhere(usize, usize),
    ElsewhereAt(usize, usize),
    HomeAgain(usize, usize),
    Behind(usize, usize),
    Later,
}

/// A whole case: a beginning of the usual kind or none, and what else was seen.
#[derive(Debug, Clone)]
pub struct Told {
    pub owner: bool,
    pub url: usize,
    pub words: Vec<Word>,
}

const URLS: [&str; 4] =
    ["https://shop.test/", "https://shop.test/cart?id=7", "http://shop.test/", "https://203.0.113.5/"];
const IPS: [&str; 6] = ["203.0.113.5", "203.0.113.6", "2001:db8::5", "10.1.2.3", "127.0.0.1", "203.0.113.7"];
const SAYS: [Says; 9] = [
    Says::Gives(&["203.0.113.5"]),
    Says::Gives(&["203.0.113.6"]),
    Says::Gives(&["203.0.113.5", "203.0.113.6", "2001:db8::5"]),
    Says::Empty,
    Says::NoSuchName,
    Says::Fails,
    Says::FailsWith(7),
    Says::Silent,
    Says::NotTried,
];
const PURPOSES: [VisitPurpose; 10] = [
    VisitPurpose::Http1,
    VisitPurpose::HomePage,
    VisitPurpose::StaticFile,
    VisitPurpose::OtherScheme,
    VisitPurpose::Twin,
    VisitPurpose::Plain,
    VisitPurpose::Fresh,
    VisitPurpose::Cookies(8),
    VisitPurpose::OtherAddress,
    VisitPurpose::Direct,
];
const HOPS: [&str; 3] = ["https://shop.test/", "https://login.test/a", "http://login.hotel/"];
const CONTROLS: [&str; 6] =
    ["http://a.test/", "http://b.test/", "https://c.test/", "https://d.test/", "http://v6.test/", "https://v6b.test/"];
/// What other places see.
const SIX: [Six; 10] = [
    [There::Works; 6],
    [There::Works; 6],
    [There::Fails(502); 6],
    [There::Silent; 6],
    [There::Stored; 6],
    [There::Works, There::Works, There::Works, There::Works, There::Walled, There::Fails(502)],
    [There::Fails(502), There::Fails(502), There::Fails(502), There::Fails(502), There::Works, There::Works],
    [There::Fails(502), There::Works, There::Fails(502), There::Works, There::Fails(502), There::Works],
    [
        There::Through("FRA", 200),
        There::Through("FRA", 200),
        There::Through("FRA", 200),
        There::Through("SIN", 502),
        There::Through("FRA", 200),
        There::Through("SIN", 502),
    ],
    [There::Expired, There::Nothing, There::Silent, There::Fails(503), There::Works, There::Walled],
];
/// To which addresses their DNS leads them, in turns.
const LED_TO: [&[&str]; 3] = [&["203.0.113.5"], &["203.0.113.6"], &["203.0.113.5", "203.0.113.6"]];
/// So many kinds of looks there are.
const TRACES: usize = 24;
/// The server behind the gateway, in clear and over TLS.
const BEHIND: [&str; 2] = ["192.0.2.9:8080", "192.0.2.9:8443"];

fn servers() -> [DnsServer; 5] {
    [system_server(), public("A"), public("B"), public("C"), own("ns1")]
}

/// A look of this number. The frequent ones come first.
fn trace(number: usize) -> VisitTrace {
    let tls = |trust, issuer: &str| handshake(trust, issuer, vec!["shop.test".to_owned()], NOW_SECS + 86_400);
    let untrusted = |problem| over(tls(Trust::Untrusted(problem), PUBLIC_ISSUER), connected());
    match number {
        0 | 1 => good(),
        2 | 3 => bad_gateway(),
        4 => says_refused(),
        5 => no_tcp(FailureKind::Refused),
        6 => no_tcp(FailureKind::TimedOut),
        7 => no_tcp(FailureKind::Cancelled),
        8 => no_tls(FailureKind::TlsRefused),
        9 => untrusted(CertificateProblem::Expired),
        10 => untrusted(CertificateProblem::WrongName),
        11 => untrusted(CertificateProblem::UnknownIssuer),
        12 => over(tls(Trust::System, "CN=Office Root"), bad_gateway()),
        13 => over(tls(Trust::System, "CN=ESET SSL Filter CA"), good()),
        14 => no_answer(FailureKind::TimedOut),
        15 => over_http2(no_answer(FailureKind::Reset)),
        16 => answer(403, "no"),
        17 => answer(429, ""),
        18 => answer(404, ""),
        19 => answer(503, "Service Unavailable"),
        20 => redirect("https://shop.test/"),
        21 => stored_error(),
        22 => half_a_page(),
        _ => answer_with(504, &[("date", "Tue, 24 Nov 2026 08:00:00 GMT")], ""),
    }
}

fn control(number: usize) -> VisitTrace {
    let office = |trace| over(handshake(Trust::System, "CN=Office Root", vec![], NOW_SECS + 86_400), trace);
    match number {
        0..=4 => control_works(),
        5 => no_tcp(FailureKind::TimedOut),
        6 => no_tcp(FailureKind::Refused),
        7 => redirect("http://login.hotel/"),
        8 => answer(511, ""),
        9 => bad_gateway(),
        10 => office(control_works()),
        11 => no_tcp(FailureKind::Cancelled),
        _ => answer_with(200, &[("date", "Tue, 24 Nov 2026 08:00:00 GMT")], "success"),
    }
}

impl Word {
    /// Two words of one place do not stand in one case.
    fn place(&self) -> String {
        match self {
            Word::Dns(server, _) => format!("dns {server}"),
            Word::OtherName(server, _) => format!("other {server}"),
            Word::Unchecked(server, _) => format!("unchecked {server}"),
            Word::Page(at, _) => format!("page {at}"),
            Word::Repeat(round, at, _) => format!("repeat {round} {at}"),
            Word::Look(purpose, at, _) => format!("look {purpose} {at}"),
            Word::Hop(number, ..) => format!("hop {number}"),
            Word::Behind(at, _) => format!("behind {at}"),
            Word::Control(which, look) => format!("control {which} {look}"),
            Word::Later => format!("{self:p}"),
            other => format!("{other:?}").split('(').next().unwrap_or_default().to_owned(),
        }
    }

    fn tell(&self, world: World) -> World {
        let direct = |world: World, purpose, url: &str, at: usize, look: usize| {
            world.visit(purpose, url, IPS[at], Via::Direct, trace(look))
        };
        match *self {
            Word::Said(which) => world.said(["502 Bad Gateway", "403 Forbidden", "it does not load"][which]),
            Word::Lookup(which) => match which {
                0 | 1 => world.lookup(["203.0.113.5"]),
                2 => world.lookup(["203.0.113.5", "203.0.113.6"]),
                3 => world.lookup(["203.0.113.5", "2001:db8::5"]),
                4 => world.lookup(["10.1.2.3"]),
                5 => world.lookup(["127.0.0.1"]),
                6 => world.lookup_fails(FailureKind::NameNotFound),
                7 => world.lookup_fails(FailureKind::LookupFailed),
                _ => world.lookup([]),
            },
            Word::Dns(server, says) => world.dns(servers()[server].clone(), SAYS[says]),
            Word::OtherName(server, says) => world.other_name(servers()[server].clone(), SAYS[says]),
            Word::Unchecked(server, says) => world.unchecked(servers()[server].clone(), SAYS[says]),
            Word::Interception(says) => world.interception(SAYS[says]),
            Word::Dns64 => world.dns64(),
            Word::Page(at, look) => world.page(IPS[at], trace(look)),
            Word::Repeat(round, at, look) => world.repeat(round, IPS[at], trace(look)),
            Word::Look(purpose, at, look) => world.look(PURPOSES[purpose], IPS[at], trace(look)),
            Word::Hop(number, url, look) => direct(world, VisitPurpose::Hop(number), HOPS[url], url, look),
            Word::Through(proxy, look) => world.through(["192.168.1.8:3128", "127.0.0.1:8080"][proxy], trace(look)),
            Word::Control(which, look) => world.control(CONTROLS[which], CONTROLS[which], control(look)),
            Word::Hosts(which) => {
                world.hosts(["127.0.0.1 localhost", "203.0.113.5 shop.test", "10.1.2.3 shop.test"][which])
            }
            Word::Proxies(which) => world.proxies(|settings| match which {
                0 | 1 => {}
                2 => settings.for_target = Some(ProxyAddress { host: "192.168.1.8".to_owned(), port: 3128 }),
                3 => settings.pac_url = Some("http://wpad/".to_owned()),
                _ => settings.unsupported = Some("socks".to_owned()),
            }),
            Word::Network(which) => match which {
                0 => world.network(true, true),
                1 => world.network(true, false),
                2 => world.network(false, false),
                _ => world.see(StepId::Device, Seen::Network { network: Known::not_tried("sandbox") }),
            },
            Word::Router(which) => {
                let silent = || Known::Failed(Failure::new(FailureKind::TimedOut, 900));
                match which {
                    0 => world.router(Known::Seen(true), Known::Seen(1)),
                    1 => world.router(Known::Seen(false), silent()),
                    _ => world.router(Known::not_tried("sandbox"), silent()),
                }
            }
            Word::Trace(which) => match which {
                0 => world.trace("203.0.113.5", &[(1, "192.168.1.1"), (2, "100.64.0.1")]),
                _ => world.trace("203.0.113.5", &[(1, "192.168.1.1"), (8, "203.0.113.5")]),
            },
            Word::Elsewhere(seen, at) => world.elsewhere(SIX[seen], LED_TO[at]),
            Word::ElsewhereAt(seen, at) => world.elsewhere_at(IPS[at], SIX[seen]),
            Word::HomeAgain(at, look) => world.home_again(IPS[at], trace(look)),
            Word::Behind(at, look) => world.behind(BEHIND[at], trace(look)),
            Word::Later => world.later(4_000),
        }
    }
}

fn word() -> impl Strategy<Value = Word> {
    let look = 0..TRACES;
    prop_oneof![
        1 => (0..3usize).prop_map(Word::Said),
        2 => (0..9usize).prop_map(Word::Lookup),
        6 => (0..5usize, 0..9usize).prop_map(|(server, says)| Word::Dns(server, says)),
        1 => (0..5usize, 0..9usize).prop_map(|(server, says)| Word::OtherName(server, says)),
        1 => (0..5usize, 0..9usize).prop_map(|(server, says)| Word::Unchecked(server, says)),
        1 => (0..9usize).prop_map(Word::Interception),
        1 => Just(Word::Dns64),
        8 => (0..6usize, look.clone()).prop_map(|(at, look)| Word::Page(at, look)),
        6 => (1..5u8, 0..3usize, look.clone()).prop_map(|(round, at, look)| Word::Repeat(round, at, look)),
        6 => (0..9usize, 0..3usize, look.clone()).prop_map(|(purpose, at, look)| Word::Look(purpose, at, look)),
        1 => (1..3u8, 0..3usize, look.clone()).prop_map(|(number, url, look)| Word::Hop(number, url, look)),
        1 => (0..2usize, look).prop_map(|(proxy, look)| Word::Through(proxy, look)),
        5 => (0..6usize, 0..13usize).prop_map(|(which, look)| Word::Control(which, look)),
        1 => (0..3usize).prop_map(Word::Hosts),
        1 => (0..5usize).prop_map(Word::Proxies),
        1 => (0..4usize).prop_map(Word::Network),
        1 => (0..3usize).prop_map(Word::Router),
        1 => (0..2usize).prop_map(Word::Trace),
        2 => (0..SIX.len(), 0..LED_TO.len()).prop_map(|(seen, at)| Word::Elsewhere(seen, at)),
        1 => (0..SIX.len(), 0..3usize).prop_map(|(seen, at)| Word::ElsewhereAt(seen, at)),
        2 => (0..3usize, 0..TRACES).prop_map(|(at, look)| Word::HomeAgain(at, look)),
        1 => (0..BEHIND.len(), 0..TRACES).prop_map(|(at, look)| Word::Behind(at, look)),
        1 => Just(Word::Later),
    ]
}

/// What a sound device and a sound network look like: without it few cases get as far as a strong verdict.
fn usual_beginning() -> Vec<Word> {
    let device = [Word::Proxies(0), Word::Hosts(0), Word::Network(0), Word::Lookup(0)];
    let controls = (0..4).map(|which| Word::Control(which, 0));
    let names = (1..5).map(|server| Word::Dns(server, 0));
    device.into_iter().chain(controls).chain(names).chain([Word::Interception(7)]).collect()
}

pub fn told() -> impl Strategy<Value = Told> {
    let some = proptest::collection::vec(word(), 0..16);
    let kept = proptest::collection::vec(proptest::bool::weighted(0.85), 13);
    let url = prop_oneof![6 => Just(0usize), 1 => Just(1), 2 => Just(2), 1 => Just(3)];
    let owner = proptest::bool::weighted(0.25);
    (owner, url, any::<bool>(), kept, some).prop_map(|(owner, url, usual, kept, words)| {
        let beginning = if usual { usual_beginning() } else { Vec::new() };
        let kept = beginning.into_iter().zip(kept).filter(|(_, kept)| *kept).map(|(word, _)| word);
        Told { owner, url, words: kept.chain(words).collect() }
    })
}

impl Told {
    pub fn world(&self) -> World {
        let mut taken: Vec<String> = Vec::new();
        let mut world = World::new(URLS[self.url]);
        world.case.role = if self.owner { Role::Owner } else { Role::Visitor };
        for word in &self.words {
            let place = word.place();
            if !taken.contains(&place) {
                taken.push(place);
                world = word.tell(world);
            }
        }
        world
    }
}
