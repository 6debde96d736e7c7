//! One question to one DNS server, over each transport, and the ways in which it goes wrong.

use std::future::Future;
use std::net::{IpAddr, SocketAddr};
use std::time::{Duration, Instant};

use gatemend::model::dns::{
    DnsReply, DnsServer, ExtendedError, Purpose, Question, Rcode, RecordType, ServerRole, Transport,
};
use gatemend::model::{Failure, FailureKind, Known};
use gatemend::probe::outside::Net;
use hickory_resolver::proto::op::{Edns, Message, Query, ResponseCode};
use hickory_resolver::proto::rr::rdata::opt::EdnsOption;
use hickory_resolver::proto::rr::rdata::svcb::{Alpn, SVCB, SvcParamKey, SvcParamValue};
use hickory_resolver::proto::rr::rdata::{A, CNAME, HTTPS, NS, SOA};
use hickory_resolver::proto::rr::{Name, RData, Record, RecordType as WireType};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::UdpSocket;

use super::certificates::{Authority, leaf};
use super::net;
use super::server::{Link, RUNTIME, Server, page};

const LIMIT: Duration = Duration::from_secs(4);

pub fn name(text: &str) -> Name {
    Name::from_ascii(text).unwrap()
}

fn record(owner: &str, data: RData) -> Record {
    Record::from_rdata(name(owner), 300, data)
}

pub fn a(owner: &str, ip: &str) -> Record {
    record(owner, RData::A(A(ip.parse().unwrap())))
}

/// The answer to this question, with whatever the closure puts in.
pub fn reply(question: &[u8], fill: impl Fn(&mut Message)) -> Vec<u8> {
    let question = Message::from_vec(question).unwrap();
    let mut message = Message::response(question.metadata.id, question.metadata.op_code);
    message.add_queries(question.queries.clone());
    fill(&mut message);
    message.to_vec().unwrap()
}

fn good(question: &[u8]) -> Vec<u8> {
    reply(question, |message| {
        message.add_answer(a("shop.test.", "192.0.2.7"));
    })
}

/// A server over UDP that sends these datagrams for each question.
pub fn udp(answers: impl Fn(&[u8]) -> Vec<Vec<u8>> + Send + 'static) -> SocketAddr {
    let socket = std::net::UdpSocket::bind("127.0.0.1:0").unwrap();
    serve_udp(socket, answers)
}

pub fn serve_udp(socket: std::net::UdpSocket, answers: impl Fn(&[u8]) -> Vec<Vec<u8>> + Send + 'static) -> SocketAddr {
    socket.set_nonblocking(true).unwrap();
    let ip_port = socket.local_addr().unwrap();
    RUNTIME.spawn(async move {
        let socket = UdpSocket::from_std(socket).unwrap();
        let mut buffer = [0; 4096];
        while let Ok((length, from)) = socket.recv_from(&mut buffer).await {
            for answer in answers(&buffer[..length]) {
                let _ = socket.send_to(&answer, from).await;
            }
        }
    });
    ip_port
}

/// Reads a message with its length and answers it with the length in front.
pub async fn answer_framed(mut link: Link, answer: impl Fn(&[u8]) -> Vec<u8>) {
    let Ok(length) = link.stream.read_u16().await else { return };
    let mut question = vec![0; usize::from(length)];
    if link.stream.read_exact(&mut question).await.is_err() {
        return;
    }
    let answer = answer(&question);
    link.say([&u16::try_from(answer.len()).unwrap().to_be_bytes(), answer.as_slice()].concat()).await;
    link.hold().await;
}

pub fn server(ip_port: SocketAddr, transport: Transport) -> DnsServer {
    DnsServer { name: "test".into(), ip_port, transport, role: ServerRole::Public, tls_name: None, url: None }
}

fn question(record_type: RecordType) -> Question {
    Question { name: "shop.test".into(), record_type, purpose: Purpose::Plain }
}

/// Asks for A, which must not hang whatever the server does.
fn ask(server: DnsServer) -> impl Future<Output = Known<DnsReply>> {
    asked(server, RecordType::A, LIMIT)
}

pub async fn asked(server: DnsServer, record_type: RecordType, limit: Duration) -> Known<DnsReply> {
    let net = net(&[]);
    let question = question(record_type);
    let asked = net.ask(&server, &question, limit);
    tokio::time::timeout(limit + super::SLACK, asked).await.expect("the question ends within its limit")
}

pub async fn seen(server: DnsServer, record_type: RecordType) -> DnsReply {
    match asked(server, record_type, LIMIT).await {
        Known::Seen(reply) => reply,
        other => panic!("{other:?}"),
    }
}

pub fn failed(known: Known<DnsReply>) -> Failure {
    known.failed().unwrap_or_else(|| panic!("{known:?}")).clone()
}

fn ips(reply: &DnsReply) -> Vec<String> {
    reply.ips.iter().map(IpAddr::to_string).collect()
}

#[tokio::test]
async fn an_answer_with_an_alias_is_read() {
    let ip_port = udp(|bytes| {
        vec![reply(bytes, |message| {
            message.metadata.authoritative = true;
            message.metadata.authentic_data = true;
            message.add_answer(Record::from_rdata(name("shop.test."), 60, RData::CNAME(CNAME(name("Edge.CDN.test.")))));
            message.add_answer(a("edge.cdn.test.", "192.0.2.7"));
            message.add_answer(a("edge.cdn.test.", "192.0.2.8"));
        })]
    });
    let reply = seen(server(ip_port, Transport::Udp), RecordType::A).await;
    assert_eq!((reply.rcode.clone(), ips(&reply)), (Rcode::NoError, vec!["192.0.2.7".into(), "192.0.2.8".into()]));
    assert_eq!((reply.names.as_slice(), reply.ttl_secs), (["edge.cdn.test".to_owned()].as_slice(), Some(60)));
    assert!(reply.authoritative && reply.authenticated && !reply.retried_over_tcp);
}

#[tokio::test]
async fn a_cut_off_answer_is_asked_for_again_over_tcp() {
    let tcp = Server::http(|link| answer_framed(link, good));
    let socket = std::net::UdpSocket::bind(tcp.ip_port).unwrap();
    let ip_port = serve_udp(socket, |bytes| vec![reply(bytes, |message| message.metadata.truncation = true)]);
    let reply = seen(server(ip_port, Transport::Udp), RecordType::A).await;
    assert!(reply.retried_over_tcp);
    assert_eq!(ips(&reply), ["192.0.2.7"]);
}

#[tokio::test]
async fn replies_to_other_questions_are_passed_over() {
    let ip_port = udp(|bytes| {
        let forged = |fill: &dyn Fn(&mut Message)| {
            reply(bytes, |message| {
                message.add_answer(a("shop.test.", "203.0.113.66"));
                fill(message);
            })
        };
        vec![
            forged(&|message| message.metadata.id = message.metadata.id.wrapping_add(1)),
            forged(&|message| message.queries = vec![Query::query(name("other.test."), WireType::A)]),
            bytes.to_vec(),
            b"\xff\xffgarbage of somebody else's".to_vec(),
            good(bytes),
        ]
    });
    assert_eq!(ips(&seen(server(ip_port, Transport::Udp), RecordType::A).await), ["192.0.2.7"]);
}

#[tokio::test]
async fn a_failing_server_says_why() {
    let ip_port = udp(|bytes| {
        vec![reply(bytes, |message| {
            message.metadata.response_code = ResponseCode::ServFail;
            let mut edns = Edns::new();
            let text = [&[0, 6], b"no valid \x1b[31msignature".as_slice()].concat();
            edns.options_mut().insert(EdnsOption::Unknown(15, text));
            message.set_edns(edns);
        })]
    });
    let reply = seen(server(ip_port, Transport::Udp), RecordType::A).await;
    assert_eq!(reply.rcode, Rcode::ServFail);
    assert_eq!(reply.extended_errors, [ExtendedError { code: 6, text: "no valid [31msignature".into() }]);
}

fn soa(owner: &str) -> Record {
    record(owner, RData::SOA(SOA::new(name("ns1.test."), name("admin.test."), 2026, 1, 1, 1, 1)))
}

#[tokio::test]
async fn a_name_that_is_not_there_comes_with_its_zone() {
    let ip_port = udp(|bytes| {
        vec![reply(bytes, |message| {
            message.metadata.response_code = ResponseCode::NXDomain;
            message.add_authority(soa("Test."));
        })]
    });
    let reply = seen(server(ip_port, Transport::Udp), RecordType::A).await;
    assert_eq!((reply.rcode, reply.zone.as_deref(), reply.ips.len()), (Rcode::NxDomain, Some("test"), 0));
}

#[tokio::test]
async fn serials_protocols_and_name_servers_are_read() {
    let ip_port = udp(|bytes| {
        let asked = Message::from_vec(bytes).unwrap().queries[0].query_type();
        vec![reply(bytes, |message| match asked {
            WireType::SOA => {
                message.add_answer(soa("shop.test."));
            }
            WireType::HTTPS => {
                let alpn = SvcParamValue::Alpn(Alpn(vec!["h3".into(), "h2".into()]));
                let svcb = SVCB::new(1, Name::root(), vec![(SvcParamKey::Alpn, alpn)]);
                message.add_answer(record("shop.test.", RData::HTTPS(HTTPS(svcb))));
            }
            _ => {
                message.add_authority(record("shop.test.", RData::NS(NS(name("ns1.shop.test.")))));
                message.add_additional(a("ns1.shop.test.", "192.0.2.53"));
            }
        })]
    });
    let server = server(ip_port, Transport::Udp);
    assert_eq!(seen(server.clone(), RecordType::Soa).await.serial, Some(2026));
    assert_eq!(seen(server.clone(), RecordType::Https).await.alpn, ["h3", "h2"]);
    let reply = seen(server, RecordType::Ns).await;
    assert_eq!(reply.names, ["ns1.shop.test"]);
    assert_eq!(reply.glue, [("ns1.shop.test".to_owned(), "192.0.2.53".parse().unwrap())]);
}

#[tokio::test]
async fn silence_ends_with_the_limit_and_is_broken_by_a_second_try() {
    let ip_port = udp(|_| Vec::new());
    let started = Instant::now();
    let known = asked(server(ip_port, Transport::Udp), RecordType::A, Duration::from_millis(300)).await;
    assert_eq!(failed(known).kind, FailureKind::TimedOut);
    assert!((300..4_300).contains(&started.elapsed().as_millis()));
    let tries = std::sync::atomic::AtomicU32::new(0);
    let ip_port = udp(move |bytes| {
        let first = tries.fetch_add(1, std::sync::atomic::Ordering::Relaxed) == 0;
        if first { Vec::new() } else { vec![good(bytes)] }
    });
    assert_eq!(ips(&seen(server(ip_port, Transport::Udp), RecordType::A).await), ["192.0.2.7"]);
}

#[tokio::test]
async fn bytes_that_are_no_message_are_a_protocol_failure() {
    let ip_port = udp(|bytes| vec![[&bytes[..2], b"\x81\x80\0\x01\0\x01garbage"].concat()]);
    assert_eq!(failed(ask(server(ip_port, Transport::Udp)).await).kind, FailureKind::Protocol);
}

#[tokio::test]
async fn a_closed_port_refuses() {
    let closed = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    for transport in [Transport::Udp, Transport::Tcp, Transport::Tls, Transport::Https] {
        assert_eq!(failed(ask(server(closed, transport)).await).kind, FailureKind::Refused, "{transport:?}");
    }
}

#[tokio::test]
async fn tcp_is_asked_with_the_length_in_front() {
    let tcp = Server::http(|link| answer_framed(link, good));
    assert_eq!(ips(&seen(server(tcp.ip_port, Transport::Tcp), RecordType::A).await), ["192.0.2.7"]);
    let other = Server::http(|link| {
        answer_framed(link, |bytes| reply(bytes, |message| message.metadata.id = message.metadata.id.wrapping_add(1)))
    });
    assert_eq!(failed(ask(server(other.ip_port, Transport::Tcp)).await).kind, FailureKind::Protocol);
    let short = Server::http(|mut link| async move {
        let _ = link.stream.read(&mut [0; 512]).await;
        let _ = link.stream.write_all(&[1, 0, 7]).await;
    });
    assert_eq!(failed(ask(server(short.ip_port, Transport::Tcp)).await).kind, FailureKind::Closed);
}

/// Asks over TLS or https, as a server of this name, where this authority is trusted.
async fn trusting(authority: &Authority, server: DnsServer) -> Known<DnsReply> {
    let net = net(&[authority]);
    let question = question(RecordType::A);
    tokio::time::timeout(LIMIT + super::SLACK, net.ask(&server, &question, LIMIT)).await.expect("it ends")
}

#[tokio::test]
async fn dns_over_tls_asks_only_a_server_that_proves_its_name() {
    let authority = Authority::new("Test root");
    let dot = Server::https(&authority.issues(&leaf(&["dns.test"])), &["dot"], |link| async move {
        let heard = link.heard.clone();
        answer_framed(link, |bytes| {
            heard.note("asked".into());
            good(bytes)
        })
        .await;
    });
    let named = |name: &str| DnsServer { tls_name: Some(name.into()), ..server(dot.ip_port, Transport::Tls) };
    assert!(trusting(&authority, named("dns.test")).await.seen().is_some());
    assert_eq!(failed(trusting(&authority, named("other.test")).await).kind, FailureKind::TlsRefused);
    let stranger = Authority::new("Stranger");
    assert_eq!(failed(trusting(&stranger, named("dns.test")).await).kind, FailureKind::TlsRefused);
    // Nothing but the good connection carried a question.
    assert_eq!(dot.heard.all(), ["asked"]);
}

fn doh(authority: &Authority, answer: impl Fn(&[u8]) -> Vec<u8> + Clone + Send + Sync + 'static) -> Server {
    Server::https(&authority.issues(&leaf(&["dns.test"])), &["http/1.1"], move |mut link| {
        let answer = answer.clone();
        async move {
            let head = link.head().await;
            let length =
                head.lines().find_map(|line| line.to_ascii_lowercase().strip_prefix("content-length: ")?.parse().ok());
            let mut body = vec![0; length.unwrap_or(0)];
            let _ = link.stream.read_exact(&mut body).await;
            link.say(answer(&body)).await;
            let _ = link.stream.shutdown().await;
        }
    })
}

fn doh_server(server_: &Server) -> DnsServer {
    let url = format!("https://dns.test:{}/dns-query", server_.ip_port.port());
    DnsServer { url: Some(url), ..server(server_.ip_port, Transport::Https) }
}

fn message_page(body: &[u8]) -> Vec<u8> {
    let head =
        format!("HTTP/1.1 200 OK\r\nContent-Type: application/dns-message\r\nContent-Length: {}\r\n\r\n", body.len());
    [head.as_bytes(), body].concat()
}

#[tokio::test]
async fn dns_over_https_posts_the_question() {
    let authority = Authority::new("Test root");
    let https = doh(&authority, |bytes| message_page(&good(bytes)));
    let known = trusting(&authority, doh_server(&https)).await;
    assert_eq!(known.seen().map(ips), Some(vec!["192.0.2.7".to_owned()]), "{known:?}");
    let head = https.heard.all()[0].to_ascii_lowercase();
    assert!(head.starts_with("post /dns-query http/1.1\r\n"), "{head}");
    assert!(head.contains("content-type: application/dns-message\r\n"), "{head}");
}

#[tokio::test]
async fn dns_over_https_that_goes_wrong_is_told() {
    let authority = Authority::new("Test root");
    let wrong_status = doh(&authority, |_| page("403 Forbidden", "", "no").into_bytes());
    let failure = failed(trusting(&authority, doh_server(&wrong_status)).await);
    assert_eq!(failure.kind, FailureKind::Protocol);
    assert!(failure.detail.contains("403"), "{failure:?}");
    let huge = doh(&authority, |_| message_page(&vec![0; 1_000_000]));
    assert_eq!(failed(trusting(&authority, doh_server(&huge)).await).kind, FailureKind::TooLarge);
    let html = doh(&authority, |_| page("200 OK", "", "<html>sign in first</html>").into_bytes());
    assert_eq!(failed(trusting(&authority, doh_server(&html)).await).kind, FailureKind::Protocol);
    let redirect = doh(&authority, |_| page("302 Found", "Location: https://other.test/\r\n", "").into_bytes());
    assert_eq!(failed(trusting(&authority, doh_server(&redirect)).await).kind, FailureKind::Protocol);
    let silent = Server::http(Link::hold);
    let server = doh_server(&silent);
    let known = asked(server, RecordType::A, Duration::from_millis(400)).await;
    assert_eq!(failed(known).kind, FailureKind::TimedOut);
}

#[tokio::test]
async fn dns_over_https_asks_only_a_server_that_proves_its_name() {
    let authority = Authority::new("Test root");
    let https = doh(&authority, |bytes| message_page(&good(bytes)));
    let failure = failed(trusting(&Authority::new("Stranger"), doh_server(&https)).await);
    assert_eq!(failure.kind, FailureKind::TlsRefused, "{failure:?}");
    assert!(https.heard.all().is_empty());
}
