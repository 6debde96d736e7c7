//! This program's own request, as a server's log has it, beside what came of it here: who gave up on whom, and what was
//! lost on the way back (decision table, rows X15 and X16).

use super::super::{Basis, Finding, Reading, Rule};
use crate::evidence::origin::LogLook;
use crate::evidence::{Outcome, Sight};
use crate::model::log::Meanwhile;
use crate::model::visit::VisitPurpose;
use crate::model::{Cause, Claim};

pub const RULES: &[Rule] = &[
    Rule {
        id: "log-shows-it-was-given-up",
        source: "nginx src/http/ngx_http_request.h, 499, and its like; the line of this program's own request",
        judge: given_up,
    },
    Rule {
        id: "log-shows-a-good-answer",
        source: "RFC 9110 section 15; the line of this program's own request",
        judge: answered,
    },
];

/// Whoever hears an error sooner was not waited for, in milliseconds.
const WAITED_MS: u64 = 1_000;

/// The failing answer of a gateway, where no request of this program for the page went well.
fn failing<'b, 'a>(r: &'b Reading<'a>) -> Option<(&'b Sight<'a>, u16)> {
    let is_page = |sight: &&Sight<'a>| {
        use VisitPurpose as Why;
        // A redirect from the other scheme or name is no answer of the page.
        let asks_page = matches!(sight.visit.purpose, Why::Page | Why::Repeat(_) | Why::Http1 | Why::Plain);
        let path = url::Url::parse(&sight.visit.url).map(|url| url.path().to_owned());
        asks_page && path.is_ok_and(|path| path == r.target.url.path())
    };
    let mut of_page = r.visits.all.iter().filter(is_page);
    // A look that this program broke off itself is given up by nobody else.
    if of_page.any(|sight| sight.outcome.is_good() || sight.answer().is_none()) {
        return None;
    }
    let bad = r.bad_looks();
    let all_answered = bad.iter().all(|sight| sight.answer().is_some());
    let sight = bad.into_iter().find(|sight| matches!(sight.outcome, Outcome::Error(_)))?;
    let status = sight.answer()?.status;
    (all_answered && matches!(status, 502..=504 | 520..=524)).then_some((sight, status))
}

/// Logs with lines of this program's own requests. One that has the error too is the gateway's own.
fn of_a_server_behind<'b, 'a>(r: &'b Reading<'a>) -> impl Iterator<Item = (&'b LogLook<'a>, Meanwhile)> {
    let logs = r.origin.logs.iter().filter_map(|look| Some((look, look.log.seen()?.meanwhile?)));
    logs.filter(|(_, own)| own.own_failed == 0)
}

/// Whoever asked the server hung up before it had answered, and that was not this program, which got an answer: the
/// gateway's patience was over first.
fn given_up(r: &Reading<'_>) -> Vec<Finding> {
    let Some((sight, status)) = failing(r) else { return Vec::new() };
    let waited = sight.answer().is_some_and(|answer| answer.first_byte_ms >= WAITED_MS);
    let asked_straight = r.origin.looks.iter().any(|look| look.answer().is_none());
    if !waited || asked_straight {
        return Vec::new();
    }
    let told = |(look, own): (&LogLook<'_>, Meanwhile)| {
        (own.own_given_up > 0 && own.own_good == 0).then(|| {
            let ids = vec![sight.id.clone(), look.id.clone()];
            Finding::supports(Claim::usual(Cause::OriginTimeoutResponse), Basis::Measured, ids)
                .with_rivals(&[Cause::OriginOverloaded, Cause::GatewayMisconfigured, Cause::EdgeInternal])
                .with("file", look.name)
                .with("status", status)
                .with("ms", sight.answer().map_or(0, |answer| answer.first_byte_ms))
        })
    };
    of_a_server_behind(r).find_map(told).into_iter().collect()
}

/// The server behind answered without an error, and an error came out in front.
fn answered(r: &Reading<'_>) -> Vec<Finding> {
    let Some((sight, status)) = failing(r) else { return Vec::new() };
    // What this program asked there itself would stand there as well.
    if r.origin.looks.iter().any(|look| look.answer().is_some()) {
        return Vec::new();
    }
    let rivals = [
        Cause::OriginHeaderTooLarge,
        Cause::OriginClosedEarly,
        Cause::OriginTimeoutResponse,
        Cause::EdgeInternal,
        Cause::GatewayMisconfigured,
    ];
    let told = |(look, own): (&LogLook<'_>, Meanwhile)| {
        (own.own_good > 0 && own.own_given_up == 0).then(|| {
            let ids = vec![sight.id.clone(), look.id.clone()];
            Finding::supports(Claim::usual(Cause::OriginInvalidResponse), Basis::Typical, ids)
                .with_rivals(&rivals)
                .with("file", look.name)
                .with("status", status)
        })
    };
    of_a_server_behind(r).find_map(told).into_iter().collect()
}

#[cfg(test)]
mod tests {
    use crate::diagnosis::testing::*;
    use crate::diagnosis::{Basis, Effect};
    use crate::model::log::Meanwhile;
    use crate::model::{Cause, Claim, Known, Seen};

    /// The shop fails after so long, and its log has this about the requests of this program.
    fn logged(ms: u64, own: Meanwhile) -> World {
        let mut world = owner_sees("access forbidden by rule", "http://192.0.2.9:8080", "events {}");
        for one in &mut world.case.observations {
            match &mut one.seen {
                Seen::Log { log: Known::Seen(log), .. } => log.meanwhile = Some(own),
                Seen::Visit { visit } => {
                    if let Known::Seen(answer) = &mut visit.trace.http {
                        answer.first_byte_ms = ms;
                    }
                }
                _ => {}
            }
        }
        world
    }

    const NONE: Meanwhile = Meanwhile { answers: 3, of_page: 3, own_good: 0, own_failed: 0, own_given_up: 0 };

    #[test]
    fn a_request_that_was_given_up_on() {
        let given_up = Meanwhile { own_given_up: 3, ..NONE };
        let claim = Claim::usual(Cause::OriginTimeoutResponse);
        rule_named("log-shows-it-was-given-up")
            .supports("after ten seconds", logged(10_000, given_up), claim, Basis::Measured)
            .is_silent("at once nobody was waited for", logged(40, given_up))
            .is_silent(
                "it has the error as well: the gateway's own log",
                logged(10_000, Meanwhile { own_failed: 1, ..given_up }),
            )
            .is_silent("one of them was answered", logged(10_000, Meanwhile { own_good: 1, ..given_up }))
            .is_silent("requests of others", logged(10_000, NONE))
            .is_silent(
                "we broke one off ourselves",
                logged(10_000, given_up).behind("192.0.2.9:8080", no_answer(crate::model::FailureKind::TimedOut)),
            )
            .is_silent("the page works at times", logged(10_000, given_up).repeat(1, "203.0.113.5", good()));
    }

    #[test]
    fn a_request_that_was_answered_well() {
        let good_there = Meanwhile { own_good: 3, ..NONE };
        let claim = Claim::usual(Cause::OriginInvalidResponse);
        rule_named("log-shows-a-good-answer")
            .supports("each time", logged(40, good_there), claim, Basis::Typical)
            .is_silent(
                "it has the error as well: the gateway's own log",
                logged(40, Meanwhile { own_failed: 1, ..good_there }),
            )
            .is_silent("we asked there ourselves", logged(40, good_there).behind("192.0.2.9:8080", good()))
            .is_silent("requests of others", logged(40, NONE))
            .is_silent("the page works at times", logged(40, good_there).repeat(1, "203.0.113.5", good()));
        let rivals = logged(40, good_there).findings_of("log-shows-a-good-answer").pop().map(|found| found.effect);
        assert!(
            matches!(rivals, Some(Effect::Supports { rivals, .. }) if rivals.contains(&Cause::OriginTimeoutResponse))
        );
    }
}
