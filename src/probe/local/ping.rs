//! One ICMP echo without special rights.
//!
//! Silence is no proof of absence: many routers do not answer. Linux allows such sockets to the groups in
//! `net.ipv4.ping_group_range` only; elsewhere it is "not tried".

use std::io;
use std::net::IpAddr;
use std::time::Duration;

use ping_async::{IcmpEchoReply, IcmpEchoRequestor, IcmpEchoStatus};
use tokio::time::{Instant, timeout};

use crate::model::{Failure, FailureKind, Known};

use super::not_seen;

/// EPROTONOSUPPORT and EAFNOSUPPORT of Linux: no ICMP sockets, no such address family.
#[cfg(target_os = "linux")]
const LACKING: [i32; 2] = [93, 97];
/// WSAEPROTONOSUPPORT and WSAEAFNOSUPPORT of Windows.
#[cfg(windows)]
const LACKING: [i32; 2] = [10_043, 10_047];
/// EPROTONOSUPPORT and EAFNOSUPPORT of macOS.
#[cfg(not(any(target_os = "linux", windows)))]
const LACKING: [i32; 2] = [43, 47];

/// Milliseconds of the round trip of one echo; `limit` bounds the whole call.
///
/// `NotTried` where ICMP is not permitted, and for link-local IPv6 addresses, which need a scope that is not known
/// here.
pub async fn ping(ip: IpAddr, limit: Duration) -> Known<u64> {
    if matches!(ip, IpAddr::V6(v6) if v6.is_unicast_link_local()) {
        return Known::not_tried("a link-local address needs its interface");
    }
    let began = Instant::now();
    let outcome = match IcmpEchoRequestor::new(ip, None, None, Some(limit)) {
        Ok(requestor) => timeout(limit, requestor.send()).await.unwrap_or_else(|_| Err(io::ErrorKind::TimedOut.into())),
        Err(error) => Err(error),
    };
    let after_ms = millis(began.elapsed());
    match outcome {
        Ok(reply) => read(&reply, after_ms),
        Err(error) if error.raw_os_error().is_some_and(|code| LACKING.contains(&code)) => {
            Known::not_tried("not supported here")
        }
        Err(error) => not_seen(&error, after_ms),
    }
}

fn read(reply: &IcmpEchoReply, after_ms: u64) -> Known<u64> {
    let kind = match reply.status() {
        IcmpEchoStatus::Success => return Known::Seen(millis(reply.round_trip_time())),
        IcmpEchoStatus::TimedOut => FailureKind::TimedOut,
        IcmpEchoStatus::Unreachable => FailureKind::HostUnreachable,
        IcmpEchoStatus::Unknown => FailureKind::Other,
    };
    Known::Failed(Failure::new(kind, after_ms))
}

fn millis(duration: Duration) -> u64 {
    u64::try_from(duration.as_millis()).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(status: IcmpEchoStatus, expected: Known<u64>) {
        let reply = IcmpEchoReply::new("192.0.2.1".parse().unwrap(), status, Duration::from_millis(7));
        assert_eq!(read(&reply, 9), expected);
    }

    #[test]
    fn each_end_keeps_its_kind() {
        check(IcmpEchoStatus::Success, Known::Seen(7));
        check(IcmpEchoStatus::TimedOut, Known::Failed(Failure::new(FailureKind::TimedOut, 9)));
        check(IcmpEchoStatus::Unreachable, Known::Failed(Failure::new(FailureKind::HostUnreachable, 9)));
    }

    #[tokio::test]
    async fn a_link_local_address_is_not_tried() {
        assert!(!ping("fe80::1".parse().unwrap(), Duration::from_secs(1)).await.tried());
    }

    #[tokio::test]
    async fn loopback_answers_or_it_is_not_permitted() {
        let seen = ping(IpAddr::from([127, 0, 0, 1]), Duration::from_secs(5)).await;
        assert!(matches!(seen, Known::Seen(_) | Known::NotTried(_)), "{seen:?}");
    }
}
