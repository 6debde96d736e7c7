//! The view from elsewhere, against a service on loopback that behaves as the interface's description says, and worse.

use std::net::IpAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use gatemend::model::world::{Continent, NetworkKind, WorldLook, WorldQuestion};
use gatemend::model::{FailureKind, Known};
use gatemend::probe::outside::{Net, PlaceWish, Places, Within, WorldRequest};
use gatemend::probe::roots::Roots;
use gatemend::probe::system::SystemNet;
use gatemend::settings::{ProxyChoice, Secret, Vantage};

use crate::server::{Link, Server, page};

const LIMITS: &str =
    r#"{"rateLimit":{"measurements":{"create":{"type":"ip","limit":250,"remaining":100,"reset":60}}}}"#;
const ORDERED: &str = r#"{"id":"nzGzfAGL7sZfUs3c","probesCount":2}"#;
const TOKEN: &str = "tok-1234567890";

fn result(status: &str, one: &str, other: &str) -> String {
    let place = |tag: &str, result: &str| {
        format!(
            r#"{{"probe":{{"continent":"EU","country":"DE","city":"Berlin","asn":3320,"network":"N","tags":["{tag}"]}},"result":{result}}}"#
        )
    };
    let (one, other) = (place("eyeball-network", one), place("datacenter-network", other));
    format!(r#"{{"id":"nzGzfAGL7sZfUs3c","type":"http","status":"{status}","results":[{one},{other}]}}"#)
}

const PENDING: &str = r#"{"status":"in-progress","rawOutput":""}"#;
const FAILED: &str = r#"{"status":"failed","failureSource":"target","rawOutput":"Request timeout."}"#;
const FINISHED: &str = r#"{"status":"finished","rawOutput":"","resolvedAddress":"203.0.113.5","statusCode":502,
    "statusCodeName":"Bad Gateway","headers":{"server":"nginx"},"rawBody":"x","truncated":false,
    "timings":{"total":10,"firstByte":5},"tls":{"authorized":true}}"#;

/// What the service says to each kind of request, and to which of them of that kind.
struct Script {
    limits: fn(usize) -> String,
    order: fn(usize) -> String,
    results: fn(usize) -> String,
}

impl Default for Script {
    fn default() -> Self {
        Script {
            limits: |_| page("200 OK", "", LIMITS),
            order: |_| page("202 Accepted", "Location: /v1/measurements/nzGzfAGL7sZfUs3c\r\n", ORDERED),
            results: |_| page("200 OK", "ETag: W/\"1\"\r\n", &result("finished", FINISHED, FAILED)),
        }
    }
}

/// A request with its body.
async fn whole(link: &mut Link) -> String {
    use tokio::io::AsyncReadExt;
    let head = link.head().await;
    let length =
        head.lines().find_map(|line| line.to_ascii_lowercase().strip_prefix("content-length:")?.trim().parse().ok());
    let mut body = vec![0; length.unwrap_or(0)];
    if link.stream.read_exact(&mut body).await.is_ok() && !body.is_empty() {
        link.heard.note(String::from_utf8_lossy(&body).into_owned());
    }
    head
}

fn service(script: Script) -> Server {
    let counts = Arc::new([AtomicUsize::new(0), AtomicUsize::new(0), AtomicUsize::new(0)]);
    Server::http(move |mut link: Link| {
        let counts = counts.clone();
        let (limits, order, results) = (script.limits, script.order, script.results);
        async move {
            let head = whole(&mut link).await;
            let next = |kind: usize| counts[kind].fetch_add(1, Ordering::SeqCst);
            let answer = match () {
                () if head.starts_with("GET /v1/limits ") => limits(next(0)),
                () if head.starts_with("POST /v1/measurements ") => order(next(1)),
                () if head.starts_with("GET /v1/measurements/nzGzfAGL7sZfUs3c ") => results(next(2)),
                () => page("404 Not Found", "", ""),
            };
            link.say(answer).await;
            use tokio::io::AsyncWriteExt;
            if link.stream.shutdown().await.is_ok() {
                link.hold().await;
            }
        }
    })
}

fn chosen(count: usize) -> Places {
    let wish =
        |continent| PlaceWish { within: Within::Continent(continent), network_kind: Some(NetworkKind::Home), count };
    Places::Chosen(vec![wish(Continent::Europe), wish(Continent::Asia)])
}

fn request(places: Places, limit: Duration) -> WorldRequest {
    WorldRequest {
        question: WorldQuestion::Page,
        url: "https://shop.test/".parse().unwrap(),
        pinned: None,
        places,
        patience: Duration::from_secs(10),
        limit,
    }
}

fn vantage(server: &Server, token: Option<&str>) -> Vantage {
    let token = token.map(|token| Secret::new(token.to_owned()));
    Vantage { enabled: true, base_url: format!("http://{}/", server.ip_port), token, ..Vantage::default() }
}

fn nothing_yet() -> WorldLook {
    WorldLook {
        question: WorldQuestion::Page,
        url: "https://shop.test/".to_owned(),
        pinned: None,
        measurement: None,
        token_refused: false,
        places: Known::not_tried("nothing yet"),
    }
}

async fn ask(vantage: Vantage, request: WorldRequest) -> WorldLook {
    let net = SystemNet::with_roots(Roots::with(Vec::new()), ProxyChoice::None).with_vantage(vantage);
    let mut look = nothing_yet();
    let all = request.limit + crate::SLACK;
    tokio::time::timeout(all, net.world(&request, &mut look)).await.expect("it ends within its limit");
    look
}

async fn measured(server: &Server) -> WorldLook {
    ask(vantage(server, None), request(chosen(1), Duration::from_secs(8))).await
}

fn why(look: &WorldLook) -> String {
    match &look.places {
        Known::NotTried(why) => why.clone(),
        Known::Failed(failure) => failure.detail.clone(),
        Known::Seen(places) => panic!("{places:?}"),
    }
}

fn kind(look: &WorldLook) -> FailureKind {
    look.places.failed().unwrap_or_else(|| panic!("{look:?}")).kind
}

#[tokio::test]
async fn limits_order_and_results_in_turn() {
    let server = service(Script {
        results: |number| match number {
            0 => page("200 OK", "ETag: W/\"0\"\r\n", &result("in-progress", PENDING, PENDING)),
            1 => page("304 Not Modified", "ETag: W/\"0\"\r\n", ""),
            _ => page("200 OK", "ETag: W/\"1\"\r\n", &result("finished", FINISHED, FAILED)),
        },
        ..Script::default()
    });
    let began = Instant::now();
    let look = measured(&server).await;
    let places = look.places.seen().unwrap();
    assert_eq!(places[0].answer.seen().unwrap().status, 502);
    assert_eq!(places[0].ip, Some("203.0.113.5".parse::<IpAddr>().unwrap()));
    assert!(places[1].answer.failed().is_some());
    assert_eq!(look.measurement.as_deref(), Some("nzGzfAGL7sZfUs3c"));
    assert!(began.elapsed() >= Duration::from_millis(1_500), "half a second after each answer");
    let heard = server.heard.all();
    assert!(heard[0].starts_with("GET /v1/limits "), "limits first: {heard:?}");
    let polls: Vec<&String> = heard.iter().filter(|head| head.starts_with("GET /v1/measurements/")).collect();
    assert_eq!(polls.len(), 3);
    assert!(!polls[0].to_ascii_lowercase().contains("if-none-match"));
    // The tag of the last whole answer, also after one that said "as before".
    assert!(polls[1..].iter().all(|head| head.contains("W/\"0\"")), "{polls:?}");
    assert!(
        heard.iter().all(|head| head.starts_with('{') || head.to_ascii_lowercase().contains("user-agent: gatemend/"))
    );
    assert!(heard.iter().all(|head| !head.to_ascii_lowercase().contains("authorization")), "{heard:?}");
}

#[tokio::test]
async fn no_more_is_ordered_than_is_left() {
    let server = service(Script {
        limits: |_| {
            let left =
                r#"{"rateLimit":{"measurements":{"create":{"type":"ip","limit":250,"remaining":3,"reset":60}}}}"#;
            page("200 OK", "", left)
        },
        ..Script::default()
    });
    ask(vantage(&server, None), request(chosen(2), Duration::from_secs(8))).await;
    let heard = server.heard.all();
    let order: serde_json::Value =
        serde_json::from_str(heard.iter().find(|text| text.starts_with('{')).unwrap()).unwrap();
    let counts: Vec<u64> =
        order["locations"].as_array().unwrap().iter().map(|one| one["limit"].as_u64().unwrap()).collect();
    assert_eq!(counts, [2, 1]);
    let empty = service(Script {
        limits: |_| {
            let left =
                r#"{"rateLimit":{"measurements":{"create":{"type":"ip","limit":250,"remaining":0,"reset":77}}}}"#;
            page("200 OK", "", left)
        },
        ..Script::default()
    });
    let look = measured(&empty).await;
    assert!(why(&look).contains("77 s") && !look.places.tried(), "{look:?}");
    assert_eq!(empty.heard.all().len(), 1, "nothing is ordered");
}

#[tokio::test]
async fn a_token_that_is_not_known_is_left_out_and_told() {
    let refused = |number: usize| match number {
        0 => page("401 Unauthorized", "", r#"{"error":{"type":"unauthorized","message":"Unauthorized."}}"#),
        _ => page("200 OK", "", LIMITS),
    };
    let server = service(Script { limits: refused, ..Script::default() });
    let look = ask(vantage(&server, Some(TOKEN)), request(chosen(1), Duration::from_secs(8))).await;
    assert!(look.token_refused && look.places.seen().is_some(), "{look:?}");
    let heard = server.heard.all();
    assert!(heard[0].contains(&format!("Bearer {TOKEN}")), "{heard:?}");
    assert!(heard[1..].iter().all(|head| !head.contains(TOKEN)), "{heard:?}");
    assert!(!serde_json::to_string(&look).unwrap().contains(TOKEN));
}

#[tokio::test]
async fn nobody_there_is_asked_again_from_anywhere_once() {
    let nobody = |number: usize| match number {
        0 => page(
            "422 Unprocessable Entity",
            "",
            r#"{"error":{"type":"no_probes_found","message":"No suitable probes found."}}"#,
        ),
        _ => page("202 Accepted", "", ORDERED),
    };
    let server = service(Script { order: nobody, ..Script::default() });
    assert!(measured(&server).await.places.seen().is_some());
    let orders: Vec<String> = server.heard.all().into_iter().filter(|text| text.starts_with('{')).collect();
    assert!(orders.len() == 2 && orders[1].contains("world"), "{orders:?}");
    let server = service(Script { order: |_| page("422 Unprocessable Entity", "", "{}"), ..Script::default() });
    let look = measured(&server).await;
    assert!(!look.places.tried(), "{look:?}");
    assert_eq!(server.heard.all().iter().filter(|text| text.starts_with('{')).count(), 2);
}

/// The same places of a measurement that is gone are not looked for elsewhere.
#[tokio::test]
async fn the_same_places_or_none() {
    let server = service(Script { order: |_| page("422 Unprocessable Entity", "", "{}"), ..Script::default() });
    let same = Places::Same { measurement: "nzGzfAGL7sZfUs3c".to_owned(), count: 2 };
    let look = ask(vantage(&server, None), request(same, Duration::from_secs(8))).await;
    assert!(!look.places.tried(), "{look:?}");
    assert_eq!(server.heard.all().iter().filter(|text| text.starts_with('{')).count(), 1);
}

#[tokio::test]
async fn a_wish_for_patience_is_heeded_while_it_is_short() {
    let busy = |number: usize| match number {
        0 => page(
            "429 Too Many Requests",
            "Retry-After: 1\r\n",
            r#"{"error":{"type":"too_many_requests","message":"x"}}"#,
        ),
        _ => page("200 OK", "", &result("finished", FINISHED, FINISHED)),
    };
    let server = service(Script { results: busy, ..Script::default() });
    let began = Instant::now();
    assert!(measured(&server).await.places.seen().is_some());
    assert!(began.elapsed() >= Duration::from_millis(1_900), "{:?}", began.elapsed());
    let exhausted = |_: usize| {
        page(
            "429 Too Many Requests",
            "Retry-After: 1800\r\n",
            r#"{"error":{"type":"rate_limit_exceeded","message":"x"}}"#,
        )
    };
    let server = service(Script { order: exhausted, ..Script::default() });
    let began = Instant::now();
    let look = measured(&server).await;
    assert!(why(&look).contains("1800 s"), "{look:?}");
    assert!(!look.places.tried() && began.elapsed() < Duration::from_secs(2));
}

#[tokio::test]
async fn every_error_is_told_as_the_services_own() {
    let validation = |_: usize| {
        let body =
            r#"{"error":{"type":"validation_error","message":"Parameter validation failed.","params":{"target":"x"}}}"#;
        page("400 Bad Request", "", body)
    };
    type Says = fn(usize) -> String;
    let cases: [(Says, &str); 5] = [
        (validation, "400: Parameter validation failed."),
        (|_| page("403 Forbidden", "", r#"{"error":{"type":"access_forbidden","message":"barred"}}"#), "403: barred"),
        (|_| page("500 Internal Server Error", "", r#"{"error":{"type":"api_error","message":"oh"}}"#), "500: oh"),
        (|_| page("503 Service Unavailable", "", "<html>down</html>"), "503"),
        (|_| page("301 Moved Permanently", "Location: http://127.0.0.1:1/\r\n", ""), "301"),
    ];
    for (order, expected) in cases {
        let look = measured(&service(Script { order, ..Script::default() })).await;
        assert!(why(&look).contains(expected), "{expected}: {look:?}");
        let look = measured(&service(Script { limits: order, ..Script::default() })).await;
        assert!(why(&look).contains(expected), "{expected}: {look:?}");
    }
    let gone = |_: usize| page("404 Not Found", "", r#"{"error":{"type":"not_found","message":"x"}}"#);
    let look = measured(&service(Script { results: gone, ..Script::default() })).await;
    assert!(!look.places.tried() && look.measurement.is_some(), "{look:?}");
}

#[tokio::test]
async fn what_cannot_be_read_is_a_failure_and_no_word_about_the_site() {
    for broken in [
        Script { limits: |_| page("200 OK", "", "{\"rateLimit\":"), ..Script::default() },
        Script { order: |_| page("202 Accepted", "", r#"{"id":"../../x"}"#), ..Script::default() },
        Script { results: |_| page("200 OK", "", "[]"), ..Script::default() },
        Script { results: |_| page("200 OK", "Content-Encoding: gzip\r\n", "no gzip"), ..Script::default() },
    ] {
        assert_eq!(kind(&measured(&service(broken)).await), FailureKind::Protocol);
    }
}

#[tokio::test]
async fn an_answer_without_end_is_cut() {
    let server = Server::http(|mut link: Link| async move {
        link.head().await;
        link.say("HTTP/1.1 200 OK\r\n\r\n{").await;
        while link.say([b' '; 65_536]).await {}
    });
    assert_eq!(kind(&measured(&server).await), FailureKind::TooLarge);
}

#[tokio::test]
async fn silence_ends_and_what_had_come_stays() {
    let silent = Server::http(|mut link: Link| async move {
        link.head().await;
        link.hold().await;
    });
    let look = ask(vantage(&silent, None), request(chosen(1), Duration::from_secs(1))).await;
    assert_eq!(kind(&look), FailureKind::TimedOut);
    let slow = service(Script {
        results: |_| page("200 OK", "", &result("in-progress", FINISHED, PENDING)),
        ..Script::default()
    });
    let look = ask(vantage(&slow, None), request(chosen(1), Duration::from_secs(2))).await;
    let places = look.places.seen().unwrap();
    assert!(places[0].answer.seen().is_some() && !places[1].answer.tried(), "{places:?}");
    let idle = service(Script {
        results: |_| page("200 OK", "", &result("in-progress", PENDING, PENDING)),
        ..Script::default()
    });
    let look = ask(vantage(&idle, None), request(chosen(1), Duration::from_secs(2))).await;
    assert_eq!(kind(&look), FailureKind::TimedOut, "nobody had answered");
    let closed = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let nobody = Vantage { enabled: true, base_url: format!("http://{closed}/"), ..Vantage::default() };
    assert_eq!(kind(&ask(nobody, request(chosen(1), Duration::from_secs(2))).await), FailureKind::Refused);
}

#[tokio::test]
async fn packed_answers_are_unpacked_within_bounds() {
    use std::io::Write;
    fn packed(text: &[u8]) -> Vec<u8> {
        let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        encoder.write_all(text).unwrap();
        encoder.finish().unwrap()
    }
    let gzip = |body: Vec<u8>| {
        Server::http(move |mut link: Link| {
            let body = body.clone();
            async move {
                link.head().await;
                let head =
                    format!("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: {}\r\n\r\n", body.len());
                link.say(head).await;
                link.say(body).await;
                link.hold().await;
            }
        })
    };
    let empty = r#"{"rateLimit":{"measurements":{"create":{"remaining":0,"reset":9}}}}"#;
    assert!(why(&measured(&gzip(packed(empty.as_bytes()))).await).contains("9 s"));
    assert_eq!(kind(&measured(&gzip(packed(&vec![b' '; 30_000_000]))).await), FailureKind::TooLarge);
}

/// Straight at the server behind the gateway, by the places of before: the service learns the name, the server's address
/// and its port, and of the page nothing but `/`.
#[tokio::test]
async fn the_server_behind_the_gateway_is_asked_by_the_sites_name() {
    let server = service(Script::default());
    let same = Places::Same { measurement: "nzGzfAGL7sZfUs3c".to_owned(), count: 2 };
    let mut request = request(same, Duration::from_secs(8));
    request.question = WorldQuestion::Server;
    request.url = "http://shop.test:8080/".parse().unwrap();
    request.pinned = Some("203.0.113.9".parse().unwrap());
    let look = ask(vantage(&server, None), request).await;
    assert_eq!(look.places.seen().unwrap()[0].answer.seen().unwrap().status, 502);
    let heard = server.heard.all();
    let order: serde_json::Value =
        serde_json::from_str(heard.iter().find(|text| text.starts_with('{')).unwrap()).unwrap();
    assert_eq!((&order["type"], &order["target"]), (&"http".into(), &"203.0.113.9".into()));
    let options = serde_json::json!({
        "protocol": "HTTP", "port": 8080, "request": { "method": "GET", "path": "/", "host": "shop.test" } });
    assert_eq!(order["measurementOptions"], options);
}

#[tokio::test]
async fn names_and_routes_are_ordered_and_read() {
    let names = service(Script {
        results: |_| {
            let given = r#"{"status":"finished","rawOutput":"","statusCode":0,"statusCodeName":"NOERROR","resolver":"private",
                "answers":[{"name":"shop.test.","type":"CNAME","ttl":5,"class":"IN","value":"edge.test."},
                    {"name":"edge.test.","type":"A","ttl":5,"class":"IN","value":"203.0.113.7"}],"timings":{"total":3}}"#;
            let broken =
                r#"{"status":"finished","rawOutput":"","statusCode":2,"statusCodeName":"SERVFAIL","answers":[]}"#;
            page("200 OK", "", &result("finished", given, broken))
        },
        ..Script::default()
    });
    let mut request_names = request(chosen(1), Duration::from_secs(8));
    request_names.question = WorldQuestion::Names;
    let look = ask(vantage(&names, None), request_names).await;
    let places = look.places.seen().unwrap();
    assert_eq!(places[0].names.seen().unwrap(), &["203.0.113.7".parse::<IpAddr>().unwrap()]);
    assert_eq!(places[1].names.failed().unwrap().kind, FailureKind::LookupFailed);
    assert!(places.iter().all(|place| !place.answer.tried() && !place.route.tried()), "{places:?}");
    let heard = names.heard.all();
    assert!(
        heard.iter().any(|text| text.contains(r#""type":"dns""#) && text.contains(r#""target":"shop.test""#)),
        "{heard:?}"
    );

    let routes = service(Script {
        results: |_| {
            let hop = |ip: &str, asn: u32, came: u32| {
                format!(r#"{{"resolvedAddress":{ip},"asn":[{asn}],"stats":{{"rcv":{came}}},"timings":[]}}"#)
            };
            let route = |last: String| {
                let first = hop(r#""192.0.2.1""#, 64_500, 3);
                format!(
                    r#"{{"status":"finished","rawOutput":"","resolvedAddress":"203.0.113.9","hops":[{first},{last},{}]}}"#,
                    hop("null", 0, 0)
                )
            };
            let arrives = route(hop(r#""203.0.113.9""#, 64_510, 2));
            let lost = route(hop(r#""203.0.113.9""#, 64_510, 0));
            page("200 OK", "", &result("finished", &arrives, &lost))
        },
        ..Script::default()
    });
    let mut request_routes = request(chosen(1), Duration::from_secs(8));
    request_routes.question = WorldQuestion::Route;
    request_routes.pinned = Some("203.0.113.9".parse().unwrap());
    let look = ask(vantage(&routes, None), request_routes).await;
    let ends: Vec<(bool, u32)> = look
        .places
        .seen()
        .unwrap()
        .iter()
        .filter_map(|one| one.route.seen())
        .map(|end| (end.arrived, end.asn))
        .collect();
    assert_eq!(ends, [(true, 64_510), (false, 64_500)]);
    let heard = routes.heard.all();
    assert!(heard.iter().any(|text| text.contains(r#""type":"mtr""#) && text.contains(r#""port":443"#)), "{heard:?}");
}
