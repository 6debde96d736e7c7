//! Commands with which anybody can see the same again. The query stays out: it may be a secret.
//!
//! They are made to be copied into a shell, out of what servers said and out of files that somebody sent: every part is
//! inert there, or there is no command.

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
    let ip = bracketed(sight.ip());
    let mut command = "curl -sv -o /dev/null".to_owned();
    match &sight.visit.via {
        Via::Direct if sight.visit.host.parse::<std::net::IpAddr>().is_err() => {
            command.push_str(&format!(" --resolve {}:{port}:{ip}", inert(&sight.visit.host)?));
        }
        Via::Direct => {}
        Via::Proxy(proxy) => command.push_str(&format!(" --proxy http://{}:{}", inert(&proxy.host)?, proxy.port)),
    }
    if sight.visit.purpose == VisitPurpose::Http1 {
        command.push_str(" --http1.1");
    }
    if sight.visit.purpose == VisitPurpose::Fresh {
        command.push_str(" -H 'Cache-Control: no-cache'");
    }
    Some(format!("{command} {}", quoted(url.as_str())))
}

/// The same question with dig (or kdig, for encrypted transports).
pub fn dig(asked: &Asked<'_>) -> Option<String> {
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
    let name = inert(&asked.question.name)?;
    Some(format!("{program} @{}{at_port} {name} {}{flags}", server.ip(), asked.question.record_type.name()))
}

/// The certificate that is shown, with its dates and names.
pub fn openssl(sight: &Sight<'_>) -> Option<String> {
    let host = inert(&sight.visit.host)?;
    Some(format!(
        "openssl s_client -connect {} -servername {host} </dev/null | openssl x509 -noout -subject -issuer -dates -ext subjectAltName",
        sight.visit.ip_port
    ))
}

/// A command about a host, which stands in it as `HOST`.
pub fn about(host: &str, command: &str) -> Option<String> {
    Some(command.replace("HOST", inert(host)?))
}

/// A name or a path that a shell takes as it stands, and no program for an option.
pub fn inert(text: &str) -> Option<&str> {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_' | b':' | b'/');
    let begins = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'_' | b':');
    let harmless = text.bytes().next().is_some_and(begins) && text.bytes().all(plain);
    harmless.then_some(text)
}

/// The same look straight at the server behind the gateway.
pub fn straight(sight: &Sight<'_>) -> Option<String> {
    let url = Url::parse(&sight.visit.url).ok()?;
    let scheme = url.scheme();
    let path = if sight.visit.root_only { "/" } else { url.path() };
    let to = sight.visit.ip_port;
    let host = inert(&sight.visit.host)?;
    let own_port = url.port_or_known_default()?;
    let url = quoted(&format!("{scheme}://{host}{path}"));
    Some(format!("curl -sv -o /dev/null --connect-to {host}:{own_port}:{}:{} {url}", bracketed(to.ip()), to.port()))
}

/// The lines of a log that hold this text, which is this program's own, in any case as it compares them.
pub fn grep(text: &str, file: &str) -> Option<String> {
    // What is packed is searched by the tool of its packer.
    let tool = match file.rsplit_once('.').map(|(_, ending)| ending) {
        Some("gz") => "zgrep",
        Some("bz2") => "bzgrep",
        Some("xz") => "xzgrep",
        Some("zst") => "zstdgrep",
        _ => "grep",
    };
    Some(format!("{tool} -iF -- '{}' {}", text.replace('\'', "'\\''"), inert(file)?))
}

/// A line of a file with its neighbours.
pub fn line(file: &str, line: usize) -> Option<String> {
    let first = line.saturating_sub(2).max(1);
    Some(format!("sed -n '{first},{}p' {}", line + 2, inert(file)?))
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
    use crate::diagnosis::testing::*;
    use crate::model::Seen;

    #[test]
    fn a_quote_cannot_break_out() {
        assert_eq!(quoted("https://shop.test/it's;rm -rf"), "'https://shop.test/it%27s;rm -rf'");
    }

    #[test]
    fn what_is_no_plain_name_makes_no_command() {
        assert_eq!(
            about("shop.test", "dig HOST A; dig +cd HOST A").as_deref(),
            Some("dig shop.test A; dig +cd shop.test A")
        );
        for evil in
            ["shop.test; rm -rf ~", "$(reboot)", "`id`", "a\nb", "-oProxyCommand", "@evil.test", "+trace", "a'b", ""]
        {
            assert_eq!(about(evil, "dig HOST A"), None, "{evil}");
        }
        assert!(inert("2001:db8::5").is_some() && inert("_dmarc.shop.test").is_some() && inert("/etc/hosts").is_some());
    }

    #[test]
    fn a_log_is_searched_for_a_text_with_quotes_in_it_and_a_strange_file_is_not() {
        assert_eq!(
            grep("Got error 'x", "/var/log/e.log").as_deref(),
            Some("grep -iF -- 'Got error '\\''x' /var/log/e.log")
        );
        assert_eq!(grep("x", "/tmp/$(reboot).log"), None);
        assert_eq!(grep("x", "e.log.2.gz").as_deref(), Some("zgrep -iF -- 'x' e.log.2.gz"));
    }

    /// A case file that somebody sent may say anything about the hosts and servers that were asked.
    #[test]
    fn a_hostile_case_gets_no_command() {
        let mut world = World::new("https://shop.test/").lookup(["203.0.113.5"]).page("203.0.113.5", bad_gateway());
        let commands =
            |world: &World| world.findings().into_iter().filter_map(|finding| finding.verify).collect::<Vec<_>>();
        assert!(commands(&world).iter().any(|command| command.contains("shop.test")));
        for one in &mut world.case.observations {
            if let Seen::Visit { visit } | Seen::Origin { visit } = &mut one.seen {
                visit.host = "shop.test;reboot".to_owned();
            }
        }
        world.case.target.host = "shop.test;reboot".to_owned();
        assert!(commands(&world).iter().all(|command| !command.contains("reboot")), "{:?}", commands(&world));
    }
}
