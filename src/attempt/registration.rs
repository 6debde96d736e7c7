//! Asks the registers who can be told about a name or an address.

use super::Context;
use crate::model::contact::{Registered, Registration};
use crate::model::{Seen, StepId};

pub async fn run(cx: &Context, about: &Registered) {
    let started = cx.now();
    let registration = match cx.until_stopped(cx.outside.net.registration(about)).await {
        Ok(registration) => registration,
        Err(broken) => Registration::unasked(about.clone(), broken.why()),
    };
    cx.saw(StepId::World, started, Seen::Registration { registration: Box::new(registration) });
}
