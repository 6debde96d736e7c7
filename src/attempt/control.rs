//! Asks a control endpoint: a site of somebody else that is known to work.

use std::net::{IpAddr, SocketAddr};

use super::{Context, VisitPlan};
use crate::model::observation::ControlLook;
use crate::model::visit::VisitPurpose;
use crate::model::{Known, Scheme, Seen, StepId};

pub async fn run(cx: &Context, index: usize, ips: &[IpAddr]) {
    let started = cx.now();
    let Some(control) = cx.config.settings.controls.get(index) else { return };
    let host = crate::model::target::host_of(&control.url).unwrap_or_default();
    let ips = match host.parse::<IpAddr>() {
        Ok(ip) => Known::Seen(vec![ip]),
        Err(_) if !ips.is_empty() => Known::Seen(ips.to_vec()),
        Err(_) => match cx.until_stopped(cx.outside.net.lookup(&host)).await {
            Ok(ips) => ips,
            Err(broken) => Known::not_tried(broken.why()),
        },
    };
    let port = control.url.port_or_known_default().unwrap_or(Scheme::Http.default_port());
    let chosen = ips.seen().and_then(|ips| pick(ips, cx.config.only_family));
    let visit = match chosen {
        Some(ip) => {
            let plan = VisitPlan {
                purpose: VisitPurpose::Control,
                http2: false,
                ..VisitPlan::page(control.url.clone(), SocketAddr::new(ip, port))
            };
            Some(super::visit::make(cx, &plan).await)
        }
        None => None,
    };
    let look = ControlLook {
        name: control.name.clone(),
        ips,
        expected_status: control.status,
        expected_body: control.body.clone(),
        visit,
    };
    cx.saw(StepId::Internet, started, Seen::Control { control: Box::new(look) });
}

fn pick(ips: &[IpAddr], only_family: Option<u8>) -> Option<IpAddr> {
    let allowed = |ip: &&IpAddr| match only_family {
        Some(4) => ip.is_ipv4(),
        Some(6) => ip.is_ipv6(),
        _ => true,
    };
    ips.iter().find(allowed).or_else(|| ips.first()).copied()
}
