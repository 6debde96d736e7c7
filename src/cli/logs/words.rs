//! What logs say, in sentences.

use jiff::tz::TimeZone;

use super::super::terminal;
use super::super::verdict::{Detail, in_words};
use super::other::Other;
use crate::checkup::beside::Searched;
use crate::logs::format;
use crate::logs::incidents::Incident;
use crate::logs::statistics::Part as Share;
use crate::logs::together::{CauseTold, FileTold, Together};
use crate::model::diagnosis::Words;
use crate::model::log::{LogSummary, LogTime, Named, Part, Says, Unlearnt};
use crate::model::{Case, Diagnosis, Role, Target};
use crate::report::words::Speech;
use crate::report::{one_line, request_words};
use crate::text::Texts;

/// What each log has about the visitor's requests.
pub(super) fn in_logs(logs: &[LogSummary], searched: &Searched, texts: &Texts) -> String {
    let speech = Speech::new(texts);
    let clock = match searched.ahead_secs {
        None => speech.get("request-clock-unknown"),
        Some(ahead) if ahead.abs() <= 2 => speech.get("request-clock-right"),
        Some(ahead) => {
            let key = if ahead > 0 { "request-clock-ahead" } else { "request-clock-behind" };
            speech.say(key, &[("time", &speech.duration_ms(ahead.unsigned_abs().saturating_mul(1_000)))])
        }
    };
    let mut text = format!("\n{}\n  {clock}\n", terminal::bold(&texts.get("request-title")));
    for (log, traced) in logs.iter().filter_map(|log| Some((log, log.traced.as_ref()?))) {
        text.push_str(&format!("  {}: {}\n", one_line(&log.name), request_words::traced(traced, &speech)));
        for line in request_words::lines(traced) {
            text.push_str(&format!("    {}\n", terminal::dim(&shortened(&line))));
        }
    }
    text
}

pub(super) fn in_sentences(
    told: &Together<'_>,
    others: &[Option<Other>],
    diagnosis: &Diagnosis,
    both: Option<&Case>,
    requests: &str,
    texts: &Texts,
) -> String {
    let mut text = String::new();
    // The sentence is printed as for a whole case; without one the case around it is empty.
    if let Some(both) = both {
        text.push_str(&in_words(both, texts, Detail::Usual));
        text.push_str(requests);
    } else if let Ok(target) = Target::parse("site.invalid") {
        let mut case = Case::new(target, Role::Owner, String::new(), texts.tag());
        case.diagnosis = Some(diagnosis.clone());
        text.push_str(&in_words(&case, texts, Detail::Usual));
    }
    let whole = span(told.from, told.to, texts);
    let of_whole = whole.as_ref().map(|span| format!(", {span}")).unwrap_or_default();
    text.push_str(&format!("\n{}: {}{of_whole}\n", texts.get("cli-logs-read"), told.lines));
    for (file, other) in told.files.iter().zip(others) {
        let formats: Vec<String> =
            file.formats.iter().map(|one| one_line(&texts.say(&format::words(&one.name)))).collect();
        let cut = file.cut.map(|why| format!(" ({})", one_line(&texts.value(why)))).unwrap_or_default();
        let words = Words::new("cli-logs-grown").with("size", texts.bytes(file.grown));
        let grown = if file.grown > 0 { format!(" ({})", texts.say(&words)) } else { String::new() };
        let about = match (file.lines, formats.is_empty()) {
            (0, _) => texts.get("cli-logs-empty"),
            (lines, true) => lines.to_string(),
            (lines, false) => format!("{lines} · {}", texts.list(&formats)),
        };
        // Where no time holds for all, each has its own.
        let own = span(file.from, file.to, texts).filter(|_| whole.is_none());
        let own = own.map(|span| format!(", {span}")).unwrap_or_default();
        text.push_str(&format!("  {}: {about}{own}{cut}{grown}\n", one_line(&texts.value(file.name))));
        match other {
            Some(other) => {
                text.push_str(&format!("    {}\n", Speech::new(texts).say("cli-logs-other", &[("kind", other.name())])))
            }
            None => text.push_str(&unlearnt(file, told, texts)),
        }
    }
    text.push_str(&answer_lines(told, texts));
    if told.to_gatemend > 0 {
        text.push_str(&format!("  {}\n", texts.say(&Words::new("cli-logs-own-looks").with("count", told.to_gatemend))));
    }
    if told.names_left_out {
        text.push_str(&format!("  {}\n", texts.get("cli-logs-names-left-out")));
    }
    text.push_str(&incident_lines(&told.patterns.incidents, texts));
    for cause in &told.causes {
        text.push_str(&cause_lines(cause, texts));
    }
    if told.unrecognised.count > 0 {
        text.push_str(&format!("\n{}: {}\n", texts.get("cli-logs-unrecognised"), told.unrecognised.count));
        // Lines of a file that is no text tell nobody anything.
        let is_text = !others.iter().flatten().any(|other| other.is_binary());
        for example in told.unrecognised.examples.iter().filter(|_| is_text).take(2) {
            text.push_str(&format!("  {}\n", shortened(example)));
        }
    }
    text
}

/// How many answers had which status, and how many of them failed.
fn answer_lines(told: &Together<'_>, texts: &Texts) -> String {
    let Some(answers) = told.answers.as_ref().filter(|answers| !answers.statuses.is_empty()) else {
        return String::new();
    };
    // What a server did wrong is told status by status, all else by its class.
    let mut rows: Vec<(String, u64)> = Vec::new();
    for one in &answers.statuses {
        let name = if one.status >= 500 { one.status.to_string() } else { format!("{}xx", one.status / 100) };
        match rows.last_mut().filter(|(last, _)| *last == name) {
            Some((_, count)) => *count += one.count,
            None => rows.push((name, one.count)),
        }
    }
    let rows: Vec<String> = rows.iter().map(|(name, count)| format!("{name} × {}", texts.count(*count))).collect();
    let mut text = format!("\n{}\n", texts.titled(&texts.get("cli-logs-statuses"), &texts.list(&rows)));
    if answers.failed > 0 {
        let share = Share { some: answers.failed, all: answers.answers };
        let words = Words::new("cli-logs-failed").with("failed", texts.count(answers.failed));
        let words = words.with("answers", texts.count(answers.answers)).with("percent", share.percent());
        text.push_str(&format!("  {}\n", texts.say(&words)));
    }
    if let Some(peak) = &answers.peak {
        let words = Words::new("cli-logs-peak").with("failed", texts.count(peak.failed)).with("from", peak.start);
        let words = words.with("answers", texts.count(peak.answers)).with("minutes", peak.width / 60);
        text.push_str(&format!("  {}\n", texts.say(&words)));
    }
    text
}

/// From when to when, as the reader's language writes it.
fn span(from: Option<LogTime>, to: Option<LogTime>, texts: &Texts) -> Option<String> {
    let (from, to) = (when(from?, texts), when(to?, texts));
    Some(if from == to { from } else { format!("{from} – {to}") })
}

fn when(time: LogTime, texts: &Texts) -> String {
    texts.value(&time.to_string())
}

/// In which zone the times are told, and whose times are those of a log's own clock.
pub(super) fn clocks(told: &Together<'_>, zone: Option<&TimeZone>, texts: &Texts) -> String {
    let times = || told.files.iter().filter_map(|file| Some((file, file.to?)));
    let last = times().map(|(_, time)| time).filter(|time| time.has_zone).max();
    let shown = last.zip(zone).and_then(|(time, zone)| {
        let zoned = jiff::Timestamp::from_second(time.seconds).ok()?.to_zoned(zone.clone());
        let offset = zoned.offset();
        Some(if offset.is_zero() { "UTC".to_owned() } else { zoned.strftime("UTC%:z").to_string() })
    });
    let own: Vec<String> = times().filter(|(_, time)| !time.has_zone).map(|(file, _)| one_line(file.name)).collect();
    let mut lines: Vec<String> = Vec::new();
    lines.extend(shown.map(|zone| texts.say(&Words::new("cli-logs-zone").with("zone", zone))));
    if !own.is_empty() {
        let mut named: Vec<String> = own.iter().take(LOGS_NAMED).cloned().collect();
        let more = own.len().saturating_sub(LOGS_NAMED);
        named.extend((more > 0).then(|| texts.say(&Words::new("cli-and-more").with("count", more))));
        lines.push(texts.say(&Words::new("cli-logs-own-clock").with("logs", texts.list(&named))));
    }
    lines.iter().map(|line| format!("\n{}", terminal::dim(line))).collect::<String>()
        + if lines.is_empty() { "" } else { "\n" }
}

/// How many logs without a zone are named.
const LOGS_NAMED: usize = 3;

/// What to do where answers may stand in a format of the owner's own that was not learnt.
fn unlearnt(file: &FileTold<'_>, told: &Together<'_>, texts: &Texts) -> String {
    let missing = match file.unlearnt {
        // Without any form it is mostly no log of answers: worth a word only where nothing was understood.
        None => return String::new(),
        Some(Unlearnt::Form) if told.unrecognised.count * 2 < told.lines => return String::new(),
        Some(Unlearnt::Form) => "form",
        Some(Unlearnt::Time) => "time",
        Some(Unlearnt::Page) => "page",
        Some(Unlearnt::Status) => "status",
    };
    let said = Speech::new(texts).say("cli-logs-unlearnt", &[("missing", missing)]);
    format!("    {said}\n")
}

/// How many incidents are named, the largest ones.
const INCIDENTS: usize = 3;

fn incident_lines(incidents: &[Incident], texts: &Texts) -> String {
    if incidents.is_empty() {
        return String::new();
    }
    let mut largest: Vec<&Incident> = incidents.iter().collect();
    largest.sort_by_key(|incident| std::cmp::Reverse(incident.count));
    largest.truncate(INCIDENTS);
    largest.sort_by_key(|incident| incident.from);
    let mut text = format!("\n{}: {}\n", texts.get("cli-logs-incidents"), incidents.len());
    for incident in largest {
        let times = span(Some(incident.from), Some(incident.to), texts).unwrap_or_default();
        text.push_str(&format!("  {times}: {}\n", incident.count));
    }
    text
}

fn cause_lines(cause: &CauseTold, texts: &Texts) -> String {
    let alone = matches!((cause.says, cause.part), (Says::Hint, Part::Cause));
    let part = match cause.part {
        Part::Cause if alone => format!(" · {}", texts.get("cli-logs-hint")),
        Part::Cause => String::new(),
        Part::Consequence => format!(" · {}", texts.get("cli-logs-consequence")),
        Part::Aside | Part::Mark => format!(" · {}", texts.get("cli-logs-aside")),
    };
    let span = span(cause.first, cause.last, texts).map(|span| format!("  {span}\n")).unwrap_or_default();
    let title = texts.get(&format!("cause-{}-title", cause.cause));
    let heading = terminal::bold(&format!("{} × {}", cause.count, one_line(&title)));
    let mut text = format!("\n{heading} ({}){part}\n{span}", cause.cause);
    let mut names = |key: &str, named: &[Named]| {
        if !named.is_empty() {
            let listed: Vec<String> =
                named.iter().take(3).map(|one| format!("{} ({})", one_line(&one.name), one.count)).collect();
            text.push_str(&format!("  {}: {}\n", texts.get(key), texts.list(&listed)));
        }
    };
    names("cli-logs-upstreams", &cause.upstreams);
    names("cli-logs-pages", &cause.requests);
    text.push_str(&format!("  {}\n", terminal::dim(&shortened(&cause.example))));
    text
}

/// A line of a log, cut to what fits two lines of a terminal.
fn shortened(line: &str) -> String {
    let line = one_line(line);
    let mut short: String = line.chars().take(160).collect();
    if short.len() < line.len() {
        short.push('…');
    }
    short
}
