//! Where a server block listens, and how well it fits a host name (ngx_http_core_module, "server_name").

use crate::configuration::directive::Directive;
use crate::configuration::route::expression;

/// A place to listen at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listen {
    /// The address, or `*`.
    pub at: String,
    pub port: u16,
    pub is_default: bool,
}

/// How well a block fits, worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    No,
    /// It answers for names that no block has, as every first block of a port does.
    First,
    /// It says that it answers for such names.
    Default,
    Expression,
    /// `www.example.*`, by length.
    Ending(usize),
    /// `*.example.com`, by length.
    Beginning(usize),
    Exact,
}

/// Where it listens; without a word about it, at port 80.
pub fn listens(server: &Directive) -> Vec<Listen> {
    let said = server.inside().iter().filter(|one| one.name == "listen");
    let mut listens: Vec<Listen> = said.filter_map(listen).collect();
    if listens.is_empty() {
        listens.push(Listen { at: "*".to_owned(), port: 80, is_default: false });
    }
    listens
}

fn listen(directive: &Directive) -> Option<Listen> {
    let first = directive.first_word();
    let is_default = directive.words.iter().any(|word| word == "default_server" || word == "default");
    let (at, port) = match first.rsplit_once(':') {
        _ if first.starts_with("unix:") => return None,
        // `[::]:443`, `10.0.0.1:443`
        Some((at, port)) if !port.contains(']') => (at, port),
        // `443`, or an address alone.
        _ if first.bytes().all(|byte| byte.is_ascii_digit()) => ("*", first),
        _ => (first, "80"),
    };
    Some(Listen { at: at.to_owned(), port: port.parse().ok()?, is_default })
}

/// Its names, lower case.
pub fn names(server: &Directive) -> Vec<String> {
    let said = server.inside().iter().filter(|one| one.name == "server_name");
    said.flat_map(|one| &one.words).map(|name| name.to_ascii_lowercase()).collect()
}

/// How well the block fits this host at this port.
pub fn fit(server: &Directive, host: &str, port: u16) -> Fit {
    let host = host.trim_end_matches('.').to_ascii_lowercase();
    let by_name = names(server).iter().map(|name| fit_of_name(name, &host)).max().unwrap_or(Fit::No);
    let is_default = listens(server).iter().any(|listen| listen.port == port && listen.is_default);
    by_name.max(if is_default { Fit::Default } else { Fit::First })
}

fn fit_of_name(name: &str, host: &str) -> Fit {
    let below = |domain: &str| host.strip_suffix(domain).is_some_and(|rest| rest.ends_with('.'));
    match () {
        () if name == host => Fit::Exact,
        // `.example.com` is `example.com` and `*.example.com`.
        () if name.strip_prefix('.').is_some_and(|domain| domain == host) => Fit::Exact,
        () if name.strip_prefix("*.").or(name.strip_prefix('.')).is_some_and(below) => Fit::Beginning(name.len()),
        () if name
            .strip_suffix(".*")
            .is_some_and(|start| host.strip_prefix(start).is_some_and(|rest| rest.starts_with('.'))) =>
        {
            Fit::Ending(name.len())
        }
        () if name.strip_prefix('~').and_then(|text| expression(text, true)).is_some_and(|it| it.is_match(host)) => {
            Fit::Expression
        }
        () => Fit::No,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_fit_in_nginxs_own_order() {
        for (name, fit) in [
            ("shop.test", Fit::Exact),
            (".shop.test", Fit::Exact),
            ("*.test", Fit::Beginning(6)),
            ("shop.*", Fit::Ending(6)),
            ("~^sh.p\\.", Fit::Expression),
            ("~(?=look)", Fit::No),
            ("www.shop.test", Fit::No),
            ("op.test", Fit::No),
            ("*.shop.test", Fit::No),
            ("_", Fit::No),
        ] {
            assert_eq!(fit_of_name(name, "shop.test"), fit, "{name}");
        }
        assert!(Fit::Exact > Fit::Beginning(99) && Fit::Beginning(6) > Fit::Ending(99));
    }
}
