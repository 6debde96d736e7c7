//! Reads a gateway's configuration: text in, facts about one site out. Pure; whoever calls brings the files.
//!
//! Nothing here says what is wrong. What cannot be worked out (conditions, variables of a request) is marked as such and
//! never guessed.

mod apache;
mod caddy;
mod directive;
mod formats;
mod haproxy;
mod keep;
mod nginx;
mod route;
mod sources;
#[cfg(any(test, fuzzing))]
pub(crate) mod testing;

pub use formats::log_formats;
pub use route::{Followed, Target, follow};
pub use sources::{Files, Limits};

use crate::model::configuration::{Configuration, Gateway};
use sources::Sources;

/// Whom the configuration is asked about.
#[derive(Debug, Clone, Copy)]
pub struct Wish<'a> {
    pub host: &'a str,
    /// The port of the address that was asked for.
    pub port: u16,
}

/// What the reader of one gateway finds, before lines are kept and files are told.
struct Found {
    site: Option<crate::model::configuration::Site>,
    other_sites: usize,
    pools: Vec<crate::model::configuration::Pool>,
    main: Vec<crate::model::configuration::Setting>,
}

/// Reads the file at this path, and what it includes.
///
/// # Errors
/// Why it cannot be understood, in a few words with the line: the gateway would not start with it either.
pub fn read(path: &str, files: &mut dyn Files, limits: Limits, wish: &Wish<'_>) -> Result<Configuration, String> {
    let mut sources = Sources::new(files, limits);
    let main = sources.main(path)?;
    let gateway = gateway_of(path, sources.text(main)).ok_or("this is no configuration of a known gateway")?;
    let found = match gateway {
        Gateway::Nginx => nginx::read(&mut sources, main, wish)?,
        Gateway::Haproxy => haproxy::read(&mut sources, main, wish)?,
        Gateway::Caddy => caddy::read(&mut sources, main, wish)?,
        Gateway::Apache => apache::read(&mut sources, main, wish)?,
    };
    Ok(keep::configuration(gateway, sources, found))
}

/// Which program reads a file of this name and text, where it is plainly a configuration.
pub fn recognise(path: &str, text: &str) -> Option<Gateway> {
    gateway_of(path, text)
}

/// Which program reads such a file: by its usual name, or else by the words that begin most of its lines.
fn gateway_of(path: &str, text: &str) -> Option<Gateway> {
    if path.rsplit(['/', '\\']).next().is_some_and(|name| name.starts_with("Caddyfile")) {
        return Some(Gateway::Caddy);
    }
    let count = |words: &[&str]| {
        let begins = |line: &str| words.iter().any(|word| line.split([' ', '\t', '{', '>']).next() == Some(*word));
        text.lines().map(str::trim_start).filter(|line| begins(line)).count()
    };
    let scores = [
        (
            Gateway::Nginx,
            count(&["http", "events", "server_name", "upstream", "location", "proxy_pass", "fastcgi_pass", "listen"]),
        ),
        (Gateway::Haproxy, count(&["frontend", "backend", "defaults", "default_backend", "bind", "server", "global"])),
        (Gateway::Caddy, count(&["reverse_proxy", "handle", "encode", "tls", "import"])),
        (
            Gateway::Apache,
            count(&["<VirtualHost", "ProxyPass", "ServerName", "LoadModule", "<IfModule", "DocumentRoot"]),
        ),
    ];
    scores.into_iter().rev().max_by_key(|(_, score)| *score).filter(|(_, score)| *score > 0).map(|(gateway, _)| gateway)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_that_never_end_are_refused() {
        for (name, open) in
            [("nginx.conf", "http {\n"), ("Caddyfile", "handle {\n"), ("apache2.conf", "<IfModule x>\n")]
        {
            let read = testing::read_as(name, &open.repeat(20_000));
            assert!(read.is_err_and(|why| why.len() < 200), "{name}");
        }
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig { failure_persistence: None, ..Default::default() })]

        /// Whatever stands in a file, it is read to its end, and a path is followed or not.
        #[test]
        fn no_text_breaks_a_reader(
            name in proptest::sample::select(vec!["nginx.conf", "haproxy.cfg", "Caddyfile", "apache2.conf"]),
            words in proptest::collection::vec(proptest::sample::select(WORDS.to_vec()), 0..60),
            noise in ".{0,40}",
        ) {
            let text = words.join("") + &noise;
            if let Ok(configuration) = testing::read_as(name, &text) {
                let _ = testing::ends(&configuration, "/x");
                proptest::prop_assert!(configuration.lines.windows(2).all(|two| two[0].place < two[1].place));
            }
        }
    }

    const WORDS: [&str; 48] = [
        "http ",
        "events {}",
        "server ",
        "{",
        "}",
        ";",
        "\n",
        " ",
        "\"",
        "'",
        "\\",
        "#",
        "listen 443",
        "server_name shop.test",
        "location ",
        "/ ",
        "~ ",
        "(",
        "proxy_pass ",
        "http://a:1",
        "$x",
        "${",
        "set $x y",
        "include ",
        "nginx.conf",
        "upstream a ",
        "frontend f\n",
        "backend b\n",
        "bind :443\n",
        "default_backend b\n",
        "server s 10.0.0.1:80\n",
        "global\n",
        "shop.test ",
        "reverse_proxy ",
        "import ",
        "(s) ",
        "handle ",
        "@m ",
        "path ",
        "<VirtualHost *:443>\n",
        "</VirtualHost>\n",
        "ServerName shop.test\n",
        "ProxyPass / ",
        "http://b/\n",
        "Define a b\n",
        "x_by_lua_block ",
        "[[",
        "--",
    ];

    #[test]
    fn a_file_is_known_by_its_name_or_its_words() {
        for (path, text, gateway) in [
            ("x.conf", "server {\n listen 80;\n server_name a;\n}", Some(Gateway::Nginx)),
            (
                "x.cfg",
                "frontend a\n bind :80\n default_backend b\nbackend b\n server s 10.0.0.1:80",
                Some(Gateway::Haproxy),
            ),
            ("/etc/caddy/Caddyfile.prod", "", Some(Gateway::Caddy)),
            ("x", "shop.test {\n reverse_proxy a:1\n}", Some(Gateway::Caddy)),
            ("x.conf", "<VirtualHost *:80>\nServerName a\n</VirtualHost>", Some(Gateway::Apache)),
            ("x.conf", "hello", None),
            ("x.png", "\u{fffd}PNG", None),
        ] {
            assert_eq!(gateway_of(path, text), gateway, "{path}: {text}");
        }
    }
}
