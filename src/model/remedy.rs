//! What a person can try with the program beside them, and what came of it.

use serde::{Deserialize, Serialize};

/// Something to try, the mildest first. The names stand in case files, behind `guided-`, and are never changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Remedy {
    ReloadWithoutCopy,
    PrivateWindow,
    OtherBrowser,
    SignInToNetwork,
    ClearSiteData,
    ExtensionsOff,
    RestartBrowser,
    SetClock,
    HostsLine,
    ProxyOff,
    VpnOff,
    SecuritySoftware,
    FlushDns,
    ChangeDns,
    ReconnectWifi,
    PhoneSameWifi,
    PhoneMobileData,
    RestartComputer,
    RestartRouter,
    NewProfile,
}

impl Remedy {
    /// All of them, the mildest first.
    pub const ALL: [Remedy; 20] = [
        Remedy::ReloadWithoutCopy,
        Remedy::PrivateWindow,
        Remedy::OtherBrowser,
        Remedy::SignInToNetwork,
        Remedy::ClearSiteData,
        Remedy::ExtensionsOff,
        Remedy::RestartBrowser,
        Remedy::SetClock,
        Remedy::HostsLine,
        Remedy::ProxyOff,
        Remedy::VpnOff,
        Remedy::SecuritySoftware,
        Remedy::FlushDns,
        Remedy::ChangeDns,
        Remedy::ReconnectWifi,
        Remedy::PhoneSameWifi,
        Remedy::PhoneMobileData,
        Remedy::RestartComputer,
        Remedy::RestartRouter,
        Remedy::NewProfile,
    ];

    /// The name of its step in case files.
    pub fn step_name(self) -> &'static str {
        match self {
            Remedy::ReloadWithoutCopy => "guided-reload-without-copy",
            Remedy::PrivateWindow => "guided-private-window",
            Remedy::OtherBrowser => "guided-other-browser",
            Remedy::SignInToNetwork => "guided-sign-in-to-network",
            Remedy::ClearSiteData => "guided-clear-site-data",
            Remedy::ExtensionsOff => "guided-extensions-off",
            Remedy::RestartBrowser => "guided-restart-browser",
            Remedy::SetClock => "guided-set-clock",
            Remedy::HostsLine => "guided-hosts-line",
            Remedy::ProxyOff => "guided-proxy-off",
            Remedy::VpnOff => "guided-vpn-off",
            Remedy::SecuritySoftware => "guided-security-software",
            Remedy::FlushDns => "guided-flush-dns",
            Remedy::ChangeDns => "guided-change-dns",
            Remedy::ReconnectWifi => "guided-reconnect-wifi",
            Remedy::PhoneSameWifi => "guided-phone-same-wifi",
            Remedy::PhoneMobileData => "guided-phone-mobile-data",
            Remedy::RestartComputer => "guided-restart-computer",
            Remedy::RestartRouter => "guided-restart-router",
            Remedy::NewProfile => "guided-new-profile",
        }
    }

    /// The name in data and messages.
    pub fn name(self) -> &'static str {
        let step = self.step_name();
        step.strip_prefix("guided-").unwrap_or(step)
    }

    /// The one of this name.
    pub fn named(name: &str) -> Option<Remedy> {
        Remedy::ALL.into_iter().find(|remedy| remedy.name() == name)
    }
}

/// A family of browsers with the same menus and keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Browser {
    Chrome,
    Edge,
    Firefox,
    Safari,
}

impl Browser {
    pub const ALL: [Browser; 4] = [Browser::Chrome, Browser::Edge, Browser::Firefox, Browser::Safari];

    /// The name in messages.
    pub fn name(self) -> &'static str {
        match self {
            Browser::Chrome => "chrome",
            Browser::Edge => "edge",
            Browser::Firefox => "firefox",
            Browser::Safari => "safari",
        }
    }

    /// What people call it.
    pub fn title(self) -> &'static str {
        match self {
            Browser::Chrome => "Chrome",
            Browser::Edge => "Edge",
            Browser::Firefox => "Firefox",
            Browser::Safari => "Safari",
        }
    }
}

/// What the person says about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    /// The page loads for them.
    Helped,
    DidNotHelp,
    /// It could not be done.
    NotDone,
}

/// What this program measured of the page afterwards.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "page", rename_all = "kebab-case")]
pub enum Measured {
    Works,
    /// It fails: a status, or a word for what stands in its place.
    Fails {
        how: String,
    },
    /// The own line was down; that says nothing about the page.
    NoLine,
}

/// A remedy that was tried.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Tried {
    pub remedy: Remedy,
    /// How the page stood before, in the words of [`Measured::Fails`]; `None` where it had worked for this program.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<String>,
    /// `None` where nothing was measured: only the person can look into another browser.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<Measured>,
    /// `None` where the measurement answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<Answer>,
    /// When, in UTC (RFC 3339).
    pub at: String,
}

impl Tried {
    /// Whether the page loads since then, by the measurement where there is one, else by the person.
    pub fn helped(&self) -> bool {
        match (&self.after, self.answer, &self.before) {
            // A page that had worked for this program all along proves nothing by working.
            (_, Some(answer), _) => answer == Answer::Helped,
            (Some(after), None, before) => *after == Measured::Works && before.is_some(),
            (None, None, _) => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_those_of_the_case_file() {
        for remedy in Remedy::ALL {
            let written = serde_json::to_string(&remedy).unwrap();
            assert_eq!(written.trim_matches('"'), remedy.name());
            assert_eq!(Remedy::named(remedy.name()), Some(remedy));
        }
        assert!(Remedy::ALL.is_sorted());
    }

    #[test]
    fn a_page_that_worked_before_was_not_mended() {
        let tried = |before: Option<&str>, after: Option<Measured>, answer: Option<Answer>| Tried {
            remedy: Remedy::FlushDns,
            before: before.map(str::to_owned),
            after,
            answer,
            at: String::new(),
        };
        assert!(tried(Some("502"), Some(Measured::Works), None).helped());
        assert!(!tried(None, Some(Measured::Works), None).helped());
        assert!(tried(None, Some(Measured::Works), Some(Answer::Helped)).helped());
        assert!(!tried(Some("502"), Some(Measured::Works), Some(Answer::DidNotHelp)).helped());
        assert!(!tried(Some("502"), Some(Measured::NoLine), None).helped());
    }
}
