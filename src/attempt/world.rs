//! Asks for the site's home page from other places.

use std::net::IpAddr;
use std::time::Duration;

use super::{Context, Places, WorldPlan};
use crate::model::world::WorldLook;
use crate::model::{Known, Seen, StepId};
use crate::probe::outside::WorldRequest;

/// How long one place waits for the site.
const PATIENCE: Duration = Duration::from_secs(10);
/// What the service needs beyond that.
const SERVICE: Duration = Duration::from_secs(10);

pub async fn run(cx: &Context, plan: &WorldPlan) {
    let started = cx.now();
    let url = home_of(cx);
    let mut look = WorldLook {
        url: url.to_string(),
        pinned: plan.pinned,
        measurement: None,
        token_refused: false,
        places: Known::not_tried("the service has not answered yet"),
    };
    let request = WorldRequest {
        url,
        pinned: plan.pinned,
        places: plan.places.clone(),
        patience: PATIENCE,
        limit: PATIENCE + SERVICE,
    };
    // What has come by the time of a stop or the deadline stays in the look.
    let done = cx.until_stopped(cx.outside.net.world(&request, &mut look)).await;
    if let Err(broken) = done
        && !look.places.tried()
    {
        look.places = Known::not_tried(broken.why());
    }
    cx.saw(StepId::World, started, Seen::World { world: Box::new(look) });
}

/// The target without anything that is between the visitor and the site.
fn home_of(cx: &Context) -> url::Url {
    let mut url = cx.config.target.url.clone();
    url.set_path("/");
    url.set_query(None);
    url.set_fragment(None);
    // An address that was typed has neither; a refusal leaves it as it is.
    let _ = (url.set_username(""), url.set_password(None));
    url
}

impl WorldPlan {
    /// Every place at the site's name.
    pub fn at_its_name(places: Places) -> Self {
        WorldPlan { pinned: None, places }
    }

    /// The same places at this address of the site.
    pub fn at(ip: IpAddr, measurement: String, count: usize) -> Self {
        WorldPlan { pinned: Some(ip), places: Places::Same { measurement, count } }
    }
}
