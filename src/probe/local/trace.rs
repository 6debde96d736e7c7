//! The routers on the way to one TCP port, without special rights.
//!
//! TCP connects with a small hop limit to the very port that fails, so that the trace goes where the request went.
//! Each hop costs one SYN; nothing is repeated and silent hops stay silent. Linux delivers the router's ICMP answer
//! to an ordinary user's TCP socket since 5.9 (IP_RECVERR, ip(7)); older kernels show the destination only.

use std::net::{IpAddr, SocketAddr};
use std::time::Duration;

use crate::model::Known;
use crate::model::device::Hop;

/// Sockets in all, so that a trace does not look like an attack. Most paths have fewer hops.
#[cfg(target_os = "linux")]
const MAX_SOCKETS: u8 = 16;

/// Sockets at once. At most three too many then reach the destination.
#[cfg(target_os = "linux")]
const GROUP: u8 = 4;

/// Linux repeats a SYN after one second (RFC 6298 section 2); before that the socket is gone.
#[cfg(target_os = "linux")]
const ONE_SYN: Duration = Duration::from_millis(900);

/// What came back for one hop limit.
#[cfg_attr(not(target_os = "linux"), expect(dead_code, reason = "built on Linux only"))]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Answer {
    /// A router let the hop limit run out.
    Passing { ip: IpAddr, ms: u64 },
    /// A router says that it does not go on from there.
    DeadEnd { ip: IpAddr, ms: u64 },
    /// The destination accepted or refused.
    Destination { ms: u64 },
    /// Nothing came back in time.
    Silent,
}

#[cfg(target_os = "linux")]
impl Answer {
    /// Nothing beyond this hop limit can tell more.
    pub(super) fn is_end(self) -> bool {
        matches!(self, Answer::DeadEnd { .. } | Answer::Destination { .. })
    }
}

/// The hops to this port, ending with the destination, with a router that says it does not go on, or with silence.
///
/// At most 16 hops are asked, in groups of four; the whole call stays within `limit`. `Failed` where this device has
/// no route at all; `NotTried` where it is not permitted or not built for the system.
#[cfg(target_os = "linux")]
pub async fn trace(to: SocketAddr, max_hops: u8, limit: Duration) -> Known<Vec<Hop>> {
    use super::{not_seen, trace_linux};

    let last = max_hops.min(MAX_SOCKETS);
    if last == 0 {
        return Known::not_tried("no hop was asked for");
    }
    let share = (limit / u32::from(last.div_ceil(GROUP))).min(ONE_SYN);
    let mut hops = Vec::new();
    for first in (1..=last).step_by(usize::from(GROUP)) {
        let ttls = first..=first.saturating_add(GROUP - 1).min(last);
        match trace_linux::ask_group(to, ttls, share).await {
            Ok(answers) => {
                if add(&mut hops, answers, to.ip()) {
                    break;
                }
            }
            Err(error) if hops.is_empty() => return not_seen(&error, 0),
            Err(_) => break,
        }
    }
    Known::Seen(hops)
}

/// The hops to this port; not built for this system yet.
#[cfg(not(target_os = "linux"))]
pub async fn trace(_to: SocketAddr, _max_hops: u8, _limit: Duration) -> Known<Vec<Hop>> {
    Known::not_tried("a trace is not built for this system yet")
}

/// Appends answers in order of their hop limit, up to the end of the path; whether that was reached.
#[cfg_attr(not(target_os = "linux"), expect(dead_code, reason = "built on Linux only"))]
fn add(hops: &mut Vec<Hop>, mut answers: Vec<(u8, Answer)>, destination: IpAddr) -> bool {
    answers.sort_by_key(|(ttl, _)| *ttl);
    for (ttl, answer) in answers {
        let (ip, ms, at_end) = match answer {
            Answer::Passing { ip, ms } => (Some(ip), Some(ms), ip == destination),
            Answer::DeadEnd { ip, ms } => (Some(ip), Some(ms), true),
            Answer::Destination { ms } => (Some(destination), Some(ms), true),
            Answer::Silent => (None, None, false),
        };
        hops.push(Hop { ttl, ip, ms });
        if at_end {
            return true;
        }
    }
    false
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn hops_end_at_the_destination_and_keep_the_silent_ones() {
        let mut hops = Vec::new();
        let passing = Answer::Passing { ip: "10.0.0.1".parse::<IpAddr>().unwrap(), ms: 1 };
        let end = Answer::Destination { ms: 3 };
        assert!(add(
            &mut hops,
            vec![(4, end), (2, Answer::Silent), (1, passing), (3, end)],
            "192.0.2.1".parse::<IpAddr>().unwrap()
        ));
        let seen: Vec<_> = hops.iter().map(|hop| (hop.ttl, hop.ip)).collect();
        assert_eq!(
            seen,
            [
                (1, Some("10.0.0.1".parse::<IpAddr>().unwrap())),
                (2, None),
                (3, Some("192.0.2.1".parse::<IpAddr>().unwrap()))
            ]
        );
    }

    #[test]
    fn a_dead_end_is_the_last_hop() {
        let mut hops = Vec::new();
        let end = Answer::DeadEnd { ip: "10.0.0.1".parse::<IpAddr>().unwrap(), ms: 1 };
        assert!(add(&mut hops, vec![(1, end), (2, end)], "192.0.2.1".parse::<IpAddr>().unwrap()));
        assert_eq!(hops.len(), 1);
    }

    #[tokio::test]
    async fn loopback_is_one_hop_away_whether_it_accepts_or_refuses() {
        let listener = std::net::TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let open = listener.local_addr().unwrap();
        check(open).await;
        drop(listener);
        check(open).await;
    }

    async fn check(to: SocketAddr) {
        let seen = trace(to, 8, Duration::from_secs(20)).await;
        let hops = seen.seen().unwrap_or_else(|| panic!("{seen:?}"));
        assert!(matches!(hops.as_slice(), [Hop { ttl: 1, ip: Some(ip), .. }] if *ip == to.ip()), "{hops:?}");
    }
}

#[cfg(not(target_os = "linux"))]
#[cfg(test)]
mod tests {
    #[tokio::test]
    async fn what_is_not_built_is_not_tried() {
        let to = ([127, 0, 0, 1], 80).into();
        assert!(!super::trace(to, 8, super::Duration::from_secs(1)).await.tried());
    }
}
