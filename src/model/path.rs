//! The path picture as data: six stations and how each stands, for window and report alike.

use serde::{Deserialize, Serialize};

/// A station on the way from the reader to the site's server.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Station {
    Device,
    Router,
    Dns,
    Internet,
    Gateway,
    Origin,
}

impl Station {
    /// All of them, in the order of the path.
    pub const ALL: [Station; 6] =
        [Station::Device, Station::Router, Station::Dns, Station::Internet, Station::Gateway, Station::Origin];

    pub fn name(self) -> &'static str {
        match self {
            Station::Device => "device",
            Station::Router => "router",
            Station::Dns => "dns",
            Station::Internet => "internet",
            Station::Gateway => "gateway",
            Station::Origin => "origin",
        }
    }
}

/// How a station stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum StationState {
    /// Not looked at, or behind the break. Never drawn as fine.
    Unseen,
    Fine,
    Doubtful,
    Broken,
}

/// The picture.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PathPicture {
    pub stations: [(Station, StationState); 6],
}
