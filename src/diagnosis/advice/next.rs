//! Next steps: who does what now. Advice that the evidence has made useless gives way to what it has shown.

use super::known::advice;
use crate::diagnosis::change;
use crate::diagnosis::reading::Reading;
use crate::diagnosis::said::Unsettled;
use crate::evidence::clock;
use crate::model::diagnosis::Words;
use crate::model::visit::Answer;
use crate::model::{Cause, Claim, Fault, NextStep, Role, Who};
use crate::signature::Identified;

/// The step by which a report goes to the site's people; where no report was written, the reader is told how.
pub const SEND_REPORT: &str = "next-send-report";

fn plain(who: Who, key: impl Into<String>) -> NextStep {
    NextStep::new(who, Words::new(key))
}

/// What to do about the claim, the reader's own steps first.
pub fn next(r: &Reading<'_>, claim: Claim) -> Vec<NextStep> {
    let cause = claim.cause;
    if r.case.role == Role::Owner && claim.fault.is_the_sites() {
        return change::propose(r, claim).into_iter().chain(owner(r, claim)).collect();
    }
    // Who asks about a machine may well be the one who runs it; to wait is no advice to them.
    if r.target.is_a_machine() && matches!(claim.fault, Fault::SiteEdge | Fault::SiteOrigin) {
        let mut steps: Vec<NextStep> =
            retry_after(r, claim).map(|words| NextStep::new(Who::Visitor, words)).into_iter().collect();
        steps.extend(["owner", "check"].map(|ending| NextStep::new(Who::Owner, advice(r, cause, ending))));
        return steps;
    }
    let mut steps = match claim.fault {
        Fault::None if cause == Cause::Healthy => vec![plain(Who::Nobody, "next-nothing")],
        Fault::YourDevice if r.browser_warned() => browsers_own(cause),
        _ => vec![NextStep::new(Who::Visitor, visitor(r, claim))],
    };
    steps.extend(retry_after(r, claim).map(|words| NextStep::new(Who::Visitor, words)));
    if cause == Cause::Transient {
        steps.push(plain(Who::Visitor, "next-if-it-returns"));
    }
    match claim.fault {
        Fault::SiteDns | Fault::SiteEdge | Fault::SiteOrigin => {
            steps.push(NextStep::new(Who::Owner, advice(r, cause, "owner")));
            // A name that does not exist leads to nobody, and who asks about a machine of their own has no site to write to.
            if cause != Cause::Nxdomain && !r.target.is_a_machine() {
                steps.push(plain(Who::Visitor, SEND_REPORT));
            }
        }
        Fault::Path => steps.push(plain(Who::Isp, "next-isp-path")),
        Fault::DnsResolver => steps.push(plain(Who::Isp, "next-isp-dns")),
        // Who meets a sign-in page has to sign in; nobody has to mend anything.
        Fault::YourNetwork if cause != Cause::CaptivePortal => {
            steps.push(plain(Who::Visitor, "next-tell-network-admin"));
            steps.push(plain(Who::NetworkAdmin, "next-network-admin"));
        }
        Fault::YourNetwork | Fault::None | Fault::YourDevice => {}
        // Neither a later look nor another one sends what the browser sent.
        Fault::Unknown if sent(r) => {}
        Fault::Unknown => steps.push(plain(Who::Visitor, "next-look-again")),
    }
    steps
}

/// Where a browser warns and this program sees nothing wrong, each of these is a minute's work; the leading one first.
fn browsers_own(leading: Cause) -> Vec<NextStep> {
    let mut causes = [Cause::ClockSkew, Cause::TlsIntercepted, Cause::BrowserState];
    causes.sort_by_key(|cause| *cause != leading);
    causes.map(|cause| plain(Who::Visitor, format!("cause-{cause}-visitor"))).into()
}

fn owner(r: &Reading<'_>, claim: Claim) -> Vec<NextStep> {
    let hosted = if claim.fault == Fault::SiteDns { "next-owner-dns" } else { "next-owner-host" };
    vec![
        NextStep::new(Who::Owner, advice(r, claim.cause, "owner")),
        NextStep::new(Who::Owner, advice(r, claim.cause, "check")),
        plain(Who::Owner, hosted),
    ]
}

/// The visitor's step for this cause, or a better one by what was seen.
fn visitor(r: &Reading<'_>, claim: Claim) -> Words {
    let usual = Words::new(format!("cause-{}-visitor", claim.cause));
    match claim.cause {
        // What fails at other places is nothing that the reader could do anything about.
        _ if claim.fault.is_the_sites()
            && r.world.by_name().is_some()
            && r.all_looks_are_good()
            && r.unsettled().is_none() =>
        {
            Words::new("next-works-for-you")
        }
        Cause::Unknown if sent(r) => Words::new("next-send-again"),
        // Gatemend's own request speaks today's TLS, and gets through to others.
        Cause::TlsHandshake if claim.fault.is_the_sites() && r.controls.internet_works() => {
            Words::new("next-tls-handshake-not-you")
        }
        Cause::TlsCertificateExpired if clock::is_right(r).is_some() => Words::new("next-certificate-clock-is-right"),
        Cause::EdgeBlocked => match request_id(r) {
            Some((name, value)) => Words::new("next-edge-blocked-number").with("name", name).with("value", value),
            None => Words::new("next-edge-blocked-no-number"),
        },
        Cause::CaptivePortal => match r.controls.sent_elsewhere().into_iter().next() {
            Some((_, to)) => Words::new("next-sign-in-at").with("to", to),
            None => usual,
        },
        _ => usual,
    }
}

/// Whether the user saw an answer about what the browser had sent.
fn sent(r: &Reading<'_>) -> bool {
    matches!(r.unsettled(), Some(Unsettled::Sent { .. }))
}

/// The number by which the site's people find a refused request again.
fn request_id(r: &Reading<'_>) -> Option<(String, String)> {
    let identified = r.bad_looks().into_iter().find_map(|sight| r.identified(sight));
    identified.and_then(|identified: &Identified| identified.request_ids.first().cloned())
}

/// The site's own wish, by the longest that an answer names. Longer than a month is a mistake, and helps nobody.
fn retry_after(r: &Reading<'_>, claim: Claim) -> Option<Words> {
    const LONGEST_SECS: u64 = 31 * 86_400;
    if claim.fault == Fault::None {
        return None;
    }
    let wishes = r.bad_looks().into_iter().filter_map(|sight| sight.answer().and_then(Answer::retry_after_secs));
    let secs = wishes.filter(|secs| (1..=LONGEST_SECS).contains(secs)).max()?;
    let (key, count) = match secs {
        0..90 => ("next-retry-after-seconds", secs),
        90..3_300 => ("next-retry-after-minutes", secs.div_ceil(60)),
        3_300..172_800 => ("next-retry-after-hours", (secs + 1_799) / 3_600),
        _ => ("next-retry-after-days", secs.div_ceil(86_400)),
    };
    Some(Words::new(key).with("count", count))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnosis::testing::*;
    use crate::model::visit::CertificateProblem;

    fn keys(world: &World) -> Vec<String> {
        world.verdict().next.into_iter().map(|next| next.words.key).collect()
    }

    fn has(world: &World, key: &str) -> bool {
        keys(world).iter().any(|one| one == key)
    }

    fn answers(status: u16, headers: &[(&str, &str)]) -> World {
        let world = World::new("https://shop.test/").lookup(["203.0.113.5"]).controls_work(2);
        let tls = world.tls(crate::model::visit::Trust::Bundled, PUBLIC_ISSUER);
        world.page("203.0.113.5", over(tls, answer_with(status, headers, "busy"))).ended()
    }

    #[test]
    fn the_sites_own_wish_is_told() {
        for (value, key) in [
            ("40", "next-retry-after-seconds"),
            ("120", "next-retry-after-minutes"),
            ("3600", "next-retry-after-hours"),
            ("7200", "next-retry-after-hours"),
            ("259200", "next-retry-after-days"),
        ] {
            assert!(has(&answers(503, &[("retry-after", value)]), key), "{value}");
        }
        for nonsense in ["0", "soon", "-5", "99999999999", ""] {
            let keys = keys(&answers(503, &[("retry-after", nonsense)]));
            assert!(!keys.iter().any(|key| key.starts_with("next-retry-after")), "{nonsense}: {keys:?}");
        }
        assert!(!keys(&answers(200, &[("retry-after", "120")])).iter().any(|key| key.contains("retry")));
    }

    #[test]
    fn a_number_is_asked_for_only_where_there_is_one() {
        let blocked = |headers: &[(&str, &str)]| answers(403, headers);
        let with = blocked(&[("server", "cloudflare"), ("cf-ray", "8e1f-FRA")]);
        assert_eq!(with.verdict().cause, Cause::EdgeBlocked);
        assert!(has(&with, "next-edge-blocked-number"), "{:?}", keys(&with));
        let without = blocked(&[("server", "nginx")]);
        assert_eq!(without.verdict().cause, Cause::EdgeBlocked);
        assert!(has(&without, "next-edge-blocked-no-number"), "{:?}", keys(&without));
    }

    #[test]
    fn nobody_is_sent_to_a_clock_that_was_found_right() {
        let world = |world: World| {
            world.lookup(["203.0.113.5"]).bad_certificate("203.0.113.5", CertificateProblem::Expired).ended()
        };
        let unknown = world(World::new("https://shop.test/"));
        assert_eq!(unknown.verdict().cause, Cause::TlsCertificateExpired);
        assert!(has(&unknown, "cause-tls-certificate-expired-visitor"), "{:?}", keys(&unknown));
        let now = [("date", "Tue, 24 Nov 2026 10:00:00 GMT")];
        let control = |world: World, name: &str| {
            world.control(name, &format!("http://{name}.test/"), answer_with(200, &now, "success"))
        };
        let right = world(control(control(World::new("https://shop.test/"), "a"), "b"));
        assert!(clock::is_right(&crate::evidence::Evidence::of(&right.case)).is_some());
        assert!(has(&right, "next-certificate-clock-is-right"), "{:?}", keys(&right));
    }

    #[test]
    fn reports_go_to_sites_that_somebody_runs() {
        assert!(has(&answers(502, &[]), SEND_REPORT));
        let machine = World::new("http://127.0.0.1:8080/").refused("127.0.0.1").controls_work(2).ended();
        assert_eq!(keys(&machine), ["cause-edge-unreachable-owner", "cause-edge-unreachable-check"]);
        let nobody = World::new("https://shop.test/")
            .lookup_fails(crate::model::FailureKind::NameNotFound)
            .dns(system_server(), Says::NoSuchName)
            .dns(public("A"), Says::NoSuchName)
            .dns(public("B"), Says::NoSuchName)
            .controls_work(2)
            .ended();
        assert_eq!(nobody.verdict().cause, Cause::Nxdomain);
        assert!(!has(&nobody, SEND_REPORT), "{:?}", keys(&nobody));
    }

    #[test]
    fn an_owner_is_told_whom_to_ask() {
        let mut world = answers(502, &[]);
        world.case.role = Role::Owner;
        assert_eq!(keys(&world).last().map(String::as_str), Some("next-owner-host"));
        assert!(!keys(&answers(502, &[])).iter().any(|key| key == "next-owner-host"));
    }
}
