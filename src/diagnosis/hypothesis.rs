//! The closed list of explanations. A verdict is strong only when every other one is struck out, so what nobody looked
//! at keeps it from being strong.

use crate::model::{Cause, Claim, Fault};

/// A kind of explanation. Those that one and the same observation would strike out are drawn together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Hypothesis {
    /// The browser's own state, or what it sends.
    Browser,
    HostsFile,
    Clock,
    /// A proxy in force, on this device or in its network.
    Proxy,
    /// Somebody between here and the site ends TLS in its name.
    Interceptor,
    /// Router or line.
    Link,
    Portal,
    /// The DNS server in use.
    Resolver,
    /// The domain's own DNS.
    Zone,
    /// The network between here and the site, the visitor's own included as far as it treats this one way badly.
    Path,
    /// The site's gateway, or its certificate.
    Edge,
    /// One of several addresses.
    OneAddress,
    /// The servers behind the gateway.
    Origin,
    /// It failed, and is over.
    Over,
    /// Nothing is wrong.
    Fine,
    /// This program is treated in another way than a browser.
    Checker,
}

impl Hypothesis {
    pub const ALL: [Hypothesis; 16] = [
        Hypothesis::Browser,
        Hypothesis::HostsFile,
        Hypothesis::Clock,
        Hypothesis::Proxy,
        Hypothesis::Interceptor,
        Hypothesis::Link,
        Hypothesis::Portal,
        Hypothesis::Resolver,
        Hypothesis::Zone,
        Hypothesis::Path,
        Hypothesis::Edge,
        Hypothesis::OneAddress,
        Hypothesis::Origin,
        Hypothesis::Over,
        Hypothesis::Fine,
        Hypothesis::Checker,
    ];

    /// The explanation to which a claim belongs.
    pub fn of(claim: Claim) -> Hypothesis {
        use Cause as C;
        match claim.cause {
            C::BrowserState | C::RequestHeaderTooLarge | C::RequestBodyTooLarge | C::ClientAborted => {
                Hypothesis::Browser
            }
            C::HostsFile => Hypothesis::HostsFile,
            C::ClockSkew => Hypothesis::Clock,
            C::LocalProxy => Hypothesis::Proxy,
            C::TlsIntercepted => Hypothesis::Interceptor,
            C::RouterUnreachable | C::NoInternet => Hypothesis::Link,
            C::CaptivePortal => Hypothesis::Portal,
            C::StaleDns if claim.fault == Fault::SiteDns => Hypothesis::Zone,
            C::StaleDns | C::ResolverFailing | C::ResolverSlow | C::ResolverHijack => Hypothesis::Resolver,
            C::Nxdomain | C::NoAddress | C::DnssecBogus | C::NameserverFailing => Hypothesis::Zone,
            C::PathBroken | C::PortBlocked => Hypothesis::Path,
            C::Ipv6Broken if matches!(claim.fault, Fault::YourNetwork | Fault::Path) => Hypothesis::Path,
            C::OneAddressDead | C::Ipv6Broken | C::PoolPartial => Hypothesis::OneAddress,
            C::Transient => Hypothesis::Over,
            C::Healthy => Hypothesis::Fine,
            C::Unknown => Hypothesis::Checker,
            _ if claim.fault == Fault::SiteOrigin => Hypothesis::Origin,
            _ => Hypothesis::Edge,
        }
    }

    /// Those who would have to act.
    pub fn faults(self) -> &'static [Fault] {
        match self {
            Hypothesis::Browser | Hypothesis::HostsFile | Hypothesis::Clock => &[Fault::YourDevice],
            Hypothesis::Proxy | Hypothesis::Interceptor => &[Fault::YourDevice, Fault::YourNetwork],
            Hypothesis::Link | Hypothesis::Portal => &[Fault::YourNetwork],
            Hypothesis::Resolver => &[Fault::DnsResolver],
            Hypothesis::Zone => &[Fault::SiteDns],
            Hypothesis::Path => &[Fault::Path, Fault::YourNetwork],
            Hypothesis::Edge => &[Fault::SiteEdge],
            Hypothesis::OneAddress => &[Fault::SiteEdge, Fault::SiteOrigin],
            Hypothesis::Origin => &[Fault::SiteOrigin],
            Hypothesis::Over | Hypothesis::Fine => &[Fault::None],
            Hypothesis::Checker => &[Fault::Unknown],
        }
    }
}
