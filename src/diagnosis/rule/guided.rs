//! What the person tried, as evidence.

use super::super::{Basis, Finding, Reading, Rule};
use crate::model::remedy::{Answer, Remedy, Tried};
use crate::model::{Cause, Claim, ObservationId};

pub const RULES: &[Rule] = &[Rule {
    id: "another-browser-loads-it",
    source: "RFC 9110 section 15.6, with the same request from another client",
    judge: another_browser,
}];

/// The page loads where the usual browser's cookies, copies or extensions are missing: these make the difference. That
/// the browser is broken does not follow (R7). Where this program's own request fails, the site's answer changes by
/// itself, and the person's word proves nothing.
fn another_browser(r: &Reading<'_>) -> Vec<Finding> {
    let here = r.visits.pages().any(|sight| sight.outcome.is_good()) && r.bad_looks().is_empty();
    let told: Vec<ObservationId> =
        r.case.tried().filter(|(_, tried)| parts_the_browser(tried)).map(|(id, _)| id.clone()).collect();
    if told.is_empty() || !here {
        return Vec::new();
    }
    vec![Finding::supports(Claim::usual(Cause::BrowserState), Basis::Typical, told)]
}

fn parts_the_browser(tried: &Tried) -> bool {
    let browsers = [
        Remedy::ReloadWithoutCopy,
        Remedy::PrivateWindow,
        Remedy::OtherBrowser,
        Remedy::ClearSiteData,
        Remedy::ExtensionsOff,
        Remedy::RestartBrowser,
        Remedy::NewProfile,
    ];
    tried.answer == Some(Answer::Helped) && browsers.contains(&tried.remedy)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnosis::testing::*;
    use crate::model::{Seen, StepId};

    fn tried(remedy: Remedy, answer: Answer) -> (StepId, Seen) {
        let tried = Tried { remedy, before: None, after: None, answer: Some(answer), noticed: None, at: String::new() };
        (StepId::Guided(remedy), Seen::Guided { tried })
    }

    fn works() -> World {
        World::new("https://shop.test/")
            .lookup(["203.0.113.5"])
            .page("203.0.113.5", answer(200, "shop"))
            .controls_work(2)
    }

    fn with(world: World, (step, seen): (StepId, Seen)) -> World {
        world.see(step, seen).ended()
    }

    #[test]
    fn a_private_window_that_loads_it_parts_the_browser() {
        rule_named("another-browser-loads-it")
            .supports(
                "it loads in a private window, and here",
                with(works(), tried(Remedy::PrivateWindow, Answer::Helped)),
                Claim::usual(Cause::BrowserState),
                Basis::Typical,
            )
            .is_silent("it fails there too", with(works(), tried(Remedy::PrivateWindow, Answer::DidNotHelp)))
            .is_silent("it was not done", with(works(), tried(Remedy::PrivateWindow, Answer::NotDone)))
            .is_silent("another remedy", with(works(), tried(Remedy::RestartRouter, Answer::Helped)))
            .is_silent(
                "the page fails for this program too",
                with(
                    World::new("https://shop.test/").page("203.0.113.5", bad_gateway()),
                    tried(Remedy::PrivateWindow, Answer::Helped),
                ),
            );
    }
}
