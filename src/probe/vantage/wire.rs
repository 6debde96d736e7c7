//! What is written to the service and read from it. What it says is somebody else's: every field may be missing, of
//! another kind, or endless.

use std::net::IpAddr;

use serde::Deserialize;
use serde_json::{Map, Value, json};

use crate::model::target::host_of;
use crate::model::visit::{Answer, CertificateProblem};
use crate::model::world::{Continent, NetworkKind, Place, PlaceLook, RouteEnd, WorldQuestion, not_asked};
use crate::model::{Failure, FailureKind, Known, Scheme};
use crate::probe::http::kept_value;
use crate::probe::outside::{PlaceWish, Places, Within, WorldRequest};

/// Bytes of a body that are kept: enough to see who wrote it.
const BODY_KEPT: usize = 4 * 1024;
/// Headers of one answer that are kept.
const HEADERS_KEPT: usize = 60;
/// Characters of names and words that are kept.
const WORDS_KEPT: usize = 120;
/// Places of one measurement that are read.
const PLACES_READ: usize = 50;
/// Addresses of one DNS answer that are kept, and hops of one route that are read.
const ADDRESSES_KEPT: usize = 16;
const HOPS_READ: usize = 64;
/// Packets that a place sends to each hop.
const PACKETS: u32 = 3;

/// A measurement to be ordered.
pub struct Order(Value);

impl Order {
    /// For as many places as there is room; `None` where that is none.
    pub fn of(request: &WorldRequest, room: usize) -> Option<Order> {
        let locations = match &request.places {
            Places::Same { measurement, count } => {
                is_number(measurement).then_some(())?;
                (*count <= room).then(|| json!(measurement))?
            }
            Places::Chosen(wishes) => {
                let mut left = room;
                let mut locations = Vec::new();
                for wish in wishes {
                    let count = wish.count.min(left);
                    if count > 0 {
                        left -= count;
                        locations.push(location(wish, count));
                    }
                }
                (!locations.is_empty()).then(|| json!(locations))?
            }
        };
        Some(Order::with(request, locations))
    }

    /// For some places of any kind.
    pub fn anywhere(request: &WorldRequest, count: usize) -> Order {
        Order::with(request, json!([{ "magic": "world", "limit": count }]))
    }

    fn with(request: &WorldRequest, locations: Value) -> Order {
        let (kind, target, options) = match request.question {
            WorldQuestion::Page | WorldQuestion::Server => page_question(request),
            WorldQuestion::Names => {
                ("dns", host_of(&request.url).unwrap_or_default(), json!({ "query": { "type": "A" } }))
            }
            WorldQuestion::Route => {
                let target = request.pinned.map(|ip| ip.to_string()).unwrap_or_default();
                let port = request.url.port_or_known_default().unwrap_or(443);
                ("mtr", target, json!({ "protocol": "TCP", "port": port, "packets": PACKETS }))
            }
        };
        Order(json!({
            "type": kind,
            "target": target,
            "timeout": request.patience.as_secs().clamp(5, 30),
            "locations": locations,
            "measurementOptions": options,
        }))
    }

    pub fn json(&self) -> String {
        self.0.to_string()
    }
}

/// What `GET /` at the site's name is in the service's words; at an address it is asked with that name.
fn page_question(request: &WorldRequest) -> (&'static str, String, Value) {
    let host = host_of(&request.url).unwrap_or_default();
    let protocol = if Scheme::of(&request.url) == Some(Scheme::Http) { "HTTP" } else { "HTTPS" };
    let mut question = json!({ "method": "GET", "path": "/" });
    let named = host.parse::<IpAddr>().is_err();
    if let (Some(fields), Some(_), true) = (question.as_object_mut(), request.pinned, named) {
        fields.insert("host".to_owned(), json!(host));
    }
    let mut options = json!({ "protocol": protocol, "request": question });
    if let (Some(fields), Some(port)) = (options.as_object_mut(), request.url.port()) {
        fields.insert("port".to_owned(), json!(port));
    }
    ("http", request.pinned.map_or(host, |ip| ip.to_string()), options)
}

fn location(wish: &PlaceWish, count: usize) -> Value {
    let mut fields = Map::new();
    match &wish.within {
        Within::Network(asn) => fields.insert("asn".to_owned(), json!(asn)),
        Within::Country(code) => fields.insert("country".to_owned(), json!(code)),
        Within::Continent(continent) => fields.insert("continent".to_owned(), json!(continent.code())),
    };
    let tag = match wish.network_kind {
        Some(NetworkKind::Home) => Some(HOME_TAG),
        Some(NetworkKind::DataCentre) => Some(DATA_CENTRE_TAG),
        _ => None,
    };
    if let Some(tag) = tag {
        fields.insert("tags".to_owned(), json!([tag]));
    }
    fields.insert("limit".to_owned(), json!(count));
    Value::Object(fields)
}

const HOME_TAG: &str = "eyeball-network";
const DATA_CENTRE_TAG: &str = "datacenter-network";

/// Letters and digits, as it stands in addresses of the service.
fn is_number(text: &str) -> bool {
    (1..=64).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// An error in the service's words.
#[derive(Deserialize)]
pub struct ErrorWords {
    #[serde(rename = "type")]
    pub kind: String,
    #[serde(default)]
    pub message: String,
}

pub fn error_of(body: &[u8]) -> Option<ErrorWords> {
    #[derive(Deserialize)]
    struct Body {
        error: ErrorWords,
    }
    serde_json::from_slice::<Body>(body).ok().map(|body| body.error)
}

/// The number of the measurement that was ordered.
pub fn number_of(body: &[u8]) -> Option<String> {
    #[derive(Deserialize)]
    struct Body {
        id: String,
    }
    serde_json::from_slice::<Body>(body).ok().map(|body| body.id).filter(|id| is_number(id))
}

/// What is left of the allowance.
pub struct Limits {
    remaining: u64,
    credits: u64,
    reset_secs: Option<u64>,
}

impl Limits {
    /// Places that may be asked now.
    pub fn left(&self) -> usize {
        usize::try_from(self.remaining.saturating_add(self.credits)).unwrap_or(usize::MAX)
    }

    /// When there is more, in seconds.
    pub fn reset_secs(&self) -> Option<u64> {
        self.reset_secs
    }
}

pub fn limits_of(body: &[u8]) -> Option<Limits> {
    let body: Value = serde_json::from_slice(body).ok()?;
    let create = body.pointer("/rateLimit/measurements/create")?;
    Some(Limits {
        remaining: create.get("remaining")?.as_u64()?,
        credits: body.pointer("/credits/remaining").and_then(Value::as_u64).unwrap_or(0),
        reset_secs: create.get("reset").and_then(Value::as_u64),
    })
}

/// A measurement as it stands.
#[derive(Deserialize)]
pub struct State {
    status: String,
    #[serde(default)]
    results: Vec<OnePlace>,
}

#[derive(Deserialize)]
struct OnePlace {
    #[serde(default)]
    probe: Value,
    #[serde(default)]
    result: Value,
}

pub fn state_of(body: &[u8]) -> Option<State> {
    serde_json::from_slice(body).ok()
}

impl State {
    pub fn is_over(&self) -> bool {
        self.status != "in-progress"
    }

    /// What each place says to this question.
    pub fn places(&self, question: WorldQuestion) -> Vec<PlaceLook> {
        self.results.iter().take(PLACES_READ).map(|one| place_look(one, question)).collect()
    }
}

fn text(value: &Value, key: &str) -> String {
    let text = value.get(key).and_then(Value::as_str).unwrap_or_default();
    text.chars().filter(|c| !c.is_control()).take(WORDS_KEPT).collect()
}

fn whole(value: Option<&Value>) -> Option<u64> {
    let number = value?.as_f64().filter(|number| (0.0..1e12).contains(number))?;
    // Milliseconds and the like, bounded above: nothing is lost that anybody counts.
    format!("{number:.0}").parse().ok()
}

fn place_look(one: &OnePlace, question: WorldQuestion) -> PlaceLook {
    let (probe, result) = (&one.probe, &one.result);
    let tags: Vec<&str> =
        probe.get("tags").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str).collect();
    let network_kind = match (tags.contains(&HOME_TAG), tags.contains(&DATA_CENTRE_TAG)) {
        (true, false) => NetworkKind::Home,
        (false, true) => NetworkKind::DataCentre,
        _ => NetworkKind::Unknown,
    };
    PlaceLook {
        place: Place {
            continent: Continent::of_code(&text(probe, "continent")),
            country: text(probe, "country"),
            city: text(probe, "city"),
            asn: whole(probe.get("asn")).and_then(|asn| u32::try_from(asn).ok()).unwrap_or(0),
            network: text(probe, "network"),
            network_kind,
        },
        ip: result.get("resolvedAddress").and_then(Value::as_str).and_then(|ip| ip.parse().ok()),
        certificate_problem: result.get("tls").and_then(certificate_problem),
        answer: match question {
            WorldQuestion::Page | WorldQuestion::Server => ended(result).unwrap_or_else(|| answer(result)),
            WorldQuestion::Names | WorldQuestion::Route => not_asked(),
        },
        names: match question {
            WorldQuestion::Names => ended(result).unwrap_or_else(|| names(result)),
            _ => not_asked(),
        },
        route: match question {
            WorldQuestion::Route => ended(result).unwrap_or_else(|| route(result)),
            _ => not_asked(),
        },
    }
}

/// Why there is nothing to read; `None` where there is.
fn ended<T>(result: &Value) -> Option<Known<T>> {
    match result.get("status").and_then(Value::as_str).unwrap_or_default() {
        "finished" => None,
        "failed" => Some(Known::Failed(failure(result))),
        "in-progress" => Some(Known::not_tried("it had not answered yet")),
        _ => Some(Known::not_tried("the place was not there")),
    }
}

/// The addresses in its DNS server's answer; none where that server says that there are none.
fn names(result: &Value) -> Known<Vec<IpAddr>> {
    match result.get("statusCodeName").and_then(Value::as_str) {
        Some("NOERROR" | "NXDOMAIN") => {}
        Some(other) => {
            let words = other.chars().filter(|c| !c.is_control()).take(WORDS_KEPT).collect::<String>();
            return Known::Failed(Failure::with_detail(FailureKind::LookupFailed, 0, words));
        }
        None => return Known::not_tried("its answer has no status"),
    }
    let answers = result.get("answers").and_then(Value::as_array).into_iter().flatten();
    let ip = |answer: &Value| answer.get("value")?.as_str()?.parse::<IpAddr>().ok();
    Known::Seen(answers.filter_map(ip).take(ADDRESSES_KEPT).collect())
}

/// The last on the way that answered. Of a machine that answers on the way nothing is known but that it does.
fn route(result: &Value) -> Known<RouteEnd> {
    let ip_of = |value: &Value| value.get("resolvedAddress").and_then(Value::as_str).and_then(|ip| ip.parse().ok());
    let hops = result.get("hops").and_then(Value::as_array).into_iter().flatten().take(HOPS_READ);
    let answers = |hop: &&Value| whole(hop.pointer("/stats/rcv")).is_some_and(|count| count > 0);
    let last = hops.filter(answers).filter_map(|hop| Some((hop, ip_of(hop)?))).last();
    let target: Option<IpAddr> = ip_of(result);
    let asn = last.and_then(|(hop, _)| whole(hop.pointer("/asn/0"))).and_then(|asn| u32::try_from(asn).ok());
    Known::Seen(RouteEnd {
        arrived: target.is_some() && last.map(|(_, ip)| ip) == target,
        ip: last.map(|(_, ip)| ip),
        asn: asn.unwrap_or(0),
    })
}

/// The service hands on what its TLS library says.
fn certificate_problem(tls: &Value) -> Option<CertificateProblem> {
    if tls.get("authorized").and_then(Value::as_bool) != Some(false) {
        return None;
    }
    let words = text(tls, "error").to_ascii_uppercase();
    let says = |all: &[&str]| all.iter().any(|one| words.contains(one));
    Some(match () {
        () if says(&["EXPIRED"]) => CertificateProblem::Expired,
        () if says(&["NOT_YET_VALID"]) => CertificateProblem::NotYetValid,
        () if says(&["ALTNAME", "HOSTNAME"]) => CertificateProblem::WrongName,
        () if says(&["REVOKED"]) => CertificateProblem::Revoked,
        () if says(&["SELF_SIGNED", "SELF-SIGNED", "SELF SIGNED", "ISSUER", "LEAF_SIGNATURE"]) => {
            CertificateProblem::UnknownIssuer
        }
        () => CertificateProblem::Invalid,
    })
}

fn answer(result: &Value) -> Known<Answer> {
    let timing = |key: &str| whole(result.pointer(&format!("/timings/{key}"))).unwrap_or(0);
    let status = whole(result.get("statusCode")).and_then(|status| u16::try_from(status).ok());
    let Some(status) = status.filter(|status| (100..1_000).contains(status)) else {
        return Known::not_tried("its answer has no status");
    };
    let body = result.get("rawBody").and_then(Value::as_str).unwrap_or_default();
    let mut end = body.len().min(BODY_KEPT);
    while !body.is_char_boundary(end) {
        end -= 1;
    }
    Known::Seen(Answer {
        status,
        reason: text(result, "statusCodeName"),
        // Asked for over HTTP/1.1, which has the reason phrase.
        version: "HTTP/1.1".to_owned(),
        headers: headers(result.get("headers")),
        first_byte_ms: timing("firstByte"),
        total_ms: timing("total"),
        body: body.get(..end).unwrap_or_default().to_owned(),
        body_bytes: u64::try_from(body.len()).unwrap_or(0),
        truncated: result.get("truncated").and_then(Value::as_bool).unwrap_or(false) || end < body.len(),
        body_failure: None,
        received_unix_ms: 0,
    })
}

/// Where the service knows whose doing it was, it says so; its words about it are not for programs to read.
fn failure(result: &Value) -> Failure {
    let kind = match result.get("failureSource").and_then(Value::as_str) {
        Some("resolver") => FailureKind::LookupFailed,
        Some("internal") => FailureKind::Internal,
        _ => FailureKind::Other,
    };
    Failure::with_detail(kind, whole(result.pointer("/timings/total")).unwrap_or(0), text(result, "rawOutput"))
}

fn headers(value: Option<&Value>) -> Vec<(String, String)> {
    let mut kept = Vec::new();
    for (name, value) in value.and_then(Value::as_object).into_iter().flatten() {
        let values: Vec<&str> = match value {
            Value::String(text) => vec![text],
            Value::Array(items) => items.iter().filter_map(Value::as_str).collect(),
            _ => Vec::new(),
        };
        kept.extend(values.into_iter().map(|value| (name.to_ascii_lowercase(), kept_value(name, value))));
    }
    kept.truncate(HEADERS_KEPT);
    kept
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    fn request(places: Places, pinned: Option<&str>, url: &str) -> WorldRequest {
        WorldRequest {
            question: WorldQuestion::Page,
            url: url.parse().unwrap(),
            pinned: pinned.map(|ip| ip.parse().unwrap()),
            places,
            patience: Duration::from_secs(10),
            limit: Duration::from_secs(20),
        }
    }

    fn chosen() -> Places {
        let homes = |continent| PlaceWish {
            within: Within::Continent(continent),
            network_kind: Some(NetworkKind::Home),
            count: 2,
        };
        let own = PlaceWish { within: Within::Network(64_500), network_kind: None, count: 2 };
        Places::Chosen(vec![own, homes(Continent::Europe), homes(Continent::Asia)])
    }

    fn order(request: &WorldRequest, room: usize) -> Value {
        serde_json::from_str(&Order::of(request, room).unwrap().json()).unwrap()
    }

    #[test]
    fn an_order_says_name_and_root_and_nothing_more() {
        let order = order(&request(chosen(), None, "https://shop.test/"), 100);
        assert_eq!(order["target"], "shop.test");
        assert_eq!(order["locations"].as_array().unwrap().len(), 3);
        assert_eq!(order["locations"][0], json!({ "asn": 64_500, "limit": 2 }));
        assert_eq!(order["locations"][1], json!({ "continent": "EU", "tags": ["eyeball-network"], "limit": 2 }));
        let options = json!({ "protocol": "HTTPS", "request": { "method": "GET", "path": "/" } });
        assert_eq!(order["measurementOptions"], options);
    }

    #[test]
    fn an_address_is_asked_with_the_sites_name() {
        let same = Places::Same { measurement: "Ab3".to_owned(), count: 4 };
        let order = order(&request(same, Some("203.0.113.5"), "http://shop.test:8080/"), 4);
        assert_eq!((&order["target"], &order["locations"]), (&json!("203.0.113.5"), &json!("Ab3")));
        assert_eq!(order["measurementOptions"]["request"]["host"], "shop.test");
        assert_eq!(order["measurementOptions"]["port"], 8080);
        assert_eq!(order["measurementOptions"]["protocol"], "HTTP");
    }

    #[test]
    fn an_order_keeps_within_what_is_left() {
        let chosen = request(chosen(), None, "https://shop.test/");
        let order = order(&chosen, 3);
        let counts: Vec<u64> =
            order["locations"].as_array().unwrap().iter().map(|one| one["limit"].as_u64().unwrap()).collect();
        assert_eq!(counts, [2, 1]);
        assert!(Order::of(&chosen, 0).is_none());
        let same = |measurement: &str| Places::Same { measurement: measurement.to_owned(), count: 4 };
        assert!(Order::of(&request(same("Ab3"), None, "https://shop.test/"), 3).is_none());
        assert!(Order::of(&request(same("../x"), None, "https://shop.test/"), 9).is_none());
    }

    #[test]
    fn results_are_read_whatever_they_hold() {
        let state = state_of(
            br#"{"status":"finished","results":[
                {"probe":{"continent":"EU","country":"DE","city":"Berlin","asn":3320,"network":"DTAG","tags":["eyeball-network"]},
                 "result":{"status":"finished","resolvedAddress":"203.0.113.5","statusCode":502,"statusCodeName":"Bad Gateway",
                   "headers":{"Server":"nginx","Set-Cookie":["sid=secret; Path=/","b=c"]},"rawBody":"<h1>502</h1>","truncated":false,
                   "timings":{"total":120,"firstByte":40.4,"dns":null},
                   "tls":{"authorized":false,"error":"CERT_HAS_EXPIRED"}}},
                {"probe":{"tags":["datacenter-network"]},"result":{"status":"failed","failureSource":"internal","rawOutput":"oh"}},
                {"probe":null,"result":{"status":"in-progress","rawOutput":""}},
                {"probe":{"tags":[1,{}]},"result":{"status":"finished","statusCode":"many","headers":7}},
                {}]}"#,
        )
        .unwrap();
        assert!(state.is_over());
        let places = state.places(WorldQuestion::Page);
        let first = places[0].answer.seen().unwrap();
        assert_eq!((first.status, first.first_byte_ms, first.total_ms), (502, 40, 120));
        assert!(first.headers.iter().all(|(_, value)| !value.contains("secret")), "{:?}", first.headers);
        assert_eq!(places[0].certificate_problem, Some(CertificateProblem::Expired));
        assert_eq!((places[0].place.network_kind, places[0].place.asn), (NetworkKind::Home, 3_320));
        assert!(places[1].answer.failed().is_some_and(Failure::is_our_own));
        assert!(places[2..].iter().all(|place| !place.answer.tried()), "{places:#?}");
        assert!(state_of(b"{\"status\":\"finished\",\"results\":{}}").is_none());
        assert!(number_of(b"{\"id\":\"../../etc\"}").is_none());
        assert_eq!(number_of(b"{\"id\":\"nzGzfAGL7sZfUs3c\"}").as_deref(), Some("nzGzfAGL7sZfUs3c"));
    }

    #[test]
    fn what_one_place_sends_without_end_is_cut() {
        let long = "a".repeat(9_000);
        let headers: Map<String, Value> = (0..200).map(|number| (format!("x-{number}"), json!(["b", "c"]))).collect();
        let answers: Vec<Value> = (0..99).map(|number| json!({ "value": format!("203.0.113.{number}") })).collect();
        let hop = |number: usize| json!({ "resolvedAddress": format!("198.51.100.{number}"), "stats": { "rcv": 1 } });
        let hops: Vec<Value> = (0..99).map(hop).collect();
        let result = json!({ "status": "finished", "statusCode": 502, "statusCodeName": "NOERROR", "headers": headers,
            "rawBody": format!("{}é{long}", "a".repeat(BODY_KEPT - 1)), "answers": answers, "hops": hops });
        let body = json!({ "status": "finished", "results": vec![json!({ "probe": { "city": long }, "result": result }); 60] });
        let state = state_of(body.to_string().as_bytes()).unwrap();
        assert_eq!(state.places(WorldQuestion::Page).len(), PLACES_READ);
        let look = |question| state.places(question).remove(0);
        let page = look(WorldQuestion::Page);
        let answer = page.answer.seen().unwrap();
        assert_eq!((answer.body.len(), answer.truncated), (BODY_KEPT - 1, true), "no letter is cut in two");
        assert_eq!((answer.headers.len(), page.place.city.len()), (HEADERS_KEPT, WORDS_KEPT));
        assert_eq!(look(WorldQuestion::Names).names.seen().map(Vec::len), Some(ADDRESSES_KEPT));
        let route = look(WorldQuestion::Route);
        assert_eq!(route.route.seen().and_then(|end| end.ip), format!("198.51.100.{}", HOPS_READ - 1).parse().ok());
    }

    #[test]
    fn what_is_left() {
        let limits = |text: &str| limits_of(text.as_bytes()).map(|limits| limits.left());
        assert_eq!(
            limits(r#"{"rateLimit":{"measurements":{"create":{"type":"ip","limit":250,"remaining":7,"reset":9}}}}"#),
            Some(7)
        );
        let with_credits = r#"{"rateLimit":{"measurements":{"create":{"remaining":0}}},"credits":{"remaining":40}}"#;
        assert_eq!(limits(with_credits), Some(40));
        assert_eq!(limits("{}"), None);
    }
}
