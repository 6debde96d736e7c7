//! Path, query, cookies and the user's headers reach only a peer that proved to be the site.

use gatemend::probe::outside::VisitRequest;

use super::certificates::{Authority, Identity, leaf};
use super::chains::self_signed;
use super::server::{Server, page};
use super::{net, request, visit};

const HOST: &str = "shop.test";

/// A request with something to lose, in every place where it can be.
fn secretive(scheme: &str, server: &Server) -> VisitRequest {
    let mut request =
        request(&format!("{scheme}://{HOST}:{}/account/s3cr3t?token=s3cr3t", server.ip_port.port()), server.ip_port);
    request.headers = vec![("X-Api-Key".to_owned(), "s3cr3t".to_owned())];
    request.cookie_bytes = 2_000;
    request
}

/// The one request that came.
fn heard(server: &Server) -> String {
    let heard = server.heard.all();
    assert_eq!(heard.len(), 1, "{heard:?}");
    heard[0].clone()
}

fn gave_nothing_away(head: &str) {
    assert!(head.starts_with("GET / HTTP/1.1\r\n"), "{head}");
    let lower = head.to_ascii_lowercase();
    assert!(!lower.contains("s3cr3t") && !lower.contains("x-api-key") && !lower.contains("cookie"), "{head}");
}

fn gave_everything(head: &str) {
    assert!(head.starts_with("GET /account/s3cr3t?token=s3cr3t HTTP/1.1\r\n"), "{head}");
    assert!(head.to_ascii_lowercase().contains("x-api-key: s3cr3t\r\n"), "{head}");
    assert!(head.to_ascii_lowercase().contains("cookie: gatemend0="), "{head}");
}

fn serving(identity: &Identity) -> Server {
    Server::https(identity, &[], |link| link.answer(page("200 OK", "", "")))
}

#[tokio::test]
async fn the_authenticated_site_gets_everything() {
    let authority = Authority::new("Test root");
    let server = serving(&authority.issues(&leaf(&[HOST])));
    visit(&net(&[&authority]), &secretive("https", &server)).await;
    gave_everything(&heard(&server));
}

#[tokio::test]
async fn whoever_is_not_authenticated_gets_the_question_for_the_root_and_no_more() {
    let authority = Authority::new("Test root");
    let mut expired = leaf(&[HOST]);
    expired.not_after = rcgen::date_time_ymd(2002, 1, 1);
    for (what, identity) in [
        ("expired", authority.issues(&expired)),
        ("other name", authority.issues(&leaf(&["other.test"]))),
        ("unknown issuer", Authority::new("Stranger").issues(&leaf(&[HOST]))),
        ("self-signed", self_signed(&leaf(&[HOST]))),
    ] {
        let server = serving(&identity);
        let trace = visit(&net(&[&authority]), &secretive("https", &server)).await;
        assert!(trace.http.seen().is_some(), "{what}: {trace:?}");
        gave_nothing_away(&heard(&server));
    }
}

#[tokio::test]
async fn in_clear_only_where_that_was_asked_for() {
    let server = Server::http(|link| link.answer(page("200 OK", "", "")));
    let mut request = secretive("http", &server);
    request.clear_text_allowed = false;
    visit(&net(&[]), &request).await;
    gave_nothing_away(&heard(&server));
    let server = Server::http(|link| link.answer(page("200 OK", "", "")));
    visit(&net(&[]), &secretive("http", &server)).await;
    gave_everything(&heard(&server));
}

#[tokio::test]
async fn a_visit_of_the_root_only_is_one_for_everybody() {
    let authority = Authority::new("Test root");
    let server = serving(&authority.issues(&leaf(&[HOST])));
    let request = VisitRequest { root_only: true, ..secretive("https", &server) };
    visit(&net(&[&authority]), &request).await;
    gave_nothing_away(&heard(&server));
    let server = Server::http(|link| link.answer(page("200 OK", "", "")));
    let request = VisitRequest { root_only: true, ..secretive("http", &server) };
    visit(&net(&[]), &request).await;
    gave_nothing_away(&heard(&server));
}

#[tokio::test]
async fn a_page_that_repeats_the_users_headers_is_kept_without_them() {
    let server = Server::http(|mut link| async move {
        let head = link.head().await;
        link.say(page("500 Oops s3cr3t-key-7", "X-Echo: s3cr3t-key-7\r\n", &head)).await;
    });
    let mut request = secretive("http", &server);
    request.headers = vec![("Authorization".to_owned(), "Bearer s3cr3t-key-7".to_owned())];
    let trace = visit(&net(&[]), &request).await;
    let text = format!("{trace:?}");
    assert!(text.contains("authorization") || text.contains("Authorization"), "{text}");
    assert!(!text.contains("s3cr3t-key-7"), "{text}");
}
