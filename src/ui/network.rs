//! Waits until this device is in a network that leads out.

use std::time::Duration;

use crate::engine::Outside;
use crate::model::Known;

/// Between two looks at this device's own settings; nothing is sent.
const PAUSE: Duration = Duration::from_secs(2);

/// Returns as soon as there is a way out. One that cannot be read may be there.
pub async fn comes(outside: &Outside) {
    loop {
        match outside.net.network().await {
            Known::Seen(network) if !network.leads_out() => tokio::time::sleep(PAUSE).await,
            _ => return,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::probe::scripted::{self, World};
    use crate::settings::Settings;

    async fn comes_within_a_minute(ipv4: bool, ipv6: bool) -> bool {
        let mut world = World::default();
        (world.device.ipv4, world.device.ipv6) = (ipv4, ipv6);
        let (outside, _) = scripted::outside(world, &Settings::default());
        tokio::time::timeout(Duration::from_secs(60), comes(&outside)).await.is_ok()
    }

    #[tokio::test(start_paused = true)]
    async fn one_family_is_enough_and_none_is_waited_for() {
        assert!(comes_within_a_minute(true, false).await);
        assert!(comes_within_a_minute(false, true).await);
        assert!(!comes_within_a_minute(false, false).await);
    }
}
