//! Reads a log of the site's servers. Nothing is sent.

use super::Context;
use crate::logs::{Asked, Wish};
use crate::model::{Seen, StepId};

pub async fn run(cx: &Context, index: usize) {
    let Some(path) = cx.config.logs.get(index) else { return };
    let started = cx.now();
    let name = path.display().to_string();
    let now = cx.outside.clock.now().as_second();
    let utc_offset = cx.outside.net.utc_offset();
    let target = &cx.config.target;
    let asked = Asked {
        host: target.host.clone(),
        port: target.port,
        path: target.url.path().to_owned(),
        from: now - i64::try_from(started.duration_since(cx.began).as_secs()).unwrap_or(0) - 1,
        to: now,
        read_at: now,
        utc_offset,
    };
    let wish = Wish { now, asked: Some(asked), ..Wish::default() };
    let log = cx.outside.net.log(path, wish, cx.cancel.clone()).await;
    // A look that was broken off leaves no observation: nothing was tried.
    if !cx.cancel.is_cancelled() {
        cx.saw(StepId::Logs, started, Seen::Log { name, log, utc_offset });
    }
}
