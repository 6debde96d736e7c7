//! `gatemend watch`: looks again and again, politely, and ends when the site is back.

use std::sync::atomic::Ordering;
use std::time::Duration;

use serde_json::json;
use tokio::time::Instant;

use super::args::{Until, Watch};
use super::{ExitCode, Trouble, check, terminal};
use crate::engine::Outside;
use crate::model::Target;
use crate::model::diagnosis::Words;
use crate::report::harmless_json;
use crate::settings::Settings;
use crate::text::{Texts, duration_ms};
use crate::watch::{Change, Look, Pace, Watcher, look_at};

/// One site being watched.
struct Watched {
    target: Target,
    watcher: Watcher,
    pace: Pace,
    failing_since: Option<Instant>,
    done: bool,
}

pub fn run(watch: Watch) -> Result<ExitCode, Trouble> {
    terminal::colours(watch.no_color);
    let texts = check::texts("en")?;
    let settings = crate::store::load_settings(watch.settings.as_deref())?;
    let targets = watch.url.iter().map(|typed| Target::parse(typed).map_err(|error| Trouble::Usage(error.to_string())));
    let targets: Vec<Target> = targets.collect::<Result<_, _>>()?;
    let runtime = check::runtime()?;
    let engine = check::engine(&settings, &runtime)?;
    let outside = engine.outside();
    let interrupted = check::watch_for_interrupt(&runtime);
    let work = async {
        let stop = async {
            while !interrupted.load(Ordering::Relaxed) {
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
        };
        tokio::select! {
            code = follow_all(&watch, &settings, outside, targets, &texts) => code,
            () = stop => ExitCode::Interrupted,
        }
    };
    let code = runtime.block_on(work);
    runtime.shutdown_background();
    Ok(code)
}

async fn follow_all(
    watch: &Watch,
    settings: &Settings,
    outside: &Outside,
    targets: Vec<Target>,
    texts: &Texts,
) -> ExitCode {
    let end = Instant::now() + watch.limit;
    let mut followed = Vec::new();
    for target in targets {
        let watched = Watched {
            target,
            watcher: Watcher::default(),
            pace: Pace::new(watch.every),
            failing_since: None,
            done: false,
        };
        followed.push(follow(watch, settings, outside, watched, texts, end));
    }
    let up = futures_all(followed).await;
    if up.iter().all(|up| *up) { ExitCode::Fine } else { ExitCode::Fault }
}

/// Runs them all side by side.
async fn futures_all<F: Future<Output = bool>>(futures: Vec<F>) -> Vec<bool> {
    let mut pinned: Vec<_> = futures.into_iter().map(|future| (Box::pin(future), None)).collect();
    std::future::poll_fn(|cx| {
        let mut waiting = false;
        for (future, result) in &mut pinned {
            if result.is_none() {
                match future.as_mut().poll(cx) {
                    std::task::Poll::Ready(up) => *result = Some(up),
                    std::task::Poll::Pending => waiting = true,
                }
            }
        }
        if waiting { std::task::Poll::Pending } else { std::task::Poll::Ready(()) }
    })
    .await;
    pinned.into_iter().map(|(_, result)| result.unwrap_or(false)).collect()
}

/// Follows one site to its end; whether it is up then.
async fn follow(
    watch: &Watch,
    settings: &Settings,
    outside: &Outside,
    mut one: Watched,
    texts: &Texts,
    end: Instant,
) -> bool {
    loop {
        let (look, wish) = look_at(settings, outside, &one.target).await;
        let change = one.watcher.take(look.clone());
        tell(watch, texts, &mut one, outside, &look, &change);
        let recovered = matches!(change, Change::Back | Change::Works);
        one.done = recovered && watch.until == Until::Recovered;
        let pause = match change {
            Change::Improves => one.pace.to_confirm(),
            Change::Nothing if look == Look::Good && one.watcher.is_down() => one.pace.to_confirm(),
            change => one.pace.next(change != Change::Nothing, wish, luck(outside)),
        };
        let next = Instant::now() + pause;
        if one.done || next > end {
            let key = if one.watcher.is_down() { "cli-watch-last-down" } else { "cli-watch-last-up" };
            finish(watch, texts, &one, outside, key);
            return !one.watcher.is_down();
        }
        tokio::time::sleep_until(next).await;
    }
}

/// A number from 0 to 1 by the clock's finest digits: jitter needs no better.
fn luck(outside: &Outside) -> f64 {
    f64::from(outside.clock.now().subsec_microsecond()) / 1_000.0
}

fn tell(watch: &Watch, texts: &Texts, one: &mut Watched, outside: &Outside, look: &Look, change: &Change) {
    let now = outside.clock.now();
    let time = now.strftime("%Y-%m-%dT%H:%M:%SZ").to_string();
    let host = one.target.host.clone();
    if let Change::Fails(_) = change {
        one.failing_since.get_or_insert_with(Instant::now);
    }
    let took = one.failing_since.map(|since| u64::try_from(since.elapsed().as_millis()).unwrap_or(u64::MAX));
    if watch.json {
        let (state, what) = match look {
            Look::Good => ("good", String::new()),
            Look::Bad(what) => ("bad", what.clone()),
            Look::NoLine => ("own-line-down", String::new()),
        };
        let phase = match change {
            Change::Nothing => "same",
            Change::Fails(_) => "fails",
            Change::Improves => "improves",
            Change::Back => "back",
            Change::Works => "works",
        };
        line(&json!({ "schema": 1, "event": "look", "time": time, "host": host, "look": state, "what": what }));
        if *change != Change::Nothing {
            line(
                &json!({ "schema": 1, "event": "change", "time": time, "host": host, "phase": phase, "down_ms": took }),
            );
        }
    } else {
        let said = match (change, look) {
            (Change::Back, _) => texts
                .say(&Words::new("cli-watch-back").with("host", &host).with("took", duration_ms(took.unwrap_or(0)))),
            (Change::Fails(what), _) => {
                format!("{host} {}", texts.say(&Words::new("cli-watch-down").with("what", what)))
            }
            (Change::Works | Change::Improves, _) => format!("{host} {}", texts.get("cli-watch-up")),
            (Change::Nothing, Look::NoLine) => texts.get("cli-watch-own-line"),
            (Change::Nothing, _) => String::new(),
        };
        if !said.is_empty() {
            terminal::print(&format!("{time}  {}\n", terminal::plain(&said)));
        }
    }
    if *change == Change::Back {
        one.failing_since = None;
    }
}

fn finish(watch: &Watch, texts: &Texts, one: &Watched, outside: &Outside, key: &str) {
    let time = outside.clock.now().strftime("%Y-%m-%dT%H:%M:%SZ").to_string();
    let host = &one.target.host;
    if watch.json {
        line(&json!({ "schema": 1, "event": "end", "time": time, "host": host, "up": !one.watcher.is_down() }));
    } else if !one.done {
        let over = texts.get("cli-watch-over");
        let last = texts.say(&Words::new(key).with("host", host));
        terminal::print(&format!("{time}  {over}. {last}\n"));
    }
}

fn line(value: &serde_json::Value) {
    terminal::print_raw(harmless_json(&value.to_string()).as_bytes());
}
