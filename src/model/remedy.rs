//! What a person can try with the program beside them, and what came of it.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::claim::words;

macro_rules! remedies {
    ($($variant:ident = $name:literal),+ $(,)?) => {
        words! {
            /// Something to try, the mildest first. The names stand in case files, and behind `guided-` as those of steps.
            Remedy { $($variant = $name),+ }
        }

        impl Remedy {
            /// The name of its step in case files.
            pub fn step_name(self) -> &'static str {
                match self { $(Remedy::$variant => concat!("guided-", $name)),+ }
            }
        }
    };
}

remedies! {
    ReloadWithoutCopy = "reload-without-copy",
    PrivateWindow = "private-window",
    OtherBrowser = "other-browser",
    SignInToNetwork = "sign-in-to-network",
    ClearSiteData = "clear-site-data",
    ExtensionsOff = "extensions-off",
    RestartBrowser = "restart-browser",
    SetClock = "set-clock",
    HostsLine = "hosts-line",
    ProxyOff = "proxy-off",
    VpnOff = "vpn-off",
    SecuritySoftware = "security-software",
    FlushDns = "flush-dns",
    ChangeDns = "change-dns",
    ReconnectWifi = "reconnect-wifi",
    PhoneSameWifi = "phone-same-wifi",
    PhoneMobileData = "phone-mobile-data",
    RestartComputer = "restart-computer",
    RestartRouter = "restart-router",
    NewProfile = "new-profile",
}

words! {
    /// A family of browsers with the same menus and keys.
    Browser {
        Chrome = "chrome",
        Edge = "edge",
        Firefox = "firefox",
        Safari = "safari",
    }
}

impl Browser {
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

/// What came of a remedy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome<'a> {
    /// The page loads since then, by the measurement, or by the person where only they can look.
    Helped,
    /// It loads where the person looked, and still fails for this program.
    LoadsThere,
    NotDone,
    Fails(&'a str),
    /// The own line was down.
    NoLine,
    /// For this program it loads, and not for the person.
    LoadsHereAlone,
    /// It loads for this program, as it did before: that shows nothing.
    LoadsAsBefore,
    /// The person says so, and nothing was measured.
    DidNotHelp,
}

impl Tried {
    pub fn outcome(&self) -> Outcome<'_> {
        match (&self.after, self.answer) {
            (_, Some(Answer::NotDone)) => Outcome::NotDone,
            (Some(Measured::Fails { .. }), Some(Answer::Helped)) => Outcome::LoadsThere,
            (_, Some(Answer::Helped)) => Outcome::Helped,
            (Some(Measured::Fails { how }), _) => Outcome::Fails(how),
            (Some(Measured::NoLine), _) => Outcome::NoLine,
            (Some(Measured::Works), Some(Answer::DidNotHelp)) => Outcome::LoadsHereAlone,
            // A page that had worked for this program all along proves nothing by working.
            (Some(Measured::Works), None) if self.before.is_none() => Outcome::LoadsAsBefore,
            (Some(Measured::Works), None) => Outcome::Helped,
            (None, _) => Outcome::DidNotHelp,
        }
    }

    pub fn helped(&self) -> bool {
        self.outcome() == Outcome::Helped
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_those_of_the_case_file() {
        for &remedy in Remedy::ALL {
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
