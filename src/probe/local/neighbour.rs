//! Whether the system knows the hardware address of a neighbour. Read from its table; nothing is sent.

use std::io;
use std::net::IpAddr;

use crate::model::Known;

use super::{command, not_seen};

/// `Seen(true)` with a hardware address, `Seen(false)` after the neighbour was asked and stayed silent.
///
/// `NotTried` where the table has no entry or no tool can read it.
pub async fn look(ip: IpAddr) -> Known<bool> {
    match tokio::task::spawn_blocking(move || table(ip)).await {
        Ok(Ok(Some(known))) => Known::Seen(known),
        Ok(Ok(None)) => Known::not_tried("no entry"),
        Ok(Err(error)) if error.kind() == io::ErrorKind::NotFound => Known::not_tried("no tool to read the table"),
        Ok(Err(error)) if error.kind() == io::ErrorKind::TimedOut => {
            Known::not_tried("the tool did not answer in time")
        }
        Ok(Err(error)) => not_seen(&error, 0),
        Err(_) => Known::not_tried("the reading was stopped"),
    }
}

#[cfg(target_os = "linux")]
fn table(ip: IpAddr) -> io::Result<Option<bool>> {
    /// Room for some ten thousand neighbours.
    const MAX_BYTES: u64 = 1024 * 1024;
    match ip {
        IpAddr::V4(_) => {
            super::file::text(std::path::Path::new("/proc/net/arp"), MAX_BYTES).map(|text| parse::proc_arp(&text, ip))
        }
        IpAddr::V6(_) => {
            let arguments = ["-6", "neigh", "show", "to", &ip.to_string()];
            command::output("ip", &arguments, command::LIMIT).map(|text| parse::ip_neigh(&text, ip))
        }
    }
}

#[cfg(target_vendor = "apple")]
fn table(ip: IpAddr) -> io::Result<Option<bool>> {
    let program = if ip.is_ipv4() { "arp" } else { "ndp" };
    command::output(program, &["-n", &ip.to_string()], command::LIMIT).map(|text| parse::table(&text, ip))
}

#[cfg(windows)]
fn table(ip: IpAddr) -> io::Result<Option<bool>> {
    if ip.is_ipv6() {
        return Err(io::ErrorKind::NotFound.into());
    }
    command::output("arp", &["-a", &ip.to_string()], command::LIMIT).map(|text| parse::table(&text, ip))
}

#[cfg(not(any(target_os = "linux", target_vendor = "apple", windows)))]
fn table(_ip: IpAddr) -> io::Result<Option<bool>> {
    Err(io::ErrorKind::NotFound.into())
}

/// The tables of the three systems as data; all are built everywhere so that all are tested everywhere.
#[cfg_attr(not(test), expect(dead_code, reason = "each system uses its own table"))]
mod parse {
    use std::net::IpAddr;

    /// `/proc/net/arp`: address, type, flags. 0x2 is a complete entry (ATF_COM of linux/if_arp.h), 0x0 an open one.
    pub(super) fn proc_arp(text: &str, ip: IpAddr) -> Option<bool> {
        any(text.lines().filter_map(|line| {
            let mut words = line.split_whitespace();
            let is_it = words.next()?.parse() == Ok(ip);
            let flags = words.nth(1)?.strip_prefix("0x")?;
            let flags = u32::from_str_radix(flags, 16).ok()?;
            is_it.then_some(flags & 0x2 != 0)
        }))
    }

    /// `ip -6 neigh show`: the address first, the state last (ip-neighbour(8)).
    pub(super) fn ip_neigh(text: &str, ip: IpAddr) -> Option<bool> {
        any(text.lines().filter_map(|line| {
            let is_it = line.split_whitespace().next()?.parse() == Ok(ip);
            let known = match line.split_whitespace().next_back()? {
                "REACHABLE" | "STALE" | "DELAY" | "PROBE" | "PERMANENT" | "NOARP" => true,
                "FAILED" | "INCOMPLETE" => false,
                _ => return None,
            };
            is_it.then_some(known)
        }))
    }

    /// `arp -n`, `ndp -n` of macOS and `arp -a` of Windows: a line with the address and a hardware address, or with
    /// `(incomplete)`. Words of other languages do not matter.
    pub(super) fn table(text: &str, ip: IpAddr) -> Option<bool> {
        any(text.lines().filter_map(|line| {
            let mut words = line.split_whitespace();
            let bare = |word: &str| word.trim_matches(['(', ')']).split('%').next()?.parse().ok();
            let is_it = words.any(|word| bare(word) == Some(ip));
            let rest: Vec<&str> = words.collect();
            let known = rest.iter().any(|word| is_hardware_address(word));
            let open = rest.iter().any(|word| word.trim_matches(['(', ')']) == "incomplete");
            (is_it && (known || open)).then_some(known)
        }))
    }

    /// `00-11-22-33-44-55`, or with colons and without leading zeros.
    fn is_hardware_address(word: &str) -> bool {
        let is_byte = |part: &str| (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_hexdigit());
        word.split(['-', ':']).count() == 6 && word.split(['-', ':']).all(is_byte)
    }

    /// One complete entry on any interface is enough.
    fn any(entries: impl Iterator<Item = bool>) -> Option<bool> {
        entries.reduce(|left, right| left || right)
    }
}

#[cfg(test)]
mod tests {
    use super::parse::{ip_neigh, proc_arp, table};
    use super::*;

    fn ip(text: &str) -> IpAddr {
        text.parse().unwrap()
    }

    #[test]
    fn linux_tables() {
        let text = "IP address       HW type     Flags       HW address            Mask     Device\n\
                    192.0.2.1        0x1         0x2         02:fc:00:00:00:05     *        eth0\n\
                    192.0.2.9        0x1         0x0         00:00:00:00:00:00     *        eth0\n";
        assert_eq!(proc_arp(text, ip("192.0.2.1")), Some(true));
        assert_eq!(proc_arp(text, ip("192.0.2.9")), Some(false));
        assert_eq!(proc_arp(text, ip("192.0.2.2")), None);
        let text = "fe80::1 dev eth0 lladdr 02:fc:00:00:00:05 router REACHABLE\nfd00::9 dev eth0 FAILED \n";
        assert_eq!(ip_neigh(text, ip("fe80::1")), Some(true));
        assert_eq!(ip_neigh(text, ip("fd00::9")), Some(false));
        assert_eq!(ip_neigh("", ip("fd00::9")), None);
    }

    #[test]
    fn tables_of_macos() {
        let router = ip("192.168.1.1");
        assert_eq!(table("? (192.168.1.1) at 0:11:22:a3:4:5 on en0 ifscope [ethernet]\n", router), Some(true));
        assert_eq!(table("? (192.168.1.1) at (incomplete) on en0 ifscope [ethernet]\n", router), Some(false));
        assert_eq!(table("192.168.1.1 (192.168.1.1) -- no entry\n", router), None);
        let text = "Neighbor                        Linklayer Address  Netif Expire    St Flgs Prbs\n\
                    fe80::1%en0                     0:11:22:33:44:55     en0 23h59m58s S  R\n";
        assert_eq!(table(text, ip("fe80::1")), Some(true));
    }

    #[test]
    fn table_of_windows_in_another_language() {
        let text = "\r\nSchnittstelle: 192.168.1.7 --- 0xb\r\n  Internetadresse       Physische Adresse     Typ\r\n  \
                    192.168.1.1           00-11-22-33-44-55     dynamisch\r\n";
        assert_eq!(table(text, ip("192.168.1.1")), Some(true));
        assert_eq!(table(text, ip("192.168.1.7")), None);
        assert_eq!(table("Keine ARP-Einträge gefunden.\r\n", ip("192.168.1.1")), None);
    }

    #[tokio::test]
    async fn an_address_that_is_no_neighbour_has_no_entry() {
        assert!(!look(ip("127.0.0.1")).await.tried());
    }
}
