//! Words for what was seen: failures, purposes, phases. No judgement.

use std::net::IpAddr;

use serde::Serialize;

use super::clean::line;
use crate::model::diagnosis::Words;
use crate::model::dns::{DnsReply, Rcode, ServerRole, Transport};
use crate::model::visit::{Answer, Trust, Visit, VisitPurpose};
use crate::model::{
    Case, Cause, Confidence, Diagnosis, Ended, Failure, FailureKind, Fault, Known, StepStatus, Tried, Who,
};
use crate::text::{Texts, duration_ms};

/// The messages of a report.
pub struct Speech<'a> {
    texts: &'a Texts,
}

impl<'a> Speech<'a> {
    pub fn new(texts: &'a Texts) -> Self {
        Speech { texts }
    }

    /// What was tried, and what this device showed of it.
    pub fn tried(&self, tried: &Tried) -> String {
        let title = self.get(&format!("remedy-{}-title", tried.remedy.name()));
        match &tried.noticed {
            Some(noticed) => {
                let noticed = self.texts.say(&noticed.words());
                self.texts.say(&Words::new("guided-told").with("title", title).with("noticed", noticed))
            }
            None => title,
        }
    }

    /// A message without values.
    pub fn get(&self, key: &str) -> String {
        self.texts.get(key)
    }

    /// A message with values.
    pub fn say(&self, key: &str, values: &[(&str, &str)]) -> String {
        self.texts.say(&values.iter().fold(Words::new(key), |words, (name, value)| words.with(name, value)))
    }

    /// A size.
    pub fn bytes(&self, bytes: u64) -> String {
        self.texts.bytes(bytes)
    }

    /// A length of time.
    pub fn duration_ms(&self, ms: u64) -> String {
        self.texts.duration_ms(ms)
    }

    /// Names, numbers or half-sentences one after the other.
    pub fn list<T: AsRef<str>>(&self, parts: &[T]) -> String {
        self.texts.list(parts)
    }

    /// What it is called, and what is said of it.
    pub fn titled(&self, title: &str, text: &str) -> String {
        self.texts.titled(title, text)
    }

    /// From this to that.
    pub fn span(&self, from: &str, to: &str) -> String {
        self.say("report-span", &[("from", from), ("to", to)])
    }

    /// A failure with its time and the words of whoever reported it.
    pub fn failure(&self, failure: &Failure) -> String {
        let what = self.get(&format!("report-failure-{}", word(&failure.kind)));
        let after = self.say("report-failure-after", &[("what", &what), ("time", &duration_ms(failure.after_ms))]);
        // Of a kind that has its words here, the system's add nothing but another language.
        let is_said = failure.os_code.is_some() && failure.kind != FailureKind::Other;
        match line(&failure.detail) {
            detail if detail.is_empty() || is_said => after,
            detail => format!("{after} ({})", self.texts.value(&detail)),
        }
    }

    /// Not tried, and why.
    pub fn not_tried(&self, why: &str) -> String {
        self.say("report-not-tried", &[("why", &line(why))])
    }

    pub fn purpose(&self, purpose: VisitPurpose) -> String {
        let number = match purpose {
            VisitPurpose::Repeat(number) | VisitPurpose::Hop(number) | VisitPurpose::Cookies(number) => number,
            _ => 0,
        };
        let name = match purpose {
            VisitPurpose::Repeat(_) => "repeat".to_owned(),
            VisitPurpose::Hop(_) => "hop".to_owned(),
            VisitPurpose::Cookies(_) => "cookies".to_owned(),
            plain => word(&plain),
        };
        self.say(&format!("report-purpose-{name}"), &[("number", &number.to_string())])
    }

    pub fn server_role(&self, role: ServerRole) -> String {
        self.get(&format!("report-server-{}", word(&role)))
    }

    pub fn transport(&self, transport: Transport) -> String {
        self.get(&format!("report-transport-{}", word(&transport)))
    }

    pub fn trust(&self, trust: &Trust) -> String {
        match trust {
            Trust::Untrusted(problem) => self.get(&format!("report-trust-{}", word(problem))),
            trusted => self.get(&format!("report-trust-{}", word(trusted))),
        }
    }

    pub fn step_status(&self, status: StepStatus) -> String {
        self.get(&format!("report-status-{}", status.name()))
    }

    pub fn confidence(&self, confidence: Confidence) -> String {
        self.get(&format!("report-confidence-{confidence}"))
    }

    /// Who has to act, as a chip.
    pub fn fault(&self, fault: Fault) -> String {
        self.get(&format!("report-fault-{fault}"))
    }

    /// The cause in words where there are some, or else its name.
    pub fn cause(&self, cause: Cause) -> String {
        let key = format!("cause-{cause}-title");
        if self.texts.has(&key) { self.texts.get(&key) } else { cause.to_string() }
    }

    /// What the confidence in the cause means, and by which name this program knows the cause.
    pub fn about_reason(&self, found: &Diagnosis) -> String {
        let name = self.say("report-cause-name", &[("cause", &found.cause.to_string())]);
        self.texts.sentences(&[self.get(&format!("report-sure-{}", found.confidence)), name])
    }

    pub fn who(&self, who: Who) -> String {
        self.get(&format!("report-who-{}", who.name()))
    }

    /// What to say where there is no verdict, and why there is none.
    pub fn no_verdict(&self, case: &Case) -> String {
        self.get(match case.ended {
            Some(Ended::Cancelled) | None => "report-no-verdict-stopped",
            Some(Ended::Budget) => "report-no-verdict-budget",
            Some(Ended::Completed) => "report-no-verdict",
        })
    }

    /// Which program and rules made this, and whether something is hidden.
    pub fn made_by(&self, case: &Case) -> String {
        let values = [("name", "Gatemend"), ("version", &line(&case.app.version)), ("rules", &line(&case.app.rules))];
        self.say("report-made-by", &values)
    }

    pub fn privacy(&self, case: &Case) -> String {
        self.get(if case.redacted { "report-redacted" } else { "report-not-redacted" })
    }
}

/// The status line as a person says it: `502 Bad Gateway`.
pub fn status(answer: &Answer) -> String {
    let phrase = match line(&answer.reason) {
        reason if reason.is_empty() => http::StatusCode::from_u16(answer.status)
            .ok()
            .and_then(|status| status.canonical_reason())
            .unwrap_or_default()
            .to_owned(),
        reason => reason,
    };
    format!("{} {phrase}", answer.status).trim_end().to_owned()
}

/// How a visit ended: its status, or the phase at which it failed.
pub fn outcome(visit: &Visit, speech: &Speech) -> String {
    let trace = &visit.trace;
    let at = |phase: &str, failure: &Failure| speech.titled(&speech.get(phase), &speech.failure(failure));
    if let Some(failure) = trace.tcp.failed() {
        return at("report-phase-tcp", failure);
    }
    if let Some(failure) = trace.tunnel.failed() {
        return at("report-phase-tunnel", failure);
    }
    match (&trace.http, &trace.tls) {
        (Known::Seen(answer), _) => match &answer.body_failure {
            Some(failure) => format!("{}; {}", status(answer), at("report-phase-body", failure)),
            None => status(answer),
        },
        (Known::Failed(failure), _) => at("report-phase-http", failure),
        (Known::NotTried(_), Known::Failed(failure)) => at("report-phase-tls", failure),
        (Known::NotTried(why), _) => speech.not_tried(why),
    }
}

/// What a DNS server answered in words, its time to live, and whether that is an answer with addresses or names. What
/// it lists is put in order: servers turn the order on purpose, and it means nothing.
pub fn dns_answer(reply: &Known<DnsReply>, speech: &Speech) -> (String, Option<u32>, bool) {
    let reply = match reply {
        Known::Seen(reply) => reply,
        Known::Failed(failure) => return (speech.failure(failure), None, false),
        Known::NotTried(why) => return (speech.not_tried(why), None, false),
    };
    let mut ips = reply.ips.clone();
    ips.sort_unstable();
    let mut names: Vec<String> = reply.names.iter().map(|name| line(name)).collect();
    names.sort_unstable();
    let found: Vec<String> = names.into_iter().chain(ips.iter().map(IpAddr::to_string)).collect();
    let answer = match (&reply.rcode, found.is_empty()) {
        (Rcode::NoError, false) => speech.list(&found),
        (Rcode::NoError, true) => speech.get("report-dns-empty"),
        (rcode, _) => rcode.name(),
    };
    let errors = reply.extended_errors.iter().map(|error| match line(&error.text) {
        text if text.is_empty() => format!("; EDE {}", error.code),
        text => format!("; EDE {}: {text}", error.code),
    });
    let ttl = reply.ttl_secs.filter(|_| !found.is_empty());
    (answer + &errors.collect::<String>(), ttl, reply.rcode == Rcode::NoError && !found.is_empty())
}

/// The word by which this stands in a case file.
fn word(value: &impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => word,
        _ => String::new(),
    }
}
/// What is to be said of an answer as the page that visitors of a broken site get; nothing where it is none.
pub fn error_page(answer: &Answer, speech: &Speech) -> Option<String> {
    let remarks = crate::signature::error_page::judge(answer)?;
    if remarks.is_empty() {
        return Some(speech.get("error-page-is-good"));
    }
    let told = remarks.iter().map(|remark| {
        let (name, value) = remark.told();
        speech.say(&format!("error-page-{name}"), &[("value", &line(&value))])
    });
    Some(told.collect::<Vec<_>>().join(" "))
}
