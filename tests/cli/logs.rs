//! `gatemend logs`, and `check` with a log or an origin at hand.

use std::io::Write;
use std::process::Stdio;

use serde_json::Value;

use super::program::{Place, Run};
use super::server::{Server, page};
use super::{NGINX_502, is_one_line};

fn refused(time: &str, path: &str) -> String {
    format!(
        "{time} [error] 7#7: *56 connect() failed (111: Connection refused) while connecting to upstream, client: \
         203.0.113.7, server: shop.test, request: \"GET {path} HTTP/1.1\", upstream: \"http://127.0.0.1:8080{path}\", \
         host: \"shop.test\"\n"
    )
}

fn json(run: &Run) -> Value {
    serde_json::from_str(&run.stdout).unwrap_or_else(|error| panic!("{error}: {run:?}"))
}

#[test]
fn logs_tell_what_failed_since_when_how_often_and_behind_which_server() {
    let place = Place::new();
    let noise =
        "2026/11/22 02:10:10 [error] 7#7: *1 open() \"/x\" failed (2: No such file or directory), client: 1.2.3.4\n";
    let log =
        noise.repeat(5) + &refused("2026/11/22 02:10:11", "/cart?token=SECRET") + &refused("2026/11/22 03:00:00", "/");
    place.write("error.log", log + "what is this\n");
    let run = place.run(&["logs", "error.log", "--json"]);
    assert_eq!(run.code, Some(1), "{run:?}");
    let told = json(&run);
    assert_eq!((told["schema"].as_u64(), told["lines"].as_u64()), (Some(1), Some(8)));
    let cause = &told["causes"][0];
    assert_eq!((cause["cause"].as_str(), cause["fault"].as_str()), (Some("origin-refused"), Some("site-origin")));
    assert_eq!((cause["count"].as_u64(), cause["upstreams"][0]["count"].as_u64()), (Some(2), Some(2)));
    assert_eq!(
        (cause["first"].as_str(), cause["last"].as_str()),
        (Some("2026-11-22T02:10:11"), Some("2026-11-22T03:00:00"))
    );
    assert_eq!(cause["requests"][0]["name"], "/");
    assert!(cause["fix"].as_str().is_some_and(|fix| fix.len() > 20));
    assert_eq!(told["unrecognised"]["count"], 1);
    assert_eq!(told["diagnosis"]["cause"], "origin-refused");
    assert!(told["histogram"].as_array().is_some_and(|buckets| buckets.len() == 2));
    let words = place.run(&["logs", "error.log"]);
    assert!(words.stdout.contains("http://127.0.0.1:8080 (2)"), "{}", words.stdout);
}

#[test]
fn limits_several_files_folders_and_standard_input_are_read() {
    let place = Place::new();
    place.write("logs/a.log", refused("2026/11/22 02:10:11", "/"));
    place.write("logs/b.log", refused("2026/11/22 05:00:00", "/"));
    let told = json(&place.run(&["logs", "logs", "--json", "--since", "2026-11-22 04:00"]));
    assert_eq!((told["files"].as_array().map(Vec::len), told["causes"][0]["count"].as_u64()), (Some(2), Some(1)));
    let mut child = place.command(&["logs", "-", "--json"]).stdin(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(refused("2026/11/22 02:10:11", "/").as_bytes()).unwrap();
    assert_eq!(json(&Run::of(child.wait_with_output().unwrap()))["causes"][0]["count"], 1);
}

#[test]
fn nothing_telling_is_said_so_and_wrong_use_gets_one_line() {
    let place = Place::new();
    place.write("quiet.log", "2026/11/22 02:10:10 [info] 7#7: *1 client 1.2.3.4 closed keepalive connection\n");
    let run = place.run(&["logs", "quiet.log", "--json"]);
    assert_eq!((run.code, json(&run)["diagnosis"]["cause"].as_str()), (Some(1), Some("unknown")));
    for arguments in [
        ["logs", "missing.log"].as_slice(),
        &["logs"],
        &["logs", "quiet.log", "--since", "yesterday"],
        &["logs", "quiet.log", "--format", "klingon"],
        &["logs", "quiet.log", "--log-format", "$remote_addr"],
        &["logs", "quiet.log", "--config", "missing.conf"],
        &["logs", "quiet.log", "--config", "quiet.log"],
        &["check", "shop.test", "--log", "missing.log"],
        &["check", "shop.test", "--origin", "not an address"],
    ] {
        let run = place.run(arguments);
        assert_eq!(run.code, Some(2), "{arguments:?}: {run:?}");
        assert!(is_one_line(&run.stderr), "{arguments:?}: {run:?}");
    }
}

/// What `gatemend logs` names as the cause.
fn cause(lines: &[String]) -> String {
    let place = Place::new();
    place.write("x.log", lines.concat());
    let told = json(&place.run(&["logs", "x.log", "--json"]));
    told.pointer("/diagnosis/cause").and_then(Value::as_str).unwrap_or_default().to_owned()
}

#[test]
fn of_statuses_alone_the_more_frequent_one_counts() {
    let line = |status: u16| {
        format!("192.0.2.1 - - [22/Nov/2026:02:10:11 +0000] \"GET / HTTP/1.1\" {status} 157 \"-\" \"-\"\n")
    };
    assert_eq!(cause(&[line(502), line(502), line(504)]), "origin-refused");
    assert_eq!(cause(&[line(502), line(504), line(504)]), "origin-timeout-response");
}

#[test]
fn what_came_later_is_not_the_reason_for_what_was_before() {
    let line = |codes: &str| format!("2026-11-22 02:10:11 10.0.0.4 GET / - 80 - 192.0.2.1 - - {codes}\n");
    assert_eq!(cause(&[line("502 3 12030 15"), line("503 0 0 15")]), "origin-reset");
    assert_eq!(cause(&[line("503 0 0 15")]), "origin-crashed");
}

#[test]
fn what_a_log_holds_is_never_an_instruction_to_the_terminal() {
    let place = Place::new();
    place.write(
        "evil.log",
        "\u{1b}]0;owned\u{7}\u{1b}[2J\u{202e}evil\n".to_owned() + &refused("2026/11/22 02:10:11", "/\u{1b}[31m"),
    );
    for arguments in [["logs", "evil.log"].as_slice(), &["logs", "evil.log", "--json"]] {
        let run = place.run(arguments);
        assert!(!run.stdout.contains(['\u{1b}', '\u{7}', '\u{202e}']), "{}", run.stdout);
    }
}

#[test]
fn a_check_reads_the_log_at_hand_and_asks_the_origin() {
    let place = Place::new();
    let gateway = Server::http(|link| link.answer(page("502 Bad Gateway", "Server: nginx\r\n", NGINX_502)));
    let origin = Server::http(|link| link.answer(page("200 OK", "", "shop")));
    let now = jiff::Timestamp::now().strftime("%Y/%m/%d %H:%M:%S").to_string();
    place.write("error.log", refused(&now, "/").replace("host: \"shop.test\"", "host: \"127.0.0.1\""));
    let url = format!("http://{}/", gateway.ip_port);
    let run = place.check(&url, &["--as", "owner", "--log", "error.log", "--json", "case.json"]);
    let case: Value = serde_json::from_str(&place.read("case.json")).unwrap();
    assert_eq!(case["diagnosis"]["cause"], "origin-refused", "{run:?}");
    assert_eq!(case["diagnosis"]["confidence"], "certain");
    let at = origin.ip_port.to_string();
    place.check(&url, &["--as", "owner", "--origin", &at, "--json", "case.json"]);
    let case: Value = serde_json::from_str(&place.read("case.json")).unwrap();
    assert_eq!(case["diagnosis"]["fault"], "site-edge", "{case}");
    assert!(!origin.heard.all().is_empty());
}

#[test]
fn logs_of_a_format_of_the_owners_own_are_read_by_it() {
    let place = Place::new();
    let line =
        |status: u16, time: &str| format!("shop.test [22/Nov/2026:{time} +0000] {status} /cart 10.0.0.5:80 0.1\n");
    place.write("own.log", line(502, "02:10:11").repeat(3) + &line(200, "02:10:12") + "what is this\n");
    let text = "$host [$time_local] $status $request_uri $upstream_addr $request_time";
    place.write(
        "nginx.conf",
        format!("events {{}}\nhttp {{ log_format own '{text}'; server {{ listen 80; access_log /var/log/own.log own; }} }}\n"),
    );
    for arguments in
        [["logs", "own.log", "--json", "--log-format", text], ["logs", "own.log", "--json", "--config", "nginx.conf"]]
    {
        let told = json(&place.run(&arguments));
        assert_eq!(told["causes"][0]["count"], 3, "{told}");
        assert_eq!(told["causes"][0]["upstreams"][0]["name"], "10.0.0.5:80");
        assert_eq!(
            (&told["files"][0]["formats"][0]["name"], &told["unrecognised"]["count"]),
            (&"own".into(), &1.into())
        );
    }
    // Nobody told, and four lines teach nothing: counted and shown, never guessed.
    let told = json(&place.run(&["logs", "own.log", "--json"]));
    assert_eq!((told["unrecognised"]["count"].as_u64(), told["causes"].as_array().map(Vec::len)), (Some(5), Some(0)));
}

#[test]
fn what_comes_again_and_when_it_was_is_told_in_words_and_as_data() {
    let place = Place::new();
    let hourly: String = (0..6).map(|hour| refused(&format!("2026/11/22 {hour:02}:07:11"), "/")).collect();
    place.write("error.log", hourly);
    let run = place.run(&["logs", "error.log"]);
    assert!(run.stdout.contains("again every hour (6 times"), "{}", run.stdout);
    assert!(
        run.stdout.contains("nginx error log") && run.stdout.contains("2026-11-22 02:07:00 – 2026-11-22 02:08:00: 1"),
        "{}",
        run.stdout
    );
    let told = json(&place.run(&["logs", "error.log", "--json"]));
    assert_eq!(
        (told["period"]["seconds"].as_u64(), told["incidents"].as_array().map(Vec::len)),
        (Some(3_600), Some(6))
    );
    assert_eq!(told["hours"].as_array().map(Vec::len), Some(6));
}

#[test]
fn the_exit_status_is_that_of_the_diagnosis() {
    let place = Place::new();
    place.write("error.log", refused("2026/11/22 02:10:11", "/"));
    place.write("quiet.log", "2026/11/22 02:10:10 [info] 7#7: *1 client 1.2.3.4 closed keepalive connection\n");
    let gone = "2026/11/22 02:10:10 [info] 7#7: *1 client prematurely closed connection, so upstream connection is closed too while sending request to upstream, client: 1.2.3.4\n";
    place.write("gone.log", gone);
    let code = |file: &str| place.run(&["logs", file]).code;
    assert_eq!(
        (code("error.log"), code("quiet.log"), code("gone.log"), code("missing.log")),
        (Some(1), Some(1), Some(0), Some(2))
    );
    assert!(place.run(&["logs", "--help"]).stdout.contains("Exit status"));
}

#[test]
fn a_form_that_nobody_named_is_learnt_and_one_that_cannot_be_is_told_with_what_is_missing() {
    let place = Place::new();
    let lines = |line: &dyn Fn(usize) -> String| (0..40).map(|number| line(number) + "\n").collect::<String>();
    place.write(
        "own.log",
        lines(&|n| {
            format!(r#"{{"t": "2026-11-22T02:10:{n:02}Z", "code": {}, "req": "GET /{n} HTTP/1.1"}}"#, 200 + n % 2 * 302)
        }),
    );
    let told = json(&place.run(&["logs", "own.log", "--json"]));
    assert_eq!(told["causes"][0]["count"], 20, "{told}");
    place.write("two.log", lines(&|n| format!("2026-11-22T02:10:{n:02}Z|/x|502|404")));
    let words = place.run(&["logs", "two.log"]).stdout;
    assert!(words.contains("which column is the status") && words.contains("--log-format"), "{words}");
    place.write("empty.log", "");
    let words = place.run(&["logs", "empty.log"]).stdout;
    assert!(
        words.contains("These logs are empty") && words.contains("empty.log: empty") && !words.contains("· \n"),
        "{words}"
    );
}

#[test]
fn an_error_page_over_a_file_that_is_there_tells_the_way_on() {
    let place = Place::new();
    place.write("50x.html", "mine");
    let run = place.run(&["error-page", "50x.html"]);
    assert_eq!(run.code, Some(2), "{run:?}");
    assert!(run.stderr.contains("name another file") && is_one_line(&run.stderr), "{}", run.stderr);
}

#[test]
fn a_time_without_a_line_is_said_to_have_none() {
    let place = Place::new();
    place.write("error.log", refused("2026/11/22 02:10:11", "/"));
    let run = place.run(&["logs", "error.log", "--since", "2026-11-23T00:00:00Z"]);
    assert!(run.stdout.contains("These logs have no line of the time that was asked for."), "{run:?}");
    assert!(run.stdout.contains("Ask for other times"), "{run:?}");
    let run = place.run(&["logs", "error.log", "--since", "2h", "--until", "5h"]);
    assert_eq!(run.code, Some(2), "{run:?}");
    assert!(run.stderr.contains("no time is both after --since and before --until"), "{run:?}");
}

/// One of two files of a folder is no whole archive: the other one is read all the same, and a folder is a log of a check too.
#[test]
fn what_cannot_be_read_in_a_folder_keeps_nothing_else_from_being_read() {
    let place = Place::new();
    std::fs::create_dir(place.path("logs")).unwrap();
    place.write("logs/error.log", refused("2026/11/22 02:10:11", "/"));
    #[cfg(unix)]
    std::os::unix::net::UnixListener::bind(place.path("logs/socket")).unwrap();
    place.write("logs/old.log.xz", [0xfd, b'7', b'z', b'X', b'Z', 0, 9, 9, 9, 9]);
    let run = place.run(&["logs", "logs"]);
    assert!(run.stdout.contains("refuses connections"), "{run:?}");
}

#[test]
fn a_log_beside_a_case_that_has_it_counts_once() {
    let text = std::fs::read_to_string("tests/cases/nginx-says-502.json").unwrap();
    let case: gatemend::model::Case = serde_json::from_str(&text).unwrap();
    let with = |case: &gatemend::model::Case, name: &str, times: usize| {
        let lines = refused("2026/11/22 02:10:11", "/").repeat(times);
        let log = gatemend::logs::summarise(name, lines.as_bytes(), &Default::default(), |_| true).unwrap();
        gatemend::checkup::beside::with_logs(case, vec![log], 0, &gatemend::text::Texts::english())
    };
    let both = |case: &gatemend::model::Case| {
        let log = |name: &str, times: usize| {
            let lines = refused("2026/11/22 02:10:11", "/").repeat(times);
            gatemend::logs::summarise(name, lines.as_bytes(), &Default::default(), |_| true).unwrap()
        };
        let two = vec![log("nginx/error.log", 1), log("apache2/error.log", 2)];
        gatemend::checkup::beside::with_logs(case, two, 0, &gatemend::text::Texts::english())
    };
    let logs = |case: &gatemend::model::Case| {
        let seen = case.observations.iter().filter_map(|one| match &one.seen {
            gatemend::model::Seen::Log { log, .. } => Some(log.seen()?.lines),
            _ => None,
        });
        seen.collect::<Vec<_>>()
    };
    let before = with(&case, "/old/error.log", 3);
    assert_eq!(logs(&with(&before, "error.log", 5)), [5]);
    assert_eq!(logs(&with(&before, "other.log", 5)), [3, 5]);
    // Two folders, one name: both count.
    assert_eq!(logs(&both(&before)), [1, 2]);
}

#[test]
fn identify_reads_lines_of_a_log_as_logs_does() {
    let place = Place::new();
    place.write("line.txt", "2026/11/22 02:10:11 [crit] 7#7: *1 connect() to unix:/run/app.sock failed (2: No such file or directory) while connecting to upstream, client: 1.2.3.4\n");
    let told = json(&place.run(&["identify", "line.txt", "--json"]));
    assert_eq!(told["diagnosis"]["cause"].as_str(), Some("app-socket-missing"), "{told}");
}

#[test]
fn what_is_no_log_is_told_with_what_to_do_with_it() {
    let place = Place::new();
    place.write("a.zip", [b"PK\x03\x04".as_slice(), &[1; 4_000]].concat());
    place.write("page.html", NGINX_502);
    place.write("nginx.conf", "events {}\nhttp {\n  server {\n    listen 80;\n  }\n}\n");
    place.write("program", [b"\x7fELF".as_slice(), &[0, 1, 2, b'\n'].repeat(500)].concat());
    for (name, words) in [
        ("a.zip", "Unpack it"),
        ("page.html", "gatemend identify"),
        ("nginx.conf", "--config"),
        ("program", "This is no text"),
    ] {
        let run = place.run(&["logs", name]);
        assert!(run.code == Some(1) && run.stdout.contains(words), "{name}: {run:?}");
        assert!(!run.stdout.contains("--log-format"), "{name}: {run:?}");
    }
    assert!(!place.run(&["logs", "program"]).stdout.contains("ELF"));
    // A log beside it is told as ever, and so is text of another form.
    place.write("other.txt", "what is this\nand this\n");
    place.write("error.log", refused("2026/11/22 02:10:11", "/"));
    let run = place.run(&["logs", "error.log", "other.txt"]);
    assert!(run.stdout.contains("origin-refused") && !run.stdout.contains("This is"), "{run:?}");
}

/// Standard input that says nothing for a while, and then its end or a stop.
#[cfg(unix)]
#[test]
fn a_pipe_that_is_quiet_is_left_at_once_and_what_is_known_is_told() {
    let place = Place::new();
    for lines in [refused("2026/11/22 02:10:11", "/"), String::new()] {
        let mut child = place.command(&["logs", "-", "--json"]).stdin(Stdio::piped()).spawn().unwrap();
        let mut input = child.stdin.take().unwrap();
        input.write_all(lines.as_bytes()).unwrap();
        std::thread::sleep(std::time::Duration::from_millis(700));
        let asked = std::time::Instant::now();
        assert!(std::process::Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap().success());
        let run = Run::of(child.wait_with_output().unwrap());
        assert!(asked.elapsed() < std::time::Duration::from_secs(2), "{:?}", asked.elapsed());
        assert_eq!(run.code, Some(130), "{run:?}");
        let told = json(&run);
        assert_eq!(told["lines"].as_u64(), Some(lines.lines().count() as u64), "{told}");
        assert_eq!(
            (&told["files"][0]["name"], &told["files"][0]["cut"]),
            (&"standard input".into(), &"stopped before the end".into())
        );
        let headline = told["diagnosis"]["headline"].as_str().unwrap();
        assert_eq!(headline.contains("Nothing of these logs was read"), lines.is_empty(), "{headline}");
    }
}

/// As the shell hands over `<(zcat error.log.gz)`; of a folder it is no log.
#[cfg(unix)]
#[test]
fn a_pipe_with_a_name_is_read_as_standard_input_is() {
    let place = Place::new();
    place.write("logs/error.log", refused("2026/11/22 02:10:11", "/"));
    let pipe = place.path("logs/pipe");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let child = place.command(&["logs", "logs/pipe", "--json"]).spawn().unwrap();
    std::fs::write(&pipe, refused("2026/11/22 02:10:11", "/").repeat(2)).unwrap();
    assert_eq!(json(&Run::of(child.wait_with_output().unwrap()))["causes"][0]["count"], 2);
    assert_eq!(json(&place.run(&["logs", "logs", "--json"]))["lines"], 1);
}

#[test]
fn logs_without_a_failure_say_of_how_many_answers_and_end_well() {
    let place = Place::new();
    let line = |status: u16, minute: u8| {
        format!("192.0.2.1 - - [22/Nov/2026:02:{minute:02}:11 +0000] \"GET / HTTP/1.1\" {status} 157 \"-\" \"x\"\n")
    };
    place.write("good.log", line(200, 1).repeat(9) + &line(404, 5));
    let run = place.run(&["logs", "good.log"]);
    assert_eq!(run.code, Some(0), "{run:?}");
    assert!(run.stdout.contains("No failure in 10 answers") && run.stdout.contains("2xx × 9, 4xx × 1"), "{run:?}");
    // Those of before do not count where they were not asked for, and it is said that there are others.
    place.write("bad.log", line(502, 1) + &line(503, 2).repeat(2) + &line(200, 5));
    let run = place.run(&["logs", "bad.log"]);
    assert!(run.code == Some(1) && run.stdout.contains("2xx × 1, 502 × 1, 503 × 2"), "{run:?}");
    assert!(run.stdout.contains("Failed: 3 of 4 answers (75.0 %)"), "{run:?}");
    assert!(run.stdout.contains("Most in one minute: 2 of 2, from 2026-11-22 02:02:00"), "{run:?}");
    let told = json(&place.run(&["logs", "bad.log", "--json"]));
    assert_eq!((&told["answers"]["failed"], &told["answers"]["peak"]["failed"]), (&3.into(), &2.into()));
    let run = place.run(&["logs", "bad.log", "--since", "2026-11-22 02:04"]);
    assert!(run.code == Some(0) && run.stdout.contains("3 lines of other times"), "{run:?}");
    place.write("unknown.log", "what is this\n");
    assert_eq!(place.run(&["logs", "unknown.log"]).code, Some(1));
}
