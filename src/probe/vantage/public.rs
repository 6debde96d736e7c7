//! Names that somebody else gave, looked up: one that leads into this device's own network is not connected to. The name alone does
//! not show that; its addresses do.

use std::net::{IpAddr, Ipv6Addr, SocketAddr};

use reqwest::dns::{Addrs, Name, Resolve, Resolving};

use crate::model::ip::{IpClass, class, unmapped};

/// The prefix under which networks without IPv4 reach it (RFC 6052 section 2.1).
const TRANSLATED: Ipv6Addr = Ipv6Addr::new(0x64, 0xff9b, 0, 0, 0, 0, 0, 0);

/// Asks the system, and leaves out what is not public.
pub struct PublicNames;

/// A name that leads to no public address.
#[derive(Debug, thiserror::Error)]
#[error("its name leads into this device's own network")]
pub struct Inside;

impl Inside {
    /// Whether a request failed for this reason.
    pub fn ended(error: &reqwest::Error) -> bool {
        std::iter::successors(std::error::Error::source(error), |error| error.source())
            .any(|error| error.is::<Inside>())
    }
}

impl Resolve for PublicNames {
    fn resolve(&self, name: Name) -> Resolving {
        Box::pin(async move {
            let found = tokio::net::lookup_host((name.as_str(), 0)).await?;
            let public = public(found);
            if public.is_empty() {
                return Err(Inside.into());
            }
            Ok(Box::new(public.into_iter()) as Addrs)
        })
    }
}

fn public(found: impl Iterator<Item = SocketAddr>) -> Vec<SocketAddr> {
    found.filter(|at| is_public(at.ip())).collect()
}

/// Whether it lies in the internet, also behind the prefix by which networks without IPv4 reach it.
pub fn is_public(ip: IpAddr) -> bool {
    let behind = unmapped(ip, &[TRANSLATED]).map(IpAddr::V4);
    class(behind.unwrap_or(ip)) == IpClass::Public
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::time::Duration;

    use reqwest::Method;
    use tokio::time::Instant;

    use super::super::exchange::{Reach, Service};
    use super::*;
    use crate::probe::roots::Roots;

    #[test]
    fn addresses_of_the_own_network_are_left_out() {
        let kept = |texts: &[&str]| -> Vec<String> {
            let found = texts.iter().map(|text| SocketAddr::new(text.parse().unwrap(), 0));
            public(found).into_iter().map(|at| at.ip().to_string()).collect()
        };
        assert_eq!(kept(&["192.168.1.1", "203.0.113.5", "2001:db8::5"]), ["203.0.113.5", "2001:db8::5"]);
        let inside = ["127.0.0.1", "10.0.0.9", "169.254.169.254", "::1", "fd00::1", "fe80::1", "::ffff:192.168.1.1"];
        assert!(kept(&inside).is_empty() && kept(&["0.0.0.0", "100.64.0.1", "64:ff9b::c0a8:101"]).is_empty());
        assert_eq!(kept(&["64:ff9b::cb00:7105"]).len(), 1, "a public address, translated");
    }

    /// The same name and the same listener, once named by somebody else and once by the settings.
    #[tokio::test]
    async fn a_name_that_leads_inside_is_refused_before_anything_is_connected_to() {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let base = format!("http://localhost:{}/", listener.local_addr().unwrap().port());
        let roots = Arc::new(Roots::with(Vec::new()));
        let ask = async |reach| {
            let ends = Instant::now() + Duration::from_secs(2);
            Service::at(&roots, &base, None, reach).unwrap().send(Method::GET, "", None, None, ends).await
        };
        let refused = ask(Reach::Public).await.err().unwrap();
        assert_eq!(refused.detail, Inside.to_string());
        let nobody = tokio::time::timeout(Duration::from_millis(200), listener.accept()).await;
        assert!(nobody.is_err(), "somebody connected");
        let (_, connected) = tokio::join!(ask(Reach::Anywhere), listener.accept());
        assert!(connected.is_ok());
    }
}
