//! Reads the configuration of one of the site's gateways. Nothing is sent.

use super::Context;
use crate::model::{Seen, StepId};

pub async fn run(cx: &Context, index: usize) {
    let Some(path) = cx.config.configurations.get(index) else { return };
    let started = cx.now();
    let name = path.display().to_string();
    let target = &cx.config.target;
    let read = cx.outside.net.configuration(path, &target.host, target.port);
    // A look that was broken off leaves no observation: nothing was tried.
    if let Ok(configuration) = cx.until_stopped(read).await {
        cx.saw(StepId::Configuration, started, Seen::Configuration { name, configuration });
    }
}
