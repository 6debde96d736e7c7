//! Each rule fires where it should, and is silent in the nearest case where it must be.

use crate::diagnosis::testing::*;
use crate::diagnosis::{Basis, Hypothesis};
use crate::model::visit::{CertificateProblem, Trust};
use crate::model::{Cause, Claim, Fault, Known, Seen};

fn at(address: &str) -> String {
    nginx_before_the_shop(&format!("    location / {{\n      proxy_pass {address};\n    }}"))
}

const WRONG: Claim = Claim { fault: Fault::SiteEdge, cause: Cause::GatewayMisconfigured };

/// The same without the configuration.
fn without_configuration(mut world: World) -> World {
    for one in &mut world.case.observations {
        if let Seen::Configuration { configuration, .. } = &mut one.seen {
            *configuration = Known::not_tried("stopped before it was read");
        }
    }
    world
}

#[test]
fn the_route_of_a_failing_page_is_told() {
    let fails = || owner_sees(REFUSED, "http://192.0.2.9:8081", &at("http://192.0.2.9:8081"));
    let told = fails().findings_of("configured-route");
    assert_eq!(told.len(), 1);
    assert_eq!(told[0].values["servers"], "192.0.2.9:8081");
    assert_eq!(told[0].values["where"], "/etc/nginx/nginx.conf:9");
    assert_eq!(told[0].verify.as_deref(), Some("sed -n '7,11p' /etc/nginx/nginx.conf"));
    let other = at("http://192.0.2.9:8081")
        .replace("listen 443", "listen 80; return 200;\n}\nserver {\n listen 443")
        .replace("server_name shop.test", "server_name blog.test");
    rule_named("configured-route").is_silent("it was not read", without_configuration(fails())).is_silent(
        "no location passes it on",
        owner_sees(REFUSED, "http://192.0.2.9:8081", &other.replace("proxy_pass", "root")),
    );
}

#[test]
fn the_file_and_the_server_know_different_addresses() {
    let fails = || owner_sees(REFUSED, "http://192.0.2.9:8081", &at("http://192.0.2.9:8081"));
    rule_named("configured-address-is-wrong")
        .supports("another port", fails().behind("192.0.2.9:8080", good()), WRONG, Basis::Measured)
        .supports("another machine", fails().behind("192.0.2.7:8081", good()), WRONG, Basis::Measured)
        .is_silent("the same address", fails().behind("192.0.2.9:8081", good()))
        .is_silent("it fails there too", fails().behind("192.0.2.9:8080", bad_gateway()))
        .is_silent("nobody asked straight", fails())
        .is_silent(
            "the log is about another server",
            owner_sees(REFUSED, "http://192.0.2.77:9999", &at("http://192.0.2.9:8081"))
                .behind("192.0.2.9:8080", good()),
        )
        .is_silent("only this machine's own loopback answers", fails().behind("127.0.0.1:8080", good()))
        .is_silent("it was not read", without_configuration(fails().behind("192.0.2.9:8080", good())));
    let both = nginx_before_the_shop("    location / { proxy_pass http://app; }")
        .replace("http {", "http {\n  upstream app { server 192.0.2.9:8081; server 192.0.2.9:8080; }");
    let named = |logged: &str| owner_sees(REFUSED, logged, &at("http://app.internal:8081"));
    rule_named("configured-address-is-wrong")
        .is_silent(
            "the file has that address too",
            owner_sees(REFUSED, "http://192.0.2.9:8081", &both).behind("192.0.2.9:8080", good()),
        )
        .supports(
            "a name with a wrong port",
            named("http://192.0.2.9:8081").behind("192.0.2.9:8080", good()),
            WRONG,
            Basis::Measured,
        )
        .is_silent("a name of another machine", named("http://192.0.2.7:8081").behind("192.0.2.9:8080", good()));
}

#[test]
fn the_server_is_spoken_to_in_the_wrong_protocol() {
    let reset = "recv() failed (104: Connection reset by peer) while reading response header from upstream";
    let fails = |message| owner_sees(message, "http://192.0.2.9:8443", &at("http://192.0.2.9:8443"));
    let own = fails(reset).tls(Trust::Untrusted(CertificateProblem::WrongName), "CN=own");
    rule_named("configured-scheme-is-wrong")
        .supports("it speaks TLS", fails(reset).behind("192.0.2.9:8443", good()), WRONG, Basis::Measured)
        .supports(
            "with any certificate",
            fails(reset).behind("192.0.2.9:8443", over(own, connected())),
            WRONG,
            Basis::Measured,
        )
        .strikes("who hangs up does so by right", fails(reset).behind("192.0.2.9:8443", good()), &[Hypothesis::Origin])
        .is_silent("it refuses, whatever is spoken", fails(REFUSED).behind("192.0.2.9:8443", good()))
        .is_silent("another server speaks TLS", fails(reset).behind("192.0.2.77:8443", good()))
        .is_silent("it was not read", without_configuration(fails(reset).behind("192.0.2.9:8443", good())));
}

#[test]
fn the_server_is_asked_by_another_name_than_its_own() {
    let fails = |more: &str| {
        let location = format!("    location / {{ proxy_pass https://192.0.2.9:8443; {more} }}");
        owner_sees(NO_MATCH, "https://192.0.2.9:8443", &nginx_before_the_shop(&location))
    };
    let own = fails("").tls(Trust::Untrusted(CertificateProblem::WrongName), "CN=own");
    rule_named("configured-name-is-wrong")
        .supports("by no name", fails("").behind("192.0.2.9:8443", good()), WRONG, Basis::Measured)
        .is_silent(
            "by its name",
            fails("proxy_ssl_name shop.test; proxy_ssl_server_name on;").behind("192.0.2.9:8443", good()),
        )
        .is_silent("its certificate is for nobody here", fails("").behind("192.0.2.9:8443", over(own, good())))
        .is_silent("it fails there too", fails("").behind("192.0.2.9:8443", bad_gateway()))
        .is_silent("another server", fails("").behind("192.0.2.77:8443", good()))
        .is_silent("nobody asked straight", fails(""));
}

#[test]
fn the_limit_that_was_met_is_told_with_its_place() {
    let value = |config: &str| {
        let told = owner_sees(TOO_BIG, "http://192.0.2.9:8080", config).findings_of("configured-limit");
        let told = told.first().unwrap().values.clone();
        (told["name"].clone(), told["value"].clone(), told["set"].clone())
    };
    let words = |name: &str, value: &str, set: &str| (name.to_owned(), value.to_owned(), set.to_owned());
    assert_eq!(value(&at("http://192.0.2.9:8080")), words("proxy_buffer_size", "4k", "default"));
    let set = nginx_before_the_shop("    location / { proxy_buffer_size 8k; proxy_pass http://192.0.2.9:8080; }");
    assert_eq!(value(&set), words("proxy_buffer_size", "8k", "here"));
    let refused = owner_sees(REFUSED, "http://192.0.2.9:8080", &set);
    rule_named("configured-limit").is_silent("no limit was met", refused);
}

#[test]
fn a_name_that_was_looked_up_at_the_start() {
    let named = |message| owner_sees(message, "http://192.0.2.9:8081", &at("http://app.internal:8081"));
    let told = named(REFUSED).findings_of("configured-name-at-start");
    assert_eq!(told.len(), 1);
    assert_eq!(told[0].verify.as_deref(), Some("getent ahosts app.internal"));
    let running = nginx_before_the_shop(
        "    resolver 192.0.2.53;\n    location / { set $app app.internal; proxy_pass http://$app:8081; }",
    );
    rule_named("configured-name-at-start")
        .is_silent("an address", owner_sees(REFUSED, "http://192.0.2.9:8081", &at("http://192.0.2.9:8081")))
        .is_silent("looked up again and again", owner_sees(REFUSED, "http://192.0.2.9:8081", &running))
        .is_silent("the address answers, though badly", named(TOO_BIG));
}

#[test]
fn the_gateways_patience_was_not_over() {
    const HUNG_UP: &str = "upstream prematurely closed connection while reading response header from upstream";
    let after = |ms: u64, message: &str, more: &str| {
        let location = format!("    location / {{ proxy_pass http://192.0.2.9:8080; {more} }}");
        let mut world = owner_sees(message, "http://192.0.2.9:8080", &nginx_before_the_shop(&location));
        for one in &mut world.case.observations {
            if let Seen::Visit { visit } = &mut one.seen {
                let mut trace = bad_gateway();
                if let Known::Seen(answer) = &mut trace.http {
                    answer.first_byte_ms = ms;
                }
                visit.trace.http = trace.http;
            }
        }
        world
    };
    let told = after(30_000, HUNG_UP, "").findings_of("configured-timer-was-not-it");
    assert_eq!((told[0].values["value"].as_str(), told[0].values["seconds"].as_str()), ("60s", "30"));
    let set = after(30_000, HUNG_UP, "proxy_read_timeout 5m;").findings_of("configured-timer-was-not-it");
    assert_eq!(set[0].values["value"], "5m");
    let parts = after(30_000, HUNG_UP, "proxy_read_timeout 1m30s;").findings_of("configured-timer-was-not-it");
    assert_eq!(parts[0].values["value"], "1m30s");
    rule_named("configured-timer-was-not-it")
        .is_silent("its patience was over", after(30_000, HUNG_UP, "proxy_read_timeout 30s;"))
        .is_silent("at once", after(20, HUNG_UP, ""))
        .is_silent("nobody hung up", after(30_000, REFUSED, ""))
        .is_silent("its patience of several parts was over", after(90_000, HUNG_UP, "proxy_read_timeout 1m30s;"))
        .is_silent("a time that is not read", after(30_000, HUNG_UP, "proxy_read_timeout 30s1m;"));
}

#[test]
fn uploads_that_the_log_shows_as_refused() {
    let claim = Claim::usual(Cause::RequestBodyTooLarge);
    let said = "413 Request Entity Too Large";
    let mut strangers = refused_upload("5000000", said);
    for one in &mut strangers.case.observations {
        if let Seen::Log { log: Known::Seen(log), .. } = &mut one.seen {
            log.kinds.iter_mut().flat_map(|kind| &mut kind.hosts).for_each(|host| host.name = "other.test".to_owned());
        }
    }
    rule_named("configured-upload-limit")
        .is_silent("it was sent to another site", strangers)
        .supports("who saw 413 met that limit", refused_upload("5000000", said), claim, Basis::Measured)
        .is_silent("another number was seen", refused_upload("5000000", "502 Bad Gateway"))
        .is_silent("the log does not tell how large", refused_upload("many", said))
        .is_silent("it was not read", without_configuration(refused_upload("5000000", said)));
}

/// The file alone names nobody and nothing.
#[test]
fn a_configuration_alone_proves_nothing() {
    let mut world = owner_sees(REFUSED, "http://192.0.2.9:8081", &at("http://localhost:8081"));
    world.case.observations.retain(|one| !matches!(one.seen, Seen::Log { .. }));
    let mut bare = world.clone();
    bare.case.observations.retain(|one| !matches!(one.seen, Seen::Configuration { .. }));
    let judged = |world: &World| {
        let verdict = world.verdict();
        (verdict.fault, verdict.fault_confidence, verdict.cause, verdict.confidence)
    };
    assert_eq!(judged(&world), judged(&bare));
}
