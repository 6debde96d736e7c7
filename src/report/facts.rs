//! The facts of a case in the words of a report, collected once for all formats.

use std::fmt::Write as _;
use std::net::IpAddr;

use jiff::{SignedDuration, Timestamp};

use super::clean::{self, line};
use super::words::{self, Speech};
use crate::model::dns::DnsServer;
use crate::model::observation::ControlLook;
use crate::model::visit::{Answer, Certificate, Trust, Visit, VisitPurpose};
use crate::model::{Case, Diagnosis, Known, Observation, Seen, StepReport};
use crate::text::{Texts, duration_ms, utc_minutes};

/// Headers that name one request, so that the site's people can find it in their logs.
const REQUEST_IDS: [&str; 16] = [
    "cf-ray",
    "x-request-id",
    "x-amz-cf-id",
    "x-amzn-trace-id",
    "x-amz-request-id",
    "x-served-by",
    "x-azure-ref",
    "x-ms-request-id",
    "fly-request-id",
    "x-vercel-id",
    "x-railway-request-id",
    "x-fastly-request-id",
    "x-correlation-id",
    "x-cloud-trace-context",
    "x-request-trace-id",
    "traceparent",
];

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

/// One DNS answer as a row.
#[derive(Debug, Clone)]
pub struct DnsRow {
    pub id: String,
    pub server: String,
    pub ip: String,
    pub transport: String,
    pub question: String,
    pub answer: String,
    pub took: String,
    pub good: bool,
}

/// One control as a row.
#[derive(Debug, Clone)]
pub struct ControlRow {
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
    /// Reads the case.
    pub fn of(case: &Case, texts: &Texts) -> Facts {
        let speech = Speech::new(texts);
        let mut facts = Facts {
            started: utc(&case.started, 0).unwrap_or_else(|| line(&case.started)),
            page: line(case.target.url.as_str()),
            short_page: line(&format!("{}{}", case.target.host, case.target.url.path().trim_end_matches('/'))),
            ..Facts::default()
        };
        for observation in &case.observations {
            facts.add(case, observation, &speech);
        }
        if let Some((observation, visit)) = telling(case) {
            facts.tell(case, observation, visit, &speech);
        }
        facts
    }

    fn add(&mut self, case: &Case, observation: &Observation, speech: &Speech) {
        match &observation.seen {
            Seen::Visit { visit } => {
                let ip = visit.ip_port.ip();
                if visit.host == case.target.host && !self.ips.contains(&ip) {
                    self.ips.push(ip);
                }
                self.visits.push(visit_row(case, observation, visit, speech));
                self.add_answer(observation, visit, speech);
            }
            Seen::DnsAnswer { server, question, reply } => {
                let (answer, good) = words::dns_answer(reply, speech);
                self.dns.push(DnsRow {
                    id: observation.id.to_string(),
                    server: line(&server.name),
                    ip: server.ip_port.to_string(),
                    transport: server_kind(server, speech),
                    question: format!("{} {}", line(&question.name), question.record_type.name()),
                    answer,
                    took: duration_ms(observation.took_ms),
                    good,
                });
            }
            Seen::SystemLookup { host, ips } => self.dns.push(lookup_row(observation, host, ips, speech)),
            Seen::Control { control } => self.controls.push(control_row(control, speech)),
            Seen::UserSaid { text } => {
                self.user_said.push(clean::cut(&clean::lines(text), clean::MAX_BODY).0.to_owned())
            }
            Seen::Malfunction { what } => self.malfunctions.push(line(what)),
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

    /// Takes over what the telling visit showed.
    fn tell(&mut self, case: &Case, observation: &Observation, visit: &Visit, speech: &Speech) {
        self.answered = utc(&case.started, observation.at_ms);
        self.answer = Some(words::outcome(visit, speech));
        if let Some(tls) = visit.trace.tls.seen() {
            self.certificate = tls.chain.first().map(|leaf| certificate(leaf, &tls.trust, speech));
        }
        let Some(answer) = visit.trace.http.seen() else { return };
        self.server = answer.header("server").map(line);
        let ids = answer.headers.iter().filter(|(name, _)| REQUEST_IDS.contains(&name.to_ascii_lowercase().as_str()));
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
    format!("{}, {}", speech.server_role(server.role), speech.transport(server.transport))
}

fn lookup_row(observation: &Observation, host: &str, ips: &Known<Vec<IpAddr>>, speech: &Speech) -> DnsRow {
    let answer = match ips {
        Known::Seen(ips) => ips.iter().map(IpAddr::to_string).collect::<Vec<_>>().join(", "),
        Known::Failed(failure) => speech.failure(failure),
        Known::NotTried(why) => speech.not_tried(why),
    };
    DnsRow {
        id: observation.id.to_string(),
        server: speech.get("report-dns-device"),
        ip: String::new(),
        transport: speech.get("report-dns-device-way"),
        question: line(host),
        answer,
        took: duration_ms(observation.took_ms),
        good: ips.seen().is_some_and(|ips| !ips.is_empty()),
    }
}

fn control_row(control: &ControlLook, speech: &Speech) -> ControlRow {
    let status = control.visit.as_ref().and_then(|visit| visit.trace.http.seen()).map(|answer| answer.status);
    let outcome = match (&control.visit, &control.ips) {
        (Some(visit), _) => words::outcome(visit, speech),
        (None, Known::Failed(failure)) => speech.failure(failure),
        (None, Known::NotTried(why)) => speech.not_tried(why),
        (None, Known::Seen(_)) => speech.get("report-not-visited"),
    };
    ControlRow { name: line(&control.name), outcome, good: status == Some(control.expected_status) }
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
