//! What status numbers mean, by the standard and by vendors (`assets/statuses.toml`).
//!
//! A number may have several readings: 520 is Cloudflare's and Tencent's. The sentence to each is a message.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::model::Cause;

/// One reading of a number.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StatusReading {
    pub code: u32,
    /// Its short name, e.g. "Bad Gateway".
    pub name: String,
    /// The vendor that defined it; `None` for the standard's own.
    #[serde(default)]
    pub vendor: Option<String>,
    /// The document that defines it.
    pub defined_by: String,
    /// What it usually comes from, the likeliest first. Empty where it says nothing about a failure.
    #[serde(default)]
    pub causes: Vec<Cause>,
}

impl StatusReading {
    /// The key of the sentence that explains it.
    pub fn message(&self) -> String {
        match &self.vendor {
            None => format!("status-{}", self.code),
            Some(vendor) => format!("status-{vendor}-{}", self.code),
        }
    }
}

/// What is known about a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatusMeaning {
    pub code: u32,
    /// The standard's reading first; empty where nobody has defined the number.
    pub readings: Vec<&'static StatusReading>,
}

impl StatusMeaning {
    /// Whether somebody has defined it.
    pub fn is_defined(&self) -> bool {
        !self.readings.is_empty()
    }

    /// The key of the sentence for the first reading. `status-undefined` (value `code`) is said of errors that nobody
    /// has defined, `status-no-error` (value `code`) of numbers that stand for no error.
    pub fn message(&self) -> String {
        match self.readings.first() {
            Some(reading) => reading.message(),
            None if matches!(self.code, 400..=599 | 1000..=1999) => "status-undefined".to_owned(),
            None => "status-no-error".to_owned(),
        }
    }

    /// The reading of this vendor, as it stands in [`StatusReading::vendor`].
    pub fn of_vendor(&self, vendor: &str) -> Option<&'static StatusReading> {
        self.readings.iter().copied().find(|reading| reading.vendor.as_deref() == Some(vendor))
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    status: Vec<StatusReading>,
}

static FILE: LazyLock<File> = LazyLock::new(read_file);

#[expect(clippy::expect_used, reason = "our own asset; a test reads it")]
fn read_file() -> File {
    toml::from_str(include_str!("../../assets/statuses.toml")).expect("assets/statuses.toml is readable")
}

/// All readings of all numbers.
pub fn statuses() -> &'static [StatusReading] {
    &FILE.status
}

/// What this number means.
pub fn explain_status(code: u32) -> StatusMeaning {
    let mut readings: Vec<_> = statuses().iter().filter(|reading| reading.code == code).collect();
    readings.sort_by_key(|reading| reading.vendor.is_some());
    StatusMeaning { code, readings }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Texts;

    fn check(code: u32, name: &str, vendor: Option<&str>, first_cause: Option<Cause>) {
        let meaning = explain_status(code);
        let reading = meaning.readings.first().unwrap_or_else(|| panic!("{code} is not defined"));
        assert_eq!(
            (reading.name.as_str(), reading.vendor.as_deref(), reading.causes.first().copied()),
            (name, vendor, first_cause)
        );
    }

    #[test]
    fn numbers() {
        check(502, "Bad Gateway", None, Some(Cause::OriginRefused));
        check(504, "Gateway Timeout", None, Some(Cause::OriginTimeoutResponse));
        check(511, "Network Authentication Required", None, Some(Cause::CaptivePortal));
        check(521, "Web server is down", Some("cloudflare"), Some(Cause::OriginRefused));
        check(499, "Client Closed Request", Some("nginx"), Some(Cause::ClientAborted));
        check(460, "Client closed connection", Some("aws"), Some(Cause::ClientAborted));
        check(1020, "Access denied", Some("cloudflare"), Some(Cause::EdgeBlocked));
        assert!(explain_status(520).of_vendor("edgeone").is_some());
    }

    #[test]
    fn the_standard_defines_all_its_server_errors() {
        for code in (500..=508).chain([510, 511]) {
            assert!(explain_status(code).readings.iter().any(|reading| reading.vendor.is_none()), "{code}");
        }
    }

    #[test]
    fn numbers_of_nobody() {
        assert_eq!(explain_status(577).message(), "status-undefined");
        assert_eq!(explain_status(1777).message(), "status-undefined");
        assert_eq!(explain_status(99_999).message(), "status-no-error");
        assert!(!explain_status(0).is_defined());
    }

    #[test]
    fn every_reading_stands_once_and_has_its_message() {
        let texts = Texts::english();
        let mut seen = std::collections::BTreeSet::new();
        for reading in statuses() {
            assert!(seen.insert(reading.message()), "{} stands twice", reading.message());
            assert!(texts.has(&reading.message()), "{} is missing", reading.message());
            assert!(!reading.defined_by.is_empty(), "{}", reading.code);
        }
        assert!(texts.has("status-undefined") && texts.has("status-no-error"));
    }
}
