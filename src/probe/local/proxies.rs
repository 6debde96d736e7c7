//! Which proxy would carry the request: environment first, then the operating system, as curl and browsers do.
//!
//! PAC files are named, not run. User names and passwords of proxies are never kept.

use http::Uri;
use hyper_util::client::proxy::matcher::Matcher;
use url::Url;

use crate::model::Known;
use crate::model::device::{ProxyAddress, ProxySettings, ProxySource};

use super::no_proxy;
use super::system_proxy::{self, SystemProxy};

/// What Gatemend's own settings say about proxies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProxyWish {
    /// Take the environment's and the system's settings.
    System,
    /// Go direct.
    None,
    /// Take this one: `host:port` or an `http://` address.
    Fixed(String),
}

/// Exceptions are asked about this host for the controls, which are no hosts that anybody makes exceptions for.
const NEUTRAL_HOST: &str = "proxied.invalid";

/// The port of a proxy without one, as browsers take it; curl would take 1080.
const DEFAULT_PORT: u16 = 80;

/// The proxy for the target and the one for plain http.
///
/// `env` looks up an environment variable. `http_proxy` counts in lower case only, since a web server sets
/// `HTTP_PROXY` from a request header (httpoxy, CVE-2016-5385).
pub fn read(wish: &ProxyWish, target: &Url, env: &dyn Fn(&str) -> Option<String>) -> Known<ProxySettings> {
    Known::Seen(match wish {
        ProxyWish::None => settings(&Chosen::default(), &Chosen::default(), target, None),
        ProxyWish::Fixed(proxy) => {
            let chosen = Chosen { proxy: Some((proxy.clone(), ProxySource::Settings)), exceptions: Vec::new() };
            settings(&chosen, &chosen, target, None)
        }
        ProxyWish::System => decide(target, env, system_proxy::read().unwrap_or_default()),
    })
}

/// A proxy as it is written, where it is written, and its exceptions.
#[derive(Default)]
struct Chosen {
    proxy: Option<(String, ProxySource)>,
    exceptions: Vec<String>,
}

/// What the settings do to one request.
enum Carried {
    Direct,
    By(ProxyAddress),
    Unsupported(String),
}

fn decide(target: &Url, env: &dyn Fn(&str) -> Option<String>, system: SystemProxy) -> ProxySettings {
    let first = |names: &[&str]| names.iter().find_map(|name| env(name).filter(|value| !value.trim().is_empty()));
    let exceptions = first(&["no_proxy", "NO_PROXY"]).unwrap_or_default();
    let from_env = |names: &[&str]| {
        let proxy = Some((first(names)?, ProxySource::Environment));
        Some(Chosen { proxy, exceptions: exceptions.split([',', ' ']).map(str::to_owned).collect() })
    };
    let socks = system.socks.as_ref().map(|socks| match socks.contains("://") {
        true => socks.clone(),
        false => format!("socks5://{socks}"),
    });
    let from_system = |proxy: &Option<String>| Chosen {
        proxy: proxy.clone().or_else(|| socks.clone()).map(|proxy| (proxy, ProxySource::System)),
        exceptions: system.exceptions.clone(),
    };
    let http = from_env(&["http_proxy", "all_proxy", "ALL_PROXY"]).unwrap_or_else(|| from_system(&system.http));
    if target.scheme() == "http" {
        return settings(&http, &http, target, system.pac_url);
    }
    let https = from_env(&["https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"])
        .unwrap_or_else(|| from_system(&system.https));
    settings(&https, &http, target, system.pac_url)
}

fn settings(for_target: &Chosen, for_http: &Chosen, target: &Url, pac_url: Option<String>) -> ProxySettings {
    let host = target.host_str().unwrap_or_default();
    let port = target.port_or_known_default().unwrap_or(DEFAULT_PORT);
    let (to_target, no_target) = split(carried(for_target, host, port));
    let (to_http, no_http) = split(carried(for_http, NEUTRAL_HOST, 80));
    let source = for_target.proxy.as_ref().or(for_http.proxy.as_ref()).map(|(_, source)| *source);
    ProxySettings { for_target: to_target, for_http: to_http, source, pac_url, unsupported: no_target.or(no_http) }
}

fn split(carried: Carried) -> (Option<ProxyAddress>, Option<String>) {
    match carried {
        Carried::Direct => (None, None),
        Carried::By(proxy) => (Some(proxy), None),
        Carried::Unsupported(words) => (None, Some(words)),
    }
}

/// `host` with brackets around IPv6. The scheme does not matter: a proxy was chosen for it already.
fn carried(chosen: &Chosen, host: &str, port: u16) -> Carried {
    let Some((proxy, _)) = &chosen.proxy else { return Carried::Direct };
    let proxy = proxy.trim();
    let proxy = if proxy.contains("://") { proxy.to_owned() } else { format!("http://{proxy}") };
    let bare_host = host.trim_matches(['[', ']']);
    let exceptions = no_proxy::rules(chosen.exceptions.iter().map(String::as_str), bare_host, port);
    let Ok(uri) = format!("http://{host}:{port}/").parse::<Uri>() else { return Carried::Direct };
    let intercepts = |exceptions: &str| Matcher::builder().all(proxy.as_str()).no(exceptions).build().intercept(&uri);
    match (intercepts(&exceptions), intercepts("")) {
        (Some(found), _) => of_uri(found.uri()),
        (None, Some(_)) => Carried::Direct,
        (None, None) => Carried::Unsupported("a proxy setting that cannot be read".to_owned()),
    }
}

fn of_uri(uri: &Uri) -> Carried {
    let host = uri.host().unwrap_or_default();
    match (uri.scheme_str(), uri.port_u16()) {
        (Some("http"), port) => {
            let host = host.trim_matches(['[', ']']).to_owned();
            Carried::By(ProxyAddress { host, port: port.unwrap_or(DEFAULT_PORT) })
        }
        (scheme, Some(port)) => Carried::Unsupported(format!("{}://{host}:{port}", scheme.unwrap_or_default())),
        (scheme, None) => Carried::Unsupported(format!("{}://{host}", scheme.unwrap_or_default())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(target: &str, variables: &[(&str, &str)], system: SystemProxy) -> ProxySettings {
        let env = |name: &str| variables.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned());
        decide(&Url::parse(target).unwrap(), &env, system)
    }

    fn check(target: &str, variables: &[(&str, &str)], expected: Option<(&str, u16)>) {
        let settings = seen(target, variables, SystemProxy::default());
        let proxy = settings.for_target.as_ref().map(|proxy| (proxy.host.as_str(), proxy.port));
        assert_eq!(proxy, expected, "{target} {variables:?}");
        assert!(!format!("{settings:?}").contains("hunter2"));
    }

    #[test]
    fn variables_of_the_environment() {
        check("https://shop.test/", &[], None);
        check("https://shop.test/", &[("https_proxy", "http://me:hunter2@proxy:3128/")], Some(("proxy", 3128)));
        check("https://shop.test/", &[("HTTPS_PROXY", "proxy:3128")], Some(("proxy", 3128)));
        check("https://shop.test/", &[("https_proxy", "a:1"), ("HTTPS_PROXY", "b:2")], Some(("a", 1)));
        check("https://shop.test/", &[("all_proxy", "proxy")], Some(("proxy", 80)));
        check("https://shop.test/", &[("http_proxy", "proxy:1")], None);
        check("https://shop.test/", &[("https_proxy", " ")], None);
        check("http://shop.test/", &[("http_proxy", "http://[::1]:3128")], Some(("::1", 3128)));
        check("http://shop.test/", &[("HTTP_PROXY", "proxy:1")], None);
    }

    #[test]
    fn exceptions_from_the_environment() {
        let with = |no: &'static str| [("https_proxy", "proxy:1"), ("NO_PROXY", no)];
        let proxy = Some(("proxy", 1));
        check("https://www.shop.test/", &with("shop.test"), None);
        check("https://www.shop.test/", &with("other.test .shop.test"), None);
        check("https://notshop.test/", &with("shop.test"), proxy);
        check("https://shop.test/", &with("*"), None);
        check("https://shop.test:8443/", &with("shop.test:8443"), None);
        check("https://shop.test/", &with("shop.test:8443"), proxy);
        check("https://192.168.1.9/", &with("192.168.0.0/16"), None);
        check("https://192.169.1.9/", &with("192.168.0.0/16"), proxy);
        check("https://[2001:db8::1]/", &with("2001:db8::/32"), None);
    }

    #[test]
    fn an_exception_for_the_target_is_none_for_the_controls() {
        let variables = [("https_proxy", "a:1"), ("http_proxy", "b:2"), ("no_proxy", "shop.test")];
        let settings = seen("https://shop.test/", &variables, SystemProxy::default());
        assert_eq!(settings.for_target, None);
        assert_eq!(settings.for_http, Some(ProxyAddress { host: "b".to_owned(), port: 2 }));
        assert_eq!(settings.source, Some(ProxySource::Environment));
    }

    #[test]
    fn kinds_that_are_not_spoken_are_named_without_password() {
        for (value, expected) in [
            ("socks5h://me:hunter2@proxy:1080", "socks5h://proxy:1080"),
            ("https://me:hunter2@proxy:443", "https://proxy:443"),
            ("gopher://me:hunter2@proxy", "a proxy setting that cannot be read"),
        ] {
            let settings = seen("https://shop.test/", &[("ALL_PROXY", value)], SystemProxy::default());
            assert_eq!((settings.for_target, settings.unsupported.as_deref()), (None, Some(expected)));
        }
    }

    #[test]
    fn the_system_comes_after_the_environment() {
        let system = SystemProxy {
            http: Some("sys:1".to_owned()),
            https: Some("sys:2".to_owned()),
            exceptions: vec!["<local>".to_owned()],
            pac_url: Some("http://wpad/x.pac".to_owned()),
            ..SystemProxy::default()
        };
        let settings = seen("https://shop.test/", &[], system.clone());
        assert_eq!(settings.for_target, Some(ProxyAddress { host: "sys".to_owned(), port: 2 }));
        assert_eq!((settings.source, settings.pac_url.is_some()), (Some(ProxySource::System), true));
        assert_eq!(seen("https://intranet/", &[], system.clone()).for_target, None);
        let settings = seen("https://shop.test/", &[("https_proxy", "env:3")], system);
        assert_eq!(settings.source, Some(ProxySource::Environment));
        let socks = SystemProxy { socks: Some("sys:1080".to_owned()), ..SystemProxy::default() };
        assert_eq!(seen("https://shop.test/", &[], socks).unsupported.as_deref(), Some("socks5://sys:1080"));
    }

    #[test]
    fn wishes_come_first() {
        let target = Url::parse("https://shop.test/").unwrap();
        let env = |_: &str| Some("env:1".to_owned());
        let direct = read(&ProxyWish::None, &target, &env);
        assert_eq!(direct.seen().unwrap().for_target, None);
        let fixed = read(&ProxyWish::Fixed("own:8080".to_owned()), &target, &env);
        assert_eq!(fixed.seen().unwrap().source, Some(ProxySource::Settings));
        assert_eq!(fixed.seen().unwrap().for_target.as_ref().unwrap().port, 8080);
    }
}
