//! Asks other places about the site: its home page, its name, the way to it.

use std::net::IpAddr;
use std::time::Duration;

use super::{Context, Places, WorldAim, WorldPlan};
use crate::model::world::{WorldLook, WorldQuestion};
use crate::model::{Known, Seen, StepId};
use crate::probe::outside::WorldRequest;

/// How long one place waits for the site.
const PATIENCE: Duration = Duration::from_secs(10);
/// What the service needs beyond that.
const SERVICE: Duration = Duration::from_secs(10);

pub async fn run(cx: &Context, plan: &WorldPlan) {
    let started = cx.now();
    let mut url = home_of(cx);
    if let WorldAim::Server(ip_port, scheme) = plan.aim {
        // Between http and https a scheme can always be changed, and an address that was typed has a host.
        let _ = (url.set_scheme(scheme.name()), url.set_port(Some(ip_port.port())));
    }
    let mut look = WorldLook {
        question: plan.aim.question(),
        url: url.to_string(),
        pinned: plan.aim.ip(),
        measurement: None,
        token_refused: false,
        places: Known::not_tried("the service has not answered yet"),
    };
    let request = WorldRequest {
        question: plan.aim.question(),
        url,
        pinned: plan.aim.ip(),
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
        WorldPlan { aim: WorldAim::Page, places }
    }

    /// The places of an earlier measurement, with another question.
    pub fn again(aim: WorldAim, measurement: String, count: usize) -> Self {
        WorldPlan { aim, places: Places::Same { measurement, count } }
    }
}

impl WorldAim {
    fn question(self) -> WorldQuestion {
        match self {
            WorldAim::Page | WorldAim::PageAt(_) => WorldQuestion::Page,
            WorldAim::Server(..) => WorldQuestion::Server,
            WorldAim::Names => WorldQuestion::Names,
            WorldAim::Route(_) => WorldQuestion::Route,
        }
    }

    fn ip(self) -> Option<IpAddr> {
        match self {
            WorldAim::Page | WorldAim::Names => None,
            WorldAim::PageAt(ip) | WorldAim::Route(ip) => Some(ip),
            WorldAim::Server(ip_port, _) => Some(ip_port.ip()),
        }
    }
}
