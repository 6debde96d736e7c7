//! Evidence with what each answer says about itself, read once and shared by the rules.

use std::cell::OnceCell;
use std::net::{IpAddr, SocketAddr};
use std::ops::Deref;

use super::said::{self, Unsettled};
use crate::evidence::{Evidence, Outcome, Sight};
use crate::model::ObservationId;
use crate::model::device::HostsEntry;
use crate::model::ip::unmapped;
use crate::model::visit::VisitPurpose;
use crate::signature::{Identified, Material, identify, paste};

/// What the rules read.
pub struct Reading<'a> {
    evidence: Evidence<'a>,
    identified: Vec<OnceCell<Option<Identified>>>,
    unsettled: OnceCell<Option<Unsettled>>,
}

impl<'a> Deref for Reading<'a> {
    type Target = Evidence<'a>;

    fn deref(&self) -> &Self::Target {
        &self.evidence
    }
}

impl<'a> Reading<'a> {
    pub fn of(evidence: Evidence<'a>) -> Self {
        let identified = evidence.visits.all.iter().map(|_| OnceCell::new()).collect();
        Reading { evidence, identified, unsettled: OnceCell::new() }
    }

    /// What this visit's answer says about who wrote it and why. `None` without an answer, and for a page that works:
    /// an article about errors is no error.
    pub fn identified(&self, sight: &Sight<'a>) -> Option<&Identified> {
        let cell = self.identified.get(sight.place)?;
        cell.get_or_init(|| {
            let answer = sight.answer().filter(|answer| answer.status >= 400)?;
            Some(identify(&Material::from(answer)))
        })
        .as_ref()
    }

    /// The looks at what the visitor wants that ended badly: the page, its repeats, its HTTP/1.1 twin, the end of its
    /// redirects. Direct or through the proxy in force, as it comes.
    pub fn bad_looks(&self) -> Vec<&Sight<'a>> {
        let wanted = |sight: &&Sight<'a>| {
            matches!(
                sight.visit.purpose,
                VisitPurpose::Page | VisitPurpose::Repeat(_) | VisitPurpose::Http1 | VisitPurpose::Hop(_)
            )
        };
        let bad = |sight: &&Sight<'a>| sight.outcome.is_bad() && sight.says_something();
        self.visits.all.iter().filter(wanted).filter(bad).collect()
    }

    /// The status that the user says to have seen.
    pub fn said_status(&self) -> Option<u16> {
        self.said.as_ref().and_then(|(text, _)| paste::read(text).status)
    }

    /// What the user saw, where the page works and that settles nothing about it.
    pub fn unsettled(&self) -> Option<Unsettled> {
        let (text, _) = self.said.as_ref().filter(|_| self.all_looks_are_good())?;
        *self.unsettled.get_or_init(|| said::unsettled(text))
    }

    /// Whether the user saw a browser's warning about the secure connection, and this program's own is in order: whatever
    /// that shows about clock, certificates and those who read along, it shows for this program alone.
    pub fn browser_warned(&self) -> bool {
        matches!(self.unsettled(), Some(Unsettled::Warning(_)))
    }

    /// Whether everything that was looked at for the visitor went well, and anything was.
    pub fn all_looks_are_good(&self) -> bool {
        let chain_is_good = match self.visits.chain().last() {
            Some(last) => self.visits.chain_end().is_some_and(|end| end.outcome.is_good()) && last.outcome.is_good(),
            None => true,
        };
        self.visits.pages().next().is_some() && self.bad_looks().is_empty() && chain_is_good
    }

    /// Whether no look at the page got as far as a TCP connection, though some were made.
    pub fn site_gives_no_tcp(&self) -> bool {
        let reached = self.visits.all.iter().any(|sight| sight.visit.trace.tcp.seen().is_some());
        !reached
    }

    /// Whether the page was looked at on this very device alone: no line and no network is on the way there.
    pub fn stays_on_this_device(&self) -> bool {
        let mut looks = self.visits.pages().peekable();
        looks.peek().is_some() && looks.all(|sight| sight.is_direct() && self.surroundings.is_this_device(sight.ip()))
    }

    /// The first look at each own address is bad, and there is at least one.
    pub fn fails_at_every_own_address(&self) -> bool {
        let mut looks = self.visits.first_looks().peekable();
        looks.peek().is_some() && looks.all(|sight| sight.outcome.is_bad())
    }

    /// A good look at an address that only other DNS servers give.
    pub fn works_elsewhere(&self) -> Option<&Sight<'a>> {
        // While the system's lookup was late, an address of its own may have been taken for another.
        let is_own = |sight: &&Sight<'a>| self.visits.page_ip_ports().contains(&sight.visit.ip_port);
        self.visits.with(VisitPurpose::OtherAddress).find(|sight| sight.outcome.is_good() && !is_own(sight))
    }

    /// Whether every address that this device gets, and has a route for, was asked for the page. Addresses that nobody
    /// looked up are not covered.
    pub fn covers_every_own_address(&self) -> bool {
        let asked = self.visits.page_ip_ports();
        let through_proxy = self.visits.first_looks().any(|sight| !sight.is_direct());
        let own = match self.target.ip() {
            Some(ip) => vec![ip],
            None => self.names.system_ips().to_vec(),
        };
        let mut routed = own.iter().filter(|ip| self.surroundings.has_route(**ip) != Some(false)).peekable();
        let some = routed.peek().is_some();
        // Behind a proxy the proxy chooses the address.
        (some || through_proxy) && routed.all(|ip| through_proxy || asked.iter().any(|one| one.ip() == *ip))
    }

    /// Whether a line of the hosts file sends the target here.
    pub fn is_named_in_hosts(&self, ip: IpAddr) -> bool {
        let hosts = self.surroundings.hosts.and_then(|(hosts, _)| hosts.seen());
        let names_it = |entry: &HostsEntry| entry.ip == ip && entry.name.eq_ignore_ascii_case(&self.target.host);
        hosts.is_some_and(|hosts| hosts.entries.iter().any(names_it))
    }

    /// Whether an independent DNS server gives this address for the target too, be it translated on the way.
    pub fn is_vouched_for(&self, ip: IpAddr) -> bool {
        let plain = unmapped(ip, &self.surroundings.dns64).map_or(ip, IpAddr::V4);
        self.target.ip().is_some()
            || self.names.elsewhere_ips().iter().any(|(known, _)| *known == ip || *known == plain)
    }

    /// Whether the answer may come from a machine that is the site's no longer, certificate or not (R2): a line of the
    /// hosts file leads there, or nobody else's DNS does while another address works.
    pub fn address_is_in_doubt(&self, sight: &Sight<'a>) -> bool {
        let ends_alike_elsewhere = self
            .visits
            .with(VisitPurpose::OtherAddress)
            .any(|other| other.outcome.is_bad() && other.outcome.resembles(&sight.outcome));
        let is_own = self.names.system_ips().contains(&sight.ip());
        let about_target = is_own && sight.is_direct() && sight.visit.host == self.target.host;
        let unknown_elsewhere = self.works_elsewhere().is_some() && !self.is_vouched_for(sight.ip());
        about_target && !ends_alike_elsewhere && (unknown_elsewhere || self.is_named_in_hosts(sight.ip()))
    }

    /// Whether every look at this address is bad.
    pub fn never_works_at(&self, ip_port: SocketAddr) -> bool {
        self.visits.tally(ip_port).0 == 0
    }

    /// Whether every first look that found a connection ended so, and one did. An address that gives no connection
    /// has a fault of its own, which says nothing about this one.
    pub fn every_connected_look(&self, holds: impl Fn(&Outcome<'a>) -> bool) -> bool {
        let connected = |sight: &&Sight<'a>| !matches!(sight.outcome, Outcome::NoTcp(_));
        let mut looks = self.visits.first_looks().filter(connected).peekable();
        looks.peek().is_some() && looks.all(|sight| holds(&sight.outcome))
    }

    /// Whether this stands at every own address.
    pub fn every_first_look(&self, holds: impl Fn(&Outcome<'a>) -> bool) -> bool {
        let mut looks = self.visits.first_looks().peekable();
        looks.peek().is_some() && looks.all(|sight| holds(&sight.outcome))
    }
}

/// The ids of these looks.
pub fn ids<'a, 'b: 'a>(sights: impl IntoIterator<Item = &'a Sight<'b>>) -> Vec<ObservationId> {
    sights.into_iter().map(|sight| sight.id.clone()).collect()
}
