//! Which remedies the evidence leaves open.

use std::collections::BTreeSet;

use super::place::right_servers;
use super::{Told, all};
use crate::evidence::Evidence;
use crate::evidence::names::Agreement;
use crate::model::dns::ServerRole;
use crate::model::{Cause, Confidence, Diagnosis, Fault, Remedy, Role};

/// What is worth trying, the mildest first. A site's own fault leaves nothing to a visitor: then it is empty, and
/// waiting is the advice.
pub fn open(evidence: &Evidence<'_>, diagnosis: &Diagnosis) -> Vec<&'static Told> {
    if evidence.case.role == Role::Owner && diagnosis.fault.is_the_sites() {
        return Vec::new();
    }
    let standing = standing(diagnosis);
    let wanted = |told: &&Told| told.causes.iter().any(|cause| standing.contains(cause));
    let tried: Vec<Remedy> = evidence.case.tried().map(|(_, tried)| tried.remedy).collect();
    let possible = |told: &&Told| !tried.contains(&told.id) && is_possible(told.id, evidence, diagnosis.fault);
    all().iter().filter(wanted).filter(possible).collect()
}

/// The causes that the verdict names, and those that it leaves open and that somebody near the reader can mend.
fn standing(diagnosis: &Diagnosis) -> Vec<Cause> {
    // Where nothing fails, or nothing that anybody has to mend, there is nothing to try.
    let own = (diagnosis.fault != Fault::None || diagnosis.cause == Cause::Transient).then_some(diagnosis.cause);
    let sure = diagnosis.fault_confidence == Confidence::Certain && diagnosis.fault.is_the_sites();
    let near = |fault: Fault| fault.is_near_the_visitor() || fault == Fault::Path;
    let others = diagnosis.alternatives.iter().filter(|one| !sure && near(one.fault)).map(|one| one.cause);
    own.into_iter().chain(others).collect()
}

/// Whether there is what it needs.
fn is_possible(remedy: Remedy, evidence: &Evidence<'_>, fault: Fault) -> bool {
    match remedy {
        // Who hears an error of the site has reached it: the router is not its cause (R1).
        Remedy::RestartRouter | Remedy::ReconnectWifi => matches!(fault, Fault::YourNetwork | Fault::Path),
        // An office's box is nobody's to switch off from here.
        Remedy::SecuritySoftware => fault == Fault::YourDevice,
        Remedy::VpnOff => evidence.surroundings.has_tunnel(),
        Remedy::ChangeDns => !right_servers(evidence).is_empty(),
        // What its DNS server says anew each time, the device need not forget.
        Remedy::FlushDns => is_kept_here(evidence),
        _ => true,
    }
}

/// Whether this device uses an address that its own DNS servers do not give (any more).
fn is_kept_here(evidence: &Evidence<'_>) -> bool {
    let said = evidence.names.views_of(ServerRole::System).filter_map(|view| match &view.agreement {
        Agreement::Gives(ips) => Some(ips),
        _ => None,
    });
    let given: BTreeSet<_> = said.flatten().collect();
    let used = evidence.names.system_ips();
    !given.is_empty() && used.iter().any(|ip| !given.contains(ip))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnosis::testing::*;
    use crate::model::{Alternative, FailureKind, Seen};

    fn offered(world: &World) -> Vec<Remedy> {
        let diagnosis = world.verdict();
        open(&Evidence::of(&world.case), &diagnosis).into_iter().map(|told| told.id).collect()
    }

    #[test]
    fn where_the_site_fails_there_is_nothing_to_try() {
        let world = World::new("https://shop.test/").lookup(["203.0.113.5"]).controls_work(2);
        let tls = world.tls(crate::model::visit::Trust::Bundled, PUBLIC_ISSUER);
        let world = world.page("203.0.113.5", over(tls, answer_with(502, &[], "busy"))).ended();
        assert_eq!(world.verdict().fault_confidence, Confidence::Certain);
        assert_eq!(offered(&world), []);
    }

    #[test]
    fn without_a_line_the_router_is_restarted_last() {
        let world = World::new("https://shop.test/").lookup_fails(FailureKind::LookupFailed).controls_silent(3).ended();
        assert_eq!(world.verdict().cause, Cause::NoInternet, "{:?}", world.verdict());
        let offered = offered(&world);
        assert_eq!(offered.first(), Some(&Remedy::ReconnectWifi));
        assert_eq!(offered.last(), Some(&Remedy::RestartRouter));
        assert!(!offered.contains(&Remedy::PrivateWindow), "a browser is not tried without a line");
    }

    #[test]
    fn a_device_need_not_forget_what_its_server_says_anew() {
        let stale = |old: bool| {
            World::new("https://shop.test/")
                .lookup(["203.0.113.12"])
                .dns(system_server(), if old { Says::Gives(&["203.0.113.12"]) } else { Says::Gives(&["203.0.113.5"]) })
                .dns(public("A"), Says::Gives(&["203.0.113.5"]))
                .page("203.0.113.12", bad_gateway())
                .look(crate::model::visit::VisitPurpose::OtherAddress, "203.0.113.5", answer(200, "shop"))
                .ended()
        };
        let mut diagnosis = World::new("https://shop.test/").ended().verdict();
        (diagnosis.cause, diagnosis.fault) = (Cause::StaleDns, Fault::DnsResolver);
        let ids = |world: &World| -> Vec<Remedy> {
            open(&Evidence::of(&world.case), &diagnosis).into_iter().map(|told| told.id).collect()
        };
        assert!(ids(&stale(false)).contains(&Remedy::FlushDns));
        let from_the_server = ids(&stale(true));
        assert!(!from_the_server.contains(&Remedy::FlushDns) && from_the_server.contains(&Remedy::ChangeDns));
    }

    #[test]
    fn what_was_tried_is_not_offered_again_and_owners_get_no_visitors_advice() {
        let mut diagnosis = World::new("https://shop.test/").ended().verdict();
        (diagnosis.cause, diagnosis.fault) = (Cause::BrowserState, Fault::YourDevice);
        let world = World::new("https://shop.test/").ended();
        let all = open(&Evidence::of(&world.case), &diagnosis).len();
        let tried = crate::model::Tried {
            remedy: Remedy::PrivateWindow,
            before: None,
            after: None,
            answer: Some(crate::model::Answer::DidNotHelp),
            noticed: None,
            at: String::new(),
        };
        let mut world = world.see(crate::model::StepId::Guided(Remedy::PrivateWindow), Seen::Guided { tried });
        assert_eq!(open(&Evidence::of(&world.case), &diagnosis).len(), all - 1);
        (diagnosis.cause, diagnosis.fault) = (Cause::OriginRefused, Fault::SiteOrigin);
        world.case.role = Role::Owner;
        assert!(open(&Evidence::of(&world.case), &diagnosis).is_empty());
    }

    #[test]
    fn an_explanation_that_stands_beside_the_verdict_is_worth_a_try() {
        let mut diagnosis = World::new("https://shop.test/").ended().verdict();
        (diagnosis.cause, diagnosis.fault) = (Cause::EdgeUnreachable, Fault::SiteEdge);
        diagnosis.fault_confidence = Confidence::Likely;
        diagnosis.alternatives = vec![Alternative {
            fault: Fault::Path,
            cause: Cause::PathBroken,
            confidence: Confidence::Possible,
            separated_by: String::new(),
            words: crate::model::diagnosis::Words::new("x"),
        }];
        let world = World::new("https://shop.test/").ended();
        let ids = |diagnosis: &Diagnosis| -> Vec<Remedy> {
            open(&Evidence::of(&world.case), diagnosis).into_iter().map(|told| told.id).collect()
        };
        assert!(ids(&diagnosis).contains(&Remedy::PhoneMobileData));
        diagnosis.fault_confidence = Confidence::Certain;
        assert!(ids(&diagnosis).is_empty());
    }
}
