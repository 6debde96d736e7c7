//! What a person can try with the program beside them, and what came of it.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::claim::words;
use super::diagnosis::Words;

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

/// What this device showed of the remedy itself, beside the page.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "this", rename_all = "kebab-case")]
pub enum Noticed {
    /// The setting, or what this device gets to hear, is another one now. Empty stands for none.
    Changed { was: String, now: String },
    /// It is what it was.
    Same { is: String },
    /// The router stopped answering for so many seconds, and answers again.
    WentAndCame { seconds: u64 },
    /// The router answered all the time.
    NeverLeft,
    /// The router does not answer.
    StaysAway,
    /// This device was started after the check-up.
    Restarted,
    /// This device has run since before the check-up.
    NotRestarted,
}

impl Noticed {
    /// Whether nothing was changed that this program can see.
    pub fn is_nothing(&self) -> bool {
        matches!(self, Noticed::Same { .. } | Noticed::NeverLeft | Noticed::NotRestarted)
    }

    /// The sentence for it.
    pub fn words(&self) -> Words {
        let shown = |value: &str| if value.is_empty() { "–".to_owned() } else { value.to_owned() };
        match self {
            Noticed::Changed { was, now } => {
                Words::new("guided-noticed-changed").with("was", shown(was)).with("now", shown(now))
            }
            Noticed::Same { is } => Words::new("guided-noticed-same").with("is", shown(is)),
            Noticed::WentAndCame { seconds } => Words::new("guided-noticed-went-and-came").with("seconds", seconds),
            Noticed::NeverLeft => Words::new("guided-noticed-never-left"),
            Noticed::StaysAway => Words::new("guided-noticed-stays-away"),
            Noticed::Restarted => Words::new("guided-noticed-restarted"),
            Noticed::NotRestarted => Words::new("guided-noticed-not-restarted"),
        }
    }
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
    /// `None` where the remedy changes nothing that this program can read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub noticed: Option<Noticed>,
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
    /// It loads again, and what the remedy changes is as it was: it came back by itself.
    LoadsUnchanged,
    /// What the remedy changes is as it was, so that it was not put to the test.
    Unchanged,
    /// The person says so, and nothing was measured.
    DidNotHelp,
}

impl Tried {
    pub fn outcome(&self) -> Outcome<'_> {
        let unchanged = self.noticed.as_ref().is_some_and(Noticed::is_nothing);
        match (&self.after, self.answer) {
            (_, Some(Answer::NotDone)) => Outcome::NotDone,
            // The look afterwards goes straight to the site: with the proxy still set it tests nothing.
            (_, None) if unchanged && self.remedy == Remedy::ProxyOff => Outcome::Unchanged,
            (Some(Measured::Fails { .. }), None) if unchanged => Outcome::Unchanged,
            (Some(Measured::Fails { .. }), Some(Answer::Helped)) => Outcome::LoadsThere,
            (_, Some(Answer::Helped)) => Outcome::Helped,
            (Some(Measured::Fails { how }), _) => Outcome::Fails(how),
            (Some(Measured::NoLine), _) => Outcome::NoLine,
            (Some(Measured::Works), Some(Answer::DidNotHelp)) => Outcome::LoadsHereAlone,
            // A page that had worked for this program all along proves nothing by working.
            (Some(Measured::Works), None) if self.before.is_none() => Outcome::LoadsAsBefore,
            (Some(Measured::Works), None) if unchanged => Outcome::LoadsUnchanged,
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
            noticed: None,
            at: String::new(),
        };
        assert!(tried(Some("502"), Some(Measured::Works), None).helped());
        assert!(!tried(None, Some(Measured::Works), None).helped());
        assert!(tried(None, Some(Measured::Works), Some(Answer::Helped)).helped());
        assert!(!tried(Some("502"), Some(Measured::Works), Some(Answer::DidNotHelp)).helped());
        assert!(!tried(Some("502"), Some(Measured::NoLine), None).helped());
    }

    #[test]
    fn what_was_not_changed_neither_helped_nor_failed() {
        let tried = |remedy, noticed: Option<Noticed>, after: Measured| Tried {
            remedy,
            before: Some("502".to_owned()),
            after: Some(after),
            answer: None,
            noticed,
            at: String::new(),
        };
        let fails = || Measured::Fails { how: "502".to_owned() };
        let same = || Some(Noticed::Same { is: "192.0.2.8:3128".to_owned() });
        let changed = || Some(Noticed::Changed { was: "192.0.2.8:3128".to_owned(), now: String::new() });
        assert_eq!(tried(Remedy::ProxyOff, same(), Measured::Works).outcome(), Outcome::Unchanged);
        assert!(tried(Remedy::ProxyOff, changed(), Measured::Works).helped());
        assert_eq!(tried(Remedy::FlushDns, same(), Measured::Works).outcome(), Outcome::LoadsUnchanged);
        assert_eq!(tried(Remedy::FlushDns, same(), fails()).outcome(), Outcome::Unchanged);
        assert_eq!(tried(Remedy::FlushDns, changed(), fails()).outcome(), Outcome::Fails("502"));
        let stayed = Some(Noticed::NeverLeft);
        assert_eq!(tried(Remedy::RestartRouter, stayed, Measured::Works).outcome(), Outcome::LoadsUnchanged);
        let restarted = Some(Noticed::WentAndCame { seconds: 70 });
        assert!(tried(Remedy::RestartRouter, restarted, Measured::Works).helped());
    }
}
