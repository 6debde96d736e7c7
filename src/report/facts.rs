//! The facts of a case in the words of a report, collected once for all formats.

use std::fmt::Write as _;
use std::net::IpAddr;

use jiff::{SignedDuration, Timestamp};

use super::also::{self, OtherRow, Trace};
use super::clean::{self, line};
use super::dns_rows::{self, DnsRow, Said};
use super::places::{self, PlaceRow};
use super::words::{self, Speech};
use crate::model::dns::{DnsServer, same_name};
use crate::model::observation::ControlLook;
use crate::model::visit::{Answer, Certificate, Trust, Visit, VisitPurpose};
use crate::model::{Case, Diagnosis, Known, Observation, Role, Seen, StepReport};
use crate::signature::names_a_request;
use crate::text::{Texts, utc_minutes};

/// Rows of one table; no check-up makes more, and a case file that claims more is not printed whole.
const ROWS: usize = 200;

/// Everything that a report tells besides the verdict.
#[derive(Debug, Clone, Default)]
pub struct Facts {
    /// When the run began.
    pub started: String,
    pub page: String,
    /// Host and path, for a headline.
    pub short_page: String,
    /// When the telling answer came.
    pub answered: Option<String>,
    /// Status, or how the visit failed.
    pub answer: Option<String>,
    pub request_ids: Vec<(String, String)>,
    pub server: Option<String>,
    pub certificate: Option<String>,
    /// The target's addresses that were asked.
    pub ips: Vec<IpAddr>,
    pub visits: Vec<VisitRow>,
    pub dns: Vec<DnsRow>,
    pub controls: Vec<ControlRow>,
    pub traces: Vec<Trace>,
    /// What other places got.
    pub places: Vec<PlaceRow>,
    /// What has no table of its own.
    pub others: Vec<OtherRow>,
    /// Rows that are left out, of all tables together.
    pub left_out: usize,
    pub user_said: Vec<String>,
    /// Failures of this program itself.
    pub malfunctions: Vec<String>,
    /// Answers in full, one of each kind.
    pub answers: Vec<RawAnswer>,
}

/// One visit as a row.
#[derive(Debug, Clone)]
pub struct VisitRow {
    pub id: String,
    pub time: String,
    pub purpose: String,
    pub url: String,
    pub ip_port: String,
    pub tcp: String,
    pub tls: String,
    pub first_byte: String,
    pub outcome: String,
    pub status: Option<u16>,
}

/// One control as a row.
#[derive(Debug, Clone)]
pub struct ControlRow {
    pub id: String,
    pub name: String,
    pub outcome: String,
    pub good: bool,
}

/// One answer in full, as far as a report shows it.
#[derive(Debug, Clone)]
pub struct RawAnswer {
    pub title: String,
    pub head: String,
    pub body: String,
    /// How many bytes of the body are not shown.
    pub cut: Option<usize>,
}

impl Facts {
    /// Reads the case. `left_out` counts what was left out of it before.
    pub fn of(case: &Case, texts: &Texts, left_out: usize) -> Facts {
        let speech = Speech::new(texts);
        let mut facts = Facts {
            started: utc(&case.started, 0).unwrap_or_else(|| line(&case.started)),
            page: line(case.target.url.as_str()),
            short_page: line(&format!("{}{}", case.target.host, case.target.url.path().trim_end_matches('/'))),
            left_out,
            ..Facts::default()
        };
        let mut said = Vec::new();
        for observation in &case.observations {
            facts.add(case, observation, &mut said, &speech);
        }
        facts.dns = dns_rows::fold(&said, &speech);
        facts.left_out += facts.dns.len().saturating_sub(ROWS);
        facts.dns.truncate(ROWS);
        if let Some((observation, visit)) = telling(case) {
            facts.tell(case, observation, visit, &speech);
            if case.role == Role::Owner {
                facts.judge_error_page(observation, visit, &speech);
            }
        }
        facts
    }

    fn add(&mut self, case: &Case, observation: &Observation, said: &mut Vec<Said>, speech: &Speech) {
        if let Some(row) = also::other(observation, case, speech) {
            push(&mut self.others, row, &mut self.left_out);
        }
        match &observation.seen {
            Seen::Visit { visit } => {
                let ip = visit.ip_port.ip();
                if visit.host == case.target.host && self.ips.len() < ROWS && !self.ips.contains(&ip) {
                    self.ips.push(ip);
                }
                push(&mut self.visits, visit_row(case, observation, visit, speech), &mut self.left_out);
                self.add_answer(observation, visit, speech);
            }
            Seen::DnsAnswer { server, question, reply } => {
                let (answer, ttl_secs, good) = words::dns_answer(reply, speech);
                let one = Said {
                    id: observation.id.to_string(),
                    server: line(&server.name),
                    ip: server.ip_port.to_string(),
                    way: server_kind(server, speech),
                    question: format!("{} {}", line(&question.name), question.record_type.name()),
                    answer,
                    ttl_secs,
                    took_ms: observation.took_ms,
                    good,
                    about_the_site: same_name(&question.name, &case.target.host),
                };
                push_up_to(said, one, MOST_ANSWERS, &mut self.left_out);
            }
            Seen::SystemLookup { host, ips } => {
                push_up_to(said, lookup(case, observation, host, ips, speech), MOST_ANSWERS, &mut self.left_out);
            }
            Seen::Control { control } => {
                push(&mut self.controls, control_row(observation, control, speech), &mut self.left_out);
            }
            Seen::Trace { .. } => {
                if let Some(trace) = also::trace(observation, case, speech) {
                    push_up_to(&mut self.traces, trace, 4, &mut self.left_out);
                }
            }
            Seen::World { world } => {
                let rows = places::rows(observation, world, speech);
                rows.into_iter().for_each(|row| push(&mut self.places, row, &mut self.left_out));
            }
            Seen::UserSaid { text } => {
                let text = clean::cut(&clean::lines(text), clean::MAX_BODY).0.to_owned();
                push_up_to(&mut self.user_said, text, 8, &mut self.left_out);
            }
            Seen::Malfunction { what } => push_up_to(&mut self.malfunctions, line(what), 20, &mut self.left_out),
            _ => {}
        }
    }

    /// Keeps the first answer of each status and server.
    fn add_answer(&mut self, observation: &Observation, visit: &Visit, speech: &Speech) {
        let Some(answer) = visit.trace.http.seen() else { return };
        let title = format!("{} {}", words::status(answer), line(answer.header("server").unwrap_or_default()));
        if self.answers.len() >= 6 || self.answers.iter().any(|known| known.title.starts_with(title.trim_end())) {
            return;
        }
        let title = format!("{} · {} · {}", title.trim_end(), speech.purpose(visit.purpose), observation.id);
        self.answers.push(raw_answer(title, answer));
    }

    /// What the site's owner may want to mend about the error page, whatever the reason for the error.
    fn judge_error_page(&mut self, observation: &Observation, visit: &Visit, speech: &Speech) {
        if let Some(outcome) = visit.trace.http.seen().and_then(|answer| words::error_page(answer, speech)) {
            let row = OtherRow { id: observation.id.to_string(), what: speech.get("report-seen-error-page"), outcome };
            push(&mut self.others, row, &mut self.left_out);
        }
    }

    /// Takes over what the telling visit showed.
    fn tell(&mut self, case: &Case, observation: &Observation, visit: &Visit, speech: &Speech) {
        self.answered = utc(&case.started, observation.at_ms);
        self.answer = Some(words::outcome(visit, speech));
        if let Some(tls) = visit.trace.tls.seen() {
            self.certificate = tls.chain.first().map(|leaf| certificate(leaf, &tls.trust, speech));
        }
        let Some(answer) = visit.trace.http.seen() else { return };
        self.server = answer.header("server").map(line);
        let ids = answer.headers.iter().filter(|(name, _)| names_a_request(name));
        self.request_ids = ids.map(|(name, value)| (line(name), line(value))).collect();
    }

    /// `cf-ray: …, x-request-id: …`, or nothing.
    pub fn request_ids_line(&self) -> Option<String> {
        let parts: Vec<_> = self.request_ids.iter().map(|(name, value)| format!("{name}: {value}")).collect();
        (!parts.is_empty()).then(|| parts.join(", "))
    }

    /// The addresses asked, or nothing.
    pub fn ips_line(&self) -> Option<String> {
        let parts: Vec<_> = self.ips.iter().map(IpAddr::to_string).collect();
        (!parts.is_empty()).then(|| parts.join(", "))
    }
}

/// The steps that found nothing wrong: what is ruled out.
pub fn ruled_out(case: &Case) -> impl Iterator<Item = &StepReport> {
    case.steps.iter().filter(|step| step.status == crate::model::StepStatus::Passed)
}

/// The visit that the report speaks of: one that the verdict rests on, rather the page than others, rather an error
/// than a good answer.
fn telling(case: &Case) -> Option<(&Observation, &Visit)> {
    let cited = |observation: &Observation| {
        let reasons = case.diagnosis.iter().flat_map(|Diagnosis { because, .. }| because);
        reasons.flat_map(|reason| &reason.observations).any(|id| *id == observation.id)
    };
    let visits = case.observations.iter().filter_map(|observation| match &observation.seen {
        Seen::Visit { visit } => Some((observation, &**visit)),
        _ => None,
    });
    visits.rev().max_by_key(|(observation, visit)| {
        let is_page = matches!(visit.purpose, VisitPurpose::Page | VisitPurpose::Hop(_) | VisitPurpose::Repeat(_));
        let status = visit.trace.http.seen().map(|answer| answer.status);
        (is_page, status.is_some_and(|status| status >= 400), cited(observation), status.is_some())
    })
}

/// Answers of DNS servers that are folded; the work grows with the square of the different ones.
const MOST_ANSWERS: usize = 2_000;

fn push<T>(rows: &mut Vec<T>, row: T, left_out: &mut usize) {
    push_up_to(rows, row, ROWS, left_out);
}

/// One more row, or one more that is left out.
fn push_up_to<T>(rows: &mut Vec<T>, row: T, most: usize, left_out: &mut usize) {
    if rows.len() < most {
        rows.push(row);
    } else {
        *left_out += 1;
    }
}

/// The moment this long after the start, as `2026-11-24 10:02:11.061 UTC`.
pub fn utc(started: &str, after_ms: u64) -> Option<String> {
    let started: Timestamp = started.parse().ok()?;
    let moment = started.checked_add(SignedDuration::from_millis(i64::try_from(after_ms).ok()?)).ok()?;
    Some(moment.strftime("%Y-%m-%d %H:%M:%S UTC").to_string())
}

/// The time of day of that moment, to the millisecond.
fn time_of_day(started: &str, after_ms: u64) -> String {
    let moment = || {
        let started: Timestamp = started.parse().ok()?;
        started.checked_add(SignedDuration::from_millis(i64::try_from(after_ms).ok()?)).ok()
    };
    moment().map_or_else(|| format!("+{after_ms} ms"), |moment| moment.strftime("%H:%M:%S.%3f").to_string())
}

fn visit_row(case: &Case, observation: &Observation, visit: &Visit, speech: &Speech) -> VisitRow {
    let phase = |ms: Option<u64>, failed: bool| match ms {
        Some(0) => "<1".to_owned(),
        Some(ms) => ms.to_string(),
        None if failed => "×".to_owned(),
        None => String::new(),
    };
    let trace = &visit.trace;
    let is_page = visit.url == case.target.url.as_str() && !visit.root_only;
    VisitRow {
        id: observation.id.to_string(),
        time: time_of_day(&case.started, observation.at_ms),
        purpose: speech.purpose(visit.purpose),
        url: if is_page { speech.get("report-same-page") } else { line(&visit.url) },
        ip_port: visit.ip_port.to_string(),
        tcp: phase(trace.tcp.seen().map(|tcp| tcp.ms), trace.tcp.failed().is_some()),
        tls: phase(trace.tls.seen().map(|tls| tls.ms), trace.tls.failed().is_some()),
        first_byte: phase(trace.http.seen().map(|http| http.first_byte_ms), trace.http.failed().is_some()),
        outcome: words::outcome(visit, speech),
        status: trace.http.seen().map(|answer| answer.status),
    }
}

fn server_kind(server: &DnsServer, speech: &Speech) -> String {
    speech.list(&[speech.server_role(server.role), speech.transport(server.transport)])
}

fn lookup(case: &Case, observation: &Observation, host: &str, ips: &Known<Vec<IpAddr>>, speech: &Speech) -> Said {
    let answer = match ips {
        Known::Seen(ips) => {
            let mut ips = ips.clone();
            ips.sort_unstable();
            speech.list(&ips.iter().map(IpAddr::to_string).collect::<Vec<_>>())
        }
        Known::Failed(failure) => speech.failure(failure),
        Known::NotTried(why) => speech.not_tried(why),
    };
    Said {
        id: observation.id.to_string(),
        server: speech.get("report-dns-device"),
        ip: String::new(),
        way: speech.get("report-dns-device-way"),
        question: line(host),
        answer,
        ttl_secs: None,
        took_ms: observation.took_ms,
        good: ips.seen().is_some_and(|ips| !ips.is_empty()),
        about_the_site: same_name(host, &case.target.host),
    }
}

fn control_row(observation: &Observation, control: &ControlLook, speech: &Speech) -> ControlRow {
    let status = control.visit.as_ref().and_then(|visit| visit.trace.http.seen()).map(|answer| answer.status);
    let outcome = match (&control.visit, &control.ips) {
        (Some(visit), _) => words::outcome(visit, speech),
        (None, Known::Failed(failure)) => speech.failure(failure),
        (None, Known::NotTried(why)) => speech.not_tried(why),
        (None, Known::Seen(_)) => speech.get("report-not-visited"),
    };
    ControlRow {
        id: observation.id.to_string(),
        name: line(&control.name),
        outcome,
        good: status == Some(control.expected_status),
    }
}

fn certificate(leaf: &Certificate, trust: &Trust, speech: &Speech) -> String {
    speech.say(
        "report-certificate-line",
        &[
            ("subject", &line(&leaf.subject)),
            ("issuer", &line(&leaf.issuer)),
            ("from", &utc_minutes(leaf.not_before)),
            ("until", &utc_minutes(leaf.not_after)),
            ("trust", &speech.trust(trust)),
        ],
    )
}

fn raw_answer(title: String, answer: &Answer) -> RawAnswer {
    let mut head = format!("{} {}\n", answer.version, words::status(answer));
    for (name, value) in answer.headers.iter().take(80) {
        let _ = writeln!(head, "{}: {}", line(name), line(value));
    }
    let body = clean::lines(&answer.body);
    let (shown, was_cut) = clean::cut(&body, clean::MAX_BODY);
    let cut = was_cut.then(|| body.len() - shown.len());
    RawAnswer { title: line(&title), head: line_by_line(&head), body: shown.to_owned(), cut }
}

fn line_by_line(text: &str) -> String {
    text.lines().map(line).collect::<Vec<_>>().join("\n")
}
