//! `gatemend logs`: what server logs say about a failure. Nobody is asked, and nothing is written.

mod other;
mod piped;
pub mod files;
mod progress;
mod words;

use std::fs::File;
use std::io;
#[cfg(unix)]
use std::os::unix::fs::FileTypeExt;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use jiff::tz::TimeZone;
use serde::Serialize;

use super::args::Logs;
use super::{ExitCode, Trouble, check, identify, terminal};
use crate::checkup::beside;
use crate::diagnosis::logged;
use crate::logs::format::Custom;
use crate::logs::together::{Together, together};
use crate::logs::{Progress, STOPPED, Wish, format, open, summarise};
use crate::model::log::{LogFormat, LogSummary, LogSyntax, STANDARD_INPUT};
use crate::model::wanted::Traced;
use crate::model::{Diagnosis, Known};
use crate::report::redact;
use crate::report::{harmless_json, one_line};
use crate::settings::Settings;
use crate::store;
use files::{LogFile, files};
use other::{Other, other};
use piped::Piped;
use progress::Progresses;
use words::{clocks, in_logs, in_sentences};

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
    // What programs read, and may be read anywhere, stays in UTC.
    let zone = (!logs.printed.json).then(TimeZone::system);
    let texts = zone.iter().fold(texts, |texts, zone| texts.in_zone(zone.clone()));
    let utc_offset = beside::wall_offset();
    let case = logs.case.as_deref().map(store::read_case).transpose()?;
    let searched = case.as_ref().map(|case| beside::searched(case, utc_offset));
    let mut wish = wish(logs)?;
    if let Some((case, searched)) = case.as_ref().zip(searched.as_ref()) {
        let beside = beside::wish(case, searched, wish.now, utc_offset);
        (wish.asked, wish.wanted) = (beside.asked, beside.wanted);
    }
    let runtime = check::runtime()?;
    let formats = formats(logs, &runtime)?;
    let interrupted = check::watch_for_interrupt(&runtime);
    let (summaries, others): (Vec<LogSummary>, Vec<Option<Other>>) =
        read_all(&files(&logs.file)?, &wish, &formats, &interrupted)?.into_iter().unzip();
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
        terminal::print(&in_sentences(&told, &others, &diagnosis, both.as_ref(), &requests, &texts));
        terminal::print(&clocks(&told, zone.as_ref(), &texts));
    }
    match () {
        () if interrupted.load(Ordering::Relaxed) => Ok(ExitCode::Interrupted),
        () if diagnosis.is_fine() => Ok(ExitCode::Fine),
        () => Ok(ExitCode::Fault),
    }
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

/// What one file says, and what it is where it is no log.
type Told = (LogSummary, Option<Other>);

/// How many logs are read at the same time: packed ones keep one thread busy each.
const SIDE_BY_SIDE: usize = 4;

/// Reads them, several at a time, and tells them in their order. After an interrupt those that were begun are told.
fn read_all(
    files: &[LogFile],
    wish: &Wish,
    formats: &[LogFormat],
    interrupted: &AtomicBool,
) -> Result<Vec<Told>, Trouble> {
    let paths: Vec<PathBuf> = files.iter().map(|file| file.path.clone()).collect();
    let paths = &paths;
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let beside = paths.len().min(cores).min(SIDE_BY_SIDE);
    let wish = Wish { beside, ..wish.clone() };
    let next = AtomicUsize::new(0);
    let done: Mutex<Vec<(usize, Result<Told, Trouble>)>> = Mutex::default();
    let progress = Progresses::new(paths);
    std::thread::scope(|scope| {
        for _ in 0..beside {
            scope.spawn(|| {
                while !interrupted.load(Ordering::Relaxed) {
                    let place = next.fetch_add(1, Ordering::Relaxed);
                    let Some(path) = paths.get(place) else { return };
                    let wish = wish.clone().with_formats(formats, &path.display().to_string());
                    let read = read(path, &wish, interrupted, &progress, place).map(|log| {
                        let other = if log.formats.is_empty() { other(path) } else { None };
                        (redact::log(&log), other)
                    });
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

/// Whether it is a pipe with a name: mostly the shell's own, as in `<(zcat error.log.gz)`.
#[cfg(unix)]
fn is_pipe(path: &Path) -> bool {
    std::fs::metadata(path).is_ok_and(|about| about.file_type().is_fifo())
}

#[cfg(not(unix))]
fn is_pipe(_: &Path) -> bool {
    false
}

fn read(
    path: &Path,
    wish: &Wish,
    interrupted: &AtomicBool,
    progress: &Progresses,
    place: usize,
) -> Result<LogSummary, Trouble> {
    let given = path.display().to_string();
    let failed = |error: &dyn std::fmt::Display| {
        Trouble::Usage(format!("cannot read {given}: {error}{}", super::hint_for(path)))
    };
    let name = if path == Path::new("-") { STANDARD_INPUT } else { &given };
    let is_stopped = || interrupted.load(Ordering::Relaxed);
    let go_on = |so_far: Progress<'_>| {
        progress.tell(place, &so_far);
        !is_stopped()
    };
    let piped = |source: io::Result<Piped<'_>>| summarise(name, source?, wish, go_on);
    let owned = path.to_owned();
    let summary = match () {
        () if path == Path::new("-") => piped(Piped::new(|| Ok(std::io::stdin()), interrupted)),
        () if is_pipe(path) => piped(Piped::new(|| File::open(owned), interrupted)),
        () => open(path).and_then(|opened| opened.summarise(name, wish, go_on)),
    };
    // Nothing came before the stop.
    let summary = summary.or_else(|error| match is_stopped() {
        true => summarise(name, io::empty(), wish, |_| true)
            .map(|nothing| LogSummary { cut: Some(STOPPED.to_owned()), ..nothing }),
        false => Err(error),
    });
    let summary = summary.map_err(|error| failed(&error))?;
    match &summary.cut {
        // Not a single line came out of it.
        Some(why) if summary.lines == 0 && !is_stopped() => Err(failed(why)),
        _ => Ok(summary),
    }
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
