//! TCP ports at which somebody takes connections.

use std::time::Instant;

#[cfg(not(target_os = "linux"))]
use super::super::command;
use super::{Found, not_seen};
use crate::model::Known;
use crate::model::server::Listener;

#[cfg(target_os = "linux")]
pub const HOW: &[&str] = &["/proc/net/tcp", "/proc/net/tcp6", "/proc/*/fd", "/proc/*/comm"];
#[cfg(target_os = "macos")]
pub const HOW: &[&str] = &["lsof -nP -iTCP -sTCP:LISTEN -Fcn"];
#[cfg(windows)]
pub const HOW: &[&str] = &["netstat -ano -p TCP", "netstat -ano -p TCPv6"];
#[cfg(not(any(target_os = "linux", target_os = "macos", windows)))]
pub const HOW: &[&str] = &[];

/// A machine with more is none that anybody reads about.
const MOST: usize = 500;

#[cfg(target_os = "linux")]
pub fn look() -> Found<Vec<Listener>> {
    use super::processes;
    use std::path::Path;
    /// Connections by the hundred thousand stand in these files as well, in bytes.
    const LARGEST: u64 = 64 * 1024 * 1024;
    let began = Instant::now();
    let text = |path: &str| super::super::file::text(Path::new(path), LARGEST);
    let (v4, v6) = (text("/proc/net/tcp"), text("/proc/net/tcp6"));
    let what = match (&v4, &v6) {
        (Err(error), _) => not_seen("/proc/net/tcp", error, began),
        (Ok(v4), v6) => {
            // Without IPv6 there is no second table.
            let v6 = v6.as_deref().unwrap_or_default();
            let sockets = parse::proc_net(v4).into_iter().chain(parse::proc_net(v6)).collect::<Vec<_>>();
            let owners = processes::owners_of_sockets(&sockets.iter().map(|one| one.inode).collect::<Vec<_>>());
            let named = sockets.into_iter().map(|one| Listener {
                ip: one.ip,
                port: one.port,
                waiting: Some(one.waiting),
                program: owners.get(&one.inode).cloned(),
            });
            Known::Seen(sorted(named.collect()))
        }
    };
    Found::by(HOW, what)
}

#[cfg(target_os = "macos")]
pub fn look() -> Found<Vec<Listener>> {
    let began = Instant::now();
    let printed = command::output("lsof", &["-nP", "-iTCP", "-sTCP:LISTEN", "-Fcn"], super::PATIENCE);
    let what = match printed {
        Ok(text) => Known::Seen(sorted(parse::lsof(&text))),
        Err(error) => not_seen("lsof", &error, began),
    };
    Found::by(HOW, what)
}

#[cfg(windows)]
pub fn look() -> Found<Vec<Listener>> {
    let began = Instant::now();
    let of = |family: &str| command::output("netstat", &["-ano", "-p", family], super::PATIENCE);
    let what = match (of("TCP"), of("TCPv6")) {
        (Ok(v4), Ok(v6)) => Known::Seen(sorted(parse::netstat(&v4).into_iter().chain(parse::netstat(&v6)).collect())),
        (Err(error), _) | (_, Err(error)) => not_seen("netstat", &error, began),
    };
    Found::by(HOW, what)
}

#[cfg(not(any(target_os = "linux", target_os = "macos", windows)))]
pub fn look() -> Found<Vec<Listener>> {
    Found::no_way()
}

/// One row for each address and port: servers that share a port have a socket each.
fn sorted(mut all: Vec<Listener>) -> Vec<Listener> {
    all.sort_by_key(|one| (one.port, one.ip));
    all.dedup_by(|next, first| {
        let same = (next.port, next.ip) == (first.port, first.ip);
        if same {
            first.waiting = first.waiting.max(next.waiting);
            first.program = first.program.take().or(next.program.take());
        }
        same
    });
    all.truncate(MOST);
    all
}

/// The systems' own ways of writing it.
mod parse {
    #[cfg(any(unix, test))]
    use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

    #[cfg(any(not(target_os = "linux"), test))]
    use super::Listener;

    /// A socket that listens.
    #[cfg(any(target_os = "linux", test))]
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Socket {
        pub ip: IpAddr,
        pub port: u16,
        pub waiting: u32,
        pub inode: u64,
    }

    /// Rows of `/proc/net/tcp` and `tcp6` in the state LISTEN (proc_net(5), include/net/tcp_states.h). The length of the
    /// receive queue of such a socket is that of the connections that nobody has accepted (net/ipv4/tcp_ipv4.c).
    #[cfg(any(target_os = "linux", test))]
    pub fn proc_net(text: &str) -> Vec<Socket> {
        const LISTEN: &str = "0A";
        let row = |line: &str| {
            let words: Vec<&str> = line.split_ascii_whitespace().collect();
            let [_, local, _, state, queues, _, _, _, _, inode, ..] = words.as_slice() else { return None };
            if *state != LISTEN {
                return None;
            }
            let (ip, port) = local.split_once(':')?;
            let (_, waiting) = queues.split_once(':')?;
            Some(Socket {
                ip: kernel_ip(ip)?,
                port: u16::from_str_radix(port, 16).ok()?,
                waiting: u32::from_str_radix(waiting, 16).ok()?,
                inode: inode.parse().ok()?,
            })
        };
        text.lines().filter_map(row).collect()
    }

    /// An address as the kernel prints it: words of four bytes, each in the machine's own order.
    #[cfg(any(target_os = "linux", test))]
    fn kernel_ip(text: &str) -> Option<IpAddr> {
        let word = |at: usize| {
            let word = u32::from_str_radix(text.get(at..at + 8)?, 16).ok()?;
            Some(word.to_ne_bytes())
        };
        match text.len() {
            8 => Some(IpAddr::V4(Ipv4Addr::from(word(0)?))),
            32 => {
                let mut octets = [0; 16];
                for (place, part) in octets.chunks_exact_mut(4).enumerate() {
                    part.copy_from_slice(&word(place * 8)?);
                }
                Some(IpAddr::V6(Ipv6Addr::from(octets)))
            }
            _ => None,
        }
    }

    /// `lsof -F cn`: a line for each field, named by its first letter (lsof(8), "OUTPUT FOR OTHER PROGRAMS").
    #[cfg(any(target_os = "macos", test))]
    pub fn lsof(text: &str) -> Vec<Listener> {
        let mut program = None;
        let mut found = Vec::new();
        for line in text.lines() {
            match line.split_at_checked(1) {
                Some(("p", _)) => program = None,
                Some(("c", name)) => program = Some(name.to_owned()),
                Some(("n", address)) => {
                    for (ip, port) in star(address) {
                        found.push(Listener { ip, port, waiting: None, program: program.clone() });
                    }
                }
                _ => {}
            }
        }
        found
    }

    /// `*:80`, `127.0.0.1:80` or `[::1]:80`. A star stands for both families.
    #[cfg(any(target_os = "macos", test))]
    fn star(address: &str) -> Vec<(IpAddr, u16)> {
        let Some((host, port)) = address.rsplit_once(':') else { return Vec::new() };
        let Ok(port) = port.parse() else { return Vec::new() };
        let bare = host.trim_start_matches('[').trim_end_matches(']');
        match bare.parse() {
            Ok(ip) => vec![(ip, port)],
            Err(_) if host == "*" => {
                vec![(Ipv4Addr::UNSPECIFIED.into(), port), (Ipv6Addr::UNSPECIFIED.into(), port)]
            }
            Err(_) => Vec::new(),
        }
    }

    /// Rows of `netstat -ano`, in any language: a listening socket is one whose far end is port 0.
    #[cfg(any(windows, test))]
    pub fn netstat(text: &str) -> Vec<Listener> {
        let row = |line: &str| {
            let words: Vec<&str> = line.split_ascii_whitespace().collect();
            let ["TCP", local, far, ..] = words.as_slice() else { return None };
            if !far.ends_with(":0") {
                return None;
            }
            let (ip, port) = local.rsplit_once(':')?;
            // A zone may stand behind an address of one link.
            let bare = ip.trim_start_matches('[').trim_end_matches(']').split('%').next()?;
            Some(Listener { ip: bare.parse().ok()?, port: port.parse().ok()?, waiting: None, program: None })
        };
        text.lines().filter_map(row).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(target_endian = "little")]
    #[test]
    fn the_kernels_tables() {
        let text = "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n\
            \x20  0: 0100007F:1F90 00000000:0000 0A 00000000:00000003 00:00000000 00000000  1000        0 54321 1 0 100 0 0 10 0\n\
            \x20  1: 0100007F:1F90 0100007F:C001 01 00000000:00000000 00:00000000 00000000  1000        0 54322 1 0 20 4 30 10 -1\n";
        let found = parse::proc_net(text);
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].ip.to_string(), found[0].port), ("127.0.0.1".to_owned(), 8080));
        assert_eq!((found[0].waiting, found[0].inode), (3, 54_321));
        let v6 = "   0: 00000000000000000000000001000000:1F91 00000000000000000000000000000000:0000 0A 00000000:00000000 00:00000000 00000000 0 0 7 1 x\n";
        assert_eq!(parse::proc_net(v6)[0].ip.to_string(), "::1");
        assert!(parse::proc_net("garbage\n\n0: 01:zz 0 0A 1 2").is_empty());
    }

    #[test]
    fn the_rows_of_other_systems() {
        let mac = "p101\ncnginx\nf6\nn*:443\nf7\nn[::1]:8080\np102\ncnode\nf9\nn127.0.0.1:3000\n";
        let told: Vec<String> = parse::lsof(mac)
            .iter()
            .map(|one| format!("{} {} {}", one.ip, one.port, one.program.as_deref().unwrap_or("?")))
            .collect();
        assert_eq!(told, ["0.0.0.0 443 nginx", ":: 443 nginx", "::1 8080 nginx", "127.0.0.1 3000 node"]);
        let german = "\r\nAktive Verbindungen\r\n\r\n  Proto  Lokale Adresse         Remoteadresse          Status           PID\r\n  TCP    0.0.0.0:80             0.0.0.0:0              ABHÖREN         4\r\n  TCP    10.0.0.5:52000         10.0.0.9:443           HERGESTELLT     9\r\n  TCP    [::1]:8080             [::]:0                 ABHÖREN         77\r\n";
        let told: Vec<String> = parse::netstat(german).iter().map(|one| format!("{} {}", one.ip, one.port)).collect();
        assert_eq!(told, ["0.0.0.0 80", "::1 8080"]);
    }

    #[test]
    fn a_port_that_several_share_is_told_once() {
        let one = |waiting, program: Option<&str>| Listener {
            ip: "0.0.0.0".parse().unwrap(),
            port: 80,
            waiting: Some(waiting),
            program: program.map(str::to_owned),
        };
        assert_eq!(sorted(vec![one(0, None), one(5, Some("nginx"))]), [one(5, Some("nginx"))]);
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_port_of_our_own_is_found_with_its_program() {
        let own = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let at = own.local_addr().unwrap();
        let found = look();
        let seen = found.what.seen().unwrap();
        let listener = seen.iter().find(|one| (one.ip, one.port) == (at.ip(), at.port())).unwrap();
        assert!(listener.program.is_some() && listener.waiting == Some(0), "{listener:?}");
    }
}
