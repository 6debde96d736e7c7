//! DNS servers that mean harm, and certificates of absurd size.

use std::time::{Duration, Instant};

use gatemend::model::FailureKind;
use gatemend::model::dns::{RecordType, Transport};
use gatemend::model::visit::{CertificateProblem, Trust};
use hickory_resolver::proto::rr::rdata::{CNAME, TXT};
use hickory_resolver::proto::rr::{RData, Record};
use rcgen::{DnType, string::Ia5String};

use super::certificates::{Authority, leaf};
use super::chains::appointed;
use super::dns::{a, answer_framed, asked, failed, name, reply, seen, serve_udp, server, udp};
use super::server::{Link, Server, page};
use super::{SLACK, answer, net, request, visit};

const SHORT: Duration = Duration::from_millis(800);

#[tokio::test]
async fn aliases_that_lead_in_a_circle_are_read_once() {
    let alias = |from: &str, to: &str| Record::from_rdata(name(from), 60, RData::CNAME(CNAME(name(to))));
    let ip_port = udp(move |bytes| {
        vec![reply(bytes, |message| {
            for _ in 0..20 {
                message.add_answer(alias("shop.test.", "a.test."));
                message.add_answer(alias("a.test.", "shop.test."));
            }
        })]
    });
    let reply = seen(server(ip_port, Transport::Udp), RecordType::A).await;
    assert!(reply.ips.is_empty() && reply.names.len() <= 64, "{reply:?}");
}

#[tokio::test]
async fn a_flood_of_addresses_and_endless_texts_are_cut() {
    let tcp = Server::http(|link| {
        answer_framed(link, |bytes| {
            reply(bytes, |message| {
                for number in 0..3_000_u32 {
                    message.add_answer(a("shop.test.", &std::net::Ipv4Addr::from(0x0a00_0000 + number).to_string()));
                }
            })
        })
    });
    let flood = seen(server(tcp.ip_port, Transport::Tcp), RecordType::A).await;
    assert_eq!(flood.ips.len(), 64);
    let texts = Server::http(|link| {
        answer_framed(link, |bytes| {
            reply(bytes, |message| {
                let text = TXT::new(vec!["x".repeat(255); 200]);
                message.add_answer(Record::from_rdata(name("shop.test."), 60, RData::TXT(text)));
                message.add_answer(a("shop.test.", "192.0.2.7"));
            })
        })
    });
    let reply = seen(server(texts.ip_port, Transport::Tcp), RecordType::A).await;
    assert_eq!(reply.ips.len(), 1);
    assert!(format!("{reply:?}").len() < 1_000, "texts are not kept");
}

#[tokio::test]
async fn a_flood_of_wrong_numbers_ends_with_the_limit() {
    let socket = std::net::UdpSocket::bind("127.0.0.1:0").unwrap();
    let ip_port = serve_udp(socket, |bytes| {
        let wrong = |number: u16| {
            [&(u16::from_be_bytes([bytes[0], bytes[1]]) ^ (number + 1)).to_be_bytes(), &bytes[2..]].concat()
        };
        (0..5_000).map(wrong).collect()
    });
    let started = Instant::now();
    let known = asked(server(ip_port, Transport::Udp), RecordType::A, SHORT).await;
    assert_eq!(failed(known).kind, FailureKind::TimedOut);
    assert!(started.elapsed() < SHORT + SLACK);
}

#[tokio::test]
async fn names_that_point_at_themselves_are_a_protocol_failure() {
    // The owner of the answer is a pointer to itself, then one that leads forward, then two that lead to each other.
    for pointer in [[0xc0, 29, 0, 0], [0xc0, 60, 0, 0], [0xc0, 31, 0xc0, 29]] {
        let ip_port = udp(move |bytes| {
            let mut head = bytes[..12].to_vec();
            head[2] |= 0x80;
            // One question, one answer, and nothing else.
            head[4..12].copy_from_slice(&[0, 1, 0, 1, 0, 0, 0, 0]);
            let question = &bytes[12..12 + 11 + 4];
            vec![[&head, question, &[0, 0][..], &pointer, &[0, 1, 0, 1, 0, 0, 0, 60, 0, 4, 192, 0, 2, 7]].concat()]
        });
        let known = asked(server(ip_port, Transport::Udp), RecordType::A, SHORT).await;
        let kind = failed(known).kind;
        assert!([FailureKind::Protocol, FailureKind::TimedOut].contains(&kind), "{kind:?}");
    }
}

#[tokio::test]
async fn an_answer_that_is_always_cut_off_or_trickles_is_told() {
    // Over TCP it says that it was cut off once more: it is taken as it is.
    let tcp =
        Server::http(|link| answer_framed(link, |bytes| reply(bytes, |message| message.metadata.truncation = true)));
    let socket = std::net::UdpSocket::bind(tcp.ip_port).unwrap();
    let ip_port = serve_udp(socket, |bytes| vec![reply(bytes, |message| message.metadata.truncation = true)]);
    assert!(seen(server(ip_port, Transport::Udp), RecordType::A).await.retried_over_tcp);
    let trickling = Server::http(|mut link: Link| async move {
        link.say([0xff, 0xff]).await;
        while link.say([0]).await {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    });
    let started = Instant::now();
    let known = asked(server(trickling.ip_port, Transport::Tcp), RecordType::A, SHORT).await;
    assert_eq!(failed(known).kind, FailureKind::TimedOut);
    assert!(started.elapsed() < SHORT + SLACK);
}

#[tokio::test]
async fn certificates_of_absurd_size_are_read_and_cut() {
    let authority = Authority::new("Test root");
    let mut params = leaf(&["shop.test"]);
    for number in 0..1_500 {
        params
            .subject_alt_names
            .push(rcgen::SanType::DnsName(Ia5String::try_from(format!("n{number}.shop.test")).unwrap()));
    }
    params.subject_alt_names.push(rcgen::SanType::DnsName(Ia5String::try_from("x".repeat(5_000)).unwrap()));
    params.subject_alt_names.rotate_right(1);
    params.distinguished_name.push(DnType::OrganizationName, "o".repeat(5_000));
    let mut identity = authority.issues(&params);
    // A long row of authorities that appoint one another, none of which is needed.
    for number in 0..40 {
        identity.chain.push(appointed(&authority, &format!("Middle {number}")).0.der().clone());
    }
    let server = Server::https(&identity, &[], |link| link.answer(page("200 OK", "", "hello")));
    let port = server.ip_port.port();
    let trace = visit(&net(&[&authority]), &request(&format!("https://shop.test:{port}/"), server.ip_port)).await;
    let tls = trace.tls.seen().unwrap_or_else(|| panic!("{trace:?}"));
    assert_eq!(answer(&trace).body, "hello");
    assert!(matches!(tls.trust, Trust::Extra | Trust::Untrusted(CertificateProblem::Invalid)), "{:?}", tls.trust);
    assert!(tls.chain.len() <= 8 && tls.chain[0].names.len() <= 40);
    let kept = format!("{:?}", tls.chain).len();
    assert!(kept < 16 * 1024, "{kept} bytes of certificates are kept");
}

#[tokio::test]
async fn a_chain_larger_than_a_handshake_may_be_and_a_trickled_one_end_in_time() {
    let authority = Authority::new("Test root");
    let mut identity = authority.issues(&leaf(&["shop.test"]));
    let middle = appointed(&authority, "Middle").0.der().clone();
    identity.chain.extend(vec![middle; 300]);
    let server = Server::https(&identity, &[], |link| link.answer(page("200 OK", "", "hello")));
    let port = server.ip_port.port();
    let trace = visit(&net(&[&authority]), &request(&format!("https://shop.test:{port}/"), server.ip_port)).await;
    assert!(trace.tls.failed().is_some(), "{trace:?}");
    // The beginning of a record of a handshake, and then one byte after the other.
    let trickling = Server::http(|mut link: Link| async move {
        link.say([22, 3, 3, 0x40, 0, 2, 0, 0x3f, 0xfc]).await;
        while link.say([0]).await {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    });
    let port = trickling.ip_port.port();
    let mut asked = request(&format!("https://shop.test:{port}/"), trickling.ip_port);
    asked.limits.tls = Duration::from_millis(400);
    let trace = visit(&net(&[&authority]), &asked).await;
    assert_eq!(trace.tls.failed().map(|failure| failure.kind), Some(FailureKind::TimedOut), "{trace:?}");
}
