//! What is offered in small worlds: an nginx before the shop, its log, and the server behind.

use crate::configuration::{Files, Limits, Wish, read};
use crate::diagnosis::testing::*;
use crate::logs::summarise;
use crate::model::visit::{Via, VisitTrace};
use crate::model::{Cause, Change, Known, Role, Seen, StepId};

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
fn owner(message: &str, upstream: &str, config: &str) -> World {
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

trait Behind {
    fn behind(self, at: &str, trace: VisitTrace) -> Self;
}

impl Behind for World {
    /// The same page, asked straight at this server.
    fn behind(self, at: &str, trace: VisitTrace) -> World {
        let https = at.ends_with(":8443");
        let url = if https { "https://shop.test/" } else { "http://shop.test/" };
        let mut world = self.visit(crate::model::visit::VisitPurpose::Origin, url, at, Via::Direct, trace);
        let last = world.case.observations.last_mut().unwrap();
        if let Seen::Visit { visit } = last.seen.clone() {
            last.seen = Seen::Origin { visit };
        }
        world
    }
}

fn shop(location: &str) -> String {
    format!(
        "events {{\n  worker_connections 512;\n}}\nhttp {{\n  server {{\n    listen 443 ssl;\n    server_name shop.test;\n{location}\n  }}\n}}\n"
    )
}

fn change(world: &World) -> Option<Change> {
    world.verdict().next.into_iter().find_map(|next| next.change)
}

/// The lines that go and come.
fn lines(world: &World) -> Vec<String> {
    let change = change(world).unwrap_or_else(|| panic!("no change; the verdict is {:#?}", world.verdict()));
    let is_changed = |line: &&str| line.starts_with(['+', '-']) && !line.starts_with("+++") && !line.starts_with("---");
    change.diff.lines().filter(is_changed).map(str::to_owned).collect()
}

const REFUSED: &str = "connect() failed (111: Connection refused) while connecting to upstream";
const TOO_BIG: &str = "upstream sent too big header while reading response header from upstream";

#[test]
fn the_address_that_the_page_came_from() {
    let config = shop("    location / {\n      proxy_pass http://192.0.2.9:8081;\n    }");
    let world = owner(REFUSED, "http://192.0.2.9:8081", &config);
    assert_eq!(change(&world), None, "nobody saw where the page is");
    let seen = world.clone().behind("192.0.2.9:8080", good());
    assert_eq!(lines(&seen), ["-      proxy_pass http://192.0.2.9:8081;", "+      proxy_pass http://192.0.2.9:8080;"]);
    let failing = world.clone().behind("192.0.2.9:8080", bad_gateway());
    assert_eq!(change(&failing), None, "it fails there too");
    let same = world.behind("192.0.2.9:8081", good());
    assert_eq!(change(&same), None, "it answers at the address that the gateway asks");
}

#[test]
fn a_name_keeps_its_name() {
    let config = shop("    location / { proxy_pass http://app.internal:8081/x; }");
    let world = owner(REFUSED, "http://192.0.2.9:8081", &config).behind("192.0.2.9:8080", good());
    assert_eq!(
        lines(&world),
        [
            "-    location / { proxy_pass http://app.internal:8081/x; }",
            "+    location / { proxy_pass http://app.internal:8080/x; }"
        ]
    );
}

#[test]
fn the_change_can_be_put_in_force_and_taken_back() {
    let config = shop("    location / {\n      proxy_pass http://192.0.2.9:8081;\n    }");
    let change = change(&owner(REFUSED, "http://192.0.2.9:8081", &config).behind("192.0.2.9:8080", good())).unwrap();
    assert_eq!(change.file, "/etc/nginx/nginx.conf");
    assert_eq!(change.reload, "nginx -t && nginx -s reload");
    assert_eq!(change.undo, "patch -R -d / -p0 < change.diff && nginx -t && nginx -s reload");
    assert!(
        change.diff.starts_with("--- etc/nginx/nginx.conf\n+++ etc/nginx/nginx.conf\n@@ -6,7 +6,7 @@\n"),
        "{}",
        change.diff
    );
}

#[test]
fn the_protocol_that_the_server_speaks() {
    let reset = "recv() failed (104: Connection reset by peer) while reading response header from upstream";
    let config = shop("    location / {\n      proxy_pass http://192.0.2.9:8443;\n    }");
    let world = owner(reset, "http://192.0.2.9:8443", &config);
    assert_eq!(change(&world), None);
    let seen = world.clone().behind("192.0.2.9:8443", good());
    assert_eq!(lines(&seen)[1], "+      proxy_pass https://192.0.2.9:8443;");
    let verdict = seen.verdict();
    assert_eq!(verdict.cause, Cause::GatewayMisconfigured);
    assert!(verdict.confidence < crate::model::Confidence::Certain);
    let elsewhere = world.behind("192.0.2.77:8443", good());
    assert_eq!(change(&elsewhere), None, "another server speaks TLS");
}

#[test]
fn room_for_the_head_of_the_answer() {
    let config = shop("    location / {\n      proxy_pass http://192.0.2.9:8080;\n    }");
    let world = owner(TOO_BIG, "http://192.0.2.9:8080", &config);
    assert_eq!(lines(&world), ["+      proxy_buffer_size 128k;", "+      proxy_buffers 4 128k;"]);
    let measured = world.behind("192.0.2.9:8080", answer_with(200, &[("set-cookie", &"x".repeat(9_000))], "shop"));
    assert_eq!(lines(&measured), ["+      proxy_buffer_size 16k;", "+      proxy_buffers 4 16k;"]);
    assert_eq!(measured.verdict().cause, Cause::OriginHeaderTooLarge);
}

#[test]
fn buffers_that_are_set_are_changed_where_they_stand() {
    let config = shop(
        "    proxy_buffer_size 8k;\n    proxy_busy_buffers_size   16k; # by hand\n    location / { proxy_pass http://192.0.2.9:8080; }",
    );
    let changed = lines(&owner(TOO_BIG, "http://192.0.2.9:8080", &config));
    assert_eq!(
        changed,
        [
            "-    proxy_buffer_size 8k;",
            "+    proxy_buffer_size 128k;",
            "-    proxy_busy_buffers_size   16k; # by hand",
            "+    proxy_busy_buffers_size 256k; # by hand",
            "-    location / { proxy_pass http://192.0.2.9:8080; }",
            "+    location / { proxy_buffers 4 128k; proxy_pass http://192.0.2.9:8080; }",
        ]
    );
    let enough = shop("    proxy_buffer_size 256k;\n    location / { proxy_pass http://192.0.2.9:8080; }");
    assert_eq!(change(&owner(TOO_BIG, "http://192.0.2.9:8080", &enough)), None, "the head is the mistake");
    let fastcgi = shop("    location / {\n\tfastcgi_pass 192.0.2.9:9000;\n    }");
    assert_eq!(lines(&owner(TOO_BIG, "fastcgi://192.0.2.9:9000", &fastcgi))[0], "+\tfastcgi_buffer_size 128k;");
}

#[test]
fn files_for_the_connections_of_a_worker() {
    let full = "socket() failed (24: Too many open files) while connecting to upstream";
    let location = "    location / { proxy_pass http://192.0.2.9:8080; }";
    let config = shop(location);
    assert_eq!(lines(&owner(full, "http://192.0.2.9:8080", &config)), ["+worker_rlimit_nofile 2048;"]);
    let set = format!("worker_rlimit_nofile 20;\n{config}");
    let changed = lines(&owner(full, "http://192.0.2.9:8080", &set));
    assert_eq!(changed, ["-worker_rlimit_nofile 20;", "+worker_rlimit_nofile 2048;"]);
    let command = change(&owner(full, "http://192.0.2.9:8080", &set)).unwrap().reload;
    assert_eq!(command, "nginx -t && systemctl restart nginx", "a worker without free files does not hear of a reload");
    let enough = format!("worker_rlimit_nofile 4096;\n{config}");
    assert_eq!(change(&owner(full, "http://192.0.2.9:8080", &enough)), None);
}

#[test]
fn an_address_of_this_machine_that_only_ipv6_refuses() {
    let config = shop("    location / { proxy_pass http://localhost:8080; }");
    let world = owner(REFUSED, "http://[::1]:8080", &config);
    assert_eq!(change(&world), None, "nobody saw that anybody answers over IPv4");
    let seen = world.behind("127.0.0.1:8080", good());
    assert_eq!(lines(&seen)[1], "+    location / { proxy_pass http://127.0.0.1:8080; }");
}

#[test]
fn where_no_file_helps_there_is_no_change() {
    let config = shop("    location / { proxy_pass http://192.0.2.9:8080; }");
    for message in [
        REFUSED,
        "upstream timed out (110: Connection timed out) while reading response header from upstream",
        "upstream prematurely closed connection while reading response header from upstream",
    ] {
        assert_eq!(change(&owner(message, "http://192.0.2.9:8080", &config)), None, "{message}");
    }
}

#[test]
fn visitors_are_told_of_no_change() {
    let config = shop("    location / { proxy_pass http://192.0.2.9:8080; }");
    let mut world = owner(TOO_BIG, "http://192.0.2.9:8080", &config);
    assert!(change(&world).is_some());
    world.case.role = Role::Visitor;
    assert_eq!(change(&world), None);
}

#[test]
fn lines_that_leave_a_doubt_are_left_alone() {
    for location in [
        // Twice in one line, behind a brace in an expression, over two lines.
        "    location / { proxy_buffer_size 8k; proxy_buffer_size 8k; proxy_pass http://192.0.2.9:8080; }",
        "    location ~ \"^/x{0,9}\" { proxy_pass http://192.0.2.9:8080; }",
        "    location / { proxy_buffer_size\n 8k; proxy_pass http://192.0.2.9:8080; }",
    ] {
        assert_eq!(change(&owner(TOO_BIG, "http://192.0.2.9:8080", &shop(location))), None, "{location}");
    }
}

/// A case file that somebody sent may hold any lines.
#[test]
fn a_hostile_case_gets_no_change() {
    let config = shop("    location / {\n      proxy_pass http://192.0.2.9:8080;\n    }");
    let world = owner(TOO_BIG, "http://192.0.2.9:8080", &config);
    for evil in ["x\n+++ etc/passwd", "x\u{1b}[2J", "x\r\ny"] {
        let mut world = world.clone();
        for one in &mut world.case.observations {
            if let Seen::Configuration { configuration: Known::Seen(read), .. } = &mut one.seen {
                read.lines.iter_mut().filter(|line| line.place.line == 9).for_each(|line| line.text = evil.to_owned());
            }
        }
        assert_eq!(change(&world), None, "{evil:?}");
    }
    let mut elsewhere = world;
    for one in &mut elsewhere.case.observations {
        if let Seen::Configuration { configuration: Known::Seen(read), .. } = &mut one.seen {
            read.files[0].path = "/etc/$(reboot)/../x".to_owned();
        }
    }
    assert_eq!(change(&elsewhere), None);
}
