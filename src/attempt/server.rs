//! Looks at this machine, as the site's server. Nothing is sent, and nothing is changed.

use super::Context;
use crate::model::server::ServerAspect;
use crate::model::{Seen, StepId};

pub async fn run(cx: &Context, aspect: &ServerAspect) {
    let started = cx.now();
    let look = cx.outside.net.on_server(aspect);
    // A look that was broken off leaves no observation: nothing was tried.
    if let Ok(look) = cx.until_stopped(look).await {
        cx.saw(StepId::Server, started, Seen::Server { server: Box::new(look) });
    }
}
