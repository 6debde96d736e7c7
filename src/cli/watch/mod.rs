//! `gatemend watch`: looks again and again, politely, and ends when every site is back.

mod list;
mod words;

use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::Semaphore;
use tokio::task::JoinSet;

use super::args::{Until, Watch};
use super::{ExitCode, Trouble, check, terminal};
use crate::engine::Outside;
use crate::model::Target;
use crate::settings::Settings;
use crate::store::watched::{self, History};
use crate::text::Texts;
use crate::watch::{self, Change, Follower, Kept, Tally};

/// Sites that are looked at side by side; a look is mostly waiting.
const SIDE_BY_SIDE: usize = 32;

/// One site being watched, as far as its end has to know.
struct Watched {
    target: Target,
    /// What it is called in lines for people: the host, or where another page of it is watched too, the page.
    name: String,
    tally: Tally,
    /// The last look that says anything failed, or the site counts as down.
    failed_last: bool,
    /// Its end was told.
    done: bool,
}

impl Watched {
    /// Whether it loads, as far as the last look that says anything tells.
    fn is_up(&self) -> bool {
        self.tally.looks > 0 && !self.failed_last
    }
}

type Shared = Arc<Mutex<Watched>>;

fn locked(shared: &Shared) -> MutexGuard<'_, Watched> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Why watching a site ended.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Recovered,
    TimeOver,
    Interrupted,
}

/// What every site's task needs.
struct Common {
    watch: Watch,
    settings: Settings,
    outside: Outside,
    texts: Texts,
    permits: Semaphore,
    /// More than one site.
    several: bool,
    /// Where histories are kept, if they are.
    histories: Option<PathBuf>,
    /// That a history could not be kept was told.
    complained: AtomicBool,
}

pub fn run(watch: Watch) -> Result<ExitCode, Trouble> {
    terminal::colours(watch.no_color);
    let settings = crate::store::load_settings(watch.settings.as_deref())?;
    let texts = check::texts(watch.lang.as_deref(), Some(&settings))?;
    let targets = list::targets(&watch.url, &watch.list)?;
    let runtime = check::runtime()?;
    let engine = check::engine(&settings, &runtime)?;
    let outside = engine.outside().clone();
    let interrupted = check::watch_for_interrupt(&runtime);
    let several = targets.len() > 1;
    let permits = Semaphore::new(SIDE_BY_SIDE);
    let histories = watched::folder().filter(|_| !watch.no_history);
    let complained = AtomicBool::new(false);
    let common = Arc::new(Common { watch, settings, outside, texts, permits, several, histories, complained });
    // Shared, so that an interrupt finds the sums of what it breaks off.
    let all: Vec<Shared> = named(targets).into_iter().map(|one| Arc::new(Mutex::new(one))).collect();
    let was_interrupted = runtime.block_on(async {
        let mut tasks = JoinSet::new();
        for shared in &all {
            tasks.spawn(follow(common.clone(), shared.clone()));
        }
        let stop = async {
            while !interrupted.load(Ordering::Relaxed) {
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
        };
        tokio::select! {
            () = async { while tasks.join_next().await.is_some() {} } => false,
            () = stop => true,
        }
    });
    if was_interrupted {
        for one in all.iter().map(locked).filter(|one| !one.done) {
            words::finish(&common, &one, End::Interrupted);
        }
    }
    runtime.shutdown_background();
    let is_up = |one: &Shared| {
        let one = locked(one);
        one.done && one.is_up()
    };
    Ok(match was_interrupted {
        true => ExitCode::Interrupted,
        false if all.iter().all(is_up) => ExitCode::Fine,
        false => ExitCode::Fault,
    })
}

fn named(targets: Vec<Target>) -> Vec<Watched> {
    let hosts: Vec<String> = targets.iter().map(|target| target.host.clone()).collect();
    let is_alone = |host: &String| hosts.iter().filter(|other| *other == host).count() == 1;
    let watched = targets.into_iter().map(|target| {
        let name = if is_alone(&target.host) { target.host.clone() } else { target.page() };
        Watched { target, name, tally: Tally::default(), failed_last: false, done: false }
    });
    watched.collect()
}

/// Follows one site to its end.
async fn follow(common: Arc<Common>, shared: Shared) {
    let Common { watch, settings, outside, permits, .. } = &*common;
    let target = locked(&shared).target.clone();
    let history = common.histories.as_deref().map(|folder| History::of(folder, &target));
    let looks = history.as_ref().map(History::read).unwrap_or_default();
    let follower = watch::replay(watch.every, &looks, |_| ());
    drop(looks);
    let heard = |followed: &watch::Followed, follower: &Follower, is_last: bool| {
        let mut one = locked(&shared);
        one.tally.clone_from(&follower.tally);
        // One bad look is not down yet, and no proof that it works.
        one.failed_last = match &followed.look {
            watch::Look::Bad(_) => true,
            watch::Look::Good => followed.is_down,
            _ => followed.is_down || one.failed_last,
        };
        words::tell(&common, &one, followed);
        keep(&common, history.as_ref(), followed);
        let works = matches!(followed.change, Change::Back | Change::Works);
        let recovered = works && watch.until == Until::Recovered;
        if recovered || is_last {
            one.done = true;
            words::finish(&common, &one, if recovered { End::Recovered } else { End::TimeOver });
            return ControlFlow::Break(());
        }
        ControlFlow::Continue(())
    };
    watch::follow(settings, outside, &target, (follower, watch.limit), permits, heard).await;
}

/// Watching goes on where its history cannot be kept; that is told once.
fn keep(common: &Common, history: Option<&History>, followed: &watch::Followed) {
    let kept = history.map_or(Ok(()), |history| history.add(&Kept::of(followed)));
    if let Err(error) = kept
        && !common.complained.swap(true, Ordering::Relaxed)
    {
        terminal::complain(&error.to_string());
    }
}
