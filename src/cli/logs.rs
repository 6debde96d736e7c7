//! `gatemend logs`: what server logs say about a failure. Nobody is asked, and nothing is written.

mod piped;
pub mod files;
mod progress;

use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use serde::Serialize;

use super::args::Logs;
use super::verdict::{Detail, in_words};
use super::{ExitCode, Trouble, check, identify, terminal};
use crate::checkup::beside::{self, Searched};
use crate::diagnosis::logged;
use crate::logs::format::Custom;
use crate::logs::incidents::Incident;
use crate::logs::together::{CauseTold, FileTold, Together, together};
use crate::logs::{Wish, format, open, summarise};
use crate::model::diagnosis::Words;
use crate::model::log::{LogFormat, LogSummary, LogSyntax, Named, Part, Says, Unlearnt};
use crate::model::wanted::Traced;
use crate::model::{Case, Diagnosis, Known, NextStep, Role, Target, Who};
use crate::report::redact;
use crate::report::request_words;
use crate::report::words::Speech;
use crate::report::{harmless_json, one_line};
use crate::settings::Settings;
use crate::store;
use crate::text::Texts;
use files::{LogFile, files};
use piped::Piped;
use progress::Progresses;

#[derive(Serialize)]
struct Output<'a> {
    schema: u32,
    #[serde(flatten)]
    told: &'a Together<'a>,
    /// What each log has about the requests of the visitor's case.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    requests: Vec<InLog<'a>>,
    diagnosis: &'a Diagnosis,
}

#[derive(Serialize)]
struct InLog<'a> {
    log: &'a str,
    #[serde(flatten)]
    traced: &'a Traced,
}

pub fn run(logs: &Logs) -> Result<ExitCode, Trouble> {
    terminal::colours(logs.printed.no_color);
    let texts = check::texts(logs.printed.lang.as_deref(), None)?;
    let utc_offset = beside::wall_offset();
    let case = logs.case.as_deref().map(store::read_case).transpose()?;
    let searched = case.as_ref().map(|case| beside::searched(case, utc_offset));
    let mut wish = wish(logs)?;
    if let Some((case, searched)) = case.as_ref().zip(searched.as_ref()) {
        let beside = beside::wish(case, searched, wish.now, None, utc_offset);
        (wish.asked, wish.wanted) = (beside.asked, beside.wanted);
    }
    let runtime = check::runtime()?;
    let formats = formats(logs, &runtime)?;
    let interrupted = check::watch_for_interrupt(&runtime);
    let summaries = read_all(&files(&logs.file)?, &wish, &formats, &interrupted)?;
    runtime.shutdown_background();
    let mut told = together(&summaries.iter().collect::<Vec<_>>());
    for cause in &mut told.causes {
        cause.fix = texts.get(&format!("cause-{}-owner", cause.cause));
    }
    let both = case.map(|case| beside::with_logs(&case, summaries.clone(), utc_offset, &texts));
    let diagnosis = match both.as_ref().and_then(|both| both.diagnosis.clone()) {
        Some(diagnosis) => diagnosis,
        None => {
            let mut diagnosis = logged::judge(&summaries);
            if wish.has_limits() && summaries.iter().all(LogSummary::is_left_out) {
                diagnosis.words = Words::new("headline-logs-outside-the-time");
                diagnosis.next = vec![NextStep::new(Who::Owner, Words::new("next-other-times"))];
            }
            identify::complete(&mut diagnosis, &texts);
            diagnosis
        }
    };
    if logs.printed.json {
        let requests = summaries.iter().filter_map(|log| Some(InLog { log: &log.name, traced: log.traced.as_ref()? }));
        let output = Output { schema: 1, told: &told, requests: requests.collect(), diagnosis: &diagnosis };
        let json = serde_json::to_string_pretty(&output).map_err(|error| Trouble::Failed(error.to_string()))?;
        terminal::print_raw(harmless_json(&json).as_bytes());
    } else {
        let requests = searched.map(|searched| in_logs(&summaries, &searched, &texts)).unwrap_or_default();
        terminal::print(&in_sentences(&told, &diagnosis, both.as_ref(), &requests, &texts));
    }
    match () {
        () if interrupted.load(Ordering::Relaxed) => Ok(ExitCode::Interrupted),
        () if diagnosis.is_fine() => Ok(ExitCode::Fine),
        () => Ok(ExitCode::Fault),
    }
}

/// What each log has about the visitor's requests.
fn in_logs(logs: &[LogSummary], searched: &Searched, texts: &Texts) -> String {
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

fn wish(logs: &Logs) -> Result<Wish, Trouble> {
    let now = jiff::Timestamp::now().as_second();
    let format = match &logs.format {
        Some(name) => Some(format::named(name).ok_or_else(|| {
            let names: Vec<&str> = format::ALL.iter().map(|format| format.id).collect();
            Trouble::Usage(format!("no format {name}; there are {}", names.join(", ")))
        })?),
        None => None,
    };
    let limit = |text: &Option<String>| text.as_deref().map(|text| moment(text, now)).transpose();
    let (since, until) = (limit(&logs.since)?, limit(&logs.until)?);
    if since.zip(until).is_some_and(|(since, until)| since > until) {
        return Err(Trouble::Usage("no time is both after --since and before --until".to_owned()));
    }
    Ok(Wish { since, until, format, now, ..Wish::default() })
}

/// Formats of the owner's own, as given and as their configurations have them.
fn formats(logs: &Logs, runtime: &tokio::runtime::Runtime) -> Result<Vec<LogFormat>, Trouble> {
    let mut formats = Vec::new();
    if let Some(text) = &logs.log_format {
        let syntax = if text.contains('$') { LogSyntax::Nginx } else { LogSyntax::Apache };
        let given = LogFormat { name: "own".to_owned(), text: text.clone(), syntax, files: Vec::new() };
        let failed = |why| Trouble::Usage(format!("cannot read lines by the format {}: {why}", one_line(text)));
        Custom::compile(&given).map_err(failed)?;
        formats.push(given);
    }
    if logs.config.is_empty() {
        return Ok(formats);
    }
    let engine = check::engine(&Settings::default(), runtime)?;
    for path in &logs.config {
        match runtime.block_on(engine.outside().net.log_formats(path)) {
            Known::Seen(found) => formats.extend(found),
            Known::Failed(failure) => {
                return Err(Trouble::Usage(format!("cannot read {}: {}", path.display(), failure.detail)));
            }
            Known::NotTried(_) => {}
        }
    }
    Ok(formats)
}

/// How many logs are read at the same time: packed ones keep one thread busy each.
const SIDE_BY_SIDE: usize = 4;

/// Reads them, several at a time, and tells them in their order. After an interrupt those that were begun are told.
fn read_all(
    files: &[LogFile],
    wish: &Wish,
    formats: &[LogFormat],
    interrupted: &AtomicBool,
) -> Result<Vec<LogSummary>, Trouble> {
    let paths: Vec<PathBuf> = files.iter().map(|file| file.path.clone()).collect();
    let paths = &paths;
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let beside = paths.len().min(cores).min(SIDE_BY_SIDE);
    let wish = Wish { beside, ..wish.clone() };
    let next = AtomicUsize::new(0);
    let done: Mutex<Vec<(usize, Result<LogSummary, Trouble>)>> = Mutex::default();
    let progress = Progresses::new(paths);
    std::thread::scope(|scope| {
        for _ in 0..beside {
            scope.spawn(|| {
                while !interrupted.load(Ordering::Relaxed) {
                    let place = next.fetch_add(1, Ordering::Relaxed);
                    let Some(path) = paths.get(place) else { return };
                    let wish = wish.clone().with_formats(formats, &path.display().to_string());
                    let read = read(path, &wish, interrupted, &progress, place).map(|log| redact::log(&log));
                    done.lock().unwrap_or_else(PoisonError::into_inner).push((place, read));
                }
            });
        }
    });
    progress.end();
    let mut done = done.into_inner().unwrap_or_else(PoisonError::into_inner);
    done.sort_by_key(|(place, _)| *place);
    let mut summaries = Vec::new();
    let mut unread = None;
    for (place, read) in done {
        match read {
            Ok(summary) => summaries.push(summary),
            // In a folder such as /var/log some files are not for everybody: the others are read, and it is said.
            Err(trouble) if files.get(place).is_some_and(|file| file.in_folder) => {
                terminal::complain(&trouble.to_string());
                unread = Some(trouble);
            }
            Err(trouble) => return Err(trouble),
        }
    }
    match unread {
        Some(trouble) if summaries.is_empty() => Err(trouble),
        _ => Ok(summaries),
    }
}

/// `2026-11-22T02:10:11Z`, `2026-11-22 02:10` as the log's own clock shows it, or `2h`, that long ago.
fn moment(text: &str, now: i64) -> Result<i64, Trouble> {
    if let Ok(time) = text.parse::<jiff::Timestamp>() {
        return Ok(time.as_second());
    }
    if let Ok(time) = text.parse::<jiff::civil::DateTime>()
        && let Ok(time) = time.to_zoned(jiff::tz::TimeZone::UTC)
    {
        return Ok(time.timestamp().as_second());
    }
    match text.parse::<jiff::SignedDuration>() {
        Ok(ago) => Ok(now.saturating_sub(ago.as_secs())),
        Err(_) => Err(Trouble::Usage(format!(
            "cannot read the time {}; write 2026-11-22T02:10:11Z, 2026-11-22 02:10, or 2h for two hours ago",
            one_line(text)
        ))),
    }
}

fn read(
    path: &Path,
    wish: &Wish,
    interrupted: &AtomicBool,
    progress: &Progresses,
    place: usize,
) -> Result<LogSummary, Trouble> {
    let name = path.display().to_string();
    let failed = |error: &dyn std::fmt::Display| Trouble::Usage(format!("cannot read {name}: {error}"));
    let source: Box<dyn Read + Send + '_> = if path == Path::new("-") {
        Box::new(Piped::new(std::io::stdin(), interrupted).map_err(|error| failed(&error))?)
    } else {
        Box::new(open(path).map_err(|error| failed(&error))?.0)
    };
    let seconds = |time: std::time::SystemTime| jiff::Timestamp::try_from(time).ok().map(jiff::Timestamp::as_second);
    let modified = std::fs::metadata(path).and_then(|meta| meta.modified()).ok().and_then(seconds);
    let wish = &Wish { modified, ..wish.clone() };
    let summary = summarise(&name, source, wish, |so_far| {
        progress.tell(place, &so_far);
        !interrupted.load(Ordering::Relaxed)
    });
    let summary = summary.map_err(|error| failed(&error))?;
    match &summary.cut {
        // Not a single line came out of it.
        Some(why) if summary.lines == 0 && !interrupted.load(Ordering::Relaxed) => Err(failed(why)),
        _ => Ok(summary),
    }
}

fn in_sentences(
    told: &Together<'_>,
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
    let span = match (told.from, told.to) {
        (Some(from), Some(to)) => format!(", {from} – {to}"),
        _ => String::new(),
    };
    text.push_str(&format!("\n{}: {}{span}\n", texts.get("cli-logs-read"), told.lines));
    for file in &told.files {
        let formats: Vec<String> =
            file.formats.iter().map(|one| one_line(&texts.say(&format::words(&one.name)))).collect();
        let cut = file.cut.map(|why| format!(" ({})", one_line(why))).unwrap_or_default();
        let about = match (file.lines, formats.is_empty()) {
            (0, _) => texts.get("cli-logs-empty"),
            (lines, true) => lines.to_string(),
            (lines, false) => format!("{lines} · {}", texts.list(&formats)),
        };
        text.push_str(&format!("  {}: {about}{cut}\n", one_line(file.name)));
        text.push_str(&unlearnt(file, told, texts));
    }
    text.push_str(&incident_lines(&told.patterns.incidents, texts));
    for cause in &told.causes {
        text.push_str(&cause_lines(cause, texts));
    }
    if told.unrecognised.count > 0 {
        text.push_str(&format!("\n{}: {}\n", texts.get("cli-logs-unrecognised"), told.unrecognised.count));
        for example in told.unrecognised.examples.iter().take(2) {
            text.push_str(&format!("  {}\n", shortened(example)));
        }
    }
    text
}

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
        text.push_str(&format!("  {} – {}: {}\n", incident.from, incident.to, incident.count));
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
    let span = match (cause.first, cause.last) {
        (Some(first), Some(last)) => format!("  {first} – {last}\n"),
        _ => String::new(),
    };
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_as_people_write_them() {
        let now = 1_795_313_411;
        let read = |text: &str| moment(text, now).ok();
        assert_eq!(read("2026-11-22T02:10:11Z"), Some(now));
        assert_eq!(read("2026-11-22 02:10:11"), Some(now));
        assert_eq!(read("2026-11-22T03:10:11+01:00"), Some(now));
        assert_eq!(read("2h"), Some(now - 7200));
        assert_eq!(read("yesterday"), None);
    }
}
