//! Who has to act (fault), why (cause), and how sure that is (confidence): the contract's words.

use std::fmt;

use serde::{Deserialize, Serialize};

macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $text:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        pub enum $name { $($(#[$vdoc])* #[serde(rename = $text)] $variant),+ }

        impl $name {
            /// All of them, in the order of the contract.
            pub const ALL: &'static [$name] = &[$($name::$variant),+];

            /// The word used in case files and on the command line.
            pub fn name(self) -> &'static str {
                match self { $($name::$variant => $text),+ }
            }

            /// The one of this name.
            pub fn named(name: &str) -> Option<$name> {
                Self::ALL.iter().copied().find(|one| one.name() == name)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.name())
            }
        }
    };
}
pub(super) use words;

words! {
    /// Who has to act.
    Fault {
        /// The site works from here now, or gives a deliberate answer.
        None = "none",
        YourDevice = "your-device",
        YourNetwork = "your-network",
        /// The DNS server in use answers wrongly or not at all while others are right.
        DnsResolver = "dns-resolver",
        /// The domain's own DNS is wrong, for everybody.
        SiteDns = "site-dns",
        /// The network between here and the site.
        Path = "path",
        /// The site's gateway, load balancer or CDN itself.
        SiteEdge = "site-edge",
        /// The server behind the gateway.
        SiteOrigin = "site-origin",
        /// The observations do not decide it.
        Unknown = "unknown",
    }
}

impl Fault {
    /// Whether somebody on the site's side has to act.
    pub fn is_the_sites(self) -> bool {
        matches!(self, Fault::SiteDns | Fault::SiteEdge | Fault::SiteOrigin)
    }

    /// Whether the visitor, or somebody near, has to act.
    pub fn is_near_the_visitor(self) -> bool {
        matches!(self, Fault::YourDevice | Fault::YourNetwork | Fault::DnsResolver)
    }
}

words! {
    /// Why it fails. The names are stable; reports cite them.
    Cause {
        OriginRefused = "origin-refused",
        OriginTimeoutConnect = "origin-timeout-connect",
        OriginTimeoutResponse = "origin-timeout-response",
        OriginReset = "origin-reset",
        OriginClosedEarly = "origin-closed-early",
        OriginInvalidResponse = "origin-invalid-response",
        OriginHeaderTooLarge = "origin-header-too-large",
        OriginTls = "origin-tls",
        OriginDns = "origin-dns",
        OriginNoRoute = "origin-no-route",
        OriginOverloaded = "origin-overloaded",
        OriginConnectionLimit = "origin-connection-limit",
        OriginCrashed = "origin-crashed",
        OriginAppError = "origin-app-error",
        PoolEmpty = "pool-empty",
        PoolPartial = "pool-partial",
        AppSocketMissing = "app-socket-missing",
        AppSocketPermission = "app-socket-permission",
        AppWorkersExhausted = "app-workers-exhausted",
        AppTimeoutKilled = "app-timeout-killed",
        AppOutOfMemory = "app-out-of-memory",
        GatewayMisconfigured = "gateway-misconfigured",
        GatewayFileLimit = "gateway-file-limit",
        GatewayDiskFull = "gateway-disk-full",
        GatewayOverloaded = "gateway-overloaded",
        EdgeInternal = "edge-internal",
        EdgeBlocked = "edge-blocked",
        EdgeUnreachable = "edge-unreachable",
        RateLimited = "rate-limited",
        Maintenance = "maintenance",
        RequestHeaderTooLarge = "request-header-too-large",
        RequestBodyTooLarge = "request-body-too-large",
        RedirectLoop = "redirect-loop",
        Http2ProtocolError = "http2-protocol-error",
        SiteNotFound = "site-not-found",
        QuotaExceeded = "quota-exceeded",
        TlsCertificateExpired = "tls-certificate-expired",
        TlsCertificateName = "tls-certificate-name",
        TlsUntrusted = "tls-untrusted",
        TlsHandshake = "tls-handshake",
        TlsIntercepted = "tls-intercepted",
        StaleDns = "stale-dns",
        ResolverFailing = "resolver-failing",
        ResolverSlow = "resolver-slow",
        ResolverHijack = "resolver-hijack",
        Nxdomain = "nxdomain",
        NoAddress = "no-address",
        DnssecBogus = "dnssec-bogus",
        NameserverFailing = "nameserver-failing",
        OneAddressDead = "one-address-dead",
        Ipv6Broken = "ipv6-broken",
        RouterUnreachable = "router-unreachable",
        NoInternet = "no-internet",
        CaptivePortal = "captive-portal",
        PortBlocked = "port-blocked",
        LocalProxy = "local-proxy",
        PathBroken = "path-broken",
        BrowserState = "browser-state",
        HostsFile = "hosts-file",
        ClockSkew = "clock-skew",
        Transient = "transient",
        Healthy = "healthy",
        ClientAborted = "client-aborted",
        Unknown = "unknown",
    }
}

impl Cause {
    /// Who usually has to act on it (section 4 of the contract).
    pub fn usual_fault(self) -> Fault {
        use Cause as C;
        match self {
            C::OriginRefused
            | C::OriginTimeoutConnect
            | C::OriginTimeoutResponse
            | C::OriginReset
            | C::OriginClosedEarly
            | C::OriginInvalidResponse
            | C::OriginHeaderTooLarge
            | C::OriginTls
            | C::OriginDns
            | C::OriginNoRoute
            | C::OriginOverloaded
            | C::OriginConnectionLimit
            | C::OriginCrashed
            | C::OriginAppError
            | C::PoolEmpty
            | C::PoolPartial
            | C::AppSocketMissing
            | C::AppSocketPermission
            | C::AppWorkersExhausted
            | C::AppTimeoutKilled
            | C::AppOutOfMemory => Fault::SiteOrigin,
            C::GatewayMisconfigured
            | C::GatewayFileLimit
            | C::GatewayDiskFull
            | C::GatewayOverloaded
            | C::EdgeInternal
            | C::EdgeBlocked
            | C::EdgeUnreachable
            | C::RateLimited
            | C::Maintenance
            | C::RequestHeaderTooLarge
            | C::RequestBodyTooLarge
            | C::RedirectLoop
            | C::Http2ProtocolError
            | C::SiteNotFound
            | C::QuotaExceeded
            | C::TlsCertificateExpired
            | C::TlsCertificateName
            | C::TlsUntrusted
            | C::TlsHandshake
            | C::OneAddressDead
            | C::Ipv6Broken => Fault::SiteEdge,
            C::StaleDns | C::ResolverFailing | C::ResolverSlow | C::ResolverHijack => Fault::DnsResolver,
            C::Nxdomain | C::NoAddress | C::DnssecBogus | C::NameserverFailing => Fault::SiteDns,
            C::RouterUnreachable
            | C::NoInternet
            | C::CaptivePortal
            | C::PortBlocked
            | C::TlsIntercepted
            | C::LocalProxy => Fault::YourNetwork,
            C::PathBroken => Fault::Path,
            C::BrowserState | C::HostsFile | C::ClockSkew => Fault::YourDevice,
            C::Transient | C::Healthy | C::ClientAborted => Fault::None,
            C::Unknown => Fault::Unknown,
        }
    }
}

words! {
    /// How sure. The order is from least to most, so that `max` and `min` mean what they say.
    Confidence {
        Possible = "possible",
        Likely = "likely",
        /// Every other explanation is contradicted by an observation.
        Strong = "strong",
        /// A protocol authenticated it, or the speaker or a log line said it in so many words.
        Certain = "certain",
    }
}

/// One thing that may be the matter: who has to act, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Claim {
    pub fault: Fault,
    pub cause: Cause,
}

impl Claim {
    /// The claim with the cause's usual fault.
    pub fn usual(cause: Cause) -> Self {
        Claim { fault: cause.usual_fault(), cause }
    }

    /// The claim with a fault of its own.
    pub fn at(fault: Fault, cause: Cause) -> Self {
        Claim { fault, cause }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_unique_and_found_again() {
        for cause in Cause::ALL {
            assert_eq!(Cause::named(cause.name()), Some(*cause));
        }
        assert_eq!(Cause::named("made-up"), None);
    }

    #[test]
    fn confidence_is_ordered() {
        assert!(Confidence::Certain > Confidence::Strong);
        assert!(Confidence::Likely > Confidence::Possible);
    }
}
