//! TLS: who vouches for the peer, and handshakes that do not come about.

use std::net::IpAddr;
use std::time::{Duration, Instant};

use gatemend::model::FailureKind;
use gatemend::model::visit::{CertificateProblem, TlsSeen, Trust, VisitTrace};
use rcgen::date_time_ymd;
use tokio::io::{AsyncReadExt, AsyncWriteExt};

use super::certificates::{Authority, Identity, leaf};
use super::chains::{appointed, self_signed};
use super::server::{Link, Server, page};
use super::{answer, net, request, visit};

const HOST: &str = "shop.test";

fn https(server: &Server, host: &str) -> gatemend::probe::outside::VisitRequest {
    let port = server.ip_port.port();
    request(&format!("https://{host}:{port}/"), server.ip_port)
}

/// What a visit of shop.test shows of a server with this identity, where this authority is trusted.
async fn shown(authority: &Authority, identity: &Identity) -> VisitTrace {
    let server = Server::https(identity, &["http/1.1"], |link| link.answer(page("200 OK", "", "hello")));
    visit(&net(&[authority]), &https(&server, HOST)).await
}

fn tls(trace: &VisitTrace) -> &TlsSeen {
    trace.tls.seen().unwrap_or_else(|| panic!("no handshake: {trace:?}"))
}

fn tls_failure(trace: &VisitTrace) -> FailureKind {
    assert!(!trace.http.tried(), "{trace:?}");
    trace.tls.failed().unwrap_or_else(|| panic!("no failure: {trace:?}")).kind
}

#[tokio::test]
async fn an_authority_of_the_settings_vouches() {
    let authority = Authority::new("Test root");
    let trace = shown(&authority, &authority.issues(&leaf(&[HOST, "www.shop.test"]))).await;
    let seen = tls(&trace);
    assert_eq!(seen.trust, Trust::Extra);
    assert_eq!((seen.version.as_str(), seen.alpn.as_deref()), ("TLS 1.3", Some("http/1.1")));
    assert_eq!(seen.chain[0].names, [HOST, "www.shop.test"]);
    assert!(seen.chain[0].issuer.contains("Test root") && !seen.chain[0].self_signed);
    assert_eq!(answer(&trace).body, "hello");
}

#[tokio::test]
async fn a_chain_through_an_intermediate_is_followed_and_a_gap_in_it_is_seen() {
    let authority = Authority::new("Test root");
    let middle = appointed(&authority, "Test intermediate");
    let mut identity = middle.issues(&leaf(&[HOST]));
    assert_eq!(tls(&shown(&authority, &identity).await).trust, Trust::Untrusted(CertificateProblem::UnknownIssuer));
    identity.chain.push(middle.0.der().clone());
    let trace = shown(&authority, &identity).await;
    assert_eq!(tls(&trace).trust, Trust::Extra);
    assert_eq!(tls(&trace).chain.len(), 2);
}

#[tokio::test]
async fn what_is_wrong_with_a_certificate_is_told_apart() {
    let authority = Authority::new("Test root");
    let dated = |names: &[&str], from: i32, to: i32| {
        let mut params = leaf(names);
        (params.not_before, params.not_after) = (date_time_ymd(from, 1, 1), date_time_ymd(to, 1, 1));
        params
    };
    let expired = dated(&[HOST], 2001, 2002);
    let expired_and_of_another_name = dated(&["other.test"], 2001, 2002);
    let stranger = Authority::new("Stranger");
    for (what, identity, expected) in [
        ("expired", authority.issues(&expired), CertificateProblem::Expired),
        ("expired, other name", authority.issues(&expired_and_of_another_name), CertificateProblem::Expired),
        ("not yet valid", authority.issues(&dated(&[HOST], 4000, 4001)), CertificateProblem::NotYetValid),
        ("other name", authority.issues(&leaf(&["other.test"])), CertificateProblem::WrongName),
        ("unknown issuer", stranger.issues(&leaf(&[HOST])), CertificateProblem::UnknownIssuer),
        ("unknown issuer, expired", stranger.issues(&expired), CertificateProblem::UnknownIssuer),
        ("self-signed", self_signed(&leaf(&[HOST])), CertificateProblem::UnknownIssuer),
    ] {
        let trace = shown(&authority, &identity).await;
        assert_eq!(tls(&trace).trust, Trust::Untrusted(expected), "{what}");
        // What its owner has to say is worth hearing.
        assert_eq!(answer(&trace).body, "hello", "{what}");
    }
}

#[tokio::test]
async fn a_certificate_that_ends_before_it_begins_or_lasts_no_time_is_told() {
    let authority = Authority::new("Test root");
    for (from, to, expected) in [(2030, 2020, CertificateProblem::Invalid), (2020, 2020, CertificateProblem::Expired)] {
        let mut params = leaf(&[HOST]);
        (params.not_before, params.not_after) = (date_time_ymd(from, 1, 1), date_time_ymd(to, 1, 1));
        let trace = shown(&authority, &authority.issues(&params)).await;
        assert_eq!(tls(&trace).trust, Trust::Untrusted(expected), "{from} to {to}");
    }
}

#[tokio::test]
async fn an_authority_with_the_same_name_and_another_key_is_unknown() {
    let (authority, impostor) = (Authority::new("Test root"), Authority::new("Test root"));
    let trace = shown(&authority, &impostor.issues(&leaf(&[HOST]))).await;
    assert_eq!(tls(&trace).trust, Trust::Untrusted(CertificateProblem::UnknownIssuer));
}

#[tokio::test]
async fn a_self_signed_certificate_that_is_an_authority_is_of_an_unknown_issuer() {
    let mut params = leaf(&[HOST]);
    params.is_ca = rcgen::IsCa::Ca(rcgen::BasicConstraints::Unconstrained);
    let trace = shown(&Authority::new("Test root"), &self_signed(&params)).await;
    assert_eq!(tls(&trace).trust, Trust::Untrusted(CertificateProblem::UnknownIssuer));
    assert!(tls(&trace).chain[0].self_signed);
}

#[tokio::test]
async fn an_address_is_authenticated_by_a_certificate_for_it() {
    let authority = Authority::new("Test root");
    let identity = authority.issues(&leaf(&["127.0.0.1"]));
    let server = Server::https(&identity, &[], |link| link.answer(page("200 OK", "", "hello")));
    let trace = visit(&net(&[&authority]), &https(&server, "127.0.0.1")).await;
    assert_eq!(tls(&trace).trust, Trust::Extra);
    assert_eq!(tls(&trace).chain[0].names, ["127.0.0.1".parse::<IpAddr>().unwrap().to_string()]);
    assert_eq!(tls(&trace).alpn, None);
}

#[tokio::test]
async fn only_what_was_asked_for_is_offered_as_alpn() {
    let authority = Authority::new("Test root");
    let identity = authority.issues(&leaf(&[HOST]));
    let server = Server::https(&identity, &["h2", "http/1.1"], |link| link.answer(page("200 OK", "", "one")));
    let mut request = https(&server, HOST);
    request.http2 = false;
    let trace = visit(&net(&[&authority]), &request).await;
    assert_eq!(tls(&trace).alpn.as_deref(), Some("http/1.1"));
    assert_eq!((answer(&trace).version.as_str(), answer(&trace).body.as_str()), ("HTTP/1.1", "one"));
}

#[tokio::test]
async fn a_port_that_speaks_plain_http_is_no_tls() {
    let server = Server::tcp(|mut stream, _| async move {
        let _ = stream.read(&mut [0; 4096]).await;
        let _ = stream.write_all(page("400 Bad Request", "", "plain").as_bytes()).await;
    });
    let trace = visit(&net(&[]), &https(&server, HOST)).await;
    assert_eq!(tls_failure(&trace), FailureKind::Protocol);
}

#[tokio::test]
async fn an_alert_is_a_refusal() {
    let server = Server::tcp(|mut stream, _| async move {
        let _ = stream.read(&mut [0; 4096]).await;
        // Alert, TLS 1.2, two bytes: fatal, handshake_failure (RFC 8446 section 6.2).
        let _ = stream.write_all(&[21, 3, 3, 0, 2, 2, 40]).await;
        let _ = stream.read(&mut [0; 1]).await;
    });
    let trace = visit(&net(&[]), &https(&server, HOST)).await;
    assert_eq!(tls_failure(&trace), FailureKind::TlsRefused);
    assert!(trace.tls.failed().unwrap().detail.contains("HandshakeFailure"), "{trace:?}");
}

#[tokio::test]
async fn hanging_up_in_the_handshake_is_closed_and_a_reset_is_a_reset() {
    let server = Server::tcp(|mut stream, _| async move {
        let _ = stream.read(&mut [0; 4096]).await;
    });
    assert_eq!(tls_failure(&visit(&net(&[]), &https(&server, HOST)).await), FailureKind::Closed);
    let server = Server::tcp(|mut stream, _| async move {
        let _ = stream.read(&mut [0; 1]).await;
        socket2::SockRef::from(&stream).set_linger(Some(Duration::ZERO)).unwrap();
    });
    assert_eq!(tls_failure(&visit(&net(&[]), &https(&server, HOST)).await), FailureKind::Reset);
}

#[tokio::test]
async fn silence_in_the_handshake_ends_with_the_limit() {
    let server = Server::http(Link::hold);
    let mut request = https(&server, HOST);
    request.limits.tls = Duration::from_millis(300);
    let started = Instant::now();
    let trace = visit(&net(&[]), &request).await;
    assert_eq!(tls_failure(&trace), FailureKind::TimedOut);
    assert!((300..4_300).contains(&started.elapsed().as_millis()));
}

#[tokio::test]
async fn a_body_that_tls_does_not_end_properly_is_broken_off() {
    let authority = Authority::new("Test root");
    let server = Server::https(&authority.issues(&leaf(&[HOST])), &[], |mut link: Link| async move {
        link.head().await;
        // Without a length, only TLS could say that this is all (RFC 9112 section 9.8).
        link.say("HTTP/1.1 200 OK\r\n\r\nhalf").await;
    });
    let trace = visit(&net(&[&authority]), &https(&server, HOST)).await;
    assert_eq!(answer(&trace).body, "half");
    assert_eq!(answer(&trace).body_failure.as_ref().map(|failure| failure.kind), Some(FailureKind::Closed));
}

/// Boxes that lose a greeting of more than one segment do not lose this one: the verdict tells so (`untested-large-hello`).
#[tokio::test]
async fn the_greeting_fits_one_segment() {
    let server = Server::tcp(|mut stream, heard| async move {
        let mut head = [0_u8; 5];
        if stream.read_exact(&mut head).await.is_ok() {
            heard.note(u16::from_be_bytes([head[3], head[4]]).to_string());
        }
    });
    assert!(tls_failure(&visit(&net(&[]), &https(&server, HOST)).await) != FailureKind::TimedOut);
    let bytes: Vec<usize> = server.heard.all().iter().filter_map(|text| text.parse().ok()).collect();
    assert!(bytes.len() == 1 && (100..1_300).contains(&bytes[0]), "a record of {bytes:?} bytes");
}
