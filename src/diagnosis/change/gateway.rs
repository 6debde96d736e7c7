//! How each gateway tests its files and takes them up.

use crate::diagnosis::verify::inert;
use crate::model::configuration::{Configuration, Gateway};

/// Where nginx's packages and its own build look for the file by themselves.
const USUAL: [&str; 4] = [
    "/etc/nginx/nginx.conf",
    "/usr/local/nginx/conf/nginx.conf",
    "/usr/local/etc/nginx/nginx.conf",
    "/opt/homebrew/etc/nginx/nginx.conf",
];

/// The command that tests, and the one that reloads.
pub fn reload(configuration: &Configuration) -> (String, String) {
    let main = configuration.files.first().map_or("", |file| file.path.as_str());
    match configuration.gateway {
        Gateway::Nginx => {
            // A file without an events block is a part of another one.
            let whole = configuration.main.iter().any(|setting| setting.name == "events");
            let option = inert(main).filter(|path| whole && !USUAL.contains(path));
            let option = option.map(|path| format!(" -c {path}")).unwrap_or_default();
            (format!("nginx -t{option}"), format!("nginx -s reload{option}"))
        }
        Gateway::Haproxy => {
            let path = inert(main).unwrap_or("/etc/haproxy/haproxy.cfg");
            (format!("haproxy -c -f {path}"), "systemctl reload haproxy".to_owned())
        }
        Gateway::Caddy => {
            let path = inert(main).unwrap_or("/etc/caddy/Caddyfile");
            let adapter = "--adapter caddyfile";
            (format!("caddy validate --config {path} {adapter}"), format!("caddy reload --config {path} {adapter}"))
        }
        Gateway::Apache => ("apachectl configtest".to_owned(), "apachectl graceful".to_owned()),
    }
}
