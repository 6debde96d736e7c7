//! Reads the settings file. A mistake in it is told with its place; nothing is guessed.

use std::io::{self, Read};
use std::path::Path;
use std::time::Duration;

use jiff::SignedDuration;
use serde::Deserialize;
use url::Url;

use super::{Control, ProxyChoice, RouterChoice, Secret, Settings, Vantage, WatchWishes, ip_port};
use crate::model::diagnosis::Words;
use crate::model::dns::{DnsServer, ServerRole, Transport};
use crate::model::trouble::{in_words, is_the_shells};
use crate::text::Language;

/// A settings file larger than this is somebody's mistake.
const SIZE_LIMIT: u64 = 1024 * 1024;

/// What is wrong with a settings file.
#[derive(Debug, thiserror::Error)]
pub enum SettingsError {
    #[error("read the settings in {path}: {}", in_words(error))]
    Read { path: String, error: std::io::Error },
    #[error("read the settings: the file is larger than 1 MiB: {0}")]
    TooLarge(String),
    #[error("understand the settings: {0}")]
    Syntax(String),
    #[error("understand the settings: {key} cannot be {value:?}; {hint}")]
    Value { key: String, value: String, hint: &'static str },
}

impl SettingsError {
    /// The sentence of the window for it. What a mistake is, is told in the words of the file's own language.
    pub fn words(&self) -> Words {
        let unread = |path: &str, why: String| Words::new("window-cannot-read").with("path", path).with("error", why);
        match self {
            SettingsError::Read { path, error } => unread(path, in_words(error)),
            SettingsError::TooLarge(path) => unread(path, "it is too large".to_owned()),
            SettingsError::Syntax(what) => Words::new("window-settings-mistake").with("what", what),
            SettingsError::Value { key, value, hint } => {
                Words::new("window-settings-mistake").with("what", format!("{key} = {value:?}; {hint}"))
            }
        }
    }
}

/// Reads the settings of this file.
///
/// # Errors
/// The file cannot be read, or something in it cannot be understood.
pub fn read(path: &Path) -> Result<Settings, SettingsError> {
    let shown = path.display().to_string();
    let failed = |error| SettingsError::Read { path: shown.clone(), error };
    // A pipe to which nobody writes would hold this program for ever, and a device may never end.
    let about = std::fs::metadata(path).map_err(failed)?;
    if !(about.is_file() || about.is_dir() || is_the_shells(path)) {
        return Err(failed(io::Error::new(io::ErrorKind::InvalidInput, "it is no file")));
    }
    // The shell's own pipes have no size: what counts is what comes out of them.
    let mut text = String::new();
    let file = std::fs::File::open(path).map_err(failed)?;
    file.take(SIZE_LIMIT + 1).read_to_string(&mut text).map_err(failed)?;
    if text.len() as u64 > SIZE_LIMIT {
        return Err(SettingsError::TooLarge(shown));
    }
    let mut settings = parse(&text)?;
    // A relative path means "beside the settings file", wherever the program was started.
    if let (Some(ca), Some(folder)) = (&settings.extra_ca, path.parent()) {
        settings.extra_ca = Some(folder.join(ca));
    }
    Ok(settings)
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct File {
    network: NetworkPart,
    dns: DnsPart,
    router: RouterPart,
    resolver: Option<Vec<ResolverPart>>,
    control: Option<Vec<ControlPart>>,
    vantage: VantagePart,
    watch: WatchPart,
    texts: TextsPart,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct TextsPart {
    language: Option<String>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct NetworkPart {
    connect_timeout: Option<String>,
    response_timeout: Option<String>,
    extra_ca: Option<String>,
    proxy: Option<String>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct DnsPart {
    system: Option<bool>,
    authoritative: Option<bool>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct RouterPart {
    address: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ResolverPart {
    name: String,
    address: String,
    transport: Transport,
    tls_name: Option<String>,
    url: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ControlPart {
    name: String,
    url: String,
    status: u16,
    body: Option<String>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct VantagePart {
    enabled: bool,
    base_url: Option<String>,
    registers: Option<String>,
    token: Option<String>,
    country: Option<String>,
    asn: Option<u32>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct WatchPart {
    every: Option<String>,
    notify: Option<bool>,
    notify_changes: Option<bool>,
    sound: Option<bool>,
}

/// What this text of a settings file says.
///
/// # Errors
/// Something in it cannot be understood.
pub(crate) fn parse(text: &str) -> Result<Settings, SettingsError> {
    let file: File = toml::from_str(text).map_err(|error| SettingsError::Syntax(in_one_line(&error, text)))?;
    let mut settings = Settings::default();
    if let Some(text) = file.network.connect_timeout {
        settings.connect_timeout = duration("network.connect_timeout", &text)?;
    }
    if let Some(text) = file.network.response_timeout {
        settings.response_timeout = duration("network.response_timeout", &text)?;
    }
    settings.extra_ca = file.network.extra_ca.map(Into::into);
    if let Some(text) = file.network.proxy {
        settings.proxy = proxy(&text)?;
    }
    settings.ask_system_servers = file.dns.system.unwrap_or(true);
    settings.ask_authoritative = file.dns.authoritative.unwrap_or(true);
    if let Some(text) = file.router.address {
        settings.router = router(&text)?;
    }
    if let Some(list) = file.resolver {
        settings.resolvers = list.into_iter().map(resolver).collect::<Result<_, _>>()?;
    }
    if let Some(list) = file.control {
        settings.controls = list.into_iter().map(control).collect::<Result<_, _>>()?;
    }
    settings.vantage = vantage(file.vantage)?;
    if let Some(text) = file.texts.language {
        settings.language = language(&text)?;
    }
    if let Some(text) = file.watch.every {
        let every = duration("watch.every", &text)?;
        settings.watch.every = every.clamp(WatchWishes::SHORTEST, WatchWishes::LONGEST);
    }
    settings.watch.notify = file.watch.notify.unwrap_or(settings.watch.notify);
    settings.watch.notify_changes = file.watch.notify_changes.unwrap_or(settings.watch.notify_changes);
    settings.watch.sound = file.watch.sound.unwrap_or(settings.watch.sound);
    Ok(settings)
}

/// The line's number and what is wrong there; the parser's own text draws a picture over several lines.
fn in_one_line(error: &toml::de::Error, text: &str) -> String {
    let message = error.message().split_whitespace().collect::<Vec<_>>().join(" ");
    let before = error.span().and_then(|span| text.get(..span.start));
    match before.map(|before| before.matches('\n').count() + 1) {
        Some(number) => format!("line {number}: {message}"),
        None => message,
    }
}

fn wrong(key: &str, value: &str, hint: &'static str) -> SettingsError {
    SettingsError::Value { key: key.to_owned(), value: value.to_owned(), hint }
}

/// `5s`, `500ms`, `2m`.
fn duration(key: &str, text: &str) -> Result<Duration, SettingsError> {
    let hint = "write a duration from 10ms to 10m, such as \"5s\"";
    let read = text.parse::<SignedDuration>().ok().and_then(|duration| Duration::try_from(duration).ok());
    let sensible = Duration::from_millis(10)..=Duration::from_secs(600);
    let read = read.filter(|duration| sensible.contains(duration)).ok_or_else(|| wrong(key, text, hint))?;
    // Nothing finer is written again.
    Ok(Duration::from_millis(u64::try_from(read.as_millis()).unwrap_or(u64::MAX)))
}

fn proxy(text: &str) -> Result<ProxyChoice, SettingsError> {
    let hint = "write \"system\", \"none\" or \"http://host:port\"";
    match text {
        "system" => Ok(ProxyChoice::System),
        "none" => Ok(ProxyChoice::None),
        _ => {
            let url = Url::parse(text).ok().filter(|url| url.scheme() == "http");
            let host = url.as_ref().and_then(crate::model::target::host_of);
            match (host, url.and_then(|url| url.port_or_known_default())) {
                (Some(host), Some(port)) => Ok(ProxyChoice::Fixed { host, port }),
                _ => Err(wrong("network.proxy", text, hint)),
            }
        }
    }
}

fn router(text: &str) -> Result<RouterChoice, SettingsError> {
    match text {
        "auto" => Ok(RouterChoice::Auto),
        "none" => Ok(RouterChoice::None),
        ip => ip
            .parse()
            .map(RouterChoice::Fixed)
            .map_err(|_| wrong("router.address", text, "write \"auto\", \"none\" or an IP address")),
    }
}

fn language(text: &str) -> Result<Option<&'static Language>, SettingsError> {
    if text == "system" {
        return Ok(None);
    }
    let hint = "write \"system\", or the tag of a language that there are texts in, such as \"en\"";
    Language::of_tag(text).map(Some).ok_or_else(|| wrong("texts.language", text, hint))
}

fn resolver(part: ResolverPart) -> Result<DnsServer, SettingsError> {
    let default_port = match part.transport {
        Transport::Udp | Transport::Tcp => 53,
        Transport::Tls => 853,
        Transport::Https => 443,
    };
    let hint = "write an IP address, with a port where it is not the usual one";
    let address = ip_port(&part.address, default_port);
    Ok(DnsServer {
        ip_port: address.ok_or_else(|| wrong("resolver.address", &part.address, hint))?,
        name: part.name,
        transport: part.transport,
        role: ServerRole::Public,
        tls_name: part.tls_name,
        url: part.url,
    })
}

fn control(part: ControlPart) -> Result<Control, SettingsError> {
    let hint = "write an http or https address";
    let url = Url::parse(&part.url).ok().filter(|url| matches!(url.scheme(), "http" | "https") && url.has_host());
    Ok(Control {
        url: url.ok_or_else(|| wrong("control.url", &part.url, hint))?,
        name: part.name,
        status: part.status,
        body: part.body,
    })
}

fn vantage(part: VantagePart) -> Result<Vantage, SettingsError> {
    let mut vantage = Vantage { enabled: part.enabled, asn: part.asn.filter(|asn| *asn > 0), ..Vantage::default() };
    if let Some(text) = part.base_url {
        let hint = "write an https address without user name, \"?\" and \"#\"";
        vantage.base_url = super::vantage::base_url(&text).ok_or_else(|| wrong("vantage.base_url", &text, hint))?;
    }
    if let Some(text) = part.registers {
        let hint = "write an https address without user name, \"?\" and \"#\"";
        vantage.registers = super::vantage::base_url(&text).ok_or_else(|| wrong("vantage.registers", &text, hint))?;
    }
    // The mistake is told without the token itself.
    let is_token = |text: &String| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_graphic());
    if part.token.as_ref().is_some_and(|text| !is_token(text)) {
        return Err(wrong("vantage.token", "…", "write it as the service gave it, without spaces"));
    }
    vantage.token = part.token.map(Secret::new);
    if let Some(text) = part.country {
        let two_letters = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_alphabetic());
        let hint = "write the two letters of the country, such as \"DE\"";
        vantage.country = Some(text.to_ascii_uppercase()).filter(|_| two_letters);
        vantage.country.as_ref().ok_or_else(|| wrong("vantage.country", &text, hint))?;
    }
    Ok(vantage)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_file_means_the_built_in_lists() {
        assert_eq!(parse("").unwrap(), Settings::default());
    }

    #[test]
    fn a_list_replaces_the_built_in_one_and_an_empty_one_empties_it() {
        let settings = parse(
            "resolver = []\n[[control]]\nname = \"A\"\nurl = \"http://a.test/x\"\nstatus = 204\n\
             [network]\nconnect_timeout = \"3s\"\nproxy = \"http://proxy.test:3128\"\n[router]\naddress = \"192.0.2.1\"",
        )
        .unwrap();
        assert!(settings.resolvers.is_empty());
        assert_eq!(settings.controls.len(), 1);
        assert_eq!(settings.connect_timeout, Duration::from_secs(3));
        assert_eq!(settings.proxy, ProxyChoice::Fixed { host: "proxy.test".into(), port: 3128 });
        assert_eq!(settings.router, RouterChoice::Fixed("192.0.2.1".parse().unwrap()));
    }

    #[test]
    fn a_token_is_never_repeated() {
        let error = parse("[vantage]\ntoken = \"my secret\"").expect_err("a space in it").to_string();
        assert!(error.contains("vantage.token") && !error.contains("secret"), "{error}");
        let settings = parse("[vantage]\nenabled = true\ntoken = \"tok-1\"\ncountry = \"de\"\nasn = 64500").unwrap();
        assert_eq!(settings.vantage.token.as_ref().map(Secret::reveal), Some("tok-1"));
        assert_eq!((settings.vantage.country.as_deref(), settings.vantage.asn), (Some("DE"), Some(64_500)));
        assert!(!format!("{settings:?}").contains("tok-1"));
    }

    #[test]
    fn a_file_that_is_too_large_is_refused() {
        let file = tempfile::NamedTempFile::new().unwrap();
        let size = usize::try_from(SIZE_LIMIT).unwrap();
        std::fs::write(file.path(), "#".repeat(size)).unwrap();
        assert_eq!(read(file.path()).unwrap(), Settings::default());
        std::fs::write(file.path(), "#".repeat(size + 1)).unwrap();
        assert!(matches!(read(file.path()), Err(SettingsError::TooLarge(_))));
    }

    #[test]
    fn mistakes_are_told_with_a_hint() {
        for (text, expected) in [
            ("[network]\nconnect_timeout = \"soon\"", "connect_timeout"),
            ("[network]\nconnect_timeout = \"-5s\"", "connect_timeout"),
            ("[network]\nconnect_timeuot = \"5s\"", "connect_timeuot"),
            ("[network]\nproxy = \"socks5://x:1\"", "proxy"),
            ("[[resolver]]\nname = \"x\"\naddress = \"dns.test\"\ntransport = \"udp\"", "address"),
            ("[[resolver]]\nname = \"x\"\naddress = \"1.2.3.4\"\ntransport = \"carrier pigeon\"", "carrier pigeon"),
            ("[[control]]\nname = \"x\"\nurl = \"gopher://x\"\nstatus = 200", "url"),
            ("[vantage]\nbase_url = \"ftp://x.test\"", "vantage.base_url"),
            ("[vantage]\nbase_url = \"https://user:secret@x.test\"", "vantage.base_url"),
            ("[vantage]\ncountry = \"Germany\"", "vantage.country"),
            ("[texts]\nlanguage = \"tlh\"", "texts.language"),
            ("= =", ""),
        ] {
            let error = parse(text).expect_err(text).to_string();
            assert!(error.contains(expected) && !error.contains('\n'), "{text}: {error}");
        }
    }
}
