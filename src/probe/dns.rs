//! One question to one DNS server over UDP, TCP or TLS: no cache, no second server, no search list.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use hickory_resolver::proto::op::{Edns, Message, MessageType, Query, ResponseCode};
use hickory_resolver::proto::rr::rdata::opt::{EdnsCode, EdnsOption};
use hickory_resolver::proto::rr::rdata::svcb::SvcParamValue;
use hickory_resolver::proto::rr::{Name, RData, RecordType as WireType};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::UdpSocket;
use tokio::time::Instant;

use super::roots::Roots;
use super::{doh, tcp, tls};
use crate::model::dns::{DnsReply, DnsServer, ExtendedError, Purpose, Question, Rcode, RecordType, Transport};
use crate::model::{Failure, FailureKind, Known};

/// UDP payload that this program takes: fits every link without fragments (DNS flag day 2020).
const UDP_PAYLOAD: u16 = 1232;
/// When a UDP question is asked again, for the case that a packet was lost.
const RETRY_AFTER: Duration = Duration::from_millis(1_000);
/// Records of one answer that are kept.
const RECORDS_KEPT: usize = 64;

/// Asks, and reads the answer.
pub async fn ask(roots: &Arc<Roots>, server: &DnsServer, question: &Question, limit: Duration) -> Known<DnsReply> {
    let started = Instant::now();
    let message = match encode(question) {
        Ok(message) => message,
        Err(detail) => return Known::Failed(Failure::with_detail(FailureKind::Protocol, 0, detail)),
    };
    let bytes = match message.to_vec() {
        Ok(bytes) => bytes,
        Err(error) => return Known::Failed(Failure::with_detail(FailureKind::Protocol, 0, error.to_string())),
    };
    let exchange = async {
        match server.transport {
            Transport::Udp => over_udp(server.ip_port, &bytes, &message).await,
            Transport::Tcp => Ok((over_tcp(server.ip_port, &bytes, limit).await?, false)),
            Transport::Tls => Ok((over_tls(roots, server, &bytes, limit).await?, false)),
            Transport::Https => Ok((doh::exchange(roots, server, &bytes, limit).await?, false)),
        }
    };
    let after_ms = || u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX);
    match tokio::time::timeout(limit, exchange).await {
        Err(_) => Known::Failed(Failure::new(FailureKind::TimedOut, after_ms())),
        Ok(Err(failure)) => Known::Failed(failure),
        Ok(Ok((bytes, retried))) => match understood(&bytes, Some(&message), question) {
            Ok(reply) => Known::Seen(DnsReply { retried_over_tcp: retried, ..reply }),
            Err(detail) => Known::Failed(Failure::with_detail(FailureKind::Protocol, after_ms(), detail)),
        },
    }
}

/// The reply in these bytes, where it is one to this message.
pub(crate) fn understood(bytes: &[u8], to: Option<&Message>, question: &Question) -> Result<DnsReply, String> {
    let reply = Message::from_vec(bytes).map_err(|error| error.to_string())?;
    if to.is_some_and(|message| !answers(&reply, message)) {
        return Err("the reply is to another question".to_owned());
    }
    Ok(read(&reply, question))
}

fn encode(question: &Question) -> Result<Message, String> {
    let mut name = Name::from_ascii(&question.name).map_err(|error| error.to_string())?;
    name.set_fqdn(true);
    let mut message = Message::query();
    message.metadata.recursion_desired = true;
    // Asks for the AD bit in the answer (RFC 6840 section 5.7).
    message.metadata.authentic_data = true;
    message.metadata.checking_disabled = question.purpose == Purpose::CheckingDisabled;
    message.add_query(Query::query(name, wire_type(question.record_type)));
    let mut edns = Edns::new();
    edns.set_max_payload(UDP_PAYLOAD);
    message.set_edns(edns);
    Ok(message)
}

fn wire_type(record_type: RecordType) -> WireType {
    match record_type {
        RecordType::A => WireType::A,
        RecordType::Aaaa => WireType::AAAA,
        RecordType::Https => WireType::HTTPS,
        RecordType::Ns => WireType::NS,
        RecordType::Soa => WireType::SOA,
    }
}

async fn over_udp(server: SocketAddr, bytes: &[u8], message: &Message) -> Result<(Vec<u8>, bool), Failure> {
    let started = Instant::now();
    let after_ms = || u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX);
    let failed = |error: std::io::Error| Failure::from_io(&error, after_ms());
    let local: SocketAddr =
        if server.is_ipv4() { (Ipv4Addr::UNSPECIFIED, 0).into() } else { (Ipv6Addr::UNSPECIFIED, 0).into() };
    let socket = UdpSocket::bind(local).await.map_err(failed)?;
    socket.connect(server).await.map_err(failed)?;
    socket.send(bytes).await.map_err(failed)?;
    let mut buffer = vec![0; usize::from(u16::MAX)];
    loop {
        let length = match tokio::time::timeout(RETRY_AFTER, socket.recv(&mut buffer)).await {
            Err(_) => {
                socket.send(bytes).await.map_err(failed)?;
                continue;
            }
            Ok(result) => result.map_err(failed)?,
        };
        let datagram = buffer.get(..length).unwrap_or_default();
        match Message::from_vec(datagram) {
            Ok(reply) if !answers(&reply, message) => {}
            Ok(reply) if reply.metadata.truncation => {
                return over_tcp(server, bytes, Duration::from_secs(3)).await.map(|bytes| (bytes, true));
            }
            // Unreadable bytes are told by the caller, unless they are somebody else's.
            Err(_) if datagram.get(..2) != bytes.get(..2) => {}
            _ => return Ok((datagram.to_vec(), false)),
        }
    }
}

/// Whether the reply belongs to our question: an old or forged one is passed over (RFC 5452 section 9.1).
fn answers(reply: &Message, message: &Message) -> bool {
    reply.metadata.id == message.metadata.id
        && reply.metadata.message_type == MessageType::Response
        && (reply.queries.is_empty() || reply.queries == message.queries)
}

async fn over_tcp(server: SocketAddr, bytes: &[u8], limit: Duration) -> Result<Vec<u8>, Failure> {
    let (stream, _) = tcp::connect(server, limit).await?;
    framed(stream, bytes).await
}

async fn over_tls(roots: &Arc<Roots>, server: &DnsServer, bytes: &[u8], limit: Duration) -> Result<Vec<u8>, Failure> {
    let (stream, _) = tcp::connect(server.ip_port, limit).await?;
    let name = server.tls_name.clone().unwrap_or_else(|| server.ip_port.ip().to_string());
    let (stream, seen) = tls::handshake(roots, stream, &name, &[b"dot"], limit).await?;
    if !seen.authenticated() {
        return Err(Failure::with_detail(
            FailureKind::TlsRefused,
            seen.ms,
            "its certificate is not valid for its name",
        ));
    }
    framed(stream, bytes).await
}

/// Length and message, as over any stream (RFC 1035 section 4.2.2).
async fn framed(mut stream: impl AsyncRead + AsyncWrite + Unpin, bytes: &[u8]) -> Result<Vec<u8>, Failure> {
    let started = Instant::now();
    let failed =
        |error: std::io::Error| Failure::from_io(&error, u64::try_from(started.elapsed().as_millis()).unwrap_or(0));
    let length = u16::try_from(bytes.len()).map_err(|_| Failure::new(FailureKind::TooLarge, 0))?;
    let mut message = length.to_be_bytes().to_vec();
    message.extend_from_slice(bytes);
    stream.write_all(&message).await.map_err(failed)?;
    stream.flush().await.map_err(failed)?;
    let length = stream.read_u16().await.map_err(failed)?;
    let mut reply = vec![0; usize::from(length)];
    stream.read_exact(&mut reply).await.map_err(failed)?;
    Ok(reply)
}

fn read(message: &Message, question: &Question) -> DnsReply {
    let mut reply = DnsReply {
        rcode: rcode(message.metadata.response_code),
        authoritative: message.metadata.authoritative,
        authenticated: message.metadata.authentic_data,
        ips: Vec::new(),
        names: Vec::new(),
        glue: Vec::new(),
        ttl_secs: None,
        serial: None,
        zone: None,
        extended_errors: extended_errors(message),
        alpn: Vec::new(),
        retried_over_tcp: false,
    };
    for record in message.answers.iter().take(RECORDS_KEPT) {
        reply.ttl_secs = Some(reply.ttl_secs.map_or(record.ttl, |ttl| ttl.min(record.ttl)));
        match &record.data {
            RData::A(ip) => reply.ips.push(IpAddr::V4(ip.0)),
            RData::AAAA(ip) => reply.ips.push(IpAddr::V6(ip.0)),
            RData::CNAME(name) => reply.names.push(plain(&name.0)),
            RData::NS(name) => reply.names.push(plain(&name.0)),
            RData::SOA(soa) => reply.serial = Some(soa.serial),
            RData::HTTPS(https) => reply.alpn.extend(https.svc_params.iter().flat_map(|(_, value)| match value {
                SvcParamValue::Alpn(alpn) => alpn.0.clone(),
                _ => Vec::new(),
            })),
            _ => {}
        }
    }
    let soa = message.answers.iter().chain(&message.authorities).find(|record| matches!(record.data, RData::SOA(_)));
    reply.zone = soa.map(|record| plain(&record.name));
    if question.record_type == RecordType::Ns {
        for record in message.authorities.iter().take(RECORDS_KEPT) {
            if let RData::NS(name) = &record.data {
                reply.names.push(plain(&name.0));
            }
        }
        for record in message.additionals.iter().take(RECORDS_KEPT) {
            match &record.data {
                RData::A(ip) => reply.glue.push((plain(&record.name), IpAddr::V4(ip.0))),
                RData::AAAA(ip) => reply.glue.push((plain(&record.name), IpAddr::V6(ip.0))),
                _ => {}
            }
        }
    }
    reply.names.dedup();
    reply
}

fn plain(name: &Name) -> String {
    name.to_ascii().trim_end_matches('.').to_ascii_lowercase()
}

fn rcode(code: ResponseCode) -> Rcode {
    match code {
        ResponseCode::NoError => Rcode::NoError,
        ResponseCode::FormErr => Rcode::FormErr,
        ResponseCode::ServFail => Rcode::ServFail,
        ResponseCode::NXDomain => Rcode::NxDomain,
        ResponseCode::NotImp => Rcode::NotImp,
        ResponseCode::Refused => Rcode::Refused,
        other => Rcode::Other(u16::from(other)),
    }
}

/// The library knows this option only as bytes: two of code, then text (RFC 8914 section 2).
fn extended_errors(message: &Message) -> Vec<ExtendedError> {
    let Some(edns) = &message.edns else { return Vec::new() };
    let options = edns.options().get_all(EdnsCode::from(15));
    let bytes = options.into_iter().filter_map(|option| match option {
        EdnsOption::Unknown(_, bytes) => Some(bytes.as_slice()),
        _ => None,
    });
    bytes.take(8).filter_map(extended_error).collect()
}

fn extended_error(bytes: &[u8]) -> Option<ExtendedError> {
    let (code, text) = bytes.split_first_chunk::<2>()?;
    let text: String = String::from_utf8_lossy(text).chars().filter(|c| !c.is_control()).take(200).collect();
    Some(ExtendedError { code: u16::from_be_bytes(*code), text })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn extended_errors_are_decoded() {
        assert_eq!(extended_error(&[0, 22, b'o', b'k', 0x1b]), Some(ExtendedError { code: 22, text: "ok".to_owned() }));
        assert_eq!(extended_error(&[0]), None);
    }

    #[test]
    fn a_question_asks_for_recursion_and_for_the_verdict_on_signatures() {
        let question =
            Question { name: "shop.test".into(), record_type: RecordType::A, purpose: Purpose::CheckingDisabled };
        let message = encode(&question).unwrap();
        assert!(message.metadata.recursion_desired && message.metadata.authentic_data);
        assert!(message.metadata.checking_disabled);
        assert_eq!(message.queries[0].name().to_ascii(), "shop.test.");
    }
}
