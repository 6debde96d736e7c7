//! `gatemend watch`: looks again and again, politely, and ends when the site is back.

use std::cell::RefCell;
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
use crate::watch::{Change, Followed, Follower, Look, Tally, look_once};

/// One site being watched.
struct Watched {
    target: Target,
    follower: Follower,
    tally: Tally,
    since: Instant,
    /// Its end was told.
    done: bool,
}

impl Watched {
    fn new(target: Target, every: Duration) -> Self {
        let (follower, tally) = (Follower::new(every), Tally::default());
        Watched { target, follower, tally, since: Instant::now(), done: false }
    }

    fn now_ms(&self) -> u64 {
        u64::try_from(self.since.elapsed().as_millis()).unwrap_or(u64::MAX)
    }
}

/// Why watching a site ended.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Recovered,
    TimeOver,
    Interrupted,
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
    // Shared, so that an interrupt finds the sums of what it breaks off.
    let all: Vec<RefCell<Watched>> =
        targets.into_iter().map(|target| RefCell::new(Watched::new(target, watch.every))).collect();
    let work = async {
        let stop = async {
            while !interrupted.load(Ordering::Relaxed) {
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
        };
        tokio::select! {
            code = follow_all(&watch, &settings, outside, &all, &texts) => code,
            () = stop => ExitCode::Interrupted,
        }
    };
    let code = runtime.block_on(work);
    if code == ExitCode::Interrupted {
        for one in all.iter().filter(|one| !one.borrow().done) {
            finish(&watch, &texts, &one.borrow(), outside, End::Interrupted);
        }
    }
    runtime.shutdown_background();
    Ok(code)
}

async fn follow_all(
    watch: &Watch,
    settings: &Settings,
    outside: &Outside,
    all: &[RefCell<Watched>],
    texts: &Texts,
) -> ExitCode {
    let end = Instant::now() + watch.limit;
    let followed = all.iter().map(|one| follow(watch, settings, outside, one, texts, end)).collect();
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
    shared: &RefCell<Watched>,
    texts: &Texts,
    end: Instant,
) -> bool {
    let target = shared.borrow().target.clone();
    loop {
        let (look, wish, luck) = look_once(settings, outside, &target).await;
        let next = {
            let one = &mut *shared.borrow_mut();
            let followed = one.follower.take(look, wish, luck);
            let now_ms = one.now_ms();
            let took = one.tally.take(&followed.look, &followed.change, now_ms);
            tell(watch, texts, one, outside, &followed, took);
            let works = matches!(followed.change, Change::Back | Change::Works);
            let recovered = works && watch.until == Until::Recovered;
            let next = Instant::now() + followed.pause;
            if recovered || next > end {
                one.done = true;
                finish(watch, texts, one, outside, if recovered { End::Recovered } else { End::TimeOver });
                return !followed.is_down;
            }
            next
        };
        tokio::time::sleep_until(next).await;
    }
}

/// Says what a look changed. `took` is how long an outage took that it ends.
fn tell(watch: &Watch, texts: &Texts, one: &Watched, outside: &Outside, followed: &Followed, took: Option<u64>) {
    let (look, change) = (&followed.look, &followed.change);
    let time = clock(outside);
    let host = &one.target.host;
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
            let down_ms = took.or_else(|| one.tally.down_for(one.now_ms()));
            line(
                &json!({ "schema": 1, "event": "change", "time": time, "host": host, "phase": phase, "down_ms": down_ms }),
            );
        }
        return;
    }
    let words = |key: &str| Words::new(key).with("host", host);
    let said = match (change, look) {
        (Change::Back, _) => words("cli-watch-back").with("took", duration_ms(took.unwrap_or(0))),
        (Change::Fails(what), _) => words("cli-watch-down").with("what", what),
        (Change::Improves, _) => words("cli-watch-answers-again"),
        (Change::Works, _) => words("cli-watch-up"),
        (Change::Nothing, Look::NoLine) => words("cli-watch-own-line"),
        (Change::Nothing, _) => return,
    };
    terminal::print(&format!("{time}  {}\n", terminal::plain(&texts.say(&said))));
}

fn clock(outside: &Outside) -> String {
    outside.clock.now().strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

/// The end of watching one site, with its sums.
fn finish(watch: &Watch, texts: &Texts, one: &Watched, outside: &Outside, end: End) {
    let time = clock(outside);
    let host = &one.target.host;
    let (tally, down_ms) = (&one.tally, one.tally.down_in_all(one.now_ms()));
    let is_up = tally.looks > 0 && !one.follower.is_down();
    if watch.json {
        line(&json!({
            "schema": 1, "event": "end", "time": time, "host": host, "up": is_up,
            "interrupted": end == End::Interrupted, "looks": tally.looks, "failed": tally.failed,
            "outages": tally.outages, "down_ms": down_ms,
        }));
        return;
    }
    let last = match (tally.looks, is_up) {
        (0, _) => "cli-watch-last-unseen",
        (_, true) => "cli-watch-last-up",
        (_, false) => "cli-watch-last-down",
    };
    let mut said: Vec<String> = match end {
        End::Recovered => Vec::new(),
        End::TimeOver => vec![texts.get("cli-watch-over")],
        End::Interrupted => vec![texts.get("cli-watch-stopped")],
    };
    if end != End::Recovered {
        said.push(texts.say(&Words::new(last).with("host", host)));
    }
    let sums = Words::new(if tally.outages == 0 { "cli-watch-no-outage" } else { "cli-watch-sums" });
    let sums = sums.with("looks", tally.looks).with("failed", tally.failed).with("outages", tally.outages);
    said.push(texts.say(&sums.with("down", duration_ms(down_ms))));
    terminal::print(&format!("{time}  {}\n", terminal::plain(&said.join(" "))));
}

fn line(value: &serde_json::Value) {
    terminal::print_raw(harmless_json(&value.to_string()).as_bytes());
}
