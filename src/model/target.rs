//! What the user asked about, parsed once from whatever was typed.

use std::fmt;
use std::net::IpAddr;

use serde::{Deserialize, Serialize};
use url::{Host, Url};

use super::secret;

/// The two schemes that this program follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Scheme {
    Http,
    Https,
}

impl Scheme {
    pub fn name(self) -> &'static str {
        match self {
            Scheme::Http => "http",
            Scheme::Https => "https",
        }
    }

    /// The port that goes without saying.
    pub fn default_port(self) -> u16 {
        match self {
            Scheme::Http => 80,
            Scheme::Https => 443,
        }
    }

    /// The scheme of a parsed address, if it is one of the two.
    pub fn of(url: &Url) -> Option<Scheme> {
        match url.scheme() {
            "http" => Some(Scheme::Http),
            "https" => Some(Scheme::Https),
            _ => None,
        }
    }
}

/// What was done to the input so that it could be read; each is told to the user.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TargetNote {
    /// There was no scheme; https was taken, as browsers do.
    SchemeAssumed,
    /// `user:password@` was left out.
    CredentialsDropped,
    /// Words around the address were left out.
    WordsDropped,
    /// `example dot com` was read as `example.com`.
    DotsReadOut,
    /// The part after `#` never leaves a browser and was left out.
    FragmentDropped,
}

/// What the user asked about.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Target {
    /// As typed, without credentials.
    pub input: String,
    pub url: Url,
    /// The host name in its ASCII form, or an IP address without brackets.
    pub host: String,
    pub port: u16,
    #[serde(default)]
    pub notes: Vec<TargetNote>,
}

/// Why the input cannot be read, and what to type instead.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TargetError {
    #[error("no address given; type one such as example.com")]
    Empty,
    #[error("only http and https addresses can be checked, not {0}; try https://{1}")]
    Scheme(String, String),
    #[error("cannot read an address in {0:?}; type one such as example.com or https://example.com/page")]
    Unreadable(String),
    #[error("the address is too long ({0} characters); at most {max} are read", max = MAX_INPUT)]
    TooLong(usize),
    #[error("one address at a time, not {0} and {1}; type the one that fails")]
    Several(String, String),
    #[error("no name of a site has a part that begins with a hyphen, as in {0:?}")]
    Hyphen(String),
    #[error("the port in {0:?} is not a number from 1 to 65535; try {1}")]
    Port(String, String),
}

/// Longer than any address that servers accept.
const MAX_INPUT: usize = 16_384;

/// A name that only means something inside one network: no dot, or a private ending.
pub fn is_internal(host: &str) -> bool {
    const PRIVATE_ENDINGS: [&str; 8] =
        ["local", "localhost", "lan", "home", "internal", "intranet", "corp", "home.arpa"];
    let host = host.trim_end_matches('.').to_ascii_lowercase();
    !host.contains('.') || PRIVATE_ENDINGS.iter().any(|end| host.ends_with(&format!(".{end}")))
}

impl Target {
    /// Reads an address as people type it.
    ///
    /// # Errors
    /// Says what cannot be read, with a suggestion.
    pub fn parse(typed: &str) -> Result<Target, TargetError> {
        if typed.len() > MAX_INPUT {
            return Err(TargetError::TooLong(typed.len()));
        }
        // What a terminal obeys is no part of an address, and cutting there would ask somebody else.
        if typed.chars().any(|c| c.is_control() && !c.is_whitespace()) {
            return Err(TargetError::Unreadable(shown(typed.trim())));
        }
        let mut notes = Vec::new();
        let visible = typed.chars().filter(|c| !is_invisible(*c));
        let cleaned: String = visible.map(|c| if c.is_control() { ' ' } else { c }).collect();
        let candidate = choose_words(cleaned.trim(), &mut notes)?;
        if is_no_address(&candidate) {
            return Err(TargetError::Unreadable(shown(&candidate)));
        }
        // Browsers take a backslash before the query for a slash (URL Standard section 4.4).
        let candidate = with_slashes(&candidate);
        let with_scheme = add_scheme(&candidate, &mut notes)?;
        let mut url = Url::parse(&with_scheme).map_err(|error| unreadable(&candidate, error))?;
        let Some(scheme) = Scheme::of(&url) else {
            let rest = url.as_str().split_once(':').map_or("", |(_, rest)| rest).trim_start_matches('/');
            // A file has no address on the web.
            let rest = if url.scheme() == "file" || rest.is_empty() { "example.com" } else { rest };
            return Err(TargetError::Scheme(url.scheme().to_owned(), shown(rest)));
        };
        drop_credentials(&mut url, &mut notes);
        if url.fragment().is_some() {
            url.set_fragment(None);
            notes.push(TargetNote::FragmentDropped);
        }
        let host = host_of(&url).ok_or_else(|| TargetError::Unreadable(shown(&candidate)))?;
        // To the programs that a report names, such a name would be an option (RFC 1123 section 2.1).
        if host.split('.').any(|label| label.starts_with('-')) {
            return Err(TargetError::Hyphen(shown(&candidate)));
        }
        if !plausible(&host) {
            return Err(TargetError::Unreadable(shown(&candidate)));
        }
        let port = url.port().unwrap_or(scheme.default_port());
        if port == 0 {
            return Err(TargetError::Port(shown(&candidate), host));
        }
        let input = if notes.contains(&TargetNote::CredentialsDropped) { url.to_string() } else { shown(typed.trim()) };
        Ok(Target { input, url, host, port, notes })
    }

    pub fn scheme(&self) -> Scheme {
        Scheme::of(&self.url).unwrap_or(Scheme::Https)
    }

    /// The host as an IP address, where it is one.
    pub fn ip(&self) -> Option<IpAddr> {
        self.host.parse().ok()
    }

    /// The page's address without its query, which may hold a secret.
    pub fn page(&self) -> String {
        let mut url = self.url.clone();
        url.set_query(None);
        url.set_fragment(None);
        url.to_string()
    }

    /// The path with its query, as a request line has it.
    pub fn path_and_query(&self) -> String {
        match self.url.query() {
            Some(query) => format!("{}?{query}", self.url.path()),
            None => self.url.path().to_owned(),
        }
    }

    /// Whether the address names a page other than the home page.
    pub fn has_own_page(&self) -> bool {
        self.url.path() != "/" || self.url.query().is_some()
    }

    /// The host, and its twin where it has one.
    pub fn names(&self) -> Vec<String> {
        [Some(self.host.clone()), self.twin_host()].into_iter().flatten().collect()
    }

    /// `www.example.com` for `example.com` and the other way round; `None` where neither fits.
    pub fn twin_host(&self) -> Option<String> {
        if self.ip().is_some() {
            return None;
        }
        match self.host.strip_prefix("www.") {
            Some(apex) if apex.contains('.') => Some(apex.to_owned()),
            Some(_) => None,
            None => (self.host.matches('.').count() == 1).then(|| format!("www.{}", self.host)),
        }
    }

    /// A name that only means something inside one network: no dot, or a private ending.
    pub fn is_internal_name(&self) -> bool {
        self.ip().is_none() && is_internal(&self.host)
    }

    /// A machine that is named by its number or by a name of this network alone: nobody runs a public site there.
    pub fn is_a_machine(&self) -> bool {
        self.ip().is_some() || self.is_internal_name()
    }

    /// An address that looks like a link for one use: it is asked for once, and not again without asking.
    pub fn has_one_time_token(&self) -> bool {
        self.url.query_pairs().any(|(name, value)| secret::is_one_time_parameter(&name, &value))
            || self.url.query().is_some_and(secret::query_is_a_token)
            || secret::path_works_once(self.url.path())
    }
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.url)
    }
}

/// The host of an address, without brackets around IPv6.
pub fn host_of(url: &Url) -> Option<String> {
    match url.host()? {
        Host::Domain(name) => Some(name.trim_end_matches('.').to_owned()).filter(|name| !name.is_empty()),
        Host::Ipv4(ip) => Some(ip.to_string()),
        Host::Ipv6(ip) => Some(ip.to_string()),
    }
}

fn with_slashes(text: &str) -> String {
    let end = text.find(['?', '#']).unwrap_or(text.len());
    let (address, behind) = text.split_at_checked(end).unwrap_or((text, ""));
    format!("{}{behind}", address.replace('\\', "/"))
}

/// A bare number, which browsers would read as an IPv4 address (502 as 0.0.1.246) though nobody means that, and the path
/// of a file.
fn is_no_address(candidate: &str) -> bool {
    let is_number = !candidate.is_empty() && candidate.bytes().all(|byte| byte.is_ascii_digit());
    let below_root = candidate.strip_prefix('/').filter(|rest| !rest.starts_with('/'));
    // A slip of the finger before a name is no path.
    let is_path = below_root.is_some_and(|rest| !rest.split('/').next().unwrap_or_default().contains('.'));
    is_number || is_path || is_of_files(candidate)
}

/// Whether it begins as only paths of files do: in this folder, the one above, the own one, or on a drive.
pub fn is_of_files(text: &str) -> bool {
    let has_drive = matches!(text.as_bytes(), [letter, b':', b'/' | b'\\', ..] if letter.is_ascii_alphabetic());
    has_drive || ["./", "../", "~/"].iter().any(|start| text.starts_with(start))
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{ad}')
}

/// The one word that looks like an address.
fn choose_words(text: &str, notes: &mut Vec<TargetNote>) -> Result<String, TargetError> {
    let text = text.trim_matches(|c: char| c.is_whitespace() || "\"'<>“”‘’`".contains(c));
    if text.is_empty() {
        return Err(TargetError::Empty);
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    if let [word] = words.as_slice() {
        return Ok(trim_punctuation(word).to_owned());
    }
    if let Some(place) = words.iter().position(|word| word.contains("://")) {
        let word = words.get(place).copied().unwrap_or_default();
        // A space inside the name: what stands before it is another name.
        if words.get(place + 1).is_some_and(|next| next.starts_with('.') && next.len() > 2) {
            return Err(TargetError::Unreadable(shown(text)));
        }
        notes.push(TargetNote::WordsDropped);
        return Ok(trim_punctuation(word).to_owned());
    }
    if let Some(host) = read_out_dots(&words) {
        notes.push(TargetNote::DotsReadOut);
        return Ok(host);
    }
    let looks_like_host = |word: &&&str| {
        let word = trim_punctuation(word);
        let host = word.split(['/', '?', ':']).next().unwrap_or_default();
        host.split('.').count() > 1 && host.split('.').all(|label| !label.is_empty()) && !host.contains('@')
    };
    let hosts: Vec<&&str> = words.iter().filter(looks_like_host).collect();
    match hosts.as_slice() {
        [one, other, ..] if trim_punctuation(one) != trim_punctuation(other) => {
            Err(TargetError::Several(shown(trim_punctuation(one)), shown(trim_punctuation(other))))
        }
        [one, ..] => {
            notes.push(TargetNote::WordsDropped);
            Ok(trim_punctuation(one).to_owned())
        }
        [] => Err(TargetError::Unreadable(shown(text))),
    }
}

/// `example dot com`, also `www dot example dot com`.
fn read_out_dots(words: &[&str]) -> Option<String> {
    let is_dot = |word: &str| matches!(word.to_ascii_lowercase().as_str(), "dot" | "(dot)" | "[dot]" | ".");
    let first = words.iter().position(|word| is_dot(word))?.checked_sub(1)?;
    let mut host = (*words.get(first)?).to_owned();
    let mut rest = words.get(first + 1..)?;
    while let [dot, label, more @ ..] = rest {
        if !is_dot(dot) {
            break;
        }
        host.push('.');
        host.push_str(label);
        rest = more;
    }
    host.contains('.').then_some(host)
}

fn trim_punctuation(word: &str) -> &str {
    let word = word.trim_matches(|c: char| "\"'<>“”‘’`,;!".contains(c));
    let word = word.trim_end_matches(['.', ')']);
    word.trim_start_matches('(')
}

fn add_scheme(candidate: &str, notes: &mut Vec<TargetNote>) -> Result<String, TargetError> {
    let lower = candidate.to_ascii_lowercase();
    for broken in ["http:/", "https:/"] {
        if lower.starts_with(broken) && !lower.starts_with(&format!("{broken}/")) {
            return Ok(format!("{}//{}", &broken[..broken.len() - 1], &candidate[broken.len()..]));
        }
    }
    if candidate.contains("://") {
        return Ok(candidate.to_owned());
    }
    if let Some(scheme) = ["mailto:", "javascript:", "data:", "tel:", "about:", "ftp:", "file:"]
        .into_iter()
        .find(|scheme| lower.starts_with(scheme))
    {
        return Err(TargetError::Scheme(scheme.trim_end_matches(':').to_owned(), "example.com".to_owned()));
    }
    notes.push(TargetNote::SchemeAssumed);
    let bare = candidate.trim_start_matches('/');
    let is_bare_ipv6 = bare.parse::<std::net::Ipv6Addr>().is_ok();
    Ok(if is_bare_ipv6 { format!("https://[{bare}]/") } else { format!("https://{bare}") })
}

fn drop_credentials(url: &mut Url, notes: &mut Vec<TargetNote>) {
    if url.username().is_empty() && url.password().is_none() {
        return;
    }
    let dropped = url.set_username("").is_ok() && url.set_password(None).is_ok();
    if dropped {
        notes.push(TargetNote::CredentialsDropped);
    }
}

fn unreadable(candidate: &str, error: url::ParseError) -> TargetError {
    match error {
        // With more than one colon outside of brackets it is no port, but an IPv6 address that is written wrongly.
        url::ParseError::InvalidPort if candidate.contains('[') || !candidate.contains("::") => {
            let host = candidate.rsplit_once(':').map_or(candidate, |(host, _)| host);
            TargetError::Port(shown(candidate), shown(host))
        }
        _ => TargetError::Unreadable(shown(candidate)),
    }
}

/// Names that DNS and browsers can carry (RFC 1035 section 2.3.4).
fn plausible(host: &str) -> bool {
    host.parse::<IpAddr>().is_ok()
        || (host.len() <= 253
            && host.split('.').all(|label| (1..=63).contains(&label.len()))
            && !host.contains(['_', ' ', '%', '*']))
        || (host.contains('_') && !host.contains('*') && host.len() <= 253)
}

/// The text as it may be repeated in a message: short, and without password.
fn shown(text: &str) -> String {
    let start = text.find("://").map_or(0, |scheme| scheme + 3);
    let (before, rest) = text.split_at_checked(start).unwrap_or(("", text));
    // Only what stands before the first slash, question mark or hash is host and user.
    let end = rest.find(['/', '\\', '?', '#']).unwrap_or(rest.len());
    let (authority, behind) = rest.split_at_checked(end).unwrap_or((rest, ""));
    let host = authority.rsplit('@').next().unwrap_or(authority);
    let text = format!("{before}{host}{behind}");
    if text.chars().count() <= 200 {
        return text;
    }
    text.chars().take(200).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_terminal_obeys_is_no_part_of_an_address() {
        assert!(Target::parse("http://x\u{1b}[31m.shop.test/").is_err());
        assert_eq!(Target::parse("http://shop.test/\r\n").unwrap().host, "shop.test");
    }

    fn check(typed: &str, expected: &str) {
        let target = Target::parse(typed).unwrap_or_else(|error| panic!("{typed:?}: {error}"));
        assert_eq!(target.url.as_str(), expected, "{typed:?}");
    }

    #[test]
    fn reads_addresses_as_people_type_them() {
        check("shop.test", "https://shop.test/");
        check("  https://shop.test/cart?x=1  ", "https://shop.test/cart?x=1");
        check("HTTP://Shop.Test", "http://shop.test/");
        check("shop.test:8443/a", "https://shop.test:8443/a");
        check("example dot com", "https://example.com/");
        check("www dot example dot com is down", "https://www.example.com/");
        check("shop.test is down since noon", "https://shop.test/");
        check("cannot open https://shop.test/x, help!", "https://shop.test/x");
        check("\"shop.test\"", "https://shop.test/");
        check("https:/shop.test/x", "https://shop.test/x");
        check("//shop.test/x", "https://shop.test/x");
        check("bücher.example", "https://xn--bcher-kva.example/");
        check("2001:db8::1", "https://[2001:db8::1]/");
        check("http://[2001:db8::1]:8080/x", "http://[2001:db8::1]:8080/x");
        check("192.0.2.7", "https://192.0.2.7/");
        check("shop.test.", "https://shop.test/");
        check("shop\u{200b}.test", "https://shop.test/");
        check("localhost:3000", "https://localhost:3000/");
        check("see https://shop.test/x . It fails", "https://shop.test/x");
        check("shop.test/a#part", "https://shop.test/a");
    }

    #[test]
    fn credentials_are_dropped_and_said_so() {
        let target = Target::parse("https://me:hunter2@shop.test/").unwrap();
        assert_eq!(target.url.as_str(), "https://shop.test/");
        assert!(target.notes.contains(&TargetNote::CredentialsDropped));
        assert!(!format!("{target:?}").contains("hunter2"));
    }

    #[test]
    fn what_cannot_be_read_gets_a_suggestion_and_no_password() {
        for typed in [
            "",
            "   ",
            "ftp://shop.test/x",
            "mailto:me@shop.test",
            "shop.test:99999",
            "why is it down",
            "https://",
            "http://:80/",
        ] {
            let error = Target::parse(typed).expect_err(typed).to_string();
            assert!(!error.contains('\n') && error.contains(';'), "{typed:?}: {error}");
        }
        let error = Target::parse("ftp://me:hunter2@shop.test/").unwrap_err().to_string();
        assert!(!error.contains("hunter2"), "{error}");
        assert!(matches!(Target::parse(&"a".repeat(20_000)), Err(TargetError::TooLong(20_000))));
    }

    #[test]
    fn numbers_and_files_are_no_addresses() {
        for typed in
            ["502", " 2130706433 ", "/etc/hosts", "./a.json", "../x", "~/x", "C:\\x.log", "d:/x", "*.shop.test"]
        {
            assert!(matches!(Target::parse(typed), Err(TargetError::Unreadable(_))), "{typed}");
        }
        check("/shop.test/x", "https://shop.test/x");
        check("http://2130706433/", "http://127.0.0.1/");
        check("4.test", "https://4.test/");
        let error = Target::parse("file:///etc/passwd").unwrap_err().to_string();
        assert!(!error.contains("etc/passwd"), "{error}");
        assert!(matches!(Target::parse("fe80::1%eth0"), Err(TargetError::Unreadable(_))));
        assert!(matches!(Target::parse("[::1]:99999"), Err(TargetError::Port(..))));
    }

    #[test]
    fn an_at_sign_behind_the_host_is_no_user() {
        let input = |typed: &str| Target::parse(typed).unwrap().input;
        assert_eq!(input("https://shop.test/?mail=a@b.test&x=1"), "https://shop.test/?mail=a@b.test&x=1");
        assert_eq!(input("https://shop.test/x@y"), "https://shop.test/x@y");
        let target = Target::parse("https:\\\\bob:hunter2@shop.test/").unwrap();
        assert_eq!(target.host, "shop.test");
        assert!(!format!("{target:?}").contains("hunter2"));
    }

    #[test]
    fn two_addresses_are_one_too_many() {
        assert!(matches!(Target::parse("shop.test other.test"), Err(TargetError::Several(..))));
        assert!(Target::parse("shop.test and again shop.test").is_ok());
    }

    #[test]
    fn what_is_too_long_is_refused() {
        let path = |length: usize| format!("https://shop.test/{}", "x".repeat(length));
        assert!(Target::parse(&path(MAX_INPUT - 100)).is_ok());
        assert!(matches!(Target::parse(&path(MAX_INPUT)), Err(TargetError::TooLong(_))));
    }

    #[test]
    fn a_name_is_no_option() {
        for typed in ["-oProxyCommand.test", "https://-v/", "a.-b.test"] {
            assert!(matches!(Target::parse(typed), Err(TargetError::Hyphen(_))), "{typed}");
        }
        assert!(Target::parse("r3---sn-4g5.shop-x.test").is_ok());
    }

    #[test]
    fn twins() {
        let twin = |typed: &str| Target::parse(typed).unwrap().twin_host();
        assert_eq!(twin("shop.test").as_deref(), Some("www.shop.test"));
        assert_eq!(twin("www.shop.test").as_deref(), Some("shop.test"));
        assert_eq!(twin("api.shop.test"), None);
        assert_eq!(twin("192.0.2.1"), None);
    }

    #[test]
    fn one_time_tokens() {
        let is = |typed: &str| Target::parse(typed).unwrap().has_one_time_token();
        assert!(is("https://shop.test/d?id=7&token=SECRET123"));
        assert!(is("https://shop.test/d?reset_token=abcdef"));
        assert!(!is("https://shop.test/d?id=7"));
        assert!(!is("https://shop.test/d?tokens=2"));
        assert!(is("https://shop.test/reset/8f3kd92jq1zz") && !is("https://shop.test/reset/"));
        assert!(is("https://shop.test/d?9f8e7d6c5b4a3928") && !is("https://shop.test/d?download"));
        assert!(is("https://shop.test/d;token=SECRET123"));
    }

    #[test]
    fn internal_names() {
        let is = |typed: &str| Target::parse(typed).unwrap().is_internal_name();
        assert!(is("http://intranet/"));
        assert!(is("nas.local"));
        assert!(!is("shop.test"));
        assert!(!is("192.168.1.1"));
    }
}
