//! What is private stays in the process, and what is not for everybody is asked of the site alone.

use super::program::Place;
use super::server::{Server, page};

const TOKEN: &str = "tok-planted-4711";
const KEY: &str = "key-planted-0815";
const COOKIE: &str = "sid-planted-2342";

/// A server that sets a cookie and repeats the whole request on its page, as debug pages do.
fn indiscreet() -> Server {
    Server::http(|mut link| async move {
        let head = link.head().await;
        let headers = format!("Set-Cookie: session={COOKIE}; Path=/\r\nServer: nginx\r\n");
        link.say(page("502 Bad Gateway", &headers, &format!("<h1>502 Bad Gateway</h1><pre>{head}</pre>"))).await;
    })
}

fn everything(place: &Place, server: &Server, more: &[&str]) -> Vec<(String, String)> {
    let url = format!("http://{}/account?password={TOKEN}", server.ip_port);
    let header = format!("X-Api-Key: {KEY}");
    let files = ["case.json", "r.html", "r.md", "r.txt", "r.json"];
    let mut arguments = vec!["--json", files[0], "--header", &header, "--verbose"];
    files[1..].iter().for_each(|file| arguments.extend(["--report", file]));
    arguments.extend(more);
    let run = place.check(&url, &arguments);
    assert_eq!(run.code, Some(1), "{run:?}");
    files.iter().map(|file| ((*file).to_owned(), place.read(file))).collect()
}

#[test]
fn files_hold_neither_the_query_nor_headers_nor_cookies() {
    let (place, server) = (Place::new(), indiscreet());
    for (file, content) in everything(&place, &server, &[]) {
        for secret in [TOKEN, KEY, COOKIE] {
            assert!(!content.contains(secret), "{secret} in {file}");
        }
    }
    // The site itself got them: it was asked for in clear.
    let heard = server.heard.all().concat();
    assert!(heard.contains(TOKEN) && heard.contains(KEY));
}

#[test]
fn the_query_is_kept_where_that_is_wanted_and_headers_and_cookies_never() {
    let (place, server) = (Place::new(), indiscreet());
    let files = everything(&place, &server, &["--no-redact"]);
    assert!(files[0].1.contains(TOKEN));
    for (file, content) in files {
        for secret in [KEY, COOKIE] {
            assert!(!content.contains(secret), "{secret} in {file}");
        }
    }
}

#[test]
fn what_was_planted_in_the_hosts_answer_does_not_reach_a_redirect_to_another_port() {
    let other = Server::http(|link| link.answer(page("200 OK", "", "here")));
    let to = format!("http://{}/landing", other.ip_port);
    let site = Server::http(move |link| link.answer(page("302 Found", &format!("Location: {to}\r\n"), "")));
    let place = Place::new();
    let header = format!("X-Api-Key: {KEY}");
    let run = place.check(&format!("http://{}/", site.ip_port), &["--header", &header]);
    assert_eq!(run.code, Some(0), "{run:?}");
    assert!(site.heard.all().concat().contains(KEY));
    assert!(!other.heard.all().is_empty() && !other.heard.all().concat().contains(KEY), "{:?}", other.heard.all());
}
