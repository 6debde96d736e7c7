//! Live progress on standard error: one line a step, rewritten on a terminal, plain lines elsewhere only when asked.

use std::collections::BTreeMap;

use super::terminal;
use crate::checkup::Checkup;
use crate::model::{StepId, StepStatus};

/// Shows how the steps stand.
pub struct Progress {
    /// Lines drawn on the terminal, to be drawn over.
    drawn: usize,
    told: BTreeMap<StepId, (StepStatus, String)>,
    rewrites: bool,
    silent: bool,
}

impl Progress {
    /// `quiet` shows nothing; without a terminal nothing is shown unless `verbose`.
    pub fn new(quiet: bool, verbose: bool) -> Self {
        let watched = terminal::is_watched();
        Progress { drawn: 0, told: BTreeMap::new(), rewrites: watched, silent: quiet || !(watched || verbose) }
    }

    /// Shows the check-up as it stands.
    pub fn show(&mut self, checkup: &Checkup) {
        if self.silent {
            return;
        }
        let Some(case) = checkup.case() else { return };
        if self.rewrites {
            let mut text = self.home();
            let lines = case.steps.iter().filter(|step| step.status != StepStatus::Waiting);
            let lines: Vec<String> =
                lines.map(|step| format!("{}\u{1b}[K\n", line(step.status, &step.title, &step.summary))).collect();
            text.push_str(&lines.concat());
            self.drawn = lines.len();
            terminal::note(&text);
            return;
        }
        for step in &case.steps {
            let now = (step.status, step.summary.clone());
            let settled = !matches!(step.status, StepStatus::Waiting | StepStatus::Running);
            if settled && self.told.get(&step.id) != Some(&now) {
                terminal::note(&format!("{}\n", line(step.status, &step.title, &step.summary)));
                self.told.insert(step.id, now);
            }
        }
    }

    /// Takes the lines away again, so that the verdict stands alone.
    pub fn clear(&mut self) {
        if self.rewrites && !self.silent && self.drawn > 0 {
            let home = self.home();
            terminal::note(&format!("{home}\u{1b}[J"));
            self.drawn = 0;
        }
    }

    fn home(&self) -> String {
        if self.drawn == 0 { String::new() } else { format!("\u{1b}[{}A\r", self.drawn) }
    }
}

/// A step as one line: mark, title, sentence. The mark says by its shape what its colour says too.
pub fn line(status: StepStatus, title: &str, summary: &str) -> String {
    let (mark, colour) = match status {
        StepStatus::Passed => ("✓", 2),
        StepStatus::Warning => ("!", 3),
        StepStatus::Problem => ("✗", 1),
        StepStatus::Failed => ("?", 3),
        StepStatus::Running => ("…", 4),
        StepStatus::NeedsYou => ("→", 3),
        StepStatus::Waiting | StepStatus::Skipped => ("–", 4),
    };
    let text = terminal::plain(&format!("{title:<16} {summary}"));
    format!("{} {text}", terminal::coloured(mark, colour))
}
