//! Where the instructions are followed: the system and the browser, and the values that stand in them.

use std::net::IpAddr;

use crate::evidence::Evidence;
use crate::evidence::names::{Agreement, ServerView};
use crate::model::diagnosis::Words;
use crate::model::dns::{ServerRole, Transport};

/// The operating system.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum System {
    Windows,
    Macos,
    Linux,
}

impl System {
    /// That of this device.
    pub fn here() -> System {
        match () {
            () if cfg!(windows) => System::Windows,
            () if cfg!(target_os = "macos") => System::Macos,
            () => System::Linux,
        }
    }

    pub fn name(self) -> &'static str {
        match self {
            System::Windows => "windows",
            System::Macos => "macos",
            System::Linux => "linux",
        }
    }
}

/// Everything that the instructions of a remedy may name; the key and the browser are still to be chosen.
pub fn words(evidence: &Evidence<'_>, system: System) -> Words {
    let target = &evidence.case.target;
    let best = right_servers(evidence).into_iter().next();
    let told = |of: fn(&ServerView<'_>) -> String| best.map_or_else(|| "none".to_owned(), of);
    let old: Vec<String> =
        evidence.names.views_of(ServerRole::System).map(|view| view.server.ip_port.ip().to_string()).collect();
    Words::new("")
        .with("system", system.name())
        .with("host", &target.host)
        .with("server", told(|view| view.server.name.clone()))
        .with("address", told(|view| view.server.ip_port.ip().to_string()))
        .with("old", if old.is_empty() { "none".to_owned() } else { old.join(", ") })
}

/// The listed servers whose answer leads to an address at which the page loads, the fastest first. Only those that speak
/// plain DNS, as the settings of systems want them.
pub fn right_servers<'b, 'a>(evidence: &'b Evidence<'a>) -> Vec<&'b ServerView<'a>> {
    let good: Vec<IpAddr> =
        evidence.visits.all.iter().filter(|sight| sight.outcome.is_good()).map(|sight| sight.ip()).collect();
    let is_right = |view: &&ServerView<'a>| {
        matches!(view.server.transport, Transport::Udp | Transport::Tcp)
            && matches!(&view.agreement, Agreement::Gives(ips) if ips.iter().any(|ip| good.contains(ip)))
    };
    let mut right: Vec<&ServerView<'a>> = evidence.names.views_of(ServerRole::Public).filter(is_right).collect();
    right.sort_by_key(|view| {
        let of_it = evidence.names.asked.iter().filter(|asked| view.ids.contains(asked.id));
        of_it.map(|asked| asked.took_ms).min()
    });
    right
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn this_device_has_the_system_that_the_program_was_built_for() {
        let built_for = std::env::consts::OS;
        let expected = if ["windows", "macos"].contains(&built_for) { built_for } else { "linux" };
        assert_eq!(System::here().name(), expected);
    }
}
