//! The lists that hold without a settings file.

use std::net::SocketAddr;

use url::Url;

use super::Control;
use crate::model::dns::{DnsServer, ServerRole, Transport};

/// Public DNS servers of four operators, over UDP and over encrypted transports, in both families.
/// Addresses as their operators publish them (2026-11).
pub fn resolvers() -> Vec<DnsServer> {
    [
        ("Cloudflare", "1.1.1.1:53", Transport::Udp, None, None),
        ("Google", "8.8.8.8:53", Transport::Udp, None, None),
        ("Quad9", "9.9.9.9:53", Transport::Udp, None, None),
        ("OpenDNS", "208.67.222.222:53", Transport::Udp, None, None),
        ("Quad9 over TLS", "9.9.9.9:853", Transport::Tls, Some("dns.quad9.net"), None),
        (
            "Cloudflare over HTTPS",
            "1.1.1.1:443",
            Transport::Https,
            Some("cloudflare-dns.com"),
            Some("https://cloudflare-dns.com/dns-query"),
        ),
        ("Cloudflare (IPv6)", "[2606:4700:4700::1111]:53", Transport::Udp, None, None),
        ("Quad9 (IPv6)", "[2620:fe::fe]:53", Transport::Udp, None, None),
    ]
    .into_iter()
    .filter_map(|(name, ip_port, transport, tls_name, url)| {
        Some(DnsServer {
            name: name.to_owned(),
            ip_port: ip_port.parse::<SocketAddr>().ok()?,
            transport,
            role: ServerRole::Public,
            tls_name: tls_name.map(str::to_owned),
            url: url.map(str::to_owned),
        })
    })
    .collect()
}

/// Sites of five operators that exist to be asked just this.
pub fn controls() -> Vec<Control> {
    [
        ("Firefox portal check", "http://detectportal.firefox.com/success.txt", 200, Some("success")),
        (
            "Windows connection test",
            "http://www.msftconnecttest.com/connecttest.txt",
            200,
            Some("Microsoft Connect Test"),
        ),
        ("Apple portal check", "http://captive.apple.com/hotspot-detect.html", 200, Some("Success")),
        ("Google connection check", "https://www.gstatic.com/generate_204", 204, None),
        ("Wikipedia", "https://www.wikipedia.org/", 200, Some("Wikipedia")),
    ]
    .into_iter()
    .filter_map(|(name, url, status, body)| {
        Some(Control { name: name.to_owned(), url: Url::parse(url).ok()?, status, body: body.map(str::to_owned) })
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn at_least_four_controls_two_of_them_https() {
        let controls = controls();
        assert!(controls.len() >= 4);
        assert!(controls.iter().filter(|control| control.url.scheme() == "https").count() >= 2);
    }

    #[test]
    fn every_built_in_resolver_is_readable() {
        assert_eq!(resolvers().len(), 8);
    }
}
