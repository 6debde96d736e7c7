//! Writes settings as the file that [`super::read`] takes.

use toml::{Table, Value};

use super::{ProxyChoice, RouterChoice, Settings};
use crate::model::dns::Transport;

/// The settings as TOML.
pub fn written(settings: &Settings) -> String {
    let text = |text: &str| Value::String(text.to_owned());
    let table = |pairs: Vec<(&str, Value)>| {
        Value::Table(pairs.into_iter().map(|(key, value)| (key.to_owned(), value)).collect::<Table>())
    };
    let mut network = vec![
        ("connect_timeout", text(&format!("{}ms", settings.connect_timeout.as_millis()))),
        ("response_timeout", text(&format!("{}ms", settings.response_timeout.as_millis()))),
        (
            "proxy",
            match &settings.proxy {
                ProxyChoice::System => text("system"),
                ProxyChoice::None => text("none"),
                // An IPv6 address stands in brackets there (RFC 3986 section 3.2.2).
                ProxyChoice::Fixed { host, port } if host.contains(':') => text(&format!("http://[{host}]:{port}")),
                ProxyChoice::Fixed { host, port } => text(&format!("http://{host}:{port}")),
            },
        ),
    ];
    if let Some(ca) = &settings.extra_ca {
        network.push(("extra_ca", text(&ca.display().to_string())));
    }
    let resolvers = settings.resolvers.iter().map(|server| {
        let transport = match server.transport {
            Transport::Udp => "udp",
            Transport::Tcp => "tcp",
            Transport::Tls => "tls",
            Transport::Https => "https",
        };
        let mut pairs = vec![
            ("name", text(&server.name)),
            ("address", text(&server.ip_port.to_string())),
            ("transport", text(transport)),
        ];
        pairs.extend(server.tls_name.as_ref().map(|name| ("tls_name", text(name))));
        pairs.extend(server.url.as_ref().map(|url| ("url", text(url))));
        table(pairs)
    });
    let controls = settings.controls.iter().map(|control| {
        let mut pairs = vec![
            ("name", text(&control.name)),
            ("url", text(control.url.as_str())),
            ("status", Value::Integer(control.status.into())),
        ];
        pairs.extend(control.body.as_ref().map(|body| ("body", text(body))));
        table(pairs)
    });
    let router = match settings.router {
        RouterChoice::Auto => "auto".to_owned(),
        RouterChoice::None => "none".to_owned(),
        RouterChoice::Fixed(ip) => ip.to_string(),
    };
    let mut file = vec![
        ("network", table(network)),
        (
            "dns",
            table(vec![
                ("system", Value::Boolean(settings.ask_system_servers)),
                ("authoritative", Value::Boolean(settings.ask_authoritative)),
            ]),
        ),
        ("router", table(vec![("address", text(&router))])),
        (
            "watch",
            table(vec![
                ("every", text(&format!("{}s", settings.watch.every.as_secs()))),
                ("notify", Value::Boolean(settings.watch.notify)),
                ("notify_changes", Value::Boolean(settings.watch.notify_changes)),
                ("sound", Value::Boolean(settings.watch.sound)),
            ]),
        ),
        ("texts", table(vec![("language", text(settings.language.map_or("system", |language| language.tag)))])),
        ("resolver", Value::Array(resolvers.collect())),
        ("control", Value::Array(controls.collect())),
    ];
    let vantage = &settings.vantage;
    let mut pairs = vec![("enabled", Value::Boolean(vantage.enabled)), ("base_url", text(&vantage.base_url))];
    pairs.push(("registers", text(&vantage.registers)));
    pairs.extend(vantage.token.as_ref().map(|token| ("token", text(token.reveal()))));
    pairs.extend(vantage.country.as_ref().map(|country| ("country", text(country))));
    pairs.extend(vantage.asn.map(|asn| ("asn", Value::Integer(asn.into()))));
    file.push(("vantage", table(pairs)));
    // A table of strings, numbers and lists can always be written.
    toml::to_string_pretty(&table(file)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::super::WatchWishes;
    use super::*;

    #[test]
    fn a_proxy_with_an_ipv6_address_is_read_again() {
        for host in ["2001:db8::1", "192.0.2.1", "proxy.test"] {
            let settings =
                Settings { proxy: ProxyChoice::Fixed { host: host.to_owned(), port: 3128 }, ..Settings::default() };
            assert_eq!(super::super::file::parse(&written(&settings)).unwrap(), settings, "{host}");
        }
    }

    #[test]
    fn what_is_written_is_read_as_the_same() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("settings.toml");
        let mut settings = Settings {
            connect_timeout: Duration::from_millis(2_500),
            proxy: ProxyChoice::Fixed { host: "proxy.test".into(), port: 3128 },
            router: RouterChoice::Fixed("192.0.2.1".parse().unwrap()),
            ask_authoritative: false,
            watch: WatchWishes { every: Duration::from_secs(60), notify: false, notify_changes: true, sound: true },
            language: crate::text::Language::of_tag("en"),
            ..Settings::default()
        };
        settings.controls.pop();
        settings.vantage.enabled = true;
        settings.vantage.token = Some(super::super::Secret::new("tok-1".to_owned()));
        settings.vantage.country = Some("DE".to_owned());
        settings.vantage.asn = Some(64_500);
        for settings in [settings, Settings::default()] {
            std::fs::write(&path, written(&settings)).unwrap();
            assert_eq!(super::super::read(&path).unwrap(), settings);
        }
    }
}
