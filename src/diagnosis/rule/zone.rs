//! The domain's own DNS: wrong for everybody.

use super::super::{Basis, Finding, Hypothesis as H, Reading, Rule, verify};
use crate::evidence::{Agreement, ServerView, voices};
use crate::model::dns::{Purpose, Rcode, RecordType, ServerRole, Transport};
use crate::model::{Cause, Claim, FailureKind, Known, ObservationId};

pub const RULES: &[Rule] = &[
    Rule {
        id: "name-does-not-exist",
        source: "RFC 1035 section 4.1.1 (RCODE 3), RFC 8020",
        judge: name_does_not_exist,
    },
    Rule { id: "name-has-no-address", source: "RFC 2308 section 2.2", judge: name_has_no_address },
    Rule {
        id: "signatures-are-bogus",
        source: "RFC 4035 section 5.5; RFC 8914 codes 6 to 12",
        judge: signatures_are_bogus,
    },
    Rule { id: "name-servers-fail", source: "RFC 8914 codes 22, 23; RFC 9520", judge: name_servers_fail },
];

/// What everybody says: the system and the independent servers, as far as they said anything.
struct Voices<'b, 'a> {
    independent: Vec<&'b ServerView<'a>>,
    lookup: Option<ObservationId>,
}

impl<'b, 'a> Voices<'b, 'a> {
    /// Only where the system's own lookup gave nothing.
    fn of(r: &'b Reading<'a>) -> Option<Self> {
        let invented = r.names.rewritten_ips();
        let lookup = match r.names.system {
            Some((Known::Failed(failure), id)) if !failure.is_our_own() => Some(id.clone()),
            Some((Known::Seen(ips), id)) if ips.is_empty() => Some(id.clone()),
            // An address invented for a name that does not exist is none.
            Some((Known::Seen(ips), id)) if ips.iter().all(|ip| invented.contains(ip)) => Some(id.clone()),
            Some((Known::NotTried(_), _)) | None => None,
            Some(_) => return None,
        };
        let independent = r.names.independent().filter(|view| view.agreement != Agreement::Unknown).collect();
        Some(Voices { independent, lookup })
    }

    fn saying(&self, holds: impl Fn(&Agreement<'_>) -> bool) -> Vec<&'b ServerView<'a>> {
        self.independent.iter().copied().filter(|view| holds(&view.agreement)).collect()
    }

    /// Whether those who say so are more than one voice. In a network that answers port 53 in everybody's name they are
    /// one, unless a question to nobody went unanswered, or a server was asked over an encrypted connection.
    fn are_several(r: &Reading<'_>, views: &[&ServerView<'_>]) -> bool {
        let asked_nobody = r.names.asked.iter().any(|asked| {
            let tried = asked.reply.failed().is_some_and(|failure| !failure.is_our_own());
            asked.question.purpose == Purpose::Interception && tried
        });
        let encrypted = |view: &&ServerView<'_>| matches!(view.server.transport, Transport::Tls | Transport::Https);
        asked_nobody || views.iter().any(encrypted)
    }

    fn nobody_gives(&self) -> bool {
        self.saying(|agreement| matches!(agreement, Agreement::Gives(_))).is_empty()
    }

    fn ids(&self, views: &[&ServerView<'_>]) -> Vec<ObservationId> {
        let of_views = views.iter().flat_map(|view| view.ids.iter().cloned());
        self.lookup.clone().into_iter().chain(of_views).take(12).collect()
    }
}

/// A zone that is wrong explains every failure behind it.
fn struck() -> [H; 11] {
    [
        H::Link,
        H::Portal,
        H::Path,
        H::Edge,
        H::Origin,
        H::OneAddress,
        H::Over,
        H::Fine,
        H::Browser,
        H::Interceptor,
        H::Clock,
    ]
}

fn name_does_not_exist(r: &Reading<'_>) -> Vec<Finding> {
    let Some(voices) = Voices::of(r).filter(|voices| voices.lookup.is_some()) else { return Vec::new() };
    let denying = voices.saying(|agreement| *agreement == Agreement::NoSuchName);
    let not_found = r
        .names
        .system
        .is_some_and(|(ips, _)| ips.failed().is_some_and(|failure| failure.kind == FailureKind::NameNotFound));
    let unanimous = voices::count(denying.iter().copied()) >= 2 && voices.nobody_gives();
    let observations = voices.ids(&denying);
    let words =
        |finding: Finding| finding.with("host", &r.target.host).with("count", voices::count(denying.iter().copied()));
    if !unanimous {
        // Alone, the system's word may be a filter's.
        let alone = voices.lookup.as_ref().filter(|_| not_found && voices.independent.is_empty());
        let heard_here = alone.map(|id| {
            Finding::supports(Claim::usual(Cause::Nxdomain), Basis::Typical, vec![id.clone()])
                .with_rivals(&[Cause::ResolverHijack])
                .in_words("rule-name-is-unknown-here")
                .with("host", &r.target.host)
        });
        // One voice against others is worth a mention.
        let disputed = (!denying.is_empty())
            .then(|| words(Finding::supports(Claim::usual(Cause::Nxdomain), Basis::Hint, observations)));
        return heard_here.into_iter().chain(disputed).collect();
    }
    let basis = if Voices::are_several(r, &denying) { Basis::Proof } else { Basis::Measured };
    vec![
        words(Finding::supports(Claim::usual(Cause::Nxdomain), basis, observations.clone()))
            .verified_by(verify::about(&r.target.host, "dig HOST A")),
        words(Finding::strikes(&struck(), observations.clone())),
        words(Finding::strikes(&[H::Resolver, H::HostsFile, H::Proxy], observations)),
    ]
}

fn name_has_no_address(r: &Reading<'_>) -> Vec<Finding> {
    let Some(voices) = Voices::of(r).filter(|voices| voices.lookup.is_some()) else { return Vec::new() };
    let empty = voices.saying(|agreement| *agreement == Agreement::Empty);
    if empty.is_empty() {
        return Vec::new();
    }
    let unanimous = voices::count(empty.iter().copied()) >= 2 && voices.nobody_gives();
    let twin = r.target.twin_host().filter(|twin| {
        r.names.asked.iter().any(|asked| {
            crate::model::dns::same_name(&asked.question.name, twin)
                && asked.reply.seen().is_some_and(|reply| !reply.ips.is_empty())
        })
    });
    let observations = voices.ids(&empty);
    let message = if twin.is_some() { "rule-only-the-twin-has-an-address" } else { "rule-name-has-no-address" };
    let words = |finding: Finding| {
        finding
            .in_words(message)
            .with("host", &r.target.host)
            .with("twin", twin.clone().unwrap_or_default())
            .with("count", voices::count(empty.iter().copied()))
    };
    if !unanimous {
        return vec![words(Finding::supports(Claim::usual(Cause::NoAddress), Basis::Hint, observations))];
    }
    let basis = if Voices::are_several(r, &empty) { Basis::Proof } else { Basis::Measured };
    vec![
        words(Finding::supports(Claim::usual(Cause::NoAddress), basis, observations.clone()))
            .verified_by(verify::about(&r.target.host, "dig HOST A; dig HOST AAAA")),
        words(Finding::strikes(&struck(), observations.clone())),
        words(Finding::strikes(&[H::Resolver, H::HostsFile, H::Proxy], observations)),
    ]
}

/// The server fails, gives an address when told not to check, and (RFC 8914) may say itself that the signatures are bad.
fn is_bogus(r: &Reading<'_>, view: &ServerView<'_>) -> Option<bool> {
    let Agreement::Fails(reply) = view.agreement else { return None };
    let said = reply.extended_errors.iter().any(|error| (6..=12).contains(&error.code));
    (reply.rcode == Rcode::ServFail && (said || gives_unchecked(r, view))).then_some(said)
}

/// The server knows an address, and holds it back unless it is told not to check.
pub(super) fn gives_unchecked(r: &Reading<'_>, view: &ServerView<'_>) -> bool {
    let unchecked = r.names.answer(view.server, RecordType::A, Purpose::CheckingDisabled);
    unchecked.is_some_and(|asked| asked.reply.seen().is_some_and(|reply| !reply.ips.is_empty()))
}

fn signatures_are_bogus(r: &Reading<'_>) -> Vec<Finding> {
    let Some(voices) = Voices::of(r) else { return Vec::new() };
    // Where port 53 is intercepted, those that answer there are one voice with the resolver in use.
    let public = r.names.independent().filter(|view| view.server.role == ServerRole::Public);
    let bogus: Vec<(&ServerView<'_>, bool)> = public.filter_map(|view| Some((view, is_bogus(r, view)?))).collect();
    let independent = voices::count(bogus.iter().map(|(view, _)| *view));
    if bogus.is_empty() {
        return Vec::new();
    }
    let said = bogus.iter().any(|(_, said)| *said);
    let all: Vec<&ServerView<'_>> = bogus.iter().map(|(view, _)| *view).collect();
    let basis = match independent {
        1 => Basis::Hint,
        _ if said && Voices::are_several(r, &all) => Basis::Proof,
        _ => Basis::Measured,
    };
    let views: Vec<&ServerView<'_>> = bogus.iter().map(|(view, _)| *view).collect();
    let mut observations = voices.ids(&views);
    observations.extend(
        r.names
            .asked
            .iter()
            .filter(|asked| asked.question.purpose == Purpose::CheckingDisabled)
            .map(|asked| asked.id.clone()),
    );
    let words = |finding: Finding| finding.with("host", &r.target.host).with("count", independent);
    let supports = words(Finding::supports(Claim::usual(Cause::DnssecBogus), basis, observations.clone()))
        .verified_by(verify::about(&r.target.host, "dig HOST A; dig +cd HOST A"));
    if basis == Basis::Hint {
        return vec![supports];
    }
    vec![
        supports,
        words(Finding::strikes(&struck(), observations.clone())),
        words(Finding::strikes(&[H::Resolver, H::HostsFile, H::Proxy], observations)),
    ]
}

fn name_servers_fail(r: &Reading<'_>) -> Vec<Finding> {
    let Some(voices) = Voices::of(r) else { return Vec::new() };
    let failing: Vec<&ServerView<'_>> = voices
        .independent
        .iter()
        .copied()
        .filter(|view| view.server.role == ServerRole::Public)
        .filter(|view| matches!(view.agreement, Agreement::Fails(_)) && is_bogus(r, view).is_none())
        .collect();
    // They answer for other names: it is this one, not they.
    let fine_otherwise = failing.iter().any(|view| {
        r.names.asked.iter().any(|asked| {
            asked.server == view.server
                && asked.question.purpose == Purpose::Control
                && asked.reply.seen().is_some_and(|reply| !reply.ips.is_empty())
        })
    });
    if failing.is_empty() {
        return Vec::new();
    }
    let established = voices::count(failing.iter().copied()) >= 2 && voices.nobody_gives() && fine_otherwise;
    let basis = if established { Basis::Measured } else { Basis::Hint };
    let lame: Vec<&ServerView<'_>> = r
        .names
        .views_of(ServerRole::Authoritative)
        .filter(|view| matches!(view.agreement, Agreement::Fails(_) | Agreement::Silent(_)))
        .collect();
    let mut observations = voices.ids(&failing);
    observations.extend(lame.iter().flat_map(|view| view.ids.iter().take(1).cloned()));
    let words =
        |finding: Finding| finding.with("host", &r.target.host).with("count", voices::count(failing.iter().copied()));
    let supports = words(Finding::supports(Claim::usual(Cause::NameserverFailing), basis, observations.clone()))
        .verified_by(verify::about(&r.target.host, "dig +trace HOST A"));
    if !established {
        return vec![supports];
    }
    vec![
        supports,
        words(Finding::strikes(&struck(), observations.clone())),
        words(Finding::strikes(&[H::Resolver, H::HostsFile, H::Proxy, H::Checker], observations)),
    ]
}

#[cfg(test)]
mod tests;
