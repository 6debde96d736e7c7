//! The directives that bear on failures, and how inner blocks inherit them.

use crate::configuration::directive::Directive;
use crate::model::configuration::{Scope, Setting};

/// Those that exist for each way of passing requests on.
const FAMILIES: [&str; 5] = ["proxy_", "fastcgi_", "uwsgi_", "scgi_", "grpc_"];
const OF_A_FAMILY: [&str; 13] = [
    "connect_timeout",
    "send_timeout",
    "read_timeout",
    "buffer_size",
    "buffers",
    "busy_buffers_size",
    "buffering",
    "next_upstream",
    "http_version",
    "ssl_verify",
    "ssl_name",
    "ssl_server_name",
    "ssl_trusted_certificate",
];
const OTHERS: [&str; 15] = [
    "resolver",
    "resolver_timeout",
    "client_max_body_size",
    "client_header_buffer_size",
    "large_client_header_buffers",
    "keepalive",
    "keepalive_timeout",
    "keepalive_requests",
    "keepalive_time",
    "error_page",
    "proxy_ssl_verify_depth",
    "proxy_ssl_protocols",
    "worker_connections",
    "worker_rlimit_nofile",
    "worker_processes",
];

/// Headers to the server behind that bear on failures. The values of others are nobody's business.
const HEADERS: [&str; 3] = ["host", "connection", "upgrade"];
const HEADER: &str = "proxy_set_header";

fn is_known(name: &str) -> bool {
    let in_family = |family: &&'static str| name.strip_prefix(*family).is_some_and(|rest| OF_A_FAMILY.contains(&rest));
    OTHERS.contains(&name) || FAMILIES.iter().any(in_family)
}

/// What a block itself says. Of a setting that stands twice the last one counts.
pub fn own(block: &[Directive], scope: Scope) -> Vec<Setting> {
    let mut found: Vec<Setting> = Vec::new();
    for directive in block.iter().filter(|one| one.block.is_none()) {
        let (name, value) = match directive.words.split_first() {
            Some((header, value)) if directive.name == HEADER => {
                let shown = HEADERS.contains(&header.to_ascii_lowercase().as_str());
                (format!("{HEADER} {header}"), if shown { value.join(" ") } else { String::new() })
            }
            _ if is_known(&directive.name) => (directive.name.clone(), directive.value()),
            _ => continue,
        };
        found.retain(|other| other.name != name);
        found.push(Setting { name, value, scope, place: directive.place });
    }
    found
}

/// What is in force in an inner block: its own settings, and of the outer ones those that it does not make itself.
/// Headers are inherited all together, or not at all (ngx_http_proxy_module, "proxy_set_header").
pub fn inherit(outer: &[Setting], own: Vec<Setting>) -> Vec<Setting> {
    let is_header = |setting: &Setting| setting.name.starts_with(HEADER);
    let own_headers = own.iter().any(is_header);
    let stays =
        |setting: &&Setting| !(own.iter().any(|other| other.name == setting.name) || own_headers && is_header(setting));
    let mut all: Vec<Setting> = outer.iter().filter(stays).cloned().collect();
    all.extend(own);
    all
}
