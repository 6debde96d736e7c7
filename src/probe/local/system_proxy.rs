//! The operating system's proxy settings: GNOME, macOS, Windows.
//!
//! Read from the system's own tools. KDE and policies of browsers are not read. Passwords are left out on reading.

use super::command;

/// The settings as the system has them; proxies are `host:port` or addresses.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct SystemProxy {
    pub http: Option<String>,
    pub https: Option<String>,
    pub socks: Option<String>,
    pub exceptions: Vec<String>,
    /// The address of a PAC file, or `auto-detect` (WPAD).
    pub pac_url: Option<String>,
}

/// Stands for a PAC file that is searched in the network.
const AUTO_DETECT: &str = "auto-detect";

/// The settings of this system; `None` where it has none of its own or they cannot be read.
#[cfg(not(any(windows, target_vendor = "apple")))]
pub(super) fn read() -> Option<SystemProxy> {
    let arguments = ["list-recursively", "org.gnome.system.proxy"];
    command::output("gsettings", &arguments, command::LIMIT).ok().map(|text| parse::gnome(&text))
}

/// The settings of this system.
#[cfg(target_vendor = "apple")]
pub(super) fn read() -> Option<SystemProxy> {
    let text = command::output("scutil", &["--proxy"], command::LIMIT);
    Some(text.map_or_else(|_| by_matcher(), |text| parse::scutil(&text)))
}

/// The settings of this user.
#[cfg(windows)]
pub(super) fn read() -> Option<SystemProxy> {
    const KEY: &str = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Internet Settings";
    let text = command::output("reg", &["query", KEY], command::LIMIT);
    Some(text.map_or_else(|_| by_matcher(), |text| parse::registry(&text)))
}

/// Without the system's tool: hyper-util reads the same settings by other means, but no PAC file.
#[cfg(any(windows, target_vendor = "apple"))]
fn by_matcher() -> SystemProxy {
    use hyper_util::client::proxy::matcher::Matcher;

    let matcher = Matcher::from_system();
    let proxy = |url| matcher.intercept(&http::Uri::from_static(url)).map(|found| found.uri().to_string());
    SystemProxy {
        http: proxy("http://proxied.invalid/"),
        https: proxy("https://proxied.invalid/"),
        ..SystemProxy::default()
    }
}

/// The text without `user:password@`, also in lists such as `http=a:80;https=b:80`.
pub(super) fn without_userinfo(text: &str) -> String {
    let strip = |part: &str| {
        let start = part.find("://").map_or(0, |at| at + 3);
        let (scheme, rest) = part.split_at_checked(start).unwrap_or(("", part));
        let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
        let (authority, path) = rest.split_at_checked(end).unwrap_or((rest, ""));
        let host = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
        format!("{scheme}{host}{path}")
    };
    text.split_inclusive([';', ',', ' ']).map(strip).collect()
}

#[cfg_attr(not(test), expect(dead_code, reason = "each system uses its own format"))]
mod parse {
    use super::{AUTO_DETECT, SystemProxy, without_userinfo};

    /// `schema key value` lines of `gsettings list-recursively`.
    pub(super) fn gnome(text: &str) -> SystemProxy {
        let value = |schema: &str, key: &str| {
            text.lines().find_map(|line| {
                let rest = line.strip_prefix("org.gnome.system.proxy")?.strip_prefix(schema)?.strip_prefix(' ')?;
                Some(rest.strip_prefix(key)?.strip_prefix(' ')?.trim_matches('\'').to_owned())
            })
        };
        let address = |schema: &str| {
            let host = value(schema, "host").filter(|host| !host.is_empty())?;
            let port = value(schema, "port").filter(|port| port != "0");
            Some(joined(&host, port.as_deref()))
        };
        match value("", "mode").as_deref() {
            Some("manual") => SystemProxy {
                http: address(".http"),
                https: address(".https"),
                socks: address(".socks"),
                exceptions: value("", "ignore-hosts").map(|list| strings(&list)).unwrap_or_default(),
                pac_url: None,
            },
            Some("auto") => {
                let url = value("", "autoconfig-url").filter(|url| !url.is_empty());
                let pac_url = Some(url.map_or_else(|| AUTO_DETECT.to_owned(), |url| without_userinfo(&url)));
                SystemProxy { pac_url, ..SystemProxy::default() }
            }
            _ => SystemProxy::default(),
        }
    }

    /// `['a', 'b']`, or `@as []`.
    fn strings(list: &str) -> Vec<String> {
        list.split('\'').skip(1).step_by(2).map(str::to_owned).collect()
    }

    /// `scutil --proxy` of macOS: the keys of SCSchemaDefinitions; nested dictionaries of single interfaces are
    /// passed over.
    pub(super) fn scutil(text: &str) -> SystemProxy {
        let mut exceptions = Vec::new();
        let mut pairs: Vec<(&str, &str)> = Vec::new();
        let mut path: Vec<&str> = Vec::new();
        for line in text.lines().map(str::trim) {
            let (key, value) = line.split_once(" : ").unwrap_or((line, ""));
            match (path.as_slice(), value) {
                _ if line.ends_with('{') => path.push(key),
                _ if line == "}" => path.truncate(path.len().saturating_sub(1)),
                ([_], value) => pairs.push((key, value)),
                ([_, "ExceptionsList"], value) => exceptions.push(value.to_owned()),
                _ => {}
            }
        }
        let value = |key: &str| pairs.iter().find(|(name, _)| *name == key).map(|(_, value)| *value);
        let is_on = |key: &str| value(key) == Some("1");
        let address = |kind: &str| {
            let host = value(&format!("{kind}Proxy")).filter(|_| is_on(&format!("{kind}Enable")))?;
            Some(joined(host, value(&format!("{kind}Port"))))
        };
        let pac_url = value("ProxyAutoConfigURLString").filter(|_| is_on("ProxyAutoConfigEnable"));
        let detect = is_on("ProxyAutoDiscoveryEnable").then(|| AUTO_DETECT.to_owned());
        SystemProxy {
            http: address("HTTP"),
            https: address("HTTPS"),
            socks: address("SOCKS"),
            exceptions,
            pac_url: pac_url.map(without_userinfo).or(detect),
        }
    }

    /// `reg query` of the Internet Settings of Windows: `    Name    REG_SZ    value`.
    pub(super) fn registry(text: &str) -> SystemProxy {
        let value = |name: &str| {
            text.lines().find_map(|line| {
                let (key, typed) = line.trim().split_once("    ")?;
                let (_, value) = typed.trim_start().split_once("    ")?;
                (key == name).then(|| value.trim().to_owned())
            })
        };
        let pac_url = value("AutoConfigURL").map(|url| without_userinfo(&url));
        if value("ProxyEnable").as_deref() != Some("0x1") {
            return SystemProxy { pac_url, ..SystemProxy::default() };
        }
        let server = value("ProxyServer").unwrap_or_default();
        let of_kind = |kind: &str| match server.contains('=') {
            false => Some(server.clone()).filter(|server| !server.is_empty() && kind != "socks"),
            true => {
                server.split(';').find_map(|part| Some(part.trim().strip_prefix(kind)?.strip_prefix('=')?.to_owned()))
            }
        };
        SystemProxy {
            http: of_kind("http"),
            https: of_kind("https"),
            socks: of_kind("socks"),
            exceptions: value("ProxyOverride").unwrap_or_default().split(';').map(str::to_owned).collect(),
            pac_url,
        }
    }

    fn joined(host: &str, port: Option<&str>) -> String {
        let is_bare_ipv6 = host.parse::<std::net::Ipv6Addr>().is_ok();
        let host = if is_bare_ipv6 { format!("[{host}]") } else { host.to_owned() };
        port.map_or_else(|| host.clone(), |port| format!("{host}:{port}"))
    }
}

#[cfg(test)]
mod tests {
    use super::parse::{gnome, registry, scutil};
    use super::*;

    fn words(words: &[&str]) -> Vec<String> {
        words.iter().map(|word| (*word).to_owned()).collect()
    }

    fn text(text: &str) -> Option<String> {
        Some(text.to_owned())
    }

    #[test]
    fn gnome_settings() {
        let manual = "org.gnome.system.proxy autoconfig-url ''\n\
            org.gnome.system.proxy ignore-hosts ['localhost', '127.0.0.0/8', '::1']\n\
            org.gnome.system.proxy mode 'manual'\n\
            org.gnome.system.proxy.http authentication-password 'hunter2'\n\
            org.gnome.system.proxy.http host 'proxy.corp'\norg.gnome.system.proxy.http port 3128\n\
            org.gnome.system.proxy.https host ''\norg.gnome.system.proxy.https port 0\n\
            org.gnome.system.proxy.socks host '2001:db8::1'\norg.gnome.system.proxy.socks port 1080\n";
        let expected = SystemProxy {
            http: text("proxy.corp:3128"),
            https: None,
            socks: text("[2001:db8::1]:1080"),
            exceptions: words(&["localhost", "127.0.0.0/8", "::1"]),
            pac_url: None,
        };
        assert_eq!(gnome(manual), expected);
        assert_eq!(gnome(&manual.replace("'manual'", "'none'")), SystemProxy::default());
        assert_eq!(gnome(&manual.replace("'manual'", "'auto'")).pac_url, text("auto-detect"));
        assert_eq!(gnome(""), SystemProxy::default());
    }

    #[test]
    fn scutil_of_macos() {
        let seen = scutil(
            "<dictionary> {\n  ExceptionsList : <array> {\n    0 : *.local\n    1 : 169.254/16\n  }\n  \
             FTPPassive : 1\n  HTTPEnable : 1\n  HTTPPort : 8080\n  HTTPProxy : proxy.corp\n  HTTPSEnable : 0\n  \
             HTTPSProxy : old.corp\n  ProxyAutoConfigEnable : 1\n  \
             ProxyAutoConfigURLString : http://me:hunter2@wpad.corp/proxy.pac\n  SOCKSEnable : 0\n  \
             __SCOPED__ : <dictionary> {\n    en0 : <dictionary> {\n      HTTPSEnable : 1\n    }\n  }\n}\n",
        );
        let expected = SystemProxy {
            http: text("proxy.corp:8080"),
            exceptions: words(&["*.local", "169.254/16"]),
            pac_url: text("http://wpad.corp/proxy.pac"),
            ..SystemProxy::default()
        };
        assert_eq!(seen, expected);
    }

    #[test]
    fn registry_of_windows() {
        let output = "\r\nHKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings\r\n    \
            User Agent    REG_SZ    Mozilla/4.0\r\n    ProxyEnable    REG_DWORD    0x1\r\n    \
            ProxyServer    REG_SZ    proxy.corp:8080\r\n    ProxyOverride    REG_SZ    *.corp;<local>\r\n    \
            AutoConfigURL    REG_SZ    http://wpad.corp/proxy.pac\r\n\r\n";
        let expected = SystemProxy {
            http: text("proxy.corp:8080"),
            https: text("proxy.corp:8080"),
            socks: None,
            exceptions: words(&["*.corp", "<local>"]),
            pac_url: text("http://wpad.corp/proxy.pac"),
        };
        assert_eq!(registry(output), expected);
        let off = registry(&output.replace("0x1", "0x0"));
        assert_eq!((off.http, off.pac_url), (None, text("http://wpad.corp/proxy.pac")));
        let listed = registry(&output.replace("proxy.corp:8080", "http=a:80;https=b:81;socks=c:1080"));
        assert_eq!((listed.http, listed.https, listed.socks), (text("a:80"), text("b:81"), text("c:1080")));
    }

    #[test]
    fn passwords_are_left_out() {
        for (typed, expected) in [
            ("http://me:hunter2@proxy:80/x@y", "http://proxy:80/x@y"),
            ("me:hunter2@proxy:80", "proxy:80"),
            ("http=http://a:hunter2@x:1;https=http://b:hunter2@y:2", "http=http://x:1;https=http://y:2"),
            ("proxy:80", "proxy:80"),
        ] {
            assert_eq!(without_userinfo(typed), expected);
        }
    }
}
