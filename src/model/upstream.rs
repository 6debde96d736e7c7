//! A server behind a gateway, as a log or a configuration names it, told so that a sentence or a command can hold it.

use std::net::{IpAddr, Ipv6Addr, SocketAddr};

use super::Cause;
use super::diagnosis::Words;
use super::log::{LogKind, Named, Says};
use super::secret::is_standin;
use super::stand_in::may_be_a_stand_in;

/// Where it listens. Nothing in it means anything to a shell, since commands are made to be copied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Upstream {
    /// A host and a port. `speaks_http` where a browser or `curl` could ask it.
    Port { host: String, port: u16, speaks_http: bool },
    /// A socket in the file system.
    Socket(String),
}

impl Upstream {
    /// The value that stands in a sentence with a server or a socket.
    pub const KNOWN: &str = "known";
    /// All values that such a sentence may hold.
    pub const VALUES: [&str; 8] = [Upstream::KNOWN, "speaks", "numeric", "server", "host", "port", "url", "path"];

    /// By its name in a log (`http://127.0.0.1:8080`, `fastcgi://unix:/run/app.sock:`) or a configuration
    /// (`10.0.0.7:80`). `None` where it names no place, as `backend/server` does, or not plainly.
    pub fn named(name: &str) -> Option<Upstream> {
        let (scheme, place) = name.split_once("://").unwrap_or(("", name));
        if let Some(path) = place.strip_prefix("unix:") {
            return socket(path);
        }
        let place = place.split('/').next()?;
        let own_port = match scheme {
            "https" | "grpcs" => Some(443),
            "http" | "grpc" => Some(80),
            _ => None,
        };
        let bare_v6 = place.trim_matches(['[', ']']).parse::<Ipv6Addr>().ok();
        let (host, port) = match (bare_v6, place.rsplit_once(':')) {
            (Some(ip), _) => (ip.to_string(), own_port?),
            (None, Some((host, port))) => (host.trim_matches(['[', ']']).to_owned(), port.parse().ok()?),
            (None, None) => (place.to_owned(), own_port?),
        };
        let is_name = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-');
        let plain = host.bytes().next()?.is_ascii_alphanumeric() && host.bytes().all(is_name);
        let speaks_http = matches!(scheme, "" | "http" | "https");
        (plain || host.parse::<IpAddr>().is_ok()).then_some(Upstream::Port { host, port, speaks_http })
    }

    /// At this address.
    pub fn at(place: SocketAddr) -> Upstream {
        Upstream::Port { host: place.ip().to_string(), port: place.port(), speaks_http: true }
    }

    /// The one that all these lines are about: the socket in their own words, or the server that each of them names. `None`
    /// where they name several, where some name none, and where they do not speak plainly: a log may be that of many sites,
    /// and what is asked of one server may mend another's page.
    pub fn of_lines(cause: Cause, says: Says, count: u64, example: &str, names: &[Named]) -> Option<Upstream> {
        let one = match names {
            [] if count == 1 => None,
            [one] if one.count == count => Some(one),
            _ => return None,
        };
        if says != Says::Plainly {
            return None;
        }
        in_words(cause, example).or_else(|| Upstream::named(&one?.name))
    }

    /// The same of several kinds of lines. Those that name nothing say nothing about it; all others have to agree.
    pub fn of_kinds<'k>(kinds: impl IntoIterator<Item = &'k LogKind>) -> Option<Upstream> {
        let names_one = |kind: &&LogKind| !kind.upstreams.is_empty() || in_words(kind.cause, &kind.example).is_some();
        let of = |kind: &LogKind| Upstream::of_lines(kind.cause, kind.says, kind.count, &kind.example, &kind.upstreams);
        let mut told = kinds.into_iter().filter(names_one).map(of);
        let first = told.next()??;
        told.all(|other| other.as_ref() == Some(&first)).then_some(first)
    }

    /// Whether, in a redacted case, this may be a stand-in for the true one: nobody listens there.
    pub fn may_stand_for_another(&self) -> bool {
        let text = match self {
            Upstream::Port { host, .. } => host,
            Upstream::Socket(path) => path,
        };
        let is_one = |word: &str| matches!(word, "user" | "computer") || is_standin(word);
        match text.parse::<IpAddr>() {
            Ok(ip) => may_be_a_stand_in(ip),
            Err(_) => text.split(|letter: char| !letter.is_ascii_alphanumeric()).any(is_one),
        }
    }

    /// The sentence with what it may hold: `known` is `server` or `socket`, `speaks` is `http`, `numeric` is `yes` where
    /// that is so; `server`, `host`, `port`, `url` or `path` are the values.
    pub fn told_in(&self, words: Words) -> Words {
        match self {
            Upstream::Socket(path) => words.with(Upstream::KNOWN, "socket").with("path", path),
            Upstream::Port { host, port, speaks_http } => {
                let ip = host.parse::<IpAddr>().ok();
                let shown = if ip.is_some_and(|ip| ip.is_ipv6()) { format!("[{host}]") } else { host.clone() };
                let scheme = if *port == 443 { "https" } else { "http" };
                let words = words.with(Upstream::KNOWN, "server").with("host", host).with("port", port);
                let words = words.with("server", format!("{shown}:{port}"));
                let words = if ip.is_some() { words.with("numeric", "yes") } else { words };
                if *speaks_http {
                    words.with("speaks", "http").with("url", format!("{scheme}://{shown}:{port}/"))
                } else {
                    words
                }
            }
        }
    }
}

/// The socket that a line names in so many words, where its cause is about one.
fn in_words(cause: Cause, example: &str) -> Option<Upstream> {
    let is_about_one = matches!(cause, Cause::AppSocketMissing | Cause::AppSocketPermission);
    let (_, rest) = is_about_one.then(|| example.split_once("unix:"))??;
    socket(rest.split([' ', '"', ',']).next()?)
}

/// An absolute path in plain letters. nginx writes a colon behind it.
fn socket(path: &str) -> Option<Upstream> {
    let path = path.split(':').next()?;
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_' | b'/');
    (path.starts_with('/') && path.len() > 1 && path.bytes().all(plain)).then(|| Upstream::Socket(path.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(name: &str, value: &str) -> Option<String> {
        Upstream::named(name)?.told_in(Words::new("x")).values.get(value).cloned()
    }

    #[test]
    fn names_of_logs_and_configurations() {
        assert_eq!(told("http://127.0.0.1:8080", "server").as_deref(), Some("127.0.0.1:8080"));
        assert_eq!(told("http://127.0.0.1:8080/cart", "url").as_deref(), Some("http://127.0.0.1:8080/"));
        assert_eq!(told("10.0.0.7:443", "url").as_deref(), Some("https://10.0.0.7:443/"));
        assert_eq!(told("http://[::1]:8080", "server").as_deref(), Some("[::1]:8080"));
        assert_eq!(told("http://[::1]", "host").as_deref(), Some("::1"));
        assert_eq!(told("https://app.internal", "port").as_deref(), Some("443"));
        assert_eq!(told("https://app.internal", "numeric"), None);
        assert_eq!(
            (told("fastcgi://10.0.0.7:9000", "port"), told("fastcgi://10.0.0.7:9000", "url")),
            (Some("9000".into()), None)
        );
        assert_eq!(told("fastcgi://unix:/run/php/php-fpm.sock:", "path").as_deref(), Some("/run/php/php-fpm.sock"));
        assert_eq!(told("unix:/run/app.sock", "known").as_deref(), Some("socket"));
    }

    #[test]
    fn what_names_no_place_or_could_do_harm_in_a_shell_is_left_out() {
        for name in
            ["", "app", "backend/server", "10.0.0.7:http", "$(id):80", "a b:80", "-x:80", "unix:/run/$(id)", "unix:run"]
        {
            assert_eq!(Upstream::named(name), None, "{name}");
        }
    }

    #[test]
    fn a_socket_stands_in_the_words_of_the_line() {
        let line = "connect() to unix:/run/app.sock failed (2: No such file or directory), upstream: \"x\"";
        let names = [Named { name: "http://192.0.2.101:8080".into(), count: 4 }];
        let of = |cause| Upstream::of_lines(cause, Says::Plainly, 4, line, &names);
        assert_eq!(of(Cause::AppSocketMissing), Some(Upstream::Socket("/run/app.sock".into())));
        assert_eq!(of(Cause::OriginRefused), Upstream::named("http://192.0.2.101:8080"));
        let alone = |count| Upstream::of_lines(Cause::AppSocketMissing, Says::Plainly, count, line, &[]);
        assert_eq!(alone(1), Some(Upstream::Socket("/run/app.sock".into())));
        assert_eq!(alone(2), None, "the line before it may name another");
        assert_eq!(Upstream::of_lines(Cause::OriginRefused, Says::Plainly, 1, "connect() failed", &[]), None);
    }

    #[test]
    fn lines_name_a_server_where_all_name_the_same_and_plainly() {
        let name = |server: u8, count| Named { name: format!("http://192.0.2.{server}:80"), count };
        let of = |says, count, names: &[Named]| Upstream::of_lines(Cause::OriginRefused, says, count, "", names);
        assert!(of(Says::Plainly, 4, &[name(1, 4)]).is_some());
        assert_eq!(of(Says::Plainly, 54, &[name(1, 50), name(2, 4)]), None, "of several sites, perhaps");
        assert_eq!(of(Says::Plainly, 5, &[name(1, 4)]), None, "one of them names none");
        assert_eq!(of(Says::Usually, 4, &[name(1, 4)]), None);
    }

    #[test]
    fn what_redaction_draws_on_may_stand_for_another() {
        let may = |name: &str| Upstream::named(name).unwrap().may_stand_for_another();
        for name in ["10.0.0.1:80", "http://[fd00::1]:80", "http://[100::1]:80", "240.0.0.1:80", "169.254.0.1:80"] {
            assert!(may(name), "{name}");
        }
        assert!(may("unix:/home/user/app.sock") && may("computer:80"));
        for name in ["127.0.0.1:80", "http://[::1]:80", "192.0.2.1:80", "unix:/run/app.sock", "app.internal:80"] {
            assert!(!may(name), "{name}");
        }
    }
}
