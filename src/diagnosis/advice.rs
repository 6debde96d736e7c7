//! From the inference to what a person needs: one sentence, reasons, next steps, what to leave alone, what is open.

mod known;
mod next;
mod open;

use super::elimination::Verdict;
use super::finding::{Effect, Finding};
use super::hypothesis::Hypothesis;
use super::reading::Reading;
use crate::evidence::Outcome;
use crate::model::diagnosis::Words;
use crate::model::visit::VisitPurpose;
use crate::model::{
    Alternative, Cause, Claim, Confidence, Diagnosis, Ended, Fault, LeaveAlone, NextStep, Reason, Role, Seen, Who,
};

pub use next::SEND_REPORT;

/// Reasons that are told; the strongest come first.
const REASONS: usize = 8;
const ALTERNATIVES: usize = 5;

/// Composes the verdict; its texts are still empty.
pub fn compose(r: &Reading<'_>, findings: &[Finding], verdict: Option<Verdict>) -> Diagnosis {
    let verdict = verdict.unwrap_or_default();
    let claim = verdict.claim;
    Diagnosis {
        fault: claim.fault,
        fault_confidence: verdict.fault_confidence,
        cause: claim.cause,
        confidence: verdict.confidence,
        headline: String::new(),
        words: headline(r, findings, claim).with("sure", verdict.confidence),
        because: because(findings, claim),
        next: next(r, findings, claim),
        leave_alone: leave_alone(r, findings, claim),
        not_tested: open::not_tested(r, claim),
        alternatives: alternatives(&verdict)
            .into_iter()
            .map(|other| Alternative { words: known::advice(r, other.cause, "check"), ..other })
            .collect(),
    }
}

/// Who does what now. What an owner does about a cache comes before their other steps, and after those of a visitor who asks.
fn next(r: &Reading<'_>, findings: &[Finding], claim: Claim) -> Vec<NextStep> {
    let mut steps = next::next(r, claim);
    if let Some(emptying) = emptying(findings, claim) {
        let place = steps.iter().position(|step| step.who == Who::Owner).unwrap_or(steps.len());
        steps.insert(place, emptying);
    }
    steps
}

fn has_fired(findings: &[Finding], rule: &str) -> bool {
    findings.iter().any(|finding| finding.rule == rule)
}

/// What its owner does with a cache that keeps an error: the cause alone says nothing of a cache.
fn emptying(findings: &[Finding], claim: Claim) -> Option<NextStep> {
    let is_kept = |finding: &Finding| {
        let supports = matches!(&finding.effect, Effect::Supports { claim: told, .. } if *told == claim);
        finding.rule == "store-keeps-an-error" && supports
    };
    findings.iter().any(is_kept).then(|| NextStep::new(Who::Owner, Words::new("next-owner-empty-store")))
}

fn headline(r: &Reading<'_>, findings: &[Finding], claim: Claim) -> Words {
    let deliberate = r.visits.pages().any(|sight| matches!(sight.outcome, Outcome::Deliberate(_)));
    let fired = |rule: &str| has_fired(findings, rule);
    let of_some = matches!(claim.cause, Cause::EdgeInternal | Cause::PoolPartial | Cause::Unknown);
    let key = match (claim.cause, claim.fault) {
        (Cause::ClockSkew | Cause::TlsIntercepted, _) if r.browser_warned() => "headline-browser-warns".to_owned(),
        // Whoever reads this gets the page.
        (_, fault) if fault.is_the_sites() && fired("fails-only-elsewhere") => {
            "headline-fails-only-elsewhere".to_owned()
        }
        // That more was not looked at says nothing about the site.
        (Cause::Unknown, Fault::Unknown) if r.case.ended == Some(Ended::Cancelled) => "headline-stopped".to_owned(),
        (Cause::Unknown, Fault::Unknown) if r.case.ended == Some(Ended::Budget) => "headline-out-of-time".to_owned(),
        _ if of_some && fired("works-from-elsewhere") => "headline-works-from-elsewhere".to_owned(),
        (Cause::Healthy, _) if deliberate => "headline-healthy-deliberate".to_owned(),
        // Whether the site works without it was not seen.
        (Cause::LocalProxy, _) if !r.visits.with(VisitPurpose::Direct).any(|sight| sight.outcome.is_good()) => {
            "headline-local-proxy-alone".to_owned()
        }
        (Cause::HostsFile, _) if r.works_elsewhere().is_none() => "headline-hosts-file-alone".to_owned(),
        (Cause::LocalProxy | Cause::TlsIntercepted, Fault::YourDevice) => {
            format!("headline-{}-your-device", claim.cause)
        }
        (Cause::Ipv6Broken, Fault::Path) => "headline-ipv6-broken-path".to_owned(),
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
        // Also beside a page that works: only those who run the site ask for what such findings rest on.
        Effect::Tells if claim.fault.is_the_sites() || claim.fault == Fault::None => Some(1),
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
    let fired = |rule: &str| has_fired(findings, rule);
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
        keys.push(match () {
            () if fired("fails-past-the-store") => "leave-browser-past-the-store",
            () if fired("error-comes-from-a-store") => "leave-browser-stored",
            () => "leave-browser",
        });
    }
    // Whom the site turns away may well get in without a VPN.
    let turned_away = matches!(claim.cause, Cause::EdgeBlocked | Cause::RateLimited);
    if fired("public-certificate") && struck(Hypothesis::Proxy) && !near && !turned_away {
        keys.push("leave-security-software");
    }
    if resolver_blamed || (claim.cause == Cause::HostsFile && r.works_elsewhere().is_some()) {
        keys.push("leave-site-alone");
    }
    if link {
        keys.push("leave-browser-link");
    }
    if r.case.role == Role::Owner && claim.fault == Fault::SiteOrigin && the_site_answered {
        keys.push("leave-gateway");
    }
    let reads_logs = r.case.observations.iter().any(|one| matches!(one.seen, Seen::Log { .. }));
    if r.case.role == Role::Owner && claim.fault.is_the_sites() && the_site_answered && !reads_logs {
        keys.push("leave-restart");
    }
    keys.into_iter().map(|key| LeaveAlone { what: String::new(), why: String::new(), words: Words::new(key) }).collect()
}

/// The other claims that stand, and what would part them from it.
pub(super) fn alternatives(verdict: &Verdict) -> Vec<Alternative> {
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
    use crate::model::{Failure, FailureKind, Known, StepId};

    #[test]
    fn a_headline_is_no_surer_than_its_verdict() {
        const FACTS: [Cause; 2] = [Cause::Healthy, Cause::Unknown];
        const OTHERS: [&str; 11] = [
            "local-proxy-alone",
            "local-proxy-your-device",
            "tls-intercepted-your-device",
            "hosts-file-alone",
            "ipv6-broken-path",
            "ipv6-broken-your-network",
            "stale-dns-site-dns",
            "by-the-text-alone",
            "by-the-logs",
            "by-a-log-entry",
            "transient",
        ];
        let causes = Cause::ALL.iter().filter(|cause| !FACTS.contains(cause)).map(|cause| cause.name());
        let keys: Vec<&str> = causes.chain(OTHERS).collect();
        for (language, likely, possible) in [
            ("en", "probably", "possibly"),
            ("de", "wahrscheinlich", "möglicherweise"),
            ("ja", "おそらく", "可能性として"),
        ] {
            let texts = crate::text::Texts::language(language).unwrap();
            for key in keys.iter().flat_map(|key| [format!("headline-{key}"), format!("short-{key}")]) {
                // That no answer came is as sure as the side, whatever the reason is.
                if key == "short-origin-refused" {
                    continue;
                }
                if !texts.has(&key) {
                    assert!(key.starts_with("short-"), "{key}");
                    continue;
                }
                let said = |sure: Confidence| texts.say(&Words::new(&key).with("host", "shop.test").with("sure", sure));
                let plain = said(Confidence::Certain);
                assert!(!plain.contains(possible), "{plain}");
                assert_eq!(said(Confidence::Strong), plain);
                assert!(said(Confidence::Likely).contains(likely), "{language} {}", said(Confidence::Likely));
                assert!(said(Confidence::Possible).contains(possible), "{language} {}", said(Confidence::Possible));
            }
        }
    }

    #[test]
    fn owners_look_before_they_restart() {
        let told = |role: Role, log: bool| {
            let mut world = World::new("https://shop.test/").lookup(["203.0.113.5"]).controls_work(2);
            let tls = world.tls(crate::model::visit::Trust::Bundled, PUBLIC_ISSUER);
            world = world.page("203.0.113.5", over(tls, answer_with(502, &[], "busy"))).ended();
            if log {
                let log = Known::Failed(Failure::new(FailureKind::Other, 0));
                world = world.see(StepId::Logs, Seen::Log { name: "error.log".to_owned(), log, utc_offset: 0 });
            }
            world.case.role = role;
            world.verdict().leave_alone.iter().any(|one| one.words.key == "leave-restart")
        };
        assert!(told(Role::Owner, false));
        assert!(!told(Role::Visitor, false) && !told(Role::Owner, true));
    }

    #[test]
    fn whom_the_site_turns_away_is_not_told_to_leave_the_vpn_alone() {
        let told = |trace: crate::model::visit::VisitTrace| {
            let world = World::new("https://shop.test/").page("203.0.113.5", trace);
            let verdict = world.clean_device().controls_work(3).verdict();
            (verdict.cause, verdict.leave_alone.iter().any(|one| one.words.key.starts_with("leave-security-software")))
        };
        let wall =
            "<title>Access denied</title><h1>Error 1020</h1> Ray ID: 8abc Performance &amp; security by Cloudflare";
        assert_eq!(
            told(answer_with(403, &[("server", "cloudflare"), ("cf-ray", "8abc-FRA")], wall)),
            (Cause::EdgeBlocked, false)
        );
        assert!(told(bad_gateway()).1);
    }

    #[test]
    fn a_check_that_was_cut_short_says_so_unless_something_was_found() {
        let headline = |ended: Ended, world: World| {
            let mut world = world.ended();
            world.case.ended = Some(ended);
            world.verdict().words.key
        };
        let nothing = || World::new("https://shop.test/");
        assert_eq!(headline(Ended::Cancelled, nothing()), "headline-stopped");
        assert_eq!(headline(Ended::Budget, nothing()), "headline-out-of-time");
        assert_eq!(headline(Ended::Completed, nothing()), "headline-unknown");
        let found = nothing().page("203.0.113.5", bad_gateway());
        assert!(!headline(Ended::Cancelled, found).starts_with("headline-stopped"));
    }

    #[test]
    fn nobody_is_told_that_it_works_elsewhere_where_that_was_not_seen() {
        let world = World::new("https://shop.test/")
            .hosts("203.0.113.5 shop.test")
            .lookup(["203.0.113.5"])
            .refused("203.0.113.5");
        let verdict = world.verdict();
        assert_eq!((verdict.cause, verdict.words.key.as_str()), (Cause::HostsFile, "headline-hosts-file-alone"));
        assert!(verdict.leave_alone.iter().all(|one| one.words.key != "leave-site-alone"));
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
}
