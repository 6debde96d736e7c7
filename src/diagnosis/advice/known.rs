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
    let by_log = told.iter().find_map(|(_, kind)| Upstream::of_lines(cause, &kind.example, &kind.upstreams));
    by_log.or_else(|| by_configuration(r)).or_else(|| Some(Upstream::at(r.origin.best()?.visit.ip_port)))
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
    use crate::model::{Cause, Role};
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
}
