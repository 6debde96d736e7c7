//! From the inference to what a person needs: one sentence, reasons, next steps, what to leave alone, what is open.

mod next;

use super::elimination::Verdict;
use super::finding::{Effect, Finding};
use super::hypothesis::Hypothesis;
use super::reading::Reading;
use crate::evidence::Outcome;
use crate::evidence::visits::{self, redirect_of};
use crate::model::case::Ended;
use crate::model::diagnosis::Words;
use crate::model::target::host_of;
use crate::model::visit::VisitPurpose;
use crate::model::{
    Alternative, Cause, Claim, Confidence, Diagnosis, Fault, LeaveAlone, NotTested, Reason, Role, Seen,
};

pub use next::SEND_REPORT;

/// Reasons that are told; the strongest come first.
const REASONS: usize = 8;
const ALTERNATIVES: usize = 5;
/// Steps left out that are named one by one; who asks for a few steps alone knows the rest.
const SKIPPED_NAMED: usize = 3;

/// Composes the verdict; its texts are still empty.
pub fn compose(r: &Reading<'_>, findings: &[Finding], verdict: Option<Verdict>) -> Diagnosis {
    let verdict = verdict.unwrap_or(Verdict {
        claim: Claim::usual(Cause::Unknown),
        confidence: Confidence::Possible,
        fault_confidence: Confidence::Possible,
        others: Vec::new(),
    });
    let claim = verdict.claim;
    Diagnosis {
        fault: claim.fault,
        fault_confidence: verdict.fault_confidence,
        cause: claim.cause,
        confidence: verdict.confidence,
        headline: String::new(),
        words: headline(r, claim),
        because: because(findings, claim),
        next: next::next(r, claim),
        leave_alone: leave_alone(r, findings, claim),
        not_tested: not_tested(r, claim),
        alternatives: alternatives(&verdict),
    }
}

fn headline(r: &Reading<'_>, claim: Claim) -> Words {
    let deliberate = r.visits.pages().any(|sight| matches!(sight.outcome, Outcome::Deliberate(_)));
    let key = match (claim.cause, claim.fault) {
        (Cause::Healthy, _) if deliberate => "headline-healthy-deliberate".to_owned(),
        // Whether the site works without it was not seen.
        (Cause::LocalProxy, _) if !r.visits.with(VisitPurpose::Direct).any(|sight| sight.outcome.is_good()) => {
            "headline-local-proxy-alone".to_owned()
        }
        (Cause::HostsFile, _) if r.works_elsewhere().is_none() => "headline-hosts-file-alone".to_owned(),
        (Cause::LocalProxy | Cause::TlsIntercepted, Fault::YourDevice) => {
            format!("headline-{}-your-device", claim.cause)
        }
        (Cause::Ipv6Broken, Fault::YourNetwork) => "headline-ipv6-broken-your-network".to_owned(),
        (Cause::StaleDns, Fault::SiteDns) => "headline-stale-dns-site-dns".to_owned(),
        (cause, _) => format!("headline-{cause}"),
    };
    let status = r.bad_looks().iter().find_map(|sight| sight.answer()).map(|answer| answer.status);
    let status = status.or_else(|| r.visits.pages().find_map(|sight| sight.answer()).map(|answer| answer.status));
    // A redirect may have led to another host: that one fails, and is named.
    let failing_host = r
        .bad_looks()
        .iter()
        .find(|sight| matches!(sight.visit.purpose, VisitPurpose::Hop(_)))
        .map(|sight| sight.visit.host.clone());
    Words::new(key)
        .with("host", failing_host.unwrap_or_else(|| r.target.host.clone()))
        .with("status", status.map_or_else(|| "0".to_owned(), |status| status.to_string()))
        .with("reader", reader(r))
}

/// To whom the closing words of a headline are said: those who run the site are spoken to, not about, and a machine
/// without a public name has no "site's operators".
fn reader(r: &Reading<'_>) -> &'static str {
    match r.case.role {
        Role::Owner => "owner",
        Role::Visitor if r.target.is_a_machine() => "machine",
        Role::Visitor => "visitor",
    }
}

fn because(findings: &[Finding], claim: Claim) -> Vec<Reason> {
    let own = Hypothesis::of(claim);
    let rank = |finding: &Finding| match &finding.effect {
        Effect::Supports { claim: about, .. } if *about == claim => Some(0),
        Effect::TheSiteSpoke if claim.fault.is_the_sites() => Some(1),
        Effect::Strikes(struck) if !struck.contains(&own) => Some(if struck.is_empty() { 3 } else { 2 }),
        _ => None,
    };
    let mut ranked: Vec<(u8, &Finding)> =
        findings.iter().filter_map(|finding| Some((rank(finding)?, finding))).collect();
    ranked.sort_by_key(|(rank, _)| *rank);
    let mut reasons: Vec<Reason> = Vec::new();
    for (_, finding) in ranked {
        let reason = reason(finding);
        // One rule may strike and support; its sentence is told once.
        if !finding.observations.is_empty() && !reasons.iter().any(|other| other.words == reason.words) {
            reasons.push(reason);
        }
    }
    reasons.truncate(REASONS);
    reasons
}

pub(super) fn reason(finding: &Finding) -> Reason {
    let key = finding.message.clone().unwrap_or_else(|| format!("rule-{}", finding.rule));
    Reason {
        text: String::new(),
        words: Words { key, values: finding.values.clone() },
        rule: finding.rule.to_owned(),
        observations: finding.observations.clone(),
        verify: finding.verify.clone(),
        speaks_for_it: matches!(finding.effect, Effect::Supports { .. }),
    }
}

/// What visitors and owners are told to do everywhere, and what the evidence says about it here.
fn leave_alone(r: &Reading<'_>, findings: &[Finding], claim: Claim) -> Vec<LeaveAlone> {
    let struck = |hypothesis: Hypothesis| {
        findings
            .iter()
            .any(|finding| matches!(&finding.effect, Effect::Strikes(struck) if struck.contains(&hypothesis)))
    };
    let fired = |rule: &str| findings.iter().any(|finding| finding.rule == rule);
    // Where nothing is wrong nobody is tempted to mend anything.
    if claim.fault == Fault::None && claim.cause != Cause::Transient {
        return Vec::new();
    }
    let resolver_blamed = claim.fault == Fault::DnsResolver;
    let near = claim.fault.is_near_the_visitor();
    let the_site_answered = r.visits.all.iter().any(|sight| sight.is_the_sites_word());
    let mut keys: Vec<&str> = Vec::new();
    if struck(Hypothesis::Link) && !near {
        match (the_site_answered, r.controls.internet_works()) {
            (true, _) => keys.push("leave-router"),
            (false, true) => keys.push("leave-router-others"),
            (false, false) => {}
        }
    }
    if fired("resolvers-agree") && !resolver_blamed && r.target.ip().is_none() {
        keys.push("leave-dns");
    }
    let link = matches!(claim.cause, Cause::RouterUnreachable | Cause::NoInternet | Cause::CaptivePortal);
    if fired("own-request-fails-too") && !link && claim.fault != Fault::YourDevice && claim.fault != Fault::None {
        keys.push(if fired("error-comes-from-a-store") { "leave-browser-stored" } else { "leave-browser" });
    }
    if fired("public-certificate") && struck(Hypothesis::Proxy) && !near {
        keys.push("leave-security-software");
    }
    if resolver_blamed || matches!(claim.cause, Cause::HostsFile) {
        keys.push("leave-site-alone");
    }
    if link {
        keys.push("leave-browser-link");
    }
    if r.case.role == Role::Owner && claim.fault == Fault::SiteOrigin && the_site_answered {
        keys.push("leave-gateway");
    }
    keys.into_iter().map(|key| LeaveAlone { what: String::new(), why: String::new(), words: Words::new(key) }).collect()
}

fn not_tested(r: &Reading<'_>, claim: Claim) -> Vec<NotTested> {
    let mut words: Vec<Words> = Vec::new();
    if claim.fault != Fault::None {
        words.push(Words::new("untested-world"));
    }
    if r.said.is_some() || claim.cause == Cause::Healthy {
        words.push(Words::new("untested-browser"));
    }
    let own = r.names.system_ips();
    let asked = r.visits.page_ip_ports();
    let unrouted = own.iter().filter(|ip| r.surroundings.has_route(**ip) == Some(false)).count();
    let unasked = own.iter().filter(|ip| !asked.iter().any(|one| one.ip() == **ip)).count();
    if unrouted > 0 {
        let family = if own.iter().any(|ip| ip.is_ipv6() && r.surroundings.has_route(*ip) == Some(false)) {
            "IPv6"
        } else {
            "IPv4"
        };
        words.push(Words::new("untested-family").with("family", family));
    }
    if unasked > unrouted && !asked.is_empty() {
        words.push(Words::new("untested-addresses").with("count", unasked - unrouted));
    }
    if r.target.has_one_time_token() {
        words.push(Words::new("untested-token"));
    }
    if let Some(host) = leads_inside(r) {
        words.push(Words::new("untested-inside").with("host", host));
    }
    if let Some(settings) = r.surroundings.proxies.and_then(|(proxies, _)| proxies.seen()) {
        if settings.pac_url.is_some() {
            words.push(Words::new("untested-pac"));
        }
        if let Some(kind) = &settings.unsupported {
            words.push(Words::new("untested-proxy-kind").with("kind", kind));
        }
    }
    if r.surroundings.browsers.is_some_and(|(browsers, _)| {
        browsers.iter().any(|one| !one.doh_urls.is_empty() && one.secure_dns.as_deref() != Some("off"))
    }) {
        words.push(Words::new("untested-browser-dns"));
    }
    if r.visits.wall_after_success().is_some() {
        words.push(Words::new("untested-wall"));
    }
    match r.case.limits.skipped_steps.as_slice() {
        few if few.len() <= SKIPPED_NAMED => {
            words.extend(few.iter().map(|step| Words::new("untested-skipped").with("step", step)));
        }
        many => words.push(Words::new("untested-skipped-many").with("count", many.len())),
    }
    if let Some(family) = r.case.limits.only_family {
        words.push(Words::new("untested-only-family").with("family", format!("IPv{family}")));
    }
    match r.case.ended {
        Some(Ended::Budget) => words.push(Words::new("untested-budget")),
        Some(Ended::Cancelled) => words.push(Words::new("untested-cancelled")),
        _ => {}
    }
    if !r.malfunctions.is_empty() {
        words.push(Words::new("untested-malfunction"));
    }
    words.into_iter().map(|words| NotTested { what: String::new(), why: String::new(), words }).collect()
}

/// The host inside a private network to which a public site redirects, and which was therefore not asked.
fn leads_inside(r: &Reading<'_>) -> Option<String> {
    let chain = r.visits.chain();
    let last = chain.last()?;
    let host = host_of(&redirect_of(last)?)?;
    let looked_up = r.case.observations.iter().find_map(|observation| match &observation.seen {
        Seen::SystemLookup { host: name, ips } if *name == host => ips.seen()?.first().copied(),
        _ => None,
    });
    let ip = host.parse().ok().or(looked_up)?;
    visits::leads_inside(last, r.target, ip).then_some(host)
}

fn alternatives(verdict: &Verdict) -> Vec<Alternative> {
    let others = verdict.others.iter().take(ALTERNATIVES);
    others
        .map(|claim| Alternative {
            fault: claim.fault,
            cause: claim.cause,
            confidence: Confidence::Possible,
            separated_by: String::new(),
            words: Words::new(format!("cause-{}-check", claim.cause)),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnosis::testing::*;

    fn open(world: &World) -> Vec<String> {
        world.verdict().not_tested.into_iter().map(|open| open.words.key).collect()
    }

    #[test]
    fn a_few_steps_left_out_are_named_and_many_are_counted() {
        let mut world = World::new("https://shop.test/").page("203.0.113.5", bad_gateway()).ended();
        let count = |world: &World, key: &str| open(world).iter().filter(|one| *one == key).count();
        world.case.limits.skipped_steps = ["path", "dns"].map(str::to_owned).to_vec();
        assert_eq!((count(&world, "untested-skipped"), count(&world, "untested-skipped-many")), (2, 0));
        world.case.limits.skipped_steps = ["path", "dns", "tls", "page"].map(str::to_owned).to_vec();
        assert_eq!((count(&world, "untested-skipped"), count(&world, "untested-skipped-many")), (0, 1));
    }

    #[test]
    fn headlines_speak_to_their_reader() {
        let reader = |url: &str, role: Role| {
            let mut world = World::new(url).page("203.0.113.5", bad_gateway()).ended();
            world.case.role = role;
            world.verdict().words.values.get("reader").cloned().unwrap_or_default()
        };
        assert_eq!(reader("https://shop.test/", Role::Visitor), "visitor");
        assert_eq!(reader("https://shop.test/", Role::Owner), "owner");
        assert_eq!(reader("http://localhost:8080/", Role::Visitor), "machine");
        assert_eq!(reader("http://203.0.113.5/", Role::Visitor), "machine");
    }

    #[test]
    fn a_redirect_into_a_private_network_is_told_as_open() {
        let to = |url: &str| World::new("https://shop.test/").page("203.0.113.5", redirect(url)).ended();
        assert!(open(&to("http://192.168.1.1/")).contains(&"untested-inside".to_owned()));
        assert!(open(&to("http://169.254.169.254/latest/meta-data")).contains(&"untested-inside".to_owned()));
        assert!(!open(&to("http://203.0.113.9/")).contains(&"untested-inside".to_owned()));
        // A private site may send its visitors to its neighbours.
        let inside = World::new("http://10.0.0.5/").page("10.0.0.5", redirect("http://10.0.0.6/")).ended();
        assert!(!open(&inside).contains(&"untested-inside".to_owned()));
    }
}
