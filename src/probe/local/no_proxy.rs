//! Exceptions from a proxy, translated into the rules of hyper-util's matcher.
//!
//! That matcher knows names with their subdomains, addresses, CIDR and `*`. Here come ports (`host:8080`),
//! `*.example.com`, `10.*` of Windows, `169.254/16` of macOS and `<local>` of Windows.

use std::net::IpAddr;

/// The rules that concern this host and port, joined by commas.
pub(super) fn rules<'a>(entries: impl IntoIterator<Item = &'a str>, host: &str, port: u16) -> String {
    let rules: Vec<String> = entries.into_iter().filter_map(|entry| rule(entry.trim(), host, port)).collect();
    rules.join(",")
}

fn rule(entry: &str, host: &str, port: u16) -> Option<String> {
    if entry.eq_ignore_ascii_case("<local>") {
        let is_dotless = !host.contains(['.', ':']);
        return is_dotless.then(|| host.to_owned());
    }
    let (name, only_port) = split_port(entry);
    if name.is_empty() || only_port.is_some_and(|only| only != port) {
        return None;
    }
    if name == "*" {
        return Some("*".to_owned());
    }
    let name = name.strip_prefix('*').filter(|rest| rest.starts_with('.')).unwrap_or(name);
    Some(network(name).unwrap_or_else(|| name.to_owned()))
}

/// `host:8080`, `[::1]:8080`, `[::1]`; an address without brackets has no port.
fn split_port(entry: &str) -> (&str, Option<u16>) {
    if let Some((ip, rest)) = entry.strip_prefix('[').and_then(|inner| inner.split_once(']')) {
        return (ip, rest.strip_prefix(':').and_then(|port| port.parse().ok()));
    }
    match entry.split_once(':') {
        Some((name, port)) if !port.contains(':') && entry.parse::<IpAddr>().is_err() => match port.parse() {
            Ok(port) => (name, Some(port)),
            Err(_) => (entry, None),
        },
        _ => (entry, None),
    }
}

/// `10.*` and `169.254/16` as CIDR.
fn network(name: &str) -> Option<String> {
    let (start, length) = match name.split_once('/') {
        Some((start, length)) => (start, Some(length)),
        None => (name, None),
    };
    let parts: Vec<&str> = start.split('.').collect();
    let fixed: Vec<&str> = parts.iter().copied().take_while(|part| *part != "*").collect();
    let bytes: Vec<u8> = fixed.iter().map_while(|part| part.parse().ok()).collect();
    let is_partial = !bytes.is_empty()
        && bytes.len() < 4
        && bytes.len() == fixed.len()
        && (length.is_some() || fixed.len() < parts.len());
    let octets: Vec<String> = bytes.iter().copied().chain([0; 3]).take(4).map(|byte| byte.to_string()).collect();
    let length = length.map_or_else(|| (bytes.len() * 8).to_string(), str::to_owned);
    is_partial.then(|| format!("{}/{length}", octets.join(".")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(entries: &str, expected: &str) {
        assert_eq!(rules(entries.split([',', ';']), "intranet", 8080), expected, "{entries}");
    }

    #[test]
    fn each_dialect_becomes_the_same_rules() {
        check("shop.test, .corp.test", "shop.test,.corp.test");
        check("*.corp.test", ".corp.test");
        check("*", "*");
        check("shop.test:8080,other.test:443", "shop.test");
        check("[::1]:8080,[::2],::3", "::1,::2,::3");
        check("192.168.0.0/16,192.0.2.1,2001:db8::/32", "192.168.0.0/16,192.0.2.1,2001:db8::/32");
        check("10.*;192.168.*;172.16.*.*", "10.0.0.0/8,192.168.0.0/16,172.16.0.0/16");
        check("169.254/16", "169.254.0.0/16");
        check("<local>;<-loopback>", "intranet,<-loopback>");
        check(",,", "");
    }

    #[test]
    fn a_name_with_a_dot_is_not_local() {
        assert_eq!(rules(["<local>"], "shop.test", 443), "");
    }
}
