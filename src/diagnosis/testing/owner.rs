//! Worlds of owners: the shop fails, and they hand over a log line, a configuration and the address of the server behind.

use super::*;
use crate::configuration::{Files, Limits, Wish, read};
use crate::logs::summarise;
use crate::model::server::{ServerLook, ServerSight};

struct One<'t>(&'t str);

impl Files for One<'_> {
    fn matching(&mut self, pattern: &str) -> Result<Vec<String>, String> {
        Ok(vec![pattern.to_owned()])
    }
    fn text(&mut self, _path: &str) -> Result<String, String> {
        Ok(self.0.to_owned())
    }
}

/// The shop fails, and its owner hands over a log line of now and the configuration.
pub fn owner_sees(message: &str, upstream: &str, config: &str) -> World {
    let mut world = World::new("https://shop.test/").lookup(["203.0.113.5"]).page("203.0.113.5", bad_gateway());
    world.case.role = Role::Owner;
    let line = format!(
        "2026/11/24 10:00:00 [error] 7#7: *1 {message}, client: 198.51.100.7, server: shop.test, request: \"GET / HTTP/1.1\", upstream: \"{upstream}/\", host: \"shop.test\"\n"
    );
    let wish = crate::logs::Wish { now: NOW_SECS, ..crate::logs::Wish::default() };
    let log = Known::Seen(summarise("error.log", line.as_bytes(), &wish, |_| true).unwrap());
    let world = world.see(StepId::Logs, Seen::Log { name: "error.log".to_owned(), log, utc_offset: 0 });
    let wish = Wish { host: "shop.test", port: 443 };
    let read = read("/etc/nginx/nginx.conf", &mut One(config), Limits::default(), &wish).unwrap();
    let name = "/etc/nginx/nginx.conf".to_owned();
    let configuration = Known::Seen(Box::new(read));
    world.see(StepId::Configuration, Seen::Configuration { name, configuration })
}

impl World {
    /// The same page, asked straight at this server.
    pub fn behind(self, at: &str, trace: VisitTrace) -> World {
        let https = at.ends_with(":8443");
        let url = if https { "https://shop.test/" } else { "http://shop.test/" };
        let mut world = self.visit(VisitPurpose::Origin, url, at, Via::Direct, trace);
        let last = world.case.observations.last_mut().unwrap();
        if let Seen::Visit { visit } = last.seen.clone() {
            last.seen = Seen::Origin { visit };
        }
        world
    }
}

/// nginx with this location for the shop.
pub fn nginx_before_the_shop(location: &str) -> String {
    format!(
        "events {{\n  worker_connections 512;\n}}\nhttp {{\n  server {{\n    listen 443 ssl;\n    server_name shop.test;\n{location}\n  }}\n}}\n"
    )
}

pub const REFUSED: &str = "connect() failed (111: Connection refused) while connecting to upstream";
pub const TOO_BIG: &str = "upstream sent too big header while reading response header from upstream";
pub const NO_MATCH: &str = "upstream SSL certificate does not match \"192.0.2.9\" while SSL handshaking to upstream";

/// The page works; an owner says this, and hands over a log with an upload of so many bytes that nginx refused.
pub fn refused_upload(bytes: &str, said: &str) -> World {
    let config = nginx_before_the_shop(
        "    location / {\n      root /srv;\n    }\n    location /upload {\n      proxy_pass http://192.0.2.9:8080;\n    }",
    );
    let message = format!("client intended to send too large body: {bytes} bytes");
    let mut world = owner_sees(&message, "", &config).said(said);
    for one in &mut world.case.observations {
        match &mut one.seen {
            Seen::Visit { visit } => visit.trace.http = good().http,
            Seen::Log { log: Known::Seen(log), .. } => {
                log.kinds.iter_mut().for_each(|kind| kind.requests[0].name = "/upload".to_owned());
            }
            _ => {}
        }
    }
    world.ended()
}

impl World {
    /// Nobody handed a log over.
    pub fn without_logs(mut self) -> World {
        self.case.observations.retain(|one| !matches!(one.seen, Seen::Log { .. }));
        self
    }

    /// A look at this machine showed this.
    pub fn on_server(self, sight: ServerSight) -> World {
        let look = ServerLook { how: vec!["/proc".to_owned()], sight };
        self.see(StepId::Server, Seen::Server { server: Box::new(look) })
    }
}
