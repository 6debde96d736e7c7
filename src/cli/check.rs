//! `gatemend check`: one whole check-up.

use std::sync::Arc;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;

use super::address::address;
use super::args::Check;
use super::progress::Progress;
use super::verdict::{Detail, with_reports};
use super::{ExitCode, Trouble, terminal};
use crate::attempt::RunConfig;
use crate::checkup::Checkup;
use crate::engine::{Engine, Event};
use crate::model::diagnosis::Words;
use crate::model::trouble::in_words;
use crate::model::{Case, StepId, Target};
use crate::report::harmless_json;
use crate::settings::Settings;
use crate::store;
use crate::text::Texts;

/// What somebody has seen is read up to this length, in bytes.
const SAW_LIMIT: usize = 64 * 1024;
/// How often the loop looks whether Ctrl-C was pressed.
const TICK: Duration = Duration::from_millis(50);

pub fn run(check: Check) -> Result<ExitCode, Trouble> {
    terminal::colours(check.no_color);
    let settings = store::load_settings(check.settings.as_deref())?;
    let texts = texts(check.lang.as_deref(), Some(&settings))?;
    if check.list_contacts {
        terminal::print(&contacts(&settings, &check, &texts));
        return Ok(ExitCode::Fine);
    }
    store::check_endings(&check.report)?;
    store::check_folders(check.json.as_slice())?;
    let config = config(&check, settings, &texts)?;
    if check.on_server && !check.quiet {
        terminal::note(&on_server(&texts));
    }
    crate::crash::break_if_wanted("command", config.target.url.as_str());
    let (case, interrupted) = carry_out(config, &check, &texts)?;
    let kept = store::redacted(&case, check.no_redact);
    if interrupted {
        // What was seen is kept; a broken-off check gets no verdict.
        if let Some(path) = check.json.as_deref().filter(|path| *path != std::path::Path::new("-")) {
            store::write_case(&Case { diagnosis: None, ..kept }, path)?;
        }
        return Ok(ExitCode::Interrupted);
    }
    let detail = match (check.quiet, check.verbose) {
        (true, _) => Detail::Sentence,
        (false, true) => Detail::Everything,
        (false, false) => Detail::Usual,
    };
    let to_stdout = check.json.as_deref() == Some(std::path::Path::new("-"));
    let words = with_reports(&case, &texts, detail, &check.report);
    if to_stdout {
        terminal::note(&words);
    } else {
        terminal::print(&words);
    }
    match &check.json {
        Some(_) if to_stdout => {
            let json = serde_json::to_string_pretty(&kept).map_err(|error| Trouble::Failed(error.to_string()))?;
            terminal::print_raw(harmless_json(&json).as_bytes());
        }
        Some(path) => store::write_case(&kept, path)?,
        None => {}
    }
    for path in &check.report {
        store::write_report(&kept, &texts, path)?;
    }
    Ok(ExitCode::of(&case))
}

/// The texts in the language of `--lang`; else in that of the settings, which may be those of the platform's file; else in
/// the system's.
pub fn texts(language: Option<&str>, settings: Option<&Settings>) -> Result<Texts, Trouble> {
    let Some(language) = language else {
        // A mistake in a file that nobody named must not keep a word from being explained.
        let own = || store::load_settings(None).unwrap_or_default();
        return Ok(settings.map_or_else(|| own().texts(), Settings::texts));
    };
    let spoken = crate::text::Language::spoken();
    Texts::language(language)
        .ok_or_else(|| Trouble::Usage(format!("no texts in the language {language}; there are {spoken}")))
}

fn contacts(settings: &Settings, check: &Check, texts: &Texts) -> String {
    // The host alone: a typed address may hold a password or a token.
    let site = match Target::parse(&check.url.join(" ")) {
        Ok(target) => texts.say(&Words::new("contacts-site").with("site", target.host)),
        Err(_) => texts.get("contacts-some-site"),
    };
    let mut lines = vec![site];
    lines.extend(check.origin.map(|(ip, _)| texts.say(&Words::new("contacts-origin").with("ip", ip))));
    lines.push(settings.on_the_way(texts));
    lines.push(texts.get("contacts-probes"));
    lines.extend(settings.contacted(texts));
    if check.on_server {
        lines.push(texts.get("cli-on-server"));
        lines.extend(crate::attempt::planned_on_server().iter().map(|one| format!("  {one}")));
    }
    lines.join("\n").trim_start().to_owned() + "\n"
}

/// What a look at this machine reads and runs, told before it does.
fn on_server(texts: &Texts) -> String {
    let all = crate::attempt::planned_on_server();
    let lines: Vec<String> = all.iter().map(|one| format!("  {one}")).collect();
    format!("{}\n{}\n", texts.get("cli-on-server"), lines.join("\n"))
}

fn config(check: &Check, settings: Settings, texts: &Texts) -> Result<RunConfig, Trouble> {
    let typed = check.url.join(" ");
    let target = address(&typed)?;
    let mut config = RunConfig::new(target, check.role.into(), settings);
    config.saw = saw(check)?;
    config.origin = check.origin;
    config.logs = super::logs::files::that_open(&check.log)?;
    config.configurations = configurations(check)?;
    config.on_server = check.on_server;
    config.headers = check.header.clone();
    config.only_family = match (check.ipv4, check.ipv6) {
        (true, _) => Some(4),
        (_, true) => Some(6),
        _ => None,
    };
    config.budget = check.budget;
    config.skipped_steps = skipped(check);
    config.language = texts.tag().to_owned();
    Ok(config)
}

/// A configuration that cannot be opened is told before anybody is asked; whether it can be understood is seen later.
fn configurations(check: &Check) -> Result<Vec<std::path::PathBuf>, Trouble> {
    for path in &check.config {
        let failed =
            |error: std::io::Error| Trouble::Usage(format!("cannot read {}: {}", path.display(), in_words(&error)));
        if !path.is_dir() {
            crate::logs::is_readable(path).map_err(failed)?;
        }
        std::fs::File::open(path).map_err(failed)?;
    }
    Ok(check.config.clone())
}

fn saw(check: &Check) -> Result<Option<String>, Trouble> {
    let text = match (&check.saw, &check.saw_file) {
        (Some(text), _) => text.clone(),
        (None, Some(path)) => {
            let failed =
                |error: std::io::Error| Trouble::Usage(format!("cannot read {}: {}", path.display(), in_words(&error)));
            let mut bytes = Vec::new();
            store::read_text(path, SAW_LIMIT as u64, &mut bytes).map_err(failed)?;
            String::from_utf8_lossy(&bytes).into_owned()
        }
        (None, None) => return Ok(None),
    };
    let mut end = text.len().min(SAW_LIMIT);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    Ok(text.get(..end).map(str::to_owned).filter(|text| !text.trim().is_empty()))
}

fn skipped(check: &Check) -> Vec<StepId> {
    if check.only.is_empty() {
        return check.skip.clone();
    }
    StepId::ALL.into_iter().filter(|step| !check.only.contains(step)).collect()
}

/// Runs the check-up; the second value says whether the user broke it off.
fn carry_out(config: RunConfig, check: &Check, texts: &Texts) -> Result<(Case, bool), Trouble> {
    let runtime = runtime()?;
    let engine = engine(&config.settings, &runtime)?;
    let (sender, receiver) = channel();
    let handle = engine.start(
        config,
        Box::new(move |_, event| {
            // The reader is gone only when the program ends.
            let _ = sender.send(event);
        }),
    );
    let interrupted = watch_for_interrupt(&runtime);
    let mut checkup = Checkup::new(texts.clone());
    let mut progress = Progress::new(check.quiet, check.verbose);
    loop {
        if interrupted.load(std::sync::atomic::Ordering::Relaxed) {
            handle.stop();
        }
        match receiver.recv_timeout(TICK) {
            Ok(event) => {
                let last = matches!(event, Event::Ended { .. });
                if checkup.take(event) {
                    progress.show(&checkup);
                }
                if last {
                    break;
                }
            }
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return Err(Trouble::Failed("the check-up broke off".to_owned())),
        }
    }
    progress.clear();
    let stopped = interrupted.load(std::sync::atomic::Ordering::Relaxed);
    // A lookup that the system has not given up must not keep the program.
    runtime.shutdown_background();
    let case = checkup.into_case().ok_or_else(|| Trouble::Failed("the check-up did not begin".to_owned()))?;
    Ok((case, stopped))
}

/// The engine on this device's network.
pub fn engine(settings: &Settings, runtime: &tokio::runtime::Runtime) -> Result<Engine, Trouble> {
    let engine = Engine::on_this_device(settings, runtime.handle().clone());
    engine.map_err(|error| Trouble::Usage(format!("cannot {error}")))
}

/// The runtime that every command works on.
pub fn runtime() -> Result<tokio::runtime::Runtime, Trouble> {
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .thread_name("gatemend")
        .build()
        .map_err(|error| Trouble::Failed(format!("cannot start: {error}")))
}

pub fn watch_for_interrupt(runtime: &tokio::runtime::Runtime) -> Arc<std::sync::atomic::AtomicBool> {
    let flag = Arc::new(std::sync::atomic::AtomicBool::new(false));
    let set = flag.clone();
    runtime.spawn(async move {
        if tokio::signal::ctrl_c().await.is_ok() {
            set.store(true, std::sync::atomic::Ordering::Relaxed);
        }
    });
    flag
}
