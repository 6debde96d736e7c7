//! What was seen on this machine, as the site's server.

use std::net::IpAddr;

use crate::model::log::RECENT;
use crate::model::server::{
    Kill, Listener, Memory, PhpPool, Program, ServerLook, ServerSight, Service, SocketFile, Space,
};
use crate::model::{Case, Known, Observation, ObservationId, Seen};

/// Something seen, and where it is noted.
pub type Noted<'a, T> = Option<(&'a T, &'a ObservationId)>;

/// Every look at this machine; `None` where it was not made or showed nothing.
#[derive(Default)]
pub struct OnServer<'a> {
    pub looks: Vec<&'a ServerLook>,
    pub listeners: Noted<'a, Vec<Listener>>,
    pub programs: Noted<'a, Vec<Program>>,
    pub spaces: Noted<'a, Vec<Space>>,
    pub memory: Noted<'a, Memory>,
    pub kills: Noted<'a, Vec<Kill>>,
    pub pools: Noted<'a, Vec<PhpPool>>,
    pub services: Noted<'a, Vec<Service>>,
    pub sockets: Vec<(&'a str, &'a SocketFile, &'a ObservationId)>,
    /// What names mean on this machine.
    pub names: Vec<(&'a str, &'a [IpAddr], &'a ObservationId)>,
}

impl<'a> OnServer<'a> {
    pub fn of(case: &'a Case) -> Self {
        // A later look that showed nothing takes nothing back.
        fn note<'a, T>(noted: &mut Noted<'a, T>, known: &'a Known<T>, one: &'a Observation) {
            *noted = known.seen().map(|seen| (seen, &one.id)).or(*noted);
        }
        let mut all = OnServer::default();
        for one in &case.observations {
            let Seen::Server { server } = &one.seen else { continue };
            all.looks.push(server);
            match &server.sight {
                ServerSight::Listeners { listeners } => note(&mut all.listeners, listeners, one),
                ServerSight::Programs { programs } => note(&mut all.programs, programs, one),
                ServerSight::Space { spaces } => note(&mut all.spaces, spaces, one),
                ServerSight::Memory { memory } => note(&mut all.memory, memory, one),
                ServerSight::Kills { kills } => note(&mut all.kills, kills, one),
                ServerSight::Pools { pools } => note(&mut all.pools, pools, one),
                ServerSight::Services { services } => note(&mut all.services, services, one),
                ServerSight::Socket { path, socket } => {
                    all.sockets.extend(socket.seen().map(|socket| (path.as_str(), socket, &one.id)));
                }
                ServerSight::Name { name, ips } => {
                    all.names.extend(ips.seen().map(|ips| (name.as_str(), ips.as_slice(), &one.id)));
                }
            }
        }
        all
    }

    pub fn is_empty(&self) -> bool {
        self.looks.is_empty()
    }

    /// Those that listen at this port, at whatever address.
    pub fn at_port(&self, port: u16) -> impl Iterator<Item = &'a Listener> {
        self.listeners.into_iter().flat_map(|(all, _)| all).filter(move |one| one.port == port)
    }

    /// Whoever takes a connection to this address, or may.
    pub fn takes(&self, ip: IpAddr, port: u16) -> Option<&'a Listener> {
        self.at_port(port).find(|one| {
            let own = one.ip.to_canonical();
            // One that listens on all addresses of IPv6 mostly takes IPv4 as well (ipv6(7), IPV6_V6ONLY).
            own == ip.to_canonical() || own.is_unspecified() && (own.is_ipv6() || ip.to_canonical().is_ipv4())
        })
    }

    /// Processes whose name is one of these.
    pub fn running(&self, names: &[&str]) -> Vec<&'a Program> {
        let all = self.programs.into_iter().flat_map(|(all, _)| all);
        all.filter(|one| names.contains(&one.name.as_str())).collect()
    }

    /// File systems on which nobody can write any more.
    pub fn full(&self) -> impl Iterator<Item = (&'a Space, &'a ObservationId)> {
        self.spaces.into_iter().flat_map(|(all, id)| all.iter().filter(|one| one.is_full()).map(move |one| (one, id)))
    }

    /// The last program that the kernel ended in the minutes before, for want of memory. `now` is in seconds since 1970.
    pub fn killed_of_late(&self, now: i64) -> Option<(&'a Kill, &'a ObservationId)> {
        let (all, id) = self.kills?;
        all.iter()
            .filter(|kill| (0..=RECENT).contains(&(now - kill.at)))
            .max_by_key(|kill| kill.at)
            .map(|one| (one, id))
    }

    /// Services that are meant to run, and do not.
    pub fn down(&self) -> impl Iterator<Item = (&'a Service, &'a ObservationId)> {
        self.services.into_iter().flat_map(|(all, id)| all.iter().filter(|one| one.is_down()).map(move |one| (one, id)))
    }
}

/// The path of a socket in the words of configurations and logs: `unix:/run/app.sock`, `http://unix:/run/app.sock:/`,
/// `unix//run/app.sock`.
pub fn socket_path(address: &str) -> Option<String> {
    let bare = address.split_once("://").map_or(address, |(_, bare)| bare);
    let path = bare.strip_prefix("unix:").or_else(|| bare.strip_prefix("unix/"))?;
    // What follows a colon is the address of the page.
    let path = path.split(':').next()?.trim_end_matches('|');
    path.starts_with('/').then(|| path.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn listener(ip: &str) -> Listener {
        Listener { ip: ip.parse().unwrap(), port: 80, waiting: None, program: None }
    }

    #[test]
    fn who_takes_a_connection() {
        let id = ObservationId::numbered(1);
        let takes = |own: &str, asked: &str| {
            let all = vec![listener(own)];
            let server = OnServer { listeners: Some((&all, &id)), ..OnServer::default() };
            server.takes(asked.parse().unwrap(), 80).is_some()
        };
        assert!(takes("127.0.0.1", "127.0.0.1") && takes("0.0.0.0", "10.0.0.5") && takes("::", "::1"));
        assert!(takes("::", "127.0.0.1") && takes("::ffff:127.0.0.1", "127.0.0.1"));
        assert!(!takes("127.0.0.1", "::1") && !takes("::1", "127.0.0.1") && !takes("0.0.0.0", "::1"));
    }

    #[test]
    fn sockets_are_known_in_every_writing() {
        for address in
            ["unix:/run/a.sock", "http://unix:/run/a.sock:/cart", "unix//run/a.sock", "fastcgi://unix:/run/a.sock:"]
        {
            assert_eq!(socket_path(address).as_deref(), Some("/run/a.sock"), "{address}");
        }
        assert_eq!(socket_path("127.0.0.1:80"), None);
        assert_eq!(socket_path("unix:relative"), None);
    }
}
