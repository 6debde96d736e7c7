//! What a gateway's configuration says about one site, summed up: never the files themselves, and no secrets of theirs.

use serde::{Deserialize, Serialize};

/// The program that reads the files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Gateway {
    Nginx,
    Haproxy,
    Caddy,
    Apache,
}

impl Gateway {
    /// The name as its makers write it.
    pub fn title(self) -> &'static str {
        match self {
            Gateway::Nginx => "nginx",
            Gateway::Haproxy => "HAProxy",
            Gateway::Caddy => "Caddy",
            Gateway::Apache => "Apache",
        }
    }

    /// A time as gateways write it: `60`, `3s`, `500ms`, `1m30s`. Without a unit HAProxy means milliseconds, and the others
    /// seconds. Several parts stand from the largest unit to the smallest (nginx.org, Configuration file measurement
    /// units). `None` where it has another form, or is none at all.
    pub fn milliseconds(self, text: &str) -> Option<u64> {
        let mut rest = text.trim();
        let mut sum: u64 = 0;
        let mut larger = u64::MAX;
        while !rest.is_empty() {
            let (one, after) = first_part(rest)?;
            let (number, unit) = self.number_and_unit(one)?;
            if unit >= larger {
                return None;
            }
            larger = unit;
            sum = sum.checked_add(number.checked_mul(unit)?)?;
            rest = after.trim_start();
        }
        (sum > 0).then_some(sum)
    }

    /// One number, and the milliseconds of its unit, if it has one.
    fn number_and_unit(self, text: &str) -> Option<(u64, u64)> {
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        let (number, unit) = text.split_at_checked(digits)?;
        let unit = match unit {
            "ms" => 1,
            "" if self == Gateway::Haproxy => 1,
            "" | "s" => 1_000,
            "m" | "min" => 60_000,
            "h" => 3_600_000,
            "d" => 86_400_000,
            _ => return None,
        };
        Some((number.parse().ok()?, unit))
    }
}

/// A number with the letters behind it, and what follows.
fn first_part(text: &str) -> Option<(&str, &str)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let letters = text.bytes().skip(digits).take_while(u8::is_ascii_alphabetic).count();
    text.split_at_checked(digits + letters).filter(|(one, _)| !one.is_empty())
}

/// Where something stands: the place of the file in the list of files, and the line, counted from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct Place {
    pub file: usize,
    pub line: usize,
}

/// In which block a setting was made, from the widest to the narrowest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scope {
    /// For the whole program.
    Main,
    /// For all sites.
    Sites,
    Site,
    Route,
}

/// A setting in force, by the gateway's own name for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Setting {
    pub name: String,
    /// Its words with single blanks between; empty for a block.
    pub value: String,
    pub scope: Scope,
    pub place: Place,
}

/// When a name becomes an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Resolves {
    /// It is an address, a socket, or the name of a pool.
    Never,
    /// Once, when the gateway starts or reloads.
    AtStart,
    /// Again and again while it runs.
    Running,
}

/// Where a route passes requests to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pass {
    /// The word that says so: `proxy_pass`, `fastcgi_pass`, `reverse_proxy`.
    pub directive: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scheme: Option<String>,
    /// A pool's name, `host:port`, or `unix:` and a path, as written; variables of the file are filled in.
    pub to: String,
    pub resolves: Resolves,
    pub place: Place,
}

/// How a route picks its requests.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Matching {
    /// Every request.
    All,
    Exact,
    Prefix,
    /// A prefix that no expression overrides.
    FinalPrefix,
    Expression,
    ExpressionAnyCase,
    /// Reached by name from other routes only.
    Named,
}

/// Requests of one kind, and what is done with them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Route {
    pub matching: Matching,
    pub pattern: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pass: Option<Pass>,
    /// Those in force here, inherited ones too. What is not among them has the gateway's default.
    pub settings: Vec<Setting>,
    /// Where requests go on to if no file answers them: a path, or `@` and the name of a route.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub otherwise: Option<String>,
    /// Conditions that this program does not work out decide over its requests.
    #[serde(default)]
    pub conditional: bool,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub inside: Vec<Route>,
    pub place: Place,
}

/// The block that answers for the site.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Site {
    pub names: Vec<String>,
    pub ports: Vec<u16>,
    /// It names the site; otherwise it answers for every name that no block has.
    pub by_name: bool,
    pub routes: Vec<Route>,
    /// Where its block begins.
    pub place: Place,
}

/// A server of a pool.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PoolServer {
    pub name: String,
    /// `host:port`, or `unix:` and a path, as written.
    pub address: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parameters: Vec<String>,
    pub resolves: Resolves,
    pub place: Place,
}

/// Servers that share the work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pool {
    pub name: String,
    pub servers: Vec<PoolServer>,
    pub settings: Vec<Setting>,
    pub place: Place,
}

/// A file that was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConfigFile {
    pub path: String,
    pub lines: usize,
    /// The last line ends like the others.
    pub ends_with_newline: bool,
    /// Every byte was understood as text, so that a line can be found again by its text.
    pub exact: bool,
}

/// A file that belongs to the configuration and could not be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unread {
    /// Its path, or the pattern that stands for it.
    pub path: String,
    /// Where it is asked for.
    pub place: Place,
    pub why: String,
}

/// A line as it stands in its file, kept because a change may touch it or stands beside it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptLine {
    pub place: Place,
    pub text: String,
}

/// One configuration: the file that was handed over, with what it includes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Configuration {
    pub gateway: Gateway,
    /// The first is the one that was handed over.
    pub files: Vec<ConfigFile>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unread: Vec<Unread>,
    /// The block that answers for the site. `None` where none does, or where it cannot be told which.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub site: Option<Site>,
    /// How many other blocks there are.
    pub other_sites: usize,
    /// Those to which the site passes requests.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pools: Vec<Pool>,
    /// Settings of the whole program.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub main: Vec<Setting>,
    /// Sorted by place. A line with anything like a secret is not among them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lines: Vec<KeptLine>,
    /// Why not all of it was read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cut: Option<String>,
}

impl Configuration {
    /// `path:line`, for a person.
    pub fn told(&self, place: Place) -> String {
        let path = self.files.get(place.file).map_or("", |file| file.path.as_str());
        format!("{path}:{}", place.line)
    }

    /// The line, where it was kept.
    pub fn line(&self, place: Place) -> Option<&str> {
        let at = self.lines.binary_search_by_key(&place, |line| line.place).ok()?;
        self.lines.get(at).map(|line| line.text.as_str())
    }

    pub fn pool(&self, name: &str) -> Option<&Pool> {
        self.pools.iter().find(|pool| pool.name == name)
    }
}

impl Route {
    /// The setting of this name that is in force here.
    pub fn setting(&self, name: &str) -> Option<&Setting> {
        self.settings.iter().find(|setting| setting.name == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_as_each_gateway_means_them() {
        for (text, gateway, ms) in [
            ("60", Gateway::Nginx, Some(60_000)),
            ("1m30s", Gateway::Nginx, Some(90_000)),
            ("500ms", Gateway::Caddy, Some(500)),
            ("5000", Gateway::Haproxy, Some(5_000)),
            ("60", Gateway::Apache, Some(60_000)),
            ("1h 30m", Gateway::Nginx, Some(5_400_000)),
            ("1d", Gateway::Nginx, Some(86_400_000)),
            // nginx takes no such file: a small unit before a large one, and one twice.
            ("30s1m", Gateway::Nginx, None),
            ("1m1m", Gateway::Nginx, None),
            ("1m30", Gateway::Nginx, Some(90_000)),
            ("0", Gateway::Nginx, None),
            ("soon", Gateway::Nginx, None),
            ("$var", Gateway::Nginx, None),
            ("99999999999999999999", Gateway::Nginx, None),
        ] {
            assert_eq!(gateway.milliseconds(text), ms, "{text}");
        }
    }
}
