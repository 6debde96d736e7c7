//! Markdown for issue trackers. Text from outside stands in code spans and fences that it cannot close.

use super::Report;
use super::clean::{Piece, line, lines, pieces};
use super::facts::Facts;
use super::glance;
use super::letters::letters;
use super::svg::{said_stations, station_word};
use super::words::Speech;
use crate::model::Diagnosis;

/// The report as Markdown.
pub fn render(report: &Report, left_out: usize) -> String {
    let mut page = Page {
        out: String::new(),
        speech: Speech::new(report.texts),
        facts: Facts::of(report.case, report.texts, left_out),
        report,
    };
    page.verdict();
    page.key_facts();
    if let Some(found) = &report.case.diagnosis {
        page.reasons(found);
    }
    page.limits();
    page.checklist();
    page.letters();
    page.visits();
    page.answers();
    page.tables();
    page.end();
    page.out
}

struct Page<'a> {
    out: String,
    speech: Speech<'a>,
    facts: Facts,
    report: &'a Report<'a>,
}

impl Page<'_> {
    fn line(&mut self, text: &str) {
        self.out.push_str(text);
        self.out.push('\n');
    }

    fn head(&mut self, key: &str) {
        let head = prose(&self.speech.get(key));
        self.line(&format!("\n## {head}\n"));
    }

    fn verdict(&mut self) {
        let case = self.report.case;
        let page = self.facts.short_page.clone();
        let title = self.speech.say("report-title", &[("page", "\u{0}")]);
        let title = prose_with(&title, &code(&page));
        match &case.diagnosis {
            Some(found) => {
                self.line(&format!("# {}\n", prose(&found.headline)));
                let (who, sure) = (self.speech.fault(found.fault), self.speech.confidence(found.fault_confidence));
                self.line(&format!("**{}** ({})\n", prose(&who), prose(&sure)));
                let cause = prose(&self.speech.cause(found.cause));
                let (reason, sure) = (self.speech.get("report-reason"), self.speech.confidence(found.confidence));
                self.line(&format!("{} ({})\n", self.speech.titled(&prose(&reason), &cause), prose(&sure)));
                self.line(&format!("{}\n", prose(&self.speech.about_reason(found))));
            }
            None => self.line(&format!("# {}\n", prose(&self.speech.no_verdict(case)))),
        }
        self.line(&title);
        let path = said_stations(self.report.picture, &self.speech)
            .into_iter()
            .map(|(station, _, word)| format!("{} ({})", prose(&station_word(station, &self.speech)), prose(&word)));
        let path = path.collect::<Vec<_>>().join(" → ");
        self.line(&format!("\n{path}"));
    }

    fn key_facts(&mut self) {
        self.head("report-head-key");
        let none = self.speech.get("report-none-seen");
        for row in glance::rows(self.report, &self.facts, &self.speech) {
            let value = match row.value {
                Some(value) if row.is_code => code(&value),
                Some(value) => prose(&value),
                None => prose(&none),
            };
            let key = prose(&self.speech.get(row.key));
            self.line(&format!("- **{key}:** {value}"));
        }
    }

    fn reasons(&mut self, found: &Diagnosis) {
        self.because(found);
        self.next(found);
        let leave: Vec<_> = found.leave_alone.iter().map(|one| (&one.what, &one.why)).collect();
        self.pairs("report-head-leave", &leave);
        if !found.alternatives.is_empty() {
            self.head("report-head-alternatives");
        }
        for other in &found.alternatives {
            let (fault, cause) = (self.speech.fault(other.fault), self.speech.cause(other.cause));
            let what = self.speech.say("report-alternative-line", &[("fault", &fault), ("cause", &cause)]);
            let how = self.speech.say("report-separated-by", &[("how", &other.separated_by)]);
            let sure = self.speech.confidence(other.confidence);
            self.line(&format!("- {} ({}). {}", prose(&what), prose(&sure), prose(&how)));
        }
        let open: Vec<_> = found.not_tested.iter().map(|one| (&one.what, &one.why)).collect();
        self.pairs("report-head-not-tested", &open);
    }

    fn limits(&mut self) {
        let limits = &self.report.picture.limits;
        if limits.is_empty() {
            return;
        }
        self.head("limits-title");
        let drawn = super::limits::drawn(limits, &self.speech).join("\n");
        self.fence("text", &drawn);
        for said in super::limits::said(limits, &self.speech) {
            self.line(&format!("- {}", prose(&said)));
        }
    }

    fn because(&mut self, found: &Diagnosis) {
        if !found.because.is_empty() {
            self.head("report-head-because");
        }
        for reason in &found.because {
            self.line(&format!("- {}", prose(&reason.text)));
            if let Some(verify) = &reason.verify {
                let check = prose(&self.speech.get("report-verify"));
                self.line(&format!("  {}", self.speech.titled(&check, &code(verify))));
            }
        }
    }

    fn next(&mut self, found: &Diagnosis) {
        if !found.next.is_empty() {
            self.head("report-head-next");
        }
        for next in &found.next {
            self.line(&format!("- **{}:** {}", prose(&self.speech.who(next.who)), prose(&next.action)));
            if let Some(change) = &next.change {
                let file = prose(&self.speech.get("report-change-file"));
                self.line(&format!("\n{file} {}:\n", code(&change.file)));
                self.fence("diff", &change.diff);
                for (key, command) in change.commands() {
                    let what = prose(&self.speech.get(key));
                    self.line(&format!("\n{}\n", self.speech.titled(&what, &code(command))));
                }
            }
        }
    }

    fn pairs(&mut self, key: &str, pairs: &[(&String, &String)]) {
        if !pairs.is_empty() {
            self.head(key);
        }
        for (what, why) in pairs {
            self.line(&format!("- {}", prose(&self.speech.titled(what, why))));
        }
    }

    fn checklist(&mut self) {
        if self.report.case.steps.is_empty() {
            return;
        }
        self.head("report-head-checklist");
        let rows = self
            .report
            .case
            .steps
            .iter()
            .map(|step| [prose(&step.title), prose(&self.speech.step_status(step.status)), prose(&step.summary)]);
        let rows = rows.collect();
        self.table(["check", "status", "outcome"], rows);
    }

    fn visits(&mut self) {
        self.head("report-head-visits");
        let rows = self.facts.visits.iter().map(|v| {
            let cells = [&v.time, &v.ip_port, &v.tcp, &v.tls, &v.first_byte, &v.outcome, &v.purpose, &v.url];
            cells.map(|cell| cell_code(cell))
        });
        let rows = rows.collect();
        self.table_or(
            ["time", "ip", "tcp", "tls", "first-byte", "outcome", "purpose", "url"],
            rows,
            "report-no-visits",
        );
    }

    fn letters(&mut self) {
        for letter in letters(self.report, &self.facts, &self.speech) {
            self.head("report-head-letter");
            let reach = letter.reach.iter().map(|one| cell_code(one));
            let to: Vec<String> = std::iter::once(prose(&letter.to)).chain(reach).collect();
            self.line(&format!("{}\n", self.speech.list(&to)));
            self.fence("text", &letter.text);
        }
    }

    fn tables(&mut self) {
        self.head("report-head-dns");
        let rows = self
            .facts
            .dns
            .iter()
            .map(|d| [&d.question, &d.answer, &d.took, &d.way, &d.ip, &d.server].map(|cell| cell_code(cell)));
        let rows = rows.collect();
        self.table_or(["question", "answer", "took", "way", "ip", "server"], rows, "report-no-dns");
        if !self.facts.controls.is_empty() {
            self.head("report-head-controls");
            let rows = self.facts.controls.iter().map(|c| [cell_code(&c.name), cell_code(&c.outcome)]).collect();
            self.table(["site", "outcome"], rows);
        }
        if !self.facts.places.is_empty() {
            self.head("report-head-places");
            let rows = self.facts.places.iter().map(|p| {
                [prose(&p.place), prose(&p.network), cell_code(&p.ip), cell_code(&p.took), cell_code(&p.outcome)]
            });
            self.table(["place", "network", "ip", "took", "outcome"], rows.collect());
        }
        for trace in self.facts.traces.clone() {
            self.head("report-head-trace");
            self.line(&format!("{}\n", prose(&trace.to)));
            match trace.instead {
                Some(instead) => self.line(&prose(&instead)),
                None => {
                    let rows = trace.hops.iter().map(|hop| [&hop.ttl, &hop.ip, &hop.took].map(|cell| cell_code(cell)));
                    self.table(["hop", "ip", "took"], rows.collect());
                }
            }
        }
        if !self.facts.others.is_empty() {
            self.head("report-head-others");
            let rows = self.facts.others.iter().map(|one| [prose(&one.what), cell_code(&one.outcome)]).collect();
            self.table(["what", "outcome"], rows);
        }
        if self.facts.left_out > 0 {
            let left_out = self.speech.say("report-left-out", &[("count", &self.facts.left_out.to_string())]);
            self.line(&format!("\n{}", prose(&left_out)));
        }
    }

    fn table_or<const N: usize>(&mut self, keys: [&str; N], rows: Vec<[String; N]>, empty: &str) {
        if rows.is_empty() {
            self.line(&prose(&self.speech.get(empty)));
        } else {
            self.table(keys, rows);
        }
    }

    fn table<const N: usize>(&mut self, keys: [&str; N], rows: Vec<[String; N]>) {
        let head = keys.map(|key| prose(&self.speech.get(&format!("report-column-{key}"))));
        self.line(&format!("| {} |", head.join(" | ")));
        self.line(&format!("|{}", " --- |".repeat(N)));
        rows.iter().for_each(|row| self.line(&format!("| {} |", row.join(" | "))));
    }

    fn answers(&mut self) {
        for (key, texts) in [
            ("report-head-said", self.facts.user_said.clone()),
            ("report-head-malfunctions", self.facts.malfunctions.clone()),
        ] {
            if !texts.is_empty() {
                self.head(key);
                texts.iter().for_each(|text| self.fence("text", text));
            }
        }
        if !self.facts.answers.is_empty() {
            self.head("report-head-raw");
        }
        for answer in self.facts.answers.clone() {
            self.line(&format!("{}\n", code(&answer.title)));
            self.fence("text", &format!("{}\n\n{}", answer.head.trim_end(), answer.body));
            if let Some(bytes) = answer.cut {
                let cut = self.speech.say("report-body-cut", &[("bytes", &bytes.to_string())]);
                self.line(&prose(&cut));
            }
            self.line("");
        }
    }

    /// A fence longer than any run of backticks within.
    fn fence(&mut self, language: &str, text: &str) {
        let text = lines(text);
        let fence = "`".repeat((longest_run(&text) + 1).max(3));
        self.line(&format!("{fence}{language}\n{}\n{fence}", text.trim_end()));
    }

    fn end(&mut self) {
        self.head("report-head-about");
        let (made, privacy) = (self.speech.made_by(self.report.case), self.speech.privacy(self.report.case));
        self.line(&prose(&made));
        self.line(&prose(&privacy));
    }
}

/// Running text: nothing in it is markup but code between backticks, and no address in it becomes a link by itself.
fn prose(text: &str) -> String {
    let text = line(text);
    let shown = pieces(&text).into_iter().map(|piece| match piece {
        Piece::Words(text) => words(text),
        Piece::Code(text) => cell_code(text),
    });
    shown.collect()
}

fn words(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            // Beside a code span, an escaped backtick would count as a part of its fence.
            '`' => out.push_str("&#96;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '\\' | '*' | '_' | '[' | ']' | '|' | '~' | '#' | '$' | '@' => out.extend(['\\', c]),
            c => out.push(c),
        }
    }
    // Bare addresses become links in GitHub Flavored Markdown (its section 6.9).
    out.replace("://", "\\://").replace("www.", "www\\.")
}

/// Running text with one piece of markup in the place of a NUL.
fn prose_with(text: &str, inner: &str) -> String {
    text.split('\u{0}').map(prose_keeping_ends).collect::<Vec<_>>().join(inner)
}

fn prose_keeping_ends(text: &str) -> String {
    let start = if text.starts_with(' ') { " " } else { "" };
    let end = if text.ends_with(' ') { " " } else { "" };
    format!("{start}{}{end}", prose(text))
}

/// A code span that its content cannot close (CommonMark section 6.1).
fn code(text: &str) -> String {
    let text = line(text);
    if text.is_empty() {
        return String::new();
    }
    let fence = "`".repeat(longest_run(&text) + 1);
    let pad = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    format!("{fence}{pad}{text}{pad}{fence}")
}

/// A code span inside a table, where a pipe would end the cell even in code.
fn cell_code(text: &str) -> String {
    code(&text.replace('|', "¦"))
}

fn longest_run(text: &str) -> usize {
    text.split(|c| c != '`').map(str::len).max().unwrap_or(0)
}
