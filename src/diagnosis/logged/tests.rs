//! Logs alone, and logs beside a failure that was seen.

use super::*;
use crate::logs::{Asked, Wish, summarise};
use crate::model::Confidence;

fn log(text: &str) -> LogSummary {
    let wish = Wish { now: 1_795_313_500, ..Wish::default() };
    summarise("error.log", text.as_bytes(), &wish, |_| true).unwrap()
}

fn nginx(time: &str, message: &str) -> String {
    format!("2026/11/22 {time} [error] 7#7: *1 {message}, client: 203.0.113.7\n")
}

fn verdict(texts: &[&str]) -> (Cause, Confidence, Vec<Cause>) {
    let logs: Vec<LogSummary> = texts.iter().map(|text| log(text)).collect();
    let diagnosis = judge(&logs);
    (diagnosis.cause, diagnosis.confidence, diagnosis.alternatives.iter().map(|one| one.cause).collect())
}

const REFUSED: &str = "connect() failed (111: Connection refused) while connecting to upstream";
const CLOSED: &str = "upstream prematurely closed connection while reading response header from upstream";
const NO_LIVE: &str = "no live upstreams while connecting to upstream";

#[test]
fn a_line_that_says_it_is_certain_and_what_follows_from_it_is_not_the_cause() {
    let text = nginx("02:10:11", REFUSED) + &nginx("02:10:12", NO_LIVE).repeat(50);
    assert_eq!(verdict(&[&text]), (Cause::OriginRefused, Confidence::Certain, vec![]));
    assert_eq!(verdict(&[&nginx("02:10:12", NO_LIVE)]).0, Cause::PoolEmpty);
    assert_eq!(verdict(&[&nginx("02:10:12", NO_LIVE)]).1, Confidence::Likely);
}

#[test]
fn of_many_causes_none_is_certain() {
    let text = nginx("02:10:11", REFUSED)
        + &nginx("02:10:12", CLOSED)
        + &nginx("02:10:13", "upstream sent too big header while reading response header from upstream");
    let (_, confidence, others) = verdict(&[&text]);
    assert_eq!((confidence, others.len()), (Confidence::Likely, 2));
}

#[test]
fn the_applications_line_explains_the_gateways_if_it_is_near() {
    let gateway = nginx("02:10:11", CLOSED).repeat(9);
    let killed = "[2026-11-22 02:10:11] [7] [CRITICAL] WORKER TIMEOUT (pid:9)\n";
    assert_eq!(verdict(&[&gateway, killed]).0, Cause::AppTimeoutKilled);
    let long_ago = killed.replace("02:10:11", "01:00:00");
    assert_eq!(verdict(&[&gateway, &long_ago]).0, Cause::OriginClosedEarly);
}

#[test]
fn a_few_lines_of_one_kind_do_not_explain_a_day_of_others() {
    let busy = "connect() to unix:/run/app.sock failed (11: Resource temporarily unavailable) while connecting";
    let hour = |hour: u8| nginx(&format!("{hour:02}:10:11"), REFUSED).repeat(40) + &nginx("12:10:11", busy);
    let day: String = (0..24).map(hour).collect();
    assert_eq!(verdict(&[&day]).0, Cause::OriginRefused);
    let few = nginx("02:10:11", REFUSED).repeat(40) + &nginx("02:10:11", busy);
    assert_eq!(verdict(&[&few]).0, Cause::AppWorkersExhausted);
}

#[test]
fn nothing_to_see_is_unknown_and_asides_are_told_only_alone() {
    assert_eq!(verdict(&["hello\n"]).0, Cause::Unknown);
    let aside = nginx("02:10:11", "client intended to send too large body: 12 bytes");
    assert_eq!(verdict(&[&aside]).0, Cause::RequestBodyTooLarge);
    assert_eq!(verdict(&[&(aside.repeat(9) + &nginx("02:10:11", REFUSED))]).0, Cause::OriginRefused);
}

fn headline(texts: &[&str]) -> String {
    judge(&texts.iter().map(|text| log(text)).collect::<Vec<_>>()).words.key
}

const BARE: &str = "203.0.113.7 - - [22/Nov/2026:02:10:11 +0000] \"GET / HTTP/1.1\" 502 157 \"-\" \"x\"\n";

#[test]
fn a_status_alone_tells_that_it_failed_and_not_why() {
    let (cause, confidence, others) = verdict(&[BARE]);
    assert_eq!((cause, confidence), (Cause::OriginRefused, Confidence::Possible));
    assert!(others.contains(&Cause::OriginReset) && others.contains(&Cause::OriginClosedEarly), "{others:?}");
    let told = judge(&[log(BARE)]);
    assert_eq!(
        (told.words.key.as_str(), told.next[0].words.key.as_str()),
        ("headline-by-statuses-alone", "next-read-the-error-log")
    );
    assert_eq!(told.because[0].words.values["status"], "502");
    // The same status beside a line that says why, and with times that tell what happened behind.
    assert_eq!(headline(&[BARE, &nginx("02:10:11", REFUSED)]), "headline-by-the-logs");
    assert_eq!(verdict(&[BARE, &nginx("02:10:11", REFUSED)]).1, Confidence::Certain);
    let timed = BARE.replace("\"x\"\n", "\"x\" us=\"502\" uct=\"0.001\" uht=\"-\"\n");
    assert_eq!(headline(&[&timed]), "headline-by-the-logs");
}

/// The cause, the sentence, and what the verdict does not speak of.
fn told(logs: &[LogSummary]) -> (Cause, String, Vec<String>) {
    let told = judge(logs);
    let untold = told.not_tested.into_iter().map(|one| one.words.key.replace("untested-", "")).collect();
    (told.cause, told.words.key.replace("headline-logs-", ""), untold)
}

#[test]
fn answers_of_which_none_failed_are_told_with_their_number_and_their_times() {
    let good = BARE.replace(" 502 ", " 200 ");
    let later = good.replace("02:10:11", "03:00:00").replace(" 200 ", " 404 ");
    let diagnosis = judge(&[log(&(good.repeat(3) + &later))]);
    let value = |name: &str| diagnosis.words.values[name].clone();
    assert_eq!(
        (diagnosis.cause, diagnosis.confidence, diagnosis.is_fine()),
        (Cause::Healthy, Confidence::Possible, true)
    );
    assert_eq!(
        (value("count"), value("from"), value("to")),
        ("4".to_owned(), "2026-11-22T02:10:11Z".to_owned(), "2026-11-22T03:00:00Z".to_owned())
    );
    // Lines that nobody understood are told, and an error log beside it takes nothing away.
    let quiet = nginx("02:10:11", "client closed keepalive connection");
    assert_eq!(
        told(&[log(&(good.clone() + "hello\n")), log(&quiet)]),
        (Cause::Healthy, "answer-well".to_owned(), vec!["log-lines".to_owned(), "site".to_owned()])
    );
    // One that failed, be its status a rare one, a failure in the error log, and lines without any answer.
    for text in [good.clone() + BARE, good.replace(" 200 ", " 520 "), good.clone() + &nginx("02:10:11", REFUSED)] {
        assert_ne!(told(&[log(&text)]).0, Cause::Healthy, "{text}");
    }
    assert_eq!(told(&[log(&quiet)]).1, "name-no-failure");
    assert_eq!(told(&[log("hello\nworld\n")]).1, "say-nothing");
}

#[test]
fn failures_of_another_time_are_no_part_of_what_is_said_of_this_one() {
    let good = BARE.replace(" 502 ", " 200 ").replace("02:10:11", "03:00:00");
    let since = |since: i64| {
        let wish = Wish { since: Some(since), now: 1_795_313_500, ..Wish::default() };
        summarise("x", (BARE.to_owned() + &good).as_bytes(), &wish, |_| true).unwrap()
    };
    let untold = vec!["log-times".to_owned(), "site".to_owned()];
    assert_eq!(told(&[since(1_795_315_000)]), (Cause::Healthy, "answer-well".to_owned(), untold.clone()));
    assert_ne!(told(&[since(0)]).0, Cause::Healthy);
    assert_eq!(told(&[since(1_800_000_000)]), (Cause::Unknown, "outside-the-time".to_owned(), untold));
}

#[test]
fn a_mere_hint_is_no_plain_headline() {
    // One of two servers fails each time, by its status alone.
    let line = |second: u32, server: u32, status: u16| {
        BARE.replace(":11 ", &format!(":{second:02} "))
            .replace(" 502 ", &format!(" {status} "))
            .replace("\"x\"\n", &format!("\"x\" ua=\"192.0.2.{server}:80\" us=\"{status}\"\n"))
    };
    let text: String = (0..50).map(|n| line(n, n % 2, if n % 2 == 0 { 200 } else { 502 })).collect();
    let told = judge(&[log(&text)]);
    assert!(told.because.iter().any(|reason| reason.rule == "log-one-server-is-worse"), "{:?}", told.because);
    assert_eq!((told.confidence, told.words.key.as_str()), (Confidence::Possible, "headline-hinted-by-the-logs"));
    // With a line that says it, the headline says it too.
    assert_eq!(headline(&[&text, &nginx("02:10:11", REFUSED)]), "headline-by-the-logs");
}

#[test]
fn empty_logs_are_said_to_be_empty() {
    assert_eq!(headline(&["", ""]), "headline-logs-are-empty");
    assert_eq!(headline(&["", "hello\n"]), "headline-logs-say-nothing");
}

#[test]
fn lines_about_a_page_that_broke_off_explain_no_page_of_an_error() {
    let body = own("recv() failed (104: Connection reset by peer) while reading upstream");
    let head = own("recv() failed (104: Connection reset by peer) while reading response header from upstream");
    assert_eq!(now_basis(&[&body]), None);
    assert_eq!(now_basis(&[&head]), Some((Cause::OriginReset, Basis::Proof)));
    assert_eq!(basis_at(&[&body], NOW, 200, 0).map(|(cause, _)| cause), Some(Cause::OriginReset));
}

const NOW: i64 = 1_795_313_420;

/// The logs as they are read in a check-up of `/cart` that began ten seconds ago.
fn asked(texts: &[&str], now: i64, utc_offset: i64) -> Vec<LogSummary> {
    let asked = Asked {
        host: "shop.test".to_owned(),
        port: 443,
        path: "/cart".to_owned(),
        from: now - 10,
        to: now,
        read_at: now,
        utc_offset,
    };
    let wish = Wish { now, asked: Some(asked), ..Wish::default() };
    texts.iter().map(|text| summarise("error.log", text.as_bytes(), &wish, |_| true).unwrap()).collect()
}

/// The first finding's cause and basis, for a failure that was seen with this status.
fn basis_at(texts: &[&str], now: i64, status: u16, utc_offset: i64) -> Option<(Cause, Basis)> {
    let logs = asked(texts, now, utc_offset);
    let id = ObservationId::numbered(1);
    let logged: Vec<Logged<'_>> = logs.iter().map(|log| Logged { id: &id, log, utc_offset }).collect();
    let moment = Moment { now, status: Some(status), hosts: ["shop.test", "www.shop.test"] };
    findings(&logged, Some(moment)).first().and_then(|finding| match finding.effect {
        crate::diagnosis::Effect::Supports { claim, basis, .. } => Some((claim.cause, basis)),
        _ => None,
    })
}

fn now_basis(texts: &[&str]) -> Option<(Cause, Basis)> {
    basis_at(texts, NOW, 502, 0)
}

/// A line about this site's page, at 02:10:18, two seconds before now.
fn own(message: &str) -> String {
    nginx("02:10:18", message).trim_end().to_owned()
        + ", server: _, request: \"GET /cart HTTP/1.1\", upstream: \"http://10.0.0.5:80/cart\", host: \"shop.test\"\n"
}

const REFUSED_NOW: Option<(Cause, Basis)> = Some((Cause::OriginRefused, Basis::Proof));
const REFUSED_ONCE: Option<(Cause, Basis)> = Some((Cause::OriginRefused, Basis::Measured));

#[test]
fn only_lines_of_now_explain_a_failure_of_now() {
    let text = own(REFUSED);
    assert_eq!(basis_at(&[&text], NOW, 502, 0), REFUSED_NOW);
    assert_eq!(basis_at(&[&text], NOW, 504, 0), REFUSED_ONCE);
    assert_eq!(basis_at(&[&text], NOW + 60, 502, 0), REFUSED_ONCE);
    assert_eq!(basis_at(&[&text], NOW + 90_000, 502, 0), None);
}

#[test]
fn a_time_that_may_be_of_two_zones_proves_nothing() {
    let text = own(REFUSED);
    // East of UTC, a local time cannot be one in UTC: that would lie in the future.
    assert_eq!(basis_at(&[&text], NOW - 3600, 502, 3600), REFUSED_NOW);
    // West of it, the line may be five hours old.
    assert_eq!(basis_at(&[&text], NOW + 5 * 3600, 502, -5 * 3600), REFUSED_ONCE);
    assert_eq!(basis_at(&[&text], NOW - 7200, 502, 0), REFUSED_ONCE);
}

#[test]
fn lines_about_another_site_page_or_time_prove_nothing_for_this_one() {
    assert_eq!(now_basis(&[&own(REFUSED)]), REFUSED_NOW);
    // Another port may be another program, and the twin another site.
    assert_eq!(now_basis(&[&own(REFUSED).replace("\"shop.test\"", "\"shop.test:8443\"")]), REFUSED_ONCE);
    assert_eq!(now_basis(&[&own(REFUSED).replace("\"shop.test\"", "\"www.shop.test\"")]), REFUSED_ONCE);
    let others = own(REFUSED).replace("\"shop.test\"", "\"other.test\"");
    assert_eq!(now_basis(&[&others]), None);
    let earlier = own(REFUSED).replace("02:10:18", "01:59:00");
    assert_eq!(now_basis(&[&(earlier.clone() + &others)]), REFUSED_ONCE);
    // A restart some minutes ago left no line about the request of now.
    assert_eq!(now_basis(&[&earlier]), REFUSED_ONCE);
    assert_eq!(now_basis(&[&own(REFUSED).replace("/cart", "/admin")]), REFUSED_ONCE);
    // A gateway that serves many sites and names none of them.
    assert_eq!(now_basis(&[&nginx("02:10:18", REFUSED)]), REFUSED_ONCE);
}

#[test]
fn of_two_lines_about_the_same_request_none_is_certain() {
    let too_big = "upstream sent too big header while reading response header from upstream";
    let text = own(REFUSED).repeat(151) + &own(too_big).repeat(6);
    assert_ne!(now_basis(&[&text]).unwrap().1, Basis::Proof);
    let earlier = nginx("02:09:00", too_big);
    assert_eq!(now_basis(&[&(own(REFUSED).repeat(9) + &earlier)]), REFUSED_NOW);
}

#[test]
fn what_a_machine_says_of_itself_proves_nothing_about_the_page() {
    let killed = |time: &str| format!("Nov 22 {time} web kernel: [1.2] Out of memory: Killed process 7 (node) x\n");
    let with = |basis: Basis| Some((Cause::AppOutOfMemory, basis));
    assert_eq!(now_basis(&[&killed("02:10:10")]), with(Basis::Measured));
    // No line says that the process that was killed is the one behind the gateway.
    assert_eq!(now_basis(&[&killed("02:10:17"), &own(CLOSED)]), with(Basis::Measured));
}

#[test]
fn kills_do_not_prove_what_broke_the_answers() {
    let killed = "[2026-11-22 02:10:11] [7] [CRITICAL] WORKER TIMEOUT (pid:9)\n";
    let closed = nginx("02:10:11", CLOSED);
    assert_eq!(verdict(&[killed]).1, Confidence::Certain);
    let (cause, confidence, _) = verdict(&[&closed.repeat(5), killed]);
    assert_eq!(cause, Cause::AppTimeoutKilled);
    assert_ne!(confidence, Confidence::Certain);
}

#[test]
fn the_ipv6_loopback_is_named_as_another_explanation() {
    let text = nginx("02:10:11", REFUSED).replace(
        "client: 203.0.113.7",
        "client: 203.0.113.7, server: , request: \"GET / HTTP/1.1\", upstream: \"http://[::1]:8080/\"",
    );
    assert_eq!(verdict(&[&text]).2, [Cause::GatewayMisconfigured]);
}

/// Whoever runs the server can read on, also where these lines do not tell the cause: nobody is none to read a log.
#[test]
fn the_owner_is_asked_to_read_on_where_the_logs_say_nothing() {
    for text in ["nothing that a gateway writes\n", &nginx("02:10:11", REFUSED)] {
        let diagnosis = judge(&[log(text)]);
        let who: Vec<Who> = diagnosis.next.iter().map(|next| next.who).collect();
        assert_eq!(who, [Who::Owner], "{:?}", diagnosis.cause);
    }
    assert_eq!(judge(&[log("nothing that a gateway writes\n")]).cause, Cause::Unknown);
}

/// The access log of the same gateway has a 502 for each line of the error log.
#[test]
fn a_status_beside_its_reason_is_no_other_cause() {
    let answer = "192.0.2.1 - - [22/Nov/2026:02:10:11 +0000] \"GET / HTTP/1.1\" 502 157 \"-\" \"-\"\n";
    let missing = nginx(
        "02:10:11",
        "connect() to unix:/run/app.sock failed (2: No such file or directory) while connecting to upstream",
    );
    let others = |answers: usize| judge(&[log(&missing.repeat(2)), log(&answer.repeat(answers))]).alternatives.len();
    assert_eq!((others(0), others(2)), (0, 0));
    // More of them than lines that say why: some of them may have another.
    assert!(others(9) > 0);
}

/// Each is one request or one login of a stranger.
#[test]
fn what_a_stranger_writes_makes_nothing_certain() {
    let forged = [
        // sshd on a machine that is named by its address: a user called "Out of memory: Killed process 1 (x)".
        "Nov 22 02:10:11 10.0.0.5 sshd[7]: Invalid user Out of memory: Killed process 1 (x) from 203.0.113.7 port 5122\n",
        "Nov 22 02:10:11 10.0.0.5 sshd[7]: Invalid user (111)Connection refused: AH00957: HTTP: attempt to connect to evil.example:80 (x) from 203.0.113.7 port 5\n",
        // Apache, HTTP Basic: curl -u 'server reached MaxRequestWorkers setting:x' /admin
        "[Sun Nov 22 02:10:11.123456 2026] [auth_basic:error] [pid 1234:tid 5678] [client 203.0.113.7:51234] AH01618: user server reached MaxRequestWorkers setting not found: /admin\n",
        // vsftpd: the user's name stands in brackets.
        "Sun Nov 22 02:10:11 2026 [pid 7] [Out of memory: Kill process ] FAIL LOGIN: Client \"203.0.113.7\"\n",
        "2026-11-22 02:10:11,123 WARNING Login failed for Out of memory: Killed process 1 (x)\n",
        "{\"level\":\"warn\",\"time\":\"2026-11-22T02:10:11Z\",\"msg\":\"login failed for Out of memory: Killed process 1 (x\"}\n",
        // pino-http tells the request's headers as an object of strings: curl -H 'Error: …' /cart, answered by 200.
        "{\"level\":30,\"time\":1795313411123,\"req\":{\"url\":\"/cart\",\"headers\":{\"host\":\"shop.test\",\"error\":\"502 Bad Gateway dial tcp 192.0.2.66:80: connect: connection refused\"}},\"res\":{\"statusCode\":200},\"msg\":\"request completed\"}\n",
        // nginx with $http_x_forwarded_for in front: the header has the shape of HAProxy's columns.
        "203.0.113.9 [22/Nov/2026:02:10:11.655] http-in http://evil.example:80/x 0/0/-1/-1/15003 503 217 - - sC-- 1/1/1/1/0 0/0, 198.51.100.7 - - [22/Nov/2026:02:10:11 +0000] \"GET /page HTTP/1.1\" 200 157 \"-\" \"Moz\"\n",
        "203.0.113.9 [22/Nov/2026:02:10:11.655] http-in http://evil.example:80/x 0/0/-1/-1/15003 503 217 - - sC-- 1/1/1/1/0 0/0 \x22GET / HTTP/1.1\x22, 198.51.100.7 - - [22/Nov/2026:02:10:11 +0000] \"GET /page HTTP/1.1\" 200 157 \"-\" \"Moz\"\n",
    ];
    let certain: Vec<&str> = forged.into_iter().filter(|line| verdict(&[line]).1 > Confidence::Likely).collect();
    assert!(certain.is_empty(), "{certain:#?}");
}

#[test]
fn one_forged_line_among_plain_failures_names_no_cause() {
    let line =
        |end: &str| format!("203.0.113.7 - - [22/Nov/2026:02:10:12 +0000] \"GET /page HTTP/1.1\" 502 157 {end}\n");
    let plain = line("\"-\" \"Moz\" \"-\"").repeat(3_000);
    let forged = line("\"http://a/ us=\" \"Moz uct=\" \"x uht=\"");
    assert_eq!(verdict(&[&(plain + &forged)]).1, Confidence::Possible);
}

#[test]
fn answers_of_the_program_itself_are_behind_no_refused_connection() {
    let answers = "203.0.113.7 - - [22/Nov/2026:02:10:11 +0000] \"GET /a HTTP/1.1\" 500 9 \"-\" \"x\" ua=\"10.0.0.5:80\" us=\"500\" uct=\"0.001\" uht=\"0.002\"\n";
    let refused = nginx("02:10:12", "connect() failed (111: Connection refused) while connecting to upstream");
    let logs = [log(&answers.repeat(50)), log(&refused.repeat(20))];
    let keys: Vec<String> = judge(&logs).because.into_iter().map(|reason| reason.words.key).collect();
    assert!(!keys.iter().any(|key| key == "rule-log-follows-from-it"), "{keys:?}");
}

#[test]
fn one_line_of_last_week_is_no_certain_cause_of_the_failures_of_today() {
    let too_big = "upstream sent too big header while reading response header from upstream";
    let now = nginx("02:10:11", too_big);
    let old = now.replace("2026/11/22", "2026/11/16");
    let failures = BARE.repeat(3_000);
    assert_eq!(verdict(&[&old]).1, Confidence::Certain, "by itself");
    assert!(verdict(&[&old, &failures]).1 < Confidence::Certain);
    assert!(verdict(&[&old.repeat(400), &failures]).1 < Confidence::Certain, "however many they were");
    // In the same hour, as many as it takes where the clock of the error log is not known.
    assert_eq!(verdict(&[&now.repeat(300), &failures]).1, Confidence::Certain);
    assert!(verdict(&[&now, &failures]).1 < Confidence::Certain);
    // Most of the failures lie in an hour of which the error log tells nothing.
    let later = BARE.replace("22/Nov/2026:02", "22/Nov/2026:23").repeat(30);
    assert!(verdict(&[&now.repeat(9), &BARE.repeat(9), &later]).1 < Confidence::Certain);
}

/// So many answers with each status, a second apart.
fn answers(of: &[(u16, u64)]) -> String {
    let line = |status: u16, at: u64| {
        format!("203.0.113.7 - - [22/Nov/2026:02:10:{:02} +0000] \"GET / HTTP/1.1\" {status} 1 \"-\" \"x\"\n", at % 60)
    };
    of.iter().flat_map(|(status, count)| (0..*count).map(|at| line(*status, at))).collect()
}

#[test]
fn one_visitor_who_hung_up_settles_nothing_about_all_others() {
    for status in [403, 429, 508, 520] {
        let (cause, confidence, _) = verdict(&[&answers(&[(status, 299), (499, 1)])]);
        assert!(confidence < Confidence::Strong, "{status}: {cause:?} {confidence:?}");
    }
    assert!(verdict(&[&answers(&[(200, 299), (499, 1)])]).1 < Confidence::Strong);
}

#[test]
fn one_request_of_a_scanner_is_no_certain_fault_of_the_front_door() {
    for aside in [
        "client sent too long URI while reading client request line",
        "client intended to send too large body: 99999999 bytes",
        "limiting requests, excess: 5.5 by zone \"one\"",
    ] {
        let (cause, confidence, _) = verdict(&[&answers(&[(200, 3_000)]), &nginx("02:10:11", aside)]);
        assert!(confidence < Confidence::Strong, "{aside}: {cause:?} {confidence:?}");
    }
}

#[test]
fn a_site_that_turns_everybody_away_is_not_told_to_work() {
    for status in [400, 403, 429, 431, 495] {
        assert_ne!(verdict(&[&answers(&[(status, 300)])]).0, Cause::Healthy, "{status}");
    }
}

#[test]
fn logs_that_were_not_read_to_their_end_say_so_with_any_verdict() {
    let mut cut = log(&nginx("02:10:11", REFUSED));
    cut.cut = Some("stopped before the end".to_owned());
    cut.unrecognised.count = 50;
    let told: Vec<String> = judge(&[cut]).not_tested.iter().map(|one| one.words.key.clone()).collect();
    assert!(
        told.contains(&"untested-log-rest".to_owned()) && told.contains(&"untested-log-lines".to_owned()),
        "{told:?}"
    );
}

#[test]
fn no_command_reads_a_pipe_that_has_been_read() {
    let mut piped = log(&nginx("02:10:11", REFUSED));
    piped.name = "/dev/fd/63".to_owned();
    let commands: Vec<String> = judge(&[piped]).because.into_iter().filter_map(|one| one.verify).collect();
    assert!(commands.is_empty(), "{commands:?}");
}

#[test]
fn a_killed_program_that_no_visitor_noticed_is_no_certain_fault_of_the_site() {
    let killed = "Nov 22 02:10:11 web kernel: [12.3] Out of memory: Killed process 1 (chrome) total-vm:1kB\n";
    let (cause, confidence, _) = verdict(&[&answers(&[(200, 3_000)]), killed]);
    assert!(confidence < Confidence::Strong, "{cause:?} {confidence:?}");
}

#[test]
fn a_server_that_was_passed_over_is_no_certain_fault_where_every_visitor_was_served() {
    let (cause, confidence, _) = verdict(&[&answers(&[(200, 3_000)]), &nginx("02:10:11", REFUSED)]);
    assert!(confidence < Confidence::Strong, "{cause:?} {confidence:?}");
}
