//! The page works for this program, and what the user saw is not over by that: a browser's own warning, or an answer to
//! something that this program never sends.

use super::super::reading::ids;
use super::super::said::Unsettled;
use super::super::{Basis, Finding, Reading, Rule};
use super::fine;
use crate::evidence::{Sight, clock};
use crate::model::{Cause, Claim, Fault, ObservationId};

pub const RULES: &[Rule] = &[
    Rule { id: "browser-warns", source: "RFC 5280 section 6; each program has its own roots", judge: browser_warns },
    Rule {
        id: "answer-is-about-what-was-sent",
        source: "RFC 9110 section 15.5, RFC 6585 section 5",
        judge: about_what_was_sent,
    },
];

/// The looks at the page, and the user's words.
fn observations(r: &Reading<'_>) -> Vec<ObservationId> {
    let looks: Vec<&Sight<'_>> = r.visits.pages().collect();
    let said = r.said.iter().map(|(_, id)| id.clone());
    ids(looks.into_iter().take(3)).into_iter().chain(said).collect()
}

/// Its device may have another clock, or software that opens the connections of browsers alone.
fn browser_warns(r: &Reading<'_>) -> Vec<Finding> {
    let Some(Unsettled::Warning(cause)) = r.unsettled() else { return Vec::new() };
    if !fine::end(r).is_some_and(Sight::is_the_sites_word) {
        let finding = Finding::supports(Claim::usual(Cause::Unknown), Basis::Hint, observations(r));
        return vec![
            finding
                .with_rivals(&[cause, Cause::TlsIntercepted, Cause::ClockSkew])
                .in_words("rule-browser-warned-elsewhere"),
        ];
    }
    let by_clock = match cause {
        Cause::ClockSkew => true,
        Cause::TlsCertificateExpired => clock::is_right(r).is_none(),
        _ => false,
    };
    let leading = if by_clock { Cause::ClockSkew } else { Cause::TlsIntercepted };
    // A certificate that was mended a moment ago looks the same.
    let rivals = [Cause::ClockSkew, Cause::TlsIntercepted, Cause::BrowserState, Cause::Transient];
    vec![Finding::supports(Claim::at(Fault::YourDevice, leading), Basis::Hint, observations(r)).with_rivals(&rivals)]
}

/// This program sends no form, no file and nobody's cookies.
fn about_what_was_sent(r: &Reading<'_>) -> Vec<Finding> {
    let Some(Unsettled::Sent { status, cause }) = r.unsettled() else { return Vec::new() };
    let finding = match cause {
        Some(cause) => Finding::supports(Claim::at(Fault::SiteEdge, cause), Basis::Typical, observations(r))
            .with_rivals(&[Cause::Transient]),
        None => Finding::supports(Claim::usual(Cause::Unknown), Basis::Hint, observations(r))
            .with_rivals(&[Cause::GatewayMisconfigured, Cause::OriginAppError]),
    };
    vec![finding.with("status", status)]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnosis::testing::*;
    use crate::model::{Confidence, Role};

    const AT: &str = "203.0.113.5";
    const DATE: &str = "Your connection is not private NET::ERR_CERT_DATE_INVALID";

    fn works(said: &str) -> World {
        World::new("https://shop.test/").said(said).lookup([AT]).page(AT, good())
    }

    /// An answer out of a store, whose date is no word about the time.
    fn without_a_date(said: &str) -> World {
        let stored = answer_with(200, &[("age", "60")], "shop");
        World::new("https://shop.test/").said(said).lookup([AT]).page(AT, stored)
    }

    #[test]
    fn a_warning_of_the_browser_where_this_program_sees_none() {
        let clock = Claim::at(Fault::YourDevice, Cause::ClockSkew);
        let software = Claim::at(Fault::YourDevice, Cause::TlsIntercepted);
        let plain = World::new("http://shop.test/").said(DATE).lookup([AT]).page(AT, good());
        rule_named("browser-warns")
            .supports("dates, and nobody told the time", without_a_date(DATE), clock, Basis::Hint)
            .supports("dates, and the clock is right", works(DATE), software, Basis::Hint)
            .supports("the browser blames the clock", works("Your clock is ahead"), clock, Basis::Hint)
            .supports("an unknown issuer", works("SEC_ERROR_UNKNOWN_ISSUER"), software, Basis::Hint)
            .supports("the heading alone", works("Your connection is not private"), software, Basis::Hint)
            .supports("asked in clear", plain, Claim::usual(Cause::Unknown), Basis::Hint)
            .is_silent("an answer was seen", works("502 Bad Gateway"))
            .is_silent("nobody saw anything", World::new("https://shop.test/").page(AT, good()))
            .is_silent("it fails here too", World::new("https://shop.test/").said(DATE).page(AT, bad_gateway()))
            .is_silent("nothing was asked", World::new("https://shop.test/").said(DATE));
    }

    #[test]
    fn nothing_near_the_browser_is_told_to_be_left_alone() {
        let world = works(DATE).clean_device().controls_work(3).all_dns(&[AT]).repeat(1, AT, good()).ended();
        let verdict = world.verdict();
        assert_eq!((verdict.fault, verdict.cause), (Fault::YourDevice, Cause::TlsIntercepted));
        assert_eq!((verdict.confidence, verdict.fault_confidence), (Confidence::Possible, Confidence::Possible));
        let others: Vec<Cause> = verdict.alternatives.iter().map(|other| other.cause).collect();
        assert_eq!(others, [Cause::ClockSkew, Cause::BrowserState, Cause::Transient]);
        assert!(verdict.leave_alone.is_empty(), "{:?}", verdict.leave_alone);
        let next: Vec<&str> = verdict.next.iter().map(|next| next.words.key.as_str()).collect();
        let steps = ["cause-tls-intercepted-visitor", "cause-clock-skew-visitor", "cause-browser-state-visitor"];
        assert_eq!(next, steps);
        assert_eq!(verdict.words.key, "headline-browser-warns");
        assert!(!verdict.not_tested.iter().any(|open| open.words.key == "untested-large-hello"));
    }

    #[test]
    fn an_answer_about_what_was_sent() {
        let body = Claim::at(Fault::SiteEdge, Cause::RequestBodyTooLarge);
        let head = Claim::at(Fault::SiteEdge, Cause::RequestHeaderTooLarge);
        let unknown = Claim::usual(Cause::Unknown);
        let cookies = "400 Bad Request\nRequest Header Or Cookie Too Large\nnginx";
        rule_named("answer-is-about-what-was-sent")
            .supports("413", works("413 Request Entity Too Large nginx"), body, Basis::Typical)
            .supports("414", works("414 Request-URI Too Large"), head, Basis::Typical)
            .supports("431", works("431 Request Header Fields Too Large"), head, Basis::Typical)
            .supports("nginx on cookies", works(cookies), head, Basis::Typical)
            .supports("405", works("405 Not Allowed nginx"), unknown, Basis::Hint)
            .supports("411", works("411 Length Required"), unknown, Basis::Hint)
            .supports("415", works("415 Unsupported Media Type"), unknown, Basis::Hint)
            .is_silent("another 400", works("400 Bad Request nginx"))
            .is_silent("a gateway's answer", works("502 Bad Gateway nginx"))
            .is_silent("a warning", works(DATE))
            .is_silent("it fails", World::new("https://shop.test/").said("413").page(AT, bad_gateway()))
            .is_silent("nobody saw anything", World::new("https://shop.test/").page(AT, good()));
    }

    #[test]
    fn a_refused_upload_is_no_more_than_likely() {
        for role in [Role::Visitor, Role::Owner] {
            let mut world = works("413 Request Entity Too Large nginx").clean_device().controls_work(3).all_dns(&[AT]);
            world.case.role = role;
            let verdict = world.repeat(1, AT, good()).ended().verdict();
            assert_eq!((verdict.fault, verdict.cause), (Fault::SiteEdge, Cause::RequestBodyTooLarge));
            assert_eq!((verdict.confidence, verdict.fault_confidence), (Confidence::Likely, Confidence::Likely));
        }
    }
}
