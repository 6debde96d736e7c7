//! Plain text for a support ticket: the ten lines that its readers ask for first, then the rest.

use super::Report;
use super::clean::{line, lines, quoted};
use super::facts::{Facts, ruled_out};
use super::glance;
use super::letters::letters;
use super::words::Speech;
use crate::model::{Case, Diagnosis, Fault, StepReport, Who};

/// The report as plain text.
pub fn render(report: &Report, left_out: usize) -> String {
    let mut ticket = Ticket {
        out: String::new(),
        speech: Speech::new(report.texts),
        facts: Facts::of(report.case, report.texts, left_out),
        report,
    };
    ticket.first_lines();
    ticket.verdict();
    ticket.limits();
    ticket.tried();
    ticket.visits();
    ticket.letters();
    ticket.answers();
    ticket.tables();
    ticket.end();
    ticket.out
}

struct Ticket<'a> {
    out: String,
    speech: Speech<'a>,
    facts: Facts,
    report: &'a Report<'a>,
}

impl Ticket<'_> {
    fn line(&mut self, text: &str) {
        self.out.push_str(text.trim_end());
        self.out.push('\n');
    }

    fn head(&mut self, key: &str) {
        let head = self.speech.get(key);
        self.line("");
        self.line(&head);
        self.line(&"-".repeat(head.chars().count()));
    }

    /// `- text`, with what follows it indented.
    fn item(&mut self, text: &str, more: &[String]) {
        self.line(&format!("- {}", quoted(text)));
        for more in more {
            // A command stays as it is.
            let more = if more.starts_with("$ ") { line(more) } else { quoted(more) };
            self.line(&format!("  {more}"));
        }
    }

    fn limits(&mut self) {
        let limits = &self.report.picture.limits;
        if limits.is_empty() {
            return;
        }
        self.head("limits-title");
        for drawn in super::limits::drawn(limits, &self.speech) {
            self.line(&line(&drawn));
        }
        for said in super::limits::said(limits, &self.speech) {
            self.item(&said, &[]);
        }
    }

    fn first_lines(&mut self) {
        let rows = glance::rows(self.report, &self.facts, &self.speech);
        let names: Vec<String> = rows.iter().map(|row| format!("{}:", self.speech.get(row.key))).collect();
        let width = names.iter().map(|name| name.chars().count()).max().unwrap_or(0);
        let none = self.speech.get("report-none-seen");
        for (name, row) in names.iter().zip(rows) {
            let value = row.value.map_or_else(|| none.clone(), |value| quoted(&value));
            self.line(&format!("{name:width$} {value}"));
        }
    }

    fn verdict(&mut self) {
        self.head("report-key-verdict");
        let Some(found) = &self.report.case.diagnosis else {
            self.line(&self.speech.no_verdict(self.report.case));
            return;
        };
        let who = [self.speech.fault(found.fault), self.speech.confidence(found.fault_confidence)];
        self.line(&line(&found.headline));
        self.line(&self.speech.list(&who));
        let (cause, confidence) = (self.speech.cause(found.cause), self.speech.confidence(found.confidence));
        let reason = self.speech.say("report-reason-line", &[("cause", &cause), ("confidence", &confidence)]);
        self.line(&self.speech.titled(&self.speech.get("report-reason"), &reason));
        self.line(&self.speech.about_reason(found));
        self.reasons(found);
    }

    fn reasons(&mut self, found: &Diagnosis) {
        if !found.because.is_empty() {
            self.head("report-head-because");
        }
        for reason in &found.because {
            let verify = reason.verify.iter().map(|command| format!("$ {command}")).collect::<Vec<_>>();
            self.item(&reason.text, &verify);
        }
        if !found.next.is_empty() {
            self.head("report-head-next");
        }
        for next in &found.next {
            self.item(&self.speech.titled(&self.speech.who(next.who), &next.action), &[]);
            if let Some(change) = &next.change {
                let file = self.speech.titled(&self.speech.get("report-change-file"), &line(&change.file));
                let commands =
                    change.commands().map(|(key, command)| self.speech.titled(&self.speech.get(key), &line(command)));
                let block = [vec![file, lines(&change.diff)], commands.to_vec()].concat();
                // Blanks at the end of a line belong to the file.
                block.iter().flat_map(|part| part.lines()).for_each(|part| self.out.push_str(&format!("    {part}\n")));
            }
        }
        if !found.alternatives.is_empty() {
            self.head("report-head-alternatives");
        }
        for other in &found.alternatives {
            let (fault, cause) = (self.speech.fault(other.fault), self.speech.cause(other.cause));
            let what = self.speech.say("report-alternative-line", &[("fault", &fault), ("cause", &cause)]);
            let how = self.speech.say("report-separated-by", &[("how", &line(&other.separated_by))]);
            self.item(&self.speech.list(&[what, self.speech.confidence(other.confidence)]), &[how]);
        }
        let not_needed = [
            ("report-head-leave", found.leave_alone.iter().map(|one| (&one.what, &one.why)).collect::<Vec<_>>()),
            ("report-head-not-tested", found.not_tested.iter().map(|one| (&one.what, &one.why)).collect()),
        ];
        for (head, list) in not_needed.into_iter().filter(|(_, list)| !list.is_empty()) {
            self.head(head);
            list.iter().for_each(|(what, why)| self.item(&self.speech.titled(what, why), &[]));
        }
    }

    fn tried(&mut self) {
        let case = self.report.case;
        let fine: Vec<&StepReport> = ruled_out(case).collect();
        let rest: Vec<&StepReport> =
            case.steps.iter().filter(|step| !fine.iter().any(|one| one.id == step.id)).collect();
        for (head, steps) in [("report-head-ruled-out", fine), ("report-head-tried", rest)] {
            if steps.is_empty() {
                continue;
            }
            self.head(head);
            for step in steps {
                self.item(&format!("{}: {}. {}", step.title, self.speech.step_status(step.status), step.summary), &[]);
            }
        }
        for (head, texts) in [
            ("report-head-said", self.facts.user_said.clone()),
            ("report-head-malfunctions", self.facts.malfunctions.clone()),
        ] {
            if texts.is_empty() {
                continue;
            }
            self.head(head);
            texts.iter().flat_map(|text| text.lines()).for_each(|text| self.line(&format!("  {text}")));
        }
    }

    fn visits(&mut self) {
        self.head("report-head-visits");
        let keys = ["time", "ip", "tcp", "tls", "first-byte", "outcome", "purpose", "url"];
        let rows = self.facts.visits.iter().map(|v| {
            [&v.time, &v.ip_port, &v.tcp, &v.tls, &v.first_byte, &v.outcome, &v.purpose, &v.url].map(String::clone)
        });
        self.table(keys, rows.collect(), "report-no-visits");
    }

    /// Messages to others than the reader of the ticket stand in it too: it may be handed on.
    fn letters(&mut self) {
        for letter in letters(self.report, &self.facts, &self.speech) {
            self.head("report-head-letter");
            let to: Vec<String> = std::iter::once(letter.to).chain(letter.reach).collect();
            self.line(&self.speech.list(&to));
            self.line("");
            letter.text.lines().for_each(|text| self.line(&format!("    {text}")));
        }
    }

    fn tables(&mut self) {
        self.head("report-head-dns");
        let rows = self
            .facts
            .dns
            .iter()
            .map(|d| [&d.question, &d.answer, &d.took, &d.way, &d.ip, &d.server].map(String::clone));
        self.table(["question", "answer", "took", "way", "ip", "server"], rows.collect(), "report-no-dns");
        if !self.facts.controls.is_empty() {
            self.head("report-head-controls");
            let rows = self.facts.controls.iter().map(|c| [c.name.clone(), c.outcome.clone()]);
            self.table(["site", "outcome"], rows.collect(), "report-none-seen");
        }
        if !self.facts.places.is_empty() {
            self.head("report-head-places");
            let rows =
                self.facts.places.iter().map(|p| [&p.place, &p.network, &p.ip, &p.took, &p.outcome].map(String::clone));
            self.table(["place", "network", "ip", "took", "outcome"], rows.collect(), "report-none-seen");
        }
        for trace in self.facts.traces.clone() {
            self.head("report-head-trace");
            self.line(&trace.to);
            match trace.instead {
                Some(instead) => self.line(&instead),
                None => {
                    let rows = trace.hops.into_iter().map(|hop| [hop.ttl, hop.ip, hop.took]);
                    self.table(["hop", "ip", "took"], rows.collect(), "report-none-seen");
                }
            }
        }
        if !self.facts.others.is_empty() {
            self.head("report-head-others");
            let rows = self.facts.others.iter().map(|one| [one.what.clone(), one.outcome.clone()]);
            self.table(["what", "outcome"], rows.collect(), "report-none-seen");
        }
        if self.facts.left_out > 0 {
            let left_out = self.speech.say("report-left-out", &[("count", &self.facts.left_out.to_string())]);
            self.line("");
            self.line(&left_out);
        }
    }

    /// Columns as wide as their widest cell; what comes last may be of any width.
    fn table<const N: usize>(&mut self, keys: [&str; N], rows: Vec<[String; N]>, empty: &str) {
        if rows.is_empty() {
            self.line(&self.speech.get(empty));
            return;
        }
        let head = keys.map(|key| self.speech.get(&format!("report-column-{key}")));
        let rows: Vec<_> = std::iter::once(head).chain(rows).collect();
        let widths: Vec<usize> = (0..N)
            .map(|n| rows.iter().filter_map(|row| row.get(n)).map(|cell| cell.chars().count()).max().unwrap_or(0))
            .collect();
        for row in &rows {
            let cells = row.iter().zip(&widths).map(|(cell, width)| format!("{cell:width$}"));
            self.line(&cells.collect::<Vec<_>>().join("  "));
        }
    }

    fn answers(&mut self) {
        if self.facts.answers.is_empty() {
            return;
        }
        self.head("report-head-raw");
        for answer in self.facts.answers.clone() {
            self.line(&format!("# {}", answer.title));
            answer
                .head
                .lines()
                .chain([""])
                .chain(answer.body.lines())
                .for_each(|text| self.line(&format!("    {text}")));
            if let Some(bytes) = answer.cut {
                self.line(&self.speech.say("report-body-cut", &[("bytes", &bytes.to_string())]));
            }
            self.line("");
        }
    }

    fn end(&mut self) {
        self.head("report-head-about");
        self.line(&self.speech.made_by(self.report.case));
        self.line(&self.speech.privacy(self.report.case));
    }
}

/// What the reader of the ticket is asked for: the first step that is not the visitor's own.
pub fn asked(case: &Case, speech: &Speech) -> String {
    let Some(found) = &case.diagnosis else { return speech.get("report-asked-default") };
    if found.is_fine() {
        return speech.get("report-asked-nothing");
    }
    let nobody_is_asked = match found.fault {
        Fault::Unknown => "report-asked-open",
        fault if fault.is_near_the_visitor() => "report-asked-nothing",
        _ => "report-asked-default",
    };
    let theirs = found.next.iter().find(|next| !matches!(next.who, Who::Visitor | Who::Nobody));
    theirs.map_or_else(|| speech.get(nobody_is_asked), |next| line(&next.action))
}
