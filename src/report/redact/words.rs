//! Hides what one string gives away. The order matters: secrets first, so that no stand-in is made for a part of one.

use std::net::IpAddr;

use regex::{Captures, Regex};
use serde_json::Value;

use super::ips::{IpBook, written_like};
use super::patterns::{Patterns, patterns};
use super::standin::StandIns;
use super::{Hide, Identity};
use crate::model::{Target, secret};

/// One run of redaction over one case.
pub struct Hider<'a> {
    patterns: &'static Patterns,
    book: IpBook,
    standins: StandIns,
    host: String,
    names: Vec<(Regex, &'static str)>,
    identity: &'a Identity,
    hide: Hide,
}

/// Account names that say nothing about anybody, and are ordinary words.
const COMMON_NAMES: [&str; 13] = [
    "root",
    "user",
    "admin",
    "administrator",
    "test",
    "guest",
    "home",
    "ubuntu",
    "debian",
    "localhost",
    "computer",
    "www",
    "default",
];

impl<'a> Hider<'a> {
    /// `None` where the patterns do not compile.
    pub fn new(case: &Value, target: &Target, identity: &'a Identity, hide: Hide) -> Option<Hider<'a>> {
        let patterns = patterns()?;
        let written = case.to_string();
        let last = |shape: &Regex| {
            let numbers = shape.captures_iter(&written).filter_map(|found| found.get(1)?.as_str().parse().ok());
            numbers.max().unwrap_or(0)
        };
        let mut names = Vec::new();
        for (name, standin) in [(&identity.computer, "computer"), (&identity.user, "user")] {
            let name = name.as_deref().unwrap_or_default().trim();
            if name.chars().count() >= 2 && !COMMON_NAMES.contains(&name.to_lowercase().as_str()) {
                names.push((Regex::new(&format!("(?i){}", regex::escape(name))).ok()?, standin));
            }
        }
        let host = target.host.to_lowercase();
        let standins = StandIns::after(last(&patterns.standin), last(&patterns.short_standin));
        Some(Hider { patterns, book: IpBook::of(case), standins, host, names, identity, hide })
    }

    /// The text of this field of the case.
    pub fn field(&mut self, key: &str, text: &str) -> String {
        match key {
            "input" => {
                let words = text.split(' ').map(|word| word.split_once('#').map_or(word, |(before, _)| before));
                let without_fragments = words.collect::<Vec<_>>().join(" ");
                self.text(&without_fragments)
            }
            _ => self.text(text),
        }
    }

    /// Any text.
    pub fn text(&mut self, text: &str) -> String {
        self.in_context("", text, true)
    }

    /// A stand-in for the whole of it, white space around it kept out.
    pub fn secret(&mut self, secret: &str) -> String {
        self.standins.secret(secret.trim())
    }

    /// Any text, where `label` stands in front of it, such as the name of a header.
    pub fn in_context(&mut self, label: &str, text: &str, with_homes: bool) -> String {
        let patterns = self.patterns;
        let mut text = self.replace(&patterns.pem, text, |hider, found| hider.whole(found));
        text = self.replace(&patterns.url, &text, |hider, found| hider.url(found));
        if self.hide.queries {
            text = self.replace(&patterns.query, &text, |hider, found| hider.query_after_path(found));
        }
        text = self.replace(&patterns.jwt, &text, |hider, found| hider.whole(found));
        text = self.replace(&patterns.service_key, &text, |hider, found| hider.whole(found));
        text = self.replace(&patterns.input, &text, |hider, found| hider.quoted_value(found));
        text = self.replace(&patterns.header_line, &text, |hider, found| hider.third_part(found));
        text = self.replace(&patterns.scheme, &text, |hider, found| hider.credential(found));
        text = self.replace(&patterns.assignment, &text, |hider, found| hider.third_part(found));
        text = self.replace(&patterns.short_assignment, &text, |hider, found| hider.third_part(found));
        text = self.replace(&patterns.segment, &text, |hider, found| hider.segment(found));
        text = self.replace(&patterns.told_segment, &text, |hider, found| hider.told_segment(found));
        if self.hide.names {
            text = self.replace(&patterns.email, &text, |hider, found| hider.standins.email(part(found, 0)));
        }
        if self.hide.addresses {
            text = self.macs(&text);
            text = self.ips(label, &text);
        }
        if !self.hide.names {
            return text;
        }
        if with_homes {
            text = self.homes(&text);
        }
        self.own_names(&text)
    }

    fn replace(&mut self, what: &Regex, text: &str, mut with: impl FnMut(&mut Self, &Captures) -> String) -> String {
        what.replace_all(text, |found: &Captures| with(self, found)).into_owned()
    }

    fn whole(&mut self, found: &Captures) -> String {
        self.standins.secret(part(found, 0))
    }

    /// The third part is the secret, the first two lead up to it.
    fn third_part(&mut self, found: &Captures) -> String {
        let secret = part(found, 3);
        let value = secret.trim_end();
        let space = secret.get(value.len()..).unwrap_or_default();
        format!("{}{}{}{space}", part(found, 1), part(found, 2), self.standins.secret(value))
    }

    /// `Bearer` and such; an ordinary word behind it is no credential.
    fn credential(&mut self, found: &Captures) -> String {
        let credential = part(found, 3);
        let ordinary =
            credential.len() < 24 && credential.bytes().all(|b| b.is_ascii_lowercase() || b"-.".contains(&b));
        if ordinary {
            return part(found, 0).to_owned();
        }
        format!("{}{}{}", part(found, 1), part(found, 2), self.standins.secret(credential))
    }

    fn quoted_value(&mut self, found: &Captures) -> String {
        let quoted = part(found, 2);
        let quote = quoted.get(..1).filter(|quote| ["\"", "'"].contains(quote)).unwrap_or_default();
        format!("{}{quote}{}{quote}", part(found, 1), self.standins.secret(quoted.trim_matches(['"', '\''])))
    }

    /// An absolute address: no user, no fragment, no values in its query.
    fn url(&mut self, found: &Captures) -> String {
        let (scheme, whole) = (part(found, 1), part(found, 2));
        let rest = without_punctuation(whole);
        let tail = whole.get(rest.len()..).unwrap_or_default();
        let without_fragment = rest.split_once('#').map_or(rest, |(before, _)| before);
        let (before_query, query) = match without_fragment.split_once('?') {
            Some((before, query)) => (before, Some(query)),
            None => (without_fragment, None),
        };
        let (authority, path) = before_query.split_at(before_query.find('/').unwrap_or(before_query.len()));
        let host = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
        let query = query.map(|query| format!("?{}", self.query(query))).unwrap_or_default();
        let path = self.path(path);
        format!("{scheme}{host}{path}{query}{tail}")
    }

    /// The path of an address: no tokens, and no values of its parameters (RFC 3986 section 3.3).
    fn path(&mut self, path: &str) -> String {
        let mut told = false;
        let mut segments = Vec::new();
        for segment in path.split('/') {
            let (name, parameters) = match segment.split_once(';') {
                Some((name, parameters)) => (name, Some(parameters)),
                None => (segment, None),
            };
            let mut shown = match () {
                () if secret::is_jwt(name) => format!("{}{}", self.standins.secret(name), secret::JWT_STANDIN_END),
                () if secret::is_secret_segment(name, told) => self.standins.secret(name),
                () => name.to_owned(),
            };
            for pair in parameters.into_iter().flat_map(|parameters| parameters.split(';')) {
                if !self.hide.queries {
                    shown.push_str(&format!(";{pair}"));
                    continue;
                }
                let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
                let equals = if pair.contains('=') { "=" } else { "" };
                shown.push_str(&format!(";{name}{equals}{}", self.standins.secret(value)));
            }
            told |= secret::is_telling(name);
            segments.push(shown);
        }
        segments.join("/")
    }

    /// What stands behind a telling word in a path without a host.
    fn told_segment(&mut self, found: &Captures) -> String {
        let (before, segment) = (part(found, 1), part(found, 2));
        if secret::is_telling(before) && secret::is_secret_segment(segment, true) {
            format!("/{before}/{}", self.standins.secret(segment))
        } else {
            part(found, 0).to_owned()
        }
    }

    fn query_after_path(&mut self, found: &Captures) -> String {
        let (path, whole) = (part(found, 1), part(found, 2));
        let query = without_punctuation(whole);
        if !query.contains('=') && !path.contains(['/', '.']) {
            return part(found, 0).to_owned();
        }
        let tail = whole.get(query.len()..).unwrap_or_default();
        format!("{path}?{}{tail}", self.query(query))
    }

    /// Names stay, values go; a value without a name goes as well. What works as a key goes in any case.
    fn query(&mut self, query: &str) -> String {
        let all = self.hide.queries;
        let hide = |pair: &str| match pair.split_once('=') {
            Some((name, value)) if all || secret::is_one_time_parameter(name, value) => {
                format!("{name}={}", self.standins.secret(value))
            }
            // Only what looks like a token keeps the look of one.
            None if secret::is_secret_value(pair) => self.standins.secret(pair),
            None if all => self.standins.short(pair),
            _ => pair.to_owned(),
        };
        query.split('&').map(hide).collect::<Vec<_>>().join("&")
    }

    fn segment(&mut self, found: &Captures) -> String {
        let segment = part(found, 1);
        if secret::is_secret_segment(segment, false) {
            format!("/{}", self.standins.secret(segment))
        } else {
            part(found, 0).to_owned()
        }
    }

    fn macs(&mut self, text: &str) -> String {
        let patterns = self.patterns;
        let named = self.replace(&patterns.mac_name, text, |hider, found| {
            format!("enx{}", hider.standins.mac(part(found, 1)).concat())
        });
        self.replace_where(&patterns.mac, &named, |hider, around| {
            let dotted = around.found.contains('.');
            let is_version = dotted && around.found.bytes().all(|byte| byte == b'.' || byte.is_ascii_digit());
            if around.goes_on(|c| c.is_ascii_hexdigit()) || is_version {
                return None;
            }
            let digits: String = around.found.chars().filter(char::is_ascii_hexdigit).collect();
            let hidden = hider.standins.mac(&digits);
            Some(match around.found.contains('-') {
                true => hidden.join("-"),
                false => hidden.join(":"),
            })
        })
    }

    fn ips(&mut self, label: &str, text: &str) -> String {
        let patterns = self.patterns;
        let text = self.replace_where(&patterns.ipv6, text, |hider, around| {
            let (before, inside) = match around.found.strip_prefix(':').filter(|rest| !rest.starts_with(':')) {
                Some(rest) => (":", rest),
                None => ("", around.found),
            };
            let stands_alone = !before.is_empty() || !around.before.ends_with(char::is_alphanumeric);
            if !stands_alone || around.after.starts_with(char::is_alphanumeric) {
                return None;
            }
            let (ip, after) = ipv6_and_tail(inside);
            Some(format!("{before}{}{after}", hider.ip(ip, ip.parse().ok()?, label, &around)?))
        });
        self.replace_where(&patterns.ipv4, &text, |hider, around| {
            let inside_ipv6 = around.before.to_ascii_lowercase().ends_with("::ffff:");
            if around.goes_on(|c| c.is_ascii_digit()) || inside_ipv6 {
                return None;
            }
            hider.ip(around.found, around.found.replace('-', ".").parse().ok()?, label, &around)
        })
    }

    fn ip(&mut self, written: &str, ip: IpAddr, label: &str, around: &Around) -> Option<String> {
        let whole_field = around.before.trim_matches('[').is_empty() && label.is_empty();
        let context = format!("{label}: {}", around.before);
        let kind = self.book.kind(ip, (!whole_field).then_some(context.as_str()))?;
        Some(written_like(written, self.standins.ip(ip.to_canonical(), kind)))
    }

    /// Replaces each place for which `with` has something better.
    fn replace_where(
        &mut self,
        what: &Regex,
        text: &str,
        mut with: impl FnMut(&mut Self, Around) -> Option<String>,
    ) -> String {
        let mut out = String::with_capacity(text.len());
        let mut done = 0;
        for found in what.find_iter(text) {
            let around = Around {
                before: text.get(..found.start()).unwrap_or_default(),
                found: found.as_str(),
                after: text.get(found.end()..).unwrap_or_default(),
            };
            if let Some(hidden) = with(self, around) {
                out.push_str(text.get(done..found.start()).unwrap_or_default());
                out.push_str(&hidden);
                done = found.end();
            }
        }
        out.push_str(text.get(done..).unwrap_or_default());
        out
    }

    fn homes(&mut self, text: &str) -> String {
        let home = self.identity.home.as_deref().filter(|home| home.len() > 3);
        let text = home.map_or_else(|| text.to_owned(), |home| text.replace(home, "~"));
        let patterns = self.patterns;
        self.replace_where(&patterns.home, &text, |_, around| {
            let inside_an_address = around.before.ends_with(|c: char| c.is_alphanumeric() || c == ']');
            let end = around.found.rfind(['/', '\\'])? + 1;
            (!inside_an_address).then(|| format!("{}user", around.found.get(..end).unwrap_or_default()))
        })
    }

    /// Hides the names of user and computer, except inside the host that was asked about.
    fn own_names(&mut self, text: &str) -> String {
        let mut text = text.to_owned();
        for (name, standin) in self.names.clone() {
            let lower = text.to_ascii_lowercase();
            let hosts: Vec<_> = lower.match_indices(&self.host).map(|(at, host)| at..at + host.len()).collect();
            text = self.replace_where(&name, &text, |_, around| {
                let in_word =
                    around.before.ends_with(char::is_alphanumeric) || around.after.starts_with(char::is_alphanumeric);
                let in_host = hosts.iter().any(|host| host.contains(&around.before.len()));
                (!in_word && !in_host).then(|| standin.to_owned())
            });
        }
        text
    }
}

/// A place in a text.
struct Around<'t> {
    before: &'t str,
    found: &'t str,
    after: &'t str,
}

impl Around<'_> {
    /// Whether the number goes on to the left or right, with or without one more separator.
    fn goes_on(&self, digit: impl Fn(char) -> bool) -> bool {
        let goes_on = |first: Option<char>, second: Option<char>| {
            let joint = first.is_some_and(|c| ".:-".contains(c) && self.found.contains(c));
            first.is_some_and(&digit) || (joint && second.is_some_and(&digit))
        };
        let mut ahead = self.after.chars();
        let mut behind = self.before.chars().rev();
        goes_on(ahead.next(), ahead.next()) || goes_on(behind.next(), behind.next())
    }
}

/// The address, and what is written behind it: a colon, or a port after a full stop as tcpdump writes it. More numbers
/// are dropped, since they could make another address together with the stand-in.
fn ipv6_and_tail(written: &str) -> (&str, &str) {
    if written.parse::<IpAddr>().is_ok() {
        return (written, "");
    }
    let (head, tail) = written.split_at(written.find('.').unwrap_or(written.len()));
    match head.strip_suffix(':').filter(|_| !head.ends_with("::")) {
        Some(ip) => (ip, written.get(ip.len()..).unwrap_or_default()),
        None => (head, if tail.matches('.').count() > 1 { "" } else { tail }),
    }
}

/// Without the punctuation of the sentence around an address.
fn without_punctuation(address: &str) -> &str {
    let bare = address.trim_end_matches(['.', ',', ';', ':', '!', ')']);
    if bare.contains('[') { bare } else { bare.trim_end_matches([']', '.', ',', ')']) }
}

fn part<'t>(found: &Captures<'t>, number: usize) -> &'t str {
    found.get(number).map_or("", |part| part.as_str())
}
