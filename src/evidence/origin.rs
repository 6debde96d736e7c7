//! What the owner lets us see from behind the gateway: the server there, asked straight, the servers' logs, and the
//! gateway's configuration.

use super::visits::sight;
use super::{Sight, Surroundings};
use crate::configuration::{Followed, follow};
use crate::model::configuration::Configuration;
use crate::model::log::{LogKind, LogSummary, Part, RECENT};
use crate::model::{Case, Known, Observation, ObservationId, Seen};

/// A log that was looked at.
#[derive(Clone, Copy)]
pub struct LogLook<'a> {
    pub id: &'a ObservationId,
    pub name: &'a str,
    pub log: &'a Known<LogSummary>,
    /// How the clock of whoever read it differs from UTC, in seconds.
    pub utc_offset: i64,
    /// When it had been read, in milliseconds after the start of the run.
    pub at_ms: u64,
}

/// A configuration that was looked at.
#[derive(Clone, Copy)]
pub struct ConfigurationLook<'a> {
    pub id: &'a ObservationId,
    pub name: &'a str,
    pub configuration: &'a Known<Box<Configuration>>,
}

/// Everything from behind the gateway.
pub struct Origin<'a> {
    /// Looks straight at the server there.
    pub looks: Vec<Sight<'a>>,
    pub logs: Vec<LogLook<'a>>,
    pub configurations: Vec<ConfigurationLook<'a>>,
}

impl<'a> Origin<'a> {
    pub fn of(case: &'a Case, surroundings: &Surroundings<'_>) -> Self {
        let look = |observation: &'a Observation| match &observation.seen {
            Seen::Origin { visit } => Some(sight(observation, visit, surroundings)),
            _ => None,
        };
        let log = |observation: &'a Observation| match &observation.seen {
            Seen::Log { name, log, utc_offset } => {
                Some(LogLook { id: &observation.id, name, log, utc_offset: *utc_offset, at_ms: observation.at_ms })
            }
            _ => None,
        };
        let configuration = |observation: &'a Observation| match &observation.seen {
            Seen::Configuration { name, configuration } => {
                Some(ConfigurationLook { id: &observation.id, name, configuration })
            }
            _ => None,
        };
        Origin {
            looks: case.observations.iter().filter_map(look).collect(),
            logs: case.observations.iter().filter_map(log).collect(),
            configurations: case.observations.iter().filter_map(configuration).collect(),
        }
    }

    /// The way of a page through the configuration that has one for it.
    pub fn followed(&self, path: &str) -> Option<(&'a ObservationId, &'a Configuration, Followed<'a>)> {
        self.configurations.iter().find_map(|look| {
            let configuration = look.configuration.seen()?;
            Some((look.id, &**configuration, follow(configuration, path)?))
        })
    }

    /// The look that says most: one that got a page, or an answer, or else the last one. The 400 with which web servers
    /// meet clear text at their TLS port is no answer to anybody.
    pub fn best(&self) -> Option<&Sight<'a>> {
        let answered = |look: &&Sight<'a>| look.answer().is_some();
        let in_the_right_tongue = |look: &&Sight<'a>| {
            let by_tls = |other: &Sight<'a>| other.visit.ip_port == look.visit.ip_port && other.tls().is_some();
            answered(look) && (look.tls().is_some() || !self.looks.iter().any(by_tls))
        };
        let good = self.looks.iter().find(|look| in_the_right_tongue(look) && look.outcome.is_good());
        let spoken = || self.looks.iter().find(in_the_right_tongue).or_else(|| self.looks.iter().find(answered));
        good.or_else(spoken).or(self.looks.last())
    }

    /// The servers that failed the gateway in these minutes, by its own log, unless its lines name other sites. `now` is
    /// in seconds since 1970.
    pub fn asked_by_gateway(&self, now: i64) -> impl Iterator<Item = &str> {
        let kinds = self.logs.iter().filter_map(|look| look.log.seen()).flat_map(move |log| {
            let recent = move |kind: &&LogKind| {
                let written = kind.last.and_then(|last| log.moment(last));
                kind.hosts.is_empty() && written.is_some_and(|written| (now - written).abs() <= RECENT)
            };
            log.kinds.iter().filter(move |kind| kind.part == Part::Cause && (kind.ours > 0 || recent(kind)))
        });
        kinds.flat_map(|kind| &kind.upstreams).map(|upstream| upstream.name.as_str())
    }
}
