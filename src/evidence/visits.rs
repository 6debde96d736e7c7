//! The visits of a case, read together.

use std::collections::HashMap;
use std::net::{IpAddr, SocketAddr};

use url::Url;

use super::{Outcome, Surroundings};
use crate::model::ip::{IpClass, class};
use crate::model::visit::{Answer, TlsSeen, Via, Visit, VisitPurpose};
use crate::model::{Case, FailureKind, Observation, ObservationId, Scheme, Seen, Target};

/// Hops of a redirect that are followed; browsers give up at 20.
pub const HOPS_FOLLOWED: u8 = 8;

/// One visit with how it ended.
#[derive(Clone)]
pub struct Sight<'a> {
    pub id: &'a ObservationId,
    pub visit: &'a Visit,
    pub outcome: Outcome<'a>,
    /// Milliseconds after the start of the run at which it began and ended.
    pub from_ms: u64,
    pub at_ms: u64,
    /// Turned away by a site that had let us in before: it says something about our asking, and nothing about the site.
    pub about_our_asking: bool,
    /// Where it stands among all visits.
    pub place: usize,
}

impl<'a> Sight<'a> {
    pub fn ip(&self) -> IpAddr {
        self.visit.ip_port.ip()
    }

    pub fn tls(&self) -> Option<&'a TlsSeen> {
        self.visit.trace.tls.seen()
    }

    pub fn answer(&self) -> Option<&'a Answer> {
        self.visit.trace.http.seen()
    }

    pub fn is_direct(&self) -> bool {
        self.visit.via == Via::Direct
    }

    /// An answer came from a peer that proved to be the site, by a root that is not merely this system's own (R2).
    pub fn is_the_sites_word(&self) -> bool {
        self.answer().is_some() && self.tls().is_some_and(TlsSeen::publicly_authenticated)
    }

    /// Neither broken off by us nor an answer to our asking too often.
    pub fn says_something(&self) -> bool {
        self.outcome != Outcome::Undecided && !self.about_our_asking
    }

    /// A repeat of the page as a browser would ask for it, or the page itself.
    pub fn is_the_page(&self) -> bool {
        matches!(self.visit.purpose, VisitPurpose::Page | VisitPurpose::Repeat(_))
    }
}

/// All visits, in the order in which they ended.
pub struct Visits<'a> {
    pub all: Vec<Sight<'a>>,
    /// The addresses at which the page was asked for, in the order of the first answers.
    page_ip_ports: Vec<SocketAddr>,
    /// Good and bad looks at the page there.
    tallies: HashMap<SocketAddr, (usize, usize)>,
}

impl<'a> Visits<'a> {
    pub fn of(case: &'a Case, surroundings: &Surroundings<'_>) -> Self {
        let sights = case.observations.iter().filter_map(|observation| match &observation.seen {
            Seen::Visit { visit } => Some(sight(observation, visit, surroundings)),
            _ => None,
        });
        let mut all: Vec<Sight<'a>> = sights.collect();
        let first_good = all.iter().position(|sight| sight.is_the_page() && sight.outcome.is_good());
        for sight in all.iter_mut().skip(first_good.unwrap_or(usize::MAX)) {
            sight.about_our_asking = sight.is_the_page() && matches!(sight.outcome, Outcome::Refused(_));
        }
        all.iter_mut().enumerate().for_each(|(place, sight)| sight.place = place);
        let mut visits = Visits { all, page_ip_ports: Vec::new(), tallies: HashMap::new() };
        let mut tallies: HashMap<SocketAddr, (usize, usize)> = HashMap::new();
        let mut page_ip_ports = Vec::new();
        for sight in visits.pages() {
            let tally = tallies.entry(sight.visit.ip_port).or_insert_with(|| {
                page_ip_ports.push(sight.visit.ip_port);
                (0, 0)
            });
            if sight.outcome.is_good() { tally.0 += 1 } else { tally.1 += 1 }
        }
        (visits.page_ip_ports, visits.tallies) = (page_ip_ports, tallies);
        visits
    }

    pub fn with(&self, purpose: VisitPurpose) -> impl Iterator<Item = &Sight<'a>> {
        self.all.iter().filter(move |sight| sight.visit.purpose == purpose)
    }

    /// The page and its repeats, where anything is to be learnt from them.
    pub fn pages(&self) -> impl Iterator<Item = &Sight<'a>> {
        self.all.iter().filter(|sight| sight.is_the_page() && sight.says_something())
    }

    /// The first look at the page at each address.
    pub fn first_looks(&self) -> impl Iterator<Item = &Sight<'a>> {
        self.with(VisitPurpose::Page).filter(|sight| sight.says_something())
    }

    /// The addresses at which the page was asked for, in the order of the first answers.
    pub fn page_ip_ports(&self) -> &[SocketAddr] {
        &self.page_ip_ports
    }

    /// Looks at the page at this address: good ones and bad ones.
    pub fn tally(&self, ip_port: SocketAddr) -> (usize, usize) {
        self.tallies.get(&ip_port).copied().unwrap_or_default()
    }

    /// The first bad look at the page.
    pub fn first_bad(&self) -> Option<&Sight<'a>> {
        self.pages().find(|sight| sight.outcome.is_bad())
    }

    /// Where the redirects lead: the page's own first good look, then the hops in their order.
    pub fn chain(&self) -> Vec<&Sight<'a>> {
        let first = self.first_looks().find(|sight| redirect_of(sight).is_some());
        let mut chain: Vec<&Sight<'a>> = first.into_iter().collect();
        if chain.is_empty() {
            return chain;
        }
        for number in 1..=HOPS_FOLLOWED {
            match self.with(VisitPurpose::Hop(number)).find(|sight| sight.outcome != Outcome::Undecided) {
                Some(hop) => chain.push(hop),
                None => break,
            }
        }
        chain
    }

    /// The end of the redirects, where they were followed.
    pub fn chain_end(&self) -> Option<&Sight<'a>> {
        self.chain().last().copied().filter(|last| redirect_of(last).is_none())
    }

    /// Whether the redirects come back to an address where they have been, or have no end that this program waits for.
    pub fn redirect_loop(&self) -> Option<Vec<&Sight<'a>>> {
        let chain = self.chain();
        (self.comes_back(&chain) || chain.len() > usize::from(HOPS_FOLLOWED)).then_some(chain)
    }

    /// Whether a chain of redirects asks twice for one and the same address.
    pub fn comes_back(&self, chain: &[&Sight<'a>]) -> bool {
        let asked: Vec<Url> = chain.iter().filter_map(|sight| Url::parse(&sight.visit.url).ok()).collect();
        chain.iter().enumerate().any(|(place, sight)| {
            // Only an address that was asked for twice proves it: a redirect to itself may depend on a cookie.
            redirect_of(sight).is_some_and(|to| asked.iter().take(place).any(|earlier| *earlier == to))
                || redirect_of(sight).is_some_and(|to| asked.get(place) == Some(&to)) && place > 0
        })
    }

    /// Any answer by which the site's gateway asked for patience or for proof of being human, or cut us off, after it
    /// had answered well: later looks say something about our asking.
    pub fn wall_after_success(&self) -> Option<&Sight<'a>> {
        let first_good = self.all.iter().find(|sight| sight.outcome.is_good())?;
        self.all.iter().find(|sight| {
            let limited = sight.answer().is_some_and(|answer| answer.status == 429)
                || matches!(sight.outcome, Outcome::Refused(_)) && sight.is_the_page();
            limited && sight.at_ms >= first_good.at_ms
        })
    }
}

/// A visit with how it ended. It has no place among the visits of the page until it is given one.
pub(super) fn sight<'a>(observation: &'a Observation, visit: &'a Visit, surroundings: &Surroundings<'_>) -> Sight<'a> {
    Sight {
        id: &observation.id,
        outcome: outcome(visit, surroundings),
        visit,
        from_ms: observation.at_ms.saturating_sub(observation.took_ms),
        at_ms: observation.at_ms,
        about_our_asking: false,
        place: usize::MAX,
    }
}

/// A family for which this device has no route is no observation about the site.
fn outcome<'a>(visit: &'a Visit, surroundings: &Surroundings<'_>) -> Outcome<'a> {
    match Outcome::of(visit) {
        Outcome::NoTcp(_) if surroundings.has_route(visit.ip_port.ip()) == Some(false) => Outcome::Undecided,
        Outcome::NoTcp(failure)
            if failure.kind == FailureKind::NetworkUnreachable
                && surroundings.has_default_route(visit.ip_port.ip()) == Some(false) =>
        {
            Outcome::Undecided
        }
        outcome => outcome,
    }
}

/// Where an answer sends the browser (RFC 9110 section 15.4).
pub fn redirect_of(sight: &Sight<'_>) -> Option<Url> {
    let answer = sight.answer()?;
    if !matches!(answer.status, 301 | 302 | 303 | 307 | 308) {
        return None;
    }
    let base = Url::parse(&sight.visit.url).ok()?;
    let mut to = base.join(answer.header("location")?.trim()).ok()?;
    to.set_fragment(None);
    Scheme::of(&to).map(|_| to)
}

/// Whether a public site sends the browser to an address inside a private network, this device included. It does not
/// get to choose which machine there is asked.
pub fn leads_inside(from: &Sight<'_>, target: &Target, to: IpAddr) -> bool {
    // Through a proxy, whose address says nothing, the target itself tells where we are.
    let from_outside = match target.ip() {
        _ if from.is_direct() => class(from.ip()) == IpClass::Public,
        Some(ip) => class(ip) == IpClass::Public,
        None => !target.is_internal_name(),
    };
    from_outside && class(to) != IpClass::Public
}

/// Whether this is the target's host or its www twin.
pub fn is_same_site(target: &Target, host: &str) -> bool {
    let host = host.trim_matches(['[', ']']);
    host == target.host || target.twin_host().as_deref() == Some(host)
}
