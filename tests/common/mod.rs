//! One run of the real engine in a described world, with paused time.

use std::time::Duration;

use gatemend::attempt::RunConfig;
use gatemend::checkup::Checkup;
use gatemend::engine::{Engine, Event, RunHandle};
use gatemend::model::{Case, Seen};
use gatemend::probe::outside::Outside;
use gatemend::probe::scripted::{self, Asked, World};
use gatemend::text::Texts;
use tokio::sync::mpsc::unbounded_channel;
use tokio::time::Instant;

/// What came of a run.
pub struct Ran {
    pub case: Case,
    pub events: Vec<Event>,
    /// Every HTTP request that the world got.
    pub asked: Vec<Asked>,
    /// Every measurement that was ordered from elsewhere.
    pub measurements: Vec<Asked>,
    /// Visits to the site itself.
    pub visits: usize,
    /// From the start to the last event.
    pub took: Duration,
    /// From the stop to the last event, where it was stopped.
    pub stop_took: Option<Duration>,
}

/// When a run is ended from outside, and how: what is left of its handle.
pub type Stop = (Duration, fn(RunHandle) -> Option<RunHandle>);

/// Runs with another outside around the described one, perhaps stopped on the way.
pub fn run_in(world: World, config: RunConfig, stop: Option<Stop>, wrap: impl FnOnce(Outside) -> Outside) -> Ran {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().start_paused(true).build().unwrap();
    runtime.block_on(async move {
        let (outside, net) = scripted::outside(world, &config.settings);
        let engine = Engine::new(wrap(outside), tokio::runtime::Handle::current());
        let (tell, mut events) = unbounded_channel();
        let began = Instant::now();
        let handle = engine.start(config, Box::new(move |_, event| drop(tell.send(event))));
        let mut checkup = Checkup::new(Texts::english());
        let mut told: Vec<Event> = Vec::new();
        let mut handle = Some(handle);
        let mut stopped: Option<Instant> = None;
        loop {
            let event = tokio::select! {
                biased;
                event = events.recv() => event,
                () = tokio::time::sleep_until(began + stop.map_or(Duration::ZERO, |(after, _)| after)),
                    if stop.is_some() && stopped.is_none() =>
                {
                    stopped = Some(Instant::now());
                    handle = handle.zip(stop).and_then(|(handle, (_, end))| end(handle));
                    continue;
                }
            };
            // The sender goes with the run: nothing can come after that.
            let Some(event) = event else { break };
            told.push(event.clone());
            checkup.take(event);
            assert!(began.elapsed() < Duration::from_secs(600), "the run does not end");
        }
        drop(handle);
        let case = checkup.into_case().unwrap();
        let visits = case.observations.iter().filter(|one| matches!(one.seen, Seen::Visit { .. })).count();
        Ran {
            case,
            events: told,
            asked: net.asked(),
            measurements: net.measurements(),
            visits,
            took: began.elapsed(),
            stop_took: stopped.map(|time| time.elapsed()),
        }
    })
}
