//! A case made ready to be drawn: rows and words, worked out away from the frames.

mod dns;
mod facts;
mod logs;
mod ways;
mod world;

use std::sync::Arc;

use crate::checkup::picture_of;
use crate::evidence::{ControlState, Evidence, Sight};
use crate::model::diagnosis::Words;
use crate::model::path::PathPicture;
use crate::model::{Browser, Case, Cause, Confidence, Diagnosis, Ended, Fault, Remedy, Scheme, StepStatus};
use crate::remedy::{self, System, Told};
use crate::report;
use crate::report::limits::{self, Rung};
use crate::report::words::Speech;
use crate::text::Texts;
use crate::watch::in_a_word;

pub use dns::{DnsGroup, DnsRow};
pub use facts::FactRow;
pub use logs::{Bar, CauseBar, LogView};
pub use ways::{Cell, Matrix, WayRow};
pub use world::{PlaceRow, Region, WorldView};

/// The ladder of time limits, and what follows from it.
#[derive(Debug, Clone, PartialEq)]
pub struct LimitsView {
    pub rungs: Vec<Rung>,
    pub said: Vec<String>,
}

/// A case with everything that the screens show of it.
#[derive(Debug, Clone)]
pub struct Reading {
    pub case: Arc<Case>,
    pub picture: PathPicture,
    pub facts: Vec<FactRow>,
    pub dns: Vec<DnsRow>,
    /// The different answers that DNS servers give.
    pub dns_groups: Vec<DnsGroup>,
    pub ways: Vec<WayRow>,
    pub matrix: Matrix,
    /// What is worth trying, the mildest first, and the values of its instructions.
    pub remedies: Vec<&'static Told>,
    pub instructions: Words,
    /// How the page failed, by its first bad look; `None` where it works for this program.
    pub fails: Option<String>,
    /// What the logs that were handed over say.
    pub logs: Option<LogView>,
    /// How many failed requests they tell of; `None` without logs, or where one was not read.
    pub failed_in_logs: Option<u64>,
    /// Who waits how long for an answer; without rungs where that is not known.
    pub limits: LimitsView,
    /// What other places got, where they were asked.
    pub world: Option<WorldView>,
    /// A page in whose place the network shows its own, where one asks for a sign-in.
    pub sign_in: Option<String>,
    /// To whom a message goes, in words, and where to.
    pub recipients: Vec<(String, Vec<String>)>,
    /// This device is in no network that leads anywhere, and the page is not one of a near machine.
    pub no_network: bool,
}

impl Reading {
    pub fn of(case: Case, texts: &Texts) -> Self {
        let evidence = Evidence::of(&case);
        let (facts, dns, ways) =
            (facts::rows(&evidence, texts), dns::rows(&evidence, texts), ways::rows(&evidence, texts));
        let (dns_groups, matrix) = (dns::groups(&dns, &evidence, texts), Matrix::of(&evidence, texts));
        let sign_in = sign_in(&evidence);
        let world = WorldView::of(&evidence, texts);
        let no_network = evidence.is_in_no_network();
        let remedies = case.diagnosis.as_ref().map(|diagnosis| remedy::open(&evidence, diagnosis)).unwrap_or_default();
        let instructions = remedy::words(&evidence, System::here());
        let fails = fails(&evidence);
        drop(evidence);
        let picture = picture_of(&case);
        let speech = Speech::new(texts);
        let limits =
            LimitsView { rungs: limits::rungs(&picture.limits, &speech), said: limits::said(&picture.limits, &speech) };
        Reading {
            picture,
            facts,
            dns,
            dns_groups,
            ways,
            matrix,
            remedies,
            instructions,
            fails,
            logs: LogView::of(&case, texts),
            failed_in_logs: logs::failed(&case),
            limits,
            world,
            sign_in,
            recipients: report::recipients(&case, &speech),
            no_network,
            case: Arc::new(case),
        }
    }

    /// The message of this remedy with this ending (`title`, `about`, `undo`, the number of a step), for this browser.
    pub fn remedy_words(&self, remedy: Remedy, ending: &str, browser: Browser) -> Words {
        let key = format!("remedy-{}-{ending}", remedy.name());
        Words { key, ..self.instructions.clone() }.with("browser", browser.name())
    }

    /// Whether the verdict can be shown: it decides something, or there is nothing more to come.
    pub fn has_verdict(&self, running: bool) -> bool {
        let Some(diagnosis) = &self.case.diagnosis else { return !running };
        let decided = diagnosis.cause != Cause::Unknown && diagnosis.fault_confidence >= Confidence::Likely;
        !running || self.case.timing.full_ms.is_some() || (decided && !self.is_early())
    }

    /// What was found. A check that was stopped before anything was decided has found nothing: that more was not looked at
    /// says nothing about the site.
    pub fn found(&self) -> Option<&Diagnosis> {
        let stopped = self.case.ended == Some(Ended::Cancelled);
        self.case
            .diagnosis
            .as_ref()
            .filter(|found| !stopped || found.cause != Cause::Unknown || found.fault != Fault::Unknown)
    }

    /// Only the first look at the page has ended: this device is still being looked at.
    fn is_early(&self) -> bool {
        use crate::model::StepId;
        let waits = |id| self.case.steps.iter().any(|step| step.id == id && !has_ended(step.status));
        waits(StepId::Device) || waits(StepId::Page)
    }

    /// Checks that have ended, and all that there are.
    pub fn progress(&self) -> (usize, usize) {
        (self.case.steps.iter().filter(|step| has_ended(step.status)).count(), self.case.steps.len())
    }
}

/// How the page fails, by its first bad look; a page that nobody could ask for fails too.
fn fails(evidence: &Evidence<'_>) -> Option<String> {
    let bad = evidence.visits.first_bad().map(|sight| in_a_word(&sight.outcome));
    let works = evidence.visits.pages().any(|sight| sight.outcome.is_good());
    bad.or_else(|| (!works).then(|| "no answer".to_owned()))
}

/// A known-good page in clear that somebody else answered: there a browser is led to the sign-in, with a visit of its
/// own. The place that the network named is not opened itself: it may have been meant for our visit alone.
fn sign_in(evidence: &Evidence<'_>) -> Option<String> {
    let altered = evidence.controls.in_state(ControlState::Altered);
    let mut pages = altered.filter_map(|control| control.look.visit.as_ref());
    pages.find(|visit| visit.scheme == Scheme::Http).map(|visit| visit.url.clone())
}

/// How one visit ended, as a mark.
fn status_of(sight: &Sight<'_>) -> StepStatus {
    match () {
        () if sight.outcome.is_good() => StepStatus::Passed,
        () if sight.outcome.is_bad() => StepStatus::Problem,
        () if sight.answer().is_some() => StepStatus::Warning,
        () => StepStatus::Failed,
    }
}

fn has_ended(status: StepStatus) -> bool {
    !matches!(status, StepStatus::Waiting | StepStatus::Running)
}
