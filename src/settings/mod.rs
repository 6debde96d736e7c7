//! The settings file: what is compared, what is known to work, and how long to wait.

mod built_in;
pub(crate) mod file;
mod merged;
mod vantage;
mod written;

use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;
use std::time::Duration;

use url::Url;

use crate::model::dns::DnsServer;
use crate::text::{Language, Texts, system_language};

pub use built_in::{controls as built_in_controls, resolvers as built_in_resolvers};
pub use file::{SettingsError, read};
pub use merged::merged;
pub use vantage::{Secret, Vantage};
pub use written::written;

/// Everything that can be set.
#[derive(Debug, Clone, PartialEq)]
pub struct Settings {
    pub connect_timeout: Duration,
    /// To the first byte of an answer.
    pub response_timeout: Duration,
    /// One more trust root; it counts as public, since the user vouches for it.
    pub extra_ca: Option<PathBuf>,
    pub proxy: ProxyChoice,
    /// Ask the system's own DNS servers directly.
    pub ask_system_servers: bool,
    /// Ask the domain's own DNS servers.
    pub ask_authoritative: bool,
    pub router: RouterChoice,
    pub resolvers: Vec<DnsServer>,
    pub controls: Vec<Control>,
    /// The view from elsewhere.
    pub vantage: Vantage,
    pub watch: WatchWishes,
    /// The language of the texts; `None` for that of the system.
    pub language: Option<&'static Language>,
}

/// How the window watches a page, and what the desktop is told meanwhile.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WatchWishes {
    /// The pause between looks at first; it grows while nothing changes.
    pub every: Duration,
    /// That it is back, or down.
    pub notify: bool,
    /// That it fails in another way.
    pub notify_changes: bool,
    /// With a sound.
    pub sound: bool,
}

impl WatchWishes {
    /// A window asks no site more often than this.
    pub const SHORTEST: Duration = Duration::from_secs(15);
    /// Whoever wants to be told when a page is back is served no later.
    pub const LONGEST: Duration = Duration::from_secs(3_600);
}

impl Default for WatchWishes {
    fn default() -> Self {
        WatchWishes { every: WatchWishes::SHORTEST, notify: true, notify_changes: false, sound: false }
    }
}

/// Which proxy to use.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProxyChoice {
    /// What the environment and the system say.
    System,
    None,
    Fixed {
        host: String,
        port: u16,
    },
}

/// Which router to look at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RouterChoice {
    /// The default gateway.
    Auto,
    None,
    Fixed(IpAddr),
}

/// A site of somebody else that is known to work.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Control {
    pub name: String,
    pub url: Url,
    pub status: u16,
    pub body: Option<String>,
}

impl Default for Settings {
    fn default() -> Self {
        Settings {
            connect_timeout: Duration::from_secs(5),
            response_timeout: Duration::from_secs(35),
            extra_ca: None,
            proxy: ProxyChoice::System,
            ask_system_servers: true,
            ask_authoritative: true,
            router: RouterChoice::Auto,
            resolvers: built_in::resolvers(),
            controls: built_in::controls(),
            vantage: Vantage::default(),
            watch: WatchWishes::default(),
            language: None,
        }
    }
}

impl Settings {
    /// The texts in the language of the settings.
    pub fn texts(&self) -> Texts {
        Texts::of(self.language.unwrap_or_else(system_language))
    }

    /// Who is contacted on every way to a site, as one list. What is switched off is not in it.
    pub fn on_the_way(&self, texts: &Texts) -> String {
        let all = [
            (self.router != RouterChoice::None, "contacts-router"),
            // The system asks them for every name.
            (true, "contacts-servers"),
            (self.ask_authoritative, "contacts-authoritative"),
            (!matches!(self.proxy, ProxyChoice::None), "contacts-proxy"),
        ];
        let named: Vec<String> = all.into_iter().filter(|(on, _)| *on).map(|(_, key)| texts.get(key)).collect();
        texts.list(&named)
    }

    /// The list of who is contacted besides, one line each.
    pub fn contacted(&self, texts: &Texts) -> Vec<String> {
        let resolvers = self.resolvers.iter().map(|server| format!("{} ({})", server.name, server.ip_port));
        let controls = self.controls.iter().map(|control| format!("{} ({})", control.name, control.url));
        let vantage = self.vantage.contacted().into_iter().map(|words| texts.say(&words));
        resolvers.chain(controls).chain(vantage).collect()
    }
}

/// `192.0.2.1:53`, `[2001:db8::1]:53`, or an address without port.
fn ip_port(text: &str, default_port: u16) -> Option<SocketAddr> {
    text.parse().ok().or_else(|| text.parse::<IpAddr>().ok().map(|ip| SocketAddr::new(ip, default_port)))
}
