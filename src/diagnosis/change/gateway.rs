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

/// How a change is put in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Takes {
    /// The program reads its files anew and goes on.
    Reload,
    /// The program must end and begin anew: a worker that may open no more files does not hear that it should end
    /// (its channel hands it a file).
    Restart,
}

/// The commands that test the files and put them in force.
pub fn in_force(configuration: &Configuration, takes: Takes) -> String {
    let (test, reload) = commands(configuration, takes);
    format!("{test} && {reload}")
}

fn commands(configuration: &Configuration, takes: Takes) -> (String, String) {
    let main = configuration.files.first().map_or("", |file| file.path.as_str());
    match configuration.gateway {
        Gateway::Nginx => {
            // A file without an events block is a part of another one.
            let whole = configuration.main.iter().any(|setting| setting.name == "events");
            let option = inert(main).filter(|path| whole && !USUAL.contains(path));
            let option = option.map(|path| format!(" -c {path}")).unwrap_or_default();
            let put = match (takes, option.is_empty()) {
                (Takes::Reload, _) => format!("nginx -s reload{option}"),
                (Takes::Restart, true) => "systemctl restart nginx".to_owned(),
                (Takes::Restart, false) => format!("nginx -s stop{option} && nginx{option}"),
            };
            (format!("nginx -t{option}"), put)
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
