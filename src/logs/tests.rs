//! Lines that look like a cause and are none, beside the ones that are: each is read as a whole file is.

use super::{Wish, summarise};
use crate::model::Cause;
use crate::model::log::{LogKind, LogSummary, Part, Says};

fn read(text: &str) -> LogSummary {
    let wish = Wish { now: 1_795_313_500, ..Wish::default() };
    summarise("x", text.as_bytes(), &wish, |_| true).unwrap()
}

fn ids(text: &str) -> Vec<String> {
    read(text).kinds.into_iter().map(|kind| kind.id).collect()
}

fn only(text: &str) -> LogKind {
    let mut kinds = read(text).kinds;
    assert_eq!(kinds.len(), 1, "{text}: {kinds:?}");
    kinds.remove(0)
}

fn statuses(id: &str) -> &'static [u16] {
    super::sign::named(id).map(|sign| sign.statuses.as_slice()).unwrap_or_default()
}

fn nginx(message: &str) -> String {
    format!("2026/11/22 02:10:11 [error] 7#7: *1 {message}, client: 192.0.2.1, server: shop.test\n")
}

#[test]
fn what_nginx_does_for_itself_is_no_failure_of_a_page() {
    let ocsp = " while requesting certificate status, responder: r3.example, certificate: \"/etc/a.pem\"\n";
    for message in [
        "r3.example could not be resolved (3: Host not found)",
        "connect() failed (113: No route to host)",
        "connect() to [2001:db8::1]:80 failed (101: Network is unreachable)",
        "connect() to 192.0.2.7:80 failed (13: Permission denied)",
        "no resolver defined to resolve r3.example",
    ] {
        let line = format!("2026/11/22 02:10:11 [error] 7#7: {message}{ocsp}");
        assert_eq!((only(&line).part, only(&line).cause), (Part::Aside, Cause::Healthy), "{line}");
    }
    for verb in ["connect", "recv", "send"] {
        let line = format!(
            "2026/11/22 02:10:11 [error] 7#7: {verb}() failed (111: Connection refused) while resolving, resolver: 127.0.0.11:53\n"
        );
        assert_eq!((only(&line).says, only(&line).cause), (Says::Hint, Cause::OriginDns));
    }
    for (message, id) in [
        ("app.internal could not be resolved (3: Host not found)", "nginx-resolve"),
        ("connect() failed (113: No route to host) while connecting to upstream", "nginx-hostunreach"),
        (
            "connect() to [2001:db8::1]:80 failed (101: Network is unreachable) while connecting to upstream",
            "nginx-netunreach",
        ),
    ] {
        assert_eq!(only(&nginx(message)).id, id);
    }
    assert_eq!(only("failed (111: Connection refused) while connecting to upstream\n").id, "nginx-refused-cut");
    assert_eq!(ids("failed (111: Connection refused) while resolving\n"), [""; 0]);
}

#[test]
fn what_breaks_behind_the_header_is_not_seen_as_502() {
    for (message, id) in [
        ("recv() failed (104: Connection reset by peer) while reading upstream", "nginx-reset-body"),
        ("upstream prematurely closed connection while reading upstream", "nginx-premature-body"),
        ("upstream sent invalid chunked response while reading upstream", "nginx-chunked"),
        ("upstream timed out (110: Connection timed out) while reading upstream", "nginx-body-timeout"),
    ] {
        assert_eq!(only(&nginx(message)).id, id);
        assert_eq!(statuses(id), [200], "{id}");
    }
    let before = "recv() failed (104: Connection reset by peer) while reading response header from upstream";
    assert_eq!(statuses(&only(&nginx(before)).id), [502]);
}

#[test]
fn a_header_that_nginx_ignores_is_no_invalid_answer() {
    let twice = "upstream sent duplicate header line: \"Date: a\", previous value: \"Date: b\"";
    let rest = " while reading response header from upstream";
    assert_eq!(only(&nginx(&format!("{twice}, ignored{rest}"))).part, Part::Aside);
    assert_eq!(only(&nginx(&format!("{twice}{rest}"))).id, "nginx-dup-header");
    assert_eq!(only(&nginx("bind() to 0.0.0.0:80 failed (98: Address already in use)")).part, Part::Aside);
}

#[test]
fn gos_words_count_by_the_program_that_says_them() {
    let caddy = r#"{"level":"error","ts":1795313411.1,"logger":"http.log.error","msg":"dial tcp 10.0.0.5:80: connect: connection refused","request":{"host":"shop.test","uri":"/"},"status":502}"#;
    let kind = only(caddy);
    assert_eq!((kind.id.as_str(), kind.says), ("go-refused", Says::Plainly));
    assert_eq!((kind.hosts[0].name.as_str(), kind.upstreams[0].name.as_str()), ("shop.test", "10.0.0.5:80"));
    assert_eq!(ids(&caddy.replace("502}", "404}")), [""; 0]);
    let console = "2026/11/22 02:10:11.123\tERROR\thttp.log.error\tdial tcp 10.0.0.5:80: connect: connection refused\t{\"request\": {\"remote_ip\": \"192.0.2.1\", \"host\": \"shop.test\", \"uri\": \"/\"}, \"status\": 502}";
    assert_eq!((only(console).id.as_str(), only(console).hosts[0].name.as_str()), ("go-refused", "shop.test"));
    let other = |text: &str| format!(r#"{{"level":"error","ts":1795313411.1,"msg":"{text}"}}"#);
    let kind = only(&other("dial tcp 10.0.0.5:8080: connect: connection refused"));
    assert_eq!((kind.writer.as_str(), kind.says), ("go", Says::Hint));
    assert_eq!(only(&other("dial tcp 10.0.0.5:5432: connect: connection refused")).cause, Cause::OriginAppError);
    assert_eq!(
        only(
            &caddy
                .replace(
                    "10.0.0.5:80: connect: connection refused",
                    ": lookup app on 192.0.2.53:53: server misbehaving"
                )
                .replace("tcp :", "tcp:")
        )
        .cause,
        Cause::OriginDns
    );
    assert_eq!(ids(&other("x509: certificate has expired or is not yet valid")), [""; 0]);
}

#[test]
fn a_database_is_not_the_server_behind_the_gateway() {
    let refused = |port: u16| only(&format!("Error: connect ECONNREFUSED 127.0.0.1:{port}\n"));
    assert_eq!(refused(5432).cause, Cause::OriginAppError);
    assert_eq!(refused(54321).cause, Cause::OriginRefused);
    assert_ne!(refused(54321).says, Says::Plainly);
}

#[test]
fn stops_on_purpose_are_no_crashes() {
    let child = |signal: &str| {
        only(&format!(
            "[22-Nov-2026 02:10:11] WARNING: [pool www] child 7 exited on signal {signal} after 1.0 seconds from start\n"
        ))
    };
    assert_eq!((child("15 (SIGTERM)").part, child("3 (SIGQUIT)").part), (Part::Aside, Part::Aside));
    assert_eq!(child("11 (SIGSEGV - core dumped)").cause, Cause::OriginCrashed);
    let down =
        |text: &str| only(&format!("Nov 22 02:10:11 lb haproxy[7]: Server web/app1 is {text}. 0 sessions active\n"));
    assert_eq!(down("going DOWN for maintenance. 1 active and 0 backup servers left").part, Part::Aside);
    let partial = down("DOWN, reason: Layer4 timeout. 10 active and 0 backup servers left");
    assert_eq!((partial.cause, partial.part), (Cause::PoolPartial, Part::Consequence));
    let last = down("DOWN, reason: Layer4 timeout. 0 active and 0 backup servers left");
    assert_eq!((last.cause, last.part), (Cause::PoolEmpty, Part::Cause));
}

#[test]
fn haproxys_codes_mean_what_its_manual_says() {
    let kind = |server: &str, status: u16, state: &str| {
        read(&format!(
            "Nov 22 02:10:11 lb haproxy[7]: 192.0.2.1:3 [22/Nov/2026:02:10:11.655] in web/{server} 0/0/1/20/900 {status} 217 - - \
             {state}-- 1/1/1/1/0 0/0 {{shop.test|curl/8.0}} \"GET /page HTTP/1.1\"\n"
        ))
        .kinds
        .pop()
    };
    for state in ["CC", "CD", "cD", "CH"] {
        let kind = kind("app1", 503, state).unwrap();
        assert_eq!((kind.cause, kind.part), (Cause::ClientAborted, Part::Aside), "{state}");
    }
    for state in ["SD", "sD"] {
        assert_eq!(statuses(&kind("app1", 200, state).unwrap().id), [200], "{state}");
    }
    let own = kind("app1", 502, "--").unwrap();
    assert_eq!((own.id.as_str(), own.hosts[0].name.as_str()), ("answer-502-passed-on", "shop.test"));
    assert!(kind("app1", 200, "--").is_none() && kind("<STATS>", 503, "--").is_none());
}

#[test]
fn words_of_envoy_and_fly_count_in_their_own_lines() {
    assert_eq!(ids("2026-11-22 02:10:11 INFO settings: response_timeout=5 maintenance_mode=off\n"), [""; 0]);
    assert_eq!(ids("[2026-11-22 02:10:11 +0000] [7] [INFO] see ticket [PC01] for this\n"), [""; 0]);
    let fly =
        "2026-11-22T02:10:11Z proxy[148e] fra [error][PM05] failed to connect to machine: gave up after 15 attempts\n";
    assert_eq!(only(fly).id, "fly-pm05");
}

#[test]
fn lines_between_others_are_read_by_their_own_format() {
    let down = "Nov 22 02:10:11 lb haproxy[7]: Server web/app1 is DOWN, reason: x. 1 active and 0 backup servers left. 0 sessions active\n";
    let traffic = "Nov 22 02:10:11 lb haproxy[7]: 192.0.2.1:3 [22/Nov/2026:02:10:11.655] in web/app2 0/0/-1/-1/3 503 217 - - SC-- 1/1/1/1/0 0/0 \"GET / HTTP/1.1\"\n";
    let kinds = read(&[down, traffic, down, traffic, traffic].concat()).kinds;
    let counts: Vec<(&str, u64)> = kinds.iter().map(|kind| (kind.id.as_str(), kind.count)).collect();
    assert_eq!(counts, [("haproxy-Suc", 3), ("haproxy-down", 2)]);
    assert_eq!(kinds[1].upstreams[0].name, "web/app1");
}

#[test]
fn sites_and_servers_come_from_envoys_last_quoted_columns() {
    let line = |agent: &str, end: &str| {
        format!(
            "[2026-11-22T02:10:11.310Z] \"GET / HTTP/1.1\" 503 UC 0 91 24 - \"192.0.2.1\" \"{agent}\" \"id\" \"shop.test\" \"10.1.0.5:8080\"{end}\n"
        )
    };
    for end in ["", " outbound|80||web.default.svc.cluster.local 10.1.0.1:39284 10.1.0.2:80 192.0.2.1:0 - default"] {
        let kind = only(&line("a\" \"evil.test\" \"6.6.6.6:80", end));
        assert_eq!((kind.hosts[0].name.as_str(), kind.upstreams[0].name.as_str()), ("shop.test", "10.1.0.5:8080"));
    }
}

#[test]
fn common_failures_of_applications_are_known() {
    for (line, id) in [
        ("[22-Nov-2026 02:10:11 UTC] PHP Fatal error:  Uncaught Error: x in /srv/a.php:3", "php-fatal"),
        (
            "[22-Nov-2026 02:10:11 America/Argentina/Buenos_Aires] PHP Parse error:  syntax error in /srv/a.php on line 3",
            "php-parse",
        ),
        ("Error: listen EADDRINUSE: address already in use 0.0.0.0:3000", "node-inuse"),
        ("[2026-11-22 02:10:11 +0000] [7] [ERROR] Reason: Worker failed to boot.", "gunicorn-boot"),
        (
            "22-Nov-2026 02:10:11.123 SEVERE [main] x HikariPool-1 - Connection is not available, request timed out after 30000ms.",
            "hikari-exhausted",
        ),
        ("Nov 22 02:10:11 web varnishd[7]: Child (99) died signal=6", "varnish-child-signal"),
        (
            "[pid: 7|app: 0|req: 1/1] 192.0.2.1 () {40 vars in 500 bytes} [Sun Nov 22 02:10:11 2026] GET / => generated 0 bytes in 3 msecs (HTTP/1.1 500) 2 headers",
            "answer-500-passed-on",
        ),
        ("2026-11-22 02:10:11 10.0.0.4 GET / - 80 - 192.0.2.1 - - 500 19 5 1", "iis-500-19"),
        ("2026-11-22 02:10:11 10.0.0.4 GET / - 80 - 192.0.2.1 - - 500 0 0 1", "answer-500"),
        (
            "2026-11-22 02:10:11: (gw_backend.c.274) establishing connection failed: socket: unix:/run/a.sock: No such file or directory",
            "lighttpd-socket-missing",
        ),
    ] {
        let kind = only(line);
        assert_eq!(kind.id, id, "{line}");
        let dated = line.contains("2026") || line.contains("Nov 22");
        assert_eq!(kind.last.map(|time| time.to_string().starts_with("2026-11-22T02:10:11")), dated.then_some(true));
    }
    assert_eq!(ids("2026/11/22 02:10:11 [notice] 7#7: using the \"epoll\" event method\n"), [""; 0]);
}

#[test]
fn directives_of_a_log_are_no_unknown_lines() {
    let summary = read(
        "#Software: Microsoft Internet Information Services 10.0\n#Version: 1.0\n#Date: 2026-11-22 02:10:11\n#Fields: date time\n# a note\n",
    );
    assert_eq!((summary.lines, summary.unrecognised.count), (5, 1));
}

#[test]
fn a_pool_that_iis_switched_off_follows_from_something() {
    let kind = only("2026-11-22 02:10:11 10.0.0.4 GET / - 80 - 192.0.2.1 - - 503 0 0 15\n");
    assert_eq!((kind.cause, kind.part), (Cause::OriginCrashed, Part::Consequence));
}

#[test]
fn lines_before_a_moment_are_left_out_by_the_readers_clock() {
    let counted = |after: (i64, i64)| {
        let line = |time: &str| {
            format!(
                "2026/11/22 {time} [error] 7#7: *1 connect() failed (111: Connection refused) while connecting to upstream\n"
            )
        };
        let text = line("02:10:10") + &line("02:10:20");
        let wish = Wish { now: 1_795_313_500, after: Some(after), ..Wish::default() };
        super::summarise("error.log", text.as_bytes(), &wish, |_| true).unwrap().telling()
    };
    // 02:10:15 in UTC, and the same moment where the wall shows an hour more.
    let moment = 1_795_313_415;
    assert_eq!(counted((moment, 0)), 1);
    assert_eq!(counted((moment - 3_600, 3_600)), 1);
    assert_eq!((counted((moment - 60, 0)), counted((moment + 60, 0))), (2, 0));
}
