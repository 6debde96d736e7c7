//! What is offered in small worlds: an nginx before the shop, its log, and the server behind.

use crate::diagnosis::testing::*;
use crate::model::{Cause, Change, Known, Role, Seen};

fn change(world: &World) -> Option<Change> {
    world.verdict().next.into_iter().find_map(|next| next.change)
}

/// The lines that go and come.
fn lines(world: &World) -> Vec<String> {
    let change = change(world).unwrap_or_else(|| panic!("no change; the verdict is {:#?}", world.verdict()));
    let is_changed = |line: &&str| line.starts_with(['+', '-']) && !line.starts_with("+++") && !line.starts_with("---");
    change.diff.lines().filter(is_changed).map(str::to_owned).collect()
}

#[test]
fn the_address_that_the_page_came_from() {
    let config = nginx_before_the_shop("    location / {\n      proxy_pass http://192.0.2.9:8081;\n    }");
    let world = owner_sees(REFUSED, "http://192.0.2.9:8081", &config);
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
    let config = nginx_before_the_shop("    location / { proxy_pass http://app.internal:8081/x; }");
    let world = owner_sees(REFUSED, "http://192.0.2.9:8081", &config).behind("192.0.2.9:8080", good());
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
    let config = nginx_before_the_shop("    location / {\n      proxy_pass http://192.0.2.9:8081;\n    }");
    let change =
        change(&owner_sees(REFUSED, "http://192.0.2.9:8081", &config).behind("192.0.2.9:8080", good())).unwrap();
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
    let config = nginx_before_the_shop("    location / {\n      proxy_pass http://192.0.2.9:8443;\n    }");
    let world = owner_sees(reset, "http://192.0.2.9:8443", &config);
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
fn the_name_by_which_the_server_proves_itself() {
    let config = nginx_before_the_shop(
        "    location / {\n      proxy_ssl_name app.internal;\n      proxy_ssl_verify on;\n      proxy_pass https://192.0.2.9:8443;\n    }",
    );
    let world = owner_sees(NO_MATCH, "https://192.0.2.9:8443", &config);
    assert_eq!(change(&world), None);
    let seen = world.behind("192.0.2.9:8443", good());
    assert_eq!(
        lines(&seen),
        ["+      proxy_ssl_server_name on;", "-      proxy_ssl_name app.internal;", "+      proxy_ssl_name shop.test;"]
    );
}

#[test]
fn room_for_the_head_of_the_answer() {
    let config = nginx_before_the_shop("    location / {\n      proxy_pass http://192.0.2.9:8080;\n    }");
    let world = owner_sees(TOO_BIG, "http://192.0.2.9:8080", &config);
    assert_eq!(lines(&world), ["+      proxy_buffer_size 128k;", "+      proxy_buffers 4 128k;"]);
    let measured = world.behind("192.0.2.9:8080", answer_with(200, &[("set-cookie", &"x".repeat(9_000))], "shop"));
    assert_eq!(lines(&measured), ["+      proxy_buffer_size 16k;", "+      proxy_buffers 4 16k;"]);
    assert_eq!(measured.verdict().cause, Cause::OriginHeaderTooLarge);
}

#[test]
fn buffers_that_are_set_are_changed_where_they_stand() {
    let config = nginx_before_the_shop(
        "    proxy_buffer_size 8k;\n    proxy_busy_buffers_size   16k;\n    location / { proxy_pass http://192.0.2.9:8080; }",
    );
    let changed = lines(&owner_sees(TOO_BIG, "http://192.0.2.9:8080", &config));
    assert_eq!(
        changed,
        [
            "-    proxy_buffer_size 8k;",
            "+    proxy_buffer_size 128k;",
            "-    proxy_busy_buffers_size   16k;",
            "+    proxy_busy_buffers_size 256k;",
            "-    location / { proxy_pass http://192.0.2.9:8080; }",
            "+    location / { proxy_buffers 4 128k; proxy_pass http://192.0.2.9:8080; }",
        ]
    );
    let enough =
        nginx_before_the_shop("    proxy_buffer_size 256k;\n    location / { proxy_pass http://192.0.2.9:8080; }");
    assert_eq!(change(&owner_sees(TOO_BIG, "http://192.0.2.9:8080", &enough)), None, "the head is the mistake");
    let fastcgi = nginx_before_the_shop("    location / {\n\tfastcgi_pass 192.0.2.9:9000;\n    }");
    assert_eq!(lines(&owner_sees(TOO_BIG, "fastcgi://192.0.2.9:9000", &fastcgi))[0], "+\tfastcgi_buffer_size 128k;");
}

#[test]
fn files_for_the_connections_of_a_worker() {
    let full = "socket() failed (24: Too many open files) while connecting to upstream";
    let location = "    location / { proxy_pass http://192.0.2.9:8080; }";
    let config = nginx_before_the_shop(location);
    assert_eq!(lines(&owner_sees(full, "http://192.0.2.9:8080", &config)), ["+worker_rlimit_nofile 2048;"]);
    let set = format!("worker_rlimit_nofile 20;\n{config}");
    let changed = lines(&owner_sees(full, "http://192.0.2.9:8080", &set));
    assert_eq!(changed, ["-worker_rlimit_nofile 20;", "+worker_rlimit_nofile 2048;"]);
    let command = change(&owner_sees(full, "http://192.0.2.9:8080", &set)).unwrap().reload;
    assert_eq!(command, "nginx -t && systemctl restart nginx", "a worker without free files does not hear of a reload");
    let enough = format!("worker_rlimit_nofile 4096;\n{config}");
    assert_eq!(change(&owner_sees(full, "http://192.0.2.9:8080", &enough)), None);
}

#[test]
fn connections_with_the_files_that_they_take() {
    let full = "512 worker_connections are not enough while connecting to upstream";
    let config = nginx_before_the_shop("    location / { proxy_pass http://192.0.2.9:8080; }");
    let world = owner_sees(full, "http://192.0.2.9:8080", &config);
    assert_eq!(world.verdict().cause, Cause::GatewayOverloaded);
    // The limit of files in force is not known, and may be higher than what would be set.
    assert_eq!(lines(&world), ["-  worker_connections 512;", "+  worker_connections 1024;"]);
    let few = format!("worker_rlimit_nofile 100;\n{config}");
    assert_eq!(lines(&owner_sees(full, "http://192.0.2.9:8080", &few))[1], "+worker_rlimit_nofile 4096;");
    let many = config.replace("512", "65536");
    assert_eq!(change(&owner_sees(full, "http://192.0.2.9:8080", &many)), None, "more need a look at the machine");
    let enough = format!("worker_rlimit_nofile 100000;\n{config}");
    assert_eq!(lines(&owner_sees(full, "http://192.0.2.9:8080", &enough)).len(), 2);
}

#[test]
fn an_address_of_this_machine_that_only_ipv6_refuses() {
    let config = nginx_before_the_shop("    location / { proxy_pass http://localhost:8080; }");
    let world = owner_sees(REFUSED, "http://[::1]:8080", &config);
    assert_eq!(change(&world), None, "nobody saw that anybody answers over IPv4");
    let seen = world.behind("127.0.0.1:8080", good());
    assert_eq!(lines(&seen)[1], "+    location / { proxy_pass http://127.0.0.1:8080; }");
}

#[test]
fn room_for_an_upload_that_was_refused() {
    let said = "413 Request Entity Too Large";
    let world = refused_upload("5000000", said);
    assert_eq!(world.verdict().cause, Cause::RequestBodyTooLarge);
    assert_eq!(lines(&world), ["+      client_max_body_size 10m;"]);
    assert_eq!(change(&refused_upload("5000000000", said)), None, "nobody uploads that by accident");
    assert_eq!(change(&refused_upload("a lot of", said)), None, "the size is not known");
    assert_eq!(change(&refused_upload("5000000", "it is slow")), None, "nobody complained about uploads");
}

#[test]
fn where_no_file_helps_there_is_no_change() {
    let config = nginx_before_the_shop("    location / { proxy_pass http://192.0.2.9:8080; }");
    for message in [
        REFUSED,
        "upstream timed out (110: Connection timed out) while reading response header from upstream",
        "upstream prematurely closed connection while reading response header from upstream",
    ] {
        assert_eq!(change(&owner_sees(message, "http://192.0.2.9:8080", &config)), None, "{message}");
    }
}

#[test]
fn visitors_are_told_of_no_change() {
    let config = nginx_before_the_shop("    location / { proxy_pass http://192.0.2.9:8080; }");
    let mut world = owner_sees(TOO_BIG, "http://192.0.2.9:8080", &config);
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
        assert_eq!(
            change(&owner_sees(TOO_BIG, "http://192.0.2.9:8080", &nginx_before_the_shop(location))),
            None,
            "{location}"
        );
    }
}

#[test]
fn a_redacted_case_is_judged_alike_and_hides_the_address() {
    let config = nginx_before_the_shop("    location / {\n      proxy_pass http://10.7.8.9:8081;\n    }");
    let world = owner_sees(REFUSED, "http://10.7.8.9:8081", &config).behind("10.7.8.9:8080", good());
    let hidden = {
        let mut hidden = world.clone();
        hidden.case = crate::report::redact::redact(&world.case);
        hidden
    };
    let (open, closed) = (world.verdict(), hidden.verdict());
    assert_eq!((open.cause, open.confidence), (closed.cause, closed.confidence));
    assert!(lines(&world)[1].contains("10.7.8.9:8080"));
    let shown = lines(&hidden);
    assert_eq!(shown.len(), 2, "{shown:?}");
    assert!(shown.iter().all(|line| !line.contains("10.7.8.9")), "{shown:?}");
}

/// A case file that somebody sent may hold any lines.
#[test]
fn a_hostile_case_gets_no_change() {
    let config = nginx_before_the_shop("    location / {\n      proxy_pass http://192.0.2.9:8080;\n    }");
    let world = owner_sees(TOO_BIG, "http://192.0.2.9:8080", &config);
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
