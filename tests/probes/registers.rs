//! Registers of names and addresses, against servers on loopback that keep them, and some that do not.

use std::time::Duration;

use gatemend::model::contact::{ContactPart, Registered, Registration};
use gatemend::model::{FailureKind, Known};
use gatemend::probe::outside::Net;
use gatemend::probe::roots::Roots;
use gatemend::probe::system::SystemNet;
use gatemend::settings::{ProxyChoice, Vantage};

use crate::server::{Link, Server, page};

const ANSWER: &str = r#"{"objectClassName":"ip network","entities":[{"roles":["abuse"],"vcardArray":["vcard",
    [["fn",{},"text","Example Host"],["email",{},"text","abuse@host.test"]]]}]}"#;

/// A list that names the same server as the register of everything, and that register.
fn register(answer: &'static str) -> Server {
    Server::http(move |mut link: Link| async move {
        let head = link.head().await;
        let host = head.lines().find_map(|line| line.to_ascii_lowercase().strip_prefix("host: ").map(str::to_owned));
        let base = format!("http://{}/", host.unwrap_or_default());
        let list = |entry: &str| format!(r#"{{"services":[[["{entry}"],["{base}"]]]}}"#);
        let says = match head.split(' ').nth(1).unwrap_or_default() {
            "/dns.json" => page("200 OK", "", &list("test")),
            "/ipv4.json" => page("200 OK", "", &list("203.0.113.0/24")),
            "/domain/shop.test" | "/ip/203.0.113.5" => answer.to_owned(),
            _ => page("404 Not Found", "", ""),
        };
        link.say(says).await;
        link.hold().await;
    })
}

async fn ask(server: &Server, about: Registered) -> Registration {
    let vantage = Vantage { registers: format!("http://{}/", server.ip_port), ..Vantage::default() };
    let net = SystemNet::with_roots(Roots::with(Vec::new()), ProxyChoice::None).with_vantage(vantage);
    tokio::time::timeout(Duration::from_secs(12), net.registration(&about)).await.expect("it ends in time")
}

fn domain() -> Registered {
    Registered::Domain("shop.test".to_owned())
}

fn address(ip: &str) -> Registered {
    Registered::Address(ip.parse().unwrap())
}

fn found() -> &'static str {
    Box::leak(page("200 OK", "Content-Type: application/rdap+json\r\n", ANSWER).into_boxed_str())
}

#[tokio::test]
async fn the_list_is_asked_first_and_then_who_keeps_it() {
    let server = register(found());
    for (about, path) in [(domain(), "/domain/shop.test"), (address("203.0.113.5"), "/ip/203.0.113.5")] {
        let told = ask(&server, about).await;
        let contacts = told.contacts.seen().unwrap_or_else(|| panic!("{told:?}"));
        assert_eq!((contacts[0].part, contacts[0].reach.as_str()), (ContactPart::Abuse, "abuse@host.test"));
        assert!(told.register.is_some_and(|register| register.contains("127.0.0.1")));
        let heard = server.heard.all();
        assert!(heard.last().is_some_and(|head| head.starts_with(&format!("GET {path} "))), "{heard:?}");
    }
}

#[tokio::test]
async fn whoever_is_not_in_the_list_is_not_looked_for() {
    let server = register(found());
    let told = ask(&server, address("198.51.100.7")).await;
    assert!(matches!(&told.contacts, Known::Failed(failure) if failure.kind == FailureKind::Protocol), "{told:?}");
    assert!(told.register.is_none());
    assert_eq!(server.heard.all().len(), 1, "only the list was asked");
}

#[tokio::test]
async fn a_register_in_trouble_is_a_failure() {
    let gone: &'static str = Box::leak(page("404 Not Found", "", "").into_boxed_str());
    let broken: &'static str = Box::leak(page("200 OK", "", "{\"entities\":").into_boxed_str());
    // In clear only where the settings say so: the list does not lead to such a place by itself.
    for answer in [gone, broken] {
        let told = ask(&register(answer), domain()).await;
        assert!(told.contacts.failed().is_some(), "{told:?}");
    }
    let closed = Server::http(|mut link: Link| async move {
        link.head().await;
    });
    assert!(ask(&closed, domain()).await.contacts.failed().is_some());
}

#[tokio::test]
async fn a_list_leads_to_nobody_in_clear() {
    let server = Server::http(|link: Link| async move {
        let list = r#"{"services":[[["test"],["http://127.0.0.1:1/"]]]}"#;
        link.answer(page("200 OK", "", list)).await;
    });
    let told = ask(&server, domain()).await;
    assert!(told.contacts.failed().is_some() && told.register.is_none(), "{told:?}");
}

/// A list whose register names others in its place, as often as is said, and then answers.
fn relayed(turns: usize, to: fn(&str, usize) -> String) -> Server {
    Server::http(move |mut link: Link| async move {
        let head = link.head().await;
        let host = head.lines().find_map(|line| line.to_ascii_lowercase().strip_prefix("host: ").map(str::to_owned));
        let base = format!("http://{}/", host.unwrap_or_default());
        let path = head.split(' ').nth(1).unwrap_or_default().to_owned();
        let turn = path.split_once("?turn=").map_or(0, |(_, turn)| turn.parse::<usize>().unwrap());
        let says = match path.as_str() {
            "/dns.json" => page("200 OK", "", &format!(r#"{{"services":[[["test"],["{base}"]]]}}"#)),
            _ if turn < turns => page("302 Found", &format!("Location: {}\r\n", to(&base, turn + 1)), ""),
            _ => page("200 OK", "", ANSWER),
        };
        link.say(says).await;
        link.hold().await;
    })
}

#[tokio::test]
async fn a_register_may_name_another_one_in_its_place() {
    let absolute = |base: &str, turn: usize| format!("{base}domain/shop.test?turn={turn}");
    let relative = |_: &str, turn: usize| format!("/domain/shop.test?turn={turn}");
    for server in [relayed(3, absolute), relayed(1, relative)] {
        let told = ask(&server, domain()).await;
        assert_eq!(told.contacts.seen().unwrap_or_else(|| panic!("{told:?}"))[0].reach, "abuse@host.test");
        assert!(told.register.is_some_and(|register| register.contains("127.0.0.1")));
    }
    let round_and_round = relayed(4, absolute);
    assert!(ask(&round_and_round, domain()).await.contacts.failed().is_some());
    assert_eq!(round_and_round.heard.all().len(), 5, "the list, the register, and three in its place");
}

#[tokio::test]
async fn a_register_leads_to_nobody_in_clear_and_not_into_the_own_network() {
    for to in
        [|_: &str, _| "http://127.0.0.1:9/domain/shop.test".to_owned(), |_: &str, _| "https://192.168.1.1/".to_owned()]
    {
        let told = ask(&relayed(1, to), domain()).await;
        assert!(told.contacts.failed().is_some_and(|failure| failure.kind == FailureKind::Protocol), "{told:?}");
    }
}
