//! Pure: the case so far in, the next attempts out, by what can still part explanations and by thrift.
//!
//! The plan is asked again after every observation and every few milliseconds; it wishes, and the engine starts what
//! has not been started before. The order of wishes is: every address once, then the
//! variants, then repeats. A site in trouble is asked as little as possible.

mod contacts;
mod controls;
mod device;
mod names;
mod owner;
mod page;
mod path;
mod repeats;
mod thrift;
mod ways_in;
mod world;

use crate::attempt::{Attempt, DeviceLook, RunConfig};
use crate::evidence::Evidence;
use crate::model::dns::Purpose;
use crate::model::visit::VisitPurpose;
use crate::model::{Case, StepId};

/// A run, as far as it has come.
pub struct Progress<'a> {
    pub config: &'a RunConfig,
    pub case: &'a Case,
    /// Everything that was ever started.
    pub started: &'a [Attempt],
    pub running: Vec<&'a Attempt>,
    pub elapsed_ms: u64,
}

impl Progress<'_> {
    fn skips(&self, step: StepId) -> bool {
        self.config.skipped_steps.contains(&step)
    }

    fn has_started(&self, attempt: &Attempt) -> bool {
        self.started.contains(attempt)
    }

    fn visits_running(&self) -> usize {
        self.running.iter().filter(|attempt| attempt.asks_the_site()).count()
    }
}

/// What the wishes are made from.
struct View<'a> {
    progress: &'a Progress<'a>,
    evidence: Evidence<'a>,
}

impl<'a> View<'a> {
    fn of(progress: &'a Progress<'a>) -> Self {
        View { progress, evidence: Evidence::of(progress.case) }
    }

    fn config(&self) -> &'a RunConfig {
        self.progress.config
    }

    /// Wishes of the main part: all but repeats and traces, in order of priority.
    fn main_wishes(&self) -> Vec<Attempt> {
        let mut wishes = Vec::new();
        device::wish(self, &mut wishes);
        page::wish(self, &mut wishes);
        names::wish(self, &mut wishes);
        controls::wish(self, &mut wishes);
        ways_in::wish(self, &mut wishes);
        owner::wish(self, &mut wishes);
        wishes
    }

    fn later_wishes(&self) -> Vec<Attempt> {
        let mut wishes = Vec::new();
        path::wish(self, &mut wishes);
        world::wish(self, &mut wishes);
        contacts::wish(self, &mut wishes);
        repeats::wish(self, &mut wishes);
        wishes
    }

    fn is_new(&self, attempt: &Attempt) -> bool {
        !self.progress.has_started(attempt) && (is_groundwork(attempt) || !self.progress.skips(attempt.step()))
    }
}

/// Without it no page can be asked for, whichever steps the user wants.
fn is_groundwork(attempt: &Attempt) -> bool {
    matches!(attempt, Attempt::Lookup { .. } | Attempt::Device(DeviceLook::Proxies | DeviceLook::Network))
}

/// The attempts to start now.
pub fn next(progress: &Progress<'_>) -> Vec<Attempt> {
    let view = View::of(progress);
    let mut wishes: Vec<Attempt> = Vec::new();
    for wish in view.main_wishes().into_iter().chain(view.later_wishes()) {
        if view.is_new(&wish) && !wishes.contains(&wish) {
            wishes.push(wish);
        }
    }
    thrift::allow(&view, wishes)
}

/// Whether the page was seen at every address, and every variant of it that the thrift allows: what is left are repeats.
pub fn main_part_done(progress: &Progress<'_>) -> bool {
    let view = View::of(progress);
    let still_running = progress.running.iter().any(|attempt| match attempt {
        Attempt::Visit(plan) => {
            !matches!(plan.purpose, VisitPurpose::Repeat(_) | VisitPurpose::HomeAgain | VisitPurpose::SecurityTxt)
        }
        Attempt::Lookup { host } => *host == progress.config.target.host,
        _ => false,
    });
    let began = !view.evidence.visits.all.is_empty() || view.evidence.names.system.is_some();
    let wanted = thrift::allow(&view, view.main_wishes().into_iter().filter(|wish| view.is_new(wish)).collect());
    began && !still_running && !wanted.iter().any(Attempt::asks_the_site)
}

/// Whether a repeat is planned whose time has not come.
pub fn more_to_come(progress: &Progress<'_>) -> bool {
    repeats::pending(&View::of(progress))
}

/// How long looks beside the site itself are waited for once the site has said its word, in milliseconds.
const GRACE_MS: u64 = 1_500;
/// How long they are waited for where the site has not answered: as long as a silent DNS server is.
const PATIENCE_MS: u64 = 4_200;
/// How long the system's own lookup is waited for while nobody else knows an address either, in milliseconds.
const LOOKUP_PATIENCE_MS: u64 = 12_000;

/// Whether what still runs can no longer change the verdict: silent servers beside a site that has said its word.
pub fn enough(progress: &Progress<'_>) -> bool {
    let view = View::of(progress);
    let evidence = &view.evidence;
    let reading = progress.running.iter().any(|attempt| attempt.reads_a_file());
    let more_to_come = progress.visits_running() > 0
        || reading
        || world::is_under_way(&view)
        || repeats::pending(&view)
        || next(progress).iter().any(|attempt| {
            let is_waited_for = matches!(attempt, Attempt::Control { .. } | Attempt::World(_));
            attempt.asks_the_site() || attempt.reads_a_file() || is_waited_for
        });
    if more_to_come {
        return false;
    }
    if !progress.running.iter().any(|attempt| matters(attempt)) {
        return true;
    }
    let site_answered = evidence.visits.pages().any(|sight| sight.answer().is_some());
    let last_visit_ms = evidence.visits.all.iter().map(|sight| sight.at_ms).max().unwrap_or(0);
    let since_last_visit_ms = progress.elapsed_ms.saturating_sub(last_visit_ms);
    let lookup_ended = evidence.names.system.is_some() || progress.config.target.ip().is_some();
    let known_elsewhere = evidence.visits.with(VisitPurpose::OtherAddress).next().is_some();
    match () {
        () if site_answered => since_last_visit_ms >= GRACE_MS,
        () if lookup_ended || known_elsewhere || names::nobody_answers(&view) => since_last_visit_ms >= PATIENCE_MS,
        () => progress.elapsed_ms >= LOOKUP_PATIENCE_MS,
    }
}

/// Whether a verdict may hang on it. That nobody answers where nobody is supposed to is the rule.
fn matters(attempt: &Attempt) -> bool {
    match attempt {
        Attempt::Ask { question, .. } => question.purpose != Purpose::Interception,
        _ => true,
    }
}
