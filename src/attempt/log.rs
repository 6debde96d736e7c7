//! Reads a log of the site's servers. Nothing is sent.

use super::Context;
use crate::logs::{Asked, Wish};
use crate::model::log::LogFormat;
use crate::model::{Known, Seen, StepId};

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
    let after = cx.config.logs_since.map(|since| (since, utc_offset));
    let wish = Wish { now, after, asked: Some(asked), beside: cx.config.logs.len(), ..Wish::default() };
    let wish = wish.with_formats(&formats(cx).await, &name);
    let log = cx.outside.net.log(path, wish, cx.cancel.clone()).await;
    // A look that was broken off leaves no observation: nothing was tried.
    if !cx.cancel.is_cancelled() {
        cx.saw(StepId::Logs, started, Seen::Log { name, log, utc_offset });
    }
}

/// The formats that the configurations at hand give names to. What is wrong with one of them is told by its own attempt.
async fn formats(cx: &Context) -> Vec<LogFormat> {
    let mut formats = Vec::new();
    for path in &cx.config.configurations {
        if let Ok(Known::Seen(found)) = cx.until_stopped(cx.outside.net.log_formats(path)).await {
            formats.extend(found);
        }
    }
    formats
}
