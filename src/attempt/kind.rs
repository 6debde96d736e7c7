//! The attempts by name. Equal ones are the same attempt, and made once.

use std::net::{IpAddr, SocketAddr};

use url::Url;

use crate::model::contact::Registered;
use crate::model::dns::{DnsServer, Purpose, Question};
use crate::model::server::ServerAspect;
use crate::model::visit::{Via, VisitPurpose};
use crate::model::{Scheme, StepId, Tried};
use crate::probe::outside::Places;

/// One thing worth trying.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Attempt {
    /// A look at this device's own settings.
    Device(DeviceLook),
    /// What the user says to have seen.
    Said(String),
    /// What the person tried since the check-up before this one.
    Tried(Tried),
    /// getaddrinfo.
    Lookup {
        host: String,
    },
    Router {
        ip: IpAddr,
    },
    /// The control endpoint of this place in the settings' list; at these addresses, or at those that getaddrinfo gives.
    Control {
        index: usize,
        ips: Vec<IpAddr>,
    },
    Ask {
        server: DnsServer,
        question: Question,
    },
    Visit(VisitPlan),
    Trace {
        ip_port: SocketAddr,
    },
    /// The log of this place in the run's list.
    Log {
        index: usize,
    },
    /// The configuration of this place in the run's list.
    Configuration {
        index: usize,
    },
    /// A look at this machine, as the site's server.
    Server(ServerAspect),
    /// A question to other places.
    World(WorldPlan),
    /// Who can be told about it, by the registers.
    Registration {
        about: Registered,
    },
}

/// Which of this device's settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DeviceLook {
    Proxies,
    HostsFile,
    Network,
    NameServers,
    Browsers,
    RootStore,
}

/// One visit to be made.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct VisitPlan {
    pub purpose: VisitPurpose,
    pub url: Url,
    pub ip_port: SocketAddr,
    pub via: Via,
    pub http2: bool,
    pub compression: bool,
    pub cookie_bytes: usize,
    /// Ask caches on the way not to answer themselves.
    pub fresh: bool,
    /// Ask for `/` only, even where the peer is the site.
    pub root_only: bool,
}

/// One measurement from other places.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct WorldPlan {
    pub aim: WorldAim,
    pub places: Places,
}

/// What they are asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum WorldAim {
    /// The home page, each at the address that its own DNS gives.
    Page,
    /// The home page at this address of the site.
    PageAt(IpAddr),
    /// The home page straight at the server behind the gateway, in this way.
    Server(SocketAddr, Scheme),
    /// The addresses of the site's name.
    Names,
    /// How far packets come on the way to this address.
    Route(IpAddr),
}

impl VisitPlan {
    /// The page at this address, as a browser would ask for it.
    pub fn page(url: Url, ip_port: SocketAddr) -> Self {
        VisitPlan {
            purpose: VisitPurpose::Page,
            url,
            ip_port,
            via: Via::Direct,
            http2: true,
            compression: true,
            cookie_bytes: 0,
            fresh: false,
            root_only: false,
        }
    }

    pub fn scheme(&self) -> Scheme {
        Scheme::of(&self.url).unwrap_or(Scheme::Https)
    }
}

impl Attempt {
    /// The line of the checklist that it belongs to.
    pub fn step(&self) -> StepId {
        match self {
            Attempt::Device(_) => StepId::Device,
            Attempt::Said(_) => StepId::Speaker,
            Attempt::Tried(tried) => StepId::Guided(tried.remedy),
            Attempt::Lookup { .. } => StepId::Dns,
            Attempt::Router { .. } => StepId::Router,
            Attempt::Control { .. } => StepId::Internet,
            Attempt::Ask { question, .. } => match question.purpose {
                Purpose::Dns64 => StepId::Device,
                Purpose::Control => StepId::Internet,
                _ => StepId::Dns,
            },
            Attempt::Visit(plan) => match plan.purpose {
                VisitPurpose::Page | VisitPurpose::Hop(_) => StepId::Page,
                VisitPurpose::HomePage | VisitPurpose::StaticFile | VisitPurpose::SecurityTxt => StepId::OtherPages,
                VisitPurpose::Repeat(_) => StepId::OverTime,
                VisitPurpose::Control => StepId::Internet,
                VisitPurpose::HomeAgain => StepId::World,
                VisitPurpose::Origin => StepId::Origin,
                _ => StepId::WaysIn,
            },
            Attempt::Trace { .. } => StepId::Path,
            Attempt::Log { .. } => StepId::Logs,
            Attempt::Configuration { .. } => StepId::Configuration,
            Attempt::Server(_) => StepId::Server,
            Attempt::World(_) | Attempt::Registration { .. } => StepId::World,
        }
    }

    /// Whether it reads what an owner handed over or wants looked at, which is waited for to its end.
    pub fn reads_a_file(&self) -> bool {
        matches!(self, Attempt::Log { .. } | Attempt::Configuration { .. } | Attempt::Server(_))
    }

    /// Whether it sends anything to the site itself.
    pub fn asks_the_site(&self) -> bool {
        matches!(self, Attempt::Visit(_) | Attempt::Trace { .. })
    }
}
