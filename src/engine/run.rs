//! One run: start what the plan wants, collect what is seen, end in time.

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use jiff::Timestamp;
use tokio::runtime::Handle;
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};
use tokio::task::{Id, JoinError, JoinSet};
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;

use super::{Event, RunId, Sink};
use crate::attempt::context::Sighting;
use crate::attempt::{self, Attempt, Context, RunConfig};
use crate::crash;
use crate::model::case::Limits;
use crate::model::{Case, Ended, Observation, ObservationId, Seen, StepId};
use crate::plan::{self, Progress};
use crate::probe::outside::Outside;
use crate::probe::system;
use crate::settings::Settings;

/// How often the plan is asked again while nothing happens: some of its wishes come with time.
const TICK: Duration = Duration::from_millis(50);
/// Work ends this long before the budget does, so that the verdict comes within it.
const MARGIN: Duration = Duration::from_millis(400);
/// What a stopped run may take to hand over what it has seen.
const WIND_DOWN: Duration = Duration::from_millis(120);

static NEXT_RUN: AtomicU64 = AtomicU64::new(1);

/// Starts runs.
#[derive(Clone)]
pub struct Engine {
    outside: Outside,
    runtime: Handle,
}

/// A run under way. Dropping it stops the run.
pub struct RunHandle {
    id: RunId,
    cancel: CancellationToken,
}

impl RunHandle {
    pub fn id(&self) -> RunId {
        self.id
    }

    /// Stops the run; it ends within 200 ms with what it has seen.
    pub fn stop(&self) {
        self.cancel.cancel();
    }
}

impl Drop for RunHandle {
    fn drop(&mut self) {
        self.cancel.cancel();
    }
}

impl Engine {
    pub fn new(outside: Outside, runtime: Handle) -> Self {
        Engine { outside, runtime }
    }

    /// An engine on the network of this device.
    ///
    /// # Errors
    /// The settings' extra root certificate cannot be read; the text fits behind "cannot".
    pub fn on_this_device(settings: &Settings, runtime: Handle) -> Result<Self, String> {
        let outside = system::outside(settings).map_err(|error| error.to_string())?;
        Ok(Engine::new(outside, runtime))
    }

    pub fn outside(&self) -> &Outside {
        &self.outside
    }

    /// Starts a run and returns at once.
    pub fn start(&self, config: RunConfig, sink: Sink) -> RunHandle {
        let id = RunId(NEXT_RUN.fetch_add(1, Ordering::Relaxed));
        let cancel = CancellationToken::new();
        let run = Run::new(id, self.outside.clone(), config, cancel.clone(), sink);
        self.runtime.spawn(run.go());
        RunHandle { id, cancel }
    }
}

struct Run {
    id: RunId,
    cx: Context,
    incoming: UnboundedReceiver<Sighting>,
    stop: CancellationToken,
    sink: Sink,
    began: Instant,
    case: Case,
    attempts: Vec<Attempt>,
    running: HashMap<Id, usize>,
    tasks: JoinSet<()>,
    main_part_done: bool,
}

impl Run {
    fn new(id: RunId, outside: Outside, config: RunConfig, stop: CancellationToken, sink: Sink) -> Self {
        let began = Instant::now();
        let (sightings, incoming) = unbounded_channel();
        let mut case = Case::new(config.target.clone(), config.role, in_utc(outside.clock.now()), &config.language);
        case.limits = Limits {
            budget_ms: u64::try_from(config.budget.as_millis()).unwrap_or(u64::MAX),
            skipped_steps: config.skipped_steps.iter().map(|step| step.name().to_owned()).collect(),
            only_family: config.only_family,
            controls: config.settings.controls.len(),
        };
        let deadline = began + config.budget.saturating_sub(MARGIN).max(Duration::from_millis(50));
        let cx =
            Context { outside, config: Arc::new(config), began, deadline, cancel: CancellationToken::new(), sightings };
        Run {
            id,
            cx,
            incoming,
            stop,
            sink,
            began,
            case,
            attempts: Vec::new(),
            running: HashMap::new(),
            tasks: JoinSet::new(),
            main_part_done: false,
        }
    }

    async fn go(mut self) {
        self.tell(Event::Began { case: Box::new(self.case.clone()) });
        let ended = self.work().await;
        self.wind_down().await;
        let finished = in_utc(self.cx.outside.clock.now());
        let at_ms = self.at_ms(Instant::now());
        self.tell(Event::Ended { ended, at_ms, finished });
    }

    /// Until nothing is left worth trying, or the user or the time ends it.
    async fn work(&mut self) -> Ended {
        loop {
            self.start_what_the_plan_wants();
            let progress = self.progress();
            if self.running.is_empty() && self.incoming.is_empty() && !plan::more_to_come(&progress) {
                return self.ended();
            }
            if plan::main_part_done(&progress) && !self.main_part_done {
                self.main_part_done = true;
                let at_ms = self.at_ms(Instant::now());
                self.tell(Event::MainPartDone { at_ms });
            }
            if plan::enough(&self.progress()) {
                return self.ended();
            }
            tokio::select! {
                biased;
                () = self.stop.cancelled() => return Ended::Cancelled,
                Some(sighting) = self.incoming.recv() => self.observe(sighting),
                Some(joined) = self.tasks.join_next_with_id(), if !self.tasks.is_empty() => self.finish(joined),
                () = tokio::time::sleep_until(self.cx.deadline) => return Ended::Budget,
                () = tokio::time::sleep(TICK) => {}
            }
        }
    }

    /// Nothing is left to do. What the deadline broke off is not complete, even where the attempts noticed it first.
    fn ended(&self) -> Ended {
        if Instant::now() >= self.cx.deadline { Ended::Budget } else { Ended::Completed }
    }

    fn progress(&self) -> Progress<'_> {
        let mut running: Vec<usize> = self.running.values().copied().collect();
        running.sort_unstable();
        Progress {
            config: &self.cx.config,
            case: &self.case,
            started: &self.attempts,
            running: running.into_iter().filter_map(|number| self.attempts.get(number)).collect(),
            elapsed_ms: self.at_ms(Instant::now()),
        }
    }

    fn start_what_the_plan_wants(&mut self) {
        let wanted = plan::next(&self.progress());
        for attempt in wanted {
            let number = self.attempts.len();
            let at_ms = self.at_ms(Instant::now());
            self.tell(Event::Started { number, attempt: attempt.clone(), at_ms });
            let cx = self.cx.clone();
            let work = attempt.clone();
            let handle = self.tasks.spawn(async move {
                crash::break_if_wanted("attempt", cx.config.target.url.as_str());
                attempt::run(&cx, &work).await;
            });
            self.running.insert(handle.id(), number);
            self.attempts.push(attempt);
        }
    }

    fn observe(&mut self, sighting: Sighting) {
        let observation = Observation {
            id: ObservationId::numbered(self.case.observations.len() + 1),
            step: sighting.step,
            at_ms: self.at_ms(sighting.ended),
            took_ms: u64::try_from(sighting.ended.duration_since(sighting.started).as_millis()).unwrap_or(u64::MAX),
            seen: sighting.seen,
        };
        self.case.observations.push(observation.clone());
        self.tell(Event::Observed { observation: Box::new(observation) });
    }

    fn finish(&mut self, joined: Result<(Id, ()), JoinError>) {
        // What the attempt saw last is told before its end.
        while let Ok(sighting) = self.incoming.try_recv() {
            self.observe(sighting);
        }
        let id = match &joined {
            Ok((id, ())) => *id,
            Err(error) => error.id(),
        };
        let Some(number) = self.running.remove(&id) else { return };
        if joined.as_ref().is_err_and(JoinError::is_panic) {
            let step = self.attempts.get(number).map_or(StepId::Page, Attempt::step);
            let now = Instant::now();
            let seen = Seen::Malfunction { what: "a check of this program failed".to_owned() };
            self.observe(Sighting { step, started: now, ended: now, seen });
        }
        let at_ms = self.at_ms(Instant::now());
        self.tell(Event::Finished { number, at_ms });
    }

    /// Breaks off what still runs. Attempts hand over what they have; one that does not is dropped.
    async fn wind_down(&mut self) {
        self.cx.cancel.cancel();
        let limit = Instant::now() + WIND_DOWN;
        while !self.tasks.is_empty() {
            match tokio::time::timeout_at(limit, self.tasks.join_next_with_id()).await {
                Ok(Some(joined)) => self.finish(joined),
                Ok(None) => break,
                Err(_) => {
                    self.tasks.abort_all();
                    while let Some(joined) = self.tasks.join_next_with_id().await {
                        self.finish(joined);
                    }
                }
            }
        }
        while let Ok(sighting) = self.incoming.try_recv() {
            self.observe(sighting);
        }
    }

    fn at_ms(&self, time: Instant) -> u64 {
        u64::try_from(time.saturating_duration_since(self.began).as_millis()).unwrap_or(u64::MAX)
    }

    fn tell(&mut self, event: Event) {
        (self.sink)(self.id, event);
    }
}

fn in_utc(time: Timestamp) -> String {
    time.strftime("%Y-%m-%dT%H:%M:%S.%3fZ").to_string()
}
