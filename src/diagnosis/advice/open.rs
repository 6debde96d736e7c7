//! What was not tested, and could overturn the verdict or be what the user met (R16).

use crate::diagnosis::configured::configured;
use crate::diagnosis::reading::Reading;
use crate::diagnosis::rule::is_out_of_reach;
use crate::diagnosis::served;
use crate::evidence::visits::{self, redirect_of};
use crate::model::case::Ended;
use crate::model::diagnosis::Words;
use crate::model::target::host_of;
use crate::model::{Cause, Claim, Fault, Known, NotTested, Scheme, Seen};

/// Steps left out that are named one by one; who asks for a few steps alone knows the rest.
const SKIPPED_NAMED: usize = 3;

/// Everything that is open, the widest first; its texts are still empty.
pub fn not_tested(r: &Reading<'_>, claim: Claim) -> Vec<NotTested> {
    let mut words: Vec<Words> = Vec::new();
    words.extend(world(r, claim));
    if let Some(why) = served::no_server_here(r) {
        words.push(Words::new("untested-server-elsewhere").with("why", why));
    }
    if let Some(look) = r.origin.best().filter(|look| is_out_of_reach(r, look)) {
        words.push(Words::new("untested-origin-out-of-reach").with("address", look.visit.ip_port));
    }
    if configured(r).is_some() {
        words.push(Words::new("untested-loaded"));
    }
    if r.said.is_some() || claim.cause == Cause::Healthy {
        words.push(Words::new("untested-browser"));
    }
    if r.said.is_some() && r.all_looks_are_good() {
        if offers_http3(r) {
            words.push(Words::new("untested-http3"));
        }
        // Whoever got an answer with a number, or the site's certificate, got through.
        if r.said_status().is_none() && !r.browser_warned() && r.target.scheme() == Scheme::Https {
            words.push(Words::new("untested-large-hello"));
        }
    }
    let own = r.names.system_ips();
    let asked = r.visits.page_ip_ports();
    let unrouted = own.iter().filter(|ip| r.surroundings.has_route(**ip) == Some(false)).count();
    let unasked = own.iter().filter(|ip| !asked.iter().any(|one| one.ip() == **ip)).count();
    if unrouted > 0 {
        let family = if own.iter().any(|ip| ip.is_ipv6() && r.surroundings.has_route(*ip) == Some(false)) {
            "IPv6"
        } else {
            "IPv4"
        };
        words.push(Words::new("untested-family").with("family", family));
    }
    if unasked > unrouted && !asked.is_empty() {
        words.push(Words::new("untested-addresses").with("count", unasked - unrouted));
    }
    if r.target.has_one_time_token() {
        words.push(Words::new("untested-token"));
    }
    if let Some(host) = leads_inside(r) {
        words.push(Words::new("untested-inside").with("host", host));
    }
    if let Some(settings) = r.surroundings.proxies.and_then(|(proxies, _)| proxies.seen()) {
        if settings.pac_url.is_some() {
            words.push(Words::new("untested-pac"));
        }
        if let Some(kind) = &settings.unsupported {
            words.push(Words::new("untested-proxy-kind").with("kind", kind));
        }
    }
    if r.surroundings.browsers.is_some_and(|(browsers, _)| {
        browsers.iter().any(|one| !one.doh_urls.is_empty() && one.secure_dns.as_deref() != Some("off"))
    }) {
        words.push(Words::new("untested-browser-dns"));
    }
    if r.visits.wall_after_success().is_some() {
        words.push(Words::new("untested-wall"));
    }
    match r.case.limits.skipped_steps.as_slice() {
        few if few.len() <= SKIPPED_NAMED => {
            words.extend(few.iter().map(|step| Words::new("untested-skipped").with("step", step)));
        }
        many => words.push(Words::new("untested-skipped-many").with("count", many.len())),
    }
    if let Some(family) = r.case.limits.only_family {
        words.push(Words::new("untested-only-family").with("family", format!("IPv{family}")));
    }
    match r.case.ended {
        Some(Ended::Budget) => words.push(Words::new("untested-budget")),
        Some(Ended::Cancelled) => words.push(Words::new("untested-cancelled")),
        _ => {}
    }
    if !r.malfunctions.is_empty() {
        words.push(Words::new("untested-malfunction"));
    }
    words.into_iter().map(NotTested::new).collect()
}

/// The view from elsewhere, as far as it is missing.
fn world(r: &Reading<'_>, claim: Claim) -> Option<Words> {
    let why = r.world.measurements.iter().find_map(|one| match &one.look.places {
        Known::NotTried(why) => Some(why.clone()),
        Known::Failed(failure) => Some(failure.detail.clone()),
        Known::Seen(_) => None,
    });
    match (r.world.by_name(), why) {
        // What others get of the page itself is not known, since its address stays here.
        (Some(_), _) => r.target.has_own_page().then(|| Words::new("untested-world-page")),
        (None, Some(why)) => Some(Words::new("untested-world-failed").with("why", why)),
        (None, None) => (claim.fault != Fault::None).then(|| Words::new("untested-world")),
    }
}

/// The host inside a private network to which a public site redirects, and which was therefore not asked.
fn leads_inside(r: &Reading<'_>) -> Option<String> {
    let chain = r.visits.chain();
    let last = chain.last()?;
    let host = host_of(&redirect_of(last)?)?;
    let looked_up = r.case.observations.iter().find_map(|observation| match &observation.seen {
        Seen::SystemLookup { host: name, ips } if *name == host => ips.seen()?.first().copied(),
        _ => None,
    });
    let ip = host.parse().ok().or(looked_up)?;
    visits::leads_inside(last, r.target, ip).then_some(host)
}

/// A server that offers HTTP/3 (RFC 9114 section 3.1.1, RFC 9460 section 7.1), by its answers or by its name's record.
fn offers_http3(r: &Reading<'_>) -> bool {
    // `h3=":443"`, and the drafts before it.
    let is_http3 =
        |offer: &str| offer.trim() == "h3" || offer.trim().starts_with("h3=") || offer.trim().starts_with("h3-");
    let by_header = r.visits.all.iter().filter(|sight| sight.is_the_sites_word()).any(|sight| {
        let offers = sight.answer().and_then(|answer| answer.header("alt-svc"));
        offers.is_some_and(|offers| offers.split(',').any(is_http3))
    });
    by_header
        || r.names
            .asked
            .iter()
            .filter_map(|asked| asked.reply.seen())
            .any(|reply| reply.alpn.iter().any(|one| is_http3(one)))
}

#[cfg(test)]
mod tests {
    use crate::diagnosis::testing::*;
    use crate::model::Known;
    use crate::model::server::{Listener, ServerSight};

    fn open(world: &World) -> Vec<String> {
        world.verdict().not_tested.into_iter().map(|open| open.words.key).collect()
    }

    #[test]
    fn a_few_steps_left_out_are_named_and_many_are_counted() {
        let mut world = World::new("https://shop.test/").page("203.0.113.5", bad_gateway()).ended();
        let count = |world: &World, key: &str| open(world).iter().filter(|one| *one == key).count();
        world.case.limits.skipped_steps = ["path", "dns"].map(str::to_owned).to_vec();
        assert_eq!((count(&world, "untested-skipped"), count(&world, "untested-skipped-many")), (2, 0));
        world.case.limits.skipped_steps = ["path", "dns", "tls", "page"].map(str::to_owned).to_vec();
        assert_eq!((count(&world, "untested-skipped"), count(&world, "untested-skipped-many")), (0, 1));
    }

    #[test]
    fn a_redirect_into_a_private_network_is_told_as_open() {
        let to = |url: &str| World::new("https://shop.test/").page("203.0.113.5", redirect(url)).ended();
        assert!(open(&to("http://192.168.1.1/")).contains(&"untested-inside".to_owned()));
        assert!(open(&to("http://169.254.169.254/latest/meta-data")).contains(&"untested-inside".to_owned()));
        assert!(!open(&to("http://203.0.113.9/")).contains(&"untested-inside".to_owned()));
        // A private site may send its visitors to its neighbours.
        let inside = World::new("http://10.0.0.5/").page("10.0.0.5", redirect("http://10.0.0.6/")).ended();
        assert!(!open(&inside).contains(&"untested-inside".to_owned()));
    }

    #[test]
    fn a_look_at_a_machine_that_has_nothing_to_do_with_the_page_is_told_as_such() {
        let listeners = || ServerSight::Listeners {
            listeners: Known::Seen(vec![Listener { ip: [0, 0, 0, 0].into(), port: 22, waiting: None, program: None }]),
        };
        let why = |world: World| {
            let all = world.ended().verdict().not_tested;
            all.into_iter()
                .find(|one| one.words.key == "untested-server-elsewhere")
                .map(|one| one.words.values["why"].clone())
        };
        let config = nginx_before_the_shop("    location / { proxy_pass http://192.0.2.9:8080; }");
        let away = || owner_sees(REFUSED, "http://192.0.2.9:8080", &config);
        assert_eq!(why(away().on_server(listeners())).as_deref(), Some("elsewhere"));
        let failing = || World::new("https://shop.test/").page(AT, bad_gateway());
        assert_eq!(why(failing().on_server(listeners())).as_deref(), Some("untold"));
        assert_eq!(why(failing()), None, "nobody looked");
        assert_eq!(
            why(World::new("https://shop.test/").page(AT, good()).on_server(listeners())),
            None,
            "nothing fails"
        );
        let here = nginx_before_the_shop("    location / { proxy_pass http://127.0.0.1:8080; }");
        let nginx = Listener { ip: [0, 0, 0, 0].into(), port: 443, waiting: None, program: Some("nginx".to_owned()) };
        let here = owner_sees(REFUSED, "http://127.0.0.1:8080", &here)
            .on_server(ServerSight::Listeners { listeners: Known::Seen(vec![nginx]) });
        assert_eq!(why(here), None, "it counts");
    }

    #[test]
    fn files_on_a_disk_are_told_to_be_no_more_than_that() {
        let config = nginx_before_the_shop("    location / { proxy_pass http://192.0.2.9:8080; }");
        assert!(
            open(&owner_sees(REFUSED, "http://192.0.2.9:8080", &config).ended())
                .contains(&"untested-loaded".to_owned())
        );
        assert!(
            !open(&World::new("https://shop.test/").page(AT, bad_gateway()).ended())
                .contains(&"untested-loaded".to_owned())
        );
    }

    const AT: &str = "203.0.113.5";

    #[test]
    fn a_version_that_only_browsers_speak_is_told_where_only_the_browser_fails() {
        let offering =
            |value: &str| World::new("https://shop.test/").page(AT, answer_with(200, &[("alt-svc", value)], ""));
        let says = |world: World| open(&world.ended()).contains(&"untested-http3".to_owned());
        assert!(says(offering("h2=\":8443\", h3=\":443\"; ma=86400").said("502 Bad Gateway")));
        assert!(says(offering("h3-29=\":443\"").said("it does not load")));
        assert!(!says(offering("h3=\":443\"")), "nobody saw an error");
        assert!(!says(offering("h2=\":443\"").said("it does not load")), "the site does not offer it");
        let fails = answer_with(502, &[("alt-svc", "h3=\":443\"")], NGINX_PAGE);
        assert!(!says(World::new("https://shop.test/").page(AT, fails).said("502")), "it fails for Gatemend too");
    }

    #[test]
    fn a_bigger_beginning_is_told_where_the_browser_gets_no_answer() {
        let world = |url: &str, said: &str| open(&World::new(url).page(AT, good()).said(said).ended());
        let says = |keys: Vec<String>| keys.contains(&"untested-large-hello".to_owned());
        assert!(says(world("https://shop.test/", "it does not load")));
        assert!(!says(world("https://shop.test/", "502 Bad Gateway")), "who got an answer got through");
        assert!(!says(world("http://shop.test/", "it does not load")), "in clear there is no such beginning");
        assert!(!says(open(&World::new("https://shop.test/").page(AT, good()).ended())), "nobody saw an error");
    }
}
