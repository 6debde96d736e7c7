//! A certificate that is good today and was not renewed when others are: the next failure, told before it comes.

use super::super::reading::ids;
use super::super::{Finding, Reading, Rule, verify};
use super::certificate::covers;
use crate::evidence::{Sight, clock};
use crate::model::Role;
use crate::model::visit::{Certificate, TlsSeen};
use crate::text::utc_minutes;

pub const RULES: &[Rule] = &[Rule {
    id: "certificate-ends-soon",
    source: "Let's Encrypt's integration guide: renewed when a third of its life is left; RFC 9773 section 4",
    judge: certificate_ends_soon,
}];

/// Renewal by machine happens when a third is left. With this share of its life left it has failed for some time.
const SHARE_LEFT: i64 = 10;
/// People who renew a long certificate by hand do so in its last weeks; sooner than this there is nothing to tell.
const SOON_SECS: i64 = 14 * 24 * 60 * 60;

/// Tells owners alone: nobody else can renew it, and it explains no failure of today.
fn certificate_ends_soon(r: &Reading<'_>) -> Vec<Finding> {
    // What is late depends on what time it is: without a word that the clock is right, nothing is said.
    let Some(clock) = clock::is_right(r).filter(|_| r.case.role == Role::Owner) else { return Vec::new() };
    let finding = |sight: &Sight<'_>, leaf: &Certificate| {
        let mut observations = ids([sight]);
        observations.extend((clock != *sight.id).then(|| clock.clone()));
        Finding::tells(observations)
            .with("host", &sight.visit.host)
            .with("date", utc_minutes(leaf.not_after))
            .verified_by(verify::openssl(sight))
    };
    // Of several gateways the one whose certificate ends first.
    let shown = soonest(r.visits.first_looks(), TlsSeen::publicly_authenticated);
    // A gateway may trust an authority that nobody else does; a certificate that does not hold has a rule of its own.
    let behind = soonest(r.origin.looks.iter(), TlsSeen::authenticated);
    let same = |leaf: &Certificate| shown.is_some_and(|(_, other)| other == leaf);
    let behind = behind.filter(|(_, leaf)| !same(leaf)).map(|(sight, leaf)| {
        finding(sight, leaf).in_words("rule-certificate-behind-ends-soon").with("address", sight.visit.ip_port)
    });
    shown.map(|(sight, leaf)| finding(sight, leaf)).into_iter().chain(behind).collect()
}

/// Of the certificates for the host itself that end soon, the one that ends first.
fn soonest<'b, 'a: 'b>(
    looks: impl Iterator<Item = &'b Sight<'a>>,
    is_trusted: fn(&TlsSeen) -> bool,
) -> Option<(&'b Sight<'a>, &'a Certificate)> {
    let late = |sight: &'b Sight<'a>| {
        let leaf = sight.tls().filter(|tls| is_trusted(tls))?.chain.first()?;
        let names_host = leaf.names.iter().any(|name| covers(name, &sight.visit.host));
        let now = sight.answer()?.received_unix_ms / 1_000;
        (sight.is_direct() && names_host && ends_soon(leaf, now)).then_some((sight, leaf))
    };
    looks.filter_map(late).min_by_key(|(_, leaf)| leaf.not_after)
}

/// `now` is in Unix seconds. One that has ended is another rule's.
fn ends_soon(leaf: &Certificate, now: i64) -> bool {
    let life = leaf.not_after.saturating_sub(leaf.not_before);
    let left = leaf.not_after.saturating_sub(now);
    (1..=SOON_SECS.min(life / SHARE_LEFT)).contains(&left)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnosis::Effect;
    use crate::diagnosis::testing::*;
    use crate::model::visit::Trust;

    const AT: &str = "203.0.113.5";
    const BEHIND: &str = "192.0.2.9:8443";
    const DAY: i64 = 86_400;

    /// A certificate of a public authority that is ninety days old and holds for so many more.
    fn left(days: i64) -> TlsSeen {
        handshake(Trust::Bundled, PUBLIC_ISSUER, vec!["shop.test".to_owned()], NOW_SECS + days * DAY)
    }

    fn owner() -> World {
        let mut world = World::new("https://shop.test/");
        world.case.role = Role::Owner;
        world
    }

    fn told(world: &World) -> Vec<(bool, String)> {
        let findings = world.findings_of("certificate-ends-soon");
        assert!(findings.iter().all(|finding| finding.effect == Effect::Tells && finding.verify.is_some()));
        findings.into_iter().map(|one| (one.message.is_some(), one.values["date"].clone())).collect()
    }

    #[test]
    fn a_certificate_that_nobody_renewed() {
        let two_days = [(false, utc_minutes(NOW_SECS + 2 * DAY))];
        assert_eq!(told(&owner().page(AT, over(left(2), bad_gateway()))), two_days);
        let of_two = owner().page(AT, over(left(60), good())).page("203.0.113.6", over(left(2), good()));
        assert_eq!(told(&of_two), two_days, "one gateway of two kept the old one");
        let visitor = World::new("https://shop.test/").page(AT, over(left(2), good()));
        let undated = over(left(2), answer_with(200, &[("date", "none")], ""));
        let mut other = left(2);
        other.chain[0].names = vec!["other.test".to_owned()];
        let made_here = handshake(Trust::System, "CN=Office", vec!["shop.test".to_owned()], NOW_SECS + DAY);
        rule_named("certificate-ends-soon")
            .tells("two days of ninety-two are left", owner().page(AT, over(left(2), bad_gateway())))
            .is_silent("more than a tenth of its life is left", owner().page(AT, over(left(12), good())))
            .is_silent("it has ended: another rule's", owner().page(AT, over(left(-1), good())))
            .is_silent("a visitor cannot renew it", visitor)
            .is_silent("nobody says what time it is", owner().page(AT, undated))
            .is_silent("it is for another host", owner().page(AT, over(other, good())))
            .is_silent("an office made it for the day", owner().page(AT, over(made_here, good())))
            .is_silent("no certificate was seen", owner().silent(AT));
    }

    #[test]
    fn long_certificates_are_renewed_by_hand_in_their_last_weeks() {
        let ends = |age_days: i64, days: i64| {
            let mut tls = left(days);
            tls.chain[0].not_before = NOW_SECS - age_days * DAY;
            !told(&owner().page(AT, over(tls, good()))).is_empty()
        };
        assert!(ends(380, 14) && !ends(378, 20), "a year");
        assert!(!ends(4, 2), "six days, renewed every three");
    }

    #[test]
    fn the_certificate_behind_the_gateway_brings_the_next_502() {
        let shown = || owner().page(AT, over(left(60), good()));
        let told_behind = told(&shown().behind(BEHIND, over(left(3), good())));
        assert_eq!(told_behind, [(true, utc_minutes(NOW_SECS + 3 * DAY))]);
        assert!(told(&shown().behind(BEHIND, over(left(50), good()))).is_empty());
        let both = owner().page(AT, over(left(2), good())).behind(BEHIND, over(left(2), good()));
        assert_eq!(told(&both).len(), 1, "the same one at both places is told once");
        let verdict = shown().behind(BEHIND, over(left(3), good())).ended().verdict();
        assert!(verdict.because.iter().any(|reason| reason.rule == "certificate-ends-soon"));
    }
}
