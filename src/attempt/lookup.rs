//! Asks the system for a name's addresses, as every program on this device does.

use super::Context;
use crate::model::{Known, Seen, StepId};

pub async fn run(cx: &Context, host: &str) {
    let started = cx.now();
    let ips = match cx.until_stopped(cx.outside.net.lookup(host)).await {
        Ok(ips) => ips,
        // The system gives no sign of life while it tries one server after the other.
        Err(broken) => Known::not_tried(broken.why()),
    };
    cx.saw(StepId::Dns, started, Seen::SystemLookup { host: host.to_owned(), ips });
}
