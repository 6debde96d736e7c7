//! What a name means on this machine now: by its hosts file and the DNS servers that it is set to ask, as any program here
//! would get to hear it.

use std::net::{IpAddr, ToSocketAddrs};
use std::time::Instant;

use super::{Found, not_seen};
use crate::model::Known;

/// How many addresses of a name are kept.
const MOST: usize = 32;

/// As anybody can repeat it.
pub const HOW: &[&str] = &["getent ahosts"];

pub fn look(name: &str) -> Found<Vec<IpAddr>> {
    let began = Instant::now();
    let ips = match (name, 0).to_socket_addrs() {
        Ok(found) => {
            let mut ips: Vec<IpAddr> = found.map(|one| one.ip()).take(MOST).collect();
            ips.sort_unstable();
            ips.dedup();
            Known::Seen(ips)
        }
        Err(error) => not_seen(name, &error, began),
    };
    Found { how: vec![format!("getent ahosts {name}")], what: ips }
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
}
