//! One plain look at a site: one lookup, then one address after the other, and where nothing answers, whether the own
//! line works. It notes what was seen and judges nothing.

use std::net::IpAddr;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::evidence::Outcome;
use crate::model::visit::{Answer, Via, Visit, VisitPurpose, VisitTrace};
use crate::model::{Cause, Known, Scheme, Target};
use crate::probe::outside::{Milestone, Outside, VisitLimits, VisitRequest};
use crate::settings::{Control, Settings};
use crate::signature::{Material, identify};

/// The first look goes over no more addresses; a site in trouble is asked little.
const MOST_AT_FIRST: usize = 8;
/// Addresses that are tried beyond those that were to be asked, while none takes a connection.
const MOST_BESIDE: usize = 3;

/// How one address stood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Seen {
    Good,
    /// It answered, or took the connection, and the page failed: a status or a word.
    Bad(String),
    NoConnection,
    /// It turned this program away (429, 403, a challenge): neither up nor down.
    TurnedAway(String),
}

impl Seen {
    /// For programs.
    pub fn name(&self) -> &'static str {
        match self {
            Seen::Good => "good",
            Seen::Bad(_) => "bad",
            Seen::NoConnection => "no-connection",
            Seen::TurnedAway(_) => "turned-away",
        }
    }

    /// The status or the word.
    pub fn what(&self) -> &str {
        match self {
            Seen::Bad(what) | Seen::TurnedAway(what) => what,
            Seen::Good | Seen::NoConnection => "",
        }
    }
}

/// Everything that one look saw.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Round {
    /// The name has addresses. With `line` false nobody knows.
    pub named: bool,
    /// This device could look. Only asked where nothing answered: an answer shows that it could.
    pub line: bool,
    /// The addresses that the name has now.
    pub addresses: Vec<IpAddr>,
    /// Those that were asked, in order. What this program itself spoiled is left out.
    pub seen: Vec<(IpAddr, Seen)>,
    /// Those that were asked in vain where this device has no way to any address of that family, such as IPv6 in another
    /// network: they say nothing about the site.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub no_way: Vec<IpAddr>,
    /// The longest `Retry-After`, in seconds.
    pub wish_s: Option<u64>,
}

impl Round {
    /// An address of a family in which none took a connection.
    fn first_of_silent_family(&self, is_ipv6: bool) -> Option<IpAddr> {
        let of_family = || self.seen.iter().filter(|(ip, _)| ip.is_ipv6() == is_ipv6);
        let is_silent = of_family().all(|(_, seen)| *seen == Seen::NoConnection);
        of_family().next().filter(|_| is_silent).map(|(ip, _)| *ip)
    }

    fn leave_out(&mut self, is_ipv6: bool) {
        self.no_way.extend(self.seen.iter().map(|(ip, _)| *ip).filter(|ip| ip.is_ipv6() == is_ipv6));
        self.seen.retain(|(ip, _)| ip.is_ipv6() != is_ipv6);
    }
}

/// Which addresses the next look asks.
#[derive(Debug, Clone, Default)]
pub struct Asking {
    /// Nothing was looked at yet: every address once.
    pub all: bool,
    /// Those that failed: each one, whatever the name says now.
    pub failing: Vec<IpAddr>,
    /// Counts the looks, so that the others take turns.
    pub turn: usize,
}

impl Asking {
    /// The first of these are asked in any case; the second while nobody takes a connection.
    fn split(&self, ips: &[IpAddr]) -> (Vec<IpAddr>, Vec<IpAddr>) {
        if self.all {
            return (ips.iter().copied().take(MOST_AT_FIRST).collect(), Vec::new());
        }
        let mut asked = self.failing.clone();
        let turn = self.turn.checked_rem(ips.len()).and_then(|place| ips.get(place));
        asked.extend(turn.filter(|ip| !self.failing.contains(ip)));
        let beside = ips.iter().copied().filter(|ip| !asked.contains(ip)).take(MOST_BESIDE).collect();
        (asked, beside)
    }
}

/// One plain look, one probe after the other.
pub async fn look_at(settings: &Settings, outside: &Outside, target: &Target, asking: &Asking) -> Round {
    look_closely(settings, outside, target, asking).await.0
}

/// What a look is made of.
#[derive(Debug, Clone)]
pub struct Closely {
    /// What this device got to hear.
    pub ips: Known<Vec<IpAddr>>,
    pub visits: Vec<Visit>,
}

/// One plain look with all that it is made of.
pub async fn look_closely(
    settings: &Settings,
    outside: &Outside,
    target: &Target,
    asking: &Asking,
) -> (Round, Closely) {
    let ips: Known<Vec<IpAddr>> = match target.ip() {
        Some(ip) => Known::Seen(vec![ip]),
        None => outside.net.lookup(&target.host).await,
    };
    let mut closely = Closely { ips: ips.clone(), visits: Vec::new() };
    let Known::Seen(mut ips) = ips else {
        let round = Round { line: own_line_works(settings, outside).await, ..Round::default() };
        return (round, closely);
    };
    // In one order, whatever the resolver's: otherwise taking turns would be chance.
    ips.sort();
    ips.dedup();
    let (asked, beside) = asking.split(&ips);
    let mut round = Round { named: true, line: true, addresses: ips, ..Round::default() };
    let (mut connected, mut answered) = (false, false);
    for (ip, only_if_alone) in asked.iter().map(|ip| (ip, false)).chain(beside.iter().map(|ip| (ip, true))) {
        if only_if_alone && connected {
            break;
        }
        let visit = visit(settings, outside, target, *ip).await;
        let outcome = Outcome::of(&visit);
        answered |= outcome.answer().is_some();
        let wish = outcome.answer().and_then(Answer::retry_after_secs);
        round.wish_s = round.wish_s.max(wish);
        let seen = seen(&outcome);
        closely.visits.push(visit);
        let Some(seen) = seen else { continue };
        connected |= seen != Seen::NoConnection;
        round.seen.push((*ip, seen));
    }
    if !answered {
        round.line = own_line_works(settings, outside).await;
    }
    if round.line {
        leave_out_families(settings, outside, &mut round).await;
    }
    (round, closely)
}

/// Addresses of a family that this device does not reach, while it reaches others, are no observation about the site.
async fn leave_out_families(settings: &Settings, outside: &Outside, round: &mut Round) {
    for is_ipv6 in [false, true] {
        let Some(ip) = round.first_of_silent_family(is_ipv6) else { continue };
        let has_way = match outside.net.network().await.seen().and_then(|network| network.has_route(ip)) {
            Some(false) => Some(false),
            _ => way_by_controls(settings, outside, is_ipv6).await,
        };
        if has_way == Some(false) {
            round.leave_out(is_ipv6);
        }
    }
}

/// Whether this device has a way to a family, by the controls; `None` where they do not tell.
async fn way_by_controls(settings: &Settings, outside: &Outside, is_ipv6: bool) -> Option<bool> {
    let mut witnesses = Vec::new();
    for control in settings.controls.iter().take(CONTROLS) {
        let Some((ips, port)) = addresses(outside, control).await else { continue };
        let of = |wanted: bool| ips.iter().copied().find(|ip| ip.is_ipv6() == wanted);
        let Some(ip) = of(is_ipv6) else { continue };
        if takes(outside, ip, port).await {
            return Some(true);
        }
        let other = match of(!is_ipv6) {
            Some(ip) => takes(outside, ip, port).await,
            None => false,
        };
        witnesses.push(other);
    }
    has_no_way(&witnesses).then_some(false)
}

/// By controls of which none took a connection in this family: whether each did in the other one. A control that takes
/// none in either is down itself and no witness.
fn has_no_way(took_in_the_other: &[bool]) -> bool {
    took_in_the_other.contains(&true)
}

/// `None` where it says nothing about the site.
fn seen(outcome: &Outcome<'_>) -> Option<Seen> {
    let identified = outcome.answer().map(|answer| identify(&Material::from(answer)));
    if identified.as_ref().is_some_and(|identified| identified.challenge) {
        return Some(Seen::TurnedAway("challenge".to_owned()));
    }
    let maintenance = identified.is_some_and(|identified| {
        identified.maintenance_words || identified.best().is_some_and(|best| best.claim.cause == Cause::Maintenance)
    });
    Some(match outcome {
        Outcome::Undecided => return None,
        Outcome::NoTcp(_) => Seen::NoConnection,
        Outcome::Refused(answer) => Seen::TurnedAway(answer.status.to_string()),
        Outcome::Error(answer) if maintenance => Seen::Bad(format!("{} maintenance", answer.status)),
        outcome if outcome.is_good() => Seen::Good,
        outcome => Seen::Bad(in_a_word(outcome)),
    })
}

/// How a look that failed ended: its status, or a word.
pub fn in_a_word(outcome: &Outcome<'_>) -> String {
    match outcome {
        Outcome::NoTcp(_) => "no connection".to_owned(),
        Outcome::BadCertificate(_) => "certificate".to_owned(),
        Outcome::NoTls(_) => "TLS".to_owned(),
        Outcome::NoAnswer(_) => "no answer".to_owned(),
        Outcome::Incomplete(..) => "broken off".to_owned(),
        other => other.answer().map_or_else(|| "unclear".to_owned(), |answer| answer.status.to_string()),
    }
}

async fn visit(settings: &Settings, outside: &Outside, target: &Target, ip: IpAddr) -> Visit {
    let request = VisitRequest {
        url: target.url.clone(),
        ip_port: (ip, target.port).into(),
        through: None,
        http2: true,
        compression: true,
        cookie_bytes: 0,
        fresh: false,
        headers: Vec::new(),
        clear_text_allowed: target.scheme() == Scheme::Http,
        // A link that works once is not used up by watching.
        root_only: target.has_one_time_token(),
        limits: VisitLimits::of(settings),
        milestone: Milestone::default(),
    };
    let mut trace = VisitTrace::default();
    outside.net.visit(&request, &mut trace).await;
    Visit {
        purpose: VisitPurpose::Page,
        url: target.url.to_string(),
        scheme: target.scheme(),
        host: target.host.clone(),
        ip_port: request.ip_port,
        via: Via::Direct,
        root_only: request.root_only,
        trace,
    }
}

/// Whether this device reaches anybody but the site. Without controls nobody can tell; the site's failure counts.
async fn own_line_works(settings: &Settings, outside: &Outside) -> bool {
    let mut works = settings.controls.is_empty();
    for control in settings.controls.iter().take(CONTROLS) {
        let Some((ips, port)) = addresses(outside, control).await else { continue };
        let Some(ip) = ips.first() else { continue };
        works = takes(outside, *ip, port).await;
        if works {
            break;
        }
    }
    works
}

/// How many controls a look asks at the most.
const CONTROLS: usize = 3;

/// Where a control can be reached, where its name is known here.
async fn addresses(outside: &Outside, control: &Control) -> Option<(Vec<IpAddr>, u16)> {
    let host = crate::model::target::host_of(&control.url)?;
    let port = control.url.port_or_known_default().unwrap_or(80);
    let Known::Seen(ips) = outside.net.lookup(&host).await else { return None };
    Some((ips, port))
}

async fn takes(outside: &Outside, ip: IpAddr, port: u16) -> bool {
    outside.net.touch((ip, port).into(), Duration::from_secs(3)).await.seen().is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ip(last: u8) -> IpAddr {
        [192, 0, 2, last].into()
    }

    #[test]
    fn the_first_look_goes_over_all_and_later_ones_over_what_failed_and_one_more() {
        let ips: Vec<IpAddr> = (1..=4).map(ip).collect();
        let first = Asking { all: true, ..Asking::default() };
        assert_eq!(first.split(&ips), (ips.clone(), vec![]));
        let later = Asking { failing: vec![ip(2)], turn: 4, ..Asking::default() };
        assert_eq!(later.split(&ips), (vec![ip(2), ip(1)], vec![ip(3), ip(4)]));
        let its_own_turn = Asking { failing: vec![ip(2)], turn: 5, ..Asking::default() };
        assert_eq!(its_own_turn.split(&ips).0, [ip(2)]);
    }

    #[test]
    fn what_failed_is_asked_even_when_the_name_leaves_it_out() {
        let later = Asking { failing: vec![ip(9)], ..Asking::default() };
        assert_eq!(later.split(&[ip(1)]).0, [ip(9), ip(1)]);
    }

    #[test]
    fn a_control_that_is_down_itself_is_no_witness_for_a_family() {
        assert!(has_no_way(&[true]), "it is reached by the other family alone");
        assert!(has_no_way(&[false, true]));
        // Down in both, or without an address of the other family: then the site's failure counts.
        assert!(!has_no_way(&[false]) && !has_no_way(&[false, false]) && !has_no_way(&[]));
    }
}
