//! How long each one on the way to an answer waits, from the visitor's side inwards: those in front by what they are, the
//! gateway by its own files, the application server by what it is. Only where the site's owner handed something over.

use crate::evidence::Evidence;
use crate::evidence::server::socket_path;
use crate::model::configuration::{Gateway, Scope, Setting};
use crate::model::limit::{LimitBy, TimeLimit};
use crate::model::log::{LogKind, LogSummary, RECENT};
use crate::model::{Cause, Role};
use crate::signature::gateway::{self, GatewayKind};
use crate::signature::{Material, identify};

/// One limit is no ladder.
const FEWEST: usize = 2;

/// Application servers that end a request by themselves, as their logs and processes are called.
const APPLICATIONS: [&str; 4] = ["gunicorn", "uwsgi", "puma", "unicorn"];

pub fn of(evidence: &Evidence<'_>) -> Vec<TimeLimit> {
    if evidence.case.role != Role::Owner {
        return Vec::new();
    }
    let path = evidence.target.url.path();
    let followed = evidence.origin.followed(path);
    let configured = followed.as_ref().map(|(_, configuration, _)| configuration.gateway);
    let mut limits = in_front(evidence, configured);
    if let Some((_, configuration, followed)) = &followed {
        let setting = |name: &str| followed.route.setting(name);
        let told = |one: &Setting| LimitBy::Setting { name: one.name.clone(), place: configuration.told(one.place) };
        let (setting, default) = of_gateway(configuration.gateway, followed.family(), setting);
        let set = setting.and_then(|one| Some((configuration.gateway.milliseconds(&one.value)?, told(one))));
        if let Some((ms, by)) = set.or_else(|| Some((default.filter(|_| setting.is_none())?, LimitBy::Default))) {
            limits.push(TimeLimit { name: configuration.gateway.title().to_owned(), ms, by });
        }
    }
    let php = followed.as_ref().and_then(|(_, _, followed)| {
        let addresses: Vec<&str> = followed.targets().iter().map(|target| target.address).collect();
        of_php(evidence, followed.family(), &addresses)
    });
    limits.extend(php.or_else(|| behind(evidence)));
    if limits.len() < FEWEST { Vec::new() } else { limits }
}

/// Whoever said that it fails or passed it on, in the order of the usual path; the gateway whose files are there speaks by
/// those.
fn in_front(evidence: &Evidence<'_>, configured: Option<Gateway>) -> Vec<TimeLimit> {
    let sight = evidence.visits.first_bad().or_else(|| evidence.visits.first_looks().next());
    let Some(answer) = sight.and_then(|sight| sight.answer()) else { return Vec::new() };
    let own = configured.map(Gateway::title).unwrap_or_default();
    let mut speakers = identify(&Material::from(answer)).speakers;
    speakers.retain(|one| {
        !one.proxy_like && one.kind != GatewayKind::Application && (own.is_empty() || !one.name.contains(own))
    });
    speakers.sort_by_key(|one| one.kind);
    speakers.iter().filter_map(|one| as_delivered(&one.id)).collect()
}

/// The pool of php-fpm that the route leads to, by its own file. PHP's `max_execution_time` is no such limit: what a
/// program waits for does not count (php.net, set_time_limit).
fn of_php(evidence: &Evidence<'_>, family: &str, addresses: &[&str]) -> Option<TimeLimit> {
    let (pools, _) = evidence.server.pools?;
    let [address] = addresses else { return None };
    let listens = |listen: &str| {
        socket_path(address).as_deref() == Some(listen)
            || *address == listen
            || listen.parse::<u16>().is_ok_and(|port| address.ends_with(&format!(":{port}")))
    };
    let pool = pools.iter().find(|pool| family == "fastcgi_" && listens(&pool.listen))?;
    let ms = pool.request_limit.filter(|seconds| *seconds > 0)?.checked_mul(1_000)?;
    let by = LimitBy::Setting { name: "request_terminate_timeout".to_owned(), place: pool.file.clone() };
    Some(TimeLimit { name: "PHP-FPM".to_owned(), ms, by })
}

/// What the command lines of this program say, and else what holds without a word. Of applications that wait for different
/// times it is not known which one the page is from, and one that is told to wait without end has no limit.
fn by_option(evidence: &Evidence<'_>, id: &str) -> Option<TimeLimit> {
    let programs = evidence.server.programs.into_iter().flat_map(|(programs, _)| programs);
    let mut said: Vec<Option<u64>> =
        programs.filter(|one| one.name.starts_with(id)).map(|one| one.request_limit).collect();
    said.sort_unstable();
    said.dedup();
    match said.as_slice() {
        [] | [None] => as_delivered(id),
        [Some(seconds)] => {
            let ms = seconds.checked_mul(1_000).filter(|ms| *ms > 0)?;
            let by = LimitBy::Option { name: "--timeout".to_owned() };
            Some(TimeLimit { name: gateway::gateway(id)?.name.clone(), ms, by })
        }
        _ => None,
    }
}

/// Those behind the gateway that a log or a look names.
fn behind(evidence: &Evidence<'_>) -> Option<TimeLimit> {
    let logs = evidence.origin.logs.iter().filter_map(|look| look.log.seen()).flat_map(|log| &log.kinds);
    let mut named: Vec<&str> = logs.map(|kind| kind.writer.as_str()).collect();
    if let Some((programs, _)) = evidence.server.programs {
        named.extend(programs.iter().map(|one| one.name.as_str()));
    }
    let answer = evidence.origin.best().and_then(|look| look.answer());
    let speakers = answer.map(|answer| identify(&Material::from(answer)).speakers).unwrap_or_default();
    named.extend(speakers.iter().map(|one| one.id.as_str()));
    let id = APPLICATIONS.into_iter().find(|one| named.contains(one))?;
    match gave_up(evidence, id) {
        Some(ms) => Some(TimeLimit { name: gateway::gateway(id)?.name.clone(), ms, by: LimitBy::Measured }),
        None => by_option(evidence, id),
    }
}

/// How long the failing answer took, where the log of this program says that it gave up while we asked or just before.
fn gave_up(evidence: &Evidence<'_>, id: &str) -> Option<u64> {
    /// Whoever hangs up at once waited for nothing.
    const WAITED_MS: u64 = 1_000;
    let now = evidence.case.began()?;
    let logs = evidence.origin.logs.iter().filter_map(|look| look.log.seen());
    let of_now = |log: &LogSummary, kind: &LogKind| {
        let written = |last| log.moment(last).unwrap_or(now - 2 * RECENT);
        kind.last.is_some_and(|last| (now - written(last)).abs() <= RECENT)
    };
    let mut kinds = logs.flat_map(|log| log.kinds.iter().filter(move |kind| of_now(log, kind)));
    kinds.find(|kind| kind.writer == id && kind.cause == Cause::AppTimeoutKilled)?;
    let ms = evidence.visits.first_bad()?.answer()?.first_byte_ms;
    (ms >= WAITED_MS).then_some(ms)
}

/// The limit of a product for an answer, as it is delivered (`assets/gateways.toml`).
fn as_delivered(id: &str) -> Option<TimeLimit> {
    let product = gateway::gateway(id)?;
    let seconds = ["read", "first_byte", "worker"].iter().find_map(|kind| product.default_timeouts.get(*kind))?;
    let ms = std::time::Duration::try_from_secs_f64(*seconds).ok()?.as_millis();
    Some(TimeLimit { name: product.name.clone(), ms: u64::try_from(ms).ok()?, by: LimitBy::Default })
}

/// The setting that says how long this gateway waits for an answer, and what holds without one, in milliseconds.
fn of_gateway<'a>(
    gateway: Gateway,
    family: &str,
    setting: impl Fn(&str) -> Option<&'a Setting>,
) -> (Option<&'a Setting>, Option<u64>) {
    match gateway {
        // ngx_http_proxy_module, proxy_read_timeout; the other ways of passing on alike.
        Gateway::Nginx => (setting(&format!("{family}read_timeout")), Some(60_000)),
        // HAProxy's configuration manual, timeout server: without it there is none.
        Gateway::Haproxy => (setting("timeout server"), None),
        // mod_proxy: the parameter of ProxyPass, ProxyTimeout, then Timeout.
        Gateway::Apache => {
            let of_route = setting("timeout").filter(|one| one.scope == Scope::Route);
            (of_route.or_else(|| setting("proxytimeout")).or_else(|| setting("timeout")), Some(60_000))
        }
        // Caddy's reverse_proxy, transport http: without it there is none.
        Gateway::Caddy => (setting("response_header_timeout").or_else(|| setting("read_timeout")), None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnosis::testing::*;
    use crate::model::limit::overtaken;

    fn told(world: &World) -> Vec<(String, u64, Option<String>)> {
        let limits = of(&Evidence::of(&world.case));
        let place = |by| match by {
            LimitBy::Setting { place, .. } => Some(place),
            LimitBy::Measured => Some("measured".to_owned()),
            LimitBy::Default | LimitBy::Option { .. } => None,
        };
        limits.into_iter().map(|one| (one.name, one.ms, place(one.by))).collect()
    }

    fn shop(more: &str) -> World {
        let config =
            nginx_before_the_shop(&format!("    location / {{\n      proxy_pass http://192.0.2.9:8080;\n{more}    }}"));
        owner_sees(REFUSED, "http://192.0.2.9:8080", &config)
    }

    fn gunicorn(world: World) -> World {
        world.behind("192.0.2.9:8080", answer_with(502, &[("server", "gunicorn")], ""))
    }

    #[test]
    fn limits_stand_from_the_outside_in_with_their_places() {
        let set = shop("      proxy_read_timeout 1m30s;\n");
        let where_set = Some("/etc/nginx/nginx.conf:10".to_owned());
        let both = [("nginx".to_owned(), 90_000, where_set), ("Gunicorn".to_owned(), 30_000, None)];
        assert_eq!(told(&gunicorn(set.clone())), both);
        // Without a setting the default holds; one limit alone is no ladder.
        assert_eq!(told(&gunicorn(shop("")))[0], ("nginx".to_owned(), 60_000, None));
        assert_eq!(told(&set), []);
        // A value that is not understood is none.
        assert_eq!(told(&gunicorn(shop("      proxy_read_timeout soon;\n"))), []);
    }

    #[test]
    fn an_inner_limit_that_is_longer_is_found_and_visitors_get_no_ladder() {
        let short = gunicorn(shop("      proxy_read_timeout 10s;\n"));
        let limits = of(&Evidence::of(&short.case));
        assert_eq!(overtaken(&limits).first().map(|(inner, outer)| (inner.ms, outer.ms)), Some((30_000, 10_000)));
        let mut visitor = short;
        visitor.case.role = Role::Visitor;
        assert_eq!(told(&visitor), []);
    }

    #[test]
    fn what_was_measured_says_more_than_what_is_usual() {
        let killed = |time: &str| {
            let mut world = gunicorn(shop(""));
            let line = format!("[2026-11-24 {time} +0000] [7] [CRITICAL] WORKER TIMEOUT (pid:9)\n");
            let wish = crate::logs::Wish { now: NOW_SECS, ..crate::logs::Wish::default() };
            let log = crate::logs::summarise("app.log", line.as_bytes(), &wish, |_| true).unwrap();
            for one in &mut world.case.observations {
                if let crate::model::Seen::Visit { visit } = &mut one.seen
                    && let crate::model::Known::Seen(answer) = &mut visit.trace.http
                {
                    answer.first_byte_ms = 5_000;
                }
            }
            let seen = crate::model::Seen::Log {
                name: "app.log".to_owned(),
                log: crate::model::Known::Seen(log),
                utc_offset: 0,
            };
            told(&world.see(crate::model::StepId::Logs, seen)).pop()
        };
        assert_eq!(killed("10:00:00"), Some(("Gunicorn".to_owned(), 5_000, Some("measured".to_owned()))));
        assert_eq!(killed("04:00:00"), Some(("Gunicorn".to_owned(), 30_000, None)), "of another time");
    }

    fn of_php_fpm(listen: &str, limit: Option<u64>) -> Vec<(String, u64, Option<String>)> {
        let location =
            "    location / {\n      fastcgi_pass unix:/run/php/shop.sock;\n      fastcgi_read_timeout 30s;\n    }";
        let pool = crate::model::server::PhpPool {
            name: "shop".to_owned(),
            file: "/etc/php/8.2/fpm/pool.d/shop.conf".to_owned(),
            listen: listen.to_owned(),
            manager: None,
            max_children: None,
            request_limit: limit,
        };
        let pools = crate::model::server::ServerSight::Pools { pools: crate::model::Known::Seen(vec![pool]) };
        told(&owner_sees(REFUSED, "unix:/run/php/shop.sock", &nginx_before_the_shop(location)).on_server(pools))
    }

    #[test]
    fn php_waits_as_long_as_the_pool_of_the_route_says() {
        let limits = of_php_fpm("/run/php/shop.sock", Some(60));
        let file = Some("/etc/php/8.2/fpm/pool.d/shop.conf".to_owned());
        assert_eq!(limits.get(1), Some(&("PHP-FPM".to_owned(), 60_000, file)), "{limits:?}");
        // Without end, unsaid, and another pool's.
        assert_eq!(of_php_fpm("/run/php/shop.sock", Some(0)), []);
        assert_eq!(of_php_fpm("/run/php/shop.sock", None), []);
        assert_eq!(of_php_fpm("/run/php/other.sock", Some(60)), []);
    }

    #[test]
    fn what_a_command_line_says_goes_before_the_default() {
        let run = |limits: &[Option<u64>]| {
            let program = |limit: &Option<u64>| crate::model::server::Program {
                name: "gunicorn".to_owned(),
                uid: 33,
                user: None,
                gids: vec![33],
                pool: None,
                count: 2,
                started: None,
                request_limit: *limit,
            };
            let programs = crate::model::Known::Seen(limits.iter().map(program).collect());
            told(&shop("").on_server(crate::model::server::ServerSight::Programs { programs })).pop()
        };
        let limit = |secs: u64| Some(("Gunicorn".to_owned(), secs * 1_000, None));
        assert_eq!((run(&[Some(120)]), run(&[None])), (limit(120), limit(30)));
        // Two applications differ, one of them by saying nothing; and a limit of none.
        assert_eq!((run(&[Some(120), Some(60)]), run(&[None, Some(120)]), run(&[Some(0)])), (None, None, None));
    }

    #[test]
    fn a_network_in_front_comes_first() {
        let mut world = gunicorn(shop(""));
        let page = answer_with(502, &[("server", "cloudflare"), ("cf-ray", "8c1f0a2b3c4d5e6f-FRA")], "bad gateway");
        for one in &mut world.case.observations {
            if let crate::model::Seen::Visit { visit } = &mut one.seen {
                visit.trace.http = page.http.clone();
            }
        }
        let names: Vec<(String, u64)> = told(&world).into_iter().map(|(name, ms, _)| (name, ms)).collect();
        assert_eq!(names[0], ("Cloudflare".to_owned(), 120_000));
        assert_eq!(names.len(), 3, "{names:?}");
    }
}
