//! What a name means on this machine now: by its hosts file and the DNS servers that it is set to ask, as any program here
//! would get to hear it.

use std::io;
use std::net::{IpAddr, ToSocketAddrs};
use std::sync::mpsc::sync_channel;
use std::time::{Duration, Instant};

use super::{Found, not_seen};
use crate::model::Known;

/// How many addresses of a name are kept.
const MOST: usize = 32;

/// The system's own lookup knows no end of its own. It asks a second server after five seconds of silence (resolv.conf(5),
/// timeout), which is waited for.
const LIMIT: Duration = Duration::from_secs(8);

/// As anybody can repeat it.
pub const HOW: &[&str] = &["getent ahosts"];

pub fn look(name: &str) -> Found<Vec<IpAddr>> {
    let asked = |name: &str| (name, 0).to_socket_addrs().map(|found| found.map(|one| one.ip()).collect());
    Found { how: vec![format!("getent ahosts {name}")], what: within(name, LIMIT, asked) }
}

/// The lookup in a thread of its own, which ends with the lookup, or with the program.
fn within(
    name: &str,
    limit: Duration,
    lookup: impl FnOnce(&str) -> io::Result<Vec<IpAddr>> + Send + 'static,
) -> Known<Vec<IpAddr>> {
    let began = Instant::now();
    let (sender, answer) = sync_channel(1);
    let own = name.to_owned();
    let asking = std::thread::Builder::new().name("gatemend-name".to_owned()).spawn(move || sender.send(lookup(&own)));
    if let Err(error) = asking {
        return not_seen(name, &error, began);
    }
    match answer.recv_timeout(limit) {
        Ok(Ok(ips)) => kept(name, ips),
        Ok(Err(error)) => not_seen(name, &error, began),
        Err(_) => not_seen(name, &io::ErrorKind::TimedOut.into(), began),
    }
}

/// In one order. Of a name with more addresses than are kept nobody could say which it does not have.
fn kept(name: &str, mut ips: Vec<IpAddr>) -> Known<Vec<IpAddr>> {
    ips.sort_unstable();
    ips.dedup();
    if ips.len() > MOST {
        return Known::not_tried(format!("{name} has more addresses than are kept"));
    }
    Known::Seen(ips)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn this_machines_own_name_is_found_and_one_that_cannot_be_is_not() {
        let ips = look("localhost").what;
        assert!(ips.seen().is_some_and(|ips| ips.iter().any(IpAddr::is_loopback)), "{ips:?}");
        // A label is no longer than 63 bytes (RFC 1035 section 2.3.4): nobody is asked for this one.
        assert!(look(&"a".repeat(70)).what.seen().is_none());
    }

    #[test]
    fn a_lookup_that_never_ends_is_given_up() {
        let hangs = |_: &str| {
            std::thread::sleep(Duration::from_secs(20));
            Ok(Vec::new())
        };
        let began = Instant::now();
        assert!(matches!(within("db.internal", Duration::from_millis(20), hangs), Known::Failed(_)));
        assert!(began.elapsed() < Duration::from_secs(5));
    }

    #[test]
    fn a_name_with_more_addresses_than_are_kept_says_none() {
        let many = |count: u8| (0..count).map(|last| IpAddr::from([192, 0, 2, last])).collect::<Vec<_>>();
        assert!(matches!(kept("x", many(33)), Known::NotTried(_)));
        let twice = [many(32), many(32)].concat();
        assert_eq!(kept("x", twice).seen().map(Vec::len), Some(32));
    }
}
