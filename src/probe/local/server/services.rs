//! Services of the system: those that are not well, and those of gateways and application servers.

#[cfg(target_os = "linux")]
use std::time::Instant;

#[cfg(target_os = "linux")]
use super::super::command;
use super::Found;
#[cfg(target_os = "linux")]
use super::not_seen;
#[cfg(target_os = "linux")]
use crate::model::Known;
use crate::model::server::Service;

#[cfg(target_os = "linux")]
pub const HOW: &[&str] = &["systemctl show --no-pager --property=Id,ActiveState,SubState,Result,NRestarts *.service"];
#[cfg(not(target_os = "linux"))]
pub const HOW: &[&str] = &[];

#[cfg(target_os = "linux")]
pub fn look() -> Found<Vec<Service>> {
    let began = Instant::now();
    let words: Vec<&str> = HOW.first().map(|line| line.split(' ').skip(1).collect()).unwrap_or_default();
    let what = match command::output("systemctl", &words, super::PATIENCE) {
        Err(error) => not_seen("systemctl", &error, began),
        // Without a running systemd it prints nothing.
        Ok(text) if text.trim().is_empty() => Known::not_tried("systemd does not run here"),
        Ok(text) => Known::Seen(services(&text)),
    };
    Found::by(HOW, what)
}

#[cfg(not(target_os = "linux"))]
pub fn look() -> Found<Vec<Service>> {
    Found::no_way()
}

/// What the names of services of gateways and application servers begin with.
#[cfg(any(target_os = "linux", test))]
const NAMES: [&str; 14] = [
    "nginx",
    "openresty",
    "angie",
    "apache2",
    "httpd",
    "haproxy",
    "caddy",
    "traefik",
    "varnish",
    "php",
    "gunicorn",
    "uwsgi",
    "puma",
    "tomcat",
];

/// Blocks of `Name=value` lines, one for each service (systemctl(1), "show").
#[cfg(any(target_os = "linux", test))]
fn services(text: &str) -> Vec<Service> {
    const MOST: usize = 40;
    let service = |block: &str| {
        let value = |name: &str| {
            let mut lines = block.lines();
            lines.find_map(|line| line.strip_prefix(name)?.strip_prefix('=')).unwrap_or_default().to_owned()
        };
        let name = value("Id").strip_suffix(".service")?.to_owned();
        Some(Service {
            name,
            active: value("ActiveState"),
            sub: value("SubState"),
            result: value("Result"),
            restarts: value("NRestarts").parse().ok(),
        })
    };
    let told = |service: &Service| service.is_down() || NAMES.iter().any(|name| service.name.starts_with(name));
    text.split("\n\n").filter_map(service).filter(told).take(MOST).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_unwell_and_the_gateways_are_told() {
        let text = "Id=nginx.service\nActiveState=active\nSubState=running\nResult=success\nNRestarts=0\n\n\
            Id=app.service\nActiveState=failed\nSubState=failed\nResult=oom-kill\nNRestarts=5\n\n\
            Id=cron.service\nActiveState=active\nSubState=running\nResult=success\nNRestarts=0\n\n\
            Id=x.socket\nActiveState=failed\n";
        let found = services(text);
        let names: Vec<&str> = found.iter().map(|service| service.name.as_str()).collect();
        assert_eq!(names, ["nginx", "app"]);
        assert!(found[1].is_down() && !found[0].is_down());
        assert_eq!((found[1].result.as_str(), found[1].restarts), ("oom-kill", Some(5)));
        assert!(services("Failed to connect to bus\n").is_empty());
    }
}
