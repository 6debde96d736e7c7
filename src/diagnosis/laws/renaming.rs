//! The same case with other names, or with other addresses of the same classes and families.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use serde_json::Value;

use crate::model::Case;

pub fn other_names(case: &Case) -> Case {
    let text = serde_json::to_string(case).unwrap();
    serde_json::from_str(&text.replace("shop.test", "other.example")).unwrap()
}

pub fn other_addresses(case: &Case) -> Case {
    let mut value = serde_json::to_value(case).unwrap();
    walk(&mut value);
    serde_json::from_value(value).unwrap()
}

fn walk(value: &mut Value) {
    match value {
        Value::String(text) => {
            if let Ok(ip) = text.parse::<IpAddr>() {
                *text = moved(ip).to_string();
            } else if let Ok(at) = text.parse::<SocketAddr>() {
                *text = SocketAddr::new(moved(at.ip()), at.port()).to_string();
            } else if let Some(url) = url::Url::parse(text).ok().filter(|url| url.host_str().is_some()) {
                *text = in_url(url);
            }
        }
        Value::Array(items) => items.iter_mut().for_each(walk),
        Value::Object(fields) => fields.values_mut().for_each(walk),
        _ => {}
    }
}

fn in_url(mut url: url::Url) -> String {
    if let Some(ip) = url.host_str().and_then(|host| host.parse::<IpAddr>().ok()) {
        url.set_ip_host(moved(ip)).unwrap();
    }
    url.to_string()
}

/// One to one, and in another order: the last number counts backwards.
fn moved(ip: IpAddr) -> IpAddr {
    match ip {
        IpAddr::V4(ip) => IpAddr::V4(moved_v4(ip)),
        IpAddr::V6(ip) => {
            let mut octets = ip.octets();
            if octets.starts_with(&[0, 0x64, 0xff, 0x9b]) {
                let [.., a, b, c, d] = octets;
                octets[12..].copy_from_slice(&moved_v4(Ipv4Addr::new(a, b, c, d)).octets());
            } else {
                octets[15] = 255 - octets[15];
            }
            IpAddr::V6(Ipv6Addr::from(octets))
        }
    }
}

fn moved_v4(ip: Ipv4Addr) -> Ipv4Addr {
    let [a, b, c, d] = ip.octets();
    // The two addresses by which DNS64 shows itself, and "nowhere", have a meaning of their own.
    if ip.is_unspecified() || [a, b, c] == [192, 0, 0] { ip } else { Ipv4Addr::new(a, b, c, 255 - d) }
}
