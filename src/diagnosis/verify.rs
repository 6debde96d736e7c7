//! Commands with which anybody can see the same again. The query stays out: it may be a secret.

use url::Url;

use crate::evidence::Sight;
use crate::evidence::names::Asked;
use crate::model::dns::{Purpose, Transport};
use crate::model::visit::{Via, VisitPurpose};

/// The same visit with curl.
pub fn curl(sight: &Sight<'_>) -> Option<String> {
    let mut url = Url::parse(&sight.visit.url).ok()?;
    url.set_query(None);
    if sight.visit.root_only {
        url.set_path("/");
    }
    let port = url.port_or_known_default()?;
    let ip = sight.ip();
    let ip = if ip.is_ipv6() { format!("[{ip}]") } else { ip.to_string() };
    let mut command = "curl -sv -o /dev/null".to_owned();
    match &sight.visit.via {
        Via::Direct if sight.visit.host.parse::<std::net::IpAddr>().is_err() => {
            command.push_str(&format!(" --resolve {}:{port}:{ip}", sight.visit.host));
        }
        Via::Direct => {}
        Via::Proxy(proxy) => command.push_str(&format!(" --proxy http://{}:{}", proxy.host, proxy.port)),
    }
    if sight.visit.purpose == VisitPurpose::Http1 {
        command.push_str(" --http1.1");
    }
    Some(format!("{command} {}", quoted(url.as_str())))
}

/// The same question with dig (or kdig, for encrypted transports).
pub fn dig(asked: &Asked<'_>) -> String {
    let server = asked.server.ip_port;
    let port = server.port();
    let flags = if asked.question.purpose == Purpose::CheckingDisabled { " +cd" } else { "" };
    let program = match asked.server.transport {
        Transport::Udp => "dig",
        Transport::Tcp => "dig +tcp",
        Transport::Tls => "kdig +tls",
        Transport::Https => "kdig +https",
    };
    let at_port = if port == 53 { String::new() } else { format!(" -p {port}") };
    format!("{program} @{}{at_port} {} {}{flags}", server.ip(), asked.question.name, asked.question.record_type.name())
}

/// The certificate that is shown, with its dates and names.
pub fn openssl(sight: &Sight<'_>) -> String {
    let host = &sight.visit.host;
    format!(
        "openssl s_client -connect {} -servername {host} </dev/null | openssl x509 -noout -subject -issuer -dates -ext subjectAltName",
        sight.visit.ip_port
    )
}

/// The same look straight at the server behind the gateway.
pub fn straight(sight: &Sight<'_>) -> Option<String> {
    let url = Url::parse(&sight.visit.url).ok()?;
    let scheme = url.scheme();
    let path = if sight.visit.root_only { "/" } else { url.path() };
    let to = sight.visit.ip_port;
    let host = &sight.visit.host;
    let own_port = url.port_or_known_default()?;
    let url = quoted(&format!("{scheme}://{host}{path}"));
    Some(format!("curl -sv -o /dev/null --connect-to {host}:{own_port}:{}:{} {url}", bracketed(to.ip()), to.port()))
}

fn bracketed(ip: std::net::IpAddr) -> String {
    if ip.is_ipv6() { format!("[{ip}]") } else { ip.to_string() }
}

/// For a shell: what is quoted is never executed.
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "%27"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quote_cannot_break_out() {
        assert_eq!(quoted("https://shop.test/it's;rm -rf"), "'https://shop.test/it%27s;rm -rf'");
    }
}
