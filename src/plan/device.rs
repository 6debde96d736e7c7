//! This device and the router: read at once, nothing of it leaves the house.

use super::View;
use crate::attempt::{Attempt, DeviceLook};
use crate::settings::RouterChoice;

/// Routers that are looked at: one for each family.
const ROUTERS: usize = 2;

pub fn wish(view: &View<'_>, wishes: &mut Vec<Attempt>) {
    let config = view.config();
    let looks = [
        DeviceLook::Proxies,
        DeviceLook::Network,
        DeviceLook::HostsFile,
        DeviceLook::NameServers,
        DeviceLook::Browsers,
        DeviceLook::RootStore,
    ];
    wishes.extend(looks.map(Attempt::Device));
    wishes.extend(config.saw.clone().map(Attempt::Said));
    wishes.extend(config.tried.iter().cloned().map(Attempt::Tried));
    if config.target.ip().is_none() {
        wishes.push(Attempt::Lookup { host: config.target.host.clone() });
    }
    match config.settings.router {
        RouterChoice::None => {}
        RouterChoice::Fixed(ip) => wishes.push(Attempt::Router { ip }),
        RouterChoice::Auto => {
            let network = view.evidence.surroundings.network.and_then(|(network, _)| network.seen());
            let gateways = network.map(|network| network.gateways.as_slice()).unwrap_or_default();
            wishes.extend(gateways.iter().take(ROUTERS).map(|ip| Attempt::Router { ip: *ip }));
        }
    }
}
