//! Reads a log of the site's servers. Nothing is sent.

use super::Context;
use crate::model::{Seen, StepId};

pub async fn run(cx: &Context, index: usize) {
    let Some(path) = cx.config.logs.get(index) else { return };
    let started = cx.now();
    let name = path.display().to_string();
    let now = cx.outside.clock.now();
    let (log, utc_offset) = cx.outside.net.log(path, now, cx.cancel.clone()).await;
    // A look that was broken off leaves no observation: nothing was tried.
    if !cx.cancel.is_cancelled() {
        cx.saw(StepId::Logs, started, Seen::Log { name, log, utc_offset });
    }
}
