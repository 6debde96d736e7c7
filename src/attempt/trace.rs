//! Asks the routers on the way to a port that does not answer.

use std::net::SocketAddr;

use super::Context;
use crate::model::{Known, Seen, StepId};

pub async fn run(cx: &Context, ip_port: SocketAddr) {
    let started = cx.now();
    let hops = match cx.until_stopped(cx.outside.net.trace(ip_port)).await {
        Ok(hops) => hops,
        Err(broken) => Known::not_tried(broken.why()),
    };
    cx.saw(StepId::Path, started, Seen::Trace { ip: ip_port.ip(), port: ip_port.port(), hops });
}
