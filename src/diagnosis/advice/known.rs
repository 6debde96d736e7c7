//! Advice with the address, the file or the page in it, where those are known.

use url::Url;

use crate::diagnosis::Reading;
use crate::diagnosis::configured::{configured, with_port};
use crate::diagnosis::rule::told_by_logs;
use crate::diagnosis::verify;
use crate::model::diagnosis::Words;
use crate::model::upstream::Upstream;
use crate::model::{Cause, Fault};

/// What this cause's message with this ending (`owner`, `check`) says here.
pub fn advice(r: &Reading<'_>, cause: Cause, ending: &str) -> Words {
    let words = Words::new(format!("cause-{cause}-{ending}"));
    let words = match server(r, cause) {
        Some(upstream) => upstream.told_in(words),
        None => words,
    };
    with_page(r, words)
}

/// The server that is meant: by lines of a log about this failure, by the gateway's configuration where it knows but
/// one, or as the owner named it.
fn server(r: &Reading<'_>, cause: Cause) -> Option<Upstream> {
    if cause.usual_fault() != Fault::SiteOrigin {
        return None;
    }
    let told = told_by_logs(r, cause);
    let by_log = Upstream::of_kinds(told.iter().map(|(_, kind)| *kind));
    let server = by_log.or_else(|| by_configuration(r)).or_else(|| Some(Upstream::at(r.origin.best()?.visit.ip_port)));
    // Nobody listens at a stand-in.
    server.filter(|server| !(r.case.redacted && server.may_stand_for_another()))
}

fn by_configuration(r: &Reading<'_>) -> Option<Upstream> {
    let configured = configured(r)?;
    let [one] = configured.followed.targets()[..] else { return None };
    let scheme = configured.followed.pass.scheme.as_deref().unwrap_or_default();
    let place = with_port(one.address, scheme);
    Upstream::named(&if scheme.is_empty() { place } else { format!("{scheme}://{place}") })
}

/// The page without its query, which may be a secret, where a shell takes it as it stands.
fn with_page(r: &Reading<'_>, words: Words) -> Words {
    let mut url: Url = r.target.url.clone();
    url.set_query(None);
    let Some(host) = verify::inert(&r.target.host) else { return words };
    match verify::inert(url.as_str()) {
        Some(page) => words.with("asks", "page").with("page", page).with("name", host).with("door", r.target.port),
        None => words,
    }
}

#[cfg(test)]
mod tests {
    use crate::diagnosis::testing::*;
    use crate::model::{Cause, Known, Role, Seen, StepId};
    use crate::text::Texts;

    fn said(world: &World, cause: Cause, ending: &str) -> String {
        let reading = crate::diagnosis::Reading::of(crate::evidence::Evidence::of(&world.case));
        Texts::english().say(&super::advice(&reading, cause, ending))
    }

    #[test]
    fn the_server_is_named_by_log_configuration_or_owner() {
        let by_log = owner_sees(REFUSED, "http://192.0.2.9:8080", "events {}");
        assert!(said(&by_log, Cause::OriginRefused, "owner").contains("listens on 192.0.2.9:8080;"));
        let verdict = by_log.verdict();
        let next = verdict.next.iter().find(|next| next.words.key == "cause-origin-refused-owner").unwrap();
        assert_eq!(next.words.values.get("server").map(String::as_str), Some("192.0.2.9:8080"));
        let config = nginx_before_the_shop("    location / { proxy_pass http://10.0.0.7:8080; }");
        let by_configuration = owner_sees(REFUSED, "http://192.0.2.9:8080", &config).without_logs();
        assert!(said(&by_configuration, Cause::OriginTimeoutConnect, "check").contains("`nc -vz 10.0.0.7 8080`"));
    }

    #[test]
    fn where_nothing_is_known_the_reader_fills_it_in() {
        let mut world = World::new("https://shop.test/cart?token=1").page("203.0.113.5", bad_gateway()).ended();
        world.case.role = Role::Owner;
        assert!(said(&world, Cause::OriginRefused, "owner").contains("the address and port that the gateway uses"));
        assert!(said(&world, Cause::OriginTimeoutConnect, "check").contains("nc -vz ADDRESS PORT"));
        assert!(said(&world, Cause::AppSocketMissing, "check").contains("ls -l PATH"));
        assert!(
            said(&world, Cause::Healthy, "check").contains("`curl -I https://shop.test/cart`"),
            "without the query"
        );
        let strange = World::new("https://shop.test/a'b").ended();
        assert!(said(&strange, Cause::Healthy, "check").contains("curl -I ADDRESS"), "nothing that a shell would read");
    }

    #[test]
    fn the_logs_of_one_cause_name_no_server_for_another() {
        let world = owner_sees(REFUSED, "http://192.0.2.9:8080", "events {}");
        assert!(said(&world, Cause::OriginTimeoutConnect, "check").contains("ADDRESS PORT"));
    }

    /// The shop's owner reads a log with these servers of these sites in it, a line for each.
    fn reads(lines: &[(&str, &str)]) -> World {
        let line = |(host, server): &(&str, &str)| {
            format!(
                "2026/11/24 10:00:00 [error] 7#7: *1 {REFUSED}, client: 198.51.100.7, server: {host}, request: \"GET / \
                 HTTP/1.1\", upstream: \"http://{server}/\", host: \"{host}\"\n"
            )
        };
        let text: String = lines.iter().map(line).collect();
        let wish = crate::logs::Wish { now: NOW_SECS, ..crate::logs::Wish::default() };
        let log = Known::Seen(crate::logs::summarise("error.log", text.as_bytes(), &wish, |_| true).unwrap());
        let world = owner_sees(REFUSED, "http://192.0.2.9:8080", "events {}").without_logs();
        world.see(StepId::Logs, Seen::Log { name: "error.log".to_owned(), log, utc_offset: 0 })
    }

    #[test]
    fn the_server_of_another_site_in_the_same_log_is_not_named() {
        let own = ("shop.test", "192.0.2.9:8080");
        let told = |lines: &[(&str, &str)]| said(&reads(lines), Cause::OriginRefused, "owner");
        let mut lines = vec![("other.test", "192.0.2.99:9999"); 50];
        lines.extend([own; 4]);
        let shared = told(&lines);
        assert!(
            !shared.contains("192.0.2.99") && shared.contains("the address and port that the gateway uses"),
            "{shared}"
        );
        assert!(told(&[own; 4]).contains("listens on 192.0.2.9:8080;"));
    }

    #[test]
    fn a_stand_in_is_no_place_to_look() {
        let mut world = reads(&[("shop.test", "10.20.30.40:8080")]);
        assert!(said(&world, Cause::OriginRefused, "owner").contains("listens on 10.20.30.40:8080;"));
        world.case = crate::report::redact::redact(&world.case);
        let told = said(&world, Cause::OriginRefused, "owner");
        assert!(told.contains("the address and port that the gateway uses"), "{told}");
        let mut own = reads(&[("shop.test", "127.0.0.1:8080")]);
        own.case = crate::report::redact::redact(&own.case);
        assert!(
            said(&own, Cause::OriginRefused, "owner").contains("listens on 127.0.0.1:8080;"),
            "it is shown as it is"
        );
    }
}
