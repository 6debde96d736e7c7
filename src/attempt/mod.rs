//! Things worth trying: which primitives, in which order. An attempt does I/O through the outside world and appends
//! observations as they happen; it means nothing by them.

mod ask;
mod configuration;
pub mod context;
mod control;
mod device;
pub mod kind;
mod log;
mod lookup;
mod registration;
mod router;
mod server;
mod trace;
mod visit;
mod world;

pub use crate::probe::local::server::planned as planned_on_server;
pub use crate::probe::outside::{PlaceWish, Places, Within};
pub use context::{Context, RunConfig};
pub use kind::{Attempt, DeviceLook, VisitPlan, WorldAim, WorldPlan};
pub use router::look as router_look;

use crate::model::Seen;

/// Runs one attempt to its end. Deadline and stop are the context's.
pub async fn run(cx: &Context, attempt: &Attempt) {
    match attempt {
        Attempt::Device(look) => device::run(cx, *look).await,
        Attempt::Said(text) => cx.saw(attempt.step(), cx.now(), Seen::UserSaid { text: text.clone() }),
        Attempt::Tried(tried) => cx.saw(attempt.step(), cx.now(), Seen::Guided { tried: tried.clone() }),
        Attempt::Lookup { host } => lookup::run(cx, host).await,
        Attempt::Router { ip } => router::run(cx, *ip).await,
        Attempt::Control { index, ips } => control::run(cx, *index, ips).await,
        Attempt::Ask { server, question } => ask::run(cx, server, question).await,
        Attempt::Visit(plan) => visit::run(cx, plan).await,
        Attempt::Log { index } => log::run(cx, *index).await,
        Attempt::Configuration { index } => configuration::run(cx, *index).await,
        Attempt::Server(aspect) => server::run(cx, aspect).await,
        Attempt::Registration { about } => registration::run(cx, about).await,
        Attempt::World(plan) => world::run(cx, plan).await,
        Attempt::Trace { ip_port } => trace::run(cx, *ip_port).await,
    }
}
