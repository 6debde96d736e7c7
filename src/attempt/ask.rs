//! One question to one DNS server.

use std::time::Duration;

use super::Context;
use crate::model::dns::{DnsServer, Purpose, Question};
use crate::model::{Known, Seen};

/// Long enough for three tries over UDP, at 0, 1 and 2 seconds, each with two seconds or one to come back.
const LIMIT: Duration = Duration::from_millis(3_500);

const INTERCEPTION_LIMIT: Duration = Duration::from_millis(800);

pub async fn run(cx: &Context, server: &DnsServer, question: &Question) {
    let started = cx.now();
    let attempt = super::Attempt::Ask { server: server.clone(), question: question.clone() };
    // Nobody runs DNS there: who answers stands on the way, and is near.
    let limit = if question.purpose == Purpose::Interception { INTERCEPTION_LIMIT } else { LIMIT };
    let reply = match cx.until_stopped(cx.outside.net.ask(server, question, limit)).await {
        Ok(reply) => reply,
        Err(broken) => Known::not_tried(broken.why()),
    };
    cx.saw(attempt.step(), started, Seen::DnsAnswer { server: server.clone(), question: question.clone(), reply });
}
