//! Folds a run's events into a case with its checklist and verdict. Window and command line both read it from here.

pub mod beside;
pub mod words;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use crate::attempt::Attempt;
use crate::diagnosis::diagnose;
use crate::engine::Event;
use crate::evidence::Evidence;
use crate::model::path::PathPicture;
use crate::model::{Case, Reason, Seen, StepId, StepKind, StepReport, Tried};
use crate::signature::{Material, identify};
use crate::step::{self, Activity, picture::picture};
use crate::text::Texts;

/// A check-up as far as it has come.
pub struct Checkup {
    texts: Texts,
    case: Option<Case>,
    /// Attempts under way, by number.
    running: BTreeMap<usize, Attempt>,
    /// First start and last end of each step, in milliseconds.
    times: BTreeMap<StepId, (u64, Option<u64>)>,
    ended: bool,
}

impl Checkup {
    pub fn new(texts: Texts) -> Self {
        Checkup { texts, case: None, running: BTreeMap::new(), times: BTreeMap::new(), ended: false }
    }

    /// The case so far; `None` before the run has begun.
    pub fn case(&self) -> Option<&Case> {
        self.case.as_ref()
    }

    pub fn into_case(self) -> Option<Case> {
        self.case
    }

    pub fn has_ended(&self) -> bool {
        self.ended
    }

    /// Goes on in this language.
    pub fn speak(&mut self, texts: &Texts) {
        self.texts = texts.clone();
        if let Some(case) = &mut self.case {
            texts.tag().clone_into(&mut case.app.lang);
            self.judge();
        }
    }

    /// What is being tried at the moment.
    pub fn running(&self) -> impl Iterator<Item = &Attempt> {
        self.running.values()
    }

    /// Takes in one event. Returns whether steps or verdict may have changed.
    pub fn take(&mut self, event: Event) -> bool {
        match event {
            Event::Began { case } => {
                self.case = Some(*case);
                self.judge();
            }
            Event::Started { number, attempt, at_ms } => {
                self.times.entry(attempt.step()).or_insert((at_ms, None));
                self.running.insert(number, attempt);
                return self.refresh_steps();
            }
            Event::Observed { observation } => {
                let weighty = !matches!(observation.seen, Seen::DnsAnswer { .. });
                if let Some(case) = &mut self.case {
                    case.observations.push(*observation);
                }
                // One DNS answer of a hundred changes little; the last attempt's end judges anew anyway.
                if weighty {
                    self.judge();
                }
            }
            Event::Finished { number, at_ms } => {
                if let Some(attempt) = self.running.remove(&number) {
                    self.times.entry(attempt.step()).or_insert((at_ms, None)).1 = Some(at_ms);
                }
                return self.refresh_steps();
            }
            Event::MainPartDone { at_ms } => {
                if let Some(case) = &mut self.case {
                    case.timing.full_ms = Some(at_ms);
                }
                self.judge();
            }
            Event::Ended { ended, finished, at_ms } => {
                self.ended = true;
                if let Some(case) = &mut self.case {
                    case.ended = Some(ended);
                    case.finished = Some(finished);
                    case.timing.full_ms.get_or_insert(at_ms);
                }
                self.judge();
            }
        }
        true
    }

    /// The path picture of the case as it stands.
    pub fn picture(&self) -> Option<PathPicture> {
        self.case.as_ref().map(picture_of)
    }

    fn judge(&mut self) {
        let Some(case) = &mut self.case else { return };
        let mut diagnosis = diagnose(case);
        if let Some(diagnosis) = &mut diagnosis {
            words::fill(diagnosis, &self.texts);
            let page_looked_at = case.observations.iter().rev().find(|one| matches!(one.seen, Seen::Visit { .. }));
            if case.timing.first_verdict_ms.is_none() && diagnosis.cause != crate::model::Cause::Unknown {
                case.timing.first_verdict_ms = page_looked_at.map(|observation| observation.at_ms);
            }
        }
        case.diagnosis = diagnosis;
        self.refresh_steps();
    }

    fn refresh_steps(&mut self) -> bool {
        let running: BTreeSet<StepId> = self.running.values().map(Attempt::step).collect();
        let activity = Activity { running, ended: self.ended };
        let Some(case) = &mut self.case else { return false };
        let steps = steps_of(case, &activity, &self.times, &self.texts);
        let changed = steps != case.steps;
        case.steps = steps;
        changed
    }
}

fn steps_of(
    case: &Case,
    activity: &Activity,
    times: &BTreeMap<StepId, (u64, Option<u64>)>,
    texts: &Texts,
) -> Vec<StepReport> {
    let judged = step::judge_all(&Evidence::of(case), activity);
    let report = |(id, judgement): (StepId, step::Judgement)| StepReport {
        id,
        kind: if matches!(id, StepId::Guided(_)) { StepKind::Guided } else { StepKind::Automatic },
        title: match id {
            StepId::Guided(remedy) => texts.get(&format!("remedy-{}-title", remedy.name())),
            _ => texts.get(&format!("step-{}-title", id.name())),
        },
        status: judgement.status,
        summary: texts.say(&judgement.words),
        started_ms: times.get(&id).map(|(start, _)| *start),
        finished_ms: times.get(&id).and_then(|(_, end)| *end),
    };
    judged.into_iter().map(report).collect()
}

/// The path picture of a case.
pub fn picture_of(case: &Case) -> PathPicture {
    picture(&Evidence::of(case), case.diagnosis.as_ref(), &case.steps)
}

/// The case with one more thing that the person tried, judged anew.
pub fn with_tried(case: &Case, tried: Tried, texts: &Texts) -> Case {
    let mut case = case.clone();
    case.observe(StepId::Guided(tried.remedy), Seen::Guided { tried });
    judge_anew(&case, texts)
}

/// Judges a saved case by today's rules: the same case with steps and verdict made anew.
pub fn judge_anew(case: &Case, texts: &Texts) -> Case {
    let mut anew = case.clone();
    texts.tag().clone_into(&mut anew.app.lang);
    let times = case.steps.iter().filter_map(|step| Some((step.id, (step.started_ms?, step.finished_ms)))).collect();
    anew.steps = steps_of(&anew, &Activity { running: BTreeSet::new(), ended: true }, &times, texts);
    anew.diagnosis = diagnose(&anew);
    if let Some(diagnosis) = &mut anew.diagnosis {
        words::fill(diagnosis, texts);
        if case.redacted {
            diagnosis.hide_stand_ins();
        }
    }
    anew
}

/// The case with all its sentences in this language; as it is where it speaks it already.
pub fn in_language<'a>(case: &'a Case, texts: &Texts) -> Cow<'a, Case> {
    match case.app.lang == texts.tag() {
        true => Cow::Borrowed(case),
        false => Cow::Owned(judge_anew(case, texts)),
    }
}

/// The saved verdict, told in this language. What today's messages do not know keeps the words of the file.
pub fn told_in(mut case: Case, anew: &Case, texts: &Texts) -> Case {
    if case.app.lang != texts.tag() {
        texts.tag().clone_into(&mut case.app.lang);
        case.steps.clone_from(&anew.steps);
        if let Some(diagnosis) = &mut case.diagnosis {
            words::fill(diagnosis, texts);
        }
    }
    case
}

/// The saved verdict with the commands that today's rules make for the same reasons. Those of the file stay out: they
/// are made to be copied into a shell, and anybody may have written the file.
pub fn with_own_commands(mut case: Case, anew: &Case) -> Case {
    let made = anew.diagnosis.as_ref().map(|diagnosis| diagnosis.because.as_slice()).unwrap_or_default();
    for reason in case.diagnosis.iter_mut().flat_map(|diagnosis| &mut diagnosis.because) {
        let same = |own: &&Reason| own.rule == reason.rule && own.observations == reason.observations;
        reason.verify = made.iter().find(same).and_then(|own| own.verify.clone());
    }
    // A change is a command too: what is copied into a file, and how it is put in force.
    let steps = anew.diagnosis.as_ref().map(|diagnosis| diagnosis.next.as_slice()).unwrap_or_default();
    for next in case.diagnosis.iter_mut().flat_map(|diagnosis| &mut diagnosis.next) {
        let own = steps.iter().find(|own| own.words == next.words);
        next.change = own.and_then(|own| own.change.clone());
    }
    case
}

/// Who wrote the answer that the verdict is about, in a few words.
pub fn speaker_line(case: &Case) -> Option<String> {
    let evidence = Evidence::of(case);
    let sight = evidence.visits.first_bad().or_else(|| evidence.visits.first_looks().next())?;
    let identified = identify(&Material::from(sight.answer()?));
    let names: Vec<String> = identified.speakers.into_iter().map(|speaker| speaker.name).collect();
    (!names.is_empty()).then(|| names.join(", "))
}
