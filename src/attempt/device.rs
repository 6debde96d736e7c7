//! Looks at this device's own settings. Nothing is sent.

use super::{Context, DeviceLook};
use crate::model::{Seen, StepId};

pub async fn run(cx: &Context, look: DeviceLook) {
    let started = cx.now();
    let net = &cx.outside.net;
    let target = &cx.config.target;
    let work = async {
        match look {
            DeviceLook::Proxies => Seen::Proxies { proxies: net.proxies(&target.url).await },
            DeviceLook::HostsFile => Seen::HostsFile { hosts: net.hosts_file(&target.names()).await },
            DeviceLook::Network => Seen::Network { network: net.network().await },
            DeviceLook::NameServers => Seen::NameServers { name_servers: net.name_servers().await },
            DeviceLook::Browsers => Seen::Browsers { browsers: net.browsers().await },
            DeviceLook::RootStore => Seen::RootStore { root_store: net.root_store().await },
        }
    };
    // A look that was broken off leaves no observation: nothing was tried.
    if let Ok(seen) = cx.until_stopped(work).await {
        cx.saw(StepId::Device, started, seen);
    }
}
