//! TCP connects with a small hop limit, and the socket's error queue (ip(7), ipv6(7), IP_RECVERR).

use std::io::{self, IoSliceMut};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::ops::RangeInclusive;
use std::os::fd::AsRawFd;
use std::time::Duration;

use nix::errno::Errno;
use nix::libc::{sock_extended_err, sockaddr_in6};
use nix::sys::socket::{ControlMessageOwned, MsgFlags, recvmsg, setsockopt, sockopt};
use socket2::{Domain, Protocol, Socket, Type};
use tokio::io::Interest;
use tokio::net::TcpStream;
use tokio::task::JoinSet;
use tokio::time::{Instant, timeout};

use super::trace::Answer;

/// ee_origin values of linux/errqueue.h.
const FROM_ICMP: u8 = 2;
const FROM_ICMP6: u8 = 3;
/// Time exceeded: ICMP type 11 (RFC 792), ICMPv6 type 3 (RFC 4443 section 3.3).
const TIME_EXCEEDED: u8 = 11;
const TIME_EXCEEDED6: u8 = 3;

/// A socket that wakes more often without saying anything would wake for ever.
const MAX_WAKES: u8 = 8;

/// One ICMP message about our SYN.
struct Icmp {
    from: IpAddr,
    time_exceeded: bool,
}

/// Asks with all these hop limits at once, each for at most `limit`.
///
/// # Errors
/// What the system says where nothing can be sent at all: no permission, no route.
pub(super) async fn ask_group(
    to: SocketAddr,
    ttls: RangeInclusive<u8>,
    limit: Duration,
) -> io::Result<Vec<(u8, Answer)>> {
    let first = *ttls.start();
    let mut running = JoinSet::new();
    for ttl in ttls {
        running.spawn(async move { (ttl, timeout(limit, ask(to, ttl)).await) });
    }
    let mut answers = Vec::new();
    while let Some(joined) = running.join_next().await {
        match joined.map_err(io::Error::other)? {
            (ttl, Ok(answer)) => answers.push((ttl, answer?)),
            (ttl, Err(_elapsed)) => answers.push((ttl, Answer::Silent)),
        }
        if all_up_to_the_end(&answers, first) {
            break;
        }
    }
    Ok(answers)
}

/// Whether the end of the path answered and nothing before it is still awaited.
fn all_up_to_the_end(answers: &[(u8, Answer)], first: u8) -> bool {
    let end = answers.iter().filter(|(_, answer)| answer.is_end()).map(|(ttl, _)| *ttl).min();
    end.is_some_and(|end| (first..end).all(|before| answers.iter().any(|(ttl, _)| *ttl == before)))
}

async fn ask(to: SocketAddr, ttl: u8) -> io::Result<Answer> {
    let began = Instant::now();
    let ms = || u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX);
    let socket = socket_for(to, ttl)?;
    match socket.connect(&to.into()) {
        Ok(()) => return Ok(Answer::Destination { ms: ms() }),
        Err(error) if error.kind() == io::ErrorKind::ConnectionRefused => {
            return Ok(Answer::Destination { ms: ms() });
        }
        Err(error) if error.raw_os_error() == Some(Errno::EINPROGRESS as i32) => {}
        Err(error) => return Err(error),
    }
    // Registered only now: a socket that never connected counts as hung up.
    let stream = TcpStream::from_std(socket.into())?;
    for _ in 0..MAX_WAKES {
        stream.writable().await?;
        let undecided = || io::Error::from(io::ErrorKind::WouldBlock);
        match stream.try_io(Interest::WRITABLE, || answer(&stream, to, ms())?.ok_or_else(undecided)) {
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
            decided => return decided,
        }
    }
    Ok(Answer::Silent)
}

fn socket_for(to: SocketAddr, ttl: u8) -> io::Result<Socket> {
    let socket = Socket::new(Domain::for_address(to), Type::STREAM, Some(Protocol::TCP))?;
    socket.set_nonblocking(true)?;
    match to {
        SocketAddr::V4(_) => {
            socket.set_ttl_v4(u32::from(ttl))?;
            setsockopt(&socket, sockopt::Ipv4RecvErr, &true)?;
        }
        SocketAddr::V6(_) => {
            socket.set_unicast_hops_v6(u32::from(ttl))?;
            setsockopt(&socket, sockopt::Ipv6RecvErr, &true)?;
        }
    }
    Ok(socket)
}

/// What the socket has to tell, if anything yet.
fn answer(socket: &TcpStream, to: SocketAddr, ms: u64) -> io::Result<Option<Answer>> {
    let error = socket.take_error()?;
    if let Some(icmp) = icmp_of(socket) {
        let own_ip = socket.local_addr().ok().map(|own| own.ip());
        return Ok(Some(from_icmp(&icmp, own_ip, to, ms)));
    }
    Ok(match error {
        Some(error) if error.kind() == io::ErrorKind::ConnectionRefused => Some(Answer::Destination { ms }),
        // A reset while connecting is an answer of the far side as well.
        Some(error) if error.kind() == io::ErrorKind::ConnectionReset => Some(Answer::Destination { ms }),
        Some(_) => Some(Answer::Silent),
        None => socket.peer_addr().is_ok().then_some(Answer::Destination { ms }),
    })
}

fn from_icmp(icmp: &Icmp, own_ip: Option<IpAddr>, to: SocketAddr, ms: u64) -> Answer {
    let ip = icmp.from;
    match () {
        // This device itself reports a neighbour that does not answer; no router spoke.
        () if Some(ip) == own_ip && ip != to.ip() => Answer::Silent,
        () if ip == to.ip() => Answer::Destination { ms },
        () if icmp.time_exceeded => Answer::Passing { ip, ms },
        () => Answer::DeadEnd { ip, ms },
    }
}

/// The next message of the error queue.
fn icmp_of(socket: &TcpStream) -> Option<Icmp> {
    let mut data = [0u8; 512];
    let mut parts = [IoSliceMut::new(&mut data)];
    let mut space = nix::cmsg_space!(sock_extended_err, sockaddr_in6);
    let flags = MsgFlags::MSG_ERRQUEUE | MsgFlags::MSG_DONTWAIT;
    let message = recvmsg::<()>(socket.as_raw_fd(), &mut parts, Some(&mut space), flags).ok()?;
    message.cmsgs().ok()?.find_map(|control| match control {
        ControlMessageOwned::Ipv4RecvErr(error, Some(from)) if error.ee_origin == FROM_ICMP => Some(Icmp {
            from: IpAddr::V4(Ipv4Addr::from(from.sin_addr.s_addr.to_ne_bytes())),
            time_exceeded: error.ee_type == TIME_EXCEEDED,
        }),
        ControlMessageOwned::Ipv6RecvErr(error, Some(from)) if error.ee_origin == FROM_ICMP6 => Some(Icmp {
            from: IpAddr::V6(Ipv6Addr::from(from.sin6_addr.s6_addr)),
            time_exceeded: error.ee_type == TIME_EXCEEDED6,
        }),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(from: &str, time_exceeded: bool, expected: Answer) {
        let icmp = Icmp { from: from.parse().unwrap(), time_exceeded };
        let own_ip = Some("10.0.0.2".parse().unwrap());
        assert_eq!(from_icmp(&icmp, own_ip, "192.0.2.1:443".parse().unwrap(), 5), expected, "{from}");
    }

    #[test]
    fn nothing_beyond_the_end_is_awaited() {
        let end = Answer::Destination { ms: 1 };
        assert!(all_up_to_the_end(&[(6, end), (5, Answer::Silent)], 5));
        assert!(!all_up_to_the_end(&[(6, end), (7, end)], 5));
        assert!(!all_up_to_the_end(&[(5, Answer::Silent)], 5));
    }

    #[test]
    fn who_sent_the_icmp_message() {
        let router = "10.0.0.1".parse().unwrap();
        check("10.0.0.1", true, Answer::Passing { ip: router, ms: 5 });
        check("10.0.0.1", false, Answer::DeadEnd { ip: router, ms: 5 });
        check("10.0.0.2", false, Answer::Silent);
        check("192.0.2.1", false, Answer::Destination { ms: 5 });
    }
}
