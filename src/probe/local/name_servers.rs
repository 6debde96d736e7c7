//! The DNS servers that the system is set to use.
//!
//! Link-local servers lose their scope (`fe80::1%eth0`), since the model has plain addresses: they are listed, but
//! cannot be asked.

use std::net::IpAddr;

use crate::model::Known;
use crate::model::device::NameServers;

/// The servers in the order of the settings, each once.
///
/// On Unix without macOS an empty list means a file without `nameserver`; libc then asks 127.0.0.1 (resolv.conf(5)).
/// Behind the stub of systemd-resolved its own servers follow the stub.
pub fn read() -> Known<NameServers> {
    system::read()
}

#[cfg(any(windows, target_vendor = "apple"))]
mod system {
    use hickory_resolver::system_conf::read_system_conf;

    use super::{Known, NameServers, in_order};
    use crate::model::{Failure, FailureKind};

    pub(super) fn read() -> Known<NameServers> {
        match read_system_conf() {
            Ok((config, _)) => {
                let servers = in_order(config.name_servers().iter().map(|server| server.ip));
                Known::Seen(NameServers { servers, source: "system settings".to_owned() })
            }
            Err(error) => Known::Failed(Failure::with_detail(FailureKind::Other, 0, error.to_string())),
        }
    }
}

#[cfg(not(any(windows, target_vendor = "apple")))]
mod system {
    use std::path::Path;

    use super::{Known, NameServers, in_order, is_stub, parse};
    use crate::probe::local::{file, not_seen};

    const FILE: &str = "/etc/resolv.conf";
    /// Written by systemd-resolved for programs that want its servers (systemd-resolved.service(8)).
    const BEHIND_STUB: &str = "/run/systemd/resolve/resolv.conf";
    /// Chosen; real files have some hundred bytes.
    const MAX_BYTES: u64 = 64 * 1024;

    pub(super) fn read() -> Known<NameServers> {
        let text = match file::text(Path::new(FILE), MAX_BYTES) {
            Ok(text) => text,
            Err(error) => return not_seen(&error, 0),
        };
        let servers = in_order(parse(&text));
        let behind =
            if servers.iter().any(is_stub) { file::text(Path::new(BEHIND_STUB), MAX_BYTES).ok() } else { None };
        Known::Seen(match behind {
            Some(more) => NameServers {
                servers: in_order(servers.into_iter().chain(parse(&more))),
                source: format!("{FILE}, {BEHIND_STUB}"),
            },
            None => NameServers { servers, source: FILE.to_owned() },
        })
    }
}

/// The `nameserver` lines of a resolv.conf; bad ones are passed over, as libc does.
#[cfg_attr(
    all(not(test), any(windows, target_vendor = "apple")),
    expect(dead_code, reason = "these systems have another source")
)]
fn parse(text: &str) -> Vec<IpAddr> {
    let server = |line: &str| {
        let mut words = line.split_whitespace();
        let is_server = words.next() == Some("nameserver");
        let word = words.next().filter(|_| is_server)?;
        word.split('%').next()?.parse().ok()
    };
    text.lines().filter_map(server).collect()
}

/// 127.0.0.53 and 127.0.0.54 are the stubs of systemd-resolved.
#[cfg_attr(
    all(not(test), any(windows, target_vendor = "apple")),
    expect(dead_code, reason = "these systems have no such stub")
)]
fn is_stub(ip: &IpAddr) -> bool {
    matches!(ip, IpAddr::V4(v4) if matches!(v4.octets(), [127, 0, 0, 53 | 54]))
}

/// Each server once, without the three that Windows lists where none is set (fec0:0:0:ffff::1 to 3).
fn in_order(servers: impl IntoIterator<Item = IpAddr>) -> Vec<IpAddr> {
    let mut kept: Vec<IpAddr> = Vec::new();
    for ip in servers {
        if !is_ghost(&ip) && !kept.contains(&ip) {
            kept.push(ip);
        }
    }
    kept
}

fn is_ghost(ip: &IpAddr) -> bool {
    matches!(ip, IpAddr::V6(v6) if matches!(v6.segments(), [0xfec0, 0, 0, 0xffff, 0, 0, 0, 1..=3]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let expected: Vec<IpAddr> = expected.iter().map(|ip| ip.parse().unwrap()).collect();
        assert_eq!(in_order(parse(text)), expected, "{text:?}");
    }

    #[test]
    fn resolv_conf() {
        check(
            "# made by NetworkManager\nsearch lan\nnameserver 192.168.1.1\nnameserver\t2001:db8::53\n",
            &["192.168.1.1", "2001:db8::53"],
        );
        check("nameserver 9.9.9.9\nnameserver 9.9.9.9\noptions edns0\n", &["9.9.9.9"]);
        check("nameserver fe80::1%eth0\n", &["fe80::1"]);
        check(";nameserver 9.9.9.9\nnameserver dns.example\nnameserver\nnameservers 1.1.1.1\n", &[]);
    }

    #[test]
    fn servers_that_windows_makes_up_are_left_out() {
        check("nameserver fec0:0:0:ffff::1\nnameserver fec0:0:0:ffff::3\nnameserver 10.0.0.1\n", &["10.0.0.1"]);
    }

    #[test]
    fn stubs() {
        assert!(is_stub(&"127.0.0.53".parse().unwrap()));
        assert!(!is_stub(&"127.0.0.1".parse().unwrap()));
    }
}
