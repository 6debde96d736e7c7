//! How many independent voices DNS servers are: one for each operator, however many servers of his were asked.

use crate::model::dns::{DnsServer, ServerRole};

use super::ServerView;

/// More than these are not told apart; far more than anybody asks.
const MOST: usize = 16;

/// The largest number of these servers of which no two belong to one operator.
pub fn count<'b, 'a: 'b>(views: impl IntoIterator<Item = &'b ServerView<'a>>) -> usize {
    let servers: Vec<&DnsServer> = views.into_iter().map(|view| view.server).take(MOST).collect();
    apart(&servers)
}

fn apart(servers: &[&DnsServer]) -> usize {
    let Some((first, rest)) = servers.split_first() else { return 0 };
    let strangers: Vec<&DnsServer> = rest.iter().copied().filter(|other| !of_one_operator(first, other)).collect();
    let with_first = 1 + apart(&strangers);
    // Who has no kin among the rest takes no voice from anybody.
    if strangers.len() == rest.len() { with_first } else { with_first.max(apart(rest)) }
}

/// Whether two servers speak for one operator. The domain's own do altogether; a public operator has several addresses
/// and transports under one name; the system's and the router's forwarders are known by their address alone.
pub fn of_one_operator(one: &DnsServer, other: &DnsServer) -> bool {
    let same_ip = one.ip_port.ip() == other.ip_port.ip();
    match (one.role, other.role) {
        (ServerRole::Authoritative, ServerRole::Authoritative) => true,
        (ServerRole::Public, ServerRole::Public) => {
            same_ip
                || operator(&one.name).eq_ignore_ascii_case(operator(&other.name))
                || one.tls_name.is_some() && one.tls_name == other.tls_name
        }
        _ => same_ip,
    }
}

/// "Quad9 over TLS" and "Quad9 (IPv6)" are Quad9.
fn operator(name: &str) -> &str {
    let end = [" over ", " ("].into_iter().filter_map(|mark| name.find(mark)).min();
    end.and_then(|end| name.get(..end)).unwrap_or(name).trim()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::Agreement;
    use crate::model::dns::Transport;

    fn server(name: &str, ip_port: &str, role: ServerRole) -> DnsServer {
        let ip_port = ip_port.parse().unwrap();
        DnsServer { name: name.to_owned(), ip_port, transport: Transport::Udp, role, tls_name: None, url: None }
    }

    fn voices(servers: &[DnsServer]) -> usize {
        let view = |server| ServerView { server, ids: Vec::new(), agreement: Agreement::Empty };
        let views: Vec<ServerView<'_>> = servers.iter().map(view).collect();
        count(&views)
    }

    /// Servers as the built-in list has them.
    #[test]
    fn eight_servers_of_four_operators_are_four_voices() {
        let listed = [
            ("Cloudflare", "1.1.1.1:53"),
            ("Google", "8.8.8.8:53"),
            ("Quad9", "9.9.9.9:53"),
            ("OpenDNS", "208.67.222.222:53"),
            ("Quad9 over TLS", "9.9.9.9:853"),
            ("Cloudflare over HTTPS", "1.1.1.1:443"),
            ("Cloudflare (IPv6)", "[2606:4700:4700::1111]:53"),
            ("Quad9 (IPv6)", "[2620:fe::fe]:53"),
        ];
        assert_eq!(voices(&listed.map(|(name, at)| server(name, at, ServerRole::Public))), 4);
    }

    #[test]
    fn one_operator_is_one_voice() {
        let public = |name, at| server(name, at, ServerRole::Public);
        assert_eq!(voices(&[public("X", "198.51.100.1:53"), public("X over TLS", "198.51.100.2:853")]), 1);
        assert_eq!(voices(&[public("dns-c", "198.51.100.1:53"), public("dns-c-tls", "198.51.100.1:853")]), 1);
        let own = |name, at| server(name, at, ServerRole::Authoritative);
        assert_eq!(voices(&[own("ns1.shop.test", "192.0.2.1:53"), own("ns2.elsewhere.test", "192.0.2.2:53")]), 1);
        let near = |at, role| server("192.168.1.1", at, role);
        let router = near("192.168.1.1:53", ServerRole::Router);
        assert_eq!(voices(&[near("192.168.1.1:53", ServerRole::System), router.clone()]), 1);
        assert_eq!(voices(&[near("192.168.1.2:53", ServerRole::System), router]), 2);
    }

    /// Near miss: other names at other addresses are other voices, and a server between two makes them no kin.
    #[test]
    fn other_operators_are_other_voices() {
        let public = |name, at| server(name, at, ServerRole::Public);
        let (x, z) = (public("X", "198.51.100.1:53"), public("Z", "198.51.100.3:53"));
        assert_eq!(voices(&[x.clone(), z.clone()]), 2);
        assert_eq!(voices(&[x.clone(), public("Z", "198.51.100.1:853"), z]), 2);
        assert_eq!(voices(&[x, server("X", "192.0.2.1:53", ServerRole::Authoritative)]), 2);
        assert_eq!(voices(&[]), 0);
    }
}
